//! What can go wrong with the database file.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};
use uuid::Uuid;

use crate::domain::replay::BadHistory;

/// A fault of the database or of the medium under it.
#[derive(Debug)]
pub struct StoreError {
    /// What kind of fault.
    pub fault: Fault,
    /// The database file, or the backup.
    pub path: PathBuf,
    /// What would mend it, where that is known.
    pub remedy: Option<String>,
    /// The step whose end the medium did not confirm: it may be there all the same.
    pub unconfirmed: Option<Uuid>,
    /// What a command that writes has saved.
    pub standing: Standing,
}

/// What a command that writes has saved when it fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It does not matter, or nobody has looked yet.
    #[default]
    Unsaid,
    /// Nothing.
    Nothing,
    /// Everything, but the medium did not confirm it.
    Unconfirmed,
    /// Nobody can tell, as the file cannot be looked at.
    Unknown,
}

/// What SQLite could not do where a write failed, whatever it was about to do next
/// (<https://sqlite.org/rescode.html>).
const WRITE_FAILURES: [i32; 8] = [
    ffi::SQLITE_IOERR_WRITE,
    ffi::SQLITE_IOERR_FSYNC,
    ffi::SQLITE_IOERR_DIR_FSYNC,
    ffi::SQLITE_IOERR_TRUNCATE,
    ffi::SQLITE_IOERR_DELETE,
    ffi::SQLITE_IOERR_SHMOPEN,
    ffi::SQLITE_IOERR_SHMSIZE,
    ffi::SQLITE_IOERR_SHMMAP,
];

/// The kinds of fault, each with its own remedy.
#[derive(Debug)]
pub enum Fault {
    /// Another program held the lock for longer than we wait.
    Busy,
    /// The file is not a database, or another program's.
    Foreign,
    /// A newer program wrote the file.
    Newer {
        /// The version of its schema.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// The content is damaged.
    Damaged(String),
    /// The file is empty, but something beside it says that it held data.
    Emptied {
        /// What says so.
        witness: PathBuf,
    },
    /// The medium cannot be written, and changes that were not yet merged lie beside the file.
    Unmerged,
    /// No space is left.
    Full,
    /// The file or its folder cannot be read.
    Unreadable(String),
    /// The file or its folder cannot be written.
    Unwritable(String),
    /// Something that must be unique is there already.
    Conflict(String),
    /// A backup could not be written: why.
    Uncopied(String),
    /// A backup would take the place of another file.
    Taken,
    /// A file cannot take the place of the database: why.
    Unfit(String),
    /// Somebody was forgotten, but what held them could not be erased: why.
    Unerased(String),
    /// Anything else that SQLite reports.
    Other(String),
}

impl StoreError {
    /// A fault of the file at a path.
    #[must_use]
    pub fn new(path: &Path, fault: Fault) -> Self {
        Self {
            fault,
            path: path.to_owned(),
            remedy: None,
            unconfirmed: None,
            standing: Standing::Unsaid,
        }
    }

    /// What the system reports of a file or folder that was to be made.
    #[must_use]
    pub fn from_io_writing(path: &Path, error: &io::Error) -> Self {
        let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
        let fault = if full.contains(&error.kind()) {
            Fault::Full
        } else {
            Fault::Unwritable(error.to_string())
        };
        Self::new(path, fault)
    }

