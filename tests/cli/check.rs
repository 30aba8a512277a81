//! `promise check`: was the customer satisfied, and what comes of a no.

use serde_json::json;

use crate::harness::Home;
use crate::life::{asked, carried_over, event, one_step, says};

/// A home with a repair for Tuesday noon, kept on Monday and to be asked about on Thursday.
fn home() -> Home {
    let mut home = Home::new();
    home.ok(&["add", "Repair", "--to", "Jane", "--due", "tuesday 12:00"]);
    home.at("2026-11-23T17:00:00+01:00");
    home.ok(&["keep", "1", "--check", "thursday 12:00"]);
    home.at("2026-11-26T09:15:00+01:00");
    home
}

/// When to ask is shown as it was understood.
#[test]
fn keeping_says_when_to_ask() {
    let mut home = home();
    home.at("2026-11-23T17:00:00+01:00");
    home.ok(&["add", "Call", "--to", "Jane", "--due", "tuesday 12:00"]);
    let kept = home.ok(&["keep", "2", "--check", "in 3 days"]);
    assert!(kept.contains("Thu 26 Nov 2026"), "{kept}");
    let shown = home.ok(&["show", "1"]);
    assert!(
        shown.contains("  check     to ask by Thu 26 Nov 2026 12:00 +01:00\n"),
        "{shown}"
    );
    assert_eq!(
        home.json(&["show", "1"])[0]["check_due"],
        "2026-11-26T12:00:00+01:00"
    );
    let kept = event(&home, "1", "kept");
    let changes = kept["changes"].as_array().expect("changes");
    let check = changes
        .iter()
        .find(|change| change["field"] == "check_due")
        .expect("a check");
    assert_eq!(
        check["new"], "2026-11-26T12:00:00+01:00",
        "a time as RFC 3339 has it"
    );
}

/// In a section of its own, from the day on; the deadline is that of the asking.
#[test]
fn in_due() {
    let mut home = home();
    home.at("2026-11-26T11:15:00+01:00");
    home.run(&["due"])
        .stdout("Ask: did we follow through?\n  1  Thu 26 Nov 12:00  in 45 min  Jane  Repair\n")
        .status(0);
    let due = home.json(&["due"]);
    assert_eq!(due["checks"][0]["id"], 1);
    for other in ["overdue", "today", "coming", "waiting_on"] {
        assert_eq!(due[other], json!([]), "{other}");
    }
    // Nobody is late with a promise because they have not asked yet.
    home.at("2026-12-01T09:00:00+01:00");
    home.run(&["due", "--exit-code"])
        .stdout("Ask: did we follow through?\n  1  Thu 26 Nov 12:00  5 days late  Jane  Repair\n")
        .status(0);
    home.run(&["due", "--overdue"])
        .stdout("Nothing is overdue.\n");
    home.run(&["due", "--format", "plain"])
        .stdout("checks\t1\tkept\t2026-11-24T12:00:00+01:00\tJane\t\tRepair\n");
    // Before the horizon it is not asked, and with it, it is.
    home.at("2026-11-24T09:00:00+01:00");
    assert_eq!(home.json(&["due"])["checks"], json!([]));
    assert_eq!(
        home.json(&["due", "--within", "thursday"])["checks"][0]["id"],
        1
    );
    assert_eq!(
        home.json(&["due", "--within", "thursday", "--to", "jane"])["checks"][0]["id"],
        1
    );
    assert_eq!(
        home.json(&["due", "--within", "thursday", "--tag", "x"])["checks"],
        json!([])
    );
    assert_eq!(
        home.json(&["due", "--within", "thursday", "--from", "jane"])["checks"],
        json!([])
    );
}

