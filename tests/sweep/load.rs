//! Many processes at once, long writes, long reads: nothing is lost, nobody is told to try again,
//! and the journal keeps its bounds.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use rusqlite::Connection;
use serde_json::Value;

use crate::harness::Home;

#[test]
fn writers_among_all_kinds_of_others() {
    mixed(8, 2);
}

#[test]
#[ignore = "a minute: 50 processes at a time, 1,000 promises"]
fn a_thousand_promises_from_fifty_processes() {
    mixed(50, 20);
}

/// So many workers, each with so many promises to add, and others to do beside.
fn mixed(workers: usize, adds: usize) {
    let home = Home::new();
    let begun = Instant::now();
    let given = Mutex::new(BTreeSet::new());
    let ran = AtomicUsize::new(0);
    // What a command may end with, where others undo what it relies on.
    let run = |words: &[&str], allowed: &[i32]| {
        let done = home.run(words);
        ran.fetch_add(1, Ordering::Relaxed);
        let status = done.status.expect("a status");
        assert!(allowed.contains(&status), "{done:?}");
        for word in ["busy", "locked"] {
            assert!(!done.stderr.contains(word), "{done:?}");
        }
        done.stdout
    };
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let (given, run) = (&given, &run);
            scope.spawn(move || {
                for number in 0..adds {
                    let what = format!("{worker} {number}");
                    let words = ["add", &what, "--to", "Jane", "--due", "friday", "--json"];
                    let added: Value = serde_json::from_str(&run(&words, &[0])).expect("JSON");
                    let id = added[0]["id"].as_i64().expect("a number");
                    let fresh = given.lock().expect("the set").insert((id, what));
                    assert!(fresh, "{id} was given twice");
                    let id = id.to_string();
                    match (worker + number) % 10 {
                        0 | 1 => drop(run(&["list"], &[0])),
                        2 | 3 => drop(run(&["due"], &[0])),
                        4 | 5 => drop(run(&["keep", &id], &[0, 4])),
                        6 => drop(run(&["undo"], &[0, 4])),
                        7 => drop(run(&["show", &id], &[0])),
                        8 => drop(run(&["remind"], &[0])),
                        9 if number % 5 == 0 => drop(run(&["backup"], &[0])),
                        _ => drop(run(&["note", &id, "a note"], &[0, 4])),
                    }
                }
            });
        }
    });
    let given = given.into_inner().expect("the set");
    let ids: BTreeSet<i64> = given.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids.len(), workers * adds, "no number twice");
    let listed = home.json(&["list", "--all"]);
    let stored: BTreeSet<(i64, String)> = listed
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let what = one["what"].as_str().expect("a text").to_owned();
            (one["id"].as_i64().expect("a number"), what)
        })
        .collect();
    assert!(stored == given, "what was acknowledged is what is stored");
    home.ok(&["doctor"]);
    println!(
        "{} of {} promises stored; {} commands of {workers} processes at a time in {:.0} s",
        stored.len(),
        workers * adds,
        ran.into_inner(),
        begun.elapsed().as_secs_f64()
    );
}

/// A shorter one stands beside the end-to-end tests.
#[test]
#[ignore = "minutes: 100 rounds of 50 processes"]
fn a_missing_database_a_hundred_times() {
    const ROUNDS: usize = 100;
    const PROCESSES: usize = 50;
    for _ in 0..ROUNDS {
        let home = Home::new();
        let children: Vec<_> = (0..PROCESSES)
            .map(|number| {
                let what = format!("promise {number}");
                home.start(&["add", &what, "--to", "Jane", "--due", "friday"])
            })
            .collect();
        for child in children {
            let output = child.wait_with_output().expect("the end");
            assert_eq!(output.status.code(), Some(0), "{output:?}");
        }
        let listed = home.json(&["list"]);
        assert_eq!(listed.as_array().expect("a list").len(), PROCESSES);
    }
    println!("{ROUNDS} rounds of {PROCESSES} processes on a missing database, no failure");
}

/// An export of one promise, with its identities changed: as many promises as are wanted.
fn many(count: usize) -> String {
    let home = Home::new();
    home.ok(&["add", "One of many", "--to", "Jane", "--due", "friday"]);
    let export = home.ok(&["export"]);
    let lines: Vec<&str> = export.lines().collect();
    let is = |line: &str, record: &str| line.contains(&format!("\"record\":\"{record}\""));
    let find = |record: &str| *lines.iter().find(|line| is(line, record)).expect("a line");
    let (step, person, promise) = (find("step"), find("person"), find("promise"));
    let step_uuid = uuid_of(step);
    let mut text = format!("{step}\n{person}\n");
    for number in 0..count {
        let mut line = promise.to_owned();
        for (place, uuid) in uuids(promise).into_iter().enumerate() {
            if uuid != step_uuid && !person.contains(&uuid) {
                let end = number * 16 + place;
                line = line.replace(&uuid, &format!("{}{end:012x}", &uuid[..24]));
            }
        }
        let id = format!("\"id\":{}", number + 1);
        text.push_str(&line.replacen("\"id\":1", &id, 1));
        text.push('\n');
    }
    text
}

fn uuid_of(line: &str) -> String {
    uuids(line).into_iter().next().expect("an identity")
}

