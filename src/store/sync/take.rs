//! Histories that other machines wrote, taken in.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use crate::domain::event::Subject;
use crate::domain::person::Person;
use crate::domain::promise::{LONGEST_WORD, check_text};
use crate::domain::sync::Shared;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::sync::union::{Placed, made, unfit, union};

/// What became of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The promise has all of it now: its number, and the events that were new.
    Done(i64, BTreeSet<i64>),
    /// It concerns a person who was forgotten here, and is not brought back.
    Forgotten,
    /// It makes no sense: why.
    Bad(String),
}

/// So many people in a row turned out to be another at most.
const MOST_MERGED: usize = 64;

impl Writing<'_> {
    /// Takes in what a history tells beyond what is known: afterwards the promise has the events
    /// of both.
    pub fn take_history(&mut self, uuid: Uuid, shared: &Shared) -> Result<Taken, StoreError> {
        let known = self.reader().promise_by_uuid(uuid)?;
        let mut people = match self.people_of(shared)? {
            Ok(people) => people,
            Err(taken) => return Ok(taken),
        };
        let id = known.as_ref().map_or(0, |entry| entry.promise.id);
        let here = match id {
            0 => Vec::new(),
            id => {
                self.rank(id)?;
                self.reader().ranked_events(id)?
            }
        };
        let rehearsed = union(id, &here, shared, &people)
            .and_then(|union| made(id, uuid, &union))
            .and_then(|promise| unfit(&promise).map_or(Ok(promise.person), Err));
        let person = match rehearsed {
            Ok(person) => self.reader().person(person)?,
            Err(reason) => return Ok(Taken::Bad(reason)),
        };
        if person.is_some_and(|person| person.forgotten) {
            return Ok(Taken::Forgotten);
        }
        // Nobody is recorded for a history that makes no sense.
        self.record_people(shared, &mut people)?;
        let (union, mut promise) = match union(id, &here, shared, &people)
            .and_then(|union| Ok((made(id, uuid, &union)?, union)))
        {
            Ok((promise, union)) => (union, promise),
            Err(reason) => return Ok(Taken::Bad(reason)),
        };
        let mut is_reordered = false;
        for (event, rank) in &here {
            let said = shared
                .events
                .iter()
                .find(|ranked| ranked.event.uuid == event.uuid);
            if let Some(said) = said.filter(|said| rank.is_some_and(|rank| said.rank < rank)) {
                self.set_rank(event.seq, said.rank)?;
                is_reordered = true;
            }
        }
        let missing = here.len() < union.len();
        if id != 0 && !missing {
            if is_reordered {
                self.rebuild_promise(id)?;
            }
            return Ok(Taken::Done(id, BTreeSet::new()));
        }
        if id == 0 {
            promise.key = self.free_key(&promise)?;
            self.insert_promise(&mut promise)?;
        }
        let new = self.insert_union(promise.id, union)?;
        self.settle_taken(promise.id)?;
        Ok(Taken::Done(promise.id, new))
    }

    /// The people that a history names, by the numbers they have here; those whom nobody knows yet
    /// have numbers below 0.
    fn people_of(&self, shared: &Shared) -> Result<Result<HashMap<Uuid, i64>, Taken>, StoreError> {
        let reader = self.reader();
        let mut people = HashMap::new();
        for (place, (uuid, name)) in (1..).zip(&shared.people) {
            if let Err(reason) = check_text(name, LONGEST_WORD) {
                return Ok(Err(Taken::Bad(format!("the name of a person {reason}"))));
            }
            let mut known = reader.person_by_uuid(*uuid)?;
            // Whoever turned out to be another is that one.
            for _ in 0..MOST_MERGED {
                match known.as_ref().and_then(|person| person.merged_into) {
                    Some(other) => known = reader.person_by_uuid(other)?,
                    None => break,
                }
            }
            let known = match known.filter(|person| person.known || person.forgotten) {
                Some(person) => Some(person),
                None => reader.person_named(name)?,
            };
            people.insert(*uuid, known.map_or(-place, |person| person.id));
        }
        Ok(Ok(people))
    }

    /// Records whom nobody knew yet.
    fn record_people(
        &mut self,
        shared: &Shared,
        people: &mut HashMap<Uuid, i64>,
    ) -> Result<(), StoreError> {
        for (uuid, name) in &shared.people {
            if people.get(uuid).is_none_or(|id| *id > 0) {
                continue;
            }
            // Two of them may have one name.
            let id = if let Some(person) = self.reader().person_named(name)? {
                person.id
            } else {
                let taken = self.reader().person_by_uuid(*uuid)?.is_some();
                let uuid = if taken { self.new_uuid() } else { *uuid };
                self.add_person(Person::named(name, uuid, self.at))?.id
            };
            people.insert(*uuid, id);
        }
        Ok(())
    }

    /// Inserts the events that are not there yet; those that are have their numbers.
    fn insert_union(
        &mut self,
        promise: i64,
        union: Vec<Placed>,
    ) -> Result<BTreeSet<i64>, StoreError> {
        let here = self.reader().events(Subject::Promise(promise))?;
        let mut numbers: HashMap<Uuid, i64> =
            here.iter().map(|event| (event.uuid, event.seq)).collect();
        let mut new = BTreeSet::new();
        for placed in union {
            let Placed {
                rank,
                target,
                mut event,
            } = placed;
            if numbers.contains_key(&event.uuid) {
                continue;
            }
            event.subject = Subject::Promise(promise);
            event.step = self.step()?;
            event.draft.target = target.and_then(|target| numbers.get(&target).copied());
            self.insert_event(&mut event)?;
            self.set_rank(event.seq, rank)?;
            numbers.insert(event.uuid, event.seq);
            new.insert(event.seq);
        }
        Ok(new)
    }
}
