//! Lengths of time: "1h30m", "an hour and a half", "2 business days".

use super::super::ast::Amount;
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::words::cardinal;

/// How an amount is written, as far as it could be something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::phrase) struct Form {
    /// "15h", "15h30": also a time of the day.
    pub(in crate::phrase) like_time: bool,
    /// "1400 hours": also a time of the day, as soldiers say it.
    pub(in crate::phrase) like_hours: bool,
    /// "a few".
    pub(in crate::phrase) few: bool,
    /// How many numbers with units.
    terms: u32,
}

/// A fraction: halves and quarters of hours are exact.
#[derive(Clone, Copy)]
struct Quantity {
    numerator: u64,
    denominator: u64,
    digits: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Seconds(u64),
    Days(u64),
    Months(u64),
    WorkingDays,
    WorkingHours,
}

/// What stands between a number and its unit without changing it.
const MORE: &[&str] = &[
    "more",
    "further",
    "additional",
    "full",
    "whole",
    "upcoming",
    "coming",
    "solid",
];

const UNITS: &[(&[&str], Unit)] = &[
    (&["s", "sec", "secs", "second", "seconds"], Unit::Seconds(1)),
    (
        &["m", "min", "mins", "minute", "minutes"],
        Unit::Seconds(60),
    ),
    (&["h", "hr", "hrs", "hour", "hours"], Unit::Seconds(3600)),
    (&["d", "day", "days"], Unit::Days(1)),
    (&["w", "wk", "wks", "week", "weeks"], Unit::Days(7)),
    (&["fortnight", "fortnights"], Unit::Days(14)),
    (
        &["mo", "mos", "mth", "mths", "month", "months"],
        Unit::Months(1),
    ),
    (&["quarter", "quarters"], Unit::Months(3)),
    (&["y", "yr", "yrs", "year", "years"], Unit::Months(12)),
    (&["bd", "bds", "workday", "workdays"], Unit::WorkingDays),
];

/// The length of time that stands here.
pub(in crate::phrase) fn amount(
    cursor: &mut Cursor<'_>,
) -> Result<Option<(Amount, Form)>, Refusal> {
    let start = *cursor;
    let mut total = Amount::default();
    let mut form = Form::default();
    let mut here = *cursor;
    while term(&start, &mut here, &mut total, &mut form)? {
        *cursor = here;
        here.eat(&["and"]);
        here.eat_mark(',');
    }
    if form.terms == 0 {
        return Ok(None);
    }
    let span = start.span_to(cursor);
    let working = total.working_days > 0 || total.working_minutes > 0;
    let civil = total.months > 0 || total.days > 0 || total.seconds > 0;
    if working && (civil || total.working_days > 0 && total.working_minutes > 0) {
        return Err(Refusal::not_understood(
            span,
            "working time is not mixed with other time",
        ));
    }
    if !working && !civil {
        return Err(Refusal::not_understood(span, "this is no time at all")
            .hint("say \"now\" or \"today\""));
    }
    Ok(Some((total, form)))
}

