//! `promise import`: lines that make no sense. Each is named, all are listed, nothing is saved.

use std::fs;

use crate::harness::Home;
use crate::transfer::lively;

/// An export of one person and one promise, line by line.
fn small() -> Vec<String> {
    let home = Home::new();
    home.ok(&[
        "people",
        "add",
        "Jane",
        "--zone",
        "Europe/London",
        "--alias",
        "JO",
    ]);
    home.ok(&[
        "add",
        "Call back",
        "--to",
        "Jane",
        "--due",
        "friday",
        "--tag",
        "a",
        "--key",
        "K",
    ]);
    home.ok(&["note", "1", "a note"]);
    home.ok(&["undo"]);
    let lines: Vec<String> = home.ok(&["export"]).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 6);
    lines
}

/// The lines of `small` that hold the person and the promise.
const PERSON: usize = 5;
const PROMISE: usize = 6;

/// Stands for a text that is too long.
const LONG: &str = "…";

/// A line of `small`, a text in it, what it is replaced by, and what must be said of that line.
const BAD: &[(usize, &str, &str, &str)] = &[
    (PROMISE, "{", "<", "not valid JSON"),
    (PROMISE, "}", "", "not valid JSON"),
    (
        PROMISE,
        "\"record\":\"promise\"",
        "\"record\":\"task\"",
        "unknown",
    ),
    (PROMISE, "\"id\":1,", "", "missing field \"id\""),
    (
        PROMISE,
        "\"id\":1,",
        "\"id\":0,",
        "an id is a number from 1 to 1000000000",
    ),
    (
        PROMISE,
        "\"id\":1,",
        "\"id\":-1,",
        "an id is a number from 1 to 1000000000",
    ),
    (
        PROMISE,
        "\"id\":1,",
        "\"id\":9223372036854775807,",
        "an id is a number",
    ),
    (PROMISE, "\"id\":1,", "\"id\":1.5,", "expected i64"),
    (
        PROMISE,
        "\"id\":1,",
        "\"id\":1,\"colour\":\"red\",",
        "unknown field \"colour\"",
    ),
    (
        PERSON,
        "\"id\":1,",
        "\"id\":1,\"colour\":\"red\",",
        "unknown field \"colour\"",
    ),
    (
        PROMISE,
        "\"kind\":\"added\"",
        "\"kind\":\"removed\"",
        "unknown kind \"removed\"",
    ),
    (
        PROMISE,
        "\"kind\":\"added\"",
        "\"kind\":\"noted\"",
        "does not begin with an addition",
    ),
    (
        PROMISE,
        "\"field\":\"what\"",
        "\"field\":\"why\"",
        "unknown field \"why\"",
    ),
    (
        PROMISE,
        "\"field\":\"what\"",
        "\"field\":\"name\"",
        "lacks what",
    ),
    (PROMISE, "\"Call back\"", "7", "lacks what"),
    (
        PROMISE,
        "\"Call back\"",
        "\" \"",
        "the description is empty",
    ),
    (
        PROMISE,
        "\"Call back\"",
        "\"a\\u0000b\"",
        "contains a NUL character",
    ),
    (
        PROMISE,
        "\"Call back\"",
        LONG,
        "the description has 5000 bytes; the limit is 4096",
    ),
    (
        PROMISE,
        "2026-11-27T23:59:59",
        "2026-11-31T23:59:59",
        "lacks what",
    ),
    (
        PROMISE,
        "[Europe/Berlin]",
        "[Mars/Base]",
        "no time zone is called \"Mars/Base\"",
    ),
    (
        PERSON,
        "Europe/London",
        "Nowhere/Land",
        "no time zone is called \"Nowhere/Land\"",
    ),
    (PERSON, "\"Jane\"", "\"\"", "a name or address is empty"),
    (
        1,
        "\"kind\":\"do\"",
        "\"kind\":\"did\"",
        "unknown kind \"did\"",
    ),
    (1, "2026-11-23T15:00:00Z", "today", "\"today\" is no time"),
    (
        PROMISE,
        "\"text\":\"a note\"",
        "\"text\":\"\"",
        "a text is empty",
    ),
];

