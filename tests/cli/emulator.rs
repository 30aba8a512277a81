//! Foreign text on a terminal: whatever a name, a description or an argument holds, nothing in it
//! steers the terminal.
#![cfg(unix)]

use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect as _};

use crate::harness::Home;

/// Sets the window's title, turns the text around, erases the screen, rings, begins a line anew.
const EVIL: &str = "\u{1b}]0;evil\u{7}\u{202e}\u{1b}[2J\u{9b}31m\rx\ny";

/// What a command shows on a terminal.
fn shown(home: &Home, arguments: &[&str]) -> String {
    let mut command = home.command(arguments);
    command.env("TERM", "xterm-256color").env("COLUMNS", "200");
    let mut session = OsSession::spawn(command).expect("a terminal");
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    let everything = session.expect(Eof).expect("the end");
    String::from_utf8_lossy(everything.as_bytes()).into_owned()
}

/// Colour and bold are our own; everything else that begins with an escape is not.
#[track_caller]
fn assert_harmless(text: &str, what: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        rest = &rest[at + 1..];
        let own = rest.strip_prefix('[').and_then(|rest| {
            let end = rest.find(|char: char| !char.is_ascii_digit() && char != ';')?;
            rest[end..].starts_with('m').then_some(())
        });
        assert!(own.is_some(), "{what}: {text:?}");
    }
    // Red is what the evil text asked for after a one-byte introducer.
    for char in ['\u{7}', '\u{9b}', '\u{202e}'] {
        assert!(!text.contains(char), "{what}: {char:?} in {text:?}");
    }
    let returns = text.replace("\r\n", "\n");
    assert!(!returns.contains('\r'), "{what}: {text:?}");
}

#[test]
fn recorded_texts() {
    let home = Home::new();
    home.ok(&[
        "add", EVIL, "--to", EVIL, "--due", "tomorrow", "--owner", EVIL, "--via", EVIL, "--key",
        EVIL, "--note", EVIL,
    ]);
    home.ok(&[
        "people",
        "add",
        "Zoe",
        "--organisation",
        EVIL,
        "--alias",
        &format!("z{EVIL}"),
    ]);
    let commands: [&[&str]; 18] = [
        &[],
        &["due"],
        &["list", "--fields", "id,what,to,owner,via,key,notes"],
        &["list", "--format", "plain"],
        &["list", "--to", "evil"],
        &["show", "1"],
        &["log"],
        &["people"],
        &["people", "--format", "plain"],
        &["people", "add", EVIL],
        &["note", "1", EVIL],
        &["edit", "1", "--due", "friday"],
        &["keep", "1"],
        &["keep", "1"],
        &["undo"],
        &["redo"],
        &["undo"],
        &["void", "1"],
    ];
    for command in commands {
        let text = shown(&home, command);
        assert!(!text.is_empty(), "{command:?}");
        assert_harmless(&text, &format!("{command:?}"));
    }
}

#[test]
fn what_was_typed() {
    let home = Home::new();
    home.ok(&["add", "x", "--to", "Jane", "--due", "tomorrow"]);
    let flag = format!("--{EVIL}");
    let path = format!("{}/{EVIL}", home.path().display());
    let commands: [&[&str]; 22] = [
        &[EVIL],
        &[&flag],
        &["keep", EVIL],
        &["keep", &flag],
        &["list", "--format", EVIL],
        &["list", "--state", EVIL],
        &["list", "--fields", EVIL],
        &["list", "--sort", EVIL],
        &["list", "--limit", EVIL],
        &["list", "--to", EVIL],
        &["list", "--owner", EVIL],
        &["list", "--due-before", EVIL],
        &["date", EVIL],
        &["date", "1pm their time", "--to", EVIL],
        &["add", "x", "--to", "y", "--due", EVIL],
        &["add", "x", "--to", "y", "--due", "friday", "--tag", EVIL],
        &["add", "x", "--to", "y", "--due", "friday", "--effort", EVIL],
        &["people", "add", "y", "--zone", EVIL],
        &["import", EVIL],
        &["completions", EVIL],
        &["--db", &path, "list"],
        &["--config", &path, "list"],
    ];
    for command in commands {
        let text = shown(&home, command);
        assert!(!text.is_empty(), "{command:?}");
        assert_harmless(&text, &format!("{command:?}"));
    }
}

/// The same where nobody looks: what is piped is often shown later.
#[test]
fn what_is_piped() {
    let home = Home::new();
    home.ok(&["add", EVIL, "--to", EVIL, "--due", "tomorrow"]);
    for command in [
        &["list"][..],
        &["due"],
        &["show", "1"],
        &["log"],
        &["keep", EVIL],
        &[EVIL],
    ] {
        let ran = home.run(command);
        for text in [&ran.stdout, &ran.stderr] {
            assert!(!text.contains('\u{1b}'), "{ran:?}");
            assert_harmless(text, &format!("{command:?}"));
        }
    }
    // JSON is for programs: unchanged once it is read.
    assert_eq!(home.json(&["show", "1"])[0]["what"], EVIL);
}

/// A config file that somebody else wrote.
#[test]
fn what_the_config_holds() {
    let texts = [
        format!("{EVIL} = 1\n"),
        format!("me = \"{EVIL}\"\n"),
        "me = \"\\u001b]0;evil\\u0007\\u202e\"\n".to_owned(),
        "\"\\u001b]0;evil\\u0007\" = 1\n".to_owned(),
        "[zones]\n\"\\u001b[31m\" = \"UTC\"\n".to_owned(),
        "time_zone = \"\\u001b[2J\"\n".to_owned(),
        "[due]\ndefault = \"\\u001b[2J\"\n".to_owned(),
    ];
    for text in texts {
        let home = Home::with_config(&text);
        for command in [&["config"][..], &["due"]] {
            assert_harmless(&shown(&home, command), &format!("{text:?}"));
        }
    }
}
