//! `promise due`, `promise overdue` and the bare `promise`: what is late, due today and coming.

use serde_json::Value;

use crate::harness::{Home, NOW};

/// How the end of the default horizon is written, on the Monday at which tests begin.
const NOTHING: &str = "Nothing is due through Tue 24 Nov 2026.\n";

/// A home in which, that Monday at nine, promises were made that lie around its four o'clock.
pub fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    let promises: [&[&str]; 8] = [
        &[
            "Send the quote",
            "--to",
            "Jane Ortiz",
            "--due",
            "today noon",
            "--tag",
            "vip",
        ],
        &["Call Ann back", "--to", "Ann", "--due", "today 10:00"],
        &[
            "Order the part",
            "--to",
            "Jane Ortiz",
            "--due",
            "today",
            "--owner",
            "Kim",
        ],
        &[
            "Confirm the visit",
            "--to",
            "Ann",
            "--due",
            "today 17:00",
            "--effort",
            "2h",
        ],
        &[
            "Car ready",
            "--to",
            "Bob",
            "--due",
            "tomorrow",
            "--tag",
            "vip",
        ],
        &["Contract", "--from", "Beta Corp", "--due", "today 15:00"],
        &["Report", "--to", "Bob", "--due", "friday"],
        &["Samples", "--from", "Beta Corp", "--due", "tomorrow 9:00"],
    ];
    for promise in promises {
        let mut arguments = vec!["add"];
        arguments.extend(promise);
        home.ok(&arguments);
    }
    home.at(NOW);
    home
}

const PAGE: &str = "\
Overdue
  2  Mon 23 Nov 10:00  6 h late  Ann         Call Ann back
  1  Mon 23 Nov 12:00  4 h late  Jane Ortiz  Send the quote

Due today
  4  Mon 23 Nov 17:00  in 1 h    Ann         Confirm the visit [at risk: less working time is left than its effort]
  3  Mon 23 Nov        today     Jane Ortiz  Order the part (owner Kim)

Coming
  5  Tue 24 Nov        tomorrow  Bob         Car ready

Waiting on
  6  Mon 23 Nov 15:00  1 h late  Beta Corp   Contract
  8  Tue 24 Nov 09:00  in 17 h   Beta Corp   Samples
";

/// The numbers in the sections of `due --json`.
pub fn numbers(due: &Value) -> [Vec<i64>; 4] {
    ["overdue", "today", "coming", "waiting_on"].map(|section| {
        let promises = due[section].as_array().expect("a list");
        let id = |promise: &Value| promise["id"].as_i64().expect("a number");
        promises.iter().map(id).collect()
    })
}

#[test]
fn sections() {
    let home = home();
    let before = home.bytes();
    for arguments in [&["due"][..], &[]] {
        home.run(arguments).stdout(PAGE).stderr("").status(0);
    }
    assert_eq!(home.bytes(), before, "reading writes nothing");
}

#[test]
fn json_has_every_section() {
    let home = home();
    let due = home.json(&["due"]);
    let keys: Vec<&String> = due.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["overdue", "today", "coming", "waiting_on", "checks"]);
    assert_eq!(numbers(&due), [vec![2, 1], vec![4, 3], vec![5], vec![6, 8]]);
    assert_eq!(due["checks"], Value::Array(Vec::new()));
    assert_eq!(due["overdue"][0]["seconds_late"], 6 * 3600);
    assert_eq!(due["today"][0]["at_risk"], true);
    assert_eq!(home.json(&[]), due, "the bare command is due");
}

#[test]
fn a_line_a_record() {
    let home = home();
    let plain = "\
overdue\t2\topen\t2026-11-23T10:00:00+01:00\tAnn\t\tCall Ann back
overdue\t1\topen\t2026-11-23T12:00:00+01:00\tJane Ortiz\t\tSend the quote
today\t4\topen\t2026-11-23T17:00:00+01:00\tAnn\t\tConfirm the visit
today\t3\topen\t2026-11-23T23:59:59+01:00\tJane Ortiz\t\tOrder the part
coming\t5\topen\t2026-11-24T23:59:59+01:00\tBob\t\tCar ready
waiting_on\t6\topen\t2026-11-23T15:00:00+01:00\t\tBeta Corp\tContract
waiting_on\t8\topen\t2026-11-24T09:00:00+01:00\t\tBeta Corp\tSamples
";
    home.run(&["due", "--format", "plain"])
        .stdout(plain)
        .stderr("");
    let csv = format!(
        "section,id,state,due,to,from,what\n{}",
        plain.replace('\t', ",")
    );
    home.run(&["due", "--format", "csv"]).stdout(&csv);
    let lines = home.ok(&["due", "--format", "jsonl"]);
    let sections: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["section"].clone())
        .collect();
    let expected: Vec<&str> = plain.lines().filter_map(|l| l.split('\t').next()).collect();
    assert_eq!(sections, expected);
}

#[test]
fn only_what_is_overdue() {
    let home = home();
    for arguments in [&["due", "--overdue"][..], &["overdue"]] {
        home.run(arguments)
            .stdout(
                "Overdue\n\
                 \x20 2  Mon 23 Nov 10:00  6 h late  Ann         Call Ann back\n\
                 \x20 1  Mon 23 Nov 12:00  4 h late  Jane Ortiz  Send the quote\n\
                 \n\
                 Waiting on\n\
                 \x20 6  Mon 23 Nov 15:00  1 h late  Beta Corp   Contract\n",
            )
            .stderr("")
            .status(0);
    }
    assert_eq!(
        numbers(&home.json(&["overdue"])),
        [vec![2, 1], vec![], vec![], vec![6]]
    );
    home.run(&["overdue", "--to", "Bob"])
        .stdout("Nothing that matches is overdue.\n")
        .stderr("")
        .status(0);
}

