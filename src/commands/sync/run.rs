//! A sync from end to end: the folder is read, both sides are brought together in one transaction,
//! and then the files are written that lack anything.
//!
//! Killed at any point, the next sync ends it: what is in the database and not in a file is
//! written, what is in a file and not in the database is taken in, and nothing has two identities.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::commands::sync::apply::{self, counted};
use crate::commands::sync::merge;
use crate::commands::sync::outcome::{Done, Outcome};
use crate::commands::sync::task::{self, Read, Task};
use crate::context::Context;
use crate::context::vdir::{self, Listing};
use crate::domain::deadline::Deadline;
use crate::domain::promise::State;
use crate::exchange::ical::identity;
use crate::failure::{Failure, Kind};
use crate::store::{Entry, Known, Store};

/// What becomes of a promise whose file was taken away there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Deleted {
    /// It is void, and counted nowhere
    Void,
    /// It stays, and its file is written again
    Keep,
}

/// How a sync is done.
pub struct Options<'a> {
    /// Whether a folder that lost everything is believed.
    pub force_empty: bool,
    /// Whether nothing is to be changed.
    pub dry_run: bool,
    /// What becomes of an open promise whose file was taken away there.
    pub deleted: &'a dyn Fn(&Entry) -> anyhow::Result<Deleted>,
    /// When its person is asked after a promise was kept, as the config says.
    pub check: Option<Deadline>,
}

/// A sync under way.
pub struct Run<'a> {
    pub(super) context: &'a Context,
    pub(super) options: &'a Options<'a>,
    /// The name of the folder in the database.
    pub(super) folder: String,
    /// What was settled before that has no file any more.
    pub(super) since: DateTime<Utc>,
    pub(super) uids: BTreeMap<Uuid, String>,
    pub(super) known: BTreeMap<i64, Known>,
    /// The promises whose files are there.
    pub(super) there: BTreeSet<i64>,
    pub(super) outcome: Outcome,
}

/// Brings a folder and the database together.
pub fn perform(
    context: &Context,
    store: &mut Store,
    path: &Path,
    options: &Options<'_>,
) -> anyhow::Result<Outcome> {
    let listing = vdir::read(path).map_err(|error| unreadable(path, &error))?;
    let folder = path.display().to_string();
    let kept = store.reader().synced(&folder)?;
    let mut run = Run {
        context,
        options,
        since: since(context)?,
        uids: store.reader().foreign_uids(&folder)?,
        folder,
        known: BTreeMap::new(),
        there: BTreeSet::new(),
        outcome: Outcome::default(),
    };
    let names: BTreeSet<String> = listing.items.iter().map(|item| item.name.clone()).collect();
    let (tasks, unchanged) = run.read(listing, &kept)?;
    // Asked before the database is locked: an answer may take its time.
    let answers = run.ask(store, path, &kept, &tasks, &unchanged)?;
    let mut outcome = store.sync(context.now, options.dry_run, |writing| {
        run.known = writing
            .reader()
            .synced(&run.folder)?
            .into_iter()
            .map(|known| (known.synced.promise, known))
            .collect();
        run.there.clone_from(&unchanged);
        let mut progress = context.output.progress("tasks");
        let mut met = Vec::new();
        for task in &tasks {
            progress.step();
            met.extend(merge::task(&mut run, writing, task)?);
        }
        // Every machine breaks a circle of needs at the same place.
        met.sort_by_key(|met| met.task.uuid);
        for met in met {
            met.end(&mut run, writing)?;
        }
        run.gone(writing, &answers)?;
        run.missing(writing, &names)?;
        anyhow::Ok(std::mem::take(&mut run.outcome))
    })?;
    outcome.promises = run.there.len();
    outcome.done.sort_by_key(|done| done.id.unwrap_or(i64::MAX));
    if !options.dry_run {
        if store.last_step().is_some() {
            context.output.mark_saved();
        }
        let jobs = std::mem::take(&mut outcome.jobs);
        apply::jobs(context, store, path, &run.folder, jobs, &mut outcome)?;
    }
    Ok(outcome)
}

/// What was settled before this moment is not shared any more.
fn since(context: &Context) -> anyhow::Result<DateTime<Utc>> {
    let minutes = context.settings()?.sync_settled.value.minutes;
    let span = TimeDelta::minutes(i64::from(minutes));
    Ok(context.now.checked_sub_signed(span).unwrap_or(context.now))
}

