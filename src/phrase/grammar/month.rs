//! Dates with the month by name: "3 Dec", "Dec 3rd, 2027", "first of march".

use super::super::ast::{Day, Year};
use super::super::cursor::Cursor;
use super::super::refusal::{Refusal, RefusalKind};
use super::super::words::{cardinal, month, month_name, ordinal, weekday};
use super::lead::Preposition;
use super::{Reader, Taken};

/// A day of a month by name.
pub(super) fn month_day(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    // In "at 5 dec 3" the five is a time.
    let is_bare = ordinal(&mut here.clone()).is_none() && here.digits().is_some();
    if reader.lead.is(Preposition::At) && is_bare {
        return Ok(false);
    }
    let Some((month, day, year)) = dated(&mut here) else {
        return Ok(false);
    };
    if let Some(refusal) = counted_weekday(&reader.cursor, &here, day) {
        return Err(refusal);
    }
    if !exists(month, day, year) {
        let span = reader.cursor.span_to(&here);
        let of = match year {
            Year::Is(year) => format!("{} {year}", month_name(month)),
            _ => month_name(month).to_owned(),
        };
        return Err(Refusal::not_understood(
            span,
            format!("{of} has no day {day}"),
        ));
    }
    reader.take_day(here, Day::Date { year, month, day })
}

/// The refusal of "march second tuesday": the second Tuesday, or the 2nd if it is one.
pub(super) fn counted_weekday(start: &Cursor<'_>, here: &Cursor<'_>, day: u32) -> Option<Refusal> {
    // The word or figure before the weekday must be the ordinal.
    let is_ordinal = (1..=2).any(|back| {
        here.back(back).is_some_and(|mut ordinal_at| {
            ordinal(&mut ordinal_at).is_some() && ordinal_at.steps_to(here) == 0
        })
    });
    let mut end = *here;
    if day > 5 || !is_ordinal || weekday(&mut end).is_none() {
        return None;
    }
    let refusal = Refusal::new(
        RefusalKind::Ambiguous,
        start.span_to(&end),
        "this could be the day of the month, or the weekday counted within it",
    );
    Some(refusal.hint("say \"friday the 2nd\" or \"second friday of december\""))
}

/// Month, day and year in either order, whether or not the day exists.
pub(super) fn dated(cursor: &mut Cursor<'_>) -> Option<(u32, u32, Year)> {
    let mut here = *cursor;
    let (month, day) = month_first(&mut here).or_else(|| {
        here = *cursor;
        day_first(&mut here)
    })?;
    let mut ahead = here;
    // "3-dec-2026", "3/dec/2026"
    if ahead.is_glued() && (ahead.eat_mark('-') || ahead.eat_mark('/')) {
        if let Year::Is(year) = year_after(&mut ahead, true) {
            *cursor = ahead;
            return Some((month, day, Year::Is(year)));
        }
        return None;
    }
    let year = year_after(&mut here, true);
    *cursor = here;
    Some((month, day, year))
}

fn month_first(here: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let month = month(here)?;
    here.eat_mark('-');
    here.eat(&["the"]);
    let day = day_number(here)?;
    Some((month, day))
}

fn day_first(here: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let day = match ordinal(here) {
        Some(day) => {
            here.eat(&["day"]);
            day
        }
        None => cardinal(here).filter(is_day)?.value,
    };
    let _ = here.eat(&["of", "in"]) || here.eat_mark('-') || here.eat_mark('/');
    Some((month(here)?, day))
}

/// The day after its month: no year, no time.
fn day_number(here: &mut Cursor<'_>) -> Option<u32> {
    if let Some(day) = ordinal(here) {
        return Some(day);
    }
    let mut ahead = *here;
    let count = cardinal(&mut ahead).filter(is_day)?;
    if is_clock(&ahead) {
        return None;
    }
    *here = ahead;
    Some(count.value)
}

fn is_day(count: &super::super::words::Count) -> bool {
    count.digits.is_none_or(|digits| digits <= 2)
}

/// Whether what stands here makes a time of the number before it.
pub(super) fn is_clock(here: &Cursor<'_>) -> bool {
    let mut ahead = *here;
    if here.is_glued() && matches!(here.mark(), Some(':' | '.')) {
        return true;
    }
    ahead.eat(&["am", "pm", "oclock"])
        || here.is_glued() && ahead.eat(&["h", "a", "p"])
        || ahead.eat_all("p m")
        || ahead.eat_all("a m")
        || ahead.eat_all("o clock")
}

/// The year that follows a date. Two digits are a year only where `short` allows.
pub(super) fn year_after(cursor: &mut Cursor<'_>, short: bool) -> Year {
    let mut here = *cursor;
    here.eat_mark(',');
    here.eat(&["of", "in"]);
    for (words, years) in [("this year", 0), ("next year", 1), ("last year", -1)] {
        if here.eat_all(words) {
            *cursor = here;
            return Year::Relative(years);
        }
    }
    match here.eat_digits() {
        Some((year, 4)) if (1000..=9999).contains(&year) && !is_clock(&here) => {
            // "dec 3 1430" is half past two.
            if !(1700..=2399).contains(&year) && cursor.word().is_none() && short {
                return Year::Any;
            }
            *cursor = here;
            Year::Is(i32::try_from(year).unwrap_or(0))
        }
        Some((year, 2)) if short && !is_clock(&here) && cursor.word().is_none() => {
            *cursor = here;
            Year::Is(2000 + i32::try_from(year).unwrap_or(0))
        }
        _ => Year::Any,
    }
}

fn exists(month: u32, day: u32, year: Year) -> bool {
    // 29 February exists in some year.
    let year = match year {
        Year::Is(year) => year,
        _ => 2000,
    };
    chrono::NaiveDate::from_ymd_opt(year, month, day).is_some()
}
