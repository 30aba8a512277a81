//! Events that come from elsewhere: histories that other machines wrote, and what was found out
//! about other programs.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::event::{Change, Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::person::Person;
use crate::domain::promise::{LONGEST_TEXT, LONGEST_WORD, Promise, State, check_text};
use crate::domain::record::EventRecord;
use crate::domain::sync::{Ranked, Shared, next_rank, of_event};
use crate::domain::{changes, replay};
use crate::phrase;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::export::translate;
use crate::store::read::Reader;
use crate::store::rows;

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

/// An event that was found out: what happened at another place, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Its place in the history.
    pub rank: i64,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What happened.
    pub draft: Draft,
}

impl Reader<'_> {
    /// The history of a promise as it is passed on. Every event must have a rank.
    pub fn shared(&self, promise: i64) -> Result<Shared, StoreError> {
        let events = self.ranked_events(promise)?;
        let uuids: HashMap<i64, Uuid> = events
            .iter()
            .map(|(event, _)| (event.seq, event.uuid))
            .collect();
        let mut shared = Shared::default();
        let mut people: HashMap<i64, Uuid> = HashMap::new();
        let named = events.iter().flat_map(|(event, _)| &event.draft.changes);
        for change in named.filter(|change| change.field == Field::Person) {
            let ids = [&change.old, &change.new].into_iter().flatten();
            for id in ids.filter_map(Value::number) {
                if let Some(person) = self.person(id)? {
                    people.insert(id, person.uuid);
                    shared.people.insert(person.uuid, person.name);
                }
            }
        }
        let person = |value: &Value| {
            let uuid = value.number().and_then(|id| people.get(&id)).copied();
            Value::Text(uuid.unwrap_or_default().to_string())
        };
        shared.events = events
            .iter()
            .map(|(event, rank)| Ranked {
                rank: rank.unwrap_or(i64::MAX),
                event: record(event, &uuids, &person),
            })
            .collect();
        Ok(shared)
    }
}

fn record(
    event: &Event,
    uuids: &HashMap<i64, Uuid>,
    person: &impl Fn(&Value) -> Value,
) -> EventRecord {
    let draft = &event.draft;
    EventRecord {
        uuid: event.uuid,
        step: Uuid::nil(),
        at: event.at,
        kind: draft.kind,
        text: draft.text.clone(),
        account: draft.account.clone(),
        target: draft.target.and_then(|target| uuids.get(&target).copied()),
        changes: draft
            .changes
            .iter()
            .map(|change| translate(change, person))
            .collect(),
    }
}

