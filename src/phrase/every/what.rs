//! The days on which something repeats.

use chrono::{Weekday, WeekdaySet};

use super::super::cursor::Cursor;
use super::super::refusal::{Refusal, RefusalKind};
use super::super::words::{
    cardinal, closest, month, ordinal, weekday as one_weekday, weekday_name,
};
use super::month::{Counted, counted, day, month_day, of_month};
use super::week::days;
use super::{EXAMPLES, too_long};
use crate::domain::recurrence::{MonthDay, Nth, Repeats};

/// What was read.
pub(super) enum What {
    /// All of it.
    Known(Repeats),
    /// Every so many years, on a date that follows.
    Dated(u32),
}

/// A unit of intervals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

/// What a rule found, if it did.
pub(super) type Read<T> = Result<Option<T>, Refusal>;

/// Units, and how many of them a word is.
#[rustfmt::skip]
const UNITS: &[(&[&str], Unit, u32)] = &[
    (&["day", "days", "d"], Unit::Day, 1),
    (&["week", "weeks", "wk", "wks", "w"], Unit::Week, 1),
    (&["fortnight", "fortnights"], Unit::Week, 2),
    (&["month", "months", "mo", "mos", "mth", "mths"], Unit::Month, 1),
    (&["quarter", "quarters"], Unit::Month, 3),
    (&["year", "years", "yr", "yrs", "y"], Unit::Year, 1),
];

/// A unit and its number in one word.
const ADVERBS: &[(&[&str], Unit, u32)] = &[
    (&["daily"], Unit::Day, 1),
    (&["weekly"], Unit::Week, 1),
    (&["fortnightly"], Unit::Week, 2),
    (&["monthly"], Unit::Month, 1),
    (&["quarterly"], Unit::Month, 3),
    (&["yearly", "annually"], Unit::Year, 1),
];

/// Words that are refused: why, and what to say instead.
const REFUSED: &[(&[&str], &str, &str)] = &[
    (
        &["weekend", "weekends"],
        "a weekend is more than one day",
        "say \"saturday\", or \"saturday and sunday\" for both",
    ),
    (
        &["biweekly", "semiweekly"],
        "this is twice a week to some, and every two weeks to others",
        "say \"2 weeks\", or the days: \"monday and thursday\"",
    ),
    (
        &["bimonthly", "semimonthly"],
        "this is twice a month to some, and every two months to others",
        "say \"2 months\", or a day: \"month on the 15th\"",
    ),
    (
        &["biannually", "biannual", "biennially", "semiannually"],
        "this is twice a year to some, and every two years to others",
        "say \"6 months\" or \"2 years\"",
    ),
    (
        &["twice", "thrice"],
        "this does not say on which days",
        "say them: \"monday and thursday\"",
    ),
    (
        &[
            "hour", "hours", "hourly", "h", "hr", "hrs", "minute", "minutes", "min", "mins", "m",
        ],
        "nothing repeats within a day",
        "say days: \"day 9:00\", \"weekday 9:00\"",
    ),
    (
        &["few", "couple", "several", "some"],
        "this is no number",
        "say how many: \"3 days\"",
    ),
];

/// Reads what repeats, up to its time.
pub(super) fn what(text: &str, here: &mut Cursor<'_>) -> Result<What, Refusal> {
    let once = here.eat(&["once"]);
    let every = here.eat(&["every", "each"]) || once && here.eat(&["a", "per"]);
    if here.is_at_end() {
        let span = here.span();
        return Err(
            Refusal::not_understood(span, "the phrase ends where the days should follow")
                .hint(EXAMPLES),
        );
    }
    if once && !every {
        return Err(unknown(here));
    }
    if let Some((unit, n)) = adverb(here) {
        return after_unit(text, here, unit, n);
    }
    here.eat(&["on", "at"]);
    if end_of_month(here) {
        let last = MonthDay::Day(Nth::Last);
        return Ok(What::Known(Repeats::Months(1, Some(last))));
    }
    let the = here.eat(&["the"]);
    refused(here)?;
    if starts_date(here) {
        return Ok(What::Dated(1));
    }
    if let Some(found) = last(here)? {
        return Ok(What::Known(found));
    }
    if let Some(found) = ordinals(text, here, the)? {
        return Ok(found);
    }
    if let Some(days) = days(text, here)? {
        return Ok(What::Known(Repeats::Weeks(1, days)));
    }
    if let Some((unit, n)) = unit(here) {
        return after_unit(text, here, unit, n);
    }
    if let Some(found) = numbered(text, here)? {
        return Ok(found);
    }
    Err(unknown(here))
}

