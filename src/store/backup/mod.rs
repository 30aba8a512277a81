//! Copies of the database that are whole or not there at all.

mod check;
mod file;
mod place;
mod temporary;

pub use check::Summary;
pub use file::newest_good;
pub use place::{Automatic, automatic, folder, is_due, prune};

pub(super) use check::{integrity, is_of_our_make, rows};
pub(super) use file::open;
pub(super) use place::{all, before_repairs, before_restore, damaged};
pub(super) use temporary::{JOURNALS, Temporary, folder_of, sweep, sweep_all, sync_folder_of};

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::store::Store;
use crate::store::create::private_folder;
use crate::store::error::{Fault, StoreError};
use crate::store::presence::beside;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// Its size, in bytes.
    pub size: u64,
    /// What it holds.
    pub summary: Summary,
}

/// Where a backup is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// In a folder, under a name that tells when it was made.
    In(PathBuf),
    /// Here, where nothing is yet.
    New(PathBuf),
    /// Here, in place of what is there.
    Over(PathBuf),
}

impl Store {
    /// Makes a backup while others write, every row of it checked. `step` is called for each
    /// record checked.
    pub fn backup(
        &self,
        at: DateTime<Utc>,
        target: &Target,
        step: &mut dyn FnMut(),
    ) -> Result<Made, StoreError> {
        let folder = match target {
            Target::In(folder) => folder.as_path(),
            Target::New(path) | Target::Over(path) => {
                self.refuse_as_target(path)?;
                folder_of(path)
            }
        };
        let made = self.copy_to(folder, step, |copy| match target {
            // A name that is free, so that nothing is written over.
            Target::In(folder) => first_free(copy, place::asked_for(folder, at)),
            Target::New(path) => first_free(copy, std::iter::once(path.clone())),
            Target::Over(path) => copy.replace(path).map(|()| Some(path.clone())),
        })?;
        made.ok_or_else(|| {
            let taken = match target {
                Target::In(path) | Target::New(path) | Target::Over(path) => path,
            };
            StoreError::new(taken, Fault::Taken)
        })
    }

    /// Makes an automatic backup; none where another program was faster.
    pub fn backup_automatically(
        &self,
        at: DateTime<Utc>,
        minutes: u32,
        step: &mut dyn FnMut(),
    ) -> Result<Option<Made>, StoreError> {
        let path = self.path.clone();
        self.copy_to(&folder(&path), step, |copy| {
            let existing = automatic(&path);
            if !is_due(&existing, minutes, at) {
                return Ok(None);
            }
            let next = Automatic::after(&existing, &path, at);
            first_free(copy, std::iter::once(next.path))
        })
    }

    /// Makes a checked copy and publishes it. Where somebody was forgotten meanwhile it still
    /// holds them, and another one is made.
    fn copy_to(
        &self,
        folder: &Path,
        step: &mut dyn FnMut(),
        publish: impl Fn(&Temporary) -> io::Result<Option<PathBuf>>,
    ) -> Result<Option<Made>, StoreError> {
        const FORGOTTEN: &str = "SELECT count(*) FROM people WHERE forgotten = 1";
        let failed = |error: rusqlite::Error| StoreError::from_sqlite(&self.path, &error);
        let forgotten = |connection: &Connection| -> Result<i64, StoreError> {
            let count = connection.query_row(FORGOTTEN, [], |row| row.get(0));
            count.map_err(failed)
        };
        if !self.connection.is_autocommit() {
            // A copy is made outside of the transaction in which this is read.
            self.connection.execute_batch("COMMIT").map_err(failed)?;
        }
        loop {
            let copy = copy(&self.connection, &self.path, folder)?;
            let connection = open(copy.path())?;
            let summary = rows(&connection, &self.path, step)?;
            let held = forgotten(&connection)?;
            drop(connection);
            let unwritable = |error: io::Error| uncopied(folder, &error);
            let size = fs::metadata(copy.path()).map_err(unwritable)?.len();
            let Some(path) = publish(&copy).map_err(unwritable)? else {
                return Ok(None);
            };
            if forgotten(&self.connection)? == held {
                return Ok(Some(Made {
                    path,
                    size,
                    summary,
                }));
            }
            fs::remove_file(&path).map_err(unwritable)?;
        }
    }

    /// A copy is never put over the database, nor where SQLite would take it for a part of one or
    /// take another's journal for a part of it.
    fn refuse_as_target(&self, path: &Path) -> Result<(), StoreError> {
        let refused = |reason: &str| {
            let fault = Fault::Uncopied(reason.to_owned());
            Err(StoreError::new(path, fault))
        };
        if is_same_file(path, &self.path) {
            return refused("that is the database itself");
        }
        for ending in JOURNALS {
            if is_same_file(path, &beside(&self.path, ending)) {
                return refused("that is the place of the database's journal");
            }
            if fs::symlink_metadata(beside(path, ending)).is_ok_and(|meta| meta.len() > 0) {
                return refused("the journal of another database lies beside it");
            }
        }
        Ok(())
    }
}

