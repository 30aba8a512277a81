//! From events to the present: what the events in effect make of a promise or a person.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::deadline::Deadline;
use crate::domain::event::{Change, Event, EventKind, Field, Note, Value};
use crate::domain::person::Person;
use crate::domain::promise::{Check, Direction, Promise, Series, State};

/// Why a history makes no sense: the file was damaged, or written by a newer program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadHistory {
    /// The event at fault, where it is one.
    pub seq: Option<i64>,
    /// What is wrong with it.
    pub reason: &'static str,
}

/// The events in effect: those that were not undone, or were redone after.
/// Events that undo and redo are themselves never in effect.
pub fn in_effect(events: &[Event]) -> impl Iterator<Item = &Event> {
    let mut undone = BTreeSet::new();
    for event in events {
        match (event.draft.kind, event.draft.target) {
            (EventKind::Undone, Some(target)) => {
                undone.insert(target);
            }
            (EventKind::Redone, Some(target)) => {
                undone.remove(&target);
            }
            _ => {}
        }
    }
    events.iter().filter(move |event| {
        !undone.contains(&event.seq)
            && !matches!(event.draft.kind, EventKind::Undone | EventKind::Redone)
    })
}

/// The promise that its events, in order, make. One whose first event is undone is void,
/// as it was recorded.
pub fn promise(id: i64, uuid: Uuid, events: &[Event]) -> Result<Promise, BadHistory> {
    let added = first_added(events)?;
    let mut promise = new_promise(id, uuid, added)?;
    let mut standing = false;
    for event in in_effect(events) {
        // Two machines may have opened the same occurrence of a series: the first one counts.
        if event.draft.kind == EventKind::Added {
            standing = true;
        } else {
            apply_to_promise(&mut promise, event)?;
        }
    }
    if !standing {
        promise.state = State::Void;
        promise.settled_at = last_undone(events, added.seq);
    }
    Ok(promise)
}

/// The person that their events, in order, make. One whose first event is undone is not known.
pub fn person(id: i64, uuid: Uuid, events: &[Event]) -> Result<Person, BadHistory> {
    let added = first_added(events)?;
    let Some(Value::Text(name)) = find(added, Field::Name) else {
        return Err(bad(added, "a person without a name"));
    };
    let mut person = Person::named(name, uuid, added.at);
    person.id = id;
    person.known = false;
    for change in &added.draft.changes {
        change_person(&mut person, change).ok_or(bad(added, BAD_VALUE))?;
    }
    for event in in_effect(events) {
        if event.seq == added.seq {
            person.known = true;
            continue;
        }
        person.forgotten |= event.draft.kind == EventKind::Forgotten;
        for change in &event.draft.changes {
            change_person(&mut person, change).ok_or(bad(event, BAD_VALUE))?;
        }
    }
    person.known &= person.merged_into.is_none() && !person.forgotten;
    Ok(person)
}

/// The notes in effect, oldest first.
#[must_use]
pub fn notes(events: &[Event]) -> Vec<Note> {
    in_effect(events)
        .filter(|event| event.draft.kind == EventKind::Noted)
        .filter_map(|event| {
            let text = event.draft.text.clone()?;
            Some(Note {
                at: event.at,
                text,
                told: event.draft.account.told == Some(true),
                teller: event.draft.account.teller.clone(),
            })
        })
        .collect()
}

/// Applies one event in effect to the promise as it was before it.
pub fn apply_to_promise(promise: &mut Promise, event: &Event) -> Result<(), BadHistory> {
    if event.draft.kind == EventKind::HandedOff {
        promise.handoffs += 1;
    }
    for change in &event.draft.changes {
        if change.field == Field::Due {
            let due = deadline(change.new.as_ref()).ok_or(bad(event, BAD_VALUE))?;
            if event.draft.kind == EventKind::Rescheduled {
                reschedule(promise, due, event.at);
            } else {
                correct_deadline(promise, due);
            }
        } else {
            change_promise(promise, change).ok_or(bad(event, BAD_VALUE))?;
        }
    }
    Ok(())
}