/// "2 weeks", "other friday", "two fridays".
fn numbered(text: &str, cursor: &mut Cursor<'_>) -> Read<What> {
    let mut here = *cursor;
    let other = here.eat(&["other"]);
    let count = if other {
        2
    } else {
        match cardinal(&mut here) {
            Some(count) => count.value,
            None => return Ok(None),
        }
    };
    refused(&here)?;
    let found = if let Some((unit, n)) = unit(&mut here) {
        let n = times(cursor, &here, count, n)?;
        after_unit(text, &mut here, unit, n)?
    } else if other || one_weekday(&mut here.clone()).is_none() {
        match days(text, &mut here)? {
            Some(days) => What::Known(Repeats::Weeks(times(cursor, &here, count, 1)?, days)),
            None => return Err(no_unit(cursor, &here)),
        }
    } else {
        return Err(no_unit(cursor, &here));
    };
    *cursor = here;
    Ok(Some(found))
}

/// The refusal of a number of nothing that repeats.
fn no_unit(start: &Cursor<'_>, here: &Cursor<'_>) -> Refusal {
    if here.is_at_end() || here.word().is_none() {
        return Refusal::not_understood(start.span_to(here), "a number of what?").hint(EXAMPLES);
    }
    unknown(here)
}

/// "last friday of the month".
fn last(cursor: &mut Cursor<'_>) -> Read<Repeats> {
    let mut here = *cursor;
    if !here.eat(&["last"]) {
        return Ok(None);
    }
    let Some(what) = counted(&mut here) else {
        return Err(unknown(&here));
    };
    let on = day(cursor, &here, Nth::Last, what)?;
    let span = cursor.span_to(&here);
    if !of_month(&mut here)? {
        return Err(Refusal::not_understood(span, format!("the {on} of what?"))
            .hint(format!("say \"{on} of the month\"")));
    }
    *cursor = here;
    Ok(Some(Repeats::Months(1, Some(on))))
}

/// "second friday of the month", "15th of the month", "the 15th", "third day".
fn ordinals(text: &str, cursor: &mut Cursor<'_>, the: bool) -> Read<What> {
    let mut here = *cursor;
    let in_figures = here.digits().is_some();
    let Some(n) = ordinal(&mut here) else {
        return Ok(None);
    };
    refused(&here)?;
    let after_ordinal = here;
    let what = counted(&mut here);
    let span = cursor.span_to(&here);
    if of_month(&mut here)? {
        let on = day(cursor, &here, Nth::Number(n), what.unwrap_or(Counted::Day))?;
        *cursor = here;
        return Ok(Some(What::Known(Repeats::Months(1, Some(on)))));
    }
    if let Some(Counted::Weekday(weekday)) = what {
        return Err(either(span, n, weekday));
    }
    here = after_ordinal;
    if let Some((unit, factor)) = unit(&mut here) {
        if n < 2 {
            return Err(Refusal::not_understood(span, "the first of what?")
                .hint("say \"day\", or \"first day of the month\""));
        }
        let n = times(cursor, &here, n, factor)?;
        let found = after_unit(text, &mut here, unit, n)?;
        *cursor = here;
        return Ok(Some(found));
    }
    // "second" alone is too little to go by.
    if !in_figures && !the {
        return Err(unknown(&here));
    }
    let on = day(cursor, &here, Nth::Number(n), Counted::Day)?;
    *cursor = here;
    Ok(Some(What::Known(Repeats::Months(1, Some(on)))))
}

/// The refusal of "second friday", which some say of every other week.
fn either(span: std::ops::Range<usize>, n: u32, weekday: Weekday) -> Refusal {
    let name = weekday_name(weekday).to_lowercase();
    let nth = Nth::Number(n);
    let in_month = format!("\"{nth} {name} of the month\"");
    if n < 2 {
        return Refusal::not_understood(span, format!("the {nth} {name} of what?"))
            .hint(format!("say \"{name}\" or {in_month}"));
    }
    Refusal::new(
        RefusalKind::Ambiguous,
        span,
        "this could be counted in weeks or within the month",
    )
    .hint(format!("say \"{n} weeks on {name}\" or {in_month}"))
}

