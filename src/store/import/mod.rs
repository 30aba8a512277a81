//! What another file exported, taken in: histories as records, identified by UUID.

mod steps;

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::domain::event::{Change, Draft, Event, Field, Subject, Value};
use crate::domain::person::Person;
use crate::domain::promise::{LONGEST_TEXT, LONGEST_WORD, check_text};
use crate::domain::record::{History, Record, StepRecord};
use crate::domain::replay;
use crate::phrase;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::export::translate;
use crate::store::import::steps::Steps;
use crate::store::read::Reader;
use crate::store::rows;

/// The greatest number taken over: it leaves room for all that may follow.
const GREATEST_ID: i64 = 1_000_000_000;

impl Reader<'_> {
    fn is_unused(&self) -> Result<bool, StoreError> {
        self.value(
            "SELECT NOT EXISTS (SELECT 1 FROM promises) AND NOT EXISTS (SELECT 1 FROM people)",
            [],
        )
    }
}

/// What became of one imported record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It is there now.
    Added,
    /// It was there already, the same.
    Present,
    /// It concerns a person who was forgotten here, and is not brought back.
    Forgotten,
    /// It was there already, with another history: the number it has here.
    Differs(i64),
    /// It makes no sense: why.
    Bad(String),
}

/// An import under way.
pub struct Import<'w, 'a> {
    writing: &'w mut Writing<'a>,
    /// Nothing was ever recorded here, so that numbers can be kept.
    keep_ids: bool,
    steps: Steps,
    people: HashMap<Uuid, i64>,
    /// Those of them who were forgotten here.
    forgotten: HashSet<i64>,
    /// The number of the promise that was added last.
    last: Option<i64>,
}

impl<'w, 'a> Import<'w, 'a> {
    /// Begins an import inside a transaction.
    pub fn begin(writing: &'w mut Writing<'a>) -> Result<Self, StoreError> {
        let keep_ids = writing.reader().is_unused()?;
        let steps = Steps::begin(writing)?;
        Ok(Self {
            writing,
            keep_ids,
            steps,
            people: HashMap::new(),
            forgotten: HashSet::new(),
            last: None,
        })
    }

    /// The number of the promise that was added last.
    #[must_use]
    pub fn last(&self) -> Option<i64> {
        self.last
    }

    /// Takes in one record.
    pub fn take(&mut self, record: Record) -> Result<Imported, StoreError> {
        match record {
            Record::Step(step) => self.step(&step),
            Record::Person(history) => self.person(&history),
            Record::Promise(history) => self.promise(&history),
        }
    }

    /// Steps are remembered, and recorded once something of them is.
    fn step(&mut self, step: &StepRecord) -> Result<Imported, StoreError> {
        if self.steps.meet(self.writing, step)? {
            return Ok(Imported::Added);
        }
        let reason = "this step was in an earlier line".to_owned();
        Ok(Imported::Bad(reason))
    }

    /// Ends the import.
    pub fn finish(self) -> Result<(), StoreError> {
        Steps::finish(self.writing)
    }

    fn person(&mut self, history: &History) -> Result<Imported, StoreError> {
        if let Some(known) = self.writing.reader().person_by_uuid(history.uuid)? {
            self.people.insert(history.uuid, known.id);
            if known.forgotten {
                self.forgotten.insert(known.id);
                return Ok(Imported::Forgotten);
            }
            return self.compared(Subject::Person(known.id), history, known.id);
        }
        let mut events = match self.events(history, Subject::Person(0))? {
            Ok(events) => events,
            Err(reason) => return Ok(Imported::Bad(reason)),
        };
        let id = if self.keep_ids { history.id } else { 0 };
        let mut person = match replay::person(id, history.uuid, &events) {
            Ok(person) => person,
            Err(bad) => return Ok(Imported::Bad(bad.reason.to_owned())),
        };
        if let Some(reason) = unfit_person(&person) {
            return Ok(Imported::Bad(reason));
        }
        for name in person.folded_names() {
            let namesake = self.writing.reader().person_named(&name)?;
            if let Some(namesake) = namesake.filter(|_| person.known) {
                self.people.insert(history.uuid, namesake.id);
                return Ok(Imported::Differs(namesake.id));
            }
        }
        if id != 0 && self.writing.reader().person(id)?.is_some() {
            return Ok(Imported::Bad(format!("person {id} was in an earlier line")));
        }
        self.writing.insert_person(&mut person)?;
        if person.forgotten {
            self.forgotten.insert(person.id);
        }
        self.people.insert(history.uuid, person.id);
        self.insert_events(&mut events, Subject::Person(person.id))?;
        Ok(Imported::Added)
    }

