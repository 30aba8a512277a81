//! `promise remind --exec` and `--notify`: other ways to say it.

use std::fs;

use serde_json::Value;

use crate::harness::Home;

/// Two promises that are overdue.
fn home() -> Home {
    let mut home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "today 17:00"]);
    home.ok(&["add", "Car", "--to", "Bob", "--due", "today 18:00"]);
    home.at("2026-11-23T19:00:00+01:00");
    home.set("PATH", "/usr/bin:/bin");
    home
}

#[test]
fn the_record_is_on_standard_input() {
    let home = home();
    let script = "printf '%s|' \"$@\" >> args; cat >> records";
    let arguments = [
        "remind", "--exec", "sh", "-c", script, "me", "a b", "$HOME", "--json", "*",
    ];
    home.run(&arguments).stdout("").stderr("").status(0);
    let given = fs::read_to_string(home.path().join("args")).expect("what it was given");
    assert_eq!(given, "a b|$HOME|--json|*|".repeat(2));
    let records = fs::read_to_string(home.path().join("records")).expect("what it read");
    let records: Vec<Value> = records
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let whats: Vec<&Value> = records.iter().map(|record| &record["what"]).collect();
    assert_eq!(whats, ["Quote", "Car"]);
    assert_eq!(records[0]["stage"], "overdue");
    home.run(&arguments).stdout("").stderr("").status(0);
    assert_eq!(home.json(&["remind"]), serde_json::json!([]));
}

#[test]
fn one_that_fails_is_sent_again_and_stops_nothing() {
    let home = home();
    let script = "grep -q Car || { echo no >&2; exit 7; }";
    home.run(&["remind", "--exec", "sh", "-c", script])
        .stdout("")
        .stderr(
            "no\nwarning: promise 1: sh: it ended with status 7\n\
             error: 1 reminder could not be sent\nhint: promise remind tries again next time\n",
        )
        .status(1);
    let left = home.json(&["remind"]);
    assert_eq!(left.as_array().map(Vec::len), Some(1));
    assert_eq!(left[0]["what"], "Quote");
}

#[test]
fn one_that_cannot_be_run_and_one_that_does_not_end() {
    let home = home();
    let ran = home.run(&["remind", "--exec", "/no/such/program"]);
    ran.status(1).stdout("");
    assert!(
        ran.stderr
            .contains("warning: promise 2: /no/such/program: it could not be run")
    );
    home.run(&["remind", "--time-limit", "1", "--exec", "sleep", "60"])
        .stdout("")
        .stderr(
            "warning: promise 1: sleep: it took longer than 1 s\n\
             warning: promise 2: sleep: it took longer than 1 s\n\
             error: 2 reminders could not be sent\nhint: promise remind tries again next time\n",
        )
        .status(1);
    // Nor does one that reads nothing stand in the way.
    home.run(&["remind", "--exec", "true"]).stderr("").status(0);
    home.run(&["remind"]).stdout("").status(0);
}

#[test]
fn what_was_sent_is_printed_for_programs() {
    let home = home();
    let ran = home.run(&[
        "remind",
        "--json",
        "--exec",
        "sh",
        "-c",
        "cat >/dev/null; echo seen",
    ]);
    assert_eq!(ran.status(0).stderr, "seen\nseen\n");
    let records: Value = serde_json::from_str(&ran.stdout).expect("JSON alone");
    assert_eq!(records.as_array().map(Vec::len), Some(2));
}

#[test]
fn without_a_bus_it_is_printed() {
    let mut home = home();
    home.set("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    let ran = home.run(&["remind", "--notify"]);
    ran.status(1).stdout(
        "Overdue\n  1  Mon 23 Nov 17:00  2 h late  Jane  Quote\n  \
         2  Mon 23 Nov 18:00  1 h late  Bob   Car\n",
    );
    let error = "error: the notification could not be shown: ";
    assert!(ran.stderr.starts_with(error), "{ran:?}");
    assert!(
        ran.stderr.contains("\nhint: it needs a desktop session"),
        "{ran:?}"
    );
    // It was said, though not there.
    home.run(&["remind", "--notify"])
        .stdout("")
        .stderr("")
        .status(0);
}
