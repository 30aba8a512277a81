//! Opening the file: whose it is, whether it can be read, and how it is made.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::store::Store;
use crate::store::backup;
use crate::store::create;
use crate::store::error::{Fault, StoreError};
use crate::store::migrations::{self, MIGRATIONS};
use crate::store::presence::{absolute, check_never_used, has, holds_data};
use crate::store::uri::percent_encoded;

/// Marks the file as ours: "Prms" in ASCII.
pub const APPLICATION_ID: i64 = 0x5072_6d73;

/// How long a command waits for another one.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// So many statements stay prepared: more than any command has. With fewer, one that goes through
/// many promises prepares the same ones again and again.
const STATEMENTS: usize = 64;

/// What a look at the file tells.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// No tables at all: nobody's.
    Empty,
    /// Ours, with the version of its schema.
    Ours(i64),
}

pub fn to_read(path: &Path) -> Result<Option<Store>, StoreError> {
    let path = absolute(path)?;
    if !holds_data(&path)? {
        return Ok(None);
    }
    let (connection, found) = match reading(&path)? {
        Reading::Opened(connection, found) => (connection, found),
        Reading::Interrupted(_) => return to_write(&path).map(Some),
    };
    match found {
        Found::Empty => check_never_used(&path).map(|()| None),
        Found::Ours(version) if version < migrations::newest() => {
            drop(connection);
            // The declared exception to "reads never write": an old file is brought up to date.
            to_write(&path).map(Some)
        }
        Found::Ours(_) => Ok(Some(Store::new(connection, path))),
    }
}

/// What came of opening a file for reading.
enum Reading {
    /// A connection that changes nothing, and whose file it is. All that is read through it is of
    /// one moment: a transaction has begun.
    Opened(Connection, Found),
    /// A change was interrupted, and has to be taken back by somebody who may write.
    Interrupted(StoreError),
}

/// Opens a file for reading, on any medium.
fn reading(path: &Path) -> Result<Reading, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags).and_then(|connection| {
        prepare(&connection)?;
        connection.execute_batch("BEGIN")?;
        // The first statement that touches the file: it fails where the journal cannot be made.
        let marks = Marks::read(&connection)?;
        Ok((connection, marks))
    });
    match opened {
        Ok((connection, marks)) => Ok(Reading::Opened(connection, marks.judge(path)?)),
        Err(error)
            if error.sqlite_error_code() == Some(ErrorCode::ReadOnly) && has(path, "-journal") =>
        {
            let error = StoreError::from_sqlite(path, &error);
            Ok(Reading::Interrupted(error))
        }
        Err(error) if is_medium_unwritable(&error) => {
            let connection = open_immutable(path)?;
            connection
                .execute_batch("BEGIN")
                .map_err(|error| StoreError::from_sqlite(path, &error))?;
            let found = look(&connection, path)?;
            Ok(Reading::Opened(connection, found))
        }
        Err(error) => Err(StoreError::from_sqlite(path, &error)),
    }
}

/// Opens the file for reading, whatever its version, and changes nothing; with the version.
pub fn to_examine(path: &Path) -> Result<Option<(Store, i64)>, StoreError> {
    let path = absolute(path)?;
    if !holds_data(&path)? {
        return Ok(None);
    }
    let (connection, found) = match reading(&path)? {
        Reading::Opened(connection, found) => (connection, found),
        Reading::Interrupted(error) => return Err(error),
    };
    match found {
        Found::Empty => Ok(None),
        Found::Ours(version) => Ok(Some((Store::new(connection, path), version))),
    }
}

pub fn to_change(path: &Path) -> Result<Option<Store>, StoreError> {
    if holds_data(&absolute(path)?)? {
        to_write(path).map(Some)
    } else {
        Ok(None)
    }
}

/// For what a command records, which makes the file where there is none: until then an empty
/// database in memory stands for it.
pub fn to_record(path: &Path) -> Result<Store, StoreError> {
    let path = absolute(path)?;
    if holds_data(&path)? || path.exists() {
        return to_write(&path);
    }
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(&path, &error);
    let connection = migrations::fresh().map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    Ok(Store {
        is_missing: true,
        ..Store::new(connection, path)
    })
}

pub fn to_write(path: &Path) -> Result<Store, StoreError> {
    let path = absolute(path)?;
    if !holds_data(&path)? {
        create::missing(&path)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(&path, &error);
    // A file that may not be ours is looked at before it is opened for writing, and one that is
    // newer is closed without merging its journal: what is refused stays as it is.
    if !is_marked_ours(&path) {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&path, flags).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        look(&connection, &path)?;
    }
    let mut connection = Connection::open_with_flags(&path, flags).map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    let merge_at_close = |connection: &Connection, merge: bool| {
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !merge)
            .map_err(failed)
    };
    merge_at_close(&connection, false)?;
    let found = Marks::read(&connection).map_err(failed)?.judge(&path)?;
    merge_at_close(&connection, true)?;
    if found == Found::Empty {
        check_never_used(&path)?;
        retry_busy(|| connection.pragma_update(None, "journal_mode", "WAL")).map_err(failed)?;
    }
    connection
        .execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
        .map_err(failed)?;
    if found != Found::Ours(migrations::newest()) {
        bring_up_to_date(&mut connection, &path)?;
    }
    Ok(Store::new(connection, path))
}

