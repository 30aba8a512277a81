//! What a line of a long page tells of a promise, and no more: most of what reading a promise takes
//! goes to what such a page never shows.

use crate::domain::deadline::Deadline;
use crate::domain::promise::Direction;
use crate::query::Query;
use crate::store::error::StoreError;
use crate::store::list::statement;
use crate::store::read::Reader;
use crate::store::rows;

/// What a line tells of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of the promise.
    pub id: i64,
    /// What was promised.
    pub what: String,
    /// Mine, or made to me.
    pub direction: Direction,
    /// Who answers for it, where that is not me.
    pub owner: Option<String>,
    /// The name of its person.
    pub person: String,
    /// The deadline in force.
    pub due: Deadline,
    /// Minutes of work that it takes.
    pub effort_minutes: Option<u32>,
    /// Whether it depends on others.
    pub has_needs: bool,
}

/// The columns of a [`Line`].
const LINE: &str = "promises.id, what, direction, owner, people.name, \
     due_kind, due_local, due_zone, due_at, effort_minutes, \
     EXISTS (SELECT 1 FROM needs WHERE promise = promises.id) \
     FROM promises JOIN people ON people.id = person";

impl Reader<'_> {
    /// Hands over the lines of the promises that a query asks for piece by piece.
    pub fn lines<E: From<StoreError>>(
        &self,
        query: &Query,
        hand_over: impl FnMut(Vec<Line>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (text, parameters) = statement(LINE, query);
        let parameters = rusqlite::params_from_iter(parameters);
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Line {
                id: row.get(0)?,
                what: row.get(1)?,
                direction: rows::word(row, 2, Direction::from_word)?,
                owner: row.get(3)?,
                person: row.get(4)?,
                due: rows::deadline(row, 5)?,
                effort_minutes: row.get(9)?,
                has_needs: row.get(10)?,
            })
        };
        self.in_pieces(&text, parameters, read, hand_over)
    }
}
