//! Completion in real shells, where they are installed: what is inserted has to come back as one
//! word, and as the name that was meant.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use expectrl::Expect as _;
use expectrl::session::OsSession;

use crate::harness::Home;

/// A shell on a terminal, where `promise` writes down its arguments.
struct Shell {
    session: OsSession,
    got: std::path::PathBuf,
}

/// How a shell is started, with completion switched on.
struct Start {
    program: &'static str,
    arguments: &'static [&'static str],
    /// The file that it reads first.
    file: &'static str,
    text: &'static str,
}

const BASH: Start = Start {
    program: "bash",
    arguments: &["--noprofile", "--rcfile", "start", "-i"],
    file: "start",
    text: r#"
PS1='ready> '
bind 'set bell-style none'
source <(COMPLETE=bash "$PROMISE")
promise() { printf '%s\n' "$@" > "$HOME/got"; echo written; }
"#,
};

const ZSH: Start = Start {
    program: "zsh",
    arguments: &["-d", "-i"],
    file: ".zshrc",
    text: r#"
PS1='ready> '
unsetopt beep zle_bracketed_paste prompt_cr prompt_sp 2> /dev/null
autoload -Uz compinit
compinit -u -D
source <(COMPLETE=zsh "$PROMISE")
promise() { printf '%s\n' "$@" > "$HOME/got"; echo written; }
"#,
};

const FISH: Start = Start {
    program: "fish",
    arguments: &[
        "--no-config",
        "--private",
        "--init-command",
        "source start",
        "-i",
    ],
    file: "start",
    text: r#"
set -g fish_greeting
set -g fish_autosuggestion_enabled 0
function fish_prompt; echo -n 'ready> '; end
COMPLETE=fish "$PROMISE" | source
function promise; printf '%s\n' $argv > "$HOME/got"; echo written; end
"#,
};

impl Shell {
    /// Starts it; none, and the reason, where there is no such program.
    fn start(home: &Home, start: &Start) -> Option<Self> {
        let path = ["/bin", "/usr/bin", "/usr/local/bin"]
            .into_iter()
            .map(|folder| Path::new(folder).join(start.program))
            .find(|path| path.exists());
        let Some(path) = path else {
            println!("skipped: {} is not installed", start.program);
            return None;
        };
        fs::write(home.path().join(start.file), start.text).expect("a file");
        let mut command = Command::new(path);
        command
            .args(start.arguments)
            .env_clear()
            .env("HOME", home.path())
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("TERM", "dumb")
            .env("LC_ALL", "C.UTF-8")
            .env("INPUTRC", "/dev/null")
            .env("PROMISE", env!("CARGO_BIN_EXE_promise"))
            .env("PROMISE_NOW", crate::harness::NOW)
            .current_dir(home.path());
        let mut session = OsSession::spawn(command).expect("a terminal");
        session.set_expect_timeout(Some(Duration::from_secs(60)));
        session.expect("ready> ").expect("a prompt");
        let got = home.path().join("got");
        Some(Self { session, got })
    }

    /// What `promise` was given after these keys, a tab and Enter.
    fn completed(&mut self, keys: &str) -> Vec<String> {
        self.session.send(format!("{keys}\t\n")).expect("keys");
        self.session.expect("written").expect("the command runs");
        self.session.expect("ready> ").expect("a prompt");
        let got = fs::read_to_string(&self.got).expect("arguments");
        got.lines().map(str::to_owned).collect()
    }
}

/// Names that a shell has to quote. No two begin alike.
const NAMES: [&str; 7] = [
    "Jane Ortiz",
    "Bob O'Neil",
    "Ann \"A\" Lee",
    "Dollar $HOME `id` \\ x",
    "Ünal Öz",
    "Tea: two; & more *",
    "Eve\u{1b}[31m Red",
];

fn recorded() -> Home {
    let home = Home::new();
    for name in NAMES {
        home.ok(&["people", "add", name]);
    }
    home.ok(&["add", "Call back", "--to", "Jane Ortiz", "--due", "friday"]);
    home
}

/// Words typed, and the name that they lead to.
fn names(shell: &mut Shell, table: &[(&str, usize)]) {
    for (typed, name) in table {
        let got = shell.completed(&format!("promise list --to {typed}"));
        assert_eq!(got, ["list", "--to", NAMES[*name]], "{typed}");
    }
}

fn commands_flags_and_numbers(shell: &mut Shell) {
    let table: [(&str, &[&str]); 3] = [
        ("keep 1", &["keep", "1"]),
        ("kee", &["keep"]),
        ("keep --not", &["keep", "--note"]),
    ];
    for (typed, words) in table {
        assert_eq!(shell.completed(&format!("promise {typed}")), words);
    }
}

const EVERYWHERE: &[(&str, usize)] = &[
    ("Ja", 0),
    ("Bo", 1),
    ("An", 2),
    ("Do", 3),
    ("Te", 5),
    ("\"Ja", 0),
    ("'Ja", 0),
    ("Jane\\ O", 0),
    ("\"Jane O", 0),
];

#[test]
fn bash() {
    let home = recorded();
    let Some(mut shell) = Shell::start(&home, &BASH) else {
        return;
    };
    names(&mut shell, EVERYWHERE);
    let quoted = [
        ("\"Bo", 1),
        ("\"An", 2),
        ("\"Do", 3),
        ("'Bo", 1),
        ("'An", 2),
        ("'Do", 3),
        ("Ev", 6),
        ("ja", 0),
    ];
    names(&mut shell, &quoted);
    commands_flags_and_numbers(&mut shell);
}

#[test]
fn zsh() {
    let home = recorded();
    let Some(mut shell) = Shell::start(&home, &ZSH) else {
        return;
    };
    names(&mut shell, EVERYWHERE);
    // Not offered, rather than shown.
    assert_eq!(shell.completed("promise list --to Ev")[2], "Ev");
    commands_flags_and_numbers(&mut shell);
}

#[test]
fn fish() {
    let home = recorded();
    let Some(mut shell) = Shell::start(&home, &FISH) else {
        return;
    };
    names(&mut shell, EVERYWHERE);
    names(&mut shell, &[("ja", 0)]);
    assert_eq!(shell.completed("promise list --to Ev")[2], "Ev");
    commands_flags_and_numbers(&mut shell);
}

/// The script that `promise completions` prints completes commands and flags without the program.
#[test]
fn the_static_script() {
    let home = Home::new();
    let Some(mut shell) = Shell::start(&home, &BASH) else {
        return;
    };
    let session = &mut shell.session;
    session
        .send("complete -r promise; source <(\"$PROMISE\" completions bash); echo sour''ced\n")
        .expect("keys");
    session.expect("sourced").expect("the script");
    session.expect("ready> ").expect("a prompt");
    assert_eq!(shell.completed("promise kee"), ["keep"]);
    assert_eq!(shell.completed("promise keep --not"), ["keep", "--note"]);
}
