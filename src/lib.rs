//! `promise`: a follow-through tracker for the terminal.
//!
//! The modules, and who may use whom (a test reads the `use` lines):
//!
//! ```text
//! main → commands → {store, render, exchange, config} → {phrase, query} → domain
//! ```
//!
//! `store`, `render` and `exchange` never use each other. The domain has no I/O and no clock.

pub mod cli;
pub mod commands;
pub mod config;
pub mod context;
pub mod domain;
pub mod exchange;
pub mod failure;
pub mod phrase;
pub mod query;
pub mod render;
pub mod store;
