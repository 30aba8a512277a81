//! `promise keep`: early, on time or late, and by how much.

use crate::harness::{Home, NOW};

/// A home with promises due on Monday at ten, on Monday, and on Wednesday, made at nine.
fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    for (what, due) in [
        ("Call", "today 10:00"),
        ("Order", "today"),
        ("Report", "wednesday"),
        ("Quote", "wednesday 13:00"),
    ] {
        home.ok(&["add", what, "--to", "Jane", "--due", due]);
    }
    home.at(NOW);
    home
}

/// What is printed of each promise after the line that says what came of it.
const DUE: [&str; 4] = [
    "Mon 23 Nov 2026 10:00 +01:00",
    "Mon 23 Nov 2026 all day +01:00",
    "Wed 25 Nov 2026 all day +01:00",
    "Wed 25 Nov 2026 13:00 +01:00",
];

#[test]
fn early_on_time_or_late_and_by_how_much() {
    let table = [
        (
            1,
            "2026-11-23T09:15:00+01:00",
            "on time, 45 min before the deadline: Call",
        ),
        (
            1,
            "2026-11-23T09:59:30+01:00",
            "on time, 30 s before the deadline: Call",
        ),
        (1, "2026-11-23T10:00:01+01:00", "late by 1 s: Call"),
        (1, "2026-11-23T16:00:00+01:00", "late by 6 h: Call"),
        (1, "2026-11-26T16:00:00+01:00", "late by 3 days: Call"),
        (2, "2026-11-23T23:59:59+01:00", "on time: Order"),
        (2, "2026-11-24T00:00:01+01:00", "late by 1 s: Order"),
        (2, "2026-11-24T09:00:00+01:00", "late by 9 h: Order"),
        (3, "2026-11-23T16:00:00+01:00", "early by 2 days: Report"),
        (3, "2026-11-24T23:59:59+01:00", "early by 1 day: Report"),
        (3, "2026-11-25T00:00:00+01:00", "on time: Report"),
        (3, "2026-11-27T12:00:00+01:00", "late by 36 h: Report"),
        (4, "2026-11-24T12:00:00+01:00", "early by 1 day: Quote"),
        (
            4,
            "2026-11-25T08:00:00+01:00",
            "on time, 5 h before the deadline: Quote",
        ),
    ];
    for (id, now, words) in table {
        let mut home = home();
        home.at(now);
        home.run(&["keep", &id.to_string()])
            .stdout(&format!(
                "Kept {id} {words}\n  to    Jane\n  due   {}\n",
                DUE[id - 1]
            ))
            .stderr("")
            .status(0);
    }
}

/// On the second there is no lateness and no time left to speak of.
#[test]
fn on_the_second() {
    let mut home = home();
    home.at("2026-11-23T10:00:00+01:00");
    let ran = home.run(&["keep", "1"]);
    assert!(ran.stdout.starts_with("Kept 1 on time"), "{ran:?}");
    assert!(!ran.stdout.contains("0 s"), "{ran:?}");
    home.at("2026-11-24T00:00:00+01:00");
    let ran = home.run(&["keep", "2"]);
    assert!(ran.stdout.starts_with("Kept 2 late"), "{ran:?}");
    assert!(!ran.stdout.contains("0 s"), "{ran:?}");
}

#[test]
fn what_json_says() {
    let table = [
        ("2026-11-23T09:15:00+01:00", 1, "on_time", 0),
        ("2026-11-23T16:00:00+01:00", 1, "late", 6 * 3600),
        ("2026-11-23T16:00:00+01:00", 3, "early", 0),
        ("2026-11-24T01:00:00+01:00", 2, "late", 3600),
    ];
    for (now, id, outcome, late) in table {
        let mut home = home();
        home.at(now);
        let kept = &home.json(&["keep", &id.to_string()])[0];
        assert_eq!(kept["id"], id);
        assert_eq!(kept["state"], "kept");
        assert_eq!(kept["settled_at"], now);
        assert_eq!(kept["outcome"], outcome);
        assert_eq!(kept["first_outcome"], outcome);
        assert_eq!(kept["seconds_late"], late);
        assert_eq!(kept["overdue"], false);
    }
}

#[test]
fn by_its_other_names() {
    for command in ["keep", "done", "complete"] {
        let home = home();
        home.run(&[command, "1"])
            .stdout(
                "Kept 1 late by 6 h: Call\n  to    Jane\n  due   Mon 23 Nov 2026 10:00 +01:00\n",
            )
            .stderr("")
            .status(0);
        // It is one step, whatever it was called.
        assert_eq!(home.json(&["log"])[0]["command"], "keep");
    }
}

