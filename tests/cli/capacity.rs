//! `[capacity]` and `promise free`: how much a day can hold, and which day can hold more.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{refused, says};

/// A home with some capacity, and promises without effort on some days.
fn home(capacity: &str, days: &[&str]) -> Home {
    let home = Home::with_config(&format!("[capacity]\n{capacity}\n"));
    for day in days {
        home.ok(&["add", "Call", "--to", "Jane", "--due", day]);
    }
    home
}

/// The command that promises something for a day, with some flags.
fn add<'a>(due: &'a str, flags: &[&'a str]) -> Vec<&'a str> {
    [&["add", "Quote", "--to", "Jane", "--due", due], flags].concat()
}

/// The days that are free, without their year.
fn free(home: &Home, flags: &[&str]) -> String {
    let days = home.json(&[&["free"], flags].concat());
    let days = days.as_array().expect("a list").iter();
    let days = days.map(|day| day["date"].as_str().expect("a date")[5..].to_owned());
    days.collect::<Vec<_>>().join(" ")
}

/// How many promises are at risk.
fn at_risk(home: &Home) -> usize {
    let list = home.json(&["list"]);
    let list = list.as_array().expect("a list").iter();
    list.filter(|promise| promise["at_risk"] == true).count()
}

const FULL: &str = "Tue 24 Nov 2026 is full: 2 promised already\n\
                    hint: the next day with room is Wed 25 Nov 2026\n";

#[test]
fn a_full_day_warns() {
    let home = home("promises = 2", &["tomorrow", "tomorrow 15:00"]);
    home.run(&add("tomorrow", &[]))
        .stdout(
            "Added 3: Quote\n\
             \x20 to    Jane\n\
             \x20 due   Tue 24 Nov 2026 all day +01:00 (tomorrow)\n",
        )
        .stderr(&format!("warning: {FULL}"))
        .status(0);
    home.run(&add("wednesday", &[])).stderr("").status(0);
    // Every one of that day is at risk, whoever came first.
    let risk = json!(["its day is overbooked"]);
    let due = home.json(&["due"]);
    for promise in due["coming"].as_array().expect("a list") {
        let expected = if promise["id"] == 4 {
            &json!([])
        } else {
            &risk
        };
        assert_eq!(&promise["risk_reasons"], expected, "{promise}");
        assert_eq!(promise["at_risk"], promise["id"] != 4);
    }
    let mut home = home;
    home.at("2026-11-24T08:00:00+01:00");
    says(
        &home,
        &["due"],
        "Due today\n\
         \x20 2  Tue 24 Nov 15:00  in 7 h    Jane  Call [at risk: its day is overbooked]\n\
         \x20 1  Tue 24 Nov        today     Jane  Call [at risk: its day is overbooked]\n\
         \x20 3  Tue 24 Nov        today     Jane  Quote [at risk: its day is overbooked]\n\
         \n\
         Coming\n\
         \x20 4  Wed 25 Nov        tomorrow  Jane  Quote\n",
    );
}

#[test]
fn a_full_day_refuses_where_the_config_says_so() {
    let home = home("promises = 2\nstrict = true", &["tomorrow", "tomorrow"]);
    let full = format!("error: {FULL}");
    refused(
        &home,
        &[
            (&add("tomorrow", &[]), &full, 4),
            (&add("tomorrow 9:00 am", &["--json"]), &full, 4),
            (&add("tomorrow", &["--every", "weekday"]), &full, 4),
        ],
    );
    home.run(&add("wednesday", &[])).stderr("").status(0);
    // Neither what others promised me nor what a colleague does takes a place of mine.
    home.ok(&["add", "Contract", "--from", "Jane", "--due", "tomorrow"]);
    home.ok(&add("tomorrow", &["--owner", "Ann"]));
    // What is settled leaves its place to another; a retry takes none.
    home.ok(&["keep", "1"]);
    home.ok(&add("tomorrow", &["--key", "K"]));
    home.run(&add("tomorrow", &["--key", "K"]))
        .stderr("")
        .status(0);
    home.run(&add("tomorrow", &[])).stderr(&full).status(4);
}

/// The day that is named has room, though the ones between may not be worked or are full.
#[test]
fn the_next_day_with_room() {
    let config = "promises = 1\n[workday]\nholidays = [\"2026-11-30\"]";
    let home = home(config, &["thursday", "friday", "1 dec"]);
    home.run(&add("thursday", &[]))
        .stderr(
            "warning: Thu 26 Nov 2026 is full: 1 promised already\n\
             hint: the next day with room is Wed 2 Dec 2026\n",
        )
        .status(0);
    // A day that is not worked may be promised for all the same.
    home.run(&add("saturday", &[])).stderr("").status(0);
}

/// Another hour of the same day is no second promise on it.
#[test]
fn a_promise_does_not_count_itself() {
    let home = home("promises = 1\nstrict = true", &["tomorrow", "wednesday"]);
    home.run(&["move", "1", "--due", "tomorrow 15:00"])
        .stderr("")
        .status(0);
    home.run(&["move", "1", "--due", "wednesday"])
        .stdout("")
        .stderr(
            "error: Wed 25 Nov 2026 is full: 1 promised already\n\
             hint: the next day with room is Thu 26 Nov 2026\n",
        )
        .status(4);
    // The next day with room may be the one that it leaves.
    home.run(&["move", "2", "--due", "tomorrow"])
        .stderr(
            "error: Tue 24 Nov 2026 is full: 1 promised already\n\
             hint: the next day with room is Wed 25 Nov 2026\n",
        )
        .status(4);
}

#[test]
fn a_limit_of_effort() {
    let home = home("effort = \"4h\"\nstrict = true", &[]);
    home.ok(&add("tomorrow", &["--effort", "2h"]));
    let before = home.bytes();
    let ran = home.run(&add("tomorrow", &["--effort", "3h"]));
    assert!(
        ran.stderr
            .ends_with("hint: the next day with room is Wed 25 Nov 2026\n")
    );
    ran.stdout("").status(4);
    // No day can hold this, so none is named, and the empty one is not called full.
    let ran = home.run(&add("wednesday", &["--effort", "5h"]));
    assert!(!ran.stderr.contains("the next day"), "{ran:?}");
    assert!(!ran.stderr.contains("is full: 0 promised"), "{ran:?}");
    ran.stdout("").status(4);
    assert!(home.bytes() == before);
    // What takes exactly what is left fits.
    home.run(&add("tomorrow", &["--effort", "2h"]))
        .stderr("")
        .status(0);
    assert_eq!(
        free(&home, &["--within", "friday"]),
        "11-23 11-25 11-26 11-27"
    );
}

/// A day of the week may have a limit of its own; what it does not say holds as on every day.
#[test]
fn per_weekday() {
    let capacity = "promises = 2\neffort = \"6h\"\n[capacity.friday]\npromises = 1";
    let home = home(capacity, &["thursday", "friday"]);
    home.run(&add("thursday", &[])).stderr("").status(0);
    home.run(&add("friday", &[]))
        .stderr(
            "warning: Fri 27 Nov 2026 is full: 1 promised already\n\
             hint: the next day with room is Mon 30 Nov 2026\n",
        )
        .status(0);
    let days = home.json(&["free", "--within", "4 dec"]);
    let days = days.as_array().expect("a list");
    assert_eq!(
        days.last(),
        Some(&json!({"date": "2026-12-04", "promises_left": 1, "minutes_left": 360}))
    );
    let with_effort = free(&home, &["--effort", "6h", "--within", "4 dec"]);
    assert_eq!(with_effort, "11-24 11-25 11-30 12-01 12-02 12-03 12-04");
}

/// Seven promises for every day of a week that holds two: each is warned of, and the day that is
/// named is always the first with room.
#[test]
fn a_week_of_overbooking() {
    let days = ["tuesday", "wednesday", "thursday", "friday"];
    let home = home("promises = 2", &[]);
    for day in days {
        for place in 0..7 {
            let ran = home.run(&add(day, &[]));
            let warned = ran.stderr.contains(" is full: ");
            assert_eq!(warned, place >= 2, "{day}, {place}: {ran:?}");
            ran.status(0);
        }
    }
    assert_eq!(at_risk(&home), 28);
    home.run(&add("tuesday", &[]))
        .stderr(
            "warning: Tue 24 Nov 2026 is full: 7 promised already\n\
             hint: the next day with room is Mon 30 Nov 2026\n",
        )
        .status(0);
    assert_eq!(free(&home, &["--within", "1 dec"]), "11-23 11-30 12-01");
    // Once the days hold what they can, nothing is at risk any more.
    let list = home.json(&["list", "--sort", "id"]);
    for day in list
        .as_array()
        .expect("a list")
        .chunk_by(|a, b| a["due"] == b["due"])
    {
        for promise in day.iter().take(5) {
            home.ok(&["release", &promise["id"].to_string()]);
        }
    }
    assert_eq!(at_risk(&home), 0);
}

#[test]
fn free_days() {
    let home = home("promises = 2", &["tomorrow", "tomorrow", "wednesday"]);
    home.ok(&add("thursday", &["--effort", "6h"]));
    says(
        &home,
        &["free", "--within", "friday"],
        "day              promises  work\n\
         Mon 23 Nov 2026  2         1 h\n\
         Wed 25 Nov 2026  1         8 h\n\
         Thu 26 Nov 2026  1         2 h\n\
         Fri 27 Nov 2026  2         8 h\n",
    );
    says(
        &home,
        &[
            "free", "--effort", "3h", "--within", "friday", "--format", "csv",
        ],
        "date,promises_left,minutes_left\n2026-11-25,1,480\n2026-11-27,2,480\n",
    );
    says(
        &home,
        &["free", "--effort", "9h"],
        "No day has room through Mon 7 Dec 2026.\n",
    );
    says(&home, &["free", "--effort", "9h", "--json"], "[]\n");
    let before = home.bytes();
    home.ok(&["free"]);
    assert!(home.bytes() == before, "reading writes nothing");
}

/// Without a limit there is room wherever there is working time.
#[test]
fn free_without_a_limit() {
    let mut home = Home::new();
    let note = "note: no promise is recorded yet: no database at \
                ~/.local/share/promise/promise.db\n";
    home.run(&["free", "--within", "tomorrow"])
        .stdout(
            "day              promises  work\n\
             Mon 23 Nov 2026  any       1 h\n\
             Tue 24 Nov 2026  any       8 h\n",
        )
        .stderr(note)
        .status(0);
    assert!(!home.database().exists());
    home.ok(&add("tomorrow", &[]));
    let days = home.json(&["free", "--within", "today"]);
    assert_eq!(days[0]["promises_left"], Value::Null);
    // After work nothing of today is left.
    home.at("2026-11-23T17:00:00+01:00");
    assert_eq!(free(&home, &["--within", "tomorrow"]), "11-24");
}

#[test]
fn what_free_refuses() {
    let home = home("promises = 2", &["tomorrow"]);
    refused(
        &home,
        &[
            (
                &["free", "--effort", "blah"],
                "error: --effort: this is no length of time\n\
                 \x20 blah\n\
                 \x20 ^^^^\n\
                 hint: say an effort as \"45m\", \"1h30m\" or \"1.5 hours\"\n",
                2,
            ),
            (
                &["free", "--within", "blah"],
                "error: --within: \"blah\" is not understood here\n  blah\n  ^^^^\n",
                2,
            ),
        ],
    );
    // No day of the past can be promised for: that is not "no room".
    for phrase in ["yesterday", "last week"] {
        home.run(&["free", "--within", phrase]).stdout("").status(2);
    }
}
