//! `promise status`: how things stand, in a line for a prompt or a status bar.

use chrono::TimeDelta;
use clap::Args;

use crate::commands::due::DueArgs;
use crate::commands::shared::sections::{Section, Sections};
use crate::commands::shared::template;
use crate::commands::shared::{print, selection};
use crate::config::{Format, nearest};
use crate::context::Context;
use crate::domain::promise::Direction;
use crate::failure::Failure;
use crate::render::records;
use crate::render::status::{Counts, IN_LINE, NAMES};
use crate::store::{DueSpan, Store};

/// Say in a short line what is late and what is due today
///
/// For a shell prompt, a status bar, a greeting. Prints nothing at all where there is nothing,
/// or no database yet. Counts as promise due lists.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise status
  promise status --template '{late} late, {today} today, {checks} to ask'
  promise status --json | jq .late

The placeholders are {late}, {today}, {coming}, {waiting} and {checks}; a brace is written twice,
\\t is a tab.")]
pub struct StatusArgs {
    /// The line, with placeholders for the counts; nothing is printed where all of them are 0
    #[arg(long, value_name = "TEXT")]
    template: Option<String>,
}

impl StatusArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        // A mistake in the template shows on a quiet day, too.
        self.line(context, &Counts::default())?;
        let counts = count(context, &self.shown(context)?)?;
        let text = match context.asked_format() {
            Some(Format::Json) => records::one_json(&counts.json()),
            Some(Format::JsonLines) => records::json_lines(&[counts.json()]),
            Some(Format::Plain) => records::plain(&NAMES, &[counts.json()]),
            Some(Format::Csv) => records::csv(&NAMES, &[counts.json()]),
            Some(Format::Markdown) => records::markdown(&NAMES, &[counts.json()]),
            Some(Format::Html) => return Err(print::no_html().into()),
            Some(Format::Table) | None => {
                let line = self.line(context, &counts)?;
                if line.is_empty() {
                    return Ok(());
                }
                format!("{line}\n")
            }
        };
        Ok(context.output.print(&text)?)
    }

    /// The names of the counts that are shown.
    fn shown(&self, context: &Context) -> Result<Vec<String>, Failure> {
        let names = match (context.asked_format(), &self.template) {
            (None | Some(Format::Table), None) => &IN_LINE[..],
            (None | Some(Format::Table), Some(template)) => {
                let template = template::understood(template)?;
                return Ok(template.slots().map(|slot| slot.name.clone()).collect());
            }
            _ => &NAMES[..],
        };
        Ok(names.iter().map(|name| (*name).to_owned()).collect())
    }

    fn line(&self, context: &Context, counts: &Counts) -> Result<String, Failure> {
        let Some(template) = &self.template else {
            let separator = if context.writes_utf8() { " · " } else { ", " };
            return Ok(counts.line(separator));
        };
        let template = template::understood(template)?;
        if let Some(slot) = template.slots().find(|slot| slot.format.is_some()) {
            let message = format!("{} is no time, and takes no format", slot.name);
            return Err(Failure::usage(message).hint(format!("write {{{}}}", slot.name)));
        }
        counts.fill(&template).map_err(|name| {
            let hint = match nearest(name.trim(), NAMES) {
                Some(close) => format!("did you mean {{{close}}}?"),
                None => format!("the placeholders are {}", NAMES.join(", ")),
            };
            Failure::usage(format!("there is no count \"{name}\"")).hint(hint)
        })
    }
}

/// Counts what `promise due` would list, as far as it is shown: a prompt waits for it.
fn count(context: &Context, shown: &[String]) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    // A prompt says nothing where nothing was ever promised.
    let Some(store) = Store::open_to_read(context.paths.database()?)? else {
        return Ok(counts);
    };
    let asks_for = |names: &[&str]| shown.iter().any(|name| names.contains(&name.as_str()));
    let all = DueArgs::default().horizon(context)?.max(context.now);
    let today = selection::end_of_today(context)?;
    let horizon = if asks_for(&["coming", "waiting"]) {
        all
    } else {
        all.min(today)
    };
    let reader = store.reader();
    let zone = context.zone()?;
    let span = DueSpan {
        now: context.now,
        today,
        horizon,
        // A day in another zone may end after the horizon and yet be today's there.
        until: horizon
            .checked_add_signed(TimeDelta::hours(26))
            .unwrap_or(horizon),
        zone: zone.name(),
    };
    let sections = Sections::until(horizon, context)?;
    if asks_for(&["late", "today", "coming"]) {
        let due = reader.count_due(Direction::Mine, &span)?;
        counts.late = due.overdue;
        counts.today = due.today;
        counts.coming = due.coming;
        for due in due.elsewhere {
            match sections.of(Direction::Mine, &due) {
                Some(Section::Overdue) => counts.late += 1,
                Some(Section::Today) => counts.today += 1,
                Some(Section::Coming) => counts.coming += 1,
                Some(Section::WaitingOn) | None => {}
            }
        }
    }
    if asks_for(&["waiting"]) {
        let due = reader.count_due(Direction::Theirs, &span)?;
        counts.waiting = due.overdue + due.today + due.coming;
        let elsewhere = due.elsewhere.iter();
        let elsewhere = elsewhere.filter(|due| sections.of(Direction::Theirs, due).is_some());
        counts.waiting += elsewhere.count() as u64;
    }
    if asks_for(&["checks"]) {
        counts.checks = reader.count_checks(all)?;
    }
    Ok(counts)
}
