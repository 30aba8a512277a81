//! The events of two histories in one order, and the promise that they make.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::domain::event::{Change, Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::promise::{LONGEST_TEXT, LONGEST_WORD, Promise, check_text};
use crate::domain::record::EventRecord;
use crate::domain::replay;
use crate::domain::sync::{Ranked, Shared};
use crate::phrase;
use crate::store::export::translate;
use crate::store::rows;

/// An event, its rank, and the event that it turns.
pub(super) struct Placed {
    /// Its place.
    pub(super) rank: i64,
    /// What it turns.
    pub(super) target: Option<Uuid>,
    /// Its number only where it is recorded.
    pub(super) event: Event,
}

/// What is here and what a history adds, in order.
pub(super) fn union(
    id: i64,
    here: &[(Event, Option<i64>)],
    shared: &Shared,
    people: &HashMap<Uuid, i64>,
) -> Result<Vec<Placed>, String> {
    let uuids: HashMap<i64, Uuid> = here
        .iter()
        .map(|(event, _)| (event.seq, event.uuid))
        .collect();
    let mut union: Vec<Placed> = here
        .iter()
        .map(|(event, rank)| Placed {
            rank: rank.unwrap_or(i64::MAX),
            target: event
                .draft
                .target
                .and_then(|target| uuids.get(&target).copied()),
            event: event.clone(),
        })
        .collect();
    let known: HashSet<Uuid> = union.iter().map(|placed| placed.event.uuid).collect();
    for placed in &mut union {
        let said = shared
            .events
            .iter()
            .find(|ranked| ranked.event.uuid == placed.event.uuid);
        placed.rank = said.map_or(placed.rank, |said| said.rank.min(placed.rank));
    }
    for Ranked { rank, event } in &shared.events {
        if known.contains(&event.uuid) {
            continue;
        }
        union.push(Placed {
            rank: *rank,
            target: event.target,
            event: localised(id, event, people)?,
        });
    }
    union.sort_by_key(|placed| (placed.rank, placed.event.uuid));
    Ok(union)
}

fn localised(id: i64, record: &EventRecord, people: &HashMap<Uuid, i64>) -> Result<Event, String> {
    let is_of_people = matches!(record.kind, EventKind::Merged | EventKind::Forgotten);
    if is_of_people {
        return Err(format!("{} is no event of a promise", record.kind.word()));
    }
    let account = &record.account;
    let words = account.cause.iter().chain(&account.teller);
    for text in record.text.iter().chain(words).chain(&account.because) {
        check_text(text, LONGEST_TEXT).map_err(|reason| format!("a text {reason}"))?;
    }
    let named = |value: &Value| {
        let uuid = value.text().and_then(|text| Uuid::parse_str(text).ok());
        uuid.and_then(|uuid| people.get(&uuid)).copied()
    };
    let localised = |change: &Change| {
        let mut values = [&change.old, &change.new].into_iter().flatten();
        if change.field == Field::Person && values.any(|value| named(value).is_none()) {
            return Err("it names a person without a name".to_owned());
        }
        Ok(translate(change.clone(), &|value| {
            Value::Number(named(value).unwrap_or_default())
        }))
    };
    Ok(Event {
        seq: 0,
        uuid: record.uuid,
        step: 0,
        subject: Subject::Promise(id),
        at: record.at,
        draft: Draft {
            kind: record.kind,
            text: record.text.clone(),
            account: record.account.clone(),
            target: None,
            changes: record
                .changes
                .iter()
                .map(localised)
                .collect::<Result<_, _>>()?,
        },
    })
}

/// The promise that events make, numbered from 1 for as long as they have no numbers.
pub(super) fn made(id: i64, uuid: Uuid, union: &[Placed]) -> Result<Promise, String> {
    let numbers: HashMap<Uuid, i64> = (1..)
        .zip(union.iter())
        .map(|(number, placed)| (placed.event.uuid, number))
        .collect();
    if numbers.len() != union.len() {
        return Err("two of its events have one identity".to_owned());
    }
    let mut events = Vec::with_capacity(union.len());
    for (number, placed) in (1..).zip(union.iter()) {
        let mut event = placed.event.clone();
        event.seq = number;
        event.draft.target = match placed.target {
            None => None,
            Some(target) => Some(
                *numbers
                    .get(&target)
                    .ok_or_else(|| format!("it turns an event {target} that it does not have"))?,
            ),
        };
        events.push(event);
    }
    replay::promise(id, uuid, &events).map_err(|bad| bad.reason.to_owned())
}

/// Why a promise cannot be recorded.
pub(super) fn unfit(promise: &Promise) -> Option<String> {
    if let Err(reason) = check_text(&promise.what, LONGEST_TEXT) {
        return Some(format!("its description {reason}"));
    }
    let words = [
        &promise.owner,
        &promise.via,
        &promise.standard,
        &promise.key,
    ];
    let words = words.into_iter().flatten().chain(&promise.tags);
    for word in words.chain(&promise.reminders) {
        if let Err(reason) = check_text(word, LONGEST_WORD) {
            return Some(format!("a short text {reason}"));
        }
    }
    let is_lead = |text: &String| phrase::lead(text).is_ok_and(|lead| lead.to_string() == *text);
    if !promise.reminders.iter().all(is_lead) {
        return Some("one of its reminders is no lead time".to_owned());
    }
    let separated = |tag: &String| tag.contains(rows::TAG_SEPARATOR);
    promise
        .tags
        .iter()
        .any(separated)
        .then(|| "a tag has a control character".to_owned())
}
