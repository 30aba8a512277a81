//! People.

use crate::query::{Field, Kind};
use crate::render::schema::promise::field;
use crate::render::schema::{Key, Record, key, key_only};

/// A person.
pub(super) const PERSON: Record = Record {
    name: "person",
    about: "A person, with how many promises stand between us: promise people.",
    keys: || {
        vec![
            key("id", Kind::Number.always()),
            key("uuid", Kind::Uuid.always()),
            key("name", Kind::Text.always()),
            key("organisation", Kind::Text.or_null()),
            key("zone", Kind::Text.or_null()),
            key("email", Kind::Text.or_null()),
            key("phone", Kind::Text.or_null()),
            key("note", Kind::Text.or_null()),
            key("aliases", Kind::Texts.always()),
            key("open", Kind::Number.always()),
            key("overdue", Kind::Number.always()),
            key("kept", Kind::Number.always()),
            key("late", Kind::Number.always()),
            key("last_promise", Kind::Time.or_null()),
            key_only(
                "account",
                Kind::Record("account").always(),
                "in promise people show",
            ),
            key_only(
                "promises",
                Kind::Records("promise").always(),
                "in promise people show",
            ),
        ]
    },
};

/// How a person and I kept our word.
pub(super) const ACCOUNT: Record = Record {
    name: "account",
    about: "How a person and I have kept our word to each other, over every promise between us.",
    keys: || {
        vec![
            key("kept_rate", Kind::Record("kept_rate").always()),
            key("their_kept_rate", Kind::Record("kept_rate").always()),
            key("last_broken", Kind::Record("last").or_null()),
            key("last_told", Kind::Record("last").or_null()),
            key("last_check", Kind::Record("last_check").or_null()),
        ]
    },
};

/// The last time that something happened.
pub(super) const LAST: Record = Record {
    name: "last",
    about: "When a promise between us was last broken or spoken of: its number, and what it or \
            the word was.",
    keys: last,
};

/// The last answer.
pub(super) const LAST_CHECK: Record = Record {
    name: "last_check",
    about: "When the person was last asked about a promise, and what they said.",
    keys: || {
        let mut keys = last();
        keys.extend([field(Field::Satisfied), field(Field::Rating)]);
        keys
    },
};

fn last() -> Vec<Key> {
    vec![
        field(Field::Id),
        key("at", Kind::Time.always()),
        key("text", Kind::Text.or_null()),
    ]
}

/// What forgetting a person came to.
pub(super) const FORGOTTEN: Record = Record {
    name: "forgotten",
    about: "What promise people forget erased.",
    keys: || {
        vec![
            key("id", Kind::Number.always()),
            key("uuid", Kind::Uuid.always()),
            key("promises", Kind::Number.always()),
            key("released", Kind::Number.always()),
            key("backups_deleted", Kind::Texts.always()),
            key("backups_unread", Kind::Texts.always()),
        ]
    },
};
