//! Many processes at once: nothing is lost, nothing is given twice.

use std::collections::BTreeSet;
use std::process::Child;

use crate::harness::Home;

/// How many processes begin at once.
const PROCESSES: usize = 50;

/// What a process printed, once it has ended well.
fn end(child: Child) -> String {
    let output = child.wait_with_output().expect("the end");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    String::from_utf8(output.stdout).expect("text")
}

fn id(stdout: &str) -> i64 {
    let records: serde_json::Value = serde_json::from_str(stdout).expect("JSON");
    records[0]["id"].as_i64().expect("a number")
}

/// The first run of all, from many processes: one of them makes the file, and all of them save.
#[test]
fn a_missing_database() {
    let home = Home::new();
    let adders: Vec<(String, Child)> = (0..PROCESSES)
        .map(|number| {
            let what = format!("promise number {number}");
            let words = ["add", &what, "--to", "Jane", "--due", "friday", "--json"];
            let child = home.start(&words);
            (what, child)
        })
        .collect();
    // Readers come at every moment: before there is a file, while it is made, and after.
    let readers: Vec<Child> = (0..10)
        .map(|number| home.start([&["list"][..], &["due"], &["people"]][number % 3]))
        .collect();
    let mut given = BTreeSet::new();
    for (what, child) in adders {
        let number = id(&end(child));
        assert!(given.insert(number), "number {number} was given twice");
        let shown = home.json(&["show", &number.to_string()]);
        assert_eq!(shown[0]["what"], what.as_str(), "promise {number}");
    }
    for reader in readers {
        end(reader);
    }
    let expected: BTreeSet<i64> = (1..=i64::try_from(PROCESSES).expect("few")).collect();
    assert_eq!(given, expected, "numbers without a gap");
    let people = home.json(&["people"]);
    assert_eq!(people.as_array().expect("people").len(), 1, "one Jane");
    assert_eq!(people[0]["open"], PROCESSES);
    let steps = home.json(&["log", "--limit", "1000"]);
    assert_eq!(steps.as_array().expect("steps").len(), PROCESSES);
    assert_eq!(home.ok(&["export"]).lines().count(), 2 * PROCESSES + 1);
}

/// A retry of a script with the same key, many times at once, is one promise.
#[test]
fn one_key() {
    let home = Home::new();
    let words = [
        "add",
        "Refund",
        "--to",
        "Ann",
        "--due",
        "friday",
        "--key",
        "order-1184",
    ];
    let children: Vec<Child> = (0..20)
        .map(|_| {
            let mut words = words.to_vec();
            words.push("--json");
            home.start(&words)
        })
        .collect();
    let given: BTreeSet<i64> = children.into_iter().map(|child| id(&end(child))).collect();
    assert_eq!(given, BTreeSet::from([1]));
    assert_eq!(home.json(&["log"]).as_array().expect("steps").len(), 1);
}

/// One of them keeps it; the others are told when it was kept.
#[test]
fn one_promise_kept_once() {
    let home = Home::new();
    home.ok(&["add", "Call back", "--to", "Ann", "--due", "friday"]);
    let children: Vec<Child> = (0..20).map(|_| home.start(&["keep", "1"])).collect();
    let mut statuses: Vec<Option<i32>> = children
        .into_iter()
        .map(|child| child.wait_with_output().expect("the end").status.code())
        .collect();
    statuses.sort_unstable();
    let mut expected = vec![Some(0)];
    expected.resize(20, Some(4));
    assert_eq!(statuses, expected);
    assert_eq!(home.json(&["log"]).as_array().expect("steps").len(), 2);
}

/// Every process of many undoes a step of its own.
#[test]
fn undo_from_many_processes() {
    let home = Home::new();
    home.ok(&["add", "Call back", "--to", "Ann", "--due", "friday"]);
    for number in 0..9 {
        home.ok(&["note", "1", &format!("note {number}")]);
    }
    let children: Vec<Child> = (0..10).map(|_| home.start(&["undo"])).collect();
    for child in children {
        end(child);
    }
    assert_eq!(home.json(&["list", "--all"])[0]["state"], "void");
    let log = home.json(&["log", "--limit", "100"]);
    let targets: BTreeSet<i64> = log
        .as_array()
        .expect("steps")
        .iter()
        .filter_map(|step| step["target"].as_i64())
        .collect();
    assert_eq!(targets, (1..=10).collect());
    home.run(&["undo"]).status(4);
}

/// Writers of every kind and readers at the same time: nobody fails.
#[test]
fn mixed_work() {
    let home = Home::new();
    home.ok(&["add", "first", "--to", "Ann", "--due", "friday"]);
    let commands: [&[&str]; 8] = [
        &["add", "another", "--to", "Bob", "--due", "friday"],
        &["note", "1", "a note"],
        &["list"],
        &["due"],
        &["edit", "1", "--tag", "t"],
        &["export"],
        &["show", "1"],
        &["log"],
    ];
    let children: Vec<Child> = (0..48)
        .map(|place| home.start(commands[place % 8]))
        .collect();
    for child in children {
        end(child);
    }
    assert_eq!(home.json(&["list"]).as_array().expect("a list").len(), 7);
    let notes = home.json(&["show", "1"]);
    assert_eq!(notes[0]["notes"].as_array().expect("notes").len(), 6);
}

/// What a reader shows is of one moment, however many writers come between its questions.
#[test]
fn a_reader_sees_one_moment() {
    use promise::domain::event::EventKind;
    use promise::domain::transitions;
    use promise::store::Store;
    use promise::store::error::StoreError;
    use std::sync::atomic::{AtomicBool, Ordering};
    let home = Home::new();
    home.ok(&[
        "add", "odd", "--to", "Ann", "--due", "friday", "--tag", "odd",
    ]);
    let ended = AtomicBool::new(false);
    let at = "2026-11-23T15:00:00Z".parse().expect("a time");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut store = Store::open_to_write(&home.database()).expect("the database");
            for number in 0..20_000 {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                let word = ["even", "odd"][number % 2];
                let done: Result<(), StoreError> = store.write("edit", at, |writing| {
                    let before = writing.reader().promise(1)?.expect("the promise").promise;
                    let mut after = before.clone();
                    word.clone_into(&mut after.what);
                    after.tags = [word.to_owned()].into();
                    let draft = transitions::draft(EventKind::Edited, &before, &after);
                    writing.record(&before, draft).map(|_| ())
                });
                done.expect("an edit");
            }
        });
        let looks = std::panic::catch_unwind(|| {
            for _ in 0..40 {
                for command in [&["show", "1"][..], &["list"], &["list", "--search", "Ann"]] {
                    let shown = &home.json(command)[0];
                    assert_eq!(shown["tags"][0], shown["what"], "{command:?}");
                }
                let due = home.json(&["due", "--within", "friday"]);
                let shown = &due["coming"][0];
                assert_eq!(shown["tags"][0], shown["what"], "due");
            }
        });
        ended.store(true, Ordering::Relaxed);
        if let Err(reason) = looks {
            std::panic::resume_unwind(reason);
        }
    });
}
