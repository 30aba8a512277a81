//! Putting a backup in the place of the database.
//!
//! A database that can be opened is overwritten by a transaction of its own
//! (<https://sqlite.org/c3ref/backup_finish.html>): other programs that have it open see the one
//! content or the other, and what they write while this lasts waits, or is seen by the last look
//! at what would be lost. Only a file that is no database, or is not there, is replaced as a file.

mod aside;
mod loss;

pub use loss::{Loss, Present};

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::store::backup::{self, Summary, Temporary};
use crate::store::create::private_folder;
use crate::store::error::{Fault, StoreError};
use crate::store::migrations::{self, MIGRATIONS};
use crate::store::open::{self, Found, retry_busy};
use crate::store::presence::absolute;

/// A backup that was checked and may take the place of the database.
pub struct Restore {
    /// The database.
    path: PathBuf,
    /// The same without links.
    real: PathBuf,
    /// What the backup holds.
    pub summary: Summary,
    /// Our own copy, brought up to date, checked, and durable.
    staged: Temporary,
    source: Connection,
}

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the content is that was replaced; nothing where there was none.
    pub kept: Vec<PathBuf>,
    /// What is not in the database any more.
    pub lost: Loss,
}

impl Restore {
    /// Copies a backup beside the database, and checks all of it. `step` is called for each record
    /// checked.
    pub fn prepare(
        database: &Path,
        file: &Path,
        step: &mut dyn FnMut(),
    ) -> Result<Self, StoreError> {
        let (path, file) = (absolute(database)?, absolute(file)?);
        let unfit = |reason: &str| StoreError::new(&file, Fault::Unfit(reason.to_owned()));
        match fs::metadata(&file) {
            Ok(meta) if meta.is_dir() => return Err(unfit("it is a folder")),
            Ok(_) => {}
            Err(error) => return Err(unfit(&error.to_string())),
        }
        if backup::is_same_file(&file, &path) {
            return Err(unfit("that is the database itself"));
        }
        let real = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        let unwritable = |error: io::Error| unwritable(&path, &error);
        let folder = backup::folder_of(&real);
        private_folder(folder).map_err(unwritable)?;
        let staged = Temporary::new(folder).map_err(unwritable)?;
        backup::sweep(folder, &staged);
        let (source, summary) = stage(&file, &path, &staged, step)?;
        Ok(Self {
            path,
            real,
            summary,
            staged,
            source,
        })
    }

    /// What would be lost.
    pub fn loss(&self) -> Result<Loss, StoreError> {
        loss::look(&self.path, self.staged.path())
    }

    /// Puts the backup in place, unless what would be lost is not accepted by then: others may
    /// have written. Nothing is changed in that case.
    pub fn carry_out(
        mut self,
        at: DateTime<Utc>,
        accept: &dyn Fn(&Loss) -> bool,
    ) -> Result<Result<Restored, Self>, StoreError> {
        let lost = self.loss()?;
        if !accept(&lost) {
            return Ok(Err(self));
        }
        match lost.present {
            Present::Missing | Present::NoDatabase(_) => self.replace_file(at, lost),
            Present::Empty | Present::Whole | Present::Damaged(_) => {
                match self.overwrite(at, accept)? {
                    Some(restored) => Ok(Ok(restored)),
                    None => Ok(Err(self)),
                }
            }
        }
    }

    /// Overwrites a database that can be opened, in one transaction.
    fn overwrite(
        &mut self,
        at: DateTime<Utc>,
        accept: &dyn Fn(&Loss) -> bool,
    ) -> Result<Option<Restored>, StoreError> {
        let path = &self.path;
        let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(path, &error);
        let mut kept = Vec::new();
        if fs::metadata(&self.real).is_ok_and(|meta| meta.len() == 0) {
            // Changes to what the file held before it was emptied.
            kept = aside::journals(path, &self.real, at)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut live = Connection::open_with_flags(path, flags).map_err(failed)?;
        open::prepare(&live).map_err(failed)?;
        let merge_at_close = |live: &Connection, merge: bool| {
            live.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !merge)
                .map_err(failed)
        };
        merge_at_close(&live, false)?;
        // So that others can go on reading, and what is interrupted was never there.
        retry_busy(|| live.pragma_update(None, "journal_mode", "WAL")).map_err(failed)?;
        live.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
            .map_err(failed)?;
        let backup = Backup::new(&self.source, &mut live).map_err(failed)?;
        // The first page takes the lock: from here on nobody else can write.
        advance(&backup, 1, path)?;
        let lost = loss::look(path, self.staged.path())?;
        if !accept(&lost) {
            return Ok(None);
        }
        if lost.present != Present::Empty {
            kept.extend(aside::content(path, &self.real, at)?);
            keep_numbers(path, &self.source)?;
        }
        advance(&backup, -1, path)?;
        drop(backup);
        merge_at_close(&live, true)?;
        // Readers may keep it from being merged now; then a later command does it.
        let _ = live.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(Some(Restored { kept, lost }))
    }

