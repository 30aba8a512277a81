//! Zones that a file explains itself (RFC 5545, section 3.6.5), for names that nobody knows.
//!
//! No recurrence is expanded: the rules in force last, as yearly changes by month, week and day,
//! are what a POSIX zone says. Anything else is not understood.

use chrono::{FixedOffset, NaiveDateTime, Timelike as _};

use super::component::Component;
use super::date::{Stamp, offset};
use crate::domain::zone::Zone;

/// The rules of a `VTIMEZONE`; nothing where they are not understood.
pub fn zone(timezone: &Component) -> Option<Zone> {
    let standard = newest(timezone, "STANDARD")?;
    let to = standard.to;
    let text = match newest(timezone, "DAYLIGHT") {
        Some(daylight) if daylight.ends.is_none_or(|ends| ends > standard.begins) => {
            let (begin, end) = (daylight.yearly?, standard.yearly?);
            let summer = posix(daylight.to);
            format!("{}{summer},{begin},{end}", posix(to))
        }
        _ => posix(to),
    };
    Zone::from_posix(&text)
}

/// One side of a zone, as it is in force last.
struct Observance {
    begins: NaiveDateTime,
    ends: Option<NaiveDateTime>,
    to: FixedOffset,
    /// When it begins each year, as POSIX says it.
    yearly: Option<String>,
}

fn newest(timezone: &Component, name: &str) -> Option<Observance> {
    let sides = timezone.components().filter(|side| side.is(name));
    sides.filter_map(observance).max_by_key(|side| side.begins)
}

fn observance(side: &Component) -> Option<Observance> {
    let Stamp::Local(begins) = Stamp::parse(side.first("DTSTART")?.value())? else {
        return None;
    };
    let rule = side.first("RRULE").map(|rule| rule.value().to_uppercase());
    let part = |name: &str| -> Option<String> {
        let mut parts = rule
            .as_deref()?
            .split(';')
            .filter_map(|part| part.split_once('='));
        parts
            .find(|(own, _)| *own == name)
            .map(|(_, value)| value.to_owned())
    };
    let ends = part("UNTIL").and_then(|until| match Stamp::parse(&until)? {
        Stamp::Utc(at) => Some(at.naive_utc()),
        Stamp::Local(local) => Some(local),
        Stamp::Day(date) => date.and_hms_opt(0, 0, 0),
    });
    // Changes of the past that are over: RDATE, or nothing at all.
    let over = rule.is_none().then_some(begins);
    Some(Observance {
        begins,
        ends: ends.or(over),
        to: offset(side.first("TZOFFSETTO")?.value())?,
        yearly: yearly(&part, begins),
    })
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` as `M3.5.0/2:00:00`.
fn yearly(part: &dyn Fn(&str) -> Option<String>, begins: NaiveDateTime) -> Option<String> {
    const DAYS: [&str; 7] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    let month: u32 = part("BYMONTH")?.parse().ok()?;
    let by_day = part("BYDAY")?;
    let (week, day) = by_day.split_at_checked(by_day.len().checked_sub(2)?)?;
    let day = DAYS.iter().position(|known| *known == day)?;
    let week = match week {
        "-1" => 5,
        week => week.trim_start_matches('+').parse::<u32>().ok()?,
    };
    let is_plain = part("FREQ").as_deref() == Some("YEARLY")
        && part("UNTIL").is_none()
        && part("BYMONTHDAY").is_none()
        && (1..=12).contains(&month)
        && (1..=5).contains(&week);
    let time = begins.time();
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    is_plain.then(|| format!("M{month}.{week}.{day}/{hour}:{minute:02}:{second:02}"))
}

/// An offset as POSIX writes it: a name, and the offset the other way round.
fn posix(offset: FixedOffset) -> String {
    let east = offset.local_minus_utc();
    let sign = if east < 0 { '-' } else { '+' };
    let other = if east < 0 { "" } else { "-" };
    let (hours, minutes, seconds) = (east.abs() / 3600, east.abs() / 60 % 60, east.abs() % 60);
    format!("<{sign}{hours:02}>{other}{hours}:{minutes:02}:{seconds:02}")
}
