//! What is measured: the program's commands, and what stands beside them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::data::{EARLIER, NOW, ZONE};
use crate::files::{self, Files, Open};
use crate::measure::Prepare;
use crate::statements;

/// The names of the commands measured, as `--only` takes them and the table shows them.
pub const NAMES: [&str; 21] = [
    "add",
    "keep",
    "reschedule",
    "undo",
    "due",
    DUE_NONE,
    "list",
    SEARCH,
    "show",
    "people",
    "free",
    "log",
    "status",
    STATUS_NONE,
    REMIND_NONE,
    COMPLETE,
    "report",
    REPORT_YEAR,
    REPORT_ALL,
    IMPORT,
    EXPORT,
];

/// Those of which a run over a large database lasts long.
pub const LONG: [&str; 4] = [REPORT_YEAR, REPORT_ALL, IMPORT, EXPORT];

/// `list --search`, with words that one promise in ten has.
const SEARCH: &str = "list-search";

/// A shell that asks for the names that begin so.
const COMPLETE: &str = "complete";

/// `due` on a day when nothing is due: its cost must not depend on what was ever promised.
const DUE_NONE: &str = "due-none";

/// `status` on a day when nothing is due, as a prompt asks most of the time.
const STATUS_NONE: &str = "status-none";

/// `remind` with nothing to say, as cron runs it in most minutes.
const REMIND_NONE: &str = "remind-none";

/// `report --period year`: with the year before it, a fifth of a million.
const REPORT_YEAR: &str = "report-year";

/// `report` over everything, by person, as JSON: neither what it reads nor what it writes may be
/// held.
const REPORT_ALL: &str = "report-all";

/// How that is asked for.
const EVERYTHING: [&str; 6] = [
    "report",
    "--since",
    "1 jan 2000",
    "--group",
    "person",
    "--json",
];

/// `import` into an empty database, of 100,000 promises at most.
const IMPORT: &str = "import";

/// `export` of everything.
const EXPORT: &str = "export";

/// What is searched for.
const WORDS: &str = "warranty";

