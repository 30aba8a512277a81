//! Steps.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A step.
pub(super) const LOG: Record = Record {
    name: "log",
    about: "A step, what one command did: promise log.",
    keys: || {
        vec![
            key("step", Kind::Number.always()),
            key("at", Kind::Time.always()),
            key("command", Kind::Text.always()),
            key("kind", Kind::OneOf(&["do", "undo", "redo"]).always()),
            key("target", Kind::Number.or_null()),
            key("undone_by", Kind::Number.or_null()),
            key("promises", Kind::Numbers.always()),
            key("people", Kind::Texts.always()),
        ]
    },
};
