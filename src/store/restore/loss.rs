//! What a restore would take away: what happened here that the backup does not know.

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::store::error::{Fault, StoreError};
use crate::store::open::{self, Found};
use crate::store::presence::beside;
use crate::store::read::Reader;
use crate::store::steps::Step;

/// What stands in the place of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Present {
    /// Nothing.
    Missing,
    /// A file without tables.
    Empty,
    /// A database of ours.
    Whole,
    /// A database of ours that does not tell what happened in it: why.
    Damaged(String),
    /// A file that cannot be opened as a database: why.
    NoDatabase(String),
}

/// What would be lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What stands there now.
    pub present: Present,
    /// How many events the backup does not have.
    pub events: i64,
    /// How many promises they are about.
    pub promises: i64,
    /// How many people were forgotten since: they would be known again.
    pub forgotten: i64,
    /// The newest step with such events.
    pub newest: Option<Step>,
}

impl Loss {
    fn none(present: Present) -> Self {
        Self {
            present,
            events: 0,
            promises: 0,
            forgotten: 0,
            newest: None,
        }
    }

    /// Whether somebody has to agree first.
    #[must_use]
    pub fn matters(&self) -> bool {
        match self.present {
            Present::Missing | Present::Empty => false,
            Present::Whole => self.events > 0,
            Present::Damaged(_) | Present::NoDatabase(_) => true,
        }
    }
}

/// Compares the database with the copy of a backup, event by event.
pub fn look(path: &Path, backup: &Path) -> Result<Loss, StoreError> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if fs::symlink_metadata(path).is_ok() {
                let detail = "it is a link to what is not there".to_owned();
                return Err(StoreError::new(path, Fault::Unwritable(detail)));
            }
            return Ok(Loss::none(Present::Missing));
        }
        Err(error) => {
            let fault = Fault::Unreadable(error.to_string());
            return Err(StoreError::new(path, fault));
        }
        Ok(meta) if meta.is_dir() => {
            let fault = Fault::Unreadable("it is a folder".to_owned());
            return Err(StoreError::new(path, fault));
        }
        // Opening it would throw a journal away.
        Ok(meta) if meta.len() == 0 => return Ok(Loss::none(Present::Empty)),
        Ok(_) => {}
    }
    let opened = reading(path).and_then(|live| {
        let found = open::look(&live, path).map_err(|error| match error.fault {
            // It can be read, and is somebody's.
            Fault::Foreign => foreign_or_none(&live, error),
            _ => error,
        })?;
        Ok((live, found))
    });
    match opened {
        Ok((_, Found::Empty)) => Ok(Loss::none(Present::Empty)),
        Ok((live, Found::Ours(_))) => match compare(&live, path, backup) {
            Err(error) => match error.fault {
                Fault::Damaged(detail) => Ok(Loss::none(Present::Damaged(detail))),
                _ => Err(error),
            },
            loss => loss,
        },
        Err(error) => match error.fault {
            Fault::Damaged(detail) => Ok(Loss::none(Present::NoDatabase(detail))),
            _ => Err(error),
        },
    }
}

/// A file that SQLite cannot read is nobody's database; one that it can is another program's, and
/// stays.
fn foreign_or_none(live: &Connection, error: StoreError) -> StoreError {
    let readable = live.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    match readable {
        Ok(()) => error,
        Err(_) => StoreError::new(&error.path, Fault::Damaged("it is no database".to_owned())),
    }
}

/// Opens the database for reading beside whoever writes to it.
pub fn reading(path: &Path) -> Result<Connection, StoreError> {
    // A change that was interrupted is taken back by the first look of somebody who may write.
    let interrupted = fs::metadata(beside(path, "-journal")).is_ok_and(|meta| meta.len() > 0);
    let access = if interrupted {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let live = Connection::open_with_flags(path, flags).map_err(failed)?;
    match open::prepare(&live) {
        // The first statement that may look at the file.
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => Err(
            StoreError::new(path, Fault::Damaged("it is no database".to_owned())),
        ),
        prepared => prepared.map(|()| live).map_err(failed),
    }
}

fn compare(live: &Connection, path: &Path, backup: &Path) -> Result<Loss, StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    // What is sorted on the way is not written to a shared folder.
    live.execute_batch("PRAGMA temp_store = MEMORY;")
        .map_err(failed)?;
    live.execute(
        "ATTACH CAST(?1 AS TEXT) AS backup",
        [backup.as_os_str().as_encoded_bytes()],
    )
    .map_err(failed)?;
    // One moment for all of it.
    live.execute_batch("BEGIN").map_err(failed)?;
    let (events, promises, forgotten, step) = live
        .query_row(
            "SELECT count(*), count(DISTINCT promise), count(*) FILTER (WHERE kind = 'forgotten'),
                    max(step)
             FROM main.events WHERE uuid NOT IN (SELECT uuid FROM backup.events)",
            [],
            |row| {
                let step: Option<i64> = row.get(3)?;
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, step))
            },
        )
        .map_err(failed)?;
    let newest = match step {
        Some(step) => Reader::new(live, path).step(step)?,
        None => None,
    };
    Ok(Loss {
        present: Present::Whole,
        events,
        promises,
        forgotten,
        newest,
    })
}
