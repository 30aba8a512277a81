//! What a command says, and what that means for a promise.

use std::collections::BTreeSet;

use promise::domain::deadline::Deadline;
use promise::domain::event::{Account, EventKind};
use promise::domain::promise::{Check, Direction, Series};
use uuid::Uuid;

/// One command. Numbers choose among what is there when it comes to be done.
#[derive(Clone, Debug)]
pub enum Act {
    Add(Words),
    Edit(usize, Words),
    Settle(usize, EventKind),
    Reschedule(usize, Words),
    HandOff(usize, Words),
    Note(usize, String),
    Person(usize, Option<String>),
    Undo,
    Redo,
}

/// What an addition or a correction says.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub what: String,
    pub person: usize,
    pub theirs: bool,
    pub due_in: i64,
    pub whole_day: bool,
    pub tags: BTreeSet<String>,
    pub owner: Option<String>,
    pub effort: Option<u32>,
    pub key: Option<String>,
    pub note: bool,
}

/// The people whom promises are made to.
pub const PEOPLE: [&str; 4] = ["Jane Ortiz", "Bob", "ünal öz", "Zoe \u{1b}[31m"];

/// Why it came to that, and what the person heard.
pub fn account(words: &Words) -> Account {
    Account {
        cause: words.key.clone(),
        because: words.tags.iter().cloned().collect(),
        told: Some(words.note),
        teller: words.owner.clone(),
    }
}

/// The follow-up.
pub fn check(words: &Words, due: Deadline) -> Check {
    Check {
        due: words.whole_day.then_some(due),
        satisfied: words.owner.is_some().then_some(words.note),
        rating: words
            .effort
            .and_then(|effort| u8::try_from(effort % 5 + 1).ok()),
    }
}

/// What it depends on: the first promise, or nothing.
pub fn needs(words: &Words, first: Option<Uuid>) -> BTreeSet<Uuid> {
    first.filter(|_| words.theirs).into_iter().collect()
}

/// How long before its deadline it is spoken of.
pub fn reminders(words: &Words) -> BTreeSet<String> {
    let leads = words.tags.iter().filter(|_| words.whole_day);
    leads.map(|tag| format!("{}h", tag.len())).collect()
}

/// The series it belongs to.
pub fn series(words: &Words, first: Option<Uuid>) -> Option<Series> {
    let uuid = first.filter(|_| words.note)?;
    Some(Series {
        uuid,
        occurrence: words.effort.unwrap_or(1),
        every: words.owner.as_ref().map(|_| "every friday".to_owned()),
        until: words
            .whole_day
            .then(|| "2027-01-31".parse().expect("a day")),
        times: words.effort,
    })
}

/// Whose promise it is.
pub fn direction(words: &Words) -> Direction {
    if words.theirs {
        Direction::Theirs
    } else {
        Direction::Mine
    }
}