/// Adds one number with its unit; whether there was one.
fn term(
    start: &Cursor<'_>,
    cursor: &mut Cursor<'_>,
    total: &mut Amount,
    form: &mut Form,
) -> Result<bool, Refusal> {
    let mut here = *cursor;
    let Some(mut quantity) = quantity(&mut here) else {
        return Ok(false);
    };
    let is_few = here.back(1).is_some_and(|few| few.word() == Some("few"));
    here.eat(MORE);
    let is_glued = here.is_glued();
    let is_h = here.word() == Some("h");
    let Some(unit) = unit(&mut here) else {
        return Ok(false);
    };
    // "a quarter" is of an hour to some and of a year to others.
    if unit == Unit::Months(3) && quantity.digits == 0 && quantity.numerator == 1 {
        return Ok(false);
    }
    // "an hour and a half"
    for (words, halves, denominator) in [("and a half", 1, 2), ("and a quarter", 1, 4)] {
        let mut ahead = here;
        if quantity.denominator == 1
            && ahead.eat_all(words)
            && self::unit(&mut ahead.clone()).is_none()
        {
            quantity.numerator = quantity.numerator.saturating_mul(denominator) + halves;
            quantity.denominator = denominator;
            here = ahead;
        }
    }
    let too_far = |here: &Cursor<'_>| {
        Refusal::not_understood(start.span_to(here), "this is too long a time")
            .hint("a deadline lies at most 100 years ahead")
    };
    add(total, quantity, unit)
        .ok_or_else(|| too_far(&here))?
        .map_err(|why| {
            Refusal::not_understood(start.span_to(&here), why).hint("say it in smaller units")
        })?;
    form.like_hours |= quantity.digits == 4 && unit == Unit::Seconds(3600);
    form.like_time |= form.terms == 0 && is_h && is_glued && quantity.denominator == 1;
    form.few |= is_few;
    form.terms += 1;
    // "1h30": minutes need no unit after hours.
    if is_h && is_glued && here.is_glued() {
        let mut ahead = here;
        if let Some((minutes, 2)) = ahead.eat_digits()
            && !ahead.is_glued()
            && minutes < 60
        {
            total.seconds = total.seconds.saturating_add(u64::from(minutes) * 60);
            *cursor = ahead;
            return Ok(true);
        }
        form.like_time = false;
    } else if form.terms > 1 {
        form.like_time = false;
    }
    *cursor = here;
    Ok(true)
}

/// `None` where the sum is beyond any deadline, an error where a day would be cut.
fn add(total: &mut Amount, quantity: Quantity, unit: Unit) -> Option<Result<(), &'static str>> {
    let scaled = |scale: u64| {
        let product = quantity.numerator.checked_mul(scale)?;
        let is_whole = product % quantity.denominator == 0;
        Some((product / quantity.denominator, is_whole))
    };
    let scale = match unit {
        Unit::Seconds(scale) | Unit::Days(scale) | Unit::Months(scale) => scale,
        Unit::WorkingDays => 1,
        Unit::WorkingHours => 60,
    };
    let (count, is_whole) = scaled(scale)?;
    if !is_whole {
        return Some(Err(match unit {
            Unit::Seconds(_) => "this is no whole number of seconds",
            Unit::WorkingHours => "this is no whole number of minutes",
            Unit::Months(_) => "this is no whole number of months",
            Unit::Days(_) | Unit::WorkingDays => "this is no whole number of days",
        }));
    }
    let small = u32::try_from(count).ok()?;
    match unit {
        Unit::Seconds(_) => total.seconds = total.seconds.checked_add(count)?,
        Unit::Days(_) => total.days = total.days.checked_add(small)?,
        Unit::Months(_) => total.months = total.months.checked_add(small)?,
        Unit::WorkingDays => total.working_days = total.working_days.checked_add(small)?,
        Unit::WorkingHours => {
            total.working_minutes = total.working_minutes.checked_add(count)?;
        }
    }
    Some(Ok(()))
}

/// Where a number stands here that something follows which is no unit, but was meant as one:
/// the place of that word, and the unit that it is closest to.
pub(in crate::phrase) fn misspelt_unit<'a>(
    here: &Cursor<'a>,
) -> Option<(Cursor<'a>, Option<&'static str>)> {
    let mut ahead = *here;
    ahead.eat(&["and"]);
    quantity(&mut ahead)?;
    ahead.eat(MORE);
    let word = ahead.word().filter(|_| !is_unit(&ahead))?;
    Some((ahead, closest_unit(word)))
}

fn closest_unit(word: &str) -> Option<&'static str> {
    // The full names: short ones are close to anything.
    UNITS
        .iter()
        .flat_map(|(names, _)| names.iter().rev().take(2).copied())
        .chain(["business", "working"])
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|(distance, name)| *distance <= (name.len() / 3).min(2) && *distance < word.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Whether a unit of time stands here.
pub(super) fn is_unit(here: &Cursor<'_>) -> bool {
    unit(&mut here.clone()).is_some()
}

fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let mut here = *cursor;
    if here.eat(&["business", "working", "work"]) {
        let unit = if here.eat(&["day", "days"]) {
            Unit::WorkingDays
        } else if here.eat(&["hour", "hours", "hrs", "hr", "h"]) {
            Unit::WorkingHours
        } else {
            return None;
        };
        *cursor = here;
        return Some(unit);
    }
    let word = here.word()?;
    let (_, unit) = UNITS.iter().find(|(names, _)| names.contains(&word))?;
    cursor.advance();
    Some(*unit)
}

