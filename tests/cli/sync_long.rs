//! Tasks that are longer than a note, or than a file may be.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::harness::Home;
use crate::sync_folder::{change, files};

/// A home with a task of another program whose description is one line of so many bytes.
fn home(size: usize) -> (Home, PathBuf) {
    let home = Home::with_config("[sync]\nvdir = \"tasks\"\n");
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    let line = "0123456 ".repeat(size / 8);
    let task = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nLAST-MODIFIED:20261123T140000Z\r\n\
         SUMMARY:Call @Jane\r\nDUE;VALUE=DATE:20261127\r\nDESCRIPTION:{line}\r\n\
         END:VTODO\r\nEND:VCALENDAR\r\n"
    );
    fs::write(folder.join("a.ics"), task).expect("a file");
    (home, folder)
}

/// How long each note is.
fn notes(home: &Home) -> Vec<usize> {
    let shown = &home.json(&["show", "1"])[0];
    let notes = shown["notes"].as_array().expect("a list").iter();
    let length = |note: &Value| note["text"].as_str().expect("a text").len();
    notes.map(length).collect()
}

/// The second sync changes nothing, and one after a change there takes nothing twice.
fn settles(home: &Home, folder: &std::path::Path, size: usize) {
    let recorded = notes(home);
    assert_eq!(recorded.iter().sum::<usize>(), size);
    assert!(
        recorded.iter().all(|length| *length <= 4096),
        "{recorded:?}"
    );
    let before = (files(folder), fs::read(home.database()).expect("the file"));
    home.run(&["sync"])
        .stdout("Synced 1 promise: nothing new.\n")
        .stderr("")
        .status(0);
    assert!(before == (files(folder), fs::read(home.database()).expect("the file")));
    change(folder, "UID:a", "SUMMARY:", "X-OTHER:1\r\nSUMMARY:");
    home.ok(&["sync"]);
    assert_eq!(notes(home), recorded);
}

/// A line that is longer than a note becomes several, once.
#[test]
fn a_line_that_is_longer_than_a_note() {
    let (home, folder) = home(10_000);
    home.run(&["sync", "-q"]).stdout("1\n").stderr("").status(0);
    settles(&home, &folder, 10_000);
}

/// Where a file cannot hold the history, all else goes on: what is done here stands, and what is
/// done there is taken.
#[test]
fn a_file_that_cannot_hold_its_history() {
    let (mut home, folder) = home(700_000);
    let full = "warning: promise 1 (a.ics): its history is too long for a file\n";
    home.run(&["sync", "-q"])
        .stdout("1\n")
        .stderr(full)
        .status(0);
    settles(&home, &folder, 700_000);
    home.at("2026-11-23T16:10:00+01:00");
    home.ok(&["edit", "1", "Write to @Jane"]);
    home.run(&["sync", "-q"]).stdout("").stderr(full).status(0);
    assert_eq!(home.json(&["show", "1"])[0]["what"], "Write to @Jane");
    assert_eq!(home.json(&["sync"]), json!([]));
    home.at("2026-11-23T16:20:00+01:00");
    change(
        &folder,
        "UID:a",
        "SUMMARY:Call",
        "STATUS:COMPLETED\r\nSUMMARY:Call",
    );
    home.run(&["sync", "-q"])
        .stdout("1\n")
        .stderr(full)
        .status(0);
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(
        (&shown["what"], &shown["state"]),
        (&json!("Write to @Jane"), &json!("kept"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));
}
