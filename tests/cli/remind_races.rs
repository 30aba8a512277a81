//! Many `remind` at once, and one that is cut off.

use std::collections::BTreeMap;
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::harness::Home;

/// How many run at once.
const PROCESSES: usize = 20;

/// How often that is tried here; `PROMISE_ROUNDS` says another number.
const ROUNDS: usize = 5;

/// The numbers said by many processes, with how often each was.
fn said_by_many(home: &Home, arguments: &[&str]) -> BTreeMap<i64, usize> {
    let children: Vec<Child> = (0..PROCESSES).map(|_| home.start(arguments)).collect();
    let mut said = BTreeMap::new();
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*stderr), (Some(0), ""));
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let record: Value = serde_json::from_str(line).expect("JSON");
            *said
                .entry(record["id"].as_i64().expect("a number"))
                .or_default() += 1;
        }
    }
    said
}

fn rounds() -> usize {
    let asked = std::env::var("PROMISE_ROUNDS").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(ROUNDS)
}

#[test]
fn each_reminder_exactly_once() {
    let mut home = Home::new();
    home.set("PATH", "/usr/bin:/bin");
    let ways: [&[&str]; 2] = [
        &["remind", "--format", "jsonl"],
        &["remind", "--exec", "cat"],
    ];
    for round in 0..rounds() {
        home.at("2026-11-23T16:00:00+01:00");
        for what in ["a", "b", "c"] {
            home.ok(&["add", what, "--to", "Jane", "--due", "today 17:00"]);
        }
        home.at("2026-11-23T18:00:00+01:00");
        let first = i64::try_from(round).expect("few") * 3 + 1;
        let expected: BTreeMap<i64, usize> = (first..first + 3).map(|id| (id, 1)).collect();
        assert_eq!(said_by_many(&home, ways[round % ways.len()]), expected);
    }
}

#[test]
fn one_killed_before_it_recorded_is_said_again() {
    let mut home = Home::new();
    home.set("PATH", "/usr/bin:/bin");
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "today 17:00"]);
    home.at("2026-11-23T18:00:00+01:00");
    let script = "cat > sent; sleep 60";
    let mut child = home
        .command(&["remind", "--exec", "sh", "-c", script])
        .stdin(Stdio::null())
        .spawn()
        .expect("it starts");
    let sent = home.path().join("sent");
    while !sent.metadata().is_ok_and(|meta| meta.len() > 0) {
        std::thread::sleep(Duration::from_millis(10));
    }
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    // It holds its lease: five minutes, and the time limit of the program.
    for (at, count) in [
        ("18:05:00", 0),
        ("18:05:29", 0),
        ("18:05:40", 1),
        ("18:06:00", 0),
    ] {
        home.at(&format!("2026-11-23T{at}+01:00"));
        let said = home.json(&["remind"]);
        assert_eq!(said.as_array().map(Vec::len), Some(count), "at {at}");
    }
}

/// What is written while something is being sent is neither lost nor in the way.
#[test]
fn a_promise_that_moves_while_it_is_sent() {
    let mut home = Home::new();
    home.set("PATH", "/usr/bin:/bin");
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "today 17:00"]);
    home.at("2026-11-23T18:00:00+01:00");
    let program = env!("CARGO_BIN_EXE_promise");
    home.run(&[
        "remind",
        "--exec",
        program,
        "reschedule",
        "1",
        "--due",
        "20:00",
    ])
    .status(0);
    for (at, stage) in [("19:30:00", "lead"), ("20:00:01", "overdue")] {
        home.at(&format!("2026-11-23T{at}+01:00"));
        assert_eq!(home.json(&["remind"])[0]["stage"], stage);
    }
    home.run(&["remind"]).stdout("").status(0);
}
