//! Counting what is due, from indexes: for a line that every prompt waits for.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::domain::deadline::Deadline;
use crate::domain::promise::Direction;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows;

/// Open promises whose deadline has passed, in any zone.
const OVERDUE: &str = "SELECT count(*) FROM promises
    WHERE state = 'open' AND direction = ?1 AND due_at < ?2";

/// When those ahead are due. They are counted here: SQLite would take longer to understand a count
/// of each kind than it takes to hand over most of what is ahead.
const AHEAD: &str = "SELECT due_kind, due_local, due_zone, due_at FROM promises
    WHERE state = 'open' AND direction = ?1 AND due_at BETWEEN ?2 AND ?3";

/// Kept promises whose person is to be asked by a moment.
const CHECKS: &str = "SELECT count(*) FROM promises WHERE check_at <= ?1
    AND check_at IS NOT NULL AND satisfied IS NULL AND state = 'kept'";

/// How many open promises are due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    /// Those whose deadline has passed, in any zone.
    pub overdue: u64,
    /// Those ahead up to the end of the day.
    pub today: u64,
    /// Those after it, up to the horizon.
    pub coming: u64,
    /// When those are due that are ahead in other zones, which neither holds.
    pub elsewhere: Vec<Deadline>,
}

/// Between which moments promises are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueSpan<'a> {
    /// The moment of the command.
    pub now: DateTime<Utc>,
    /// The last second of today.
    pub today: DateTime<Utc>,
    /// The last second that is looked at.
    pub horizon: DateTime<Utc>,
    /// The same in zones far behind.
    pub until: DateTime<Utc>,
    /// The zone of the days.
    pub zone: &'a str,
}

impl Reader<'_> {
    /// How many open promises are due.
    pub fn count_due(
        &self,
        direction: Direction,
        span: &DueSpan<'_>,
    ) -> Result<DueCounts, StoreError> {
        let [now, today, horizon, until] =
            [span.now, span.today, span.horizon, span.until].map(|at| at.timestamp());
        let overdue: i64 = self.value(OVERDUE, params![direction.word(), now])?;
        let mut counts = DueCounts {
            overdue: u64::try_from(overdue).unwrap_or(0),
            ..DueCounts::default()
        };
        self.each(AHEAD, params![direction.word(), now, until], |row| {
            let due_at: i64 = row.get(3)?;
            // Those of one zone fall into its days by their instants alone.
            if row.get_ref(2)?.as_bytes()? != span.zone.as_bytes() {
                counts.elsewhere.push(rows::deadline(row, 0)?);
            } else if due_at <= today {
                counts.today += 1;
            } else if due_at <= horizon {
                counts.coming += 1;
            }
            Ok(())
        })?;
        Ok(counts)
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
            let prepared = connection.prepare(statement).unwrap();
            let parameters = vec![0_i64.into(); prepared.parameter_count()];
            let plan = migrations::plan(&connection, statement, parameters);
            assert!(plan.contains(index), "{statement}\n{plan}");
        }
    }
}
