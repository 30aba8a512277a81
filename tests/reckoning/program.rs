//! The fixture in a database, recorded command by command, each at its time.

use std::process::Command;

use chrono::DateTime;
use serde_json::Value;
use tempfile::TempDir;

use crate::clock::{date, local};
use crate::history::{Act, History, Line, What};
use crate::memory;

/// The standards that the fixture names; deadlines are given with every promise.
const CONFIG: &str = "[standard.callback]\ndue = \"1 business day\"\n\
                      [standard.quote]\ndue = \"2 business days\"\n\
                      [standard.repair]\ndue = \"3 business days\"\n";

/// A home folder of its own.
pub struct Program {
    folder: TempDir,
}

impl Program {
    pub fn new() -> Self {
        let folder = memory::folder();
        std::fs::write(folder.path().join("config.toml"), CONFIG).expect("a config");
        Self { folder }
    }

    /// Runs a command that must succeed, at a moment.
    pub fn run(&self, now: i64, arguments: &[&str]) -> String {
        let now = DateTime::from_timestamp(now, 0).expect("a time");
        let output = Command::new(env!("CARGO_BIN_EXE_promise"))
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("PROMISE_CONFIG", self.folder.path().join("config.toml"))
            .env("PROMISE_NOW", now.to_rfc3339())
            .env("TZ", "Europe/Berlin")
            .env("LANG", "C.UTF-8")
            .output()
            .expect("the program starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{now} {arguments:?}: {errors}");
        String::from_utf8(output.stdout).expect("text")
    }

    /// Runs a report in a format.
    pub fn report(&self, now: i64, format: &str, arguments: &[&str]) -> String {
        self.run(now, &[&["report", "--format", format], arguments].concat())
    }

    /// Runs a report, and reads its JSON.
    pub fn json(&self, now: i64, arguments: &[&str]) -> Value {
        let text = self.run(now, &[&["report", "--json"], arguments].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Records what happened after one moment and up to another.
    pub fn record(&self, history: &History, after: i64, until: i64) {
        let mut todo: Vec<(i64, &Line, Option<&Act>)> = Vec::new();
        for line in &history.lines {
            todo.push((line.made, line, None));
            todo.extend(line.acts.iter().map(|act| (act.said, line, Some(act))));
        }
        todo.retain(|(at, ..)| after < *at && *at <= until);
        todo.sort_by_key(|(at, line, _)| (*at, line.number));
        if after == i64::MIN {
            for (name, organisation) in &history.people {
                let at = history.lines.first().map_or(0, |line| line.made);
                self.run(at, &["people", "add", name, "--organisation", organisation]);
            }
        }
        for (at, line, act) in todo {
            match act {
                None => self.add(line),
                Some(act) => self.act(at, line, act),
            }
        }
    }

    fn add(&self, line: &Line) {
        let what = format!("Promise {}", line.number);
        let mut words = vec!["add", &what, "--due", &line.due.phrase, "--json"];
        words.extend([if line.theirs { "--from" } else { "--to" }, &line.who]);
        let flags = [
            ("--owner", &line.owner),
            ("--standard", &line.standard),
            ("--via", &line.via),
        ];
        for (flag, value) in flags {
            words.extend(value.iter().flat_map(|value| [flag, value]));
        }
        let needs: Vec<String> = line.needs.iter().map(ToString::to_string).collect();
        words.extend(needs.iter().flat_map(|need| ["--needs", need]));
        words.extend(line.tags.iter().flat_map(|tag| ["--tag", tag]));
        let added: Value = serde_json::from_str(&self.run(line.made, &words)).expect("JSON");
        assert_eq!(added[0]["id"], line.number, "numbers follow the lines");
    }

    fn act(&self, at: i64, line: &Line, act: &Act) {
        let id = line.number.to_string();
        let moment = |at: &i64| {
            DateTime::from_timestamp(*at, 0)
                .expect("a time")
                .to_rfc3339()
        };
        let mut words: Vec<String> = match &act.what {
            What::Kept { at: kept, check } => {
                let mut words = vec!["keep".to_owned()];
                if *kept != at {
                    words.extend(["--at".to_owned(), moment(kept)]);
                }
                words.extend(
                    check
                        .iter()
                        .flat_map(|day| ["--check".to_owned(), day.clone()]),
                );
                words
            }
            What::Broken { at: broken } => {
                let mut words = vec!["break".to_owned()];
                if *broken != at {
                    words.extend(["--at".to_owned(), moment(broken)]);
                }
                words
            }
            What::Released => vec!["release".to_owned()],
            What::Voided => vec!["void".to_owned()],
            What::Reopened => vec!["reopen".to_owned()],
            What::Moved { due } => ["reschedule", "--due", &due.phrase]
                .map(str::to_owned)
                .into(),
            What::Handed { owner } => ["handoff", "--owner", owner].map(str::to_owned).into(),
            What::Noted => vec!["note".to_owned()],
            What::Edited { .. } => vec!["edit".to_owned()],
            What::Asked { rating, .. } => {
                let rating = rating.map(|rating| rating.to_string());
                let rating = rating.iter().flat_map(|rating| ["--rating", rating]);
                ["check"]
                    .into_iter()
                    .chain(rating)
                    .map(str::to_owned)
                    .collect()
            }
        };
        if act.told {
            words.push("--told".to_owned());
        }
        words.extend(
            act.why
                .cause
                .iter()
                .flat_map(|cause| ["--cause".to_owned(), cause.clone()]),
        );
        for why in &act.why.whys {
            words.extend(["--because".to_owned(), why.clone()]);
        }
        words.push(id);
        match &act.what {
            What::Noted => words.push("said so".to_owned()),
            What::Asked { satisfied, .. } => {
                words.push(if *satisfied { "yes" } else { "no" }.to_owned());
            }
            What::Edited { field, value } if field == "what" => words.push(value.clone()),
            What::Edited { field, value } => {
                let value = match field.as_str() {
                    "made" => local(value).format("%Y-%m-%d %H:%M").to_string(),
                    "due" => date(value).to_string(),
                    _ => value.clone(),
                };
                words.extend([format!("--{field}"), value]);
            }
            _ => {}
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.run(at, &words);
        if act.undone || act.redone {
            self.run(at, &["undo"]);
        }
        if act.redone {
            self.run(at, &["redo"]);
        }
    }
}
