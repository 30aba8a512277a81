//! The schema's versions: an ordered list, each step inside the opener's transaction.

use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// The statements that lead from each version to the next; the first makes an empty file ours.
pub const MIGRATIONS: &[&str] = &[
    include_str!("version-1.sql"),
    include_str!("version-2.sql"),
    include_str!("version-3.sql"),
    include_str!("version-4.sql"),
    include_str!("version-5.sql"),
    include_str!("version-6.sql"),
    include_str!("version-7.sql"),
    include_str!("version-8.sql"),
];

/// The version that this program writes.
pub fn newest() -> i64 {
    count(MIGRATIONS)
}

/// Runs what comes after `version`, and records the version reached.
pub fn run(connection: &Connection, version: i64, migrations: &[&str]) -> rusqlite::Result<()> {
    let done = usize::try_from(version).unwrap_or(0);
    // A version may write in the schema itself, which nothing else may.
    let defensive = DbConfig::SQLITE_DBCONFIG_DEFENSIVE;
    let was_defensive = connection.db_config(defensive)?;
    connection.set_db_config(defensive, false)?;
    for statements in migrations.iter().skip(done) {
        connection.execute_batch(statements)?;
    }
    connection.set_db_config(defensive, was_defensive)?;
    connection.pragma_update(None, "user_version", count(migrations))
}

fn count(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// An empty database of this version, in memory.
pub(super) fn fresh() -> rusqlite::Result<Connection> {
    let connection = Connection::open_in_memory()?;
    run(&connection, 0, MIGRATIONS)?;
    Ok(connection)
}

/// How SQLite would run a statement, a line a step: for the tests that no query people wait for
/// scans a whole table.
#[cfg(test)]
pub fn plan(
    connection: &Connection,
    statement: &str,
    parameters: Vec<rusqlite::types::Value>,
) -> String {
    // As in every connection of the program.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .unwrap();
    let steps: Vec<String> = connection
        .prepare(&format!("EXPLAIN QUERY PLAN {statement}"))
        .unwrap()
        .query_map(rusqlite::params_from_iter(parameters), |row| row.get(3))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    steps.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_runs_once_and_in_order() {
        let connection = Connection::open_in_memory().unwrap();
        let first = ["CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1);"];
        let both = [first[0], "ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'x';"];
        run(&connection, 0, &first).unwrap();
        run(&connection, 1, &both).unwrap();
        run(&connection, 2, &both).unwrap();
        let row: (i64, String) = connection
            .query_row("SELECT a, b FROM t", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(row, (1, "x".to_owned()));
        let version: i64 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, 2);
    }

    #[test]
    fn every_table_is_strict() {
        let connection = fresh().unwrap();
        let loose: Vec<String> = connection
            .prepare(
                "SELECT name FROM pragma_table_list WHERE strict = 0 AND type = 'table'
                 AND name NOT LIKE 'sqlite%'",
            )
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(loose, Vec::<String>::new());
    }
}
