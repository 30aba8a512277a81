//! Dates in figures, feasts, and days of the month.

use chrono::{Datelike as _, NaiveDate};

use super::super::ast::{Day, Dot, Span, Spot, Time, Year, ZoneRef};
use super::super::cursor::Cursor;
use super::super::feasts;
use super::super::refusal::Refusal;
use super::super::words::{cardinal, ordinal};
use super::lead::Preposition;
use super::month::{counted_weekday, is_clock, year_after};
use super::{Reader, Taken};

/// "2026-12-03", "2026-12-03T09:00Z", "20261203", "2026-W49-4", "2026-338".
pub(super) fn iso(reader: &mut Reader<'_>) -> Taken {
    let start = reader.cursor;
    let mut here = start;
    let Some(found) = iso_date(&mut here) else {
        return Ok(false);
    };
    let span = start.span_to(&here);
    let Ok(date) = found else {
        return Err(Refusal::not_understood(span, "there is no such day")
            .hint("an ISO 8601 date reads 2026-12-03"));
    };
    reader.take_day(here, date)?;
    reader.phrase.is_iso = true;
    let mut ahead = here;
    if here.is_glued() && ahead.eat(&["t"]) {
        iso_time(reader, ahead)?;
    }
    Ok(true)
}

/// Written as a date, but on no calendar.
struct NoSuchDay;

/// A date, if one is written.
fn iso_date(here: &mut Cursor<'_>) -> Option<Result<Day, NoSuchDay>> {
    let digits = here.digits()?;
    let mut ahead = here.ahead(1);
    let date = if digits.len() == 8 {
        dated(NaiveDate::parse_from_str(digits, "%Y%m%d").ok())
    } else if digits.len() == 4 {
        let year = digits.parse().ok()?;
        rest_of_iso(year, &mut ahead)?
    } else {
        return None;
    };
    *here = ahead;
    Some(date)
}

fn dated(date: Option<NaiveDate>) -> Result<Day, NoSuchDay> {
    let date = date.ok_or(NoSuchDay)?;
    Ok(Day::Date {
        year: Year::Is(date.year()),
        month: date.month(),
        day: date.day(),
    })
}

fn rest_of_iso(year: i32, ahead: &mut Cursor<'_>) -> Option<Result<Day, NoSuchDay>> {
    let mark = ahead
        .mark()
        .filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    if !ahead.eat_tight(mark) {
        return None;
    }
    if mark == '-' && ahead.eat(&["w"]) {
        let (week, 2) = ahead.eat_digits()? else {
            return None;
        };
        if !ahead.eat_tight('-') {
            let exists = NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon).is_some();
            let span = Span::IsoWeek(year, week);
            return Some(
                exists
                    .then_some(Day::Span { span, end: false })
                    .ok_or(NoSuchDay),
            );
        }
        let (day, _) = ahead.eat_digits()?;
        let day = u8::try_from(day).ok()?.checked_sub(1)?;
        let weekday = chrono::Weekday::try_from(day).ok();
        let date = weekday.and_then(|day| NaiveDate::from_isoywd_opt(year, week, day));
        return Some(dated(date));
    }
    let (second, length) = ahead.eat_digits()?;
    if mark == '-' && length == 3 {
        return Some(dated(NaiveDate::from_yo_opt(year, second)));
    }
    if !ahead.eat_tight(mark) {
        let is_month = mark == '-' && length == 2 && !ahead.is_glued();
        let span = Span::Month(second, Year::Is(year));
        let exists = (1..=12).contains(&second);
        let day = Day::Span { span, end: false };
        return is_month.then(|| exists.then_some(day).ok_or(NoSuchDay));
    }
    let (third, _) = ahead.eat_digits()?;
    Some(dated(NaiveDate::from_ymd_opt(year, second, third)))
}

/// "T09:00", "T0900", "T09:00:00.000+01:00".
fn iso_time(reader: &mut Reader<'_>, mut here: Cursor<'_>) -> Taken {
    let start = here;
    let read = |here: &mut Cursor<'_>| -> Option<u32> {
        let digits = here.digits()?;
        here.advance();
        let two = |from: usize| -> Option<u32> { digits.get(from..from + 2)?.parse().ok() };
        // "T9:00" is clear, if not as the standard has it.
        let is_short = digits.len() == 1 && here.mark() == Some(':');
        let hour = if is_short {
            digits.parse().ok()?
        } else {
            two(0)?
        };
        let (mut minute, mut second) = (two(2).unwrap_or(0), two(4).unwrap_or(0));
        if (is_short || digits.len() == 2) && here.eat_tight(':') {
            (minute, _) = here.eat_digits().filter(|(_, length)| *length == 2)?;
            if here.eat_tight(':') {
                (second, _) = here.eat_digits().filter(|(_, length)| *length == 2)?;
            }
        } else if !matches!(digits.len(), 2 | 4 | 6) {
            return None;
        }
        // Deadlines hold whole seconds.
        if here.eat_tight('.') || here.eat_tight(',') {
            here.digits()?;
            here.advance();
        }
        let seconds = hour * 3600 + minute * 60 + second;
        (minute < 60 && second < 60 && seconds <= 24 * 3600).then_some(seconds)
    };
    let Some(seconds) = read(&mut here) else {
        let stopped = if start.steps_to(&here) == 0 {
            start.ahead(1)
        } else {
            here
        };
        let span = start.span_to(&stopped);
        return Err(Refusal::not_understood(span, "there is no such time")
            .hint("an ISO 8601 time reads 2026-12-03T09:00"));
    };
    reader.take_time(here, Time::Exact(seconds))?;
    if here.is_glued() && (here.mark() == Some('-') || here.mark() == Some('+')) {
        return super::zone::offset(reader);
    }
    Ok(true)
}

