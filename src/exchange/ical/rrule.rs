//! Rules of repetition of other programs (RFC 5545, section 3.3.10), as far as ours can say them.
//!
//! Nothing is expanded: a rule is read, or refused, in the time that its text takes.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday, WeekdaySet};

use super::date::Stamp;
use crate::domain::recurrence::{MonthDay, Nth, Repeats, Rule};

/// The longest rule that is read, in bytes.
const LONGEST: usize = 500;

/// How a task of another program repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The days; the time is that of the deadline.
    pub rule: Rule,
    /// The last moment or day of an occurrence.
    until: Option<Stamp>,
    /// The number of occurrences in all.
    pub times: Option<u32>,
}

impl Repeat {
    /// The last day that an occurrence may fall on, where occurrences come due at `time` (whole
    /// days at none) on clocks that show `local`: UNTIL is as a rule in UTC, where it can be
    /// another day, and the occurrence of its day can be later than it (RFC 5545, section 3.3.10).
    #[must_use]
    pub fn last_day(
        &self,
        time: Option<NaiveTime>,
        local: &dyn Fn(DateTime<Utc>) -> NaiveDateTime,
    ) -> Option<NaiveDate> {
        let until = match self.until? {
            Stamp::Day(day) => return Some(day),
            Stamp::Utc(at) => local(at),
            Stamp::Local(until) => until,
        };
        match time {
            Some(time) if time > until.time() => until.date().pred_opt(),
            _ => Some(until.date()),
        }
    }
}

/// Reads the value of an `RRULE`, or says what in it our rules cannot say.
pub fn repeat(rrule: &str) -> Result<Repeat, String> {
    if rrule.len() > LONGEST {
        return Err(format!("the rule is longer than {LONGEST} bytes"));
    }
    let text = rrule.trim().to_ascii_uppercase();
    let mut parts = Parts::default();
    for part in text.split(';').filter(|part| !part.is_empty()) {
        let Some((name, value)) = part.split_once('=') else {
            return Err(format!("{part} is no part of a rule"));
        };
        parts.take(name, value)?;
    }
    let repeats = parts.repeats()?;
    let days = Rule::new(repeats, None).ok_or("its interval or its day is out of range")?;
    Ok(Repeat {
        rule: days,
        until: parts.until,
        times: parts.times,
    })
}

/// The parts of a rule that ours have a word for.
#[derive(Default)]
struct Parts {
    frequency: String,
    interval: Option<u32>,
    until: Option<Stamp>,
    times: Option<u32>,
    /// Days of the week, each with its number where it has one.
    days: Vec<(i32, Weekday)>,
    day_of_month: Option<i32>,
    month: Option<u32>,
}

impl Parts {
    fn take(&mut self, name: &str, value: &str) -> Result<(), String> {
        let wrong = || format!("{name}={value} is not understood");
        match name {
            "FREQ" => value.clone_into(&mut self.frequency),
            "INTERVAL" => self.interval = Some(value.parse().map_err(|_| wrong())?),
            "COUNT" => self.times = Some(value.parse().map_err(|_| wrong())?),
            "UNTIL" => self.until = Some(Stamp::parse(value).ok_or_else(wrong)?),
            "BYDAY" => {
                for day in value.split(',') {
                    self.days.push(weekday(day).ok_or_else(wrong)?);
                }
            }
            "BYMONTHDAY" => self.day_of_month = Some(value.parse().map_err(|_| wrong())?),
            "BYMONTH" => self.month = Some(value.parse().map_err(|_| wrong())?),
            // Our weeks begin on Monday, which matters to every other week alone.
            "WKST" if value == "MO" => {}
            _ => return Err(wrong()),
        }
        Ok(())
    }

