//! `promise handoff`: somebody else answers for it now, and it stays my word.

use serde_json::json;

use crate::harness::Home;
use crate::life::{carried_over, event, one_step, refused, says};

/// A home with two promises to Jane and one from Beta, for Tuesday at noon.
fn home() -> Home {
    let home = Home::new();
    for (what, flag, name) in [
        ("Call", "--to", "Jane"),
        ("Report", "--to", "Jane"),
        ("Contract", "--from", "Beta"),
    ] {
        home.ok(&["add", what, flag, name, "--due", "tuesday 12:00"]);
    }
    home
}

fn handed(id: u8, what: &str, owner: &str) -> String {
    format!(
        "Handed on {id}: {what}\n\
         \x20 to    Jane\n\
         \x20 due   Tue 24 Nov 2026 12:00 +01:00 (in 20 h)\n{owner}"
    )
}

/// It is in my list of what is due, with its owner beside it, until it is kept.
#[test]
fn it_stays_in_due_marked() {
    let mut home = home();
    let expected = handed(1, "Call", "  owner Ann Lee\n");
    says(&home, &["handoff", "1", "--owner", "Ann Lee"], &expected);
    let shown = "Coming\n\
        \x20 1  Tue 24 Nov 12:00  in 20 h  Jane  Call (owner Ann Lee)\n\
        \x20 2  Tue 24 Nov 12:00  in 20 h  Jane  Report\n\
        \n\
        Waiting on\n\
        \x20 3  Tue 24 Nov 12:00  in 20 h  Beta  Contract\n";
    home.run(&["due"]).stdout(shown);
    assert_eq!(home.json(&["due"])["coming"][0]["owner"], "Ann Lee");
    home.at("2026-11-25T09:00:00+01:00");
    home.run(&["due", "--exit-code"]).status(10);
    home.ok(&["keep", "1", "2"]);
    assert_eq!(home.json(&["due"])["overdue"], json!([]));
}

#[test]
fn back_to_me() {
    let home = Home::with_config("me = \"Max Bee\"\n");
    home.ok(&["add", "Call", "--to", "Jane", "--due", "tuesday 12:00"]);
    for back in ["me", "Max Bee", " max  bee "] {
        home.ok(&["handoff", "1", "--owner", "Ann Lee"]);
        says(
            &home,
            &["handoff", "1", "--owner", back],
            &handed(1, "Call", ""),
        );
        assert_eq!(home.json(&["show", "1"])[0]["owner"], "Max Bee");
    }
    assert_eq!(home.json(&["list", "--owner", "me"])[0]["id"], 1);
    // There and back are two, three times over.
    assert_eq!(home.json(&["show", "1"])[0]["handoffs"], 6);
    assert!(home.ok(&["show", "1"]).contains("  handed on 6 times\n"));
}

/// Why, and whether they were told.
#[test]
fn what_the_event_keeps() {
    let home = home();
    home.ok(&[
        "handoff",
        "1",
        "--owner",
        "Ann",
        "--because",
        "on holiday",
        "--cause",
        "overbooked",
        "--told",
        "--note",
        "she knows the case",
    ]);
    let event = event(&home, "1", "handed_off");
    assert_eq!(event["because"], json!(["on holiday"]));
    assert_eq!(event["cause"], "overbooked");
    assert_eq!(event["told"], true);
    assert_eq!(
        event["changes"],
        json!([{"field": "owner", "old": null, "new": "Ann"}])
    );
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(shown["notes"][0]["text"], "she knows the case");
    assert_eq!(shown["handoffs"], 1);
    let shown = home.ok(&["show", "1"]);
    assert!(shown.contains("  owner     Ann\n"), "{shown}");
    assert!(shown.contains("  handed on 1 time\n"), "{shown}");
    assert!(
        shown.contains("; because on holiday [overbooked] (told)\n"),
        "{shown}"
    );
}

#[test]
fn they_were_not_told_unless_said() {
    let home = home();
    home.ok(&["handoff", "1", "--owner", "Ann"]);
    assert_eq!(event(&home, "1", "handed_off")["told"], false);
    assert!(home.ok(&["show", "1"]).contains("(not told)\n"));
}

#[test]
fn several_at_once() {
    let home = home();
    let contract = "Handed on 3: Contract\n\
        \x20 from  Beta\n\
        \x20 due   Tue 24 Nov 2026 12:00 +01:00 (in 20 h)\n\
        \x20 owner Ann\n";
    let expected = format!("{contract}{}", handed(1, "Call", "  owner Ann\n"));
    says(
        &home,
        &["handoff", "3", "1", "3", "--owner", "Ann"],
        &expected,
    );
    assert_eq!(home.json(&["log"])[0]["command"], "handoff");
    home.ok(&["undo"]);
    assert_eq!(
        home.json(&["list", "--owner", "me"])
            .as_array()
            .map(Vec::len),
        Some(3)
    );
}

