//! `promise restore` while others are at work: nothing acknowledged is lost unseen, and whoever has
//! the database open sees one content or the other.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rusqlite::Connection;

use crate::backup::{folder, names};
use crate::faults::recorded;
use crate::terminal::Terminal;

/// A program that has the database open writes into what was restored, not into a file that has
/// no name any more.
#[test]
fn whoever_has_it_open_goes_on_with_it() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    home.ok(&["note", "1", "lost"]);
    let other = Connection::open(home.database()).expect("the database");
    let notes = |other: &Connection| -> i64 {
        let count = other.query_row(
            "SELECT count(*) FROM events WHERE kind = 'noted'",
            [],
            |row| row.get(0),
        );
        count.expect("a count")
    };
    assert_eq!(notes(&other), 1);
    other.execute_batch("BEGIN").expect("a long read");
    assert_eq!(notes(&other), 1);
    home.ok(&["restore", "b.db", "--yes"]);
    assert_eq!(notes(&other), 1, "what it has begun to read stays");
    other.execute_batch("COMMIT").expect("the end");
    assert_eq!(notes(&other), 0);
    other
        .execute_batch("UPDATE people SET note = 'seen' WHERE id = 1")
        .expect("a write");
    let seen = Connection::open(home.database()).and_then(|file| {
        file.query_row("SELECT note FROM people WHERE id = 1", [], |row| {
            row.get::<_, String>(0)
        })
    });
    assert_eq!(seen.expect("a note"), "seen");
}

/// What lies in a log that was not merged is kept too.
#[test]
fn the_log_is_part_of_what_is_kept() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    // While somebody has it open, a command does not merge the log when it ends.
    let other = Connection::open(home.database()).expect("the database");
    other
        .execute_batch("BEGIN; SELECT count(*) FROM events")
        .expect("a read");
    home.ok(&["note", "1", "only in the log"]);
    home.ok(&["restore", "b.db", "--yes"]);
    let kept = folder(&home).join("before-restore-20261123T150000Z.db");
    let kept = kept.display().to_string();
    let exported = home.ok(&["--db", &kept, "export"]);
    assert!(exported.contains("only in the log"));
    assert!(!home.ok(&["export"]).contains("only in the log"));
    drop(other);
}

/// Writers all the while: each note that was acknowledged is in the database, or in what a restore
/// kept, and its restore was told to go ahead.
#[test]
fn beside_writers() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    let done = AtomicBool::new(false);
    let acknowledged = thread::scope(|scope| {
        let writers: Vec<_> = (0..3)
            .map(|writer| {
                let (home, done) = (&home, &done);
                scope.spawn(move || {
                    let mut texts = Vec::new();
                    for number in 0..200 {
                        if done.load(Ordering::Relaxed) {
                            break;
                        }
                        let text = format!("note-{writer}-{number}.");
                        home.ok(&["note", "1", &text]);
                        texts.push(text);
                    }
                    texts
                })
            })
            .collect();
        for _ in 0..4 {
            home.ok(&["restore", "b.db", "--yes"]);
        }
        done.store(true, Ordering::Relaxed);
        let texts = writers
            .into_iter()
            .map(|writer| writer.join().expect("its end"));
        texts.flatten().collect::<Vec<String>>()
    });
    let mut found = home.ok(&["export"]);
    for name in names(&folder(&home)) {
        let file = folder(&home).join(name).display().to_string();
        found.push_str(&home.ok(&["--db", &file, "export"]));
    }
    let lost: Vec<&String> = acknowledged
        .iter()
        .filter(|text| !found.contains(*text))
        .collect();
    assert!(!acknowledged.is_empty());
    assert_eq!(lost, Vec::<&String>::new());
}

/// Without --yes nothing newer goes, whenever it is written.
#[test]
fn beside_a_writer_without_leave() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    for round in 0..6 {
        let mut writer = home.start(&["note", "1", &format!("round {round}")]);
        let restored = home.run(&["restore", "b.db"]);
        assert!(writer.wait().expect("the end").success());
        let notes = home.json(&["show", "1"]);
        let notes = notes[0]["notes"].as_array().expect("notes").len();
        // It came before the note, or was refused because of it.
        assert_eq!(notes, round + 1, "{restored:?}");
        assert!(matches!(restored.status, Some(0 | 4)), "{restored:?}");
        if round > 0 {
            assert_eq!(restored.status, Some(4), "{restored:?}");
        }
    }
}

/// Readers never fail while it lasts.
#[test]
fn beside_readers() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    home.ok(&["note", "1", "x"]);
    thread::scope(|scope| {
        let readers: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    for _ in 0..10 {
                        home.run(&["list"]).stderr("").status(0);
                    }
                })
            })
            .collect();
        for _ in 0..4 {
            home.run(&["restore", "b.db", "--yes"]).stderr("").status(0);
        }
        for reader in readers {
            reader.join().expect("no failure");
        }
    });
}

/// The database may be a link, and stays one.
#[cfg(unix)]
#[test]
fn through_a_link() {
    let home = recorded();
    home.ok(&["backup", "b.db"]);
    let real = home.path().join("real.db");
    fs::rename(home.database(), &real).expect("another place");
    std::os::unix::fs::symlink(&real, home.database()).expect("a link");
    for broken in [false, true] {
        if broken {
            fs::write(&real, "no database").expect("a file");
        }
        home.ok(&["restore", "b.db", "--yes"]);
        assert!(
            fs::symlink_metadata(home.database())
                .expect("it")
                .is_symlink()
        );
        assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(2));
    }
    let left = names(home.path());
    assert!(!left.iter().any(|name| name.contains(".part")), "{left:?}");
}

/// Asked on a terminal: "y" goes on, anything else does not.
#[cfg(unix)]
#[test]
fn asked_on_a_terminal() {
    for (answer, notes, status) in [("n", 1, 4), ("y", 0, 0)] {
        let home = recorded();
        home.ok(&["backup", "b.db"]);
        home.ok(&["note", "1", "newer"]);
        let mut terminal = Terminal::start(&home, &["restore", "b.db"]);
        terminal.until("Restore all the same? [y/N] ");
        terminal.answer(answer);
        let (text, code) = terminal.end();
        assert_eq!(code, status, "{text}");
        let shown = home.json(&["show", "1"]);
        assert_eq!(shown[0]["notes"].as_array().map(Vec::len), Some(notes));
    }
}
