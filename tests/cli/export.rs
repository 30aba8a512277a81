//! `promise export` for other programs: the same promises come back from every format that can
//! carry them, and the formats are what others read.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::harness::Home;
use crate::import::{import, rows};

/// Promises of every kind, with texts that other programs stumble over.
fn lively() -> Home {
    let mut home = Home::new();
    let commands: &[&[&str]] = &[
        &[
            "add",
            "=SUM(A1) \"quoted\", é",
            "--to",
            "Jane Ortiz",
            "--due",
            "tomorrow 1pm",
            "--tag",
            "a",
            "--tag",
            "b-c",
            "--effort",
            "45m",
            "--via",
            "call",
            "--key",
            "K_1%",
        ],
        &[
            "add",
            "'=x; y",
            "--from",
            "Bob",
            "--due",
            "end of month",
            "--made",
            "yesterday",
        ],
        &[
            "add",
            "Report +x @home due:never",
            "--to",
            "@Ann",
            "--every",
            "friday 9:00",
            "--until",
            "2027-03-01",
            "--remind",
            "2h",
            "--needs",
            "1",
        ],
        &[
            "add",
            "Call",
            "--to",
            "Ann",
            "--due",
            "in 2 hours",
            "--owner",
            "Kim",
            "--tag",
            "priority:A",
        ],
        &["add", "Ship", "--to", "Ann", "--due", "friday"],
        &[
            "add",
            "In Tokyo",
            "--to",
            "Ann",
            "--due",
            "friday 9:00 Asia/Tokyo",
        ],
        &[
            "add",
            "x 2026-11-01 looks done",
            "--to",
            "Ann",
            "--due",
            "friday",
        ],
        &["keep", "4"],
        &["release", "5"],
        &["break", "7"],
    ];
    for (minute, command) in commands.iter().enumerate() {
        home.at(&format!("2026-11-23T16:{minute:02}:00+01:00"));
        home.ok(command);
    }
    home.at("2026-11-23T17:00:00+01:00");
    home
}

/// What promises are, but for what a format does not carry.
fn without(home: &Home, lost: &[&str]) -> Vec<Value> {
    let mut rows = rows(home);
    for row in &mut rows {
        let row = row.as_object_mut().expect("an object");
        for name in lost {
            row.remove(*name);
        }
    }
    rows
}

#[test]
fn the_same_promises_come_back() {
    let table: [(&str, &[&str]); 4] = [
        ("taskwarrior", &[]),
        ("csv", &[]),
        ("ics", &[]),
        // Times are days there.
        (
            "todotxt",
            &[
                "made_at",
                "settled_at",
                "zone",
                "due",
                "first_due",
                "first_outcome",
                "outcome",
            ],
        ),
    ];
    for (format, lost) in table {
        let mut home = lively();
        let seconds = ["note", "1", "one, two\nthree"];
        if format != "todotxt" {
            home.ok(&seconds);
        }
        let exported = home.ok(&["export", "--format", format]);
        let mut copy = Home::new();
        copy.at("2026-11-23T17:00:00+01:00");
        home.at("2026-11-23T17:00:00+01:00");
        let file = format!("in.{format}");
        let ran = import(&copy, &file, &exported, &["--format", format]);
        ran.stdout("Imported 7 promises and 4 people; 0 were there already.\n")
            .status(0);
        let mut lost = lost.to_vec();
        if format == "ics" {
            // One description: its moment is that of the promise.
            lost.push("notes");
        }
        assert_eq!(without(&copy, &lost), without(&home, &lost), "{format}");
        import(&copy, &file, &exported, &["--format", format])
            .stdout("Imported 0 promises and 0 people; 7 were there already.\n")
            .status(0);
        // And where it came from, nothing is new either.
        let ran = import(&home, &file, &exported, &["--format", format]);
        ran.stdout("Imported 0 promises and 0 people; 7 were there already.\n")
            .status(0);
        assert!(!ran.stderr.contains("is here already"), "{ran:?}");
        copy.run(&["doctor"]).status(0);
        // The format is told from the content as well.
        let guessed = Home::new();
        let ran = import(&guessed, "in", &exported, &["--dry-run"]);
        assert_eq!(
            ran.stderr.matches("note: reading in as ").count(),
            1,
            "{ran:?}"
        );
    }
}

