//! `promise completions`.
