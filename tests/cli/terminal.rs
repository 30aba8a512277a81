//! On a terminal: questions, colour, wrapping.

use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Captures, ControlCode, Eof, Expect as _, Session};

use crate::harness::Home;

/// A command that runs on a terminal of its own.
struct Terminal {
    session: OsSession,
}

impl Terminal {
    fn start(home: &Home, arguments: &[&str]) -> Self {
        let mut session = Session::spawn(home.command(arguments)).expect("a terminal");
        // Far more than it takes; reached only where the program waits for what never comes.
        session.set_expect_timeout(Some(Duration::from_secs(10)));
        Self { session }
    }

    /// What appears up to a question and with it.
    #[track_caller]
    fn until(&mut self, question: &str) -> String {
        shown(&self.session.expect(question).expect(question))
    }

    fn answer(&mut self, line: &str) {
        self.session.send_line(line).expect("a line");
    }

    /// The rest of what appears, and the status that the command ends with.
    fn end(mut self) -> (String, i32) {
        let text = shown(&self.session.expect(Eof).expect("an end"));
        match self.session.get_process().wait().expect("a status") {
            WaitStatus::Exited(_, code) => (text, code),
            other => panic!("{other:?} after {text}"),
        }
    }
}

/// The text up to the end of a match, with the line breaks that the program wrote.
fn shown(found: &Captures) -> String {
    let bytes = [found.before(), found.get(0).unwrap_or_default()].concat();
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
}

/// What a command that asks nothing shows on a terminal.
fn screen(home: &Home, arguments: &[&str]) -> String {
    let (text, code) = Terminal::start(home, arguments).end();
    assert_eq!(code, 0, "{text}");
    text
}

#[test]
fn add_asks_three_questions() {
    let mut home = Home::new();
    home.set("NO_COLOR", "1");
    let mut terminal = Terminal::start(&home, &["add"]);
    terminal.until("What is promised? ");
    terminal.answer("Send the revised quote");
    terminal.until("To whom? ");
    terminal.answer("Jane Ortiz");
    terminal.until("By when? ");
    terminal.answer("tomorrow 1pm");
    let (text, code) = terminal.end();
    assert!(
        text.ends_with(
            "Added 1: Send the revised quote\n\
             \x20 to    Jane Ortiz\n\
             \x20 due   Tue 24 Nov 2026 13:00 +01:00 (in 21 h)\n"
        ),
        "{text:?}"
    );
    assert_eq!(code, 0);
    assert_eq!(home.json(&["list"])[0]["what"], "Send the revised quote");
}

/// Refused with the place, as on the command line, and asked again; what was answered stays.
#[test]
fn a_phrase_that_is_refused_is_asked_for_again() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, &["add"]);
    terminal.until("What is promised? ");
    terminal.answer("Call");
    terminal.until("To whom? ");
    terminal.answer("Jane");
    terminal.until("By when? ");
    for (phrase, complaints) in [
        (
            "tomorrow 13pm",
            &[
                "hour 13 with pm",
                "  tomorrow 13pm\n           ^^^^\n",
                "hint: say a time",
            ][..],
        ),
        ("yesterday", &["has passed"]),
        ("blah", &["\"blah\" is not understood here"]),
    ] {
        terminal.answer(phrase);
        let shown = terminal.until("By when? ");
        for complaint in complaints {
            assert!(
                shown.contains(complaint),
                "{complaint:?} is not in {shown:?}"
            );
        }
    }
    assert!(!home.database().exists());
    terminal.answer("friday");
    let (text, code) = terminal.end();
    assert!(
        text.contains("due   Fri 27 Nov 2026 end of day +01:00 (in 4 days)\n"),
        "{text:?}"
    );
    assert_eq!(code, 0);
}

/// An empty answer is none, and the question comes again.
#[test]
fn empty_answers() {
    let mut home = Home::new();
    home.set("NO_COLOR", "1");
    let mut terminal = Terminal::start(&home, &["add"]);
    for (question, answer) in [
        ("What is promised? ", "  Call "),
        ("To whom? ", "Jane"),
        ("By when? ", "friday"),
    ] {
        for empty in ["", "  "] {
            terminal.until(question);
            terminal.answer(empty);
        }
        terminal.until(question);
        terminal.answer(answer);
    }
    let (text, code) = terminal.end();
    assert!(text.contains("Added 1: Call\n  to    Jane\n"), "{text:?}");
    assert_eq!(code, 0);
}