/// The copy made before a file of a version is migrated.
pub(super) fn before_migration(
    connection: &Connection,
    path: &Path,
    version: i64,
) -> Result<PathBuf, StoreError> {
    let copy = copy(connection, path, &folder(path))?;
    publish(&copy, place::before_migration(path, version))
}

/// A free name for the copy of what is repaired.
pub(super) fn before_repair(path: &Path) -> PathBuf {
    place::before_repair(path)
        .find(|place| !place.exists())
        .unwrap_or_default()
}

/// The copy of what a restore replaces.
pub(super) fn of_replaced(
    connection: &Connection,
    path: &Path,
    at: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    let copy = copy(connection, path, &folder(path))?;
    publish(&copy, before_restore(path, at))
}

fn publish(
    copy: &Temporary,
    candidates: impl Iterator<Item = PathBuf>,
) -> Result<PathBuf, StoreError> {
    let folder = folder_of(copy.path());
    first_free(copy, candidates)
        .map_err(|error| uncopied(folder, &error))?
        .ok_or_else(|| StoreError::new(folder, Fault::Taken))
}

/// Gives the copy the first of these names that is free.
fn first_free(
    copy: &Temporary,
    candidates: impl Iterator<Item = PathBuf>,
) -> io::Result<Option<PathBuf>> {
    for path in candidates {
        if copy.publish(&path)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// A durable copy without a name yet, of one moment, checked but for its rows.
fn copy(connection: &Connection, path: &Path, folder: &Path) -> Result<Temporary, StoreError> {
    let unwritable = |error: io::Error| uncopied(folder, &error);
    if folder == place::folder(path) {
        private_folder(folder).map_err(unwritable)?;
    }
    // An empty file of our own, so that the copy is private from its first byte.
    let copy = Temporary::new(folder).map_err(unwritable)?;
    // What killed programs left there, and beside the database.
    for folder in [folder, folder_of(path)] {
        sweep(folder, &copy);
    }
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let before = check::counts(connection).map_err(failed)?;
    vacuum_into(connection, &copy).map_err(|error| {
        let error = StoreError::from_sqlite(path, &error);
        match error.fault {
            Fault::Full => StoreError::new(folder, Fault::Uncopied("no space is left".to_owned())),
            Fault::Unreadable(detail) | Fault::Other(detail) => {
                StoreError::new(folder, Fault::Uncopied(detail))
            }
            _ => error,
        }
    })?;
    let copied = open(copy.path())?;
    integrity(&copied, path)?;
    let found = check::counts(&copied).map_err(failed)?;
    let after = check::counts(connection).map_err(failed)?;
    // Others may write meanwhile; what is counted only grows.
    let bounds = before.iter().zip(&after);
    if !found
        .iter()
        .zip(bounds)
        .all(|(found, (low, high))| (low..=high).contains(&found))
    {
        let fault = Fault::Damaged("a backup has fewer rows than its database".to_owned());
        return Err(StoreError::new(path, fault));
    }
    copy.sync().map_err(unwritable)?;
    Ok(copy)
}

/// Writes what a connection sees into an empty file, compact.
pub(super) fn vacuum_into(connection: &Connection, copy: &Temporary) -> rusqlite::Result<()> {
    // As bytes, because a folder need not be named in UTF-8.
    let name = copy.path().as_os_str().as_encoded_bytes();
    connection
        .execute("VACUUM INTO CAST(?1 AS TEXT)", [name])
        .map(|_| ())
}

/// A backup that could not be written.
pub(super) fn uncopied(path: &Path, error: &io::Error) -> StoreError {
    StoreError::new(path, Fault::Uncopied(error.to_string()))
}

/// Whether two paths lead to the same file, or would where it does not exist yet.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        fs::canonicalize(path).or_else(|_| {
            let folder = fs::canonicalize(folder_of(path))?;
            Ok::<_, io::Error>(folder.join(path.file_name().unwrap_or_default()))
        })
    };
    match (real(one), real(other)) {
        (Ok(one), Ok(other)) => one == other || is_same_inode(&one, &other),
        _ => false,
    }
}

#[cfg(unix)]
fn is_same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (fs::metadata(one), fs::metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// Links are not told apart elsewhere.
#[cfg(not(unix))]
fn is_same_inode(_: &Path, _: &Path) -> bool {
    false
}