fn bring_up_to_date(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    // Another process may have been first.
    let version = match look(&transaction, path)? {
        Found::Empty => 0,
        Found::Ours(version) => version,
    };
    if version > 0 && version < migrations::newest() {
        // Under the lock, so that it is a copy of what is migrated, and through a connection of
        // its own, which sees the last commit.
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reading = Connection::open_with_flags(path, flags).map_err(failed)?;
        backup::before_migration(&reading, path, version)?;
    }
    migrations::run(&transaction, version, MIGRATIONS).map_err(failed)?;
    if version == 0 {
        transaction
            .pragma_update(None, "application_id", APPLICATION_ID)
            .map_err(failed)?;
    }
    transaction.commit().map_err(failed)
}

/// The settings of every connection; see <https://sqlite.org/security.html>.
pub fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Set directly where that is possible: a statement costs ten times as much.
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        // Plans do not depend on what is bound. Else a statement that compares with a parameter is
        // planned anew each time that it runs, which takes longer than to run it.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        connection.set_db_config(setting, on)?;
    }
    // Nothing is mapped into memory unless asked for.
    connection.execute_batch("PRAGMA cell_size_check = ON")
}

/// The version that this program writes.
pub fn newest_version() -> i64 {
    migrations::newest()
}

/// Whose file it is.
pub fn look(connection: &Connection, path: &Path) -> Result<Found, StoreError> {
    Marks::read(connection)
        .map_err(|error| StoreError::from_sqlite(path, &error))?
        .judge(path)
}

/// What tells whose file it is.
struct Marks {
    application: i64,
    version: i64,
    /// How many, where the mark does not tell.
    tables: i64,
}

impl Marks {
    /// Reads them. Of a file that is ours by its mark the version is all that is left to know.
    /// Else they are read in one statement, so that they belong together: another process may be
    /// making the file.
    fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let number = |name| connection.pragma_query_value(None, name, |row| row.get(0));
        if number("application_id")? == APPLICATION_ID {
            return Ok(Self {
                application: APPLICATION_ID,
                version: number("user_version")?,
                tables: 0,
            });
        }
        connection.query_row(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
             FROM pragma_application_id, pragma_user_version",
            [],
            |row| {
                Ok(Self {
                    application: row.get(0)?,
                    version: row.get(1)?,
                    tables: row.get(2)?,
                })
            },
        )
    }

    fn judge(&self, path: &Path) -> Result<Found, StoreError> {
        let known = migrations::newest();
        match self {
            Self {
                application: APPLICATION_ID,
                version,
                ..
            } if *version > known => {
                let found = *version;
                Err(StoreError::new(path, Fault::Newer { found, known }))
            }
            Self {
                application: APPLICATION_ID,
                version,
                ..
            } => Ok(Found::Ours(*version)),
            Self {
                application: 0,
                version: 0,
                tables: 0,
            } => Ok(Found::Empty),
            _ => Err(StoreError::new(path, Fault::Foreign)),
        }
    }
}

/// Whether the header of the file carries our mark (<https://sqlite.org/fileformat2.html>, 1.3).
/// A file that another process is just making may not carry it yet.
fn is_marked_ours(path: &Path) -> bool {
    const PLACE: usize = 68;
    let mut header = [0; PLACE + 4];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && header[PLACE..] == APPLICATION_ID.to_be_bytes()[4..]
}

/// Tries again while others are setting the file up: the switch to WAL does not wait by itself.
pub fn retry_busy(mut attempt: impl FnMut() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(5);
    let mut patience = PATIENCE;
    loop {
        match attempt() {
            Err(rusqlite::Error::SqliteFailure(failure, _))
                if matches!(
                    failure.code,
                    ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked
                ) && patience > PAUSE =>
            {
                patience -= PAUSE;
                std::thread::sleep(PAUSE);
            }
            result => return result,
        }
    }
}

/// Reads a file that cannot be written to, on the promise that nobody else does either.
pub fn open_immutable(path: &Path) -> Result<Connection, StoreError> {
    if has(path, "-wal") {
        return Err(StoreError::new(path, Fault::Unmerged));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let uri = format!("file:{}?immutable=1", percent_encoded(path));
    let connection = Connection::open_with_flags(uri, flags)
        .map_err(|error| StoreError::from_sqlite(path, &error))?;
    prepare(&connection).map_err(|error| StoreError::from_sqlite(path, &error))?;
    Ok(connection)
}

fn is_medium_unwritable(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::SystemIoFailure
                | ErrorCode::DiskFull
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::presence::beside;

    #[test]
    fn the_library_has_no_known_corruption() {
        // 3.7.0 to 3.51.2 can lose a commit when the write-ahead log is reset.
        assert!(rusqlite::version_number() >= 3_051_003);
    }

    #[test]
    fn a_medium_that_cannot_be_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("promise ?.db");
        drop(to_write(&path).unwrap());
        let connection = open_immutable(&path).unwrap();
        assert_eq!(
            look(&connection, &path).unwrap(),
            Found::Ours(migrations::newest())
        );
        fs::write(beside(&path, "-wal"), "unmerged").unwrap();
        let refused = open_immutable(&path).unwrap_err();
        assert!(matches!(refused.fault, Fault::Unmerged));
    }
}
