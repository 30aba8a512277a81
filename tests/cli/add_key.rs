//! `promise add --key`: a script's own key, so that a retry never doubles a promise.

use crate::harness::Home;

/// A home with one promise under the key "crm-17".
fn home() -> Home {
    let home = Home::new();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane",
        "--due",
        "today 5pm",
        "--key",
        "crm-17",
        "--tag",
        "vip",
        "--note",
        "in a hurry",
        "--via",
        "call",
        "--effort",
        "30m",
        "--owner",
        "Kim",
    ]);
    home
}

const PRESENT: &str = "  to    Jane\n  due   Mon 23 Nov 2026 17:00 +01:00 (in 1 h)\n  owner Kim\n";

#[test]
fn adding_again_changes_nothing_and_prints_what_is_there() {
    let home = home();
    let before = home.bytes();
    let again = [
        "add",
        "Send the quote",
        "--to",
        "Jane",
        "--due",
        "today 5pm",
        "--key",
        "crm-17",
    ];
    let ran = home.run(&again);
    ran.stderr("").status(0);
    ran.stdout(&format!("Already there as 1: Send the quote\n{PRESENT}"));
    let record = home.json(&again);
    assert_eq!(record[0]["id"], 1);
    assert_eq!(record, home.json(&["list"]));
    assert_eq!(home.bytes(), before, "a retry writes nothing");
}

#[test]
fn every_difference_is_told() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str); 9] = [
        (
            &["--to", "Bob", "--due", "today 5pm"],
            "its person would be another",
        ),
        (
            &["--from", "Jane", "--due", "today 5pm"],
            "its person would be another",
        ),
        (
            &["--to", "Jane", "--due", "today 6pm"],
            "its deadline would be another",
        ),
        (
            &["--to", "Jane", "--due", "today 5pm", "--owner", "Al"],
            "its owner would be another",
        ),
        (
            &["--to", "Jane", "--due", "today 5pm", "--via", "email"],
            "its channel would be another",
        ),
        (
            &["--to", "Jane", "--due", "today 5pm", "--tag", "other"],
            "its tags would be others",
        ),
        (
            &["--to", "Jane", "--due", "today 5pm", "--effort", "1h"],
            "its effort would be another",
        ),
        (
            &["--to", "Jane", "--due", "today 5pm", "--note", "other"],
            "it has no such note",
        ),
        (
            &["--to", "Jane", "--due", "today 5pm", "--made", "today 9am"],
            "it was made at another time",
        ),
    ];
    for (flags, difference) in table {
        let mut arguments = vec!["add", "Send the quote", "--key", "crm-17"];
        arguments.extend(flags);
        let ran = home.run(&arguments);
        ran.stderr(&format!(
            "warning: promise 1 has this key and stays as it is: {difference}\n"
        ))
        .status(0);
        ran.stdout(&format!("Already there as 1: Send the quote\n{PRESENT}"));
    }
    assert_eq!(home.bytes(), before, "a retry writes nothing");
}

#[test]
fn several_differences() {
    let home = home();
    home.run(&[
        "add",
        "Send the quotes",
        "--to",
        "Bob",
        "--due",
        "friday",
        "--key",
        "crm-17",
    ])
    .stderr(
        "warning: promise 1 has this key and stays as it is: its description would be another\n\
         warning: promise 1 has this key and stays as it is: its deadline would be another\n\
         warning: promise 1 has this key and stays as it is: its person would be another\n",
    )
    .status(0);
}

#[test]
fn a_kept_promise_has_its_key_still() {
    let home = home();
    home.ok(&["keep", "1"]);
    home.run(&[
        "add",
        "Send the quote",
        "--to",
        "Jane",
        "--due",
        "today 5pm",
        "--key",
        "crm-17",
    ])
    .stderr("warning: promise 1 has this key and stays as it is: it is no longer open\n")
    .status(0);
    assert_eq!(
        home.json(&["list", "--all"]).as_array().map(Vec::len),
        Some(1)
    );
}

/// A retry must not depend on how late it comes.
#[test]
fn a_retry_after_the_deadline() {
    let mut home = home();
    home.at("2026-11-23T18:00:00+01:00");
    let before = home.bytes();
    for due in ["2026-11-23T17:00", "today 5pm"] {
        let ran = home.run(&[
            "add",
            "Send the quote",
            "--to",
            "Jane",
            "--due",
            due,
            "--key",
            "crm-17",
        ]);
        ran.stderr("").status(0);
        assert!(ran.stdout.contains("1: Send the quote\n"), "{ran:?}");
    }
    assert_eq!(home.bytes(), before);
}

#[test]
fn an_undone_or_void_promise_gives_its_key_back() {
    for command in [&["undo"][..], &["void", "1"]] {
        let home = home();
        home.ok(command);
        home.run(&[
            "add", "Send it", "--to", "Jane", "--due", "friday", "--key", "crm-17",
        ])
        .stdout(
            "Added 2: Send it\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n",
        )
        .stderr("")
        .status(0);
        assert_eq!(home.json(&["list"])[0]["key"], "crm-17");
    }
}

/// Keys are compared as they are.
#[test]
fn another_case_is_another_key() {
    let home = home();
    home.run(&[
        "add", "Send it", "--to", "Jane", "--due", "friday", "--key", "CRM-17",
    ])
    .stderr("")
    .status(0);
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(2));
}

/// A key excuses no phrase that means nothing, and no person left out.
#[test]
fn a_retry_is_read_as_carefully_as_the_first() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str); 3] = [
        (
            &["--to", "Jane", "--due", "blah"],
            "error: --due: \"blah\" is not understood here\n  blah\n  ^^^^\n",
        ),
        (
            &["--to", "Jane", "--due", "friday", "--made", "blah"],
            "error: --made: \"blah\" is not understood here\n  blah\n  ^^^^\n",
        ),
        (
            &["--due", "friday"],
            "error: say to whom it is promised\n\
             hint: --to NAME, or --from NAME for a promise made to you\n",
        ),
    ];
    for (flags, stderr) in table {
        let mut arguments = vec!["add", "Send the quote", "--key", "crm-17"];
        arguments.extend(flags);
        home.run(&arguments).stdout("").stderr(stderr).status(2);
    }
    assert_eq!(home.bytes(), before);
}

/// Theirs is the person's own time, in a retry as well.
#[test]
fn a_retry_in_their_time() {
    let home = Home::new();
    home.ok(&["people", "add", "Ann", "--zone", "America/Chicago"]);
    let add = |due| home.run(&["add", "Quote", "--to", "Ann", "--due", due, "--key", "k"]);
    add("tomorrow 1pm their time").status(0);
    let same = add("tomorrow 1pm their time");
    assert!(!same.stderr.contains("warning"), "{same:?}");
    let other = add("tomorrow 2pm their time");
    assert!(
        other.stderr.contains(
            "warning: promise 1 has this key and stays as it is: its deadline would be another\n"
        ),
        "{other:?}"
    );
}

/// Several at once, as impatient scripts are: one records it, and all of them succeed.
#[test]
fn retries_at_the_same_time() {
    let home = Home::new();
    let words = [
        "add", "Quote", "--to", "Jane", "--due", "friday", "--key", "k",
    ];
    let children: Vec<_> = (0..8).map(|_| home.start(&words)).collect();
    let mut added = 0;
    for child in children {
        let output = child.wait_with_output().expect("the program ends");
        assert!(output.status.success(), "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
        added += usize::from(output.stdout.starts_with(b"Added 1: "));
    }
    assert_eq!(added, 1);
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(1));
    assert_eq!(home.json(&["log"]).as_array().map(Vec::len), Some(1));
}
