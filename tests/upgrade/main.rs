//! A database that version 1 of the schema wrote: every later program opens it, and reads the
//! same in it.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

#[allow(
    dead_code,
    reason = "shared with the end-to-end tests, which use all of it"
)]
#[path = "../cli/harness.rs"]
mod harness;
mod later;

use std::fs;
use std::path::{Path, PathBuf};

use harness::Home;
use rusqlite::Connection;
use serde_json::{Value, json};

/// What was done to the stored file, a minute apart; a bar stands for a space inside a word.
const HISTORY: &[&str] = &[
    "people add Jane|Ortiz --zone America/Chicago --organisation Beta|Corp \
     --email jane@example.org --phone +1|555|0100 --alias Janey --alias JO",
    "add Send|the|revised|quote --to janey --due tomorrow|1pm --tag quote --tag urgent \
     --effort 45m --note asked|twice --via call --key quote-1184",
    "add Signed|contract --from Beta|Corp --due end|of|month --owner Tim|Ho",
    "add Call|back --to Bob|O'Neil --due 4|business|hours --made yesterday",
    "add Ring|at|1pm|their|time --to Janey --due tomorrow|1pm|their|time",
    "add mistaken --to Zed --due friday --key gone",
    "undo",
    "add entered|twice --to Bob|O'Neil --due friday",
    "void 6 --note twice",
    "edit 1 --due friday --remove-tag urgent --tag late --clear effort",
    "keep 3 --note reached|him",
    "undo",
    "redo",
    "note 2 they|sign|on|Monday",
    "note 2 no|longer|so",
    "undo",
    "people add Bob|O'Neil --zone Europe/London",
    "keep 4",
    "undo",
];

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn words(line: &str) -> Vec<String> {
    line.split_whitespace()
        .map(|word| word.replace('|', " "))
        .collect()
}

/// A home with a copy of the stored file of version 1, an hour after its last step.
fn old() -> Home {
    old_of_version(1)
}

fn old_of_version(version: u32) -> Home {
    let mut home = Home::new();
    let path = home.database();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a data folder");
    fs::copy(fixture(&format!("version-{version}.db")), path).expect("a copy");
    home.at("2026-11-23T17:18:00+01:00");
    home
}

/// Writes the stored file. Run once, by the program that wrote version 1, and never by a later
/// one: `cargo test --test upgrade -- --ignored`.
#[test]
#[ignore = "the stored file was made once, by the program of its time"]
fn make_the_stored_file() {
    let mut home = Home::new();
    for (minute, line) in HISTORY.iter().enumerate() {
        home.at(&format!("2026-11-23T16:{minute:02}:00+01:00"));
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        home.ok(&words);
    }
    let version: i64 = Connection::open(home.database())
        .and_then(|file| file.pragma_query_value(None, "user_version", |row| row.get(0)))
        .expect("a version");
    assert_eq!(version, 1);
    fs::write(fixture("version-1.jsonl"), home.ok(&["export"])).expect("the export");
    fs::copy(home.database(), fixture("version-1.db")).expect("the file");
}

/// The first command may be one that reads: it brings the file up to date, and says the same.
#[test]
fn everything_is_still_there() {
    let exported = fs::read_to_string(fixture("version-1.jsonl")).expect("the stored export");
    assert_eq!(old().ok(&["export"]), exported);
    let home = old();
    home.run(&["list", "--all", "--sort", "id", "--format", "plain"])
        .stdout(
            "1\topen\t2026-11-27T23:59:59+01:00\tJane Ortiz\t\tSend the revised quote\n\
             2\topen\t2026-11-30T23:59:59+01:00\t\tBeta Corp\tSigned contract\n\
             3\tkept\t2026-11-24T12:03:00+01:00\tBob O'Neil\t\tCall back\n\
             4\topen\t2026-11-24T13:00:00-06:00\tJane Ortiz\t\tRing at 1pm their time\n\
             5\tvoid\t2026-11-27T23:59:59+01:00\tZed\t\tmistaken\n\
             6\tvoid\t2026-11-27T23:59:59+01:00\tBob O'Neil\t\tentered twice\n",
        )
        .stderr("")
        .status(0);
    home.run(&["people"])
        .stdout(
            "name        open  overdue  kept  late  last promise     organisation  \
             zone             aliases\n\
             Beta Corp   1     0        0     0     Mon 23 Nov 2026\n\
             Bob O'Neil  0     0        1     0     Sun 22 Nov 2026                \
             Europe/London\n\
             Jane Ortiz  2     0        0     0     Mon 23 Nov 2026  Beta Corp     \
             America/Chicago  JO, Janey\n",
        )
        .stderr("")
        .status(0);
    let first = &home.json(&["show", "1"])[0];
    let field = |name: &str| first[name].clone();
    assert_eq!(field("tags"), json!(["late", "quote"]));
    assert_eq!(field("corrections"), 1);
    assert_eq!(field("effort_minutes"), Value::Null);
    assert_eq!(field("key"), "quote-1184");
    assert_eq!(field("notes")[0]["text"], "asked twice");
    assert_eq!(
        home.json(&["list", "--search", "sign", "--all"])[0]["id"],
        2
    );
    assert_eq!(
        home.json(&["list", "--search", "longer", "--all"]),
        json!([])
    );
    let steps = home.json(&["log", "--limit", "100"]);
    assert_eq!(steps.as_array().expect("steps").len(), HISTORY.len());
}

