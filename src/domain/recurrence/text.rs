//! The canonical text of rules.

use std::fmt;

use chrono::{NaiveDate, Timelike as _, Weekday, WeekdaySet};

use super::{MonthDay, Nth, Repeats, Rule, in_year};

/// The canonical text, which `phrase::every` reads back as the same rule: what is stored.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.repeats)?;
        match self.time {
            Some(time) if time.second() > 0 => write!(f, " {}", time.format("%H:%M:%S")),
            Some(time) => write!(f, " {}", time.format("%H:%M")),
            None => Ok(()),
        }
    }
}

/// The days of the canonical text.
impl fmt::Display for Repeats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Days(n) => interval(f, n, "day"),
            Self::WorkingDays(1) => f.write_str("weekday"),
            Self::WorkingDays(n) => interval(f, n, "working day"),
            Self::Weeks(1, on) if !on.is_empty() => weekdays(f, on),
            Self::Weeks(n, on) => {
                interval(f, n, "week")?;
                if on.is_empty() {
                    return Ok(());
                }
                f.write_str(" on ")?;
                weekdays(f, on)
            }
            Self::Months(n, None) => interval(f, n, "month"),
            Self::Months(1, Some(on)) if !matches!(on, MonthDay::Day(Nth::Number(_))) => {
                write!(f, "{on} of the month")
            }
            Self::Months(n, Some(on)) => {
                interval(f, n, "month")?;
                write!(f, " on the {on}")
            }
            Self::Years(n, on) => {
                interval(f, n, "year")?;
                match on.and_then(|on| in_year(2000, on)) {
                    Some(date) => {
                        let date = date.format("%-d %b").to_string();
                        write!(f, " on {}", date.to_lowercase())
                    }
                    None => Ok(()),
                }
            }
        }
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(nth @ Nth::Last) => write!(f, "{nth} day"),
            Self::Day(Nth::Number(day)) => write!(f, "{day}{}", suffix(*day)),
            Self::WorkingDay(nth) => write!(f, "{nth} working day"),
            Self::Weekday(nth, weekday) => write!(f, "{nth} {}", name(*weekday)),
        }
    }
}

impl fmt::Display for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(1) => f.write_str("first"),
            Self::Number(2) => f.write_str("second"),
            Self::Number(3) => f.write_str("third"),
            Self::Number(4) => f.write_str("fourth"),
            Self::Number(n) => write!(f, "{n}{}", suffix(*n)),
            Self::Last => f.write_str("last"),
        }
    }
}

fn interval(f: &mut fmt::Formatter<'_>, n: u32, unit: &str) -> fmt::Result {
    match n {
        1 => f.write_str(unit),
        n => write!(f, "{n} {unit}s"),
    }
}

/// "monday, wednesday and friday".
fn weekdays(f: &mut fmt::Formatter<'_>, on: WeekdaySet) -> fmt::Result {
    let last = on.last();
    for (at, weekday) in on.iter(Weekday::Mon).enumerate() {
        let joint = match at {
            0 => "",
            _ if Some(weekday) == last => " and ",
            _ => ", ",
        };
        write!(f, "{joint}{}", name(weekday))?;
    }
    Ok(())
}

/// A weekday in full, in lower case.
fn name(weekday: Weekday) -> String {
    let date = NaiveDate::from_isoywd_opt(2000, 1, weekday);
    let name = date.map(|date| date.format("%A").to_string());
    name.unwrap_or_default().to_lowercase()
}

/// What makes an ordinal of a number: "st" of 1 and 21.
fn suffix(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}
