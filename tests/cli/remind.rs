//! `promise remind`: each stage of a deadline is said once, and a quiet minute says nothing.

use serde_json::{Value, json};

use crate::harness::Home;

/// A home at Monday 16:00 with a promise for Tuesday 13:00, one for the whole of Friday, and one
/// that was made to me for the whole of Tuesday.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "tomorrow 13:00"]);
    home.ok(&["add", "Car", "--to", "Bob", "--due", "friday"]);
    home.ok(&["add", "Contract", "--from", "Beta", "--due", "tomorrow"]);
    home
}

/// What is said at a moment: number, stage and lead of each.
fn said(home: &mut Home, at: &str) -> Vec<(i64, String, Option<String>)> {
    said_with(home, at, &["remind"])
}

fn said_with(home: &mut Home, at: &str, arguments: &[&str]) -> Vec<(i64, String, Option<String>)> {
    home.at(&format!("2026-11-{at}+01:00"));
    let records = home.json(arguments);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    records
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let id = one["id"].as_i64().expect("a number");
            (
                id,
                text(&one["stage"]).expect("a stage"),
                text(&one["lead"]),
            )
        })
        .collect()
}

fn lead(id: i64, lead: &str) -> (i64, String, Option<String>) {
    (id, "lead".to_owned(), Some(lead.to_owned()))
}

fn stage(id: i64, stage: &str) -> (i64, String, Option<String>) {
    (id, stage.to_owned(), None)
}

#[test]
fn each_stage_once() {
    let mut home = home();
    let table = [
        // The business day before Tuesday had begun when it was promised.
        ("23T16:00:00", vec![]),
        ("24T08:59:59", vec![]),
        ("24T09:00:00", vec![stage(3, "due")]),
        ("24T12:29:59", vec![]),
        ("24T12:30:00", vec![lead(1, "30m")]),
        ("24T12:30:00", vec![]),
        ("24T13:00:00", vec![stage(1, "due")]),
        ("24T13:00:01", vec![stage(1, "overdue")]),
        ("24T13:01:00", vec![]),
        ("24T16:30:00", vec![lead(3, "30m")]),
        ("24T23:59:59", vec![]),
        ("25T00:00:00", vec![stage(3, "overdue")]),
        ("26T09:00:00", vec![lead(2, "1 business day")]),
        ("27T09:00:00", vec![stage(2, "due")]),
        ("27T16:45:00", vec![lead(2, "30m")]),
        ("28T00:00:00", vec![stage(2, "overdue")]),
        ("30T09:00:00", vec![]),
    ];
    for (at, expected) in table {
        assert_eq!(said(&mut home, at), expected, "at {at}");
    }
}

#[test]
fn one_message_after_days_of_being_off() {
    let mut home = home();
    home.at("2026-11-27T10:00:00+01:00")
        .run(&["remind"])
        .stdout(
            "\
Overdue
  1  Tue 24 Nov 13:00  3 days late  Jane  Quote

Due
  2  Fri 27 Nov        today        Bob   Car

Waiting on
  3  Tue 24 Nov        3 days late  Beta  Contract
",
        )
        .stderr("")
        .status(0);
    home.run(&["remind"]).stdout("").stderr("").status(0);
    // The earlier stages count as said.
    assert_eq!(said(&mut home, "27T10:01:00"), []);
    assert_eq!(said(&mut home, "28T10:00:00"), [stage(2, "overdue")]);
}

