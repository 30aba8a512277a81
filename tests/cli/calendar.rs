//! `promise calendar`: a month of promises, day by day.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{asked, refused, says};

/// The day of a month, in JSON.
fn day(home: &Home, arguments: &[&str], date: &str) -> Value {
    let days = home.json(&[&["calendar"], arguments].concat());
    let days = days.as_array().expect("a list").clone();
    let mut found = days.into_iter().filter(|day| day["date"] == date);
    found.next().unwrap_or_else(|| panic!("no {date}"))
}

/// The month that a phrase names: its first day, and how many it has.
fn month(home: &Home, phrase: &[&str]) -> (String, usize) {
    let days = home.json(&[&["calendar"], phrase].concat());
    let days = days.as_array().expect("a list");
    let first = days[0]["date"].as_str().expect("a date").to_owned();
    (first, days.len())
}

fn add(home: &Home, due: &str, flags: &[&str]) {
    home.ok(&[&["add", "Quote", "--to", "Jane", "--due", due], flags].concat());
}

/// A month with something of everything, on Monday the 23rd.
fn busy() -> Home {
    let config = "[capacity]\npromises = 2\neffort = \"4h\"\n\
                  [workday]\nholidays = [\"2026-11-26\"]\n";
    let mut home = Home::with_config(config);
    home.at("2026-10-20T09:00:00+02:00");
    for due in ["2026-10-30", "2026-11-03", "2026-11-03", "2026-11-03"] {
        add(&home, due, &[]);
    }
    home.at("2026-11-03T12:00:00+01:00").ok(&["keep", "2"]);
    home.at("2026-11-05T12:00:00+01:00");
    home.ok(&["keep", "3", "--cause", "forgot"]);
    home.ok(&["break", "4", "--cause", "forgot"]);
    add(&home, "2026-11-20", &[]);
    add(&home, "2026-11-25", &["--effort", "3h"]);
    add(&home, "2026-11-25", &["--effort", "90m"]);
    add(&home, "2026-11-25", &["--owner", "Bob"]);
    add(&home, "2026-11-27 10:00", &[]);
    home.ok(&["add", "Contract", "--from", "Beta", "--due", "2026-11-27"]);
    home.at("2026-11-23T16:00:00+01:00");
    home
}

#[test]
fn the_month_at_a_glance() {
    let home = busy();
    let page = "\
November 2026

Mon        Tue        Wed        Thu        Fri        Sat        Sun
                                                                  1 off

2          3          4          5          6          7 off      8 off
           2 kept
           (1 late)
           1 broken

9          10         11         12         13         14 off     15 off

16         17         18         19         20         21 off     22 off
                                            1 late

[23]       24         25 !       26 off     27         28 off     29 off
                      2/2 due               1/2 due
                      +1 other              1 waiting
                      4h30m/4h

30

off: not a working day  !: overbooked  3/4: 3, with room for 4
others: colleagues answer for them  waiting: promised to me
In all: 5 open (4 h 30 min of work, 1 late), 2 kept (1 late), 1 broken, 1
waiting.

Overbooked
  Wed 25 Nov  4 h 30 min of work, room for 4 h  6, 7, 8

Late
  earlier     1 late                            1
  Fri 20 Nov  1 late                            5
";
    for arguments in [
        &["calendar"][..],
        &["cal", "this", "month"],
        &["cal", "friday"],
    ] {
        says(&home, arguments, page);
    }
    // The next month does not repeat what is late, the last one shows it on its day.
    let next = home.ok(&["calendar", "next month"]);
    assert!(next.starts_with("December 2026\n\n"), "{next}");
    assert!(
        next.ends_with("31\n\noff: not a working day\nNothing is due in December 2026.\n"),
        "{next}"
    );
    let last = home.ok(&["calendar", "last month"]);
    assert!(
        last.ends_with("In all: 1 open (1 late).\n\nLate\n  Fri 30 Oct  1 late  1\n"),
        "{last}"
    );
}

