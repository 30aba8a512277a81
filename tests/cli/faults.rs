//! What is wrong with the database file, and that a file that is refused stays as it is.

use std::fs;

use rusqlite::Connection;

use crate::harness::Home;

/// Commands that read and commands that write; each has to refuse.
const COMMANDS: &[&[&str]] = &[
    &["due"],
    &["list", "--json"],
    &["show", "1"],
    &["log"],
    &["people"],
    &["export"],
    &["add", "x", "--to", "Jane", "--due", "friday"],
    &["keep", "1"],
    &["edit", "1", "y"],
    &["note", "1", "y"],
    &["void", "1"],
    &["break", "1", "--cause", "forgot"],
    &["release", "1"],
    &["reopen", "1"],
    &["reschedule", "1", "--due", "friday"],
    &["handoff", "1", "--owner", "Ann"],
    &["undo"],
    &["redo"],
    &["people", "add", "Zoe"],
    &["import", "/dev/null"],
];

/// How many of them read.
const READERS: usize = 6;

/// A home with two promises, its journal merged.
pub fn recorded() -> Home {
    let home = Home::new();
    let add = |what, to, due| home.ok(&["add", what, "--to", to, "--due", due]);
    add("Send the quote", "Jane Ortiz", "tomorrow 1pm");
    add("Call back", "Bob O'Neil", "friday");
    home
}

/// A home with a folder for the database, and this in its place.
fn with_file(bytes: &[u8]) -> Home {
    let home = Home::new();
    let path = home.database();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a data folder");
    fs::write(path, bytes).expect("a file");
    home
}

/// Every command refuses with this message, and no byte changes.
#[track_caller]
fn refused(home: &Home, message: &str, hint: &str) {
    refused_by(COMMANDS, home, message, hint);
}

#[track_caller]
fn refused_by(commands: &[&[&str]], home: &Home, message: &str, hint: &str) {
    let before = home.bytes();
    for command in commands {
        let expected = format!("error: {message}\nhint: {hint}\n");
        home.run(command).stdout("").stderr(&expected).status(5);
        assert!(home.bytes() == before, "{command:?} wrote to the file");
    }
}

/// The same of what a command meets with on its way: one that writes says that it saved nothing.
#[track_caller]
fn fails(home: &Home, message: &str, hint: &str) {
    refused_by(&COMMANDS[..READERS], home, message, hint);
    let message = format!("{message}; nothing was saved");
    refused_by(&COMMANDS[READERS..], home, &message, hint);
}

const FOREIGN: (&str, &str) = (
    "not a database of promise: ~/.local/share/promise/promise.db",
    "name another file with --db or PROMISE_DB",
);

#[test]
fn files_that_are_no_database() {
    let noise: Vec<u8> = (0..8192_u32)
        .map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let table: [&[u8]; 5] = [
        b"dear diary, nothing in here was made by a program\n",
        b"x",
        b"SQLite format 3\0",
        &noise,
        &[0; 4096],
    ];
    for bytes in table {
        refused(&with_file(bytes), FOREIGN.0, FOREIGN.1);
    }
}

#[test]
fn databases_of_other_programs() {
    let table = [
        "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine');",
        "PRAGMA application_id = 7; CREATE TABLE promises (id INTEGER PRIMARY KEY);",
        "PRAGMA user_version = 3; CREATE TABLE promises (id INTEGER PRIMARY KEY);",
        "PRAGMA user_version = 3;",
        "PRAGMA application_id = 7;",
    ];
    for statements in table {
        let home = with_file(b"");
        let connection = Connection::open(home.database()).expect("a database");
        connection.execute_batch(statements).expect("tables");
        drop(connection);
        refused(&home, FOREIGN.0, FOREIGN.1);
    }
}

/// Another program may still be at work with what lies in its journal.
#[test]
fn a_database_of_another_program_with_its_journal() {
    let home = with_file(b"");
    let connection = Connection::open(home.database()).expect("a database");
    connection
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE notes (text);")
        .expect("tables");
    // As if that program had been killed: the journal is not merged.
    let copy = Home::new();
    copy_files(&home, &copy);
    drop(connection);
    refused(&copy, FOREIGN.0, FOREIGN.1);
}