/// "christmas", "easter monday 2027", "next thanksgiving".
pub(super) fn feast(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    let is_next = here.eat(&["next"]);
    let is_this = !is_next && here.eat(&["this", "upcoming", "coming"]);
    let is_last = !is_next && !is_this && here.eat(&["last"]);
    let Some(feast) = feasts::named(&mut here) else {
        return Ok(false);
    };
    let year = year_after(&mut here, false);
    let day = match year {
        Year::Any if is_next => Day::NextFeast(feast),
        Year::Any if is_last => Day::LastFeast(feast),
        _ if is_next || is_last => return Ok(false),
        year => Day::Feast(feast, year),
    };
    reader.take_day(here, day)
}

/// "1/12", "1/12/2026", "2-15", "3.12.2026".
pub(super) fn slashed(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    let Some(day) = numbers(&mut here) else {
        return Ok(false);
    };
    if is_clock(&here) || super::amount::is_unit(&here) {
        return Ok(false);
    }
    let Day::Slashed {
        first,
        second,
        year,
        dot,
    } = day
    else {
        return reader.take_day(here, day);
    };
    if dot != Dot::None && reader.lead.is_inside() {
        return Ok(false);
    }
    if dot == Dot::Time && reader.phrase.day.is_some() {
        let span = reader.cursor.span_to(&here);
        return Err(Refusal::not_understood(span, "this is a second day")
            .hint(format!("write a time as \"{first}:{second:02}\"")));
    }
    let is_until = reader.lead.is(Preposition::By) || reader.lead.is(Preposition::Before);
    let dot = match dot {
        Dot::Time if is_until && first <= 12 => Dot::Either,
        dot => dot,
    };
    let day = Day::Slashed {
        first,
        second,
        year,
        dot,
    };
    reader.take_day(here, day)
}

/// Whether a day and a month with a dot between them stand here. Where dots part the numbers of
/// a date, the day comes first.
pub(super) fn is_dotted_date(here: &Cursor<'_>) -> bool {
    match numbers(&mut here.clone()) {
        Some(Day::Slashed {
            second,
            dot: Dot::Date | Dot::Time,
            ..
        }) => (1..=12).contains(&second),
        _ => false,
    }
}

/// A date of two or three numbers.
pub(super) fn numbers(cursor: &mut Cursor<'_>) -> Option<Day> {
    let mut here = *cursor;
    let (first, 1 | 2) = here.eat_digits()? else {
        return None;
    };
    let mark = here.mark().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    if mark == '.' && !here.clone().eat_tight('.') {
        return None;
    }
    here.advance();
    let (second, length @ (1 | 2)) = here.eat_digits()? else {
        return None;
    };
    let mut year = None;
    let mut ahead = here;
    if ahead.eat_mark(mark)
        && let Some((value, length)) = ahead.eat_digits()
    {
        year = match length {
            2 => Some(2000 + i32::try_from(value).ok()?),
            4 => Some(i32::try_from(value).ok()?),
            _ => return None,
        };
        here = ahead;
    }
    let is_stopped = here.is_after_stop();
    // "24.12. 2026"
    if mark == '.'
        && year.is_none()
        && is_stopped
        && let Some((value @ 1700..=2399, 4)) = ahead.eat_digits()
        && !is_clock(&ahead)
    {
        year = Some(i32::try_from(value).ok()?);
        here = ahead;
    }
    let is_time = length == 2 && second < 60 && (first < 24 || first == 24 && second == 0);
    let dot = if mark != '.' || year.is_some() {
        Dot::None
    } else if is_time && !is_stopped {
        Dot::Time
    } else {
        Dot::Date
    };
    *cursor = here;
    Some(Day::Slashed {
        first,
        second,
        year,
        dot,
    })
}

/// "the 15th", "15th", "the 15".
pub(super) fn monthly(reader: &mut Reader<'_>) -> Taken {
    let lead = &reader.lead;
    let mut here = reader.cursor;
    let is_word = here.digits().is_none();
    let day = if let Some(day) = ordinal(&mut here) {
        // "second" alone is too little to go by.
        (!is_word || lead.the || lead.is(Preposition::On) || reader.phrase.weekday.is_some())
            .then_some(day)
    } else if lead.the && !lead.is(Preposition::At) {
        cardinal(&mut here)
            .filter(|count| count.digits.is_some_and(|digits| digits <= 2))
            .map(|count| count.value)
            .filter(|_| !is_clock(&here) && !super::amount::is_unit(&here))
    } else {
        None
    };
    let Some(day) = day else {
        return Ok(false);
    };
    if !(1..=31).contains(&day) {
        let span = reader.cursor.span_to(&here);
        return Err(Refusal::not_understood(
            span,
            format!("no month has a day {day}"),
        ));
    }
    if let Some(refusal) = counted_weekday(&reader.cursor, &here, day) {
        return Err(refusal);
    }
    reader.take_day(here, Day::Monthly(day))
}

impl Reader<'_> {
    /// Keeps a zone that was written against a time.
    pub(super) fn take_offset(&mut self, end: Cursor<'_>, seconds: i32) -> Taken {
        self.take_zone(end, ZoneRef::Fixed(seconds))
    }

    /// The time that was read, if it ends right before the cursor.
    pub(super) fn time_right_before(&self) -> Option<&Spot<Time>> {
        let time = self.phrase.time.as_ref()?;
        let is_next = self.cursor.is_glued() && self.cursor.span().start == time.span.end;
        is_next.then_some(time)
    }
}
