//! Files that have no name yet: made whole under another one first.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use uuid::Uuid;

use crate::store::create::private_file;
use crate::store::presence::beside;

/// What all of them are called: `.promise-<32 hex digits>.part`.
const BEGINNING: &str = ".promise-";
const ENDING: &str = ".part";

/// What SQLite puts beside a database.
pub const JOURNALS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// A private file under a random name, removed when it is dropped.
pub struct Temporary {
    path: PathBuf,
}

impl Temporary {
    /// An empty file that only its owner can read.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let name = format!("{BEGINNING}{}{ENDING}", Uuid::new_v4().simple());
        let path = folder.join(name);
        private_file(&path)?;
        Ok(Self { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes what was written durable.
    pub fn sync(&self) -> io::Result<()> {
        File::open(&self.path)?.sync_all()
    }

    /// Gives the file, which is durable, its name: in one step, and for good. Tells whether the
    /// name was still free.
    pub fn publish(&self, target: &Path) -> io::Result<bool> {
        match fs::hard_link(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
            // A file system without links: a name can still be taken in one step.
            Err(_) if fs::symlink_metadata(target).is_err() => fs::rename(&self.path, target)?,
            Err(error) => return Err(error),
        }
        sync_folder_of(target)?;
        Ok(true)
    }

    /// The same in place of what has that name now.
    pub fn replace(&self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        sync_folder_of(target)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

/// Makes the names in the folder of a file durable.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// What is left has no meaning, and another name: it is gone or harmless.
fn remove(path: &Path) {
    let _ = fs::remove_file(path);
    for ending in JOURNALS {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// Removes what killed programs left in a folder: our own files alone, and of those that nobody
/// has written to for a while before this one was made. Both times are the file system's own.
pub fn sweep(folder: &Path, newest: &Temporary) {
    const LEFT: Duration = Duration::from_secs(60 * 60);
    let modified = |path: &Path| fs::symlink_metadata(path).and_then(|meta| meta.modified());
    let Ok(now) = modified(newest.path()) else {
        return;
    };
    for path in left_in(folder) {
        let age = modified(&path)
            .ok()
            .and_then(|at| now.duration_since(at).ok());
        if age.is_some_and(|age| age >= LEFT) {
            remove(&path);
        }
    }
}

/// Removes all of ours in a folder, however new.
pub fn sweep_all(folder: &Path) {
    for path in left_in(folder) {
        remove(&path);
    }
}

fn left_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .filter_map(Result::ok)
        .filter(|entry| is_ours(&entry.file_name()))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .collect()
}

/// Older programs left out the first word.
fn is_ours(name: &OsStr) -> bool {
    let name = name.to_str().and_then(|name| name.strip_suffix(ENDING));
    let digits = name.and_then(|name| {
        name.strip_prefix(BEGINNING)
            .or_else(|| name.strip_prefix('.'))
    });
    digits.is_some_and(|digits| digits.len() == 32 && Uuid::try_parse(digits).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn only_what_is_ours_and_old_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let id = "0123456789abcdef0123456789abcdef";
        let old = SystemTime::now() - Duration::from_secs(3 * 60 * 60);
        let table = [
            (format!(".promise-{id}.part"), true, true),
            (format!(".{id}.part"), true, true),
            (
                format!(".promise-{}.part", id.replace('0', "1")),
                false,
                false,
            ),
            (".promise-notes.part".to_owned(), true, false),
            (format!("promise-{id}.part"), true, false),
            (format!(".promise-{id}"), true, false),
            ("thesis.part".to_owned(), true, false),
        ];
        for (name, aged, _) in &table {
            let file = File::create(folder.path().join(name)).unwrap();
            if *aged {
                file.set_modified(old).unwrap();
            }
        }
        let journal = folder.path().join(format!(".promise-{id}.part-journal"));
        File::create(&journal).unwrap();
        let newest = Temporary::new(folder.path()).unwrap();
        sweep(folder.path(), &newest);
        for (name, _, swept) in &table {
            assert_eq!(!folder.path().join(name).exists(), *swept, "{name}");
        }
        assert!(!journal.exists());
        assert!(newest.path().exists());
    }

    #[test]
    fn a_name_is_taken_once() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("x.db");
        let first = Temporary::new(folder.path()).unwrap();
        fs::write(first.path(), "first").unwrap();
        assert!(first.publish(&target).unwrap());
        let second = Temporary::new(folder.path()).unwrap();
        assert!(!second.publish(&target).unwrap());
        assert_eq!(fs::read(&target).unwrap(), b"first");
        second.replace(&target).unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"");
        drop((first, second));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
