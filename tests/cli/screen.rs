//! On a terminal: colour, wrapping, and that nothing foreign steers it.

use crate::harness::Home;
use crate::terminal::Terminal;

/// What a command that asks nothing shows on a terminal.
fn screen(home: &Home, arguments: &[&str]) -> String {
    let (text, code) = Terminal::start(home, arguments).end();
    assert_eq!(code, 0, "{text}");
    text
}

#[test]
fn colour_on_a_terminal_only() {
    let mut home = Home::new();
    home.set("TERM", "xterm-256color");
    home.ok(&["add", "Call", "--to", "Jane", "--due", "in 1 minute"]);
    home.at("2026-11-23T18:00:00+01:00");
    let coloured =
        "\u{1b}[1m\u{1b}[31mOverdue\u{1b}[0m\n  1  Mon 23 Nov 16:01  1 h 59 min late  Jane  Call\n";
    let without = "Overdue\n  1  Mon 23 Nov 16:01  1 h 59 min late  Jane  Call\n";
    assert_eq!(screen(&home, &["due"]), coloured);
    home.run(&["due"]).stdout(without);
    home.run(&["due", "--color", "always"]).stdout(coloured);
    assert_eq!(screen(&home, &["due", "--color", "never"]), without);
    assert_eq!(
        screen(&home, &["due", "--format", "plain"])
            .matches('\u{1b}')
            .count(),
        0
    );
    assert_eq!(
        screen(&home, &["due", "--json"]).matches('\u{1b}').count(),
        0
    );
    for (variable, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        home.set("NO_COLOR", "").set("TERM", "xterm");
        assert_eq!(screen(&home, &["due"]), coloured);
        home.set(variable, value);
        assert_eq!(screen(&home, &["due"]), without, "{variable}={value}");
        home.write_config("[output]\ncolor = \"always\"\n");
        assert_eq!(
            screen(&home, &["due"]),
            without,
            "{variable} goes over the config"
        );
        home.write_config("");
    }
    home.set("NO_COLOR", "").set("TERM", "xterm");
    home.write_config("[output]\ncolor = \"never\"\n");
    assert_eq!(screen(&home, &["due"]), without);
}

/// Colour is never the only sign: without it the same words are there.
#[test]
fn the_same_words_with_and_without_colour() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Jane",
        "--due",
        "today 5pm",
        "--note",
        "n",
    ]);
    home.ok(&["add", "Quote", "--to", "Bob", "--due", "friday"]);
    for arguments in [
        &["due"][..],
        &["list"],
        &["show", "1"],
        &["log"],
        &["people"],
    ] {
        let mut always = arguments.to_vec();
        always.extend(["--color", "always"]);
        let coloured = home.ok(&always);
        assert!(coloured.contains('\u{1b}'), "{arguments:?}");
        let mut bare = coloured;
        for code in ["\u{1b}[1m", "\u{1b}[31m", "\u{1b}[0m"] {
            bare = bare.replace(code, "");
        }
        assert_eq!(bare, home.ok(arguments), "{arguments:?}");
    }
}

/// Long texts wrap inside their column; what is piped never does.
#[test]
fn wrapping_at_the_width_of_the_terminal() {
    let mut home = Home::new();
    home.set("COLUMNS", "50").set("NO_COLOR", "1");
    home.ok(&[
        "add",
        "Send the revised quote with the discount that was agreed on the phone",
        "--to",
        "Jane Ortiz",
        "--due",
        "tomorrow 1pm",
    ]);
    assert_eq!(
        screen(&home, &["list"]),
        "id  due               to          what\n\
         1   Tue 24 Nov 13:00  Jane Ortiz  Send the revised\n\
         \x20                                 quote with the\n\
         \x20                                 discount that\n\
         \x20                                 was agreed on\n\
         \x20                                 the phone\n"
    );
    home.set("COLUMNS", "70");
    assert_eq!(
        screen(&home, &["due"]),
        "Coming\n\
         \x20 1  Tue 24 Nov 13:00  in 21 h  Jane Ortiz  Send the revised quote\n\
         \x20                                           with the discount that was\n\
         \x20                                           agreed on the phone\n"
    );
    home.run(&["list"]).stdout(
        "id  due               to          what\n\
         1   Tue 24 Nov 13:00  Jane Ortiz  Send the revised quote with the discount that was \
         agreed on the phone\n",
    );
    // Records for programs are never wrapped.
    assert_eq!(
        screen(&home, &["list", "--format", "plain"])
            .lines()
            .count(),
        1
    );
}

/// However narrow it is, something readable comes out.
#[test]
fn a_terminal_that_is_far_too_narrow() {
    let mut home = Home::new();
    home.set("NO_COLOR", "1");
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "friday",
    ]);
    for columns in ["1", "5", "20", "0", "-3", "wide", "65535", "99999"] {
        home.set("COLUMNS", columns);
        for command in ["list", "due"] {
            let text = screen(&home, &[command]);
            assert!(!text.is_empty(), "COLUMNS={columns}");
        }
    }
}

/// Foreign text steers no terminal, in results, prompts and errors.
#[test]
fn hostile_text_on_a_terminal() {
    let mut home = Home::new();
    home.set("TERM", "xterm").set("NO_COLOR", "1");
    let hostile = "a\u{1b}[2Jb\u{202e}c\u{9b}31m";
    home.ok(&[
        "add", hostile, "--to", hostile, "--due", "today", "--note", hostile,
    ]);
    let tame = |text: &str| {
        !text.contains(['\u{1b}', '\u{202e}', '\u{9b}']) && text.contains("\\x1b[2Jb\\u{202e}c")
    };
    for arguments in [
        &["due"][..],
        &["list"],
        &["show", "1"],
        &["log"],
        &["people"],
    ] {
        let text = screen(&home, arguments);
        assert!(tame(&text), "{text:?}");
    }
    for arguments in [
        &["list", "--to", "zed\u{1b}[2J\u{202e}"][..],
        &["list", "--state", "zed\u{1b}[2J\u{202e}"],
        &["add", "x", "--to", "Jane", "--due", "fri\u{1b}[2J\u{202e}"],
        &["zed\u{1b}[2J\u{202e}"],
    ] {
        let (text, code) = Terminal::start(&home, arguments).end();
        assert_ne!(code, 0);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }
}
