//! `promise config`.
