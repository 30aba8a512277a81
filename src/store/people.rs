//! The questions about people that the database answers.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use uuid::Uuid;

use crate::domain::person::{Person, fold};
use crate::store::effect::IN_EFFECT;
use crate::store::error::{Fault, StoreError};
use crate::store::read::Reader;
use crate::store::{checksum, rows};

/// How a person and I stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// Promises that are open.
    pub open: i64,
    /// Those of them whose deadline has passed.
    pub overdue: i64,
    /// Promises kept.
    pub kept: i64,
    /// Those of them kept after the deadline agreed in time.
    pub late: i64,
    /// When the newest was made.
    pub last: Option<DateTime<Utc>>,
}

fn between(row: &Row<'_>) -> rusqlite::Result<Between> {
    Ok(Between {
        open: row.get(1)?,
        overdue: row.get(2)?,
        kept: row.get(3)?,
        late: row.get(4)?,
        last: Some(rows::instant(row, 5)?),
    })
}

/// The last time that something happened with a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// The number of the promise.
    pub promise: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// What was said.
    pub text: Option<String>,
}

/// The names that lie between two, from one range of their table: those that begin so.
const BEGUN: &str = "SELECT typed FROM names
    WHERE folded BETWEEN ?1 AND ?2 AND is_alias = 0 ORDER BY folded LIMIT ?3";

impl Reader<'_> {
    /// When a person was told anything about a promise to them last.
    pub fn last_told(&self, person: i64) -> Result<Option<Last>, StoreError> {
        self.last("events.told = 1", person)
    }

    /// When a person was asked last whether they are satisfied.
    pub fn last_check(&self, person: i64) -> Result<Option<Last>, StoreError> {
        self.last("events.kind = 'checked'", person)
    }

    fn last(&self, condition: &'static str, person: i64) -> Result<Option<Last>, StoreError> {
        let statement = format!(
            "SELECT promises.id, events.at, events.text
             FROM promises CROSS JOIN events ON events.promise = promises.id
             WHERE promises.person = ?1 AND promises.state <> 'void' AND {condition}
             AND {IN_EFFECT} ORDER BY events.at DESC, seq DESC LIMIT 1"
        );
        self.one(&statement, [person], |row| {
            Ok(Last {
                promise: row.get(0)?,
                at: rows::instant(row, 1)?,
                text: row.get(2)?,
            })
        })
    }

    /// The name of the person with a number.
    pub fn name(&self, id: i64) -> Result<Option<String>, StoreError> {
        self.one("SELECT name FROM people WHERE id = ?1", [id], |row| {
            row.get(0)
        })
    }

    /// The person with a number.
    pub fn person(&self, id: i64) -> Result<Option<Person>, StoreError> {
        let statement = format!("SELECT {} WHERE people.id = ?1", rows::PERSON);
        self.one(&statement, [id], rows::person)
    }

    /// The person with a UUID, known or not.
    pub fn person_by_uuid(&self, uuid: Uuid) -> Result<Option<Person>, StoreError> {
        let statement = format!("SELECT {} WHERE people.uuid = ?1", rows::PERSON);
        self.one(&statement, [uuid.as_bytes()], rows::person)
    }

    /// The person whose name or alias this is, whatever the case and spacing.
    pub fn person_named(&self, name: &str) -> Result<Option<Person>, StoreError> {
        let statement = format!(
            "SELECT {} JOIN names ON names.person = people.id WHERE folded = ?1",
            rows::PERSON
        );
        self.one(&statement, [fold(name)], rows::person)
    }

    /// The people who turned out to be somebody.
    pub fn merged_into(&self, uuid: Uuid) -> Result<Vec<Person>, StoreError> {
        let statement = format!("SELECT {} WHERE merged_into = ?1", rows::PERSON);
        self.all(&statement, [uuid.to_string()], rows::person)
    }

    /// All people, known or not, in the order in which they were recorded.
    pub fn people_ever(&self) -> Result<Vec<Person>, StoreError> {
        let statement = format!("SELECT {} ORDER BY people.id", rows::PERSON);
        self.all(&statement, [], rows::person)
    }

    /// The people after a number, known or not, in order, at most so many.
    pub fn people_after(&self, id: i64, limit: u32) -> Result<Vec<Person>, StoreError> {
        let statement = format!(
            "SELECT {} WHERE people.id > ?1 ORDER BY people.id LIMIT ?2",
            rows::PERSON
        );
        let people = self.all(&statement, (id, limit), rows::person)?;
        self.check_order("person", id, people.iter().map(|person| person.id))?;
        Ok(people)
    }

    /// Every known person and how we stand, by name.
    pub fn people(&self, now: DateTime<Utc>) -> Result<Vec<(Person, Between)>, StoreError> {
        let standing = self.all(
            "SELECT person, sum(state = 'open'), sum(state = 'open' AND due_at < ?1),
             sum(state = 'kept'), sum(state = 'kept' AND settled_at > negotiated_at), max(made_at)
             FROM promises WHERE state <> 'void' GROUP BY person",
            [now.timestamp()],
            |row| Ok((row.get::<_, i64>(0)?, between(row)?)),
        )?;
        let standing: BTreeMap<i64, Between> = standing.into_iter().collect();
        let statement = format!(
            "SELECT {} WHERE known = 1 ORDER BY people.name COLLATE NOCASE, people.id",
            rows::PERSON
        );
        let people = self.all(&statement, [], rows::person)?;
        Ok(people
            .into_iter()
            .map(|person| {
                let between = standing.get(&person.id).copied().unwrap_or_default();
                (person, between)
            })
            .collect())
    }

    /// How a person and I stand.
    pub fn between(&self, person: i64, now: DateTime<Utc>) -> Result<Between, StoreError> {
        let between = self.one(
            "SELECT person, sum(state = 'open'), sum(state = 'open' AND due_at < ?1),
             sum(state = 'kept'), sum(state = 'kept' AND settled_at > negotiated_at), max(made_at)
             FROM promises WHERE state <> 'void' AND person = ?2 GROUP BY person",
            [now.timestamp(), person],
            between,
        )?;
        Ok(between.unwrap_or_default())
    }

    /// The names of known people that begin so, whatever the case and spacing: the first in order.
    pub fn names(&self, beginning: &str, limit: u32) -> Result<Vec<String>, StoreError> {
        let first = fold(beginning);
        // No text goes on with a character after this one.
        let last = format!("{first}{}", char::MAX);
        self.all(BEGUN, (first, last, limit), |row| row.get(0))
    }

    /// Names and aliases of known people, folded, with the person's number.
    pub fn folded_names(&self) -> Result<Vec<(String, i64)>, StoreError> {
        self.all("SELECT folded, person FROM names", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// Checks the row of a person against its checksum.
    pub fn verify_person(&self, person: &Person) -> Result<(), StoreError> {
        let sum: i64 = self.value("SELECT checksum FROM people WHERE id = ?1", [person.id])?;
        if sum == checksum::of_person(person) {
            return Ok(());
        }
        let detail = format!("person {} does not match its checksum", person.id);
        Err(StoreError::new(self.path, Fault::Damaged(detail)))
    }
}

#[cfg(test)]
mod tests {
    use super::BEGUN;
    use crate::store::migrations;

    /// Completion costs what it offers, however many people are known.
    #[test]
    fn names_are_one_range() {
        let connection = migrations::fresh().unwrap();
        let plan = migrations::plan(&connection, BEGUN, vec![0_i64.into(); 3]);
        assert_eq!(
            plan,
            "SEARCH names USING PRIMARY KEY (folded>? AND folded<?)"
        );
    }
}
