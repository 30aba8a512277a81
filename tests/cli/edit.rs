//! `promise edit`: mistakes in typing are corrected, and deadlines only until they have passed.

use serde_json::{Value, json};

use crate::harness::{Home, NOW};

/// A home with a promise that has everything, made on Monday at nine.
fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    home.ok(&[
        "add", "Quote", "--to", "Jane", "--due", "friday", "--tag", "a", "--tag", "b", "--owner",
        "Kim", "--via", "call", "--effort", "45m", "--key", "k1", "--note", "first",
    ]);
    home.at(NOW);
    home
}

fn edit(home: &Home, flags: &[&str]) -> Value {
    let mut arguments = vec!["edit", "1"];
    arguments.extend(flags);
    home.json(&arguments)[0].clone()
}

#[test]
fn what_is_printed() {
    let home = home();
    home.run(&[
        "edit",
        "1",
        "Send",
        "the quote",
        "--to",
        "Bob",
        "--due",
        "thursday 3pm",
    ])
    .stdout(
        "Edited 1: Send the quote\n\
             \x20 to    Bob\n\
             \x20 due   Thu 26 Nov 2026 15:00 +01:00 (in 3 days)\n\
             \x20 owner Kim\n",
    )
    .stderr("")
    .status(0);
}

#[test]
fn every_flag() {
    let table: [(&[&str], Value); 19] = [
        (&["Send it"], json!({"what": "Send it"})),
        (&["--to", "Bob"], json!({"to": "Bob", "from": null})),
        (&["--to", "JANE"], json!({"to": "Jane"})),
        (
            &["--from", "Beta"],
            json!({"to": null, "from": "Beta", "direction": "theirs"}),
        ),
        (
            &["--due", "thursday 3pm"],
            json!({
                "due": "2026-11-26T15:00:00+01:00", "due_whole_day": false,
                "first_due": "2026-11-26T15:00:00+01:00", "corrections": 1,
            }),
        ),
        (
            &["--by", "thursday"],
            json!({"due": "2026-11-26T23:59:59+01:00", "due_whole_day": true}),
        ),
        (&["--owner", "Al"], json!({"owner": "Al"})),
        (&["--via", "email"], json!({"via": "email"})),
        (&["--effort", "2h"], json!({"effort_minutes": 120})),
        (&["--key", "k2"], json!({"key": "k2"})),
        (&["--key", "k1"], json!({"key": "k1"})),
        (
            &["--made", "today 8am"],
            json!({"made_at": "2026-11-23T08:00:00+01:00"}),
        ),
        (
            &["--tag", "c", "--tag", "a"],
            json!({"tags": ["a", "b", "c"]}),
        ),
        (
            &["--remove-tag", "a", "--remove-tag", "x"],
            json!({"tags": ["b"]}),
        ),
        (&["--clear", "tags", "--tag", "c"], json!({"tags": ["c"]})),
        (&["--clear", "owner"], json!({"owner": null})),
        (
            &["--clear", "via,effort"],
            json!({"via": null, "effort_minutes": null}),
        ),
        (
            &["--clear", "owner", "--clear", "key", "--clear", "tags"],
            json!({"owner": null, "key": null, "tags": []}),
        ),
        (
            &["--note", "second"],
            json!({"notes": [
                {"at": "2026-11-23T09:00:00+01:00", "text": "first", "told": false, "teller": null},
                {"at": "2026-11-23T16:00:00+01:00", "text": "second", "told": false, "teller": null},
            ]}),
        ),
    ];
    for (flags, expected) in table {
        let home = home();
        let before = home.json(&["list"])[0].clone();
        let after = edit(&home, flags);
        let mut wanted = before.clone();
        for (key, value) in expected.as_object().expect("an object") {
            assert_eq!(&after[key], value, "{key} after {flags:?}");
            wanted[key] = value.clone();
        }
        // Whatever was not named stays, but for what follows from the deadline.
        for key in [
            "first_due",
            "first_due_whole_day",
            "corrections",
            "due_whole_day",
        ] {
            wanted[key] = after[key].clone();
        }
        assert_eq!(after, wanted, "{flags:?}");
        if after != before {
            home.ok(&["undo"]);
        }
        assert_eq!(home.json(&["list"])[0], before, "{flags:?}, undone");
    }
}

