//! `promise reschedule`: a new agreement, and what it does not wipe out.

use serde_json::json;

use crate::harness::Home;
use crate::life::{all_day, carried_over, event, one_step, refused, says};

/// A home with a call promised for Tuesday noon and a report for Wednesday at ten.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "tuesday 12:00"]);
    home.ok(&["add", "Report", "--to", "Bob", "--due", "wednesday 10:00"]);
    home
}

const THURSDAY: &str = "Rescheduled 1: Call\n\
    \x20 to    Jane\n\
    \x20 due   Thu 26 Nov 2026 09:00 +01:00 (in 3 days)\n\
    \x20 first Tue 24 Nov 2026 12:00 +01:00\n";

#[test]
fn by_both_names() {
    for command in ["reschedule", "move"] {
        let home = home();
        says(&home, &[command, "1", "--due", "thursday 9:00"], THURSDAY);
        assert_eq!(home.json(&["log"])[0]["command"], "reschedule");
        let moved = &home.json(&["list"])[1];
        assert_eq!(moved["due"], "2026-11-26T09:00:00+01:00");
        assert_eq!(moved["first_due"], "2026-11-24T12:00:00+01:00");
        assert_eq!(moved["reschedules"], 1);
        assert_eq!(moved["state"], "open");
    }
    says(&home(), &["move", "1", "--by", "thursday 9:00"], THURSDAY);
}

#[test]
fn to_a_whole_day() {
    let home = home();
    let friday = all_day(&home, "friday");
    let expected = format!(
        "Rescheduled 2: Report\n  to    Bob\n  due   {friday} (in 4 days)\n  \
         first Wed 25 Nov 2026 10:00 +01:00\n"
    );
    says(&home, &["move", "2", "--due", "friday"], &expected);
    let moved = &home.json(&["show", "2"])[0];
    assert_eq!(moved["due_whole_day"], true);
    assert_eq!(moved["first_due_whole_day"], false);
}

/// The event keeps old and new, why, and whether they were told.
#[test]
fn what_the_event_keeps() {
    let home = home();
    home.ok(&[
        "move",
        "1",
        "--due",
        "thursday 9:00",
        "--because",
        "the part is late",
        "--because",
        "ordered late",
        "--cause",
        "waiting-on-others",
        "--told",
        "--note",
        "she took it well",
    ]);
    let moved = event(&home, "1", "rescheduled");
    assert_eq!(
        moved["changes"],
        json!([{
            "field": "due",
            "old": "2026-11-24T12:00:00+01:00",
            "new": "2026-11-26T09:00:00+01:00",
        }])
    );
    assert_eq!(
        moved["because"],
        json!(["the part is late", "ordered late"])
    );
    assert_eq!(moved["cause"], "waiting-on-others");
    assert_eq!(moved["told"], true);
    assert_eq!(
        home.json(&["show", "1"])[0]["notes"][0]["text"],
        "she took it well"
    );
    // Without the flag they were not.
    home.ok(&["move", "2", "--due", "thursday 9:00"]);
    let moved = event(&home, "2", "rescheduled");
    assert_eq!(moved["told"], false);
    assert_eq!(
        (&moved["cause"], &moved["because"]),
        (&json!(null), &json!([]))
    );
    let shown = home.ok(&["show", "1"]);
    assert!(
        shown.contains(
            "rescheduled: deadline from Tue 24 Nov 2026 12:00 +01:00 to Thu 26 Nov 2026 09:00 \
             +01:00; because the part is late; because ordered late [waiting-on-others] (told)\n"
        ),
        "{shown}"
    );
    assert!(shown.contains("  moved     1 time\n"), "{shown}");
    assert!(
        shown.contains("  first due Tue 24 Nov 2026 12:00 +01:00\n"),
        "{shown}"
    );
}

/// Agreed in time, it is judged by the new deadline, and by the first all the same.
#[test]
fn agreed_in_time() {
    let table = [
        ("2026-11-24T09:00:00+01:00", "on_time", "early"),
        ("2026-11-24T12:00:00+01:00", "on_time", "early"),
        ("2026-11-24T12:00:01+01:00", "late", "early"),
        ("2026-11-26T09:00:00+01:00", "late", "on_time"),
        ("2026-11-26T09:00:01+01:00", "late", "late"),
    ];
    for (now, first, negotiated) in table {
        let mut home = home();
        home.ok(&["move", "1", "--due", "thursday 9:00"]);
        home.at(now);
        let kept = &home.json(&["keep", "1"])[0];
        assert_eq!(kept["first_outcome"], first, "{now}");
        assert_eq!(kept["outcome"], negotiated, "{now}");
    }
}

