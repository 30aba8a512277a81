//! Interrupted and terminated: the shell is told, and nothing is there by half.
#![cfg(unix)]

use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command};
use std::time::Duration;

use rusqlite::Connection;

use crate::doctor::recorded;
use crate::harness::Home;
use crate::usage::shell;

fn send(child: &Child, signal: &str) {
    let sent = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status();
    assert!(sent.expect("kill").success());
}

/// A shell gives these as 130 and 143.
const SIGNALS: [(&str, i32); 2] = [("-INT", 2), ("-TERM", 15)];

#[test]
fn while_it_waits_for_another_one() {
    for (name, number) in SIGNALS {
        let home = recorded();
        let before = home.ok(&["export"]);
        let other = Connection::open(home.database()).expect("the database");
        other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
        let child = home.start(&["add", "More", "--to", "Ann", "--due", "friday"]);
        std::thread::sleep(Duration::from_millis(300));
        send(&child, name);
        let output = child.wait_with_output().expect("the end");
        assert_eq!(output.status.signal(), Some(number), "{output:?}");
        assert_eq!((output.stdout, output.stderr), (Vec::new(), Vec::new()));
        other.execute_batch("COMMIT").expect("the end");
        drop(other);
        assert_eq!(home.ok(&["export"]), before);
        home.ok(&["doctor"]);
        home.ok(&["add", "Next", "--to", "Ann", "--due", "friday"]);
    }
}

/// In the middle of its transaction, whatever it has come to: all of it is there, or nothing.
#[test]
fn in_the_middle_of_a_write() {
    let whole = Home::new();
    for number in 0..20 {
        let what = format!("promise {number}");
        whole.ok(&["add", &what, "--to", "Jane", "--due", "friday"]);
    }
    let export = whole.ok(&["export"]);
    for (name, _) in SIGNALS {
        for wait in [5, 15, 30, 60] {
            let home = recorded();
            let before = home.ok(&["export"]);
            let file = home.path().join("other.jsonl");
            std::fs::write(&file, &export).expect("a file");
            let child = home.start(&["import", &file.to_string_lossy()]);
            std::thread::sleep(Duration::from_millis(wait));
            send(&child, name);
            let output = child.wait_with_output().expect("the end");
            let after = home.ok(&["export"]);
            if output.stdout.is_empty() {
                let count = home.json(&["list", "--all"]);
                let count = count.as_array().expect("a list").len();
                assert!(after == before || count == 22, "half of it: {count}");
            } else {
                assert_ne!(after, before);
            }
            home.ok(&["doctor"]);
        }
    }
}

/// What a shell makes of it.
#[test]
fn the_shell_sees_143() {
    let home = recorded();
    let other = Connection::open(home.database()).expect("the database");
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    let line = "\"$PROMISE\" keep 2 & sleep 0.3; kill -TERM $!; wait $!";
    let (status, stdout, _) = shell(&home, line);
    assert_eq!((status, stdout.as_str()), (143, ""));
    drop(other);
    assert_eq!(home.json(&["show", "2"])[0]["state"], "open");
}

/// Nobody is told that nobody listens.
#[test]
fn a_closed_pipe_ends_quietly() {
    let home = recorded();
    for words in [
        "list",
        "export",
        "log --json",
        "doctor",
        "add x --to Ann --due friday",
    ] {
        let line = format!("{{ \"$PROMISE\" {words}; echo \"status $?\" >&2; }} | true");
        let (_, _, stderr) = shell(&home, &line);
        assert_eq!(stderr, "status 0\n", "{words}");
    }
    assert_eq!(
        home.json(&["list", "--all"])
            .as_array()
            .expect("a list")
            .len(),
        3
    );
}

/// Order is by number, and not by time.
#[test]
fn a_clock_set_back_changes_no_order() {
    let mut home = Home::new();
    home.ok(&["add", "Call", "--to", "Ann", "--due", "friday"]);
    home.ok(&["note", "1", "first"]);
    home.at("2026-11-23T15:00:00+01:00");
    home.ok(&["note", "1", "second"]);
    home.at("2026-11-20T15:00:00+01:00");
    home.ok(&["note", "1", "third"]);
    home.at("2026-11-23T18:00:00+01:00");
    let shown = home.json(&["show", "1"]);
    let notes: Vec<&str> = shown[0]["notes"]
        .as_array()
        .expect("notes")
        .iter()
        .map(|note| note["text"].as_str().expect("a text"))
        .collect();
    assert_eq!(notes, ["first", "second", "third"]);
    // The newest step is the one that was made last.
    home.ok(&["undo"]);
    let shown = home.json(&["show", "1"]);
    let left = shown[0]["notes"].as_array().expect("notes").len();
    assert_eq!(left, 2);
    let log = home.json(&["log"]);
    let ids: Vec<i64> = log
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| step["step"].as_i64().expect("a number"))
        .collect();
    assert_eq!(ids, [5, 4, 3, 2, 1]);
    assert_eq!(log[0]["target"], 4);
    home.ok(&["doctor"]);
}
