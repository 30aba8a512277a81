//! `promise review` on a terminal: one key each, saved at once.
#![cfg(unix)]

use crate::harness::Home;
use crate::terminal::Terminal;

/// Ends the line of keys that is waited at.
pub const KEYS: &str = "[q]uit [?] ";

/// Three promises: one is overdue, one is due today, one is kept and to be checked.
pub fn home() -> Home {
    let mut home = Home::new();
    home.set("NO_COLOR", "1").set("COLUMNS", "80");
    home.at("2026-11-16T09:00:00+01:00");
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "2026-11-20"]);
    home.ok(&["add", "Tap", "--to", "Bob", "--due", "2026-11-23 18:00"]);
    home.ok(&["add", "Couch", "--to", "Ann", "--due", "2026-11-20"]);
    home.ok(&["add", "Later", "--to", "Ann", "--due", "2026-12-20"]);
    home.at("2026-11-20T09:00:00+01:00");
    home.ok(&["keep", "3", "--check", "2026-11-23"]);
    home.at("2026-11-23T16:00:00+01:00");
    home
}

/// A walk that waits at the first keys.
pub fn walk(home: &Home) -> Terminal {
    let mut terminal = Terminal::start(home, &["review"]);
    terminal.until(KEYS);
    terminal
}

/// The commands of the steps, newest first, and what undid them.
pub fn log(home: &Home) -> Vec<String> {
    let steps = home.json(&["log"]);
    let steps = steps.as_array().expect("a list").iter();
    steps
        .map(|step| {
            let command = step["command"].as_str().expect("a word");
            if step["undone_by"].is_null() {
                command.to_owned()
            } else {
                format!("{command} (undone)")
            }
        })
        .collect()
}

/// How many steps there are before a walk.
pub const STEPS: usize = 5;

#[test]
fn a_walk_from_end_to_end() {
    let home = home();
    let mut terminal = Terminal::start(&home, &["review"]);
    assert_eq!(
        terminal.until(KEYS),
        "\n1 of 3: promise 1: Quote\n\
         \x20 to    Jane\n\
         \x20 due   Fri 20 Nov 2026 all day +01:00 (3 days late)\n\
         [k]ept [r]eschedule [b]reak [h]and off re[l]ease [n]ote [s]kip [q]uit [?] "
    );
    terminal.press("r");
    terminal.until("New deadline? [nothing: back] ");
    terminal.answer("thursday noon");
    terminal.until("or nothing] ");
    terminal.answer("4");
    terminal.until("Was Jane told? [y/N] ");
    terminal.answer("y");
    let shown = terminal.until(KEYS);
    assert!(
        shown.contains("Rescheduled 1: Quote\n")
            && shown.contains("2 of 3: promise 2: Tap\n")
            && shown.contains(" [u]ndo "),
        "{shown}"
    );
    // Saved at once.
    assert_eq!(
        home.json(&["show", "1"])[0]["due"],
        "2026-11-26T12:00:00+01:00"
    );
    terminal.press("k");
    let shown = terminal.until(KEYS);
    assert!(
        shown.contains("Kept 2 on time, 2 h before the deadline: Tap\n"),
        "{shown}"
    );
    assert!(
        shown.ends_with(
            "\n3 of 3: promise 3: Couch\n\
             \x20 to    Ann\n\
             \x20 due   Fri 20 Nov 2026 all day +01:00\n\
             \x20 kept  Fri 20 Nov 2026 09:00 +01:00\n\
             \x20 ask   Mon 23 Nov 2026 all day +01:00 (today)\n\
             [c]heck [n]ote [s]kip [u]ndo [q]uit [?] "
        ),
        "{shown}"
    );
    terminal.press("c");
    terminal.until("Was Ann satisfied? [y/n, nothing: back] ");
    terminal.answer("y");
    terminal.until("How well, from 1 to 5? [nothing: no rating] ");
    terminal.answer("6");
    terminal.until("How well");
    terminal.answer("5");
    let (text, code) = terminal.end();
    assert!(
        text.ends_with(
            "\nProgress                                 Put off\n\
             \x20 2  Tap                                   1  Quote\n\
             \x20    to Bob: kept on time                     to Jane: rescheduled to Thu 26 Nov\n\
             \x20 3  Couch                                    12:00, underestimated; for the\n\
             \x20    to Ann: checked: satisfied, 5 of 5       first time\n"
        ),
        "{text}"
    );
    assert_eq!(code, 0);
    assert_eq!(log(&home)[..3], ["check", "keep", "reschedule"]);
    assert_eq!(log(&home).len(), STEPS + 3);
    let last = &home.json(&["show", "1"])[0]["events"][1];
    assert_eq!(last["cause"], "underestimated");
    assert_eq!(last["told"], true);
}

