//! `promise review` without a terminal: what moved beside what was put off.

use serde_json::json;

use crate::harness::Home;

/// A week of work, up to Friday 27 November 2026 at 16:00.
fn week() -> Home {
    let mut home = Home::new();
    let add = |home: &Home, what: &str, who: &[&str], due: &str| {
        let mut words = vec!["add", what, "--due", due];
        words.extend(who);
        home.ok(&words);
    };
    home.at("2026-11-09T09:00:00+01:00");
    add(&home, "Send the quote", &["--to", "Jane"], "2026-11-24");
    add(&home, "Fix the tap", &["--to", "Bob"], "2026-11-25 12:00");
    add(
        &home,
        "Deliver the part",
        &["--from", "Beta Corp"],
        "2026-11-26",
    );
    add(
        &home,
        "Call back",
        &["--to", "Ann", "--tag", "vip"],
        "2026-11-23",
    );
    add(&home, "Left lying", &["--to", "Bob"], "2026-11-26");
    add(&home, "Far away", &["--to", "Bob"], "2027-01-26");
    add(&home, "Given up", &["--to", "Ann"], "2026-11-26");
    add(&home, "Let off", &["--to", "Jane"], "2026-11-26");
    add(&home, "For Kim", &["--to", "Jane"], "2026-11-30");
    add(&home, "Mistaken", &["--to", "Jane"], "2026-11-20");
    // Before the week.
    home.at("2026-11-13T10:00:00+01:00");
    home.ok(&["reschedule", "2", "--due", "2026-11-26 12:00", "--told"]);
    home.at("2026-11-23T10:00:00+01:00");
    home.ok(&["keep", "4", "--check", "in 1 day"]);
    home.at("2026-11-24T10:00:00+01:00");
    home.ok(&["check", "4", "yes", "--rating", "5"]);
    home.ok(&["keep", "10"]);
    home.ok(&["void", "10"]);
    home.ok(&["keep", "6"]);
    home.ok(&["undo"]);
    home.at("2026-11-25T10:00:00+01:00");
    home.ok(&[
        "reschedule",
        "2",
        "--due",
        "2026-12-01 12:00",
        "--because",
        "the part is late",
        "--because",
        "nobody ordered it",
        "--cause",
        "waiting-on-others",
    ]);
    home.ok(&["note", "1", "we come on Thursday", "--told"]);
    home.ok(&["note", "5", "a note to myself"]);
    home.ok(&["handoff", "9", "--owner", "Kim"]);
    home.ok(&["release", "8"]);
    home.ok(&["break", "7", "--cause", "overbooked"]);
    home.at("2026-11-27T09:00:00+01:00");
    home.ok(&["keep", "1", "--at", "yesterday 4pm", "--cause", "forgot"]);
    home.at("2026-11-27T16:00:00+01:00");
    home
}

const PAGE: &str = "\
Since Fri 20 Nov 2026 00:00 +01:00

Progress                                 Put off
  4  Call back                             2  Fix the tap
     to Ann: kept on Mon 23 Nov, on           to Bob: rescheduled on Wed 25 Nov
     time                                     to Tue 1 Dec 12:00,
  4  Call back                                waiting-on-others: nobody ordered
     to Ann: checked on Tue 24 Nov:           it, not told; put off once before
     satisfied, 5 of 5                     3  Deliver the part
  1  Send the quote                           from Beta Corp: 1 day late,
     to Jane: told on Wed 25 Nov: we          nothing moved it
     come on Thursday                      5  Left lying
  8  Let off                                  to Bob: 1 day late, nothing moved
     to Jane: released on Wed 25 Nov          it
  9  For Kim                               7  Given up
     to Jane: handed to Kim on Wed 25         to Ann: broken on Wed 25 Nov,
     Nov                                      overbooked
  1  Send the quote
     to Jane: kept on Thu 26 Nov, late
     by 40 h, forgot
";

#[test]
fn the_week_by_mail() {
    let home = week();
    let before = home.bytes();
    home.run(&["review"]).stdout(PAGE).stderr("").status(0);
    home.run(&["review", "--since", "2026-11-20"]).stdout(PAGE);
    assert_eq!(home.bytes(), before, "a review without a terminal reads");
}

