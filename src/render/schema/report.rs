//! Reports. The keys of figures come from their definitions, as they do where one is printed.

use crate::domain::report::Figures;
use crate::domain::report::definitions::{Amount, FIGURES};
use crate::query::{Field, Kind};
use crate::render::schema::{Key, Record, key};

/// A report.
pub(super) const REPORT: Record = Record {
    name: "report",
    about: "How well the word was kept over a period, one object: promise report. What each \
            figure counts is said by promise report --explain.",
    keys: || {
        let mut keys = period();
        keys.extend([
            key("zone", Kind::Text.always()),
            key("direction", Field::Direction.shape()),
        ]);
        keys.extend(figures());
        keys.extend([
            key("flow", Kind::Record("flow").always()),
            key("days", Kind::Records("reckoned_day").always()),
            key("standards", Kind::Records("reckoned_standard").always()),
            key("let_down", Kind::Records("let_down").always()),
            key("weekdays", Kind::Records("weekday").always()),
            key("theirs", Kind::Record("theirs").or_null()),
            key("before", Kind::Record("before").always()),
            key("groups", Kind::Records("group").or_null()),
        ]);
        keys
    },
};

/// The figures of the other side.
pub(super) const THEIRS: Record = Record {
    name: "theirs",
    about: "The figures of what others promised to me, in all and by person.",
    keys: || {
        let mut keys = figures();
        keys.push(key("people", Kind::Records("group").always()));
        keys
    },
};

/// The figures of an earlier period.
pub(super) const BEFORE: Record = Record {
    name: "before",
    about: "The figures of the period before.",
    keys: || {
        let mut keys = period();
        keys.extend(figures());
        keys
    },
};

/// The figures of a part.
pub(super) const GROUP: Record = Record {
    name: "group",
    about: "The figures of a person, or of what --group names; without a name, of those that have \
            none.",
    keys: || {
        let mut keys = vec![key("name", Kind::Text.or_null())];
        keys.extend(figures());
        keys
    },
};

/// Both rates.
pub(super) const KEPT_RATE: Record = Record {
    name: "kept_rate",
    about: "How many were kept, by the deadline as first promised and as negotiated.",
    keys: || {
        let mut keys = under("kept_rate");
        keys.push(key("gap", Kind::Decimal.or_null()));
        keys
    },
};

/// Both rates of a part of the period.
pub(super) const KEPT: Record = Record {
    name: "kept",
    about: "The same of a day, week or month.",
    keys: || under("kept_rate"),
};

/// What happened.
pub(super) const COUNTS: Record = Record {
    name: "counts",
    about: "How many promises were made and settled, and are open.",
    keys: || under("counts"),
};

/// New deadlines.
pub(super) const RESCHEDULES: Record = Record {
    name: "reschedules",
    about: "New deadlines, and whether the person was told in time.",
    keys: || under("reschedules"),
};

/// What customers said.
pub(super) const CHECKS: Record = Record {
    name: "checks",
    about: "Who was asked, and what they said.",
    keys: || {
        let mut keys = under("checks");
        keys.push(key("rating_counts", Kind::Record("rating_counts").always()));
        keys
    },
};

/// Ratings one by one.
pub(super) const RATING_COUNTS: Record = Record {
    name: "rating_counts",
    about: "How often each rating was given.",
    keys: || {
        ["1", "2", "3", "4", "5"]
            .map(|rating| key(rating, Kind::Number.always()))
            .to_vec()
    },
};

/// A cause.
pub(super) const CAUSE: Record = Record {
    name: "cause",
    about: "What one cause led to; null is no cause said.",
    keys: || reason("cause"),
};

/// A root.
pub(super) const ROOT: Record = Record {
    name: "root",
    about: "What one last answer to \"why?\" led to; null is none said.",
    keys: || reason("root"),
};

/// What came in and went out.
pub(super) const FLOW: Record = Record {
    name: "flow",
    about: "What was made and settled step by step, and the backlog; whether it grows is null \
            where that cannot be told.",
    keys: || {
        vec![
            key("by", Kind::OneOf(&["day", "week", "month"]).always()),
            key("backlog_before", Kind::Number.always()),
            key("backlog", Kind::Number.always()),
            key("grows", Kind::YesNo.or_null()),
            key("points", Kind::Records("point").always()),
        ]
    },
};

