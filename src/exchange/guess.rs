//! Which program wrote a file, told from its beginning and its name.

use crate::exchange::sheet;
use crate::exchange::todotxt;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// What `promise export` writes, history included.
    JsonLines,
    /// What `task export` writes.
    Taskwarrior,
    /// A line a task.
    TodoTxt,
    /// Comma-separated values with a header.
    Csv,
    /// A calendar.
    Ics,
}

impl Format {
    /// The word typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::JsonLines => "jsonl",
            Self::Taskwarrior => "taskwarrior",
            Self::TodoTxt => "todotxt",
            Self::Csv => "csv",
            Self::Ics => "ics",
        }
    }

    /// What it is called in a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::JsonLines => "an export of promise",
            Self::Taskwarrior => "a Taskwarrior export",
            Self::TodoTxt => "a todo.txt file",
            Self::Csv => "CSV with a header",
            Self::Ics => "an iCalendar file",
        }
    }
}

/// The format of a file with this name that begins with these bytes; nothing where it could be
/// anything.
#[must_use]
pub fn guess(name: &str, beginning: &[u8]) -> Option<Format> {
    let text = String::from_utf8_lossy(beginning);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).trim_start();
    if text.is_empty() {
        return Some(Format::JsonLines);
    }
    if text.starts_with(['{', '[']) {
        let first = text
            .lines()
            .find(|line| line.contains('"'))
            .unwrap_or_default();
        let is_ours = first.contains("\"record\"") && !text.starts_with('[');
        let has_task = ["\"description\"", "\"status\"", "\"entry\""];
        let is_task = text.starts_with('[') || has_task.iter().any(|key| text.contains(key));
        return Some(if is_task && !is_ours {
            Format::Taskwarrior
        } else {
            Format::JsonLines
        });
    }
    let first = text.lines().next().unwrap_or_default().trim_end();
    if first.eq_ignore_ascii_case("BEGIN:VCALENDAR") {
        return Some(Format::Ics);
    }
    let name = name.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&[".csv", ".tsv"]) || sheet::is_header(first) {
        return Some(Format::Csv);
    }
    if ends(&[".ics", ".ical"]) {
        return Some(Format::Ics);
    }
    if ends(&[".json", ".jsonl", ".ndjson"]) {
        return Some(Format::JsonLines);
    }
    let mut lines = text.lines();
    (ends(&["todo.txt", "done.txt"]) || lines.any(todotxt::has_marks)).then_some(Format::TodoTxt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings() {
        let table = [
            ("-", "", Some(Format::JsonLines)),
            (
                "-",
                "{\"record\":\"step\",\"uuid\":\"x\"}",
                Some(Format::JsonLines),
            ),
            (
                "-",
                "{\"record\":\"step\",\"description\":1}",
                Some(Format::JsonLines),
            ),
            ("-", "{", Some(Format::JsonLines)),
            (
                "-",
                "[\n{\"id\":1,\"description\":\"x\"}]",
                Some(Format::Taskwarrior),
            ),
            (
                "-",
                "{\"description\":\"x\"}\n{}",
                Some(Format::Taskwarrior),
            ),
            ("-", "[]", Some(Format::Taskwarrior)),
            (
                "-",
                "\u{feff}begin:vcalendar\r\nVERSION:2.0\r\n",
                Some(Format::Ics),
            ),
            ("a.CSV", "a,b\n", Some(Format::Csv)),
            ("-", "Customer;Deadline;Subject\n", Some(Format::Csv)),
            ("-", "id,state,due,to,from,what\n", Some(Format::Csv)),
            ("todo.txt", "Call mum\n", Some(Format::TodoTxt)),
            ("-", "(A) Call mum\n", Some(Format::TodoTxt)),
            ("-", "Call mum due:2026-11-27\n", Some(Format::TodoTxt)),
            ("-", "x 2026-11-20 Call mum\n", Some(Format::TodoTxt)),
            ("-", "Dear Ann, thank you\n", None),
            ("a.jsonl", "oops", Some(Format::JsonLines)),
            ("-", "\u{0}\u{1}\u{ff}", None),
        ];
        for (name, text, format) in table {
            assert_eq!(guess(name, text.as_bytes()), format, "{name} {text:?}");
        }
    }
}