/// Corrections are counted, and what was never promised is no first deadline.
#[test]
fn a_deadline_is_corrected_until_it_has_passed() {
    let mut home = home();
    for (due, count) in [("thursday", 1), ("wednesday", 2), ("thursday", 3)] {
        let promise = edit(&home, &["--due", due]);
        assert_eq!(promise["corrections"], count);
        assert_eq!(promise["first_due"], promise["due"]);
    }
    let shown = home.ok(&["show", "1"]);
    assert!(
        shown.contains("\n  corrected the deadline, 3 times\n"),
        "{shown}"
    );
    home.at("2026-11-26T23:59:59+01:00");
    assert_eq!(edit(&home, &["--due", "friday"])["corrections"], 4);
    home.at("2026-11-28T00:00:00+01:00");
    let before = home.bytes();
    // Whatever is said instead, that it cannot be corrected comes first.
    for flags in [
        &["--due", "monday"][..],
        &["--due", "yesterday 11am"],
        &["--due", "yesterday 11am", "--made", "2026-11-20"],
        &["Send it", "--due", "monday"],
    ] {
        let mut arguments = vec!["edit", "1"];
        arguments.extend(flags);
        home.run(&arguments)
            .stdout("")
            .stderr(
                "error: the deadline of promise 1 passed on Fri 27 Nov 2026 all day +01:00\n\
                 hint: a deadline can be corrected only until it has passed; for a new one, \
                 promise reschedule 1\n",
            )
            .status(4);
    }
    assert_eq!(home.bytes(), before);
    // A slip elsewhere can still be mended, and does not touch the miss.
    let promise = edit(&home, &["Send it"]);
    assert_eq!(promise["overdue"], true);
    assert_eq!(promise["corrections"], 4);
}

#[test]
fn a_settled_promise() {
    let home = home();
    home.ok(&["keep", "1"]);
    let promise = edit(&home, &["Send it", "--to", "Bob", "--made", "today 8am"]);
    assert_eq!(promise["what"], "Send it");
    assert_eq!(promise["state"], "kept");
    let before = home.bytes();
    home.run(&["edit", "1", "--due", "thursday"])
        .stdout("")
        .stderr(
            "error: the deadline of promise 1 stands, as the promise is kept\n\
             hint: a deadline can be corrected only until it has passed; for a new one, \
                 promise reopen 1, then promise reschedule 1\n",
        )
        .status(4);
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    let early = home.json(&["keep", "1", "--at", "today 10am"]);
    assert_eq!(early[0]["state"], "kept");
    home.run(&["edit", "1", "--made", "today 11am"])
        .stdout("")
        .stderr(
            "error: promise 1 was settled on Mon 23 Nov 2026 10:00 +01:00, and cannot have been \
             made after that\n",
        )
        .status(4);
    assert_ne!(home.bytes(), before, "what was undone and kept is recorded");
}

/// Nothing changed is no step: undo must not take back an earlier command instead.
#[test]
fn an_edit_that_changes_nothing() {
    let home = home();
    let before = home.bytes();
    for flags in [
        &["Quote"][..],
        &["--to", "jane", "--due", "friday"],
        &["--tag", "a", "--remove-tag", "x"],
        &["--key", "k1"],
    ] {
        let mut arguments = vec!["edit", "1"];
        arguments.extend(flags);
        home.run(&arguments)
            .stdout(
                "Unchanged 1: Quote\n\
                 \x20 to    Jane\n\
                 \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
                 \x20 owner Kim\n",
            )
            .stderr("")
            .status(0);
    }
    assert_eq!(home.bytes(), before);
}

