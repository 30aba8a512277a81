//! What was moved from house to house.

use crate::query::Kind;
use crate::render::schema::{Key, Record, key};

/// What an import came to.
pub(super) const IMPORT: Record = Record {
    name: "import",
    about: "How many records promise import read.",
    keys: || {
        vec![
            key("promises", Kind::Number.always()),
            key("people", Kind::Number.always()),
            key("present", Kind::Number.always()),
            key("differing", Kind::Number.always()),
            key("left_out", Kind::Number.always()),
            key("bad", Kind::Number.always()),
            key("format", Kind::Text.always()),
        ]
    },
};

/// What a sync did, one thing each.
pub(super) const SYNC: Record = Record {
    name: "sync",
    about: "One thing that promise sync did, or left as it is.",
    keys: || {
        vec![
            key("did", Kind::Text.always()),
            key("id", Kind::Number.or_null()),
            key("uuid", Kind::Uuid.or_null()),
            key("what", Kind::Text.or_null()),
            key("file", Kind::Text.or_null()),
            key("field", Kind::Text.or_null()),
            key("stands", Kind::Text.or_null()),
            key("yields", Kind::Text.or_null()),
            key("reason", Kind::Text.or_null()),
        ]
    },
};

/// A copy that was made.
pub(super) const BACKUP: Record = Record {
    name: "backup",
    about: "A copy of the database, and what it holds: promise backup.",
    keys: || {
        let mut keys = vec![
            key("path", Kind::Text.always()),
            key("bytes", Kind::Number.always()),
        ];
        keys.extend(held());
        keys.push(key("removed", Kind::Texts.always()));
        keys
    },
};

/// A copy that was brought back.
pub(super) const RESTORE: Record = Record {
    name: "restore",
    about: "What took the database's place, what was kept, and what was lost: promise restore.",
    keys: || {
        let mut keys = vec![
            key("file", Kind::Text.always()),
            key("database", Kind::Text.always()),
        ];
        keys.extend(held());
        keys.push(key("kept", Kind::Texts.always()));
        keys.push(key("lost", Kind::Record("lost").always()));
        keys
    },
};

/// What a restore took away.
pub(super) const LOST: Record = Record {
    name: "lost",
    about: "How much was newer than what was restored.",
    keys: || {
        vec![
            key("events", Kind::Number.always()),
            key("promises", Kind::Number.always()),
            key("people_forgotten", Kind::Number.always()),
        ]
    },
};

/// The newest step of a copy.
pub(super) const NEWEST_STEP: Record = Record {
    name: "newest_step",
    about: "The last thing done before a copy was made.",
    keys: || {
        vec![
            key("id", Kind::Number.always()),
            key("command", Kind::Text.always()),
            key("at", Kind::Time.always()),
        ]
    },
};

/// What a database holds.
fn held() -> [Key; 4] {
    [
        key("promises", Kind::Number.always()),
        key("people", Kind::Number.always()),
        key("events", Kind::Number.always()),
        key("newest_step", Kind::Record("newest_step").or_null()),
    ]
}
