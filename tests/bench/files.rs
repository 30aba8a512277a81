//! The databases: made once for each size, then measured as copies.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use promise::store::Store;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::data::{self, NOW, SEED};

/// The copies of one database that are measured; they are gone when this is dropped.
pub struct Files {
    folder: TempDir,
    made: PathBuf,
}

impl Files {
    /// Makes the database of a size, where an earlier run has not left it, and opens a folder
    /// for its copies on the same disk.
    pub fn of_size(size: u32) -> Self {
        let parent = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(parent).expect("a folder for the databases");
        let folder = TempDir::new_in(parent).expect("a folder for the copies");
        let version = schema_version(folder.path());
        let made = parent.join(format!("bench-{SEED}-v{version}-{size}.db"));
        if !made.exists() {
            eprintln!("making {size} promises");
            // Under another name until it is whole: an interrupted run leaves no half of it.
            let half = folder.path().join("half.db");
            make(&half, size);
            fs::rename(&half, &made).expect("the database moved");
        }
        Self { folder, made }
    }

    /// The folder of the copies, which serves as the home of the commands too.
    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    /// A copy as it was made, in the place of the one of this name.
    pub fn copy(&self, name: &str) -> PathBuf {
        let copy = self.folder.path().join(name);
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.folder.path().join(format!("{name}{suffix}")));
        }
        fs::copy(&self.made, &copy).expect("a copy");
        // Else the first durable write would wait for the copy to reach the disk.
        let file = File::open(&copy).expect("the copy opens");
        file.sync_all().expect("the copy on the disk");
        copy
    }
}

/// Opens a database for a question of the bench's own.
pub fn reader(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database")
}

/// The version of the schema that the program writes now.
fn schema_version(folder: &Path) -> i64 {
    let path = folder.join("version.db");
    Store::open_to_write(&path).expect("a new database");
    reader(&path)
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("a version")
}

fn set_journal(path: &Path, mode: &str) {
    Connection::open(path)
        .and_then(|connection| connection.pragma_update(None, "journal_mode", mode))
        .expect("another journal");
}

fn make(path: &Path, size: u32) {
    let now = DateTime::parse_from_rfc3339(NOW).expect("a time");
    // Without a journal while it is made: one that holds a million promises at once is slower to
    // search than the file.
    drop(Store::open_to_write(path).expect("a new database"));
    set_journal(path, "OFF");
    let mut store = Store::open_to_write(path).expect("the database");
    data::fill(&mut store, size, now.with_timezone(&Utc));
    drop(store);
    set_journal(path, "WAL");
    let connection = reader(path);
    let until = now.timestamp() + 48 * 3600;
    let count = |condition: &str| -> u32 {
        let question = format!("SELECT count(*) FROM promises WHERE {condition}");
        connection
            .query_row(&question, [], |row| row.get(0))
            .expect("a count")
    };
    let open = count("state = 'open'");
    let due = count(&format!("state = 'open' AND due_at < {until}"));
    // What the table says of each command rests on these.
    assert_eq!(
        (count("1"), open, due),
        (size, size / 20, open.div_ceil(10))
    );
}
