//! What a report reads: SQL selects the rows that can count in a period, the domain counts them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rusqlite::Row as SqlRow;
use rusqlite::types::Value;

use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::domain::report::row::{Cause, Check, Due, Moved, Row};
use crate::domain::report::{Group, Reckoning, Span};
use crate::query::Query;
use crate::store::effect::{ANSWERED, IN_EFFECT};
use crate::store::error::StoreError;
use crate::store::list::conditions;
use crate::store::put::NAME;
use crate::store::read::Reader;
use crate::store::rows;

impl Reader<'_> {
    /// Reads everything that counts in a reckoning.
    pub fn reckon(
        &self,
        query: &Query,
        group: Option<Group>,
        now: DateTime<Utc>,
        reckoning: &mut Reckoning<'_>,
    ) -> Result<(), StoreError> {
        let reach = reckoning.reach();
        let group = group_column(group);
        let (statement, parameters) = moved_statement(query, group, reach);
        self.each(&statement, rusqlite::params_from_iter(parameters), |row| {
            reckoning.moved(&moved(row)?);
            Ok(())
        })?;
        let mut corrected: HashSet<i64> = HashSet::new();
        self.each(&corrected_statement(), [reach.from, reach.to], |row| {
            corrected.insert(row.get(0)?);
            Ok(())
        })?;
        let mut details = self.prepared(&details_statement())?;
        let now = now.timestamp();
        let (statement, parameters) = promises_statement(query, group, reach);
        self.each(&statement, rusqlite::params_from_iter(parameters), |row| {
            let row = promise(row)?;
            let row = Row {
                corrected_late: corrected.contains(&row.id),
                ..row
            };
            let slipped = row.verdict(row.negotiated, now) == Some(false);
            if !slipped {
                reckoning.promise(&row);
                return Ok(());
            }
            details.query_row((row.id, now), |details| {
                reckoning.promise(&with_details(row, details)?);
                Ok(())
            })
        })?;
        // Names stand here and there: looked up while promises pass, their pages would be read again
        // and again.
        for person in reckoning.people() {
            let name: Option<String> = self.one(NAME, [person], |row| row.get(0))?;
            if let Some(name) = name {
                reckoning.name(person, &name);
            }
        }
        Ok(())
    }
}

/// What promises are grouped by, where that is recorded.
fn group_column(group: Option<Group>) -> &'static str {
    match group {
        Some(Group::Organisation) => {
            "(SELECT organisation FROM people WHERE people.id = promises.person)"
        }
        Some(Group::Owner) => "promises.owner",
        Some(Group::Standard) => "promises.standard",
        Some(Group::Via) => "promises.via",
        Some(Group::Tag) => {
            "(SELECT group_concat(tag, char(0)) FROM tags WHERE tags.promise = promises.id)"
        }
        None | Some(Group::Person | Group::Cause | Group::Weekday | Group::Week | Group::Month) => {
            "NULL"
        }
    }
}

fn moved_statement(query: &Query, group: &'static str, reach: Span) -> (String, Vec<Value>) {
    let mut text = format!(
        "SELECT promises.id, promises.direction, events.at, changes.old, events.told,
         coalesce(events.cause, {ANSWERED}),
         (SELECT text FROM reasons WHERE reasons.event = events.seq ORDER BY place DESC LIMIT 1),
         promises.person, {group}
         FROM events
         JOIN promises ON promises.id = events.promise
         JOIN changes ON changes.event = events.seq AND changes.field = 'due'
         WHERE events.kind <> 'added' AND events.kind = 'rescheduled'
         AND events.at >= ?1 AND promises.state <> 'void' AND {IN_EFFECT}"
    );
    let mut parameters = vec![reach.from.into()];
    conditions(query, &mut text, &mut parameters);
    (text, parameters)
}

fn moved<'r>(row: &'r SqlRow<'_>) -> rusqlite::Result<Moved<'r>> {
    let old = rows::text_as(row, 3, |text| {
        Deadline::parse(text).map(|old| old.at().timestamp())
    })?;
    let told: Option<bool> = row.get(4)?;
    Ok(Moved {
        id: row.get(0)?,
        direction: rows::word(row, 1, Direction::from_word)?,
        at: row.get(2)?,
        old_due: old,
        told: told == Some(true),
        cause: Cause {
            cause: row.get_ref(5)?.as_str_or_null()?,
            root: row.get_ref(6)?.as_str_or_null()?,
        },
        person: row.get(7)?,
        group: row.get_ref(8)?.as_str_or_null()?,
    })
}

/// The promises that were edited after a deadline between two moments.
fn corrected_statement() -> String {
    format!(
        "SELECT promises.id FROM events JOIN promises ON promises.id = events.promise
         WHERE events.kind <> 'added' AND events.kind = 'edited'
         AND events.at >= ?1 AND events.at > promises.negotiated_at
         AND promises.negotiated_at BETWEEN ?1 AND ?2
         AND EXISTS (SELECT 1 FROM changes WHERE changes.event = events.seq AND field IN
             ('what', 'person', 'owner', 'direction', 'standard', 'made_at'))
         AND {IN_EFFECT}"
    )
}

