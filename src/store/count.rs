//! Counting what is due, from indexes: for a line that every prompt waits for.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::domain::deadline::Deadline;
use crate::domain::promise::Direction;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows;

/// Open promises whose deadline has passed.
const OVERDUE: &str = "SELECT count(*) FROM promises
    WHERE state = 'open' AND direction = ?1 AND due_at < ?2";

/// Open promises whose deadline has not passed, up to a moment.
const AHEAD: &str = "SELECT due_kind, due_local, due_zone, due_at FROM promises
    WHERE state = 'open' AND direction = ?1 AND due_at BETWEEN ?2 AND ?3";

/// Kept promises whose person is to be asked by a moment.
const CHECKS: &str = "SELECT count(*) FROM promises WHERE check_at <= ?1
    AND check_at IS NOT NULL AND satisfied IS NULL AND state = 'kept'";

impl Reader<'_> {
    /// How many open promises are overdue.
    pub fn count_overdue(
        &self,
        direction: Direction,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let count: i64 = self.value(OVERDUE, params![direction.word(), now.timestamp()])?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// The deadlines of open promises in a span of time, both ends included.
    pub fn deadlines(
        &self,
        direction: Direction,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Vec<Deadline>, StoreError> {
        let span = params![direction.word(), from.timestamp(), until.timestamp()];
        self.all(AHEAD, span, |row| rows::deadline(row, 0))
    }

    /// How many kept promises are to be asked about by a moment.
    pub fn count_checks(&self, until: DateTime<Utc>) -> Result<u64, StoreError> {
        let count: i64 = self.value(CHECKS, [until.timestamp()])?;
        Ok(u64::try_from(count).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{AHEAD, CHECKS, OVERDUE};
    use crate::store::migrations;

    #[test]
    fn plans() {
        let connection = migrations::fresh().unwrap();
        let table = [
            (
                OVERDUE,
                "COVERING INDEX promises_late (direction=? AND due_at<?)",
            ),
            (
                AHEAD,
                "COVERING INDEX promises_late (direction=? AND due_at>? AND due_at<?)",
            ),
            (CHECKS, "INDEX promises_checks (check_at>? AND check_at<?)"),
        ];
        for (statement, index) in table {
            let parameters = vec![0_i64.into(); statement.matches('?').count()];
            let plan = migrations::plan(&connection, statement, parameters);
            assert!(plan.contains(index), "{statement}\n{plan}");
        }
    }
}
