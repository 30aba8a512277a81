//! Promises, their notes, and what the person heard.

use crate::query::{Field, Kind};
use crate::render::schema::{Key, Record, key, key_only};

/// A promise: its keys are the fields of `list`.
pub(super) const PROMISE: Record = Record {
    name: "promise",
    about: "A promise. Lists are arrays of it, and so is what a command prints that changed some. \
            With --fields, only those keys.",
    keys: || {
        let mut keys = fields();
        let sections = Kind::OneOf(&["overdue", "today", "coming", "waiting_on", "checks"]);
        keys.extend([
            key_only("events", Kind::Records("event").always(), "in promise show"),
            key_only("heard", Kind::Records("heard").always(), "in promise show"),
            key_only(
                "section",
                sections.always(),
                "in promise due --format jsonl",
            ),
        ]);
        keys
    },
};

/// The keys of a promise wherever it stands.
pub(super) fn fields() -> Vec<Key> {
    Field::ALL.into_iter().map(field).collect()
}

/// A key of a promise.
pub(super) fn field(field: Field) -> Key {
    key(field.word(), field.shape())
}

/// A note.
pub(super) const NOTE: Record = Record {
    name: "note",
    about: "Something to remember with a promise.",
    keys: || {
        vec![
            key("at", Kind::Time.always()),
            key("text", Kind::Text.always()),
            key("told", Kind::YesNo.always()),
            key("teller", Kind::Text.or_null()),
        ]
    },
};

/// A version of a promise that its person knows.
pub(super) const HEARD: Record = Record {
    name: "heard",
    about: "What the person was told of a promise, and by whom.",
    keys: || {
        vec![
            key("at", Kind::Time.always()),
            key("by", Kind::Text.or_null()),
            key("due", Kind::Time.or_null()),
            key("text", Kind::Text.or_null()),
        ]
    },
};
