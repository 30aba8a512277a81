//! A new database: made under another name and then given its own, so that it is there whole or
//! not at all, whenever the power fails. Where a command makes it, it gets its name with the first
//! thing recorded: a command that is refused leaves none.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::store::backup::{Temporary, folder_of, sweep};
use crate::store::error::{Fault, StoreError};
use crate::store::migrations::{self, MIGRATIONS};
use crate::store::open::{APPLICATION_ID, PATIENCE, prepare};

/// Makes the folder (0700) and the database (0600) where they do not exist. Where another process
/// is faster its file stands.
pub fn missing(path: &Path) -> Result<(), StoreError> {
    let unwritable = |error: io::Error| StoreError::from_io_writing(path, &error);
    if path.exists() {
        return make_private(path).map_err(unwritable);
    }
    match Unnamed::begin(path)? {
        Some((unnamed, connection)) => unnamed.name(connection, path).map(|_| ()),
        None => Ok(()),
    }
}

/// A new file that has no name yet; it is gone when this is dropped.
pub struct Unnamed {
    temporary: Temporary,
    /// Others who find no file wait for it.
    _turn: Option<File>,
}

impl Unnamed {
    /// An empty database of this version; none where another program, for which this one waits,
    /// has made the file meanwhile.
    pub fn begin(path: &Path) -> Result<Option<(Self, Connection)>, StoreError> {
        let unwritable = |error: io::Error| StoreError::from_io_writing(path, &error);
        let folder = folder_of(path);
        private_folder(folder).map_err(unwritable)?;
        let turn = turn(path, folder)?;
        if path.exists() {
            return Ok(None);
        }
        let temporary = Temporary::new(folder).map_err(unwritable)?;
        sweep(folder, &temporary);
        let connection = fill(temporary.path())
            .map_err(|error| StoreError::from_sqlite_writing(path, &error))?;
        let unnamed = Self {
            temporary,
            _turn: turn,
        };
        Ok(Some((unnamed, connection)))
    }

    /// Gives the file, and all that was committed to it, its name, unless that is taken: tells
    /// which.
    pub fn name(self, connection: Connection, path: &Path) -> Result<bool, StoreError> {
        let failed = |error: rusqlite::Error| StoreError::from_sqlite_writing(path, &error);
        connection
            .pragma_update(None, "journal_mode", "WAL")
            .map_err(failed)?;
        connection.close().map_err(|(_, error)| failed(error))?;
        let named = self.temporary.publish(path);
        named.map_err(|error| StoreError::from_io_writing(path, &error))
    }
}

/// The schema, written and durable. Until the file has its name, what is not committed is kept in
/// memory: without the name the file means nothing.
fn fill(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection)?;
    connection.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;")?;
    let transaction = connection.transaction()?;
    migrations::run(&transaction, 0, MIGRATIONS)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.commit()?;
    Ok(connection)
}

/// Waits until nobody else makes a file in the folder. Where the file system has no such locks,
/// whoever gives the file its name first has made it.
#[cfg(unix)]
fn turn(path: &Path, folder: &Path) -> Result<Option<File>, StoreError> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;
    use std::time::Duration;
    const PAUSE: Duration = Duration::from_millis(2);
    let Ok(file) = File::open(folder) else {
        return Ok(None);
    };
    let mut patience = PATIENCE;
    loop {
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(Some(file)),
            Err(Errno::WOULDBLOCK | Errno::INTR) if patience > PAUSE => {
                patience -= PAUSE;
                std::thread::sleep(PAUSE);
            }
            Err(Errno::WOULDBLOCK) => return Err(StoreError::new(path, Fault::Busy)),
            Err(_) => return Ok(None),
        }
    }
}

/// Whoever gives the file its name first has made it.
#[cfg(not(unix))]
fn turn(_: &Path, _: &Path) -> Result<Option<File>, StoreError> {
    Ok(None)
}

/// Makes a folder that only its owner can look into, and those above it.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A new file that only its owner can read; never one that was there before.
pub fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    // A umask may have taken away more than that.
    if let Err(error) = make_private(path) {
        // Nobody has written to it yet; the error is what counts.
        let _ = fs::remove_file(path);
        return Err(error);
    }
    Ok(file)
}

/// Takes a file away from everybody but its owner.
#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    let owner_only = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    fs::set_permissions(path, owner_only)
}

/// Takes a file away from everybody but its owner: what the folder does elsewhere.
#[cfg(not(unix))]
fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
}
