//! What lies at the path: whether it holds data, or held some, and what is beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::store::backup;
use crate::store::error::{Fault, StoreError};

/// The smallest database has one page of the smallest size.
const SMALLEST_PAGE: u64 = 512;

/// Whether there is a file with something in it. One that is empty or not there is no database
/// yet, unless something beside it says that it held data.
pub fn holds_data(path: &Path) -> Result<bool, StoreError> {
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
        return match journal.or_else(|| backup::all(path).into_iter().min()) {
            Some(witness) => Err(StoreError::new(path, Fault::Emptied { witness })),
            None => Ok(false),
        };
    }
}

/// A file without tables is no database yet, unless it has backups.
pub fn check_never_used(path: &Path) -> Result<(), StoreError> {
    match backup::all(path).into_iter().min() {
        Some(witness) => Err(StoreError::new(path, Fault::Emptied { witness })),
        None => Ok(()),
    }
}

/// Whether there is something in the file of the same name with something added.
pub fn has(path: &Path, suffix: &str) -> bool {
    fs::metadata(beside(path, suffix)).is_ok_and(|meta| meta.len() > 0)
}

/// The file of the same name with something added.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

pub fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> StoreError {
    StoreError::new(path, Fault::Unreadable(error.to_string()))
}