const BAD_VALUE: &str = "a value that does not fit its field";

/// A mistyped deadline was never promised: what it stood for is corrected with it. The first
/// deadline is another once there was a new agreement.
fn correct_deadline(promise: &mut Promise, due: Deadline) {
    if promise.reschedules == 0 {
        promise.first_due = due.clone();
    }
    if promise.negotiated_due == promise.due {
        promise.negotiated_due = due.clone();
    }
    promise.due = due;
    promise.corrections += 1;
}

/// A deadline agreed while the one before it had not passed is negotiated; after that it is a new
/// plan, and the miss stands.
fn reschedule(promise: &mut Promise, due: Deadline, at: DateTime<Utc>) {
    let in_time = !promise.due.has_passed(at) && promise.negotiated_due == promise.due;
    if in_time {
        promise.negotiated_due = due.clone();
    }
    promise.due = due;
    promise.reschedules += 1;
}

fn new_promise(id: i64, uuid: Uuid, added: &Event) -> Result<Promise, BadHistory> {
    let missing = || bad(added, "a promise that lacks what, person, due or made_at");
    let text = |field| find(added, field).and_then(Value::text);
    let number = |field| find(added, field).and_then(Value::number);
    let due = deadline(find(added, Field::Due)).ok_or_else(missing)?;
    let mut promise = Promise {
        id,
        uuid,
        what: text(Field::What).ok_or_else(missing)?.to_owned(),
        direction: Direction::Mine,
        person: number(Field::Person).ok_or_else(missing)?,
        owner: None,
        state: State::Open,
        first_due: due.clone(),
        negotiated_due: due.clone(),
        due,
        made_at: number(Field::MadeAt)
            .and_then(instant)
            .ok_or_else(missing)?,
        settled_at: None,
        via: None,
        tags: BTreeSet::new(),
        effort_minutes: None,
        standard: None,
        key: None,
        check: Check::default(),
        needs: BTreeSet::new(),
        reminders: BTreeSet::new(),
        series: None,
        corrections: 0,
        reschedules: 0,
        handoffs: 0,
        recorded_at: added.at,
    };
    for change in &added.draft.changes {
        if change.field != Field::Due {
            change_promise(&mut promise, change).ok_or(bad(added, BAD_VALUE))?;
        }
    }
    Ok(promise)
}

fn change_promise(promise: &mut Promise, change: &Change) -> Option<()> {
    let new = change.new.as_ref();
    match change.field {
        Field::What => new?.text()?.clone_into(&mut promise.what),
        Field::Direction => {
            promise.direction = match new {
                Some(value) => Direction::from_word(value.text()?)?,
                None => Direction::Mine,
            }
        }
        Field::Person => promise.person = new?.number()?,
        Field::Owner => set_text(&mut promise.owner, new)?,
        Field::State => {
            promise.state = match new {
                Some(value) => State::from_word(value.text()?)?,
                None => State::Open,
            }
        }
        Field::MadeAt => promise.made_at = instant(new?.number()?)?,
        Field::SettledAt => {
            promise.settled_at = match new {
                Some(value) => Some(instant(value.number()?)?),
                None => None,
            }
        }
        Field::Via => set_text(&mut promise.via, new)?,
        Field::Tag => change_set(&mut promise.tags, change)?,
        Field::Remind => change_set(&mut promise.reminders, change)?,
        Field::Effort => {
            promise.effort_minutes = match new {
                Some(value) => Some(u32::try_from(value.number()?).ok()?),
                None => None,
            }
        }
        Field::Standard => set_text(&mut promise.standard, new)?,
        Field::Key => set_text(&mut promise.key, new)?,
        Field::Check => {
            promise.check.due = match new {
                Some(value) => Some(Deadline::parse(value.text()?)?),
                None => None,
            }
        }
        Field::Satisfied => {
            promise.check.satisfied = match new {
                Some(value) => Some(value.number()? != 0),
                None => None,
            }
        }
        Field::Rating => {
            promise.check.rating = match new {
                Some(value) => Some(u8::try_from(value.number()?).ok()?),
                None => None,
            }
        }
        Field::Need => {
            if let Some(old) = &change.old {
                promise.needs.remove(&uuid_of(old)?);
            }
            if let Some(new) = new {
                promise.needs.insert(uuid_of(new)?);
            }
        }
        Field::Series
        | Field::Occurrence
        | Field::Every
        | Field::EveryUntil
        | Field::EveryTimes => {
            change_series(promise, change)?;
        }
        Field::Due
        | Field::Name
        | Field::Organisation
        | Field::Zone
        | Field::Email
        | Field::Phone
        | Field::Remark
        | Field::MergedInto
        | Field::Alias => return None,
    }
    Some(())
}

