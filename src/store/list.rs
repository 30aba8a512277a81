//! A query as SQL: fixed fragments, bound parameters.

use rusqlite::types::Value;

use crate::domain::promise::State;
use crate::query::{Owner, Query, Sort};
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows::{self, Entry};

impl Reader<'_> {
    /// The promises that a query asks for.
    pub fn list(&self, query: &Query) -> Result<Vec<Entry>, StoreError> {
        let (statement, parameters) = statement(rows::ENTRY, query);
        self.all(
            &statement,
            rusqlite::params_from_iter(parameters),
            rows::entry,
        )
    }

    /// Hands over the promises that a query asks for piece by piece: whole, or without their tags
    /// and their leads, for long lists that show neither.
    pub fn list_in_pieces<E: From<StoreError>>(
        &self,
        query: &Query,
        whole: bool,
        hand_over: impl FnMut(Vec<Entry>) -> Result<(), E>,
    ) -> Result<(), E> {
        let selected = if whole { rows::ENTRY } else { rows::BARE };
        let (statement, parameters) = statement(selected, query);
        let parameters = rusqlite::params_from_iter(parameters);
        self.in_pieces(&statement, parameters, rows::entry, hand_over)
    }

    /// The numbers of the promises that a query asks for, in its order: what is long is read
    /// piece by piece.
    pub fn numbers(&self, query: &Query) -> Result<Vec<i64>, StoreError> {
        let (statement, parameters) = statement(rows::NUMBER, query);
        self.all(&statement, rusqlite::params_from_iter(parameters), |row| {
            row.get(0)
        })
    }

    /// The kept promises whose person is to be asked by a moment, the most overdue first.
    pub fn checks(&self, until: chrono::DateTime<chrono::Utc>) -> Result<Vec<Entry>, StoreError> {
        let statement = format!(
            "SELECT {} WHERE check_at <= ?1 AND check_at IS NOT NULL AND satisfied IS NULL
             AND state = 'kept' ORDER BY check_at, promises.id",
            rows::ENTRY
        );
        self.all(&statement, [until.timestamp()], rows::entry)
    }
}

/// The statement that selects these columns, and its parameters.
pub(super) fn statement(selected: &'static str, query: &Query) -> (String, Vec<Value>) {
    let mut text = ["SELECT ", selected, " WHERE 1"].concat();
    let mut parameters = Vec::new();
    conditions(query, &mut text, &mut parameters);
    text.push_str(" ORDER BY ");
    let order = order(query.sort, query.reverse);
    if query.states == [State::Open] && BY_INDEX.iter().any(|column| order.starts_with(column)) {
        // Else SQLite goes through all of history in this order rather than sort what is open.
        text.push('+');
    }
    text.push_str(order);
    if let Some(limit) = query.limit {
        text.push_str(" LIMIT ?");
        parameters.push(i64::from(limit).into());
    }
    (text, parameters)
}

/// What a query asks of each promise, as further conditions on the table of that name.
pub(super) fn conditions(query: &Query, text: &mut String, parameters: &mut Vec<Value>) {
    let mut any_of = |text: &mut String, column: &str, values: Vec<Value>| {
        let marks = vec!["?"; values.len()].join(", ");
        // What is open stands together in an index of its own: to look a promise up through one
        // that knows less would cost more than to pass over a few.
        let is_passed_over = column == "direction" && query.states == [State::Open];
        text.push_str(if is_passed_over {
            " AND +promises."
        } else {
            " AND promises."
        });
        text.push_str(column);
        text.push_str(" IN (");
        text.push_str(&marks);
        text.push(')');
        parameters.extend(values);
    };
    match query.states.as_slice() {
        [] => {}
        // A literal lets SQLite use the partial index over open promises.
        [State::Open] => text.push_str(" AND state = 'open'"),
        states => {
            let words = states
                .iter()
                .map(|state| state.word().to_owned().into())
                .collect();
            any_of(text, "state", words);
        }
    }
    if let Some(direction) = query.direction {
        any_of(text, "direction", vec![direction.word().to_owned().into()]);
    }
    if let Some(people) = &query.people {
        let ids = people.iter().map(|id| (*id).into()).collect();
        any_of(text, "person", ids);
    }
    match &query.owner {
        None => {}
        Some(Owner::Me) => text.push_str(" AND owner IS NULL"),
        Some(Owner::Named(names)) => {
            let names = names.iter().map(|name| name.clone().into()).collect();
            any_of(text, "owner", names);
        }
    }
    for tag in &query.tags {
        text.push_str(" AND promises.id IN (SELECT promise FROM tags WHERE tag = ?)");
        parameters.push(tag.clone().into());
    }
    let compared = [
        (" AND via = ?", query.via.clone().map(Value::from)),
        (" AND standard = ?", query.standard.clone().map(Value::from)),
        (" AND due_at >= ?", query.due.from.map(seconds)),
        (" AND due_at <= ?", query.due.to.map(seconds)),
        (" AND made_at >= ?", query.made.from.map(seconds)),
        (" AND made_at <= ?", query.made.to.map(seconds)),
        (
            // Where only what is open is wanted, that is gone through, and what has the words is
            // looked up beside it; else the other way round.
            if query.states == [State::Open] {
                " AND +promises.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
            } else {
                " AND promises.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
            },
            query.search.as_deref().map(|text| match_words(text).into()),
        ),
    ];
    for (condition, value) in compared {
        if let Some(value) = value {
            text.push_str(condition);
            parameters.push(value);
        }
    }
}

