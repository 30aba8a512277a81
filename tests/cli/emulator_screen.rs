//! Every command with hostile texts, through a terminal emulator: what stood on the screen before
//! still stands there, and nothing but text and colour was asked for.
#![cfg(unix)]

use std::time::Duration;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect as _};
use vt100::{Callbacks, Color, Parser, Screen};

use crate::harness::Home;

/// Titles, the clipboard, the alternate screen, an erased screen, the cursor sent home, a line
/// overwritten, a bell, text turned around, hidden and tagged.
const EVIL: &str = "zz\u{1b}]0;evil\u{7}\u{1b}]52;c;ZXZpbA==\u{7}\u{1b}[?1049h\u{1b}[2J\u{1b}[H\u{9b}32m\rX\n\u{8}\
                    \u{7}\u{1b}c\u{1b}(0\u{202e}\u{200b}\u{2028}\u{e0041}\u{1b}[8mz";

/// The begin of it, spelled out.
const SHOWN: &str = "zz\\x1b]0;evil\\x07";

/// Whatever a terminal is asked for beside text and colour.
#[derive(Default)]
struct Asked(Vec<String>);

impl Callbacks for Asked {
    fn audible_bell(&mut self, _: &mut Screen) {
        self.0.push("a bell".to_owned());
    }
    fn visual_bell(&mut self, _: &mut Screen) {
        self.0.push("a flash".to_owned());
    }
    fn resize(&mut self, _: &mut Screen, size: (u16, u16)) {
        self.0.push(format!("a size of {size:?}"));
    }
    fn set_window_icon_name(&mut self, _: &mut Screen, _: &[u8]) {
        self.0.push("another icon".to_owned());
    }
    fn set_window_title(&mut self, _: &mut Screen, _: &[u8]) {
        self.0.push("another title".to_owned());
    }
    fn copy_to_clipboard(&mut self, _: &mut Screen, _: &[u8], _: &[u8]) {
        self.0.push("the clipboard".to_owned());
    }
    fn unhandled_char(&mut self, _: &mut Screen, char: char) {
        // Stands in the picture of a phrase for what cannot be seen.
        if char != '\u{fffd}' {
            self.0.push(format!("{char:?}"));
        }
    }
    fn unhandled_control(&mut self, _: &mut Screen, byte: u8) {
        self.0.push(format!("control {byte}"));
    }
    fn unhandled_escape(&mut self, _: &mut Screen, _: Option<u8>, _: Option<u8>, byte: u8) {
        self.0.push(format!("escape {byte}"));
    }
    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        _: Option<u8>,
        _: Option<u8>,
        _: &[&[u16]],
        char: char,
    ) {
        self.0.push(format!("sequence {char}"));
    }
    fn unhandled_osc(&mut self, _: &mut Screen, _: &[&[u8]]) {
        self.0.push("an operating system command".to_owned());
    }
}

const ABOVE: &str = "what stood there before";

/// What a command leaves on a screen on which something stood.
#[track_caller]
fn intact(home: &Home, arguments: &[&str]) -> String {
    let mut command = home.command(arguments);
    command.env("TERM", "xterm-256color").env("COLUMNS", "200");
    let mut session = OsSession::spawn(command).expect("a terminal");
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    let everything = session.expect(Eof).expect("the end");
    let mut parser = Parser::new_with_callbacks(2000, 200, 0, Asked::default());
    parser.process(format!("{ABOVE}\r\n").as_bytes());
    parser.process(everything.as_bytes());
    let asked = &parser.callbacks().0;
    assert!(asked.is_empty(), "{arguments:?}: {asked:?}");
    let screen = parser.screen();
    let text = screen.contents();
    assert!(
        text.starts_with(&format!("{ABOVE}\n")),
        "{arguments:?}: {text}"
    );
    let plain = !screen.alternate_screen() && !screen.hide_cursor() && !screen.application_cursor();
    assert!(plain, "{arguments:?}");
    let (row, column) = screen.cursor_position();
    assert!(
        row > 0 && column == 0,
        "{arguments:?}: the cursor is at {row}, {column}"
    );
    // Green is what the hostile text asks for.
    for row in 0..row {
        for column in 0..200 {
            let colour = screen.cell(row, column).map(vt100::Cell::fgcolor);
            assert_ne!(colour, Some(Color::Idx(2)), "{arguments:?}: row {row}");
        }
    }
    text
}