#[test]
fn one_bad_line() {
    let lines = small();
    let long = format!("\"{}\"", "x".repeat(5000));
    let home = lively();
    let before = home.bytes();
    for (place, from, to, reason) in BAD {
        let to = if *to == LONG { &long } else { *to };
        let mut changed = lines.clone();
        let line = &mut changed[place - 1];
        assert!(line.contains(from), "{from} is not in {line}");
        *line = if *from == "}" {
            line.trim_end_matches('}').to_owned()
        } else {
            line.replacen(from, to, 1)
        };
        fs::write(home.path().join("bad.jsonl"), changed.join("\n")).expect("a file");
        let ran = home.run(&["import", "bad.jsonl"]);
        ran.stdout("").status(1);
        let first = ran.stderr.lines().next().expect("a line");
        assert!(
            first.starts_with(&format!("warning: bad.jsonl:{place}: ")) && first.contains(reason),
            "{from} → {to}: wanted {reason}: {ran:?}"
        );
        // What a Rust library calls its types helps nobody.
        assert!(
            !first.contains("enum ") && !first.contains("struct "),
            "{first}"
        );
        assert!(home.bytes() == before, "{from} → {to} saved something");
    }
}

/// One pass names all of them, by their lines in the file; blank lines count, and say nothing.
#[test]
fn every_bad_line() {
    let mut lines = small();
    lines.insert(0, "{".to_owned());
    lines.insert(3, "  ".to_owned());
    lines.push("null".to_owned());
    lines.push("[]".to_owned());
    lines.push("\"\u{1b}[31m\"".to_owned());
    let home = lively();
    let before = home.bytes();
    let ran = home.run_with(&["import", "-"], &lines.join("\n"));
    ran.stdout("").status(1);
    let places: Vec<&str> = ran
        .stderr
        .lines()
        .filter_map(|line| line.strip_prefix("warning: -:"))
        .map(|line| line.split(':').next().expect("a number"))
        .collect();
    assert_eq!(places, ["1", "9", "10", "11"]);
    assert!(
        ran.stderr
            .ends_with("error: nothing was imported: 4 lines made no sense\n"),
        "{ran:?}"
    );
    assert!(!ran.stderr.contains('\u{1b}'), "{ran:?}");
    assert!(home.bytes() == before);
}

#[test]
fn records_twice_in_one_file() {
    let lines = small();
    let other = |line: &str, from: &str| line.replacen(from, "\"uuid\":\"ffffffff-", 1);
    let uuid = |line: &str| {
        let at = line.find("\"uuid\":\"").expect("a UUID");
        line[at..at + 17].to_owned()
    };
    // The same number under another identity, in a file whose numbers are kept.
    for (place, reason) in [(6, "promise 1 was in an earlier line"), (1, "")] {
        let mut twice = lines.clone();
        let mut again = lines[place - 1].clone();
        if place == 6 {
            again = other(&again, &uuid(&again)).replace("\"K\"", "\"K2\"");
        }
        twice.push(again);
        let home = Home::new();
        fs::write(home.path().join("twice.jsonl"), twice.join("\n")).expect("a file");
        let ran = home.run(&["import", "twice.jsonl"]);
        let reason = if reason.is_empty() {
            "this step was in an earlier line"
        } else {
            reason
        };
        ran.stdout("")
            .stderr(&format!(
                "warning: twice.jsonl:7: {reason}\n\
                 error: nothing was imported: 1 line made no sense\n"
            ))
            .status(1);
    }
    let mut twice = lines.clone();
    let again = other(&lines[4], &uuid(&lines[4]));
    twice.push(
        again
            .replace("\"Jane\"", "\"John\"")
            .replace("\"JO\"", "\"JJ\""),
    );
    let home = Home::new();
    fs::write(home.path().join("twice.jsonl"), twice.join("\n")).expect("a file");
    home.run(&["import", "twice.jsonl"])
        .stdout("")
        .stderr(
            "warning: twice.jsonl:7: person 1 was in an earlier line\n\
             error: nothing was imported: 1 line made no sense\n",
        )
        .status(1);
}

