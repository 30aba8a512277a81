//! `promise sync`: promises as tasks in a folder that other programs share.

mod apply;
mod before;
mod doubt;
mod erase;
mod gone;
mod merge;
mod met;
mod new;
mod outcome;
mod person;
mod run;
mod say;
mod task;
mod write;

pub use outcome::{Did, Done, Outcome};
pub use run::{Deleted, Options, perform};

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use crate::commands::keep::check_due;
use crate::commands::shared::ask;
use crate::commands::sync::apply::counted;
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::store::Entry;

/// Keep promises in step with the task list of a phone
///
/// DIR is a folder with a file for each task (a vdir), as vdirsyncer fills it from a server. What
/// is open, or was settled lately, stands there as a task; what is ticked, moved, corrected or
/// added there is recorded here. Two machines that share a server have the same promises, with all
/// of their history.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise sync ~/.calendars/promises
  vdirsyncer sync promises; promise sync; vdirsyncer sync promises
  promise sync --dry-run
  promise sync --deleted void")]
pub struct SyncArgs {
    /// The folder; vdir in [sync] of the config without it
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: Option<PathBuf>,
    /// What becomes of open promises whose tasks were deleted there; without it, they are asked
    /// about on a terminal and kept elsewhere
    #[arg(long, value_name = "WHAT")]
    deleted: Option<Deleted>,
    /// Believe a folder from which everything was taken away
    #[arg(long)]
    force_empty: bool,
    /// Show what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

impl SyncArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let folder = self.folder(context)?;
        let check = check_due(context, None)?;
        let store = if self.dry_run {
            context.open_to_change()?
        } else {
            Some(context.open_to_record()?)
        };
        let Some(mut store) = store else {
            return say::outcome(context, &Outcome::default(), true);
        };
        let options = Options {
            force_empty: self.force_empty,
            dry_run: self.dry_run,
            deleted: &|entry| self.deleted(context, entry),
            check,
        };
        let outcome = perform(context, &mut store, &folder, &options)?;
        drop(store);
        say::outcome(context, &outcome, self.dry_run)?;
        outcome.failed.map_or(Ok(()), |failed| Err(failed.into()))
    }

    /// The folder as an absolute path, so that it has one name in the database.
    fn folder(&self, context: &Context) -> anyhow::Result<PathBuf> {
        let named = match (&self.folder, &context.settings()?.sync_vdir.value) {
            (Some(folder), _) => folder.clone(),
            (None, Some(text)) => in_home(context, text)?,
            (None, None) => {
                return Err(Failure::usage("say which folder")
                    .hint("promise sync DIR, or set vdir in [sync] of the config")
                    .into());
            }
        };
        let shown = named.display().to_string();
        if self.force_empty && !named.exists() && !self.dry_run {
            std::fs::create_dir_all(&named).with_context(|| format!("could not make {shown}"))?;
        }
        named.canonicalize().map_err(|error| {
            let message = format!("there is no folder {shown}: {error}");
            Failure::new(Kind::Failed, message)
                .hint("vdirsyncer discover makes it, or name another: promise sync DIR")
                .into()
        })
    }

    /// What becomes of a promise whose task was deleted there.
    fn deleted(&self, context: &Context, entry: &Entry) -> anyhow::Result<Deleted> {
        if let Some(deleted) = self.deleted {
            return Ok(deleted);
        }
        if self.dry_run || !context.can_ask() {
            return Ok(Deleted::Keep);
        }
        let promise = &entry.promise;
        let what = crate::render::harmless::harmless(&promise.what);
        let question = format!(
            "promise {} was deleted there: {what}. Void it? [y/N]",
            promise.id
        );
        let answer = ask::line_or_nothing(&question)?.to_lowercase();
        Ok(match answer.as_str() {
            "y" | "yes" => Deleted::Void,
            _ => Deleted::Keep,
        })
    }
}

/// A path as the config writes it: from the home folder, where it is not absolute.
fn in_home(context: &Context, text: &str) -> anyhow::Result<PathBuf> {
    let rest = match text {
        "~" => "",
        text => text.strip_prefix("~/").unwrap_or(text),
    };
    let path = Path::new(rest);
    if path.is_absolute() {
        return Ok(path.to_owned());
    }
    Ok(context.paths.home()?.join(path))
}
