//! Standards of service: the same promise, made the same way every time.

use std::collections::BTreeSet;

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
}
