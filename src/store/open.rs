//! Opening the file: whose it is, whether it can be read, and how it is made.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::store::Store;
use crate::store::backup;
use crate::store::create;
use crate::store::error::{Fault, StoreError};
use crate::store::migrations::{self, MIGRATIONS};

/// Marks the file as ours: "Prms" in ASCII.
pub const APPLICATION_ID: i64 = 0x5072_6d73;

/// The smallest database has one page of the smallest size.
const SMALLEST_PAGE: u64 = 512;

/// How long a command waits for another one.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a look at the file tells.
#[derive(Debug, PartialEq, Eq)]
enum Found {
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
    let (connection, found) = reading(&path)?;
    match found {
        Found::Empty => Ok(None),
        Found::Ours(version) if version < migrations::newest() => {
            drop(connection);
            // The declared exception to "reads never write": an old file is brought up to date.
            to_write(&path).map(Some)
        }
        Found::Ours(_) => {
            // Everything that a command reads is of one moment.
            connection
                .execute_batch("BEGIN")
                .map_err(|error| StoreError::from_sqlite(&path, &error))?;
            Ok(Some(Store { connection, path }))
        }
    }
}

/// A connection that changes nothing, on any medium, and whose file it is.
fn reading(path: &Path) -> Result<(Connection, Found), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags).and_then(|connection| {
        prepare(&connection)?;
        // The first statement that touches the file: it fails where the journal cannot be made.
        let marks = Marks::read(&connection)?;
        Ok((connection, marks))
    });
    match opened {
        Ok((connection, marks)) => Ok((connection, marks.judge(path)?)),
        Err(error) if is_medium_unwritable(&error) => {
            let connection = open_immutable(path)?;
            look(&connection, path).map(|found| (connection, found))
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
    let (connection, found) = reading(&path)?;
    match found {
        Found::Empty => Ok(None),
        Found::Ours(version) => {
            connection
                .execute_batch("BEGIN")
                .map_err(|error| StoreError::from_sqlite(&path, &error))?;
            Ok(Some((Store { connection, path }, version)))
        }
    }
}

pub fn to_change(path: &Path) -> Result<Option<Store>, StoreError> {
    if holds_data(&absolute(path)?)? {
        to_write(path).map(Some)
    } else {
        Ok(None)
    }
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
        retry_busy(|| connection.pragma_update(None, "journal_mode", "WAL")).map_err(failed)?;
    }
    connection
        .execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
        .map_err(failed)?;
    if found != Found::Ours(migrations::newest()) {
        bring_up_to_date(&mut connection, &path)?;
    }
    Ok(Store { connection, path })
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
        backup::write(&reading, path, &backup::before_migration(path, version))?;
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
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;",
    )
}

/// Whose file it is.
fn look(connection: &Connection, path: &Path) -> Result<Found, StoreError> {
    Marks::read(connection)
        .map_err(|error| StoreError::from_sqlite(path, &error))?
        .judge(path)
}

/// What tells whose file it is.
struct Marks {
    application: i64,
    version: i64,
    tables: i64,
}

impl Marks {
    /// Reads them in one statement, so that they belong together: another process may be making
    /// the file.
    fn read(connection: &Connection) -> rusqlite::Result<Self> {
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
fn retry_busy(mut attempt: impl FnMut() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
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
    let journal = beside(path, "-wal");
    if fs::metadata(&journal).is_ok_and(|meta| meta.len() > 0) {
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

/// Whether there is a file with something in it. One that is empty or not there is no database
/// yet, unless something beside it says that it held data.
fn holds_data(path: &Path) -> Result<bool, StoreError> {
    // A journal may also be that of a process that is making the file at this moment.
    const MAKING: Duration = Duration::from_secs(1);
    const PAUSE: Duration = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if let Ok(target) = fs::read_link(path) {
                    let target = target.display();
                    let detail = format!("it is a link to {target}, which is not there");
                    return Err(StoreError::new(path, Fault::Unreadable(detail)));
                }
            }
            Err(error) => return Err(unreadable(path, &error)),
            Ok(meta) if meta.is_dir() => {
                let fault = Fault::Unreadable("it is a folder".to_owned());
                return Err(StoreError::new(path, fault));
            }
            Ok(meta) if meta.len() == 0 => {}
            // SQLite takes some of these for empty.
            Ok(meta) if meta.len() < SMALLEST_PAGE => {
                return Err(StoreError::new(path, Fault::Foreign));
            }
            Ok(_) => return Ok(true),
        }
        let journal = ["-wal", "-journal"]
            .map(|ending| beside(path, ending))
            .into_iter()
            .find(|file| fs::metadata(file).is_ok_and(|meta| meta.len() > 0));
        if journal.is_some() && waited < MAKING {
            std::thread::sleep(PAUSE);
            waited += PAUSE;
            continue;
        }
        return match journal.or_else(|| backup::newest(path)) {
            Some(witness) => Err(StoreError::new(path, Fault::Emptied { witness })),
            None => Ok(false),
        };
    }
}

/// The file of the same name with something added.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> StoreError {
    StoreError::new(path, Fault::Unreadable(error.to_string()))
}

/// A path as RFC 3986 wants it inside a URI: everything but the unreserved is escaped.
fn percent_encoded(path: &Path) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                text.push(char::from(*byte));
            }
            _ => {
                let _ = write!(text, "%{byte:02X}");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_has_no_known_corruption() {
        // 3.7.0 to 3.51.2 can lose a commit when the write-ahead log is reset.
        assert!(rusqlite::version_number() >= 3_051_003);
    }

    #[test]
    fn paths_in_uris() {
        assert_eq!(
            percent_encoded(Path::new("/a b/c?d#e%f.db")),
            "/a%20b/c%3Fd%23e%25f.db"
        );
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
