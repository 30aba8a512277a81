//! What is wrong with the file: everything that can be checked without changing it.

mod finding;
mod rows;

pub use finding::{Finding, Level};
pub(super) use rows::{Differs, by_the_rules};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use crate::domain::promise::State;
use crate::domain::zone::Zone;
use crate::query::Query;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::repair::Part;
use crate::store::{Store, migrations, open};

/// What mends what can be mended.
const REPAIR: &str = "promise doctor --repair";

/// What helps where events themselves are damaged.
const RESTORE: &str = "promise restore brings a backup back";

/// What helps where something else stands in the place of a part of the schema.
const ANEW: &str = "promise export, and promise import of that into another file";

impl Store {
    /// Examines the file at a path, and changes nothing. Nothing where none exists. `zone_of`
    /// finds a zone by name; `step` is called for each promise and person.
    pub fn examine(
        path: &Path,
        now: DateTime<Utc>,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
        step: &mut dyn FnMut(),
    ) -> Result<Option<Vec<Finding>>, StoreError> {
        let Some((store, version)) = open::to_examine(path)? else {
            return Ok(None);
        };
        let reader = store.reader();
        let mut findings = vec![Finding::good(
            "version",
            format!("schema {version}, SQLite {}", rusqlite::version()),
        )];
        findings.push(integrity(&store.connection));
        let newest = migrations::newest();
        let missing = reader.missing_parts()?;
        if version == newest && missing.iter().any(Part::is_table) {
            // Whatever else is asked needs all of them.
            findings.push(schema(&missing));
            return Ok(Some(findings));
        }
        findings.push(foreign_keys(reader)?);
        if version < newest {
            findings.push(Finding::notice(
                "upgrade",
                format!("the file has version {version}, and this program writes {newest}"),
                "the next command brings it up to date, after a backup; then ask again",
            ));
            return Ok(Some(findings));
        }
        findings.push(schema(&missing));
        findings.push(sequences(reader)?);
        findings.extend(reader.rows(zone_of, step)?);
        findings.push(search(reader)?);
        findings.push(reminders(reader)?);
        findings.push(forgotten(reader)?);
        findings.push(clock(reader, now)?);
        findings.push(zones(reader, zone_of)?);
        Ok(Some(findings))
    }
}

/// Whether pages, indexes and constraints agree.
pub(super) fn is_whole(connection: &Connection) -> bool {
    integrity(connection).level == Level::Good
}

/// SQLite's own check, full-text index included.
fn integrity(connection: &Connection) -> Finding {
    let says = connection
        .prepare("PRAGMA integrity_check(5)")
        .and_then(|mut statement| {
            let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
            rows.collect::<rusqlite::Result<Vec<String>>>()
        });
    let says = match says {
        Ok(says) if says == ["ok"] => {
            return Finding::good("integrity", "pages, indexes and constraints agree");
        }
        Ok(says) => says.join("; "),
        Err(error) => error.to_string(),
    };
    Finding::damage("integrity", says, format!("{REPAIR}; else {RESTORE}"))
}

/// Tables, indexes and triggers are those that the program makes.
fn schema(missing: &[Part]) -> Finding {
    if missing.is_empty() {
        return Finding::good("schema", "tables, indexes and triggers are all there");
    }
    let names: Vec<&str> = missing.iter().map(|part| part.name.as_str()).collect();
    let says = format!("missing or changed: {}", names.join(", "));
    let (made, left): (Vec<&Part>, Vec<&Part>) =
        missing.iter().partition(|part| part.can_be_made());
    let is_lost = |part: &&Part| part.is_table() && !part.changed;
    let remedy = match (made.is_empty(), left.iter().any(is_lost), left.is_empty()) {
        (_, true, _) => format!("what it held is gone: {RESTORE}"),
        (_, _, true) => REPAIR.to_owned(),
        (true, ..) => ANEW.to_owned(),
        (false, ..) => format!("{REPAIR} makes what is missing; then {ANEW}"),
    };
    Finding::damage("schema", says, remedy)
}

fn foreign_keys(reader: Reader<'_>) -> Result<Finding, StoreError> {
    let loose: Vec<String> = reader.all(
        "SELECT \"table\" || ' ' || coalesce(rowid, '?') || ' names no ' || parent
         FROM pragma_foreign_key_check LIMIT 5",
        [],
        |row| row.get(0),
    )?;
    Ok(if loose.is_empty() {
        Finding::good("references", "every row names rows that are there")
    } else {
        Finding::damage("references", loose.join("; "), RESTORE)
    })
}

/// Events and steps are numbered without gaps, and nothing is taken away.
fn sequences(reader: Reader<'_>) -> Result<Finding, StoreError> {
    const COUNTS: [(&str, &str); 3] = [
        (
            "events",
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0)
                    - count(*) FROM events",
        ),
        (
            "steps",
            // An import leaves out steps of which it took nothing, after their numbers were given.
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'steps'), 0) - count(*)
                    - (SELECT coalesce(sum(next - id - 1), 0)
                       FROM (SELECT id, command, imported_by,
                                    lead(id, 1, (SELECT seq + 1 FROM sqlite_sequence
                                                 WHERE name = 'steps')) OVER (ORDER BY id) AS next
                             FROM steps)
                       WHERE imported_by IS NOT NULL OR command = 'import')
             FROM steps",
        ),
        (
            "promises without events",
            "SELECT count(*) FROM promises
             WHERE NOT EXISTS (SELECT 1 FROM events WHERE promise = promises.id)",
        ),
    ];
    let mut missing = Vec::new();
    for (what, statement) in COUNTS {
        let count: i64 = reader.value(statement, [])?;
        if count != 0 {
            missing.push(format!("{what}: {count}"));
        }
    }
    Ok(if missing.is_empty() {
        Finding::good("history", "events and steps follow each other without gaps")
    } else {
        let says = format!("gaps in the history: {}", missing.join(", "));
        Finding::damage("history", says, RESTORE)
    })
}

