//! `promise due`: how far it looks ahead, and when a deadline has passed.

use crate::due::{home, numbers};
use crate::harness::Home;

#[test]
fn how_far_it_looks() {
    let table: [(&[&str], &[i64]); 6] = [
        (&[], &[5]),
        (&["--within", "today"], &[]),
        (&["--within", "tomorrow"], &[5]),
        (&["--within", "friday"], &[5, 7]),
        (&["--within", "2 weeks"], &[5, 7]),
        (&["--within", "in 20 hours"], &[]),
    ];
    let home = home();
    for (flags, coming) in table {
        let mut arguments = vec!["due"];
        arguments.extend(flags);
        let due = numbers(&home.json(&arguments));
        assert_eq!(due[0], [2, 1], "what is overdue is always shown: {flags:?}");
        assert_eq!(due[1], [4, 3], "so is what is due today: {flags:?}");
        assert_eq!(due[2], coming, "{flags:?}");
    }
    home.write_config("[due]\nhorizon = \"friday\"\n");
    assert_eq!(numbers(&home.json(&["due"]))[2], [5, 7]);
    let due = home.json(&["due", "--within", "tomorrow"]);
    assert_eq!(numbers(&due)[2], [5], "the flag goes before the config");
}

/// A horizon that has passed hides nothing that is overdue.
#[test]
fn a_horizon_that_has_passed() {
    let home = home();
    let ran = home.run(&["due", "--within", "last friday", "--exit-code"]);
    if ran.status == Some(2) {
        ran.stdout("");
        assert!(ran.stderr.starts_with("error: --within: "), "{ran:?}");
    } else {
        ran.status(10);
        assert!(ran.stdout.contains("Call Ann back"), "{ran:?}");
    }
}

/// To the end of the next working day: over a weekend, and over a holiday.
#[test]
fn the_next_working_day() {
    let table = [
        ("2026-11-26T16:00:00+01:00", "", "Fri 27 Nov 2026"),
        ("2026-11-27T16:00:00+01:00", "", "Mon 30 Nov 2026"),
        ("2026-11-28T16:00:00+01:00", "", "Mon 30 Nov 2026"),
        (
            "2026-11-27T16:00:00+01:00",
            "[workday]\nholidays = [\"2026-11-30\"]\n",
            "Tue 1 Dec 2026",
        ),
        (
            "2026-11-27T16:00:00+01:00",
            "[workday]\ndays = [\"sat\", \"sun\"]\n",
            "Sat 28 Nov 2026",
        ),
    ];
    for (now, config, day) in table {
        let mut home = Home::with_config(config);
        home.ok(&["add", "Later", "--to", "Jane", "--due", "2027-06-01"]);
        home.at(now);
        home.run(&["due"])
            .stdout(&format!("Nothing is due through {day}.\n"))
            .stderr("")
            .status(0);
    }
}

/// A whole day is late when its midnight has come, a time when its second is over.
#[test]
fn when_a_deadline_has_passed() {
    let mut home = home();
    let table = [
        ("2026-11-23T17:00:00+01:00", false, false),
        ("2026-11-23T17:00:01+01:00", true, false),
        ("2026-11-23T23:59:59+01:00", true, false),
        ("2026-11-24T00:00:00+01:00", true, true),
    ];
    for (now, time, day) in table {
        home.at(now);
        let overdue = &numbers(&home.json(&["due"]))[0];
        assert_eq!(overdue.contains(&4), time, "the time at {now}");
        assert_eq!(overdue.contains(&3), day, "the day at {now}");
    }
}

/// A deadline elsewhere is today's where either of us has that day; it shows its offset.
#[test]
fn deadlines_in_other_zones() {
    let home = Home::new();
    for due in [
        "2026-11-24 06:00 Asia/Tokyo",
        "today 20:00 America/New_York",
        "2026-11-24 10:00 Asia/Tokyo",
    ] {
        home.ok(&["add", "Call", "--to", "Jane", "--due", due]);
    }
    home.run(&["due"])
        .stdout(
            "Due today\n\
             \x20 1  Mon 23 Nov 22:00 (Tue 24 Nov 06:00 +09:00)  in 6 h   Jane  Call\n\
             \x20 2  Tue 24 Nov 02:00 (Mon 23 Nov 20:00 -05:00)  in 10 h  Jane  Call\n\
             \n\
             Coming\n\
             \x20 3  Tue 24 Nov 02:00 (10:00 +09:00)             in 10 h  Jane  Call\n",
        )
        .stderr("")
        .status(0);
}
