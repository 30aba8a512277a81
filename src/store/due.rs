//! What falls due in a span, as little of it as a calendar needs.

use crate::domain::month;
use crate::domain::promise::{Direction, State};
use crate::query::Query;
use crate::store::error::StoreError;
use crate::store::list::statement;
use crate::store::read::Reader;
use crate::store::rows;

/// The columns that [`Reader::due`] reads.
const DUE: &str = "promises.id, direction, owner IS NOT NULL, state, due_kind, due_local, \
     due_zone, due_at, effort_minutes, coalesce(settled_at > negotiated_at, 0) FROM promises";

impl Reader<'_> {
    /// What a calendar needs to know of the promises that a query asks for. Their names are not
    /// read, so it cannot be sorted by them.
    pub fn due(&self, query: &Query) -> Result<Vec<month::Entry>, StoreError> {
        let (text, parameters) = statement(DUE, query);
        self.all(&text, rusqlite::params_from_iter(parameters), |row| {
            Ok(month::Entry {
                id: row.get(0)?,
                direction: rows::word(row, 1, Direction::from_word)?,
                of_colleague: row.get(2)?,
                state: rows::word(row, 3, State::from_word)?,
                due: rows::deadline(row, 4)?,
                effort_minutes: row.get(8)?,
                settled_late: row.get(9)?,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Owner, Span};
    use crate::store::migrations;

    /// A month costs what is due in it, however much was ever promised.
    #[test]
    fn plans() {
        let at = |seconds| chrono::DateTime::from_timestamp(seconds, 0);
        let month = Query {
            states: vec![State::Open, State::Kept, State::Broken, State::Released],
            due: Span {
                from: at(0),
                to: at(1),
            },
            ..Query::default()
        };
        let late = Query {
            states: vec![State::Open],
            due: Span {
                from: None,
                to: at(1),
            },
            ..Query::default()
        };
        let table = [
            (month.clone(), "promises_due (due_at>? AND due_at<?)"),
            (
                Query {
                    owner: Some(Owner::Me),
                    direction: Some(Direction::Mine),
                    ..month.clone()
                },
                "promises_due (due_at>? AND due_at<?)",
            ),
            (
                Query {
                    people: Some(vec![1]),
                    direction: Some(Direction::Mine),
                    ..month.clone()
                },
                "(person=? AND ",
            ),
            (
                Query {
                    owner: Some(Owner::Named(vec!["Bob".to_owned()])),
                    ..month
                },
                "promises_owner (owner=? AND due_at>? AND due_at<?)",
            ),
            (late, "promises_open (due_at<?)"),
        ];
        let connection = migrations::fresh().unwrap();
        for (query, index) in table {
            let (text, parameters) = statement(DUE, &query);
            let plan = migrations::plan(&connection, &text, parameters);
            assert!(plan.contains(index), "{text}\n{plan}");
        }
    }
}
