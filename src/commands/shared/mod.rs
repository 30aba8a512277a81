//! What several commands share.

pub mod account;
pub mod ask;
pub mod bash;
pub mod capacity;
pub mod complete;
pub mod fields;
pub mod filter;
pub mod names;
pub mod print;
pub mod series;
pub mod settle;
pub mod standing;
pub mod views;