impl Writing<'_> {
    /// Gives every event of a promise its rank; gives the greatest.
    pub fn rank(&self, promise: i64) -> Result<i64, StoreError> {
        let mut last = None;
        for (event, rank) in self.reader().ranked_events(promise)? {
            last = Some(match rank {
                Some(rank) => last.map_or(rank, |last: i64| last.max(rank)),
                None => {
                    let rank = next_rank(last, event.at);
                    self.set_rank(event.seq, rank)?;
                    rank
                }
            });
        }
        Ok(last.unwrap_or_default())
    }

    /// Of two ranks that an event was given, the smaller counts everywhere.
    fn set_rank(&self, event: i64, rank: i64) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO ranks (event, rank) VALUES (?1, ?2)
             ON CONFLICT (event) DO UPDATE SET rank = ?2 WHERE rank > ?2",
            (event, rank),
        )
    }

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
        for (event, rank) in &here {
            let said = shared
                .events
                .iter()
                .find(|ranked| ranked.event.uuid == event.uuid);
            if let Some(said) = said.filter(|said| rank.is_some_and(|rank| said.rank < rank)) {
                self.set_rank(event.seq, said.rank)?;
            }
        }
        let missing = here.len() < union.len();
        if id != 0 && !missing {
            // Only ranks may be others now.
            self.rebuild_promise(id)?;
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

    /// Records what was found out about a promise; gives the events that were not known yet.
    pub fn bring(
        &mut self,
        promise: &Promise,
        brought: Vec<Brought>,
    ) -> Result<BTreeSet<i64>, StoreError> {
        let here = self.reader().events(Subject::Promise(promise.id))?;
        let here: HashSet<Uuid> = here.iter().map(|event| event.uuid).collect();
        let mut new = BTreeSet::new();
        for Brought { rank, at, draft } in brought {
            let mut event = self.found_out(promise, rank, at, draft)?;
            if !here.contains(&event.uuid) {
                event.step = self.step()?;
                self.insert_event(&mut event)?;
                self.set_rank(event.seq, rank)?;
                new.insert(event.seq);
            }
        }
        if !new.is_empty() {
            self.settle_taken(promise.id)?;
        }
        Ok(new)
    }

    /// Records a promise that another program made, as it was recorded there.
    pub fn bring_promise(
        &mut self,
        mut promise: Promise,
        notes: Vec<String>,
    ) -> Result<Promise, StoreError> {
        let at = promise.recorded_at;
        let rank = next_rank(None, at);
        self.insert_promise(&mut promise)?;
        let draft = Draft::new(EventKind::Added, changes::new_promise(&promise));
        let mut drafts = vec![draft];
        drafts.extend(notes.iter().map(|note| Draft::note(note)));
        let brought = (rank..)
            .zip(drafts)
            .map(|(rank, draft)| Brought { rank, at, draft });
        self.bring(&promise, brought.collect())?;
        Ok(promise)
    }

    fn found_out(
        &self,
        promise: &Promise,
        rank: i64,
        at: DateTime<Utc>,
        draft: Draft,
    ) -> Result<Event, StoreError> {
        let subject = Subject::Promise(promise.id);
        let mut event = Event {
            seq: 0,
            uuid: Uuid::nil(),
            step: 0,
            subject,
            at,
            draft,
        };
        // By name, which is all that two machines need have in common of a person.
        let mut names = HashMap::new();
        for change in &event.draft.changes {
            let ids = [&change.old, &change.new].into_iter().flatten();
            for id in ids
                .filter_map(Value::number)
                .filter(|_| change.field == Field::Person)
            {
                let person = self.reader().person(id)?;
                names.insert(id, person.map_or_else(String::new, |person| person.name));
            }
        }
        let name = |value: &Value| {
            let name = value.number().and_then(|id| names.get(&id));
            Value::Text(name.cloned().unwrap_or_default())
        };
        event.uuid = of_event(promise.uuid, rank, &record(&event, &HashMap::new(), &name));
        Ok(event)
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
            let id = match self.reader().person_named(name)? {
                Some(person) => person.id,
                None => {
                    let taken = self.reader().person_by_uuid(*uuid)?.is_some();
                    let uuid = if taken { self.new_uuid() } else { *uuid };
                    self.add_person(Person::named(name, uuid, self.at))?.id
                }
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

    /// Makes the row of a promise what its events make of it, where nothing on this machine stands
    /// against that.
    fn settle_taken(&mut self, promise: i64) -> Result<(), StoreError> {
        let Some(entry) = self.reader().promise(promise)? else {
            return Ok(());
        };
        let events = self.reader().events(Subject::Promise(promise))?;
        let after = replay::promise(promise, entry.promise.uuid, &events)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        if self.free_key(&after)? != after.key {
            let without = Promise {
                key: None,
                ..after.clone()
            };
            let draft = Draft::new(EventKind::Edited, changes::promise(&after, &without));
            self.append(Subject::Promise(promise), draft)?;
        }
        self.rebuild_promise(promise)?;
        for need in after.needs {
            if self.reader().depends_on(need, after.uuid)? {
                self.drop_need(&after.uuid.max(need), &after.uuid.min(need), promise, need)?;
            }
        }
        Ok(())
    }

    /// Breaks a circle of needs: of two promises that need each other the one with the greater
    /// UUID no longer does, on whatever machine the circle is found; of more, the one that is
    /// looked at.
    fn drop_need(
        &mut self,
        greater: &Uuid,
        smaller: &Uuid,
        promise: i64,
        need: Uuid,
    ) -> Result<(), StoreError> {
        let pair = match self.reader().promise_by_uuid(*greater)? {
            Some(entry) if entry.promise.needs.contains(smaller) => Some((entry.promise, *smaller)),
            _ => self
                .reader()
                .promise(promise)?
                .map(|entry| (entry.promise, need)),
        };
        if let Some((from, need)) = pair {
            let mut after = from.clone();
            after.needs.remove(&need);
            let draft = Draft::new(EventKind::Edited, changes::promise(&from, &after));
            if !draft.changes.is_empty() {
                self.record(&from, draft)?;
            }
        }
        Ok(())
    }

    /// The key of a promise, unless another has it: of two the one with the smaller UUID keeps it,
    /// on whatever machine they meet.
    fn free_key(&mut self, promise: &Promise) -> Result<Option<String>, StoreError> {
        let Some(key) = promise.key.clone().filter(|_| promise.state != State::Void) else {
            return Ok(promise.key.clone());
        };
        match self.reader().promise_by_key(&key)? {
            Some(holder) if holder.promise.uuid < promise.uuid => Ok(None),
            Some(holder) if holder.promise.uuid > promise.uuid => {
                let from = holder.promise;
                let without = Promise {
                    key: None,
                    ..from.clone()
                };
                let draft = Draft::new(EventKind::Edited, changes::promise(&from, &without));
                self.record(&from, draft)?;
                Ok(Some(key))
            }
            _ => Ok(Some(key)),
        }
    }
}

/// So many people in a row turned out to be another at most.
const MOST_MERGED: usize = 64;

/// An event, its rank, and the event that it turns.
struct Placed {
    rank: i64,
    target: Option<Uuid>,
    event: Event,
}

/// What is here and what a history adds, in order.
fn union(
    id: i64,
    here: &[(Event, Option<i64>)],
    shared: &Shared,
    people: &HashMap<Uuid, i64>,
) -> Result<Vec<Placed>, String> {
    let uuids: HashMap<i64, Uuid> = here
        .iter()
        .map(|(event, _)| (event.seq, event.uuid))
        .collect();
    let mut union: Vec<Placed> = here
        .iter()
        .map(|(event, rank)| Placed {
            rank: rank.unwrap_or(i64::MAX),
            target: event
                .draft
                .target
                .and_then(|target| uuids.get(&target).copied()),
            event: event.clone(),
        })
        .collect();
    let known: HashSet<Uuid> = union.iter().map(|placed| placed.event.uuid).collect();
    for placed in &mut union {
        let said = shared
            .events
            .iter()
            .find(|ranked| ranked.event.uuid == placed.event.uuid);
        placed.rank = said.map_or(placed.rank, |said| said.rank.min(placed.rank));
    }
    for Ranked { rank, event } in &shared.events {
        if known.contains(&event.uuid) {
            continue;
        }
        union.push(Placed {
            rank: *rank,
            target: event.target,
            event: localised(id, event, people)?,
        });
    }
    union.sort_by_key(|placed| (placed.rank, placed.event.uuid));
    Ok(union)
}

fn localised(id: i64, record: &EventRecord, people: &HashMap<Uuid, i64>) -> Result<Event, String> {
    let is_of_people = matches!(record.kind, EventKind::Merged | EventKind::Forgotten);
    if is_of_people {
        return Err(format!("{} is no event of a promise", record.kind.word()));
    }
    let account = &record.account;
    let words = account.cause.iter().chain(&account.teller);
    for text in record.text.iter().chain(words).chain(&account.because) {
        check_text(text, LONGEST_TEXT).map_err(|reason| format!("a text {reason}"))?;
    }
    let named = |value: &Value| {
        let uuid = value.text().and_then(|text| Uuid::parse_str(text).ok());
        uuid.and_then(|uuid| people.get(&uuid)).copied()
    };
    let localised = |change: &Change| {
        let mut values = [&change.old, &change.new].into_iter().flatten();
        if change.field == Field::Person && values.any(|value| named(value).is_none()) {
            return Err("it names a person without a name".to_owned());
        }
        Ok(translate(change, &|value| {
            Value::Number(named(value).unwrap_or_default())
        }))
    };
    Ok(Event {
        seq: 0,
        uuid: record.uuid,
        step: 0,
        subject: Subject::Promise(id),
        at: record.at,
        draft: Draft {
            kind: record.kind,
            text: record.text.clone(),
            account: record.account.clone(),
            target: None,
            changes: record
                .changes
                .iter()
                .map(localised)
                .collect::<Result<_, _>>()?,
        },
    })
}

/// The promise that events make, numbered from 1 for as long as they have no numbers.
fn made(id: i64, uuid: Uuid, union: &[Placed]) -> Result<Promise, String> {
    let numbers: HashMap<Uuid, i64> = (1..)
        .zip(union.iter())
        .map(|(number, placed)| (placed.event.uuid, number))
        .collect();
    if numbers.len() != union.len() {
        return Err("two of its events have one identity".to_owned());
    }
    let mut events = Vec::with_capacity(union.len());
    for (number, placed) in (1..).zip(union.iter()) {
        let mut event = placed.event.clone();
        event.seq = number;
        event.draft.target = match placed.target {
            None => None,
            Some(target) => Some(
                *numbers
                    .get(&target)
                    .ok_or_else(|| format!("it turns an event {target} that it does not have"))?,
            ),
        };
        events.push(event);
    }
    replay::promise(id, uuid, &events).map_err(|bad| bad.reason.to_owned())
}

/// Why a promise cannot be recorded.
fn unfit(promise: &Promise) -> Option<String> {
    if let Err(reason) = check_text(&promise.what, LONGEST_TEXT) {
        return Some(format!("its description {reason}"));
    }
    let words = [
        &promise.owner,
        &promise.via,
        &promise.standard,
        &promise.key,
    ];
    let words = words.into_iter().flatten().chain(&promise.tags);
    for word in words.chain(&promise.reminders) {
        if let Err(reason) = check_text(word, LONGEST_WORD) {
            return Some(format!("a short text {reason}"));
        }
    }
    let is_lead = |text: &String| phrase::lead(text).is_ok_and(|lead| lead.to_string() == *text);
    if !promise.reminders.iter().all(is_lead) {
        return Some("one of its reminders is no lead time".to_owned());
    }
    let separated = |tag: &String| tag.contains(rows::TAG_SEPARATOR);
    promise
        .tags
        .iter()
        .any(separated)
        .then(|| "a tag has a control character".to_owned())
}
