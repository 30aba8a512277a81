//! `promise sync` on two machines that share a folder.

use std::fs;

use serde_json::json;

use crate::harness::Home;
use crate::sync_folder::{files, synced};

/// After a month what is settled is taken away, which is no deletion to another machine.
#[test]
fn settled_long_ago() {
    let (mut home, folder) = synced();
    let mut other = Home::with_config(&format!(
        "[sync]\nvdir = {:?}\n",
        folder.display().to_string()
    ));
    other.ok(&["sync"]);
    home.ok(&["keep", "1"]);
    home.ok(&["sync"]);
    other.ok(&["sync"]);
    home.at("2026-12-24T16:00:00+01:00");
    other.at("2026-12-24T16:00:00+01:00");
    home.run(&["sync"])
        .stdout("Synced 2 promises: 1 file taken away.\n")
        .stderr("")
        .status(0);
    assert_eq!(files(&folder).len(), 1);
    assert_eq!(other.json(&["sync"]), json!([]));
    assert_eq!(home.json(&["sync"]), json!([]));
    let state =
        |home: &Home| home.json(&["list", "--all", "--search", "quote"])[0]["state"].clone();
    assert_eq!(
        (state(&home), state(&other)),
        (json!("kept"), json!("kept"))
    );
}

/// Both machines changed one field: the later value stands, the other is told and stays in the
/// history of both.
#[test]
fn both_changed() {
    let (mut home, folder) = synced();
    let mut other = Home::with_config(&format!(
        "[sync]\nvdir = {:?}\n",
        folder.display().to_string()
    ));
    other
        .run(&["sync"])
        .stdout(
            "Added 1: Send the quote; to Jane, due Tue 24 Nov 2026 13:00 +01:00 (in 21 h)\n\
         Added 2: Signed contract; from Beta, due Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
         Synced 2 promises: 2 changes here.\n",
        )
        .stderr("")
        .status(0);
    home.at("2026-11-23T16:10:00+01:00");
    other.at("2026-11-23T16:20:00+01:00");
    home.ok(&["edit", "1", "Send the offer"]);
    other.ok(&["edit", "1", "Send the bill"]);
    home.ok(&["sync"]);
    other.run(&["sync"])
        .stdout(
            "Edited 1: Send the bill\n\
             Both sides changed the description of 1: Send the bill stands (changed later here), not Send the offer\n\
             Synced 2 promises: 1 change here, 1 file written.\n",
        )
        .stderr("")
        .status(0);
    home.ok(&["sync"]);
    for home in [&home, &other] {
        let shown = &home.json(&["show", "1"])[0];
        assert_eq!(shown["what"], "Send the bill");
        assert!(shown["events"].to_string().contains("Send the offer"));
        assert_eq!(home.json(&["sync"]), json!([]));
    }

    // Deadlines and people in words, and in JSON as everywhere.
    home.ok(&["move", "1", "--due", "2026-11-25 10:00"]);
    other.ok(&["move", "1", "--due", "2026-11-26 noon"]);
    home.ok(&["edit", "2", "--from", "Bob"]);
    other.ok(&["edit", "2", "--from", "Zoe"]);
    home.ok(&["sync"]);
    let rehearsed = other.json(&["sync", "--dry-run"]);
    let clashes = rehearsed.as_array().expect("records").iter();
    let clashes: Vec<_> = clashes
        .filter(|record| record["did"] == "clash")
        .map(|record| [&record["field"], &record["stands"], &record["yields"]])
        .collect();
    assert_eq!(
        clashes,
        [
            [
                "due",
                "2026-11-26T12:00:00+01:00",
                "2026-11-25T10:00:00+01:00"
            ],
            ["person", "Zoe", "Bob"],
        ]
    );
    let said = other.ok(&["sync"]);
    for line in [
        "Both sides changed the deadline of 1: Thu 26 Nov 2026 12:00 +01:00 stands \
         (changed later here), not Wed 25 Nov 2026 10:00 +01:00\n",
        "Both sides changed the person of 2: Zoe stands (changed later here), not Bob\n",
    ] {
        assert!(said.contains(line), "{said}");
    }
}

/// Nothing of who is forgotten stays in the folder or the file, and the other machine hears of it.
#[test]
fn forgotten() {
    let (mut home, folder) = synced();
    let mut other = Home::with_config(&format!(
        "[sync]\nvdir = {:?}\n",
        folder.display().to_string()
    ));
    other.ok(&["sync"]);
    home.ok(&["people", "forget", "Jane", "--yes"]);
    let file = fs::read(home.database()).expect("the file");
    for text in ["Send the quote", "Jane"] {
        let found = file
            .windows(text.len())
            .any(|bytes| bytes == text.as_bytes());
        assert!(!found, "{text} is left in the file");
    }
    home.at("2026-11-23T16:10:00+01:00");
    home.run(&["sync"])
        .stdout("Synced 2 promises: 1 file written.\n")
        .stderr("")
        .status(0);
    for (_, text) in files(&folder) {
        assert!(
            !text.contains("Send the quote") && !text.contains("Jane"),
            "{text}"
        );
    }
    other.at("2026-11-23T16:20:00+01:00");
    let ran = other.run(&["sync"]);
    assert!(
        ran.stderr
            .contains("\"Jane\" was forgotten on another machine"),
        "{ran:?}"
    );
    assert_eq!(other.json(&["show", "1"])[0]["what"], "Send the quote");
    other.run(&["sync"]).stderr("").status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
    other.ok(&["people", "forget", "Jane", "--yes"]);
    assert_eq!(other.json(&["sync"]), json!([]));
}

/// Letters that end a line or steer a terminal in some program travel like all others.
#[test]
fn texts_that_others_take_for_more_than_text() {
    for letter in [
        '\u{2028}', '\u{2029}', '\u{85}', '\u{9b}', '\u{7f}', '\u{1b}',
    ] {
        let home = Home::new();
        let folder = home.path().join("tasks").display().to_string();
        fs::create_dir(&folder).expect("a folder");
        let text = format!("first{letter}second");
        home.ok(&[
            "add", &text, "--to", &text, "--due", "friday", "--owner", &text,
        ]);
        home.ok(&["note", "1", &text]);
        let other = Home::new();
        home.ok(&["sync", &folder]);
        other.ok(&["sync", &folder]);
        home.ok(&["sync", &folder]);
        for machine in [&home, &other] {
            let shown = &machine.json(&["show", "1"])[0];
            for field in ["what", "to", "owner"] {
                assert_eq!(shown[field], json!(text), "{field} with {letter:?}");
            }
            assert_eq!(
                shown["notes"].as_array().map(Vec::len),
                Some(1),
                "{letter:?}"
            );
            assert_eq!(machine.json(&["sync", &folder]), json!([]), "{letter:?}");
        }
    }
}
