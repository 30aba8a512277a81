//! `promise review` on a terminal: why another program moved a deadline.
#![cfg(unix)]

use serde_json::{Value, json};

use crate::harness::Home;
use crate::review_walk::KEYS;
use crate::sync_folder::{change, synced};
use crate::terminal::Terminal;

/// Two promises, of which the phone moved the second from Friday to Tuesday.
fn moved() -> (Home, std::path::PathBuf) {
    let (mut home, folder) = synced();
    home.set("NO_COLOR", "1").set("COLUMNS", "80");
    let (from, to) = ("DUE;VALUE=DATE:20261127", "DUE;VALUE=DATE:20261201");
    change(&folder, "contract", from, to);
    home.at("2026-11-23T16:30:00+01:00");
    home.run(&["sync"])
        .stdout(
            "Rescheduled 2: Signed contract; due Tue 1 Dec 2026 all day +01:00 (in 8 days)\n\
             Synced 2 promises: 1 change here, 1 file written.\n",
        )
        .stderr("")
        .status(0);
    (home, folder)
}

/// What reports count reschedules by.
fn causes(home: &Home) -> Value {
    let report = home.json(&["report", "--since", "1 nov", "--theirs"]);
    report["causes"].clone()
}

/// Whether a walk asks why the deadline moved; it ends at once where nothing is to be asked.
fn asked(home: &Home) -> bool {
    let mut terminal = Terminal::start(home, &["review", "--from", "Beta"]);
    terminal.press("q");
    terminal.end().0.contains("[w]hy")
}

#[test]
fn it_is_asked_and_counted() {
    let (mut home, _) = moved();
    let before = causes(&home);
    let mut terminal = Terminal::start(&home, &["review"]);
    assert_eq!(
        terminal.until(KEYS),
        "\n1 of 1: promise 2: Signed contract\n\
         \x20 from  Beta\n\
         \x20 due   Tue 1 Dec 2026 all day +01:00 (in 8 days)\n\
         \x20 moved put off once\n\
         \x20 why?  another program moved the deadline from Fri 27 Nov 2026 all day +01:00, on Mon 23 Nov 2026 16:20 +01:00\n\
         [k]ept [r]eschedule [b]reak [h]and off re[l]ease [n]ote [s]kip [w]hy [q]uit [?] "
    );
    // Nothing said is nothing saved.
    terminal.press("w");
    terminal.until("or nothing] ");
    terminal.answer("");
    terminal.until(KEYS);
    terminal.press("w");
    terminal.until("or nothing] ");
    terminal.answer("forgot");
    let (text, code) = terminal.end();
    assert!(text.contains("Explained 2: Signed contract\n"), "{text}");
    assert_eq!(code, 0);

    assert_eq!(home.json(&["log"])[0]["command"], "review");
    assert_ne!(causes(&home), before);
    assert!(causes(&home).to_string().contains("forgot"));
    let row = &home.json(&["review", "--since", "monday"])["put_off"][0];
    assert_eq!((&row["id"], &row["cause"]), (&json!(2), &json!("forgot")));
    let shown = home.ok(&["show", "2"]);
    assert!(
        shown.contains("noted: why it was rescheduled [forgot]\n"),
        "{shown}"
    );
    assert_eq!(home.json(&["show", "2"])[0]["notes"], json!([]));
    home.ok(&["doctor"]);

    // It is not asked again, until it is taken back.
    assert!(!asked(&home));
    home.at("2026-11-23T16:40:00+01:00");
    home.ok(&["undo"]);
    assert_eq!(causes(&home), before);
    let events = &home.json(&["show", "2"])[0]["events"];
    assert_eq!(events[2]["in_effect"], false);
    let mut terminal = Terminal::start(&home, &["review"]);
    terminal.until("[w]hy");
    terminal.until(KEYS);
    // What is only asked about is not put off.
    terminal.press("s");
    let (text, _) = terminal.end();
    assert!(!text.contains("Put off"), "{text}");
    home.ok(&["redo"]);
    assert!(!asked(&home));
}

/// The answer travels, and the other machine does not ask again.
#[test]
fn the_other_machine_knows() {
    let (home, folder) = moved();
    let config = format!("[sync]\nvdir = {:?}\n", folder.display().to_string());
    let mut other = Home::with_config(&config);
    other.set("NO_COLOR", "1").set("COLUMNS", "80");
    other.at("2026-11-23T16:40:00+01:00");
    other.ok(&["sync"]);
    let mut terminal = Terminal::start(&other, &["review"]);
    terminal.until("[w]hy");
    terminal.until(KEYS);
    terminal.press("w");
    terminal.until("or nothing] ");
    terminal.answer("overbooked");
    terminal.end();
    other.ok(&["sync"]);
    home.ok(&["sync"]);
    for home in [&home, &other] {
        assert!(
            causes(home).to_string().contains("overbooked"),
            "{}",
            causes(home)
        );
        assert!(!asked(home));
        assert_eq!(home.json(&["sync"]), json!([]));
    }
}
