//! Foreign text is hostile: what names, descriptions and notes hold may steer no terminal, piped
//! or not, and is unchanged in JSON.

use crate::harness::Home;

/// A colour, a new title for the window, a line of its own, a column of its own, a return to the
/// begin of the line, writing turned around, a character without width, a C1 escape, a bell.
const HOSTILE: &str =
    "a\u{1b}[31mb\u{1b}]0;t\u{7}\nc\td\re\u{202e}f\u{200b}g\u{9b}2Jh\u{7f}\u{2028}";

/// The same, spelled out.
const SHOWN: &str =
    "a\\x1b[31mb\\x1b]0;t\\x07\\nc\\td\\re\\u{202e}f\\u{200b}g\\u{9b}2Jh\\x7f\\u{2028}";

/// Whether nothing in a text could steer a terminal; tabs and line breaks are our own.
fn is_tame(text: &str) -> bool {
    let harmful = |char: char| {
        (char.is_control() && char != '\n' && char != '\t')
            || ('\u{200b}'..='\u{200f}').contains(&char)
            || ('\u{2028}'..='\u{202e}').contains(&char)
    };
    !text.contains(harmful)
}

/// A home in which every text is hostile.
fn home() -> Home {
    let home = Home::new();
    let ran = home.run(&[
        "add", HOSTILE, "--to", HOSTILE, "--due", "today", "--owner", HOSTILE, "--via", HOSTILE,
        "--key", HOSTILE, "--note", HOSTILE,
    ]);
    ran.stdout(&format!(
        "Added 1: {SHOWN}\n  to    {SHOWN}\n  \
         due   Mon 23 Nov 2026 all day +01:00 (today)\n  owner {SHOWN}\n"
    ))
    .stderr("")
    .status(0);
    home
}

#[test]
fn tables_spell_it_out() {
    let home = home();
    home.run(&["list"]).stdout(&format!(
        "id  due         to{}  what\n1   Mon 23 Nov  {SHOWN}  {SHOWN}\n",
        " ".repeat(SHOWN.len() - 2)
    ));
    home.run(&["due"]).stdout(&format!(
        "Due today\n  1  Mon 23 Nov  today  {SHOWN}  {SHOWN} (owner {SHOWN})\n"
    ));
    home.run(&["log"]).stdout(&format!(
        "step  at                            command  what\n\
         1     Mon 23 Nov 2026 16:00 +01:00  add      1 {SHOWN}\n"
    ));
    let shown = home.ok(&["show", "1"]);
    assert!(is_tame(&shown), "{shown:?}");
    assert_eq!(shown.matches(SHOWN).count(), 6, "{shown}");
    let people = home.ok(&["people"]);
    assert!(is_tame(&people) && people.contains(SHOWN), "{people:?}");
}

#[test]
fn a_plain_line_stays_one_line() {
    let home = home();
    home.run(&[
        "list",
        "--format",
        "plain",
        "--fields",
        "id,what,to,owner,via,key,notes",
    ])
    .stdout(&format!(
        "1\t{SHOWN}\t{SHOWN}\t{SHOWN}\t{SHOWN}\t{SHOWN}\t{SHOWN}\n"
    ));
    home.run(&["due", "--format", "plain"]).stdout(&format!(
        "today\t1\topen\t2026-11-23T23:59:59+01:00\t{SHOWN}\t\t{SHOWN}\n"
    ));
}

#[test]
fn what_changes_it_spells_it_out() {
    let home = home();
    let other = format!("{HOSTILE}{HOSTILE}");
    let commands: [&[&str]; 9] = [
        &["note", "1", HOSTILE],
        &["edit", "1", &other, "--to", &other],
        &["keep", "1"],
        &["undo"],
        &["redo"],
        &["void", "1"],
        &["undo"],
        &["undo", "--format", "plain"],
        &[
            "people",
            "add",
            "Al",
            "--alias",
            HOSTILE,
            "--organisation",
            HOSTILE,
        ],
    ];
    for arguments in commands {
        let ran = home.run(arguments);
        ran.status(if arguments[0] == "people" { 4 } else { 0 });
        assert!(is_tame(&ran.stdout) && is_tame(&ran.stderr), "{ran:?}");
    }
    for arguments in [&["show", "1"][..], &["log"], &["list", "--all"]] {
        let text = home.ok(arguments);
        assert!(is_tame(&text), "{text:?}");
    }
}