    fn promise(&mut self, history: &History) -> Result<Imported, StoreError> {
        if let Some(known) = self.writing.reader().promise_by_uuid(history.uuid)? {
            let id = known.promise.id;
            let person = self.writing.reader().person(known.promise.person)?;
            if person.is_some_and(|person| person.forgotten) {
                return Ok(Imported::Forgotten);
            }
            return self.compared(Subject::Promise(id), history, id);
        }
        let mut events = match self.events(history, Subject::Promise(0))? {
            Ok(events) => events,
            Err(reason) => return Ok(Imported::Bad(reason)),
        };
        let id = if self.keep_ids { history.id } else { 0 };
        let mut promise = match replay::promise(id, history.uuid, &events) {
            Ok(promise) => promise,
            Err(bad) => return Ok(Imported::Bad(bad.reason.to_owned())),
        };
        if self.forgotten.contains(&promise.person) {
            return Ok(Imported::Forgotten);
        }
        if let Err(reason) = check_text(&promise.what, LONGEST_TEXT) {
            return Ok(Imported::Bad(format!("the description {reason}")));
        }
        let words = [
            &promise.owner,
            &promise.via,
            &promise.standard,
            &promise.key,
        ];
        for word in words.into_iter().flatten().chain(&promise.tags) {
            if let Err(reason) = check_text(word, LONGEST_WORD) {
                return Ok(Imported::Bad(format!("a short text {reason}")));
            }
        }
        if promise
            .tags
            .iter()
            .any(|tag| tag.contains(rows::TAG_SEPARATOR))
        {
            return Ok(Imported::Bad("a tag has a control character".to_owned()));
        }
        if let Some(lead) = promise.reminders.iter().find(|lead| !is_lead(lead)) {
            return Ok(Imported::Bad(format!("{lead:?} is no lead time")));
        }
        if let Some(key) = promise.key.as_deref() {
            let holder = self.writing.reader().promise_by_key(key)?;
            let stands = promise.state != crate::domain::promise::State::Void;
            if let Some(holder) = holder.filter(|_| stands) {
                let reason = format!("key {key:?} belongs to promise {}", holder.promise.id);
                return Ok(Imported::Bad(reason));
            }
        }
        if id != 0 && self.writing.reader().promise(id)?.is_some() {
            return Ok(Imported::Bad(format!(
                "promise {id} was in an earlier line"
            )));
        }
        self.writing.insert_promise(&mut promise)?;
        self.insert_events(&mut events, Subject::Promise(promise.id))?;
        let notes = replay::notes(&events);
        self.writing.index_words_with(&promise, &notes)?;
        self.last = Some(promise.id);
        Ok(Imported::Added)
    }

    /// Whether what is here already has the same history.
    fn compared(
        &self,
        subject: Subject,
        history: &History,
        id: i64,
    ) -> Result<Imported, StoreError> {
        let here = self.writing.reader().events(subject)?;
        let there = match self.events(history, subject)? {
            Ok(there) => there,
            Err(reason) => return Ok(Imported::Bad(reason)),
        };
        let same = |(here, there): (&Event, &Event)| {
            here.uuid == there.uuid
                && here.at == there.at
                && here.draft.kind == there.draft.kind
                && here.draft.text == there.draft.text
                && here.draft.account == there.draft.account
                && here.draft.changes == there.draft.changes
        };
        if here.len() == there.len() && here.iter().zip(&there).all(same) {
            Ok(Imported::Present)
        } else {
            Ok(Imported::Differs(id))
        }
    }

