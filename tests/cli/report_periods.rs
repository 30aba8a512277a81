//! `promise report`: which days it is about, and whose promises.

use serde_json::{Value, json};

use crate::harness::Home;

/// The days of a report, and of the time before it.
fn days(home: &Home, flags: &[&str]) -> [String; 4] {
    let report = home.json(&[&["report"], flags].concat());
    let day = |value: &Value| value.as_str().expect("a day").to_owned();
    let before = &report["before"];
    [
        &report["since"],
        &report["until"],
        &before["since"],
        &before["until"],
    ]
    .map(day)
}

/// Monday 23 November 2026, in the afternoon.
#[test]
fn the_days_of_a_period() {
    let table: [(&[&str], [&str; 4]); 11] = [
        (
            &[],
            ["2026-11-01", "2026-11-23", "2026-10-01", "2026-10-23"],
        ),
        (
            &["--period", "week"],
            ["2026-11-23", "2026-11-23", "2026-11-16", "2026-11-16"],
        ),
        (
            &["--period", "month"],
            ["2026-11-01", "2026-11-23", "2026-10-01", "2026-10-23"],
        ),
        (
            &["--period", "quarter"],
            ["2026-10-01", "2026-11-23", "2026-07-01", "2026-08-23"],
        ),
        (
            &["--period", "year"],
            ["2026-01-01", "2026-11-23", "2025-01-01", "2025-11-23"],
        ),
        (
            &["--period", "month", "--until", "31 oct"],
            ["2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30"],
        ),
        (
            &["--since", "friday"],
            ["2026-11-20", "2026-11-23", "2026-11-16", "2026-11-19"],
        ),
        (
            &["--since", "1 oct", "--until", "31 oct"],
            ["2026-10-01", "2026-10-31", "2026-08-31", "2026-09-30"],
        ),
        (
            &["--since", "today", "--until", "today"],
            ["2026-11-23", "2026-11-23", "2026-11-22", "2026-11-22"],
        ),
        (
            &["--until", "yesterday"],
            ["2026-11-01", "2026-11-22", "2026-10-01", "2026-10-22"],
        ),
        (
            &["--since", "2025-12-29", "--until", "2026-01-04"],
            ["2025-12-29", "2026-01-04", "2025-12-22", "2025-12-28"],
        ),
    ];
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    for (flags, expected) in table {
        assert_eq!(days(&home, flags), expected, "{flags:?}");
    }
}

#[test]
fn weeks_that_begin_on_sunday() {
    let home = Home::with_config("week_start = \"sun\"\n");
    home.ok(&["add", "Call", "--to", "Jane", "--due", "2026-11-27"]);
    let week = ["2026-11-22", "2026-11-23", "2026-11-15", "2026-11-16"];
    assert_eq!(days(&home, &["--period", "week"]), week);
    let report = home.json(&["report", "--until", "2026-11-30", "--group", "week"]);
    let names = report["groups"].as_array().expect("groups").iter();
    let names: Vec<&Value> = names.map(|group| &group["name"]).collect();
    assert_eq!(names, [&json!("2026-11-22")]);
}

