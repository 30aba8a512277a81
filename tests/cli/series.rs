//! `--every`, `--until`, `--times` and `stop`: exactly one occurrence is open at a time, and none
//! is left out.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{carried_over, one_step, refused, seen};

/// The command that promises a report, with some flags.
fn add<'a>(flags: &[&'a str]) -> Vec<&'a str> {
    [&["add", "Report", "--to", "Jane"], flags].concat()
}

/// A home with a status report due every Friday at four, this Friday first.
fn weekly() -> Home {
    let home = Home::new();
    home.ok(&add(&["--every", "friday 16:00"]));
    home
}

/// The deadlines of occurrences in turn, each kept while it is the only open one.
#[track_caller]
fn deadlines(home: &Home, count: usize) -> String {
    let mut due = Vec::new();
    for _ in 0..count {
        let open = home.json(&["list"]);
        assert_eq!(
            open.as_array().map(Vec::len),
            Some(1),
            "exactly one: {open}"
        );
        due.push(open[0]["due"].as_str().expect("a deadline").to_owned());
        home.ok(&["keep", &open[0]["id"].to_string()]);
    }
    due.join(" ")
}

/// The first deadlines of a rule, begun at a moment, with a deadline of its own where one is given.
#[track_caller]
fn begun(now: &str, every: &str, due: Option<&str>, count: usize) -> String {
    let mut home = Home::new();
    home.at(now);
    let mut flags = vec!["--every", every];
    if let Some(due) = due {
        flags.extend(["--due", due]);
    }
    home.ok(&add(&flags));
    deadlines(&home, count)
}

/// The occurrence and state of each promise there is.
fn states(home: &Home) -> String {
    let list = home.json(&["list", "--all", "--sort", "id"]);
    let list = list.as_array().expect("a list").iter();
    let states = list.map(|one| format!("{} {}", one["occurrence"], one["state"]));
    states.collect::<Vec<_>>().join(", ").replace('"', "")
}