#[test]
fn yes_and_no() {
    let table: [(&[&str], _, _, &str); 4] = [
        (&["yes"], true, json!(null), "satisfied"),
        (
            &["yes", "--rating", "5"],
            true,
            json!(5),
            "satisfied, 5 of 5",
        ),
        (&["no"], false, json!(null), "not satisfied"),
        (
            &["no", "--rating=1", "--note", "it drips"],
            false,
            json!(1),
            "not satisfied, 1 of 5",
        ),
    ];
    for (answer, satisfied, rating, words) in table {
        let home = home();
        let mut arguments = vec!["check", "1"];
        arguments.extend(answer);
        let checked = &home.json(&arguments)[0];
        assert_eq!(checked["satisfied"], satisfied);
        assert_eq!(checked["rating"], rating);
        assert_eq!(
            checked["state"], "kept",
            "what was kept was kept, whatever they say"
        );
        assert_eq!(checked["outcome"], "early");
        assert_eq!(home.json(&["due"])["checks"], json!([]));
        let shown = home.ok(&["show", "1"]);
        assert!(shown.contains(&format!("  check     {words}\n")), "{shown}");
        assert!(shown.contains(&format!("checked: {words}\n")), "{shown}");
        let event = event(&home, "1", "checked");
        assert_eq!(event["changes"][0]["field"], "satisfied");
        assert_eq!(
            event["changes"][0]["new"], satisfied,
            "as the promise has it"
        );
    }
}

/// A slip of yes for no is seen at once.
#[test]
fn the_answer_is_repeated() {
    let home = home();
    let ran = home.run(&["check", "1", "no", "--rating", "2"]);
    ran.stderr("").status(0);
    assert!(ran.stdout.contains("not satisfied, 2 of 5"), "{ran:?}");
}