/// Where the config has a default deadline, no answer stands for it, as no --due does.
#[test]
fn the_default_deadline_of_the_config() {
    let home = Home::with_config("[due]\ndefault = \"2 business days\"\n");
    let mut terminal = Terminal::start(&home, &["add"]);
    for (question, answer) in [("What is promised?", "Call"), ("To whom?", "Jane")] {
        terminal.until(question);
        terminal.answer(answer);
    }
    terminal.until("By when? [2 business days] ");
    terminal.answer("");
    let (text, code) = terminal.end();
    assert!(
        text.contains("due   Wed 25 Nov 2026 end of day +01:00 (in 2 days)\n"),
        "{text:?}"
    );
    assert_eq!(code, 0);
}

/// What cannot be recorded is said at once, and asked for again.
#[test]
fn answers_that_are_too_long() {
    let mut home = Home::new();
    home.set("NO_COLOR", "1");
    let mut terminal = Terminal::start(&home, &["add"]);
    terminal.until("What is promised? ");
    terminal.answer("Call");
    terminal.until("To whom? ");
    terminal.answer(&"x".repeat(1025));
    let shown = terminal.until("To whom? ");
    assert!(
        shown.contains("error: the value of --to has 1025 bytes; the limit is 1024\n"),
        "{shown:?}"
    );
    terminal.answer("Jane");
    terminal.until("By when? ");
    terminal.answer("friday");
    let (text, code) = terminal.end();
    assert!(text.contains("Added 1: Call\n  to    Jane\n"), "{text:?}");
    assert_eq!(code, 0);
}

#[test]
fn the_end_of_the_input_ends_it_with_nothing_saved() {
    let answers = ["Call", "Jane"];
    for given in 0..=2 {
        let home = Home::new();
        let mut terminal = Terminal::start(&home, &["add"]);
        let questions = ["What is promised? ", "To whom? ", "By when? "];
        for (question, answer) in questions.iter().zip(answers).take(given) {
            terminal.until(question);
            terminal.answer(answer);
        }
        terminal.until(questions[given]);
        terminal
            .session
            .send(ControlCode::EndOfTransmission)
            .expect("the end of the input");
        let (text, code) = terminal.end();
        assert!(
            text.ends_with("error: nothing was answered, and nothing is saved\n"),
            "{text:?}"
        );
        assert_eq!(code, 2);
        assert!(!home.database().exists());
    }
}

/// Interrupted as any program is: the shell sees the signal.
#[test]
fn an_interrupt_ends_it_with_nothing_saved() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, &["add"]);
    terminal.until("What is promised? ");
    terminal.answer("Call");
    terminal.until("To whom? ");
    terminal
        .session
        .send(ControlCode::EndOfText)
        .expect("an interrupt");
    let _ = terminal.session.expect(Eof);
    let status = terminal.session.get_process().wait().expect("a status");
    let interrupted = match status {
        WaitStatus::Exited(_, code) => code == 130,
        WaitStatus::Signaled(_, signal, _) => signal as i32 == 2,
        _ => false,
    };
    assert!(interrupted, "{status:?}");
    assert!(!home.database().exists());
}

/// Where something was said, what is missing is an error as everywhere.
#[test]
fn with_an_argument_nothing_is_asked() {
    let home = Home::new();
    let (text, code) = Terminal::start(&home, &["add", "--to", "Jane"]).end();
    assert_eq!(
        text,
        "error: say what is promised\n\
         hint: promise add \"Send the quote\" --to NAME --due PHRASE\n"
    );
    assert_eq!(code, 2);
}

/// Without a terminal on stdin nothing is asked, whatever comes from there.
#[test]
fn no_questions_without_a_terminal() {
    let home = Home::new();
    home.run_with(&["add"], "Call\nJane\nfriday\n")
        .stdout("")
        .stderr(
            "error: say what is promised\n\
             hint: promise add \"Send the quote\" --to NAME --due PHRASE\n",
        )
        .status(2);
    assert!(!home.database().exists());
}

#[test]
fn colour_on_a_terminal_only() {
    let mut home = Home::new();
    home.set("TERM", "xterm-256color");
    home.ok(&["add", "Call", "--to", "Jane", "--due", "in 1 minute"]);
    home.at("2026-11-23T18:00:00+01:00");
    let coloured =
        "\u{1b}[1m\u{1b}[31mOverdue\u{1b}[0m\n  1  Mon 23 Nov 16:01  119 min late  Jane  Call\n";
    let without = "Overdue\n  1  Mon 23 Nov 16:01  119 min late  Jane  Call\n";
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