#[test]
fn a_newer_version() {
    let home = recorded();
    let connection = Connection::open(home.database()).expect("the database");
    let known: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("a version");
    connection
        .pragma_update(None, "user_version", 99)
        .expect("a version");
    let message = format!(
        "the database has version 99, and this program knows up to {known}: \
         ~/.local/share/promise/promise.db"
    );
    let hint = "use the newer version of promise";
    // With the journal beside it, as a newer program at work leaves it, and without.
    let copy = Home::new();
    copy_files(&home, &copy);
    drop(connection);
    refused(&home, &message, hint);
    refused(&copy, &message, hint);
}

#[test]
fn a_file_cut_off() {
    let home = recorded();
    let bytes = fs::read(home.database()).expect("the database");
    fs::write(home.database(), &bytes[..bytes.len() / 2]).expect("half of it");
    fails(
        &home,
        "the database is damaged: ~/.local/share/promise/promise.db: \
         database disk image is malformed",
        "try again; if it stays so, keep the file and put a backup in its place",
    );
}

/// One changed letter is seen by whatever reads the row's history; nothing shows it as true.
#[test]
fn a_flipped_bit() {
    let home = recorded();
    let mut bytes = fs::read(home.database()).expect("the database");
    let text = b"Send the quote";
    let places: Vec<usize> = (0..bytes.len() - text.len())
        .filter(|at| bytes[*at..].starts_with(text))
        .collect();
    assert!(places.len() >= 2, "a row and an event");
    for place in places {
        bytes[place] ^= 1;
    }
    fs::write(home.database(), &bytes).expect("the damaged file");
    let before = home.bytes();
    for command in [&["show", "1"][..], &["export"], &["note", "1", "x"]] {
        let ran = home.run(command);
        ran.status(5);
        assert!(
            ran.stderr.contains("does not match its checksum"),
            "{ran:?}"
        );
    }
    assert!(home.bytes() == before);
}

#[test]
fn an_empty_file_alone_is_no_database_yet() {
    let home = with_file(b"");
    home.run(&["list"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n",
        )
        .status(0);
    assert_eq!(fs::read(home.database()).expect("the file"), b"");
    home.ok(&["people", "add", "Zoe"]);
    assert_eq!(home.json(&["people"])[0]["name"], "Zoe");
}

#[test]
fn an_empty_file_that_held_data() {
    // A rollback journal tells in its header how many pages the file had before: here 27.
    let mut journal = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\0\0\0\x01\0\0\0\x07\0\0\0\x1b".to_vec();
    journal.extend(b"\0\0\x02\0\0\0\x10\0");
    journal.resize(512, 0);
    let table = [
        ("promise.db-wal", b"something".to_vec()),
        ("promise.db-journal", journal),
    ];
    for (witness, content) in table {
        let home = with_file(b"");
        let path = home.database().with_file_name(witness);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, &content).expect("a file");
        // Each waits a second for whoever may be making the file: two are enough.
        refused_by(
            &[&["list"], &["people", "add", "Zoe"]],
            &home,
            &format!(
                "the database is empty or gone, but it held data, as ~/.local/share/promise/{witness} \
                 shows: ~/.local/share/promise/promise.db"
            ),
            "try again; if it stays so, keep the file and put a backup in its place",
        );
        assert!(fs::read(&path).expect("the witness") == content);
    }
}

/// What the hint says is what helps.
#[test]
fn an_empty_file_beside_a_backup() {
    let home = recorded();
    let backup = home.database().with_file_name("backups/monday.db");
    fs::create_dir_all(backup.parent().expect("a folder")).expect("a folder");
    fs::copy(home.database(), &backup).expect("a backup");
    let whole = fs::read(&backup).expect("the backup");
    for gone in [false, true] {
        fs::write(home.database(), "").expect("an empty file");
        if gone {
            fs::remove_file(home.database()).expect("no file");
        }
        refused(
            &home,
            "the database is empty or gone, but it held data, as \
             ~/.local/share/promise/backups/monday.db shows: ~/.local/share/promise/promise.db",
            "put the newest good backup in its place: promise restore \
             ~/.local/share/promise/backups/monday.db",
        );
        assert!(fs::read(&backup).expect("the backup") == whole);
    }
    home.ok(&["restore", &backup.display().to_string()]);
    assert_eq!(home.json(&["list"]).as_array().expect("a list").len(), 2);
}