/// Hints and errors repeat what was typed, and what is recorded.
#[test]
fn stderr_spells_it_out() {
    let home = home();
    let close = format!("{HOSTILE}s");
    home.run(&["add", "Call", "--to", &close, "--due", "today"])
        .stderr(&format!(
            "hint: \"{SHOWN}s\" is new, and close to \"{SHOWN}\"; if they are one, \
             promise edit 2 --to '{SHOWN}'\n"
        ));
    home.run(&["list", "--to", "zed\u{1b}[31m"])
        .stderr("error: no person is called \"zed\\x1b[31m\"\nhint: promise people lists them\n");
    home.run(&["edit", "2", "--key", HOSTILE]).stderr(&format!(
        "error: the key \"{SHOWN}\" belongs to promise 1\n\
         hint: promise edit 1 --clear key frees it\n"
    ));
    home.run(&["edit", "2", "--tag", "a\u{1b}b"]).stderr(
        "error: a tag is one word, and \"a\\x1bb\" is not\nhint: repeat --tag for several\n",
    );
    let hostile = "zed\u{202e}\u{1b}[31m\u{9b}31m";
    let refused: [&[&str]; 9] = [
        &["list", "--to", "a\u{1b}"],
        &["add", "x", "--to", "Jane", "--due", hostile],
        &["keep", "1", "--at", hostile],
        &["list", "--owner", hostile],
        &["list", "--state", hostile],
        &["keep", hostile],
        &["due", "--within", hostile],
        &["show", "1", hostile],
        &[hostile],
    ];
    for arguments in refused {
        let ran = home.run(arguments);
        ran.stdout("");
        assert!(is_tame(&ran.stderr) && !ran.stderr.is_empty(), "{ran:?}");
    }
    let mut home = home;
    home.at(hostile);
    assert!(is_tame(&home.run(&["due"]).stderr));
    home.at(crate::harness::NOW).set("TZ", hostile);
    assert!(is_tame(&home.run(&["due"]).stderr));
}

#[test]
fn json_has_it_unchanged() {
    let home = home();
    let promise = &home.json(&["show", "1"])[0];
    for key in ["what", "to", "owner", "via", "key"] {
        assert_eq!(promise[key], HOSTILE, "{key}");
    }
    assert_eq!(promise["notes"][0]["text"], HOSTILE);
    assert_eq!(promise["events"][1]["text"], HOSTILE);
    let lines = home.ok(&["list", "--format", "jsonl"]);
    assert_eq!(lines.lines().count(), 1);
    // Spelled out as JSON has it, what steers a terminal reads back as it was.
    let errors = home.run(&["show", HOSTILE, "--json"]).stderr;
    let mut all = vec![lines, errors, home.ok(&["export"])];
    for arguments in [
        &["show", "1", "--json"][..],
        &["log", "--json"],
        &["export", "--format", "taskwarrior"],
    ] {
        all.push(home.ok(arguments));
    }
    for text in all {
        assert!(text.contains("\\u009b"), "{text}");
        let steers = |char: char| (char.is_control() && char != '\n') || char == '\u{202e}';
        assert!(!text.contains(steers), "{text:?}");
    }
}

/// Found as it is written, by its name and its words.
#[test]
fn it_can_be_asked_for() {
    let home = home();
    for arguments in [
        &["list", "--to", HOSTILE][..],
        &["list", "--owner", HOSTILE],
        &["list", "--via", HOSTILE],
        &["due", "--to", HOSTILE],
    ] {
        let ran = home.run(arguments);
        ran.stderr("").status(0);
        assert!(ran.stdout.contains(SHOWN), "{ran:?}");
    }
    home.run(&["add", "Again", "--to", HOSTILE, "--due", "friday"])
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["people"]).as_array().map(Vec::len), Some(1));
}

/// Letters of every script are text, and so is an emoji put together of several.
#[test]
fn what_is_harmless_is_shown_as_it_is() {
    let home = Home::new();
    let what = "Zoë 王小明 שלום Ελλάδα 👩‍🚀 ½ “quotes” – …";
    home.run(&["add", what, "--to", "José", "--due", "today"])
        .stdout(&format!(
            "Added 1: {what}\n  to    José\n  due   Mon 23 Nov 2026 all day +01:00 (today)\n"
        ));
    home.run(&["list", "--format", "plain", "--fields", "what"])
        .stdout(&format!("{what}\n"));
}
