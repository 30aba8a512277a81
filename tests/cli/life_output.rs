//! What the commands of a promise's life print in every format, and what they say where it
//! cannot be printed.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::harness::Home;
use crate::life::seen;

/// A home with a promise kept and one that is open.
fn home() -> Home {
    let home = Home::new();
    for what in ["Report", "Call"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "tuesday 12:00"]);
    }
    home.ok(&["keep", "1"]);
    home
}

/// Each command, and the state and deadline that it leaves.
const COMMANDS: [(&[&str], &str, &str); 8] = [
    (
        &["move", "2", "--due", "friday 9:00"],
        "open",
        "2026-11-27T09:00:00+01:00",
    ),
    (&["break", "2"], "broken", "2026-11-24T12:00:00+01:00"),
    (&["release", "2"], "released", "2026-11-24T12:00:00+01:00"),
    (
        &["handoff", "2", "--owner", "Ann"],
        "open",
        "2026-11-24T12:00:00+01:00",
    ),
    (
        &["note", "2", "soon", "--told"],
        "open",
        "2026-11-24T12:00:00+01:00",
    ),
    (&["reopen", "1"], "open", "2026-11-24T12:00:00+01:00"),
    (&["check", "1", "yes"], "kept", "2026-11-24T12:00:00+01:00"),
    (
        &["check", "1", "no", "--reopen", "--due", "friday 9:00"],
        "open",
        "2026-11-27T09:00:00+01:00",
    ),
];

fn number(arguments: &[&str]) -> &'static str {
    if arguments[1] == "1" { "1" } else { "2" }
}

/// The same list of the same records as everywhere, with every key, whatever the command.
#[test]
fn json() {
    for (arguments, state, due) in COMMANDS {
        let home = home();
        let changed = home.json(arguments);
        let list = home.json(&["list", "--all", "--sort", "id"]);
        let place = usize::from(number(arguments) == "2");
        assert_eq!(
            changed,
            Value::Array(vec![list[place].clone()]),
            "{arguments:?}"
        );
        assert_eq!(
            (&changed[0]["state"], &changed[0]["due"]),
            (&state.into(), &due.into())
        );
        let keys = |value: &Value| -> BTreeSet<String> {
            value
                .as_object()
                .expect("an object")
                .keys()
                .cloned()
                .collect()
        };
        let shown = &home.json(&["show", number(arguments)])[0];
        let more: Vec<String> = keys(shown)
            .difference(&keys(&changed[0]))
            .cloned()
            .collect();
        assert_eq!(more, ["events", "heard"]);
        for event in shown["events"].as_array().expect("events") {
            let expected = [
                "at",
                "because",
                "cause",
                "changes",
                "in_effect",
                "kind",
                "seq",
                "step",
                "target",
                "teller",
                "text",
                "told",
                "uuid",
            ];
            assert_eq!(keys(event), expected.map(str::to_owned).into());
        }
    }
}

#[test]
fn one_record_a_line() {
    for (arguments, state, due) in COMMANDS {
        let id = number(arguments);
        let what = if id == "1" { "Report" } else { "Call" };
        for (format, expected) in [
            ("plain", format!("{id}\t{state}\t{due}\tJane\t\t{what}\n")),
            (
                "csv",
                format!("id,state,due,to,from,what\n{id},{state},{due},Jane,,{what}\n"),
            ),
        ] {
            let arguments = [arguments, &["--format", format]].concat();
            home()
                .run(&arguments)
                .stdout(&expected)
                .stderr("")
                .status(0);
        }
        let arguments = [arguments, &["--format", "jsonl"]].concat();
        let lines = home().ok(&arguments);
        assert_eq!(lines.lines().count(), 1, "{lines}");
        let record: Value = serde_json::from_str(&lines).expect("JSON");
        assert_eq!(record["state"], state);
    }
}

/// Saved, but not printed: a script must not do it again.
#[test]
fn where_it_cannot_be_printed() {
    if !Path::new("/dev/full").exists() {
        println!("skipped: there is no /dev/full here");
        return;
    }
    for (arguments, state, _) in COMMANDS {
        let home = home();
        let device = OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("the device");
        let output = home
            .command(arguments)
            .stdin(Stdio::null())
            .stdout(device)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(6), "{arguments:?}: {output:?}");
        assert_eq!(home.json(&["show", number(arguments)])[0]["state"], state);
    }
}

/// A config that cannot be read stops them before anything is changed.
#[test]
fn with_a_broken_config() {
    for (arguments, _, _) in COMMANDS {
        let home = home();
        let before = home.bytes();
        home.write_config("causes = 7\n");
        home.run(arguments).stdout("").status(1);
        assert!(home.bytes() == before, "{arguments:?}");
    }
}

/// All of them in a row, undone in turn: back at the start, and forth again to the end.
#[test]
fn a_whole_life_undone_and_redone() {
    let mut home = home();
    let mut seen_before = vec![seen(&home)];
    let life: [&[&str]; 12] = [
        &["handoff", "2", "--owner", "Ann", "--told"],
        &[
            "move",
            "2",
            "--due",
            "wednesday 12:00",
            "--told",
            "--cause",
            "other",
        ],
        &["note", "2", "soon", "--told", "--owner", "Ann"],
        &["edit", "2", "--needs", "1", "--effort", "2h"],
        &["break", "2", "--because", "no van"],
        &["reopen", "2", "--note", "found one"],
        &["release", "2"],
        &["reopen", "2"],
        &["keep", "2", "--check", "friday"],
        &[
            "check",
            "2",
            "no",
            "--rating",
            "1",
            "--reopen",
            "--due",
            "friday 9:00",
        ],
        &["keep", "2", "--check", "friday 12:00"],
        &["void", "2"],
    ];
    for (minute, arguments) in life.iter().enumerate() {
        home.at(&format!("2026-11-23T17:{minute:02}:00+01:00"));
        home.ok(arguments);
        seen_before.push(seen(&home));
    }
    let last = seen_before.pop().expect("the end");
    for (before, arguments) in seen_before.iter().zip(life).rev() {
        home.ok(&["undo"]);
        assert_eq!(seen(&home)[0], before[0], "undone: {arguments:?}");
        assert_eq!(seen(&home)[2], before[2], "heard, undone: {arguments:?}");
    }
    for _ in life {
        home.ok(&["redo"]);
    }
    assert_eq!(seen(&home), last);
}
