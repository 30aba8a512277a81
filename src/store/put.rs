//! Rows written: events as they come, promises and people as their events make them.

use rusqlite::params;

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
        if promise.id == 0 {
            promise.id = self.reader().next_promise_id()?;
        }
        self.put_promise(
            "INSERT INTO promises (id, uuid, what, direction, person, owner, state,
             due_kind, due_local, due_zone, due_at, first_kind, first_local, first_zone, first_at,
             negotiated_kind, negotiated_local, negotiated_zone, negotiated_at, made_at, settled_at,
             via, effort_minutes, standard, key, corrections, recorded_at, checksum, reschedules,
             handoffs, check_kind, check_local, check_zone, check_at, satisfied, rating, series,
             occurrence, every, every_until, every_times)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
             ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33,
             ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)",
            promise,
        )?;
        for tag in &promise.tags {
            self.insert_tag(promise.id, tag)?;
        }
        self.update_needs(promise)?;
        self.update_reminder(promise)
    }

    /// Writes the row of a promise, and its tags.
    pub(super) fn update_promise(&self, promise: &Promise) -> Result<(), StoreError> {
        self.put_promise(
            "UPDATE promises SET uuid = ?2, what = ?3, direction = ?4, person = ?5, owner = ?6,
             state = ?7, due_kind = ?8, due_local = ?9, due_zone = ?10, due_at = ?11,
             first_kind = ?12, first_local = ?13, first_zone = ?14, first_at = ?15,
             negotiated_kind = ?16, negotiated_local = ?17, negotiated_zone = ?18,
             negotiated_at = ?19, made_at = ?20, settled_at = ?21, via = ?22, effort_minutes = ?23,
             standard = ?24, key = ?25, corrections = ?26, recorded_at = ?27, checksum = ?28,
             reschedules = ?29, handoffs = ?30,
             check_kind = ?31, check_local = ?32, check_zone = ?33, check_at = ?34,
             satisfied = ?35, rating = ?36, series = ?37, occurrence = ?38, every = ?39,
             every_until = ?40, every_times = ?41 WHERE id = ?1",
            promise,
        )?;
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

    fn put_promise(&self, statement: &str, promise: &Promise) -> Result<(), StoreError> {
        let place = |deadline: &Deadline| {
            (
                deadline.kind().word(),
                rows::local_text(deadline),
                deadline.zone().to_owned(),
                deadline.at().timestamp(),
            )
        };
        let (due, first, negotiated) = (
            place(&promise.due),
            place(&promise.first_due),
            place(&promise.negotiated_due),
        );
        let check = promise.check.due.as_ref();
        let series = promise.series.as_ref();
        self.execute(
            statement,
            params![
                promise.id,
                promise.uuid.as_bytes(),
                promise.what,
                promise.direction.word(),
                promise.person,
                promise.owner,
                promise.state.word(),
                due.0,
                due.1,
                due.2,
                due.3,
                first.0,
                first.1,
                first.2,
                first.3,
                negotiated.0,
                negotiated.1,
                negotiated.2,
                negotiated.3,
                promise.made_at.timestamp(),
                promise.settled_at.map(|at| at.timestamp()),
                promise.via,
                promise.effort_minutes,
                promise.standard,
                promise.key,
                promise.corrections,
                promise.recorded_at.timestamp(),
                checksum::of_promise(promise),
                promise.reschedules,
                promise.handoffs,
                check.map(|check| check.kind().word()),
                check.map(rows::local_text),
                check.map(Deadline::zone),
                check.map(|check| check.at().timestamp()),
                promise.check.satisfied,
                promise.check.rating,
                series.map(|series| series.uuid.to_string()),
                series.map(|series| series.occurrence),
                series.and_then(|series| series.every.as_deref()),
                series.and_then(|series| Some(series.until?.to_string())),
                series.and_then(|series| series.times),
            ],
        )
    }

    /// Enters the words of a promise into the full-text index.
    pub(super) fn index_words(&self, promise: &Promise) -> Result<(), StoreError> {
        let reader = self.reader();
        let name = reader
            .person(promise.person)?
            .map_or_else(String::new, |person| person.name);
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
