//! Amounts with what they are out of.

use crate::query::Kind;
use crate::render::schema::{Record, key};

/// So many of so many.
pub(super) const RATE: Record = Record {
    name: "rate",
    about: "So many of so many, and their share from 0 to 1; no share of nothing.",
    keys: || {
        vec![
            key("count", Kind::Number.always()),
            key("of", Kind::Number.always()),
            key("rate", Kind::Decimal.or_null()),
        ]
    },
};

/// So many over so many.
pub(super) const MEAN: Record = Record {
    name: "mean",
    about: "A total over so many, and its mean; no mean of nothing.",
    keys: || {
        vec![
            key("sum", Kind::Number.always()),
            key("of", Kind::Number.always()),
            key("mean", Kind::Decimal.or_null()),
        ]
    },
};

/// So long, over many.
pub(super) const SPREAD: Record = Record {
    name: "spread",
    about: "How long something took, over so many: the median, and the least that nine of ten do \
            not exceed.",
    keys: || {
        vec![
            key("of", Kind::Number.always()),
            key("median_seconds", Kind::Number.or_null()),
            key("p90_seconds", Kind::Number.or_null()),
        ]
    },
};
