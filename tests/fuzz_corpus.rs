//! The corpus of the fuzz targets in `tests/fuzz`, replayed: what they found worth keeping holds
//! on every change, without a fuzzer.

// A target that finds something says so by panicking.
#![allow(clippy::expect_used)]

#[path = "fuzz/src/config.rs"]
mod config;
#[path = "fuzz/src/deadline.rs"]
mod deadline;
#[path = "fuzz/src/duration.rs"]
mod duration;
#[path = "fuzz/src/foreign.rs"]
mod foreign;
#[path = "fuzz/src/harmless.rs"]
mod harmless;
#[path = "fuzz/src/ical.rs"]
mod ical;
#[path = "fuzz/src/import.rs"]
mod import;
#[path = "shared/memory.rs"]
mod memory;
#[path = "fuzz/src/model.rs"]
mod model;
#[path = "fuzz/src/records.rs"]
mod records;
#[path = "fuzz/src/recurrence.rs"]
mod recurrence;
#[path = "fuzz/src/sheet.rs"]
mod sheet;
#[path = "fuzz/src/taskwarrior.rs"]
mod taskwarrior;
#[path = "fuzz/src/template.rs"]
mod template;
#[path = "fuzz/src/todotxt.rs"]
mod todotxt;

use std::fs;
use std::path::Path;

/// Every input of a target.
fn replay(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let entries = fs::read_dir(folder.join(target)).expect("a corpus");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() > 5, "{target}: only {} inputs", paths.len());
    for path in paths {
        let input = fs::read(&path).expect("an input");
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&input)));
        assert!(outcome.is_ok(), "{} fails", path.display());
    }
}

#[test]
fn deadlines() {
    replay("deadline", deadline::check);
}

#[test]
fn durations() {
    replay("duration", duration::check);
}

#[test]
fn recurrences() {
    replay("recurrence", recurrence::check);
}

#[test]
fn lines_of_an_export() {
    replay("records", records::check);
}

#[test]
fn imports() {
    replay("import", import::check);
}

#[test]
fn config_files() {
    replay("config", config::check);
}

#[test]
fn texts_made_harmless() {
    replay("harmless", harmless::check);
}

#[test]
fn templates() {
    replay("template", template::check);
}

#[test]
fn calendar_files() {
    replay("ical", ical::check);
}

#[test]
fn commands_against_a_model() {
    replay("model", |data| model::check(data, 8));
}

#[test]
fn tasks_of_taskwarrior() {
    replay("taskwarrior", taskwarrior::check);
}

#[test]
fn lines_of_todo_txt() {
    replay("todotxt", todotxt::check);
}

#[test]
fn spreadsheets() {
    replay("sheet", sheet::check);
}
