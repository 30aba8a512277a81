//! Completion in a real bash, where one is installed: what is inserted has to come back as one
//! word, and as the name that was meant.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use expectrl::Expect as _;
use expectrl::session::OsSession;

use crate::harness::Home;

/// What bash runs first: completion switched on, and `promise` writing down its arguments.
const START: &str = r#"
PS1='ready> '
bind 'set bell-style none'
source <(COMPLETE=bash "$PROMISE")
promise() { printf '%s\n' "$@" > "$HOME/got"; echo written; }
"#;

/// A bash on a terminal, with completion switched on; none where there is no such program.
fn bash(home: &Home) -> Option<OsSession> {
    let path = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash"]
        .into_iter()
        .find(|path| Path::new(path).exists());
    let Some(path) = path else {
        println!("skipped: bash is not installed");
        return None;
    };
    fs::write(home.path().join("start"), START).expect("a file");
    let mut command = Command::new(path);
    command
        .args(["--noprofile", "--rcfile"])
        .arg(home.path().join("start"))
        .arg("-i")
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
    Some(session)
}

/// What `promise` was given after these keys, a tab and Enter.
fn completed(home: &Home, session: &mut OsSession, keys: &str) -> Vec<String> {
    session.send(format!("{keys}\t\n")).expect("keys");
    session.expect("written").expect("the command runs");
    session.expect("ready> ").expect("a prompt");
    let got = fs::read_to_string(home.path().join("got")).expect("arguments");
    got.lines().map(str::to_owned).collect()
}

#[test]
fn what_bash_inserts_is_one_word() {
    let home = Home::new();
    let names = [
        "Jane Ortiz",
        "Bob O'Neil",
        "Ann \"A\" Lee",
        "Dollar $HOME `id` \\ x",
        "Ünal Öz",
    ];
    for name in names {
        home.ok(&["people", "add", name]);
    }
    home.ok(&["add", "Call back", "--to", "Jane Ortiz", "--due", "friday"]);
    let Some(mut session) = bash(&home) else {
        return;
    };
    let table = [
        ("Ja", 0),
        ("Bo", 1),
        ("An", 2),
        ("Do", 3),
        ("\"Ja", 0),
        ("\"Bo", 1),
        ("\"An", 2),
        ("\"Do", 3),
        ("'Ja", 0),
        ("'Bo", 1),
        ("'An", 2),
        ("'Do", 3),
        ("Jane\\ O", 0),
        ("\"Jane O", 0),
        ("ja", 0),
    ];
    for (typed, name) in table {
        let got = completed(&home, &mut session, &format!("promise list --to {typed}"));
        assert_eq!(got, ["list", "--to", names[name]], "{typed}");
    }
    assert_eq!(
        completed(&home, &mut session, "promise keep 1"),
        ["keep", "1"]
    );
    assert_eq!(completed(&home, &mut session, "promise kee"), ["keep"]);
    assert_eq!(
        completed(&home, &mut session, "promise keep --not"),
        ["keep", "--note"]
    );
}

/// The script that `promise completions` prints completes commands and flags without the program.
#[test]
fn the_static_script() {
    let home = Home::new();
    let Some(mut session) = bash(&home) else {
        return;
    };
    session
        .send("complete -r promise; source <(\"$PROMISE\" completions bash); echo sour''ced\n")
        .expect("keys");
    session.expect("sourced").expect("the script");
    session.expect("ready> ").expect("a prompt");
    assert_eq!(completed(&home, &mut session, "promise kee"), ["keep"]);
    assert_eq!(
        completed(&home, &mut session, "promise keep --not"),
        ["keep", "--note"]
    );
}
