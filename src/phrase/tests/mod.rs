//! Tables of phrases: what each means, or where and why it is refused.

mod changes;
mod customs;
mod dotted;
mod forms;
mod hints;
mod lengths;
mod misspelt;
mod nothing;
mod offsets;
mod passed;
mod past;
mod places;
mod properties;
mod refusals;
mod remarks;
mod spans;
mod times;
mod weekdays;
mod weeks;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, Utc, Weekday};

use super::{Reading, Refusal, RefusalKind, Sense, read};
use crate::domain::calendar::{Calendar, DateOrder, Their};
use crate::domain::deadline::{Deadline, Kind};
use crate::domain::working_time::{Holiday, WorkingTime};
use crate::domain::zone::Zone;

/// What a calendar is made of, with its parts owned.
struct World {
    now: DateTime<Utc>,
    zone: Zone,
    week_start: Weekday,
    date_order: Option<DateOrder>,
    work: WorkingTime,
    abbreviations: BTreeMap<String, String>,
    their: Option<Their>,
}

impl World {
    /// Berlin with the defaults, at a moment.
    fn berlin(now: &str) -> Self {
        Self {
            now: now.parse().unwrap(),
            zone: Zone::bundled("Europe/Berlin").unwrap(),
            week_start: Weekday::Mon,
            date_order: None,
            work: WorkingTime::default(),
            abbreviations: BTreeMap::new(),
            their: None,
        }
    }

    /// New York, where weeks begin on Sunday, work is from Monday to Thursday, and Thanksgiving
    /// and Christmas are off.
    fn new_york(now: &str) -> Self {
        let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu];
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let holidays = [
            Holiday::Once("2026-11-26".parse().unwrap()),
            Holiday::Yearly { month: 12, day: 25 },
        ];
        Self {
            zone: Zone::bundled("America/New_York").unwrap(),
            week_start: Weekday::Sun,
            date_order: Some(DateOrder::MonthDay),
            work: WorkingTime::new(&days, hour(8), hour(18), holidays).unwrap(),
            ..Self::berlin(now)
        }
    }

    fn read(&self, text: &str, sense: Sense) -> Result<Reading, Refusal> {
        let calendar = Calendar {
            now: self.now,
            zone: &self.zone,
            week_start: self.week_start,
            date_order: self.date_order,
            work: &self.work,
            abbreviations: &self.abbreviations,
            their: self.their.as_ref(),
            zone_named: &Zone::bundled,
        };
        read(text, sense, &calendar)
    }

    /// A result in the short form of the tables.
    fn shown(&self, text: &str, sense: Sense) -> String {
        match self.read(text, sense) {
            Ok(reading) => {
                let mut parts = vec![self.short(&reading.deadline)];
                parts.extend(reading.remarks);
                parts.join(" | ")
            }
            Err(refusal) => {
                let place = text.get(refusal.span.clone()).unwrap();
                match refusal.kind {
                    RefusalKind::NotUnderstood => format!("no [{place}] {}", refusal.message),
                    RefusalKind::Past => format!("past [{place}]"),
                    RefusalKind::Future => format!("future [{place}]"),
                    RefusalKind::Ambiguous => {
                        let readings = refusal.readings.iter();
                        let readings: Vec<String> = readings.map(|d| self.short(d)).collect();
                        format!("several [{place}] {}", readings.join(", "))
                    }
                }
            }
        }
    }

    /// A deadline as it is stored, less what goes without saying: the zone where it is the
    /// user's, the last second of a day, full minutes.
    fn short(&self, deadline: &Deadline) -> String {
        let text = deadline.to_string();
        assert_eq!(Deadline::parse(&text).as_ref(), Some(deadline), "{text}");
        let home = format!("[{}]", self.zone.name());
        let text = text.strip_suffix(&home).unwrap_or(&text);
        if deadline.kind() == Kind::Day {
            let foreign = text.contains('[').then(|| format!("[{}]", deadline.zone()));
            return format!("day {}{}", deadline.date(), foreign.unwrap_or_default());
        }
        text.replacen(":00+", "+", 1).replacen(":00-", "-", 1)
    }

    fn check(&self, sense: Sense, table: &[(&str, &str)]) {
        for (phrase, expected) in table {
            assert_eq!(self.shown(phrase, sense), *expected, "{phrase}");
        }
    }
}

/// Checks deadlines in Berlin.
fn deadlines(now: &str, table: &[(&str, &str)]) {
    World::berlin(now).check(Sense::Deadline, table);
}

/// Tuesday 24 November 2026, 16:40 in Berlin.
const TUESDAY: &str = "2026-11-24T15:40:00Z";
/// Friday 27 November 2026, 09:00 in Berlin.
const FRIDAY: &str = "2026-11-27T08:00:00Z";
/// The same Friday, 18:30.
const FRIDAY_EVENING: &str = "2026-11-27T17:30:00Z";
/// Saturday 21 November 2026, 16:40 in Berlin.
const SATURDAY: &str = "2026-11-21T15:40:00Z";
