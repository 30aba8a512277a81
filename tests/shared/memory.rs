//! Folders for tests in which a disk is not what is tried.

use std::path::Path;

use tempfile::TempDir;

/// A folder in memory, where the system has a place for that; it goes with the value.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    };
    folder.expect("a folder")
}
