//! `promise doctor`: what it finds, and that it changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::Value;

use crate::harness::{Home, Ran};

/// A home with some promises, one kept and one rescheduled.
pub fn recorded() -> Home {
    let home = Home::new();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "today 17:00",
        "--tag",
        "quote",
    ]);
    home.ok(&["add", "Call back", "--to", "Bob", "--due", "friday"]);
    home.ok(&["reschedule", "2", "--due", "monday"]);
    home.ok(&["keep", "1"]);
    home
}

/// Runs statements on the file, behind the program's back.
pub fn meddle(home: &Home, statements: &str) {
    let connection = Connection::open(home.database()).expect("the database");
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON;")
        .expect("settings");
    connection.execute_batch(statements).expect("a change");
    connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")
        .expect("the journal is merged");
}

/// What is found that is not well: check, level, what, remedy. The room left and the kind of file
/// system are the machine's.
pub fn findings(ran: &Ran) -> Vec<(String, String, String, String)> {
    let found: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    found
        .as_array()
        .expect("findings")
        .iter()
        .filter(|one| one["level"] != "ok")
        .filter(|one| one["check"] != "space" && one["check"] != "file system")
        .map(|one| {
            (
                text(one, "check"),
                text(one, "level"),
                text(one, "says"),
                text(one, "remedy"),
            )
        })
        .collect()
}

/// The remedy that the program has itself.
pub const REPAIR: &str = "promise doctor --repair";
/// Every line where all is well, but for what is the machine's.
#[test]
fn all_is_well() {
    let home = recorded();
    let before = home.bytes();
    let ran = home.run(&["doctor"]);
    ran.stderr("").status(0);
    let own = |line: &&str| !line.contains("space") && !line.contains("file system");
    let lines: Vec<&str> = ran.stdout.lines().filter(own).collect();
    assert!(lines[0].starts_with("ok      version      schema 8, SQLite 3."));
    assert_eq!(
        lines[1..],
        [
            "ok      integrity    pages, indexes and constraints agree",
            "ok      references   every row names rows that are there",
            "ok      schema       tables, indexes and triggers are all there",
            "ok      history      events and steps follow each other without gaps",
            "ok      promises     2 checked: rows, events and checksums agree",
            "ok      people       2 checked: rows, events and checksums agree",
            "ok      search       every promise is in the full-text index",
            "ok      reminders    every deadline to be spoken of is in their table",
            "ok      forgotten    no backup holds anybody who was forgotten",
            "ok      clock        the newest event is not in the future",
            "ok      zones        deadlines agree with the rules of their zones",
            "ok      permissions  nobody else can read what is recorded",
            "ok      config       every setting is understood",
            "ok      zone         the local zone is Europe/Berlin",
            concat!("ok      program      promise ", env!("CARGO_PKG_VERSION")),
        ]
    );
    let json = home.json(&["doctor"]);
    for finding in json.as_array().expect("findings") {
        let keys: Vec<&String> = finding.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["check", "level", "says", "remedy"]);
    }
    assert!(home.bytes() == before);
}

