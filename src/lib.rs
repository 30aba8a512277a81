//! `promise`: a follow-through tracker for the terminal.
//!
//! The modules, and who may use whom (a test reads the `use` lines):
//!
//! ```text
//! main → commands → {store, render, exchange, config} → {phrase, query} → domain
//! ```
//!
//! `store`, `render` and `exchange` never use each other. The domain has no I/O and no clock.

pub mod config;
pub mod domain;
pub mod phrase;
pub mod query;
pub mod store;
