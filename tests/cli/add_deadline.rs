//! `promise add`: the deadline as understood, in its zone, and promises made earlier.

use crate::add::{card, only};
use crate::harness::Home;

/// The weekday, the date, the time, the offset and the distance, however it was said.
#[test]
fn the_deadline_as_understood() {
    let table = [
        ("today", "Mon 23 Nov 2026 all day +01:00 (today)"),
        ("tomorrow", "Tue 24 Nov 2026 all day +01:00 (tomorrow)"),
        ("friday", "Fri 27 Nov 2026 all day +01:00 (in 4 days)"),
        ("in 30 min", "Mon 23 Nov 2026 16:30 +01:00 (in 30 min)"),
        ("in 2 hours", "Mon 23 Nov 2026 18:00 +01:00 (in 2 h)"),
        ("4 business hours", "Tue 24 Nov 2026 12:00 +01:00 (in 20 h)"),
        (
            "2 business days",
            "Wed 25 Nov 2026 all day +01:00 (in 2 days)",
        ),
        (
            "2026-12-03T09:00",
            "Thu 3 Dec 2026 09:00 +01:00 (in 10 days)",
        ),
        ("end of month", "Mon 30 Nov 2026 all day +01:00 (in 7 days)"),
        ("1 July 9:30", "Thu 1 Jul 2027 09:30 +02:00 (in 220 days)"),
    ];
    for (phrase, due) in table {
        for flag in ["--due", "--by"] {
            let home = Home::new();
            home.run(&["add", "Call", "--to", "Jane", flag, phrase])
                .stdout(&card("Call", "Jane", due))
                .stderr("")
                .status(0);
        }
    }
}

/// Said on a Monday it is the next one; the user is told.
#[test]
fn a_remark_about_the_phrase_goes_to_stderr() {
    let home = Home::new();
    home.run(&["add", "Call", "--to", "Jane", "--due", "monday"])
        .stdout(&card(
            "Call",
            "Jane",
            "Mon 30 Nov 2026 all day +01:00 (in 7 days)",
        ))
        .stderr("note: today is Monday: Mon 30 Nov 2026 is taken\n")
        .status(0);
}

#[test]
fn the_zone_is_of_the_environment_or_else_of_the_config() {
    let table = [
        (
            "Europe/Berlin",
            "",
            "Tue 24 Nov 2026 13:00 +01:00 (in 21 h)",
        ),
        (
            "America/New_York",
            "",
            "Tue 24 Nov 2026 13:00 -05:00 (in 27 h)",
        ),
        ("UTC", "", "Tue 24 Nov 2026 13:00 +00:00 (in 22 h)"),
        // What POSIX allows besides names.
        (
            ":Asia/Kolkata",
            "",
            "Tue 24 Nov 2026 13:00 +05:30 (in 16 h)",
        ),
        (
            "/usr/share/zoneinfo/Asia/Tokyo",
            "",
            "Wed 25 Nov 2026 13:00 +09:00 (in 37 h)",
        ),
        ("<-03>3", "", "Tue 24 Nov 2026 13:00 -03:00 (in 25 h)"),
        (
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "",
            "Tue 24 Nov 2026 13:00 +01:00 (in 21 h)",
        ),
        (
            "",
            "time_zone = \"Asia/Tokyo\"\n",
            "Wed 25 Nov 2026 13:00 +09:00 (in 37 h)",
        ),
        (
            "UTC",
            "time_zone = \"Asia/Tokyo\"\n",
            "Tue 24 Nov 2026 13:00 +00:00 (in 22 h)",
        ),
    ];
    for (zone, config, due) in table {
        let mut home = Home::with_config(config);
        home.set("TZ", zone);
        home.run(&["add", "Call", "--to", "Jane", "--due", "tomorrow 1pm"])
            .stdout(&card("Call", "Jane", due))
            .status(0);
    }
}

#[test]
fn a_zone_in_the_phrase_is_kept_and_both_times_are_told() {
    let home = Home::new();
    home.run(&[
        "add",
        "Quote",
        "--to",
        "Jane",
        "--due",
        "tomorrow 1pm Europe/London",
    ])
    .stdout(&card(
        "Quote",
        "Jane",
        "Tue 24 Nov 2026 13:00 +00:00 (in 22 h)",
    ))
    .stderr("note: Tue 24 Nov 13:00 in Europe/London is Tue 24 Nov 14:00 here (Europe/Berlin)\n");
    assert_eq!(only(&home)["zone"], "Europe/London");
    assert_eq!(only(&home)["due"], "2026-11-24T13:00:00+00:00");
}

