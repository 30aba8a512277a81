//! What was moved from house to house.

use crate::query::Kind;
use crate::render::schema::{Record, key};

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
        ]
    },
};
