//! `promise import`: what `promise export` wrote, and what other programs did.

mod histories;
mod plan;
mod preview;
mod rows;
mod source;
mod tally;
mod times;

use std::io::BufReader;
use std::path::PathBuf;

use clap::Args;
use clap_complete::engine::ArgValueCompleter;
use serde_json::json;

use crate::commands::import::plan::Defaults;
use crate::commands::import::preview::Preview;
use crate::commands::import::rows::Intake;
use crate::commands::import::source::{Manner, Rows, Source};
use crate::commands::import::tally::Tally;
use crate::commands::shared::format::{self, FormatFlag};
use crate::commands::shared::names::check_word;
use crate::commands::shared::{complete, print};
use crate::config::Format as Results;
use crate::context::Context;
use crate::exchange::guess::Format;
use crate::exchange::sheet::Map;
use crate::failure::{Failure, Kind};
use crate::render::amounts::plural;
use crate::store::error::StoreError;
use crate::store::{Store, Writing};

/// Read what promise export wrote, or the files of another program
///
/// One transaction: every record that cannot be taken in is reported with its file and line, and
/// nothing is saved. What is there already, by its UUID or by what its row says, is skipped, and
/// named where it differs: importing twice adds nothing. An import is one step, and promise undo
/// takes it back whole.
///
/// Of Taskwarrior, projects and priorities become tags, annotations and unknown attributes notes;
/// a task that is due at midnight is due that day. Of todo.txt, projects and contexts become tags.
/// In CSV, known columns are found by their names in the first line, and a deadline may be any
/// phrase, read as of the day it was made, if a column says so. A day alone as the time at which
/// something was done is that day's end.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise import promises.jsonl
  ssh desk promise export | promise import -
  task export | promise import - --to \"Jane Ortiz\" --due \"2 weeks\" --dry-run
  promise import --format todotxt ~/todo.txt --to me
  promise import customers.csv --map \"Kunde=to,Bis=due,Was=what,Intern=\"")]
pub struct ImportArgs {
    /// The file; "-" reads standard input
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    file: PathBuf,
    /// The format of the file; without it, it is told from the content
    #[arg(long, value_name = "FORMAT", value_parser = format::readable())]
    format: Option<FormatFlag>,
    /// Save nothing, and tell what would come; with --json, the promises
    #[arg(long)]
    dry_run: bool,
    /// The person of a promise that names nobody
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    to: Option<String>,
    /// The deadline of a promise without one, as of the day it was made
    #[arg(long, visible_alias = "by", value_name = "PHRASE")]
    due: Option<String>,
    /// What the columns of a CSV file are, by their names: Customer=to,Deadline=due; a column
    /// that is nothing ("Internal=") is left out
    #[arg(long, value_name = "COLUMN=FIELD", value_delimiter = ',')]
    map: Vec<String>,
    /// Leave out the records that cannot be taken in, and save the others
    #[arg(long)]
    skip_bad: bool,
    /// Take in deleted tasks of Taskwarrior too, as void
    #[arg(long)]
    deleted: bool,
}

/// How the writing of an import ends.
enum End {
    /// Taken back, as was asked for.
    Dry(Box<(Tally, Option<Preview>)>),
    Failed(anyhow::Error),
}

impl From<StoreError> for End {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<anyhow::Error> for End {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

impl ImportArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        if let Some(to) = &self.to {
            check_word("--to", to)?;
        }
        let source = Source::open(context, &self.file)?;
        let format = self.format(context, &source, &name)?;
        let map =
            Map::read(&self.map).map_err(|wrong| Failure::usage(wrong.reason).hint(wrong.hint))?;
        let aside = if self.dry_run { aside(context)? } else { None };
        let mut store = match &aside {
            Some(folder) => Store::open_to_write(&folder.path().join("promise.db"))?,
            None => context.open_to_record()?,
        };
        let written = store.write("import", context.now, |writing| {
            let tally = self.take(context, writing, (source, format, &map), &name)?;
            if self.dry_run {
                let preview = Preview::new(context, writing.reader(), &tally.ids)?;
                return Err(End::Dry(Box::new((tally, preview))));
            }
            Ok(tally)
        });
        drop(store);
        match written {
            Ok(tally) => {
                context.output.mark_saved();
                tally.say_left_out(context);
                if context.quiet() {
                    return print::ids(context, tally.ids.iter().copied());
                }
                say(context, &tally, format)
            }
            Err(End::Dry(dry)) => {
                let (tally, preview) = *dry;
                tally.say_left_out(context);
                if context.quiet() {
                    return Ok(());
                }
                let counts = tally.counts();
                let present = tally.present;
                let text = format!("Would import {counts}; {present} are there already.\n");
                match preview {
                    None => Ok(context.output.print(&text)?),
                    Some(preview) => {
                        context.output.note(text.trim_end());
                        preview.print(context)
                    }
                }
            }
            Err(End::Failed(error)) => Err(error),
        }
    }

