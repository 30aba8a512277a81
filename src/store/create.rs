//! A new database: made under another name and then given its own, so that it is there whole or
//! not at all, whenever the power fails.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::store::error::StoreError;
use crate::store::migrations::{self, MIGRATIONS};
use crate::store::open::APPLICATION_ID;

/// Makes the folder (0700) and the database (0600) where they do not exist. Where another process
/// is faster its file stands.
pub fn missing(path: &Path) -> Result<(), StoreError> {
    let unwritable = |error: io::Error| StoreError::from_io_writing(path, &error);
    if path.exists() {
        return make_private(path).map_err(unwritable);
    }
    let folder = path.parent().unwrap_or(Path::new("/"));
    private_folder(folder).map_err(unwritable)?;
    let name = format!(".promise-{}.part", uuid::Uuid::new_v4().simple());
    let temporary = folder.join(name);
    private_file(&temporary).map_err(unwritable)?;
    let made = fill(&temporary)
        .map_err(|error| StoreError::from_sqlite_writing(path, &error))
        .and_then(|()| name_it(&temporary, path, folder).map_err(unwritable));
    // What is left has another name, or no meaning.
    let _ = fs::remove_file(&temporary);
    made
}

/// The schema, written and durable.
fn fill(path: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;")?;
    let transaction = connection.transaction()?;
    migrations::run(&transaction, 0, MIGRATIONS)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.commit()?;
    connection.pragma_update(None, "journal_mode", "WAL")
}

/// Gives the file its name, unless that is taken.
fn name_it(temporary: &Path, path: &Path, folder: &Path) -> io::Result<()> {
    match fs::hard_link(temporary, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // A file system without links: a name can still be taken in one step.
        Err(_) if !path.exists() => fs::rename(temporary, path),
        Err(error) => Err(error),
        Ok(()) => Ok(()),
    }?;
    File::open(folder)?.sync_all()
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
