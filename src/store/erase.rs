//! What is left of people who were forgotten: in the free pages of the file, and in backups.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::domain::person::ERASED;
use crate::store::error::{Fault, StoreError};
use crate::store::open::prepare;
use crate::store::read::Reader;
use crate::store::{Store, backup, presence};

/// The backups of a database, as far as they concern people who were forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftovers {
    /// Those that hold any of them.
    pub holding: Vec<PathBuf>,
    /// Those that cannot be looked into, as they are damaged.
    pub unread: Vec<PathBuf>,
    /// Copies whose free pages may hold them, and that cannot be written anew.
    pub unclean: Vec<PathBuf>,
}

impl Store {
    /// Leaves nothing of who was forgotten in the file and its backups. Both are tried, and the
    /// first that fails is reported. Of who was forgotten just now, damaged backups hold nothing
    /// either: they are searched byte by byte.
    pub(super) fn erase_leftovers(&self, just_now: &[Uuid]) -> Result<Leftovers, StoreError> {
        let unerased = |path: &Path, error: &dyn std::fmt::Display| {
            StoreError::new(path, Fault::Unerased(error.to_string()))
        };
        let rewritten = self.rewrite().map_err(|error| unerased(&self.path, &error));
        // What a killed backup left may hold them too.
        backup::sweep_all(&backup::folder(&self.path));
        backup::sweep_all(backup::folder_of(&self.path));
        let mut leftovers = self
            .reader()
            .leftovers()
            .map_err(|error| unerased(&self.path, &error))?;
        let (named, unread) = leftovers
            .unread
            .drain(..)
            .partition(|path| names_any(path, just_now));
        leftovers.unread = unread;
        leftovers.holding.extend::<Vec<_>>(named);
        for backup in &leftovers.holding {
            remove(backup).map_err(|error| unerased(backup, &error))?;
        }
        // A copy of every byte has the free pages too, and these may be of before the forgetting.
        for copy in backup::before_repairs(&self.path) {
            let is_known = leftovers.holding.contains(&copy) || leftovers.unread.contains(&copy);
            if !is_known && rewrite_file(&copy).is_err() {
                leftovers.unclean.push(copy);
            }
        }
        rewritten.map(|()| leftovers)
    }

    fn rewrite(&self) -> rusqlite::Result<()> {
        rewrite(&self.connection)
    }
}

/// Writes the file anew: <https://sqlite.org/lang_vacuum.html>.
fn rewrite(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")
}

/// The same of a file that is not open.
fn rewrite_file(path: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    rewrite(&connection)?;
    connection.close().map_err(|(_, error)| error)
}

impl Reader<'_> {
    /// Whether anybody was forgotten.
    pub(super) fn has_forgotten(self) -> Result<bool, StoreError> {
        self.value(
            "SELECT EXISTS (SELECT 1 FROM people WHERE forgotten = 1)",
            [],
        )
    }

    /// Looks into the backups for people who were forgotten.
    pub(super) fn leftovers(self) -> Result<Leftovers, StoreError> {
        let forgotten: Vec<Uuid> =
            self.all("SELECT uuid FROM people WHERE forgotten = 1", [], |row| {
                row.get::<_, [u8; 16]>(0).map(Uuid::from_bytes)
            })?;
        let mut leftovers = Leftovers::default();
        if forgotten.is_empty() {
            return Ok(leftovers);
        }
        for path in backup::all(self.path) {
            match holds_any(&path, &forgotten) {
                Ok(false) => {}
                Ok(true) => leftovers.holding.push(path),
                Err(_) => leftovers.unread.push(path),
            }
        }
        Ok(leftovers)
    }
}

/// Whether a backup holds any of these people otherwise than erased.
fn holds_any(path: &Path, people: &[Uuid]) -> Result<bool, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let connection = backup::open(path)?;
    for uuid in people {
        let holds: bool = connection
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM people WHERE uuid = ?1 AND name <> ?2)",
                (uuid.as_bytes(), ERASED),
                |row| row.get(0),
            )
            .map_err(failed)?;
        if holds {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a file, or what lies beside it, names any of these people.
fn names_any(path: &Path, people: &[Uuid]) -> bool {
    let names = |path: PathBuf| {
        let bytes = fs::read(path).unwrap_or_default();
        let mut people = people.iter();
        people.any(|uuid| bytes.windows(16).any(|window| window == uuid.as_bytes()))
    };
    ["", "-wal", "-journal"]
        .iter()
        .any(|ending| names(presence::beside(path, ending)))
}

/// Removes a backup with what lies beside it.
fn remove(path: &Path) -> std::io::Result<()> {
    for ending in backup::JOURNALS {
        let beside = presence::beside(path, ending);
        if beside.exists() {
            fs::remove_file(beside)?;
        }
    }
    fs::remove_file(path)
}
