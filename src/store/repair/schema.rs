//! Parts of the schema that are missing, and which of them can be made again.

use crate::store::error::StoreError;
use crate::store::repair::Mending;

/// Tables whose rows follow from events, or may be forgotten: the worst that comes of `said` being
/// empty is that something is said again.
const DERIVED: [&str; 7] = [
    "names",
    "tags",
    "needs",
    "leads",
    "reminders",
    "said",
    "reminder_rules",
];

/// The full-text index, and the start of the names of its own tables.
const WORDS: &str = "words";

/// A part of the schema that is not there, or not as the program makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// The statement that makes it.
    pub statement: String,
    /// Whether something else is there under its name.
    pub changed: bool,
}

impl Part {
    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        let is = |word: &str| self.statement.starts_with(word);
        is("CREATE TABLE") || is("CREATE VIRTUAL TABLE")
    }

    fn is_of_the_words(&self) -> bool {
        self.name == WORDS || self.name.starts_with("words_")
    }

    /// Whether it can be made again with all that belongs in it. What stands there under its name
    /// is not ours to take away.
    pub fn can_be_made(&self) -> bool {
        let derived = DERIVED.contains(&self.name.as_str()) || self.is_of_the_words();
        !self.changed && (derived || !self.is_table())
    }
}

impl Mending<'_> {
    /// Makes what is missing again. Says whether the rest can be looked at: not where a table is
    /// gone with what it held.
    pub fn mend_schema(&mut self) -> Result<bool, StoreError> {
        let parts = self.reader().missing_parts()?;
        let lost = |part: &Part| part.is_table() && !part.can_be_made();
        let can_go_on = !parts.iter().any(lost);
        let (words, others): (Vec<Part>, Vec<Part>) =
            parts.into_iter().partition(Part::is_of_the_words);
        for part in others {
            if !can_go_on || !part.can_be_made() {
                self.leave(format!("{}, a part of the schema", part.name));
                continue;
            }
            self.before_change()?;
            self.writing.execute(&part.statement, [])?;
            self.mended(part.name);
        }
        if !words.is_empty() {
            self.before_change()?;
            let made = can_go_on && self.make_words().is_ok();
            let name = "words, the full-text index";
            if made {
                self.mended(name.to_owned());
            } else {
                self.leave(name.to_owned());
                return Ok(false);
            }
        }
        Ok(can_go_on)
    }

    /// The full-text index without a word in it, in the place of what is left of it.
    fn make_words(&self) -> Result<(), StoreError> {
        const NO_MORE: [&str; 5] = [
            "DROP TABLE IF EXISTS words",
            "DROP TABLE IF EXISTS words_data",
            "DROP TABLE IF EXISTS words_idx",
            "DROP TABLE IF EXISTS words_docsize",
            "DROP TABLE IF EXISTS words_config",
        ];
        for statement in NO_MORE {
            self.writing.execute(statement, [])?;
        }
        for part in self.reader().parts()? {
            if part.name == WORDS {
                self.writing.execute(&part.statement, [])?;
            }
        }
        // As the schema sets it up.
        self.writing.execute(
            "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
            [],
        )
    }
}