/// A word that the schema does not know is refused by the file itself, as in every version.
#[test]
fn a_word_that_is_none_is_refused() {
    let home = old_of_version(4);
    home.ok(&["list"]);
    let file = Connection::open(home.database()).expect("a database");
    let columns = [
        "direction",
        "state",
        "due_kind",
        "first_kind",
        "negotiated_kind",
        "check_kind",
    ];
    for column in columns {
        let changed = file.execute(&format!("UPDATE promises SET {column} = 'mind'"), []);
        let refused = changed.expect_err(column).to_string();
        assert!(refused.contains("CHECK constraint failed"), "{refused}");
    }
    let changed = file.execute("UPDATE steps SET kind = 'mind'", []);
    assert!(changed.is_err());
    // A list of more than two would be made a table each time.
    let mut schema = file
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        .expect("a statement");
    let texts = schema.query_map([], |row| row.get::<_, String>(0));
    for text in texts.expect("rows") {
        let text = text.expect("a text");
        for list in text.split(" IN (").skip(1) {
            let words = list.split(')').next().expect("a list");
            assert!(words.matches(',').count() < 2, "{text}");
        }
    }
}

/// Work goes on where it was left: numbers, steps, names.
#[test]
fn work_goes_on() {
    let home = old();
    assert_eq!(
        home.json(&["add", "next", "--to", "jo", "--due", "friday"])[0]["id"],
        7
    );
    assert_eq!(home.json(&["show", "7"])[0]["to"], "Jane Ortiz");
    home.ok(&["undo"]);
    let mut home = old();
    home.at("2026-11-23T18:00:00+01:00");
    // The newest step, the keeping of 4, is undone already: it can be put back.
    home.ok(&["redo"]);
    assert_eq!(home.json(&["show", "4"])[0]["state"], "kept");
    for _ in 0..100 {
        if home.run(&["undo"]).status == Some(4) {
            break;
        }
    }
    let states = home.json(&["list", "--all"]);
    let states = states.as_array().expect("a list").iter();
    assert!(states.map(|row| &row["state"]).all(|state| state == "void"));
    assert_eq!(home.json(&["people"]), json!([]));
}

/// A file that is brought up to date is backed up before, whole and as private as itself; one
/// that is up to date is not touched by reading.
#[test]
fn a_backup_is_made_where_the_file_changes() {
    let home = old();
    let before = fs::read(home.database()).expect("the file");
    home.ok(&["list"]);
    let version: i64 = Connection::open(home.database())
        .and_then(|file| file.pragma_query_value(None, "user_version", |row| row.get(0)))
        .expect("a version");
    let backup = home
        .database()
        .with_file_name("backups/before-version-2.db");
    if version == 1 {
        assert!(fs::read(home.database()).expect("the file") == before);
        assert!(!backup.exists());
        return;
    }
    let counted = |path: &Path| -> Vec<i64> {
        let file = Connection::open(path).expect("a database");
        let count = |statement: &str| file.query_row(statement, [], |row| row.get(0));
        ["promises", "people", "events"]
            .map(|table| count(&format!("SELECT count(*) FROM {table}")).expect("a count"))
            .to_vec()
    };
    assert_eq!(counted(&backup), counted(&fixture("version-1.db")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&backup)
            .expect("the backup")
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "others can read the backup");
    }
}

/// What version 1 exported is imported for ever, and says the same.
#[test]
fn an_old_export_is_imported() {
    let exported = fs::read_to_string(fixture("version-1.jsonl")).expect("the stored export");
    let home = Home::new();
    let path = fixture("version-1.jsonl").display().to_string();
    home.run(&["import", &path])
        .stdout("Imported 6 promises and 4 people; 0 were there already.\n")
        .stderr("")
        .status(0);
    assert_eq!(home.ok(&["export"]), exported);
    let list = |home: &Home| home.json(&["list", "--all", "--sort", "id"]);
    assert_eq!(list(&home), list(&old()));
}

/// Many new programs at once on an old file: one of them brings it up to date, nobody fails, and
/// the backup is of what the old program wrote.
#[test]
fn many_at_once() {
    let home = old();
    let commands: [&[&str]; 4] = [
        &["list"],
        &["add", "next", "--to", "jo", "--due", "friday"],
        &["note", "1", "meanwhile"],
        &["export"],
    ];
    let children: Vec<_> = (0..24)
        .map(|place| home.start(commands[place % commands.len()]))
        .collect();
    for child in children {
        let ended = child.wait_with_output().expect("the end");
        let stderr = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(0), "{stderr}");
    }
    let added = home.json(&["list", "--search", "next"]);
    assert_eq!(added.as_array().expect("a list").len(), 6);
    let noted = home.json(&["show", "1"]);
    assert_eq!(noted[0]["notes"].as_array().expect("notes").len(), 7);
    let backup = home
        .database()
        .with_file_name("backups/before-version-2.db");
    if backup.exists() {
        let found = |path: &Path| -> (i64, i64) {
            let file = Connection::open(path).expect("a database");
            let version = file.pragma_query_value(None, "user_version", |row| row.get(0));
            let events = file.query_row("SELECT count(*) FROM events", [], |row| row.get(0));
            (version.expect("a version"), events.expect("a count"))
        };
        assert_eq!(found(&backup), found(&fixture("version-1.db")));
        let others = fs::read_dir(backup.parent().expect("a folder")).expect("the folder");
        assert_eq!(others.count(), 1, "nothing half written is left");
    }
}
