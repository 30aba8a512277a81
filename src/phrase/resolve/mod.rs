//! A phrase meets the calendar: candidate readings, then the one that the sense picks.

mod agree;
mod clock;
mod days;
mod frame;
mod pick;
mod shift;
mod spans;

use chrono::Datelike as _;

use super::ast::{Day, Phrase, Shift, Span, Spot, Time, Which, Year};
use super::grammar::beside_day;
use super::refusal::{Refusal, RefusalKind};
use super::show;
use super::{Reading, Sense};
use crate::domain::calendar::{Calendar, DateOrder};
use crate::domain::deadline::Deadline;
use clock::Clock;
use days::Choices;
use frame::Frame;

/// For so many days after it, a date without a year means the past one.
const RECENT: i64 = 92;

/// What a phrase means.
pub(super) fn resolve(
    text: &str,
    phrase: &Phrase,
    sense: Sense,
    calendar: &Calendar<'_>,
) -> Result<Reading, Refusal> {
    let frame = Frame::new(text, phrase, sense, calendar)?;
    let phrase = settled(phrase, &frame)?;
    let reading = if let Some(shift) = &phrase.shift {
        shift::resolve(&phrase, shift, &frame)?
    } else {
        plain(&phrase, &frame)?
    };
    frame.checked(reading)
}

/// The phrase with its numbers settled: which is the day, the month, the time.
fn settled(phrase: &Phrase, frame: &Frame<'_>) -> Result<Phrase, Refusal> {
    let mut phrase = phrase.clone();
    if let Some(bare) = phrase.bare.take() {
        settle_bare(&mut phrase, &bare, frame)?;
    }
    if let (Some(zone), None, None, None, None, None) = (
        &phrase.zone,
        &phrase.day,
        &phrase.weekday,
        &phrase.part,
        &phrase.time,
        &phrase.shift,
    ) {
        return Err(
            Refusal::not_understood(zone.span.clone(), "a zone without a day or a time")
                .hint("say \"tomorrow 1pm\" and then the zone"),
        );
    }
    if let Some(Spot {
        value: Day::Slashed {
            first,
            second,
            year,
        },
        span,
    }) = phrase.day.clone()
    {
        let both = slashed(first, second, year, &span, frame)?;
        if let [one] = both.as_slice() {
            phrase.day = Some(Spot {
                value: one.clone(),
                span,
            });
        } else {
            return Err(both_ways(&phrase, &both, frame));
        }
    }
    // "wednesday of next week"
    if let (Some(day), Some(weekday)) = (&phrase.day, &mut phrase.weekday)
        && let Some(week) = spans::week_of(&day.value)
    {
        if weekday.value.1 != Which::Coming {
            return Err(Refusal::not_understood(
                weekday.span.clone(),
                "two weeks are named",
            ));
        }
        weekday.value.1 = Which::InWeek(week);
        phrase.day = None;
    }
    Ok(phrase)
}

