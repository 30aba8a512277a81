//! Two stories played through: a customer who heard two versions from four people, and a supplier
//! who was late.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{asked, carried_over, event};

/// Jane's heating is to be repaired. Three colleagues hand it on, two dates are told, and the
/// last of them has passed when it is done.
fn complaint() -> Home {
    let mut home = Home::with_config("me = \"Max\"\n");
    home.at("2026-11-23T09:00:00+01:00");
    home.ok(&[
        "add",
        "Repair the heating",
        "--to",
        "Jane Ortiz",
        "--due",
        "tuesday 12:00",
        "--via",
        "call",
    ]);
    home.at("2026-11-23T15:00:00+01:00");
    home.ok(&[
        "handoff",
        "1",
        "--owner",
        "Ann Lee",
        "--because",
        "on holiday",
        "--told",
    ]);
    home.at("2026-11-24T10:00:00+01:00");
    home.ok(&[
        "move",
        "1",
        "--due",
        "wednesday 12:00",
        "--because",
        "the pump is not here",
        "--cause",
        "waiting-on-others",
        "--told",
    ]);
    home.at("2026-11-24T11:00:00+01:00");
    home.ok(&[
        "handoff",
        "1",
        "--owner",
        "Bo Chan",
        "--cause",
        "overbooked",
    ]);
    home.ok(&[
        "note",
        "1",
        "we come on Thursday",
        "--told",
        "--owner",
        "Bo Chan",
    ]);
    home.at("2026-11-25T14:00:00+01:00");
    home.ok(&[
        "handoff",
        "1",
        "--owner",
        "me",
        "--because",
        "Bo is ill",
        "--told",
    ]);
    home
}

/// At every point I see it: whoever has it, I have given my word.
#[test]
fn the_complaint_is_in_due_all_along() {
    let home = complaint();
    home.run(&["due", "--exit-code"]).status(10);
    let late = &home.json(&["due"])["overdue"][0];
    assert_eq!((&late["id"], &late["owner"]), (&json!(1), &json!("Max")));
    assert_eq!(late["seconds_late"], 2 * 3600);
    assert_eq!(
        (&late["handoffs"], &late["reschedules"]),
        (&json!(3), &json!(1))
    );
    assert_eq!(late["first_due"], "2026-11-24T12:00:00+01:00");
    assert_eq!(late["due"], "2026-11-25T12:00:00+01:00");
    // Step back one hand-off: it was in the same list, with Bo's name.
    home.ok(&["undo"]);
    let text = home.ok(&["due"]);
    assert!(
        text.contains("Jane Ortiz  Repair the heating (owner Bo Chan)\n"),
        "{text}"
    );
}

#[test]
fn what_the_customer_heard() {
    let home = complaint();
    let shown = home.ok(&["show", "1"]);
    let heard = "What they heard\n\
        \x20 Mon 23 Nov 2026 09:00 +01:00  from me: Tue 24 Nov 2026 12:00 +01:00\n\
        \x20 Mon 23 Nov 2026 15:00 +01:00  from me: Ann Lee answers for it now\n\
        \x20 Tue 24 Nov 2026 10:00 +01:00  from me: Wed 25 Nov 2026 12:00 +01:00\n\
        \x20 Tue 24 Nov 2026 11:00 +01:00  from Bo Chan: we come on Thursday\n\
        \x20 Wed 25 Nov 2026 14:00 +01:00  from me: I answer for it now\n\
        \x20 They heard 2 deadlines: Tue 24 Nov 2026 12:00 +01:00, then Wed 25 Nov 2026 12:00 \
        +01:00\n";
    assert!(shown.contains(heard), "{shown}");
    assert!(shown.contains("  handed on 3 times\n"), "{shown}");
    assert!(shown.contains("  moved     1 time\n"), "{shown}");
}

