//! A walk of `promise review` that something comes between: an undo, another process, a signal.
#![cfg(unix)]

use crate::harness::Home;
use crate::review_walk::{KEYS, STEPS, home, log, walk};
use crate::terminal::Terminal;

/// Each answer is taken back by itself, the last first, and nobody else's with it.
#[test]
fn undo_takes_back_the_answers_of_this_walk() {
    let home = home();
    let mut terminal = walk(&home);
    terminal.press("l");
    terminal.until(KEYS);
    terminal.press("s");
    terminal.until("3 of 3");
    terminal.until(KEYS);
    home.ok(&["add", "Meanwhile", "--to", "Kim", "--due", "friday"]);
    terminal.press("u");
    assert!(terminal.until(KEYS).contains("2 of 3: promise 2: Tap\n"));
    terminal.press("u");
    let shown = terminal.until(KEYS);
    assert!(
        shown.contains("Undid step 6 (release)\n") && shown.contains("1 of 3: promise 1: Quote\n"),
        "{shown}"
    );
    assert!(!shown.contains("[u]ndo"), "{shown}");
    terminal.press("b");
    terminal.until("or nothing] ");
    terminal.answer("overbooked");
    terminal.until(KEYS);
    terminal.press("q");
    let (text, _) = terminal.end();
    assert!(text.contains("to Jane: broken, overbooked\n"), "{text}");
    assert!(
        !text.contains("skipped") && !text.contains("released"),
        "{text}"
    );
    assert!(
        text.ends_with("\n2 promises were not answered for.\n"),
        "{text}"
    );
    assert_eq!(
        log(&home)[..4],
        ["break", "undo", "add", "release (undone)"]
    );
    assert_eq!(home.json(&["show", "5"])[0]["state"], "open");
}

/// What another process changed meanwhile is neither asked about nor changed again.
#[test]
fn changed_in_the_meantime() {
    let home = home();
    let mut terminal = walk(&home);
    home.ok(&["keep", "1"]);
    home.ok(&["reschedule", "2", "--due", "friday"]);
    terminal.press("l");
    let shown = terminal.until(KEYS);
    assert!(
        shown.contains("error: promise 1 is kept, since Mon 23 Nov 2026 16:00 +01:00\n")
            && shown.contains("note: promise 1 was kept: it changed in the meantime\n")
            && shown
                .contains("note: promise 2 is no longer pressing: it changed in the meantime\n")
            && shown.contains("3 of 3: promise 3: Couch\n"),
        "{shown}"
    );
    home.ok(&["check", "3", "no"]);
    terminal.press("s");
    let (text, code) = terminal.end();
    assert!(text.contains("to Ann: skipped"), "{text}");
    assert_eq!(code, 0);
    assert_eq!(log(&home)[..3], ["check", "reschedule", "keep"]);
}

/// Somebody took the answer back already: that is said, and nothing else is undone.
#[test]
fn undone_in_the_meantime() {
    let home = home();
    let mut terminal = walk(&home);
    terminal.press("l");
    terminal.until(KEYS);
    home.ok(&["undo"]);
    terminal.press("u");
    let shown = terminal.until(KEYS);
    assert!(
        shown.contains("error: step 6 is undone already, by step 7\n"),
        "{shown}"
    );
    terminal.press("q");
    let (text, code) = terminal.end();
    assert!(!text.contains("released"), "{text}");
    assert_eq!(code, 0);
    assert_eq!(log(&home)[..2], ["undo", "release (undone)"]);
}

/// The database is free while a key is waited for.
#[test]
fn others_can_write_meanwhile() {
    let home = home();
    let terminal = walk(&home);
    home.ok(&["add", "Meanwhile", "--to", "Kim", "--due", "friday"]);
    home.ok(&["undo"]);
    drop(terminal);
}

/// A walk inside a shell, which tells afterwards how it ended and how the terminal is.
fn in_a_shell(home: &Home, signal: Option<&str>) -> Terminal {
    let send = signal.map_or(String::new(), |signal| {
        format!("(read go < go; kill -{signal} $(cat pid)) & ")
    });
    let mut terminal = shell(home, &send);
    terminal.until(KEYS);
    terminal
}

/// A shell that does something first, then walks, and tells how the walk ended.
fn shell(home: &Home, first: &str) -> Terminal {
    let binary = env!("CARGO_BIN_EXE_promise");
    let script = format!(
        "trap : INT; mkfifo go; stty echo icanon; stty -g > before; {first} \
         sh -c 'echo $$ > pid; exec {binary} review'; echo \"status $?\"; stty -g > after; \
         cmp before after && echo sane"
    );
    let mut command = home.command(&["review"]);
    let variables: Vec<_> = command
        .get_envs()
        .map(|(name, value)| (name.to_owned(), value.unwrap_or_default().to_owned()))
        .collect();
    command = std::process::Command::new("/bin/sh");
    command
        .args(["-c", &script])
        .env_clear()
        .envs(variables)
        .env("PATH", "/usr/bin:/bin")
        .current_dir(home.path());
    Terminal::run(command)
}

/// However a walk ends, the terminal is as it was, and what was answered is saved.
#[test]
fn the_terminal_is_put_back() {
    for (key, status) in [("\u{3}", 130), ("q", 0), ("\u{4}", 0)] {
        let home = home();
        let mut terminal = in_a_shell(&home, None);
        terminal.press("l");
        terminal.until(KEYS);
        terminal.press(key);
        let (text, _) = terminal.end();
        assert!(
            text.contains(&format!("status {status}\n")) && text.ends_with("sane\n"),
            "{key:?}: {text}"
        );
        assert_eq!(home.json(&["show", "1"])[0]["state"], "released");
        assert_eq!(log(&home)[0], "release");
    }
    for (signal, status) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let home = home();
        let mut terminal = in_a_shell(&home, Some(signal));
        terminal.press("l");
        terminal.until(KEYS);
        std::fs::write(home.path().join("go"), "now\n").expect("a signal");
        let (text, _) = terminal.end();
        assert!(
            text.contains(&format!("status {status}\n")) && text.contains("sane\n"),
            "{signal}: {text}"
        );
        assert_eq!(home.json(&["show", "1"])[0]["state"], "released");
    }
}

/// What is typed before the keys are asked for is an answer too, and so is the end of the input.
#[test]
fn keys_typed_ahead() {
    for (keys, state) in [("q", "open"), ("\u{4}", "open"), ("lq", "released")] {
        let home = home();
        let mut terminal = shell(&home, "echo ready; read go < go;");
        terminal.until("ready");
        terminal.press(keys);
        std::fs::write(home.path().join("go"), "now\n").expect("a start");
        let (text, _) = terminal.end();
        assert!(
            text.contains("status 0\n") && text.ends_with("sane\n"),
            "{keys:?}: {text}"
        );
        assert_eq!(home.json(&["show", "1"])[0]["state"], state, "{keys:?}");
    }
}

/// At a question the terminal is as ever, and a signal ends the walk as it ends any program.
#[test]
fn an_interrupt_at_a_question() {
    let home = home();
    let mut terminal = in_a_shell(&home, None);
    terminal.press("r");
    terminal.until("New deadline? [nothing: back] ");
    terminal.press("\u{3}");
    let (text, _) = terminal.end();
    assert!(
        text.contains("status 130\n") && text.ends_with("sane\n"),
        "{text}"
    );
    assert_eq!(log(&home).len(), STEPS);
}
