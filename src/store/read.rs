//! The questions that the database answers. Rows are read whole before anything is printed.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Params, Row};
use uuid::Uuid;

use crate::domain::capacity::Load;
use crate::domain::event::{Event, EventKind, Note, Subject};
use crate::domain::replay;
use crate::domain::zone::Zone;
use crate::store::checksum;
use crate::store::error::{Fault, StoreError};
use crate::store::rows::{self, Entry};

/// Answers questions from a connection, inside a transaction or not.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
}

/// The events that can have reasons.
const ACCOUNTABLE: [EventKind; 4] = [
    EventKind::Kept,
    EventKind::Rescheduled,
    EventKind::Broken,
    EventKind::HandedOff,
];

/// Selects entries by a condition.
macro_rules! entries_where {
    ($condition:literal) => {
        &format!("SELECT {} WHERE {}", rows::ENTRY, $condition)
    };
}

impl<'a> Reader<'a> {
    pub(super) fn new(connection: &'a Connection, path: &'a Path) -> Self {
        Self { connection, path }
    }

    /// The occurrences of a series, in order.
    pub fn series(&self, series: Uuid) -> Result<Vec<Entry>, StoreError> {
        self.all(
            entries_where!("series = ?1 ORDER BY occurrence, promises.id"),
            [series.to_string()],
            rows::entry,
        )
    }

    /// Every promise after a number, in order, at most so many. A damaged file may lead back to
    /// what was read already; then it is refused, as whoever goes on from the last would never end.
    pub fn promises_after(&self, id: i64, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let entries = self.all(
            entries_where!("promises.id > ?1 ORDER BY promises.id LIMIT ?2"),
            (id, limit),
            rows::entry,
        )?;
        let ids = entries.iter().map(|entry| entry.promise.id);
        self.check_order("promise", id, ids)?;
        Ok(entries)
    }

    /// What is read on after a number, piece by piece, stands in order: in a damaged file pages may
    /// lead back to others, so that it would never end.
    pub(super) fn check_order(
        &self,
        what: &str,
        after: i64,
        ids: impl Iterator<Item = i64>,
    ) -> Result<(), StoreError> {
        let mut last = after;
        for id in ids {
            if id <= last {
                let detail = format!("{what} {id} stands out of order");
                return Err(StoreError::new(self.path, Fault::Damaged(detail)));
            }
            last = id;
        }
        Ok(())
    }

    /// How much of mine is open on each day of a span, on the calendar of a zone, without some
    /// promises.
    pub fn loads(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        zone: &Zone,
        without: &[i64],
    ) -> Result<BTreeMap<NaiveDate, Load>, StoreError> {
        // Zones lie within a day of each other.
        let seconds = |date: NaiveDate, days: i64| {
            let noon = date.and_hms_opt(12, 0, 0).unwrap_or_default();
            noon.and_utc().timestamp() + days * 86_400
        };
        let rows = self.all(
            "SELECT due_kind, due_local, due_zone, due_at, id, effort_minutes FROM promises
             WHERE state = 'open' AND direction = 'mine' AND owner IS NULL
             AND due_at BETWEEN ?1 AND ?2",
            [seconds(from, -2), seconds(until, 2)],
            |row| {
                let due = rows::deadline(row, 0)?;
                Ok((due, row.get::<_, i64>(4)?, row.get::<_, Option<u32>>(5)?))
            },
        )?;
        let mut loads: BTreeMap<NaiveDate, Load> = BTreeMap::new();
        for (due, id, effort) in rows {
            if !without.contains(&id) {
                let load = loads.entry(due.date_in(zone)).or_default();
                *load = load.with(effort.unwrap_or(0));
            }
        }
        Ok(loads)
    }

