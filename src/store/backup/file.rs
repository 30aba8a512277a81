//! Backups as files: opening one, and finding the newest that is whole.

use std::cmp::Reverse;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use crate::store::backup::{check, place};
use crate::store::error::StoreError;
use crate::store::open::{self, Found};
use crate::store::presence::beside;

/// Opens a backup for reading, and makes no file beside it where that can be helped.
pub fn open(path: &Path) -> Result<Connection, StoreError> {
    let in_use = |ending: &&str| fs::metadata(beside(path, ending)).is_ok();
    let alone = !["-wal", "-shm", "-journal"].iter().any(in_use);
    if alone && is_marked_wal(path) {
        return open::open_immutable(path);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    open::prepare(&connection).map_err(failed)?;
    Ok(connection)
}

/// Whether the header says that changes go to a log beside the file
/// (<https://sqlite.org/fileformat2.html>, 1.3).
fn is_marked_wal(path: &Path) -> bool {
    let mut header = [0; 20];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && header[18..] == [2, 2]
}

/// The newest of a database's own backups that is whole. One that was made of what somebody
/// replaced comes last.
#[must_use]
pub fn newest_good(database: &Path) -> Option<PathBuf> {
    let mut candidates: Vec<_> = place::all(database)
        .into_iter()
        .filter_map(|path| {
            let (rank, at) = place::told_by_name(&path);
            let at = at.or_else(|| newest_step(&path));
            (rank != place::Rank::Damaged).then_some((rank, Reverse(at), path))
        })
        .collect();
    candidates.sort();
    let mut paths = candidates.into_iter().map(|(.., path)| path);
    paths.find(|path| is_good(path))
}

/// When the newest step in a backup was made.
fn newest_step(path: &Path) -> Option<DateTime<Utc>> {
    let connection = open(path).ok()?;
    let newest = connection
        .query_row("SELECT at FROM steps ORDER BY id DESC LIMIT 1", [], |row| {
            row.get(0)
        })
        .optional();
    DateTime::from_timestamp(newest.ok()??, 0)
}

/// Whether a backup could be restored. The rows of an older version are checked by a restore.
fn is_good(path: &Path) -> bool {
    let Ok(connection) = open(path) else {
        return false;
    };
    let newest = match open::look(&connection, path) {
        Ok(Found::Ours(version)) => version == open::newest_version(),
        _ => return false,
    };
    check::integrity(&connection, path).is_ok()
        && (!newest || check::rows(&connection, path, &mut || ()).is_ok())
}
