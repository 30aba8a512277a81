//! A database in a folder of its own, and what is done to it.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use promise::domain::deadline::Deadline;
use promise::domain::event::{Account, Draft, EventKind, Subject};
use promise::domain::person::{Person, fold};
use promise::domain::promise::{Promise, State};
use promise::domain::record::Record;
use promise::domain::zone::Zone;
use promise::domain::{replay, transitions};
use promise::store::error::StoreError;
use promise::store::{Import, Imported, Store, Turned, Writing};
use tempfile::TempDir;

use crate::memory;
use crate::words::{Act, PEOPLE, Words, account, check, direction, needs, reminders, series};

/// A file in a folder of its own, and a clock that goes on by a minute with each act.
pub struct File {
    store: Store,
    now: DateTime<Utc>,
    zone: Zone,
    _folder: TempDir,
}

impl File {
    pub fn new() -> Self {
        let folder = memory::folder();
        let store = Store::open_to_write(&folder.path().join("promise.db")).expect("a database");
        Self {
            store,
            now: "2026-11-23T15:00:00Z".parse().expect("a time"),
            zone: Zone::bundled("Europe/Berlin").expect("a zone"),
            _folder: folder,
        }
    }

    /// The promises, in the order of their numbers.
    pub fn promises(&self) -> Vec<Promise> {
        let entries = self
            .store
            .reader()
            .promises_after(0, u32::MAX)
            .expect("rows");
        entries.into_iter().map(|entry| entry.promise).collect()
    }

    pub fn people(&self) -> Vec<Person> {
        self.store.reader().people_ever().expect("rows")
    }

    pub fn records(&mut self) -> Vec<Record> {
        let mut records = Vec::new();
        let taken: Result<(), StoreError> = self.store.export(|record| {
            records.push(record);
            Ok(())
        });
        taken.expect("an export");
        records
    }

    pub fn undo(&mut self) -> bool {
        self.now += Duration::minutes(1);
        matches!(
            self.store.undo(self.now, None).expect("undo"),
            Turned::Done(_)
        )
    }

    pub fn redo(&mut self) -> bool {
        self.now += Duration::minutes(1);
        matches!(
            self.store.redo(self.now, None).expect("redo"),
            Turned::Done(_)
        )
    }

    pub fn act(&mut self, act: &Act) {
        let promises = self.promises();
        let chosen = |at: &usize| (!promises.is_empty()).then(|| &promises[at % promises.len()]);
        match act {
            Act::Undo => {
                self.undo();
            }
            Act::Redo => {
                self.redo();
            }
            Act::Add(words) => self.add(words),
            Act::Person(at, email) => self.person(PEOPLE[*at], email.as_deref()),
            Act::Edit(at, words) => {
                if let Some(promise) = chosen(at) {
                    self.edit(promise, words);
                }
            }
            Act::Settle(at, kind) => {
                if let Some(before) = chosen(at) {
                    let after = match kind {
                        EventKind::Kept => transitions::keep(before, self.now),
                        EventKind::Broken => transitions::break_it(before, self.now),
                        EventKind::Released => transitions::release(before, self.now),
                        EventKind::Reopened => transitions::reopen(before),
                        _ => transitions::void(before, self.now),
                    };
                    self.take(*kind, before, after, Account::default());
                }
            }
            Act::Reschedule(at, words) => {
                if let Some(before) = chosen(at) {
                    let after = transitions::reschedule(before, &self.due(words));
                    self.take(EventKind::Rescheduled, before, after, account(words));
                }
            }
            Act::HandOff(at, words) => {
                if let Some(before) = chosen(at) {
                    let after = transitions::hand_off(before, words.owner.as_deref());
                    self.take(EventKind::HandedOff, before, after, account(words));
                }
            }
            Act::Note(at, text) => {
                if let Some(promise) = chosen(at) {
                    self.change(promise, Draft::note(text));
                }
            }
        }
        self.now += Duration::minutes(1);
    }

    /// Records a transition where it is allowed.
    fn take(
        &mut self,
        kind: EventKind,
        before: &Promise,
        after: Result<Promise, transitions::Refused>,
        account: Account,
    ) {
        if let Ok(after) = after {
            let draft = transitions::draft(kind, before, &after);
            self.change(before, draft.with_account(account));
        }
    }