/// A promise needs its people and steps before it.
#[test]
fn what_is_referred_to_has_to_come_first() {
    let lines = small();
    let home = Home::new();
    let without = |place: usize| {
        let mut lines = lines.clone();
        lines.remove(place - 1);
        lines.join("\n")
    };
    let ran = home.run_with(&["import", "-"], &without(5));
    ran.stdout("").status(1);
    assert!(
        ran.stderr
            .starts_with("warning: -:5: a person who is in no earlier line\n"),
        "{ran:?}"
    );
    let ran = home.run_with(&["import", "-"], &without(2));
    ran.stdout("").status(1);
    assert!(ran.stderr.contains("warning: -:5: step "), "{ran:?}");
}

/// Files as other systems write them.
#[test]
fn line_ends_and_marks() {
    let text = small().join("\n");
    let exported = format!("{text}\n");
    for text in [
        exported.clone(),
        text.clone(),
        exported.replace('\n', "\r\n"),
        format!("\u{feff}{exported}"),
        exported.replace('\n', "\n\n"),
    ] {
        let home = Home::new();
        let ran = home.run_with(&["import", "-"], &text);
        ran.stdout("Imported 1 promise and 1 person; 0 were there already.\n")
            .stderr("")
            .status(0);
        assert_eq!(home.ok(&["export"]), exported);
    }
}

#[test]
fn files_that_cannot_be_read() {
    let home = Home::new();
    home.run(&["import"]).stdout("").status(2);
    home.run(&["import", "missing.jsonl"]).status(1);
    assert!(!home.database().exists());
    let table = [
        (
            "missing.jsonl",
            "could not read missing.jsonl: No such file or directory (os error 2)",
        ),
        (".", "could not read .: Is a directory (os error 21)"),
    ];
    for (file, message) in table {
        home.run(&["import", file])
            .stdout("")
            .stderr(&format!("error: {message}\n"))
            .status(1);
    }
}

/// Not UTF-8, and no text at all.
#[test]
fn bytes_that_are_no_text() {
    let home = lively();
    let before = home.bytes();
    fs::write(home.path().join("noise"), b"\xff\xfe\x00{\n\x00\x00\n").expect("a file");
    let ran = home.run(&["import", "noise", "--format", "jsonl"]);
    ran.stdout("").status(1);
    assert!(ran.stderr.starts_with("warning: noise:1: "), "{ran:?}");
    assert!(ran.stderr.contains("\nwarning: noise:2: "), "{ran:?}");
    assert!(home.bytes() == before);
}

/// Somebody else goes on working while an import waits for its input.
#[test]
fn slow_input_blocks_nobody() {
    use std::io::Write as _;
    use std::process::Stdio;
    let exported = small().join("\n");
    let home = Home::new();
    home.ok(&["people", "add", "Ann"]);
    let mut child = home
        .command(&["import", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(exported.as_bytes()).expect("half of it");
    std::thread::sleep(std::time::Duration::from_millis(200));
    let begun = std::time::Instant::now();
    home.ok(&["people", "add", "Bob"]);
    assert!(
        begun.elapsed().as_secs() < 20,
        "a writer waited for the input of another"
    );
    drop(stdin);
    assert!(child.wait().expect("the end").success());
    assert_eq!(home.json(&["people"]).as_array().expect("people").len(), 3);
}

/// A whole day ends with its last second: another time in it would not be kept.
#[test]
fn a_whole_day_with_a_time() {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Ann", "--due", "friday"]);
    let exported = home.ok(&["export"]);
    for time in ["12:00:00", "23:59:59.5"] {
        let forged = exported.replace("T23:59:59", &format!("T{time}"));
        assert_ne!(forged, exported);
        let other = Home::new();
        let ran = other.run_with(&["import", "-"], &forged);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""), "{ran:?}");
        assert!(ran.stderr.contains("nothing was imported"), "{ran:?}");
        assert!(!other.database().exists());
    }
}
