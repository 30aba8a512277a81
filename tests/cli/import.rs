//! `promise import` of other programs' files: what every format has in common.

use std::fs;

use serde_json::Value;

use crate::harness::{Home, Ran};

/// Imports a text from a file of this name.
pub fn import(home: &Home, name: &str, text: &str, more: &[&str]) -> Ran {
    fs::write(home.path().join(name), text).expect("a file");
    home.run(&[&["import", name], more].concat())
}

/// Every promise, in the order of its number.
pub fn rows(home: &Home) -> Vec<Value> {
    let list = home.json(&["list", "--all", "--sort", "id"]);
    list.as_array().expect("a list").clone()
}

const SHEET: &str = "Customer,Deadline,Subject,Status\n\
                     Jane Ortiz,friday,Send the quote,\n\
                     Bob,2026-11-20,Call back,open\n";

#[test]
fn one_step_that_can_be_taken_back_and_made_again() {
    let home = Home::new();
    let ran = import(&home, "a.csv", SHEET, &[]);
    ran.stdout("Imported 2 promises and 2 people; 0 were there already.\n")
        .stderr("note: reading a.csv as CSV with a header\n")
        .status(0);
    assert_eq!(home.json(&["log"]).as_array().expect("steps").len(), 1);
    home.ok(&["undo"]);
    assert!(rows(&home).iter().all(|row| row["state"] == "void"));
    // Taken back, it is not here: it comes again, as another.
    import(&home, "a.csv", SHEET, &[])
        .stdout("Imported 2 promises and 2 people; 0 were there already.\n")
        .status(0);
    import(&home, "a.csv", SHEET, &[])
        .stdout("Imported 0 promises and 0 people; 2 were there already.\n")
        .status(0);
    let states: Vec<Value> = rows(&home).iter().map(|row| row["state"].clone()).collect();
    assert_eq!(states, ["void", "void", "open", "open"]);
    let found = home.run(&["doctor"]);
    found.status(0);
}

/// What stands twice in one file is two promises, and stays two.
#[test]
fn rows_that_are_the_same() {
    let home = Home::new();
    let twice = format!("{SHEET}Bob,2026-11-20,Call back,open\n");
    import(&home, "a.csv", &twice, &[]).status(0);
    assert_eq!(rows(&home).len(), 3);
    import(&home, "a.csv", &twice, &[])
        .stdout("Imported 0 promises and 0 people; 3 were there already.\n")
        .status(0);
}

/// A row that says something else by now is told of; what is here stays.
#[test]
fn rows_that_have_changed() {
    let home = Home::new();
    import(&home, "a.csv", SHEET, &[]).status(0);
    home.ok(&["keep", "2", "--at", "today 10am"]);
    import(&home, "a.csv", SHEET, &[])
        .stdout("Imported 0 promises and 0 people; 2 were there already.\n")
        .stderr("note: reading a.csv as CSV with a header\n")
        .status(0);
    let done = "Customer,Deadline,Subject,Status,Completed\n\
                Jane Ortiz,friday,Send the quote,done,2026-11-23\n";
    import(&home, "a.csv", done, &[])
        .stdout("Imported 0 promises and 0 people; 1 were there already.\n")
        .stderr(
            "note: reading a.csv as CSV with a header\n\
             warning: a.csv:2: promise 1 is here already, and the row says something else of it; \
             it stays as it is\n",
        )
        .status(0);
    assert_eq!(rows(&home)[0]["state"], "open");
}

#[test]
fn a_dry_run_saves_nothing() {
    let home = Home::new();
    import(&home, "a.csv", SHEET, &["--dry-run"])
        .stdout("Would import 2 promises and 2 people; 0 are there already.\n")
        .status(0);
    assert!(!home.path().join(".local").exists());
    home.ok(&["add", "x", "--to", "Bob", "--due", "friday"]);
    let before = home.bytes();
    import(&home, "a.csv", SHEET, &["--dry-run"])
        .stdout("Would import 2 promises and 1 person; 0 are there already.\n")
        .status(0);
    let ran = import(&home, "a.csv", SHEET, &["--dry-run", "--json"]);
    ran.stderr(
        "note: reading a.csv as CSV with a header\n\
         note: Would import 2 promises and 1 person; 0 are there already.\n",
    );
    let promises: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(promises[0]["what"], "Send the quote");
    assert_eq!(promises[1]["overdue"], true);
    let ran = import(&home, "a.csv", "what,to,due\n", &["--dry-run", "--json"]);
    ran.stdout("[]\n").status(0);
    import(&home, "a.csv", SHEET, &["--dry-run", "--quiet"])
        .stdout("")
        .status(0);
    assert!(home.bytes() == before);
}

