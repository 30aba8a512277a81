//! Numbers that the calendar settles: a time or a day, the day or the month.

use std::ops::Range;

use super::super::ast::{Day, Phrase, Span, Spot, Time, Year};
use super::super::grammar::beside_day;
use super::super::refusal::{Refusal, RefusalKind};
use super::super::words::{Count, weekday_name};
use super::frame::Frame;
use super::plain;
use crate::domain::calendar::DateOrder;
use crate::domain::deadline::Deadline;

/// Makes a time or a day of a number that stands by itself.
pub(super) fn settle_bare(
    phrase: &mut Phrase,
    bare: &Spot<Count>,
    frame: &Frame<'_>,
) -> Result<(), Refusal> {
    let span = bare.span.clone();
    let value = bare.value.value;
    let is_short = bare.value.digits.is_none_or(|digits| digits <= 2);
    let time = beside_day(bare.value).filter(|_| !is_short || value < 24);
    let refuse = |message: &str| Refusal::not_understood(span.clone(), message);
    let has_day = phrase.day.is_some() || phrase.part.is_some();
    if phrase.weekday.is_some() && !has_day && is_short {
        return beside_weekday(phrase, bare, time, frame);
    }
    // "5 dec 3" is three o'clock on the fifth, or five o'clock on the third.
    if let Some(day) = &phrase.day
        && matches!(
            day.value,
            Day::Date { .. } | Day::Slashed { .. } | Day::Monthly(_)
        )
        && span.start > day.span.start
        && is_short
    {
        return Err(
            refuse("a number after a date could be one of several things")
                .hint(format!("say \"at {value}\" or \"{value}:00\"")),
        );
    }
    if has_day || phrase.weekday.is_some() {
        let time = time.ok_or_else(|| refuse("this is no time of the day"))?;
        phrase.time = Some(Spot { value: time, span });
        return Ok(());
    }
    // "1030" is a time; "2030" could be a year.
    if let Some(time) = time
        && bare.value.digits == Some(4)
        && !(1900..=2199).contains(&value)
    {
        phrase.time = Some(Spot { value: time, span });
        return Ok(());
    }
    Err(alone(phrase, bare, time, frame))
}

/// "friday 4" is a time, or a day where that Friday is a fourth.
fn beside_weekday(
    phrase: &mut Phrase,
    bare: &Spot<Count>,
    time: Option<Time>,
    frame: &Frame<'_>,
) -> Result<(), Refusal> {
    let value = bare.value.value;
    let mut dated = phrase.clone();
    dated.day = Some(Spot {
        value: Day::Monthly(value),
        span: bare.span.clone(),
    });
    let is_day = (1..=31).contains(&value);
    let as_day = is_day.then(|| plain(&dated, frame).ok()).flatten();
    let mut timed = phrase.clone();
    timed.time = time.map(|value| Spot {
        value,
        span: bare.span.clone(),
    });
    let weekday = phrase.weekday.as_ref();
    // "2 friday" could be meant to count.
    let is_before = weekday.is_some_and(|day| day.span.start > bare.span.start);
    let name = weekday.map_or("that day", |weekday| weekday_name(weekday.value.0));
    let name = name.to_lowercase();
    match (as_day, time) {
        (Some(day), Some(_)) => {
            let as_time = plain(&timed, frame)?;
            Err(frame.ambiguous(
                [day.deadline, as_time.deadline],
                &format!("say \"{name} the {}\" or \"{name} at {value}\"", th(value)),
            ))
        }
        (Some(_), None) => {
            *phrase = dated;
            Ok(())
        }
        (None, Some(_)) if value <= 12 && !is_before => {
            *phrase = timed;
            Ok(())
        }
        _ => Err(
            Refusal::not_understood(bare.span.clone(), "no such day falls within two months")
                .hint("say a time as \"15:00\", or the whole date"),
        ),
    }
}