fn promises_statement(query: &Query, group: &'static str, reach: Span) -> (String, Vec<Value>) {
    // Each moment has an index. One condition that joins them all would need no list of numbers,
    // but meet the promises in the order of each index: many more pages are read again than there
    // are. Deadlines other than the one in force exist only after a reschedule.
    let mut text = format!(
        "SELECT promises.id, direction, state, made_at, settled_at,
         due_at, due_zone, due_kind = 'day', reschedules > 0,
         first_at, first_zone, first_kind = 'day',
         negotiated_at, negotiated_zone, negotiated_kind = 'day',
         standard, check_at IS NOT NULL, satisfied, rating, handoffs,
         EXISTS (SELECT 1 FROM events WHERE events.promise = promises.id AND told = 1
                 AND {IN_EFFECT}),
         {group}, person
         FROM promises WHERE promises.id IN (
             SELECT id FROM promises WHERE made_at BETWEEN ?1 AND ?2
             UNION ALL SELECT id FROM promises WHERE settled_at BETWEEN ?1 AND ?2
             UNION ALL SELECT id FROM promises WHERE due_at BETWEEN ?1 AND ?2
             UNION ALL SELECT id FROM promises
                 WHERE reschedules > 0 AND first_at BETWEEN ?1 AND ?2
             UNION ALL SELECT id FROM promises
                 WHERE reschedules > 0 AND negotiated_at BETWEEN ?1 AND ?2
             UNION ALL SELECT id FROM promises WHERE state = 'open'
             UNION ALL SELECT id FROM promises WHERE settled_at > ?2 AND made_at <= ?2
         )"
    );
    let mut parameters = vec![reach.from.into(), reach.to.into()];
    conditions(query, &mut text, &mut parameters);
    (text, parameters)
}

/// What is told of a promise that slipped: whether something promised to me stood behind it, why
/// it was late or broken, and the root of that.
fn details_statement() -> String {
    format!(
        "SELECT direction = 'mine' AND EXISTS (
             SELECT 1 FROM needs JOIN promises AS need ON need.uuid = needs.need
             WHERE needs.promise = promises.id AND need.direction = 'theirs'
             AND (need.state = 'broken'
                  OR (need.state = 'kept' AND need.settled_at > need.negotiated_at)
                  OR (need.state = 'open' AND need.due_at < ?2))),
         slip.cause,
         (SELECT text FROM reasons WHERE reasons.event = slip.seq ORDER BY place DESC LIMIT 1)
         FROM promises LEFT JOIN events AS slip ON slip.seq =
             CASE WHEN state = 'broken' OR (state = 'kept' AND settled_at > negotiated_at)
             THEN (SELECT seq FROM events WHERE events.promise = promises.id AND person IS NULL
                   AND events.kind = promises.state AND {IN_EFFECT} ORDER BY seq DESC LIMIT 1)
             END
         WHERE promises.id = ?1"
    )
}

fn with_details<'r>(row: Row<'r>, details: &'r SqlRow<'_>) -> rusqlite::Result<Row<'r>> {
    let text = |place| {
        let text = details.get_ref(place)?.as_str_or_null();
        text.map_err(rusqlite::Error::from)
    };
    Ok(Row {
        behind_theirs: details.get(0)?,
        cause: Cause {
            cause: text(1)?,
            root: text(2)?,
        },
        ..row
    })
}

fn promise<'r>(row: &'r SqlRow<'_>) -> rusqlite::Result<Row<'r>> {
    let due_now = due(row, 5)?;
    let (first, negotiated) = if row.get(8)? {
        (due(row, 9)?, due(row, 12)?)
    } else {
        (due_now, due_now)
    };
    Ok(Row {
        id: row.get(0)?,
        direction: rows::word(row, 1, Direction::from_word)?,
        state: rows::word(row, 2, State::from_word)?,
        made_at: row.get(3)?,
        settled_at: row.get(4)?,
        due_at: due_now.at,
        first,
        negotiated,
        standard: row.get_ref(15)?.as_str_or_null()?,
        check: Check {
            has_time: row.get(16)?,
            satisfied: row.get(17)?,
            rating: row.get(18)?,
        },
        handoffs: row.get(19)?,
        heard_more: row.get(20)?,
        behind_theirs: false,
        corrected_late: false,
        cause: Cause::default(),
        group: row.get_ref(21)?.as_str_or_null()?,
        person: row.get(22)?,
    })
}

fn due<'r>(row: &'r SqlRow<'_>, first: usize) -> rusqlite::Result<Due<'r>> {
    Ok(Due {
        at: row.get(first)?,
        zone: row.get_ref(first + 1)?.as_str()?,
        whole_day: row.get(first + 2)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrations;

    type Statement = (String, Vec<Value>);

    /// A report on the last days costs what happened in them, however much was ever promised.
    #[test]
    fn plans_of_a_report() {
        let connection = migrations::fresh().unwrap();
        let query = Query::default();
        let reach = Span { from: 0, to: 1 };
        let table: [(Statement, &[&str]); 3] = [
            (
                promises_statement(&query, "NULL", reach),
                &[
                    "promises_made (made_at>? AND made_at<?)",
                    "promises_settled (settled_at>? AND settled_at<?)",
                    "promises_due (due_at>? AND due_at<?)",
                    "promises_moved_first (first_at>? AND first_at<?)",
                    "promises_moved_negotiated (negotiated_at>? AND negotiated_at<?)",
                    "promises_late",
                    "promises_settled (settled_at>?)",
                    "SEARCH promises USING INTEGER PRIMARY KEY (rowid=?)",
                    "events_told (promise=?)",
                    "events_turned (target=?)",
                ],
            ),
            (
                moved_statement(&query, "NULL", reach),
                &["events_kind (kind=? AND at>?)", "events_turned (target=?)"],
            ),
            (
                (corrected_statement(), vec![0.into(), 1.into()]),
                &["events_kind (kind=? AND at>?)", "events_turned (target=?)"],
            ),
        ];
        for ((text, parameters), parts) in table {
            let plan = migrations::plan(&connection, &text, parameters);
            for part in parts {
                assert!(plan.contains(part), "{part}\n{plan}");
            }
            let scan = plan.lines().find(|line| {
                line.starts_with("SCAN promises") && !line.contains("promises_late")
                    || line.starts_with("SCAN events")
            });
            assert_eq!(scan, None, "{plan}");
        }
    }
}
