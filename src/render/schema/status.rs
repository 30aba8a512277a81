//! How things stand.

use crate::query::Kind;
use crate::render::schema::{Record, key};
use crate::render::status::NAMES;

/// The counts.
pub(super) const STATUS: Record = Record {
    name: "status",
    about: "How many promises stand in each section of promise due, one object: promise status.",
    keys: || NAMES.map(|name| key(name, Kind::Number.always())).to_vec(),
};
