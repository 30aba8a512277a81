//! The databases: made once for each size, then measured as copies.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, Utc};
use promise::store::Store;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::data::{self, NOW, SEED};
use crate::programs::Installed;

/// The copies of one database that are measured; they are gone when this is dropped.
pub struct Files {
    folder: TempDir,
    programs: Installed,
    made: PathBuf,
    size: u32,
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
        Self {
            programs: Installed::into(folder.path()),
            folder,
            made,
            size,
        }
    }

    /// The folder of the copies, which serves as the home of the commands too.
    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    /// The programs that run over the copies.
    pub fn programs(&self) -> &Installed {
        &self.programs
    }

    /// How many promises there are.
    pub fn size(&self) -> u32 {
        self.size
    }

    /// The database itself, which nothing may change.
    pub fn made(&self) -> &Path {
        &self.made
    }

    /// The files of the same size, or of another where this one is larger.
    pub fn at_most(&self, size: u32) -> Self {
        Self::of_size(self.size.min(size))
    }

    /// What `export` writes, kept like the database.
    pub fn exported(&self, export: impl FnOnce(&Path, &str) -> Command) -> PathBuf {
        let exported = self.made.with_extension("jsonl");
        if !exported.exists() {
            let half = self.folder.path().join("half.jsonl");
            let mut command = export(&self.made, NOW);
            let file = File::create(&half).expect("a file");
            let status = command.stdout(file).status().expect("the program starts");
            assert!(status.success(), "{command:?}");
            fs::rename(&half, &exported).expect("the export moved");
        }
        exported
    }

    /// A copy as it was made, in the place of the one of this name.
    pub fn copy(&self, name: &str) -> PathBuf {
        let copy = self.folder.path().join(name);
        remove(&copy);
        fs::copy(&self.made, &copy).expect("a copy");
        // Else the first durable write would wait for the copy to reach the disk.
        let file = File::open(&copy).expect("the copy opens");
        file.sync_all().expect("the copy on the disk");
        copy
    }
}

/// Removes a database with what SQLite keeps beside it.
pub fn remove(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let _ = fs::remove_file(name);
    }
}

/// Makes a database with nothing in it.
pub fn empty(path: &Path) {
    drop(Store::open_to_write(path).expect("a new database"));
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

/// The open promises of a copy, one after the other. When none is left the copy is made anew.
pub struct Open<'a> {
    files: &'a Files,
    name: String,
    pub copy: PathBuf,
    ids: Vec<i64>,
}

impl<'a> Open<'a> {
    pub fn new(files: &'a Files, name: String) -> Self {
        let copy = files.copy(&name);
        let ids = Self::open(&copy);
        Self {
            files,
            name,
            copy,
            ids,
        }
    }

    fn open(copy: &Path) -> Vec<i64> {
        // In an order that has nothing to do with where they lie in the file.
        reader(copy)
            .prepare("SELECT id FROM promises WHERE state = 'open' ORDER BY checksum")
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .expect("open promises")
    }

    pub fn next(&mut self) -> i64 {
        if self.ids.is_empty() {
            self.copy = self.files.copy(&self.name);
            self.ids = Self::open(&self.copy);
        }
        self.ids.pop().expect("an open promise")
    }
}
