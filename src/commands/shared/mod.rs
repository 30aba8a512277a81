//! What several commands share.

pub mod account;
pub mod ask;
pub mod bash;
pub mod block;
pub mod capacity;
pub mod complete;
pub mod fields;
pub mod filter;
pub mod format;
pub mod histories;
pub mod hooks;
pub mod ids;
pub mod key;
pub mod meant;
pub mod names;
pub mod print;
pub mod query;
pub mod remedy;
pub mod sections;
pub mod selection;
pub mod series;
pub mod settle;
pub mod standing;
pub mod template;
pub mod views;
