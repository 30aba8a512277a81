//! `promise due`: what is overdue, due today, and coming.

use clap::Args;

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::print;
use crate::commands::shared::selection::{self, Depth, Reach};
use crate::config::Format;
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::phrase::{Edge, Sense};
use crate::render::due::Due;
use crate::render::{Look, View, records};

/// Show what is overdue, due today, and coming
///
/// My own promises first, then those that I wait on. Looks to the end of the next working day,
/// unless --within or the config says otherwise.
#[derive(Args, Debug, Default)]
#[command(after_help = "\
Examples:
  promise due
  promise due --within \"end of next week\" --to Jane
  promise due --overdue --exit-code && echo \"all in time\"
  promise due --json | jq '.today[].what'")]
pub struct DueArgs {
    /// Look ahead to the end of this: "friday", "2 weeks"
    #[arg(long, value_name = "PHRASE", conflicts_with = "overdue")]
    within: Option<String>,
    /// Only what is overdue
    #[arg(long)]
    overdue: bool,
    /// End with status 10 where something of mine is overdue
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

/// Show what is overdue: the same as promise due --overdue
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise overdue
  promise overdue --exit-code >/dev/null || echo \"something is late\"")]
pub struct OverdueArgs {
    /// End with status 10 where something of mine is overdue
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

impl OverdueArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let due = DueArgs {
            within: None,
            overdue: true,
            exit_code: self.exit_code,
            filter: self.filter,
        };
        due.run(context)
    }
}

impl DueArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let horizon = self.horizon(context)?;
        let reach = if self.overdue {
            Reach::Overdue
        } else {
            Reach::Until(horizon)
        };
        let any_overdue = if context.format()? == Format::Table {
            let look = context.look()?;
            let due = selection::gather_lines(context, &self.filter, reach, &look)?;
            let text = if due.is_empty() {
                self.nothing(context, &look, horizon)?
            } else {
                due.text(&look)
            };
            context.output.print(&text)?;
            !due.overdue.is_empty()
        } else {
            let keep = |view, _| view;
            let due = selection::gather(context, &self.filter, reach, Depth::Record, keep)?;
            context.output.print(&records(context.format()?, &due))?;
            !due.overdue.is_empty()
        };
        if self.exit_code && any_overdue {
            return Err(Failure::new(Kind::Overdue, "").into());
        }
        Ok(())
    }

    /// The last moment that is looked at.
    pub(super) fn horizon(
        &self,
        context: &Context,
    ) -> anyhow::Result<chrono::DateTime<chrono::Utc>> {
        if self.overdue {
            return Ok(context.now);
        }
        let settings = context.settings()?;
        let (flag, phrase) = match (&self.within, &settings.due_horizon.value) {
            (Some(phrase), _) => ("--within", phrase),
            (None, Some(phrase)) => ("due.horizon in the config", phrase),
            (None, None) => {
                let zone = context.zone()?;
                let today = zone.local(context.now).date();
                let last = settings.work.next_working_day(today);
                let end = last.and_then(|date| zone.end_of_day(date));
                return Ok(end.unwrap_or(context.now));
            }
        };
        let reading = context.read_phrase(flag, phrase, Sense::Span(Edge::End), None)?;
        Ok(reading.deadline.at())
    }

    /// That there is nothing, and how far was looked.
    fn nothing(
        &self,
        context: &Context,
        look: &Look,
        horizon: chrono::DateTime<chrono::Utc>,
    ) -> anyhow::Result<String> {
        let which = if self.filter.is_empty() {
            "Nothing"
        } else {
            "Nothing that matches"
        };
        if self.overdue {
            return Ok(format!("{which} is overdue.\n"));
        }
        let offset = context.zone()?.offset(horizon);
        let until = look.clock.through(horizon.with_timezone(&offset));
        Ok(format!("{which} is due through {until}.\n"))
    }
}

fn records(format: Format, due: &Due<Vec<View>>) -> String {
    let mut fields = vec!["section"];
    fields.extend(print::LINE_FIELDS.map(crate::query::Field::word));
    match format {
        Format::Json => records::one_json(&due.json()),
        Format::JsonLines => records::json_lines(&due.records()),
        Format::Csv => records::csv(&fields, &due.records()),
        Format::Markdown => records::markdown(&fields, &due.records()),
        Format::Plain | Format::Table | Format::Html => records::plain(&fields, &due.records()),
    }
}