fn quantity(cursor: &mut Cursor<'_>) -> Option<Quantity> {
    let mut here = *cursor;
    let found = fraction(&mut here).or_else(|| {
        here = *cursor;
        article(&mut here)
    });
    let found = found.or_else(|| {
        here = *cursor;
        number(&mut here)
    })?;
    *cursor = here;
    Some(found)
}

const fn parts(numerator: u64, denominator: u64) -> Quantity {
    Quantity {
        numerator,
        denominator,
        digits: 0,
    }
}

/// "half an hour", "three quarters of an hour", "½".
fn fraction(here: &mut Cursor<'_>) -> Option<Quantity> {
    for (mark, quarters) in [('\u{bc}', 1), ('\u{bd}', 2), ('\u{be}', 3)] {
        if here.eat_mark(mark) {
            return Some(parts(quarters, 4));
        }
    }
    let quarters = if here.eat_all("three quarters") || here.eat_all("three quarter") {
        3
    } else {
        here.eat(&["a"]);
        if here.eat(&["half"]) {
            2
        } else if here.eat(&["quarter"]) {
            1
        } else {
            return None;
        }
    };
    let after = *here;
    here.eat(&["of"]);
    here.eat(&["a", "an"]);
    // "a quarter" alone is three months, "half past" a time.
    unit(&mut here.clone())
        .map(|_| parts(quarters, 4))
        .or_else(|| {
            *here = after;
            None
        })
}

/// "a", "a couple of", "a few".
fn article(here: &mut Cursor<'_>) -> Option<Quantity> {
    let article = here.eat(&["a", "an"]);
    if here.eat(&["couple", "pair"]) {
        here.eat(&["of"]);
        return Some(parts(2, 1));
    }
    if here.eat(&["few"]) {
        // As few as make a few.
        return Some(parts(3, 1));
    }
    article.then_some(parts(1, 1))
}

/// "2", "2.5", "1/4", "1 1/2", "two and a half".
fn number(here: &mut Cursor<'_>) -> Option<Quantity> {
    let digits = here.digits().map_or(0, str::len);
    let whole: u64 = match here.digits() {
        Some(digits) => {
            here.advance();
            digits.parse().ok()?
        }
        None => cardinal(here)?.value.into(),
    };
    let with = |numerator, denominator| {
        Some(Quantity {
            numerator,
            denominator,
            digits,
        })
    };
    if digits == 0 || !matches!(here.mark(), Some('.' | ',' | '/' | '\u{bc}'..='\u{be}')) {
        let mut ahead = *here;
        if ahead.eat_all("and a half") || ahead.eat_all("and an half") {
            *here = ahead;
            return with(whole.checked_mul(2)?.checked_add(1)?, 2);
        }
        // "1 1/2"
        if let Some((above, 1)) = ahead.eat_digits()
            && !here.is_glued()
            && ahead.eat_tight('/')
            && let Some((below @ (2 | 4), _)) = ahead.eat_digits()
            && above < below
        {
            *here = ahead;
            let below = u64::from(below);
            return with(whole.checked_mul(below)?.checked_add(above.into())?, below);
        }
        return with(whole, 1);
    }
    for (mark, quarters) in [('\u{bc}', 1), ('\u{bd}', 2), ('\u{be}', 3)] {
        if here.eat_mark(mark) {
            return with(whole.checked_mul(4)?.checked_add(quarters)?, 4);
        }
    }
    if here.eat_tight('/') {
        let (below, _) = here.eat_digits()?;
        return with(whole, (below > 0).then_some(below.into())?);
    }
    let is_comma = here.mark() == Some(',');
    if here.eat_tight('.') || here.eat_tight(',') {
        let (below, length) = here.eat_digits()?;
        // "1,500" is a thousand to some and one and a half to others.
        if length > 2 || is_comma && length == 3 {
            return None;
        }
        let scale = 10_u64.checked_pow(u32::try_from(length).ok()?)?;
        let numerator = whole.checked_mul(scale)?.checked_add(below.into())?;
        return with(numerator, scale);
    }
    None
}
