//! What `sync` keeps beside the promises, and its transactions.

mod bring;
mod share;
mod take;
mod union;

pub use bring::Brought;
pub use take::Taken;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};
use uuid::Uuid;

use crate::domain::event::StepKind;
use crate::domain::promise::State;
use crate::store::Store;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows::{self, Entry};

/// What stood in the file of a promise when both sides were last the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synced {
    /// The number of the promise.
    pub promise: i64,
    /// Its UID there.
    pub uid: String,
    /// The name of the file; empty where it was taken away there, and is not to come back by
    /// itself.
    pub file: String,
    /// A number that stands for its content.
    pub hash: i64,
    /// The last event of the promise that the file tells of.
    pub last_event: i64,
    /// What its person was called here.
    pub name: String,
    /// What any program reads in it, as JSON.
    pub plain: String,
}

/// A synced promise as it is now, beside what was kept of it.
#[derive(Clone, Debug)]
pub struct Known {
    /// What was kept.
    pub synced: Synced,
    /// The last event that it has now.
    pub last_event: i64,
    /// What its person is called now.
    pub name: String,
    /// Its state.
    pub state: State,
    /// When it was settled.
    pub settled_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Runs a sync as one transaction, and one step where it records anything; nothing is written
    /// where nothing changed. A rehearsal is taken back.
    pub fn sync<T, E: From<StoreError>>(
        &mut self,
        at: DateTime<Utc>,
        rehearse: bool,
        change: impl FnOnce(&mut Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let keeps = |writing: &Writing<'_>| !rehearse && writing.has_changed();
        self.transact(StepKind::Do, "sync", at, keeps, change)
    }
}

const SYNCED: &str = "synced.promise, uid, file, hash, last_event, synced.name, plain";

fn synced(row: &Row<'_>) -> rusqlite::Result<Synced> {
    Ok(Synced {
        promise: row.get(0)?,
        uid: row.get(1)?,
        file: row.get(2)?,
        hash: row.get(3)?,
        last_event: row.get(4)?,
        name: row.get(5)?,
        plain: row.get(6)?,
    })
}

/// The promises that have files, or should: what is open, and what was settled since a moment.
const TO_BE_WRITTEN: &str = "SELECT id FROM promises WHERE state = 'open'
    UNION ALL SELECT id FROM promises
    WHERE settled_at >= ?1 AND state IN ('kept', 'broken', 'released')";

const KNOWN: &str = "JOIN promises ON promises.id = synced.promise
    JOIN people ON people.id = promises.person
    WHERE folder = (SELECT id FROM folders WHERE path = ?1) ORDER BY synced.promise";

const LAST_EVENT: &str = "(SELECT seq FROM events WHERE events.promise = synced.promise
    ORDER BY seq DESC LIMIT 1)";

impl Reader<'_> {
    /// What was synced with a folder, as it is now.
    pub fn synced(&self, folder: &str) -> Result<Vec<Known>, StoreError> {
        let statement = format!(
            "SELECT {SYNCED}, {LAST_EVENT}, people.name, state, settled_at FROM synced {KNOWN}"
        );
        self.all(&statement, [folder], |row| {
            Ok(Known {
                synced: synced(row)?,
                last_event: row.get(7)?,
                name: row.get(8)?,
                state: rows::word(row, 9, State::from_word)?,
                settled_at: rows::optional_instant(row, 10)?,
            })
        })
    }

    /// What was synced with a folder of one promise.
    pub fn synced_one(&self, folder: &str, promise: i64) -> Result<Option<Synced>, StoreError> {
        let statement = format!(
            "SELECT {SYNCED} FROM synced
             WHERE folder = (SELECT id FROM folders WHERE path = ?1) AND promise = ?2"
        );
        self.one(&statement, (folder, promise), synced)
    }

    /// The promises that are open, or were settled since a moment.
    pub fn to_be_written(&self, since: DateTime<Utc>) -> Result<Vec<i64>, StoreError> {
        let mut ids: Vec<i64> = self.all(TO_BE_WRITTEN, [since.timestamp()], |row| row.get(0))?;
        // Sorted there, it would read every promise in the order of its number.
        ids.sort_unstable();
        Ok(ids)
    }

    /// The UIDs of promises whose files another program made, by UUID.
    pub fn foreign_uids(&self, folder: &str) -> Result<BTreeMap<Uuid, String>, StoreError> {
        let statement = format!("SELECT promises.uuid, uid FROM synced {KNOWN}");
        let rows = self.all(&statement, [folder], |row| {
            Ok((rows::identity(row, 0)?, row.get::<_, String>(1)?))
        })?;
        let foreign = rows
            .into_iter()
            .filter(|(uuid, uid)| *uid != uuid.to_string());
        Ok(foreign.collect())
    }
}

