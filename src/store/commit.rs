//! Commits: one command, one transaction, one step.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, params};
use uuid::Uuid;

use crate::domain::changes;
use crate::domain::event::{Draft, Event, EventKind, StepKind, Subject};
use crate::domain::person::Person;
use crate::domain::promise::Promise;
use crate::domain::replay;
use crate::query::Query;
use crate::store::Store;
use crate::store::create::Unnamed;
use crate::store::error::{Fault, StoreError};
use crate::store::read::Reader;

/// The writing side of a transaction. Nothing is saved before it is committed as a whole.
pub struct Writing<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
    pub(super) at: DateTime<Utc>,
    kind: StepKind,
    command: &'static str,
    /// The step, once there is something to record.
    pub(super) step: Option<i64>,
    /// What the step is known by everywhere.
    uuid: Option<Uuid>,
    /// How many rows the connection had changed when the transaction began.
    changes_before: u64,
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
        self.transact(kind, command, at, |writing| writing.step.is_some(), change)
    }

    /// Runs changes as one transaction, which is kept where the function says so. A step that may
    /// or may not have been saved is named in the error.
    pub(super) fn transact<T, E: From<StoreError>>(
        &mut self,
        kind: StepKind,
        command: &'static str,
        at: DateTime<Utc>,
        keeps: impl FnOnce(&Writing<'_>) -> bool,
        change: impl FnOnce(&mut Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let made = self.begin_file()?;
        let path = self.path.as_path();
        let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(path, &error);
        // Immediate, because a lock taken later cannot be waited for.
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let mut writing = Writing {
            kind,
            command,
            ..Writing::without_step(&transaction, path, at)
        };
        let result = change(&mut writing)?;
        let (step, uuid) = (writing.step, writing.uuid);
        let kept = keeps(&writing);
        if kept {
            transaction.commit().map_err(|error| StoreError {
                unconfirmed: uuid,
                ..failed(error)
            })?;
            if let Some(made) = made {
                self.name_file(made).map_err(|error| StoreError {
                    unconfirmed: uuid,
                    ..error
                })?;
            }
        }
        self.last_step = step.filter(|_| kept);
        Ok(result)
    }

    /// A file without a name to write to, where there is none with one.
    fn begin_file(&mut self) -> Result<Option<Unnamed>, StoreError> {
        if !self.is_missing {
            return Ok(None);
        }
        if let Some((made, connection)) = Unnamed::begin(&self.path)? {
            self.connection = connection;
            return Ok(Some(made));
        }
        *self = Self::open_to_write(&self.path)?;
        Ok(None)
    }

    /// Gives the file that was written to its name, and opens it by that.
    fn name_file(&mut self, made: Unnamed) -> Result<(), StoreError> {
        let none = Connection::open_in_memory()
            .map_err(|error| StoreError::from_sqlite(&self.path, &error))?;
        let written = std::mem::replace(&mut self.connection, none);
        if !made.name(written, &self.path)? {
            // Only where the file system has no locks to wait for.
            return Err(StoreError::new(&self.path, Fault::Busy));
        }
        *self = Self::open_to_write(&self.path)?;
        Ok(())
    }

    /// Whether a step is there, as whoever opens the file next will see it: a commit that failed
    /// at its very end may have left in the journal all that makes it whole.
    pub fn holds_step(path: &Path, step: Uuid) -> Result<bool, StoreError> {
        match Self::open_to_read(path)? {
            None => Ok(false),
            Some(store) => store.reader().value(
                "SELECT EXISTS (SELECT 1 FROM steps WHERE uuid = ?1)",
                [step.as_bytes()],
            ),
        }
    }
}

impl<'a> Writing<'a> {
    /// The writing side of a transaction that records nothing of a step.
    pub(super) fn without_step(
        connection: &'a Connection,
        path: &'a Path,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            connection,
            path,
            at,
            kind: StepKind::Do,
            command: "",
            step: None,
            uuid: None,
            changes_before: connection.total_changes(),
        }
    }
}

impl Writing<'_> {
    /// The questions that can be asked inside the transaction.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self.connection, self.path)
    }

    /// Whether any row was changed.
    pub(super) fn has_changed(&self) -> bool {
        self.connection.total_changes() != self.changes_before
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
        self.record_person(to, Draft::new(EventKind::Edited, changes))
    }

    /// Records what happened to a person, who is as it left them.
    pub fn record_person(&mut self, after: Person, draft: Draft) -> Result<Person, StoreError> {
        self.append(Subject::Person(after.id), draft)?;
        self.update_person(&after)?;
        Ok(after)
    }

    /// Enters the words of a person's promises into the full-text index again.
    pub fn index_person(&self, person: i64) -> Result<(), StoreError> {
        let query = Query {
            people: Some(vec![person]),
            ..Query::default()
        };
        for entry in self.reader().list(&query)? {
            self.index_words(&entry.promise)?;
        }
        Ok(())
    }

    /// Records a promise, and gives it its number.
    pub fn add_promise(&mut self, mut promise: Promise) -> Result<Promise, StoreError> {
        self.insert_promise(&mut promise)?;
        let changes = changes::new_promise(&promise);
        self.append(
            Subject::Promise(promise.id),
            Draft::new(EventKind::Added, changes),
        )?;
        self.index_words_with(&promise, &[])?;
        Ok(promise)
    }

    /// Records what happened to a promise, and gives the promise as it is then.
    pub fn record(&mut self, promise: &Promise, draft: Draft) -> Result<Promise, StoreError> {
        let event = self.append(Subject::Promise(promise.id), draft)?;
        let mut after = promise.clone();
        replay::apply_to_promise(&mut after, &event)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        if after != *promise {
            self.update_promise(promise, &after)?;
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

    /// The step's number: it begins with the first thing recorded.
    pub(super) fn step(&mut self) -> Result<i64, StoreError> {
        if let Some(step) = self.step {
            return Ok(step);
        }
        let uuid = self.new_uuid();
        self.execute(
            "INSERT INTO steps (uuid, kind, command, at) VALUES (?1, ?2, ?3, ?4)",
            params![
                uuid.as_bytes(),
                self.kind.word(),
                self.command,
                self.at.timestamp()
            ],
        )?;
        let step = self.connection.last_insert_rowid();
        self.step = Some(step);
        self.uuid = Some(uuid);
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
        #[cfg(test)]
        crate::store::plans::see(statement);
        self.connection
            .prepare_cached(statement)
            .and_then(|mut statement| statement.execute(parameters))
            .map(|_| ())
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }
}
