//! Forgetting a person: the one exception to the rule that events stay as they are.
//!
//! What is erased is overwritten in every table, event and index; the counts and times stay. Then
//! the file is rewritten, so that nothing is left in its free pages or its journal, and backups
//! that hold them are deleted. What a crash leaves of that, the doctor finds and finishes.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::domain::event::{Account, Change, Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::person::{ERASED, Person};
use crate::domain::promise::State;
use crate::domain::{replay, transitions};
use crate::query::Query;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::{Store, checksum};

/// What was forgotten.
#[derive(Clone, Debug)]
pub struct Forgotten {
    /// Their promises, each without its texts.
    pub promises: usize,
    /// Those of them that were open, and are released now.
    pub released: usize,
    /// The backups that held them, and are deleted.
    pub backups: Vec<PathBuf>,
    /// The backups that could not be looked into, and are still there.
    pub unread: Vec<PathBuf>,
}

/// The triggers that keep events as they are, put aside while texts are erased.
const UNLOCK: &str =
    "DROP TRIGGER events_stay; DROP TRIGGER changes_stay; DROP TRIGGER reasons_stay;";

impl Store {
    /// Erases what is known of a person, and of those who turned out to be them, for good.
    pub fn forget(&mut self, at: DateTime<Utc>, person: &Person) -> Result<Forgotten, StoreError> {
        let mut uuids = Vec::new();
        let mut forgotten = self.write("people forget", at, |writing| {
            let mut people = vec![person.clone()];
            people.extend(writing.reader().merged_into(person.uuid)?);
            let mut forgotten = Forgotten {
                promises: 0,
                released: 0,
                backups: Vec::new(),
                unread: Vec::new(),
            };
            for person in &people {
                writing.forget_one(person, &mut forgotten)?;
            }
            uuids.extend(people.iter().map(|person| person.uuid));
            // In the same transaction, so that no crash leaves words in the full-text index:
            // <https://sqlite.org/fts5.html>, "optimize".
            writing.batch("INSERT INTO words (words) VALUES ('optimize')")?;
            Ok::<_, StoreError>(forgotten)
        })?;
        let leftovers = self.erase_leftovers(&uuids)?;
        forgotten.backups = leftovers.holding;
        forgotten.unread = leftovers.unread;
        forgotten.unread.extend(leftovers.unclean);
        Ok(forgotten)
    }
}

impl Writing<'_> {
    fn forget_one(&mut self, person: &Person, count: &mut Forgotten) -> Result<(), StoreError> {
        let query = Query {
            people: Some(vec![person.id]),
            ..Query::default()
        };
        let entries = self.reader().list(&query)?;
        for entry in &entries {
            let promise = &entry.promise;
            count.promises += 1;
            if promise.state == State::Open
                && let Ok(released) = transitions::release(promise, self.at.max(promise.made_at))
            {
                let draft = transitions::draft(EventKind::Released, promise, &released);
                self.record(promise, draft)?;
                count.released += 1;
            }
        }
        self.append(
            Subject::Person(person.id),
            Draft::new(EventKind::Forgotten, Vec::new()),
        )?;
        self.forget_synced(person.id)?;
        let locks = self.unlock()?;
        self.erase(Subject::Person(person.id))?;
        for entry in &entries {
            self.erase(Subject::Promise(entry.promise.id))?;
        }
        self.batch(&locks)?;
        // The rows are the result of the events, and so without the texts now.
        let events = self.reader().events(Subject::Person(person.id))?;
        let after = replay::person(person.id, person.uuid, &events)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        self.update_person(&after)?;
        for entry in &entries {
            self.rebuild_promise(entry.promise.id)?;
        }
        Ok(())
    }

    /// Takes the triggers away, and gives the statements that bring them back as they were.
    fn unlock(&self) -> Result<String, StoreError> {
        let locks: Option<String> = self.reader().value(
            "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger'
             AND name IN ('events_stay', 'changes_stay', 'reasons_stay')",
            [],
        )?;
        self.batch(UNLOCK)?;
        Ok(locks.unwrap_or_default())
    }

    /// Overwrites the texts of a history.
    fn erase(&self, subject: Subject) -> Result<(), StoreError> {
        for event in self.reader().events(subject)? {
            let erased = erased(&event);
            self.execute(
                "UPDATE events SET text = ?2, checksum = ?3 WHERE seq = ?1",
                params![event.seq, erased.draft.text, checksum::of_event(&erased)],
            )?;
            self.execute(
                "UPDATE reasons SET text = ?2 WHERE event = ?1",
                params![event.seq, ERASED],
            )?;
            for (place, change) in (0_i64..).zip(&erased.draft.changes) {
                self.execute(
                    "UPDATE changes SET old = ?3, new = ?4 WHERE event = ?1 AND place = ?2",
                    params![event.seq, place, change.old, change.new],
                )?;
            }
        }
        Ok(())
    }

    fn batch(&self, statements: &str) -> Result<(), StoreError> {
        self.connection
            .execute_batch(statements)
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }
}

/// The event without what it said of the person.
fn erased(event: &Event) -> Event {
    let erase = |_: &String| ERASED.to_owned();
    let draft = &event.draft;
    Event {
        draft: Draft {
            kind: draft.kind,
            text: draft.text.as_ref().map(erase),
            account: Account {
                because: draft.account.because.iter().map(erase).collect(),
                ..draft.account.clone()
            },
            target: draft.target,
            changes: draft.changes.iter().map(without_texts).collect(),
        },
        ..event.clone()
    }
}

fn without_texts(change: &Change) -> Change {
    let erase = |value: &Option<Value>| value.as_ref().map(|_| Value::Text(ERASED.to_owned()));
    match change.field {
        // A promise has a description, and a person a name.
        Field::What | Field::Name => Change {
            field: change.field,
            old: erase(&change.old),
            new: erase(&change.new),
        },
        Field::Key
        | Field::Organisation
        | Field::Zone
        | Field::Email
        | Field::Phone
        | Field::Remark
        | Field::Alias => Change {
            field: change.field,
            old: None,
            new: None,
        },
        _ => change.clone(),
    }
}