    /// Gives our copy the name of the database.
    fn replace_file(
        self,
        at: DateTime<Utc>,
        lost: Loss,
    ) -> Result<Result<Restored, Self>, StoreError> {
        let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(&self.path, &error);
        let mut kept = Vec::new();
        if lost.present != Present::Missing {
            kept.push(aside::file(&self.path, &self.real, at)?);
        }
        // Changes to another content must never be merged into this one.
        kept.extend(aside::journals(&self.path, &self.real, at)?);
        self.source
            .pragma_update(None, "journal_mode", "WAL")
            .map_err(failed)?;
        let Self {
            source,
            staged,
            real,
            path,
            summary,
        } = self;
        source
            .close()
            .map_err(|(_, error)| StoreError::from_sqlite_writing(&path, &error))?;
        let placed = staged.sync().and_then(|()| match lost.present {
            Present::Missing => staged.publish(&real),
            _ => staged.replace(&real).map(|()| true),
        });
        if placed.map_err(|error| unwritable(&path, &error))? {
            return Ok(Ok(Restored { kept, lost }));
        }
        // Somebody has made a new one: what is in it has to be looked at.
        let source = writable(&staged, &path)?;
        Ok(Err(Self {
            path,
            real,
            summary,
            staged,
            source,
        }))
    }
}

/// Fills the copy, and checks it. What is wrong with the backup is said of the backup.
fn stage(
    file: &Path,
    database: &Path,
    staged: &Temporary,
    step: &mut dyn FnMut(),
) -> Result<(Connection, Summary), StoreError> {
    let unfit = |error: StoreError| match error.fault {
        Fault::Foreign => unfit(file, "it is not a database of promise"),
        Fault::Newer { found, known } => unfit(
            file,
            &format!("it has version {found}, and this program knows up to {known}"),
        ),
        Fault::Damaged(detail) => unfit(file, &format!("it is damaged: {detail}")),
        Fault::Unreadable(detail) | Fault::Other(detail) => unfit(file, &detail),
        _ => error,
    };
    let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(database, &error);
    let original = backup::open(file).map_err(unfit)?;
    let version = match open::look(&original, file).map_err(unfit)? {
        Found::Ours(version) if version > 0 => version,
        _ => return Err(self::unfit(file, "it holds nothing")),
    };
    backup::integrity(&original, file).map_err(unfit)?;
    backup::vacuum_into(&original, staged)
        .map_err(|error| unfit(StoreError::from_sqlite(file, &error)))?;
    drop(original);
    let mut source = writable(staged, database)?;
    let transaction = source.transaction().map_err(failed)?;
    migrations::run(&transaction, version, MIGRATIONS)
        .map_err(|error| unfit(StoreError::from_sqlite(file, &error)))?;
    transaction.commit().map_err(failed)?;
    if !backup::is_of_our_make(&source).map_err(failed)? {
        return Err(self::unfit(file, "its tables are not those of promise"));
    }
    let summary = backup::rows(&source, file, step).map_err(unfit)?;
    staged
        .sync()
        .map_err(|error| unwritable(database, &error))?;
    Ok((source, summary))
}

/// Our own copy, opened for writing. Nobody else knows it, so that it needs no journal.
fn writable(staged: &Temporary, database: &Path) -> Result<Connection, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(database, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(staged.path(), flags).map_err(failed)?;
    open::prepare(&connection).map_err(failed)?;
    connection
        .execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;")
        .map_err(failed)?;
    Ok(connection)
}

/// Copies so many pages; all that are left, where it is -1.
fn advance(backup: &Backup<'_, '_>, pages: i32, path: &Path) -> Result<(), StoreError> {
    let step = backup
        .step(pages)
        .map_err(|error| StoreError::from_sqlite_writing(path, &error))?;
    match step {
        StepResult::Busy | StepResult::Locked => Err(StoreError::new(path, Fault::Busy)),
        _ => Ok(()),
    }
}

/// Numbers that were given out are not given out again, though what had them is gone.
fn keep_numbers(path: &Path, source: &Connection) -> Result<(), StoreError> {
    let Ok(live) = loss::reading(path) else {
        return Ok(());
    };
    for table in ["promises", "people"] {
        let used = live.query_row(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?1",
            [table],
            |row| row.get::<_, i64>(0),
        );
        // A damaged file may not tell.
        let Ok(used) = used else { continue };
        let raise = || {
            source.execute(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0
                 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
                [table],
            )?;
            source.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1",
                (table, used),
            )
        };
        raise().map_err(|error| StoreError::from_sqlite_writing(path, &error))?;
    }
    Ok(())
}

fn unfit(file: &Path, reason: &str) -> StoreError {
    StoreError::new(file, Fault::Unfit(reason.to_owned()))
}

fn unwritable(path: &Path, error: &io::Error) -> StoreError {
    StoreError::new(path, Fault::Unwritable(error.to_string()))
}
