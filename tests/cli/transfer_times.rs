//! The times that every format can say, and those that are refused wherever they come from.

use std::fs;

use serde_json::Value;

use crate::harness::Home;
use crate::import::{import, rows};

const YEARS: &str = "due: a deadline lies in the years 1900 to 9998";
const CLOCKS: &str = "due: the clocks of its zone were no whole number of minutes from UTC then";

fn taskwarrior(due: &str) -> String {
    format!(
        "[{{\"uuid\":\"639aa622-a111-4def-b875-7a0038500cb1\",\"description\":\"x\",\"due\":\"{due}\",\
         \"entry\":\"20261101T100000Z\",\"status\":\"pending\"}}]"
    )
}

fn calendar(due: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nSUMMARY:x\r\nDUE:{due}\r\nEND:VTODO\r\n\
         END:VCALENDAR\r\n"
    )
}

/// What another format could not read again is not taken in by any.
#[test]
fn deadlines_that_no_format_can_say() {
    let out = "DUE \"99991231T000000Z\" is out of range";
    let table = [
        ("a.json", taskwarrior("99991231T000000Z"), YEARS),
        ("a.json", taskwarrior("18500101T120000Z"), YEARS),
        ("a.ics", calendar("99991231T000000Z"), out),
        ("a.txt", "(A) x due:9999-12-31 to:J\n".to_owned(), "due"),
        ("a.txt", "(A) x due:0001-01-01 to:J\n".to_owned(), YEARS),
        ("a.csv", "what,to,due\nx,J,9999-12-31\n".to_owned(), "due"),
    ];
    for (name, text, reason) in table {
        let home = Home::new();
        let ran = import(&home, name, &text, &["--to", "Ann"]);
        assert_eq!(ran.status, Some(1), "{text}{ran:?}");
        assert!(ran.stderr.contains(&format!(": {reason}")), "{text}{ran:?}");
        assert!(!home.database().exists() || rows(&home).is_empty());
    }
    let mut home = Home::new();
    home.set("TZ", "Africa/Monrovia");
    let ran = import(&home, "a.txt", "(A) x due:1971-06-01 to:J\n", &[]);
    assert!(ran.stderr.contains(CLOCKS), "{ran:?}");
    import(&home, "a.txt", "(A) x due:1973-06-01 to:J\n", &[]).status(0);
}

/// The first and the last deadline come through every format, and through a sync.
#[test]
fn the_first_and_the_last() {
    for due in ["19000101T120000Z", "99981231T120000Z"] {
        let home = Home::new();
        import(&home, "a.json", &taskwarrior(due), &["--to", "Ann"]).status(0);
        let at = rows(&home)[0]["due"].clone();
        let formats = ["jsonl", "ics", "todotxt", "taskwarrior"];
        for format in formats {
            let other = Home::new();
            let text = home.ok(&["export", "--format", format]);
            import(&other, "file", &text, &["--format", format]).status(0);
            assert_eq!(rows(&other)[0]["due"], at, "{format}");
        }
        let folder = home.path().join("tasks");
        fs::create_dir(&folder).expect("a folder");
        let folder = folder.display().to_string();
        home.ok(&["sync", &folder]);
        let other = Home::new();
        other
            .run(&["sync", &folder, "-q"])
            .stdout("1\n")
            .stderr("")
            .status(0);
        assert_eq!(rows(&other)[0]["due"], at);
        assert_eq!(home.json(&["sync", &folder]), Value::Array(Vec::new()));
    }
}

/// Records of another machine: times that cannot be meant are refused, and what is ahead of the
/// clock here is said.
#[test]
fn records_of_other_times() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane",
        "--due",
        "friday 1pm",
    ]);
    let text = home.ok(&["export"]);
    let due = "wall 2026-11-27T13:00:00+01:00[Europe/Berlin]";
    let odd = "wall 2026-11-27T13:00:00+05:30[Europe/Berlin]";
    let far = "wall 9999-11-27T13:00:00+01:00[Europe/Berlin]";
    let table = [
        (
            due,
            odd,
            "wall 2026-11-27T13:00:00+05:30[Europe/Berlin]: clocks there never had that offset",
        ),
        (due, far, "a deadline lies in the years 1900 to 9998"),
        ("1795446000", "999999999999", "made_at in the year 33658"),
        (
            "\"at\":\"2026-11-23",
            "\"at\":\"1850-11-23",
            "an event in the year 1850",
        ),
    ];
    for (from, to, reason) in table {
        assert!(text.contains(from), "{text}");
        let other = Home::new();
        let ran = import(&other, "a.jsonl", &text.replace(from, to), &[]);
        assert_eq!(ran.status, Some(1), "{ran:?}");
        assert!(ran.stderr.contains(reason), "{ran:?}");
    }
    let mut other = Home::new();
    other.at("2026-11-22T16:00:00+01:00");
    import(&other, "a.jsonl", &text, &[])
        .stdout("Imported 1 promise and 1 person; 0 were there already.\n")
        .stderr(
            "warning: a.jsonl:3: its history tells of 2026-11-23T15:00:00Z, which is in the \
             future: look at the clocks of both machines\n",
        )
        .status(0);
    let mut other = Home::new();
    other.at("2026-11-23T15:50:00+01:00");
    import(&other, "a.jsonl", &text, &[]).stderr("").status(0);
}

/// Times that a clock change skips or doubles are said of every format, as of what is typed.
#[test]
fn clock_changes() {
    let table = [
        (
            "a.csv",
            "to,what,due\nJ,a,2027-03-28 02:30\n",
            "a.csv:2: due 2027-03-28 02:30:00 is skipped by a clock change: \
             2027-03-28T03:00:00+02:00 was taken",
        ),
        (
            "a.csv",
            "to,what,due\nJ,a,28 March 2027 at 2:30am\n",
            "a.csv:2: clocks in Europe/Berlin skip 02:30",
        ),
        (
            "a.txt",
            "(A) a due:2027-03-28T02:30 to:J\n",
            "a.txt:1: due 2027-03-28 02:30:00 is skipped by a clock change: \
             2027-03-28T03:00:00+02:00 was taken",
        ),
        (
            "a.txt",
            "(A) a due:2027-10-31T02:30 to:J\n",
            "a.txt:1: due 2027-10-31 02:30:00 happens twice: 2027-10-31T02:30:00+02:00 was taken",
        ),
    ];
    for (name, text, said) in table {
        let home = Home::new();
        let ran = import(&home, name, text, &[]);
        assert_eq!(ran.status, Some(0), "{ran:?}");
        assert!(
            ran.stderr.contains(&format!("\nwarning: {said}")),
            "{ran:?}"
        );
        import(&home, name, text, &[])
            .stdout("Imported 0 promises and 0 people; 1 were there already.\n");
    }
}