#[test]
fn nothing_to_say_writes_nothing() {
    let mut home = Home::new();
    home.run(&["remind"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at \
             ~/.local/share/promise/promise.db\n",
        )
        .status(0);
    assert!(home.bytes().is_empty(), "reading makes nothing");
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
    let before = home.bytes();
    for arguments in [
        &["remind"][..],
        &["remind", "--again"],
        &["remind", "--notify"],
    ] {
        home.run(arguments).stdout("").stderr("").status(0);
    }
    home.run(&["remind", "--json"]).stdout("[]\n");
    home.run(&["remind", "--exec", "false"])
        .stdout("")
        .status(0);
    home.at("2026-11-27T10:00:00+01:00");
    let dry = home.ok(&["remind", "--dry-run"]);
    assert!(dry.contains("Quote"), "{dry}");
    assert_eq!(home.bytes(), before);
    assert_eq!(home.ok(&["remind"]), dry, "it was not counted as said");
    let before = home.bytes();
    home.run(&["remind"]).stdout("").status(0);
    assert_eq!(home.bytes(), before);
}

#[test]
fn leads_of_the_config_of_a_standard_and_of_a_promise() {
    let mut home = Home::with_config(
        "[remind]\nbefore = [\"2h\"]\n[standard.callback]\ndue = \"tomorrow 13:00\"\n\
         remind = [\"1 business hour\", \"15m\"]\n",
    );
    let add = |what: &str, more: &[&str]| {
        let mut arguments = vec!["add", what, "--to", "Jane"];
        arguments.extend(more);
        home.json(&arguments)[0]["remind"].clone()
    };
    assert_eq!(add("a", &["--due", "tomorrow 13:00"]), json!([]));
    let standard = ["--standard", "callback"];
    assert_eq!(add("b", &standard), json!(["1 business hour", "15m"]));
    let own = ["--standard", "callback", "--remind", "180 min"];
    assert_eq!(add("c", &own), json!(["3h"]));
    assert_eq!(said(&mut home, "24T09:30:00"), []);
    assert_eq!(said(&mut home, "24T10:00:00"), [lead(3, "3h")]);
    assert_eq!(said(&mut home, "24T11:00:00"), [lead(1, "2h")]);
    assert_eq!(said(&mut home, "24T12:00:00"), [lead(2, "1 business hour")]);
    assert_eq!(said(&mut home, "24T12:50:00"), [lead(2, "15m")]);
    // Another config takes effect at once.
    home.write_config("[remind]\nbefore = [\"5m\"]\n");
    assert_eq!(said(&mut home, "24T12:56:00"), [lead(1, "5m")]);
    home.write_config("[remind]\nbefore = []\n");
    assert_eq!(said(&mut home, "24T12:59:00"), []);
    let due = [stage(1, "due"), stage(2, "due"), stage(3, "due")];
    assert_eq!(said(&mut home, "24T13:00:00"), due);
}

#[test]
fn leads_are_edited_undone_and_carried_over() {
    let mut home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday 13:00"]);
    let leads = |home: &Home| home.json(&["show", "1"])[0]["remind"].clone();
    home.ok(&["edit", "1", "--remind", "2h", "--remind", "1 day"]);
    assert_eq!(leads(&home), json!(["1 day", "2h"]));
    home.ok(&["edit", "1", "--clear", "remind", "--remind", "3h"]);
    assert_eq!(leads(&home), json!(["3h"]));
    home.ok(&["undo"]);
    assert_eq!(leads(&home), json!(["1 day", "2h"]));
    home.ok(&["redo"]);
    assert_eq!(leads(&home), json!(["3h"]));
    home.ok(&["edit", "1", "--clear", "remind"]);
    assert_eq!(leads(&home), json!([]));
    home.ok(&["edit", "1", "--remind", "4h"]);
    home.run(&["edit", "1", "--remind", "soon"])
        .stdout("")
        .stderr(
            "error: --remind: this is no length of time\n  soon\n  ^^^^\n\
             hint: say a lead time as \"30m\", \"2h\", \"1 day\" or \"1 business day\"\n",
        )
        .status(2);
    let other = Home::new();
    let exported = home.ok(&["export"]);
    other.run_with(&["import", "-"], &exported).status(0);
    assert_eq!(leads(&other), json!(["4h"]));
    let bad = exported.replace("\"4h\"", "\"soon\"");
    let ran = Home::new().run_with(&["import", "-"], &bad);
    assert!(ran.stderr.contains("\"soon\" is no lead time"), "{ran:?}");
    assert_eq!(said(&mut home, "27T08:59:59"), []);
    assert_eq!(said(&mut home, "27T09:00:00"), [lead(1, "4h")]);
}

#[test]
fn a_new_deadline_has_new_stages_and_an_old_one_its_old() {
    let mut home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "tomorrow 13:00"]);
    assert_eq!(said(&mut home, "24T13:00:30"), [stage(1, "overdue")]);
    home.ok(&["reschedule", "1", "--due", "today 15:00"]);
    assert_eq!(said(&mut home, "24T13:01:00"), []);
    assert_eq!(said(&mut home, "24T14:30:00"), [lead(1, "30m")]);
    assert_eq!(said(&mut home, "24T15:00:10"), [stage(1, "overdue")]);
    // The deadline that undo brings back was spoken of.
    home.ok(&["undo"]);
    assert_eq!(said(&mut home, "24T15:01:00"), []);
    home.ok(&["redo"]);
    assert_eq!(said(&mut home, "24T15:02:00"), []);
    home.ok(&["keep", "1"]);
    home.ok(&["reopen", "1"]);
    assert_eq!(said(&mut home, "24T15:03:00"), []);
    home.ok(&["note", "1", "called"]);
    assert_eq!(said(&mut home, "24T15:04:00"), []);
}

