//! From the program's terms to those of the model, and back.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use promise::domain::changes;
use promise::domain::deadline::{Deadline, Kind};
use promise::domain::event::{Draft, EventKind};
use promise::domain::promise::{Check, Direction, Promise, State};
use promise::domain::transitions;
use uuid::Uuid;

use super::book::{Book, Deed, Due, Shape};

/// The event that a deed is, or why it is not allowed.
pub fn draft(
    before: &Promise,
    deed: &Deed,
    due: &Deadline,
    now: DateTime<Utc>,
) -> Result<Draft, transitions::Refused> {
    let (kind, after) = match deed {
        Deed::Add { .. } => panic!("no change"),
        Deed::Note => return Ok(Draft::note("said")),
        Deed::Keep { at } => (EventKind::Kept, transitions::keep(before, moment(*at))?),
        Deed::Break { at } => (
            EventKind::Broken,
            transitions::break_it(before, moment(*at))?,
        ),
        Deed::Release { at } => (
            EventKind::Released,
            transitions::release(before, moment(*at))?,
        ),
        Deed::Reopen => (EventKind::Reopened, transitions::reopen(before)?),
        Deed::Reschedule { .. } => (
            EventKind::Rescheduled,
            transitions::reschedule(before, due)?,
        ),
        Deed::Correct { .. } => {
            let after = Promise {
                due: due.clone(),
                ..before.clone()
            };
            transitions::edit(before, &after, now)?;
            let changes = changes::promise(before, &after);
            return Ok(Draft::new(EventKind::Edited, changes));
        }
        Deed::HandOff { owner } => {
            let owner = owner.map(|owner| word("owner", owner));
            (
                EventKind::HandedOff,
                transitions::hand_off(before, owner.as_deref())?,
            )
        }
        Deed::Check { satisfied, rating } => (
            EventKind::Checked,
            transitions::check(before, *satisfied, *rating)?,
        ),
        Deed::Void => (EventKind::Voided, transitions::void(before, now)?),
    };
    Ok(transitions::draft(kind, before, &after))
}

/// A promise as `add` records it.
pub fn new_promise(
    uuid: Uuid,
    person: i64,
    due: Deadline,
    at: DateTime<Utc>,
    key: Option<u8>,
) -> Promise {
    Promise {
        id: 0,
        uuid,
        what: "Call".to_owned(),
        direction: Direction::Mine,
        person,
        owner: None,
        state: State::Open,
        first_due: due.clone(),
        negotiated_due: due.clone(),
        due,
        made_at: at,
        settled_at: None,
        via: None,
        tags: BTreeSet::new(),
        effort_minutes: None,
        standard: None,
        key: key.map(|key| word("key", key)),
        check: Check::default(),
        needs: BTreeSet::new(),
        reminders: BTreeSet::new(),
        series: None,
        corrections: 0,
        reschedules: 0,
        handoffs: 0,
        recorded_at: at,
    }
}

/// A row in the terms of the model.
pub fn shape(promise: &Promise, book: &Book, notes: usize) -> Shape {
    let number = |text: &Option<String>| {
        let text = text.as_ref()?;
        text.bytes().last().map(|digit| digit - b'0')
    };
    let persons = book.people.len();
    let person = usize::try_from(promise.person).expect("a person") - 1;
    assert!(person < persons, "person {person} of {persons}");
    Shape {
        state: promise.state.word(),
        due: due(&promise.due),
        first: due(&promise.first_due),
        negotiated: due(&promise.negotiated_due),
        settled: promise.settled_at.map(|at| at.timestamp()),
        made: promise.made_at.timestamp(),
        owner: number(&promise.owner),
        key: number(&promise.key),
        person,
        satisfied: promise.check.satisfied,
        rating: promise.check.rating,
        reschedules: promise.reschedules,
        corrections: promise.corrections,
        handoffs: promise.handoffs,
        notes,
    }
}

/// A deadline in the terms of the model.
pub fn due(deadline: &Deadline) -> Due {
    let kind = match deadline.kind() {
        Kind::Day => 0,
        Kind::Wall => 2,
        Kind::Instant => 4,
    };
    let form = kind + u8::from(deadline.zone() == "UTC");
    (deadline.at().timestamp(), form)
}

/// A name, key or owner by its number.
pub fn word(what: &str, number: u8) -> String {
    format!("{what}{number}")
}

/// The number of a promise that is counted from 0.
pub fn id(promise: usize) -> i64 {
    i64::try_from(promise).expect("a number") + 1
}

/// A moment from its seconds since 1970.
pub fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).expect("a moment")
}