fn settle_bare(
    phrase: &mut Phrase,
    bare: &Spot<super::words::Count>,
    frame: &Frame<'_>,
) -> Result<(), Refusal> {
    let span = bare.span.clone();
    let value = bare.value.value;
    let no_sense = |message: &str| Refusal::not_understood(span.clone(), message);
    let is_hour = bare.value.digits.is_some_and(|digits| digits > 2) || value < 24;
    let time = beside_day(bare.value).filter(|_| is_hour);
    let is_weekday_only = phrase.weekday.is_some() && phrase.day.is_none() && phrase.part.is_none();
    if is_weekday_only && bare.value.digits.is_none_or(|digits| digits <= 2) {
        let mut dated = phrase.clone();
        dated.day = Some(Spot {
            value: Day::Monthly(value),
            span: span.clone(),
        });
        let as_day = (1..=31)
            .contains(&value)
            .then(|| plain(&dated, frame).ok())
            .flatten();
        let mut timed = phrase.clone();
        timed.time = time.map(|value| Spot {
            value,
            span: span.clone(),
        });
        return match (as_day, timed.time.is_some()) {
            (Some(day), true) => {
                let as_time = plain(&timed, frame)?;
                Err(frame.ambiguous(
                    [day.deadline, as_time.deadline],
                    &format!("say \"the {}\" or \"at {value}\"", th(value)),
                ))
            }
            (Some(_), false) => {
                *phrase = dated;
                Ok(())
            }
            (None, true) if value <= 12 => {
                *phrase = timed;
                Ok(())
            }
            _ => Err(no_sense("no such day falls within two months")
                .hint("say a time as \"15:00\", or the whole date")),
        };
    }
    let has_day = phrase.day.is_some() || phrase.part.is_some() || phrase.weekday.is_some();
    if has_day || phrase.shift.is_some() {
        let time = time.ok_or_else(|| no_sense("this is no time of the day"))?;
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
    let (message, hint) = if bare.value.digits == Some(4) {
        (
            format!("{value} could be a time or a year"),
            format!("say \"at {value}\" or \"end of {value}\""),
        )
    } else if (1..=12).contains(&value) {
        (
            format!("{value} could be a time, a day or a length of time"),
            format!(
                "say \"at {value}\", \"the {}\" or \"in {value} hours\"",
                th(value)
            ),
        )
    } else {
        (
            format!("the number {value} means nothing alone"),
            "say a time as \"15:00\", a day as \"15 Dec\" or \"in 15 min\"".to_owned(),
        )
    };
    let readings = bare_readings(phrase, bare, time, frame);
    let kind = if readings.len() > 1 {
        RefusalKind::Ambiguous
    } else {
        RefusalKind::NotUnderstood
    };
    let refusal = Refusal::new(kind, span, message).hint(hint);
    Err(if readings.len() > 1 {
        refusal.readings(readings)
    } else {
        refusal
    })
}

/// What a number alone could be.
fn bare_readings(
    phrase: &Phrase,
    bare: &Spot<super::words::Count>,
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
fn slashed(
    first: u32,
    second: u32,
    year: Option<i32>,
    span: &std::ops::Range<usize>,
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

fn both_ways(phrase: &Phrase, both: &[Day], frame: &Frame<'_>) -> Refusal {
    let frame = frame.lenient();
    let readings: Vec<Deadline> = both
        .iter()
        .filter_map(|day| {
            let mut phrase = phrase.clone();
            if let Some(spot) = &mut phrase.day {
                spot.value = day.clone();
            }
            phrase.shift = None;
            plain(&phrase, &frame).ok().map(|reading| reading.deadline)
        })
        .collect();
    frame.ambiguous(
        readings,
        "name the month, as in \"3 Dec\", or set date_order in the config",
    )
}

/// A phrase of a day and a time, or one of them.
fn plain(phrase: &Phrase, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    if let Some(time) = &phrase.time
        && let Time::HourSign {
            seconds,
            alone: true,
        } = time.value
        && (seconds % 3600 == 0 || seconds < 7 * 3600)
    {
        let mut readings = vec![frame.after_seconds(seconds.into())?];
        match plain(&clocked(phrase, seconds), frame) {
            Ok(by_clock) => readings.push(by_clock.deadline),
            Err(refusal) => readings.extend(refusal.readings),
        }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let length = if minutes == 0 {
            format!("{hours}h")
        } else {
            format!("{hours}h{minutes:02}m")
        };
        let hour = if hours < 7 { hours + 12 } else { hours };
        let hint = format!("say \"in {length}\" or \"{hour:02}:{minutes:02}\"");
        return Err(frame.ambiguous(readings, &hint));
    }
    let clock = clock::clock(phrase, frame)?;
    let choices = days::choices(phrase, frame)?;
    let choices = before(phrase, choices, &clock, frame)?;
    if let (Some(day), false) = (&phrase.day, matches!(clock, Clock::WholeDay))
        && spans::is_open(&day.value)
    {
        return Err(Refusal::not_understood(
            day.span.clone(),
            "this is more than a day, so a time does not fit it",
        )
        .hint("say the day, such as \"monday of next week 9am\" or \"end of month 5pm\""));
    }
    pick::pick(&choices, &clock, frame)
}

fn clocked(phrase: &Phrase, seconds: u32) -> Phrase {
    let mut phrase = phrase.clone();
    if let Some(time) = &mut phrase.time {
        time.value = Time::Half(seconds % (12 * 3600));
    }
    phrase
}

/// "before friday" is Thursday; "before friday 3pm" is three on Friday.
fn before(
    phrase: &Phrase,
    choices: Choices,
    clock: &Clock,
    frame: &Frame<'_>,
) -> Result<Choices, Refusal> {
    let Some(before) = &phrase.before else {
        return Ok(choices);
    };
    if let (Some(part), None) = (&phrase.part, &phrase.time) {
        let span = before.start..part.span.end.max(before.end);
        return Err(Refusal::not_understood(
            span,
            "\"before\" with a part of the day sets no clear end",
        )
        .hint("say a time, such as \"tomorrow 9am\""));
    }
    if matches!(clock, Clock::WholeDay) {
        return Ok(choices.eves(frame));
    }
    let time_first = phrase
        .time
        .as_ref()
        .is_some_and(|time| time.span.start < before.start);
    if time_first {
        return Err(
            Refusal::not_understood(before.clone(), "a time before a day: which day?")
                .hint("say \"thursday 3pm\" or \"before friday\""),
        );
    }
    Ok(choices)
}

/// Whether a year is one that deadlines lie in.
fn is_year(year: i32) -> bool {
    (1900..=9999).contains(&year)
}

/// The year that a phrase names, if it names one.
fn said_year(year: Year, frame: &Frame<'_>) -> Option<i32> {
    match year {
        Year::Any => None,
        Year::Is(year) => Some(year),
        Year::Relative(years) => frame.today().year().checked_add(years),
    }
}

/// Whether a move stands still: "now".
fn is_now(shift: &Shift) -> bool {
    shift.amount == super::ast::Amount::default()
}

/// The remark that shows a deadline of another zone by the user's clock.
fn here_and_there(deadline: &Deadline, frame: &Frame<'_>) -> String {
    let here = Deadline::instant(deadline.at(), frame.calendar.zone);
    let place = match frame.their_name() {
        Some(name) => format!("for {name} ({})", deadline.zone()),
        None => format!("in {}", deadline.zone()),
    };
    format!(
        "{} {place} is {} here ({})",
        show::timed(deadline),
        show::timed(&here),
        here.zone()
    )
}