    fn repeats(&self) -> Result<Repeats, String> {
        let n = self.interval.unwrap_or(1);
        let plain: Option<WeekdaySet> = self
            .days
            .iter()
            .map(|(number, day)| (*number == 0).then_some(*day))
            .collect();
        let in_month = self.day_of_month.is_some() || self.month.is_some();
        let repeats = match (self.frequency.as_str(), self.days.as_slice()) {
            ("DAILY", []) if !in_month => Some(Repeats::Days(n)),
            ("DAILY", _) if !in_month && n == 1 => plain.map(|days| Repeats::Weeks(1, days)),
            ("WEEKLY", _) if !in_month => plain.map(|days| Repeats::Weeks(n, days)),
            ("MONTHLY", []) if self.month.is_none() => match self.day_of_month {
                None => Some(Repeats::Months(n, None)),
                Some(day) => nth(day).map(|nth| Repeats::Months(n, Some(MonthDay::Day(nth)))),
            },
            ("MONTHLY", [(number, day)]) if !in_month && *number != 0 => {
                nth(*number).map(|nth| Repeats::Months(n, Some(MonthDay::Weekday(nth, *day))))
            }
            ("YEARLY", []) => match (self.month, self.day_of_month) {
                (None, None) => Some(Repeats::Years(n, None)),
                (Some(month), Some(day)) => {
                    let day = u32::try_from(day).ok();
                    day.map(|day| Repeats::Years(n, Some((month, day))))
                }
                _ => None,
            },
            _ => None,
        };
        let frequency = &self.frequency;
        repeats.ok_or_else(|| match frequency.as_str() {
            "" => "the rule has no FREQ".to_owned(),
            _ => format!("FREQ={frequency} with these days is not understood"),
        })
    }
}

/// `-1SU`, `2MO`, or `TU`, whose number is 0.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let (number, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = match day {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let number = if number.is_empty() {
        0
    } else {
        number.parse().ok().filter(|number| *number != 0)?
    };
    Some((number, day))
}

fn nth(number: i32) -> Option<Nth> {
    match number {
        -1 => Some(Nth::Last),
        number => u32::try_from(number).ok().map(Nth::Number),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::repeat;

    #[test]
    fn rules() {
        let table = [
            ("FREQ=DAILY", Ok("day")),
            ("FREQ=DAILY;INTERVAL=3", Ok("3 days")),
            ("FREQ=WEEKLY;BYDAY=MO,TH", Ok("monday and thursday")),
            ("FREQ=WEEKLY;INTERVAL=2;WKST=MO", Ok("2 weeks")),
            ("freq=monthly;bymonthday=15", Ok("month on the 15th")),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", Ok("last day of the month")),
            ("FREQ=MONTHLY;BYDAY=-1FR", Ok("last friday of the month")),
            ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3", Ok("year on 3 dec")),
            (
                "FREQ=SECONDLY;COUNT=999999999",
                Err("FREQ=SECONDLY with these days is not understood"),
            ),
            ("FREQ=DAILY;BYSETPOS=2", Err("BYSETPOS=2 is not understood")),
            (
                "FREQ=DAILY;INTERVAL=99999999999",
                Err("INTERVAL=99999999999 is not understood"),
            ),
            (
                "FREQ=DAILY;INTERVAL=0",
                Err("its interval or its day is out of range"),
            ),
            ("COUNT=3", Err("the rule has no FREQ")),
            ("FREQ", Err("FREQ is no part of a rule")),
            (
                "FREQ=MONTHLY;BYDAY=2TU,4TU",
                Err("FREQ=MONTHLY with these days is not understood"),
            ),
        ];
        for (text, expected) in table {
            let read = repeat(text).map(|repeat| repeat.rule.to_string());
            let expected = expected.map(str::to_owned).map_err(str::to_owned);
            assert_eq!(read, expected, "{text}");
        }
        let ended = repeat("FREQ=DAILY;COUNT=5;UNTIL=20261231T235959Z").unwrap();
        assert_eq!(ended.times, Some(5));
        assert!(ended.until.is_some());
    }

    #[test]
    fn the_last_day_is_that_of_the_deadline() {
        // In Berlin in winter.
        let local = |at: DateTime<Utc>| at.naive_utc() + TimeDelta::hours(1);
        let table = [
            // the end, the time of each, the last day
            ("20261231", None, "2026-12-31"),
            ("20261231", Some("09:00"), "2026-12-31"),
            ("20261231T225959Z", None, "2026-12-31"),
            ("20261230T230000Z", None, "2026-12-31"),
            ("20261230T230000Z", Some("09:00"), "2026-12-30"),
            ("20261231T080000Z", Some("09:00"), "2026-12-31"),
            ("20261231T075959Z", Some("09:00"), "2026-12-30"),
            ("20261231T233000Z", Some("00:15"), "2027-01-01"),
            ("20261231T090000", Some("09:00"), "2026-12-31"),
            ("20261231T090000", Some("09:01"), "2026-12-30"),
        ];
        for (until, time, last) in table {
            let read = repeat(&format!("FREQ=DAILY;UNTIL={until}")).unwrap();
            let time = time.map(|time| time.parse().unwrap());
            let day = read.last_day(time, &local).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some(last), "{until} {time:?}");
        }
        assert_eq!(repeat("FREQ=DAILY").unwrap().last_day(None, &local), None);
    }
}