#[test]
fn filters_and_what_is_left_out() {
    let home = lively();
    home.ok(&["void", "6"]);
    let lines = |arguments: &[&str]| {
        let text = home.ok(&[&["export", "--format", "todotxt"], arguments].concat());
        text.lines().count()
    };
    assert_eq!(lines(&[]), 6);
    assert_eq!(lines(&["--all"]), 7);
    assert_eq!(lines(&["--state", "open"]), 3);
    assert_eq!(lines(&["--to", "Ann"]), 3);
    assert_eq!(lines(&["--from", "Bob", "--limit", "5"]), 1);
    // Histories with filters: what they name comes with them, and can be imported.
    let some = home.ok(&["export", "--to", "Jane"]);
    assert_eq!(
        some.lines()
            .filter(|line| line.contains("\"record\":\"promise\""))
            .count(),
        1
    );
    assert_eq!(
        some.lines()
            .filter(|line| line.contains("\"record\":\"person\""))
            .count(),
        1
    );
    let copy = Home::new();
    import(&copy, "a.jsonl", &some, &[]).stderr("").status(0);
    assert_eq!(rows(&copy)[0]["uuid"], rows(&home)[0]["uuid"]);
    assert_eq!(home.ok(&["export", "--all"]), home.ok(&["export"]));
    home.run(&["export", "--format", "table"]).status(2);
    home.run(&["--format", "plain", "export"])
        .stderr(
            "error: export writes jsonl, json, csv, ics, todotxt, taskwarrior or markdown\n\
             hint: promise list --all has every format\n",
        )
        .status(2);
}

#[test]
fn nothing_to_export() {
    let home = Home::new();
    let table = [
        ("taskwarrior", "[\n]\n"),
        ("todotxt", ""),
        (
            "markdown",
            "| id | state | due | to | from | what |\n| --- | --- | --- | --- | --- | --- |\n",
        ),
    ];
    for (format, text) in table {
        home.run(&["export", "--format", format])
            .stdout(text)
            .status(0);
    }
}

#[test]
fn a_table_to_be_read() {
    let home = lively();
    let text = home.ok(&["export", "--format", "markdown", "--to", "Jane"]);
    assert_eq!(
        text,
        "| id | state | due | to | from | what |\n\
         | --- | --- | --- | --- | --- | --- |\n\
         | 1 | open | 2026-11-24 13:00 | Jane Ortiz |  | =SUM(A1) \"quoted\", é |\n"
    );
}

/// Python's reader of CSV sees the cells that were written.
#[test]
fn read_by_python() {
    let script = "import csv,json,sys; print(json.dumps(list(csv.DictReader(sys.stdin))))";
    let child = Command::new("python3")
        .args(["-c", script])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        println!("skipped: python3 is not installed");
        return;
    };
    let home = lively();
    home.ok(&["note", "1", "one, two\nthree"]);
    let exported = home.ok(&["export", "--format", "csv"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(exported.as_bytes()).expect("a reader");
    drop(stdin);
    let output = child.wait_with_output().expect("an end");
    let rows: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(rows.as_array().expect("rows").len(), 7);
    assert_eq!(rows[0]["what"], "'=SUM(A1) \"quoted\", é");
    assert_eq!(rows[1]["what"], "''=x; y");
    assert_eq!(rows[0]["notes"], "2026-11-23T16:00:00Z one, two\n  three");
    let file = home.path().join("kept.csv");
    fs::write(&file, exported).expect("a file");
}
