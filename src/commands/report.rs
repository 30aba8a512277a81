//! `promise report`: how well the word was kept, and what breaks it.

use std::fmt::Display;

use chrono::NaiveDate;
use clap::Args;
use clap::builder::PossibleValuesParser;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::names::check_word;
use crate::commands::shared::{complete, print};
use crate::config::Format;
use crate::context::Context;
use crate::domain::promise::Direction;
use crate::domain::report::{Group, Period, Reckoning, Report, Scope, Unit};
use crate::failure::{Failure, Kind};
use crate::phrase::{Edge, Reading, Sense};
use crate::query::Query;
use crate::render::harmless::harmless;
use crate::render::{report as render, times};

// Each is a flag of its own.
#[allow(clippy::struct_excessive_bools)]
/// Show how well the word was kept, and what breaks it
///
/// Of this month so far, unless --period or --since says otherwise; beside it stands the period
/// before. Every rate says out of how many, and below five that they are too few to tell;
/// --explain says what each figure counts.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise report
  promise report --period quarter --group person
  promise report --since \"1 oct\" --until \"31 oct\" --tag beta
  promise report --period year --open
  promise report --period year --format html > report.html
  promise report --json | jq '.kept_rate.first'")]
pub struct ReportArgs {
    /// From the start of this; without it, from the first of the month
    #[arg(long, value_name = "PHRASE", conflicts_with = "period")]
    since: Option<String>,
    /// To the end of this; without it, to today
    #[arg(long, value_name = "PHRASE")]
    until: Option<String>,
    /// The week, month, quarter or year so far, or up to --until
    #[arg(long, value_name = "UNIT", value_parser = PossibleValuesParser::new(Unit::ALL.iter().map(|unit| unit.word())))]
    period: Option<String>,
    /// Break the figures down
    #[arg(long, value_name = "FIELD", value_parser = PossibleValuesParser::new(Group::ALL.iter().map(|group| group.word())))]
    group: Option<String>,
    /// Only my side: what others promised to me is left out
    #[arg(long, conflicts_with_all = ["theirs", "from"])]
    mine: bool,
    /// The figures of what others promised to me
    #[arg(long, conflicts_with = "to")]
    theirs: bool,
    #[command(flatten)]
    filter: FilterArgs,
    /// Only promises made through this channel
    #[arg(long, value_name = "CHANNEL", help_heading = "Filters")]
    via: Option<String>,
    /// Only promises made under this standard
    #[arg(long, value_name = "NAME", help_heading = "Filters", add = ArgValueCompleter::new(complete::standards))]
    standard: Option<String>,
    /// Say what each figure counts, and out of what
    #[arg(long)]
    explain: bool,
    /// Show it as a page in the browser
    #[arg(long, conflicts_with = "explain")]
    open: bool,
}

/// The page that `--open` writes.
pub const PAGE: &str = "report.html";