/// What others owe me is no reason, and neither is what a filter leaves out.
#[test]
fn the_exit_code_tells_of_mine() {
    let table: [(&[&str], i32); 8] = [
        (&["due", "--exit-code"], 10),
        (&["overdue", "--exit-code"], 10),
        (&["due", "--overdue", "--exit-code", "--json"], 10),
        (&["due", "--exit-code", "--to", "ann"], 10),
        (&["due", "--exit-code", "--to", "bob"], 0),
        (&["overdue", "--exit-code", "--to", "bob"], 0),
        (&["due", "--exit-code", "--from", "beta"], 0),
        (&["due"], 0),
    ];
    let home = home();
    for (arguments, status) in table {
        let ran = home.run(arguments);
        ran.stderr("").status(status);
        assert!(!ran.stdout.is_empty());
    }
}

#[test]
fn filters() {
    let table: [(&[&str], [&[i64]; 4]); 9] = [
        (&["--to", "Jane Ortiz"], [&[1], &[3], &[], &[]]),
        (&["--to", "jane"], [&[1], &[3], &[], &[]]),
        (&["--from", "Beta"], [&[], &[], &[], &[6, 8]]),
        (&["--from", "ann"], [&[], &[], &[], &[]]),
        (&["--owner", "kim"], [&[], &[3], &[], &[]]),
        (&["--owner", "me"], [&[2, 1], &[4], &[5], &[6, 8]]),
        (&["--tag", "vip"], [&[1], &[], &[5], &[]]),
        (&["--tag", "vip", "--to", "bob"], [&[], &[], &[5], &[]]),
        (&["--tag", "none"], [&[], &[], &[], &[]]),
    ];
    let home = home();
    for (flags, expected) in table {
        let mut arguments = vec!["due"];
        arguments.extend(flags);
        assert_eq!(
            numbers(&home.json(&arguments)),
            expected.map(<[i64]>::to_vec),
            "{flags:?}"
        );
    }
}

#[test]
fn nothing_is_due() {
    let home = Home::new();
    home.ok(&["add", "Later", "--to", "Jane", "--due", "2027-06-01"]);
    home.run(&["due"]).stdout(NOTHING).stderr("").status(0);
    home.run(&["due", "--exit-code"]).stdout(NOTHING).status(0);
    home.run(&["overdue"]).stdout("Nothing is overdue.\n");
    home.run(&["due", "--within", "in 2 hours"])
        .stdout("Nothing is due through Mon 23 Nov 2026 18:00 +01:00.\n");
    home.run(&["due", "--format", "plain"]).stdout("").status(0);
    home.run(&["due", "--format", "jsonl"]).stdout("").status(0);
    home.run(&["due", "--format", "csv"])
        .stdout("section,id,state,due,to,from,what\n");
    assert_eq!(numbers(&home.json(&["due"])), [[0_i64; 0]; 4]);
}

/// A wrong HOME in cron must not look like a quiet day.
#[test]
fn no_database_is_told_on_stderr() {
    let home = Home::new();
    let note =
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n";
    home.run(&["due"]).stdout(NOTHING).stderr(note).status(0);
    home.run(&[]).stdout(NOTHING).stderr(note).status(0);
    home.run(&["overdue", "--exit-code"])
        .stdout("Nothing is overdue.\n")
        .stderr(note)
        .status(0);
    assert_eq!(home.run(&["due", "--json"]).stderr(note).status, Some(0));
    let left: Vec<_> = std::fs::read_dir(home.path()).expect("a folder").collect();
    assert!(left.is_empty(), "reading made {left:?}");
}

/// What was settled is due no more.
#[test]
fn kept_and_void_ones_are_gone() {
    let home = home();
    home.ok(&["keep", "1", "3", "6"]);
    home.ok(&["void", "2"]);
    assert_eq!(
        numbers(&home.json(&["due"])),
        [vec![], vec![4], vec![5], vec![8]]
    );
}

#[test]
fn what_is_refused() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str, i32); 6] = [
        (
            &["due", "--within", "blah"],
            "error: --within: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            &["due", "--to", "zed"],
            "error: no person is called \"zed\"\nhint: promise people lists them\n",
            3,
        ),
        (
            &["due", "--to", "b"],
            "error: \"b\" could be Bob or Beta Corp\nhint: write more of the name\n",
            2,
        ),
        (
            &["due", "--owner", "zed"],
            "error: no promise has the owner \"zed\"\n",
            3,
        ),
        (
            &["due", "--within", "friday", "--overdue"],
            "error: the argument '--within <PHRASE>' cannot be used with '--overdue'\n\
             \n\
             Usage: promise due --within <PHRASE>\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &["due", "friday"],
            "error: unexpected argument 'friday' found\n\
             \n\
             Usage: promise due [OPTIONS]\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
    ];
    for (arguments, stderr, status) in table {
        home.run(arguments).stdout("").stderr(stderr).status(status);
    }
    assert_eq!(home.bytes(), before);
    home.write_config("[due]\nhorizon = \"blah\"\n");
    let ran = home.run(&["due"]);
    ran.stdout("").status(1);
    assert!(
        ran.stderr.starts_with("error: ") && ran.stderr.contains("config.toml:2"),
        "{ran:?}"
    );
}
