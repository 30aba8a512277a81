//! What is measured: the program's commands, and what stands beside them.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::NOTHING;
use crate::data::{EARLIER, NOW, ZONE};
use crate::files::{self, Files};
use crate::measure::Prepare;
use crate::shell;

/// The names of the commands measured, as `--only` takes them and the table shows them.
pub const NAMES: [&str; 15] = [
    "add",
    "keep",
    "reschedule",
    "undo",
    "due",
    DUE_NONE,
    "list",
    "people",
    "free",
    "log",
    "status",
    STATUS_NONE,
    REMIND_NONE,
    "report",
    REPORT_YEAR,
];

/// `due` on a day when nothing is due: its cost must not depend on what was ever promised.
const DUE_NONE: &str = "due-none";

/// `status` on a day when nothing is due, as a prompt asks most of the time.
const STATUS_NONE: &str = "status-none";

/// `remind` with nothing to say, as cron runs it in most minutes.
const REMIND_NONE: &str = "remind-none";

/// `report --period year`: with the year before it, a fifth of a million.
const REPORT_YEAR: &str = "report-year";

/// What `add` records.
pub const WHAT: &str = "Send the revised quote";

/// The commands over one database.
pub struct Subjects<'a> {
    files: &'a Files,
    shell: Option<&'a Path>,
    /// The copy that is only read, by all.
    read: PathBuf,
    /// Somebody known, to whom `add` promises.
    person: String,
}

impl<'a> Subjects<'a> {
    pub fn new(files: &'a Files, shell: Option<&'a Path>) -> Self {
        let read = files.copy("read.db");
        let middle = "SELECT name FROM people LIMIT 1 OFFSET (SELECT count(*) / 2 FROM people)";
        let person = files::reader(&read)
            .query_row(middle, [], |row| row.get(0))
            .expect("somebody");
        Self {
            files,
            shell,
            read,
            person,
        }
    }

    /// A command of the program.
    pub fn promise(&mut self, name: &str) -> Prepare<'a> {
        let home = self.files.home();
        let program = move |path: &Path, now: &str, arguments: &[&str]| {
            let mut command = bare(Path::new(env!("CARGO_BIN_EXE_promise")), home);
            command
                .env("PROMISE_NOW", now)
                .env("TZ", ZONE)
                .arg("--db")
                .arg(path)
                .args(arguments);
            command
        };
        let read = self.read.clone();
        match name {
            "add" => {
                let copy = self.files.copy("add.db");
                let person = self.person.clone();
                Box::new(move || {
                    let due = "2026-12-01 10:00";
                    let words = ["add", WHAT, "--to", &person, "--due", due, "--via", "call"];
                    program(&copy, NOW, &words)
                })
            }
            "keep" => {
                let mut open = Open::new(self.files, "keep.db");
                Box::new(move || {
                    let id = open.next().to_string();
                    program(&open.copy, NOW, &["keep", &id])
                })
            }
            "reschedule" => {
                let mut open = Open::new(self.files, "reschedule.db");
                Box::new(move || {
                    let id = open.next().to_string();
                    let words = ["reschedule", &id, "--due", "2026-12-02 10:00", "--told"];
                    program(&open.copy, NOW, &words)
                })
            }
            "undo" => {
                // Undo and redo in turn: the same work, on the same step.
                let copy = self.files.copy("undo.db");
                let note = program(&copy, NOW, &["note", "1", "to be undone"]).output();
                assert!(note.is_ok_and(|ran| ran.status.success()), "a note");
                let mut undone = false;
                Box::new(move || {
                    undone = !undone;
                    program(&copy, NOW, &[if undone { "undo" } else { "redo" }])
                })
            }
            "people" => Box::new(move || program(&read, NOW, &["people"])),
            "free" => Box::new(move || program(&read, NOW, &["free"])),
            "log" => Box::new(move || program(&read, NOW, &["log"])),
            "status" => Box::new(move || program(&read, NOW, &["status"])),
            STATUS_NONE => Box::new(move || program(&read, EARLIER, &["status"])),
            REMIND_NONE => {
                let copy = self.files.copy("remind.db");
                let said = program(&copy, NOW, &["remind"]).output();
                assert!(said.is_ok_and(|ran| ran.status.success()), "a reminder");
                Box::new(move || program(&copy, NOW, &["remind"]))
            }
            "report" => Box::new(move || program(&read, NOW, &["report"])),
            REPORT_YEAR => Box::new(move || program(&read, NOW, &["report", "--period", "year"])),
            "due" => Box::new(move || program(&read, NOW, &["due"])),
            DUE_NONE => Box::new(move || program(&read, EARLIER, &["due"])),
            _ => Box::new(move || program(&read, NOW, &["list", "--limit", "20"])),
        }
    }

    /// The same by the `sqlite3` shell, where there is one.
    pub fn shell(&mut self, name: &str) -> Option<Prepare<'a>> {
        let program = self.shell?;
        let home = self.files.home();
        let with = move |flags: &[&str], path: &Path, statements: &str| {
            let mut command = bare(program, home);
            command.args(["-batch", "-bail"]).args(flags);
            command.arg(path).arg(statements);
            command
        };
        let look = move |path: &Path, statements: &str| with(&["-readonly"], path, statements);
        let shell = move |path: &Path, statements: &str| with(&[], path, statements);
        let read = self.read.clone();
        Some(match name {
            "add" => {
                let copy = self.files.copy("shell-add.db");
                let statements = shell::add(&self.person);
                Box::new(move || shell(&copy, &statements))
            }
            "keep" => {
                let mut open = Open::new(self.files, "shell-keep.db");
                Box::new(move || {
                    let statements = shell::keep(open.next());
                    shell(&open.copy, &statements)
                })
            }
            "due" | DUE_NONE => {
                let statements = shell::due(if name == "due" { NOW } else { EARLIER });
                Box::new(move || look(&read, &statements))
            }
            "list" => {
                let statements = shell::list();
                Box::new(move || look(&read, &statements))
            }
            "report" | REPORT_YEAR => {
                // From the first day of the period before: last month's, or last year's.
                let month = name == "report";
                let statements = shell::report(if month { "2026-10-01" } else { "2025-01-01" });
                Box::new(move || look(&read, &statements))
            }
            // What takes the shell more than one statement has nothing beside it.
            _ => return None,
        })
    }
}

/// The program that does nothing: the bench itself, ended at once. It is about as large as the
/// program, and linked alike.
pub fn nothing() -> Prepare<'static> {
    let itself = env::current_exe().expect("the bench's own path");
    Box::new(move || {
        let mut command = Command::new(&itself);
        command.env_clear().arg(NOTHING);
        command
    })
}

/// A program with nothing of the user's: no config, no `~/.sqliterc`.
fn bare(program: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("HOME", home);
    command
}

/// The open promises of a copy, one after the other. When none is left the copy is made anew.
struct Open<'a> {
    files: &'a Files,
    name: &'static str,
    copy: PathBuf,
    ids: Vec<i64>,
}

impl<'a> Open<'a> {
    fn new(files: &'a Files, name: &'static str) -> Self {
        let copy = files.copy(name);
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
        files::reader(copy)
            .prepare("SELECT id FROM promises WHERE state = 'open' ORDER BY checksum")
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .expect("open promises")
    }

    fn next(&mut self) -> i64 {
        if self.ids.is_empty() {
            self.copy = self.files.copy(self.name);
            self.ids = Self::open(&self.copy);
        }
        self.ids.pop().expect("an open promise")
    }
}
