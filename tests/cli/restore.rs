//! `promise restore`: what is taken, what is refused, and what is kept.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde_json::json;

use crate::backup::{flip, folder, names};
use crate::faults::recorded;
use crate::harness::Home;

/// The export of a file.
fn content(home: &Home, file: &Path) -> String {
    home.ok(&["--db", &file.display().to_string(), "export"])
}

#[test]
fn there_and_back_again() {
    let home = recorded();
    let first = home.ok(&["export"]);
    home.ok(&["backup", "first.db"]);
    home.ok(&["add", "Third", "--to", "Zoe", "--due", "friday"]);
    home.ok(&["keep", "1"]);
    let second = home.ok(&["export"]);
    let before = home.bytes();
    home.run(&["restore", "first.db"])
        .stdout("")
        .stderr(
            "error: the backup lacks 3 events about 2 promises; the newest is of step 4 (keep), \
             Mon 23 Nov 2026 16:00 +01:00\n\
             hint: restore it all the same with --yes; what is there now is kept in the folder \
             backups\n",
        )
        .status(4);
    assert!(home.bytes() == before, "a refused restore writes nothing");
    assert_eq!(names(&folder(&home)), Vec::<String>::new());
    home.run(&["restore", "first.db", "--yes"])
        .stdout(
            "Restored ~/first.db\n  \
             2 promises, 2 people, 4 events; the newest step is 2 (add), Mon 23 Nov 2026 16:00 \
             +01:00\n  \
             kept what was there as \
             ~/.local/share/promise/backups/before-restore-20261123T150000Z.db\n  \
             3 events of it are not in the backup\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(home.ok(&["export"]), first);
    let kept = folder(&home).join("before-restore-20261123T150000Z.db");
    assert_eq!(content(&home, &kept), second);
    // A number that was given out is not given out again.
    assert_eq!(
        home.json(&["add", "Fourth", "--to", "Ann", "--due", "friday"])[0]["id"],
        4
    );
    home.ok(&["undo"]);
    // The way back.
    home.ok(&["restore", &kept.display().to_string(), "--yes"]);
    assert_eq!(home.ok(&["export"]), second);
    let left = names(home.database().parent().expect("a folder"));
    let ours = left
        .iter()
        .all(|name| name == "backups" || name.starts_with("promise.db"));
    assert!(ours, "nothing half written is left: {left:?}");
}

#[test]
fn what_is_printed_for_programs() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    let kept = folder(&home).join("before-restore-20261123T150000Z.db");
    // Nothing would be lost: nobody is asked.
    assert_eq!(
        home.json(&["restore", "b.db"]),
        json!([{
            "file": home.path().join("b.db").display().to_string(),
            "database": home.database().display().to_string(),
            "promises": 2,
            "people": 2,
            "events": 4,
            "newest_step": {"id": 2, "command": "add", "at": "2026-11-23T16:00:00+01:00"},
            "kept": [kept.display().to_string()],
            "lost": {"events": 0, "promises": 0, "people_forgotten": 0},
        }])
    );
}

/// What comes back with a backup from before somebody was forgotten is said.
#[test]
fn a_person_who_was_forgotten_since() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    let ran = home.run(&["restore", "b.db"]);
    ran.status(4);
    assert!(
        ran.stderr
            .contains("; 1 person who was forgotten would be known again\n"),
        "{ran:?}"
    );
}

