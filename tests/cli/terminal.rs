//! On a terminal: the questions of `promise add`.

use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Captures, ControlCode, Eof, Expect as _, Session};

use crate::harness::Home;

/// A command that runs on a terminal of its own.
pub struct Terminal {
    session: OsSession,
}

impl Terminal {
    pub fn start(home: &Home, arguments: &[&str]) -> Self {
        Self::run(home.command(arguments))
    }

    /// Any command on a terminal.
    pub fn run(command: std::process::Command) -> Self {
        let mut session = Session::spawn(command).expect("a terminal");
        // Far more than it takes; reached only where the program waits for what never comes.
        session.set_expect_timeout(Some(Duration::from_secs(60)));
        Self { session }
    }

    /// What appears up to a question and with it.
    #[track_caller]
    pub fn until(&mut self, question: &str) -> String {
        shown(&self.session.expect(question).expect(question))
    }

    pub fn answer(&mut self, line: &str) {
        self.session.send_line(line).expect("a line");
    }

    /// Presses a key.
    pub fn press(&mut self, key: &str) {
        self.session.send(key).expect("a key");
    }

    /// The rest of what appears, and the status that the command ends with.
    pub fn end(mut self) -> (String, i32) {
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
        text.contains("due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n"),
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
        text.contains("due   Wed 25 Nov 2026 all day +01:00 (in 2 days)\n"),
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
