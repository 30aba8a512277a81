//! Commits: one command, one transaction, one step.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, params};
use uuid::Uuid;

use crate::domain::changes;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, Event, EventKind, StepKind, Subject};
use crate::domain::person::{Person, fold};
use crate::domain::promise::Promise;
use crate::domain::replay;
use crate::store::error::{Fault, StoreError};
use crate::store::read::Reader;
use crate::store::{Store, checksum, rows};

/// The writing side of a transaction. Nothing is saved before it is committed as a whole.
pub struct Writing<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
    pub(super) at: DateTime<Utc>,
    kind: StepKind,
    command: &'static str,
    /// The step, once there is something to record.
    pub(super) step: Option<i64>,
}

impl Store {
    /// Runs one command's changes as one transaction and one step. Where the function fails, or
    /// records nothing, the file stays as it is.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        command: &'static str,
        at: DateTime<Utc>,
        change: impl FnOnce(&mut Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write_step(StepKind::Do, command, at, change)
    }

    pub(super) fn write_step<T, E: From<StoreError>>(
        &mut self,
        kind: StepKind,
        command: &'static str,
        at: DateTime<Utc>,
        change: impl FnOnce(&mut Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = self.path.as_path();
        let failed = |error: rusqlite::Error| match StoreError::from_sqlite(path, &error) {
            StoreError {
                fault: Fault::Unreadable(detail),
                path,
            } => StoreError::new(&path, Fault::Unwritable(detail)),
            other => other,
        };
        // Immediate, because a lock taken later cannot be waited for.
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let mut writing = Writing {
            connection: &transaction,
            path,
            at,
            kind,
            command,
            step: None,
        };
        let result = change(&mut writing)?;
        if writing.step.is_some() {
            transaction.commit().map_err(failed)?;
        }
        Ok(result)
    }
}

impl Writing<'_> {
    /// The questions that can be asked inside the transaction.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self.connection, self.path)
    }

    /// The moment of the command.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Records a person, and gives them their number.
    pub fn add_person(&mut self, mut person: Person) -> Result<Person, StoreError> {
        self.insert_person(&mut person)?;
        let changes = changes::new_person(&person);
        self.append(
            Subject::Person(person.id),
            Draft::new(EventKind::Added, changes),
        )?;
        Ok(person)
    }

    /// Records what was corrected about a person.
    pub fn edit_person(&mut self, from: &Person, to: Person) -> Result<Person, StoreError> {
        let changes = changes::person(from, &to);
        let draft = Draft::new(EventKind::Edited, changes);
        self.append(Subject::Person(to.id), draft)?;
        self.update_person(&to)?;
        Ok(to)
    }

    /// Records a promise, and gives it its number.
    pub fn add_promise(&mut self, mut promise: Promise) -> Result<Promise, StoreError> {
        self.insert_promise(&mut promise)?;
        let changes = changes::new_promise(&promise);
        self.append(
            Subject::Promise(promise.id),
            Draft::new(EventKind::Added, changes),
        )?;
        self.index_words(&promise)?;
        Ok(promise)
    }

    /// Records what happened to a promise, and gives the promise as it is then.
    pub fn record(&mut self, promise: &Promise, draft: Draft) -> Result<Promise, StoreError> {
        let event = self.append(Subject::Promise(promise.id), draft)?;
        let mut after = promise.clone();
        replay::apply_to_promise(&mut after, &event)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        if after != *promise {
            self.update_promise(&after)?;
        }
        let texts_stay = after.what == promise.what && after.person == promise.person;
        if !texts_stay || event.draft.kind == EventKind::Noted {
            self.index_words(&after)?;
        }
        Ok(after)
    }

    /// Appends an event with its changes.
    pub(super) fn append(&mut self, subject: Subject, draft: Draft) -> Result<Event, StoreError> {
        let step = self.step()?;
        let mut event = Event {
            seq: 0,
            uuid: self.new_uuid(),
            step,
            subject,
            at: self.at,
            draft,
        };
        self.insert_event(&mut event)?;
        Ok(event)
    }

    /// Inserts the row of an event and those of its changes, and gives it its number.
    pub(super) fn insert_event(&self, event: &mut Event) -> Result<(), StoreError> {
        let (promise, person) = match event.subject {
            Subject::Promise(id) => (Some(id), None),
            Subject::Person(id) => (None, Some(id)),
        };
        self.execute(
            "INSERT INTO events (uuid, step, promise, person, kind, at, text, target, checksum,
             cause, told, teller) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                event.uuid.as_bytes(),
                event.step,
                promise,
                person,
                event.draft.kind.word(),
                event.at.timestamp(),
                event.draft.text,
                event.draft.target,
                checksum::of_event(event),
                event.draft.account.cause,
                event.draft.account.told,
                event.draft.account.teller,
            ],
        )?;
        event.seq = self.connection.last_insert_rowid();
        for (place, because) in (0_i64..).zip(&event.draft.account.because) {
            self.execute(
                "INSERT INTO reasons (event, place, text) VALUES (?1, ?2, ?3)",
                params![event.seq, place, because],
            )?;
        }
        for (place, change) in (0_i64..).zip(&event.draft.changes) {
            self.execute(
                "INSERT INTO changes (event, place, field, old, new) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    event.seq,
                    place,
                    change.field.word(),
                    change.old,
                    change.new
                ],
            )?;
        }
        Ok(())
    }

    /// Inserts the row of a person; a number of 0 is replaced by a new one.
    pub(super) fn insert_person(&mut self, person: &mut Person) -> Result<(), StoreError> {
        let id = (person.id != 0).then_some(person.id);
        self.execute(
            "INSERT INTO people (id, uuid, name, known, recorded_at, checksum)
             VALUES (?1, ?2, ?3, 1, ?4, 0)",
            params![
                id,
                person.uuid.as_bytes(),
                person.name,
                person.recorded_at.timestamp()
            ],
        )?;
        person.id = self.connection.last_insert_rowid();
        self.update_person(person)
    }

    /// Writes the row of a person, and the names they are found by.
    pub(super) fn update_person(&self, person: &Person) -> Result<(), StoreError> {
        self.execute(
            "UPDATE people SET name = ?2, known = ?3, organisation = ?4, zone = ?5, email = ?6,
             phone = ?7, checksum = ?8 WHERE id = ?1",
            params![
                person.id,
                person.name,
                person.known,
                person.organisation,
                person.zone,
                person.email,
                person.phone,
                checksum::of_person(person),
            ],
        )?;
        self.execute("DELETE FROM names WHERE person = ?1", [person.id])?;
        if !person.known {
            return Ok(());
        }
        let aliases = person.aliases.iter().map(Some);
        for alias in std::iter::once(None).chain(aliases) {
            let folded = fold(alias.unwrap_or(&person.name));
            self.execute(
                "INSERT INTO names (folded, person, alias) VALUES (?1, ?2, ?3)",
                params![folded, person.id, alias],
            )?;
        }
        Ok(())
    }

    /// Inserts the row of a promise; a number of 0 is replaced by a new one.
    pub(super) fn insert_promise(&mut self, promise: &mut Promise) -> Result<(), StoreError> {
        if promise.id == 0 {
            promise.id = self.reader().next_promise_id()?;
        }
        self.put_promise(
            "INSERT INTO promises (id, uuid, what, direction, person, owner, state,
             due_kind, due_local, due_zone, due_at, first_kind, first_local, first_zone, first_at,
             negotiated_kind, negotiated_local, negotiated_zone, negotiated_at, made_at, settled_at,
             via, effort_minutes, standard, key, corrections, recorded_at, checksum, reschedules,
             handoffs)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
             ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)",
            promise,
        )?;
        for tag in &promise.tags {
            self.insert_tag(promise.id, tag)?;
        }
        Ok(())
    }

    /// Writes the row of a promise, and its tags.
    pub(super) fn update_promise(&self, promise: &Promise) -> Result<(), StoreError> {
        self.put_promise(
            "UPDATE promises SET uuid = ?2, what = ?3, direction = ?4, person = ?5, owner = ?6,
             state = ?7, due_kind = ?8, due_local = ?9, due_zone = ?10, due_at = ?11,
             first_kind = ?12, first_local = ?13, first_zone = ?14, first_at = ?15,
             negotiated_kind = ?16, negotiated_local = ?17, negotiated_zone = ?18,
             negotiated_at = ?19, made_at = ?20, settled_at = ?21, via = ?22, effort_minutes = ?23,
             standard = ?24, key = ?25, corrections = ?26, recorded_at = ?27, checksum = ?28,
             reschedules = ?29, handoffs = ?30 WHERE id = ?1",
            promise,
        )?;
        let before = self.reader().tags(promise.id)?;
        for tag in before.difference(&promise.tags) {
            self.execute(
                "DELETE FROM tags WHERE promise = ?1 AND tag = ?2",
                params![promise.id, tag],
            )?;
        }
        for tag in promise.tags.difference(&before) {
            self.insert_tag(promise.id, tag)?;
        }
        Ok(())
    }

    fn insert_tag(&self, promise: i64, tag: &str) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO tags (promise, tag) VALUES (?1, ?2)",
            params![promise, tag],
        )
    }

    fn put_promise(&self, statement: &str, promise: &Promise) -> Result<(), StoreError> {
        let place = |deadline: &Deadline| {
            (
                deadline.kind().word(),
                rows::local_text(deadline),
                deadline.zone().to_owned(),
                deadline.at().timestamp(),
            )
        };
        let (due, first, negotiated) = (
            place(&promise.due),
            place(&promise.first_due),
            place(&promise.negotiated_due),
        );
        self.execute(
            statement,
            params![
                promise.id,
                promise.uuid.as_bytes(),
                promise.what,
                promise.direction.word(),
                promise.person,
                promise.owner,
                promise.state.word(),
                due.0,
                due.1,
                due.2,
                due.3,
                first.0,
                first.1,
                first.2,
                first.3,
                negotiated.0,
                negotiated.1,
                negotiated.2,
                negotiated.3,
                promise.made_at.timestamp(),
                promise.settled_at.map(|at| at.timestamp()),
                promise.via,
                promise.effort_minutes,
                promise.standard,
                promise.key,
                promise.corrections,
                promise.recorded_at.timestamp(),
                checksum::of_promise(promise),
                promise.reschedules,
                promise.handoffs,
            ],
        )
    }

    /// Enters the words of a promise into the full-text index.
    pub(super) fn index_words(&self, promise: &Promise) -> Result<(), StoreError> {
        let reader = self.reader();
        let name = reader
            .person(promise.person)?
            .map_or_else(String::new, |person| person.name);
        let notes: Vec<String> = reader
            .notes(promise.id)?
            .into_iter()
            .map(|note| note.text)
            .collect();
        self.execute(
            "INSERT OR REPLACE INTO words (rowid, what, names, notes) VALUES (?1, ?2, ?3, ?4)",
            params![promise.id, promise.what, name, notes.join("\n")],
        )
    }

    /// The step's number: it begins with the first thing recorded.
    pub(super) fn step(&mut self) -> Result<i64, StoreError> {
        if let Some(step) = self.step {
            return Ok(step);
        }
        self.execute(
            "INSERT INTO steps (uuid, kind, command, at) VALUES (?1, ?2, ?3, ?4)",
            params![
                self.new_uuid().as_bytes(),
                self.kind.word(),
                self.command,
                self.at.timestamp()
            ],
        )?;
        let step = self.connection.last_insert_rowid();
        self.step = Some(step);
        Ok(step)
    }

    /// A new identity, ordered by the command's clock so that neighbours lie together on disk.
    #[must_use]
    pub fn new_uuid(&self) -> Uuid {
        let seconds = u64::try_from(self.at.timestamp()).unwrap_or(0);
        let stamp = uuid::Timestamp::from_unix(uuid::NoContext, seconds, 0);
        Uuid::new_v7(stamp)
    }

    pub(super) fn execute(
        &self,
        statement: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(statement)
            .and_then(|mut statement| statement.execute(parameters))
            .map(|_| ())
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }
}
