//! `promise free`: the days on which something can still be promised.

use chrono::{Days, NaiveDate};
use clap::Args;
use serde_json::json;

use crate::commands::shared::print;
use crate::context::Context;
use crate::domain::capacity::Schedule;
use crate::failure::Failure;
use crate::phrase::{self, Edge, Sense};
use crate::render::amounts::effort;
use crate::render::table::table;
use crate::render::times;

/// Show the next days on which something can be promised
///
/// Working days with working time left, and with room where the config sets a capacity. Looks two
/// weeks ahead, unless --within says otherwise.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise free
  promise free --effort 2h --within \"end of next week\"")]
pub struct FreeArgs {
    /// The work that is to fit: 45m, 2h
    #[arg(long, value_name = "DURATION")]
    effort: Option<String>,
    /// Look ahead to the end of this
    #[arg(long, value_name = "PHRASE")]
    within: Option<String>,
}

/// How far ahead is looked.
const AHEAD: Days = Days::new(14);

impl FreeArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let needed = match &self.effort {
            None => 0,
            Some(text) => phrase::minutes(text)
                .map_err(|refusal| Failure::phrase("--effort", text, &refusal))?,
        };
        let settings = context.settings()?;
        let zone = context.zone()?;
        let now = zone.local(context.now);
        let today = now.date();
        let until = match &self.within {
            None => today.checked_add_days(AHEAD).unwrap_or(today),
            Some(phrase) => {
                let sense = Sense::Span(Edge::End);
                let reading = context.read_phrase("--within", phrase, sense, None)?;
                zone.local(reading.deadline.at()).date()
            }
        };
        if until < today {
            return Err(Failure::usage("--within names a day that has passed")
                .hint("say a day ahead, such as \"end of next week\"")
                .into());
        }
        let loads = match context.open_to_read()? {
            Some(store) => store.reader().loads(today, until, zone, &[])?,
            None => std::collections::BTreeMap::new(),
        };
        let schedule = Schedule {
            now,
            work: &settings.work,
            capacity: &settings.capacity,
            loads: &|date: NaiveDate| loads.get(&date).copied().unwrap_or_default(),
        };
        let days = schedule.free_days(today, until, needed);
        let values: Vec<_> = days
            .iter()
            .map(|day| {
                json!({
                    "date": day.date.to_string(),
                    "promises_left": day.promises_left,
                    "minutes_left": day.minutes_left,
                })
            })
            .collect();
        let fields = ["date", "promises_left", "minutes_left"];
        print::records(context, &fields, &values, |look| {
            if days.is_empty() {
                return format!("No day has room through {}.\n", times::date(until));
            }
            let rows: Vec<Vec<String>> = days
                .iter()
                .map(|day| {
                    let promises = day.promises_left;
                    vec![
                        times::date(day.date),
                        promises.map_or_else(|| "any".to_owned(), |left| left.to_string()),
                        effort(day.minutes_left),
                    ]
                })
                .collect();
            table(&["day", "promises", "work"], &rows, look)
        })
    }
}
