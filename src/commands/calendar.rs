//! `promise calendar`: a month of promises, day by day.

use clap::Args;

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::print;
use crate::context::Context;
use crate::domain::month::{Judge, Month};
use crate::domain::promise::State;
use crate::failure::Failure;
use crate::phrase::{Edge, Sense};
use crate::query::{Query, Span};
use crate::render::calendar::{FIELDS, Page, values};

/// Show a month: what is due on each day, against what the day can hold
///
/// Marks days that are overbooked or late. What was kept and broken stands on the day on which it
/// was due. A colleague's promises take up no room of mine; a day is overbooked by all of mine,
/// whatever is filtered.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise calendar
  promise calendar next month
  promise calendar 2026-12 --to Jane
  promise calendar --json | jq '.[] | select(.overbooked).date'")]
pub struct CalendarArgs {
    /// The month, or a day in it: december, 2026-12, "last month"; this month without one.
    /// Quotes are optional
    #[arg(value_name = "MONTH")]
    month: Vec<String>,
    #[command(flatten)]
    filter: FilterArgs,
}

const MONTHS: &str = "say a month, such as \"december\", \"2026-12\" or \"next month\"";

/// What was ever due, but for mistaken entries.
const SHOWN: [State; 4] = [State::Open, State::Kept, State::Broken, State::Released];

impl CalendarArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let settings = context.settings()?;
        let zone = context.zone()?;
        let today = zone.local(context.now).date();
        let month = self.month(context)?;
        let (from, until) = month.reach();
        let mut entries = Vec::new();
        let mut open_before = Vec::new();
        let mut booked = std::collections::BTreeMap::new();
        if let Some(store) = context.open_to_read()? {
            let reader = store.reader();
            let mut query = Query {
                states: SHOWN.to_vec(),
                due: Span {
                    from: Some(from),
                    to: Some(until),
                },
                ..Query::default()
            };
            self.filter.narrow(context, reader, &mut query)?;
            entries = reader.due(&query)?;
            booked = reader.loads(month.first(), month.last(), zone, &[])?;
            // A new month does not begin with a clean sheet.
            if month.contains(today) {
                query.states = vec![State::Open];
                query.due = Span {
                    from: None,
                    to: Some(until.min(context.now)),
                };
                open_before = reader.due(&query)?;
            }
        }
        let judge = Judge {
            now: context.now,
            zone,
            work: &settings.work,
            capacity: &settings.capacity,
            booked: &booked,
        };
        let days = judge.days(month, &entries);
        let page = Page {
            month,
            days: &days,
            late_before: &judge.late_before(month, &open_before),
            week_start: settings.week_start.value,
            filtered: !self.filter.is_empty(),
        };
        print::records(context, &FIELDS, &values(&days), |look| page.text(look))
    }

    /// The month in which the day of the phrase lies, on the phrase's own calendar.
    fn month(&self, context: &Context) -> anyhow::Result<Month> {
        if self.month.is_empty() {
            let today = context.zone()?.local(context.now).date();
            return Ok(Month::of(today));
        }
        let phrase = self.month.join(" ");
        let sense = Sense::Span(Edge::Start);
        let reading = context
            .understand(&phrase, sense, None)?
            .map_err(|mut refusal| {
                refusal.hint.get_or_insert_with(|| MONTHS.to_owned());
                Failure::phrase("", &phrase, &refusal)
            })?;
        for remark in &reading.remarks {
            context.output.note(remark);
        }
        Ok(Month::of(reading.deadline.date()))
    }
}
