//! The database: opening, rows, commits of events, undo, backup.
//!
//! Settings and faults follow <https://sqlite.org/pragma.html>, <https://sqlite.org/wal.html> and
//! <https://sqlite.org/security.html>.

pub mod backup;
mod checksum;
mod commit;
mod count;
mod create;
mod doctor;
mod due;
mod effect;
mod erase;
pub mod error;
mod export;
mod foreign;
mod forget;
mod import;
mod lines;
mod list;
mod migrations;
mod open;
mod people;
#[cfg(test)]
mod plans;
mod presence;
mod put;
mod read;
mod reminders;
mod repair;
mod report;
mod restore;
mod review;
mod rows;
mod single;
mod steps;
mod sync;
mod turnable;
mod uri;

pub use commit::Writing;
pub use count::{DueCounts, DueSpan};
pub use doctor::{Finding, Level};
pub use foreign::{Happened, Met};
pub use forget::Forgotten;
pub use import::{Import, Imported};
pub use lines::{Line, Needs};
pub use people::{Between, Last};
pub use read::Reader;
pub use reminders::{Among, Candidate, Claim, Claiming};
pub use repair::Repaired;
pub use restore::{Loss, Present, Restore, Restored};
pub use rows::Entry;
pub use steps::{Effect, Step, Turned};
pub use sync::{Brought, Known, Synced, Taken};

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::store::error::StoreError;

/// An open database.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// The step of the last write.
    last_step: Option<i64>,
    /// Whether there is no file yet.
    is_missing: bool,
}

impl Store {
    fn new(connection: Connection, path: PathBuf) -> Self {
        Self {
            connection,
            path,
            last_step: None,
            is_missing: false,
        }
    }

    /// Opens the database for reading; nothing where none exists yet. Never blocks a writer.
    pub fn open_to_read(path: &Path) -> Result<Option<Self>, StoreError> {
        open::to_read(path)
    }

    /// Opens the database for writing; nothing where none exists yet.
    pub fn open_to_change(path: &Path) -> Result<Option<Self>, StoreError> {
        open::to_change(path)
    }

    /// Opens the database for writing, and makes it where none exists yet.
    pub fn open_to_write(path: &Path) -> Result<Self, StoreError> {
        open::to_write(path)
    }

    /// Opens the database for writing. Where none exists yet, the first transaction that records
    /// something makes it; one that fails leaves none.
    pub fn open_to_record(path: &Path) -> Result<Self, StoreError> {
        open::to_record(path)
    }

    /// The database file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The questions that can be asked.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.connection, &self.path)
    }

    /// The step that the last write through this opening made; nothing where it recorded nothing.
    #[must_use]
    pub fn last_step(&self) -> Option<i64> {
        self.last_step
    }
}
