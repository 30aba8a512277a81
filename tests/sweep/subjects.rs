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

/// Commands that the program does not have are skipped.
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
    subject("restore", Start::Recorded, "restore earlier.db --yes"),
    subject("remind", Start::Recorded, "remind"),
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
            Start::Recorded | Start::Journal | Start::Worn => {
                static RECORDED: OnceLock<Recorded> = OnceLock::new();
                let recorded = RECORDED.get_or_init(Recorded::make);
                let (file, journal) = match self.start {
                    Start::Journal => (&recorded.behind, Some(&recorded.journal)),
                    Start::Worn => (&recorded.worn, None),
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
        }
    }
}
