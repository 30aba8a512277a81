//! `--needs`: a promise that depends on another, and what puts it at risk.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{carried_over, one_step, refused};

/// A home where Beta supplies by Tuesday noon what I build for Jane by Wednesday noon.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Supply", "--from", "Beta", "--due", "tuesday 12:00"]);
    home.ok(&[
        "add",
        "Build",
        "--to",
        "Jane",
        "--due",
        "wednesday 12:00",
        "--needs",
        "1",
    ]);
    home
}

/// Why a promise is at risk.
fn risks(home: &Home, id: &str) -> Value {
    let shown = &home.json(&["show", id])[0];
    let reasons = shown["risk_reasons"].clone();
    assert_eq!(shown["at_risk"], reasons != json!([]), "{shown}");
    reasons
}

#[test]
fn what_was_said_is_recorded() {
    let home = home();
    assert_eq!(home.json(&["show", "2"])[0]["needs"], json!([1]));
    assert_eq!(home.json(&["show", "1"])[0]["needs"], json!([]));
    assert!(home.ok(&["show", "2"]).contains("  needs     1\n"));
    home.ok(&[
        "add", "Ship", "--to", "Jane", "--due", "friday", "--needs", "2", "--needs", "1",
        "--needs", "2",
    ]);
    assert_eq!(home.json(&["show", "3"])[0]["needs"], json!([1, 2]));
    assert!(home.ok(&["show", "3"]).contains("  needs     1, 2\n"));
    assert_eq!(risks(&home, "3"), json!([]));
}

/// By number, however they were named, and with them the reasons.
#[test]
fn in_the_order_of_their_numbers() {
    let mut home = home();
    for id in 3..9 {
        home.ok(&["add", "Part", "--from", "Beta", "--due", "today 17:00"]);
        home.ok(&["edit", "2", "--needs", &id.to_string()]);
    }
    home.at("2026-11-23T17:30:00+01:00");
    let shown = &home.json(&["show", "2"])[0];
    assert_eq!(shown["needs"], json!([1, 3, 4, 5, 6, 7, 8]));
    let reasons: Vec<String> = (3..9)
        .map(|id| format!("needs {id}, which is overdue"))
        .collect();
    assert_eq!(shown["risk_reasons"], json!(reasons));
    assert!(
        home.ok(&["show", "2"])
            .contains("  needs     1, 3, 4, 5, 6, 7, 8\n")
    );
}

/// In `due`, with the reason.
#[test]
fn a_need_that_is_overdue() {
    let mut home = home();
    assert_eq!(risks(&home, "2"), json!([]));
    home.at("2026-11-24T12:00:00+01:00");
    assert_eq!(
        risks(&home, "2"),
        json!([]),
        "up to its deadline it is in time"
    );
    home.at("2026-11-24T12:45:00+01:00");
    assert_eq!(risks(&home, "2"), json!(["needs 1, which is overdue"]));
    home.run(&["due"])
        .stdout(
            "Coming\n\
             \x20 2  Wed 25 Nov 12:00  in 23 h      Jane  Build [at risk: needs 1, which is overdue]\n\
             \n\
             Waiting on\n\
             \x20 1  Tue 24 Nov 12:00  45 min late  Beta  Supply\n",
        )
        .stderr("")
        .status(0);
    let due = home.json(&["due"]);
    assert_eq!(
        due["coming"][0]["risk_reasons"],
        json!(["needs 1, which is overdue"])
    );
    assert!(
        home.ok(&["show", "2"])
            .contains("  at risk   needs 1, which is overdue\n")
    );
    // In other hands it is no safer.
    home.ok(&["handoff", "2", "--owner", "Ann"]);
    let row = "Build (owner Ann) [at risk: needs 1, which is overdue]\n";
    assert!(home.ok(&["due"]).contains(row));
    home.ok(&["keep", "1"]);
    assert_eq!(risks(&home, "2"), json!([]), "late, but there");
}

#[test]
fn a_need_that_comes_too_late() {
    let after = json!(["needs 1, which is due after it"]);
    let table = [
        ("wednesday 12:00", json!([])),
        ("wednesday 12:01", after.clone()),
        // Noon in London is one here.
        ("2026-11-25 12:00 Europe/London", after.clone()),
        ("2026-11-25 11:00 Europe/London", json!([])),
        ("wednesday", after.clone()),
        ("friday", after),
    ];
    for (due, expected) in table {
        let home = home();
        home.ok(&["move", "1", "--due", due]);
        assert_eq!(risks(&home, "2"), expected, "{due}");
        // The whole of Wednesday is time enough for what comes during the day.
        home.ok(&["edit", "2", "--due", "wednesday"]);
        let expected = if due == "friday" { expected } else { json!([]) };
        assert_eq!(risks(&home, "2"), expected, "{due}");
        home.ok(&["move", "2", "--due", "next monday"]);
        assert_eq!(risks(&home, "2"), json!([]));
    }
}