#[test]
fn bad_records_are_all_named_and_nothing_is_saved() {
    let home = Home::new();
    home.ok(&["add", "x", "--to", "Bob", "--due", "friday"]);
    let before = home.bytes();
    let text = "what,to,due,made\n\
                ,Ann,friday,\n\
                No person,,friday,\n\
                No deadline,Ann,,\n\
                Bad phrase,Ann,frooday,\n\
                Good,Ann,friday,\n\
                Future,Ann,friday,2027-01-01\n";
    let errors = "note: reading a.csv as CSV with a header\n\
                  warning: a.csv:2: the description is empty\n\
                  warning: a.csv:3: no person is named\n\
                  warning: a.csv:4: there is no deadline\n\
                  warning: a.csv:5: due \"frooday\": \"frooday\" is not understood here\n\
                  warning: a.csv:7: it was made in the future\n";
    let ran = import(&home, "a.csv", text, &[]);
    let refused = "error: nothing was imported: 5 records cannot be taken in\n\
                   hint: --to NAME gives those a person that name nobody\n\
                   hint: --due PHRASE gives those a deadline that have none\n\
                   hint: --skip-bad leaves out what cannot be taken in\n";
    ran.stdout("")
        .stderr(&format!("{errors}{refused}"))
        .status(1);
    assert!(home.bytes() == before);
    import(&home, "a.csv", text, &["--skip-bad"])
        .stdout("Imported 1 promise and 1 person; 0 were there already; 5 bad records left out.\n")
        .stderr(errors)
        .status(0);
    import(
        &home,
        "a.csv",
        text,
        &["--skip-bad", "--to", "Me Too", "--due", "2 weeks"],
    )
    .stdout("Imported 2 promises and 1 person; 1 were there already; 3 bad records left out.\n")
    .status(0);
    let many = format!("what,to,due\n{}", "x,Ann,\n".repeat(57));
    let ran = import(&home, "a.csv", &many, &[]);
    ran.status(1);
    assert_eq!(ran.stderr.matches("warning: a.csv:").count(), 20);
    assert!(ran.stderr.contains("warning: and 37 more\n"), "{ran:?}");
}

#[test]
fn what_is_printed() {
    let home = Home::new();
    import(&home, "a.csv", SHEET, &["--quiet"])
        .stdout("1\n2\n")
        .stderr("")
        .status(0);
    let ran = import(&home, "a.csv", SHEET, &["--json"]);
    let value: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(
        value,
        serde_json::json!([{"promises": 0, "people": 0, "present": 2, "differing": 0,
                            "left_out": 0, "bad": 0, "format": "csv"}])
    );
    // The format of the file says nothing of that of the results.
    let ran = import(&home, "a.csv", SHEET, &["--json", "--format", "csv"]);
    assert!(ran.stdout.starts_with('['), "{ran:?}");
}

#[test]
fn formats_that_do_not_fit() {
    let home = Home::new();
    fs::write(home.path().join("letter"), "Dear Ann, thank you\n").expect("a file");
    let table: &[(&[&str], &str)] = &[
        (
            &["letter"],
            "error: it cannot be told what format letter has\n\
             hint: say it: --format taskwarrior, todotxt, csv, ics or jsonl\n",
        ),
        (
            &["letter", "--format", "jsonl", "--to", "Ann"],
            "error: --to says nothing of an export of promise\n\
             hint: leave it out, or say --format\n",
        ),
        (
            &["letter", "--format", "csv", "--deleted"],
            "error: --deleted says nothing of CSV with a header\n\
             hint: leave it out, or say --format\n",
        ),
        (
            &["letter", "--format", "csv", "--map", "a=b"],
            "error: --map: there is no field \"b\"\n\
             hint: the fields are what, to, from, due, due_whole_day, zone, made, state, settled, \
             owner, via, tags, effort, notes, key, uuid, standard, every, every_until, \
             every_times, remind, needs; none leaves the column out\n",
        ),
    ];
    for (arguments, stderr) in table {
        let ran = home.run(&[&["import"], *arguments].concat());
        ran.stdout("").stderr(stderr).status(2);
    }
    let ran = home.run(&["--format", "json", "import", "letter"]);
    assert!(
        ran.stderr
            .contains("--format is that of the file on import"),
        "{ran:?}"
    );
    fs::write(home.path().join("wide.csv"), b"\xff\xfew\0h\0").expect("a file");
    home.run(&["import", "wide.csv"])
        .stderr(
            "error: wide.csv is UTF-16\n\
             hint: save it as UTF-8; spreadsheets call that \"CSV UTF-8\"\n",
        )
        .status(1);
    assert!(!home.database().exists());
}

/// What was forgotten here is not brought back by an import of what it came from.
#[test]
fn forgotten_people_stay_forgotten() {
    let home = Home::new();
    import(&home, "a.csv", SHEET, &[]).status(0);
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    import(&home, "a.csv", SHEET, &[])
        .stdout("Imported 0 promises and 0 people; 1 were there already.\n")
        .stderr(
            "note: reading a.csv as CSV with a header\n\
             note: 1 record of forgotten people were left out\n",
        )
        .status(0);
}

#[test]
fn a_stream_is_read_as_a_file_is() {
    let home = Home::new();
    home.run_with(
        &["import", "-", "--format", "csv"],
        &format!("\u{feff}{SHEET}"),
    )
    .stdout("Imported 2 promises and 2 people; 0 were there already.\n")
    .stderr("")
    .status(0);
}