#[test]
fn as_json() {
    let home = busy();
    assert_eq!(
        day(&home, &[], "2026-11-25"),
        json!({
            "date": "2026-11-25", "today": false, "working_day": true,
            "promises": 2, "effort_minutes": 270, "colleagues": 1,
            "booked_promises": 2, "booked_minutes": 270,
            "capacity_promises": 2, "capacity_minutes": 240,
            "overbooked": true, "late": 0,
            "kept": 0, "kept_late": 0, "broken": 0, "released": 0, "waiting_on": 0,
            "ids": [6, 7, 8], "late_ids": [],
        })
    );
    let third = day(&home, &[], "2026-11-03");
    assert_eq!(third["kept"], 2);
    assert_eq!(third["kept_late"], 1);
    assert_eq!(third["broken"], 1);
    assert_eq!(third["promises"], 0);
    let late = day(&home, &[], "2026-11-20");
    assert_eq!(late["late_ids"], json!([5]));
    assert_eq!(day(&home, &[], "2026-11-27")["waiting_on"], 1);
    assert_eq!(day(&home, &[], "2026-11-26")["working_day"], false);
    assert_eq!(day(&home, &[], "2026-11-23")["today"], true);
    assert_eq!(home.json(&["calendar"]).as_array().map(Vec::len), Some(30));
    let lines = home.ok(&["calendar", "--format", "jsonl"]);
    assert_eq!(lines.lines().count(), 30);
}

#[test]
fn as_lines() {
    let home = busy();
    let plain = home.ok(&["calendar", "--format", "plain"]);
    assert_eq!(
        plain.lines().nth(24),
        Some("2026-11-25\tfalse\ttrue\t2\t270\t1\t2\t270\t2\t240\ttrue\t0\t0\t0\t0\t0\t0\t6,7,8\t")
    );
    let csv = home.ok(&["calendar", "--format", "csv"]);
    let mut lines = csv.lines();
    let header = lines.next().expect("a header");
    assert!(header.starts_with("date,today,working_day,promises,"));
    assert_eq!(lines.count(), 30);
}

/// Filters choose what is counted; what the day can hold stands against all of mine.
#[test]
fn filters() {
    let home = busy();
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Ann",
        "--due",
        "2026-11-25",
        "--tag",
        "vip",
    ]);
    let ann = day(&home, &["--to", "ann"], "2026-11-25");
    assert_eq!(ann["promises"], 1);
    assert_eq!(ann["booked_promises"], 3);
    assert_eq!(ann["overbooked"], true);
    assert_eq!(ann["ids"], json!([11]));
    assert_eq!(day(&home, &["--tag", "vip"], "2026-11-25"), ann);
    assert_eq!(day(&home, &["--to", "ann"], "2026-11-20")["late"], 0);
    let bob = day(&home, &["--owner", "bob"], "2026-11-25");
    assert_eq!(
        [&bob["promises"], &bob["colleagues"]],
        [&json!(0), &json!(1)]
    );
    let beta = day(&home, &["--from", "beta"], "2026-11-27");
    assert_eq!(
        [&beta["promises"], &beta["waiting_on"]],
        [&json!(0), &json!(1)]
    );
    let page = home.ok(&["calendar", "--tag", "vip"]);
    assert!(
        page.ends_with(
            "In all: 1 open.\n\n\
             Overbooked\n  Wed 25 Nov  3 due, room for 2; 4 h 30 min of work, room for 4 h  11\n"
        ),
        "{page}"
    );
    let page = home.ok(&["calendar", "december", "--tag", "vip"]);
    assert!(
        page.ends_with("Nothing that matches is due in December 2026.\n"),
        "{page}"
    );
}

#[test]
fn which_month_a_phrase_names() {
    let mut home = Home::new();
    let table: [(&[&str], &str, usize); 11] = [
        (&[], "2026-11-01", 30),
        (&["november"], "2026-11-01", 30),
        (&["december"], "2026-12-01", 31),
        (&["2026-12"], "2026-12-01", 31),
        (&["next", "month"], "2026-12-01", 31),
        (&["last month"], "2026-10-01", 31),
        (&["october"], "2026-10-01", 31),
        (&["feb", "2028"], "2028-02-01", 29),
        (&["yesterday"], "2026-11-01", 30),
        (&["2027-02-14"], "2027-02-01", 28),
        (&["q1"], "2027-01-01", 31),
    ];
    for (phrase, first, days) in table {
        assert_eq!(month(&home, phrase), (first.to_owned(), days), "{phrase:?}");
    }
    // At the year's end, and in two zones at one moment.
    home.at("2026-12-31T23:30:00+01:00");
    assert_eq!(month(&home, &[]).0, "2026-12-01");
    assert_eq!(month(&home, &["next month"]).0, "2027-01-01");
    assert_eq!(month(&home, &["january"]).0, "2027-01-01");
    home.set("TZ", "Asia/Tokyo");
    assert_eq!(month(&home, &[]).0, "2027-01-01");
    assert_eq!(month(&home, &["last month"]).0, "2026-12-01");
    assert_eq!(day(&home, &[], "2027-01-01")["today"], true);
}

