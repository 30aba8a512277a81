//! `promise transfer`.
