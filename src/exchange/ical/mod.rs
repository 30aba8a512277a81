//! iCalendar (RFC 5545): tasks and appointments of other programs, and promises as tasks.
//!
//! A file is read into [`Component`]s, which keep every line as it is. A [`Todo`] is what a
//! promise and a `VTODO` have in common; it is read from a component, and written into it so
//! that only what differs is touched. What other programs put there stays, and in its order.

mod calendar;
mod component;
mod date;
mod event;
mod identity;
mod parse;
mod property;
mod reading;
mod rrule;
mod text;
mod timezone;
mod todo;
mod windows;
mod write;

pub use calendar::Calendar;
pub use component::{Component, Item};
pub use event::Event;
pub use identity::identity;
pub use parse::{Limits, Mistake};
pub use property::Property;
pub use reading::Reading;
pub use rrule::{Repeat, repeat};
pub use text::sayable;
pub use todo::{Found, Part, Todo, Writing, line_of_person};

#[cfg(test)]
mod tests;
