//! The filters of `promise list`.

use serde_json::Value;

use crate::harness::Home;

/// Promises that differ in all that can be asked for.
fn home() -> Home {
    let mut home = Home::with_config("me = \"Sam Hill\"\n");
    home.at("2026-11-20T09:00:00+01:00");
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "2026-11-24T13:00",
        "--tag",
        "vip",
        "--tag",
        "quotes",
        "--via",
        "call",
    ]);
    home.ok(&[
        "add",
        "Car ready",
        "--to",
        "Bob Ortiz",
        "--due",
        "2026-11-27",
        "--tag",
        "vip",
        "--owner",
        "Kim Lee",
        "--via",
        "email",
    ]);
    home.at("2026-11-22T09:00:00+01:00");
    home.ok(&["people", "add", "Beta Corp", "--alias", "The Supplier"]);
    home.ok(&[
        "add",
        "Contract",
        "--from",
        "Beta Corp",
        "--due",
        "2026-11-30",
    ]);
    home.at("2026-11-23T09:00:00+01:00");
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Jane Ortiz",
        "--due",
        "2026-11-23T10:00",
        "--owner",
        "KIM  LEE",
    ]);
    home.ok(&["add", "Parts", "--from", "Bob Ortiz", "--due", "2026-11-25"]);
    home.ok(&["keep", "4"]);
    home.ok(&["void", "5"]);
    home.at(crate::harness::NOW);
    home
}

/// The numbers of what `list` gives, the smallest first.
fn ids(home: &Home, flags: &[&str]) -> Vec<i64> {
    let mut arguments = vec!["list", "--sort", "id"];
    arguments.extend(flags);
    let list = home.json(&arguments);
    let id = |promise: &Value| promise["id"].as_i64().expect("a number");
    list.as_array().expect("a list").iter().map(id).collect()
}

#[test]
fn by_state_person_owner_tag_and_channel() {
    let table: [(&[&str], &[i64]); 27] = [
        (&[], &[1, 2, 3]),
        (&["--all"], &[1, 2, 3, 4, 5]),
        (&["--state", "open"], &[1, 2, 3]),
        (&["--state", "kept"], &[4]),
        (&["--state", "void"], &[5]),
        (&["--state", "kept,void"], &[4, 5]),
        (&["--state", "kept", "--state", "open"], &[1, 2, 3, 4]),
        (&["--state", "broken,released"], &[]),
        (&["--to", "Jane Ortiz"], &[1]),
        (&["--to", "jane"], &[1]),
        (&["--to", " JANE   ortiz "], &[1]),
        (&["--to", "jane", "--all"], &[1, 4]),
        (&["--to", "bob", "--all"], &[2]),
        (&["--from", "bob", "--all"], &[5]),
        (&["--from", "supplier"], &[3]),
        (&["--to", "beta"], &[]),
        (&["--owner", "Kim Lee", "--all"], &[2, 4]),
        (&["--owner", "kim", "--all"], &[2, 4]),
        (&["--owner", "me", "--all"], &[1, 3, 5]),
        (&["--owner", "sam hill", "--all"], &[1, 3, 5]),
        (&["--tag", "vip"], &[1, 2]),
        (&["--tag", "vip", "--tag", "quotes"], &[1]),
        (&["--tag", "vi"], &[]),
        (&["--via", "call"], &[1]),
        (&["--via", "fax"], &[]),
        (&["--tag", "vip", "--owner", "kim", "--via", "email"], &[2]),
        (&["--tag", "vip", "--to", "bob", "--via", "call"], &[]),
    ];
    let home = home();
    for (flags, expected) in table {
        assert_eq!(ids(&home, flags), expected, "{flags:?}");
    }
}

/// Both ends belong to it: before is until the end of what is said, after from its start.
#[test]
fn by_deadline_and_making() {
    let table: [(&[&str], &[i64]); 16] = [
        (&["--due-before", "2026-11-24T13:00"], &[1]),
        (&["--due-before", "2026-11-24T12:59"], &[]),
        (&["--due-before", "tomorrow"], &[1]),
        (&["--due-before", "friday"], &[1, 2]),
        (&["--due-before", "today", "--all"], &[4]),
        (&["--due-after", "friday"], &[2, 3]),
        (&["--due-after", "2026-11-28"], &[3]),
        (&["--due-after", "2026-11-24T13:00"], &[1, 2, 3]),
        (&["--due-after", "2026-11-24T13:01"], &[2, 3]),
        (
            &["--due-after", "tomorrow", "--due-before", "friday"],
            &[1, 2],
        ),
        (&["--made-before", "2026-11-20"], &[1, 2]),
        (&["--made-before", "yesterday"], &[1, 2, 3]),
        (&["--made-after", "yesterday", "--all"], &[3, 4, 5]),
        (&["--made-after", "today", "--all"], &[4, 5]),
        (&["--made-after", "friday"], &[1, 2, 3]),
        (
            &["--made-after", "saturday", "--made-before", "sunday"],
            &[3],
        ),
    ];
    let home = home();
    for (flags, expected) in table {
        assert_eq!(ids(&home, flags), expected, "{flags:?}");
    }
}