    /// What SQLite reports, by its error codes (<https://sqlite.org/rescode.html>).
    #[must_use]
    pub fn from_sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        let text = error.to_string();
        let fault = match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Fault::Busy,
                ErrorCode::NotADatabase => Fault::Foreign,
                ErrorCode::DatabaseCorrupt => Fault::Damaged(text),
                ErrorCode::DiskFull => Fault::Full,
                ErrorCode::ConstraintViolation => Fault::Conflict(taken(text)),
                ErrorCode::ReadOnly => Fault::Unwritable(text),
                ErrorCode::SystemIoFailure if WRITE_FAILURES.contains(&failure.extended_code) => {
                    Fault::Unwritable(text)
                }
                ErrorCode::CannotOpen | ErrorCode::SystemIoFailure => Fault::Unreadable(text),
                _ => Fault::Other(text),
            },
            // A value of another type than its column promises.
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Fault::Damaged(text),
            _ => Fault::Other(text),
        };
        Self::new(path, fault)
    }

    /// The same while writing, where a file that cannot be opened is one that cannot be written.
    #[must_use]
    pub fn from_sqlite_writing(path: &Path, error: &rusqlite::Error) -> Self {
        let mut error = Self::from_sqlite(path, error);
        if let Fault::Unreadable(detail) = error.fault {
            error.fault = Fault::Unwritable(detail);
        }
        error
    }

    /// A history that makes no sense.
    #[must_use]
    pub fn from_history(path: &Path, bad: &BadHistory) -> Self {
        let place = bad
            .seq
            .map_or_else(String::new, |seq| format!("event {seq}: "));
        Self::new(path, Fault::Damaged(format!("{place}{}", bad.reason)))
    }

    /// What the user can do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self.standing {
            Standing::Unsaid | Standing::Nothing => {}
            Standing::Unconfirmed => {
                return "do not do it again; look at the medium, then promise doctor".to_owned();
            }
            Standing::Unknown => {
                return "look at promise log before you do it again".to_owned();
            }
        }
        if let Some(remedy) = &self.remedy {
            return remedy.clone();
        }
        match &self.fault {
            Fault::Busy => "another program is using it; try again".to_owned(),
            Fault::Foreign => "name another file with --db or PROMISE_DB".to_owned(),
            Fault::Newer { .. } => "use the newer version of promise".to_owned(),
            Fault::Damaged(_) | Fault::Emptied { .. } => {
                "try again; if it stays so, keep the file and put a backup in its place".to_owned()
            }
            Fault::Unmerged => {
                "make the folder writable, so that the file beside it can be merged".to_owned()
            }
            Fault::Full => "make room on the medium, then do it again".to_owned(),
            Fault::Conflict(_) => {
                "promise log and promise list show what has changed since".to_owned()
            }
            Fault::Uncopied(_) => "name another place: promise backup FILE".to_owned(),
            Fault::Taken => "name another file, or replace it with --force".to_owned(),
            Fault::Unfit(_) => "nothing was changed; name another backup".to_owned(),
            Fault::Unerased(_) => "make room, then promise doctor --repair erases it".to_owned(),
            Fault::Unreadable(_) | Fault::Unwritable(_) | Fault::Other(_) => {
                "check the path and its permissions, or name another file with --db".to_owned()
            }
        }
    }
}

/// What is there already, in words where it is something that the user knows.
fn taken(text: String) -> String {
    if text.contains("promises.key") {
        "its key belongs to another promise by now".to_owned()
    } else {
        text
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        if self.standing == Standing::Unconfirmed {
            f.write_str("saved, but the medium did not confirm it: ")?;
        }
        match &self.fault {
            Fault::Busy => write!(f, "the database is busy: {path}"),
            Fault::Foreign => write!(f, "not a database of promise: {path}"),
            Fault::Newer { found, known } => write!(
                f,
                "the database has version {found}, and this program knows up to {known}: {path}"
            ),
            Fault::Damaged(detail) => write!(f, "the database is damaged: {path}: {detail}"),
            Fault::Emptied { witness } => write!(
                f,
                "the database is empty or gone, but it held data, as {} shows: {path}",
                witness.display()
            ),
            Fault::Unmerged => write!(
                f,
                "the folder cannot be written, and {path}-wal holds changes not yet in {path}"
            ),
            Fault::Full => write!(f, "no space is left for the database: {path}"),
            Fault::Unreadable(detail) => {
                write!(f, "could not read the database: {path}: {detail}")
            }
            Fault::Unwritable(detail) => {
                write!(f, "could not write the database: {path}: {detail}")
            }
            Fault::Conflict(detail) => write!(f, "something stands in the way: {detail}"),
            Fault::Uncopied(detail) => write!(f, "could not write a backup: {path}: {detail}"),
            Fault::Taken => write!(f, "there is a file already: {path}"),
            Fault::Unfit(detail) => write!(f, "that cannot be restored: {path}: {detail}"),
            Fault::Unerased(detail) => write!(
                f,
                "saved, but something of who was forgotten is left: {path}: {detail}"
            ),
            Fault::Other(detail) => write!(f, "the database failed: {path}: {detail}"),
        }?;
        match self.standing {
            Standing::Unsaid | Standing::Unconfirmed => Ok(()),
            Standing::Nothing => f.write_str("; nothing was saved"),
            Standing::Unknown => f.write_str("; whether it was saved is not known"),
        }
    }
}

impl std::error::Error for StoreError {}
