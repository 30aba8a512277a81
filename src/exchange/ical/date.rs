//! Dates, times and durations as values (RFC 5545, sections 3.3.4 to 3.3.6 and 3.3.14).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::property::Property;

/// A date, or a time in one of its three forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// A day.
    Day(NaiveDate),
    /// A time in UTC.
    Utc(DateTime<Utc>),
    /// A time on the clock of the zone that `TZID` names, or of whoever looks.
    Local(NaiveDateTime),
}

impl Stamp {
    /// Reads a value.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        let Some((date, time)) = value.split_once('T') else {
            return Some(Self::Day(date_of(value)?));
        };
        let (time, is_utc) = match time.strip_suffix('Z') {
            Some(time) => (time, true),
            None => (time, false),
        };
        let [hour, minute, second] = pairs(time)?;
        // A leap second is the one before it.
        let time = NaiveTime::from_hms_opt(hour, minute, second.min(59)).filter(|_| second < 61)?;
        let local = date_of(date)?.and_time(time);
        Some(if is_utc {
            Self::Utc(local.and_utc())
        } else {
            Self::Local(local)
        })
    }

    /// The value.
    pub fn value(self) -> String {
        match self {
            Self::Day(date) => date.format("%Y%m%d").to_string(),
            Self::Utc(at) => at.format("%Y%m%dT%H%M%SZ").to_string(),
            Self::Local(local) => local.format("%Y%m%dT%H%M%S").to_string(),
        }
    }
}

/// A moment in UTC: what `COMPLETED`, `CREATED` and their like hold.
pub fn utc(property: &Property) -> Option<DateTime<Utc>> {
    match Stamp::parse(property.value())? {
        Stamp::Utc(at) => Some(at),
        // Written so by programs that mean UTC.
        Stamp::Local(local) if property.param("TZID").is_none() => Some(local.and_utc()),
        _ => None,
    }
}

fn date_of(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_at_checked(4)?;
    let [month, day] = pairs(rest)?;
    NaiveDate::from_ymd_opt(digits(year)?.try_into().ok()?, month, day)
}

fn pairs<const N: usize>(text: &str) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (number, at) in numbers.iter_mut().zip((0..).step_by(2)) {
        *number = digits(text.get(at..at + 2)?)?;
    }
    Some(numbers)
}

/// A number of digits alone: no sign, no blank.
fn digits(text: &str) -> Option<u32> {
    let only_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| text.parse().ok()).flatten()
}

/// A length of time: days by the calendar, seconds by the clock. Both of the same sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Whole days, weeks among them.
    pub days: i64,
    /// What is more, in seconds.
    pub seconds: i64,
}

impl Span {
    /// No time at all.
    pub const NONE: Self = Self {
        days: 0,
        seconds: 0,
    };

    /// Reads a value such as `-P1DT12H`.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        let (sign, rest) = match value.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, value.strip_prefix('+').unwrap_or(value)),
        };
        let mut rest = rest.strip_prefix('P')?;
        let mut span = Self {
            days: 0,
            seconds: 0,
        };
        let mut in_time = false;
        let mut any = false;
        while !rest.is_empty() {
            if let Some(time) = rest.strip_prefix('T').filter(|_| !in_time) {
                in_time = true;
                rest = time;
                continue;
            }
            let end = rest.find(|char: char| !char.is_ascii_digit())?;
            // Longer than that, it is no length of time that anybody means.
            let number = digits(rest.get(..end)?).filter(|_| end <= 8)?;
            let number = i64::from(number) * sign;
            let (unit, tail) = rest.get(end..)?.split_at_checked(1)?;
            match (unit, in_time) {
                ("W", false) => span.days += number * 7,
                ("D", false) => span.days += number,
                ("H", true) => span.seconds += number * 3600,
                ("M", true) => span.seconds += number * 60,
                ("S", true) => span.seconds += number,
                _ => return None,
            }
            any = true;
            rest = tail;
        }
        any.then_some(span)
    }

    /// The value of a length in seconds by the clock.
    pub fn value_of(seconds: i64) -> String {
        let sign = if seconds < 0 { "-" } else { "" };
        let length = seconds.unsigned_abs();
        let (hours, minutes, seconds) = (length / 3600, length / 60 % 60, length % 60);
        let mut value = format!("{sign}PT");
        for (number, unit) in [(hours, 'H'), (minutes, 'M'), (seconds, 'S')] {
            if number > 0 {
                value.push_str(&format!("{number}{unit}"));
            }
        }
        if length == 0 {
            value.push_str("0S");
        }
        value
    }
}

/// An offset from UTC such as `+0130` or `-053000`.
pub fn offset(value: &str) -> Option<FixedOffset> {
    let (sign, rest) = value.trim().split_at_checked(1)?;
    let sign = match sign {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let [hours, minutes, seconds] = match rest.len() {
        4 => {
            let [hours, minutes] = pairs(rest)?;
            [hours, minutes, 0]
        }
        _ => pairs(rest)?,
    };
    if minutes > 59 || seconds > 59 {
        return None;
    }
    let length = i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?;
    FixedOffset::east_opt(sign * length)
}

#[cfg(test)]
mod tests {
    use super::{Span, Stamp, offset};

    #[test]
    fn stamps() {
        let whole = [
            "20261124",
            "20261124T130000",
            "20261124T130000Z",
            "00010101T000000Z",
        ];
        for value in whole {
            let read = Stamp::parse(value).map(Stamp::value);
            assert_eq!(read.as_deref(), Some(value));
        }
        let leap = Stamp::parse("20161231T235960Z").map(Stamp::value);
        assert_eq!(leap.as_deref(), Some("20161231T235959Z"));
        let none = [
            "",
            "T",
            "2026",
            "20261324",
            "20260230",
            "+0261124",
            "20261124T",
            "20261124T13",
            "20261124T240000",
            "20261124T130061",
            "20261124T130000ZZ",
            "2026112é",
            "20261124T1300é",
        ];
        for value in none {
            assert_eq!(Stamp::parse(value), None, "{value}");
        }
    }

    #[test]
    fn spans() {
        let table = [
            ("P1W", Some((7, 0))),
            ("P15DT5H0M20S", Some((15, 18020))),
            ("-PT15M", Some((0, -900))),
            ("+P1D", Some((1, 0))),
            ("-P1DT1H", Some((-1, -3600))),
            ("PT0S", Some((0, 0))),
            ("P", None),
            ("PT", None),
            ("P1", None),
            ("P1H", None),
            ("PT1D", None),
            ("PTT1H", None),
            ("1D", None),
            ("PT999999999S", None),
            ("PTé", None),
        ];
        for (value, expected) in table {
            let read = Span::parse(value).map(|span| (span.days, span.seconds));
            assert_eq!(read, expected, "{value}");
        }
        for seconds in [0, 1, -900, 86_400, -5_025, 90_061] {
            let read = Span::parse(&Span::value_of(seconds));
            assert_eq!(read, Some(Span { days: 0, seconds }));
        }
    }

    #[test]
    fn offsets() {
        let table = [
            ("+0100", Some(3600)),
            ("-0530", Some(-19_800)),
            ("+005328", Some(3208)),
            ("0100", None),
            ("+9900", None),
            ("+0160", None),
            ("+é00", None),
        ];
        for (value, expected) in table {
            let read = offset(value).map(|offset| offset.local_minus_utc());
            assert_eq!(read, expected, "{value}");
        }
    }
}
