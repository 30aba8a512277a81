//! The files, once the database is as it should be.

use std::collections::BTreeSet;
use std::path::Path;

use crate::commands::sync::outcome::{Did, Done, Job, Outcome};
use crate::context::Context;
use crate::context::vdir::{self, Changed};
use crate::failure::{Failure, Kind};
use crate::render::amounts::plural;
use crate::store::Store;

/// "1 promise", "12 promises".
pub fn counted(count: usize, noun: &str) -> String {
    plural(i64::try_from(count).unwrap_or(i64::MAX), noun)
}

/// Writes the files, and then keeps what stands in them.
pub fn jobs(
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
    let mut undone = BTreeSet::new();
    let mut failed = None;
    let mut progress = context.output.progress("files");
    let mut jobs = jobs.into_iter();
    for job in jobs.by_ref() {
        progress.step();
        let name = job.file().to_owned();
        let done = match &job {
            Job::Write { before, text, .. } => vdir::replace(path, &name, *before, text.as_bytes()),
            Job::Erase { before, text, .. } => {
                vdir::replace(path, &name, Some(*before), text.as_bytes())
            }
            Job::Remove { before, .. } => vdir::remove(path, &name, *before),
        };
        match done {
            Ok(Changed::Done) => match job {
                Job::Write { synced, .. } => written.push(synced),
                Job::Remove { promise, .. } => removed.push(promise),
                Job::Erase { .. } => {}
            },
            Ok(Changed::Meanwhile) => {
                let reason = "another program changed it meanwhile: sync again";
                outcome.done.push(Done::left(&name, reason));
                undone.insert(name);
            }
            Err(error) => {
                undone.insert(name.clone());
                failed = Some((name, error));
                break;
            }
        }
    }
    undone.extend(jobs.map(|job| job.file().to_owned()));
    outcome.done.retain(|done| {
        let of_a_file = matches!(done.did, Did::Written | Did::Removed);
        let file = done.file.as_ref().filter(|_| of_a_file);
        !file.is_some_and(|file| undone.contains(file))
    });
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
        let hint = "what came from there is saved; promise sync goes on where this one stopped";
        outcome.failed = Some(Failure::new(Kind::Failed, message).hint(hint));
    }
    Ok(())
}
