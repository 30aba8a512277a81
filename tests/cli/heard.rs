//! What the customer was told: every version in order, by whom, and where they do not agree.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{carried_over, one_step, refused, says};

/// A home with a call for Tuesday noon, promised on Monday at four.
fn home() -> Home {
    let mut home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "tuesday 12:00"]);
    home.at("2026-11-23T17:00:00+01:00");
    home
}

/// When each version was heard, from whom, and what it was, as JSON has it.
fn heard(home: &Home) -> Vec<(Value, Value, Value, Value)> {
    let shown = home.json(&["show", "1"]);
    let versions = shown[0]["heard"].as_array().expect("versions").clone();
    versions
        .into_iter()
        .map(|mut version| {
            let mut take = |key: &str| version[key].take();
            (take("at"), take("by"), take("due"), take("text"))
        })
        .collect()
}

/// What `show` lists under its heading, line by line.
fn listed(home: &Home) -> Vec<String> {
    let shown = home.ok(&["show", "1"]);
    let lines = shown
        .lines()
        .skip_while(|line| *line != "What they heard")
        .skip(1);
    lines
        .take_while(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The promise itself is what they heard, and worth no list as long as it is all.
#[test]
fn the_promise_alone() {
    let home = home();
    home.ok(&["note", "1", "she has a dog"]);
    home.ok(&["handoff", "1", "--owner", "Ann"]);
    home.ok(&["move", "1", "--due", "thursday 9:00"]);
    assert_eq!(listed(&home), [""; 0]);
    let first = (
        json!("2026-11-23T16:00:00+01:00"),
        json!(null),
        json!("2026-11-24T12:00:00+01:00"),
        json!(null),
    );
    assert_eq!(heard(&home), [first]);
}

#[test]
fn every_version_in_order() {
    let mut home = home();
    home.ok(&["handoff", "1", "--owner", "Ann Lee", "--told"]);
    home.at("2026-11-23T18:00:00+01:00");
    home.ok(&[
        "note",
        "1",
        "we come after four",
        "--told",
        "--owner",
        "Ann Lee",
    ]);
    home.at("2026-11-24T09:00:00+01:00");
    home.ok(&[
        "move",
        "1",
        "--due",
        "thursday 9:00",
        "--told",
        "--note",
        "she was cross",
    ]);
    home.at("2026-11-26T10:00:00+01:00");
    home.ok(&["note", "1", "it is on the van", "--told"]);
    assert_eq!(
        listed(&home),
        [
            "  Mon 23 Nov 2026 16:00 +01:00  from me: Tue 24 Nov 2026 12:00 +01:00",
            "  Mon 23 Nov 2026 17:00 +01:00  from me: Ann Lee answers for it now",
            "  Mon 23 Nov 2026 18:00 +01:00  from Ann Lee: we come after four",
            "  Tue 24 Nov 2026 09:00 +01:00  from me: Thu 26 Nov 2026 09:00 +01:00",
            "  Thu 26 Nov 2026 10:00 +01:00  from me: it is on the van",
            "  They heard 2 deadlines: Tue 24 Nov 2026 12:00 +01:00, then Thu 26 Nov 2026 09:00 \
             +01:00",
        ]
    );
    let by: Vec<Value> = heard(&home).into_iter().map(|(_, by, _, _)| by).collect();
    assert_eq!(
        by,
        [
            json!(null),
            json!(null),
            json!("Ann Lee"),
            json!(null),
            json!(null)
        ]
    );
    let notes = home.json(&["show", "1"])[0]["notes"].clone();
    let told: Vec<&Value> = notes
        .as_array()
        .expect("notes")
        .iter()
        .map(|note| &note["told"])
        .collect();
    assert_eq!(
        told,
        [true, false, true],
        "what was jotted down beside it was not said"
    );
    assert_eq!(notes[0]["teller"], "Ann Lee");
}

/// The promise was heard when it was made, not when it was typed in.
#[test]
fn recorded_later_than_made() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Jane",
        "--due",
        "tuesday 12:00",
        "--made",
        "9:00",
    ]);
    assert_eq!(heard(&home)[0].0, "2026-11-23T09:00:00+01:00");
}

/// A colleague's promise was heard from them.
#[test]
fn made_by_a_colleague() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Jane",
        "--due",
        "tuesday 12:00",
        "--owner",
        "Ann",
    ]);
    assert_eq!(heard(&home)[0].1, "Ann");
    home.ok(&["note", "1", "it may be late", "--told"]);
    assert!(
        listed(&home)[0].contains("  from Ann: "),
        "{:?}",
        listed(&home)
    );
    assert!(
        listed(&home)[1].contains("  from me: it may be late"),
        "{:?}",
        listed(&home)
    );
}

/// However I am called, it was me who told them.
#[test]
fn told_by_me_by_name() {
    let home = Home::with_config("me = \"Max Bee\"\n");
    home.ok(&["add", "Call", "--to", "Jane", "--due", "tuesday 12:00"]);
    for me in ["me", "Max Bee", "max bee"] {
        home.ok(&["note", "1", "soon", "--told", "--owner", me]);
        assert_eq!(
            heard(&home).last().expect("a version").1,
            json!(null),
            "{me}"
        );
    }
}

