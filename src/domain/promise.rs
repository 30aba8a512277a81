//! Promises: who promised what to whom by when, and what became of it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::domain::deadline::Deadline;

/// Whose promise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// I, or a colleague named as owner, made it to a person.
    Mine,
    /// A person made it to me ("waiting on").
    Theirs,
}

impl Direction {
    /// The word stored and exported.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Theirs => "theirs",
        }
    }

    /// The direction that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Mine, Self::Theirs]
            .into_iter()
            .find(|direction| direction.word() == word)
    }
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Still to be kept.
    Open,
    /// Fulfilled, in time or not.
    Kept,
    /// Given up on.
    Broken,
    /// The person let me off.
    Released,
    /// A mistaken entry, counted nowhere.
    Void,
}

impl State {
    /// Every state, in the order in which help and errors list them.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Kept,
        Self::Broken,
        Self::Released,
        Self::Void,
    ];

    /// The word stored, exported and typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Released => "released",
            Self::Void => "void",
        }
    }

    /// The state that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A promise as its events have made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The small whole number that the user types; for ever on one machine.
    pub id: i64,
    /// The identity for interchange.
    pub uuid: Uuid,
    /// The description, as typed.
    pub what: String,
    /// Whose promise it is.
    pub direction: Direction,
    /// The number of the person it is made to, or comes from.
    pub person: i64,
    /// The colleague who answers for it; nobody means me.
    pub owner: Option<String>,
    /// What became of it.
    pub state: State,
    /// The deadline in force.
    pub due: Deadline,
    /// The deadline as first promised.
    pub first_due: Deadline,
    /// The last deadline agreed before the one before it had passed.
    pub negotiated_due: Deadline,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When it left the state `open`.
    pub settled_at: Option<DateTime<Utc>>,
    /// The channel it was made through.
    pub via: Option<String>,
    /// Its tags.
    pub tags: BTreeSet<String>,
    /// The work it takes, in minutes.
    pub effort_minutes: Option<u32>,
    /// The standard it was made under.
    pub standard: Option<String>,
    /// A script's own key, unique among promises that are not void.
    pub key: Option<String>,
    /// The follow-up after keeping.
    pub check: Check,
    /// The promises that it depends on.
    pub needs: BTreeSet<Uuid>,
    /// How long before its deadline it is spoken of, as [`crate::domain::reminder::Lead`] writes
    /// it; where there are none, the config says.
    pub reminders: BTreeSet<String>,
    /// The series that it belongs to, where it repeats.
    pub series: Option<Series>,
    /// How often its deadline was corrected.
    pub corrections: u32,
    /// How often it was rescheduled.
    pub reschedules: u32,
    /// How often its owner changed.
    pub handoffs: u32,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

/// The follow-up after keeping: was the person satisfied?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// When to ask.
    pub due: Option<Deadline>,
    /// The answer.
    pub satisfied: Option<bool>,
    /// How well, from 1 to 5.
    pub rating: Option<u8>,
}

/// The place of a promise in a series of repeating ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The identity that all occurrences share: the UUID of the first.
    pub uuid: Uuid,
    /// The place in the series, from 1.
    pub occurrence: u32,
    /// The rule; nothing once the series was stopped.
    pub every: Option<String>,
    /// The last day that an occurrence may fall on.
    pub until: Option<NaiveDate>,
    /// The number of occurrences in all.
    pub times: Option<u32>,
}

/// The longest description, in bytes.
pub const LONGEST_TEXT: usize = 4096;

/// The longest name, tag, key or other short text, in bytes.
pub const LONGEST_WORD: usize = 1024;

/// Why a text cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadText {
    /// Nothing but white space.
    Empty,
    /// Longer than the limit, in bytes.
    TooLong {
        /// What was given.
        length: usize,
        /// What is allowed.
        limit: usize,
    },
    /// Holds the character NUL, which other programs cut texts at.
    Nul,
}

/// Checks a text against a limit in bytes. It is recorded as it is, or not at all.
pub fn check_text(text: &str, limit: usize) -> Result<(), BadText> {
    if text.trim().is_empty() {
        return Err(BadText::Empty);
    }
    if text.len() > limit {
        return Err(BadText::TooLong {
            length: text.len(),
            limit,
        });
    }
    if text.contains('\0') {
        return Err(BadText::Nul);
    }
    Ok(())
}

impl std::fmt::Display for BadText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "is empty"),
            Self::TooLong { length, limit } => {
                write!(f, "has {length} bytes; the limit is {limit}")
            }
            Self::Nul => write!(f, "contains a NUL character"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        let long = "x".repeat(LONGEST_TEXT + 1);
        let table = [
            ("Send the quote", Ok(())),
            ("\u{1b}[31mred", Ok(())),
            ("", Err(BadText::Empty)),
            (" \t\n", Err(BadText::Empty)),
            ("a\0b", Err(BadText::Nul)),
            (&long[1..], Ok(())),
            (
                &long,
                Err(BadText::TooLong {
                    length: 4097,
                    limit: 4096,
                }),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(check_text(text, LONGEST_TEXT), expected);
        }
    }

    #[test]
    fn words_read_back() {
        for state in State::ALL {
            assert_eq!(State::from_word(state.word()), Some(state));
        }
        for direction in [Direction::Mine, Direction::Theirs] {
            assert_eq!(Direction::from_word(direction.word()), Some(direction));
        }
        assert_eq!(State::from_word("done"), None);
    }
}
