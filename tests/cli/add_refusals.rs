//! `promise add`: what it refuses, and that nothing is written then.

use crate::harness::Home;

/// Runs refused commands in an empty home, where none may leave anything, and in one with a
/// promise, whose database must stay byte for byte as it was.
#[track_caller]
fn refused(arguments: &[&str], stderr: &str, status: i32) {
    let empty = Home::new();
    empty
        .run(arguments)
        .stdout("")
        .stderr(stderr)
        .status(status);
    let left: Vec<_> = std::fs::read_dir(empty.path()).expect("a folder").collect();
    assert!(left.is_empty(), "{arguments:?} left {left:?}");
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane Ortiz", "--due", "friday"]);
    let before = home.bytes();
    home.run(arguments).stdout("").stderr(stderr).status(status);
    assert_eq!(home.bytes(), before, "{arguments:?} wrote");
}

#[test]
fn what_is_missing() {
    let what = "error: say what is promised\n\
                hint: promise add \"Send the quote\" --to NAME --due PHRASE\n";
    let whom = "error: say to whom it is promised\n\
                hint: --to NAME, or --from NAME for a promise made to you\n";
    let when = "error: say by when: a promise needs a deadline\n\
                hint: --due PHRASE, or set default in [due] of the config\n";
    let table: [(&[&str], &str); 5] = [
        (&["add"], what),
        (&["add", "--to", "Jane", "--due", "friday"], what),
        (&["add", "Call"], whom),
        (&["add", "Call", "--due", "friday"], whom),
        (&["add", "Call", "--to", "Jane"], when),
    ];
    for (arguments, stderr) in table {
        refused(arguments, stderr, 2);
    }
}

#[test]
fn descriptions() {
    let hint = "hint: say in a line what is promised\n";
    let empty = format!("error: the description is empty\n{hint}");
    let long = "x".repeat(4097);
    let too_long = format!("error: the description has 4097 bytes; the limit is 4096\n{hint}");
    for (what, stderr) in [("", &empty), (" \t\n", &empty), (&long, &too_long)] {
        refused(&["add", what, "--to", "Jane", "--due", "friday"], stderr, 2);
    }
}

/// Longer than one argument can be, so in several words.
#[test]
fn a_description_of_a_megabyte() {
    let word = "x".repeat(99_999);
    let mut arguments = vec!["add"];
    arguments.extend(std::iter::repeat_n(word.as_str(), 10));
    arguments.extend(["--to", "Jane", "--due", "friday"]);
    refused(
        &arguments,
        "error: the description has 999999 bytes; the limit is 4096\n\
         hint: say in a line what is promised\n",
        2,
    );
}

#[test]
fn short_texts() {
    let long = "x".repeat(1025);
    let long_note = "x".repeat(4097);
    let table: [(&str, &str, &str); 10] = [
        ("--to", "", "the value of --to is empty\n"),
        ("--from", " ", "the value of --from is empty\n"),
        ("--owner", "", "the value of --owner is empty\n"),
        ("--via", "", "the value of --via is empty\n"),
        ("--key", "", "the value of --key is empty\n"),
        ("--tag", "", "the value of --tag is empty\n"),
        (
            "--tag",
            "two words",
            "a tag is one word, and \"two words\" is not\nhint: repeat --tag for several\n",
        ),
        (
            "--tag",
            "a,b",
            "a tag is one word, and \"a,b\" is not\nhint: repeat --tag for several\n",
        ),
        ("--note", "", "the note is empty\n"),
        (
            "--note",
            &long_note,
            "the note has 4097 bytes; the limit is 4096\n",
        ),
    ];
    for (flag, value, stderr) in table {
        let mut arguments = vec!["add", "Call", "--due", "friday", flag, value];
        if !["--to", "--from"].contains(&flag) {
            arguments.extend(["--to", "Jane"]);
        }
        refused(&arguments, &format!("error: {stderr}"), 2);
    }
    for flag in ["--to", "--from", "--owner", "--via", "--key", "--tag"] {
        let mut arguments = vec!["add", "Call", "--due", "friday", flag, &long];
        if !["--to", "--from"].contains(&flag) {
            arguments.extend(["--to", "Jane"]);
        }
        let stderr = format!("error: the value of {flag} has 1025 bytes; the limit is 1024\n");
        refused(&arguments, &stderr, 2);
    }
}

/// The place where reading stopped is shown, whatever is wrong with it.
#[test]
fn phrases() {
    let table = [
        (
            "--due",
            "tomorrow 13pm",
            "error: --due: hour 13 with pm\n\
             \x20 tomorrow 13pm\n\
             \x20          ^^^^\n\
             hint: say a time such as \"1pm\", \"13:00\" or \"noon\"\n",
        ),
        (
            "--due",
            "blah",
            "error: --due: \"blah\" is not understood here\n  blah\n  ^^^^\n",
        ),
        (
            "--due",
            "1/12",
            "error: --due: \"1/12\" could be Tue 1 Dec 2026 or Tue 12 Jan 2027\n\
             \x20 1/12\n\
             \x20 ^^^^\n\
             hint: name the month, as in \"3 Dec\", or set date_order in the config\n",
        ),
        (
            "--made",
            "tomorrow",
            "error: --made: \"tomorrow\" has not come yet: it is Tue 24 Nov 2026\n\
             \x20 tomorrow\n\
             \x20 ^^^^^^^^\n\
             hint: say a moment that has passed, such as \"today 9am\" or \"2 hours ago\"\n",
        ),
        (
            "--effort",
            "lots",
            "error: --effort: this is no length of time\n\
             \x20 lots\n\
             \x20 ^^^^\n\
             hint: say an effort as \"45m\", \"1h30m\" or \"1.5 hours\"\n",
        ),
    ];
    for (flag, phrase, stderr) in table {
        let mut arguments = vec!["add", "Call", "--to", "Jane", flag, phrase];
        if flag != "--due" {
            arguments.extend(["--due", "friday"]);
        }
        refused(&arguments, stderr, 2);
    }
}