fn uuids(line: &str) -> Vec<String> {
    let is_uuid = |word: &&str| word.len() == 36 && word.matches('-').count() == 4;
    let mut found: Vec<String> = Vec::new();
    for word in line.split('"').filter(is_uuid) {
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}

#[test]
fn readers_during_a_long_write() {
    reads_during_an_import(200, 2);
}

#[test]
#[ignore = "a minute: an import of 20,000"]
fn readers_during_a_very_long_write() {
    reads_during_an_import(20_000, 8);
}

fn reads_during_an_import(count: usize, readers: usize) {
    let home = Home::new();
    home.ok(&["add", "first", "--to", "Ann", "--due", "friday"]);
    let file = home.path().join("many.jsonl");
    fs::write(&file, many(count)).expect("a file");
    let ended = AtomicBool::new(false);
    let reads = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for reader in 0..readers {
            let (home, ended, reads) = (&home, &ended, &reads);
            scope.spawn(move || {
                while !ended.load(Ordering::Relaxed) {
                    if reader % 2 == 0 {
                        home.ok(&["due"]);
                    } else {
                        let found = home.json(&["list", "--all", "--fields", "id"]);
                        let found = found.as_array().expect("a list").len();
                        assert!(found == 1 || found == count + 1, "{found}: half an import");
                    }
                    reads.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let words = ["import", &file.to_string_lossy()];
        let import = home.run(&words);
        ended.store(true, Ordering::Relaxed);
        import.status(0);
    });
    let listed = home.json(&["list", "--all", "--fields", "id"]);
    assert_eq!(listed.as_array().expect("a list").len(), count + 1);
    println!(
        "{} reads by {readers} readers while {count} promises were imported, no failure",
        reads.into_inner()
    );
}

/// An export into a pipe that nobody empties holds up no writer, and shows one moment.
#[test]
fn a_long_read_during_writes() {
    let home = Home::new();
    home.run_with(&["import", "-"], &many(400)).status(0);
    let export = home.start(&["export"]);
    for number in 0..10 {
        let what = format!("while it is read {number}");
        home.ok(&["add", &what, "--to", "Ann", "--due", "friday"]);
    }
    let output = export.wait_with_output().expect("the end");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("text");
    let promises = text
        .lines()
        .filter(|line| line.contains("\"record\":\"promise\""));
    let promises = promises.count();
    assert!((400..=410).contains(&promises), "{promises}");
    let listed = home.json(&["list", "--all", "--fields", "id"]);
    assert_eq!(listed.as_array().expect("a list").len(), 410);
}

#[test]
fn the_journal_while_somebody_reads() {
    journal(12);
}

#[test]
#[ignore = "a minute: 1,000 writes beside readers"]
fn the_journal_through_a_thousand_writes() {
    journal(1_000);
}

fn journal(writes: usize) {
    const MEBIBYTE: u64 = 1024 * 1024;
    // A write merges the journal once it has 1,000 pages (<https://sqlite.org/wal.html>).
    const MERGED: u64 = 5 * MEBIBYTE;
    let home = Home::new();
    home.ok(&["add", "first", "--to", "Ann", "--due", "friday"]);
    let size = || {
        let path = home.database().with_file_name("promise.db-wal");
        fs::metadata(path).map_or(0, |meta| meta.len())
    };
    let write = || {
        for _ in 0..writes {
            home.ok(&["note", "1", "a note"]);
        }
    };
    // Somebody who reads on keeps what was written since: so much for each write, and no more.
    let reader = Connection::open(home.database()).expect("the database");
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM promises;")
        .expect("a reader");
    write();
    let held = size();
    let each = held / u64::try_from(writes).expect("a number");
    assert!(each < 100 * 1024, "{each} bytes a write");
    reader.execute_batch("COMMIT").expect("the end");
    drop(reader);
    home.ok(&["note", "1", "the last"]);
    let after = size();
    assert_eq!(after, 0, "the journal is merged once nobody reads");
    // Somebody who only has the file open takes no part in it, but nobody is the last to close it.
    let idle = Connection::open(home.database()).expect("the database");
    idle.query_row("SELECT count(*) FROM promises", [], |_| Ok(()))
        .expect("a reading");
    write();
    let open = size();
    assert!(
        open > 0,
        "a journal that is merged on closing shows nothing"
    );
    assert!(open < MERGED, "{open} bytes beside a file that is open");
    drop(idle);
    assert_eq!(size(), 0);
    // Readers that come and go, with never a moment without one.
    let ended = AtomicBool::new(false);
    let mut between = 0;
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !ended.load(Ordering::Relaxed) {
                    home.ok(&["due"]);
                }
            });
        }
        write();
        between = size();
        ended.store(true, Ordering::Relaxed);
    });
    assert!(between < 16 * MEBIBYTE, "{between}");
    home.ok(&["note", "1", "the very last"]);
    assert_eq!(size(), 0);
    println!(
        "{writes} writes beside a reader: {held} bytes of journal, {after} after it; \
         beside a file that is open: {open}; beside readers that come and go: {between}"
    );
    // Else none of these bounds was ever in reach.
    assert!(writes < 1_000 || held > 2 * MERGED, "{held} bytes held");
}

/// A lock that is held for longer than anybody waits: 30 seconds.
#[test]
fn a_lock_held_too_long() {
    let home = Home::new();
    home.ok(&["add", "first", "--to", "Ann", "--due", "friday"]);
    let before = home.ok(&["export"]);
    let other = Connection::open(home.database()).expect("the database");
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    let begun = Instant::now();
    home.run(&["add", "more", "--to", "Ann", "--due", "friday"])
        .stdout("")
        .stderr(
            "error: the database is busy: ~/.local/share/promise/promise.db; nothing was saved\n\
             hint: another program is using it; try again\n",
        )
        .status(5);
    let waited = begun.elapsed().as_secs();
    assert!(waited >= 29, "{waited} s");
    // Who reads does not wait.
    let begun = Instant::now();
    assert_eq!(home.ok(&["export"]), before);
    assert!(begun.elapsed().as_secs() < 20);
    other.execute_batch("COMMIT").expect("the end");
    home.ok(&["add", "more", "--to", "Ann", "--due", "friday"]);
    println!("a lock held too long: given up after {waited} s, nothing saved");
}
