//! A promise on its way to another program.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::event::Note;
use crate::domain::promise::Promise;
use crate::domain::zone::Zone;

/// A promise with what other programs are told of it.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'a> {
    /// The promise.
    pub promise: &'a Promise,
    /// The name of its person.
    pub person: &'a str,
    /// Its notes, oldest first.
    pub notes: &'a [Note],
    /// The user's zone, which other programs take local times to be in.
    pub home: &'a Zone,
}

impl Outgoing<'_> {
    /// The day of the deadline where the user is, and the time there; none for a whole day.
    #[must_use]
    pub fn local_due(&self) -> (NaiveDate, Option<NaiveTime>) {
        let due = &self.promise.due;
        if due.is_whole_day() {
            return (due.date(), None);
        }
        let local = self.home.local(due.at());
        (local.date(), Some(local.time()))
    }

    /// The rule of the series, while it goes on.
    #[must_use]
    pub fn every(&self) -> Option<&str> {
        self.promise.series.as_ref()?.every.as_deref()
    }
}