/// What each key does to the overdue promise, which is the first.
#[test]
fn every_key() {
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str, &'a str);
    let table: [Case<'_>; 6] = [
        (
            "k",
            &[("Kept when?", "yesterday 4pm"), ("Why?", "forgot")],
            "keep",
            "kept",
            "kept, late by 40 h",
        ),
        (
            "b",
            &[("Why?", "")],
            "break",
            "broken",
            "broken, no cause given",
        ),
        ("l", &[], "release", "released", "released"),
        (
            "h",
            &[("Who answers for it now?", "Kim"), ("Was Jane told?", "n")],
            "handoff",
            "open",
            "handed to Kim",
        ),
        (
            "n",
            &[("Note?", "we come on Monday"), ("Was Jane told?", "yes")],
            "note",
            "open",
            "told: we come on Monday",
        ),
        (
            "r",
            &[
                ("New deadline?", "friday"),
                ("Why?", "1"),
                ("Was Jane told?", ""),
            ],
            "reschedule",
            "open",
            "to Jane: rescheduled to Fri 27",
        ),
    ];
    for (key, questions, command, state, words) in table {
        let home = home();
        let mut terminal = walk(&home);
        terminal.press(key);
        for (question, answer) in questions {
            terminal.until(question);
            terminal.until("] ");
            terminal.answer(answer);
        }
        let shown = terminal.until(KEYS);
        // After a note there is still something to answer.
        let next = if key == "n" { "1 of 3" } else { "2 of 3" };
        assert!(shown.contains(next), "{key}: {shown}");
        terminal.press("q");
        let (text, code) = terminal.end();
        assert!(text.contains(words), "{key}: {text}");
        assert_eq!(code, 0);
        assert_eq!(log(&home)[0], command);
        assert_eq!(log(&home).len(), STEPS + 1, "{key}");
        assert_eq!(home.json(&["show", "1"])[0]["state"], state, "{key}");
    }
}

/// An empty answer leads back to the keys, and saves nothing.
#[test]
fn empty_answers_and_wrong_ones() {
    let home = home();
    let before = home.bytes();
    let mut terminal = walk(&home);
    for key in ["r", "h", "n"] {
        terminal.press(key);
        terminal.until("back] ");
        terminal.answer("");
        terminal.until(KEYS);
    }
    terminal.press("r");
    for (phrase, complaint) in [
        ("tomorrow 13pm", "^^^^"),
        ("yesterday", "has passed"),
        ("blah", "not understood"),
    ] {
        terminal.until("New deadline? [nothing: back] ");
        terminal.answer(phrase);
        terminal.until(complaint);
    }
    terminal.until("New deadline? [nothing: back] ");
    terminal.answer("");
    terminal.until(KEYS);
    // A cause that is none is asked for again; the end of the input there ends the walk.
    terminal.press("b");
    terminal.until("or nothing] ");
    terminal.answer("blah");
    terminal.until("no cause is called \"blah\"");
    terminal.until("or nothing] ");
    terminal.press("\u{4}");
    let (text, code) = terminal.end();
    assert!(
        text.ends_with("\n3 promises were not answered for.\n"),
        "{text}"
    );
    assert_eq!(code, 0);
    assert_eq!(home.bytes(), before);
}

#[test]
fn keys_that_do_nothing_here() {
    let home = home();
    let before = home.bytes();
    let mut terminal = walk(&home);
    for (key, said) in [
        ("c", "an open promise has nothing to check yet"),
        ("u", "nothing was answered in this walk yet"),
        ("x", "no such key; ? lists them"),
        ("K", "no such key"),
        // An arrow ends in a letter that nobody typed.
        ("\u{1b}[D", "no such key"),
        ("ü", "no such key"),
        ("?", "k  kept: it is done"),
        ("\n", ""),
    ] {
        terminal.press(key);
        let shown = terminal.until(KEYS);
        assert!(shown.contains(said), "{key:?}: {shown}");
    }
    terminal.press("s");
    terminal.until(KEYS);
    terminal.press("s");
    terminal.until(KEYS);
    terminal.press("k");
    assert!(
        terminal
            .until(KEYS)
            .contains("it is kept; c records whether")
    );
    terminal.press("s");
    let (text, code) = terminal.end();
    assert!(
        text.ends_with(
            "\nProgress                                 Put off\n\
             \x20 nothing                                  1  Quote\n\
             \x20                                             to Jane: skipped, 3 days late\n\
             \x20                                          3  Couch\n\
             \x20                                             to Ann: skipped, not asked (today)\n\
             \x20                                          2  Tap\n\
             \x20                                             to Bob: skipped, due in 2 h\n"
        ),
        "{text}"
    );
    assert_eq!(code, 0);
    assert_eq!(home.bytes(), before);
}

