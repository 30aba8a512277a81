//! `promise date`.