/// Given up on by the other side it is worse than late; a mistaken entry is nothing at all.
#[test]
fn a_need_that_will_not_come() {
    let home = home();
    home.ok(&["break", "1"]);
    assert_eq!(risks(&home, "2"), json!(["needs 1, which is broken"]));
    home.ok(&["reopen", "1"]);
    assert_eq!(risks(&home, "2"), json!([]));
    home.ok(&["void", "1"]);
    assert_eq!(risks(&home, "2"), json!([]));
}

/// What is late is not at risk any more, and what is settled neither.
#[test]
fn no_risk_of_what_is_past() {
    let mut home = home();
    home.at("2026-11-25T12:00:01+01:00");
    assert_eq!(risks(&home, "2"), json!([]));
    assert_eq!(home.json(&["due"])["overdue"][0]["id"], 2);
    home.at("2026-11-24T13:00:00+01:00");
    home.ok(&["keep", "2"]);
    assert_eq!(risks(&home, "2"), json!([]));
}

/// Every reason is named, with each promise that is in the way.
#[test]
fn several_reasons() {
    let mut home = home();
    home.ok(&["add", "Paint", "--from", "Dan", "--due", "friday"]);
    home.ok(&["edit", "2", "--needs", "3", "--effort", "40h"]);
    home.at("2026-11-24T12:45:00+01:00");
    let reasons = json!([
        "needs 1, which is overdue",
        "needs 3, which is due after it",
        "less working time is left than its effort",
    ]);
    assert_eq!(risks(&home, "2"), reasons);
    let text = "needs 1, which is overdue; needs 3, which is due after it; less working time";
    assert!(home.ok(&["show", "2"]).contains(text));
}

#[test]
fn needs_come_and_go() {
    let home = home();
    home.ok(&["add", "Paint", "--from", "Dan", "--due", "tuesday"]);
    let edited = &home.json(&["edit", "2", "--remove-need", "1", "--needs", "3"])[0];
    assert_eq!(edited["needs"], json!([3]));
    let shown = home.ok(&["show", "2"]);
    assert!(
        shown.contains("edited: needs 1 removed; needs 3 added\n"),
        "{shown}"
    );
    home.ok(&["undo"]);
    assert_eq!(home.json(&["show", "2"])[0]["needs"], json!([1]));
    home.run(&["edit", "2", "--remove-need", "3"])
        .stdout(
            "Unchanged 2: Build\n  to    Jane\n  due   Wed 25 Nov 2026 12:00 +01:00 (in 44 h)\n",
        )
        .status(0);
}

#[test]
fn one_step_and_carried_over() {
    let home = home();
    home.ok(&["add", "Paint", "--from", "Dan", "--due", "tuesday"]);
    home.ok(&[
        "add", "Ship", "--to", "Jane", "--due", "friday", "--needs", "2",
    ]);
    one_step(&home, &["edit", "2", "--needs", "3"]);
    one_step(
        &home,
        &["edit", "2", "--remove-need", "1", "--remove-need", "3"],
    );
    one_step(&home, &["edit", "4", "--needs", "1", "--due", "thursday"]);
    carried_over(&home);
}

/// Circles are refused, whatever their length, and nothing else is done of that command.
#[test]
fn circles() {
    let home = home();
    home.ok(&[
        "add", "Ship", "--to", "Jane", "--due", "friday", "--needs", "2",
    ]);
    let hint = "hint: promise show ID tells what each needs\n";
    let circle =
        |need: u8, of: u8| format!("error: promise {need} depends on promise {of} itself\n{hint}");
    refused(
        &home,
        &[
            (&["edit", "1", "--needs", "2"], &circle(2, 1), 4),
            (&["edit", "1", "--needs", "3"], &circle(3, 1), 4),
            (
                &["edit", "2", "New words", "--needs", "3"],
                &circle(3, 2),
                4,
            ),
        ],
    );
    // Itself is the shortest circle of all.
    let before = home.bytes();
    let ran = home.run(&["edit", "2", "--needs", "2"]);
    ran.stdout("").status(4);
    assert!(
        ran.stderr
            .starts_with("error: promise 2 cannot need itself\n"),
        "{ran:?}"
    );
    assert!(home.bytes() == before);
    // What two need, and what is needed by two, is no circle.
    home.ok(&["edit", "3", "--needs", "1"]);
    home.ok(&["edit", "3", "--remove-need", "2"]);
    home.ok(&["edit", "2", "--needs", "3"]);
}

#[test]
fn needs_that_are_nothing() {
    let home = home();
    let unknown = "error: no promise 99\nhint: promise list --all lists every one\n";
    refused(
        &home,
        &[
            (
                &[
                    "add", "X", "--to", "Jane", "--due", "friday", "--needs", "99",
                ],
                unknown,
                3,
            ),
            (
                &[
                    "add",
                    "X",
                    "--to",
                    "Zed",
                    "--due",
                    "friday",
                    "--needs=1",
                    "--needs=99",
                ],
                unknown,
                3,
            ),
            (&["edit", "2", "--needs", "99"], unknown, 3),
            (&["edit", "2", "--remove-need", "99"], unknown, 3),
        ],
    );
    for wrong in ["0", "-1", "x", ""] {
        let flag = format!("--needs={wrong}");
        home.run(&["edit", "2", &flag]).stdout("").status(2);
    }
}