#[test]
fn a_no_can_be_repaired() {
    let home = home();
    let mut terminal = walk(&home);
    for _ in 0..2 {
        terminal.press("s");
        terminal.until(KEYS);
    }
    terminal.press("c");
    terminal.until("Was Ann satisfied? [y/n, nothing: back] ");
    terminal.answer("maybe");
    terminal.until("error: say y or n");
    terminal.until("back] ");
    terminal.answer("no");
    terminal.until("rating] ");
    terminal.answer("");
    terminal.until("Repair it by when? [nothing: no repair] ");
    terminal.answer("friday");
    let (text, _) = terminal.end();
    assert!(text.contains("Reopened 3: Couch\n"), "{text}");
    assert!(text.contains("to Ann: checked: not satisfied"), "{text}");
    assert_eq!(log(&home)[0], "check");
    assert_eq!(log(&home).len(), STEPS + 1);
    assert_eq!(home.json(&["show", "3"])[0]["state"], "open");
}

/// At risk, however far away, and theirs too; a colleague's as well.
#[test]
fn what_is_gone_through() {
    let mut home = home();
    home.ok(&[
        "add",
        "Big",
        "--to",
        "Jane",
        "--due",
        "2026-12-04",
        "--effort",
        "200h",
    ]);
    home.ok(&["add", "Part", "--from", "Beta", "--due", "today 17:00"]);
    home.ok(&[
        "add", "Kim's", "--to", "Jane", "--owner", "Kim", "--due", "today",
    ]);
    let titles = [
        "1: Quote", "2: Tap", "7: Kim's", "5: Big", "6: Part", "3: Couch",
    ];
    let mut terminal = Terminal::start(&home, &["review"]);
    for (place, title) in (1..).zip(titles) {
        terminal.until(&format!("{place} of 6: promise {title}"));
        terminal.until(KEYS);
        terminal.press("s");
    }
    assert_eq!(terminal.end().1, 0);
    let mut terminal = Terminal::start(&home, &["review", "--from", "Beta"]);
    terminal.until("1 of 1: promise 6: Part");
    terminal.press("q");
    let (text, _) = terminal.end();
    assert!(
        text.ends_with("\n1 promise was not answered for.\n"),
        "{text}"
    );
    // The next day, none of it is answered; what was due today is late.
    home.at("2026-11-24T09:00:00+01:00");
    let mut terminal = Terminal::start(&home, &["review", "--from", "Beta"]);
    terminal.until("(16 h late)");
    terminal.until(KEYS);
    terminal.press("\u{4}");
    assert_eq!(terminal.end().1, 0);
}

#[test]
fn nothing_to_review() {
    let mut home = Home::new();
    home.set("NO_COLOR", "1");
    let (text, code) = Terminal::start(&home, &["review"]).end();
    assert_eq!(
        text.replace(&home.path().display().to_string(), "~"),
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
         Nothing is overdue, due today, at risk or to be checked.\n"
    );
    assert_eq!(code, 0);
    home.ok(&["add", "Later", "--to", "Jane", "--due", "friday"]);
    let (text, code) = Terminal::start(&home, &["review", "--to", "Jane"]).end();
    assert_eq!(
        text,
        "Nothing that matches is overdue, due today, at risk or to be checked.\n"
    );
    assert_eq!(code, 0);
}

/// With a period or a format there is nothing to walk through.
#[test]
fn a_terminal_that_is_not_asked() {
    let home = home();
    for arguments in [
        &["review", "--since", "2026-11-20"][..],
        &["review", "--json"],
        &["review", "--format", "plain"],
    ] {
        let (text, code) = Terminal::start(&home, arguments).end();
        assert!(!text.contains(KEYS) && text.contains("Couch"), "{text}");
        assert_eq!(code, 0);
    }
}
