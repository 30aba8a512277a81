//! Calendars as rows and promises as a calendar: one way at a time, where [`crate::exchange::ical`]
//! has what a file is made of.

mod read;
mod split;
mod write;

pub use read::read;
pub use split::Components;
pub use write::{CLOSING, OPENING, write};