/// The refusal of a number that stands alone.
fn alone(phrase: &Phrase, bare: &Spot<Count>, time: Option<Time>, frame: &Frame<'_>) -> Refusal {
    let value = bare.value.value;
    let (message, hint) = if bare.value.digits == Some(4) {
        (
            format!("{value} could be a time or a year"),
            format!("say \"at {value}\" or \"end of {value}\""),
        )
    } else if (1..=12).contains(&value) {
        let day = th(value);
        (
            format!("{value} could be a time, a day or a length of time"),
            format!("say \"at {value}\", \"the {day}\" or \"in {value} hours\""),
        )
    } else {
        (
            format!("the number {value} means nothing alone"),
            "say a time as \"15:00\", a day as \"15 Dec\" or \"in 15 min\"".to_owned(),
        )
    };
    let readings = bare_readings(phrase, bare, time, frame);
    let span = bare.span.clone();
    if readings.len() > 1 {
        return Refusal::new(RefusalKind::Ambiguous, span, message)
            .readings(readings)
            .hint(hint);
    }
    Refusal::not_understood(span, message).hint(hint)
}

/// What a number alone could be.
fn bare_readings(
    phrase: &Phrase,
    bare: &Spot<Count>,
    time: Option<Time>,
    frame: &Frame<'_>,
) -> Vec<Deadline> {
    let value = bare.value.value;
    let is_year = bare.value.digits == Some(4);
    if !is_year && !(1..=12).contains(&value) {
        return Vec::new();
    }
    let spot = |day| Spot {
        value: day,
        span: bare.span.clone(),
    };
    let mut timed = phrase.clone();
    timed.time = time.map(|value| Spot {
        value,
        span: bare.span.clone(),
    });
    let mut dated = phrase.clone();
    dated.day = Some(spot(if is_year {
        Day::Span {
            span: Span::Year(i32::try_from(value).unwrap_or(0)),
            end: true,
        }
    } else {
        Day::Monthly(value)
    }));
    let phrases = [timed.time.is_some().then_some(timed), Some(dated)];
    let mut readings: Vec<Deadline> = phrases
        .iter()
        .flatten()
        .flat_map(|phrase| match plain(phrase, frame) {
            Ok(reading) => vec![reading.deadline],
            Err(refusal) => refusal.readings,
        })
        .collect();
    if !is_year && !frame.looks_back() {
        readings.extend(frame.after_seconds(i64::from(value) * 3600));
    }
    readings.sort_by_key(Deadline::at);
    readings
}

/// "1st", "22nd".
fn th(number: u32) -> String {
    let suffix = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// The dates that a slashed one can be.
pub(super) fn slashed(
    first: u32,
    second: u32,
    year: Option<i32>,
    span: &Range<usize>,
    frame: &Frame<'_>,
) -> Result<Vec<Day>, Refusal> {
    let exists = |month: u32, day: u32| {
        chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some()
    };
    let date = |(month, day)| Day::Date {
        year: year.map_or(Year::Any, Year::Is),
        month,
        day,
    };
    let (day_first, month_first) = ((second, first), (first, second));
    let orders = match frame.calendar.date_order {
        Some(DateOrder::DayMonth) => vec![day_first],
        Some(DateOrder::MonthDay) => vec![month_first],
        None if first == second => vec![day_first],
        None => vec![day_first, month_first],
    };
    let found: Vec<Day> = orders
        .into_iter()
        .filter(|(month, day)| exists(*month, *day))
        .map(date)
        .collect();
    if found.is_empty() {
        let order = match frame.calendar.date_order {
            Some(DateOrder::DayMonth) => ", read as day and month",
            Some(DateOrder::MonthDay) => ", read as month and day",
            None => "",
        };
        return Err(
            Refusal::not_understood(span.clone(), format!("there is no such date{order}"))
                .hint("name the month, as in \"3 Dec\""),
        );
    }
    Ok(found)
}

/// The refusal that shows a date in both orders.
pub(super) fn both_ways(phrase: &Phrase, both: &[Day], frame: &Frame<'_>) -> Refusal {
    let frame = frame.lenient();
    frame.ambiguous(
        readings_of(phrase, both, &frame),
        "name the month, as in \"3 Dec\", or set date_order in the config",
    )
}

/// What a phrase comes to with each of some days.
pub(super) fn readings_of(phrase: &Phrase, days: &[Day], frame: &Frame<'_>) -> Vec<Deadline> {
    days.iter()
        .filter_map(|day| {
            let mut phrase = phrase.clone();
            if let Some(spot) = &mut phrase.day {
                spot.value = day.clone();
            }
            phrase.shift = None;
            plain(&phrase, frame).ok().map(|reading| reading.deadline)
        })
        .collect()
}
