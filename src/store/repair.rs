//! Mending what can be made again: rows, names and indexes from events, instants from local times.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::TransactionBehavior;
use uuid::Uuid;

use crate::domain::promise::State;
use crate::domain::zone::Zone;
use crate::query::Query;
use crate::store::commit::Writing;
use crate::store::create::{private_file, private_folder};
use crate::store::doctor::{Differs, by_the_rules};
use crate::store::error::{Standing, StoreError};
use crate::store::presence::beside;
use crate::store::{Store, backup};

/// What was mended, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// The copy of the file as it was.
    pub backup: PathBuf,
    /// What was made again.
    pub mended: Vec<String>,
    /// What could not be.
    pub left: Vec<String>,
    /// Backups that held people who were forgotten, and are deleted.
    pub deleted: Vec<PathBuf>,
}

impl Store {
    /// Makes a copy of the file, then everything that its events and its local times determine:
    /// all of it or nothing. Then finishes the forgetting of people.
    pub fn repair(
        &mut self,
        at: DateTime<Utc>,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
    ) -> Result<Repaired, StoreError> {
        let path = self.path.clone();
        let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(&path, &error);
        let mut repaired = Repaired {
            backup: backup::before_repair(&path),
            ..Repaired::default()
        };
        // Under the lock, so that it is a copy of what is mended.
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        copy_as_it_is(&path, &repaired.backup)
            .map_err(|error| StoreError::from_io_writing(&repaired.backup, &error))?;
        transaction.execute_batch("REINDEX").map_err(failed)?;
        let mut writing = Writing::without_step(&transaction, &path, at);
        writing.mend_schema(&mut repaired)?;
        writing.mend_people(&mut repaired)?;
        writing.mend_promises(zone_of, &mut repaired)?;
        writing.mend_instants(zone_of, &mut repaired)?;
        writing.mend_search(&mut repaired)?;
        transaction.commit().map_err(|error| StoreError {
            standing: Standing::Unknown,
            ..failed(error)
        })?;
        if self.reader().has_forgotten()? {
            let leftovers = self.erase_leftovers(&[])?;
            repaired.deleted = leftovers.holding;
        }
        Ok(repaired)
    }
}

/// A name under which a copy is made until it is whole.
fn unfinished(folder: &Path) -> PathBuf {
    folder.join(format!(".promise-{}.part", Uuid::new_v4().simple()))
}

/// Copies a file that may be damaged, and its journal, byte for byte. The names are given when all
/// of it is durable, the file's last: without it the journal means nothing.
fn copy_as_it_is(path: &Path, target: &Path) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    private_folder(folder)?;
    let mut made = Vec::new();
    let copied = copy_parts(path, target, folder, &mut made);
    if copied.is_err() {
        for (temporary, _) in &made {
            // What is left has no meaning; the error that made it so is reported.
            let _ = fs::remove_file(temporary);
        }
    }
    copied
}

fn copy_parts(
    path: &Path,
    target: &Path,
    folder: &Path,
    made: &mut Vec<(PathBuf, PathBuf)>,
) -> io::Result<()> {
    for ending in ["-wal", ""] {
        let source = beside(path, ending);
        if fs::metadata(&source).is_ok_and(|meta| meta.len() > 0) {
            let temporary = unfinished(folder);
            let mut copy = private_file(&temporary)?;
            made.push((temporary, beside(target, ending)));
            io::copy(&mut File::open(source)?, &mut copy)?;
            copy.sync_all()?;
        }
    }
    for (temporary, name) in made {
        fs::rename(temporary, name)?;
    }
    File::open(folder)?.sync_all()
}

impl Writing<'_> {
    /// Indexes and triggers that are missing; a table cannot be made again with what it held.
    fn mend_schema(&mut self, repaired: &mut Repaired) -> Result<(), StoreError> {
        for (name, statement) in self.reader().missing_parts()? {
            let there: bool = self.reader().value(
                "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)",
                [&name],
            )?;
            let made_again = ["CREATE INDEX", "CREATE UNIQUE INDEX", "CREATE TRIGGER"];
            if there || !made_again.iter().any(|word| statement.starts_with(word)) {
                repaired.left.push(format!("{name}, a part of the schema"));
            } else {
                self.execute(&statement, [])?;
                repaired.mended.push(name);
            }
        }
        Ok(())
    }

    fn mend_people(&mut self, repaired: &mut Repaired) -> Result<(), StoreError> {
        for person in self.reader().people_ever()? {
            let name = format!("person {}", person.id);
            match self.reader().check_person(&person)? {
                None => {}
                Some(Differs::Events(why)) => repaired.left.push(format!("{name}: {why}")),
                Some(Differs::Row(_)) => {
                    self.rebuild_person(person.id)?;
                    repaired.mended.push(name);
                }
            }
        }
        Ok(())
    }

    fn mend_promises(
        &mut self,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
        repaired: &mut Repaired,
    ) -> Result<(), StoreError> {
        let mut last = 0;
        loop {
            let batch = self.reader().promises_after(last, 1000)?;
            for entry in &batch {
                let promise = &entry.promise;
                last = promise.id;
                let name = format!("promise {last}");
                match self.reader().check_promise(promise, zone_of)? {
                    None => {}
                    Some(Differs::Events(why)) => repaired.left.push(format!("{name}: {why}")),
                    Some(Differs::Row(_)) => {
                        self.rebuild_promise(last)?;
                        repaired.mended.push(name);
                    }
                }
            }
            if batch.is_empty() {
                return Ok(());
            }
        }
    }

    /// The instants of open promises, where the rules of their zones have changed.
    fn mend_instants(
        &mut self,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
        repaired: &mut Repaired,
    ) -> Result<(), StoreError> {
        let open = Query {
            states: vec![State::Open],
            ..Query::default()
        };
        for entry in self.reader().list(&open)? {
            let after = by_the_rules(&entry.promise, zone_of);
            if after != entry.promise {
                self.update_promise(&after)?;
                let id = after.id;
                repaired.mended.push(format!("deadline of promise {id}"));
            }
        }
        Ok(())
    }

    /// Promises whose words are not in the full-text index.
    fn mend_search(&mut self, repaired: &mut Repaired) -> Result<(), StoreError> {
        let missing: Vec<i64> = self.reader().all(
            "SELECT id FROM promises WHERE NOT EXISTS
             (SELECT 1 FROM words_docsize WHERE words_docsize.id = promises.id)",
            [],
            |row| row.get(0),
        )?;
        for id in missing {
            if let Some(entry) = self.reader().promise(id)? {
                self.index_words(&entry.promise)?;
                repaired.mended.push(format!("words of promise {id}"));
            }
        }
        Ok(())
    }
}
