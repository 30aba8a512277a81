//! Promises, people, deadlines, events and what follows from them: pure, without I/O and clock.

pub mod calendar;
pub mod capacity;
pub mod changes;
pub mod deadline;
pub mod event;
pub mod heard;
pub mod month;
pub mod person;
pub mod promise;
pub mod reckoning;
pub mod record;
pub mod recurrence;
pub mod reminder;
pub mod replay;
pub mod report;
pub mod review;
pub mod spelled;
pub mod standard;
pub mod sync;
pub mod transitions;
pub mod why;
pub(crate) mod words;
pub mod working_time;
pub mod zone;
