//! `promise log`: the steps, newest first, with their numbers.

use serde_json::{Value, json};

use crate::harness::Home;

/// A home with a step of most kinds, the last undone and put back.
fn home() -> Home {
    let mut home = Home::new();
    let steps: [&[&str]; 7] = [
        &["add", "Quote", "--to", "Jane", "--due", "friday"],
        &["add", "Call", "--to", "Jane", "--due", "friday"],
        &["people", "add", "Bob"],
        &["keep", "1", "2"],
        &["undo"],
        &["redo"],
        &["undo"],
    ];
    for (minute, step) in steps.iter().enumerate() {
        home.at(&format!("2026-11-23T16:0{minute}:00+01:00"));
        home.ok(step);
    }
    home
}

#[test]
fn newest_first() {
    let home = home();
    let before = home.bytes();
    home.run(&["log"])
        .stdout(
            "step  at                            command             what\n\
             7     Mon 23 Nov 2026 16:06 +01:00  undo of 4           promises 1, 2\n\
             6     Mon 23 Nov 2026 16:05 +01:00  redo of 4           promises 1, 2\n\
             5     Mon 23 Nov 2026 16:04 +01:00  undo of 4           promises 1, 2\n\
             4     Mon 23 Nov 2026 16:03 +01:00  keep (undone by 7)  promises 1, 2\n\
             3     Mon 23 Nov 2026 16:02 +01:00  people add          Bob\n\
             2     Mon 23 Nov 2026 16:01 +01:00  add                 2 Call\n\
             1     Mon 23 Nov 2026 16:00 +01:00  add                 1 Quote\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(home.bytes(), before, "reading writes nothing");
}

#[test]
fn for_programs() {
    let home = home();
    let log = home.json(&["log"]);
    assert_eq!(log.as_array().map(Vec::len), Some(7));
    assert_eq!(
        log[3],
        json!({
            "step": 4, "at": "2026-11-23T16:03:00+01:00", "command": "keep", "kind": "do",
            "target": null, "undone_by": 7, "promises": [1, 2], "people": [],
        })
    );
    assert_eq!(log[0]["kind"], "undo");
    assert_eq!(log[0]["target"], 4);
    assert_eq!(log[6]["people"], json!(["Jane"]));
    let lines: Vec<Value> = home
        .ok(&["log", "--format", "jsonl"])
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(Value::Array(lines), log);
    home.run(&["log", "-n", "5", "--format", "plain"]).stdout(
        "7\t2026-11-23T16:06:00+01:00\tundo\t4\t\t1,2\t\n\
         6\t2026-11-23T16:05:00+01:00\tredo\t4\t\t1,2\t\n\
         5\t2026-11-23T16:04:00+01:00\tundo\t4\t\t1,2\t\n\
         4\t2026-11-23T16:03:00+01:00\tkeep\t\t7\t1,2\t\n\
         3\t2026-11-23T16:02:00+01:00\tpeople add\t\t\t\tBob\n",
    );
    home.run(&["log", "-n", "1", "--format", "csv"]).stdout(
        "step,at,command,target,undone_by,promises,people\n\
         7,2026-11-23T16:06:00+01:00,undo,4,,\"1,2\",\n",
    );
}

#[test]
fn twenty_unless_more_are_asked_for() {
    let home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
    for number in 0..25 {
        home.ok(&["note", "1", &number.to_string()]);
    }
    let length = |flags: &[&str]| {
        let mut arguments = vec!["log"];
        arguments.extend(flags);
        home.json(&arguments).as_array().map(Vec::len)
    };
    assert_eq!(length(&[]), Some(20));
    assert_eq!(length(&["--limit", "3"]), Some(3));
    assert_eq!(length(&["-n", "100"]), Some(26));
    assert_eq!(home.json(&["log"])[0]["step"], 26);
}

/// A step with many promises is a line still.
#[test]
fn many_promises_of_one_step() {
    let home = Home::new();
    let mut keep = vec!["keep".to_owned()];
    for number in 1..=8 {
        home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
        keep.push(number.to_string());
    }
    let keep: Vec<&str> = keep.iter().map(String::as_str).collect();
    home.ok(&keep);
    home.run(&["log", "-n", "1"]).stdout(
        "step  at                            command  what\n\
         9     Mon 23 Nov 2026 16:00 +01:00  keep     promises 1, 2, 3, 4, 5 and 3 more\n",
    );
}

#[test]
fn times_are_of_my_zone() {
    let mut home = home();
    home.set("TZ", "America/New_York");
    assert_eq!(home.json(&["log"])[0]["at"], "2026-11-23T10:06:00-05:00");
    let text = home.ok(&["log", "-n", "1"]);
    assert!(text.contains("Mon 23 Nov 2026 10:06 -05:00"), "{text}");
}

#[test]
fn what_is_refused() {
    let home = home();
    let before = home.bytes();
    let table = [
        (
            "0",
            "error: invalid value '0' for '--limit <COUNT>': 0 is not in 1..=4294967295\n\
             \n\
             For more information, try '--help'.\n",
        ),
        (
            "few",
            "error: invalid value 'few' for '--limit <COUNT>': invalid digit found in string\n\
             \n\
             For more information, try '--help'.\n",
        ),
    ];
    for (limit, stderr) in table {
        home.run(&["log", "--limit", limit])
            .stdout("")
            .stderr(stderr)
            .status(2);
    }
    assert_eq!(home.bytes(), before);
}

#[test]
fn nothing_done_yet() {
    let home = Home::new();
    let note =
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n";
    home.run(&["log"])
        .stdout("Nothing has been done yet.\n")
        .stderr(note)
        .status(0);
    home.run(&["log", "--json"])
        .stdout("[]\n")
        .stderr(note)
        .status(0);
    assert!(!home.database().exists());
}
