//! `promise sync`: what another program corrects in a task is taken, or it is said that it is not.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::harness::Home;
use crate::sync_folder::{change, files, synced};

/// A second machine that shares the folder, and knows all that stands there.
fn other(folder: &std::path::Path) -> Home {
    let other = Home::with_config(&format!(
        "[sync]\nvdir = {:?}\n",
        folder.display().to_string()
    ));
    other.ok(&["sync"]);
    other
}

/// Syncs both until nothing is new, and gives what both show of a field.
fn agreed(homes: [&Home; 2], id: &str, field: &str) -> Value {
    for home in [homes[1], homes[0], homes[1]] {
        home.ok(&["sync"]);
    }
    let [one, two] = homes.map(|home| {
        assert_eq!(home.json(&["sync"]), json!([]));
        home.ok(&["doctor"]);
        home.json(&["show", id])[0][field].clone()
    });
    assert_eq!(one, two);
    one
}

/// A home with a promise that was kept at 16:10, and its folder.
fn kept() -> (Home, PathBuf) {
    let (mut home, folder) = synced();
    home.at("2026-11-23T16:10:00+01:00");
    home.ok(&["keep", "1"]);
    home.ok(&["check", "1", "yes"]);
    home.ok(&["sync"]);
    (home, folder)
}

#[test]
fn when_it_was_kept_is_corrected_there() {
    let (mut home, folder) = kept();
    let mut other = other(&folder);
    change(
        &folder,
        "quote",
        "COMPLETED:20261123T151000Z",
        "COMPLETED:20261123T150500Z",
    );
    home.at("2026-11-23T16:30:00+01:00");
    other.at("2026-11-23T16:31:00+01:00");
    home.run(&["sync"])
        .stdout(
            "Reopened 1: Send the quote\nKept 1: Send the quote\n\
             Synced 2 promises: 2 changes here, 1 file written.\n",
        )
        .stderr("")
        .status(0);
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(shown["satisfied"], true, "{shown}");
    assert_eq!(
        agreed([&home, &other], "1", "settled_at"),
        "2026-11-23T16:05:00+01:00"
    );
}

