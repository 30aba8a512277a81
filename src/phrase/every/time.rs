//! The time of the day on which something repeats.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, Weekday};

use super::super::ast::{Day, Part, Phrase, Spot, Time, Year};
use super::super::grammar::beside_day;
use super::super::refusal::{Refusal, RefusalKind};
use super::super::words::Count;
use super::super::{Sense, resolve};
use crate::domain::calendar::Calendar;
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

/// The day that times are resolved on. Any would do: no clock changes in UTC, and no sense that
/// allows the past asks whether a time has passed.
const SOME_DAY: (i32, u32, u32) = (2000, 1, 3);

/// The time that a phrase says beside what repeats; refuses whatever else it says. A number by
/// itself is a time where `takes_number`.
pub(super) fn time(mut phrase: Phrase, takes_number: bool) -> Result<Option<NaiveTime>, Refusal> {
    surplus(&phrase)?;
    if let Some(bare) = phrase.bare.take() {
        let value = number(&bare, takes_number)?;
        phrase.time = Some(Spot {
            value,
            span: bare.span,
        });
    }
    let spans = [
        phrase.time.as_ref().map(|time| time.span.clone()),
        phrase.part.as_ref().map(|part| part.span.clone()),
    ];
    let Some(span) = spans.into_iter().flatten().reduce(around) else {
        return Ok(None);
    };
    hours_of_work(&phrase, &span)?;
    if let Some(time) = &mut phrase.time {
        match &mut time.value {
            Time::Midnight => return Err(midnight(span)),
            // Beside what repeats, "3h30" is no length of time.
            Time::HourSign { alone, .. } => *alone = false,
            _ => {}
        }
    }
    resolved(phrase, span)
}

/// Reads against a calendar without clock, zones and customs: a rule hangs on none of them.
pub(super) fn on_plain_calendar<T>(read: impl FnOnce(&Calendar<'_>) -> T) -> T {
    read(&Calendar {
        now: DateTime::UNIX_EPOCH,
        zone: &Zone::utc(),
        week_start: Weekday::Mon,
        date_order: None,
        work: &WorkingTime::default(),
        abbreviations: &BTreeMap::new(),
        their: None,
        zone_named: &|_| None,
    })
}

fn around(one: Range<usize>, other: Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

/// Refuses what is neither a time nor a part of the day.
fn surplus(phrase: &Phrase) -> Result<(), Refusal> {
    if let Some(zone) = &phrase.zone {
        return Err(Refusal::not_understood(
            zone.span.clone(),
            "a rule has no zone: its times are in the zone of the promise",
        )
        .hint("say the zone with the first deadline, in --due"));
    }
    let spans = [
        phrase.day.as_ref().map(|day| &day.span),
        phrase.weekday.as_ref().map(|weekday| &weekday.span),
        phrase.shift.as_ref().map(|shift| &shift.span),
        phrase.before.as_ref(),
    ];
    match spans.into_iter().flatten().next() {
        Some(span) => Err(Refusal::not_understood(
            span.clone(),
            "only a time stands beside what repeats",
        )
        .hint(super::EXAMPLES)),
        None => Ok(()),
    }
}

/// "friday 16", "day 1430".
fn number(bare: &Spot<Count>, takes_number: bool) -> Result<Time, Refusal> {
    let value = bare.value.value;
    let is_short = bare.value.digits.is_none_or(|digits| digits <= 2);
    if is_short && !takes_number {
        let refusal = Refusal::not_understood(
            bare.span.clone(),
            "a number here could be one of several things",
        );
        return Err(refusal.hint(format!("say \"at {value}\" or \"{value}:00\"")));
    }
    beside_day(bare.value).ok_or_else(|| {
        Refusal::not_understood(bare.span.clone(), "this is no time of the day")
            .hint("say a time such as \"1pm\", \"13:00\" or \"noon\"")
    })
}

/// Refuses times that hang on the hours of work.
fn hours_of_work(phrase: &Phrase, span: &Range<usize>) -> Result<(), Refusal> {
    let time = phrase.time.as_ref().map(|time| time.value);
    let part = phrase.part.as_ref().map(|part| part.value);
    let depends = matches!(time, Some(Time::EndOfWork | Time::StartOfWork))
        || time.is_none() && part == Some(Part::Afternoon);
    if !depends {
        return Ok(());
    }
    Err(Refusal::not_understood(
        span.clone(),
        "this hangs on the hours of work, which may change",
    )
    .hint("say the time, such as \"17:00\""))
}

fn midnight(span: Range<usize>) -> Refusal {
    Refusal::new(
        RefusalKind::Ambiguous,
        span,
        "midnight could be either end of the day",
    )
    .hint("say \"00:00\" for its start, and no time for its end")
}

/// The time, by the rules for deadlines.
fn resolved(mut phrase: Phrase, span: Range<usize>) -> Result<Option<NaiveTime>, Refusal> {
    let (year, month, day) = SOME_DAY;
    phrase.day = Some(Spot {
        value: Day::Date {
            year: Year::Is(year),
            month,
            day,
        },
        span: span.clone(),
    });
    let resolved = on_plain_calendar(|calendar| {
        resolve::resolve("", &phrase, Sense::DeadlineMaybePast, calendar)
    });
    let reading = match resolved {
        Ok(reading) => reading,
        Err(refusal) if refusal.kind == RefusalKind::NotUnderstood => return Err(refusal),
        Err(_) => {
            return Err(Refusal::new(
                RefusalKind::Ambiguous,
                span,
                "this could be a time in the morning or after noon",
            )
            .hint("say the time with am or pm, or as \"03:30\" or \"15:30\""));
        }
    };
    let deadline = reading.deadline;
    if deadline.is_whole_day() {
        return Ok(None);
    }
    // "24:00" is the start of another day.
    if NaiveDate::from_ymd_opt(year, month, day) != Some(deadline.date()) {
        return Err(midnight(span));
    }
    Ok(Some(deadline.local().time()))
}
