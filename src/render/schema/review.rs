//! What moved, and what was put off.

use crate::query::{Field, Kind};
use crate::render::schema::promise::field;
use crate::render::schema::{Record, key, key_only};

/// Both columns.
pub(super) const REVIEW: Record = Record {
    name: "review",
    about: "What moved beside what was put off, one object: promise review.",
    keys: || {
        vec![
            key("since", Kind::Time.always()),
            key("until", Kind::Time.always()),
            key("progress", Kind::Records("moved").always()),
            key("put_off", Kind::Records("moved").always()),
        ]
    },
};

/// The words for what happened, as they stand in JSON.
const HAPPENED: Kind = Kind::OneOf(&[
    "kept",
    "checked",
    "released",
    "handed_off",
    "told",
    "rescheduled",
    "broken",
    "skipped",
    "overdue",
]);

/// A line of a column.
pub(super) const MOVED: Record = Record {
    name: "moved",
    about: "A promise, and what happened to it: promise review.",
    keys: || {
        vec![
            field(Field::Id),
            field(Field::What),
            field(Field::Direction),
            field(Field::To),
            field(Field::From),
            field(Field::Owner),
            key("happened", HAPPENED.always()),
            key("at", Kind::Time.or_null()),
            field(Field::State),
            field(Field::Due),
            field(Field::Outcome),
            field(Field::Overdue),
            field(Field::SecondsLate),
            key("cause", Kind::Text.or_null()),
            key("root", Kind::Text.or_null()),
            key("told", Kind::YesNo.or_null()),
            key("text", Kind::Text.or_null()),
            field(Field::Satisfied),
            field(Field::Rating),
            key("put_off_before", Kind::Number.always()),
            key_only(
                "column",
                Kind::OneOf(&["progress", "put_off"]).always(),
                "in promise review --format jsonl",
            ),
        ]
    },
};
