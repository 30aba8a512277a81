//! New deadlines on days that are full: warned of, or refused where the config says so.

use serde_json::json;

use crate::harness::Home;
use crate::life::{asked, refused};

/// A home where a day holds two promises: Friday holds that many, Thursday as well.
fn home(strict: bool) -> Home {
    let home = Home::with_config(&format!("[capacity]\npromises = 2\nstrict = {strict}\n"));
    for (what, due) in [
        ("Call", "friday 12:00"),
        ("Report", "friday 12:00"),
        ("Quote", "thursday 12:00"),
        ("Order", "thursday 12:00"),
    ] {
        home.ok(&["add", what, "--to", "Jane", "--due", due]);
    }
    home
}

const HINT: &str = "hint: the next day with room is Mon 30 Nov 2026\n";

#[test]
fn a_warning_with_the_next_day() {
    let home = home(false);
    home.run(&["move", "3", "--due", "friday 15:00"])
        .stdout(
            "Rescheduled 3: Quote\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 15:00 +01:00 (in 4 days)\n\
             \x20 first Thu 26 Nov 2026 12:00 +01:00\n",
        )
        .stderr(&format!(
            "warning: Fri 27 Nov 2026 is full: 2 promised already\n{HINT}"
        ))
        .status(0);
    // Everything on that day is at risk now, and nothing once it has room again.
    let risk = json!(["its day is overbooked"]);
    for id in ["1", "2", "3"] {
        assert_eq!(home.json(&["show", id])[0]["risk_reasons"], risk);
    }
    assert_eq!(home.json(&["show", "4"])[0]["risk_reasons"], json!([]));
    home.ok(&["undo"]);
    assert_eq!(home.json(&["show", "1"])[0]["risk_reasons"], json!([]));
}

#[test]
fn a_refusal() {
    let full = format!("error: Fri 27 Nov 2026 is full: 2 promised already\n{HINT}");
    let home = home(true);
    refused(
        &home,
        &[
            (&["move", "3", "--due", "friday 15:00"], &full, 4),
            (&["move", "3", "4", "--due", "friday"], &full, 4),
        ],
    );
    // What leaves a day makes room there.
    home.ok(&["move", "1", "--due", "tuesday 9:00"]);
    home.run(&["move", "3", "--due", "friday 15:00"])
        .stderr("")
        .status(0);
}

/// Two that come together take two places.
#[test]
fn several_that_come_together() {
    let home = home(true);
    home.ok(&["keep", "1"]);
    let before = home.bytes();
    let ran = home.run(&["move", "3", "4", "--due", "friday 15:00"]);
    ran.stdout("").status(4);
    assert!(
        ran.stderr.starts_with("error: Fri 27 Nov 2026 is full"),
        "{ran:?}"
    );
    assert!(home.bytes() == before);
    home.ok(&["move", "3", "--due", "friday 15:00"]);
}

/// What cannot be done at all is said first, without a word about the day.
#[test]
fn what_is_settled_anyway() {
    for strict in [false, true] {
        let home = home(strict);
        home.ok(&["keep", "3"]);
        let kept = "error: promise 3 is kept, since Mon 23 Nov 2026 16:00 +01:00\n\
                    hint: promise show 3 tells how that came\n";
        refused(
            &home,
            &[
                (&["move", "3", "--due", "friday"], kept, 4),
                (&["move", "4", "3", "--due", "friday"], kept, 4),
                (
                    &["move", "4", "99", "--due", "friday"],
                    "error: no promise 99\nhint: promise list --all lists every one\n",
                    3,
                ),
            ],
        );
    }
}

/// On the day where they are, promises may change their hour as long as the day has room for them.
#[test]
fn another_hour_of_the_same_day() {
    let home = home(true);
    home.run(&["move", "1", "--due", "friday 15:00"])
        .stderr("")
        .status(0);
    home.run(&["move", "1", "2", "--due", "friday 16:00"])
        .stderr("")
        .status(0);
}

/// Neither what others promised me nor what a colleague does takes a place of mine.
#[test]
fn what_does_not_count() {
    let home = home(true);
    home.ok(&["add", "Contract", "--from", "Beta", "--due", "monday"]);
    home.run(&["move", "5", "--due", "friday"])
        .stderr("")
        .status(0);
    home.ok(&["handoff", "3", "--owner", "Ann"]);
    home.run(&["move", "3", "--due", "friday"])
        .stderr("")
        .status(0);
    home.ok(&["handoff", "1", "--owner", "Ann"]);
    home.run(&["move", "4", "--due", "friday"])
        .stderr("")
        .status(0);
}

/// The new deadline of a repair is one as any other.
#[test]
fn a_repair_on_a_full_day() {
    let repair = ["check", "5", "no", "--reopen", "--due", "friday"];
    for (strict, word, status) in [(false, "warning", 0), (true, "error", 4)] {
        let home = home(strict);
        home.ok(&["add", "Repair", "--to", "Jane", "--due", "tuesday"]);
        home.ok(&["keep", "5"]);
        let ran = home.run(&repair);
        let full = format!("{word}: Fri 27 Nov 2026 is full: 2 promised already\n{HINT}");
        ran.stderr(&full).status(status);
    }
}

/// Nobody is asked why before it is clear that the day can hold it.
#[test]
fn a_refusal_before_the_question() {
    let home = home(true);
    let (text, code) = asked(&home, &["move", "3", "--due", "friday"], &[]);
    assert!(text.starts_with("error: Fri 27 Nov 2026 is full"), "{text}");
    assert_eq!(code, 4);
}
