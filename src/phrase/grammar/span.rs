//! Spans with names, and days counted within them: "end of next month", "last friday of october".

use super::super::ast::{Counted, Day, Shift, Span, Toward, Unit, Year};
use super::super::cursor::Cursor;
use super::super::feasts;
use super::super::refusal::{Refusal, RefusalKind};
use super::super::words::{cardinal, month, ordinal, weekday};
use super::date::numbers;
use super::lead::Preposition;
use super::month::{dated, is_clock, year_after};
use super::{Reader, Taken};

/// "within the hour".
pub(super) fn within_unit(reader: &mut Reader<'_>) -> Taken {
    if !(reader.lead.is(Preposition::Within) && reader.lead.the) {
        return Ok(false);
    }
    let mut here = reader.cursor;
    if here.eat(&["hour"]) {
        let mut shift: Shift = super::shift::whole(0, Toward::Ahead, false);
        shift.amount.seconds = 3600;
        return reader.take_shift(here, shift);
    }
    let Some(word) = here.word().filter(|word| {
        matches!(
            *word,
            "day" | "week" | "month" | "quarter" | "year" | "weekend"
        )
    }) else {
        return Ok(false);
    };
    let said = reader.cursor.span();
    Err(Refusal::new(
        RefusalKind::Ambiguous,
        said,
        format!("\"within the {word}\" could mean until it ends, or as long from now"),
    )
    .hint(format!("say \"this {word}\" or \"in one {word}\"")))
}

/// "last friday of october", "20 of next month", "third tuesday after christmas".
pub(super) fn nth(reader: &mut Reader<'_>) -> Taken {
    let start = reader.cursor;
    let mut here = start;
    let is_figure = here.digits().is_some();
    let is_ordinal;
    let mut n;
    if here.eat(&["last"]) {
        (n, is_ordinal) = (-1, true);
    } else if let Some(value) = ordinal(&mut here) {
        (n, is_ordinal) = (i32::try_from(value).unwrap_or(i32::MAX), true);
        if here.eat(&["last"]) || here.eat_all("to last") {
            n = -n;
        }
    } else if let Some(count) = cardinal(&mut here).filter(|_| is_figure) {
        (n, is_ordinal) = (i32::try_from(count.value).unwrap_or(i32::MAX), false);
    } else if reader.lead.end.is_none() {
        return weekday_from(reader);
    } else {
        return Ok(false);
    }
    let counted = counted(&mut here);
    let is_weekday = matches!(counted, Some(Counted::Weekdays(_)));
    if counted.is_some() && !is_ordinal {
        return Ok(false);
    }
    if let Some(Counted::Weekdays(weekday)) = counted
        && n > 0
        && let Some(base) = after(&mut here)
    {
        return reader.take_day(here, Day::NthFrom(n, weekday, Box::new(base)));
    }
    let is_joined = here.eat(&["of", "in"]);
    // "15th next month" needs no "of"; "3 december" is a date.
    if !is_joined && !is_ordinal {
        return Ok(false);
    }
    let mut ahead = here;
    let Some(span) = span_named(&mut ahead) else {
        return Ok(false);
    };
    let is_named_month = matches!(span, Span::Month(..));
    if counted.is_none() && (is_named_month || n < 0) || !is_joined && is_named_month && !is_weekday
    {
        return Ok(false);
    }
    if matches!(span, Span::Relative(Unit::Week, _)) && is_weekday {
        return Ok(false);
    }
    reader.take_day(ahead, Day::Nth(n, counted.unwrap_or(Counted::Days), span))
}

/// "friday after christmas", "the monday before easter".
fn weekday_from(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    let Some(weekday) = weekday(&mut here) else {
        return Ok(false);
    };
    let is_before = here.word() == Some("before");
    match after(&mut here) {
        Some(base) => {
            let n = if is_before { -1 } else { 1 };
            reader.take_day(here, Day::NthFrom(n, weekday, Box::new(base)))
        }
        None => Ok(false),
    }
}

/// "after christmas 2014", "before 3 Dec".
fn after(cursor: &mut Cursor<'_>) -> Option<Day> {
    let mut here = *cursor;
    if !here.eat(&["after", "following", "before"]) {
        return None;
    }
    here.eat(&["the"]);
    let day = if let Some(feast) = feasts::named(&mut here) {
        Day::Feast(feast, year_after(&mut here, false))
    } else if let Some((month, day, year)) = dated(&mut here) {
        Day::Date { year, month, day }
    } else {
        numbers(&mut here)?
    };
    *cursor = here;
    Some(day)
}

fn counted(here: &mut Cursor<'_>) -> Option<Counted> {
    for name in [
        "working day",
        "business day",
        "work day",
        "workday",
        "weekday",
    ] {
        if here.eat_all(name) {
            return Some(Counted::WorkingDays);
        }
    }
    if here.eat(&["day"]) {
        return Some(Counted::Days);
    }
    weekday(here).map(Counted::Weekdays)
}

