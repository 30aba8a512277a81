//! Several promises at once: numbers typed or on standard input, all of them or none.

use serde_json::Value;

use crate::harness::{Home, NOW};
use crate::usage::shell;

/// Each command over several promises, with what it needs beside the numbers. Its promises are
/// those of `home`.
const COMMANDS: [(&str, &[&str]); 9] = [
    ("keep", &[]),
    ("break", &["--cause", "overbooked"]),
    ("release", &[]),
    ("reschedule", &["--due", "friday"]),
    ("void", &[]),
    ("handoff", &["--owner", "Ann Lee"]),
    ("note", &["she called"]),
    ("stop", &[]),
    ("show", &[]),
];

/// Four open promises, each of which repeats: the numbers 1 to 4.
fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    for (what, to) in [
        ("Call", "Jane"),
        ("Order", "Ann"),
        ("Ship", "Ann"),
        ("Pay", "Jo"),
    ] {
        home.ok(&["add", what, "--to", to, "--every", "monday"]);
    }
    home.at(NOW);
    home
}

/// A command's words: the numbers stand where they belong.
fn words<'a>(command: &'a str, ids: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    [&[command], ids, rest].concat()
}

fn numbers(text: &str) -> Vec<i64> {
    let records: Vec<Value> = serde_json::from_str(text).expect("JSON");
    let ids = records.iter().map(|record| record["id"].as_i64());
    ids.collect::<Option<_>>().expect("numbers")
}

/// The numbers that were asked for, without the occurrences that settling them opened.
fn asked_for(text: &str) -> Vec<i64> {
    numbers(text).into_iter().filter(|id| *id <= 4).collect()
}

fn steps(home: &Home) -> usize {
    home.json(&["log"]).as_array().expect("steps").len()
}

#[test]
fn typed_or_read_they_come_in_their_order_and_once() {
    for (command, rest) in COMMANDS {
        for (ids, input) in [
            (&["3,1,#3"][..], ""),
            (&["-"][..], "3 #1\n3"),
            (&["-"][..], "\n#3\r\n1\r\n"),
        ] {
            let home = home();
            let before = steps(&home);
            let mut words = words(command, ids, rest);
            words.push("--json");
            let ran = home.run_with(&words, input);
            ran.status(0);
            assert_eq!(asked_for(&ran.stdout), [3, 1], "{ran:?}");
            // One step, whatever it did, and one undo takes it back.
            let step = usize::from(command != "show");
            assert_eq!(steps(&home), before + step, "{command}");
        }
    }
}

#[test]
fn one_undo_takes_all_of_it_back() {
    let home = home();
    home.ok(&["keep", "1", "2", "3"]);
    home.ok(&["undo"]);
    let open = home.json(&["list", "--fields", "id", "--sort", "id"]);
    assert_eq!(numbers(&open.to_string()), [1, 2, 3, 4]);
}

#[test]
fn each_is_printed() {
    let home = home();
    home.run_with(&["void", "-"], "2 4\n")
        .stdout(
            "Voided 2: Order\n\
             \x20 to    Ann\n\
             \x20 due   Mon 30 Nov 2026 all day +01:00\n\
             Voided 4: Pay\n\
             \x20 to    Jo\n\
             \x20 due   Mon 30 Nov 2026 all day +01:00\n",
        )
        .status(0);
}

/// One that is unknown, or may not be changed so, stops all of them, and the error names it.
#[test]
fn all_or_none() {
    for (command, rest) in COMMANDS {
        let home = home();
        home.ok(&["release", "4"]);
        let bytes = home.bytes();
        let ran = home.run_with(&words(command, &["-"], rest), "1 2 99");
        ran.status(3)
            .stdout("")
            .stderr("error: no promise 99\nhint: promise list --all lists every one\n");
        assert_eq!(home.bytes(), bytes, "{command}");
        if ["note", "show"].contains(&command) {
            continue;
        }
        let ran = home.run_with(&words(command, &["-"], rest), "1 2 4");
        // A mistaken entry can be one that was settled, and voiding it is allowed.
        if command == "void" {
            ran.status(0);
            continue;
        }
        ran.status(4).stdout("");
        assert!(ran.stderr.starts_with("error: promise 4 is "), "{ran:?}");
        assert_eq!(home.bytes(), bytes, "{command}");
    }
}