fn seconds(at: chrono::DateTime<chrono::Utc>) -> Value {
    at.timestamp().into()
}

/// The orders that an index over everything has, beside that by deadline, which what is open has
/// too.
const BY_INDEX: [&str; 2] = ["made_at", "promises.id"];

fn order(sort: Sort, reverse: bool) -> &'static str {
    match (sort, reverse) {
        (Sort::Due, false) => "due_at, promises.id",
        (Sort::Due, true) => "due_at DESC, promises.id DESC",
        (Sort::Id, false) => "promises.id",
        (Sort::Id, true) => "promises.id DESC",
        (Sort::Made, false) => "made_at, promises.id",
        (Sort::Made, true) => "made_at DESC, promises.id DESC",
        (Sort::Settled, false) => "settled_at IS NULL, settled_at, promises.id",
        (Sort::Settled, true) => "settled_at IS NULL, settled_at DESC, promises.id DESC",
        (Sort::What, false) => "what COLLATE NOCASE, promises.id",
        (Sort::What, true) => "what COLLATE NOCASE DESC, promises.id DESC",
        (Sort::Person, false) => "people.name COLLATE NOCASE, promises.id",
        (Sort::Person, true) => "people.name COLLATE NOCASE DESC, promises.id DESC",
        (Sort::State, false) => "state, due_at, promises.id",
        (Sort::State, true) => "state DESC, due_at DESC, promises.id DESC",
    }
}

/// Words as full-text search takes them (<https://sqlite.org/fts5.html>): each quoted, so that
/// none is an operator, and each the beginning of a word.
fn match_words(text: &str) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::promise::Direction;
    use crate::query::Span;
    use crate::store::migrations;

    #[test]
    fn words_are_never_operators() {
        assert_eq!(
            match_words("quote OR \"x\" NEAR(a)"),
            r#""quote"* "OR"* """x"""* "NEAR(a)"*"#
        );
    }

    /// What is open grows slowly, what was ever promised does not: no query that people wait for
    /// may scan a whole table.
    #[test]
    fn plans_of_interactive_queries() {
        let open = Query {
            states: vec![State::Open],
            ..Query::default()
        };
        let until = Span {
            to: chrono::DateTime::from_timestamp(0, 0),
            ..Span::default()
        };
        let table = [
            (open.clone(), "USING INDEX promises_open"),
            (
                Query {
                    due: until,
                    direction: Some(Direction::Mine),
                    ..open.clone()
                },
                "USING INDEX promises_open (due_at<?)",
            ),
            (
                Query {
                    limit: Some(20),
                    ..Query::default()
                },
                "USING INDEX promises_due",
            ),
            (
                Query {
                    people: Some(vec![1]),
                    ..Query::default()
                },
                "USING INDEX promises_standing (person=?)",
            ),
            (
                Query {
                    owner: Some(Owner::Named(vec!["Bob".to_owned()])),
                    ..Query::default()
                },
                "USING INDEX promises_owner (owner=?)",
            ),
            (
                Query {
                    search: Some("quote".to_owned()),
                    ..Query::default()
                },
                "USING INTEGER PRIMARY KEY (rowid=?)",
            ),
            (
                Query {
                    search: Some("quote".to_owned()),
                    limit: Some(20),
                    ..open
                },
                "SCAN promises USING INDEX promises_open",
            ),
        ];
        let connection = migrations::fresh().unwrap();
        for (query, index) in table {
            for selected in [rows::ENTRY, rows::NUMBER] {
                let (text, parameters) = statement(selected, &query);
                let plan = migrations::plan(&connection, &text, parameters);
                let is_covered = selected == rows::NUMBER && index.contains("promises_open");
                assert_eq!(plan.contains("COVERING INDEX promises_open"), is_covered);
                let plan = plan.replace("COVERING ", "");
                assert!(plan.contains(index), "{text}\n{plan}");
            }
        }
    }
}
