//! Standards.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A standard.
pub(super) const STANDARDS: Record = Record {
    name: "standards",
    about: "A rule of service in the config: promise standards.",
    keys: || {
        vec![
            key("name", Kind::Text.always()),
            key("due", Kind::Text.always()),
            key("effort_minutes", Kind::Number.or_null()),
            key("tags", Kind::Texts.always()),
            key("remind", Kind::Texts.always()),
        ]
    },
};