/// A promise for each end of a day on which the clocks change, and of a year.
#[test]
fn days_that_begin_and_end_on_the_clock() {
    let mut home = Home::new();
    let table = [
        // The clocks go back on the 25th: that day has 25 hours.
        (
            "2026-10-23T09:00:00+02:00",
            "2026-10-25",
            "2026-10-25T23:59:59+01:00",
            "2026-10-25",
        ),
        (
            "2026-10-23T09:01:00+02:00",
            "2026-10-25 00:30",
            "2026-10-25T00:30:00+02:00",
            "2026-10-25",
        ),
        (
            "2026-12-30T09:00:00+01:00",
            "2026-12-31",
            "2026-12-31T23:59:59+01:00",
            "2026-12-31",
        ),
        (
            "2026-12-30T09:01:00+01:00",
            "2027-01-01 00:00",
            "2026-12-31T23:00:00+01:00",
            "2027-01-01",
        ),
    ];
    for (place, (made, due, ..)) in table.iter().enumerate() {
        home.at(made)
            .ok(&["add", "Call", "--to", "Jane", "--due", due]);
        let id = (place + 1).to_string();
        home.at(table[place].2).ok(&["keep", &id]);
    }
    home.at("2027-01-04T09:00:00+01:00");
    for (_, due, kept, day) in table {
        let report = home.json(&["report", "--since", day, "--until", day]);
        assert_eq!(
            report["kept_rate"]["first"]["count"],
            report["kept_rate"]["first"]["of"]
        );
        assert_ne!(report["kept_rate"]["first"]["of"], 0, "{due}");
        let settled = &kept[..10];
        let report = home.json(&["report", "--since", settled, "--until", settled]);
        assert_ne!(report["flow"]["points"][0]["settled"], 0, "{kept}");
    }
    let year = home.json(&["report", "--since", "2026-12-28", "--until", "2027-01-03"]);
    assert_eq!(year["counts"]["made"], 2);
    assert_eq!(year["counts"]["kept_early"], 1);
    assert_eq!(year["counts"]["kept_on_time"], 1);
    assert_eq!(year["flow"]["points"].as_array().expect("points").len(), 7);
    let october = home.json(&["report", "--period", "week", "--until", "2026-10-25"]);
    assert_eq!(october["counts"]["made"], 2);
    assert_eq!(october["kept_rate"]["negotiated"]["of"], 2);
}

/// Promises of mine and theirs, of several owners, tags, channels and standards.
fn mixed() -> Home {
    let mut home =
        Home::with_config("me = \"Kim\"\n[standard.callback]\ndue = \"1 business day\"\n");
    home.at("2026-11-02T09:00:00+01:00");
    let table: [&[&str]; 6] = [
        &["--to", "Jane Ortiz", "--tag", "beta", "--via", "call"],
        &["--to", "Jane Ortiz", "--owner", "Ann"],
        &["--to", "Bob", "--tag", "beta", "--tag", "urgent"],
        &["--to", "Bob", "--standard", "callback"],
        &["--from", "Jane Ortiz"],
        &["--from", "Supplier", "--via", "email"],
    ];
    for flags in table {
        home.ok(&[&["add", "Call", "--due", "2026-11-04"], flags].concat());
    }
    home.at("2026-11-23T16:00:00+01:00");
    home
}

#[test]
fn whose_promises() {
    let home = mixed();
    // How many were made, whose, and whether theirs stand beside them.
    let table: [(&[&str], u64, &str, bool); 14] = [
        (&[], 4, "mine", true),
        (&["--mine"], 4, "mine", false),
        (&["--theirs"], 2, "theirs", false),
        (&["--to", "jane"], 2, "mine", false),
        (&["--from", "jane"], 1, "theirs", false),
        (&["--theirs", "--from", "jane"], 1, "theirs", false),
        (&["--owner", "me"], 3, "mine", false),
        (&["--owner", "Kim"], 3, "mine", false),
        (&["--owner", "ann"], 1, "mine", false),
        (&["--tag", "beta"], 2, "mine", false),
        (&["--tag", "beta", "--tag", "urgent"], 1, "mine", false),
        (&["--tag", "nothing"], 0, "mine", false),
        (&["--standard", "callback"], 1, "mine", true),
        (&["--via", "call"], 1, "mine", true),
    ];
    for (flags, made, direction, theirs) in table {
        let report = home.json(&[&["report"], flags].concat());
        assert_eq!(report["counts"]["made"], made, "{flags:?}");
        assert_eq!(report["direction"], direction, "{flags:?}");
        assert_eq!(!report["theirs"].is_null(), theirs, "{flags:?}");
    }
    let theirs = &home.json(&["report"])["theirs"];
    assert_eq!(theirs["counts"]["overdue"], 2);
    let people = theirs["people"].as_array().expect("people").iter();
    let names: Vec<&Value> = people.map(|person| &person["name"]).collect();
    assert_eq!(names, ["Jane Ortiz", "Supplier"]);
}
