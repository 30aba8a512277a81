//! `--no-input`, and standard input that is no terminal: nothing waits for a key.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::harness::Home;
use crate::terminal::Terminal;

/// A home with one open promise and one that was kept.
fn home() -> Home {
    let mut home = Home::new();
    home.set("NO_COLOR", "1");
    for what in ["Call", "Order"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "friday"]);
    }
    home.ok(&["keep", "2"]);
    home
}

/// Every command that asks on a terminal, how it ends where nobody may be asked, and how its
/// output begins.
const ASKING: [(&[&str], i32, &str); 6] = [
    (&["add"], 2, "error: say what is promised\n"),
    (&["break", "1"], 0, "Broke 1: Call\n"),
    (
        &["reschedule", "1", "--due", "tuesday"],
        0,
        "Rescheduled 1: Call\n",
    ),
    (&["check", "2", "no"], 0, "Checked 2: Order\n"),
    (
        &["people", "forget", "Jane"],
        2,
        "error: forgetting a person cannot be undone, and needs --yes in a script\n",
    ),
    (
        &["config", "edit"],
        2,
        "error: nobody is there to edit the config file\n",
    ),
];

#[test]
fn on_a_terminal_nothing_is_asked() {
    for (arguments, status, begin) in ASKING {
        let home = home();
        let terminal = Terminal::start(&home, &[arguments, &["--no-input"]].concat());
        let (text, code) = terminal.end();
        assert_eq!(code, status, "{arguments:?}: {text}");
        assert!(text.starts_with(begin), "{arguments:?}: {text}");
    }
}

/// A pipe that stays open and says nothing is not waited for.
#[test]
fn without_a_terminal_nothing_waits() {
    for (arguments, status, begin) in ASKING {
        let home = home();
        let mut child = home
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let open = child.stdin.take();
        let begun = Instant::now();
        while child.try_wait().expect("a status").is_none() {
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "{arguments:?} waits"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
        drop(open);
        let output = child.wait_with_output().expect("the program ends");
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {text}");
        assert!(text.starts_with(begin), "{arguments:?}: {text}");
    }
}

/// An editor that the user has chosen may need no terminal, and cannot wait for a key; with
/// --no-input it is not run.
#[cfg(unix)]
#[test]
fn an_editor_gets_no_input() {
    let mut home = Home::new();
    home.set("EDITOR", "tee -a").set("PATH", "/usr/bin:/bin");
    let mut child = home
        .command(&["config", "edit"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let open = child.stdin.take();
    assert!(child.wait().expect("a status").success());
    drop(open);
    let ran = home.run(&["config", "edit", "--no-input"]);
    ran.stdout("").status(2).stderr(
        "error: nobody is there to edit the config file\n\
         hint: the file is ~/.config/promise/config.toml\n",
    );
}
