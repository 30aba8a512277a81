//! `promise break`: given up on, and what broke it.

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

const BROKE: &str = "Broke 1: Call\n\
    \x20 to    Jane\n\
    \x20 due   Wed 25 Nov 2026 10:00 +01:00\n";

#[test]
fn with_nothing_said() {
    let home = home();
    says(&home, &["break", "1"], BROKE);
    let broken = event(&home, "1", "broken");
    assert_eq!(
        (&broken["cause"], &broken["because"]),
        (&json!(null), &json!([]))
    );
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(2));
    assert_eq!(home.json(&["list", "--state", "broken"])[0]["id"], 1);
}

#[test]
fn what_json_says() {
    let home = home();
    let broken = &home.json(&["break", "1"])[0];
    assert_eq!(broken["state"], "broken");
    assert_eq!(broken["settled_at"], "2026-11-23T16:00:00+01:00");
    for key in ["outcome", "first_outcome"] {
        assert_eq!(
            broken[key],
            json!(null),
            "only what was kept was kept early or late"
        );
    }
    assert_eq!(
        (&broken["overdue"], &broken["at_risk"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(broken["seconds_late"], 0);
}

/// Each reason answers "why?" of the one before: their order is kept, the root comes last.
#[test]
fn the_chain_of_reasons() {
    let home = home();
    let why = [
        "truck broke down",
        "service was skipped",
        "nobody had it on the schedule",
    ];
    home.ok(&[
        "break",
        "1",
        "--because",
        why[0],
        "--because",
        why[1],
        "--because",
        why[2],
        "--cause",
        "not-scheduled",
        "--note",
        "she was not amused",
    ]);
    let broken = event(&home, "1", "broken");
    assert_eq!(broken["because"], json!(why));
    assert_eq!(broken["cause"], "not-scheduled");
    let shown = home.ok(&["show", "1"]);
    assert!(
        shown.contains(
            "broken; because truck broke down; because service was skipped; because nobody had \
             it on the schedule [not-scheduled]\n"
        ),
        "{shown}"
    );
    assert!(shown.contains("noted: she was not amused\n"), "{shown}");
}

#[test]
fn several_at_once() {
    let home = home();
    let contract = "Broke 3: Contract\n  from  Beta\n  due   Wed 25 Nov 2026 10:00 +01:00\n";
    says(
        &home,
        &["break", "3", "1", "3", "--cause", "other"],
        &format!("{contract}{BROKE}"),
    );
    assert_eq!(event(&home, "3", "broken")["cause"], "other");
    assert_eq!(home.json(&["log"])[0]["command"], "break");
    home.ok(&["undo"]);
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(3));
}

/// What was given up on earlier is recorded so, and the moment is shown as understood.
#[test]
fn at_an_earlier_moment() {
    let mut home = home();
    home.at("2026-11-25T12:00:00+01:00");
    let ran = home.run(&["break", "1", "--at", "today 9:30"]);
    ran.stderr("").status(0);
    assert_eq!(
        home.json(&["show", "1"])[0]["settled_at"],
        "2026-11-25T09:30:00+01:00"
    );
    assert!(
        ran.stdout.contains("Wed 25 Nov 2026 09:30 +01:00"),
        "{ran:?}"
    );
}

/// A broken one is no longer due, nor overdue.
#[test]
fn it_leaves_due() {
    let mut home = home();
    home.ok(&["break", "1", "2"]);
    home.at("2026-11-26T12:00:00+01:00");
    home.run(&["due", "--overdue", "--exit-code"]).status(0);
    assert_eq!(home.json(&["due"])["overdue"], json!([]));
    assert_eq!(home.json(&["due"])["waiting_on"][0]["id"], 3);
}

#[test]
fn one_step_and_carried_over() {
    let mut home = home();
    one_step(
        &home,
        &[
            "break",
            "1",
            "3",
            "--because",
            "a",
            "--because",
            "b",
            "--note",
            "c",
        ],
    );
    home.at("2026-11-25T12:00:00+01:00");
    one_step(
        &home,
        &["break", "2", "--cause", "forgot", "--at", "today 9:00"],
    );
    carried_over(&home);
}

#[test]
fn what_is_refused() {
    let mut home = home();
    home.ok(&["break", "1"]);
    home.ok(&["release", "3"]);
    home.at("2026-11-23T17:00:00+01:00");
    let settled = |id: u8, state: &str| {
        format!(
            "error: promise {id} is {state}, since Mon 23 Nov 2026 16:00 +01:00\n\
             hint: promise show {id} tells how that came\n"
        )
    };
    let (broken, released) = (settled(1, "broken"), settled(3, "released"));
    let unknown = "error: no promise 99\nhint: promise list --all lists every one\n";
    let hint = "hint: the causes are overbooked, not-scheduled, waiting-on-others, \
                underestimated, forgot, handed-off-badly, customer-changed, other\n";
    let rain = format!("error: no cause is called \"rain\"\n{hint}");
    let none = format!("error: no cause is called \"\"\n{hint}");
    refused(
        &home,
        &[
            (&["break", "1"], &broken, 4),
            (&["break", "3"], &released, 4),
            (&["break", "2", "1"], &broken, 4),
            (&["break", "2", "99"], unknown, 3),
            (&["break", "2", "--cause", "rain"], &rain, 2),
            (&["break", "2", "--cause", ""], &none, 2),
            (
                &["break", "2", "--note", " "],
                "error: the note is empty\n",
                2,
            ),
            (
                &["break", "2", "--at", "yesterday"],
                "error: promise 2 cannot be settled before it was made, on Mon 23 Nov 2026 16:00 \
                 +01:00\nhint: promise edit 2 --made corrects when it was made\n",
                4,
            ),
            (
                &["break", "2", "--at", "tomorrow"],
                "error: --at: \"tomorrow\" has not come yet: it is Tue 24 Nov 2026\n\
                 \x20 tomorrow\n\
                 \x20 ^^^^^^^^\n\
                 hint: say a moment that has passed, such as \"today 9am\" or \"2 hours ago\"\n",
                2,
            ),
            (
                &["break"],
                "error: the following required arguments were not provided:\n\
                 \x20 <ID>...\n\
                 \n\
                 Usage: promise break <ID>...\n\
                 \n\
                 For more information, try '--help'.\n",
                2,
            ),
        ],
    );
}

#[test]
fn reasons_that_cannot_be_recorded() {
    let long = "x".repeat(4097);
    refused(
        &home(),
        &[
            (
                &["break", "1", "--because", ""],
                "error: the value of --because is empty\n",
                2,
            ),
            (
                &["break", "1", "--because", "a", "--because", &long],
                "error: the value of --because has 4097 bytes; the limit is 4096\n",
                2,
            ),
        ],
    );
}

/// Foreign text does nothing to the terminal.
#[test]
fn hostile_reasons() {
    let home = home();
    home.ok(&[
        "break",
        "1",
        "--because",
        "\u{1b}[31mred\nand \u{202e}turned",
    ]);
    let shown = home.ok(&["show", "1"]);
    assert!(
        !shown.contains('\u{1b}') && !shown.contains('\u{202e}'),
        "{shown:?}"
    );
    assert!(!shown.contains("\nand "), "{shown:?}");
    assert_eq!(
        event(&home, "1", "broken")["because"][0],
        "\u{1b}[31mred\nand \u{202e}turned"
    );
}
