//! `promise release`: the person let me off.

use serde_json::json;

use crate::harness::Home;
use crate::life::{carried_over, event, one_step, refused, says};

/// A home with two promises to Jane and one from Beta, for Wednesday at ten.
fn home() -> Home {
    let home = Home::new();
    for (what, flag, name) in [
        ("Call", "--to", "Jane"),
        ("Report", "--to", "Jane"),
        ("Contract", "--from", "Beta"),
    ] {
        home.ok(&["add", what, flag, name, "--due", "wednesday 10:00"]);
    }
    home
}

#[test]
fn one_or_several() {
    let home = home();
    says(
        &home,
        &["release", "1", "--note", "she found one herself"],
        "Released 1: Call\n  to    Jane\n  due   Wed 25 Nov 2026 10:00 +01:00\n",
    );
    assert_eq!(
        home.json(&["show", "1"])[0]["notes"][0]["text"],
        "she found one herself"
    );
    says(
        &home,
        &["release", "3", "2"],
        "Released 3: Contract\n\
         \x20 from  Beta\n\
         \x20 due   Wed 25 Nov 2026 10:00 +01:00\n\
         Released 2: Report\n\
         \x20 to    Jane\n\
         \x20 due   Wed 25 Nov 2026 10:00 +01:00\n",
    );
    assert_eq!(home.json(&["log"])[0]["command"], "release");
    assert_eq!(home.json(&["list"]), json!([]));
    assert_eq!(
        home.json(&["list", "--state", "released"])
            .as_array()
            .map(Vec::len),
        Some(3)
    );
}

#[test]
fn what_json_says() {
    let mut home = home();
    let released = &home.json(&["release", "1"])[0];
    assert_eq!(released["state"], "released");
    assert_eq!(released["settled_at"], "2026-11-23T16:00:00+01:00");
    assert_eq!(
        (&released["outcome"], &released["first_outcome"]),
        (&json!(null), &json!(null))
    );
    // Let off after the deadline: it is settled, and when that was can be seen.
    home.at("2026-11-26T10:00:00+01:00");
    let released = &home.json(&["release", "2"])[0];
    assert_eq!(released["overdue"], false);
    assert_eq!(released["settled_at"], "2026-11-26T10:00:00+01:00");
    assert_eq!(
        event(&home, "2", "released")["at"],
        "2026-11-26T10:00:00+01:00"
    );
}

#[test]
fn one_step_and_carried_over() {
    let mut home = home();
    one_step(&home, &["release", "1", "3", "--note", "so"]);
    home.at("2026-11-26T10:00:00+01:00");
    one_step(&home, &["release", "2"]);
    carried_over(&home);
}

#[test]
fn what_is_refused() {
    let mut home = home();
    home.ok(&["release", "1"]);
    home.ok(&["void", "2"]);
    home.at("2026-11-23T17:00:00+01:00");
    let released = "error: promise 1 is released, since Mon 23 Nov 2026 16:00 +01:00\n\
                    hint: promise show 1 tells how that came\n";
    let void = "error: promise 2 is void, since Mon 23 Nov 2026 16:00 +01:00\n\
                hint: promise show 2 tells how that came\n";
    let long = "x".repeat(4097);
    refused(
        &home,
        &[
            (&["release", "1"], released, 4),
            (&["release", "2"], void, 4),
            (&["release", "3", "1"], released, 4),
            (
                &["release", "3", "99"],
                "error: no promise 99\nhint: promise list --all lists every one\n",
                3,
            ),
            (
                &["release", "3", "--note", ""],
                "error: the note is empty\n",
                2,
            ),
            (
                &["release", "3", "--note", &long],
                "error: the note has 4097 bytes; the limit is 4096\n",
                2,
            ),
            (
                &["release"],
                "error: the following required arguments were not provided:\n\
                 \x20 <ID>...\n\
                 \n\
                 Usage: promise release <ID>...\n\
                 \n\
                 For more information, try '--help'.\n",
                2,
            ),
        ],
    );
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    for command in ["release", "reopen", "break"] {
        home.run(&[command, "7"])
            .stdout("")
            .stderr(
                "note: no promise is recorded yet: no database at \
                 ~/.local/share/promise/promise.db\n\
                 error: no promise 7\n\
                 hint: promise list --all lists every one\n",
            )
            .status(3);
    }
    assert!(!home.database().exists());
}
