//! What a review reads: the promises that something happened to.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;

use crate::query::Query;
use crate::store::effect::UNEXPLAINED;
use crate::store::error::StoreError;
use crate::store::list::conditions;
use crate::store::read::Reader;
use crate::store::rows::{self, Entry};

impl Reader<'_> {
    /// The promises that something may have happened to since a moment, which can move them or put
    /// them off. Some of it may be undone.
    pub fn touched(&self, query: &Query, since: DateTime<Utc>) -> Result<Vec<Entry>, StoreError> {
        let (statement, parameters) = touched_statement(query, since);
        self.all(
            &statement,
            rusqlite::params_from_iter(parameters),
            rows::entry,
        )
    }

    /// The promises that a sync gave a new deadline of which nobody said the cause: those that are
    /// open, and those settled since a moment.
    pub fn unexplained(
        &self,
        query: &Query,
        settled_since: DateTime<Utc>,
    ) -> Result<Vec<i64>, StoreError> {
        let (statement, parameters) = unexplained_statement(query, settled_since);
        let parameters = rusqlite::params_from_iter(parameters);
        self.all(&statement, parameters, |row| row.get(0))
    }

    /// The new deadlines that a sync gave a promise, and of which nobody said the cause, oldest
    /// first.
    pub fn unexplained_moves(&self, promise: i64) -> Result<Vec<i64>, StoreError> {
        let statement =
            format!("SELECT seq FROM events WHERE promise = ?1 AND {UNEXPLAINED} ORDER BY seq");
        self.all(&statement, [promise], |row| row.get(0))
    }
}

fn unexplained_statement(query: &Query, settled_since: DateTime<Utc>) -> (String, Vec<Value>) {
    let mut text = format!(
        "SELECT {} WHERE promises.id IN (
             SELECT id FROM promises WHERE state = 'open'
             UNION ALL SELECT id FROM promises WHERE settled_at >= ?1
         ) AND state <> 'void' AND reschedules > 0
         AND EXISTS (SELECT 1 FROM events WHERE events.promise = promises.id AND {UNEXPLAINED})",
        rows::NUMBER
    );
    let mut parameters = vec![settled_since.timestamp().into()];
    conditions(query, &mut text, &mut parameters);
    text.push_str(" ORDER BY promises.id");
    (text, parameters)
}

fn touched_statement(query: &Query, since: DateTime<Utc>) -> (String, Vec<Value>) {
    let mut text = format!(
        "SELECT {} WHERE promises.id IN (
             SELECT promise FROM events
             WHERE kind <> 'added' AND kind IN ('noted', 'kept', 'broken', 'released',
                 'handed_off', 'checked', 'rescheduled') AND at >= ?1
         ) AND state <> 'void'",
        rows::ENTRY
    );
    let mut parameters = vec![since.timestamp().into()];
    conditions(query, &mut text, &mut parameters);
    text.push_str(" ORDER BY promises.id");
    (text, parameters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrations;

    /// A review of some days costs what happened in them, however much ever did.
    #[test]
    fn plan() {
        let connection = migrations::fresh().unwrap();
        let people = Query {
            people: Some(vec![1]),
            ..Query::default()
        };
        let table = [
            (
                Query::default(),
                "SEARCH promises USING INTEGER PRIMARY KEY (rowid=?)",
            ),
            (
                people,
                "SEARCH promises USING INDEX promises_standing (person=?)",
            ),
        ];
        for (query, promises) in table {
            let (text, parameters) = touched_statement(&query, DateTime::UNIX_EPOCH);
            let plan = migrations::plan(&connection, &text, parameters);
            for part in [promises, "events_kind (kind=? AND at>?)"] {
                assert!(plan.contains(part), "{part}\n{plan}");
            }
            assert!(!plan.contains("SCAN promises"), "{plan}");
            assert!(!plan.contains("SCAN events"), "{plan}");
        }
    }

    /// What nobody said the cause of costs what is open, and what was settled lately.
    #[test]
    fn plan_of_what_is_unexplained() {
        let connection = migrations::fresh().unwrap();
        let query = Query::default();
        let (text, parameters) = unexplained_statement(&query, DateTime::UNIX_EPOCH);
        let plan = migrations::plan(&connection, &text, parameters);
        for part in [
            "promises_late",
            "promises_settled (settled_at>?)",
            "SEARCH promises USING INTEGER PRIMARY KEY (rowid=?)",
            "events_subject (promise=?)",
            "events_turned (target=?)",
        ] {
            assert!(plan.contains(part), "{part}\n{plan}");
        }
        assert!(!plan.contains("SCAN events"), "{plan}");
    }
}