    /// The owners named, in order.
    pub fn owners(&self) -> Result<Vec<String>, StoreError> {
        // One seek for each owner, not one for each promise.
        self.all(
            "WITH RECURSIVE owners (owner) AS (
                 SELECT min(owner) FROM promises WHERE owner IS NOT NULL
                 UNION ALL
                 SELECT (SELECT min(promises.owner) FROM promises
                         WHERE promises.owner IS NOT NULL AND promises.owner > owners.owner)
                 FROM owners WHERE owners.owner IS NOT NULL
             ) SELECT owner FROM owners WHERE owner IS NOT NULL",
            [],
            |row| row.get(0),
        )
    }

    /// The tags in use, in order.
    pub fn tags_in_use(&self) -> Result<Vec<String>, StoreError> {
        self.all(
            "WITH RECURSIVE used (tag) AS (
                 SELECT min(tag) FROM tags
                 UNION ALL
                 SELECT (SELECT min(tags.tag) FROM tags WHERE tags.tag > used.tag)
                 FROM used WHERE used.tag IS NOT NULL
             ) SELECT tag FROM used WHERE tag IS NOT NULL",
            [],
            |row| row.get(0),
        )
    }

    /// Whether a promise is another, or depends on it, directly or through others.
    pub fn depends_on(&self, promise: Uuid, other: Uuid) -> Result<bool, StoreError> {
        self.value(
            "WITH RECURSIVE needed (uuid) AS (
                 SELECT ?1 UNION
                 SELECT need FROM needed
                 JOIN promises ON promises.uuid = needed.uuid
                 JOIN needs ON needs.promise = promises.id
             ) SELECT EXISTS (SELECT 1 FROM needed WHERE uuid = ?2)",
            [promise.as_bytes(), other.as_bytes()],
        )
    }

    /// The history of a promise or a person, checked against its checksums.
    pub fn events(&self, subject: Subject) -> Result<Vec<Event>, StoreError> {
        match subject {
            Subject::Promise(id) => {
                let ranked = self.ranked_events(id)?.into_iter();
                Ok(ranked.map(|(event, _)| event).collect())
            }
            Subject::Person(id) => {
                self.events_where("promise IS NULL AND person = ?1 ORDER BY seq", id)
            }
        }
    }

    /// The history of a promise in order, with the ranks that its events have so far: those have
    /// them that several machines know of.
    pub fn ranked_events(&self, promise: i64) -> Result<Vec<(Event, Option<i64>)>, StoreError> {
        let events = self.events_where("promise = ?1 AND person IS NULL ORDER BY seq", promise)?;
        let mut ranked = Vec::with_capacity(events.len());
        for event in events {
            let rank = "SELECT rank FROM ranks WHERE event = ?1";
            let rank: Option<i64> = self.one(rank, [event.seq], |row| row.get(0))?;
            ranked.push((event, rank));
        }
        ranked.sort_by_key(|(event, rank)| (rank.is_none(), *rank, rank.map(|_| event.uuid)));
        Ok(ranked)
    }

    /// The events of a step, and of the steps that an import brought with it.
    pub fn events_of_step(&self, step: i64) -> Result<Vec<Event>, StoreError> {
        self.events_where(
            "step = ?1 OR step IN (SELECT id FROM steps WHERE imported_by = ?1) ORDER BY seq",
            step,
        )
    }

    fn events_where(&self, condition: &str, id: i64) -> Result<Vec<Event>, StoreError> {
        let statement = format!("SELECT {} WHERE {condition}", rows::EVENT);
        let rows = self.all(&statement, [id], rows::event)?;
        let mut events = Vec::with_capacity(rows.len());
        for (mut event, sum) in rows {
            event.draft.changes = self.all(
                "SELECT field, old, new FROM changes WHERE event = ?1 ORDER BY place",
                [event.seq],
                rows::change,
            )?;
            if ACCOUNTABLE.contains(&event.draft.kind) {
                event.draft.account.because = self.all(
                    "SELECT text FROM reasons WHERE event = ?1 ORDER BY place",
                    [event.seq],
                    |row| row.get(0),
                )?;
            }
            if checksum::of_event(&event) != sum {
                let detail = format!("event {} does not match its checksum", event.seq);
                return Err(StoreError::new(self.path, Fault::Damaged(detail)));
            }
            events.push(event);
        }
        Ok(events)
    }

    /// The notes of a promise that are in effect, oldest first.
    pub fn notes(&self, promise: i64) -> Result<Vec<Note>, StoreError> {
        let any: bool = self.value(
            "SELECT EXISTS (SELECT 1 FROM events WHERE promise = ?1 AND kind = 'noted')",
            [promise],
        )?;
        if !any {
            return Ok(Vec::new());
        }
        Ok(replay::notes(&self.events(Subject::Promise(promise))?))
    }

    /// The number that the next promise gets: one that was never used.
    pub(super) fn next_promise_id(&self) -> Result<i64, StoreError> {
        self.value(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'promises'), 0) + 1",
            [],
        )
    }

    pub(super) fn value<T: rusqlite::types::FromSql>(
        &self,
        statement: &str,
        parameters: impl Params,
    ) -> Result<T, StoreError> {
        #[cfg(test)]
        crate::store::plans::see(statement);
        self.connection
            .prepare_cached(statement)
            .and_then(|mut statement| statement.query_row(parameters, |row| row.get(0)))
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }

    pub(super) fn one<T>(
        &self,
        statement: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        #[cfg(test)]
        crate::store::plans::see(statement);
        self.connection
            .prepare_cached(statement)
            .and_then(|mut statement| statement.query_row(parameters, read).optional())
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }

    /// Hands on each row as it is read, so that none is held.
    pub(super) fn each(
        &self,
        statement: &str,
        parameters: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        self.walk(statement, parameters, |row| {
            read(row).map_err(|error| StoreError::from_sqlite(self.path, &error))
        })
    }

    /// The same for who fails otherwise than by a row.
    pub(super) fn walk<E: From<StoreError>>(
        &self,
        statement: &str,
        parameters: impl Params,
        mut visit: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        #[cfg(test)]
        crate::store::plans::see(statement);
        let failed = |error: rusqlite::Error| StoreError::from_sqlite(self.path, &error);
        let mut statement = self.connection.prepare_cached(statement).map_err(failed)?;
        let mut rows = statement.query(parameters).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            visit(row)?;
        }
        Ok(())
    }

    /// A statement that is run for many rows of another.
    pub(super) fn prepared(&self, statement: &str) -> Result<CachedStatement<'a>, StoreError> {
        #[cfg(test)]
        crate::store::plans::see(statement);
        self.connection
            .prepare_cached(statement)
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }

    pub(super) fn all<T>(
        &self,
        statement: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        #[cfg(test)]
        crate::store::plans::see(statement);
        self.connection
            .prepare_cached(statement)
            .and_then(|mut statement| {
                statement
                    .query_map(parameters, read)?
                    .collect::<rusqlite::Result<Vec<T>>>()
            })
            .map_err(|error| StoreError::from_sqlite(self.path, &error))
    }

    /// Hands over what a statement finds piece by piece: more than is to be held at once.
    pub(super) fn in_pieces<T, E: From<StoreError>>(
        &self,
        statement: &str,
        parameters: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
        mut hand_over: impl FnMut(Vec<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        /// So many at a time.
        const PIECE: usize = 250;
        let mut piece = Vec::new();
        self.walk(statement, parameters, |row| {
            let read = read(row).map_err(|error| StoreError::from_sqlite(self.path, &error))?;
            piece.push(read);
            if piece.len() == PIECE {
                hand_over(std::mem::take(&mut piece))?;
            }
            Ok::<_, E>(())
        })?;
        hand_over(piece)
    }
}
