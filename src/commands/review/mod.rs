//! `promise review`: what moved, and what was put off.

mod answer;
mod question;
mod unexplained;
mod walk;

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Utc};
use clap::Args;

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::print;
use crate::commands::shared::selection::{self, Depth, Reach};
use crate::commands::shared::views::views;
use crate::config::Format;
use crate::context::Context;
use crate::domain::event::{Event, Subject};
use crate::domain::promise::Promise;
use crate::domain::review::{Happened, Move, moves, put_off};
use crate::phrase::{Edge, Sense};
use crate::query::Query;
use crate::render::review::{Columns, LINE_FIELDS, Row};
use crate::render::{View, records};
use crate::store::{Entry, Reader};

/// Go through what is overdue, due today, at risk or to be checked, one key each
///
/// A promise comes too where another program moved its deadline, and nobody said why: the key w
/// does. Each answer is saved at once, and is a step of its own in promise log. In the end stands what
/// moved beside what was put off, and how often each was put off before. Without a terminal, or
/// with --since, it only prints these two columns, of the last seven days and today: progress is
/// what was kept, checked, released, handed off or told to its person; put off is what was
/// rescheduled or broken, and what is overdue and was not moved at all.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise review
  promise review --to Jane
  promise review --since monday
  promise review --since \"1 month ago\" --json | jq '.put_off[].what'
  0 16 * * 5  promise review | mail -s \"The week\" me")]
pub struct ReviewArgs {
    /// Print the columns from the start of this on: "monday", "1 nov", "2 weeks ago"
    #[arg(long, value_name = "PHRASE")]
    since: Option<String>,
    #[command(flatten)]
    filter: FilterArgs,
}

/// How many days before today a review without a terminal begins.
const DAYS: Days = Days::new(7);

impl ReviewArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let shown = context.format()? == Format::Table && context.output.is_terminal();
        if shown && self.since.is_none() && context.can_ask() {
            return walk::walk(context, &self.filter);
        }
        let since = self.since(context)?;
        let columns = self.columns(context, since)?;
        let look = context.look()?;
        let text = match context.format()? {
            Format::Table => {
                let since = look.stamp(since);
                if columns.is_empty() {
                    let which = if self.filter.is_empty() {
                        "Nothing"
                    } else {
                        "Nothing that matches"
                    };
                    format!("{which} moved or was put off since {since}.\n")
                } else {
                    let heading = look.heading(&format!("Since {since}"));
                    format!("{heading}\n\n{}", columns.text(true, &look))
                }
            }
            Format::Json => records::one_json(&columns.json(since, &look)),
            Format::JsonLines => records::json_lines(&columns.records()),
            Format::Csv => records::csv(&LINE_FIELDS, &columns.records()),
            Format::Plain => records::plain(&LINE_FIELDS, &columns.records()),
            Format::Markdown => records::markdown(&LINE_FIELDS, &columns.records()),
            Format::Html => return Err(print::no_html().into()),
        };
        Ok(context.output.print(&text)?)
    }

    /// The first second that counts.
    fn since(&self, context: &Context) -> anyhow::Result<DateTime<Utc>> {
        if let Some(phrase) = &self.since {
            let sense = Sense::PastSpan(Edge::Start);
            let reading = context.read_phrase("--since", phrase, sense, None)?;
            return Ok(reading.deadline.at());
        }
        let zone = context.zone()?;
        let first = zone.local(context.now).date().checked_sub_days(DAYS);
        let start = first.and_then(|date| zone.start_of_day(date));
        Ok(start.unwrap_or(context.now))
    }

    fn columns(&self, context: &Context, since: DateTime<Utc>) -> anyhow::Result<Columns> {
        let Some(store) = context.open_to_read()? else {
            return Ok(Columns::default());
        };
        let reader = store.reader();
        let mut query = Query::default();
        self.filter.narrow(context, reader, &mut query)?;
        let touched = reader.touched(&query, since)?;
        let mut rows = rows(context, reader, touched, &|event| event.at >= since)?;
        let moved: BTreeSet<i64> = rows.iter().map(|row| row.view.promise.id).collect();
        let depth = match context.format()? {
            Format::Table => Depth::Card,
            _ => Depth::Record,
        };
        let due = selection::gather(context, &self.filter, Reach::Overdue, depth, |view, _| view)?;
        for view in due.overdue.into_iter().chain(due.waiting_on) {
            if !moved.contains(&view.promise.id) {
                rows.push(left(reader, view, Happened::Overdue)?);
            }
        }
        Ok(Columns::of(rows))
    }
}

/// What happened to promises in the events that a review is about.
fn rows(
    context: &Context,
    reader: Reader<'_>,
    entries: Vec<Entry>,
    within: &dyn Fn(&Event) -> bool,
) -> anyhow::Result<Vec<Row>> {
    let mut happenings = Vec::new();
    let mut concerned = Vec::new();
    for entry in entries {
        let promise = &entry.promise;
        let events = reader.events(Subject::Promise(promise.id))?;
        let moves = moves(promise.settled_at, &events, within);
        if !moves.is_empty() {
            happenings.push(moves);
            concerned.push(entry);
        }
    }
    let views = views(context, reader, concerned, false)?;
    let rows = views.into_iter().zip(happenings).flat_map(|(view, moves)| {
        moves.into_iter().map(move |moved| Row {
            view: view.clone(),
            moved,
        })
    });
    Ok(rows.collect())
}

/// A promise that was left as it is.
fn left(reader: Reader<'_>, view: View, happened: Happened) -> anyhow::Result<Row> {
    let before = times_put_off(reader, &view.promise)?;
    let moved = Move::nothing(happened, before);
    Ok(Row { view, moved })
}

/// How often a promise was put off.
fn times_put_off(reader: Reader<'_>, promise: &Promise) -> anyhow::Result<u32> {
    // Most never were.
    if promise.reschedules == 0 {
        return Ok(0);
    }
    Ok(put_off(&reader.events(Subject::Promise(promise.id))?))
}
