//! The history of a promise as it is passed on, and the ranks of its events.

use std::collections::HashMap;

use uuid::Uuid;

use crate::domain::event::{Event, Field, Value};
use crate::domain::record::EventRecord;
use crate::domain::sync::{Ranked, Shared, next_rank};
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::export::translate;
use crate::store::read::Reader;

impl Reader<'_> {
    /// The history of a promise as it is passed on. Every event must have a rank.
    pub fn shared(&self, promise: i64) -> Result<Shared, StoreError> {
        let events = self.ranked_events(promise)?;
        let uuids: HashMap<i64, Uuid> = events
            .iter()
            .map(|(event, _)| (event.seq, event.uuid))
            .collect();
        let mut shared = Shared::default();
        let mut people: HashMap<i64, Uuid> = HashMap::new();
        let named = events.iter().flat_map(|(event, _)| &event.draft.changes);
        for change in named.filter(|change| change.field == Field::Person) {
            let ids = [&change.old, &change.new].into_iter().flatten();
            for id in ids.filter_map(Value::number) {
                if let Some(person) = self.person(id)? {
                    people.insert(id, person.uuid);
                    shared.people.insert(person.uuid, person.name);
                }
            }
        }
        let person = |value: &Value| {
            let uuid = value.number().and_then(|id| people.get(&id)).copied();
            Value::Text(uuid.unwrap_or_default().to_string())
        };
        shared.events = events
            .iter()
            .map(|(event, rank)| Ranked {
                rank: rank.unwrap_or(i64::MAX),
                event: record(event, &uuids, &person),
            })
            .collect();
        Ok(shared)
    }
}

/// An event as it is passed on.
pub(super) fn record(
    event: &Event,
    uuids: &HashMap<i64, Uuid>,
    person: &impl Fn(&Value) -> Value,
) -> EventRecord {
    let draft = &event.draft;
    EventRecord {
        uuid: event.uuid,
        step: Uuid::nil(),
        at: event.at,
        kind: draft.kind,
        text: draft.text.clone(),
        account: draft.account.clone(),
        target: draft.target.and_then(|target| uuids.get(&target).copied()),
        changes: draft
            .changes
            .iter()
            .map(|change| translate(change.clone(), person))
            .collect(),
    }
}

impl Writing<'_> {
    /// Gives every event of a promise its rank; gives the greatest.
    pub fn rank(&self, promise: i64) -> Result<i64, StoreError> {
        let mut last = None;
        for (event, rank) in self.reader().ranked_events(promise)? {
            let known = rank.map(|rank| last.map_or(rank, |last: i64| last.max(rank)));
            let rank = known.unwrap_or_else(|| next_rank(last, event.at));
            if known.is_none() {
                self.set_rank(event.seq, rank)?;
            }
            last = Some(rank);
        }
        Ok(last.unwrap_or_default())
    }

    /// Of two ranks that an event was given, the smaller counts everywhere.
    pub(super) fn set_rank(&self, event: i64, rank: i64) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO ranks (event, rank) VALUES (?1, ?2)
             ON CONFLICT (event) DO UPDATE SET rank = ?2 WHERE rank > ?2",
            (event, rank),
        )
    }
}
