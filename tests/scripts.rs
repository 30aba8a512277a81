//! Shell scripts that use the program as the README says, each with nothing of the environment but
//! `HOME` and `PATH`; and the recipes of the README, looked at by shellcheck(1).
//!
//! What a script prints, both streams in their order, and its status stand in a file beside it.
//! `PROMISE_BLESS=1` writes them.
#![cfg(unix)]
// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scripts");
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Where a program is; says so where it is not.
fn find(program: &str) -> Option<PathBuf> {
    let found = ["/bin", "/usr/bin", "/usr/local/bin"]
        .into_iter()
        .map(|folder| Path::new(folder).join(program))
        .find(|path| path.exists());
    if found.is_none() {
        println!("skipped: {program} is not installed");
    }
    found
}

fn runs(shell: &str, name: &str) {
    let Some(shell) = find(shell) else {
        return;
    };
    let program = Path::new(env!("CARGO_BIN_EXE_promise"));
    let folder = program.parent().expect("a folder").display();
    let home = tempfile::tempdir().expect("a folder");
    let script = Path::new(FOLDER).join(name);
    let ran = Command::new("/bin/sh")
        .args(["-c", "exec 2>&1; exec \"$0\" \"$1\""])
        .arg(shell)
        .arg(&script)
        .env_clear()
        .env("HOME", home.path())
        .env("PATH", format!("{folder}:/usr/local/bin:/usr/bin:/bin"))
        .current_dir(home.path())
        .stdin(Stdio::null())
        .output()
        .expect("the script runs");
    let printed = String::from_utf8_lossy(&ran.stdout);
    let found = format!("{printed}status {:?}\n", ran.status.code());
    let found = found.replace(&home.path().display().to_string(), "~");
    let file = Path::new(FOLDER).join(format!("{name}.out"));
    if std::env::var_os("PROMISE_BLESS").is_some() {
        fs::write(&file, &found).expect("what it prints");
    }
    let expected = fs::read_to_string(file).expect("what it prints");
    assert_eq!(found, expected, "{name}");
}

#[test]
fn bash() {
    runs("bash", "calls.bash");
}

#[test]
fn dash() {
    runs("dash", "cron.dash");
}

#[test]
fn fish() {
    runs("fish", "day.fish");
}

/// The text of every block of the README in a language.
fn blocks(language: &str) -> Vec<String> {
    let text = fs::read_to_string(README).expect("the README");
    let opening = format!("```{language}\n");
    let parts = text.split(&opening).skip(1);
    let blocks: Vec<String> = parts
        .filter_map(|part| part.split_once("```"))
        .map(|(block, _)| block.to_owned())
        .collect();
    assert!(!blocks.is_empty(), "the README has recipes in {language}");
    blocks
}

/// Hands a text to a checker, which finds nothing to say.
fn is_clean(mut checker: Command, text: &str) {
    let mut child = checker
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the checker runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("the text");
    drop(stdin);
    let ran = child.wait_with_output().expect("the checker ends");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}\n{text}");
}

#[test]
fn shellcheck_finds_nothing() {
    let Some(shellcheck) = find("shellcheck") else {
        return;
    };
    let check = |shell: &str, text: &str| {
        let mut command = Command::new(&shellcheck);
        command.args(["--norc", "--shell", shell, "-"]);
        is_clean(command, text);
    };
    for (shell, name) in [("bash", "calls.bash"), ("dash", "cron.dash")] {
        let text = fs::read_to_string(Path::new(FOLDER).join(name)).expect("a script");
        check(shell, &text);
    }
    for block in blocks("sh") {
        check("sh", &block);
    }
    for block in blocks("bash") {
        check("bash", &block);
    }
}

#[test]
fn fish_reads_its_recipes() {
    let Some(fish) = find("fish") else {
        return;
    };
    for block in blocks("fish") {
        let mut command = Command::new(&fish);
        command.args(["--no-config", "--no-execute"]);
        is_clean(command, &block);
    }
}
