//! Files that may not grow beyond a limit, from none at all to enough: each write fails at another
//! place, always the same one, and what the command says of it is what is found. Needs no other
//! program: every call that changes the disk is tried in `tests/sweep`, where strace is installed.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::doctor::recorded;
use crate::harness::Home;
use crate::usage::shell;

/// In blocks of 512 bytes. The index of the journal takes 64, the journal of most commands 100 to
/// 200, the file itself some 400.
const LIMITS: [u32; 7] = [0, 16, 64, 80, 120, 180, 400];

const COMMANDS: &[&str] = &[
    "add More --to Ann --due friday",
    "add --batch batch.jsonl",
    "keep 2 --note reached",
    "reschedule 2 --due 'in 2 weeks'",
    "undo",
    "import more.jsonl",
    "people forget 'Jane Ortiz' --yes",
    "restore earlier.db --yes",
    "backup",
];

/// Every file of a home, and where it lies.
fn files(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            let bytes = fs::read(&path).expect("a file");
            found.push((path, bytes));
        }
    }
}

/// A home with some promises, and what the commands read.
fn prepared() -> Vec<(PathBuf, Vec<u8>)> {
    let home = recorded();
    home.ok(&["backup", "earlier.db"]);
    home.ok(&["note", "2", "engaged"]);
    let batch = "{\"what\": \"One\", \"to\": \"Zoe\", \"due\": \"friday\"}\n".repeat(3);
    fs::write(home.path().join("batch.jsonl"), batch).expect("a batch");
    let fixture = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/version-1.jsonl"
    );
    fs::copy(fixture, home.path().join("more.jsonl")).expect("an export");
    let mut found = Vec::new();
    files(home.path(), &mut found);
    for (path, _) in &mut found {
        *path = path.strip_prefix(home.path()).expect("inside").to_owned();
    }
    found
}

fn home_with(files: &[(PathBuf, Vec<u8>)]) -> Home {
    let home = Home::new();
    for (path, bytes) in files {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    home
}

/// All that is recorded, without what is random in it.
fn state(home: &Home) -> String {
    let fields = "id,what,to,state,due,notes";
    let list = home.ok(&["list", "--all", "--fields", fields, "--format", "plain"]);
    let people = home.ok(&["people", "--format", "plain"]);
    let log = home.ok(&["log", "--format", "plain"]);
    home.ok(&["doctor"]);
    format!("{list}{people}{log}")
}

#[test]
fn every_kind_of_write() {
    let files = prepared();
    for command in COMMANDS {
        let home = home_with(&files);
        let before = state(&home);
        let (status, _, stderr) = shell(&home, &format!("\"$PROMISE\" {command}"));
        assert_eq!(status, 0, "{stderr}");
        let after = state(&home);
        let saves = *command != "backup";
        assert_eq!(before != after, saves, "{command}");
        let mut refused = 0;
        // With the signal ignored the write fails; without, the program is killed there.
        for (trap, pace) in [("trap '' XFSZ; ", 1), ("", 2)] {
            for limit in LIMITS.into_iter().step_by(pace) {
                let home = home_with(&files);
                let line = format!(
                    "{trap}ulimit -c 0; ulimit -f {limit}; \"$PROMISE\" {command}; exit $?"
                );
                let (status, stdout, stderr) = shell(&home, &line);
                let found = state(&home);
                let told = format!("{command} below {limit}, {status}: {stdout}{stderr}{found}");
                let nothing = stderr.contains("nothing was saved");
                match status {
                    0 => assert_eq!(found, after, "{told}"),
                    6 => assert!(found == after && !nothing, "{told}"),
                    5 if nothing => assert_eq!(found, before, "{told}"),
                    1 | 5 => assert!(!saves && found == before, "{told}"),
                    // Killed: the one or the other, and the other where it said so.
                    153 if trap.is_empty() && stdout.is_empty() => {
                        assert!(found == before || found == after, "{told}");
                    }
                    153 if trap.is_empty() => assert_eq!(found, after, "{told}"),
                    _ => panic!("{told}"),
                }
                refused += u32::from(status != 0);
                home.ok(&["add", "Next", "--to", "Ann", "--due", "friday"]);
                home.ok(&["doctor"]);
            }
        }
        assert!(refused > 4, "{command}: refused {refused} times only");
    }
}
