//! What is no record.

use crate::query::Kind;
use crate::render::schema::{Record, key_only};

/// A text under a key.
pub(super) const TEXT: Record = Record {
    name: "text",
    about: "A text that a command prints, under the key that says what it is.",
    keys: || {
        vec![
            key_only("done", Kind::Text.always(), "where something was written"),
            key_only("path", Kind::Text.always(), "in promise config path"),
            key_only("script", Kind::Text.always(), "in promise completions"),
            key_only("page", Kind::Text.always(), "in promise man"),
            key_only(
                "crontab",
                Kind::Text.always(),
                "in promise remind --print-cron",
            ),
            key_only(
                "units",
                Kind::Text.always(),
                "in promise remind --print-systemd",
            ),
        ]
    },
};
