//! Rows written: events as they come, promises and people as their events make them.

use std::sync::OnceLock;

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use crate::domain::deadline::Deadline;
use crate::domain::event::{Event, Subject};
use crate::domain::person::{Person, fold};
use crate::domain::promise::Promise;
use crate::store::commit::Writing;
use crate::store::error::{Fault, StoreError};
use crate::store::{checksum, rows};

impl Writing<'_> {
    /// Inserts the row of an event and those of its changes, and gives it its number.
    pub(super) fn insert_event(&self, event: &mut Event) -> Result<(), StoreError> {
        let (promise, person) = match event.subject {
            Subject::Promise(id) => (Some(id), None),
            Subject::Person(id) => (None, Some(id)),
        };
        self.execute(
            "INSERT INTO events (uuid, step, promise, person, kind, at, text, target, checksum,
             cause, told, teller) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                event.uuid.as_bytes(),
                event.step,
                promise,
                person,
                event.draft.kind.word(),
                event.at.timestamp(),
                event.draft.text,
                event.draft.target,
                checksum::of_event(event),
                event.draft.account.cause,
                event.draft.account.told,
                event.draft.account.teller,
            ],
        )?;
        event.seq = self.connection.last_insert_rowid();
        for (place, because) in (0_i64..).zip(&event.draft.account.because) {
            self.execute(
                "INSERT INTO reasons (event, place, text) VALUES (?1, ?2, ?3)",
                params![event.seq, place, because],
            )?;
        }
        for (place, change) in (0_i64..).zip(&event.draft.changes) {
            self.execute(
                "INSERT INTO changes (event, place, field, old, new) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    event.seq,
                    place,
                    change.field.word(),
                    change.old,
                    change.new
                ],
            )?;
        }
        Ok(())
    }

    /// Inserts the row of a person; a number of 0 is replaced by a new one.
    pub(super) fn insert_person(&mut self, person: &mut Person) -> Result<(), StoreError> {
        let id = (person.id != 0).then_some(person.id);
        self.execute(
            "INSERT INTO people (id, uuid, name, known, recorded_at, checksum)
             VALUES (?1, ?2, ?3, 1, ?4, 0)",
            params![
                id,
                person.uuid.as_bytes(),
                person.name,
                person.recorded_at.timestamp()
            ],
        )?;
        person.id = self.connection.last_insert_rowid();
        self.update_person(person)
    }

    /// Writes the row of a person, and the names they are found by.
    pub(super) fn update_person(&self, person: &Person) -> Result<(), StoreError> {
        self.execute(
            "UPDATE people SET name = ?2, known = ?3, organisation = ?4, zone = ?5, email = ?6,
             phone = ?7, checksum = ?8, note = ?9, merged_into = ?10,
             forgotten = ?11 WHERE id = ?1",
            params![
                person.id,
                person.name,
                person.known,
                person.organisation,
                person.zone,
                person.email,
                person.phone,
                checksum::of_person(person),
                person.note,
                person.merged_into.map(|uuid| uuid.to_string()),
                person.forgotten,
            ],
        )?;
        self.execute("DELETE FROM names WHERE person = ?1", [person.id])?;
        if !person.known {
            return Ok(());
        }
        let aliases = person.aliases.iter().map(Some);
        for alias in std::iter::once(None).chain(aliases) {
            let folded = fold(alias.unwrap_or(&person.name));
            let inserted = self.execute(
                "INSERT INTO names (folded, person, alias) VALUES (?1, ?2, ?3)",
                params![folded, person.id, alias],
            );
            inserted.map_err(|error| match error.fault {
                Fault::Conflict(_) => {
                    let name = alias.unwrap_or(&person.name);
                    let detail = format!("\"{name}\" is another person by now");
                    StoreError::new(self.path, Fault::Conflict(detail))
                }
                fault => StoreError::new(self.path, fault),
            })?;
        }
        Ok(())
    }

    /// Inserts the row of a promise; a number of 0 is replaced by a new one.
    pub(super) fn insert_promise(&mut self, promise: &mut Promise) -> Result<(), StoreError> {
        static STATEMENT: OnceLock<String> = OnceLock::new();
        if promise.id == 0 {
            promise.id = self.reader().next_promise_id()?;
        }
        let columns = columns(promise);
        let statement = STATEMENT.get_or_init(|| {
            let (names, marks) = (names(&columns), vec!["?"; columns.len()].join(", "));
            format!("INSERT INTO promises ({names}) VALUES ({marks})")
        });
        self.execute(statement, params_from_iter(columns.map(|(_, value)| value)))?;
        for tag in &promise.tags {
            self.insert_tag(promise.id, tag)?;
        }
        self.update_needs(promise)?;
        self.update_reminder(promise)
    }

    /// Writes the row of a promise, and its tags.
    pub(super) fn update_promise(&self, promise: &Promise) -> Result<(), StoreError> {
        self.update_row(promise)?;
        let before = self.reader().tags(promise.id)?;
        for tag in before.difference(&promise.tags) {
            self.execute(
                "DELETE FROM tags WHERE promise = ?1 AND tag = ?2",
                params![promise.id, tag],
            )?;
        }
        for tag in promise.tags.difference(&before) {
            self.insert_tag(promise.id, tag)?;
        }
        self.update_needs(promise)?;
        self.update_reminder(promise)
    }

    fn update_needs(&self, promise: &Promise) -> Result<(), StoreError> {
        let before = self.reader().needs(promise.id)?;
        for need in before.difference(&promise.needs) {
            self.execute(
                "DELETE FROM needs WHERE promise = ?1 AND need = ?2",
                (promise.id, need.as_bytes()),
            )?;
        }
        for need in promise.needs.difference(&before) {
            self.execute(
                "INSERT INTO needs (promise, need) VALUES (?1, ?2)",
                (promise.id, need.as_bytes()),
            )?;
        }
        Ok(())
    }

    fn insert_tag(&self, promise: i64, tag: &str) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO tags (promise, tag) VALUES (?1, ?2)",
            params![promise, tag],
        )
    }

    /// Writes what has changed in the row of a promise: each column costs the indexes that hold it.
    fn update_row(&self, promise: &Promise) -> Result<(), StoreError> {
        let columns = columns(promise);
        let names = names(&columns);
        let statement = format!("SELECT {names} FROM promises WHERE id = ?");
        let stored: Option<Vec<Value>> = self.reader().one(&statement, [promise.id], |row| {
            (0..columns.len()).map(|place| row.get(place)).collect()
        })?;
        let pairs = columns.into_iter().zip(stored.unwrap_or_default());
        let (changed, mut values): (Vec<String>, Vec<Value>) = pairs
            .filter(|((_, value), stored)| value != stored)
            .map(|((name, value), _)| (format!("{name} = ?"), value))
            .unzip();
        if changed.is_empty() {
            return Ok(());
        }
        let changed = changed.join(", ");
        let statement = format!("UPDATE promises SET {changed} WHERE id = ?");
        values.push(promise.id.into());
        self.execute(&statement, params_from_iter(values))
    }

    /// Enters the words of a promise into the full-text index.
    pub(super) fn index_words(&self, promise: &Promise) -> Result<(), StoreError> {
        let reader = self.reader();
        let name: String =
            reader.value("SELECT name FROM people WHERE id = ?1", [promise.person])?;
        let notes: Vec<String> = reader
            .notes(promise.id)?
            .into_iter()
            .map(|note| note.text)
            .collect();
        self.execute(
            "INSERT OR REPLACE INTO words (rowid, what, names, notes) VALUES (?1, ?2, ?3, ?4)",
            params![promise.id, promise.what, name, notes.join("\n")],
        )
    }
}

