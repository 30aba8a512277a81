//! `promise people`.