/// Which rows stand in which column: what happened, to which promise, put off how often before.
fn rows(home: &Home, arguments: &[&str]) -> [String; 2] {
    let value = home.json(arguments);
    ["progress", "put_off"].map(|column| {
        let rows = value[column].as_array().expect("a list").iter();
        let words: Vec<String> = rows
            .map(|row| {
                let happened = row["happened"].as_str().expect("a word");
                format!("{} {happened} {}", row["id"], row["put_off_before"])
            })
            .collect();
        words.join(", ")
    })
}

#[test]
fn periods_and_filters() {
    let table: [(&[&str], &str, &str); 9] = [
        (
            &[],
            "4 kept 0, 4 checked 0, 1 told 0, 8 released 0, 9 handed_off 0, 1 kept 0",
            "2 rescheduled 1, 3 overdue 0, 5 overdue 0, 7 broken 0",
        ),
        (
            &["--since", "wednesday"],
            "1 told 0, 8 released 0, 9 handed_off 0, 1 kept 0",
            "2 rescheduled 1, 3 overdue 0, 5 overdue 0, 7 broken 0",
        ),
        (
            &["--since", "today"],
            "1 kept 0",
            "3 overdue 0, 5 overdue 0",
        ),
        (&["--to", "Bob"], "", "2 rescheduled 1, 5 overdue 0"),
        (&["--from", "Beta"], "", "3 overdue 0"),
        (&["--tag", "vip"], "4 kept 0, 4 checked 0", ""),
        (&["--owner", "Kim"], "9 handed_off 0", ""),
        (
            &["--since", "2026-11-01", "--to", "Bob"],
            "",
            "2 rescheduled 1, 5 overdue 0",
        ),
        (&["--tag", "none"], "", ""),
    ];
    let home = week();
    for (flags, progress, put_off) in table {
        let mut arguments = vec!["review"];
        arguments.extend(flags);
        assert_eq!(
            rows(&home, &arguments),
            [progress, put_off].map(str::to_owned),
            "{flags:?}"
        );
    }
}

/// What is undone did not happen, and what is reopened is not kept.
#[test]
fn undone_and_reopened() {
    let mut home = week();
    home.ok(&["keep", "5"]);
    let [progress, _] = rows(&home, &["review", "--since", "today"]);
    assert_eq!(progress, "1 kept 0, 5 kept 0");
    home.ok(&["undo"]);
    home.ok(&["check", "1", "no", "--reopen", "--due", "2026-12-04"]);
    let [progress, put_off] = rows(&home, &["review", "--since", "today"]);
    assert_eq!(progress, "1 checked 0");
    assert_eq!(put_off, "3 overdue 0, 5 overdue 0");
    home.at("2026-12-02T10:00:00+01:00");
    home.ok(&["reschedule", "1", "--due", "2026-12-07"]);
    let [_, put_off] = rows(&home, &["review", "--since", "today", "--to", "Jane"]);
    assert_eq!(put_off, "9 overdue 0, 1 rescheduled 0");
}

