//! What the tests of a promise's life share: undoing and redoing, carrying over, and answering
//! the questions of a terminal.

use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::{Eof, Expect as _, Session};
use serde_json::{Value, json};

use crate::harness::{Home, Ran};

/// A whole-day deadline as a card prints it.
pub fn all_day(home: &Home, phrase: &str) -> String {
    let shown = home.ok(&["date", phrase]);
    let line = shown.lines().next().expect("a line");
    line.split(" (").next().expect("a moment").to_owned()
}

/// Everything that can be seen of the promises and of what is due, but for the record of undoing.
pub fn seen(home: &Home) -> Value {
    let list = home.json(&["list", "--all", "--sort", "id"]);
    let heard: Vec<Value> = list
        .as_array()
        .expect("a list")
        .iter()
        .map(|promise| home.json(&["show", &promise["id"].to_string()])[0]["heard"].clone())
        .collect();
    json!([list, home.json(&["due"]), heard])
}

/// Runs a command that is one step: undoing it leads back exactly, redoing it forth again.
#[track_caller]
pub fn one_step(home: &Home, arguments: &[&str]) {
    let before = seen(home);
    home.ok(arguments);
    let after = seen(home);
    assert_ne!(before, after, "{arguments:?} does something");
    home.ok(&["undo"]);
    assert_eq!(seen(home), before, "undone: {arguments:?}");
    home.ok(&["redo"]);
    assert_eq!(seen(home), after, "redone: {arguments:?}");
}

/// What a copy that was made by export and import shows is what the first shows.
#[track_caller]
pub fn carried_over(home: &Home) {
    let exported = home.ok(&["export"]);
    let mut copy = Home::new();
    copy.at(&home.json(&["list", "--all"])[0]["made_at"]
        .to_string()
        .replace('"', ""));
    std::fs::write(copy.path().join("in.jsonl"), &exported).expect("a file");
    copy.ok(&["import", "in.jsonl"]);
    assert_eq!(copy.ok(&["export"]), exported);
    let histories = |home: &Home| -> Vec<Value> {
        let list = home.json(&["list", "--all", "--sort", "id"]);
        let list = list.as_array().expect("a list");
        list.iter()
            .map(|promise| history(home, &promise["id"].to_string()))
            .collect()
    };
    assert_eq!(histories(&copy), histories(home));
}

/// The events of a promise and what was heard of it, without their places in the file's own log.
fn history(home: &Home, id: &str) -> Value {
    let mut shown = home.json(&["show", id])[0].clone();
    for event in shown["events"].as_array_mut().expect("events") {
        let event = event.as_object_mut().expect("an event");
        for place in ["seq", "step", "target"] {
            event.remove(place);
        }
    }
    json!([shown["events"], shown["heard"], shown["notes"]])
}

/// The last event of a promise of a kind.
pub fn event(home: &Home, id: &str, kind: &str) -> Value {
    let shown = home.json(&["show", id]);
    let events = shown[0]["events"].as_array().expect("events").clone();
    let mut found = events.into_iter().filter(|event| event["kind"] == kind);
    found
        .next_back()
        .unwrap_or_else(|| panic!("no event {kind}"))
}

/// Every command is refused, with what is said and the status; nothing is changed by any.
#[track_caller]
pub fn refused(home: &Home, table: &[(&[&str], &str, i32)]) {
    let before = home.bytes();
    for (arguments, stderr, status) in table {
        home.run(arguments)
            .stdout("")
            .stderr(stderr)
            .status(*status);
    }
    assert!(home.bytes() == before, "the database is as it was");
}

/// Runs a command that must succeed without a word on stderr, and compares what it prints.
#[track_caller]
pub fn says(home: &Home, arguments: &[&str], stdout: &str) -> Ran {
    let ran = home.run(arguments);
    ran.stdout(stdout).stderr("").status(0);
    ran
}

/// Runs a command on a terminal, answers its questions in turn, and gives all that appeared with
/// the status. An answer of none is the end of the input.
#[track_caller]
pub fn asked(home: &Home, arguments: &[&str], dialogue: &[(&str, Option<&str>)]) -> (String, i32) {
    let mut session = Session::spawn(home.command(arguments)).expect("a terminal");
    // Far more than it takes; reached only where the program waits for what never comes.
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    let mut text = String::new();
    let mut put = |found: expectrl::Captures| {
        let bytes = [found.before(), found.get(0).unwrap_or_default()].concat();
        text.push_str(&String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
    };
    for (question, answer) in dialogue {
        put(session
            .expect(question)
            .unwrap_or_else(|error| panic!("{question}: {error}")));
        match answer {
            Some(answer) => session.send_line(answer).expect("a line"),
            None => session
                .send(expectrl::ControlCode::EndOfTransmission)
                .expect("an end"),
        }
    }
    put(session
        .expect(Eof)
        .expect("an end without another question"));
    match session.get_process().wait().expect("a status") {
        WaitStatus::Exited(_, code) => (text, code),
        other => panic!("{other:?} after {text}"),
    }
}
