//! The days of a month.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// A day.
pub(super) const CALENDAR: Record = Record {
    name: "calendar",
    about: "A day of a month, and what is and was due on it: promise calendar.",
    keys: || {
        vec![
            key("date", Kind::Date.always()),
            key("today", Kind::YesNo.always()),
            key("working_day", Kind::YesNo.always()),
            key("promises", Kind::Number.always()),
            key("effort_minutes", Kind::Number.always()),
            key("colleagues", Kind::Number.always()),
            key("booked_promises", Kind::Number.always()),
            key("booked_minutes", Kind::Number.always()),
            key("capacity_promises", Kind::Number.or_null()),
            key("capacity_minutes", Kind::Number.or_null()),
            key("overbooked", Kind::YesNo.always()),
            key("late", Kind::Number.always()),
            key("kept", Kind::Number.always()),
            key("kept_late", Kind::Number.always()),
            key("broken", Kind::Number.always()),
            key("released", Kind::Number.always()),
            key("waiting_on", Kind::Number.always()),
            key("ids", Kind::Numbers.always()),
            key("late_ids", Kind::Numbers.always()),
        ]
    },
};
