//! Killed at every call that changes the disk: what was acknowledged is there, the next command
//! works, and nothing is ever taken for damage. Random kills are too weak to show it.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::faults::recorded;
use crate::harness::Home;

/// System calls, and how many of each are let through between two kills.
const CALLS: &[(&str, usize)] = &[
    ("pwrite64", 7),
    ("fsync", 1),
    ("ftruncate", 1),
    ("unlink", 1),
    ("rename", 1),
    ("mkdir", 1),
    ("openat", 1),
];

/// Runs a command, killed at the call of a kind with this number. Gives what was printed, and
/// whether the command came to its end; nothing where there is no way to kill like this.
pub fn killed(
    home: &Home,
    arguments: &[&str],
    call: &str,
    number: usize,
) -> Option<(String, bool)> {
    let template = home.command::<&str>(&[]);
    let mut command = Command::new("strace");
    command
        .args(["-qq", "-f", "-o", "/dev/null", "-e"])
        .arg(format!("trace={call}"))
        .arg("-e")
        .arg(format!("inject={call}:signal=SIGKILL:when={number}"))
        .arg(env!("CARGO_BIN_EXE_promise"))
        .args(arguments)
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .current_dir(home.path())
        .stdin(Stdio::null());
    for (name, value) in template.get_envs() {
        command.env(name, value?);
    }
    let output = command.output().ok()?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    Some((stdout, output.status.success()))
}

/// The same for a command that adds a promise.
fn add_killed(home: &Home, call: &str, number: usize) -> Option<(String, bool)> {
    let add = [
        "add",
        "interrupted",
        "--to",
        "Jane",
        "--due",
        "friday",
        "--json",
    ];
    killed(home, &add, call, number)
}

/// Whether commands can be killed like this at all here.
pub fn can_kill() -> bool {
    let home = Home::new();
    let works = add_killed(&home, "fsync", 10_000).is_some_and(|(_, ended)| ended);
    if !works {
        println!("skipped: strace is not installed, or may not trace here");
    }
    works
}

/// Kills at each point in turn, beginning with a new copy of the file, or with none.
fn kill_everywhere(file: Option<&Path>, already: usize) {
    if !can_kill() {
        return;
    }
    for (call, pace) in CALLS {
        for number in (1..500).step_by(*pace) {
            let home = Home::new();
            if let Some(file) = file {
                let path = home.database();
                fs::create_dir_all(path.parent().expect("a folder")).expect("a data folder");
                fs::copy(file, path).expect("a copy");
            }
            let place = format!("killed at {call} {number}");
            let (printed, ended) = add_killed(&home, call, number).expect("strace");
            let listed = home.run(&["list", "--all", "--json"]);
            assert_eq!(listed.status, Some(0), "{place}: {listed:?}");
            let rows: Value = serde_json::from_str(&listed.stdout).expect("JSON");
            let found = rows.as_array().expect("a list").len();
            assert!(found == already || found == already + 1, "{place}: {rows}");
            if !printed.is_empty() {
                assert_eq!(found, already + 1, "{place}: what was acknowledged is lost");
            }
            let next = home.run(&["add", "next", "--to", "Jane", "--due", "friday", "--json"]);
            assert_eq!(next.status, Some(0), "{place}: {next:?}");
            let next: Value = serde_json::from_str(&next.stdout).expect("JSON");
            assert_eq!(next[0]["id"], found + 1, "{place}");
            // Everything is read, and every checksum looked at.
            home.ok(&["export"]);
            if ended {
                break;
            }
        }
    }
}

#[test]
fn in_the_first_run_of_all() {
    kill_everywhere(None, 0);
}

#[test]
fn in_daily_work() {
    let home = recorded();
    kill_everywhere(Some(&home.database()), 2);
}

/// The old file stays as it is until the new one is whole, and its backup is made first.
#[test]
fn while_an_old_file_is_brought_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/version-1.db");
    kill_everywhere(Some(&file), 6);
}
