//! What a sync did, as it is told.

use uuid::Uuid;

use crate::domain::deadline::Deadline;
use crate::domain::event::EventKind;
use crate::domain::promise::Direction;
use crate::domain::sync::Clash;
use crate::failure::Failure;
use crate::store::Synced;

/// One thing that was done, or was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub did: Did,
    /// The number of the promise, where there is one.
    pub id: Option<i64>,
    /// Its UUID.
    pub uuid: Option<Uuid>,
    /// Its description.
    pub what: Option<String>,
    /// The file.
    pub file: Option<String>,
    /// Whose promise it is, and by when, where that is news.
    pub agreed: Option<Agreed>,
    /// Whether whom it is made to, or comes from, is news.
    pub is_for_another: bool,
    /// The field that both sides changed; people stand there by name.
    pub clash: Option<Clash>,
    /// Why.
    pub reason: Option<String>,
}

/// What a program that is not ours agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Whose word it is.
    pub direction: Direction,
    /// The name of the person.
    pub person: String,
    /// The deadline, as it is understood here.
    pub due: Deadline,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Something happened to a promise there, and is recorded here.
    Here(EventKind),
    /// A file was written.
    Written,
    /// A file was taken away, as its promise was settled long ago.
    Removed,
    /// The file was taken away there: the promise is kept, and written again.
    Restored,
    /// The file was taken away there, and that is all right.
    Gone,
    /// Both sides changed a field.
    Clash,
    /// Something was taken over that may not be meant so.
    Doubtful,
    /// Something was left as it is.
    Left,
}

impl Did {
    /// The word in records.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Here(kind) => kind.word(),
            Self::Written => "written",
            Self::Removed => "removed",
            Self::Restored => "restored",
            Self::Gone => "gone",
            Self::Clash => "clash",
            Self::Doubtful => "doubtful",
            Self::Left => "left",
        }
    }
}

impl Done {
    /// Something without details.
    #[must_use]
    pub fn new(did: Did) -> Self {
        Self {
            did,
            id: None,
            uuid: None,
            what: None,
            file: None,
            agreed: None,
            is_for_another: false,
            clash: None,
            reason: None,
        }
    }

    /// A file that was left as it is.
    pub fn left(file: &str, reason: impl Into<String>) -> Self {
        Self {
            file: Some(file.to_owned()),
            reason: Some(reason.into()),
            ..Self::new(Did::Left)
        }
    }
}

/// A file that is to be changed once the database is.
pub enum Job {
    /// It is to hold this text, and then this is to be kept of it.
    Write {
        /// The hash of what was read; nothing for a new file.
        before: Option<i64>,
        /// The text.
        text: String,
        /// What is kept.
        synced: Synced,
    },
    /// It is to go.
    Remove {
        /// Its name.
        name: String,
        /// The hash of what was read.
        before: i64,
        /// The promise that it stood for.
        promise: i64,
    },
    /// It is to tell nothing any more, as its person was forgotten.
    Erase {
        /// Its name.
        name: String,
        /// The hash of what was read.
        before: i64,
        /// The text.
        text: String,
    },
}

impl Job {
    /// The name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::Write { synced, .. } => &synced.file,
            Self::Remove { name, .. } | Self::Erase { name, .. } => name,
        }
    }
}

/// All that a sync did.
#[derive(Default)]
pub struct Outcome {
    /// What was done, in order.
    pub done: Vec<Done>,
    /// What is to be done to files.
    pub jobs: Vec<Job>,
    /// How many promises are in step.
    pub promises: usize,
    /// What kept the files from being written, once all else was saved.
    pub failed: Option<Failure>,
}
