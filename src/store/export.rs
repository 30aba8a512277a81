//! Everything out: histories as records, identified by UUID.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::Row;
use uuid::Uuid;

use crate::domain::event::{Change, Draft, Event, Field, StepKind, Subject, Value};
use crate::domain::person::Person;
use crate::domain::promise::Promise;
use crate::domain::record::{EventRecord, History, Record, StepRecord};
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::{Store, rows};

/// How many steps, people or promises are read at a time.
const BATCH: u32 = 500;

impl Store {
    /// Hands over every record, as of one moment: steps, then people, then promises.
    pub fn export<E: From<StoreError>>(
        &self,
        mut hand_over: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let reader = self.reader();
        let mut last = 0;
        loop {
            let batch = reader.steps_after(last)?;
            let Some((newest, _)) = batch.last() else {
                break;
            };
            last = *newest;
            for (_, step) in batch {
                hand_over(Record::Step(step))?;
            }
        }
        let mut people = HashMap::new();
        last = 0;
        loop {
            let batch = reader.people_after(last, BATCH)?;
            let Some(newest) = batch.last() else {
                break;
            };
            last = newest.id;
            for person in batch {
                reader.verify_person(&person)?;
                hand_over(reader.person_record(&person, &mut people)?)?;
            }
        }
        last = 0;
        loop {
            let batch = reader.promises_after(last, BATCH)?;
            for entry in &batch {
                reader.verify(entry)?;
                last = entry.promise.id;
                hand_over(reader.promise_record(&entry.promise, &people)?)?;
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
        for id in &named.steps {
            if let Some(step) = reader.step_record(*id)? {
                hand_over(Record::Step(step))?;
            }
        }
        let mut people = HashMap::new();
        for person in &named.people {
            if let Some(person) = reader.person(*person)? {
                hand_over(reader.person_record(&person, &mut people)?)?;
            }
        }
        for id in ids {
            let Some(entry) = reader.verified(*id)? else {
                continue;
            };
            hand_over(reader.promise_record(&entry.promise, &people)?)?;
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
    /// The steps after a number that have events, in order, not too many at once.
    fn steps_after(&self, id: i64) -> Result<Vec<(i64, StepRecord)>, StoreError> {
        let steps = self.all(
            "SELECT id, uuid, kind, command, at FROM steps
             WHERE id > ?1 AND EXISTS (SELECT 1 FROM events WHERE step = steps.id)
             ORDER BY id LIMIT ?2",
            (id, BATCH),
            |row| Ok((row.get(0)?, step_record(row)?)),
        )?;
        self.check_order("step", id, steps.iter().map(|(id, _)| *id))?;
        Ok(steps)
    }

    fn step_record(&self, id: i64) -> Result<Option<StepRecord>, StoreError> {
        self.one(
            "SELECT id, uuid, kind, command, at FROM steps WHERE id = ?1",
            [id],
            step_record,
        )
    }

    /// A person's record; they are known to those that come after it.
    fn person_record(
        &self,
        person: &Person,
        people: &mut HashMap<i64, Uuid>,
    ) -> Result<Record, StoreError> {
        people.insert(person.id, person.uuid);
        let subject = Subject::Person(person.id);
        let history = self.whole_history(subject, person.uuid, people)?;
        Ok(Record::Person(history))
    }

    /// A promise's record.
    fn promise_record(
        &self,
        promise: &Promise,
        people: &HashMap<i64, Uuid>,
    ) -> Result<Record, StoreError> {
        let subject = Subject::Promise(promise.id);
        let history = self.whole_history(subject, promise.uuid, people)?;
        Ok(Record::Promise(history))
    }

    /// The history of a promise or a person in the terms of other machines. Of steps there are
    /// too many to be held.
    fn whole_history(
        &self,
        subject: Subject,
        uuid: Uuid,
        people: &HashMap<i64, Uuid>,
    ) -> Result<History, StoreError> {
        let events = self.events(subject)?;
        let step = |id: i64| {
            let uuid = self.one("SELECT uuid FROM steps WHERE id = ?1", [id], |row| {
                rows::identity(row, 0)
            });
            uuid.map(Option::unwrap_or_default)
        };
        let steps = events.iter().map(|event| step(event.step));
        let steps: Vec<Uuid> = steps.collect::<Result<_, _>>()?;
        let (Subject::Person(id) | Subject::Promise(id)) = subject;
        Ok(History {
            id,
            uuid,
            events: to_records(events, &steps, people),
        })
    }
}

/// A step, from the columns `id, uuid, kind, command, at`.
fn step_record(row: &Row<'_>) -> rusqlite::Result<StepRecord> {
    Ok(StepRecord {
        uuid: rows::identity(row, 1)?,
        kind: rows::word(row, 2, StepKind::from_word)?,
        command: row.get(3)?,
        at: rows::instant(row, 4)?,
    })
}

/// Events with the steps that they belong to.
fn to_records(events: Vec<Event>, steps: &[Uuid], people: &HashMap<i64, Uuid>) -> Vec<EventRecord> {
    let uuids: BTreeMap<i64, Uuid> = events.iter().map(|event| (event.seq, event.uuid)).collect();
    let person = |value: &Value| match value {
        Value::Number(id) => Value::Text(people.get(id).copied().unwrap_or_default().to_string()),
        Value::Text(_) => value.clone(),
    };
    let records = events.into_iter().zip(steps).map(|(event, step)| {
        let Draft {
            kind,
            text,
            account,
            target,
            changes,
        } = event.draft;
        let changes = changes.into_iter();
        EventRecord {
            uuid: event.uuid,
            step: *step,
            at: event.at,
            kind,
            text,
            account,
            target: target.and_then(|target| uuids.get(&target).copied()),
            changes: changes.map(|change| translate(change, &person)).collect(),
        }
    });
    records.collect()
}

/// The change with the person it names in other terms.
pub fn translate(change: Change, person: &impl Fn(&Value) -> Value) -> Change {
    if change.field != Field::Person {
        return change;
    }
    Change {
        field: change.field,
        old: change.old.as_ref().map(person),
        new: change.new.as_ref().map(person),
    }
}
