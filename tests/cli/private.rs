//! Nobody else reads what is recorded, whatever the umask.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rusqlite::Connection;

use crate::doctor::{meddle, recorded};
use crate::harness::Home;
use crate::usage::shell;

/// Every file and folder below one, with its mode.
fn modes(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let mode = fs::metadata(&path).expect("it is there").permissions();
        found.push((name.into_owned(), format!("{:o}", mode.mode() & 0o777)));
        if path.is_dir() {
            found.extend(modes(&path));
        }
    }
    found.sort();
    found
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(name, mode): &(&str, &str)| ((*name).to_owned(), (*mode).to_owned());
    list.iter().map(own).collect()
}

#[test]
fn the_database_and_its_journals() {
    for umask in ["000", "022", "077"] {
        let home = Home::new();
        let add = format!("umask {umask}; \"$PROMISE\" add Call --to Ann --due friday");
        assert_eq!(shell(&home, &add).0, 0);
        // Somebody reads, and so the journals stay.
        let reader = Connection::open(home.database()).expect("the database");
        reader
            .execute_batch("BEGIN; SELECT count(*) FROM promises")
            .expect("a reader");
        let keep = format!("umask {umask}; \"$PROMISE\" keep 1 && \"$PROMISE\" list");
        assert_eq!(shell(&home, &keep).0, 0);
        let expected = [
            ("promise.db", "600"),
            ("promise.db-shm", "600"),
            ("promise.db-wal", "600"),
        ];
        let folder = home.database().with_file_name("");
        assert_eq!(modes(&folder), pairs(&expected), "umask {umask}");
        let own = modes(&folder.with_file_name(""));
        assert!(
            own.contains(&("promise".to_owned(), "700".to_owned())),
            "{own:?}"
        );
        drop(reader);
    }
}

/// The copies made before an old file is brought up to date, and before a repair.
#[test]
fn backups() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/version-1.db");
    let home = Home::new();
    fs::create_dir_all(home.database().with_file_name("")).expect("a folder");
    fs::copy(fixture, home.database()).expect("a copy");
    let line = "umask 000; chmod 600 \"$HOME/.local/share/promise/promise.db\"; \
                \"$PROMISE\" list";
    let (status, _, stderr) = shell(&home, line);
    assert_eq!(status, 0, "{stderr}");
    meddle(&home, "DELETE FROM reminders");
    let (status, _, stderr) = shell(&home, "umask 000; \"$PROMISE\" doctor --repair");
    assert_eq!(status, 0, "{stderr}");
    let expected = [
        ("backups", "700"),
        ("before-repair.db", "600"),
        ("before-version-2.db", "600"),
        ("promise.db", "600"),
    ];
    let mut found = modes(&home.database().with_file_name(""));
    // What a reader may leave beside the file.
    found.retain(|(name, mode)| !(name.starts_with("promise.db-") && mode == "600"));
    assert_eq!(found, pairs(&expected));
}

/// What a killed command leaves is private too: it was so from its first byte.
#[test]
fn what_is_made_is_private_from_the_beginning() {
    if !Path::new("/usr/bin/strace").exists() {
        println!("skipped: strace is not installed");
        return;
    }
    for call in ["link", "linkat", "fsync", "pwrite64"] {
        let home = Home::new();
        let line = format!(
            "umask 000; strace -qq -f -o /dev/null -e trace=?{call} \
             -e inject=?{call}:signal=SIGKILL:when=1 \
             \"$PROMISE\" add Call --to Ann --due friday"
        );
        shell(&home, &line);
        let folder = home.database().with_file_name("");
        if folder.exists() {
            for (name, mode) in modes(&folder) {
                assert_eq!(mode, "600", "{call}: {name}");
            }
        }
    }
}

/// Nothing goes to a folder that others share.
#[test]
fn no_temporary_is_made_elsewhere() {
    let mut home = recorded();
    // Where there is no folder any attempt fails.
    let shared = home.path().join("shared").display().to_string();
    home.set("TMPDIR", &shared);
    let export = home.ok(&["export"]);
    home.run_with(&["import", "-"], &export).status(0);
    home.ok(&["people", "forget", "Bob", "--yes"]);
    home.ok(&["doctor", "--repair"]);
    home.ok(&["report"]);
    let mut fresh = Home::new();
    fresh.set("TMPDIR", &shared);
    fresh
        .run_with(&["import", "--dry-run", "-"], &export)
        .status(0);
}
