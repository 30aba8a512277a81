//! The page of what is due.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// The sections of `due`.
pub(super) const DUE: Record = Record {
    name: "due",
    about: "What is due, one object: promise due.",
    keys: || {
        vec![
            key("overdue", Kind::Records("promise").always()),
            key("today", Kind::Records("promise").always()),
            key("coming", Kind::Records("promise").always()),
            key("waiting_on", Kind::Records("promise").always()),
            key("checks", Kind::Records("promise").always()),
        ]
    },
};