/// Every promise has its words in the full-text index; whether the index agrees with itself is
/// SQLite's check.
fn search(reader: Reader<'_>) -> Result<Finding, StoreError> {
    let missing: i64 = reader.value(
        "SELECT count(*) FROM promises
         WHERE NOT EXISTS (SELECT 1 FROM words_docsize WHERE words_docsize.id = promises.id)",
        [],
    )?;
    Ok(if missing == 0 {
        Finding::good("search", "every promise is in the full-text index")
    } else {
        let says = format!("promises missing from the full-text index: {missing}");
        Finding::damage("search", says, REPAIR)
    })
}

/// Every open promise has its reminder.
fn reminders(reader: Reader<'_>) -> Result<Finding, StoreError> {
    let wrong = reader.unreminded()?.len();
    Ok(if wrong == 0 {
        Finding::good(
            "reminders",
            "every deadline to be spoken of is in their table",
        )
    } else {
        let says = format!("reminders missing or wrong: {wrong}");
        Finding::damage("reminders", says, REPAIR)
    })
}

/// Whether a backup holds somebody who was forgotten: a crash may have come before it was deleted.
fn forgotten(reader: Reader<'_>) -> Result<Finding, StoreError> {
    let leftovers = reader.leftovers()?;
    let names = |paths: &[PathBuf]| {
        let names: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        names.join(", ")
    };
    Ok(if !leftovers.holding.is_empty() {
        let says = format!("forgotten people are in {}", names(&leftovers.holding));
        Finding::notice("forgotten", says, format!("{REPAIR} deletes these backups"))
    } else if !leftovers.unread.is_empty() {
        let says = format!(
            "damaged, and may hold forgotten people: {}",
            names(&leftovers.unread)
        );
        Finding::notice("forgotten", says, "delete what you need no more")
    } else {
        Finding::good("forgotten", "no backup holds anybody who was forgotten")
    })
}

/// Whether the newest event lies in the future.
fn clock(reader: Reader<'_>, now: DateTime<Utc>) -> Result<Finding, StoreError> {
    let newest: Option<i64> = reader.value(
        "SELECT (SELECT at FROM events ORDER BY seq DESC LIMIT 1)",
        [],
    )?;
    let ahead = newest.map_or(0, |newest| newest - now.timestamp());
    Ok(if ahead <= 1 {
        Finding::good("clock", "the newest event is not in the future")
    } else {
        Finding::notice(
            "clock",
            format!("the newest event is {ahead} seconds in the future"),
            "look at the clock of this machine; the order of history does not depend on it",
        )
    })
}

/// Whether the rules of zones are still those that deadlines were computed with.
fn zones(
    reader: Reader<'_>,
    zone_of: &dyn Fn(&str) -> Option<Zone>,
) -> Result<Finding, StoreError> {
    let names: Vec<String> = reader.all("SELECT DISTINCT due_zone FROM promises", [], |row| {
        row.get(0)
    })?;
    let unknown: Vec<&str> = names
        .iter()
        .filter(|name| zone_of(name).is_none())
        .map(String::as_str)
        .collect();
    if !unknown.is_empty() {
        return Ok(Finding::notice(
            "zones",
            format!("this system knows no zone {}", unknown.join(", ")),
            "install the zone data (tzdata)",
        ));
    }
    let mut moved = 0;
    let open = Query {
        states: vec![State::Open],
        ..Query::default()
    };
    for entry in reader.list(&open)? {
        moved += u64::from(by_the_rules(&entry.promise, zone_of) != entry.promise);
    }
    Ok(if moved == 0 {
        Finding::good("zones", "deadlines agree with the rules of their zones")
    } else {
        let says = format!("the rules of zones changed: {moved} open deadlines lie elsewhere now");
        Finding::notice("zones", says, REPAIR)
    })
}

impl Reader<'_> {
    /// What the schema should have and does not.
    pub(super) fn missing_parts(self) -> Result<Vec<Part>, StoreError> {
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found: BTreeMap<String, String> = self.all(PARTS, [], read)?.into_iter().collect();
        // Where the lines are broken does not matter.
        let words = |sql: &str| sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut parts = self.parts()?;
        parts.retain_mut(|part| {
            let there = found.get(&part.name);
            part.changed = there.is_some();
            there.map(|sql| words(sql)) != Some(words(&part.statement))
        });
        Ok(parts)
    }

    /// Every part of the schema of a new file.
    pub(super) fn parts(self) -> Result<Vec<Part>, StoreError> {
        let parts = migrations::fresh().and_then(|fresh| {
            let mut statement = fresh.prepare(PARTS)?;
            let parts = statement.query_map([], |row| {
                Ok(Part {
                    name: row.get(0)?,
                    statement: row.get(1)?,
                    changed: false,
                })
            })?;
            parts.collect()
        });
        parts.map_err(|error| StoreError::from_sqlite(self.path, &error))
    }
}

/// In the order in which they were made.
const PARTS: &str = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
