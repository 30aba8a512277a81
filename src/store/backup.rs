//! Copies of the database that are whole or not there at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::store::create::{private_file, private_folder};
use crate::store::error::{Fault, StoreError};

/// The folder for backups, beside the database.
const FOLDER: &str = "backups";

/// The tables whose rows a backup must hold as many of.
const COUNTED: [&str; 3] = [
    "SELECT count(*) FROM promises",
    "SELECT count(*) FROM people",
    "SELECT count(*) FROM events",
];

/// The place of the backup made before a file of a version is migrated: one that is free, as an
/// earlier copy may be the better one.
#[must_use]
pub fn before_migration(path: &Path, version: i64) -> PathBuf {
    let next = version + 1;
    let first = folder(path).join(format!("before-version-{next}.db"));
    let more = (2..).map(|copy| folder(path).join(format!("before-version-{next}-{copy}.db")));
    std::iter::once(first)
        .chain(more)
        .find(|place| !place.exists())
        .unwrap_or_default()
}

/// The place of the copy made before a repair.
#[must_use]
pub fn before_repair(path: &Path) -> PathBuf {
    (1..=u32::MAX)
        .map(|copy| folder(path).join(format!("before-repair-{copy}.db")))
        .find(|place| !place.exists())
        .unwrap_or_default()
}

/// The backups of a database.
#[must_use]
pub fn all(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder(path)) else {
        return Vec::new();
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect()
}

/// The newest backup of a database, if there is one.
#[must_use]
pub fn newest(path: &Path) -> Option<PathBuf> {
    let modified = |path: &PathBuf| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    all(path).into_iter().max_by_key(modified)
}

/// Writes a checked copy: under a temporary name until it is complete and durable.
pub fn write(connection: &Connection, path: &Path, target: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let unwritable =
        |error: io::Error| StoreError::new(target, Fault::Unwritable(error.to_string()));
    let folder = target.parent().unwrap_or(Path::new("."));
    private_folder(folder).map_err(unwritable)?;
    let name = format!(".{}.part", uuid::Uuid::new_v4().simple());
    let temporary = folder.join(name);
    // An empty file of our own, so that the copy is private from its first byte.
    private_file(&temporary).map_err(unwritable)?;
    let copied = connection
        .execute("VACUUM INTO ?1", [name_in_sql(&temporary)?])
        .map_err(failed)
        .and_then(|_| check(connection, &temporary))
        .and_then(|()| {
            File::open(&temporary)
                .and_then(|file| file.sync_all())
                .and_then(|()| fs::rename(&temporary, target))
                .and_then(|()| File::open(folder)?.sync_all())
                .map_err(unwritable)
        });
    if copied.is_err() {
        // What is left has no meaning; the error that made it so is reported.
        let _ = fs::remove_file(&temporary);
    }
    copied
}

/// SQLite takes the name of the copy as text alone.
fn name_in_sql(path: &Path) -> Result<&str, StoreError> {
    path.to_str().ok_or_else(|| {
        let detail = "a backup cannot be named in a folder whose name is not UTF-8".to_owned();
        StoreError::new(path, Fault::Unwritable(detail))
    })
}

fn check(original: &Connection, copy: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(copy, &error);
    let connection =
        Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    let verdict: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .map_err(failed)?;
    if verdict != "ok" {
        return Err(StoreError::new(copy, Fault::Damaged(verdict)));
    }
    for statement in COUNTED {
        let count = |connection: &Connection| -> Result<i64, StoreError> {
            connection
                .query_row(statement, [], |row| row.get(0))
                .map_err(failed)
        };
        if count(original)? != count(&connection)? {
            let fault = Fault::Damaged("a backup has fewer rows than its database".to_owned());
            return Err(StoreError::new(copy, fault));
        }
    }
    Ok(())
}

fn folder(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).join(FOLDER)
}
