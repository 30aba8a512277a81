//! A sync from end to end: the folder is read, both sides are brought together in one transaction,
//! and then the files are written that lack anything.
//!
//! Killed at any point, the next sync ends it: what is in the database and not in a file is
//! written, what is in a file and not in the database is taken in, and nothing has two identities.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::commands::sync::outcome::{Did, Done, Job, Outcome};
use crate::commands::sync::task::{self, Read, Task};
use crate::commands::sync::{merge, write};
use crate::context::Context;
use crate::context::vdir::{self, Changed, Listing};
use crate::domain::deadline::Deadline;
use crate::domain::event::EventKind;
use crate::domain::promise::State;
use crate::domain::transitions;
use crate::failure::{Failure, Kind};
use crate::store::{Entry, Known, Store, Synced, Writing};

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
        for task in &tasks {
            progress.step();
            merge::task(&mut run, writing, task)?;
        }
        run.gone(writing, &answers)?;
        run.missing(writing, &names)?;
        anyhow::Ok(std::mem::take(&mut run.outcome))
    })?;
    outcome.promises = run.there.len();
    if !options.dry_run {
        if store.last_step().is_some() {
            context.output.mark_saved();
        }
        let jobs = std::mem::take(&mut outcome.jobs);
        apply(context, store, path, &run.folder, jobs, &mut outcome)?;
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
        for item in listing.items {
            progress.step();
            let known = by_file.get(item.name.as_str());
            if let Some(known) =
                known.filter(|known| known.synced.hash == item.hash && !self.is_changed(known))
            {
                there.insert(known.synced.promise);
                continue;
            }
            let name = item.name.clone();
            match task::read(self.context, item)? {
                Read::Other => {}
                Read::Bad(reason) => left(self, &mut there, &name, reason),
                Read::Task(task) => match seen.get(&task.uuid) {
                    Some(first) => {
                        let reason = format!("its task is that of {first}");
                        left(self, &mut there, &name, reason);
                    }
                    None => {
                        seen.insert(task.uuid, name);
                        tasks.push(*task);
                    }
                },
            }
        }
        // The file that is known is the one of two.
        let known: BTreeMap<String, i64> = kept
            .iter()
            .map(|known| (known.synced.uid.clone(), known.synced.promise))
            .collect();
        tasks.retain(|task| {
            let double = known.get(task.uid()).is_some_and(|id| there.contains(id));
            if double {
                let reason = "its task is that of another file";
                self.outcome.done.push(Done::left(&task.item.name, reason));
            }
            !double
        });
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
                "the folder {} has none of the {} that were there",
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

    /// Promises whose files were taken away there.
    fn gone(
        &mut self,
        writing: &mut Writing<'_>,
        answers: &BTreeMap<i64, Deleted>,
    ) -> anyhow::Result<()> {
        let known: Vec<Known> = self.known.values().cloned().collect();
        for Known {
            synced,
            last_event,
            state,
            settled_at,
            ..
        } in known
        {
            let id = synced.promise;
            if self.there.contains(&id) {
                continue;
            }
            let Some(entry) = writing.entry(id)? else {
                continue;
            };
            let about = |did| Done {
                file: Some(synced.file.clone()).filter(|file| !file.is_empty()),
                ..merge::about(&entry, did)
            };
            let is_old = settled_at.is_some_and(|at| at < self.since);
            let is_changed = last_event != synced.last_event;
            let answer = answers.get(&id).copied().unwrap_or(Deleted::Keep);
            if state == State::Void || (state != State::Open && is_old) {
                writing.drop_synced(&self.folder, id)?;
            } else if synced.file.is_empty() {
                if is_changed {
                    // Whatever it was there, it is open again or was moved on here.
                    self.write_new(writing, &entry, &synced.uid, &vdir::name_for(&synced.uid))?;
                }
            } else if state != State::Open && !is_changed {
                // Somebody tidied up; what is settled need not be there.
                self.outcome.done.push(about(Did::Gone));
                self.detach(writing, synced)?;
            } else if is_changed || answer == Deleted::Keep {
                let reason = if is_changed {
                    "it was changed here since"
                } else {
                    "it is kept"
                };
                self.outcome.done.push(Done {
                    reason: Some(reason.to_owned()),
                    ..about(Did::Restored)
                });
                self.write_new(writing, &entry, &synced.uid, &synced.file)?;
            } else {
                let promise = &entry.promise;
                if let Ok(void) = transitions::void(promise, self.context.now) {
                    let draft = transitions::draft(EventKind::Voided, promise, &void);
                    writing.record(promise, draft)?;
                }
                self.outcome.done.push(about(Did::Here(EventKind::Voided)));
                self.detach(writing, synced)?;
            }
        }
        Ok(())
    }

    /// Keeps in mind that a file is not to come back by itself.
    fn detach(&self, writing: &mut Writing<'_>, synced: Synced) -> anyhow::Result<()> {
        let last_event = write::last_event(writing, synced.promise)?;
        let detached = Synced {
            file: String::new(),
            hash: 0,
            last_event,
            ..synced
        };
        Ok(writing.keep_synced(&self.folder, &detached)?)
    }

    /// Promises that have no file yet.
    fn missing(
        &mut self,
        writing: &mut Writing<'_>,
        names: &BTreeSet<String>,
    ) -> anyhow::Result<()> {
        for id in writing.reader().to_be_written(self.since)? {
            if self.there.contains(&id) || self.known.contains_key(&id) {
                continue;
            }
            let Some(entry) = writing.entry(id)? else {
                continue;
            };
            let person = writing.reader().person(entry.promise.person)?;
            if person.is_some_and(|person| person.forgotten) {
                continue;
            }
            let uid = entry.promise.uuid.to_string();
            let mut name = vdir::name_for(&uid);
            if names.contains(&name) {
                name = vdir::name_for(&format!("{uid}-promise"));
            }
            self.write_new(writing, &entry, &uid, &name)?;
        }
        Ok(())
    }
}

