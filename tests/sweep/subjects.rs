//! The commands that meet with faults, and what they begin with. A new command is a line here.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use rusqlite::Connection;

use crate::harness::Home;

/// What lies there before the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Nothing at all.
    Nothing,
    /// A handful of promises.
    Recorded,
    /// The same, with a journal beside it that was not merged, as a killed program leaves it.
    Journal,
    /// The same, with a row that is not what its events make.
    Worn,
    /// The same, with the newest step taken back.
    Undone,
    /// A file that this version of the program wrote first.
    Old(u8),
}

/// A command, and what it begins with.
#[derive(Debug)]
pub struct Subject {
    /// What it is called in reports.
    pub name: &'static str,
    /// What lies there before.
    pub start: Start,
    /// The command, a bar for a space inside a word.
    pub words: &'static str,
    /// What it reads from standard input.
    pub input: &'static str,
}

const fn subject(name: &'static str, start: Start, words: &'static str) -> Subject {
    Subject {
        name,
        start,
        words,
        input: "",
    }
}

/// Every command that writes, but for the review, which asks on a terminal.
pub const SUBJECTS: &[Subject] = &[
    subject(
        "first run",
        Start::Nothing,
        "add Call --to Jane --due friday",
    ),
    subject("add", Start::Recorded, "add Call --to Zoe --due friday"),
    subject(
        "add, journal left",
        Start::Journal,
        "add Call --to Zoe --due friday",
    ),
    subject(
        "add a series",
        Start::Recorded,
        "add Call --to Zoe --every friday",
    ),
    subject("keep", Start::Recorded, "keep 1 --note reached|her"),
    subject(
        "reschedule",
        Start::Recorded,
        "reschedule 2 --due monday --told",
    ),
    subject("undo", Start::Recorded, "undo"),
    subject("redo", Start::Undone, "redo"),
    subject("break", Start::Recorded, "break 1 --cause overbooked"),
    subject("release", Start::Recorded, "release 1 --note by|her"),
    subject("reopen", Start::Recorded, "reopen 4"),
    subject("check", Start::Recorded, "check 4 yes --rating 5"),
    subject(
        "check and reopen",
        Start::Recorded,
        "check 4 no --reopen --due friday",
    ),
    subject(
        "edit",
        Start::Recorded,
        "edit 1 Send|both|quotes --tag urgent",
    ),
    subject(
        "hand off",
        Start::Recorded,
        "handoff 1 2 --owner Kim --told",
    ),
    subject("note", Start::Recorded, "note 1,2 she|asked|again"),
    subject("void", Start::Recorded, "void 5"),
    subject("keep of a series", Start::Recorded, "keep 6"),
    subject("stop", Start::Recorded, "stop 6"),
    subject(
        "people add",
        Start::Recorded,
        "people add Zoe|Lang --alias Zo --zone UTC",
    ),
    subject(
        "people edit",
        Start::Recorded,
        "people edit Ann --phone +44|20|7946|0000",
    ),
    subject("keep many", Start::Recorded, "keep 1 2 3 5"),
    Subject {
        input: "{\"what\": \"One\", \"to\": \"Zoe\", \"due\": \"friday\"}\n\
                {\"what\": \"Two\", \"to\": \"Jane Ortiz\", \"due\": \"friday\"}\n\
                {\"what\": \"Three\", \"to\": \"Max\", \"due\": \"friday\"}\n",
        ..subject("add a batch", Start::Recorded, "add --batch -")
    },
    subject(
        "import into nothing",
        Start::Nothing,
        "import FIXTURES/version-2.jsonl",
    ),
    subject("import", Start::Recorded, "import FIXTURES/version-1.jsonl"),
    subject("old file", Start::Old(1), "add Call --to Zoe --due friday"),
    subject("old file, read", Start::Old(2), "list"),
    subject("forget", Start::Recorded, "people forget Jane|Ortiz --yes"),
    subject(
        "merge",
        Start::Recorded,
        "people merge Bob|O'Neil Jane|Ortiz",
    ),
    subject("repair", Start::Worn, "doctor --repair"),
    subject("backup", Start::Recorded, "backup"),
    subject("backup, of itself", Start::Recorded, "backup --auto"),
    subject("restore", Start::Recorded, "restore earlier.db --yes"),
    subject("remind", Start::Recorded, "remind"),
    subject("config init", Start::Recorded, "config init"),
];