#[test]
fn a_new_name_close_to_a_known_one() {
    let home = home();
    home.ok(&["add", "Call", "--to", "Jane Ortiz", "--due", "friday"]);
    home.run(&["edit", "1", "--to", "Jane Ortis"])
        .stderr(
            "hint: \"Jane Ortis\" is new, and close to \"Jane Ortiz\"; if they are one, \
             promise edit 1 --to \"Jane Ortiz\"\n",
        )
        .status(0);
    assert_eq!(home.json(&["show", "1"])[0]["to"], "Jane Ortis");
}

#[test]
fn a_key_is_one_promises() {
    let home = home();
    home.ok(&["add", "Call", "--to", "Bob", "--due", "friday"]);
    let before = home.bytes();
    home.run(&["edit", "2", "--key", "k1"])
        .stdout("")
        .stderr(
            "error: the key \"k1\" belongs to promise 1\n\
             hint: promise edit 1 --clear key frees it\n",
        )
        .status(4);
    assert_eq!(home.bytes(), before);
    home.ok(&["edit", "1", "--clear", "key"]);
    home.ok(&["edit", "2", "--key", "k1"]);
}

#[test]
fn what_is_refused() {
    let home = home();
    home.ok(&["add", "Twice", "--to", "Jane", "--due", "friday"]);
    home.ok(&["void", "2"]);
    let before = home.bytes();
    let long = "x".repeat(4097);
    let table: [(&[&str], &str, i32); 15] = [
        (
            &["1"],
            "error: say what to correct in promise 1\nhint: promise edit --help lists the flags\n",
            2,
        ),
        (
            &["1", ""],
            "error: the description is empty\nhint: say in a line what is promised\n",
            2,
        ),
        (
            &["1", &long],
            "error: the description has 4097 bytes; the limit is 4096\n\
             hint: say in a line what is promised\n",
            2,
        ),
        (&["1", "--to", ""], "error: the value of --to is empty\n", 2),
        (&["1", "--note", " "], "error: the note is empty\n", 2),
        (
            &["1", "--remove-tag", "a b"],
            "error: a tag is one word, and \"a b\" is not\nhint: repeat --tag for several\n",
            2,
        ),
        (
            &["1", "--effort", "lots"],
            "error: --effort: this is no length of time\n\
             \x20 lots\n\
             \x20 ^^^^\n\
             hint: say an effort as \"45m\", \"1h30m\" or \"1.5 hours\"\n",
            2,
        ),
        (
            &["1", "--due", "blah"],
            "error: --due: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            &["1", "--made", "blah"],
            "error: --made: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            &["1", "--made", "today 9am", "--due", "today 8am"],
            "error: the deadline lies before the promise was made\n",
            2,
        ),
        (
            &["9", "x"],
            "error: no promise 9\nhint: promise list --all lists every one\n",
            3,
        ),
        (
            &["2", "Once"],
            "error: promise 2 is void, since Mon 23 Nov 2026 16:00 +01:00\n\
             hint: promise show 2 tells how that came\n",
            4,
        ),
        (
            &["1", "--clear", "due"],
            "error: invalid value 'due' for '--clear <FIELD>'\n\
             \x20 [possible values: owner, via, tags, effort, key, remind]\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &["1", "--to", "A", "--from", "B"],
            "error: the argument '--to <NAME>' cannot be used with '--from <NAME>'\n\
             \n\
             Usage: promise edit --to <NAME> <ID> [WHAT]...\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &["x"],
            "error: invalid value 'x' for '<ID>': promises have numbers, such as 12\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
    ];
    for (flags, stderr, status) in table {
        let mut arguments = vec!["edit"];
        arguments.extend(flags);
        home.run(&arguments)
            .stdout("")
            .stderr(stderr)
            .status(status);
    }
    assert_eq!(home.bytes(), before);
}

/// A new person is not recorded where the edit is refused.
#[test]
fn a_refused_edit_leaves_nobody_behind() {
    let home = home();
    home.ok(&["keep", "1"]);
    home.run(&["edit", "1", "--to", "Nobody", "--due", "monday 9am"])
        .status(4);
    let people = home.json(&["people"]);
    assert_eq!(people.as_array().map(Vec::len), Some(1), "{people}");
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    home.run(&["edit", "7", "x"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
