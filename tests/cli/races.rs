//! `promise races`.