#[test]
fn no_database() {
    let home = Home::new();
    let found = findings(&home.run(&["doctor", "--json"]));
    let path = home.database().display().to_string();
    assert_eq!(
        found,
        [(
            "database".to_owned(),
            "notice".to_owned(),
            format!("there is none yet at {path}"),
            "promise add makes it".to_owned()
        )]
    );
    home.run(&["doctor", "--repair"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: there is no database to repair at ~/.local/share/promise/promise.db\n\
             hint: name another file with --db or PROMISE_DB\n",
        )
        .status(3);
    assert!(!home.database().with_file_name("").exists());
}

/// Files that no check can read are damage; a newer one is no damage, but is refused all the same.
#[test]
fn files_that_are_refused() {
    let whole = {
        let home = recorded();
        fs::read(home.database()).expect("the database")
    };
    let table: [(&[u8], &str); 2] = [
        (b"dear diary", "not a database of promise: "),
        (&whole[..whole.len() / 2], "the database is damaged: "),
    ];
    for (bytes, message) in table {
        let home = Home::new();
        fs::create_dir_all(home.database().with_file_name("")).expect("a folder");
        fs::write(home.database(), bytes).expect("a file");
        let before = home.bytes();
        for words in [&["doctor"][..], &["doctor", "--repair"]] {
            let ran = home.run(words);
            ran.status(5);
            let all = format!("{}{}", ran.stdout, ran.stderr);
            assert!(all.contains(message), "{words:?} {all}");
            assert!(home.bytes() == before, "{words:?} wrote");
        }
    }
}

/// Old files are examined as they are: only the next command brings them up to date.
#[test]
fn old_versions() {
    for version in [1, 2, 3, 4, 5, 6, 7] {
        let name = format!("tests/fixtures/version-{version}.db");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let home = Home::new();
        fs::create_dir_all(home.database().with_file_name("")).expect("a folder");
        fs::copy(&file, home.database()).expect("a copy");
        meddle(&home, "");
        let before = home.bytes();
        let ran = home.run(&["doctor", "--json"]);
        ran.stderr("").status(0);
        let found = findings(&ran);
        let upgrade = found.iter().find(|one| one.0 == "upgrade");
        let (_, level, says, remedy) = upgrade.expect("a notice");
        assert_eq!(level, "notice");
        assert_eq!(
            says,
            &format!("the file has version {version}, and this program writes 8")
        );
        assert_eq!(
            remedy,
            "the next command brings it up to date, after a backup; then ask again"
        );
        assert!(home.bytes() == before, "version {version}: it wrote");
        home.ok(&["list"]);
        home.run(&["doctor"]).status(0);
    }
}

#[test]
fn a_clock_set_back() {
    let mut home = recorded();
    home.at("2026-11-23T15:00:00+01:00");
    let ran = home.run(&["doctor", "--json"]);
    ran.status(0);
    assert_eq!(
        findings(&ran),
        [(
            "clock".to_owned(),
            "notice".to_owned(),
            "the newest event is 3600 seconds in the future".to_owned(),
            "look at the clock of this machine; the order of history does not depend on it"
                .to_owned()
        )]
    );
}

/// What is wrong around the file is worth a word, and no damage.
#[test]
fn around_the_file() {
    let mut home = recorded();
    let other = home.path().join("bin");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("promise"), "another").expect("a file");
    home.set("PATH", &other.display().to_string());
    home.set("TZ", "Nowhere/Land");
    let found = findings(&home.run(&["doctor", "--json"]));
    let other = other.join("promise").display().to_string();
    let expected = [
        (
            "zone",
            "TZ names no time zone: Nowhere/Land".to_owned(),
            "set TZ or time_zone",
        ),
        (
            "program",
            format!("other programs of this name: {other}"),
            "an older one refuses a newer file; keep one",
        ),
    ];
    let expected = expected.map(|(check, says, remedy)| {
        let words = (check.to_owned(), "notice".to_owned());
        (words.0, words.1, says, remedy.to_owned())
    });
    assert_eq!(found, expected);
}

/// A home in which the rules of Berlin are those of Tokyo; none where the machine has no rules.
pub fn with_other_rules(home: &mut Home) -> bool {
    let tokyo = PathBuf::from("/usr/share/zoneinfo/Asia/Tokyo");
    if !tokyo.exists() {
        println!("skipped: there is no zone data here");
        return false;
    }
    let rules = home.path().join("rules");
    fs::create_dir_all(rules.join("Europe")).expect("a folder");
    fs::copy(tokyo, rules.join("Europe/Berlin")).expect("a copy");
    home.set("TZDIR", &rules.display().to_string());
    true
}

#[test]
fn rules_of_zones_that_changed() {
    let mut home = recorded();
    if !with_other_rules(&mut home) {
        return;
    }
    let before = home.bytes();
    let ran = home.run(&["doctor", "--json"]);
    ran.stderr("").status(0);
    assert_eq!(
        findings(&ran),
        [(
            "zones".to_owned(),
            "notice".to_owned(),
            "the rules of zones changed: 1 open deadlines lie elsewhere now".to_owned(),
            REPAIR.to_owned()
        )]
    );
    assert!(home.bytes() == before);
}

/// What the program does by itself is no damage: people who are no longer known by any of their
/// names, forgetting, and an import of what is there in part, which leaves out steps that it needs
/// nothing of.
#[test]
fn the_programs_own_work() {
    let home = recorded();
    let export = home.ok(&["export"]);
    home.ok(&["people", "add", "Zed", "--alias", "Zeddy"]);
    home.ok(&["undo"]);
    home.ok(&["people", "add", "Jane Ortis", "--alias", "Janey"]);
    home.ok(&["people", "merge", "Jane Ortiz", "Jane Ortis"]);
    home.run(&["doctor"]).stderr("").status(0);
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    home.run(&["doctor"]).stderr("").status(0);
    let other = Home::new();
    other.ok(&["add", "Something", "--to", "Bob", "--due", "friday"]);
    other.run_with(&["import", "-"], &export).status(0);
    other.run(&["doctor"]).stderr("").status(0);
    // Numbers that are missing elsewhere are seen all the same.
    meddle(
        &other,
        "PRAGMA foreign_keys = OFF; DELETE FROM steps WHERE id = 1;",
    );
    let ran = other.run(&["doctor", "--json"]);
    let found = findings(&ran);
    let history = found.iter().find(|one| one.0 == "history");
    assert_eq!(history.expect("damage").2, "gaps in the history: steps: 1");
}
