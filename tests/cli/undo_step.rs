//! `promise undo STEP` and `promise redo STEP`: an older step, where nothing later depends on it.

use std::fs;

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{carried_over, refused, says};

/// What hints at the numbers.
const LOG: &str = "hint: promise log lists the steps\n";

/// A promise to each of two people, the steps 1 and 2, and a note on each, the steps 3 and 4.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    home.ok(&["add", "Quote", "--to", "Bob", "--due", "friday"]);
    home.ok(&["note", "1", "rang"]);
    home.ok(&["note", "2", "wrote"]);
    home
}

/// A later step depends on what is to be undone.
fn needed(steps: &str) -> String {
    format!("error: {steps} on it\n{LOG}")
}

/// Each of a promise's fields that one of these tests looks at.
fn field(home: &Home, id: &str, key: &str) -> Value {
    home.json(&["show", id])[0][key].clone()
}

#[test]
fn where_nothing_depends_on_it() {
    let home = home();
    says(
        &home,
        &["undo", "3"],
        "Undid step 3 (note)\n\
         \x20 promise 1 is open: Call, to Jane, due Fri 27 Nov 2026 all day +01:00\n",
    );
    assert_eq!(field(&home, "1", "notes"), json!([]));
    assert_eq!(field(&home, "2", "notes")[0]["text"], "wrote");
    // Now nothing depends on the first any more.
    says(
        &home,
        &["undo", "1"],
        "Undid step 1 (add)\n\
         \x20 Jane is no longer known\n\
         \x20 promise 1 is void: Call, to Jane, due Fri 27 Nov 2026 all day +01:00\n",
    );
    // Undo by itself goes on with the newest that stands.
    assert!(home.ok(&["undo"]).starts_with("Undid step 4 (note)\n"));
    assert!(home.ok(&["undo"]).starts_with("Undid step 2 (add)\n"));
    home.run(&["undo"])
        .stdout("")
        .stderr(&format!("error: there is nothing to undo\n{LOG}"))
        .status(4);
    carried_over(&home);
}

/// Steps are put back in any order that leaves each on what it needs.
#[test]
fn redo_of_an_older_step() {
    let home = home();
    let before = home.json(&["show", "1"])[0]["notes"].clone();
    home.ok(&["undo", "3"]);
    home.ok(&["keep", "2"]);
    // Something else was done since, so that redo alone has nothing to do; by its number it has.
    home.run(&["redo"])
        .stdout("")
        .stderr(&format!("error: there is nothing to redo\n{LOG}"))
        .status(4);
    says(
        &home,
        &["redo", "3"],
        "Redid step 3 (note)\n\
         \x20 promise 1 is open: Call, to Jane, due Fri 27 Nov 2026 all day +01:00\n",
    );
    assert_eq!(home.json(&["show", "1"])[0]["notes"], before);
    let log = home.json(&["log"]);
    let steps = log.as_array().expect("a list").iter();
    let undone = steps
        .filter(|step| step["undone_by"] != Value::Null)
        .count();
    assert_eq!(undone, 0, "{log}");
    carried_over(&home);
}

/// In JSON, the promises concerned, and on stderr what was done.
#[test]
fn what_json_says() {
    let home = home();
    for (command, note, count) in [
        ("undo", "note: Undid step 3 (note)\n", 0),
        ("redo", "note: Redid step 3 (note)\n", 1),
    ] {
        let ran = home.run(&[command, "3", "--json"]);
        ran.stderr(note).status(0);
        let list: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!(list.as_array().map(Vec::len), Some(1));
        assert_eq!(list[0]["id"], 1);
        assert_eq!(list[0]["notes"].as_array().map(Vec::len), Some(count));
    }
}

#[test]
fn where_later_steps_depend_on_it() {
    let home = home();
    refused(
        &home,
        &[
            (&["undo", "1"], &needed("step 3 (note) depends"), 4),
            (
                &["undo", "2", "--json"],
                &needed("step 4 (note) depends"),
                4,
            ),
        ],
    );
    home.ok(&["edit", "1", "Call back"]);
    let both = needed("steps 3 (note), 5 (edit) depend");
    refused(&home, &[(&["undo", "1"], &both, 4)]);
    // More than a few are counted.
    for _ in 0..5 {
        home.ok(&["note", "1", "again"]);
    }
    let many = needed("steps 3 (note), 5 (edit), 6 (note), 7 (note), 8 (note) and 2 more depend");
    refused(&home, &[(&["undo", "1"], &many, 4)]);
    // What was undone itself depends on nothing.
    for step in ["10", "9", "8", "7", "6", "5", "3"] {
        home.ok(&["undo", step]);
    }
    home.ok(&["undo", "1"]);
    // It comes back before what stands on it.
    home.run(&["redo", "5"]).stdout("").status(4);
    home.ok(&["redo", "1"]);
    home.ok(&["redo", "5"]);
    assert_eq!(field(&home, "1", "what"), "Call back");
}

