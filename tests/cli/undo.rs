//! `promise undo` and `promise redo`: the newest step's whole effect, and its return.

use serde_json::Value;

use crate::harness::{Home, NOW};

/// Everything there is to see, but for the history that undo itself makes.
fn present(home: &Home) -> Value {
    home.json(&["list", "--all", "--sort", "id"])
}

/// A step of each command that changes something.
const STEPS: [&[&str]; 7] = [
    &[
        "add", "Quote", "--to", "Jane", "--due", "friday", "--key", "k", "--note", "n",
    ],
    &["add", "Call", "--to", "Bob", "--due", "today 17:00"],
    &[
        "edit", "1", "Send it", "--to", "Ann", "--tag", "x", "--due", "thursday",
    ],
    &["note", "2", "busy"],
    &["keep", "1", "2", "--note", "both"],
    &["void", "1"],
    &["people", "add", "Cleo", "--zone", "UTC"],
];

/// Compares what there is with what there was at a stop; what was added after it is void.
#[track_caller]
fn stands_as(home: &Home, (promises, people): &(Value, Value), stop: usize) {
    let list = present(home);
    let list = list.as_array().expect("a list");
    let expected = promises.as_array().expect("a list");
    let (before, after) = list.split_at(expected.len());
    assert_eq!(before, expected, "at stop {stop}");
    assert!(after.iter().all(|promise| promise["state"] == "void"));
    assert_eq!(&home.json(&["people"]), people, "at stop {stop}");
}

/// All the way back and forth again: each stop is as it was.
#[test]
fn every_command_there_and_back() {
    let mut home = Home::new();
    let mut stops = vec![(Value::Array(Vec::new()), Value::Array(Vec::new()))];
    for (minute, step) in STEPS.iter().enumerate() {
        home.at(&format!("2026-11-23T16:{minute:02}:00+01:00"));
        home.ok(step);
        home.at(NOW);
        stops.push((present(&home), home.json(&["people"])));
    }
    for (stop, expected) in stops.iter().enumerate().rev() {
        stands_as(&home, expected, stop);
        if stop > 0 {
            home.run(&["undo"]).stderr("").status(0);
        }
    }
    for (stop, expected) in stops.iter().enumerate() {
        if stop > 0 {
            home.run(&["redo"]).stderr("").status(0);
        }
        stands_as(&home, expected, stop);
    }
    home.run(&["redo"])
        .stdout("")
        .stderr("error: there is nothing to redo\nhint: promise log lists the steps\n")
        .status(4);
}

/// Each alone, on promises in every state.
#[test]
fn whatever_changes_something() {
    let commands: [&[&str]; 12] = [
        &["add", "New", "--to", "Dan", "--due", "friday", "--tag", "x"],
        &[
            "edit",
            "1",
            "--from",
            "Dan",
            "--clear",
            "tags",
            "--note",
            "n",
            "--made",
            "today 9am",
        ],
        &["keep", "1", "--at", "now", "--note", "n"],
        &["void", "1", "2"],
        &["note", "2", "text"],
        &["people", "add", "Jane", "--zone", "UTC", "--alias", "JO"],
        &[
            "reschedule",
            "1",
            "--due",
            "next monday",
            "--because",
            "parts",
            "--told",
        ],
        &["handoff", "1", "--owner", "Kim", "--told"],
        &["break", "1", "--because", "parts", "--because", "no stock"],
        &["release", "1", "--note", "n"],
        &["reopen", "2"],
        &["reopen", "3", "--note", "n"],
    ];
    let home = Home::new();
    for what in ["Open", "Kept", "Released"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "friday", "--tag", "t"]);
    }
    home.ok(&["keep", "2"]);
    home.ok(&["release", "3"]);
    let all = |home: &Home| (present(home), home.json(&["people"]));
    for command in commands {
        let before = all(&home);
        home.ok(command);
        let after = all(&home);
        assert_ne!(after, before, "{command:?} changes something");
        home.ok(&["undo"]);
        if command[0] != "add" {
            assert_eq!(all(&home), before, "{command:?}, undone");
        }
        home.ok(&["redo"]);
        assert_eq!(all(&home), after, "{command:?}, redone");
        home.ok(&["undo"]);
    }
}