#[test]
fn what_is_no_number() {
    for (command, rest) in COMMANDS {
        let home = home();
        let bytes = home.bytes();
        let table = [
            (
                "",
                "error: standard input names no promise\n\
                 hint: \"-\" reads numbers from there, with spaces or line breaks between them\n",
            ),
            (
                "1\n2 \u{1b}x",
                "error: standard input, line 2: \"\\x1bx\" is no number: promises have numbers, \
                 such as 12\n",
            ),
            (
                "1 0",
                "error: standard input, line 1: \"0\" is no number: promises have numbers, such \
                 as 12\n",
            ),
        ];
        for (input, message) in table {
            let ran = home.run_with(&words(command, &["-"], rest), input);
            ran.status(2).stdout("").stderr(message);
        }
        let ran = home.run_with(&words(command, &["1,-"], rest), "2");
        ran.status(2).stdout("").stderr(
            "error: \"-\" stands alone: the numbers are on standard input\n\
             hint: give the numbers, or \"-\", but not both\n",
        );
        assert_eq!(home.bytes(), bytes, "{command}");
    }
}

/// More than fits is refused before anything is opened.
#[test]
fn more_than_a_list_of_numbers() {
    let home = home();
    let ran = home.run_with(&["keep", "-"], &"1 ".repeat(9 << 20));
    ran.status(2)
        .stdout("")
        .stderr("error: more than 16777216 bytes of numbers on standard input\n");
}

#[test]
fn checks_of_several() {
    let kept = || {
        let home = Home::new();
        for what in ["Call", "Order", "Ship"] {
            home.ok(&["add", what, "--to", "Jane", "--due", "friday"]);
        }
        home.ok(&["keep", "1,2,3"]);
        home
    };
    for (ids, input) in [("2,1", ""), ("-", "2\n1")] {
        let home = kept();
        let ran = home.run_with(&["check", ids, "yes", "--rating", "4", "--json"], input);
        ran.status(0);
        assert_eq!(numbers(&ran.stdout), [2, 1]);
        let ran = home.run_with(&["check", "3,1", "yes"], "");
        ran.status(4).stdout("").stderr(
            "error: promise 1 was checked already: yes\n\
             hint: promise undo takes back the newest step\n",
        );
        assert_eq!(
            home.json(&["show", "3"])[0]["satisfied"],
            Value::Null,
            "all or none"
        );
    }
    let home = kept();
    let before = steps(&home);
    let due = ["--reopen", "--due", "tomorrow noon"];
    let again = [&["check", "1,3", "no"][..], &due, &["--json"]].concat();
    let ran = home.run(&again);
    ran.status(0);
    assert_eq!(numbers(&ran.stdout), [1, 3]);
    assert_eq!(steps(&home), before + 1);
    let states = home.json(&["list", "--fields", "id,due"]).to_string();
    assert_eq!(numbers(&states), [1, 3]);
    let bytes = home.bytes();
    let ran = home.run(&[&["check", "2,1", "no"][..], &due].concat());
    ran.status(4).stdout("");
    assert!(
        ran.stderr.starts_with("error: promise 1 is open"),
        "{ran:?}"
    );
    assert_eq!(home.bytes(), bytes, "all or none");
}

/// A day with room for one is too full for two that come together.
#[test]
fn repairs_of_several_need_room_for_all() {
    let home = Home::with_config("[capacity]\npromises = 1\nstrict = true\n");
    for due in ["friday", "thursday"] {
        home.ok(&["add", "Call", "--to", "Jane", "--due", due]);
    }
    home.ok(&["keep", "1,2"]);
    let bytes = home.bytes();
    let words = |ids| ["check", ids, "no", "--reopen", "--due", "wednesday"];
    let ran = home.run(&words("1,2"));
    ran.status(4).stdout("");
    assert_eq!(home.bytes(), bytes);
    home.run(&words("1")).status(0);
}

/// "Their time" of several people is refused rather than guessed.
#[test]
fn their_time_of_whom() {
    let home = home();
    home.run(&["reschedule", "1,2", "--due", "friday 1pm their time"])
        .status(2)
        .stdout("")
        .stderr(
            "error: \"their time\" of whom? The promises have several people\n\
             hint: give them their deadlines one by one\n",
        );
}

/// What is typed as a note stays one, whatever it looks like.
#[test]
fn the_text_of_a_note_holds_numbers() {
    let home = home();
    let noted = home.json(&["note", "1", "2", "3,4", "of", "them"]);
    assert_eq!(numbers(&noted.to_string()), [1]);
    assert_eq!(noted[0]["notes"][0]["text"], "2 3,4 of them");
}

#[cfg(unix)]
#[test]
fn a_list_feeds_a_command() {
    let home = home();
    let line = "set -e; \"$PROMISE\" list --to Ann --format plain | cut -f1 | \"$PROMISE\" \
                release - --note 'the shop closed' --format plain | cut -f1,2 | sort -n";
    let (status, stdout, stderr) = shell(&home, line);
    assert_eq!((status, stderr.as_str()), (0, ""));
    assert_eq!(stdout, "2\treleased\n3\treleased\n5\topen\n6\topen\n");
}