/// A deadline that has passed is refused, unless it was made before.
#[test]
fn a_deadline_that_has_passed() {
    for phrase in ["today 9am", "2026-11-20", "2026-11-23T15:59:59+01:00"] {
        let home = Home::new();
        let ran = home.run(&["add", "Call", "--to", "Jane", "--due", phrase]);
        ran.stdout("").status(2);
        assert!(
            ran.stderr.starts_with("error: --due: ") && ran.stderr.contains("--made"),
            "{ran:?}"
        );
        assert!(!home.database().exists());
    }
}

#[test]
fn a_deadline_before_it_was_made() {
    refused(
        &[
            "add",
            "Call",
            "--to",
            "Jane",
            "--made",
            "today 9am",
            "--due",
            "yesterday 5pm",
        ],
        "error: the deadline lies before the promise was made\n\
         hint: promise date PHRASE shows how a phrase is understood\n",
        2,
    );
}

/// Where the phrase comes from the config, the error says so.
#[test]
fn a_default_deadline_that_cannot_be() {
    let home = Home::with_config("[due]\ndefault = \"friday midnight\"\n");
    home.run(&["add", "Call", "--to", "Jane"])
        .stdout("")
        .stderr(
            "error: due.default in the config: \"friday midnight\" could be Fri 27 Nov 2026 00:00 \
             +01:00 or Sat 28 Nov 2026 00:00 +01:00\n\
             \x20 friday midnight\n\
             \x20 ^^^^^^^^^^^^^^^\n\
             hint: say \"2026-11-27 00:00\" or \"2026-11-28 00:00\"\n",
        )
        .status(2);
    assert!(!home.database().exists());
}

/// What the hint says leads somewhere.
#[test]
fn their_time_where_no_zone_is_known() {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    let before = home.bytes();
    let arguments = [
        "add",
        "Quote",
        "--to",
        "Jane",
        "--due",
        "tomorrow 1pm their time",
    ];
    home.run(&arguments)
        .stdout("")
        .stderr(
            "error: --due: no time zone is known for Jane\n\
             \x20 tomorrow 1pm their time\n\
             \x20              ^^^^^^^^^^\n\
             hint: record it: promise people add \"Jane\" --zone ZONE\n",
        )
        .status(2);
    assert_eq!(home.bytes(), before);
    home.ok(&["people", "add", "Jane", "--zone", "Europe/London"]);
    home.run(&arguments).status(0);
}

/// A hint about an effort names an effort.
#[test]
fn no_effort_at_all() {
    let home = Home::new();
    let ran = home.run(&[
        "add", "Call", "--to", "Jane", "--due", "friday", "--effort", "0m",
    ]);
    ran.stdout("").status(2);
    assert!(ran.stderr.starts_with("error: --effort: "), "{ran:?}");
    assert!(!ran.stderr.contains("\"now\""), "{ran:?}");
}

#[test]
fn to_and_from_at_once() {
    refused(
        &[
            "add", "Call", "--to", "Jane", "--from", "Bob", "--due", "friday",
        ],
        "error: the argument '--to <NAME>' cannot be used with '--from <NAME>'\n\
         \n\
         Usage: promise add --to <NAME> --due <PHRASE> <WHAT>...\n\
         \n\
         For more information, try '--help'.\n",
        2,
    );
}

#[test]
fn a_clock_that_is_none() {
    for now in [
        "tomorrow",
        "2026-11-23",
        "2026-11-23T16:00:00",
        "2026-13-23T16:00:00Z",
        "1795446000",
    ] {
        let mut home = Home::new();
        home.at(now);
        home.run(&["add", "Call", "--to", "Jane", "--due", "friday"])
            .stdout("")
            .stderr(&format!(
                "error: PROMISE_NOW is not a time: {now}\n\
                 hint: write it as RFC 3339 has it: 2026-11-23T16:00:00+01:00\n"
            ))
            .status(1);
        assert!(!home.database().exists());
    }
}

#[test]
fn a_zone_that_is_none() {
    let mut home = Home::new();
    home.set("TZ", "Europe/Nowhere");
    home.run(&["add", "Call", "--to", "Jane", "--due", "friday"])
        .stdout("")
        .stderr(
            "error: TZ names no time zone: Europe/Nowhere\n\
             hint: name one as Europe/London, or unset TZ\n",
        )
        .status(1);
    assert!(!home.database().exists());
}
