//! A review: what moved beside what was put off.

mod columns;
mod stop;
mod words;

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::domain::promise::Direction;
use crate::domain::reckoning::Outcome;
use crate::domain::review::{Column, Happened, Move};
use crate::render::{Look, View, rfc3339};

pub use stop::{Stop, stop};

/// One line of a review: a promise, and what happened to it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The promise as it is now.
    pub view: View,
    /// What happened to it.
    pub moved: Move,
}

/// The two columns.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// What moved, in the order in which it did.
    pub progress: Vec<Row>,
    /// What was put off, the most often first.
    pub put_off: Vec<Row>,
}

/// The fields of a row in the formats of one record a line.
pub const LINE_FIELDS: [&str; 10] = [
    "column",
    "id",
    "happened",
    "at",
    "to",
    "from",
    "what",
    "cause",
    "root",
    "put_off_before",
];

impl Columns {
    /// Rows in their columns, in order.
    #[must_use]
    pub fn of(rows: Vec<Row>) -> Self {
        let (mut progress, mut put_off): (Vec<Row>, Vec<Row>) = rows
            .into_iter()
            .partition(|row| row.moved.happened.column() == Column::Progress);
        progress.sort_by_key(|row| (row.moved.at, row.view.promise.id));
        put_off.sort_by_key(|row| {
            let promise = &row.view.promise;
            let often = Reverse(row.moved.put_off_before);
            (often, promise.due.at(), promise.id)
        });
        Self { progress, put_off }
    }

    /// Whether nothing moved, and nothing was put off.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.progress.is_empty() && self.put_off.is_empty()
    }

    /// The columns side by side, or one after the other where the terminal is narrow. The days are
    /// named where they are not all the same.
    #[must_use]
    pub fn text(&self, days: bool, look: &Look) -> String {
        columns::text(self, days, look)
    }

    /// The columns and their period in JSON.
    #[must_use]
    pub fn json(&self, since: DateTime<Utc>, look: &Look) -> Value {
        let stamp = |at: DateTime<Utc>| rfc3339(at.with_timezone(&look.home.offset(at)));
        let list = |rows: &[Row]| rows.iter().map(Row::json).collect::<Value>();
        json!({
            "since": stamp(since),
            "until": stamp(look.clock.now),
            "progress": list(&self.progress),
            "put_off": list(&self.put_off),
        })
    }

    /// Every row with its column, for formats of one record a line.
    #[must_use]
    pub fn records(&self) -> Vec<Value> {
        let columns = [("progress", &self.progress), ("put_off", &self.put_off)];
        let mut records = Vec::new();
        for (name, rows) in columns {
            for row in rows {
                let mut record = row.json();
                record["column"] = json!(name);
                records.push(record);
            }
        }
        records
    }
}

impl Row {
    fn json(&self) -> Value {
        let view = &self.view;
        let promise = &view.promise;
        let moved = &self.moved;
        let named = |direction| (promise.direction == direction).then_some(&view.person);
        let kept = moved.happened == Happened::Kept;
        let checked = moved.happened == Happened::Checked;
        json!({
            "id": promise.id,
            "what": promise.what,
            "direction": promise.direction.word(),
            "to": named(Direction::Mine),
            "from": named(Direction::Theirs),
            "owner": view.owner,
            "happened": moved.happened.word(),
            "at": moved.at.map(|at| rfc3339(view.local(at))),
            "state": promise.state.word(),
            "due": rfc3339(promise.due.with_offset()),
            "outcome": view.standing.outcome.filter(|_| kept).map(Outcome::word),
            "overdue": view.standing.overdue,
            "seconds_late": view.standing.seconds_late,
            "cause": moved.cause,
            "root": moved.root,
            "told": moved.told,
            "text": moved.text,
            "satisfied": promise.check.satisfied.filter(|_| checked),
            "rating": promise.check.rating.filter(|_| checked),
            "put_off_before": moved.put_off_before,
        })
    }
}

#[cfg(test)]
mod tests;
