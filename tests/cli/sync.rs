//! `promise sync`: what comes from another program, what goes there, and what stays.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::Home;
use crate::sync_folder::{change, files, synced};

fn task(uid: &str, lines: &str) -> String {
    let text =
        format!("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:{uid}\n{lines}\nEND:VTODO\nEND:VCALENDAR\n");
    text.replace('\n', "\r\n")
}

/// What is asked again changes nothing, neither here nor there.
#[test]
fn the_second_time_nothing_is_touched() {
    let (mut home, folder) = synced();
    let before = (files(&folder), fs::read(home.database()).expect("the file"));
    let names: Vec<String> = before.0.iter().map(|(name, _)| name.clone()).collect();
    let uuids = home.json(&["list"]);
    for row in uuids.as_array().expect("a list") {
        let name = format!("{}.ics", row["uuid"].as_str().expect("a UUID"));
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    home.at("2026-11-24T10:00:00+01:00");
    home.run(&["sync"])
        .stdout("Synced 2 promises: nothing new.\n")
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
    home.run(&["sync", "--quiet"])
        .stdout("")
        .stderr("")
        .status(0);
    assert!(before == (files(&folder), fs::read(home.database()).expect("the file")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let meta = fs::metadata(folder.join(&names[0])).expect("a file");
        assert_eq!(meta.permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn what_was_done_there_is_recorded_here() {
    let (mut home, folder) = synced();
    change(
        &folder,
        "quote",
        "STATUS:NEEDS-ACTION",
        "STATUS:COMPLETED\r\nCOMPLETED:20261123T151500Z",
    );
    change(
        &folder,
        "contract",
        "DUE;VALUE=DATE:20261127",
        "DUE;VALUE=DATE:20261201",
    );
    change(
        &folder,
        "contract",
        "SUMMARY:Signed",
        "X-OTHER;A=b:kept\r\nSUMMARY:The signed",
    );
    change(
        &folder,
        "contract",
        "DESCRIPTION:From: Beta",
        "DESCRIPTION:From: Beta\\nthey asked for more",
    );
    fs::write(
        folder.join("new.ics"),
        task(
            "new@phone",
            "SUMMARY:Ring @Zoe about it\nDUE:20261125T090000Z\nDESCRIPTION:soon\nPRIORITY:1",
        ),
    )
    .expect("a file");
    home.at("2026-11-23T16:30:00+01:00");
    home.run(&["sync"])
        .stdout(
            "Kept 1: Send the quote\nEdited 2: The signed contract\n\
             Rescheduled 2: The signed contract; due Tue 1 Dec 2026 all day +01:00 (in 8 days)\n\
             Noted 2: The signed contract\n\
             Added 3: Ring @Zoe about it; to Zoe, due Wed 25 Nov 2026 10:00 +01:00 (in 41 h)\n\
             Synced 3 promises: 5 changes here, 3 files written.\n",
        )
        .stderr("")
        .status(0);
    let kept = &home.json(&["show", "1"])[0];
    assert_eq!(kept["state"], "kept");
    assert_eq!(kept["settled_at"], "2026-11-23T16:15:00+01:00");
    let moved = &home.json(&["show", "2"])[0];
    assert_eq!(moved["due"], "2026-12-01T23:59:59+01:00");
    assert_eq!(moved["first_due"], "2026-11-27T23:59:59+01:00");
    assert_eq!(moved["notes"][0]["text"], "they asked for more");
    let cause = moved["events"].as_array().expect("events").iter();
    let cause: Vec<&Value> = cause
        .filter(|event| event["kind"] == "rescheduled")
        .collect();
    assert_eq!(cause[0]["cause"], Value::Null);
    let new = &home.json(&["show", "3"])[0];
    assert_eq!(new["to"], "Zoe");
    assert_eq!(new["due"], "2026-11-25T10:00:00+01:00");
    assert_eq!(new["notes"][0]["text"], "soon");
    let all = files(&folder);
    assert!(
        all.iter()
            .any(|(_, text)| text.contains("X-OTHER;A=b:kept\r\n"))
    );
    assert!(
        all.iter()
            .any(|(name, text)| name == "new.ics" && text.contains("PRIORITY:1\r\n"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));

    // One undo takes back all of it, and says so there.
    home.ok(&["undo"]);
    assert_eq!(home.json(&["show", "1"])[0]["state"], "open");
    home.ok(&["sync"]);
    let all = files(&folder);
    assert!(
        all.iter()
            .any(|(_, text)| text.contains("SUMMARY:Signed contract"))
    );
    assert!(
        !all.iter()
            .any(|(_, text)| text.contains("STATUS:COMPLETED"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["doctor"]);
}

#[test]
fn a_rehearsal_changes_nothing() {
    let (home, folder) = synced();
    change(&folder, "quote", "STATUS:NEEDS-ACTION", "STATUS:CANCELLED");
    let before = (files(&folder), fs::read(home.database()).expect("the file"));
    home.run(&["sync", "--dry-run"])
        .stdout(
            "Released 1: Send the quote\nWould sync 2 promises: 1 change here, 1 file written.\n",
        )
        .stderr("")
        .status(0);
    assert!(before == (files(&folder), fs::read(home.database()).expect("the file")));
    let none = Home::new();
    fs::create_dir(none.path().join("t")).expect("a folder");
    let ran = none.run(&["sync", "t", "--dry-run"]);
    assert_eq!(ran.status, Some(0));
    assert!(!none.database().exists());
}

/// Deleted there: kept and written again, or void as asked; what was changed here stays anyhow.
#[test]
fn deleted_there() {
    let (mut home, folder) = synced();
    let remove = |holds: &str| {
        let all = files(&folder).into_iter();
        let (name, _) = all
            .into_iter()
            .find(|(_, text)| text.contains(holds))
            .expect("it");
        fs::remove_file(folder.join(name)).expect("a file");
    };
    remove("quote");
    home.run(&["sync"])
        .stdout("Deleted there, but it is kept: 1: Send the quote\nSynced 2 promises: 1 file written.\n")
        .stderr("")
        .status(0);
    remove("quote");
    home.at("2026-11-23T16:20:00+01:00");
    home.ok(&["note", "1", "still wanted"]);
    home.run(&["sync", "--deleted", "void"])
        .stdout(
            "Deleted there, but it was changed here since: 1: Send the quote\n\
             Synced 2 promises: 1 file written.\n",
        )
        .stderr("")
        .status(0);
    remove("quote");
    home.run(&["sync", "--deleted", "void"])
        .stdout("Voided 1: Send the quote\nSynced 1 promise: 1 change here.\n")
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["undo"]);
    home.ok(&["sync"]);
    assert_eq!(files(&folder).len(), 2);
    // What is settled may be tidied up there.
    home.ok(&["keep", "1"]);
    home.ok(&["sync"]);
    remove("quote");
    home.run(&["sync"])
        .stdout(
            "Deleted there, and settled here: 1: Send the quote\nSynced 1 promise: nothing new.\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["reopen", "1"]);
    home.ok(&["sync"]);
    assert_eq!(files(&folder).len(), 2);
}

/// Files of other programs: taken in, given our words, and nothing of theirs lost.
#[test]
fn files_of_other_programs() {
    let home = Home::with_config(
        "[sync]\nvdir = \"tasks\"\nto = \"Customers\"\n[due]\ndefault = \"friday\"\n",
    );
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ics");
    let mut theirs = Vec::new();
    for (name, text) in files(&fixtures) {
        let text = text.replace("\r\n", "\n");
        let (Some(first), Some(begin)) = (text.find("BEGIN:VTODO"), text.find("BEGIN:VCALENDAR"))
        else {
            continue;
        };
        let tasks = text.split("BEGIN:VTODO").skip(1);
        for (place, task) in tasks.enumerate() {
            let task = task.split("END:VTODO").next().unwrap_or_default();
            let begins = &text[begin..first];
            let alone = format!("{begins}BEGIN:VTODO{task}END:VTODO\nEND:VCALENDAR\n");
            let open = ![
                "RRULE",
                "RECURRENCE-ID",
                "STATUS:COMPLETED",
                "STATUS:CANCELLED",
            ]
            .iter()
            .any(|word| task.contains(word));
            // A task after an appointment in the same file would take that along.
            if open && !begins.contains("BEGIN:VEVENT") {
                let name = format!("{place}-{name}");
                fs::write(folder.join(&name), &alone).expect("a file");
                theirs.push((name, alone));
            }
        }
    }
    assert!(theirs.len() > 3, "{}", theirs.len());
    home.ok(&["sync"]);
    let changed = [
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DESCRIPTION",
        "BEGIN",
        "END",
        "CONTACT",
    ];
    for (name, text) in theirs {
        let now = fs::read_to_string(folder.join(&name)).expect("the file");
        let unfold = |text: &str| {
            text.replace("\r\n", "\n")
                .replace("\n ", "")
                .replace("\n\t", "")
        };
        let now = unfold(&now);
        for line in unfold(&text).lines() {
            let property = line.split([':', ';']).next().unwrap_or_default();
            if !changed.contains(&property) && !line.trim().is_empty() {
                assert!(now.contains(line), "{name} lost {line}\n{now}");
            }
        }
    }
    let again = home.json(&["sync"]);
    let done: Vec<&Value> = again
        .as_array()
        .expect("a list")
        .iter()
        .filter(|done| done["did"] != "left")
        .collect();
    assert!(done.is_empty(), "{done:#?}");
}
