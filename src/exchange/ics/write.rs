//! Promises as tasks of one calendar, written one after another.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::person::Person;
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;
use crate::exchange::ical::{Calendar, Component, Reading, Todo, Writing};
use crate::exchange::outgoing::Outgoing;

/// What stands before the tasks (RFC 5545, 3.6).
pub const OPENING: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//promise//promise//EN\r\n";

/// What stands after them.
pub const CLOSING: &str = "END:VCALENDAR\r\n";

/// A promise as a task. Its notes are the description, under each other.
#[must_use]
pub fn write(outgoing: &Outgoing<'_>, now: DateTime<Utc>, work: &WorkingTime) -> String {
    let promise = outgoing.promise;
    let notes: Vec<&str> = outgoing
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect();
    let notes = (!notes.is_empty()).then(|| notes.join("\n\n"));
    let person = Person::named(outgoing.person, Uuid::nil(), now);
    let todo = Todo::of(promise, &person, notes, Vec::new());
    let mut calendar = Calendar::new();
    let find = |_: &str| -> Option<Zone> { None };
    let reading = Reading::of(&calendar, outgoing.home, &find);
    let mut component = Component::new("VTODO");
    todo.write_into(
        &mut component,
        &Writing {
            reading: &reading,
            now,
            modified: promise.settled_at.unwrap_or(promise.recorded_at),
            created: promise.recorded_at,
            work,
            usual: &[],
            uids: &BTreeMap::new(),
            person_line: true,
        },
    );
    calendar.add(component);
    let text = calendar.write();
    let begins = text.find("BEGIN:VTODO").unwrap_or_default();
    let ends = text.rfind("END:VCALENDAR").unwrap_or(text.len());
    text.get(begins..ends).unwrap_or_default().to_owned()
}