    /// The format that is asked for, or that the content tells; what is told is said, as it may
    /// be wrong.
    fn format(&self, context: &Context, source: &Source, name: &str) -> anyhow::Result<Format> {
        let histories = FormatFlag::Results(Results::JsonLines);
        if self.format != Some(histories) {
            source.check_encoding(name)?;
        }
        let format = match self.format {
            Some(FormatFlag::Results(Results::JsonLines)) => Format::JsonLines,
            Some(FormatFlag::Results(Results::Csv)) => Format::Csv,
            Some(FormatFlag::Ics) => Format::Ics,
            Some(FormatFlag::TodoTxt) => Format::TodoTxt,
            Some(FormatFlag::Taskwarrior) => Format::Taskwarrior,
            Some(FormatFlag::Results(_)) => {
                let message = "--format is that of the file on import: taskwarrior, todotxt, csv, ics or jsonl";
                return Err(Failure::usage(message)
                    .hint("--json is the format of what is printed")
                    .into());
            }
            None => {
                let guessed = source.guess(name).ok_or_else(|| {
                    Failure::usage(format!("it cannot be told what format {name} has"))
                        .hint("say it: --format taskwarrior, todotxt, csv, ics or jsonl")
                })?;
                if guessed != Format::JsonLines {
                    context
                        .output
                        .note(&format!("reading {name} as {}", guessed.name()));
                }
                guessed
            }
        };
        let foreign = format != Format::JsonLines;
        let unfit = [
            ("--to", self.to.is_some() && !foreign),
            ("--due", self.due.is_some() && !foreign),
            ("--map", !self.map.is_empty() && format != Format::Csv),
            ("--deleted", self.deleted && format != Format::Taskwarrior),
        ];
        match unfit.into_iter().find(|(_, unfit)| *unfit) {
            Some((flag, _)) => {
                let message = format!("{flag} says nothing of {}", format.name());
                Err(Failure::usage(message)
                    .hint("leave it out, or say --format")
                    .into())
            }
            None => Ok(format),
        }
    }

    fn take(
        &self,
        context: &Context,
        writing: &mut Writing<'_>,
        (source, format, map): (Source, Format, &Map),
        name: &str,
    ) -> anyhow::Result<Tally> {
        let defaults = Defaults {
            to: self.to.clone(),
            due: self.due.clone(),
        };
        let manner = Manner {
            map,
            deleted: self.deleted,
            home: context.zone()?,
        };
        let tally = match Rows::of(format) {
            None => {
                let mut input = BufReader::new(source.into_reader());
                histories::take_all(context, writing, &mut input, name)?
            }
            Some(rows) => {
                Intake::new(context, writing, name, &defaults).take_all(source, rows, &manner)?
            }
        };
        tally.bad.say(context);
        if tally.bad.count == 0 || self.skip_bad {
            return Ok(tally);
        }
        Err(refused(&tally, format).into())
    }
}

/// A folder for a database of its own, where there is none to try an import in.
fn aside(context: &Context) -> anyhow::Result<Option<tempfile::TempDir>> {
    let store = Store::open_to_read(context.paths.database()?)?;
    match store {
        Some(_) => Ok(None),
        None => Ok(Some(tempfile::tempdir_in(source::folder(context)?)?)),
    }
}

fn refused(tally: &Tally, format: Format) -> Failure {
    let count = i64::try_from(tally.bad.count).unwrap_or(i64::MAX);
    if format == Format::JsonLines {
        let lines = plural(count, "line");
        return Failure::new(
            Kind::Failed,
            format!("nothing was imported: {lines} made no sense"),
        );
    }
    let records = plural(count, "record");
    let message = format!("nothing was imported: {records} cannot be taken in");
    let mut failure = Failure::new(Kind::Failed, message);
    let remedies = [
        (
            tally.lacks_person,
            "--to NAME gives those a person that name nobody",
        ),
        (
            tally.lacks_deadline,
            "--due PHRASE gives those a deadline that have none",
        ),
        (true, "--skip-bad leaves out what cannot be taken in"),
    ];
    for (_, remedy) in remedies.into_iter().filter(|(fits, _)| *fits) {
        failure = failure.hint(remedy);
    }
    failure
}

fn say(context: &Context, tally: &Tally, format: Format) -> anyhow::Result<()> {
    let value = json!({
        "promises": tally.ids.len(),
        "people": tally.people,
        "present": tally.present,
        "differing": tally.differing.count,
        "left_out": tally.left_out(),
        "bad": tally.bad.count,
        "format": format.word(),
    });
    let fields = [
        "promises",
        "people",
        "present",
        "differing",
        "left_out",
        "bad",
        "format",
    ];
    print::records(context, &fields, &[value], |_| {
        let (counts, present) = (tally.counts(), tally.present);
        let bad = match tally.bad.count {
            0 => String::new(),
            count => format!(
                "; {} left out",
                plural(i64::try_from(count).unwrap_or(i64::MAX), "bad record")
            ),
        };
        format!("Imported {counts}; {present} were there already{bad}.\n")
    })
}