impl Subject {
    /// The arguments.
    pub fn words(&self) -> Vec<String> {
        let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        self.words
            .split(' ')
            .map(|word| word.replace('|', " ").replace("FIXTURES", fixtures))
            .collect()
    }

    /// A home in which the command has not run yet. Every call gives the same, byte for byte.
    pub fn home(&self) -> Home {
        let mut home = Home::new();
        home.at("2026-11-23T17:00:00+01:00");
        match self.start {
            Start::Nothing => {}
            Start::Old(version) => {
                let name = format!("tests/fixtures/version-{version}.db");
                let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
                put(&home, "promise.db", &fs::read(file).expect("the fixture"));
            }
            Start::Recorded | Start::Journal | Start::Worn | Start::Undone => {
                static RECORDED: OnceLock<Recorded> = OnceLock::new();
                let recorded = RECORDED.get_or_init(Recorded::make);
                let (file, journal) = match self.start {
                    Start::Journal => (&recorded.behind, Some(&recorded.journal)),
                    Start::Worn => (&recorded.worn, None),
                    Start::Undone => (&recorded.undone, None),
                    _ => (&recorded.file, None),
                };
                put(&home, "promise.db", file);
                if let Some(journal) = journal {
                    put(&home, "promise.db-wal", journal);
                }
                put(&home, "backups/before-version-4.db", &recorded.earlier);
                fs::write(home.path().join("earlier.db"), &recorded.earlier).expect("a copy");
            }
        }
        home
    }
}

fn put(home: &Home, name: &str, bytes: &[u8]) {
    let path = home.database().with_file_name("").join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a data folder");
    fs::write(path, bytes).expect("a file");
}

/// What was recorded once, for all subjects: random identities differ from one run to the next.
struct Recorded {
    /// Before the last step.
    earlier: Vec<u8>,
    /// The whole.
    file: Vec<u8>,
    /// The whole, but for what is in the journal.
    behind: Vec<u8>,
    journal: Vec<u8>,
    /// The whole, with a row changed behind the program's back.
    worn: Vec<u8>,
    /// The whole, and its newest step taken back.
    undone: Vec<u8>,
}

impl Recorded {
    fn make() -> Self {
        let home = Home::new();
        let read = |ending: &str| {
            let mut name = home.database().into_os_string();
            name.push(ending);
            fs::read(name).expect("a file")
        };
        for (what, to) in [
            ("Send the quote", "Jane Ortiz"),
            ("Call back", "Bob O'Neil"),
            ("Order the part", "Jane Ortiz"),
            ("Ring at one", "Ann"),
            ("Mend the chair", "Ann"),
        ] {
            home.ok(&["add", what, "--to", to, "--due", "today 16:30"]);
        }
        let weekly = ["--to", "Ann", "--every", "friday"];
        home.ok(&[&["add", "Water the plants"][..], &weekly].concat());
        home.ok(&["note", "1", "Janey asked twice"]);
        home.ok(&["reschedule", "3", "--due", "friday"]);
        let earlier = read("");
        // Somebody reads on, and so the journal stays.
        let reader = Connection::open(home.database()).expect("the database");
        reader
            .execute_batch("BEGIN; SELECT count(*) FROM promises;")
            .expect("a reader");
        home.ok(&["keep", "4"]);
        let (behind, journal) = (read(""), read("-wal"));
        assert!(!journal.is_empty(), "a journal is left");
        reader.execute_batch("COMMIT").expect("the end");
        drop(reader);
        home.ok(&["note", "2", "engaged"]);
        let file = read("");
        home.ok(&["undo"]);
        let undone = read("");
        fs::write(home.database(), &file).expect("the file as it was");
        let connection = Connection::open(home.database()).expect("the database");
        connection
            .execute_batch(
                "UPDATE promises SET what = 'something else' WHERE id = 2;
                 PRAGMA wal_checkpoint(TRUNCATE);",
            )
            .expect("a change");
        drop(connection);
        Self {
            earlier,
            file,
            behind,
            journal,
            worn: read(""),
            undone,
        }
    }
}
