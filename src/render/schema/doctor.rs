//! Findings.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A finding.
pub(super) const DOCTOR: Record = Record {
    name: "doctor",
    about: "What one check found, how bad it is, and what to do about it: promise doctor.",
    keys: || {
        vec![
            key("check", Kind::Text.always()),
            key("level", Kind::OneOf(&["ok", "notice", "damage"]).always()),
            key("says", Kind::Text.always()),
            key("remedy", Kind::Text.or_null()),
        ]
    },
};