/// Nothing that is not a whole backup of ours is taken, and nothing changes.
#[test]
fn files_that_are_no_backup() {
    let home = recorded();
    home.ok(&["backup", "good.db"]);
    let good = fs::read(home.path().join("good.db")).expect("the backup");
    let write =
        |name: &str, bytes: &[u8]| fs::write(home.path().join(name), bytes).expect("a file");
    write(
        "text.db",
        b"dear diary, nothing in here was made by a program at all, promise\n",
    );
    write("empty.db", b"");
    write("cut.db", &good[..good.len() / 2]);
    let with = |name: &str, statements: &str| {
        write(name, &good);
        let file = Connection::open(home.path().join(name)).expect("a database");
        file.execute_batch(statements).expect("a change");
    };
    with("newer.db", "PRAGMA user_version = 99");
    with("foreign.db", "PRAGMA application_id = 7");
    with("table.db", "DROP TABLE needs");
    with(
        "trigger.db",
        "CREATE TRIGGER mine AFTER INSERT ON promises BEGIN DELETE FROM tags; END",
    );
    with(
        "row.db",
        "UPDATE promises SET what = 'something else' WHERE id = 1",
    );
    with(
        "dangling.db",
        "PRAGMA foreign_keys = OFF; UPDATE promises SET person = 77",
    );
    fs::create_dir(home.path().join("folder.db")).expect("a folder");
    let known: i64 = Connection::open(home.path().join("good.db"))
        .and_then(|file| file.pragma_query_value(None, "user_version", |row| row.get(0)))
        .expect("a version");
    let newer = format!("it has version 99, and this program knows up to {known}");
    let table = [
        ("text.db", "it is not a database of promise"),
        ("empty.db", "it holds nothing"),
        ("cut.db", "it is damaged: database disk image is malformed"),
        ("newer.db", &newer),
        ("foreign.db", "it is not a database of promise"),
        ("table.db", "its tables are not those of promise"),
        ("trigger.db", "its tables are not those of promise"),
        (
            "row.db",
            "it is damaged: promise 1 does not match its checksum",
        ),
        (
            "dangling.db",
            "it is damaged: a row refers to one that is not there",
        ),
        ("folder.db", "it is a folder"),
        ("none.db", "No such file or directory (os error 2)"),
    ];
    let before = home.bytes();
    for (name, reason) in table {
        let expected = format!(
            "error: that cannot be restored: ~/{name}: {reason}\n\
             hint: nothing was changed; name another backup\n"
        );
        home.run(&["restore", name, "--yes"])
            .stdout("")
            .stderr(&expected)
            .status(5);
        assert!(home.bytes() == before, "{name}");
    }
    let own = home.database().display().to_string();
    let ran = home.run(&["restore", &own, "--yes"]);
    ran.status(5);
    assert!(
        ran.stderr.contains("that is the database itself"),
        "{ran:?}"
    );
    assert!(home.bytes() == before);
    assert_eq!(names(&folder(&home)), Vec::<String>::new());
}

/// A backup that an older program made is brought up to date.
#[test]
fn older_versions() {
    for version in [1, 2] {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let exported = fs::read_to_string(fixtures.join(format!("version-{version}.jsonl")));
        let file = fixtures.join(format!("version-{version}.db"));
        let bytes = fs::read(&file).expect("the old file");
        let copy = Home::new();
        fs::write(copy.path().join("old.db"), &bytes).expect("a copy");
        copy.run(&["restore", "old.db"]).stderr("").status(0);
        assert_eq!(copy.ok(&["export"]), exported.expect("the stored export"));
        assert!(fs::read(copy.path().join("old.db")).expect("the old file") == bytes);
        assert_eq!(
            names(copy.path()),
            [".local", "old.db"],
            "nothing is left beside it"
        );
        // Over a database of today, too.
        copy.ok(&["add", "x", "--to", "Zoe", "--due", "friday"]);
        copy.ok(&["restore", "old.db", "--yes"]);
        copy.ok(&["add", "y", "--to", "Zoe", "--due", "friday"]);
    }
}