/// A home in which every text is hostile.
fn home() -> Home {
    let home = Home::new();
    let config = "[standard.quick]\ndue = \"friday\"\n";
    home.write_config(config);
    for due in ["tomorrow", "in 1 minute", "today"] {
        home.ok(&[
            "add", EVIL, "--to", EVIL, "--due", due, "--owner", EVIL, "--via", EVIL, "--note", EVIL,
        ]);
    }
    home.ok(&[
        "add",
        EVIL,
        "--from",
        &format!("y{EVIL}"),
        "--due",
        "friday",
        "--key",
        EVIL,
    ]);
    home.ok(&[
        "people",
        "edit",
        EVIL,
        "--organisation",
        EVIL,
        "--alias",
        &format!("q{EVIL}"),
    ]);
    home.ok(&[
        "add", EVIL, "--to", EVIL, "--due", "monday", "--needs", "1", "--effort", "2h",
    ]);
    home
}

#[test]
fn commands_that_read() {
    let mut home = home();
    home.at("2026-11-23T16:30:00+01:00");
    home.ok(&["keep", "2", "--note", EVIL, "--because", EVIL]);
    let commands: [(&[&str], bool); 21] = [
        (&[], true),
        (&["due"], true),
        (&["overdue"], false),
        (&["list", "--all"], true),
        (
            &[
                "list",
                "--all",
                "--fields",
                "id,what,to,from,owner,via,key,notes",
            ],
            true,
        ),
        (&["list", "--all", "--format", "plain"], true),
        (&["list", "--all", "--format", "markdown"], false),
        (&["list", "--search", "evil"], true),
        (&["show", "1"], true),
        (&["show", "2", "4"], true),
        (&["log"], true),
        (&["report"], false),
        (&["report", "--explain"], false),
        (&["report", "--group", "person"], true),
        (&["report", "--group", "owner"], false),
        (&["calendar"], false),
        (&["free"], false),
        (&["standards"], false),
        (&["people"], true),
        (&["people", "show", EVIL], true),
        (&["doctor"], false),
    ];
    for (command, names) in commands {
        let text = intact(&home, command);
        assert!(
            !names || text.replace('\n', "").contains(SHOWN),
            "{command:?}: {text}"
        );
    }
}

#[test]
fn commands_that_write() {
    let home = home();
    let other = format!("o{EVIL}");
    let commands: [&[&str]; 22] = [
        &["add", EVIL, "--to", &other, "--due", "friday"],
        &["add", EVIL, "--to", EVIL, "--due", "friday", "--key", EVIL],
        &["note", "1", EVIL],
        &["edit", "1", &other, "--via", &other],
        &["edit", "1", "--key", EVIL],
        &["reschedule", "1", "--due", "next friday", "--because", EVIL],
        &["handoff", "1", "--owner", &other, "--note", EVIL],
        &["handoff", "1", "--owner", &other],
        &["keep", "1", "--note", EVIL],
        &["keep", "1"],
        &["check", "1", "yes", "--note", EVIL],
        &["reopen", "1"],
        &["break", "1", "--because", EVIL],
        &["undo"],
        &["redo"],
        &["release", "1"],
        &["void", "3"],
        &["stop", "1"],
        &["people", "add", EVIL],
        &["people", "edit", EVIL, "--phone", EVIL],
        &["people", "merge", &other, EVIL],
        &["people", "forget", EVIL, "--yes"],
    ];
    for command in commands {
        let text = intact(&home, command);
        assert!(text.len() > ABOVE.len() + 1, "{command:?}");
    }
}

/// Refused, with what was typed in the message.
#[test]
fn errors() {
    let home = home();
    let path = format!("{}/{}", home.path().display(), EVIL.replace('/', ""));
    let flag = format!("--{EVIL}");
    let commands: [&[&str]; 26] = [
        &[EVIL],
        &[&flag],
        &["show", EVIL],
        &["keep", "1", "--at", EVIL],
        &["keep", "1", "--cause", EVIL],
        &["due", "--within", EVIL],
        &["list", "--to", "nobody\u{1b}[2J"],
        &["list", "--tag", EVIL, "--sort", EVIL],
        &["report", "--since", EVIL],
        &["report", "--group", EVIL],
        &["calendar", EVIL],
        &["free", EVIL],
        &["date", EVIL],
        &["date", "1pm their time", "--to", EVIL],
        &[
            "add",
            "x",
            "--to",
            "y",
            "--due",
            "friday",
            "--standard",
            EVIL,
        ],
        &["add", "x", "--to", "y", "--due", "friday", "--every", EVIL],
        &["people", "show", "nobody\u{1b}[2J"],
        &["people", "merge", "nobody\u{1b}[2J", EVIL],
        &["people", "forget", "nobody\u{1b}[2J"],
        &["undo", EVIL],
        &["check", "1", EVIL],
        &["import", &path],
        &["export", &path],
        &["completions", EVIL],
        &["--db", &path, "doctor"],
        &["--config", &path, "due"],
    ];
    for command in commands {
        let text = intact(&home, command);
        assert!(text.len() > ABOVE.len() + 1, "{command:?}");
    }
}