/// What the name that is completed begins with.
const BEGINNING: &str = "Bea";

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
    /// The promise that is shown: one from the middle.
    shown: u32,
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
            shown: files.size() / 2,
        }
    }

    /// The program that does nothing.
    pub fn nothing(&self) -> Prepare<'a> {
        let programs = self.files.programs();
        Box::new(move || programs.nothing())
    }

    /// The program that only opens the database that is read.
    pub fn floor(&self) -> Prepare<'a> {
        let programs = self.files.programs();
        let read = self.read.clone();
        Box::new(move || programs.reads_version(&read))
    }

    /// A command of the program.
    pub fn promise(&mut self, name: &str) -> Prepare<'a> {
        let home = self.files.home();
        let installed = self.files.programs().promise();
        let program = move |path: &Path, now: &str, arguments: &[&str]| {
            let mut command = bare(installed, home);
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
                let mut open = Open::new(self.files, "keep.db".to_owned());
                Box::new(move || {
                    let id = open.next().to_string();
                    program(&open.copy, NOW, &["keep", &id])
                })
            }
            "reschedule" => {
                let mut open = Open::new(self.files, "reschedule.db".to_owned());
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
            SEARCH => {
                let words = ["list", "--search", WORDS, "--limit", "20"];
                Box::new(move || program(&read, NOW, &words))
            }
            "show" => {
                let shown = self.shown.to_string();
                Box::new(move || program(&read, NOW, &["show", &shown]))
            }
            COMPLETE => Box::new(move || {
                let mut command = bare(installed, home);
                command
                    .env("PROMISE_NOW", NOW)
                    .env("PROMISE_DB", &read)
                    .env("TZ", ZONE)
                    .env("COMPLETE", "zsh")
                    .env("_CLAP_COMPLETE_INDEX", "3")
                    .args(["--", "promise", "list", "--to", BEGINNING]);
                command
            }),
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
            REPORT_ALL => Box::new(move || program(&read, NOW, &EVERYTHING)),
            IMPORT => {
                let few = self.files.at_most(FEW);
                let exported = few.exported(|path, now| program(path, now, &["export"]));
                let into = home.join("import.db");
                Box::new(move || {
                    files::remove(&into);
                    let mut command = program(&into, NOW, &["import"]);
                    command.arg(&exported);
                    command
                })
            }
            EXPORT => Box::new(move || program(&read, NOW, &["export"])),
            "due" => Box::new(move || program(&read, NOW, &["due"])),
            DUE_NONE => Box::new(move || program(&read, EARLIER, &["due"])),
            _ => Box::new(move || program(&read, NOW, &["list", "--limit", "20"])),
        }
    }

    /// The same by the `sqlite3` shell, where there is one.
    pub fn shell(&self, name: &str) -> Option<Prepare<'a>> {
        let program = self.shell?;
        let home = self.files.home();
        let (mut statements, changes) = match name {
            // Too old, most of them, for the table of words.
            SEARCH | IMPORT => return None,
            _ => self.statements(name, "shell")?,
        };
        Some(Box::new(move || {
            let (path, text) = statements();
            let mut command = bare(program, home);
            command.args(["-batch", "-bail"]);
            command.args((!changes).then_some("-readonly"));
            command.arg(path).arg(text);
            command
        }))
    }

    /// The same through rusqlite.
    pub fn rusqlite(&self, name: &str) -> Option<Prepare<'a>> {
        let programs = self.files.programs();
        let (mut statements, _) = self.statements(name, "rusqlite")?;
        Some(Box::new(move || {
            let (path, text) = statements();
            programs.runs_statements(&path, &text)
        }))
    }

    /// What does the same as a command, the file that it is done in, and whether that changes.
    fn statements(&self, name: &str, by: &str) -> Option<(Statements<'a>, bool)> {
        let read = self.read.clone();
        let reading = |text: String| -> (Statements<'a>, bool) {
            (Box::new(move || (read.clone(), text.clone())), false)
        };
        let writing = |text: fn(i64) -> String| -> (Statements<'a>, bool) {
            let mut open = Open::new(self.files, format!("{by}-{name}.db"));
            let statements = move || {
                let id = open.next();
                (open.copy.clone(), text(id))
            };
            (Box::new(statements), true)
        };
        Some(match name {
            "add" => {
                let copy = self.files.copy(&format!("{by}-add.db"));
                let text = statements::add(&self.person);
                (Box::new(move || (copy.clone(), text.clone())), true)
            }
            "keep" => writing(statements::keep),
            "reschedule" => writing(statements::reschedule),
            "due" => reading(statements::due(NOW)),
            DUE_NONE => reading(statements::due(EARLIER)),
            "list" => reading(statements::list()),
            SEARCH => reading(statements::search(WORDS)),
            "show" => reading(statements::show(self.shown)),
            "people" => reading(statements::people()),
            "status" => reading(statements::status(NOW)),
            STATUS_NONE => reading(statements::status(EARLIER)),
            COMPLETE => reading(statements::names(BEGINNING)),
            // From the first day of the period before: last month's, or last year's.
            "report" => reading(statements::report("2026-10-01")),
            REPORT_YEAR => reading(statements::report("2025-01-01")),
            IMPORT => {
                let few = self.files.at_most(FEW);
                let into = self.files.home().join(format!("{by}-import.db"));
                let text = statements::import(few.made());
                let statements = move || {
                    files::remove(&into);
                    files::empty(&into);
                    (into.clone(), text.clone())
                };
                (Box::new(statements), true)
            }
            EXPORT => reading(statements::export()),
            // What takes more than a few statements has nothing beside it.
            _ => return None,
        })
    }
}

/// The file, and what is run there.
type Statements<'a> = Box<dyn FnMut() -> (PathBuf, String) + 'a>;

/// The most promises that are imported.
const FEW: u32 = 100_000;

/// A program with nothing of the user's: no config, no `~/.sqliterc`.
fn bare(program: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("HOME", home);
    command
}