impl ReportArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        if self.explain && context.asked_format() == Some(Format::Html) {
            return Err(Failure::usage("--explain is not printed as HTML")
                .hint("the page says itself what each figure counts: leave out --explain")
                .into());
        }
        if self.explain {
            let fields = ["key", "title", "counts", "of"];
            return print::records(context, &fields, &render::explained(), render::explain);
        }
        let format = match context.asked_format() {
            None | Some(Format::Html) if self.open => Format::Html,
            Some(_) if self.open => {
                let failure =
                    Failure::usage("--open shows the report as a page, in no other format");
                return Err(failure.hint("leave out either --open or the format").into());
            }
            _ => context.format()?,
        };
        let report = self.reckon(context)?;
        let zone = context.zone()?.name();
        let week_start = context.settings()?.week_start.value;
        let look = context.look()?;
        let page = render::html(&report, week_start, &look);
        if self.open {
            let path = context.open_page(PAGE, &page)?;
            let opened = format!("Opened {}\n", harmless(&path.display().to_string()));
            return Ok(context.output.print(&opened)?);
        }
        let text: Box<dyn Display> = match format {
            Format::Table => Box::new(render::text(&report, &look)),
            Format::Json => Box::new(render::json(&report, zone)),
            Format::JsonLines => Box::new(render::json_line(&report, zone)),
            Format::Plain => Box::new(render::plain(&report)),
            Format::Csv => Box::new(render::csv(&report)),
            Format::Markdown => Box::new(render::markdown(&report)),
            Format::Html => Box::new(page),
        };
        Ok(context.output.print_as_made(&text)?)
    }

    fn reckon(&self, context: &Context) -> anyhow::Result<Report> {
        let store = context.open_to_read()?;
        let mut query = Query {
            via: self.via.clone(),
            standard: self.standard.clone(),
            ..Query::default()
        };
        if let Some(via) = &self.via {
            check_word("--via", via)?;
        }
        if let Some(store) = &store {
            self.filter.narrow(context, store.reader(), &mut query)?;
        }
        // A filter is meant for one side.
        let direction = match query.direction.take() {
            Some(direction) => direction,
            None if self.theirs => Direction::Theirs,
            None => Direction::Mine,
        };
        let both = !self.theirs && !self.mine && self.filter.is_empty();
        if !both {
            query.direction = Some(direction);
        }
        let group = self.group.as_deref().and_then(Group::from_word);
        let scope = Scope {
            now: context.now,
            period: self.period(context)?,
            direction,
            with_theirs: both,
            group,
            zone: context.zone()?,
            week_start: context.settings()?.week_start.value,
            zone_of: &|name| context.zone_named(name),
        };
        let mut reckoning = Reckoning::new(scope).ok_or_else(|| {
            Failure::new(Kind::Usage, "the period lies outside the calendar")
                .hint("say a nearer day for --since and --until")
        })?;
        if let Some(store) = &store {
            let reader = store.reader();
            reader.reckon(&query, group, context.now, &mut reckoning)?;
        }
        let mut report = reckoning.finish();
        if group == Some(Group::Owner) {
            let me = context.settings()?.me.value.as_deref().unwrap_or("me");
            for (name, _) in report.groups.iter_mut().flatten() {
                name.get_or_insert_with(|| me.into());
            }
        }
        Ok(report)
    }

    fn period(&self, context: &Context) -> anyhow::Result<Period> {
        let zone = context.zone()?;
        let week_start = context.settings()?.week_start.value;
        let today = zone.local(context.now).date();
        let until = match &self.until {
            None => today,
            Some(phrase) => last_day(context, phrase)?,
        };
        let unit = self.period.as_deref().and_then(Unit::from_word);
        let Some(phrase) = &self.since else {
            let unit = unit.unwrap_or(Unit::Month);
            return Ok(Period::to_date(unit, until, week_start));
        };
        let sense = Sense::PastSpan(Edge::Start);
        let reading = context.read_phrase("--since", phrase, sense, None)?;
        let since = zone.local(reading.deadline.at()).date();
        if since > until {
            let (since, until) = (times::date(since), times::date(until));
            let message = format!("--since, {since}, lies after the end, {until}");
            return Err(Failure::usage(message)
                .hint("say an earlier --since or a later --until")
                .into());
        }
        Ok(Period {
            since,
            until,
            unit: None,
        })
    }
}

/// The last day of what a phrase names, behind or ahead, whichever is nearer: "30 nov" is this
/// month's on the 23rd, "31 oct" the one that has passed.
fn last_day(context: &Context, phrase: &str) -> anyhow::Result<NaiveDate> {
    let flag = "--until";
    let read = |sense| context.understand(phrase, sense, None);
    let behind = read(Sense::PastSpan(Edge::End))?.ok();
    let reading = match (behind, read(Sense::Span(Edge::End))?) {
        (Some(behind), Ok(ahead)) => {
            let distance = |reading: &Reading| (reading.deadline.at() - context.now).abs();
            if distance(&ahead) < distance(&behind) {
                ahead
            } else {
                behind
            }
        }
        (Some(reading), Err(_)) | (None, Ok(reading)) => reading,
        (None, Err(refusal)) => return Err(Failure::phrase(flag, phrase, &refusal).into()),
    };
    for remark in &reading.remarks {
        context.output.note(remark);
    }
    Ok(context.zone()?.local(reading.deadline.at()).date())
}
