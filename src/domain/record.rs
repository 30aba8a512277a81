//! Records for interchange: everything the database holds, without this machine's numbers.
//!
//! In the changes of an event a person is named by UUID.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::event::{Account, Change, EventKind, StepKind};

/// One record of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// What one command did.
    Step(StepRecord),
    /// A person, as their events made them.
    Person(History),
    /// A promise, as its events made it.
    Promise(History),
}

/// What one command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// The identity that events refer to.
    pub uuid: Uuid,
    /// Whether it did, undid or redid something.
    pub kind: StepKind,
    /// The command.
    pub command: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A promise or a person: all that ever happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The number on the machine that exported it.
    pub id: i64,
    /// The identity.
    pub uuid: Uuid,
    /// Oldest first.
    pub events: Vec<EventRecord>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRecord {
    /// The identity.
    pub uuid: Uuid,
    /// The step that it belongs to.
    pub step: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    pub kind: EventKind,
    /// What was said about it.
    pub text: Option<String>,
    /// Why it came to that.
    pub account: Account,
    /// The event that it undoes or redoes, or says the cause of.
    pub target: Option<Uuid>,
    /// What it changed.
    pub changes: Vec<Change>,
}
