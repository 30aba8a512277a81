//! Events that were found out about what other programs did, and what stands against them here.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::event::{Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::promise::{Promise, State};
use crate::domain::sync::{next_rank, of_event};
use crate::domain::{changes, replay};
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::sync::share::record;

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

impl Writing<'_> {
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
        notes: &[String],
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

    /// Makes the row of a promise what its events make of it, where nothing on this machine stands
    /// against that.
    pub(super) fn settle_taken(&mut self, promise: i64) -> Result<(), StoreError> {
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
    pub(super) fn free_key(&mut self, promise: &Promise) -> Result<Option<String>, StoreError> {
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
