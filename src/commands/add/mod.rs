//! `promise add`: records a promise.

mod ask;
mod batch;
mod flags;
mod plan;
mod present;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap_complete::engine::ArgValueCompleter;
use uuid::Uuid;

use crate::commands::add::plan::{Added, Told, Wanted};
use crate::commands::shared::fields::FieldArgs;
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::{complete, names, print};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, Series};
use crate::domain::recurrence::Rule;
use crate::domain::standard::Standard;
use crate::failure::Failure;
use crate::phrase::Sense;
use crate::render::promises::card;
use crate::store::Store;

/// Record a promise
///
/// Prints the number that it is known by from now on, and the deadline as understood. A promise
/// without a deadline is a wish: say one with --due, or set a default in the config. Without any
/// argument, on a terminal, it asks what, to whom and by when.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise add \"Send the revised quote\" --to \"Jane Ortiz\" --due \"tomorrow 1pm\"
  promise add Call back about the invoice --to Jane --due \"4 business hours\" --via call
  promise add \"Signed contract\" --from \"Beta Corp\" --due \"end of month\"
  promise add \"Refund order 1184\" --to Ann --by friday --key order-1184-refund
  promise add \"Call back about the invoice\" --to Jane --standard callback
  echo '{\"what\": \"Call\", \"to\": \"Jane\", \"due\": \"friday\", \"tag\": [\"x\"]}' | promise add --batch -")]
pub struct AddArgs {
    /// What is promised, taken literally; quotes are optional
    #[arg(value_name = "WHAT")]
    what: Vec<String>,
    #[command(flatten)]
    fields: FieldArgs,
    /// The standard that it is made under: its deadline, effort, tags and reminders, unless others are given
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::standards))]
    standard: Option<String>,
    /// Promise it again each time: "friday 16:00", "2 weeks", "month on the 1st", "weekday 9:00";
    /// settling one opens the next
    #[arg(long, value_name = "RULE")]
    every: Option<String>,
    /// The last day that it may be promised for
    #[arg(long, value_name = "PHRASE", requires = "every")]
    until: Option<String>,
    /// Read what is promised from a file of JSON Lines, all of it or nothing; "-" reads standard
    /// input. A line is an object whose keys are the names of the flags, and "what"
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    batch: Option<PathBuf>,
    /// How often it is promised in all
    #[arg(long, value_name = "COUNT", requires = "every", value_parser = clap::value_parser!(u32).range(1..))]
    times: Option<u32>,
}

impl AddArgs {
    /// Runs the command.
    pub fn run(mut self, context: &Context) -> anyhow::Result<()> {
        if let Some(file) = self.batch.take() {
            return batch::run(context, &file, &self);
        }
        if self.what.is_empty() && self.fields.is_empty() && context.can_ask() {
            self.ask(context)?;
        }
        let wanted = Wanted::new(context, &self)?;
        // A retry may come when the deadline has passed; the record that is there counts.
        if let Some(key) = self.fields.key.as_deref()
            && let Some(store) = Store::open_to_read(context.paths.database()?)?
            && let Some(entry) = store.reader().promise_by_key(key)?
        {
            return wanted.say_present(context, &store, entry);
        }
        let plan = wanted.plan(context)?;
        let mut store = context.open_to_record()?;
        let added = store.write("add", context.now, |writing| {
            plan.record(context, writing, &mut Told::default())
        })?;
        match added {
            Added::Present(entry) => plan.wanted.say_present(context, &store, entry),
            Added::New(entry, close) => {
                let id = entry.promise.id;
                let entries = vec![entry];
                print::changed_on(context, Occasion::Add, store, entries, |view, look| {
                    card("Added", view, look)
                })?;
                if let Some(close) = close {
                    names::hint_close(context, id, plan.wanted.name, &close);
                }
                Ok(())
            }
        }
    }

    /// Whether anything is said beside the file of a batch.
    fn says_something(&self) -> bool {
        let told = [&self.standard, &self.every, &self.until];
        !self.what.is_empty()
            || !self.fields.is_empty()
            || self.times.is_some()
            || told.iter().any(|text| text.is_some())
    }

    fn series(&self, rule: Rule, uuid: Uuid, due: &Deadline, until: Option<NaiveDate>) -> Series {
        // At the time of the first, where the rule names none.
        let rule = match (rule.time(), due.is_whole_day()) {
            (None, false) => rule.at(Some(due.local().time())),
            _ => rule,
        };
        Series {
            uuid,
            occurrence: 1,
            every: Some(rule.to_string()),
            until,
            times: self.times,
        }
    }

    /// The last day of a series.
    fn until(&self, context: &Context, first: &Deadline) -> anyhow::Result<Option<NaiveDate>> {
        let Some(phrase) = &self.until else {
            return Ok(None);
        };
        let reading = context.read_phrase("--until", phrase, Sense::Deadline, None)?;
        let until = reading.deadline.date();
        if until < first.date() {
            let message = "--until lies before the first deadline";
            return Err(Failure::usage(message).into());
        }
        Ok(Some(until))
    }

    fn person(&self) -> Result<(Direction, &str), Failure> {
        match (&self.fields.to, &self.fields.from) {
            (Some(to), _) => Ok((Direction::Mine, to)),
            (None, Some(from)) => Ok((Direction::Theirs, from)),
            (None, None) => Err(Failure::usage("say to whom it is promised")
                .hint("--to NAME, or --from NAME for a promise made to you")),
        }
    }

    /// The standard that was named.
    fn standard<'c>(&self, context: &'c Context) -> anyhow::Result<Option<&'c Standard>> {
        let Some(name) = &self.standard else {
            return Ok(None);
        };
        let standards = &context.settings()?.standards;
        if let Some(standard) = standards.get(name) {
            return Ok(Some(standard));
        }
        let known: Vec<&str> = standards.keys().map(String::as_str).collect();
        let hint = if known.is_empty() {
            "the config has none: write a table [standard.NAME] there".to_owned()
        } else {
            format!("the standards are {}", known.join(", "))
        };
        Err(Failure::usage(format!("no standard is called \"{name}\""))
            .hint(hint)
            .into())
    }

    fn tags(&self, standard: Option<&Standard>) -> BTreeSet<String> {
        let mut tags = self.fields.tags();
        tags.extend(
            standard
                .into_iter()
                .flat_map(|standard| standard.tags.clone()),
        );
        tags
    }

    fn reminders(&self, standard: Option<&Standard>) -> Result<BTreeSet<String>, Failure> {
        let own = self.fields.reminders()?;
        let standard = standard.filter(|_| own.is_empty());
        Ok(standard.map_or(own, Standard::reminders))
    }

    fn deadline(
        &self,
        context: &Context,
        name: &str,
        past: bool,
        standard: Option<&Standard>,
    ) -> anyhow::Result<Deadline> {
        let sense = if past {
            Sense::DeadlineMaybePast
        } else {
            Sense::Deadline
        };
        let default = context.settings()?.due_default.value.as_ref();
        let (flag, phrase) = match (&self.fields.due, standard, default) {
            (Some(phrase), _, _) => ("--due", phrase),
            (None, Some(standard), _) => ("the standard's due", &standard.due),
            (None, None, Some(phrase)) => ("due.default in the config", phrase),
            (None, None, None) => {
                return Err(Failure::usage("say by when: a promise needs a deadline")
                    .hint("--due PHRASE, or set default in [due] of the config")
                    .into());
            }
        };
        let their = names::their(context, phrase, name)?;
        let reading = context.read_phrase(flag, phrase, sense, their.as_ref())?;
        Ok(reading.deadline)
    }
}
