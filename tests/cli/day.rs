//! The ten promises of an ordinary customer-service day, as a new user meets them: added while the
//! calls are warm, seen the next three mornings, kept or not, undone, taken to another machine.

use serde_json::{Value, json};

use crate::harness::Home;

/// When it was said, what is typed after `add`, and what is printed of it.
const PROMISES: [(&str, &[&str], &str); 10] = [
    (
        "09:05",
        &[
            "Call back about the invoice",
            "--to",
            "Jane Ortiz",
            "--due",
            "in 15 minutes",
        ],
        "Mon 23 Nov 2026 09:20 +01:00 (in 15 min)",
    ),
    (
        "09:20",
        &[
            "Technician at the boiler",
            "--to",
            "Tom Baker",
            "--due",
            "thursday 1pm sharp",
        ],
        "Thu 26 Nov 2026 13:00 +01:00 (in 3 days)",
    ),
    (
        "09:40",
        &[
            "Couch picked up",
            "--to",
            "Ann Lee",
            "--due",
            "saturday morning",
        ],
        "Sat 28 Nov 2026 12:00 +01:00 (in 5 days)",
    ),
    (
        "10:00",
        &[
            "Car ready",
            "--to",
            "Bob Ray",
            "--due",
            "by the end of friday",
        ],
        "Fri 27 Nov 2026 all day +01:00 (in 4 days)",
    ),
    (
        "10:10",
        &[
            "Refund order 1184",
            "--to",
            "Cleo Diaz",
            "--due",
            "within 5 business days",
        ],
        "Mon 30 Nov 2026 all day +01:00 (in 7 days)",
    ),
    (
        "10:30",
        &[
            "Send the quote",
            "--to",
            "Sue Park",
            "--due",
            "noon tomorrow their time",
        ],
        "Tue 24 Nov 2026 12:00 -06:00 (in 32 h)",
    ),
    (
        "11:00",
        &[
            "Signed contract",
            "--from",
            "Beta Corp",
            "--due",
            "by the end of the month",
        ],
        "Mon 30 Nov 2026 all day +01:00 (in 7 days)",
    ),
    (
        "13:00",
        &[
            "Check the stock",
            "--to",
            "Dan Fox",
            "--due",
            "this afternoon",
        ],
        "Mon 23 Nov 2026 17:00 +01:00 (in 4 h)",
    ),
    (
        "13:30",
        &["Send the manual", "--to", "Eva Gray", "--due", "eod"],
        "Mon 23 Nov 2026 17:00 +01:00 (in 3 h 30 min)",
    ),
    (
        "16:45",
        &[
            "Answer the complaint",
            "--to",
            "Finn Hill",
            "--due",
            "tomorrow 10am",
            "--effort",
            "2h",
        ],
        "Tue 24 Nov 2026 10:00 +01:00 (in 17 h)",
    ),
];

fn at(home: &mut Home, day: u32, time: &str) {
    home.at(&format!("2026-11-{day}T{time}:00+01:00"));
}

/// A home at the end of that Monday, with everything added.
fn monday() -> Home {
    let mut home = Home::new();
    at(&mut home, 23, "09:00");
    home.ok(&["people", "add", "Sue Park", "--zone", "America/Chicago"]);
    for (number, (time, arguments, due)) in PROMISES.iter().enumerate() {
        at(&mut home, 23, time);
        let mut command = vec!["add"];
        command.extend(*arguments);
        let (word, name) = (&arguments[1][2..], arguments[2]);
        let ran = home.run(&command);
        ran.stdout(&format!(
            "Added {}: {}\n  {word:<5} {name}\n  due   {due}\n",
            number + 1,
            arguments[0]
        ))
        .status(0);
        assert_eq!(ran.stderr.is_empty(), name != "Sue Park", "{ran:?}");
    }
    home
}