fn unreadable(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let message = format!("could not read the folder {}: {error}", path.display());
    let hint = "name the folder that vdirsyncer fills: promise sync DIR, or vdir in [sync]";
    Failure::new(Kind::Failed, message).hint(hint).into()
}

impl Run<'_> {
    /// The tasks that changed on either side, and the promises of which nothing did.
    fn read(
        &mut self,
        listing: Listing,
        kept: &[Known],
    ) -> anyhow::Result<(Vec<Task>, BTreeSet<i64>)> {
        let by_file: BTreeMap<&str, &Known> = kept
            .iter()
            .map(|known| (known.synced.file.as_str(), known))
            .collect();
        let mut there = BTreeSet::new();
        // A file that cannot be read is there all the same.
        let left = |run: &mut Self, there: &mut BTreeSet<i64>, name: &str, reason: String| {
            there.extend(by_file.get(name).map(|known| known.synced.promise));
            run.outcome.done.push(Done::left(name, reason));
        };
        for (name, reason) in listing.skipped {
            left(self, &mut there, &name, reason);
        }
        let mut tasks: Vec<Task> = Vec::new();
        let mut seen: BTreeMap<Uuid, String> = BTreeMap::new();
        let mut progress = self.context.output.progress("files");
        // Of two files with one task the one that is known counts.
        let mut items = listing.items;
        items.sort_by_key(|item| !by_file.contains_key(item.name.as_str()));
        for item in items {
            progress.step();
            let known = by_file.get(item.name.as_str());
            if let Some(known) =
                known.filter(|known| known.synced.hash == item.hash && !self.is_changed(known))
            {
                there.insert(known.synced.promise);
                seen.insert(identity(&known.synced.uid), item.name);
                continue;
            }
            let name = item.name.clone();
            match task::read(self.context, item)? {
                Read::Other => {}
                Read::Bad(reason) => left(self, &mut there, &name, reason),
                Read::Task(task) => {
                    if let Some(first) = seen.get(&task.uuid) {
                        let reason = format!("its task is that of {first}");
                        left(self, &mut there, &name, reason);
                    } else {
                        seen.insert(task.uuid, name);
                        tasks.push(*task);
                    }
                }
            }
        }
        // What was recorded first elsewhere gets the smaller number here.
        tasks.sort_by_key(Task::begun_at);
        Ok((tasks, there))
    }

    /// Whether anything happened to a promise here since it was synced, or its time there is over.
    fn is_changed(&self, known: &Known) -> bool {
        let synced = &known.synced;
        let is_over = known.state != State::Open
            && known.settled_at.is_some_and(|at| at < self.since)
            && Uuid::try_parse(&synced.uid).is_ok()
            && !self.uids.values().any(|uid| *uid == synced.uid);
        known.last_event != synced.last_event || known.name != synced.name || is_over
    }

    /// What becomes of promises whose files were taken away; refused where all were.
    fn ask(
        &self,
        store: &Store,
        path: &Path,
        kept: &[Known],
        tasks: &[Task],
        unchanged: &BTreeSet<i64>,
    ) -> anyhow::Result<BTreeMap<i64, Deleted>> {
        let reader = store.reader();
        let mut there = unchanged.clone();
        for task in tasks {
            if let Some(entry) = reader.promise_by_uuid(task.uuid)? {
                there.insert(entry.promise.id);
            }
        }
        let expected: Vec<&Known> = kept
            .iter()
            .filter(|known| !known.synced.file.is_empty())
            .collect();
        let is_empty = expected
            .iter()
            .all(|known| !there.contains(&known.synced.promise));
        if is_empty && !expected.is_empty() && !self.options.force_empty {
            let message = format!(
                "nothing is left in the folder {} of what was there: {}",
                path.display(),
                counted(expected.len(), "promise")
            );
            return Err(Failure::new(Kind::Failed, message)
                .hint("if they were taken away on purpose, say --force-empty")
                .into());
        }
        let mut answers = BTreeMap::new();
        for known in expected {
            let id = known.synced.promise;
            let is_asked = known.state == State::Open
                && known.last_event == known.synced.last_event
                && !there.contains(&id);
            if is_asked && let Some(entry) = reader.promise(id)? {
                answers.insert(id, (self.options.deleted)(&entry)?);
            }
        }
        Ok(answers)
    }
}