#[test]
fn a_folder_in_place_of_the_file() {
    let home = Home::new();
    fs::create_dir_all(home.database()).expect("a folder");
    fails(
        &home,
        "could not read the database: ~/.local/share/promise/promise.db: it is a folder",
        "check the path and its permissions, or name another file with --db",
    );
}

#[test]
fn a_file_in_place_of_the_folder() {
    let home = Home::new();
    fs::write(home.path().join(".local"), "no folder").expect("a file");
    fails(
        &home,
        "could not read the database: ~/.local/share/promise/promise.db: \
         Not a directory (os error 20)",
        "check the path and its permissions, or name another file with --db",
    );
}

/// The path is taken as it is: never as a URI, never as a name that SQLite knows.
#[test]
fn strange_paths() {
    for name in ["file:x?mode=memory", ":memory:", "a b/c?d#e%f.db", "ü.db"] {
        let home = Home::new();
        home.ok(&["--db", name, "people", "add", "Zoe"]);
        assert!(home.path().join(name).is_file(), "{name}");
        assert_eq!(home.json(&["--db", name, "people"])[0]["name"], "Zoe");
        assert!(!home.database().exists());
    }
}

/// While somebody writes, readers go on, and see what was there before.
#[test]
fn a_locked_database_is_read() {
    let home = recorded();
    let connection = Connection::open(home.database()).expect("the database");
    connection
        .execute_batch("BEGIN IMMEDIATE; UPDATE promises SET what = 'unfinished';")
        .expect("the lock");
    let begun = std::time::Instant::now();
    home.run(&["show", "1", "--format", "plain"]).status(0);
    home.run(&["list", "--fields", "id,what", "--format", "plain"])
        .stdout("1\tSend the quote\n2\tCall back\n")
        .stderr("")
        .status(0);
    home.run(&["due"]).status(0);
    home.run(&["export"]).status(0);
    assert!(begun.elapsed().as_secs() < 20, "readers waited");
    connection.execute_batch("ROLLBACK").expect("the end");
}

/// A change that was interrupted in a file without a log is taken back by whoever comes next, and
/// never shown half done.
#[test]
fn an_interrupted_change() {
    let home = recorded();
    let connection = Connection::open(home.database()).expect("the database");
    connection
        .execute_batch(
            "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;
             UPDATE promises SET what = 'half'; UPDATE people SET name = 'half';
             UPDATE steps SET command = 'half'; UPDATE names SET typed = 'half';
             CREATE TABLE more AS SELECT randomblob(9000) FROM events;",
        )
        .expect("a change");
    let copy = Home::new();
    copy_files(&home, &copy);
    drop(connection);
    copy.run(&["list", "--fields", "id,what", "--format", "plain"])
        .stdout("1\tSend the quote\n2\tCall back\n")
        .stderr("")
        .status(0);
    copy.ok(&["export"]);
}

/// A writer waits for another one, and then saves.
#[test]
fn a_writer_waits_for_a_short_lock() {
    let home = recorded();
    let connection = Connection::open(home.database()).expect("the database");
    connection
        .execute_batch("BEGIN IMMEDIATE")
        .expect("the lock");
    let mut waiting = home.start(&["people", "add", "Zoe"]);
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(waiting.try_wait().expect("its state"), None, "it waits");
    connection.execute_batch("COMMIT").expect("the end");
    assert!(waiting.wait().expect("the end").success());
    let names: Vec<String> = home
        .ok(&["people", "--format", "plain"])
        .lines()
        .map(|line| line.split('\t').nth(1).expect("a name").to_owned())
        .collect();
    assert_eq!(names, ["Bob O'Neil", "Jane Ortiz", "Zoe"]);
}

/// Copies the database with its journals, as they are at this moment.
fn copy_files(from: &Home, to: &Home) {
    let folder = to.database().with_file_name("");
    fs::create_dir_all(&folder).expect("a data folder");
    let files = from.bytes();
    assert!(files.len() > 1, "a journal lies beside the file");
    for (path, bytes) in files {
        fs::write(folder.join(path.file_name().expect("a name")), bytes).expect("a copy");
    }
}