#[test]
fn it_says_what_it_did() {
    let home = Home::new();
    for step in STEPS {
        home.ok(step);
    }
    let quote = "Send it, to Ann, due Thu 26 Nov 2026 all day +01:00";
    let call = "Call, to Bob, due Mon 23 Nov 2026 17:00 +01:00";
    let mistyped = "Quote, to Jane, due Fri 27 Nov 2026 all day +01:00";
    let undone = [
        "Undid step 7 (people add)\n  Cleo is no longer known\n".to_owned(),
        format!("Undid step 6 (void)\n  promise 1 is kept: {quote}\n"),
        format!("Undid step 5 (keep)\n  promise 1 is open: {quote}\n  promise 2 is open: {call}\n"),
        format!("Undid step 4 (note)\n  promise 2 is open: {call}\n"),
        format!("Undid step 3 (edit)\n  Ann is no longer known\n  promise 1 is open: {mistyped}\n"),
        format!("Undid step 2 (add)\n  Bob is no longer known\n  promise 2 is void: {call}\n"),
        format!("Undid step 1 (add)\n  Jane is no longer known\n  promise 1 is void: {mistyped}\n"),
    ];
    for stdout in undone {
        home.run(&["undo"]).stdout(&stdout).stderr("").status(0);
    }
    let before = home.bytes();
    home.run(&["undo"])
        .stdout("")
        .stderr("error: there is nothing to undo\nhint: promise log lists the steps\n")
        .status(4);
    assert_eq!(home.bytes(), before);
    home.run(&["redo"])
        .stdout(&format!(
            "Redid step 1 (add)\n  Jane is known\n  promise 1 is open: {mistyped}\n"
        ))
        .stderr("")
        .status(0);
}

#[test]
fn json_has_the_promises_concerned() {
    let home = Home::new();
    for step in &STEPS[..5] {
        home.ok(step);
    }
    let undone = home.run(&["undo", "--json"]);
    undone.stderr("note: Undid step 5 (keep)\n").status(0);
    let undone: Value = serde_json::from_str(&undone.stdout).expect("JSON");
    let ids: Vec<_> = undone
        .as_array()
        .expect("a list")
        .iter()
        .map(|p| p["id"].clone())
        .collect();
    assert_eq!(ids, [1, 2]);
    assert_eq!(undone[0]["state"], "open");
    assert_eq!(undone, present(&home));
    home.run(&["redo", "--format", "plain"])
        .stdout(
            "1\tkept\t2026-11-26T23:59:59+01:00\tAnn\t\tSend it\n\
             2\tkept\t2026-11-23T17:00:00+01:00\tBob\t\tCall\n",
        )
        .stderr("note: Redid step 5 (keep)\n")
        .status(0);
}

/// An undone add is void, its number stays used, its key is free, and nothing is erased.
#[test]
fn an_undone_add() {
    let home = Home::new();
    home.ok(STEPS[0]);
    home.ok(&["undo"]);
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(shown["state"], "void");
    assert_eq!(shown["settled_at"], "2026-11-23T16:00:00+01:00");
    assert_eq!(shown["what"], "Quote");
    let kinds: Vec<_> = shown["events"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|event| (event["kind"].clone(), event["in_effect"].clone()))
        .collect();
    assert_eq!(kinds[0], ("added".into(), false.into()));
    assert_eq!(kinds.last().expect("an event").0, "undone");
    home.ok(&[
        "add", "Again", "--to", "Jane", "--due", "friday", "--key", "k",
    ]);
    assert_eq!(home.json(&["list"])[0]["id"], 2);
}