/// Whoever asks without having planned to can say so too.
#[test]
fn asked_without_a_plan() {
    let home = home();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    home.ok(&["keep", "2"]);
    assert_eq!(home.json(&["check", "2", "yes"])[0]["satisfied"], true);
    // A plan that has not come yet is done with too.
    home.ok(&["add", "Order", "--to", "Jane", "--due", "friday"]);
    home.ok(&["keep", "3", "--check", "friday"]);
    home.ok(&["check", "3", "yes"]);
    assert_eq!(
        home.json(&["due", "--within", "monday"])["checks"][0]["id"],
        1
    );
    assert_eq!(
        home.json(&["due", "--within", "monday"])["checks"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

const REPAIR: &str = "Reopened 1: Repair\n\
    \x20 to    Jane\n\
    \x20 due   Fri 27 Nov 2026 12:00 +01:00 (in 26 h)\n\
    \x20 check not satisfied\n";

/// The answer, the reopening and the new deadline are one step.
#[test]
fn a_no_with_a_repair() {
    let home = home();
    let repair = [
        "check",
        "1",
        "no",
        "--rating=2",
        "--reopen",
        "--due",
        "friday 12:00",
    ];
    says(
        &home,
        &repair,
        &REPAIR.replace("satisfied\n", "satisfied, 2 of 5\n"),
    );
    let open = &home.json(&["show", "1"])[0];
    assert_eq!(open["state"], "open");
    assert_eq!(open["due"], "2026-11-27T12:00:00+01:00");
    assert_eq!(open["first_due"], "2026-11-24T12:00:00+01:00");
    assert_eq!(
        (&open["satisfied"], &open["rating"]),
        (&json!(false), &json!(2))
    );
    let kinds: Vec<_> = open["events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| &event["kind"])
        .collect();
    assert_eq!(
        kinds,
        ["added", "kept", "checked", "reopened", "rescheduled"]
    );
    let due = home.json(&["due"]);
    assert_eq!(
        (&due["coming"][0]["id"], &due["checks"]),
        (&json!(1), &json!([]))
    );
    assert_eq!(home.json(&["log"])[0]["command"], "check");
    // Kept again, it can be asked about again.
    home.ok(&["keep", "1"]);
    assert_eq!(home.json(&["show", "1"])[0]["satisfied"], json!(null));
    assert_eq!(home.json(&["check", "1", "yes"])[0]["satisfied"], true);
}

#[test]
fn one_step_and_carried_over() {
    let home = home();
    one_step(
        &home,
        &["check", "1", "no", "--rating", "3", "--note", "drips"],
    );
    home.ok(&["undo"]);
    one_step(
        &home,
        &[
            "check", "1", "no", "--note", "x", "--reopen", "--due", "friday",
        ],
    );
    one_step(
        &home,
        &["keep", "1", "--check", "in 3 days", "--because", "late"],
    );
    one_step(&home, &["check", "1", "yes", "--rating", "4"]);
    carried_over(&home);
}

const REPAIR_WHEN: &str = "Repair it by when? [nothing: no repair] ";

#[test]
fn the_question_on_a_terminal() {
    let mut home = home();
    home.set("NO_COLOR", "1");
    let no = ["check", "1", "no"];
    let (text, code) = asked(&home, &no, &[(REPAIR_WHEN, Some("friday 12:00"))]);
    assert!(text.ends_with(REPAIR), "{text}");
    assert_eq!(code, 0);
    home.ok(&["undo"]);
    let before = home.bytes();
    let (text, code) = asked(&home, &no, &[(REPAIR_WHEN, None)]);
    assert!(
        text.ends_with("error: nothing was answered, and nothing is saved\n"),
        "{text}"
    );
    assert_eq!(code, 2);
    assert!(home.bytes() == before);
    assert_eq!(asked(&home, &no, &[(REPAIR_WHEN, Some(""))]).1, 0);
    assert_eq!(home.json(&["show", "1"])[0]["state"], "kept");
    assert_eq!(home.json(&["show", "1"])[0]["satisfied"], false);
    // Nothing is asked after a yes, nor where the repair was named.
    for said in [&["yes"][..], &["no", "--reopen", "--due", "friday"]] {
        home.ok(&["undo"]);
        let arguments = [&["check", "1"], said].concat();
        assert_eq!(asked(&home, &arguments, &[]).1, 0, "{said:?}");
    }
}

/// As `add` does: what was answered stays, and the question comes again.
#[test]
fn a_refused_phrase_is_asked_for_again() {
    let mut home = home();
    home.set("NO_COLOR", "1");
    let dialogue = [
        (REPAIR_WHEN, Some("blah")),
        (REPAIR_WHEN, Some("friday 12:00")),
    ];
    let (text, code) = asked(&home, &["check", "1", "no"], &dialogue);
    assert!(text.contains("\"blah\" is not understood here"), "{text}");
    assert!(text.ends_with(REPAIR), "{text}");
    assert_eq!(code, 0);
}

#[test]
fn what_cannot_be_checked_is_not_asked_about() {
    let home = home();
    home.ok(&["reopen", "1"]);
    for (id, status) in [("1", 4), ("99", 3)] {
        let (text, code) = asked(&home, &["check", id, "no"], &[]);
        assert!(text.starts_with("error: "), "{text}");
        assert_eq!(code, status);
    }
}

/// Where the config asks for a check after everything that is kept, a flag still goes before it,
/// and what was promised to me is not asked about.
#[test]
fn a_check_after_everything() {
    let home = Home::with_config("[check]\nafter = \"3 business days\"\n");
    for (what, flag, name) in [
        ("Call", "--to", "Jane"),
        ("Report", "--to", "Jane"),
        ("Contract", "--from", "Beta"),
    ] {
        home.ok(&["add", what, flag, name, "--due", "tuesday 12:00"]);
    }
    let kept = home.ok(&["keep", "1"]);
    assert!(kept.contains("Thu 26 Nov 2026"), "{kept}");
    home.ok(&["keep", "2", "--check", "friday 9:00"]);
    home.ok(&["keep", "3"]);
    let due: Vec<_> = ["1", "2", "3"]
        .iter()
        .map(|id| home.json(&["show", id])[0]["check_due"].clone())
        .collect();
    let expected = [
        json!("2026-11-26T23:59:59+01:00"),
        json!("2026-11-27T09:00:00+01:00"),
        json!(null),
    ];
    assert_eq!(due, expected);
}
