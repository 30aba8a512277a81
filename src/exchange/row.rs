//! What a foreign program says of one promise, whatever its format.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use uuid::Uuid;

use crate::domain::promise::{Direction, State};
use crate::domain::recurrence::Rule;

/// A promise as a foreign program has it. What it lacks is for the reader of the row to give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Who it is, so that it is taken in once.
    pub identity: Identity,
    /// Everything that the source says, as far as it tells one version of the row from the next.
    pub content: String,
    /// The description.
    pub what: String,
    /// The person, and whether it is made to them or by them.
    pub person: Option<(Direction, String)>,
    /// The colleague who answers for it.
    pub owner: Option<String>,
    /// The deadline.
    pub due: Option<When>,
    /// The deadline as first promised, where it was another.
    pub first_due: Option<When>,
    /// The last deadline agreed before the one before it had passed, where it is another.
    pub negotiated_due: Option<When>,
    /// When it was made.
    pub made: Option<When>,
    /// What became of it; open where nothing is said.
    pub state: Option<State>,
    /// When it was settled.
    pub settled: Option<When>,
    /// The channel.
    pub via: Option<String>,
    /// Tags: one word each.
    pub tags: BTreeSet<String>,
    /// Notes, with the moment at which each was taken where that is known.
    pub notes: Notes,
    /// The work it takes, as a duration in words: "45m".
    pub effort: Option<String>,
    /// The standard it was made under.
    pub standard: Option<String>,
    /// A script's own key.
    pub key: Option<String>,
    /// Lead times of reminders, in words: "2h".
    pub reminders: BTreeSet<String>,
    /// The promises that it depends on.
    pub needs: BTreeSet<Uuid>,
    /// What other rows of the file call it that are parts of it: it needs them all.
    pub whole: Option<String>,
    /// The wholes that it is a part of.
    pub part_of: BTreeSet<String>,
    /// How it repeats.
    pub every: Option<Rule>,
    /// The last day that an occurrence may fall on.
    pub every_until: Option<NaiveDate>,
    /// The number of occurrences in all.
    pub every_times: Option<u32>,
    /// The recurring template that it is an instance of, and its place among them.
    pub template: Option<(Uuid, u64)>,
    /// What was guessed, or could not be taken over.
    pub warnings: Vec<String>,
}

/// Notes, with the moment at which each was taken where that is known.
pub type Notes = Vec<(Option<DateTime<Utc>>, String)>;

/// How a row is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// By the identity that its program gave it.
    Own(Uuid),
    /// By what it says: the parts that stay as they are while it is worked on.
    Content(String),
}

impl Default for Identity {
    fn default() -> Self {
        Self::Content(String::new())
    }
}

/// A time as a foreign program gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A whole day of the user's zone.
    Day(NaiveDate),
    /// A time on the wall clock of the zone named, or of the user's.
    Local(NaiveDateTime, Option<String>),
    /// A point of the world's time line, seen in the zone named, or in the user's.
    Moment {
        /// The point.
        at: DateTime<FixedOffset>,
        /// The zone.
        zone: Option<String>,
        /// Whether the local day is meant, and not a time on it.
        day: Whole,
    },
    /// A deadline as our own history writes it.
    Exact(String),
    /// Words, as they are typed after `--due`.
    Phrase(String),
}

/// Whether a moment stands for its whole local day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Where it is the last second of the local day.
    AtTheEnd,
    /// Where it is the first second of the local day, or the last.
    AtAnEnd,
}

/// What came of reading one record of a foreign file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A promise.
    Row(Box<Row>),
    /// Nothing to take in, as its kind is not.
    LeftOut(LeftOut),
}

/// What is left out of an import, and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A task that was deleted.
    Deleted,
    /// A template that instances are made from.
    Template,
    /// An appointment that was called off.
    Cancelled,
}

/// What has been read from a file so far: records, each with the line that it begins on.
pub type Records<T> = Vec<(u64, Result<T, String>)>;

/// The longest record, in bytes: a task with all its annotations, a row of a spreadsheet.
pub const LONGEST_RECORD: usize = 4 * 1024 * 1024;

/// Why a record that is longer is refused.
#[must_use]
pub fn too_long() -> String {
    format!("a record is longer than {LONGEST_RECORD} bytes")
}

/// A word that can be a tag: what parts words is replaced by a hyphen.
#[must_use]
pub fn as_tag(text: &str) -> Option<String> {
    let parts = |char: char| char.is_whitespace() || char.is_control() || char == ',';
    let words: Vec<&str> = text.split(parts).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        let table = [
            ("home", Some("home")),
            (" Home  Garden,North\n", Some("Home-Garden-North")),
            ("a.b:c", Some("a.b:c")),
            (" ,", None),
        ];
        for (text, tag) in table {
            assert_eq!(as_tag(text).as_deref(), tag, "{text:?}");
        }
    }
}