/// The same moment in another zone's words is the same deadline.
#[test]
fn deadlines_that_agree() {
    let home = home();
    home.ok(&[
        "move",
        "1",
        "--due",
        "2026-11-24 11:00 Europe/London",
        "--told",
    ]);
    let lines = listed(&home);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(!home.ok(&["show", "1"]).contains("They heard"));
}

/// Each deadline is named once, in the order in which they heard of it.
#[test]
fn deadlines_that_do_not() {
    let home = home();
    for due in ["thursday 9:00", "tuesday 12:00", "friday 9:00"] {
        home.ok(&["move", "1", "--due", due, "--told"]);
    }
    let last = listed(&home).pop().expect("a line");
    assert_eq!(
        last,
        "  They heard 3 deadlines: Tue 24 Nov 2026 12:00 +01:00, then Thu 26 Nov 2026 09:00 \
         +01:00, then Fri 27 Nov 2026 09:00 +01:00"
    );
}

/// A slip in typing was never said: what they heard is the deadline as corrected.
#[test]
fn corrected_versions() {
    let home = home();
    home.ok(&["edit", "1", "--due", "tuesday 13:00"]);
    assert_eq!(heard(&home)[0].2, "2026-11-24T13:00:00+01:00");
    home.ok(&["move", "1", "--due", "thursday 9:00", "--told"]);
    home.ok(&["edit", "1", "--due", "thursday 10:00"]);
    let due: Vec<Value> = heard(&home).into_iter().map(|(_, _, due, _)| due).collect();
    assert_eq!(
        due,
        ["2026-11-24T13:00:00+01:00", "2026-11-26T10:00:00+01:00"]
    );
    // A new plan that nobody told them, and the slip in it, are none of what they heard.
    home.ok(&["move", "1", "--due", "friday 9:00"]);
    home.ok(&["edit", "1", "--due", "friday 10:00"]);
    assert_eq!(heard(&home).len(), 2);
}

/// Told before the old deadline passed, and after it, are not the same.
#[test]
fn told_in_time_or_after() {
    let mut home = home();
    home.at("2026-11-24T12:00:00+01:00");
    home.ok(&["move", "1", "--due", "wednesday 9:00", "--told"]);
    home.at("2026-11-25T09:00:01+01:00");
    home.ok(&["move", "1", "--due", "thursday 9:00", "--told"]);
    home.ok(&["move", "1", "--due", "friday 9:00"]);
    let shown = home.ok(&["show", "1"]);
    let moves: Vec<&str> = shown
        .lines()
        .filter(|line| line.contains("rescheduled"))
        .collect();
    assert!(
        moves[0].ends_with("to Wed 25 Nov 2026 09:00 +01:00 (told)"),
        "{shown}"
    );
    assert!(!moves[1].ends_with(" (told)"), "after the fact: {shown}");
    assert!(moves[2].ends_with("(not told)"), "{shown}");
}

#[test]
fn undone_and_carried_over() {
    let mut home = home();
    one_step(&home, &["note", "1", "soon", "--told", "--owner", "Ann"]);
    one_step(&home, &["move", "1", "--due", "friday", "--told"]);
    one_step(&home, &["handoff", "1", "--owner", "Ann", "--told"]);
    one_step(&home, &["edit", "1", "--due", "thursday"]);
    home.ok(&["keep", "1"]);
    // What is said after the end was heard as well.
    home.at("2026-11-27T09:00:00+01:00");
    one_step(&home, &["note", "1", "thank you", "--told"]);
    assert_eq!(heard(&home).len(), 5);
    carried_over(&home);
}

#[test]
fn what_noting_prints() {
    let home = home();
    says(
        &home,
        &[
            "note", "1", "we", "come", "soon", "--told", "--owner", "Ann",
        ],
        "Noted on 1: Call\n\
         \x20 to    Jane\n\
         \x20 due   Tue 24 Nov 2026 12:00 +01:00 (in 19 h)\n",
    );
    assert_eq!(heard(&home)[1].3, "we come soon");
}

#[test]
fn what_is_refused() {
    refused(
        &home(),
        &[
            (
                &["note", "99", "soon", "--told"],
                "error: no promise 99\nhint: promise list --all lists every one\n",
                3,
            ),
            (
                &["note", "1", "", "--told"],
                "error: the note is empty\n",
                2,
            ),
            (
                &["note", "1", "soon", "--told", "--owner", " "],
                "error: the value of --owner is empty\n",
                2,
            ),
            (
                &["note", "1", "soon", "--owner", "Ann"],
                "error: the following required arguments were not provided:\n\
                 \x20 --told\n\
                 \n\
                 Usage: promise note --told --owner <NAME> <ID> <TEXT>...\n\
                 \n\
                 For more information, try '--help'.\n",
                2,
            ),
        ],
    );
}

/// Neither what was said nor who said it does anything to the terminal.
#[test]
fn hostile_versions() {
    let home = home();
    let text = "\u{1b}[31mred\nWhat they heard \u{202e}turned";
    home.ok(&[
        "note",
        "1",
        text,
        "--told",
        "--owner",
        "\u{1b}]0;x\u{7}Ann\n",
    ]);
    let shown = home.ok(&["show", "1"]);
    for char in ['\u{1b}', '\u{7}', '\u{202e}'] {
        assert!(!shown.contains(char), "{shown:?}");
    }
    assert_eq!(shown.matches("\nWhat they heard").count(), 1, "{shown:?}");
    assert_eq!(heard(&home)[1].3, text);
}
