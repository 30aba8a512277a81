//! What `promise sync` takes from other programs and machines and has doubts about: it says so.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::harness::Home;
use crate::sync_folder::{change, files};

fn home() -> (Home, PathBuf) {
    let home = Home::with_config("[sync]\nvdir = \"tasks\"\n");
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    (home, folder)
}

fn write(folder: &Path, uid: &str, due: &str) {
    let text = format!(
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:{uid}\nLAST-MODIFIED:20261123T140000Z\n\
         SUMMARY:{uid} @Jane\n{due}\nEND:VTODO\nEND:VCALENDAR\n"
    );
    fs::write(
        folder.join(format!("{uid}.ics")),
        text.replace('\n', "\r\n"),
    )
    .expect("a file");
}

/// Deadlines that had to be guessed, when they are taken and not later.
#[test]
fn guessed_deadlines() {
    let (mut home, folder) = home();
    write(&folder, "a", "DUE;TZID=Nowhere/At/All:20261127T120000");
    write(&folder, "b", "DUE;TZID=Europe/Berlin:20270328T023000");
    write(&folder, "c", "DUE:20261127T120000Z");
    write(
        &folder,
        "d",
        "DUE;VALUE=DATE:20261127\nDUE;VALUE=DATE:20261130",
    );
    let said = [
        "warning: promise 1 (a.ics): line 6: no time zone is called \"Nowhere/At/All\": \
         Europe/Berlin was taken\n",
        "warning: promise 2 (b.ics): line 6: DUE 20270328T023000 is skipped by a clock change \
         there: 2027-03-28T03:00:00+02:00 was taken\n",
        "warning: promise 4 (d.ics): line 7: DUE stands there twice: \"20261127\" was taken, not \
         \"20261130\"\n",
    ];
    home.run(&["sync", "-q"])
        .stdout("1\n2\n3\n4\n")
        .stderr(&said.concat())
        .status(0);
    assert_eq!(home.json(&["sync"]), json!([]));
    change(&folder, "UID:a", "SUMMARY:a", "SUMMARY:A");
    home.run(&["sync", "-q"]).stdout("1\n").stderr("").status(0);
    change(
        &folder,
        "UID:c",
        "DUE:20261127T120000Z",
        "DUE;TZID=Europe/Berlin:20271031T023000",
    );
    home.at("2026-11-23T16:10:00+01:00");
    let ran = home.run(&["sync", "--json"]);
    ran.stderr(
        "warning: promise 3 (c.ics): line 6: DUE 20271031T023000 happens twice there: \
         2027-10-31T02:30:00+02:00 was taken\n",
    );
    let done: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let doubtful = done.as_array().expect("a list").iter();
    let doubtful: Vec<_> = doubtful.filter(|done| done["did"] == "doubtful").collect();
    assert_eq!(doubtful.len(), 1, "{done}");
    assert_eq!(doubtful[0]["id"], 3);
    assert_eq!(home.json(&["sync"]), json!([]));
}

/// A time without a zone is the same on every machine, once the first has understood it.
#[test]
fn times_without_a_zone_on_machines_in_two_zones() {
    let (home, folder) = home();
    write(&folder, "a", "DUE:20261127T120000");
    write(&folder, "b", "DUE;TZID=Nowhere/At/All:20261127T120000");
    home.ok(&["sync"]);
    let mut other = Home::new();
    other.set("TZ", "America/New_York");
    let path = folder.display().to_string();
    other
        .run(&["sync", "-q", &path])
        .stdout("1\n2\n")
        .stderr("")
        .status(0);
    let before = files(&folder);
    change(&folder, "UID:a", "SUMMARY:a", "SUMMARY:A");
    change(&folder, "UID:b", "SUMMARY:b", "SUMMARY:B");
    other.at("2026-11-23T16:10:00+01:00");
    other
        .run(&["sync", "-q", &path])
        .stdout("1\n2\n")
        .stderr("")
        .status(0);
    for id in ["1", "2"] {
        let shown = &other.json(&["show", id])[0];
        assert_eq!(shown["due"], "2026-11-27T12:00:00+01:00");
        assert_eq!(shown["reschedules"], 0, "{shown}");
    }
    assert_ne!(before, files(&folder));
    assert_eq!(other.json(&["sync", &path]), json!([]));
}

/// The hint names a rule that is configured.
#[test]
fn a_task_of_nobody() {
    let table = [
        ("", "write @NAME there, or set to in [sync]"),
        (
            "names = [\"for NAME:\", \"@NAME\"]\n",
            "write for NAME: there, or set to in [sync]",
        ),
        ("names = []\n", "set names or to in [sync]"),
    ];
    for (names, hint) in table {
        let home = Home::with_config(&format!("[sync]\nvdir = \"tasks\"\n{names}"));
        let folder = home.path().join("tasks");
        fs::create_dir(&folder).expect("a folder");
        write(&folder, "a", "DUE;VALUE=DATE:20261127\nSUMMARY:x");
        change(&folder, "UID:a", "SUMMARY:a @Jane\r\n", "");
        let reason = "a.ics is left alone: it does not say to whom it is promised";
        home.run(&["sync", "-q"])
            .stdout("")
            .stderr(&format!("warning: {reason}: {hint}\n"))
            .status(0);
    }
}

