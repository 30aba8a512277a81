//! What stands on standard error with `--json`: an object a line.

use crate::query::Kind;
use crate::render::schema::{Record, key, key_only};

/// The words for the kinds of failure.
pub const KINDS: [&str; 6] = [
    "failed",
    "usage",
    "not_found",
    "not_allowed",
    "database",
    "unprinted",
];

/// An error.
pub(super) const ERROR: Record = Record {
    name: "error",
    about: "The error that a command ended with, on standard error.",
    keys: || vec![key("error", Kind::Record("failure").always())],
};

/// What an error says.
pub(super) const FAILURE: Record = Record {
    name: "failure",
    about: "What went wrong, what to do about it, and the exit status.",
    keys: || {
        vec![
            key("kind", Kind::OneOf(&KINDS).always()),
            key("message", Kind::Text.always()),
            key("hint", Kind::Text.or_null()),
            key("code", Kind::Number.always()),
        ]
    },
};

/// What is no error.
pub(super) const MESSAGE: Record = Record {
    name: "message",
    about: "What else is said on standard error: one of these keys.",
    keys: || {
        vec![
            key_only("note", Kind::Text.always(), "beside a result"),
            key_only(
                "warning",
                Kind::Text.always(),
                "where something may be amiss",
            ),
            key_only("hint", Kind::Text.always(), "what to do"),
        ]
    },
};
