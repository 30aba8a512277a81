//! Standards of service: the same promise, made the same way every time.

use std::collections::BTreeSet;

use crate::domain::reminder::Lead;

/// A named rule of service, and what it gives a promise that is made under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// What it is called.
    pub name: String,
    /// The deadline, as a phrase: it means something else for each promise.
    pub due: String,
    /// The work that such a promise takes, in minutes.
    pub effort_minutes: Option<u32>,
    /// The tags of such a promise.
    pub tags: BTreeSet<String>,
    /// How long before the deadline such a promise is spoken of.
    pub remind: Vec<Lead>,
}

impl Standard {
    /// The lead times as a promise keeps them.
    #[must_use]
    pub fn reminders(&self) -> BTreeSet<String> {
        self.remind.iter().map(ToString::to_string).collect()
    }
}