/// A phrase that is not understood is never left out of the question.
#[test]
fn what_is_refused() {
    let home = home();
    let before = home.bytes();
    let table = [
        (
            "--to",
            "zed",
            "no person is called \"zed\"\nhint: promise people lists them\n",
            3,
        ),
        (
            "--from",
            "zed",
            "no person is called \"zed\"\nhint: promise people lists them\n",
            3,
        ),
        (
            "--to",
            "ortiz",
            "\"ortiz\" could be Jane Ortiz or Bob Ortiz\nhint: write more of the name\n",
            2,
        ),
        ("--owner", "zed", "no promise has the owner \"zed\"\n", 3),
        ("--search", "", "--search needs a word to look for\n", 2),
        ("--search", " \t", "--search needs a word to look for\n", 2),
        (
            "--due-before",
            "blah",
            "--due-before: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            "--due-after",
            "blah",
            "--due-after: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            "--made-before",
            "blah",
            "--made-before: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            "--made-after",
            "blah",
            "--made-after: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
    ];
    for (flag, value, stderr, status) in table {
        home.run(&["list", flag, value])
            .stdout("")
            .stderr(&format!("error: {stderr}"))
            .status(status);
    }
    home.run(&["list", "--to", "jane", "--from", "bob"])
        .stdout("")
        .stderr(
            "error: the argument '--to <NAME>' cannot be used with '--from <NAME>'\n\
             \n\
             Usage: promise list --to <NAME>\n\
             \n\
             For more information, try '--help'.\n",
        )
        .status(2);
    assert_eq!(home.bytes(), before);
}

/// An empty variable of a script asks for nobody, and not for everybody; what nothing can be
/// called is not looked for.
#[test]
fn filters_that_nothing_can_match() {
    let home = Home::new();
    home.ok(&[
        "add", "Call", "--to", "Jane", "--due", "friday", "--owner", "Kim",
    ]);
    for command in ["list", "due"] {
        for flag in ["--to", "--from", "--owner", "--tag"] {
            for value in ["", "  "] {
                home.run(&[command, flag, value])
                    .stdout("")
                    .stderr(&format!("error: the value of {flag} is empty\n"))
                    .status(2);
            }
        }
    }
    let long = "x".repeat(1025);
    for flag in ["--to", "--from", "--owner", "--tag", "--via"] {
        home.run(&["list", flag, &long])
            .stdout("")
            .stderr(&format!(
                "error: the value of {flag} has 1025 bytes; the limit is 1024\n"
            ))
            .status(2);
    }
    home.run(&["list", "--via", ""])
        .stdout("")
        .stderr("error: the value of --via is empty\n")
        .status(2);
}

/// A name that is somebody's goes before those that only hold it.
#[test]
fn a_whole_name_goes_before_a_part() {
    let home = Home::new();
    for name in ["Ann", "Anna", "Joanna"] {
        home.ok(&["add", "Call", "--to", name, "--due", "friday"]);
    }
    assert_eq!(ids(&home, &["--to", "ann"]), [1]);
    assert_eq!(ids(&home, &["--to", "joan"]), [3]);
    home.run(&["list", "--to", "anna"]).status(0);
    home.run(&["list", "--to", "an"])
        .stdout("")
        .stderr("error: \"an\" could be Ann or Anna or Joanna\nhint: write more of the name\n")
        .status(2);
}

#[test]
fn candidates_are_not_listed_without_end() {
    let home = Home::new();
    for number in 1..=8 {
        let name = format!("Customer {number}{number}{number}");
        home.ok(&["people", "add", &name]);
    }
    home.run(&["list", "--to", "customer"])
        .stdout("")
        .stderr(
            "error: \"customer\" could be Customer 111 or Customer 222 or Customer 333 or \
             Customer 444 or Customer 555 and 3 more\n\
             hint: write more of the name\n",
        )
        .status(2);
}
