//! With `--json`, standard error is JSON too: an object a line.

use serde_json::{Value, json};

use crate::harness::{Home, Ran};

/// Each line of standard error.
fn said(ran: &Ran) -> Vec<Value> {
    let lines = ran.stderr.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {ran:?}")))
        .collect()
}

/// The one error that a command ends with, after whatever notes.
#[track_caller]
fn error(ran: &Ran) -> Value {
    assert_eq!(ran.stdout, "", "{ran:?}");
    let said = said(ran);
    let (error, notes) = said.split_last().expect("an error");
    assert!(notes.iter().all(|note| note.get("error").is_none()));
    let keys: Vec<&String> = error["error"]
        .as_object()
        .expect("an error")
        .keys()
        .collect();
    assert_eq!(keys, ["kind", "message", "hint", "code"], "{ran:?}");
    let status = ran.status.map(i64::from);
    assert_eq!(error["error"]["code"].as_i64(), status, "{ran:?}");
    error["error"].clone()
}

fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    home
}

#[test]
fn every_kind() {
    let home = home();
    home.ok(&["keep", "1"]);
    let table: [(&[&str], &str, &str, Value); 5] = [
        (
            &["keep", "9"],
            "not_found",
            "no promise 9",
            json!("promise list --all lists every one"),
        ),
        (
            &["keep", "1"],
            "not_allowed",
            "promise 1 is kept, since Mon 23 Nov 2026 16:00 +01:00",
            json!("promise show 1 tells how that came"),
        ),
        (
            &["add", "x", "--to", "Jo", "--due", "frooday"],
            "usage",
            "--due: \"frooday\" is not understood here",
            Value::Null,
        ),
        (
            &["add", "--batch", "no-such-file"],
            "failed",
            "could not read no-such-file: No such file or directory (os error 2)",
            Value::Null,
        ),
        (&["list", "--db", "/"], "database", "", Value::Null),
    ];
    for (arguments, kind, message, hint) in table {
        for format in [&["--json"][..], &["--format", "jsonl"]] {
            let error = error(&home.run(&[arguments, format].concat()));
            assert_eq!(error["kind"], kind);
            if !message.is_empty() {
                assert_eq!(error["message"], message);
                assert_eq!(error["hint"], hint);
            }
        }
    }
}

/// What the parser of the arguments refuses, wherever the flag stands that asks for JSON.
#[test]
fn wrong_usage() {
    let home = home();
    let table: [(&[&str], &str, &str); 9] = [
        (
            &["keep", "--json"],
            "the following required arguments were not provided: <ID>...",
            "promise --help, or --help after a command, lists the flags",
        ),
        (
            &["--json", "list", "--stat", "open"],
            "unexpected argument '--stat' found",
            "a similar argument exists: '--state'",
        ),
        (
            &["keep", "--bogus", "--json"],
            "unexpected argument '--bogus' found",
            "to pass '--bogus' as a value, use '-- --bogus'",
        ),
        (
            &["keep", "x", "--format", "json"],
            "invalid value 'x' for '<ID>...': promises have numbers, such as 12",
            "promise --help, or --help after a command, lists the flags",
        ),
        (
            &["keep", "x", "--format=jsonl"],
            "invalid value 'x' for '<ID>...': promises have numbers, such as 12",
            "promise --help, or --help after a command, lists the flags",
        ),
        (
            &["lisst", "--json"],
            "unrecognized subcommand 'lisst'",
            "some similar subcommands exist: 'ls', 'list'",
        ),
        (
            &["rm", "1", "--json"],
            "there is no command rm",
            "you may mean promise void for a mistaken entry, promise release where the person \
             let you off",
        ),
        (
            &["list", "--json", "--format", "csv"],
            "the argument '--json' cannot be used with '--format <FORMAT>'",
            "promise --help, or --help after a command, lists the flags",
        ),
        (
            &["keep", "1", "--quiet", "--json"],
            "--quiet prints numbers alone, and cannot be used with --json or --format",
            "leave one of them out",
        ),
    ];
    for (arguments, message, hint) in table {
        let error = error(&home.run(arguments));
        assert_eq!(error["kind"], "usage", "{arguments:?}");
        assert_eq!(error["message"], message, "{arguments:?}");
        assert_eq!(error["hint"], hint, "{arguments:?}");
    }
}

