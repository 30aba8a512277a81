//! The database: opening, rows, commits of events, undo, backup.
//!
//! Settings and faults follow <https://sqlite.org/pragma.html>, <https://sqlite.org/wal.html> and
//! <https://sqlite.org/security.html>.

pub mod backup;
mod checksum;
mod commit;
mod create;
mod doctor;
mod due;
mod erase;
pub mod error;
mod export;
mod forget;
mod import;
mod list;
mod migrations;
mod open;
mod people;
mod put;
mod read;
mod repair;
mod report;
mod rows;
mod steps;

pub use commit::Writing;
pub use doctor::{Finding, Level};
pub use forget::Forgotten;
pub use import::{Import, Imported};
pub use people::{Between, Last};
pub use read::Reader;
pub use repair::Repaired;
pub use rows::Entry;
pub use steps::{Effect, Step, Turned};

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::store::error::StoreError;

/// An open database.
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
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

    /// The questions that can be asked.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.connection, &self.path)
    }
}
