//! The examples of the README, run as a reader would run them.
//!
//! Each block marked `console` goes on where the one before it ended: one home folder, one clock,
//! which a comment `<!-- now: … -->` moves. A line that begins with `$ ` is run by the shell; what
//! follows it is the output expected, both streams in their order. UUIDs differ from run to run,
//! and are compared by their place alone. `PROMISE_BLESS=1` writes what was found into the README.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// What stands around the table of figures.
const BEGIN: &str = "<!-- figures -->";
const END: &str = "<!-- end of figures -->";

struct Session {
    home: tempfile::TempDir,
    now: String,
}

impl Session {
    fn run(&self, line: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_promise"));
        let folder = program.parent().unwrap().display();
        let output = Command::new("sh")
            .arg("-c")
            .arg(format!("exec 2>&1\n{line}"))
            .env_clear()
            .env("PATH", format!("{folder}:/usr/local/bin:/usr/bin:/bin"))
            .env("HOME", self.home.path())
            .env("TZ", "Europe/Berlin")
            .env("PROMISE_NOW", &self.now)
            .current_dir(self.home.path())
            .output()
            .expect("a shell");
        let text = String::from_utf8(output.stdout).unwrap();
        text.replace(&self.home.path().display().to_string(), "/home/you")
    }
}

/// The README as it would be with the output of its examples as found.
fn with_outputs(text: &str) -> String {
    let mut session = Session {
        home: tempfile::tempdir().unwrap(),
        now: "2026-11-23T16:00:00+01:00".to_owned(),
    };
    let mut found = String::new();
    let mut lines = text.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        if let Some(now) = line.strip_prefix("<!-- now: ") {
            now.trim_end_matches(" -->").clone_into(&mut session.now);
        }
        if line.starts_with("```") {
            inside = line == "```console";
        }
        let command = line.strip_prefix("$ ").filter(|_| inside);
        if !inside || command.is_some() || line.starts_with("```") {
            found.push_str(line);
            found.push('\n');
        }
        if let Some(command) = command {
            let mut command = command.to_owned();
            // A line that ends with a backslash goes on.
            while command.ends_with('\\') {
                let next = lines.next().expect("a line after a backslash");
                found.push_str(next);
                found.push('\n');
                command.push('\n');
                command.push_str(next);
            }
            found.push_str(&session.run(&command));
            if lines.peek().is_some_and(|next| next.is_empty()) {
                found.push('\n');
            }
        }
    }
    found
}

/// The figures of a report stand in the README as they are defined.
fn with_figures(text: &str) -> String {
    use promise::domain::report::definitions::{BESIDE, FIGURES};
    let (before, rest) = text.split_once(BEGIN).expect("the table's beginning");
    let (_, after) = rest.split_once(END).expect("the table's end");
    let mut table = String::from("| key | what is counted | out of |\n| --- | --- | --- |\n");
    let figures = FIGURES
        .iter()
        .map(|figure| (figure.key, figure.counts, figure.of));
    let beside = BESIDE.iter().map(|(key, _, meaning)| (*key, *meaning, ""));
    for (key, counts, of) in figures.chain(beside) {
        table.push_str(&format!("| `{key}` | {counts} | {of} |\n"));
    }
    format!("{before}{BEGIN}\n{table}{END}{after}")
}

/// The text with every UUID replaced, so that only its place counts.
fn without_uuids(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|char: char| char.is_ascii_hexdigit()) {
        let (before, from) = rest.split_at(at);
        result.push_str(before);
        let is_uuid = from.get(..36).is_some_and(|word| {
            word.char_indices().all(|(place, char)| match place {
                8 | 13 | 18 | 23 => char == '-',
                _ => char.is_ascii_hexdigit(),
            })
        });
        let length = if is_uuid { 36 } else { 1 };
        result.push_str(if is_uuid { "UUID" } else { &from[..1] });
        rest = &from[length..];
    }
    result.push_str(rest);
    result
}

#[test]
fn examples_print_what_the_readme_shows() {
    let text = fs::read_to_string(README).unwrap();
    let found = with_figures(&with_outputs(&text));
    assert!(
        found.matches("\n$ promise").count() >= 10,
        "examples went missing"
    );
    if std::env::var_os("PROMISE_BLESS").is_some() {
        fs::write(README, found).unwrap();
        return;
    }
    let (shown, found) = (without_uuids(&text), without_uuids(&found));
    for (number, (shown, found)) in (1..).zip(shown.lines().zip(found.lines())) {
        assert_eq!(shown, found, "README.md:{number}, as shown and as found");
    }
    assert_eq!(shown, found);
}
