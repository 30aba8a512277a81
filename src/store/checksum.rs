//! Checksums of rows: what SQLite's own integrity check cannot see.
//!
//! CRC-32 over every value with its length, so that no two rows differ only in where one value
//! ends. It guards against flipped bits, not against an adversary.

use crc32fast::Hasher;

use crate::domain::deadline::Deadline;
use crate::domain::event::{Event, Subject, Value};
use crate::domain::person::Person;
use crate::domain::promise::Promise;

struct Sum(Hasher);

impl Sum {
    fn new() -> Self {
        Self(Hasher::new())
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn number(&mut self, number: i64) {
        self.0.update(&number.to_le_bytes());
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.number(-1),
        }
    }

    fn optional_number(&mut self, number: Option<i64>) {
        self.number(i64::from(number.is_some()));
        self.number(number.unwrap_or(0));
    }

    fn tagged(&mut self, tag: &str, number: Option<i64>) {
        if let Some(number) = number {
            self.text(tag);
            self.number(number);
        }
    }

    fn tagged_text(&mut self, tag: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(tag);
            self.text(text);
        }
    }

    fn deadline(&mut self, deadline: &Deadline) {
        self.text(&deadline.to_string());
    }

    fn value(&mut self, value: Option<&Value>) {
        match value {
            None => self.number(0),
            Some(Value::Text(text)) => {
                self.number(1);
                self.text(text);
            }
            Some(Value::Number(number)) => {
                self.number(2);
                self.number(*number);
            }
        }
    }

    fn finish(self) -> i64 {
        i64::from(self.0.finalize())
    }
}

pub fn of_promise(promise: &Promise) -> i64 {
    let mut sum = Sum::new();
    sum.number(promise.id);
    sum.bytes(promise.uuid.as_bytes());
    sum.text(&promise.what);
    sum.text(promise.direction.word());
    sum.number(promise.person);
    sum.optional(promise.owner.as_deref());
    sum.text(promise.state.word());
    sum.deadline(&promise.due);
    sum.deadline(&promise.first_due);
    sum.deadline(&promise.negotiated_due);
    sum.number(promise.made_at.timestamp());
    sum.optional_number(promise.settled_at.map(|at| at.timestamp()));
    sum.optional(promise.via.as_deref());
    sum.optional_number(promise.effort_minutes.map(i64::from));
    sum.optional(promise.standard.as_deref());
    sum.optional(promise.key.as_deref());
    for tag in &promise.tags {
        sum.text(tag);
    }
    sum.number(promise.corrections.into());
    sum.number(promise.recorded_at.timestamp());
    // What older versions did not know counts only where it is set, so that their sums stay good.
    sum.tagged(
        "reschedules",
        (promise.reschedules > 0).then_some(promise.reschedules.into()),
    );
    let check = &promise.check;
    let due = check.due.as_ref().map(ToString::to_string);
    sum.tagged_text("check", due.as_deref());
    sum.tagged("satisfied", check.satisfied.map(i64::from));
    sum.tagged("rating", check.rating.map(i64::from));
    for need in &promise.needs {
        sum.tagged_text("need", Some(&need.to_string()));
    }
    for lead in &promise.reminders {
        sum.tagged_text("remind", Some(lead));
    }
    if let Some(series) = &promise.series {
        sum.tagged_text("series", Some(&series.uuid.to_string()));
        sum.tagged("occurrence", Some(series.occurrence.into()));
        sum.tagged_text("every", series.every.as_deref());
        let until = series.until.map(|date| date.to_string());
        sum.tagged_text("until", until.as_deref());
        sum.tagged("times", series.times.map(i64::from));
    }
    sum.tagged(
        "handoffs",
        (promise.handoffs > 0).then_some(promise.handoffs.into()),
    );
    sum.finish()
}

pub fn of_person(person: &Person) -> i64 {
    let mut sum = Sum::new();
    sum.number(person.id);
    sum.bytes(person.uuid.as_bytes());
    sum.text(&person.name);
    sum.number(person.known.into());
    sum.optional(person.organisation.as_deref());
    sum.optional(person.zone.as_deref());
    sum.optional(person.email.as_deref());
    sum.optional(person.phone.as_deref());
    sum.number(person.recorded_at.timestamp());
    sum.tagged_text("note", person.note.as_deref());
    let merged_into = person.merged_into.map(|uuid| uuid.to_string());
    sum.tagged_text("merged_into", merged_into.as_deref());
    sum.tagged("forgotten", person.forgotten.then_some(1));
    sum.finish()
}

/// The event and its changes. Not its number, which the database gives only with the row.
pub fn of_event(event: &Event) -> i64 {
    let mut sum = Sum::new();
    sum.bytes(event.uuid.as_bytes());
    sum.number(event.step);
    match event.subject {
        Subject::Promise(id) => {
            sum.number(0);
            sum.number(id);
        }
        Subject::Person(id) => {
            sum.number(1);
            sum.number(id);
        }
    }
    sum.number(event.at.timestamp());
    sum.text(event.draft.kind.word());
    sum.optional(event.draft.text.as_deref());
    sum.optional_number(event.draft.target);
    let account = &event.draft.account;
    sum.tagged_text("cause", account.cause.as_deref());
    for because in &account.because {
        sum.tagged_text("because", Some(because));
    }
    sum.tagged("told", account.told.map(i64::from));
    sum.tagged_text("teller", account.teller.as_deref());
    for change in &event.draft.changes {
        sum.text(change.field.word());
        sum.value(change.old.as_ref());
        sum.value(change.new.as_ref());
    }
    sum.finish()
}