/// A promise becomes one of a series by whatever is said of that first.
fn change_series(promise: &mut Promise, change: &Change) -> Option<()> {
    let series = promise.series.get_or_insert(Series {
        uuid: promise.uuid,
        occurrence: 1,
        every: None,
        until: None,
        times: None,
    });
    let new = change.new.as_ref();
    match change.field {
        Field::Series => series.uuid = uuid_of(new?)?,
        Field::Occurrence => series.occurrence = u32::try_from(new?.number()?).ok()?,
        Field::Every => set_text(&mut series.every, new)?,
        Field::EveryUntil => {
            series.until = match new {
                Some(value) => Some(value.text()?.parse().ok()?),
                None => None,
            }
        }
        _ => {
            series.times = match new {
                Some(value) => Some(u32::try_from(value.number()?).ok()?),
                None => None,
            }
        }
    }
    Some(())
}

fn change_person(person: &mut Person, change: &Change) -> Option<()> {
    let new = change.new.as_ref();
    match change.field {
        Field::Name => new?.text()?.clone_into(&mut person.name),
        Field::Organisation => set_text(&mut person.organisation, new)?,
        Field::Zone => set_text(&mut person.zone, new)?,
        Field::Email => set_text(&mut person.email, new)?,
        Field::Phone => set_text(&mut person.phone, new)?,
        Field::Alias => change_set(&mut person.aliases, change)?,
        Field::Remark => set_text(&mut person.note, new)?,
        Field::MergedInto => {
            person.merged_into = match new {
                Some(value) => Some(uuid_of(value)?),
                None => None,
            }
        }
        _ => return None,
    }
    Some(())
}

fn change_set(set: &mut BTreeSet<String>, change: &Change) -> Option<()> {
    if let Some(old) = &change.old {
        set.remove(old.text()?);
    }
    if let Some(new) = &change.new {
        set.insert(new.text()?.to_owned());
    }
    Some(())
}

fn first_added(events: &[Event]) -> Result<&Event, BadHistory> {
    match events.first() {
        Some(event) if event.draft.kind == EventKind::Added => Ok(event),
        Some(event) => Err(bad(event, "a history that does not begin with an addition")),
        None => Err(BadHistory {
            seq: None,
            reason: "no history at all",
        }),
    }
}

fn last_undone(events: &[Event], target: i64) -> Option<DateTime<Utc>> {
    events
        .iter()
        .rev()
        .find(|event| event.draft.kind == EventKind::Undone && event.draft.target == Some(target))
        .map(|event| event.at)
}

fn find(event: &Event, field: Field) -> Option<&Value> {
    event
        .draft
        .changes
        .iter()
        .find(|change| change.field == field)
        .and_then(|change| change.new.as_ref())
}

fn deadline(value: Option<&Value>) -> Option<Deadline> {
    Deadline::parse(value?.text()?)
}

fn instant(seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0)
}

fn uuid_of(value: &Value) -> Option<Uuid> {
    Uuid::parse_str(value.text()?).ok()
}

fn set_text(slot: &mut Option<String>, new: Option<&Value>) -> Option<()> {
    *slot = match new {
        None => None,
        Some(value) => Some(value.text()?.to_owned()),
    };
    Some(())
}

fn bad(event: &Event, reason: &'static str) -> BadHistory {
    BadHistory {
        seq: Some(event.seq),
        reason,
    }
}