/// The owner is a filter wherever promises are listed.
#[test]
fn the_owner_as_a_filter() {
    let mut home = home();
    home.ok(&["handoff", "1", "3", "--owner", "Ann Lee"]);
    home.ok(&["handoff", "2", "--owner", "Bo Chan"]);
    let ids = |arguments: &[&str]| -> Vec<i64> {
        let list = home.json(arguments);
        let list = list.as_array().expect("a list");
        list.iter()
            .filter_map(|promise| promise["id"].as_i64())
            .collect()
    };
    assert_eq!(ids(&["list", "--owner", "Ann Lee"]), [1, 3]);
    assert_eq!(ids(&["list", "--owner", "bo"]), [2]);
    assert_eq!(ids(&["list", "--owner", "me"]), [0; 0]);
    let due = home.json(&["due", "--owner", "ann"]);
    assert_eq!(
        (&due["coming"][0]["id"], &due["waiting_on"][0]["id"]),
        (&json!(1), &json!(3))
    );
    assert_eq!(due["coming"].as_array().map(Vec::len), Some(1));
    // What was kept is asked about by whoever kept it.
    home.ok(&["keep", "2", "--check", "tuesday"]);
    home.at("2026-11-24T09:00:00+01:00");
    assert_eq!(
        home.json(&["due", "--owner", "bo chan"])["checks"][0]["id"],
        2
    );
    assert_eq!(home.json(&["due", "--owner", "ann"])["checks"], json!([]));
}

#[test]
fn one_step_and_carried_over() {
    let home = home();
    one_step(
        &home,
        &[
            "handoff", "1", "3", "--owner", "Ann", "--told", "--note", "so",
        ],
    );
    one_step(
        &home,
        &["handoff", "1", "--owner", "Bo", "--because", "ill"],
    );
    one_step(&home, &["handoff", "1", "--owner", "me"]);
    // What was undone is not counted, what was redone is.
    home.ok(&["undo"]);
    assert_eq!(home.json(&["show", "1"])[0]["handoffs"], 2);
    home.ok(&["redo"]);
    assert_eq!(home.json(&["show", "1"])[0]["handoffs"], 3);
    carried_over(&home);
}

/// Whoever is named with the promise took over nothing; a slip in a name is no hand-off either.
#[test]
fn what_is_no_hand_off() {
    let home = home();
    home.ok(&[
        "add", "Order", "--to", "Jane", "--due", "friday", "--owner", "An",
    ]);
    home.ok(&["edit", "4", "--owner", "Ann"]);
    assert_eq!(home.json(&["show", "4"])[0]["handoffs"], 0);
}

#[test]
fn what_is_refused() {
    let mut home = home();
    home.ok(&["handoff", "2", "--owner", "Ann Lee"]);
    home.ok(&["keep", "1"]);
    home.at("2026-11-23T17:00:00+01:00");
    let kept = "error: promise 1 is kept, since Mon 23 Nov 2026 16:00 +01:00\n\
                hint: promise show 1 tells how that came\n";
    let unknown = "error: no promise 99\nhint: promise list --all lists every one\n";
    let anns = "error: promise 2 is with Ann Lee already\n";
    let mine = "error: promise 3 is with me already\n";
    refused(
        &home,
        &[
            (&["handoff", "1", "--owner", "Bo"], kept, 4),
            (&["handoff", "3", "1", "--owner", "Bo"], kept, 4),
            (&["handoff", "3", "99", "--owner", "Bo"], unknown, 3),
            (&["handoff", "2", "--owner", "Ann Lee"], anns, 4),
            (&["handoff", "3", "2", "--owner", " ann  LEE "], anns, 4),
            (&["handoff", "3", "--owner", "me"], mine, 4),
            (
                &["handoff", "3", "--owner", ""],
                "error: the value of --owner is empty\n",
                2,
            ),
            (
                &["handoff", "3", "--owner", "Bo", "--note", ""],
                "error: the note is empty\n",
                2,
            ),
            (
                &["handoff", "3", "--owner", "Bo", "--cause", "rain"],
                "error: no cause is called \"rain\"\n\
                 hint: the causes are overbooked, not-scheduled, waiting-on-others, \
                 underestimated, forgot, handed-off-badly, customer-changed, other\n",
                2,
            ),
            (
                &["handoff", "3"],
                "error: the following required arguments were not provided:\n\
                 \x20 --owner <NAME>\n\
                 \n\
                 Usage: promise handoff --owner <NAME> <ID>...\n\
                 \n\
                 For more information, try '--help'.\n",
                2,
            ),
        ],
    );
}