/// Whoever keeps it by the new deadline hears all the same that the first was missed.
#[test]
fn kept_in_time_by_the_new_deadline_names_the_first() {
    let mut home = home();
    home.ok(&["move", "1", "--due", "thursday 9:00"]);
    home.at("2026-11-26T08:15:00+01:00");
    let kept = home.ok(&["keep", "1"]);
    assert!(
        kept.starts_with("Kept 1 on time, 45 min before the deadline: Call\n"),
        "{kept}"
    );
    assert!(
        kept.contains("Tue 24 Nov 2026 12:00 +01:00"),
        "the first deadline: {kept}"
    );
    assert!(kept.contains("late"), "late by the first: {kept}");
}

/// Up to the second of the deadline it is an agreement, after it a new plan.
#[test]
fn after_the_fact_the_miss_stands() {
    let mut home = home();
    home.at("2026-11-24T12:00:00+01:00");
    home.ok(&["move", "1", "--due", "wednesday 15:00"]);
    assert!(!home.ok(&["show", "1"]).contains("  missed "));
    home.at("2026-11-25T15:00:01+01:00");
    says(
        &home,
        &["move", "1", "--due", "thursday 9:00", "--told"],
        "Rescheduled 1: Call\n\
         \x20 to    Jane\n\
         \x20 due   Thu 26 Nov 2026 09:00 +01:00 (in 17 h)\n\
         \x20 first Tue 24 Nov 2026 12:00 +01:00\n\
         \x20 the deadline of Wed 25 Nov 2026 15:00 +01:00 had passed; that miss stands\n",
    );
    // A later agreement about the plan does not heal it either, however early it comes.
    home.ok(&["move", "1", "--due", "friday 9:00"]);
    let shown = home.ok(&["show", "1"]);
    assert!(shown.contains("  moved     3 times\n"), "{shown}");
    let missed = "  missed    Wed 25 Nov 2026 15:00 +01:00, the deadline agreed in time\n";
    assert!(shown.contains(missed), "{shown}");
    let open = &home.json(&["list"])[1];
    assert_eq!(
        (&open["overdue"], &open["outcome"]),
        (&json!(false), &json!(null))
    );
    home.at("2026-11-26T15:00:00+01:00");
    let kept = &home.json(&["keep", "1"])[0];
    assert_eq!(kept["outcome"], "late");
    assert_eq!(kept["first_outcome"], "late");
    assert_eq!(kept["seconds_late"], 24 * 3600);
}

/// While the plan's day is ahead it is not overdue, and once it has passed it is again.
#[test]
fn overdue_goes_by_the_plan() {
    let mut home = home();
    home.at("2026-11-24T13:00:00+01:00");
    assert_eq!(home.json(&["due"])["overdue"][0]["id"], 1);
    home.ok(&["move", "1", "--due", "wednesday 9:00"]);
    let due = home.json(&["due"]);
    assert_eq!(due["overdue"], json!([]));
    assert_eq!(due["coming"][0]["id"], 1);
    home.run(&["due", "--exit-code"]).status(0);
    home.at("2026-11-25T09:00:01+01:00");
    assert_eq!(home.json(&["due"])["overdue"][0]["id"], 1);
    home.run(&["due", "--exit-code"]).status(10);
}

