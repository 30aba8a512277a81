//! Days with room.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A day.
pub(super) const FREE: Record = Record {
    name: "free",
    about: "A day on which something can be promised: promise free.",
    keys: || {
        vec![
            key("date", Kind::Date.always()),
            key("promises_left", Kind::Number.or_null()),
            key("minutes_left", Kind::Number.always()),
        ]
    },
};