#[test]
fn every_key_of_the_json() {
    let home = week();
    let value = home.json(&["review", "--to", "Bob"]);
    assert_eq!(value["since"], "2026-11-20T00:00:00+01:00");
    assert_eq!(value["until"], "2026-11-27T16:00:00+01:00");
    assert_eq!(value["progress"], json!([]));
    assert_eq!(
        value["put_off"][0],
        json!({
            "id": 2,
            "what": "Fix the tap",
            "direction": "mine",
            "to": "Bob",
            "from": null,
            "owner": null,
            "happened": "rescheduled",
            "at": "2026-11-25T10:00:00+01:00",
            "state": "open",
            "due": "2026-12-01T12:00:00+01:00",
            "outcome": null,
            "overdue": false,
            "seconds_late": 0,
            "cause": "waiting-on-others",
            "root": "nobody ordered it",
            "told": false,
            "text": null,
            "satisfied": null,
            "rating": null,
            "put_off_before": 1,
        })
    );
    let keys = |row: &serde_json::Value| -> Vec<String> {
        row.as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    let all = home.json(&["review"]);
    let rows = ["progress", "put_off"].map(|column| all[column].as_array().expect("a list"));
    for row in rows.into_iter().flatten() {
        assert_eq!(keys(row), keys(&value["put_off"][0]));
    }
}

#[test]
fn one_record_a_line() {
    let home = week();
    home.run(&["review", "--to", "Bob", "--format", "plain"])
        .stdout(
            "put_off\t2\trescheduled\t2026-11-25T10:00:00+01:00\tBob\t\tFix the tap\
             \twaiting-on-others\tnobody ordered it\t1\n\
             put_off\t5\toverdue\t\tBob\t\tLeft lying\t\t\t0\n",
        )
        .stderr("")
        .status(0);
    home.run(&["review", "--tag", "none", "--format", "csv"])
        .stdout("column,id,happened,at,to,from,what,cause,root,put_off_before\n");
    let lines = home.ok(&["review", "--format", "jsonl"]);
    assert_eq!(lines.lines().count(), 10);
    assert!(lines.starts_with("{\"id\":4,"), "{lines}");
    let table = home.ok(&["review", "--to", "Bob", "--format", "markdown"]);
    assert!(table.starts_with("| column | id | happened |"), "{table}");
}

#[test]
fn nothing_to_say() {
    let mut home = Home::new();
    let note =
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n";
    let nothing = "Nothing moved or was put off since Mon 16 Nov 2026 00:00 +01:00.\n";
    home.run(&["review"]).stdout(nothing).stderr(note).status(0);
    assert!(!home.database().exists());
    home.ok(&["add", "x", "--to", "Jane", "--due", "tomorrow"]);
    home.run(&["review"]).stdout(nothing).stderr("").status(0);
    home.run(&["review", "--to", "Jane"])
        .stdout("Nothing that matches moved or was put off since Mon 16 Nov 2026 00:00 +01:00.\n");
    let value = home.json(&["review"]);
    assert_eq!(
        (&value["progress"], &value["put_off"]),
        (&json!([]), &json!([]))
    );
    // Across the change of the clocks the first day still begins at midnight.
    home.at("2026-10-26T09:00:00+01:00");
    home.run(&["review"])
        .stdout("Nothing moved or was put off since Mon 19 Oct 2026 00:00 +02:00.\n");
}

#[test]
fn what_is_refused() {
    let home = week();
    let before = home.bytes();
    let table: [(&[&str], &str, i32); 4] = [
        (
            &["review", "--since", "blah"],
            "error: --since: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            &["review", "--to", "zed"],
            "error: no person is called \"zed\"\nhint: promise people lists them\n",
            3,
        ),
        (
            &["review", "--format", "html"],
            "error: only promise report is printed as HTML\n\
             hint: --format markdown, csv and json are for every command\n",
            2,
        ),
        (
            &["standup"],
            "error: there is no command standup\nhint: you may mean promise review\n",
            2,
        ),
    ];
    for (arguments, stderr, status) in table {
        home.run(arguments).stdout("").stderr(stderr).status(status);
    }
    assert_eq!(home.bytes(), before);
}

/// Foreign text steers nothing, and formulas stay text.
#[test]
fn hostile_text() {
    let mut home = Home::new();
    let hostile = "=a\u{1b}[2Jb\u{202e}c";
    home.ok(&["add", hostile, "--to", hostile, "--due", "tomorrow"]);
    home.ok(&["note", "1", hostile, "--told"]);
    home.ok(&["reschedule", "1", "--due", "friday", "--because", hostile]);
    home.at("2026-11-30T09:00:00+01:00");
    for format in ["table", "plain", "csv", "markdown"] {
        let text = home.ok(&["review", "--format", format]);
        // What is stored stays as it is in CSV, as everywhere.
        if format == "csv" {
            assert!(text.contains(",'=a"), "{text}");
        } else {
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{format}: {text:?}");
        }
    }
    let value = home.json(&["review"]);
    assert_eq!(value["put_off"][0]["root"], hostile);
}

/// The columns are for the terminal's width, and 80 where there is none.
#[test]
fn a_page_of_eighty_columns() {
    let home = week();
    let page = home.ok(&["review"]);
    assert!(
        page.lines().all(|line| line.chars().count() <= 80),
        "{page}"
    );
}