#[test]
fn their_time_is_the_persons() {
    let home = Home::new();
    home.ok(&["people", "add", "Ann Lee", "--zone", "America/Chicago"]);
    home.run(&[
        "add",
        "Quote",
        "--to",
        "ann lee",
        "--due",
        "tomorrow 1pm their time",
    ])
    .stdout(&card(
        "Quote",
        "Ann Lee",
        "Tue 24 Nov 2026 13:00 -06:00 (in 28 h)",
    ))
    .stderr(
        "note: Tue 24 Nov 13:00 for Ann Lee (America/Chicago) is Tue 24 Nov 20:00 here \
         (Europe/Berlin)\n",
    );
}

#[test]
fn hours_of_half_a_day() {
    let home = Home::with_config("[output]\n24h = false\n");
    home.run(&["add", "Call", "--to", "Jane", "--due", "tomorrow 13:00"])
        .stdout(&card(
            "Call",
            "Jane",
            "Tue 24 Nov 2026 1:00 pm +01:00 (in 21 h)",
        ));
}

/// What was promised yesterday and missed can still be recorded: it is overdue at once. A day says
/// of the making no more than the day, so that a deadline on that same day is possible.
#[test]
fn recorded_after_the_fact() {
    let table = [
        ("yesterday 3pm", "15:00", "2026-11-22T15:00:00+01:00"),
        ("yesterday", "00:00", "2026-11-22T00:00:00+01:00"),
        // The latest reading that has passed; that it is yesterday's is seen.
        ("4:30pm", "16:30", "2026-11-22T16:30:00+01:00"),
    ];
    for (made, shown, made_at) in table {
        let home = Home::new();
        home.run(&[
            "add",
            "Call back",
            "--to",
            "Jane",
            "--made",
            made,
            "--due",
            "yesterday 5pm",
        ])
        .stdout(&format!(
            "{}  made  Sun 22 Nov 2026 {shown} +01:00\n",
            card(
                "Call back",
                "Jane",
                "Sun 22 Nov 2026 17:00 +01:00 (23 h late)"
            )
        ))
        .stderr("")
        .status(0);
        let promise = only(&home);
        assert_eq!(promise["made_at"], made_at);
        assert_eq!(promise["overdue"], true);
        assert_eq!(promise["seconds_late"], 23 * 3600);
    }
}

#[test]
fn the_default_deadline_of_the_config() {
    let home = Home::with_config("[due]\ndefault = \"2 business days\"\n");
    home.run(&["add", "Call", "--to", "Jane"])
        .stdout(&card(
            "Call",
            "Jane",
            "Wed 25 Nov 2026 all day +01:00 (in 2 days)",
        ))
        .stderr("")
        .status(0);
    home.run(&["add", "Call", "--to", "Jane", "--due", "friday"])
        .stdout(
            "Added 2: Call\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n",
        );
}

/// Times that a clock change skips or repeats are settled, and that is said.
#[test]
fn clock_changes() {
    let table = [
        (
            "2027-03-28 02:30",
            "Sun 28 Mar 2027 03:00 +02:00 (in 125 days)",
            "note: clocks in Europe/Berlin skip 02:30 on Sun 28 Mar 2027: the first moment after it \
             is taken, Sun 28 Mar 2027 03:00 +02:00\n",
        ),
        (
            "2027-10-31 02:30",
            "Sun 31 Oct 2027 02:30 +02:00 (in 342 days)",
            "note: 02:30 on Sun 31 Oct 2027 happens twice in Europe/Berlin: the first is taken, \
             Sun 31 Oct 2027 02:30 +02:00\n",
        ),
    ];
    for (phrase, due, note) in table {
        let home = Home::new();
        home.run(&["add", "Call", "--to", "Jane", "--due", phrase])
            .stdout(&card("Call", "Jane", due))
            .stderr(note)
            .status(0);
    }
}