/// The latest reading that is not in the future.
#[test]
fn at_an_earlier_moment() {
    let table = [
        ("9:30", "2026-11-23T09:30:00+01:00", "on_time"),
        ("today 9:45", "2026-11-23T09:45:00+01:00", "on_time"),
        ("20 minutes ago", "2026-11-23T15:40:00+01:00", "late"),
        ("2026-11-23T10:30", "2026-11-23T10:30:00+01:00", "late"),
        ("now", "2026-11-23T16:00:00+01:00", "late"),
    ];
    for (phrase, at, outcome) in table {
        let home = home();
        let kept = &home.json(&["keep", "1", "--at", phrase])[0];
        assert_eq!(kept["settled_at"], at, "{phrase}");
        assert_eq!(kept["outcome"], outcome, "{phrase}");
    }
}

#[test]
fn several_at_once_each_once_with_a_note() {
    let home = home();
    home.run(&["keep", "2", "1", "2", "--note", "by hand"])
        .stdout(
            "Kept 2 on time: Order\n\
             \x20 to    Jane\n\
             \x20 due   Mon 23 Nov 2026 all day +01:00\n\
             Kept 1 late by 6 h: Call\n\
             \x20 to    Jane\n\
             \x20 due   Mon 23 Nov 2026 10:00 +01:00\n",
        )
        .stderr("")
        .status(0);
    let shown = home.json(&["show", "1", "2"]);
    for promise in shown.as_array().expect("a list") {
        assert_eq!(promise["notes"][0]["text"], "by hand");
    }
    // One command is one step.
    home.ok(&["undo"]);
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(4));
}

#[test]
fn a_promise_made_to_me() {
    let home = home();
    home.ok(&["add", "Contract", "--from", "Beta Corp", "--due", "today"]);
    home.run(&["keep", "5"])
        .stdout(
            "Kept 5 on time: Contract\n\
             \x20 from  Beta Corp\n\
             \x20 due   Mon 23 Nov 2026 all day +01:00\n",
        )
        .status(0);
}

/// The day is that of the deadline's zone, not mine.
#[test]
fn the_day_in_another_zone() {
    let mut home = Home::new();
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Jane",
        "--due",
        "2026-11-25 10:00 Asia/Tokyo",
    ]);
    // Tuesday evening here, and already Wednesday there.
    home.at("2026-11-24T17:00:00+01:00");
    home.run(&["keep", "1"])
        .stdout(
            "Kept 1 on time, 9 h before the deadline: Call\n\
             \x20 to    Jane\n\
             \x20 due   Wed 25 Nov 2026 10:00 +09:00\n",
        )
        .status(0);
}

#[test]
fn what_is_refused() {
    let mut home = home();
    home.ok(&["keep", "1"]);
    home.ok(&["void", "2"]);
    home.at("2026-11-23T17:00:00+01:00");
    let before = home.bytes();
    let long = "x".repeat(4097);
    let kept = "error: promise 1 is kept, since Mon 23 Nov 2026 16:00 +01:00\n\
                hint: promise show 1 tells how that came\n";
    let void = "error: promise 2 is void, since Mon 23 Nov 2026 16:00 +01:00\n\
                hint: promise show 2 tells how that came\n";
    let unknown = "error: no promise 99\nhint: promise list --all lists every one\n";
    let made = "error: promise 3 cannot be settled before it was made, on Mon 23 Nov 2026 09:00 \
                +01:00\nhint: promise edit 3 --made corrects when it was made\n";
    let table: [(&[&str], &str, i32); 14] = [
        (&["1"], kept, 4),
        (&["2"], void, 4),
        (&["3", "1"], kept, 4),
        (&["99"], unknown, 3),
        (&["3", "99"], unknown, 3),
        (
            &["9223372036854775807"],
            "error: no promise 9223372036854775807\nhint: promise list --all lists every one\n",
            3,
        ),
        (&["3", "--at", "yesterday"], made, 4),
        (&["3", "--at", "8:59"], made, 4),
        (
            &["3", "--at", "tomorrow"],
            "error: --at: \"tomorrow\" has not come yet: it is Tue 24 Nov 2026\n\
             \x20 tomorrow\n\
             \x20 ^^^^^^^^\n\
             hint: say a moment that has passed, such as \"today 9am\" or \"2 hours ago\"\n",
            2,
        ),
        (
            &["3", "--at", "blah"],
            "error: --at: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (&["3", "--note", ""], "error: the note is empty\n", 2),
        (
            &["3", "--note", &long],
            "error: the note has 4097 bytes; the limit is 4096\n",
            2,
        ),
        (
            &["0"],
            "error: invalid value '0' for '<ID>...': promises have numbers, such as 12\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &[],
            "error: the following required arguments were not provided:\n\
             \x20 <ID>...\n\
             \n\
             Usage: promise keep <ID>...\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
    ];
    for (flags, stderr, status) in table {
        let mut arguments = vec!["keep"];
        arguments.extend(flags);
        home.run(&arguments)
            .stdout("")
            .stderr(stderr)
            .status(status);
    }
    assert_eq!(home.bytes(), before, "all of them or none");
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    home.run(&["keep", "7"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
