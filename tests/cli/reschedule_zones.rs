//! New deadlines in other zones, and over clock changes.

use serde_json::json;

use crate::harness::Home;
use crate::life::{one_step, refused};

/// A home with a promise to Jane in Chicago, one to Kim in Tokyo, and another to Jane.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["people", "add", "Jane", "--zone", "America/Chicago"]);
    home.ok(&["people", "add", "Kim", "--zone", "Asia/Tokyo"]);
    for (what, name) in [("Call", "Jane"), ("Quote", "Kim"), ("Order", "Jane")] {
        home.ok(&["add", what, "--to", name, "--due", "tuesday 12:00"]);
    }
    home
}

#[test]
fn their_time() {
    let home = home();
    home.run(&["move", "1", "3", "--due", "tomorrow 1pm their time"])
        .stdout(
            "Rescheduled 1: Call\n\
             \x20 to    Jane\n\
             \x20 due   Tue 24 Nov 2026 13:00 -06:00 (in 28 h)\n\
             \x20 first Tue 24 Nov 2026 12:00 +01:00\n\
             Rescheduled 3: Order\n\
             \x20 to    Jane\n\
             \x20 due   Tue 24 Nov 2026 13:00 -06:00 (in 28 h)\n\
             \x20 first Tue 24 Nov 2026 12:00 +01:00\n",
        )
        .stderr(
            "note: Tue 24 Nov 13:00 for Jane (America/Chicago) is Tue 24 Nov 20:00 here \
             (Europe/Berlin)\n",
        )
        .status(0);
    let moved = &home.json(&["show", "1"])[0];
    assert_eq!(moved["zone"], "America/Chicago");
    assert_eq!(moved["due"], "2026-11-24T13:00:00-06:00");
    assert_eq!(moved["first_due"], "2026-11-24T12:00:00+01:00");
}

/// Two people, two clocks: which one is meant is not guessed.
#[test]
fn the_time_of_several_people() {
    refused(
        &home(),
        &[(
            &["move", "1", "2", "--due", "tomorrow 1pm their time"],
            "error: \"their time\" of whom? The promises have several people\n\
             hint: give them their deadlines one by one\n",
            2,
        )],
    );
}

/// The repair that comes of a check is agreed by the customer's clock as well.
#[test]
fn a_repair_by_their_time() {
    let mut home = home();
    home.ok(&["keep", "2"]);
    home.at("2026-11-24T16:00:00+01:00");
    // In Tokyo it is midnight already, and their tomorrow the day after.
    home.ok(&[
        "check",
        "2",
        "no",
        "--reopen",
        "--due",
        "tomorrow 9am their time",
    ]);
    assert_eq!(
        home.json(&["show", "2"])[0]["due"],
        "2026-11-26T09:00:00+09:00"
    );
}

/// A day of Tokyo's ends there, and a reschedule after that is after the fact.
#[test]
fn the_day_that_ends_elsewhere() {
    let mut home = home();
    home.ok(&["move", "2", "--due", "2026-11-25 Asia/Tokyo"]);
    home.at("2026-11-25T16:00:00+01:00");
    home.ok(&["move", "2", "--due", "friday 9:00"]);
    assert!(
        home.ok(&["show", "2"])
            .contains("  missed    Wed 25 Nov 2026 ")
    );
    home.ok(&["undo"]);
    // A second before it, it is in time.
    home.at("2026-11-25T15:59:59+01:00");
    home.ok(&["move", "2", "--due", "friday 9:00"]);
    assert!(!home.ok(&["show", "2"]).contains("  missed "));
}

/// What a clock change skips or doubles is said.
#[test]
fn clock_changes() {
    let table = [
        (
            "2027-03-28 02:30",
            "2027-03-28T03:00:00+02:00",
            "note: clocks in Europe/Berlin skip 02:30 on Sun 28 Mar 2027: the first moment after \
             it is taken, Sun 28 Mar 2027 03:00 +02:00\n",
        ),
        (
            "2027-10-31 02:30",
            "2027-10-31T02:30:00+02:00",
            "note: 02:30 on Sun 31 Oct 2027 happens twice in Europe/Berlin: the first is taken, \
             Sun 31 Oct 2027 02:30 +02:00\n",
        ),
        ("2027-03-28 12:00", "2027-03-28T12:00:00+02:00", ""),
    ];
    for (phrase, due, note) in table {
        let home = home();
        home.run(&["move", "1", "--due", phrase])
            .stderr(note)
            .status(0);
        assert_eq!(home.json(&["show", "1"])[0]["due"], due);
        one_step(&home, &["move", "1", "--due", "friday"]);
    }
}

/// Lateness is counted in hours that went by: the day of the change has 23 of them.
#[test]
fn late_over_a_clock_change() {
    let mut home = home();
    home.ok(&["move", "1", "--due", "2027-03-27"]);
    home.at("2027-03-29T00:00:00+02:00");
    let kept = &home.json(&["keep", "1"])[0];
    assert_eq!(kept["seconds_late"], 23 * 3600);
    assert_eq!(kept["outcome"], "late");
    assert_eq!(kept["settled_at"], json!("2027-03-29T00:00:00+02:00"));
}
