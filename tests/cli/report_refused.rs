//! `promise report`: what is refused, and with which words.

use crate::harness::Home;
use crate::life::refused;

fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane Ortiz", "--due", "friday"]);
    home.ok(&["add", "Call", "--to", "Jane Roe", "--due", "friday"]);
    home
}

#[test]
fn refusals() {
    let table: [(&[&str], &str, i32); 8] = [
        (
            &["report", "--since", "friday", "--until", "1 oct"],
            "error: --since, Fri 20 Nov 2026, lies after the end, Thu 1 Oct 2026\n\
             hint: say an earlier --since or a later --until\n",
            2,
        ),
        (
            &["report", "--since", "nonsense"],
            "error: --since: \"nonsense\" is not understood here\n  nonsense\n  ^^^^^^^^\n",
            2,
        ),
        (
            &["report", "--until", "blah"],
            "error: --until: \"blah\" is not understood here\n  blah\n  ^^^^\n",
            2,
        ),
        (
            &["report", "--since", "2026-11-30"],
            "error: --since: \"2026-11-30\" has not come yet: it is Mon 30 Nov 2026\n  \
             2026-11-30\n  ^^^^^^^^^^\n\
             hint: say a moment that has passed, such as \"today 9am\" or \"2 hours ago\"\n",
            2,
        ),
        (
            &["report", "--since", "1/12"],
            "error: --since: \"1/12\" could be Mon 1 Dec 2025 00:00 +01:00 or Mon 12 Jan 2026 \
             00:00 +01:00\n  1/12\n  ^^^^\n\
             hint: name the month, as in \"3 Dec\", or set date_order in the config\n",
            2,
        ),
        (
            &["report", "--until", "9999-12-31"],
            "error: --until: \"9999-12-31\" is too far away\n  9999-12-31\n  ^^^^^^^^^^\n\
             hint: a deadline lies at most 100 years away\n",
            2,
        ),
        (
            &["report", "--owner", "nobody"],
            "error: no promise has the owner \"nobody\"\n",
            3,
        ),
        (
            &["report", "--via", ""],
            "error: the value of --via is empty\n",
            2,
        ),
    ];
    refused(&home(), &table);
}

/// What the flags themselves rule out, by how it begins.
#[test]
fn flags_that_exclude_each_other() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str); 7] = [
        (
            &["--since", "today", "--period", "week"],
            "the argument '--since <PHRASE>' cannot be used with '--period <UNIT>'",
        ),
        (
            &["--mine", "--theirs"],
            "the argument '--mine' cannot be used with '--theirs'",
        ),
        (
            &["--to", "jane", "--theirs"],
            "the argument '--to <NAME>' cannot be used with '--theirs'",
        ),
        (
            &["--from", "jane", "--mine"],
            "the argument '--from <NAME>' cannot be used with '--mine'",
        ),
        (
            &["--to", "jane", "--from", "jane"],
            "the argument '--to <NAME>' cannot be used with '--from <NAME>'",
        ),
        (
            &["--period", "decade"],
            "invalid value 'decade' for '--period <UNIT>'",
        ),
        (
            &["--group", "colour"],
            "invalid value 'colour' for '--group <FIELD>'",
        ),
    ];
    for (flags, message) in table {
        let ran = home.run(&[&["report"], flags].concat());
        ran.status(2).stdout("");
        let start = format!("error: {message}");
        assert!(ran.stderr.starts_with(&start), "{flags:?}: {}", ran.stderr);
    }
    assert_eq!(home.bytes(), before);
}

/// Part of a name that two people have, and one that nobody has.
#[test]
fn names_that_do_not_tell() {
    let home = home();
    let ran = home.run(&["report", "--to", "jane"]);
    ran.status(2).stdout("");
    assert!(
        ran.stderr.contains("Jane Ortiz") && ran.stderr.contains("Jane Roe"),
        "{}",
        ran.stderr
    );
    home.run(&["report", "--to", "zed"]).status(3).stdout("");
}

/// HTML is of the report alone: other commands refuse it before they save anything.
#[test]
fn html_of_other_commands() {
    let home = home();
    let before = home.bytes();
    for arguments in [
        &["list"][..],
        &["due"],
        &["show", "1"],
        &["add", "Visit", "--to", "Jane Roe", "--due", "friday"],
        &["keep", "1"],
        &["people"],
        &["log"],
    ] {
        let ran = home.run(&[arguments, &["--format", "html"]].concat());
        ran.status(2).stdout("");
        assert!(
            ran.stderr.starts_with("error: only promise report is"),
            "{arguments:?}: {}",
            ran.stderr
        );
    }
    assert_eq!(home.bytes(), before);
}
