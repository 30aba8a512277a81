//! What `promise check` and `--check` refuse.

use crate::harness::Home;
use crate::life::refused;

/// A home with a promise kept, one open, one broken, one void and one made to me.
fn home() -> Home {
    let mut home = Home::new();
    for what in ["Repair", "Call", "Report", "Slip"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "tuesday 12:00"]);
    }
    home.ok(&[
        "add",
        "Contract",
        "--from",
        "Beta",
        "--due",
        "tuesday 12:00",
    ]);
    home.at("2026-11-23T17:00:00+01:00");
    home.ok(&["keep", "1", "--check", "thursday 12:00"]);
    home.ok(&["break", "3"]);
    home.ok(&["void", "4"]);
    home.at("2026-11-23T18:00:00+01:00");
    home
}

#[test]
fn in_the_wrong_state() {
    let since = "since Mon 23 Nov 2026 17:00 +01:00";
    let only = "and only a kept one can be checked\n";
    let broken = format!("error: promise 3 is broken, {since}, {only}");
    let void = format!("error: promise 4 is void, {since}, {only}");
    refused(
        &home(),
        &[
            (&["check", "3", "yes"], &broken, 4),
            (
                &["check", "3", "no", "--reopen", "--due", "friday"],
                &broken,
                4,
            ),
            (&["check", "4", "yes"], &void, 4),
        ],
    );
}

/// What is open has a state as well.
#[test]
fn one_that_is_open() {
    let home = home();
    let before = home.bytes();
    for answer in ["yes", "no"] {
        let ran = home.run(&["check", "2", answer]);
        ran.stdout("").status(4);
        assert!(
            ran.stderr.starts_with("error: promise 2 is open"),
            "{ran:?}"
        );
    }
    assert!(home.bytes() == before);
}

#[test]
fn answered_already() {
    for (answer, other) in [("yes", "no"), ("no", "yes")] {
        let home = home();
        home.ok(&["check", "1", answer]);
        let before = home.bytes();
        let ran = home.run(&["check", "1", other]);
        ran.stdout("").status(4);
        let start = format!("error: promise 1 was checked already: {answer}");
        assert!(ran.stderr.starts_with(&start), "{ran:?}");
        assert!(
            ran.stderr
                .ends_with("hint: promise undo takes back the newest step\n"),
            "{ran:?}"
        );
        assert!(home.bytes() == before);
    }
}

#[test]
fn wrong_usage() {
    let rating = |value: &str| {
        format!(
            "error: invalid value '{value}' for '--rating <1..5>': {value} is not in 1..=5\n\
             \n\
             For more information, try '--help'.\n"
        )
    };
    let missing = |what: &str, usage: &str| {
        format!(
            "error: the following required arguments were not provided:\n\
             \x20 {what}\n\
             \n\
             Usage: promise check {usage}\n\
             \n\
             For more information, try '--help'.\n"
        )
    };
    refused(
        &home(),
        &[
            (&["check", "1", "yes", "--rating", "0"], &rating("0"), 2),
            (&["check", "1", "yes", "--rating", "6"], &rating("6"), 2),
            (
                &["check", "1", "maybe"],
                "error: invalid value 'maybe' for '<ANSWER>'\n\
                 \x20 [possible values: yes, no]\n\
                 \n\
                 For more information, try '--help'.\n",
                2,
            ),
            (&["check", "1"], &missing("<ANSWER>", "<ID> <ANSWER>"), 2),
            (
                &["check", "1", "no", "--reopen"],
                &missing("--due <PHRASE>", "--reopen --due <PHRASE> <ID> <ANSWER>"),
                2,
            ),
            (
                &["check", "1", "no", "--due", "friday"],
                &missing("--reopen", "--due <PHRASE> --reopen <ID> <ANSWER>"),
                2,
            ),
            (
                &["check", "1", "yes", "--reopen", "--due", "friday"],
                "error: --reopen goes with no: a yes needs no repair\n",
                2,
            ),
            (
                &["check", "1", "yes", "--note", ""],
                "error: the note is empty\n",
                2,
            ),
            (
                &["check", "1", "no", "--reopen", "--due", "blah"],
                "error: --due: \"blah\" is not understood here\n  blah\n  ^^^^\n",
                2,
            ),
            (
                &["keep", "2", "--check", "blah"],
                "error: --check: \"blah\" is not understood here\n  blah\n  ^^^^\n",
                2,
            ),
            (
                &["check", "99", "yes"],
                "error: no promise 99\nhint: promise list --all lists every one\n",
                3,
            ),
            (
                &["check", "99", "no", "--reopen", "--due", "friday"],
                "error: no promise 99\nhint: promise list --all lists every one\n",
                3,
            ),
            // All of it or nothing: the deadline is the one in force, so nothing is answered.
            (
                &[
                    "check",
                    "1",
                    "no",
                    "--note",
                    "x",
                    "--reopen",
                    "--due",
                    "tuesday 12:00",
                ],
                "error: the deadline of promise 1 is Tue 24 Nov 2026 12:00 +01:00 already\n",
                4,
            ),
        ],
    );
}

/// The hint is about what `keep` can do: it takes no --made.
#[test]
fn a_check_in_the_past() {
    let home = home();
    let before = home.bytes();
    let ran = home.run(&["keep", "2", "--check", "yesterday"]);
    ran.stdout("").status(2);
    assert!(ran.stderr.contains("\"yesterday\" has passed"), "{ran:?}");
    assert!(!ran.stderr.contains("--made"), "{ran:?}");
    assert!(home.bytes() == before);
}

/// Nobody asks themselves whether they are satisfied: the flag is not dropped without a word.
#[test]
fn a_check_of_what_was_promised_to_me() {
    let home = home();
    let ran = home.run(&["keep", "5", "--check", "in 2 days"]);
    assert!(!ran.stderr.is_empty(), "{ran:?}");
}

/// Of a promise that repeats exactly one occurrence is open: a repair of the last one would be a
/// second.
#[test]
fn a_repair_beside_the_next_occurrence() {
    let mut home = Home::new();
    home.ok(&["add", "Status", "--to", "Jane", "--every", "friday 16:00"]);
    home.ok(&["keep", "1", "--check", "tuesday"]);
    let open = home.json(&["list"]);
    assert_eq!(open[0]["id"], 2);
    let before = home.bytes();
    home.run(&["check", "1", "no", "--reopen", "--due", "tuesday 12:00"])
        .stdout("")
        .status(4);
    assert!(home.bytes() == before);
    // The answer alone can be recorded.
    home.at("2026-11-24T09:00:00+01:00");
    home.ok(&["check", "1", "no"]);
    assert_eq!(home.json(&["list"]), open);
}