/// It is said once, and the file tells again what stands.
#[test]
fn when_it_was_kept_cannot_be_before_it_was_made() {
    let (mut home, folder) = kept();
    change(
        &folder,
        "quote",
        "COMPLETED:20261123T151000Z",
        "COMPLETED:20261121T150500Z",
    );
    home.at("2026-11-23T16:30:00+01:00");
    let (name, _) = files(&folder)
        .into_iter()
        .find(|(_, text)| text.contains("quote"))
        .expect("the file");
    home.run(&["sync"])
        .stdout("Synced 2 promises: 1 file written.\n")
        .stderr(&format!(
            "warning: promise 1 ({name}): it cannot have been kept before it was made\n"
        ))
        .status(0);
    let text = &files(&folder).into_iter().find(|(file, _)| *file == name);
    assert!(
        text.as_ref()
            .is_some_and(|(_, text)| text.contains("COMPLETED:20261123T151000Z"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));
}

/// Whoever is named there is found, or recorded, as for a new task.
#[test]
fn the_person_is_changed_there() {
    let to = |name: &str, how: &str| match how {
        "contact" => ("CONTACT:Jane".to_owned(), format!("CONTACT:{name}")),
        "line" => (
            "DESCRIPTION:To: Jane".to_owned(),
            format!("DESCRIPTION:To: {name}"),
        ),
        _ => unreachable!("{how}"),
    };
    for (how, name, found) in [
        ("contact", "zoe", "Zoe"),
        ("contact", "Somebody new", "Somebody new"),
        ("line", "Zoe", "Zoe"),
    ] {
        let (mut home, folder) = synced();
        home.ok(&["people", "add", "Zoe"]);
        let mut other = other(&folder);
        let (from, into) = to(name, how);
        change(&folder, "quote", &from, &into);
        home.at("2026-11-23T16:30:00+01:00");
        other.at("2026-11-23T16:31:00+01:00");
        home.run(&["sync"])
            .stdout(&format!(
                "Edited 1: Send the quote; to {found}\n\
                 Synced 2 promises: 1 change here, 1 file written.\n"
            ))
            .stderr("")
            .status(0);
        let text = files(&folder).into_iter().map(|(_, text)| text);
        let text = text
            .into_iter()
            .find(|text| text.contains("quote"))
            .expect("it");
        for line in [
            format!("CONTACT:{found}\r\n"),
            format!("DESCRIPTION:To: {found}\r\n"),
            format!("X-PROMISE-TO:{found}\r\n"),
        ] {
            assert!(text.contains(&line), "{line} {text}");
        }
        assert_eq!(agreed([&home, &other], "1", "to"), found);
        // And back, on the other machine.
        let from = format!("CONTACT:{found}");
        change(&folder, "quote", &from, "CONTACT:Jane");
        home.at("2026-11-23T16:40:00+01:00");
        other.at("2026-11-23T16:41:00+01:00");
        assert_eq!(agreed([&home, &other], "1", "to"), "Jane");
        let notes = &home.json(&["show", "1"])[0]["notes"];
        assert_eq!(*notes, json!([]));
        // One undo takes it back.
        home.ok(&["undo"]);
        assert_eq!(home.json(&["show", "1"])[0]["to"], found);
    }
}

/// Both machines found it out, each before it heard of the other.
#[test]
fn the_person_is_changed_there_and_both_find_out() {
    let (mut home, folder) = synced();
    let mut other = other(&folder);
    change(
        &folder,
        "quote",
        "LAST-MODIFIED:20261123T150000Z",
        "LAST-MODIFIED:20261123T151500Z",
    );
    change(&folder, "quote", "CONTACT:Jane", "CONTACT:Zoe");
    home.at("2026-11-23T16:30:00+01:00");
    other.at("2026-11-23T16:31:00+01:00");
    let before = files(&folder);
    home.ok(&["sync"]);
    for (name, text) in before {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    assert_eq!(agreed([&home, &other], "1", "to"), "Zoe");
    let events = home.json(&["show", "1"])[0]["events"].clone();
    assert_eq!(events.as_array().map(Vec::len), Some(2), "{events}");
}

/// A line that names nobody known stays what it was: a note. Without a name nothing is said.
#[test]
fn lines_that_name_nobody() {
    let (mut home, folder) = synced();
    change(&folder, "quote", "CONTACT:Jane\r\n", "");
    change(
        &folder,
        "quote",
        "DESCRIPTION:To: Jane",
        "DESCRIPTION:To: be sent by mail",
    );
    home.at("2026-11-23T16:30:00+01:00");
    home.run(&["sync"])
        .stdout("Noted 1: Send the quote\nSynced 2 promises: 1 change here, 1 file written.\n")
        .stderr("")
        .status(0);
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(shown["to"], "Jane");
    assert_eq!(shown["notes"][0]["text"], "To: be sent by mail");
    assert_eq!(home.json(&["sync"]), json!([]));
}

/// What cannot be taken is told once, and the file names again who stands.
#[test]
fn a_person_that_is_left() {
    let (mut home, folder) = synced();
    let name = "x".repeat(1025);
    change(&folder, "quote", "CONTACT:Jane", &format!("CONTACT:{name}"));
    home.at("2026-11-23T16:30:00+01:00");
    let reason = "the name of a person cannot be longer than 1024 bytes";
    let ran = home.run(&["sync", "--json"]);
    let done: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(done[0]["did"], "left", "{done}");
    assert_eq!(done[0]["reason"], reason);
    assert!(ran.stderr.contains(reason), "{ran:?}");
    assert!(
        files(&folder)
            .iter()
            .any(|(_, text)| text.contains("CONTACT:Jane\r\n"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));
}

/// Of who attends one of us writes nothing: that somebody else does is told, and stays there.
#[test]
fn somebody_else_attends() {
    let (mut home, folder) = synced();
    std::fs::write(
        folder.join("theirs.ics"),
        "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:theirs\r\nSUMMARY:Ring back\r\n\
         LAST-MODIFIED:20261123T150200Z\r\nDUE:20261125T090000Z\r\n\
         ATTENDEE;CN=Ann:mailto:ann@example.org\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
    )
    .expect("a file");
    home.ok(&["sync"]);
    assert_eq!(home.json(&["show", "3"])[0]["to"], "Ann");
    change(&folder, "UID:theirs", "CN=Ann:", "CN=Bob:");
    home.at("2026-11-23T16:30:00+01:00");
    home.run(&["sync"])
        .stdout("Synced 3 promises: nothing new.\n")
        .stderr(
            "warning: promise 3 (theirs.ics): somebody else attends there, and its person here \
             stands: promise edit --to\n",
        )
        .status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["edit", "3", "--to", "Bob"]);
    home.ok(&["sync"]);
    assert_eq!(home.json(&["sync"]), json!([]));
    let all = files(&folder);
    assert!(
        all.iter()
            .any(|(_, text)| text.contains("ATTENDEE;CN=Bob:"))
    );
}

/// Of two people whom a new task names one counts, and the other is told.
#[test]
fn a_new_task_that_names_two_people() {
    let (mut home, folder) = synced();
    for (uid, contact) in [("two", "Bea"), ("one", "ann")] {
        std::fs::write(
            folder.join(format!("{uid}.ics")),
            format!(
                "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:{uid}\r\nSUMMARY:Ring @Ann {uid}\r\n\
                 LAST-MODIFIED:20261123T150200Z\r\nDUE:20261125T090000Z\r\n\
                 CONTACT:{contact}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
            ),
        )
        .expect("a file");
    }
    home.at("2026-11-23T16:30:00+01:00");
    home.run(&["sync", "-q"])
        .stdout("3\n4\n")
        .stderr(
            "warning: promise 4 (two.ics): its title names \"Ann\", who counts, and not \"Bea\"\n",
        )
        .status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
}
