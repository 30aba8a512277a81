//! Counting what is due, from indexes: for a line that every prompt waits for.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::domain::deadline::Deadline;
use crate::domain::promise::Direction;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows;

/// Open promises by when they are due. Those of one zone fall into its days by their instants alone;
/// what is ahead in others has to be looked at. Most of what is due can be overdue, and is counted
/// without a look at anything but that.
const DUE: &str = "SELECT
    (SELECT count(*) FROM promises WHERE state = 'open' AND direction = ?1 AND due_at < ?2),
    count(*) FILTER (WHERE due_at <= ?3 AND due_zone = ?6),
    count(*) FILTER (WHERE due_at > ?3 AND due_at <= ?4 AND due_zone = ?6),
    count(*) FILTER (WHERE due_zone <> ?6)
    FROM promises WHERE state = 'open' AND direction = ?1 AND due_at BETWEEN ?2 AND ?5";

/// What of them is ahead in other zones.
const ELSEWHERE: &str = "SELECT due_kind, due_local, due_zone, due_at FROM promises
    WHERE state = 'open' AND direction = ?1 AND due_at BETWEEN ?2 AND ?3 AND due_zone <> ?4";

/// Kept promises whose person is to be asked by a moment.
const CHECKS: &str = "SELECT count(*) FROM promises WHERE check_at <= ?1
    AND check_at IS NOT NULL AND satisfied IS NULL AND state = 'kept'";

/// How many open promises are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueCounts {
    /// Those whose deadline has passed, in any zone.
    pub overdue: u64,
    /// Those ahead up to the end of the day.
    pub today: u64,
    /// Those after it, up to the horizon.
    pub coming: u64,
    /// Those ahead in other zones, which neither holds.
    pub elsewhere: u64,
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
        let parameters = params![direction.word(), now, today, horizon, until, span.zone];
        let counts = self.one(DUE, parameters, |row| {
            let count = |place| row.get::<_, i64>(place);
            Ok([count(0)?, count(1)?, count(2)?, count(3)?])
        })?;
        let counts = counts.unwrap_or_default();
        let [overdue, today, coming, elsewhere] =
            counts.map(|count| u64::try_from(count).unwrap_or(0));
        Ok(DueCounts {
            overdue,
            today,
            coming,
            elsewhere,
        })
    }

    /// The deadlines of open promises that are ahead in other zones.
    pub fn deadlines_elsewhere(
        &self,
        direction: Direction,
        span: &DueSpan<'_>,
    ) -> Result<Vec<Deadline>, StoreError> {
        let [now, until] = [span.now, span.until].map(|at| at.timestamp());
        let parameters = params![direction.word(), now, until, span.zone];
        self.all(ELSEWHERE, parameters, |row| rows::deadline(row, 0))
    }

    /// How many kept promises are to be asked about by a moment.
    pub fn count_checks(&self, until: DateTime<Utc>) -> Result<u64, StoreError> {
        let count: i64 = self.value(CHECKS, [until.timestamp()])?;
        Ok(u64::try_from(count).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{CHECKS, DUE, ELSEWHERE};
    use crate::store::migrations;

    #[test]
    fn plans() {
        let connection = migrations::fresh().unwrap();
        let table = [
            (
                DUE,
                "COVERING INDEX promises_late (direction=? AND due_at<?)",
            ),
            (
                DUE,
                "COVERING INDEX promises_late (direction=? AND due_at>? AND due_at<?)",
            ),
            (
                ELSEWHERE,
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
