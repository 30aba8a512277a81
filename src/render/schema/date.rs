//! Phrases.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A phrase as understood.
pub(super) const DATE: Record = Record {
    name: "date",
    about: "A deadline phrase as understood: one object, or an array where promise date reads standard input.",
    keys: || {
        vec![
            key("phrase", Kind::Text.always()),
            key("due", Kind::Time.always()),
            key("whole_day", Kind::YesNo.always()),
            key("zone", Kind::Text.always()),
            key("kind", Kind::Text.always()),
        ]
    },
};