#[test]
fn keeping_one_opens_the_next() {
    let home = Home::new();
    home.run(&add(&["--every", "friday 16:00"]))
        .stdout(
            "Added 1: Report\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 16:00 +01:00 (in 4 days)\n\
             \x20 every friday 16:00\n",
        )
        .stderr("")
        .status(0);
    home.run(&["keep", "1"])
        .stdout(
            "Kept 1 early by 4 days: Report\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 16:00 +01:00\n\
             Next is 2: Report\n\
             \x20 to    Jane\n\
             \x20 due   Fri 4 Dec 2026 16:00 +01:00 (in 11 days)\n\
             \x20 every friday 16:00\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(states(&home), "1 kept, 2 open");
    assert!(
        home.ok(&["show", "2"])
            .contains("friday 16:00, occurrence 2\n")
    );
}

#[test]
fn what_json_says() {
    let home = weekly();
    let kept = home.json(&["keep", "1"]);
    assert_eq!(kept[0]["series"], kept[1]["series"]);
    // The series is known by its first promise.
    assert_eq!(kept[0]["series"], kept[0]["uuid"]);
    assert_eq!(kept[1]["every"], "friday 16:00");
    assert_eq!(kept[1]["occurrence"], 2);
    assert_eq!(kept[1]["first_due"], "2026-12-04T16:00:00+01:00");
    let stopped = home.json(&["stop", "2"]);
    assert_eq!(stopped[0]["every"], Value::Null);
    assert_eq!(stopped[0]["occurrence"], 2);
    home.ok(&add(&["--due", "friday"]));
    let once = &home.json(&["show", "3"])[0];
    for key in ["every", "series", "occurrence"] {
        assert_eq!(once.get(key), Some(&Value::Null), "{key}");
    }
}

/// However it is settled, the next is opened; what is void was never promised. It is one step.
#[test]
fn each_way_of_settling() {
    for (command, after_it) in [
        ("keep", "1 kept, 2 open"),
        ("break", "1 broken, 2 open"),
        ("release", "1 released, 2 open"),
        ("void", "1 void"),
    ] {
        let home = weekly();
        let before = home.json(&["list"]);
        home.ok(&[command, "1"]);
        let after = seen(&home);
        assert_eq!(states(&home), after_it);
        home.ok(&["undo"]);
        assert_eq!(home.json(&["list"]), before, "{command}, undone");
        home.ok(&["redo"]);
        assert_eq!(seen(&home), after, "{command}, redone");
    }
}

/// A report at four on the wall, whichever way the clocks go; what they skip moves once, and is
/// back at its time the week after; what happens twice is the first of the two.
#[test]
fn a_weekly_report_over_a_clock_change() {
    let table = [
        (
            "2026-10-13T09:00:00+02:00",
            "friday 16:00",
            "2026-10-16T16:00:00+02:00 2026-10-23T16:00:00+02:00 2026-10-30T16:00:00+01:00",
        ),
        (
            "2027-03-15T09:00:00+01:00",
            "friday 16:00",
            "2027-03-19T16:00:00+01:00 2027-03-26T16:00:00+01:00 2027-04-02T16:00:00+02:00",
        ),
        (
            "2027-03-15T09:00:00+01:00",
            "sunday 02:30",
            "2027-03-21T02:30:00+01:00 2027-03-28T03:00:00+02:00 2027-04-04T02:30:00+02:00",
        ),
        (
            // The first of all may be the one that is moved.
            "2027-03-26T09:00:00+01:00",
            "sunday 02:30",
            "2027-03-28T03:00:00+02:00 2027-04-04T02:30:00+02:00 2027-04-11T02:30:00+02:00",
        ),
        (
            "2026-10-12T09:00:00+02:00",
            "sunday 02:30",
            "2026-10-18T02:30:00+02:00 2026-10-25T02:30:00+02:00 2026-11-01T02:30:00+01:00",
        ),
    ];
    for (now, every, expected) in table {
        assert_eq!(begun(now, every, None, 3), expected, "{every} from {now}");
    }
}

#[test]
fn a_clock_change_is_said() {
    let table = [
        (
            "2027-03-15T09:00:00+01:00",
            "note: clocks skip that time: the first moment after it is taken\n",
        ),
        (
            "2026-10-12T09:00:00+02:00",
            "note: that time happens twice: the first is taken\n",
        ),
    ];
    for (now, said) in table {
        let mut home = Home::new();
        home.at(now);
        home.ok(&add(&["--every", "sunday 02:30"]));
        home.run(&["keep", "1"]).stderr(said).status(0);
    }
}

/// It is at four in the zone where it was promised, wherever it is settled.
#[test]
fn settled_in_another_zone() {
    let mut home = weekly();
    home.set("TZ", "America/New_York");
    let kept = home.json(&["keep", "1"]);
    assert_eq!(kept[1]["due"], "2026-12-04T16:00:00+01:00");
    assert_eq!(kept[1]["zone"], "Europe/Berlin");
}

/// Of deadlines, the months and days.
fn days(deadlines: &str) -> String {
    let days: Vec<&str> = deadlines.split(' ').map(|due| &due[5..10]).collect();
    days.join(" ")
}

/// What began on the 31st is back there after every shorter month.
#[test]
fn the_end_of_february() {
    let table = [
        ("2027", "month", Some("31 jan"), "01-31 02-28 03-31"),
        ("2027", "month on the last day", None, "01-31 02-28 03-31"),
        ("2028", "month on the 30th", None, "01-30 02-29 03-30"),
        ("2027", "year on 29 feb", None, "02-28 02-29 02-28"),
        ("2027", "2 weeks", None, "01-29 02-12 02-26"),
    ];
    for (year, every, due, expected) in table {
        let now = format!("{year}-01-15T09:00:00+01:00");
        assert_eq!(days(&begun(&now, every, due, 3)), expected, "{every}");
    }
}

/// Working days are those of the config, with its holidays and its week.
#[test]
fn holidays() {
    let weekdays = "12-24 12-28 12-29 12-30 01-04";
    let last = "12-30 01-29 02-26 03-31 04-30";
    for (every, expected) in [
        ("weekday 9:00", weekdays),
        ("last working day of the month", last),
    ] {
        let mut home = Home::with_config(
            "[workday]\nholidays = [\"2026-12-25\", \"2026-12-31\", \"2027-01-01\"]\n",
        );
        home.at("2026-12-24T08:00:00+01:00");
        home.ok(&add(&["--every", every]));
        assert_eq!(days(&deadlines(&home, 5)), expected, "{every}");
    }
}

/// Away for three weeks: each one that was missed is opened, is overdue, and is settled by itself.
#[test]
fn a_missed_one_is_settled_like_any_other() {
    let mut home = weekly();
    home.at("2026-12-14T09:00:00+01:00");
    let missed = [
        ("1", "break", "2026-12-04T16:00:00+01:00", true),
        ("2", "keep", "2026-12-11T16:00:00+01:00", true),
        ("3", "release", "2026-12-18T16:00:00+01:00", false),
    ];
    for (id, command, next, overdue) in missed {
        let settled = home.json(&[command, id]);
        assert_eq!(settled[1]["due"], next, "after {id}");
        assert_eq!(settled[1]["overdue"], overdue, "after {id}");
    }
    assert_eq!(home.json(&["show", "2"])[0]["outcome"], "late");
    // What was kept at its time and only entered later is no lateness.
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    let kept = home.json(&["keep", "2", "--at", "4 dec 15:00"]);
    assert_eq!(kept[0]["outcome"], "on_time");
    assert_eq!(kept[1]["due"], "2026-12-11T16:00:00+01:00");
}

/// The days of the series stay where they are, whatever was agreed for one of them.
#[test]
fn a_rescheduled_one_does_not_move_the_others() {
    let home = weekly();
    home.ok(&["move", "1", "--due", "monday 10:00 am", "--cause", "other"]);
    let kept = home.json(&["keep", "1"]);
    assert_eq!(kept[1]["due"], "2026-12-04T16:00:00+01:00");
    assert_eq!(kept[1]["reschedules"], 0);
}

#[test]
fn until_a_day_and_so_many_times() {
    let table: [(&[&str], usize); 4] = [
        (&["--times", "1"], 1),
        (&["--times", "3"], 3),
        (&["--until", "4 dec"], 2),
        (&["--until", "10 dec", "--times", "5"], 2),
    ];
    for (flags, count) in table {
        let home = Home::new();
        home.ok(&add(&[&["--every", "friday 16:00"], flags].concat()));
        deadlines(&home, count);
        assert_eq!(home.json(&["list"]), json!([]), "{flags:?}");
        carried_over(&home);
        // The last one may be opened again, and is the last again.
        let last = count.to_string();
        home.ok(&["reopen", &last]);
        home.ok(&["keep", &last]);
        assert_eq!(home.json(&["list"]), json!([]), "{flags:?}");
    }
}

#[test]
fn stop_leaves_the_open_one_and_ends_with_it() {
    let home = weekly();
    home.ok(&["keep", "1"]);
    home.run(&["stop", "2"])
        .stdout(
            "Stopped after 2: Report\n\
             \x20 to    Jane\n\
             \x20 due   Fri 4 Dec 2026 16:00 +01:00 (in 11 days)\n",
        )
        .stderr("")
        .status(0);
    assert!(home.ok(&["show", "2"]).contains("stopped, occurrence 2\n"));
    home.ok(&["undo"]);
    one_step(&home, &["stop", "2"]);
    carried_over(&home);
    home.ok(&["keep", "2"]);
    assert_eq!(states(&home), "1 kept, 2 kept");
}

/// Keeping and the next occurrence are one step; the number of an undone one stays used, and
/// redoing opens the same one again.
#[test]
fn undo_and_redo_of_both() {
    let home = weekly();
    home.ok(&["keep", "1", "--note", "sent"]);
    home.run(&["undo"]).stdout(
        "Undid step 2 (keep)\n\
         \x20 promise 1 is open: Report, to Jane, due Fri 27 Nov 2026 16:00 +01:00\n\
         \x20 promise 2 is void: Report, to Jane, due Fri 4 Dec 2026 16:00 +01:00\n",
    );
    home.ok(&["break", "1"]);
    assert_eq!(states(&home), "1 broken, 2 void, 2 open");
    carried_over(&home);
}

/// There is never a second open one, by whichever way.
#[test]
fn exactly_one_is_open() {
    let home = weekly();
    home.ok(&["keep", "1"]);
    refused(
        &home,
        &[(
            &["reopen", "1"],
            "error: promise 1 repeats, and its next occurrence was opened: promise 2\n\
             hint: promise undo takes back the newest step\n",
            4,
        )],
    );
    // Where the next one was a mistake, the first may be opened again, and opens another.
    home.ok(&["void", "2"]);
    home.ok(&["reopen", "1"]);
    home.ok(&["keep", "1"]);
    let before = home.bytes();
    home.run(&["undo", "3"])
        .stdout("")
        .stderr(
            "error: steps 4 (reopen), 5 (keep) depend on it\nhint: promise log lists the steps\n",
        )
        .status(4);
    assert!(home.bytes() == before);
}

#[test]
fn what_is_refused() {
    let home = weekly();
    home.ok(&["keep", "1"]);
    home.ok(&add(&["--due", "friday"]));
    let blah = "  blah\n  ^^^^\n";
    let examples = "hint: say \"friday 16:00\", \"2 weeks on monday\", \"month on the 1st\" or \
                    \"last working day of the month\"\n";
    refused(
        &home,
        &[
            (
                &add(&["--every", "blah"]),
                &format!("error: --every: \"blah\" is not understood here\n{blah}{examples}"),
                2,
            ),
            (
                &add(&["--every", "friday", "--until", "tomorrow"]),
                "error: --until lies before the first deadline\n",
                2,
            ),
            (
                &["stop", "1"],
                "error: promise 1 is kept, since Mon 23 Nov 2026 16:00 +01:00\n\
                 hint: promise show 1 tells how that came\n",
                4,
            ),
            (&["stop", "3"], "error: promise 3 does not repeat\n", 4),
            (&["stop", "2", "3"], "error: promise 3 does not repeat\n", 4),
            (
                &["stop", "99"],
                "error: no promise 99\nhint: promise list --all lists every one\n",
                3,
            ),
        ],
    );
    for flags in [["--until", "friday"], ["--times", "3"]] {
        let ran = home.run(&add(&[&["--due", "friday"], &flags[..]].concat()));
        assert!(ran.stderr.contains("--every <RULE>"), "{ran:?}");
        ran.stdout("").status(2);
    }
}