/// A person is needed by every promise to them, and by what was changed of them.
#[test]
fn a_person_who_is_needed() {
    let home = Home::new();
    home.ok(&["people", "add", "Jane"]);
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    home.ok(&["people", "edit", "Jane", "--phone", "1"]);
    home.ok(&["people", "add", "Bob"]);
    refused(
        &home,
        &[(
            &["undo", "1"],
            &needed("steps 2 (add), 3 (people edit) depend"),
            4,
        )],
    );
    home.ok(&["undo", "2"]);
    let edit = needed("step 3 (people edit) depends");
    refused(&home, &[(&["undo", "1"], &edit, 4)]);
    home.ok(&["undo", "3"]);
    says(
        &home,
        &["undo", "1"],
        "Undid step 1 (people add)\n  Jane is no longer known\n",
    );
    assert_eq!(home.json(&["people"]).as_array().map(Vec::len), Some(1));
    // The promise comes back only after the person.
    let before = home.bytes();
    home.run(&["redo", "2"]).stdout("").status(4);
    assert!(home.bytes() == before);
    home.ok(&["redo", "1"]);
    home.ok(&["redo", "2"]);
    assert_eq!(home.json(&["list"])[0]["to"], "Jane");
}

/// A promise that needs another depends on it, and on nothing else that its need went through.
#[test]
fn a_promise_that_is_needed() {
    let home = Home::new();
    home.ok(&["add", "Part", "--from", "Supplier", "--due", "friday"]);
    home.ok(&[
        "add", "Repair", "--to", "Jane", "--due", "friday", "--needs", "1",
    ]);
    home.ok(&["note", "1", "rang"]);
    home.ok(&["undo", "3"]);
    refused(
        &home,
        &[(&["undo", "1"], &needed("step 2 (add) depends"), 4)],
    );
    home.ok(&["undo", "2"]);
    home.ok(&["undo", "1"]);
}

/// Neither way leads to a circle of needs.
#[test]
fn no_circle_of_needs() {
    let home = home();
    home.ok(&["edit", "1", "--needs", "2"]);
    home.ok(&["undo", "5"]);
    home.ok(&["edit", "2", "--needs", "1"]);
    let before = home.bytes();
    home.run(&["redo", "5"]).stdout("").status(4);
    assert!(home.bytes() == before);
    assert_eq!(field(&home, "1", "needs"), json!([]));
    assert_eq!(field(&home, "2", "needs"), json!([1]));
}

/// What was done since may need it the other way round.
#[test]
fn no_circle_by_undoing() {
    let home = home();
    home.ok(&["edit", "2", "--needs", "1"]);
    home.ok(&["edit", "2", "--remove-need", "1"]);
    home.ok(&["edit", "1", "--needs", "2"]);
    let before = home.bytes();
    home.run(&["undo", "6"]).stdout("").status(4);
    assert!(home.bytes() == before);
    assert_eq!(field(&home, "1", "needs"), json!([2]));
    assert_eq!(field(&home, "2", "needs"), json!([]));
}

/// A name that was given to another since is not taken away again; it is said whose it is, not
/// how it is stored.
#[test]
fn a_name_that_is_taken() {
    let home = Home::new();
    home.ok(&["people", "add", "Jane"]);
    home.ok(&["people", "rename", "Jane", "Joan"]);
    home.ok(&["undo"]);
    home.ok(&["people", "add", "Joan"]);
    let before = home.bytes();
    let ran = home.run(&["redo", "2"]);
    ran.stdout("").status(4);
    assert!(home.bytes() == before);
    assert!(ran.stderr.contains("Joan"), "{ran:?}");
    assert!(!ran.stderr.contains("UNIQUE"), "{ran:?}");
}

