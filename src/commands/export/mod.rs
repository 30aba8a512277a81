//! `promise export`: everything with its history, or promises as other programs read them.

mod foreign;

use clap::Args;

use crate::commands::export::foreign::Form;
use crate::commands::shared::block::Block;
use crate::commands::shared::format::{self, FormatFlag};
use crate::commands::shared::query::QueryArgs;
use crate::config::Format;
use crate::context::Context;
use crate::domain::promise::State;
use crate::domain::record::Record;
use crate::exchange::jsonl;
use crate::failure::Failure;
use crate::query::Sort;
use crate::store::Store;

/// Write everything to standard output as JSON Lines, history included, or for another program
///
/// promise import reads JSON Lines back: into an empty database nothing is lost, not even the
/// numbers. JSON is the same in one array. The other formats carry promises as they are now,
/// without their history: what is void is left out unless --all or --state asks for it.
///
/// task import reads taskwarrior; whom a promise is to and what else a task has no word for stand
/// in attributes that begin with "promise". todotxt has no notes. csv has a cell for each field;
/// ics holds a task for each promise; markdown is a table to be read.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise export > promises.jsonl
  promise export | ssh laptop promise import -
  promise export --format csv --to Jane > jane.csv
  promise export --format taskwarrior --state open | task import -
  promise export --format markdown --due-before friday")]
pub struct ExportArgs {
    /// The format
    #[arg(long, value_name = "FORMAT", value_parser = format::writable())]
    format: Option<FormatFlag>,
    #[command(flatten)]
    query: QueryArgs,
}

impl ExportArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.query.check()?;
        let asked = context.asked_format().map(FormatFlag::Results);
        let form = match self.format.or(asked) {
            None | Some(FormatFlag::Results(Format::JsonLines)) => {
                return self.histories(context, ("", "\n", ""));
            }
            Some(FormatFlag::Results(Format::Json)) => {
                return self.histories(context, ("[\n", ",\n", "]\n"));
            }
            Some(FormatFlag::Results(Format::Csv)) => Form::Csv,
            Some(FormatFlag::Results(Format::Markdown)) => Form::Markdown,
            Some(FormatFlag::TodoTxt) => Form::TodoTxt,
            Some(FormatFlag::Taskwarrior) => Form::Taskwarrior,
            Some(FormatFlag::Ics) => Form::Ics,
            Some(FormatFlag::Results(Format::Table | Format::Plain | Format::Html)) => {
                let message =
                    "export writes jsonl, json, csv, ics, todotxt, taskwarrior or markdown";
                return Err(Failure::usage(message)
                    .hint("promise list --all has every format")
                    .into());
            }
        };
        let states = State::ALL
            .map(Some)
            .map(|state| state.filter(|state| *state != State::Void));
        let states: Vec<State> = states.into_iter().flatten().collect();
        let ids = |store: &Store| self.numbers(context, store, &states);
        foreign::run(context, form, ids)
    }

    /// The numbers of the promises that the filters name.
    fn numbers(
        &self,
        context: &Context,
        store: &Store,
        states: &[State],
    ) -> anyhow::Result<Vec<i64>> {
        let mut query = self.query.query(context, states, Sort::Id)?;
        self.query.narrow(context, store.reader(), &mut query)?;
        Ok(store.reader().numbers(&query)?)
    }

    /// Records with everything that ever happened.
    fn histories(
        &self,
        context: &Context,
        (opening, separator, closing): (&str, &str, &str),
    ) -> anyhow::Result<()> {
        let mut progress = context.output.progress("records");
        let mut block = Block::new(context, opening);
        let mut between = "";
        let mut put = |record: Record| {
            block.push(between)?;
            block.push(&jsonl::line(&record))?;
            between = separator;
            progress.step();
            anyhow::Ok(())
        };
        if let Some(store) = context.open_to_read()? {
            if self.query.is_everything() {
                store.export(&mut put)?;
            } else {
                let ids = self.numbers(context, &store, &[])?;
                store.export_some(&ids, &mut put)?;
            }
        }
        if !between.is_empty() {
            block.push("\n")?;
        }
        block.push(closing)?;
        block.finish()
    }
}