/// What only looks like the flag asks for nothing.
#[test]
fn text_unless_json_was_asked_for() {
    let home = home();
    for arguments in [
        &["keep", "x"][..],
        &["keep", "x", "--", "--json"],
        &["keep", "x", "--format", "csv"],
        &["keep", "x", "--format"],
        &["keep", "x", "--json=yes"],
        &["keep", "9", "--format", "plain"],
    ] {
        let ran = home.run(arguments);
        // A flag with a value that it does not take was still meant.
        if arguments.contains(&"--json=yes") {
            error(&ran);
        } else {
            assert!(ran.stderr.starts_with("error: "), "{ran:?}");
        }
    }
}

/// A config that asks for JSON asks for it here too; a flag goes before it.
#[test]
fn as_the_config_says() {
    let home = home();
    home.write_config("[output]\nformat = \"json\"\n");
    let moved = home.path().join("moved.toml");
    std::fs::write(&moved, "[output]\nformat = \"table\"\n").expect("a file");
    for arguments in [&["keep", "9"][..], &["keep", "x"], &["lisst"]] {
        error(&home.run(arguments));
        let path = moved.to_str().expect("a path");
        for flag in [&["--format", "table"][..], &["--config", path]] {
            let ran = home.run(&[arguments, flag].concat());
            assert!(ran.stderr.starts_with("error: "), "{ran:?}");
        }
    }
    // A config that cannot be read says nothing about formats.
    home.write_config("[output]\nformat = \"jsonn\"\n");
    let ran = home.run(&["list"]);
    assert!(ran.stderr.starts_with("error: "), "{ran:?}");
    assert_eq!(error(&home.run(&["list", "--json"]))["kind"], "failed");
}

/// The clock cannot be read: nothing is known but the flags.
#[test]
fn before_anything_is_known() {
    let mut home = Home::new();
    home.at("yesterday");
    assert_eq!(error(&home.run(&["list", "--json"]))["kind"], "failed");
    assert_eq!(error(&home.run(&["lisst", "--json"]))["kind"], "usage");
    let ran = home.run(&["lisst"]);
    assert!(ran.stderr.starts_with("error: unrecognized"), "{ran:?}");
}

/// What is no error either: each a line with its word as the key.
#[test]
fn notes_hints_and_warnings() {
    let home = Home::with_config("[capacity]\npromises = 1\n");
    let ran = home.run(&["list", "--json"]);
    ran.stdout("[]\n").status(0);
    let path = home.database();
    let path = path.display();
    assert_eq!(
        said(&ran),
        [json!({"note": format!("no promise is recorded yet: no database at {path}")})]
    );
    home.ok(&["add", "Call", "--to", "Jane Ortiz", "--due", "friday"]);
    let ran = home.run(&[
        "add",
        "A",
        "--to",
        "Jane Ortis",
        "--due",
        "friday",
        "--json",
    ]);
    ran.status(0);
    let keys: Vec<String> = said(&ran)
        .iter()
        .flat_map(|value| value.as_object().expect("an object").keys().cloned())
        .collect();
    assert_eq!(keys, ["warning", "hint", "hint"], "{ran:?}");
}

/// Foreign text is escaped as JSON escapes it, and comes back as it was.
#[test]
fn foreign_text_comes_back() {
    let home = home();
    for name in ["\u{1b}[31mred", "a\"b\\c", "two\nlines", "\u{202e}turned"] {
        let error = error(&home.run(&["people", "show", name, "--json"]));
        let message = error["message"].as_str().expect("a message");
        assert!(message.contains(name) || name.contains('\n'), "{message}");
    }
}

/// The status alone says that something is overdue.
#[test]
fn a_status_without_a_message() {
    let mut home = home();
    home.at("2026-12-01T09:00:00+01:00");
    home.run(&["due", "--exit-code", "--json"])
        .stderr("")
        .status(10);
}