/// A person who is still needed does not go with the step that brought them.
#[test]
fn a_person_recorded_before_stays() {
    let home = Home::new();
    home.ok(&["people", "add", "Jane"]);
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
    home.run(&["undo"]).stdout(
        "Undid step 2 (add)\n\
         \x20 promise 1 is void: Quote, to Jane, due Fri 27 Nov 2026 all day +01:00\n",
    );
    assert_eq!(home.json(&["people"])[0]["name"], "Jane");
    // The same name is the same person again.
    home.ok(&["undo"]);
    home.ok(&["add", "Call", "--to", "jane", "--due", "friday"]);
    assert_eq!(home.json(&["list"])[0]["to"], "jane");
}

/// What was done since stands; there is no way back to before it but to undo it.
#[test]
fn redo_ends_with_a_new_step() {
    let home = Home::new();
    home.ok(STEPS[0]);
    home.ok(STEPS[1]);
    home.ok(&["undo"]);
    home.ok(&["note", "1", "new"]);
    let before = home.bytes();
    home.run(&["redo"])
        .stdout("")
        .stderr("error: there is nothing to redo\nhint: promise log lists the steps\n")
        .status(4);
    assert_eq!(home.bytes(), before);
    let lines: Vec<String> = (0..2)
        .map(|_| {
            home.ok(&["undo"])
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    assert_eq!(lines, ["Undid step 4 (note)", "Undid step 1 (add)"]);
}

#[test]
fn back_and_forth_and_back() {
    let home = Home::new();
    home.ok(STEPS[0]);
    for _ in 0..3 {
        home.ok(&["undo"]);
        assert_eq!(present(&home)[0]["state"], "void");
        home.ok(&["redo"]);
        assert_eq!(present(&home)[0]["state"], "open");
        assert_eq!(present(&home)[0]["notes"][0]["text"], "n");
    }
    home.run(&["redo"]).status(4);
    home.ok(&["undo"]);
    home.run(&["undo"]).status(4);
}

/// Neither a retry nor what was refused is a step that could be undone.
#[test]
fn what_wrote_nothing_is_no_step() {
    let home = Home::new();
    home.ok(STEPS[0]);
    home.ok(STEPS[0]);
    home.run(&["keep", "9"]).status(3);
    home.ok(&["due"]);
    home.ok(&["edit", "1", "Quote"]);
    assert_eq!(home.json(&["log"]).as_array().map(Vec::len), Some(1));
    assert!(home.ok(&["undo"]).starts_with("Undid step 1 (add)\n"));
}

/// A search finds what stands, and nothing that does not.
#[test]
fn words_are_found_where_they_stand() {
    let home = Home::new();
    home.ok(&["add", "Call back", "--to", "Jane", "--due", "friday"]);
    home.ok(&["people", "add", "Bertram"]);
    let counts = |words: [&str; 2]| {
        words.map(|word| {
            let found = home.json(&["list", "--all", "--search", word]);
            found.as_array().map(Vec::len)
        })
    };
    let table: [(&[&str], &str, &str, usize); 5] = [
        (&["note", "1", "about zanzibar"], "zanzibar", "call", 1),
        (&["edit", "1", "Send quokkas"], "quokkas", "call", 0),
        (&["edit", "1", "--to", "Bertram"], "bertram", "jane", 0),
        (&["keep", "1", "--note", "in teal"], "teal", "jane", 0),
        (
            &["people", "rename", "Bertram", "Zeno"],
            "zeno",
            "bertram",
            0,
        ),
    ];
    for (command, new, old, left) in table {
        let before = counts([new, old]);
        home.ok(command);
        let after = counts([new, old]);
        assert_eq!(after, [Some(1), Some(left)], "{command:?}");
        home.ok(&["undo"]);
        assert_eq!(counts([new, old]), before, "{command:?}");
        home.ok(&["redo"]);
        assert_eq!(counts([new, old]), after, "{command:?}");
    }
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    for word in ["undo", "redo"] {
        home.run(&[word])
            .stdout("")
            .stderr(&format!(
                "note: no promise is recorded yet: no database at \
                 ~/.local/share/promise/promise.db\n\
                 error: there is nothing to {word}\n\
                 hint: promise log lists the steps\n"
            ))
            .status(4);
        assert!(!home.database().exists());
    }
}
