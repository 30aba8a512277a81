//! `promise reopen`: settled too early.

use serde_json::json;

use crate::harness::Home;
use crate::life::{carried_over, event, one_step, refused, says};

/// A home with one promise kept, one broken, one released and one open, for Wednesday at ten.
fn home() -> Home {
    let mut home = Home::new();
    for what in ["Call", "Report", "Quote", "Order"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "wednesday 10:00"]);
    }
    home.at("2026-11-23T16:30:00+01:00");
    home.ok(&["keep", "1", "--note", "by hand"]);
    home.ok(&["break", "2", "--cause", "forgot"]);
    home.ok(&["release", "3"]);
    home
}

#[test]
fn whatever_it_was_settled_as() {
    let mut home = home();
    home.at("2026-11-23T17:00:00+01:00");
    for (id, what) in [("1", "Call"), ("2", "Report"), ("3", "Quote")] {
        says(
            &home,
            &["reopen", id],
            &format!(
                "Reopened {id}: {what}\n\
                 \x20 to    Jane\n\
                 \x20 due   Wed 25 Nov 2026 10:00 +01:00 (in 41 h)\n"
            ),
        );
        let open = &home.json(&["show", id])[0];
        assert_eq!(open["state"], "open");
        assert_eq!(open["settled_at"], json!(null));
        assert_eq!(
            (&open["outcome"], &open["first_outcome"]),
            (&json!(null), &json!(null))
        );
    }
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(4));
    // That it was settled once, and why, stays in its history.
    assert_eq!(event(&home, "2", "broken")["cause"], "forgot");
    assert_eq!(home.json(&["show", "1"])[0]["notes"][0]["text"], "by hand");
}

/// The deadlines stay: opened again after them it is overdue, and kept again it is late.
#[test]
fn after_the_deadline() {
    let mut home = home();
    home.at("2026-11-26T10:00:00+01:00");
    let open = &home.json(&["reopen", "1"])[0];
    assert_eq!(open["overdue"], true);
    assert_eq!(open["seconds_late"], 24 * 3600);
    assert_eq!(home.json(&["due"])["overdue"][0]["id"], 1);
    home.ok(&["move", "1", "--due", "friday 9:00"]);
    let kept = &home.json(&["keep", "1"])[0];
    assert_eq!(
        (&kept["outcome"], &kept["first_outcome"]),
        (&json!("late"), &json!("late"))
    );
}

#[test]
fn several_with_a_note() {
    let home = home();
    let reopened = home.json(&["reopen", "3", "1", "3", "--note", "too early"]);
    let ids: Vec<_> = reopened
        .as_array()
        .expect("a list")
        .iter()
        .map(|p| &p["id"])
        .collect();
    assert_eq!(ids, [3, 1]);
    for id in ["3", "1"] {
        let shown = home.json(&["show", id]);
        let notes = shown[0]["notes"].as_array().expect("notes").clone();
        assert_eq!(notes.last().expect("a note")["text"], "too early");
    }
    assert_eq!(home.json(&["log"])[0]["command"], "reopen");
    home.ok(&["undo"]);
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn one_step_and_carried_over() {
    let home = home();
    one_step(&home, &["reopen", "1", "2", "3", "--note", "so"]);
    one_step(&home, &["keep", "1"]);
    one_step(&home, &["reopen", "1"]);
    carried_over(&home);
}

/// What was promised to be asked was asked of a promise that was kept; it is asked again once it
/// is kept again.
#[test]
fn no_check_of_what_is_open() {
    let mut home = home();
    home.ok(&["keep", "4", "--check", "wednesday"]);
    home.at("2026-11-25T16:00:00+01:00");
    assert_eq!(home.json(&["due"])["checks"][0]["id"], 4);
    home.ok(&["reopen", "4"]);
    assert_eq!(home.json(&["due"])["checks"], json!([]));
    // Kept without a word of a check, none is left over.
    home.ok(&["keep", "4"]);
    assert_eq!(home.json(&["due"])["checks"], json!([]));
    assert_eq!(home.json(&["show", "4"])[0]["check_due"], json!(null));
}

#[test]
fn what_is_refused() {
    let mut home = home();
    home.ok(&["add", "Slip", "--to", "Jane", "--due", "friday"]);
    home.ok(&["void", "5"]);
    home.at("2026-11-23T17:00:00+01:00");
    let void = "error: promise 5 is void, since Mon 23 Nov 2026 16:30 +01:00\n\
                hint: promise show 5 tells how that came\n";
    refused(
        &home,
        &[
            (&["reopen", "5"], void, 4),
            (&["reopen", "1", "5"], void, 4),
            (
                &["reopen", "1", "99"],
                "error: no promise 99\nhint: promise list --all lists every one\n",
                3,
            ),
            (
                &["reopen", "1", "--note", ""],
                "error: the note is empty\n",
                2,
            ),
        ],
    );
}

/// The state, and since when.
#[test]
fn one_that_is_open() {
    let home = home();
    let before = home.bytes();
    let ran = home.run(&["reopen", "1", "4"]);
    ran.stdout("").status(4);
    assert!(
        ran.stderr.starts_with("error: promise 4 is open already"),
        "{ran:?}"
    );
    assert!(home.bytes() == before);
}

/// A promise whose key was taken by another since stays what it is.
#[test]
fn its_key_stays_its_own() {
    let home = home();
    home.ok(&[
        "add", "Keyed", "--to", "Jane", "--due", "friday", "--key", "K-1",
    ]);
    home.ok(&["keep", "5"]);
    home.ok(&["reopen", "5"]);
    assert_eq!(home.json(&["show", "5"])[0]["key"], "K-1");
}