/// A step of the flow.
pub(super) const POINT: Record = Record {
    name: "point",
    about: "A day, week or month of the flow, and the backlog at its end.",
    keys: || {
        vec![
            key("start", Kind::Date.always()),
            key("made", Kind::Number.always()),
            key("settled", Kind::Number.always()),
            key("backlog", Kind::Number.always()),
            key("kept_rate", Kind::Record("kept").always()),
        ]
    },
};

/// A day of the period.
pub(super) const RECKONED_DAY: Record = Record {
    name: "reckoned_day",
    about: "A day of a report on which anything counts.",
    keys: || {
        vec![
            key("date", Kind::Date.always()),
            key("made", Kind::Number.always()),
            key("settled", Kind::Number.always()),
            key("kept_rate", Kind::Record("kept").always()),
        ]
    },
};

/// A standard, and how it was met.
pub(super) const RECKONED_STANDARD: Record = Record {
    name: "reckoned_standard",
    about: "How a standard was met; whether it is realistic is null where there are too few to \
            tell.",
    keys: || {
        vec![
            key("name", Kind::Text.always()),
            key("met", Kind::Record("rate").always()),
            key("allowed", Kind::Record("spread").always()),
            key("took", Kind::Record("spread").always()),
            key("realistic", Kind::YesNo.or_null()),
        ]
    },
};

/// Somebody let down.
pub(super) const LET_DOWN: Record = Record {
    name: "let_down",
    about: "How many promises to a person were missed.",
    keys: || {
        vec![
            key("name", Kind::Text.always()),
            key("missed", Kind::Record("rate").always()),
        ]
    },
};

/// A day of the week.
pub(super) const WEEKDAY: Record = Record {
    name: "weekday",
    about: "How many were kept of those due on a day of the week.",
    keys: || {
        vec![
            key("name", Kind::Text.always()),
            key("kept_rate", Kind::Record("rate").always()),
        ]
    },
};

/// What a figure means.
pub(super) const DEFINITION: Record = Record {
    name: "definition",
    about: "What a figure of a report counts, and out of what: promise report --explain.",
    keys: || {
        vec![
            key("key", Kind::Text.always()),
            key("title", Kind::Text.always()),
            key("counts", Kind::Text.always()),
            key("of", Kind::Text.or_null()),
        ]
    },
};

fn period() -> Vec<Key> {
    vec![
        key("since", Kind::Date.always()),
        key("until", Kind::Date.always()),
    ]
}

/// The keys of all figures: those with a dot in their names are in a record of the part before it.
fn figures() -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for figure in &FIGURES {
        let (name, kind) = match figure.key.split_once('.') {
            Some((record, _)) => (record, Kind::Record(record)),
            None => (figure.key, amount(figure.value)),
        };
        if keys.iter().all(|key| key.name != name) {
            keys.push(key(name, kind.always()));
        }
    }
    keys.extend([
        key("causes", Kind::Records("cause").always()),
        key("roots", Kind::Records("root").always()),
    ]);
    keys
}

/// The figures whose names begin with that of a record.
fn under(record: &str) -> Vec<Key> {
    let inside = FIGURES.iter().filter_map(|figure| {
        let (first, name) = figure.key.split_once('.')?;
        (first == record).then(|| key(name, amount(figure.value).always()))
    });
    inside.collect()
}

fn amount(value: fn(&Figures) -> Amount) -> Kind {
    match value(&Figures::default()) {
        Amount::Count(_) => Kind::Number,
        Amount::Rate(_) => Kind::Record("rate"),
        Amount::Mean(_) => Kind::Record("mean"),
        Amount::Spread(_) => Kind::Record("spread"),
    }
}

fn reason(name: &'static str) -> Vec<Key> {
    vec![
        key(name, Kind::Text.or_null()),
        key("late", Kind::Number.always()),
        key("broken", Kind::Number.always()),
        key("rescheduled", Kind::Number.always()),
        key("share", Kind::Record("rate").always()),
    ]
}
