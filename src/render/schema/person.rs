//! People.

use crate::query::Kind;
use crate::render::schema::{Record, key, key_only};

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
                "promises",
                Kind::Records("promise").always(),
                "in promise people show",
            ),
        ]
    },
};

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
        ]
    },
};
