//! `promise backup --auto`: when its time has come, and not more than were asked for.

use std::fs;

use serde_json::json;

use crate::backup::{folder, names};
use crate::faults::recorded;
use crate::harness::Home;

/// Tries at a moment, and tells the automatic backups there are then.
fn try_at(home: &mut Home, now: &str) -> Vec<String> {
    home.at(now);
    home.run(&["backup", "--auto"]).stderr("").status(0);
    names(&folder(home))
}

#[test]
fn once_a_day() {
    let mut home = recorded();
    let first = "auto-000001-20261123T150000Z.db";
    let ran = home.run(&["backup", "--auto"]);
    ran.stderr("").status(0);
    assert!(ran.stdout.contains(first), "{ran:?}");
    for now in ["2026-11-23T16:00:00+01:00", "2026-11-24T14:40:00+01:00"] {
        home.at(now);
        home.run(&["backup", "--auto"])
            .stdout("")
            .stderr("")
            .status(0);
        assert_eq!(home.json(&["backup", "--auto"]), json!([]));
        assert_eq!(names(&folder(&home)), [first]);
    }
    // Cron is not exact: a little too soon is in time.
    let found = try_at(&mut home, "2026-11-24T15:58:00+01:00");
    assert_eq!(found, [first, "auto-000002-20261124T145800Z.db"]);
}

#[test]
fn the_newest_are_kept_and_what_is_not_automatic_stays() {
    let mut home = recorded();
    home.write_config("[backup]\nkeep = 2\nevery = \"6 hours\"\n");
    home.ok(&["backup"]);
    fs::copy(
        folder(&home).join("promise-20261123T150000Z.db"),
        folder(&home).join("before-version-3.db"),
    )
    .expect("a copy");
    for hour in ["16", "17", "22"] {
        try_at(&mut home, &format!("2026-11-23T{hour}:00:00+01:00"));
    }
    home.at("2026-11-24T04:00:00+01:00");
    let made = home.json(&["backup", "--auto"]);
    let removed = folder(&home).join("auto-000001-20261123T150000Z.db");
    assert_eq!(made[0]["removed"], json!([removed.display().to_string()]));
    assert_eq!(
        names(&folder(&home)),
        [
            "auto-000002-20261123T210000Z.db",
            "auto-000003-20261124T030000Z.db",
            "before-version-3.db",
            "promise-20261123T150000Z.db",
        ]
    );
}

/// A clock that was wrong, ahead or behind, costs no backup that is newer than those kept.
#[test]
fn a_clock_set_back() {
    let mut home = recorded();
    home.write_config("[backup]\nkeep = 3\n");
    try_at(&mut home, "2026-11-23T16:00:00+01:00");
    try_at(&mut home, "2031-01-01T00:00:00Z");
    // Back: it is not yet time, as the last one of this clock is an hour old.
    let found = try_at(&mut home, "2026-11-23T17:00:00+01:00");
    assert_eq!(found.len(), 2);
    try_at(&mut home, "1999-01-01T00:00:00Z");
    try_at(&mut home, "1999-01-01T01:00:00Z");
    let found = try_at(&mut home, "2026-11-24T16:00:00+01:00");
    assert_eq!(
        found,
        [
            "auto-000002-20310101T000000Z.db",
            "auto-000003-19990101T000000Z.db",
            "auto-000004-20261124T150000Z.db",
        ]
    );
}

/// A damaged database pushes no good backup out.
#[test]
fn nothing_is_removed_for_a_bad_one() {
    let mut home = recorded();
    home.write_config("[backup]\nkeep = 1\n");
    let before = try_at(&mut home, "2026-11-23T16:00:00+01:00");
    crate::backup::flip(&home, b"Send the quote");
    home.at("2026-11-25T16:00:00+01:00");
    let ran = home.run(&["backup", "--auto"]);
    ran.stdout("").status(5);
    assert!(
        ran.stderr.contains("does not match its checksum"),
        "{ran:?}"
    );
    assert!(
        ran.stderr.contains("promise restore ") && ran.stderr.contains(&before[0]),
        "{ran:?}"
    );
    assert_eq!(names(&folder(&home)), before);
}

/// Two schedules that fire at once: one is enough, and neither fails.
#[test]
fn many_at_once() {
    let home = recorded();
    let children: Vec<_> = (0..8).map(|_| home.start(&["backup", "--auto"])).collect();
    for child in children {
        let ended = child.wait_with_output().expect("the end");
        let stderr = String::from_utf8_lossy(&ended.stderr);
        assert_eq!((ended.status.code(), &*stderr), (Some(0), ""));
    }
    assert_eq!(names(&folder(&home)), ["auto-000001-20261123T150000Z.db"]);
}

#[test]
fn mistakes() {
    let home = recorded();
    let table = [
        (
            "keep = 0",
            "expected a whole number from 1 to 1000, found 0",
        ),
        (
            "every = \"soon\"",
            "expected a length of time such as \"1 day\", found \"soon\"",
        ),
    ];
    for (line, message) in table {
        home.write_config(&format!("[backup]\n{line}\n"));
        let ran = home.run(&["backup", "--auto"]);
        ran.stdout("").status(1);
        assert!(ran.stderr.contains(message), "{ran:?}");
    }
    let ran = home.run(&["backup", "x.db", "--auto"]);
    ran.status(2);
    home.run(&["backup", "--force"]).status(2);
}