/// A key that was given to another since is not taken away again.
#[test]
fn a_key_that_is_taken() {
    let home = Home::new();
    home.ok(&[
        "add", "Call", "--to", "Jane", "--due", "friday", "--key", "K",
    ]);
    home.ok(&["undo", "1"]);
    home.ok(&[
        "add", "Quote", "--to", "Bob", "--due", "friday", "--key", "K",
    ]);
    let before = home.bytes();
    let ran = home.run(&["redo", "1"]);
    assert!(ran.stderr.starts_with("error: "), "{ran:?}");
    ran.stdout("").status(4);
    assert!(home.bytes() == before);
    home.ok(&["undo", "3"]);
    home.ok(&["redo", "1"]);
    assert_eq!(field(&home, "1", "key"), "K");
}

/// The keeping of an occurrence cannot go while the next one is settled.
#[test]
fn a_series_from_its_end() {
    let home = Home::new();
    home.ok(&["add", "Report", "--to", "Jane", "--every", "friday"]);
    home.ok(&["keep", "1"]);
    home.ok(&["keep", "2"]);
    let first = needed("steps 2 (keep), 3 (keep) depend");
    let second = needed("step 3 (keep) depends");
    refused(
        &home,
        &[(&["undo", "1"], &first, 4), (&["undo", "2"], &second, 4)],
    );
    home.ok(&["undo", "3"]);
    home.ok(&["undo", "2"]);
    assert_eq!(home.json(&["list"])[0]["id"], 1);
    home.run(&["redo", "3"]).stdout("").status(4);
    home.ok(&["redo", "2"]);
    home.ok(&["redo", "3"]);
    assert_eq!(home.json(&["list"])[0]["id"], 3);
    carried_over(&home);
}

#[test]
fn what_is_no_step_to_turn() {
    let home = home();
    home.ok(&["undo", "3"]);
    home.ok(&["undo", "4"]);
    home.ok(&["redo", "4"]);
    let say = |what: &str| format!("error: {what}\n{LOG}");
    refused(
        &home,
        &[
            (&["undo", "99"], &say("there is no step 99"), 3),
            (&["redo", "99"], &say("there is no step 99"), 3),
            (&["undo", "99", "--json"], &say("there is no step 99"), 3),
            (
                &["undo", "3"],
                &say("step 3 is undone already, by step 5"),
                4,
            ),
            (&["redo", "4"], &say("step 4 is not undone"), 4),
            (&["undo", "5"], &say("step 5 is an undo itself"), 4),
            (&["redo", "5"], &say("step 5 is an undo itself"), 4),
            (&["undo", "7"], &say("step 7 is a redo itself"), 4),
        ],
    );
    for command in ["undo", "redo"] {
        let ran = home.run(&[command, "blah"]);
        let error = "error: invalid value 'blah' for '[STEP]': ";
        assert!(ran.stderr.starts_with(error), "{ran:?}");
        assert!(!ran.stderr.contains("invalid digit"), "{ran:?}");
        ran.stdout("").status(2);
    }
}

/// What an import brought goes with the import alone; what was done since stands in its way.
#[test]
fn an_import() {
    let first = home();
    let home = Home::new();
    fs::write(home.path().join("in.jsonl"), first.ok(&["export"])).expect("a file");
    home.ok(&["people", "add", "Ann"]);
    home.ok(&["import", "in.jsonl"]);
    let log = home.json(&["log"]);
    assert_eq!(log.as_array().map(Vec::len), Some(2), "{log}");
    let import = log[0]["step"].to_string();
    let inside: i64 = import.parse::<i64>().expect("a number") + 1;
    let say = format!(
        "error: step {inside} came with the import {import}, and is undone with it alone\n{LOG}"
    );
    refused(&home, &[(&["undo", &inside.to_string()], &say, 4)]);
    home.ok(&["note", "1", "since"]);
    let note = home.json(&["log"])[0]["step"].to_string();
    let later = needed(&format!("step {note} (note) depends"));
    refused(&home, &[(&["undo", &import], &later, 4)]);
    home.ok(&["undo", "1"]);
    home.ok(&["undo", &note]);
    home.ok(&["undo", &import]);
    assert_eq!(home.json(&["list"]), json!([]));
    assert_eq!(home.json(&["people"]), json!([]));
    home.ok(&["redo", &import]);
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(2));
    assert_eq!(field(&home, "1", "notes")[0]["text"], "rang");
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    for command in ["undo", "redo"] {
        home.run(&[command, "1"])
            .stdout("")
            .stderr(&format!(
                "note: no promise is recorded yet: no database at \
                 ~/.local/share/promise/promise.db\n\
                 error: there is no step 1\n{LOG}"
            ))
            .status(3);
    }
    assert!(!home.database().exists());
}