/// A history whose times cannot be meant is left alone; one that is ahead of the clock here is
/// taken and said, unless it is a matter of minutes.
#[test]
fn histories_of_other_times() {
    let (home, folder) = home();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane",
        "--due",
        "friday 1pm",
    ]);
    home.ok(&["sync"]);
    let (name, text) = files(&folder).remove(0);
    let text = text.replace("\r\n ", "");
    let taken = |from: &str, to: &str, now: &str| {
        assert!(text.contains(from), "{from} is not in {text}");
        let mut other = Home::new();
        other.at(now);
        let folder = other.path().join("t");
        fs::create_dir(&folder).expect("a folder");
        fs::write(folder.join(&name), text.replace(from, to)).expect("a file");
        let ran = other.run(&["sync", "t", "-q"]);
        assert_eq!(ran.status, Some(0), "{ran:?}");
        other.ok(&["doctor"]);
        (ran.stdout.clone(), ran.stderr.replace(&name, "FILE"))
    };
    let now = "2026-11-23T16:00:00+01:00";
    let (none, one) = (String::new(), "1\n".to_owned());
    assert_eq!(taken("X", "X", now), (one.clone(), none.clone()));
    assert_eq!(
        taken("X", "X", "2026-11-23T15:50:00+01:00"),
        (one.clone(), none.clone())
    );
    let ahead = "warning: promise 1 (FILE): its history tells of 2026-11-23T15:00:00Z, which is in \
                 the future: look at the clocks of both machines\n";
    assert_eq!(
        taken("X", "X", "2026-11-22T15:50:00+01:00"),
        (one, ahead.to_owned())
    );
    let left = |reason: &str| {
        (
            none.clone(),
            format!("warning: FILE is left alone: {reason}\n"),
        )
    };
    let due = "wall 2026-11-27T13:00:00+01:00[Europe/Berlin]";
    let odd = "wall 2026-11-27T13:00:00+05:30[Europe/Berlin]";
    let reason = "its history makes no sense";
    assert_eq!(
        taken(due, odd, now),
        left(&format!(
            "{reason}: {odd}: clocks there never had that offset"
        ))
    );
    let far = "wall 9999-11-27T13:00:00+01:00[Europe/Berlin]";
    assert_eq!(
        taken(due, far, now),
        left(&format!(
            "{reason}: {far}: a deadline lies in the years 1900 to 9998"
        ))
    );
    assert_eq!(
        taken(
            "\"made_at\"\\,null\\,1795446000",
            "\"made_at\"\\,null\\,999999999999",
            now
        ),
        left(&format!("{reason}: made_at in the year 33658"))
    );
    assert_eq!(
        taken(
            "\"at\":1795446000",
            "\"rank\":9223372036854775807\\,\"at\":1795446000",
            now
        ),
        left("a newer program wrote its history (time 9223372036854775807)")
    );
}

/// What was exported has no history: it is left for an import, which takes all of it.
#[test]
fn an_export_among_the_tasks() {
    let other = Home::new();
    other.ok(&[
        "add",
        "Signed contract",
        "--from",
        "Beta",
        "--due",
        "friday",
        "--owner",
        "Zoe",
    ]);
    let (home, folder) = home();
    let exported = other.ok(&["export", "--format", "ics"]);
    fs::write(folder.join("a.ics"), &exported).expect("a file");
    home.run(&["sync", "-q"])
        .stdout("")
        .stderr(
            "warning: a.ics is left alone: promise wrote it, and its history is gone: promise \
             import a.ics takes it in\n",
        )
        .status(0);
    assert_eq!(
        fs::read_to_string(folder.join("a.ics")).expect("a file"),
        exported
    );
    home.ok(&["import", "tasks/a.ics"]);
    home.run(&["sync"])
        .stdout("Synced 1 promise: 1 file written.\n")
        .stderr("")
        .status(0);
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(
        (&shown["from"], &shown["owner"]),
        (&json!("Beta"), &json!("Zoe"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));
}

/// A rule that a phone gives one of ours is said: it moves the task on by itself.
#[test]
fn a_rule_of_repetition_on_a_task_of_ours() {
    let (home, folder) = home();
    home.ok(&["add", "Send the quote", "--to", "Jane", "--due", "friday"]);
    home.ok(&["sync"]);
    change(&folder, "quote", "SUMMARY:", "RRULE:FREQ=DAILY\r\nSUMMARY:");
    let ran = home.run(&["sync", "-q"]);
    let said = "it repeats there by a rule of that program alone (FREQ=DAILY)";
    assert!(ran.stderr.contains(said), "{ran:?}");
    assert!(files(&folder)[0].1.contains("RRULE:FREQ=DAILY\r\n"));
    assert_eq!(home.json(&["sync"]), json!([]));
}
