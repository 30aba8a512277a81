//! Whether a file is a whole database of ours.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;

use crate::domain::event::Subject;
use crate::store::error::{Fault, StoreError};
use crate::store::migrations;
use crate::store::read::Reader;
use crate::store::steps::Step;

/// What a database holds, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many promises, void ones too.
    pub promises: i64,
    /// How many people were ever known.
    pub people: i64,
    /// How many events.
    pub events: i64,
    /// The newest step, which an import did not bring.
    pub newest: Option<Step>,
}

/// The tables that only ever grow.
const COUNTED: &str = "SELECT (SELECT count(*) FROM promises), (SELECT count(*) FROM people),
     (SELECT count(*) FROM events)";

/// How many promises, people and events there are.
pub fn counts(connection: &Connection) -> rusqlite::Result<[i64; 3]> {
    connection.query_row(COUNTED, [], |row| {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?])
    })
}

/// SQLite's own check of the file. `path` is where the content comes from.
pub fn integrity(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    let verdict: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(failed)?;
    if verdict != "ok" {
        return Err(StoreError::new(path, Fault::Damaged(verdict)));
    }
    let dangling = connection
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut statement| statement.exists([]))
        .map_err(failed)?;
    if dangling {
        let detail = "a row refers to one that is not there".to_owned();
        return Err(StoreError::new(path, Fault::Damaged(detail)));
    }
    Ok(())
}

/// Every row against its checksum: what SQLite's own check cannot see. `step` is called for each
/// person and promise.
pub fn rows(
    connection: &Connection,
    path: &Path,
    step: &mut dyn FnMut(),
) -> Result<Summary, StoreError> {
    const BATCH: u32 = 1000;
    let reader = Reader::new(connection, path);
    for person in reader.people_ever()? {
        reader.verify_person(&person)?;
        reader.events(Subject::Person(person.id))?;
        step();
    }
    let mut last = 0;
    loop {
        let batch = reader.promises_after(last, BATCH)?;
        for entry in &batch {
            reader.verify(entry)?;
            reader.events(Subject::Promise(entry.promise.id))?;
            step();
        }
        match batch.last() {
            Some(entry) => last = entry.promise.id,
            None => break,
        }
    }
    let [promises, people, events] =
        counts(connection).map_err(|error| StoreError::from_sqlite(path, &error))?;
    Ok(Summary {
        promises,
        people,
        events,
        newest: reader.steps(1)?.pop(),
    })
}

/// Whether a file of the newest version has the tables, indexes and triggers that we make, and no
/// trigger or view that we do not: one of those could change what is recorded later.
pub fn is_of_our_make(connection: &Connection) -> rusqlite::Result<bool> {
    let fresh = migrations::fresh()?;
    let (ours, found) = (objects(&fresh)?, objects(connection)?);
    let mut more = found.difference(&ours);
    Ok(ours.is_subset(&found) && more.all(|(kind, ..)| kind == "index"))
}

/// What is declared in a file: kind, name, statement, whatever its spacing.
fn objects(connection: &Connection) -> rusqlite::Result<BTreeSet<(String, String, String)>> {
    let mut statement = connection.prepare(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'",
    )?;
    let rows = statement.query_map([], |row| {
        let sql: String = row.get(2)?;
        let words: Vec<&str> = sql.split_whitespace().collect();
        Ok((row.get(0)?, row.get(1)?, words.join(" ")))
    })?;
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_our_make() {
        let table = [
            ("", true),
            ("CREATE INDEX mine ON promises (via)", true),
            ("DROP INDEX promises_made", false),
            ("DROP TRIGGER events_stay", false),
            ("CREATE TABLE mine (a)", false),
            ("CREATE VIEW mine AS SELECT 1", false),
            (
                "CREATE TRIGGER mine AFTER INSERT ON tags BEGIN DELETE FROM tags; END",
                false,
            ),
        ];
        for (statement, ours) in table {
            let connection = migrations::fresh().unwrap();
            connection.execute_batch(statement).unwrap();
            assert_eq!(is_of_our_make(&connection).unwrap(), ours, "{statement}");
        }
    }
}