#[test]
fn what_is_settled_is_not_spoken_of() {
    let mut home = home();
    home.ok(&["keep", "1"]);
    home.ok(&["void", "2"]);
    home.ok(&["release", "3"]);
    assert_eq!(said(&mut home, "30T10:00:00"), []);
    // Nor is a promise that was undone; one that is redone is.
    home.ok(&["undo"]);
    assert_eq!(said(&mut home, "30T10:00:00"), [stage(3, "overdue")]);
}

#[test]
fn customers_to_be_asked() {
    let mut home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
    home.ok(&["keep", "1", "--check", "wednesday"]);
    assert_eq!(said(&mut home, "25T08:59:59"), []);
    home.at("2026-11-25T09:00:00+01:00")
        .run(&["remind"])
        .stdout("Ask: did we follow through?\n  1  Wed 25 Nov  today  Jane  Quote\n")
        .status(0);
    home.at("2026-11-26T00:00:00+01:00");
    let record = &home.json(&["remind"])[0];
    assert_eq!(record["about"], "check");
    assert_eq!(record["stage"], "overdue");
    assert_eq!(record["stage_at"], "2026-11-26T00:00:00+01:00");
    assert_eq!(said(&mut home, "30T09:00:00"), []);
    let again = ["remind", "--again"];
    assert_eq!(said_with(&mut home, "30T09:00:00", &again).len(), 1);
    home.ok(&["check", "1", "yes"]);
    assert_eq!(said_with(&mut home, "30T09:00:00", &again), []);
}

#[test]
fn what_was_said_and_still_holds_is_said_again() {
    let mut home = home();
    assert_eq!(said(&mut home, "24T12:30:00").len(), 2);
    let again = ["remind", "--again"];
    let both = [lead(1, "30m"), stage(3, "due")];
    assert_eq!(said_with(&mut home, "24T12:31:00", &again), both);
    assert_eq!(said(&mut home, "24T12:31:00"), []);
    home.ok(&["keep", "1"]);
    assert_eq!(
        said_with(&mut home, "24T12:32:00", &again),
        [stage(3, "due")]
    );
    assert_eq!(said(&mut home, "25T00:00:00"), [stage(3, "overdue")]);
}

#[test]
fn reminders_are_no_steps() {
    let mut home = home();
    let log = home.ok(&["log"]);
    said(&mut home, "24T13:00:00");
    assert_eq!(home.ok(&["log"]), log);
    let undone = home.ok(&["undo"]);
    assert!(undone.contains("Contract"), "{undone}");
    assert_eq!(said(&mut home, "24T13:00:00"), []);
}

#[test]
fn other_formats() {
    let mut home = home();
    home.at("2026-11-24T12:30:00+01:00");
    home.run(&["remind", "--format", "plain", "--dry-run"])
        .stdout(
            "lead\t1\topen\t2026-11-24T13:00:00+01:00\tJane\t\tQuote\n\
         due\t3\topen\t2026-11-24T23:59:59+01:00\t\tBeta\tContract\n",
        );
    let csv = home.ok(&["remind", "--format", "csv", "--dry-run"]);
    assert!(
        csv.starts_with("stage,id,state,due,to,from,what\nlead,1,open,"),
        "{csv}"
    );
    let lines = home.ok(&["remind", "--format", "jsonl"]);
    assert_eq!(lines.lines().count(), 2);
}

/// What cannot be printed is not said.
#[test]
fn a_reader_that_is_gone_is_told_next_time() {
    let mut home = home();
    home.at("2026-11-24T12:30:00+01:00");
    let mut command = home.command(&["remind"]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(full) = full else {
        eprintln!("skipped: there is no /dev/full");
        return;
    };
    let ended = command.stdout(full).status().expect("it runs");
    assert_eq!(ended.code(), Some(1));
    assert_eq!(said(&mut home, "24T12:30:00").len(), 2);
}