/// Into a missing, an emptied and an unreadable file; what was there is kept.
#[test]
fn in_place_of_what_cannot_be_read() {
    let home = recorded();
    let whole = home.ok(&["export"]);
    home.ok(&["backup"]);
    let backup = folder(&home).join("promise-20261123T150000Z.db");
    let backup = backup.display().to_string();
    // Gone.
    fs::remove_file(home.database()).expect("no file");
    home.run(&["restore", &backup]).stderr("").status(0);
    assert_eq!(home.ok(&["export"]), whole);
    // Emptied, with a journal beside it.
    fs::write(home.database(), "").expect("an empty file");
    let wal = home.database().with_file_name("promise.db-wal");
    fs::write(&wal, "changes").expect("a journal");
    home.run(&["restore", &backup]).stderr("").status(0);
    assert_eq!(home.ok(&["export"]), whole);
    let kept = folder(&home).join("damaged-20261123T150000Z.db-wal");
    assert_eq!(fs::read(&kept).expect("the journal"), b"changes");
    // Overwritten: that needs a word.
    fs::write(home.database(), "not a database, but somebody's only copy").expect("a file");
    let before = home.bytes();
    home.run(&["restore", &backup])
        .stdout("")
        .stderr(
            "error: what is in the place of the database cannot be read: it is no database\n\
             hint: restore it all the same with --yes; what is there now is kept in the folder \
             backups\n",
        )
        .status(4);
    assert!(home.bytes() == before);
    home.run(&["restore", &backup, "--yes"])
        .stderr("")
        .status(0);
    assert_eq!(home.ok(&["export"]), whole);
    let kept = folder(&home).join("damaged-20261123T150000Z-2.db");
    assert_eq!(
        fs::read(kept).expect("the file"),
        b"not a database, but somebody's only copy"
    );
    // Cut off.
    let bytes = fs::read(home.database()).expect("the database");
    fs::write(home.database(), &bytes[..bytes.len() / 2]).expect("half of it");
    home.run(&["restore", &backup, "--yes"])
        .stderr("")
        .status(0);
    assert_eq!(home.ok(&["export"]), whole);
    // A bit of it turned: what it tells of events is compared as ever.
    flip(&home, b"Send the quote");
    home.run(&["restore", &backup]).stderr("").status(0);
    assert_eq!(home.ok(&["export"]), whole);
    home.ok(&["keep", "1"]);
}

/// The database of another program is never replaced, and a newer one is not either.
#[test]
fn what_is_not_ours_to_replace() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    let table = [
        ("PRAGMA user_version = 99", "the database has version 99"),
        ("PRAGMA application_id = 7", "not a database of promise"),
    ];
    for (statement, message) in table {
        let file = Connection::open(home.database()).expect("the database");
        file.execute_batch(statement).expect("a change");
        drop(file);
        let before = home.bytes();
        let ran = home.run(&["restore", "b.db", "--yes"]);
        ran.stdout("").status(5);
        assert!(ran.stderr.contains(message), "{ran:?}");
        assert!(home.bytes() == before);
    }
}

/// What the error says is what helps, whatever the path needs.
#[test]
fn the_command_that_an_error_prints() {
    let home = recorded();
    for (name, shown) in [
        ("it's here/p.db", "'~/it'\\''s here/p.db'"),
        ("plain.db", "~/plain.db"),
    ] {
        let file = home.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::copy(home.database(), &file).expect("a copy");
        home.ok(&["--db", name, "backup"]);
        // A newer one that is damaged is no help.
        let good = file.with_file_name("backups/promise-20261123T150000Z.db");
        let mut bytes = fs::read(&good).expect("the backup");
        let middle = bytes.len() / 2;
        bytes[middle..].fill(7);
        let bad = good.with_file_name("auto-000001-20261124T150000Z.db");
        fs::write(bad, &bytes).expect("a damaged backup");
        fs::write(&file, "").expect("an emptied file");
        let ran = home.run(&["--db", name, "list"]);
        ran.stdout("").status(5);
        let backup = shown.replace("p.db", "backups/promise-20261123T150000Z.db");
        let backup = backup.replace("plain.db", "backups/promise-20261123T150000Z.db");
        let backup = backup.replace("plainbackups", "backups");
        let home_shown = ran.stderr.replace(&home.path().display().to_string(), "~");
        let command = format!("promise --db {shown} restore {backup}");
        assert!(
            home_shown.ends_with(&format!(
                "hint: put the newest good backup in its place: {command}\n"
            )),
            "{home_shown}"
        );
        let command = command.replace('~', &home.path().display().to_string());
        let command = command.replacen("promise", "\"$PROMISE\"", 1);
        let (status, _, stderr) = crate::usage::shell(&home, &command);
        assert_eq!((status, stderr), (0, String::new()));
        assert_eq!(home.ok(&["--db", name, "export"]), home.ok(&["export"]));
    }
}
