//! Runs the built program on a file, with little memory and time.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use promise::store::Store;
use tempfile::TempDir;

use crate::mutation::Files;

/// 256 MB of address space in kilobytes, and seconds of computing.
const LIMITS: &str = "ulimit -v 262144; ulimit -t 4; exec \"$0\" \"$@\"";

/// A home folder with a database in it.
pub struct Home {
    folder: TempDir,
}

/// What a command did.
pub struct Ran {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub milliseconds: u128,
}

impl Home {
    pub fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a folder"),
        }
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.folder.path().join(format!("p.db{ending}"))
    }

    /// Puts files in the place of whatever is there.
    pub fn put(&self, files: &Files) {
        for entry in fs::read_dir(self.folder.path()).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                fs::remove_file(path).expect("a file less");
            }
        }
        fs::write(self.file(""), &files.database).expect("a file");
        if let Some(journal) = &files.journal {
            fs::write(self.file("-wal"), journal).expect("a file");
        }
    }

    /// What is in the folder, and when it was written; the index of the journal is memory that
    /// readers share, and an empty journal says nothing.
    pub fn state(&self) -> Vec<(PathBuf, Vec<u8>, i64, i64)> {
        let entries = fs::read_dir(self.folder.path()).expect("a folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut state: Vec<_> = paths
            .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
            .map(|path| {
                let meta = fs::metadata(&path).expect("a file");
                let bytes = fs::read(&path).expect("a file");
                (path, bytes, meta.mtime(), meta.mtime_nsec())
            })
            .filter(|(path, bytes, ..)| {
                !path.to_string_lossy().ends_with("-wal") || !bytes.is_empty()
            })
            .collect();
        state.sort();
        state
    }

    /// Runs a command; one that takes too long is ended by its limits.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let begin = Instant::now();
        let output = Command::new("/bin/sh")
            .args(["-c", LIMITS, env!("CARGO_BIN_EXE_promise")])
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("PROMISE_DB", self.file(""))
            .env("PROMISE_NOW", "2026-11-25T16:00:00+01:00")
            .env("TZ", "Europe/Berlin")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        Ran {
            status: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            milliseconds: begin.elapsed().as_millis(),
        }
    }
}

impl Ran {
    /// A character that steers a terminal; JSON escapes those that matter to it.
    pub fn steers(&self) -> Option<char> {
        let both = self.stdout.chars().chain(self.stderr.chars());
        let steers = |char: &char| {
            (char.is_control() && !matches!(char, '\n' | '\t')) || *char == '\u{202e}'
        };
        let is_json = self.stdout.starts_with('{');
        both.filter(steers).find(|char| !is_json || char.is_ascii())
    }
}

/// Databases as the program writes them: one at rest, and one with a journal beside it.
pub fn originals() -> Vec<Files> {
    let home = Home::new();
    for number in 0..30 {
        let what = format!("Send quote number {number} to the customer");
        let to = ["Jane Ortiz", "Bob", "Zoë", "Acme"][number % 4];
        let due = ["friday", "tomorrow 1pm", "in 3 hours", "next monday"][number % 4];
        let tag = ["quotes", "calls"][number % 2];
        home.ok(&[
            "add", &what, "--to", to, "--due", due, "--tag", tag, "--note", "by hand",
        ]);
    }
    home.ok(&["keep", "1", "2", "3", "--note", "delivered"]);
    home.ok(&["reschedule", "4", "5", "--due", "next friday", "--told"]);
    home.ok(&["break", "6"]);
    home.ok(&["release", "7"]);
    home.ok(&["handoff", "8", "--owner", "Al"]);
    home.ok(&["void", "9"]);
    home.ok(&["undo"]);
    home.ok(&["people", "edit", "Bob", "--alias", "Robert"]);
    let at_rest = home.files();
    // While another reads, nothing is merged.
    let reading = Store::open_to_read(&home.file("")).expect("a file");
    for id in ["10", "11", "12"] {
        home.ok(&["keep", id]);
    }
    home.ok(&[
        "add",
        "Late",
        "--to",
        "Jane Ortiz",
        "--due",
        "today 6pm",
        "--every",
        "week",
    ]);
    let with_journal = home.files();
    drop(reading);
    assert!(at_rest.journal.is_none() && with_journal.journal.is_some());
    vec![at_rest, with_journal]
}

impl Home {
    #[track_caller]
    fn ok(&self, arguments: &[&str]) {
        let ran = self.run(arguments);
        assert_eq!(ran.status, Some(0), "{arguments:?}: {}", ran.stderr);
    }

    fn files(&self) -> Files {
        let journal = fs::read(self.file("-wal")).ok();
        Files {
            database: fs::read(self.file("")).expect("a file"),
            journal: journal.filter(|bytes| !bytes.is_empty()),
        }
    }
}