    /// The events with the numbers of this file, where everything they refer to is known.
    /// Until they are inserted they are numbered from 1, as their targets are, and name the place
    /// of their step in the file.
    fn events(
        &self,
        history: &History,
        subject: Subject,
    ) -> Result<Result<Vec<Event>, String>, StoreError> {
        let mut places = Vec::with_capacity(history.events.len());
        for record in &history.events {
            match self.steps.place(self.writing, record.step)? {
                Some(place) => places.push(place),
                None => return Ok(Err(format!("step {} is in no earlier line", record.step))),
            }
        }
        Ok(self.numbered(history, subject, &places))
    }

    fn numbered(
        &self,
        history: &History,
        subject: Subject,
        places: &[i64],
    ) -> Result<Vec<Event>, String> {
        if !(1..=GREATEST_ID).contains(&history.id) {
            return Err(format!("an id is a number from 1 to {GREATEST_ID}"));
        }
        let mut numbers = HashMap::new();
        let mut events = Vec::with_capacity(history.events.len());
        for ((seq, record), place) in (1..).zip(&history.events).zip(places) {
            let target = match record.target {
                None => None,
                Some(target) => Some(
                    *numbers
                        .get(&target)
                        .ok_or_else(|| format!("target {target} is no earlier event"))?,
                ),
            };
            let account = &record.account;
            let words = account.cause.iter().chain(&account.teller);
            for text in record.text.iter().chain(words).chain(&account.because) {
                check_text(text, LONGEST_TEXT).map_err(|reason| format!("a text {reason}"))?;
            }
            numbers.insert(record.uuid, seq);
            let changes = record
                .changes
                .iter()
                .map(|change| self.localised(change))
                .collect::<Result<_, _>>()?;
            events.push(Event {
                seq,
                uuid: record.uuid,
                // Its place in the file: the number is known once the step is recorded.
                step: *place,
                subject,
                at: record.at,
                draft: Draft {
                    kind: record.kind,
                    text: record.text.clone(),
                    account: record.account.clone(),
                    target,
                    changes,
                },
            });
        }
        Ok(events)
    }

    fn localised(&self, change: &Change) -> Result<Change, String> {
        let named = |value: &Value| {
            let uuid = value.text().and_then(|text| Uuid::parse_str(text).ok());
            uuid.and_then(|uuid| self.people.get(&uuid)).copied()
        };
        if change.field == Field::Person
            && [&change.old, &change.new]
                .into_iter()
                .flatten()
                .any(|value| named(value).is_none())
        {
            return Err("a person who is in no earlier line".to_owned());
        }
        Ok(translate(change.clone(), &|value| {
            Value::Number(named(value).unwrap_or_default())
        }))
    }

    fn insert_events(&mut self, events: &mut [Event], subject: Subject) -> Result<(), StoreError> {
        self.steps.record(self.writing)?;
        let mut numbers = HashMap::new();
        for event in events {
            event.subject = subject;
            event.step = self.steps.number(event.step);
            let before = event.seq;
            event.draft.target = event
                .draft
                .target
                .and_then(|target| numbers.get(&target).copied());
            self.writing.insert_event(event)?;
            numbers.insert(before, event.seq);
        }
        Ok(())
    }
}

fn unfit_person(person: &Person) -> Option<String> {
    let others = [
        &person.organisation,
        &person.zone,
        &person.email,
        &person.phone,
    ];
    std::iter::once(&person.name)
        .chain(others.into_iter().flatten())
        .chain(&person.aliases)
        .find_map(|text| check_text(text, LONGEST_WORD).err())
        .map(|reason| format!("a name or address {reason}"))
}

/// Whether a lead time is written as it is stored.
fn is_lead(text: &str) -> bool {
    phrase::lead(text).is_ok_and(|lead| lead.to_string() == text)
}
