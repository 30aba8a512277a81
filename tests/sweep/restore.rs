//! `promise restore`, killed at every call that changes the disk: in the place of the database is
//! the one content or the other, and what it replaces is kept.

use std::fs;
use std::path::PathBuf;

use crate::harness::Home;
use crate::strace::{self, Fault, Point};

/// System calls, and how many of each are let through between two kills.
const CALLS: &[(&str, usize)] = &[
    ("pwrite64", 29),
    ("fsync", 1),
    ("fdatasync", 2),
    ("ftruncate", 1),
    ("linkat", 1),
    ("rename", 1),
    ("unlink", 3),
];

/// A home with two promises.
fn recorded() -> Home {
    let home = Home::new();
    home.ok(&["add", "Send the quote", "--to", "Jane", "--due", "friday"]);
    home.ok(&["add", "Call back", "--to", "Bob", "--due", "friday"]);
    home
}

/// Kills a command at each point in turn, and looks at what is left.
fn kill_everywhere(
    arguments: &[&str],
    prepare: impl Fn() -> Home,
    look: impl Fn(&Home, bool, &str),
) {
    if !strace::works() {
        return;
    }
    let words: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
    for (call, pace) in CALLS {
        for number in (1..500).step_by(*pace) {
            let home = prepare();
            let point = Point {
                call,
                number,
                fault: Fault::Kill,
            };
            let ended = strace::run(&home, &words, "", &point);
            look(&home, !ended.stdout.is_empty(), &point.to_string());
            if ended.status.is_some() {
                break;
            }
        }
    }
}

/// Everything in the folder of backups that has a backup's name.
fn backups(home: &Home) -> Vec<PathBuf> {
    let folder = home.database().with_file_name("backups");
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect()
}

/// The note is there, or the database is as the backup has it; what was there is kept by then.
#[test]
fn a_restore() {
    let prepare = || {
        let home = recorded();
        home.ok(&["backup", "b.db"]);
        home.ok(&["note", "1", "newer"]);
        home
    };
    kill_everywhere(
        &["restore", "b.db", "--yes"],
        prepare,
        |home, printed, place| {
            let exported = home.ok(&["export"]);
            let old = exported.contains("newer");
            if !old {
                let kept = backups(home);
                assert_eq!(kept.len(), 1, "{place}");
                let kept = kept[0].display().to_string();
                assert!(
                    home.ok(&["--db", &kept, "export"]).contains("newer"),
                    "{place}"
                );
            }
            assert!(
                !(old && printed),
                "{place}: what was acknowledged is not so"
            );
            home.ok(&["restore", "b.db", "--yes"]);
            assert!(!home.ok(&["export"]).contains("newer"), "{place}");
            home.ok(&["add", "next", "--to", "Jane", "--due", "friday"]);
        },
    );
}

/// In place of a file that cannot be opened, or that is not there: never a new, empty one.
#[test]
fn a_restore_over_what_cannot_be_read() {
    for broken in [
        Some("no database, but somebody's only copy"),
        Some(""),
        None,
    ] {
        let prepare = || {
            let home = recorded();
            home.ok(&["backup"]);
            match broken {
                Some(text) => fs::write(home.database(), text).expect("a file"),
                None => fs::remove_file(home.database()).expect("no file"),
            }
            home
        };
        let backup = ".local/share/promise/backups/promise-20261123T150000Z.db";
        let arguments = ["restore", backup, "--yes"];
        kill_everywhere(&arguments, prepare, |home, printed, place| {
            let listed = home.run(&["list", "--json"]);
            let restored = listed.status == Some(0);
            assert!(restored || listed.status == Some(5), "{place}: {listed:?}");
            assert!(restored || !printed, "{place}");
            if restored {
                assert!(
                    listed.stdout.contains("Send the quote"),
                    "{place}: {listed:?}"
                );
            }
            home.ok(&arguments);
            assert_eq!(
                home.json(&["list"]).as_array().map(Vec::len),
                Some(2),
                "{place}"
            );
            if let Some(text) = broken.filter(|text| !text.is_empty()) {
                let kept = backups(home).into_iter();
                let mut kept = kept.map(|path| fs::read(path).expect("a file"));
                assert!(kept.any(|bytes| bytes == text.as_bytes()), "{place}");
            }
        });
    }
}
