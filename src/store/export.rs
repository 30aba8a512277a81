//! Everything out: histories as records, identified by UUID.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use crate::domain::event::{Change, Event, Field, StepKind, Subject, Value};
use crate::domain::record::{EventRecord, History, Record, StepRecord};
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::{Store, rows};

/// How many promises are read at a time.
const BATCH: u32 = 1000;

impl Store {
    /// Hands over every record, as of one moment: steps, then people, then promises.
    pub fn export<E: From<StoreError>>(
        &self,
        mut hand_over: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let reader = self.reader();
        let mut steps = HashMap::new();
        for (id, step) in reader.steps_with_events()? {
            steps.insert(id, step.uuid);
            hand_over(Record::Step(step))?;
        }
        let mut people = HashMap::new();
        for person in reader.people_ever()? {
            reader.verify_person(&person)?;
            people.insert(person.id, person.uuid);
            let events = reader.events(Subject::Person(person.id))?;
            hand_over(Record::Person(History {
                id: person.id,
                uuid: person.uuid,
                events: to_records(&events, &steps, &people),
            }))?;
        }
        let mut last = 0;
        loop {
            let batch = reader.promises_after(last, BATCH)?;
            for entry in &batch {
                reader.verify(entry)?;
                let promise = &entry.promise;
                let events = reader.events(Subject::Promise(promise.id))?;
                hand_over(Record::Promise(History {
                    id: promise.id,
                    uuid: promise.uuid,
                    events: to_records(&events, &steps, &people),
                }))?;
                last = promise.id;
            }
            if batch.is_empty() {
                return Ok(());
            }
        }
    }
}

impl Store {
    /// Hands over the records of some promises alone: the steps and the people that their
    /// histories name, then they themselves.
    pub fn export_some<E: From<StoreError>>(
        &self,
        ids: &[i64],
        mut hand_over: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let reader = self.reader();
        let mut named = Named::default();
        for id in ids {
            named.take(&reader.events(Subject::Promise(*id))?);
        }
        for person in named.people.clone() {
            named.take(&reader.events(Subject::Person(person))?);
        }
        let mut steps = HashMap::new();
        for (id, step) in reader.steps_with_events()? {
            if named.steps.contains(&id) {
                steps.insert(id, step.uuid);
                hand_over(Record::Step(step))?;
            }
        }
        let mut people = HashMap::new();
        for person in &named.people {
            if let Some(person) = reader.person(*person)? {
                people.insert(person.id, person.uuid);
                let events = reader.events(Subject::Person(person.id))?;
                hand_over(Record::Person(History {
                    id: person.id,
                    uuid: person.uuid,
                    events: to_records(&events, &steps, &people),
                }))?;
            }
        }
        for id in ids {
            let Some(entry) = reader.promise(*id)? else {
                continue;
            };
            reader.verify(&entry)?;
            let events = reader.events(Subject::Promise(*id))?;
            hand_over(Record::Promise(History {
                id: *id,
                uuid: entry.promise.uuid,
                events: to_records(&events, &steps, &people),
            }))?;
        }
        Ok(())
    }
}

/// What histories name.
#[derive(Default)]
struct Named {
    steps: BTreeSet<i64>,
    people: BTreeSet<i64>,
}

impl Named {
    fn take(&mut self, events: &[Event]) {
        for event in events {
            self.steps.insert(event.step);
            let changes = event.draft.changes.iter();
            let people = changes.filter(|change| change.field == Field::Person);
            for value in people
                .flat_map(|change| [&change.old, &change.new])
                .flatten()
            {
                self.people.extend(value.number());
            }
        }
    }
}

impl Reader<'_> {
    fn steps_with_events(&self) -> Result<Vec<(i64, StepRecord)>, StoreError> {
        self.all(
            "SELECT id, uuid, kind, command, at FROM steps
             WHERE EXISTS (SELECT 1 FROM events WHERE step = steps.id) ORDER BY id",
            [],
            |row| {
                let step = StepRecord {
                    uuid: rows::identity(row, 1)?,
                    kind: rows::word(row, 2, StepKind::from_word)?,
                    command: row.get(3)?,
                    at: rows::instant(row, 4)?,
                };
                Ok((row.get(0)?, step))
            },
        )
    }
}

fn to_records(
    events: &[Event],
    steps: &HashMap<i64, Uuid>,
    people: &HashMap<i64, Uuid>,
) -> Vec<EventRecord> {
    let uuids: BTreeMap<i64, Uuid> = events.iter().map(|event| (event.seq, event.uuid)).collect();
    let person = |value: &Value| match value {
        Value::Number(id) => Value::Text(people.get(id).copied().unwrap_or_default().to_string()),
        Value::Text(_) => value.clone(),
    };
    events
        .iter()
        .map(|event| EventRecord {
            uuid: event.uuid,
            step: steps.get(&event.step).copied().unwrap_or_default(),
            at: event.at,
            kind: event.draft.kind,
            text: event.draft.text.clone(),
            account: event.draft.account.clone(),
            target: event
                .draft
                .target
                .and_then(|target| uuids.get(&target).copied()),
            changes: event
                .draft
                .changes
                .iter()
                .map(|change| translate(change, &person))
                .collect(),
        })
        .collect()
}

/// The change with the person it names in other terms.
pub fn translate(change: &Change, person: &impl Fn(&Value) -> Value) -> Change {
    if change.field != Field::Person {
        return change.clone();
    }
    Change {
        field: change.field,
        old: change.old.as_ref().map(person),
        new: change.new.as_ref().map(person),
    }
}
