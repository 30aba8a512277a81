//! Mending what can be made again: rows, names and indexes from events, instants from local times.

mod copy;
mod schema;

pub(super) use schema::Part;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};

use crate::domain::promise::State;
use crate::domain::zone::Zone;
use crate::query::Query;
use crate::store::commit::Writing;
use crate::store::doctor::{Differs, by_the_rules, is_whole};
use crate::store::error::{Standing, StoreError};
use crate::store::read::Reader;
use crate::store::{Store, backup};

/// What was mended, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// The copy of the file as it was; none where there was nothing to mend.
    pub backup: Option<PathBuf>,
    /// What was made again.
    pub mended: Vec<String>,
    /// What could not be.
    pub left: Vec<String>,
    /// Backups that held people who were forgotten, and are deleted.
    pub deleted: Vec<PathBuf>,
}

impl Store {
    /// Makes everything again that events and local times determine: all of it or nothing, and
    /// after a copy of the file where anything has to be. Then finishes the forgetting of people.
    pub fn repair(
        &mut self,
        at: DateTime<Utc>,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
    ) -> Result<Repaired, StoreError> {
        let path = self.path.clone();
        let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(&path, &error);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let mut mending = Mending {
            writing: Writing::without_step(&transaction, &path, at),
            connection: &transaction,
            path: &path,
            repaired: Repaired::default(),
        };
        mending.mend_indexes()?;
        let mut goes_on = mending.mend_schema()?;
        if goes_on {
            mending.mend_people()?;
            mending.mend_promises(zone_of)?;
            mending.mend_instants(zone_of)?;
            mending.mend_search()?;
            mending.mend_reminders()?;
        }
        let mut repaired = mending.repaired;
        transaction.commit().map_err(|error| StoreError {
            standing: Standing::Unknown,
            ..failed(error)
        })?;
        goes_on = goes_on && self.reader().has_forgotten()?;
        if goes_on {
            let leftovers = self.erase_leftovers(&[])?;
            repaired.deleted = leftovers.holding;
            repaired.left.extend(leftovers.unclean.iter().map(|path| {
                let path = path.display();
                format!("{path} is damaged, and may hold people who were forgotten: delete it")
            }));
        }
        Ok(repaired)
    }
}

/// A repair under way.
struct Mending<'a> {
    writing: Writing<'a>,
    connection: &'a Connection,
    path: &'a Path,
    repaired: Repaired,
}

impl Mending<'_> {
    fn reader(&self) -> Reader<'_> {
        self.writing.reader()
    }

    /// Copies the file before it is changed for the first time: under the lock, so that it is a
    /// copy of what is mended.
    fn before_change(&mut self) -> Result<(), StoreError> {
        if self.repaired.backup.is_none() {
            let target = backup::before_repair(self.path);
            copy::copy_as_it_is(self.path, &target)
                .map_err(|error| StoreError::from_io_writing(&target, &error))?;
            self.repaired.backup = Some(target);
        }
        Ok(())
    }

    fn mended(&mut self, what: String) {
        self.repaired.mended.push(what);
    }

    fn leave(&mut self, what: String) {
        self.repaired.left.push(what);
    }

    /// Indexes that do not agree with their tables.
    fn mend_indexes(&mut self) -> Result<(), StoreError> {
        if is_whole(self.connection) {
            return Ok(());
        }
        self.before_change()?;
        self.connection
            .execute_batch("REINDEX")
            .map_err(|error| StoreError::from_sqlite_writing(self.path, &error))?;
        if is_whole(self.connection) {
            self.mended("indexes".to_owned());
        }
        Ok(())
    }

    fn mend_people(&mut self) -> Result<(), StoreError> {
        for person in self.reader().people_ever()? {
            let name = format!("person {}", person.id);
            match self.reader().check_person(&person)? {
                None => {}
                Some(Differs::Events(why)) => self.leave(format!("{name}: {why}")),
                Some(Differs::Row(_)) => {
                    self.before_change()?;
                    self.writing.rebuild_person(person.id)?;
                    self.mended(name);
                }
            }
        }
        Ok(())
    }

    fn mend_promises(&mut self, zone_of: &dyn Fn(&str) -> Option<Zone>) -> Result<(), StoreError> {
        let mut last = 0;
        loop {
            let batch = self.reader().promises_after(last, 1000)?;
            for entry in &batch {
                let promise = &entry.promise;
                last = promise.id;
                let name = format!("promise {last}");
                match self.reader().check_promise(promise, zone_of)? {
                    None => {}
                    Some(Differs::Events(why)) => self.leave(format!("{name}: {why}")),
                    Some(Differs::Row(_)) => {
                        self.before_change()?;
                        self.writing.rebuild_promise(last)?;
                        self.mended(name);
                    }
                }
            }
            if batch.is_empty() {
                return Ok(());
            }
        }
    }

    /// The instants of open promises, where the rules of their zones have changed.
    fn mend_instants(&mut self, zone_of: &dyn Fn(&str) -> Option<Zone>) -> Result<(), StoreError> {
        let open = Query {
            states: vec![State::Open],
            ..Query::default()
        };
        for entry in self.reader().list(&open)? {
            let after = by_the_rules(&entry.promise, zone_of);
            if after != entry.promise {
                self.before_change()?;
                self.writing.mend_promise(&entry.promise, &after)?;
                let id = after.id;
                self.mended(format!("deadline of promise {id}"));
            }
        }
        Ok(())
    }

    /// Promises whose words are not in the full-text index.
    fn mend_search(&mut self) -> Result<(), StoreError> {
        let missing: Vec<i64> = self.reader().all(
            "SELECT id FROM promises WHERE NOT EXISTS
             (SELECT 1 FROM words_docsize WHERE words_docsize.id = promises.id)",
            [],
            |row| row.get(0),
        )?;
        for id in missing {
            if let Some(entry) = self.reader().promise(id)? {
                self.before_change()?;
                self.writing.index_words(&entry.promise)?;
                self.mended(format!("words of promise {id}"));
            }
        }
        Ok(())
    }

    /// Deadlines of which `remind` keeps nothing, or something else.
    fn mend_reminders(&mut self) -> Result<(), StoreError> {
        for id in self.reader().unreminded()? {
            self.before_change()?;
            self.writing.remake_reminder(id)?;
            self.mended(format!("reminder of promise {id}"));
        }
        Ok(())
    }
}