/// A new plan after the fact, a repair late by both deadlines, the chain of its causes, and a
/// customer who says that it drips.
#[test]
fn how_it_ends() {
    let mut home = complaint();
    home.ok(&[
        "move",
        "1",
        "--due",
        "thursday 18:00",
        "--told",
        "--cause",
        "handed-off-badly",
    ]);
    home.at("2026-11-26T12:00:00+01:00");
    let kept = &home.json(&[
        "keep",
        "1",
        "--check",
        "friday 12:00",
        "--because",
        "the pump came \
        late",
        "--because",
        "nobody ordered it",
        "--cause",
        "not-scheduled",
    ])[0];
    assert_eq!(
        (&kept["outcome"], &kept["first_outcome"]),
        (&json!("late"), &json!("late"))
    );
    assert_eq!(
        kept["seconds_late"],
        24 * 3600,
        "against Wednesday, not against the new plan"
    );
    assert_eq!(
        event(&home, "1", "kept")["because"],
        json!(["the pump came late", "nobody ordered it"])
    );
    home.at("2026-11-27T11:15:00+01:00");
    home.run(&["due"])
        .stdout(
            "Ask: did we follow through?\n\
             \x20 1  Fri 27 Nov 12:00  in 45 min  Jane Ortiz  Repair the heating\n",
        )
        .status(0);
    let question = "Repair it by when? [nothing: no repair] ";
    let answers = [(question, Some("monday 10:00"))];
    assert_eq!(
        asked(&home, &["check", "1", "no", "--rating", "2"], &answers).1,
        0
    );
    let open = &home.json(&["due", "--within", "monday"])["coming"][0];
    assert_eq!(
        (&open["id"], &open["satisfied"]),
        (&json!(1), &json!(false))
    );
    // The new date was said in that talk.
    let heard = home.json(&["show", "1"])[0]["heard"].clone();
    let last = heard
        .as_array()
        .expect("versions")
        .last()
        .expect("a version")
        .clone();
    assert_eq!(last["due"], "2026-11-30T10:00:00+01:00");
    home.at("2026-11-30T09:15:00+01:00");
    home.ok(&["keep", "1"]);
    home.ok(&["check", "1", "yes", "--rating", "4"]);
    let end = &home.json(&["show", "1"])[0];
    assert_eq!(
        (&end["satisfied"], &end["rating"]),
        (&json!(true), &json!(4))
    );
    assert_eq!(
        (&end["handoffs"], &end["reschedules"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(end["first_due"], "2026-11-24T12:00:00+01:00");
    assert_eq!(end["first_outcome"], "late");
    carried_over(&home);
}

/// Taken back step by step, the story leads to where it began, and forth again to its end.
#[test]
fn the_complaint_undone_and_redone() {
    let home = complaint();
    let end = home.json(&["list", "--all"]);
    let steps = 6;
    for _ in 0..steps {
        home.ok(&["undo"]);
    }
    assert_eq!(home.json(&["list"]), json!([]));
    assert_eq!(home.json(&["list", "--all"])[0]["state"], "void");
    home.run(&["undo"]).stdout("").status(4);
    for _ in 0..steps {
        home.ok(&["redo"]);
    }
    assert_eq!(home.json(&["list", "--all"]), end);
    home.run(&["redo"]).stdout("").status(4);
}

/// The promise to the customer, and how it stands.
fn mine(home: &Home) -> Value {
    home.json(&["show", "2"])[0].clone()
}

/// Beta says that it will be Friday, after my own day; Jane agrees to Monday in time.
fn supplier() -> Home {
    let mut home = Home::new();
    home.ok(&[
        "add",
        "Deliver the tiles",
        "--from",
        "Beta",
        "--due",
        "tuesday 12:00",
    ]);
    home.ok(&[
        "add",
        "Lay the floor",
        "--to",
        "Jane",
        "--due",
        "thursday 12:00",
        "--needs",
        "1",
    ]);
    assert_eq!(mine(&home)["at_risk"], false);
    // They say Friday: that is after my own day.
    home.ok(&[
        "move",
        "1",
        "--due",
        "friday 12:00",
        "--because",
        "strike",
        "--told",
    ]);
    assert_eq!(
        mine(&home)["risk_reasons"],
        json!(["needs 1, which is due after it"])
    );
    home.at("2026-11-25T09:00:00+01:00");
    let text = home.ok(&["due"]);
    assert!(
        text.contains("Lay the floor [at risk: needs 1, which is due after it]\n"),
        "{text}"
    );
    // Agreed with Jane in time, there is no risk in it.
    home.ok(&[
        "move",
        "2",
        "--due",
        "next monday 12:00",
        "--told",
        "--cause",
        "waiting-on-others",
    ]);
    assert_eq!(mine(&home)["risk_reasons"], json!([]));
    home
}

/// Beta delivers late: first my promise is at risk, then it is late, and the reason is Beta's.
#[test]
fn a_supplier_who_was_late() {
    let mut home = supplier();
    // Friday passes.
    home.at("2026-11-27T12:45:00+01:00");
    home.run(&["due"])
        .stdout(
            "Coming\n\
             \x20 2  Mon 30 Nov 12:00  in 3 days    Jane  Lay the floor [at risk: needs 1, which \
             is overdue]\n\
             \n\
             Waiting on\n\
             \x20 1  Fri 27 Nov 12:00  45 min late  Beta  Deliver the tiles\n",
        )
        .stderr("");
    // And Monday.
    home.at("2026-11-30T13:00:00+01:00");
    assert_eq!(
        (&mine(&home)["at_risk"], &mine(&home)["overdue"]),
        (&json!(false), &json!(true))
    );
    home.ok(&[
        "keep",
        "1",
        "--because",
        "strike",
        "--cause",
        "waiting-on-others",
    ]);
    home.at("2026-12-01T12:00:00+01:00");
    home.ok(&[
        "keep",
        "2",
        "--because",
        "the tiles came late",
        "--because",
        "there was no second \
        supplier",
        "--cause",
        "waiting-on-others",
    ]);
    let end = mine(&home);
    assert_eq!(
        (&end["outcome"], &end["first_outcome"]),
        (&json!("late"), &json!("late"))
    );
    assert_eq!(end["seconds_late"], 24 * 3600);
    let theirs = &home.json(&["show", "1"])[0];
    assert_eq!(
        (&theirs["outcome"], &theirs["first_outcome"]),
        (&json!("late"), &json!("late"))
    );
    let shown = home.ok(&["show", "2"]);
    let why = "kept; because the tiles came late; because there was no second supplier \
               [waiting-on-others]\n";
    assert!(shown.contains(why), "{shown}");
    assert!(shown.contains("  needs     1\n"), "{shown}");
    carried_over(&home);
}
