//! What a line of a long page tells of a promise, and no more: most of what reading a promise takes
//! goes to what such a page never shows.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rusqlite::{CachedStatement, Row};
use uuid::Uuid;

use crate::domain::deadline::Deadline;
use crate::domain::promise::Direction;
use crate::query::Query;
use crate::store::error::StoreError;
use crate::store::list::statement;
use crate::store::read::Reader;
use crate::store::rows;

/// What a line tells of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'r> {
    /// The number of the promise.
    pub id: i64,
    /// What was promised.
    pub what: &'r str,
    /// Mine, or made to me.
    pub direction: Direction,
    /// Who answers for it, where that is not me.
    pub owner: Option<&'r str>,
    /// The name of its person.
    pub person: &'r str,
    /// The deadline in force.
    pub due: Deadline,
    /// Minutes of work that it takes.
    pub effort_minutes: Option<u32>,
}

/// The columns of a [`Line`].
const LINE: &str = "promises.id, what, direction, owner, people.name, \
     due_kind, due_local, due_zone, due_at, effort_minutes \
     FROM promises JOIN people INDEXED BY people_called ON people.id = person";

const NEEDS: &str = "SELECT need FROM needs WHERE promise = ?1";

impl Reader<'_> {
    /// Hands over the line of each promise that a query asks for, which are to be open.
    pub fn lines<E: From<StoreError>>(
        &self,
        query: &Query,
        mut hand_over: impl FnMut(&Line<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (text, parameters) = statement(LINE, query);
        let parameters = rusqlite::params_from_iter(parameters);
        let mut zone = None;
        self.walk(&text, parameters, |row| {
            let line = line(row, &mut zone);
            hand_over(&line.map_err(|error| StoreError::from_sqlite(self.path, &error))?)
        })
    }
}

impl<'r> Reader<'r> {
    /// Tells what promises depend on.
    pub fn needs(&self) -> Result<Needs<'r>, StoreError> {
        Ok(Needs {
            statement: self.prepared(NEEDS)?,
            path: self.path,
        })
    }
}

/// What promises depend on, of one line after the other: its statement is prepared once.
pub struct Needs<'r> {
    statement: CachedStatement<'r>,
    path: &'r Path,
}

impl Needs<'_> {
    /// The promises that a promise depends on.
    pub fn of(&mut self, promise: i64) -> Result<BTreeSet<Uuid>, StoreError> {
        self.statement
            .query_map([promise], |row| rows::identity(row, 0))
            .and_then(Iterator::collect)
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }
}

/// A line, with the zone of the one before: most stand in the same.
fn line<'r>(row: &'r Row<'_>, zone: &mut Option<Arc<str>>) -> rusqlite::Result<Line<'r>> {
    let text = |place| Ok::<_, rusqlite::Error>(row.get_ref(place)?.as_str()?);
    Ok(Line {
        id: row.get(0)?,
        what: text(1)?,
        direction: rows::word(row, 2, Direction::from_word)?,
        owner: row.get_ref(3)?.as_str_or_null()?,
        person: text(4)?,
        due: rows::deadline_in(row, 5, zone)?,
        effort_minutes: row.get(9)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::promise::State;
    use crate::query::Span;
    use crate::store::migrations;

    /// What a line shows stands in two indexes, both of which are small beside the tables.
    #[test]
    fn plan() {
        let query = Query {
            states: vec![State::Open],
            due: Span {
                to: chrono::DateTime::from_timestamp(0, 0),
                ..Span::default()
            },
            ..Query::default()
        };
        let connection = migrations::fresh().unwrap();
        let (text, parameters) = statement(LINE, &query);
        let plan = migrations::plan(&connection, &text, parameters);
        let steps: Vec<&str> = plan.lines().collect();
        let expected = [
            "SEARCH promises USING COVERING INDEX promises_open (due_at<?)",
            "SEARCH people USING COVERING INDEX people_called (id=?)",
        ];
        assert_eq!(steps[..2], expected, "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
