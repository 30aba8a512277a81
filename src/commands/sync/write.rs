//! From a promise to its file.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::commands::sync::merge;
use crate::commands::sync::outcome::{Did, Done, Job};
use crate::commands::sync::run::Run;
use crate::context::vdir;
use crate::domain::sync::Shared;
use crate::exchange::history;
use crate::exchange::ical::{Calendar, Component, Reading, Todo, Writing as Into};
use crate::exchange::plain;
use crate::store::{Entry, Synced, Writing};

/// The most bytes that a file may have: more would not be read again.
const LARGEST: usize = 1 << 20;

/// What a file has that its promise does not.
#[derive(Default)]
pub struct Beside {
    /// Needs that are left as they are: of what is no promise here, or in a circle.
    pub needs: BTreeSet<Uuid>,
    /// Who attends there.
    pub attends: Option<String>,
}

impl Beside {
    /// What is kept as the hash of the file: another one where the file is to be read again each
    /// time, as what is left now may be taken later.
    pub fn hash(&self, of_file: i64) -> i64 {
        if self.needs.is_empty() {
            of_file
        } else {
            !of_file
        }
    }
}

impl Run<'_> {
    /// Writes a file that is not there.
    pub(super) fn write_new(
        &mut self,
        writing: &mut Writing<'_>,
        entry: &Entry,
        uid: &str,
        file: &str,
    ) -> anyhow::Result<()> {
        writing.rank(entry.promise.id)?;
        let shared = writing.reader().shared(entry.promise.id)?;
        let beside = Beside::default();
        let there = (Calendar::new(), &beside);
        let (text, todo) = self.text(writing, entry, uid, &shared, there)?;
        self.put(writing, entry, (file, None), (text, &todo), &beside)
    }

    /// Asks for a file to be written, in place of what stands there.
    pub(super) fn put(
        &mut self,
        writing: &mut Writing<'_>,
        entry: &Entry,
        (file, before): (&str, Option<(i64, &Todo)>),
        (text, todo): (String, &Todo),
        beside: &Beside,
    ) -> anyhow::Result<()> {
        let done = Done {
            file: Some(file.to_owned()),
            ..merge::about(entry, Did::Written)
        };
        self.there.insert(entry.promise.id);
        if text.len() > LARGEST {
            self.outcome.done.push(Done {
                did: Did::Left,
                reason: Some("its history is too long for a file".to_owned()),
                ..done
            });
            // What the file shows is kept all the same: what is done here later must not look
            // as if it had been taken back there.
            if let Some((hash, shown)) = before {
                let synced = synced(writing, entry, file, (shown, beside))?;
                writing.keep_synced(&self.folder, &Synced { hash, ..synced })?;
            }
            return Ok(());
        }
        let mut synced = synced(writing, entry, file, (todo, beside))?;
        synced.hash = beside.hash(vdir::hash_of(text.as_bytes()));
        self.outcome.jobs.push(Job::Write {
            before: before.map(|(hash, _)| hash),
            text,
            synced,
        });
        self.outcome.done.push(done);
        Ok(())
    }

    /// The text of a file: what is there already, with the promise as it is now. The same promise
    /// makes the same text on every machine, as far as they call its person by one name and remind
    /// of it at the same times.
    pub(super) fn text(
        &self,
        writing: &mut Writing<'_>,
        entry: &Entry,
        uid: &str,
        shared: &Shared,
        (mut calendar, beside): (Calendar, &Beside),
    ) -> anyhow::Result<(String, Todo)> {
        let promise = &entry.promise;
        let reader = writing.reader();
        let notes = reader.notes(promise.id)?.into_iter().map(|note| note.text);
        let notes = notes.collect::<Vec<_>>().join("\n");
        let person = reader.person(promise.person)?;
        let mut todo = match &person {
            Some(person) => {
                let notes = Some(notes).filter(|notes| !notes.is_empty());
                Todo::of(promise, person, notes, vec![history::line(shared)])
            }
            None => Todo::new(uid),
        };
        uid.clone_into(&mut todo.uid);
        todo.needs.extend(&beside.needs);
        let changed_at = shared.events.iter().map(|ranked| ranked.event.at).max();
        let changed_at = changed_at.unwrap_or(promise.recorded_at);
        let settings = self.context.settings()?;
        let find = |name: &str| self.context.find_zone_named(name);
        let reading = Reading::of(&calendar, self.context.zone()?, &find);
        let into = Into {
            reading: &reading,
            now: changed_at,
            modified: changed_at,
            created: promise.recorded_at,
            work: &settings.work,
            // A phone is to remind of it as this machine does.
            usual: &settings.remind_before.value,
            uids: &self.uids,
            person_line: true,
        };
        if let Some(component) = calendar.todo_mut() {
            todo.write_into(component, &into);
        } else {
            let mut component = Component::new("VTODO");
            todo.write_into(&mut component, &into);
            calendar.add(component);
        }
        Ok((calendar.write(), todo))
    }
}

/// What is kept of a file that holds a task.
pub fn synced(
    writing: &Writing<'_>,
    entry: &Entry,
    file: &str,
    (todo, beside): (&Todo, &Beside),
) -> anyhow::Result<Synced> {
    let mut plain = plain::of(todo);
    // Left as they are the next time, too.
    plain.needs.retain(|need| !beside.needs.contains(need));
    plain.attends.clone_from(&beside.attends);
    Ok(Synced {
        promise: entry.promise.id,
        uid: todo.uid.clone(),
        file: file.to_owned(),
        hash: 0,
        last_event: last_event(writing, entry.promise.id)?,
        name: entry.person.clone(),
        plain: plain::text(&plain),
    })
}

/// The last event of a promise.
pub fn last_event(writing: &Writing<'_>, promise: i64) -> anyhow::Result<i64> {
    let events = writing.reader().ranked_events(promise)?;
    let last = events.iter().map(|(event, _)| event.seq).max();
    Ok(last.unwrap_or_default())
}
