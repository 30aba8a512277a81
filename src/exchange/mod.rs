//! Formats of other programs, and our own for moving house: text in, text out.

pub mod batch;
pub mod ical;
pub mod jsonl;