/// What may follow a unit: the day in it.
fn after_unit(text: &str, here: &mut Cursor<'_>, unit: Unit, n: u32) -> Result<What, Refusal> {
    let mut ahead = *here;
    let on = ahead.eat(&["on"]);
    Ok(What::Known(match unit {
        Unit::Day => Repeats::Days(n),
        Unit::WorkingDay => Repeats::WorkingDays(n),
        Unit::Week => match days(text, &mut ahead)? {
            Some(days) => {
                *here = ahead;
                Repeats::Weeks(n, days)
            }
            None => Repeats::Weeks(n, WeekdaySet::EMPTY),
        },
        Unit::Month if on => {
            let day = month_day(&mut ahead)?;
            *here = ahead;
            Repeats::Months(n, Some(day))
        }
        Unit::Month => Repeats::Months(n, None),
        Unit::Year => {
            ahead.eat(&["the"]);
            if on || starts_date(&ahead) {
                return Ok(What::Dated(n));
            }
            Repeats::Years(n, None)
        }
    }))
}

/// Whether a date of every year stands here: "3 dec", "dec 3rd", "first of march".
fn starts_date(here: &Cursor<'_>) -> bool {
    let mut ahead = *here;
    if month(&mut ahead).is_some() {
        return true;
    }
    if ordinal(&mut ahead).is_none() && cardinal(&mut ahead).is_none() {
        return false;
    }
    ahead.eat(&["of", "in"]);
    ahead.eat_mark('-');
    month(&mut ahead).is_some()
}

/// "end of the month", "eom", "month end".
fn end_of_month(cursor: &mut Cursor<'_>) -> bool {
    const ENDS: &[&str] = &[
        "end of month",
        "end of the month",
        "end of each month",
        "end of every month",
        "month end",
        "eom",
    ];
    let mut here = *cursor;
    here.eat(&["the"]);
    let found = ENDS.iter().any(|end| here.eat_all(end));
    if found {
        *cursor = here;
    }
    found
}

fn adverb(here: &mut Cursor<'_>) -> Option<(Unit, u32)> {
    let (_, unit, n) = ADVERBS.iter().find(|(names, ..)| here.eat(names))?;
    Some((*unit, *n))
}

fn unit(here: &mut Cursor<'_>) -> Option<(Unit, u32)> {
    if working_day(here, true) {
        return Some((Unit::WorkingDay, 1));
    }
    let (_, unit, n) = UNITS.iter().find(|(names, ..)| here.eat(names))?;
    Some((*unit, *n))
}

/// "weekday", "business day"; and several of them where `or_several`.
pub(super) fn working_day(cursor: &mut Cursor<'_>, or_several: bool) -> bool {
    let mut here = *cursor;
    let (one, several) = if here.eat(&["business", "working", "work"]) {
        (["day"].as_slice(), ["days"].as_slice())
    } else {
        (
            ["weekday", "workday"].as_slice(),
            ["weekdays", "workdays"].as_slice(),
        )
    };
    let found = here.eat(one) || or_several && here.eat(several);
    if found {
        *cursor = here;
    }
    found
}

/// So many of a unit that is itself several: "2 quarters".
fn times(start: &Cursor<'_>, here: &Cursor<'_>, n: u32, factor: u32) -> Result<u32, Refusal> {
    let times = n.checked_mul(factor);
    times.ok_or_else(|| too_long(start.span_to(here)))
}

/// Refuses words that say no days.
fn refused(here: &Cursor<'_>) -> Result<(), Refusal> {
    let mut here = *here;
    here.eat(&["a"]);
    match REFUSED.iter().find(|(words, ..)| here.clone().eat(words)) {
        Some((_, why, instead)) => Err(Refusal::not_understood(here.span(), *why).hint(*instead)),
        None => Ok(()),
    }
}

/// The refusal of what means nothing here.
pub(super) fn unknown(here: &Cursor<'_>) -> Refusal {
    let span = here.span();
    let Some(word) = here.word() else {
        return Refusal::not_understood(span, "this does not say what repeats").hint(EXAMPLES);
    };
    let refusal = Refusal::not_understood(span, format!("\"{word}\" is not understood here"));
    match closest(word) {
        Some(known) => refusal.hint(format!("did you mean \"{known}\"?")),
        None => refusal.hint(EXAMPLES),
    }
}
