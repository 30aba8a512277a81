//! What happened to a promise.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// An event.
pub(super) const EVENT: Record = Record {
    name: "event",
    about: "One thing that happened to a promise, in promise show.",
    keys: || {
        vec![
            key("seq", Kind::Number.always()),
            key("uuid", Kind::Uuid.always()),
            key("step", Kind::Number.always()),
            key("at", Kind::Time.always()),
            key("kind", Kind::Text.always()),
            key("text", Kind::Text.or_null()),
            key("cause", Kind::Text.or_null()),
            key("because", Kind::Texts.always()),
            key("told", Kind::YesNo.or_null()),
            key("teller", Kind::Text.or_null()),
            key("target", Kind::Number.or_null()),
            key("in_effect", Kind::YesNo.always()),
            key("changes", Kind::Records("change").always()),
        ]
    },
};

/// What an event changed.
pub(super) const CHANGE: Record = Record {
    name: "change",
    about: "A value that an event changed, before and after.",
    keys: || {
        vec![
            key("field", Kind::Text.always()),
            key("old", Kind::Any.always()),
            key("new", Kind::Any.always()),
        ]
    },
};