/// "1 promise", "12 promises".
pub fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}

/// Writes the files, and then keeps what stands in them.
fn apply(
    context: &Context,
    store: &mut Store,
    path: &Path,
    folder: &str,
    jobs: Vec<Job>,
    outcome: &mut Outcome,
) -> anyhow::Result<()> {
    if jobs.is_empty() {
        return Ok(());
    }
    let mut written = Vec::new();
    let mut removed = Vec::new();
    let mut failed = None;
    let mut progress = context.output.progress("files");
    for job in jobs {
        progress.step();
        let (name, done) = match &job {
            Job::Write {
                before,
                text,
                synced,
            } => (
                &synced.file,
                vdir::replace(path, &synced.file, *before, text.as_bytes()),
            ),
            Job::Erase { name, before, text } => (
                name,
                vdir::replace(path, name, Some(*before), text.as_bytes()),
            ),
            Job::Remove { name, before, .. } => (name, vdir::remove(path, name, *before)),
        };
        match done {
            Ok(Changed::Done) => match job {
                Job::Write { synced, .. } => written.push(synced),
                Job::Remove { promise, .. } => removed.push(promise),
                Job::Erase { .. } => {}
            },
            Ok(Changed::Meanwhile) => {
                let reason = "another program changed it meanwhile: sync again";
                outcome.done.push(Done::left(name, reason));
            }
            Err(error) => {
                failed = Some((name.clone(), error));
                break;
            }
        }
    }
    let settled = vdir::settle(path, context.now);
    store.sync(context.now, false, |writing| {
        for synced in &written {
            writing.keep_synced(folder, synced)?;
        }
        for promise in removed {
            writing.drop_synced(folder, promise)?;
        }
        anyhow::Ok(())
    })?;
    let failed = failed.or_else(|| Some((String::new(), settled.err()?)));
    if let Some((name, error)) = failed {
        let file = path.join(name);
        let message = format!("could not write {}: {error}", file.display());
        return Err(Failure::new(Kind::Failed, message)
            .hint("what came from there is saved; promise sync goes on where this one stopped")
            .into());
    }
    Ok(())
}