/// "next week", "december", "q1", "eom", "end of the year", "by the weekend".
pub(super) fn span(reader: &mut Reader<'_>) -> Taken {
    let lead = &reader.lead;
    let start = reader.cursor;
    let mut here = start;
    let abbreviated = [
        ("eow", Unit::Week),
        ("eom", Unit::Month),
        ("eoq", Unit::Quarter),
        ("eoy", Unit::Year),
    ];
    for (name, unit) in abbreviated {
        if here.eat(&[name]) {
            let span = Span::Relative(unit, 0);
            return reader.take_day(here, Day::Span { span, end: true });
        }
    }
    for (name, unit) in [
        ("month end", Unit::Month),
        ("quarter end", Unit::Quarter),
        ("year end", Unit::Year),
    ] {
        if here.eat_all(name) {
            let span = Span::Relative(unit, 0);
            return reader.take_day(here, Day::Span { span, end: true });
        }
    }
    let is_edge = lead.end.is_some() || lead.start.is_some();
    let is_weekend = here.clone().eat(&["weekend"]);
    if (lead.is(Preposition::By) || lead.before.is_some()) && is_weekend {
        here.eat(&["weekend"]);
        // The eve stands for "before" already.
        reader.lead.before = None;
        return reader.take_day(here, Day::EveOfWeekend);
    }
    let span = if is_weekend {
        here.eat(&["weekend"]);
        Some(Span::Relative(Unit::Weekend, 0))
    } else if is_edge {
        unit(&mut here)
            .map(|unit| Span::Relative(unit, 0))
            .or_else(|| span_named(&mut here))
    } else {
        span_named(&mut here)
    };
    let span = span.or_else(|| {
        let is_year = is_edge
            || lead.is(Preposition::In)
            || lead.is(Preposition::Within)
            || lead.before.is_some();
        is_year.then(|| year_alone(&mut here)).flatten()
    });
    let Some(span) = span else {
        return Ok(false);
    };
    let end = lead.end.is_some();
    if lead.start.is_some() {
        reader.lead.used = true;
        return reader.take_day(here, Day::StartOf(span));
    }
    reader.take_day(here, Day::Span { span, end })
}

fn unit(here: &mut Cursor<'_>) -> Option<Unit> {
    let unit = match here.word()? {
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" | "qtr" => Unit::Quarter,
        "year" => Unit::Year,
        _ => return None,
    };
    here.advance();
    Some(unit)
}

/// A span as it is named within a phrase.
fn span_named(cursor: &mut Cursor<'_>) -> Option<Span> {
    let mut here = *cursor;
    let the = here.eat(&["the"]);
    let found = relative_span(&mut here, the)
        .or_else(|| quarter(&mut here))
        .or_else(|| named_month(&mut here))?;
    *cursor = here;
    Some(found)
}

fn relative_span(cursor: &mut Cursor<'_>, the: bool) -> Option<Span> {
    let mut here = *cursor;
    let offset = if here.eat(&["this", "current"]) {
        Some(0)
    } else if here.eat(&["next", "following"]) {
        Some(1)
    } else if here.eat(&["last", "previous", "past"]) {
        Some(-1)
    } else {
        None
    };
    let unit = unit(&mut here)?;
    let offset = match offset {
        Some(offset) => offset,
        None if here.eat_all("after next") => 2,
        None if the => 0,
        None => return None,
    };
    *cursor = here;
    Some(Span::Relative(unit, offset))
}

/// "q1", "q1 2027", "2027 q1", "18q4", "third quarter".
fn quarter(cursor: &mut Cursor<'_>) -> Option<Span> {
    let mut here = *cursor;
    let mut year = Year::Any;
    if let Some((value, length @ (2 | 4))) = here.eat_digits() {
        let value = i32::try_from(value).ok()?;
        year = Year::Is(if length == 2 { 2000 + value } else { value });
        here.eat_mark('-');
    } else {
        here = *cursor;
    }
    let number = if here.eat(&["q"]) {
        let (number, 1) = here.eat_digits()? else {
            return None;
        };
        number
    } else if year == Year::Any {
        let number = ordinal(&mut here)?;
        if !here.eat(&["quarter", "qtr"]) {
            return None;
        }
        number
    } else {
        return None;
    };
    if !(1..=4).contains(&number) || here.is_glued() {
        return None;
    }
    if year == Year::Any {
        year = year_after(&mut here, false);
    }
    *cursor = here;
    Some(Span::Quarter(number, year))
}

fn named_month(cursor: &mut Cursor<'_>) -> Option<Span> {
    let mut here = *cursor;
    let offset = if here.eat(&["next"]) {
        // Of this year's end or of next year: said twelve times a year in either meaning.
        return None;
    } else {
        here.eat(&["this", "coming"]);
        month(&mut here)?
    };
    let year = year_after(&mut here, false);
    *cursor = here;
    Some(Span::Month(offset, year))
}

fn year_alone(cursor: &mut Cursor<'_>) -> Option<Span> {
    let mut here = *cursor;
    let (year, 4) = here.eat_digits()? else {
        return None;
    };
    if is_clock(&here) || here.is_glued() || !(1700..=2399).contains(&year) {
        return None;
    }
    *cursor = here;
    Some(Span::Year(i32::try_from(year).ok()?))
}
