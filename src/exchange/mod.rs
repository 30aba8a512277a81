//! Formats of other programs, and our own for moving house: text in, text out.
//!
//! Every foreign format is read into one kind of row ([`row::Row`]), so that what a row becomes is
//! decided once, whatever it came from.

pub mod batch;
pub mod guess;
pub mod history;
pub mod ical;
pub mod ics;
pub mod jsonl;
pub mod lines;
pub mod notes;
pub mod objects;
pub mod outgoing;
pub mod plain;
pub mod row;
pub mod sheet;
pub mod taskwarrior;
pub mod todotxt;
