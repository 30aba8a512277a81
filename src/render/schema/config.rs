//! Settings.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A setting.
pub(super) const CONFIG: Record = Record {
    name: "config",
    about: "A setting in effect, and where it comes from: promise config.",
    keys: || {
        vec![
            key("key", Kind::Text.always()),
            key("value", Kind::Any.always()),
            key(
                "origin",
                Kind::OneOf(&["default", "file", "environment", "system", "flag"]).always(),
            ),
            key("line", Kind::Number.or_null()),
        ]
    },
};