/// What is corrected after an agreement does not change what was first promised.
#[test]
fn a_slip_in_the_new_deadline() {
    let home = home();
    home.ok(&["move", "1", "--due", "thursday 9:00"]);
    let fixed = &home.json(&["edit", "1", "--due", "thursday 10:00"])[0];
    assert_eq!(fixed["due"], "2026-11-26T10:00:00+01:00");
    assert_eq!(fixed["first_due"], "2026-11-24T12:00:00+01:00");
    assert_eq!(
        (&fixed["corrections"], &fixed["reschedules"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn several_at_once() {
    let home = home();
    says(
        &home,
        &[
            "move",
            "2",
            "1",
            "2",
            "--due",
            "thursday 9:00",
            "--cause",
            "overbooked",
        ],
        &format!(
            "Rescheduled 2: Report\n\
             \x20 to    Bob\n\
             \x20 due   Thu 26 Nov 2026 09:00 +01:00 (in 3 days)\n\
             \x20 first Wed 25 Nov 2026 10:00 +01:00\n{THURSDAY}"
        ),
    );
    for id in ["1", "2"] {
        assert_eq!(event(&home, id, "rescheduled")["cause"], "overbooked");
    }
    home.ok(&["undo"]);
    let due: Vec<_> = home
        .json(&["list"])
        .as_array()
        .expect("a list")
        .iter()
        .map(|promise| promise["reschedules"].clone())
        .collect();
    assert_eq!(due, [json!(0), json!(0)]);
}

#[test]
fn one_that_was_made_to_me() {
    let home = home();
    home.ok(&["add", "Contract", "--from", "Beta", "--due", "tuesday 9:00"]);
    says(
        &home,
        &["move", "3", "--due", "thursday 9:00"],
        "Rescheduled 3: Contract\n\
         \x20 from  Beta\n\
         \x20 due   Thu 26 Nov 2026 09:00 +01:00 (in 3 days)\n\
         \x20 first Tue 24 Nov 2026 09:00 +01:00\n",
    );
}

#[test]
fn one_step_and_carried_over() {
    let mut home = home();
    one_step(
        &home,
        &[
            "move",
            "1",
            "2",
            "--due",
            "thursday 9:00",
            "--told",
            "--note",
            "so",
        ],
    );
    home.at("2026-11-26T09:00:01+01:00");
    one_step(
        &home,
        &[
            "move",
            "1",
            "--due",
            "friday",
            "--because",
            "x",
            "--cause",
            "other",
        ],
    );
    // The redone one is as it was when it was done, though the deadline has passed since.
    home.ok(&["undo"]);
    home.at("2026-11-28T09:00:00+01:00");
    home.ok(&["redo"]);
    assert_eq!(home.json(&["show", "1"])[0]["overdue"], true);
    carried_over(&home);
}

#[test]
fn what_is_refused() {
    let mut home = home();
    home.ok(&["add", "Order", "--to", "Jane", "--due", "friday 9:00"]);
    home.ok(&["keep", "1"]);
    home.at("2026-11-23T17:00:00+01:00");
    let kept = "error: promise 1 is kept, since Mon 23 Nov 2026 16:00 +01:00\n\
                hint: promise show 1 tells how that came\n";
    let unknown = "error: no promise 99\nhint: promise list --all lists every one\n";
    let causes = "error: no cause is called \"rain\"\n\
                  hint: the causes are overbooked, not-scheduled, waiting-on-others, \
                  underestimated, forgot, handed-off-badly, customer-changed, other\n";
    let friday = "--due=thursday 9:00";
    refused(
        &home,
        &[
            (&["move", "1", friday], kept, 4),
            (&["move", "2", "1", friday], kept, 4),
            (&["move", "2", "99", friday], unknown, 3),
            (&["move", "2", friday, "--cause", "rain"], causes, 2),
            (
                &["move", "2", friday, "--cause", "Other"],
                &causes.replace("rain", "Other"),
                2,
            ),
            (
                &["move", "3", "2", "--due", "wednesday 10:00"],
                "error: the deadline of promise 2 is Wed 25 Nov 2026 10:00 +01:00 already\n",
                4,
            ),
            (
                &["move", "2", friday, "--note", ""],
                "error: the note is empty\n",
                2,
            ),
            (
                &["move", "2", "--due", "blah"],
                "error: --due: \"blah\" is not understood here\n  blah\n  ^^^^\n",
                2,
            ),
            (
                &["move", "2"],
                "error: the following required arguments were not provided:\n\
             \x20 --due <PHRASE>\n\
             \n\
             Usage: promise reschedule --due <PHRASE> <ID>...\n\
             \n\
             For more information, try '--help'.\n",
                2,
            ),
        ],
    );
}

/// The hint is about what this command can do: it takes no --made.
#[test]
fn a_deadline_that_has_passed() {
    let home = home();
    let ran = home.run(&["move", "1", "--due", "yesterday"]);
    ran.stdout("").status(2);
    assert!(ran.stderr.contains("\"yesterday\" has passed"), "{ran:?}");
    assert!(!ran.stderr.contains("--made"), "{ran:?}");
}

#[test]
fn an_empty_reason_is_named() {
    refused(
        &home(),
        &[(
            &["move", "1", "--due", "friday", "--because", ""],
            "error: the value of --because is empty\n",
            2,
        )],
    );
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    home.run(&["move", "7", "--due", "friday"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
