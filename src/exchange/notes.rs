//! The notes of a promise in one cell of a spreadsheet: each begins a line with its moment, and
//! the lines that continue it are indented.

use chrono::{DateTime, Utc};

use crate::exchange::row::Notes;

const INDENT: &str = "\n  ";

/// Notes as a cell.
#[must_use]
pub fn cell<'a>(notes: impl IntoIterator<Item = (DateTime<Utc>, &'a str)>) -> String {
    let lines: Vec<String> = notes
        .into_iter()
        .map(|(at, text)| {
            let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            format!("{at} {}", text.replace('\n', INDENT))
        })
        .collect();
    lines.join("\n")
}

/// The notes of a cell. One that somebody else wrote is one note, without a moment.
#[must_use]
pub fn read(cell: &str) -> Notes {
    let stamped = |line: &str| {
        let (stamp, text) = line.split_once(' ')?;
        let at = DateTime::parse_from_rfc3339(stamp).ok()?;
        Some((at.with_timezone(&Utc), text.to_owned()))
    };
    let mut notes = Notes::new();
    for line in cell.split('\n') {
        if let Some(rest) = line.strip_prefix(INDENT.trim_start_matches('\n'))
            && let Some((_, text)) = notes.last_mut()
        {
            text.push('\n');
            text.push_str(rest);
        } else if let Some((at, text)) = stamped(line) {
            notes.push((Some(at), text));
        } else {
            return vec![(None, cell.to_owned())];
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cells_of_others() {
        for cell in ["call\nagain", "2026-11-23 x", "  indented", ""] {
            assert_eq!(read(cell), [(None, cell.to_owned())]);
        }
    }

    proptest! {
        #[test]
        fn cells_read_back(notes in proptest::collection::vec((0_i64..4_000_000_000, ".*|(a|\n| )*"), 1..5)) {
            let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
            let cell = cell(notes.iter().map(|(seconds, text)| (at(*seconds), text.as_str())));
            let expected: Vec<_> =
                notes.into_iter().map(|(seconds, text)| (Some(at(seconds)), text)).collect();
            prop_assert_eq!(read(&cell), expected);
        }
    }
}
