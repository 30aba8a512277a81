//! What comes last of a task, once every task of the folder has its promise: its needs, as one may
//! need another that comes after it, and its file.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::commands::sync::merge;
use crate::commands::sync::outcome::{Did, Done, Job};
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::commands::sync::write::{self, Beside};
use crate::domain::event::EventKind;
use crate::domain::promise::{Promise, State};
use crate::domain::sync::Left;
use crate::domain::transitions;
use crate::exchange::history::Found;
use crate::store::{Brought, Entry, Synced, Writing};

/// A task that has its promise, with all that came from there but its needs.
pub struct Met<'t> {
    /// The task.
    pub task: &'t Task,
    /// The number of the promise.
    pub promise: i64,
    /// Whether the file says anything that is not taken over, and is to be written anew.
    pub stale: bool,
    /// The needs that the file showed when one of us wrote it.
    pub needs: BTreeSet<Uuid>,
    /// When another program changed it.
    pub at: DateTime<Utc>,
    /// The place in the history of what that program did to its needs.
    pub rank: i64,
}

impl Met<'_> {
    /// Takes the needs over, and sees to the file.
    pub fn end(mut self, run: &mut Run<'_>, writing: &mut Writing<'_>) -> anyhow::Result<()> {
        let Some(entry) = writing.entry(self.promise)? else {
            return Ok(());
        };
        let mut beside = self.take_needs(run, writing, &entry)?;
        beside.attends.clone_from(&self.task.found.attends);
        let entry = writing.entry(self.promise)?.unwrap_or(entry);
        self.finish(run, writing, &entry, &beside)
    }

    /// Records which needs came and went there; gives those that only the file has.
    fn take_needs(
        &mut self,
        run: &mut Run<'_>,
        writing: &mut Writing<'_>,
        entry: &Entry,
    ) -> anyhow::Result<Beside> {
        let seen = &self.task.found.todo.needs;
        let mut beside = Beside::default();
        let mut after = self.needs.clone();
        // A program that dropped our history dropped other lines that it does not know, too.
        if matches!(self.task.history, Found::History(_)) {
            after.retain(|need| seen.contains(need));
        }
        let uuid = entry.promise.uuid;
        let mut in_circle = false;
        for need in seen.difference(&self.needs) {
            let reader = writing.reader();
            if reader.promise_by_uuid(*need)?.is_none() {
                beside.needs.insert(*need);
            } else if reader.depends_on(*need, uuid)? {
                in_circle = true;
                beside.needs.insert(*need);
            } else {
                after.insert(*need);
            }
        }
        let mut left = |reason: &str| {
            let left = merge::remark(self.task, entry, Did::Left, reason);
            run.outcome.done.push(left);
        };
        if in_circle {
            left("it would need itself: what closes the circle stays in the file alone");
        }
        if after == self.needs {
            return Ok(beside);
        }
        if entry.promise.state == State::Void {
            left(Left::Void.reason());
            self.stale = true;
            return Ok(beside);
        }
        // As the file tells it, whatever was done here since: every machine finds the same.
        let before = Promise {
            needs: self.needs.clone(),
            ..entry.promise.clone()
        };
        let after = Promise {
            needs: after,
            ..before.clone()
        };
        let brought = Brought {
            rank: self.rank,
            at: self.at,
            draft: transitions::draft(EventKind::Edited, &before, &after),
        };
        let new = writing.bring(&entry.promise, vec![brought])?;
        let entry = writing.entry(self.promise)?;
        if let Some(entry) = &entry {
            merge::tell(run, writing, entry, &BTreeSet::new(), &new)?;
        }
        Ok(beside)
    }

    /// Writes the file where it lacks anything, takes it away where its time is over, and otherwise
    /// keeps in mind how it is.
    fn finish(
        &self,
        run: &mut Run<'_>,
        writing: &mut Writing<'_>,
        entry: &Entry,
        beside: &Beside,
    ) -> anyhow::Result<()> {
        let (task, stale) = (self.task, self.stale);
        let promise = &entry.promise;
        writing.rank(promise.id)?;
        let shared = writing.reader().shared(promise.id)?;
        let told = match &task.history {
            Found::History(told) => Some(told),
            _ => None,
        };
        let lacks = shared
            .events
            .iter()
            .any(|ranked| !told.is_some_and(|told| told.has(ranked.event.uuid)));
        let known = run.known.get(&promise.id).map(|known| &known.synced);
        let renamed = known.is_some_and(|synced| synced.name != entry.person);
        let uid = task.uid().to_owned();
        let name = task.item.name.clone();
        let hash = task.item.hash;
        let is_over = promise.state != State::Open
            && promise.settled_at.is_some_and(|at| at < run.since)
            && uid == promise.uuid.to_string();
        if is_over && !lacks && !stale {
            run.outcome.done.push(Done {
                file: Some(name.clone()),
                ..merge::about(entry, Did::Removed)
            });
            run.outcome.jobs.push(Job::Remove {
                name,
                before: hash,
                promise: promise.id,
            });
            return Ok(());
        }
        if lacks || stale || renamed {
            let (text, todo) = run.text(
                writing,
                entry,
                &uid,
                &shared,
                (task.calendar.clone(), beside),
            )?;
            if text.as_bytes() != task.item.bytes {
                // Its UID is to be known before its file is written: a kill between the two must not
                // make a second task of a promise that another program began.
                if known.is_none() {
                    let found = write::synced(writing, entry, &name, (&task.found.todo, beside))?;
                    writing.keep_synced(&run.folder, &found)?;
                }
                let before = Some((hash, &task.found.todo));
                return run.put(writing, entry, (&name, before), (text, &todo), beside);
            }
        }
        let synced = write::synced(writing, entry, &name, (&task.found.todo, beside))?;
        let hash = beside.hash(hash);
        let synced = Synced { hash, ..synced };
        writing.keep_synced(&run.folder, &synced)?;
        Ok(())
    }
}