/// The columns of a promise, and what they hold.
fn columns(promise: &Promise) -> [(&'static str, Value); 41] {
    let place = |deadline: &Deadline| {
        [
            deadline.kind().word().to_owned().into(),
            rows::local_text(deadline).into(),
            deadline.zone().to_owned().into(),
            deadline.at().timestamp().into(),
        ]
    };
    let [due_kind, due_local, due_zone, due_at] = place(&promise.due);
    let [first_kind, first_local, first_zone, first_at] = place(&promise.first_due);
    let [
        negotiated_kind,
        negotiated_local,
        negotiated_zone,
        negotiated_at,
    ] = place(&promise.negotiated_due);
    let check = promise.check.due.as_ref().map(place);
    let [check_kind, check_local, check_zone, check_at] =
        check.unwrap_or([const { Value::Null }; 4]);
    let series = promise.series.as_ref();
    [
        ("id", promise.id.into()),
        ("uuid", promise.uuid.as_bytes().to_vec().into()),
        ("what", promise.what.clone().into()),
        ("direction", promise.direction.word().to_owned().into()),
        ("person", promise.person.into()),
        ("owner", promise.owner.clone().into()),
        ("state", promise.state.word().to_owned().into()),
        ("due_kind", due_kind),
        ("due_local", due_local),
        ("due_zone", due_zone),
        ("due_at", due_at),
        ("first_kind", first_kind),
        ("first_local", first_local),
        ("first_zone", first_zone),
        ("first_at", first_at),
        ("negotiated_kind", negotiated_kind),
        ("negotiated_local", negotiated_local),
        ("negotiated_zone", negotiated_zone),
        ("negotiated_at", negotiated_at),
        ("made_at", promise.made_at.timestamp().into()),
        (
            "settled_at",
            promise.settled_at.map(|at| at.timestamp()).into(),
        ),
        ("via", promise.via.clone().into()),
        ("effort_minutes", promise.effort_minutes.into()),
        ("standard", promise.standard.clone().into()),
        ("key", promise.key.clone().into()),
        ("corrections", promise.corrections.into()),
        ("recorded_at", promise.recorded_at.timestamp().into()),
        ("checksum", checksum::of_promise(promise).into()),
        ("reschedules", promise.reschedules.into()),
        ("handoffs", promise.handoffs.into()),
        ("check_kind", check_kind),
        ("check_local", check_local),
        ("check_zone", check_zone),
        ("check_at", check_at),
        ("satisfied", promise.check.satisfied.into()),
        ("rating", promise.check.rating.into()),
        (
            "series",
            series.map(|series| series.uuid.to_string()).into(),
        ),
        ("occurrence", series.map(|series| series.occurrence).into()),
        (
            "every",
            series.and_then(|series| series.every.clone()).into(),
        ),
        (
            "every_until",
            series
                .and_then(|series| Some(series.until?.to_string()))
                .into(),
        ),
        ("every_times", series.and_then(|series| series.times).into()),
    ]
}

/// The names of columns, with commas between them.
fn names(columns: &[(&str, Value)]) -> String {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}
