//! What another program recorded, taken in as a history: each event at the time it had there.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::changes;
use crate::domain::event::{Draft, Event, EventKind, Subject};
use crate::domain::promise::Promise;
use crate::domain::replay;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows::Entry;

/// What happened to a promise after it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub draft: Draft,
}

/// A promise of another program, as far as it is here.
#[derive(Clone, Debug)]
pub struct Met {
    /// The promise, as it is here.
    pub entry: Entry,
    /// The identity of its first event, which tells what version of it was taken in.
    pub first: Uuid,
    /// Whether the import that brought it was taken back.
    pub taken_back: bool,
}

impl Reader<'_> {
    /// The promise with an identity, and what is known of how it came here.
    pub fn met(&self, uuid: Uuid) -> Result<Option<Met>, StoreError> {
        let Some(entry) = self.promise_by_uuid(uuid)? else {
            return Ok(None);
        };
        let events = self.events(Subject::Promise(entry.promise.id))?;
        let first = events.first();
        let standing = replay::in_effect(&events).next().map(|event| event.seq);
        Ok(Some(Met {
            first: first.map(|event| event.uuid).unwrap_or_default(),
            taken_back: standing != first.map(|event| event.seq),
            entry,
        }))
    }
}

impl Writing<'_> {
    /// Records a promise as it was made, under an identity of its own, and what happened to it
    /// since. The identities of the events come of the first one's.
    pub fn add_history(
        &mut self,
        made: &Promise,
        first: Uuid,
        since: &[Happened],
    ) -> Result<Promise, StoreError> {
        let step = self.step()?;
        let added = Draft::new(EventKind::Added, changes::new_promise(made));
        let drafts = std::iter::once((made.recorded_at, &added))
            .chain(since.iter().map(|happened| (happened.at, &happened.draft)));
        let mut events: Vec<Event> = (1..)
            .zip(drafts)
            .map(|(seq, (at, draft))| Event {
                seq,
                uuid: match seq {
                    1 => first,
                    seq => Uuid::new_v5(&first, &seq.to_be_bytes()),
                },
                step,
                subject: Subject::Promise(0),
                at,
                draft: draft.clone(),
            })
            .collect();
        let mut promise = replay::promise(0, made.uuid, &events)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        self.insert_promise(&mut promise)?;
        for event in &mut events {
            event.subject = Subject::Promise(promise.id);
            self.insert_event(event)?;
        }
        self.index_words(&promise)?;
        Ok(promise)
    }
}