#[test]
fn three_mornings() {
    let mut home = monday();
    at(&mut home, 23, "09:18");
    home.run(&["keep", "1"]).stdout(
        "Kept 1 on time, 2 min before the deadline: Call back about the invoice\n\
         \x20 to    Jane Ortiz\n\
         \x20 due   Mon 23 Nov 2026 09:20 +01:00\n",
    );
    at(&mut home, 23, "16:50");
    home.ok(&["keep", "8"]);

    at(&mut home, 24, "08:30");
    home.run(&["due"])
        .stdout(
            "Overdue\n\
             \x20 9   Mon 23 Nov 17:00                 15 h late      Eva Gray   Send the manual\n\
             \n\
             Due today\n\
             \x20 10  Tue 24 Nov 10:00                 in 1 h 30 min  Finn Hill  Answer the complaint \
             [at risk: less working time is left than its effort]\n\
             \x20 6   Tue 24 Nov 19:00 (12:00 -06:00)  in 10 h        Sue Park   Send the quote\n",
        )
        .stderr("")
        .status(0);
    home.run(&["keep", "9", "--at", "yesterday 6pm"]).stdout(
        "Kept 9 late by 1 h: Send the manual\n\
         \x20 to    Eva Gray\n\
         \x20 due   Mon 23 Nov 2026 17:00 +01:00\n\
         \x20 kept  Mon 23 Nov 2026 18:00 +01:00\n",
    );
    at(&mut home, 24, "10:30");
    home.run(&["keep", "10"]).stdout(
        "Kept 10 late by 30 min: Answer the complaint\n\
         \x20 to    Finn Hill\n\
         \x20 due   Tue 24 Nov 2026 10:00 +01:00\n",
    );
    // A slip: it was not the quote that went out.
    at(&mut home, 24, "18:00");
    home.ok(&["keep", "6"]);
    home.run(&["undo"]).stdout(
        "Undid step 16 (keep)\n\
         \x20 promise 6 is open: Send the quote, to Sue Park, due Tue 24 Nov 2026 12:00 -06:00\n",
    );

    at(&mut home, 25, "08:30");
    home.run(&["due", "--exit-code"])
        .stdout(
            "Overdue\n\
             \x20 6  Tue 24 Nov 19:00 (12:00 -06:00)  13 h late  Sue Park   Send the quote\n\
             \n\
             Coming\n\
             \x20 2  Thu 26 Nov 13:00                 in 28 h    Tom Baker  Technician at the boiler\n",
        )
        .status(10);
    home.ok(&["keep", "6", "--note", "she was not pleased"]);

    at(&mut home, 26, "08:30");
    home.run(&["due", "--exit-code"])
        .stdout(
            "Due today\n\
             \x20 2  Thu 26 Nov 13:00  in 4 h 30 min  Tom Baker  Technician at the boiler\n\
             \n\
             Coming\n\
             \x20 4  Fri 27 Nov        tomorrow       Bob Ray    Car ready\n",
        )
        .stderr("")
        .status(0);

    // What is said of it at the end: four late or open are not made to look better.
    let outcomes: Vec<Value> = home
        .json(&["list", "--all", "--sort", "id", "--fields", "state,outcome"])
        .as_array()
        .expect("a list")
        .clone();
    let open = json!({"state": "open", "outcome": null});
    let on_time = json!({"state": "kept", "outcome": "on_time"});
    let late = json!({"state": "kept", "outcome": "late"});
    let expected = [
        &on_time, &open, &open, &open, &open, &late, &open, &on_time, &late, &late,
    ];
    assert_eq!(outcomes.iter().collect::<Vec<_>>(), expected);
}

/// At the end of the month the supplier's contract is waited on; it is nobody's fault here.
#[test]
fn waiting_on_the_supplier() {
    let mut home = monday();
    for number in ["1", "2", "3", "4", "5", "6", "8", "9", "10"] {
        home.ok(&["keep", number]);
    }
    at(&mut home, 30, "09:00");
    home.run(&["due", "--exit-code"])
        .stdout("Waiting on\n  7  Mon 30 Nov  today  Beta Corp  Signed contract\n")
        .status(0);
    home.at("2026-12-02T09:00:00+01:00");
    home.run(&["due", "--exit-code"])
        .stdout("Waiting on\n  7  Mon 30 Nov  2 days late  Beta Corp  Signed contract\n")
        .status(0);
}

/// All undone, the day never was, but for the history.
#[test]
fn undone_to_the_last() {
    let mut home = monday();
    at(&mut home, 23, "18:00");
    for _ in 0..11 {
        home.run(&["undo"]).stderr("").status(0);
    }
    home.run(&["undo"]).status(4);
    home.run(&["due"])
        .stdout("Nothing is due through Tue 24 Nov 2026.\n")
        .stderr("");
    assert_eq!(home.json(&["people"]), json!([]));
    let void = home.json(&["list", "--state", "void"]);
    assert_eq!(void.as_array().map(Vec::len), Some(10));
    for _ in 0..11 {
        home.ok(&["redo"]);
    }
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(10));
}

/// On another machine everything is as it was here, the numbers and the history too.
#[test]
fn exported_to_another_machine() {
    let mut home = monday();
    home.ok(&["keep", "1", "9"]);
    home.ok(&["undo"]);
    home.ok(&["edit", "3", "--to", "Ann Li"]);
    at(&mut home, 24, "08:30");
    let exported = home.ok(&["export"]);
    let mut other = Home::new();
    at(&mut other, 24, "08:30");
    other.run_with(&["import", "-"], &exported).status(0);
    assert_eq!(other.ok(&["export"]), exported);
    for arguments in [
        &["due"][..],
        &["list", "--all"],
        &["people"],
        &["show", "1", "3", "9"],
    ] {
        assert_eq!(other.ok(arguments), home.ok(arguments), "{arguments:?}");
    }
    let ran = other.run(&["add", "New", "--to", "Ann Li", "--due", "friday"]);
    assert!(ran.stdout.starts_with("Added 11: New\n"), "{ran:?}");
}
