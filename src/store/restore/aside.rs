//! Keeping what a restore replaces.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::store::backup::{self, Temporary};
use crate::store::create::private_folder;
use crate::store::error::{Fault, StoreError};
use crate::store::presence::beside;
use crate::store::restore::loss;

/// Keeps the content of a database that nobody can write to now: as a checked copy, or, where it
/// is damaged, byte by byte.
pub fn content(path: &Path, real: &Path, at: DateTime<Utc>) -> Result<Vec<PathBuf>, StoreError> {
    let copied = loss::reading(path).and_then(|live| backup::of_replaced(&live, path, at));
    match copied {
        Ok(copy) => Ok(vec![copy]),
        Err(error) if matches!(error.fault, Fault::Damaged(_)) => bytes(path, real, at),
        Err(error) => Err(error),
    }
}

/// Copies the log first: what is merged from it meanwhile is in both, and the log itself cannot
/// begin anew while nobody can write.
fn bytes(path: &Path, real: &Path, at: DateTime<Utc>) -> Result<Vec<PathBuf>, StoreError> {
    let unwritable = |error: io::Error| backup::uncopied(path, &error);
    let (folder, target) = free_name(path, at).map_err(unwritable)?;
    let mut kept = Vec::new();
    for ending in ["-wal", ""] {
        let from = beside(real, ending);
        if fs::metadata(&from).is_ok_and(|meta| meta.len() > 0) {
            let copy = copied(&from, &folder).map_err(unwritable)?;
            let target = beside(&target, ending);
            copy.replace(&target).map_err(unwritable)?;
            kept.push(target);
        }
    }
    Ok(kept)
}

/// Keeps a file that cannot be opened, under another name beside its own.
pub fn file(path: &Path, real: &Path, at: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    let unwritable = |error: io::Error| backup::uncopied(path, &error);
    let (folder, target) = free_name(path, at).map_err(unwritable)?;
    if fs::hard_link(real, &target).is_err() {
        let copy = copied(real, &folder).map_err(unwritable)?;
        copy.replace(&target).map_err(unwritable)?;
    }
    backup::sync_folder_of(&target).map_err(unwritable)?;
    Ok(target)
}

/// Moves journals away that belong to a content which is not there.
pub fn journals(path: &Path, real: &Path, at: DateTime<Utc>) -> Result<Vec<PathBuf>, StoreError> {
    let unwritable = |error: io::Error| backup::uncopied(path, &error);
    let mut kept = Vec::new();
    for ending in ["-wal", "-journal"] {
        let from = beside(real, ending);
        match fs::metadata(&from) {
            Ok(meta) if meta.len() > 0 => {
                let (folder, target) = free_name(path, at).map_err(unwritable)?;
                // Beside the file that it belongs to, where that was kept a moment ago.
                let of_file = last_kept(path, at).filter(|file| !beside(file, ending).exists());
                let target = beside(&of_file.unwrap_or(target), ending);
                let copy = copied(&from, &folder).map_err(unwritable)?;
                copy.replace(&target).map_err(unwritable)?;
                kept.push(target);
            }
            Ok(_) => {}
            Err(_) => continue,
        }
        fs::remove_file(&from).map_err(unwritable)?;
    }
    let _ = fs::remove_file(beside(real, "-shm"));
    Ok(kept)
}

/// A durable copy of a file, byte by byte.
fn copied(from: &Path, folder: &Path) -> io::Result<Temporary> {
    let copy = Temporary::new(folder)?;
    let mut to = OpenOptions::new().write(true).open(copy.path())?;
    io::copy(&mut File::open(from)?, &mut to)?;
    to.sync_all()?;
    Ok(copy)
}

/// The folder for what is kept, and a name there that is free with every ending.
fn free_name(path: &Path, at: DateTime<Utc>) -> io::Result<(PathBuf, PathBuf)> {
    let folder = backup::folder(path);
    private_folder(&folder)?;
    let is_free = |name: &PathBuf| {
        let endings = ["", "-wal", "-journal"].into_iter();
        endings
            .map(|ending| beside(name, ending))
            .all(|file| !file.exists())
    };
    let name = backup::damaged(path, at).find(is_free);
    let name = name.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    Ok((folder, name))
}

/// The last file that was kept at this moment.
fn last_kept(path: &Path, at: DateTime<Utc>) -> Option<PathBuf> {
    backup::damaged(path, at)
        .take_while(|name| name.exists())
        .last()
}
