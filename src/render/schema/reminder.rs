//! Reminders.

use crate::query::Kind;
use crate::render::schema::{Record, key, promise};

/// A promise of which something is said.
pub(super) const REMINDER: Record = Record {
    name: "reminder",
    about: "A promise and what has come up about it: promise remind, and what it gives to a \
            program.",
    keys: || {
        let mut keys = promise::fields();
        keys.extend([
            key("about", Kind::OneOf(&["deadline", "check"]).always()),
            key("stage", Kind::OneOf(&["lead", "due", "overdue"]).always()),
            key("lead", Kind::Text.or_null()),
            key("stage_at", Kind::Time.always()),
        ]);
        keys
    },
};
