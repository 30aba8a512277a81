//! What any program reads in the file of a promise, and may change there.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, SubsecRound as _, Utc};
use uuid::Uuid;

use crate::domain::deadline::Deadline;
use crate::domain::promise::State;

/// The fields of a promise that every program shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// SUMMARY.
    pub what: String,
    /// DUE.
    pub due: Option<Due>,
    /// STATUS.
    pub status: Status,
    /// COMPLETED of what is done, in whole seconds; nothing where it was not said, or not kept.
    pub completed_at: Option<DateTime<Utc>>,
    /// CATEGORIES.
    pub tags: BTreeSet<String>,
    /// RELATED-TO with RELTYPE=DEPENDS-ON. Which of them count only those know who know all tasks:
    /// they are compared for themselves.
    pub needs: BTreeSet<Uuid>,
    /// ATTENDEE, where anybody attends: known of what was synced, and never of a promise.
    pub attends: Option<String>,
}

/// A deadline as RFC 5545 knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A whole day.
    Day(NaiveDate),
    /// A moment.
    At(DateTime<Utc>),
}

/// A state as RFC 5545 knows them; IN-PROCESS is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Still to be done.
    Open,
    /// Done.
    Done,
    /// Given up, in whatever way.
    Cancelled,
}

/// What a program left in a file, in our terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The description as it stands there.
    pub what: String,
    /// The deadline, in the zone it names or else the user's.
    pub due: Option<Deadline>,
    /// The state.
    pub status: Status,
    /// When it was done, as it says.
    pub completed_at: Option<DateTime<Utc>>,
    /// The tags.
    pub tags: BTreeSet<String>,
    /// The tasks that it depends on.
    pub needs: BTreeSet<Uuid>,
    /// What DESCRIPTION says.
    pub description: String,
}

impl Plain {
    /// What was read.
    #[must_use]
    pub fn seen(seen: &Seen) -> Self {
        Self {
            what: squeezed(&seen.what),
            due: seen.due.as_ref().map(Due::of),
            status: seen.status,
            completed_at: seen
                .completed_at
                .filter(|_| seen.status == Status::Done)
                .map(|at| at.trunc_subsecs(0)),
            tags: seen.tags.iter().map(|tag| squeezed(tag)).collect(),
            needs: seen.needs.clone(),
            attends: None,
        }
    }
}

impl Due {
    /// A deadline without its zone.
    #[must_use]
    pub fn of(deadline: &Deadline) -> Self {
        if deadline.is_whole_day() {
            Self::Day(deadline.date())
        } else {
            Self::At(deadline.at())
        }
    }
}

impl Status {
    /// What a state is to other programs.
    #[must_use]
    pub fn of(state: State) -> Self {
        match state {
            State::Open => Self::Open,
            State::Kept => Self::Done,
            State::Broken | State::Released | State::Void => Self::Cancelled,
        }
    }

    /// The word in the bookkeeping.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Done, Self::Cancelled]
            .into_iter()
            .find(|status| status.word() == word)
    }
}

/// A text as it is compared: programs differ in what they make of spaces and line breaks, and in
/// whether they pass control characters on. It must never come to mean another text, or every file
/// would look changed.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in parts of at most so many bytes: lines stay whole where they can.
#[must_use]
pub fn in_parts(text: &str, longest: usize) -> Vec<String> {
    joined(
        text.split('\n').flat_map(|line| cut(line, longest)),
        longest,
    )
}

/// The lines of a description that none of the known texts holds, in parts of at most so many
/// bytes: what somebody wrote there.
#[must_use]
pub fn unknown_lines<'a>(
    description: &str,
    known: impl IntoIterator<Item = &'a str>,
    longest: usize,
) -> Vec<String> {
    // A line that is too long for one note became several.
    let known: BTreeSet<String> = known
        .into_iter()
        .flat_map(str::lines)
        .flat_map(|line| cut(line.trim_end(), longest))
        .map(squeezed)
        .collect();
    let lines = description.lines().map(str::trim_end);
    let new = lines.flat_map(|line| cut(line, longest)).filter(|line| {
        let line = squeezed(line);
        !line.is_empty() && !known.contains(&line)
    });
    joined(new, longest)
}

/// A line in pieces of at most so many bytes: the same line always in the same ones.
fn cut(line: &str, longest: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while rest.len() > longest {
        let mut ends = (1..=longest.max(4)).rev();
        let end = ends.find(|end| rest.is_char_boundary(*end));
        let (piece, more) = rest.split_at(end.unwrap_or(rest.len()));
        pieces.push(piece);
        rest = more;
    }
    pieces.push(rest);
    pieces
}

/// Lines put together to texts of at most so many bytes.
fn joined<'a>(lines: impl Iterator<Item = &'a str>, longest: usize) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for line in lines {
        match texts.last_mut() {
            Some(text) if text.len() + 1 + line.len() <= longest => {
                text.push('\n');
                text.push_str(line);
            }
            _ => texts.push(line.to_owned()),
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_as_programs_pass_them_on() {
        let table = [
            ("Send the quote", "Send the quote"),
            ("  Send\tthe\r\nquote ", "Send the quote"),
            ("\u{1b}[31mred", "[31mred"),
            ("", ""),
        ];
        for (text, same) in table {
            assert_eq!(squeezed(text), same);
            assert_eq!(squeezed(&squeezed(text)), same);
        }
    }

    #[test]
    fn lines_that_are_new() {
        let known = ["To: Jane", "asked twice\n\nand once more"];
        let table = [
            ("To: Jane\n\nasked twice\r\nand once more\n", None),
            ("", None),
            (
                "To: Jane\nleft a message \n asked  twice\nagain",
                Some("left a message\nagain"),
            ),
        ];
        for (description, new) in table {
            let found = unknown_lines(description, known, 100);
            assert_eq!(found.first().map(String::as_str), new);
            assert!(found.len() < 2, "{found:?}");
        }
    }

    #[test]
    fn texts_in_parts() {
        let table: [(&str, &[&str]); 6] = [
            ("", &[]),
            ("ab\n\n cd", &["ab\n\n cd"]),
            ("abcdefgh\nij", &["abcdefgh", "ij"]),
            ("ab\nabcdefghij\nk", &["ab", "abcdefgh", "ij\nk"]),
            ("äöüäöü", &["äöüä", "öü"]),
            ("a\u{1f600}\u{1f600}", &["a\u{1f600}", "\u{1f600}"]),
        ];
        for (text, parts) in table {
            assert_eq!(in_parts(text, 8), parts, "{text:?}");
        }
    }

    /// What was recorded once is known the next time, however long its lines are.
    #[test]
    fn long_lines_are_known_again() {
        let long = "abc def  ghi ".repeat(5);
        for description in [
            long.clone(),
            format!("short\n{long}\n\nend  \n"),
            "ä".repeat(50),
        ] {
            let notes = unknown_lines(&description, [], 16);
            assert!(notes.iter().all(|note| note.len() <= 16), "{notes:?}");
            let known = notes.iter().map(String::as_str);
            assert_eq!(unknown_lines(&description, known, 16), [""; 0]);
        }
    }
}