#[test]
fn nonsense_is_refused_with_its_place() {
    let home = Home::new();
    add(&home, "friday", &[]);
    refused(
        &home,
        &[
            (
                &["calendar", "nonsense"],
                "error: \"nonsense\" is not understood here\n  nonsense\n  ^^^^^^^^\n\
                 hint: say a month, such as \"december\", \"2026-12\" or \"next month\"\n",
                2,
            ),
            (
                &["calendar", "december", "--to", "Nobody"],
                "error: no person is called \"Nobody\"\nhint: promise people lists them\n",
                3,
            ),
        ],
    );
    home.run(&["month"])
        .stderr("error: there is no command month\nhint: you may mean promise calendar\n")
        .status(2);
}

#[test]
fn without_a_database() {
    let home = Home::new();
    let ran = home.run(&["calendar"]);
    ran.stderr(
        "note: no promise is recorded yet: no database at \
         ~/.local/share/promise/promise.db\n",
    )
    .status(0);
    assert!(
        ran.stdout.ends_with("Nothing is due in November 2026.\n"),
        "{ran:?}"
    );
    assert!(!home.database().exists());
    assert_eq!(month(&home, &[]), ("2026-11-01".to_owned(), 30));
}

/// The day of a deadline is that of the user's calendar, and a clock change moves none.
#[test]
fn days_of_zones() {
    let mut home = Home::new();
    home.at("2026-10-20T09:00:00+02:00");
    add(&home, "2026-10-31 23:30", &[]);
    add(&home, "2026-10-25", &[]);
    add(&home, "2026-10-25 02:30", &[]);
    assert_eq!(day(&home, &[], "2026-10-31")["ids"], json!([1]));
    assert_eq!(day(&home, &[], "2026-10-25")["ids"], json!([3, 2]));
    assert_eq!(month(&home, &[]), ("2026-10-01".to_owned(), 31));
    home.set("TZ", "Asia/Tokyo");
    assert_eq!(day(&home, &[], "2026-10-31")["ids"], json!([]));
    assert_eq!(day(&home, &["november"], "2026-11-01")["ids"], json!([1]));
    // A whole day stays that day.
    assert_eq!(day(&home, &[], "2026-10-25")["ids"], json!([3, 2]));
}

/// On a terminal: the grid where it fits, else one line a day.
#[test]
fn on_a_terminal() {
    let mut home = Home::with_config("week_start = \"sun\"\n[capacity]\npromises = 1\n");
    home.set("NO_COLOR", "1").set("TERM", "xterm");
    add(&home, "friday", &[]);
    add(&home, "friday", &[]);
    for (width, begins) in [
        ("200", "November 2026\n\nSun        Mon "),
        ("80", "November 2026\n\nSun        Mon "),
        ("60", "November 2026\n\nSun    Mon    "),
        ("40", "November 2026\n  Sun 1   off\n  Mon 2\n"),
    ] {
        home.set("COLUMNS", width);
        let (text, status) = asked(&home, &["calendar"], &[]);
        assert_eq!(status, 0);
        assert!(text.starts_with(begins), "{width}: {text}");
        let widest = text.lines().map(str::len).max();
        assert!(widest <= width.parse().ok(), "{width}: {text}");
        assert_eq!(text.contains("\n  Fri 27  !      2/1 due\n"), width == "40");
    }
    // What is piped is not narrowed.
    let piped = home.ok(&["calendar"]);
    assert!(piped.contains("\n22 off     [23]       24 "), "{piped}");
    home.set("NO_COLOR", "");
    let (text, _) = asked(&home, &["calendar"], &[]);
    assert!(text.contains("\u{1b}[31mOverbooked\u{1b}[0m"), "{text:?}");
}