impl Writing<'_> {
    /// Keeps what stands in the file of a promise.
    pub fn keep_synced(&self, folder: &str, synced: &Synced) -> Result<(), StoreError> {
        if self.reader().synced_one(folder, synced.promise)?.as_ref() == Some(synced) {
            return Ok(());
        }
        self.execute(
            "INSERT INTO folders (path) SELECT ?1
             WHERE NOT EXISTS (SELECT 1 FROM folders WHERE path = ?1)",
            [folder],
        )?;
        self.execute(
            "INSERT OR REPLACE INTO synced
             (folder, promise, uid, file, hash, last_event, name, plain)
             VALUES ((SELECT id FROM folders WHERE path = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                folder,
                synced.promise,
                synced.uid,
                synced.file,
                synced.hash,
                synced.last_event,
                synced.name,
                synced.plain,
            ],
        )
    }

    /// Keeps nothing of a promise any more.
    pub fn drop_synced(&self, folder: &str, promise: i64) -> Result<(), StoreError> {
        self.execute(
            "DELETE FROM synced
             WHERE folder = (SELECT id FROM folders WHERE path = ?1) AND promise = ?2",
            (folder, promise),
        )
    }

    /// Keeps nothing of the promises of a person who is forgotten; files that name them in an
    /// older part of their history are to be written anew.
    pub(super) fn forget_synced(&self, person: i64) -> Result<(), StoreError> {
        self.execute(
            "DELETE FROM synced WHERE promise IN (SELECT id FROM promises WHERE person = ?1)",
            [person],
        )?;
        self.execute(
            "UPDATE synced SET name = '' WHERE promise IN (
                 SELECT events.promise FROM changes JOIN events ON events.seq = changes.event
                 WHERE field = 'person' AND ?1 IN (old, new))",
            [person],
        )
    }

    /// The promise with a number as it is now.
    pub fn entry(&self, promise: i64) -> Result<Option<Entry>, StoreError> {
        self.reader().promise(promise)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::*;
    use crate::store::migrations;

    /// A sync costs what is synced, however much was ever promised.
    #[test]
    fn plans() {
        let connection = migrations::fresh().unwrap();
        let known = format!("SELECT {SYNCED}, {LAST_EVENT} FROM synced {KNOWN}");
        let table = [
            (
                TO_BE_WRITTEN,
                vec![Value::from(0)],
                ["promises_late", "promises_settled (settled_at>?)"],
            ),
            (
                known.as_str(),
                vec![Value::from("x".to_owned())],
                [
                    "synced USING PRIMARY KEY (folder=?)",
                    "events_subject (promise=?)",
                ],
            ),
        ];
        for (statement, parameters, parts) in table {
            let plan = migrations::plan(&connection, statement, parameters);
            for part in parts {
                assert!(plan.contains(part), "{part}\n{plan}");
            }
            for scan in [
                "SCAN events",
                "SCAN synced",
                "SCAN people",
                "SCAN promises\n",
            ] {
                assert!(!plan.contains(scan), "{plan}");
            }
        }
    }
}
