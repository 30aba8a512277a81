//! Rows against their events: what `promises` and `people` hold can be made from these again.

use std::collections::BTreeMap;

use crate::domain::deadline::{Deadline, Kind};
use crate::domain::event::{Event, Subject};
use crate::domain::person::{Person, fold};
use crate::domain::promise::{Check, Promise};
use crate::domain::replay;
use crate::domain::zone::Zone;
use crate::store::checksum;
use crate::store::doctor::{Finding, REPAIR, RESTORE};
use crate::store::error::{Fault, StoreError};
use crate::store::read::Reader;

/// How many promises are read at a time.
const BATCH: u32 = 1000;

/// How many of the same kind are named one by one.
const NAMED: usize = 5;

/// A row that is not what its events make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum Differs {
    /// It can be made from its events again.
    Row(String),
    /// Its events themselves are damaged.
    Events(String),
}

/// The promise with its instants as the rules of its zones have them now: they are a cache of
/// local time and zone.
pub(in crate::store) fn by_the_rules(
    promise: &Promise,
    zone_of: &dyn Fn(&str) -> Option<Zone>,
) -> Promise {
    let again = |due: &Deadline| {
        let zone = zone_of(due.zone());
        let due_now = zone.and_then(|zone| match due.kind() {
            Kind::Day => Deadline::day(due.date(), &zone),
            Kind::Wall => Deadline::wall(due.local(), &zone).map(|(due, _)| due),
            Kind::Instant => None,
        });
        due_now.unwrap_or_else(|| due.clone())
    };
    Promise {
        due: again(&promise.due),
        first_due: again(&promise.first_due),
        negotiated_due: again(&promise.negotiated_due),
        check: Check {
            due: promise.check.due.as_ref().map(again),
            ..promise.check.clone()
        },
        ..promise.clone()
    }
}

impl Reader<'_> {
    /// Promises, people and the names they are found by, against what their events make of them.
    pub(super) fn rows(
        self,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
        step: &mut dyn FnMut(),
    ) -> Result<Vec<Finding>, StoreError> {
        let mut promises = Checked::default();
        let mut people = Checked::default();
        for person in self.people_ever()? {
            let id = person.id;
            people.add(&format!("person {id}"), self.check_person(&person)?);
            step();
        }
        let mut last = 0;
        loop {
            let batch = self.promises_after(last, BATCH)?;
            for entry in &batch {
                let promise = &entry.promise;
                promises.add(
                    &format!("promise {}", promise.id),
                    self.check_promise(promise, zone_of)?,
                );
                last = promise.id;
                step();
            }
            if batch.is_empty() {
                break;
            }
        }
        Ok(vec![promises.finding("promises"), people.finding("people")])
    }

    /// Whether the row of a promise is what its events make of it.
    pub(in crate::store) fn check_promise(
        self,
        promise: &Promise,
        zone_of: &dyn Fn(&str) -> Option<Zone>,
    ) -> Result<Option<Differs>, StoreError> {
        let id = promise.id;
        let history = self.history(Subject::Promise(id))?;
        let made = match history.map(|events| replay::promise(id, promise.uuid, &events)) {
            Err(damage) => return Ok(Some(Differs::Events(damage))),
            Ok(Err(bad)) => return Ok(Some(Differs::Events(bad.reason.to_owned()))),
            Ok(Ok(made)) => made,
        };
        // The instants in events are of the day on which they were recorded.
        if by_the_rules(&made, zone_of) != by_the_rules(promise, zone_of) {
            return Ok(Some(Differs::Row(
                "the row is not what its events make".to_owned(),
            )));
        }
        let sum: i64 = self.value("SELECT checksum FROM promises WHERE id = ?1", [id])?;
        if sum != checksum::of_promise(promise) {
            return Ok(Some(Differs::Row("the checksum does not fit".to_owned())));
        }
        Ok(None)
    }

    /// Whether the row of a person, and the names they are found by, are what their events make.
    pub(in crate::store) fn check_person(
        self,
        person: &Person,
    ) -> Result<Option<Differs>, StoreError> {
        let id = person.id;
        let history = self.history(Subject::Person(id))?;
        let mut made = match history.map(|events| replay::person(id, person.uuid, &events)) {
            Err(damage) => return Ok(Some(Differs::Events(damage))),
            Ok(Err(bad)) => return Ok(Some(Differs::Events(bad.reason.to_owned()))),
            Ok(Ok(made)) => made,
        };
        if !made.known {
            // Nobody is found by them: only the events tell them.
            made.aliases.clear();
        }
        if made != *person {
            return Ok(Some(Differs::Row(
                "the row is not what its events make".to_owned(),
            )));
        }
        let sum: i64 = self.value("SELECT checksum FROM people WHERE id = ?1", [id])?;
        if sum != checksum::of_person(person) {
            return Ok(Some(Differs::Row("the checksum does not fit".to_owned())));
        }
        let names = self.all(
            "SELECT folded, typed, is_alias FROM names WHERE person = ?1",
            [id],
            |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))),
        )?;
        let found: BTreeMap<String, (String, bool)> = names.into_iter().collect();
        let aliases = person.aliases.iter().map(|alias| (alias, true));
        let own = std::iter::once((&person.name, false));
        let expected: BTreeMap<String, (String, bool)> = own
            .chain(aliases)
            .filter(|_| person.known)
            .map(|(name, is_alias)| (fold(name), (name.clone(), is_alias)))
            .collect();
        Ok((found != expected)
            .then(|| Differs::Row("the names it is found by are not its own".to_owned())))
    }

    /// The events of one subject, or what is wrong with them; only a file that cannot be read at
    /// all is an error.
    fn history(self, subject: Subject) -> Result<Result<Vec<Event>, String>, StoreError> {
        match self.events(subject) {
            Ok(events) => Ok(Ok(events)),
            Err(StoreError {
                fault: Fault::Damaged(detail),
                ..
            }) => Ok(Err(detail)),
            Err(error) => Err(error),
        }
    }
}

/// Rows checked, and what was wrong with some.
#[derive(Default)]
struct Checked {
    count: u64,
    rows: Vec<String>,
    events: Vec<String>,
}

impl Checked {
    fn add(&mut self, name: &str, differs: Option<Differs>) {
        self.count += 1;
        match differs {
            None => {}
            Some(Differs::Row(why)) => self.rows.push(format!("{name}: {why}")),
            Some(Differs::Events(why)) => self.events.push(format!("{name}: {why}")),
        }
    }

    fn finding(&self, check: &'static str) -> Finding {
        if self.rows.is_empty() && self.events.is_empty() {
            let says = format!("{} checked: rows, events and checksums agree", self.count);
            return Finding::good(check, says);
        }
        let all: Vec<&String> = self.events.iter().chain(&self.rows).collect();
        let mut says: Vec<String> = all.iter().take(NAMED).map(|one| (*one).clone()).collect();
        if all.len() > NAMED {
            says.push(format!("and {} more", all.len() - NAMED));
        }
        let remedy = if self.events.is_empty() {
            REPAIR.to_owned()
        } else {
            format!("events cannot be made again: {RESTORE}")
        };
        Finding::damage(check, says.join("; "), remedy)
    }
}
