//! Events: what happened to promises and people, and how they make the present.
//!
//! An event is a kind, a moment, perhaps a text, and a list of changes, each with the value
//! before and after. Events are only ever appended: undoing appends an event that takes another
//! one out of effect, and what counts is the sequence of events in effect (see
//! [`crate::domain::replay`]).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::words::words;

/// Whom an event concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The promise with this number.
    Promise(i64),
    /// The person with this number.
    Person(i64),
}

words! {
    /// What happened.
    EventKind {
        /// Recorded for the first time.
        Added = "added",
        /// A mistake in typing was corrected.
        Edited = "edited",
        /// Something was noted down.
        Noted = "noted",
        /// The promise was kept.
        Kept = "kept",
        /// A new deadline was set.
        Rescheduled = "rescheduled",
        /// The promise was given up on.
        Broken = "broken",
        /// The person let me off.
        Released = "released",
        /// A settled promise is open again.
        Reopened = "reopened",
        /// Somebody else answers for it now.
        HandedOff = "handed_off",
        /// The person was asked whether they were satisfied.
        Checked = "checked",
        /// No further occurrence of a repeating promise follows.
        Stopped = "stopped",
        /// One person turned out to be another.
        Merged = "merged",
        /// Everything that was known of a person was erased.
        Forgotten = "forgotten",
        /// The entry was a mistake.
        Voided = "voided",
        /// An earlier event was taken out of effect.
        Undone = "undone",
        /// An undone event was put back into effect.
        Redone = "redone",
    }
}

words! {
    /// What an event can change.
    Field {
        /// A promise's description.
        What = "what",
        /// Mine or theirs.
        Direction = "direction",
        /// The person of a promise.
        Person = "person",
        /// The colleague who answers for a promise.
        Owner = "owner",
        /// The state of a promise.
        State = "state",
        /// The deadline in force.
        Due = "due",
        /// When a promise was made.
        MadeAt = "made_at",
        /// When a promise was settled.
        SettledAt = "settled_at",
        /// The channel of a promise.
        Via = "via",
        /// A tag of a promise: one change for each that came or went.
        Tag = "tag",
        /// The work that a promise takes, in minutes.
        Effort = "effort_minutes",
        /// The standard that a promise was made under.
        Standard = "standard",
        /// A script's own key.
        Key = "key",
        /// When to ask whether the person was satisfied.
        Check = "check_due",
        /// Whether they were: 1 or 0.
        Satisfied = "satisfied",
        /// How well, from 1 to 5.
        Rating = "rating",
        /// A promise that this one depends on: one change for each that came or went.
        Need = "needs",
        /// How long before the deadline a promise is spoken of: one change for each that came or
        /// went.
        Remind = "remind",
        /// The rule of a repeating promise.
        Every = "every",
        /// The series that the occurrences of a repeating promise share.
        Series = "series",
        /// The place in the series, from 1.
        Occurrence = "occurrence",
        /// The last day that an occurrence may fall on.
        EveryUntil = "every_until",
        /// The number of occurrences in all.
        EveryTimes = "every_times",
        /// A person's name.
        Name = "name",
        /// Whom a person speaks for.
        Organisation = "organisation",
        /// A person's time zone.
        Zone = "zone",
        /// A person's address for mail.
        Email = "email",
        /// A person's telephone number.
        Phone = "phone",
        /// Something to remember of a person.
        Remark = "note",
        /// Who a person turned out to be.
        MergedInto = "merged_into",
        /// Another name of a person: one change for each that came or went.
        Alias = "alias",
    }
}

words! {
    /// What a step did to the steps before it.
    StepKind {
        /// It did something of its own.
        Do = "do",
        /// It took an earlier step back.
        Undo = "undo",
        /// It put a step that was taken back into effect again.
        Redo = "redo",
    }
}

/// A value before or after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number: minutes, a person's number, or seconds since 1970 in UTC.
    Number(i64),
}

impl Value {
    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) => None,
        }
    }

    /// The number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) => None,
        }
    }
}

/// One value that an event replaced by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub field: Field,
    /// The value before, where there was one.
    pub old: Option<Value>,
    /// The value after, where there is one.
    pub new: Option<Value>,
}

/// Why it came to an event, and what the person heard of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The cause, a word of the config's list.
    pub cause: Option<String>,
    /// Each answers "why?" of the one before; the last is the root.
    pub because: Vec<String>,
    /// Whether the person was told, where that matters.
    pub told: Option<bool>,
    /// Who told them; nobody means me.
    pub teller: Option<String>,
}

/// What is about to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What happened.
    pub kind: EventKind,
    /// What was said about it.
    pub text: Option<String>,
    /// Why it came to that.
    pub account: Account,
    /// The sequence number of the event that this one undoes or redoes, or says the cause of.
    pub target: Option<i64>,
    /// What it changed.
    pub changes: Vec<Change>,
}

impl Draft {
    /// An event that changes something.
    #[must_use]
    pub fn new(kind: EventKind, changes: Vec<Change>) -> Self {
        Self {
            kind,
            text: None,
            account: Account::default(),
            target: None,
            changes,
        }
    }

    /// An event that takes another one out of effect, or puts it back.
    #[must_use]
    pub fn turning(kind: EventKind, target: i64) -> Self {
        Self {
            target: Some(target),
            ..Self::new(kind, Vec::new())
        }
    }

    /// Why it came to an earlier event, said only now; no note has to go with it.
    #[must_use]
    pub fn answer(target: i64, account: Account) -> Self {
        Self {
            account,
            target: Some(target),
            ..Self::new(EventKind::Noted, Vec::new())
        }
    }

    /// A note.
    #[must_use]
    pub fn note(text: &str) -> Self {
        Self::new(EventKind::Noted, Vec::new()).with_text(Some(text.to_owned()))
    }

    /// The same with why it came to that.
    #[must_use]
    pub fn with_account(mut self, account: Account) -> Self {
        self.account = account;
        self
    }

    /// The same with a text.
    #[must_use]
    pub fn with_text(mut self, text: Option<String>) -> Self {
        self.text = text;
        self
    }
}

/// An event as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place in the history of this file; without gaps.
    pub seq: i64,
    /// The identity for interchange.
    pub uuid: Uuid,
    /// The step that it belongs to.
    pub step: i64,
    /// Whom it concerns.
    pub subject: Subject,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// What happened.
    pub draft: Draft,
}

/// A note in effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// When it was taken.
    pub at: DateTime<Utc>,
    /// What it says.
    pub text: String,
    /// Whether it is what the person was told.
    pub told: bool,
    /// Who told them; nobody means me.
    pub teller: Option<String>,
}