    fn change(&mut self, promise: &Promise, draft: Draft) {
        let done = self.store.write("change", self.now, |writing| {
            writing.record(promise, draft).map(|_| ())
        });
        done.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    fn due(&self, words: &Words) -> Deadline {
        let at = self.now + Duration::days(words.due_in);
        if words.whole_day {
            Deadline::day(self.zone.local(at).date(), &self.zone).expect("a day")
        } else {
            Deadline::instant(at, &self.zone)
        }
    }

    fn add(&mut self, words: &Words) {
        let due = self.due(words);
        let asked = due.clone();
        let first = self.promises().first().map(|first| first.uuid);
        let now = self.now;
        let done = self.store.write("add", now, |writing| {
            let taken = match &words.key {
                Some(key) => writing.reader().promise_by_key(key)?.is_some(),
                None => false,
            };
            if taken {
                return Ok(());
            }
            let promise = Promise {
                id: 0,
                uuid: writing.new_uuid(),
                what: words.what.clone(),
                direction: direction(words),
                person: person(writing, PEOPLE[words.person])?,
                owner: words.owner.clone(),
                state: State::Open,
                first_due: due.clone(),
                negotiated_due: due.clone(),
                due,
                made_at: now,
                settled_at: None,
                via: None,
                tags: words.tags.clone(),
                effort_minutes: words.effort,
                standard: None,
                key: words.key.clone(),
                check: check(words, asked.clone()),
                needs: needs(words, first),
                reminders: reminders(words),
                series: series(words, first),
                corrections: 0,
                reschedules: 0,
                handoffs: 0,
                recorded_at: now,
            };
            let promise = writing.add_promise(promise)?;
            if words.note {
                writing.record(&promise, Draft::note("noted"))?;
            }
            Ok(())
        });
        done.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    fn edit(&mut self, promise: &Promise, words: &Words) {
        let due = self.due(words);
        let first = self.promises().first().map(|first| first.uuid);
        let now = self.now;
        let done = self.store.write("edit", now, |writing| {
            let mut after = Promise {
                what: words.what.clone(),
                direction: direction(words),
                person: person(writing, PEOPLE[words.person])?,
                owner: words.owner.clone(),
                tags: words.tags.clone(),
                effort_minutes: words.effort,
                check: check(words, due.clone()),
                needs: needs(words, first.filter(|first| *first != promise.uuid)),
                reminders: reminders(words),
                series: series(words, first),
                ..promise.clone()
            };
            if words.due_in > 0 && promise.state == State::Open && !promise.due.has_passed(now) {
                after.due = due;
            }
            let draft = transitions::draft(EventKind::Edited, promise, &after);
            if transitions::edit(promise, &after, now).is_ok() && !draft.changes.is_empty() {
                writing.record(promise, draft)?;
            }
            Ok(())
        });
        done.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    fn person(&mut self, name: &str, email: Option<&str>) {
        let done = self.store.write("people add", self.now, |writing| {
            let id = person(writing, name)?;
            let known = writing.reader().person(id)?.expect("the person");
            let after = Person {
                email: email.map(str::to_owned),
                aliases: BTreeSet::from([format!("{name} the {}", email.unwrap_or("first"))]),
                ..known.clone()
            };
            if after != known {
                writing.edit_person(&known, after)?;
            }
            Ok(())
        });
        done.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    /// Every row is what its events make of it, and its checksum is that of its content.
    pub fn check(&self) {
        let reader = self.store.reader();
        for entry in reader.promises_after(0, u32::MAX).expect("rows") {
            reader.verify(&entry).expect("a checksum");
            let row = entry.promise;
            let events = reader.events(Subject::Promise(row.id)).expect("events");
            let made = replay::promise(row.id, row.uuid, &events).expect("a history");
            assert_eq!(made, row);
        }
        let mut names = BTreeSet::new();
        for row in self.people() {
            reader.verify_person(&row).expect("a checksum");
            let events = reader.events(Subject::Person(row.id)).expect("events");
            let made = replay::person(row.id, row.uuid, &events).expect("a history");
            assert_eq!(made, row);
            for name in row.folded_names().into_iter().filter(|_| row.known) {
                let found = reader
                    .person_named(&name)
                    .expect("a row")
                    .map(|found| found.id);
                assert_eq!(found, Some(row.id), "{name}");
                assert!(names.insert(name), "two people have one name");
            }
        }
        let folded: BTreeSet<String> = reader
            .folded_names()
            .expect("names")
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(folded, names, "names of nobody");
    }

    /// A copy, made by an export and an import.
    pub fn copy(&mut self) -> Self {
        let records = self.records();
        let mut copy = Self::new();
        copy.now = self.now;
        let taken = copy.import(records).expect("an import");
        assert!(taken.iter().all(|taken| *taken == Imported::Added));
        copy
    }

    /// Takes records in, all of them or, where one makes no sense, none; gives what became of
    /// each.
    pub fn import(&mut self, records: Vec<Record>) -> Option<Vec<Imported>> {
        self.now += Duration::minutes(1);
        let taken = self.store.write("import", self.now, |writing| {
            let mut import = Import::begin(writing)?;
            let mut taken = Vec::new();
            for record in records {
                taken.push(import.take(record)?);
            }
            import.finish()?;
            if taken.iter().any(|taken| matches!(taken, Imported::Bad(_))) {
                return Err(Stopped::Bad);
            }
            Ok(taken)
        });
        match taken {
            Ok(taken) => Some(taken),
            Err(Stopped::Bad) => None,
            Err(Stopped::Failed(error)) => panic!("{error}"),
        }
    }
}

/// Why an import was given up.
enum Stopped {
    Bad,
    Failed(StoreError),
}

impl From<StoreError> for Stopped {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

/// The number of the person with a name, recorded now where nobody has it.
fn person(writing: &mut Writing<'_>, name: &str) -> Result<i64, StoreError> {
    if let Some(known) = writing.reader().person_named(&fold(name))? {
        return Ok(known.id);
    }
    let uuid = writing.new_uuid();
    let person = Person::named(name, uuid, writing.at());
    Ok(writing.add_person(person)?.id)
}
