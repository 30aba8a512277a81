//! Rows written: events as they come, promises and people as their events make them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use crate::domain::deadline::Deadline;
use crate::domain::event::{Event, Note, Subject};
use crate::domain::person::{Person, fold};
use crate::domain::promise::Promise;
use crate::store::commit::Writing;
use crate::store::error::{Fault, StoreError};
use crate::store::{checksum, rows};

/// The name of a person, from where names stand close together: for those who look up thousands.
pub(super) const NAME: &str = "SELECT name FROM people INDEXED BY people_called WHERE id = ?1";

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
        let aliases = person.aliases.iter().map(|alias| (alias, true));
        for (name, is_alias) in std::iter::once((&person.name, false)).chain(aliases) {
            let inserted = self.execute(
                "INSERT INTO names (folded, person, typed, is_alias) VALUES (?1, ?2, ?3, ?4)",
                params![fold(name), person.id, name, is_alias],
            );
            inserted.map_err(|error| match error.fault {
                Fault::Conflict(_) => {
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
        self.update_beside(None, promise)
    }

    /// Writes what has changed of a promise since it was read: each column costs the indexes that
    /// hold it.
    pub(super) fn update_promise(
        &self,
        before: &Promise,
        after: &Promise,
    ) -> Result<(), StoreError> {
        let stored = columns(before).map(|(_, value)| value);
        self.update_row(after, stored.into())?;
        self.update_beside(Some(before), after)
    }

    /// The same whatever the row holds, which may not be what was read: it may be damaged.
    pub(super) fn mend_promise(&self, before: &Promise, after: &Promise) -> Result<(), StoreError> {
        let names = names(&columns(after));
        let statement = format!("SELECT {names} FROM promises WHERE id = ?");
        let stored = self.reader().one(&statement, [after.id], |row| {
            let count = row.as_ref().column_count();
            (0..count).map(|place| row.get(place)).collect()
        })?;
        self.update_row(after, stored.unwrap_or_default())?;
        self.update_beside(Some(before), after)
    }

    /// Writes where a row differs from what is stored there.
    fn update_row(&self, promise: &Promise, stored: Vec<Value>) -> Result<(), StoreError> {
        let pairs = columns(promise).into_iter().zip(stored);
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

    /// Writes what stands in tables of its own: tags, needs, and when to speak of it.
    fn update_beside(&self, before: Option<&Promise>, after: &Promise) -> Result<(), StoreError> {
        let id = after.id;
        let none = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let (tags, needs, leads) = match before {
            Some(before) => (&before.tags, &before.needs, &before.reminders),
            None => (&none.0, &none.1, &none.2),
        };
        for tag in tags.difference(&after.tags) {
            let statement = "DELETE FROM tags WHERE promise = ?1 AND tag = ?2";
            self.execute(statement, params![id, tag])?;
        }
        for tag in after.tags.difference(tags) {
            let statement = "INSERT INTO tags (promise, tag) VALUES (?1, ?2)";
            self.execute(statement, params![id, tag])?;
        }
        for need in needs.difference(&after.needs) {
            let statement = "DELETE FROM needs WHERE promise = ?1 AND need = ?2";
            self.execute(statement, (id, need.as_bytes()))?;
        }
        for need in after.needs.difference(needs) {
            let statement = "INSERT INTO needs (promise, need) VALUES (?1, ?2)";
            self.execute(statement, (id, need.as_bytes()))?;
        }
        self.update_reminder(leads, after)
    }

    /// Enters the words of a promise into the full-text index.
    pub(super) fn index_words(&self, promise: &Promise) -> Result<(), StoreError> {
        self.index_words_with(promise, &self.reader().notes(promise.id)?)
    }

    /// The same where its notes are known.
    pub(super) fn index_words_with(
        &self,
        promise: &Promise,
        notes: &[Note],
    ) -> Result<(), StoreError> {
        let name: String = self.reader().value(NAME, [promise.person])?;
        let notes: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
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
