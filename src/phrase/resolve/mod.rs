//! A phrase meets the calendar: candidate readings, then the one that the sense picks.

mod agree;
mod clock;
mod days;
mod dotted;
mod frame;
mod numbers;
mod offset;
mod pick;
mod shift;
mod spans;
mod weeks;

use chrono::Datelike as _;

use super::ast::{Day, Phrase, Spot, Time, Which, Year, ZoneRef};
use super::refusal::{Refusal, harmless};
use super::show;
use super::{Reading, Sense};
use crate::domain::calendar::Calendar;
use crate::domain::deadline::Deadline;
use clock::Clock;
use days::Choices;
use frame::Frame;
use numbers::{both_ways, settle_bare, slashed};

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
    let settled = settled(phrase, &frame)?;
    if let Some(zone) = offset::of_whole_day(&settled) {
        // A day with the user's own offset is the user's day, not a point in time.
        let mut here = phrase.clone();
        here.zone = None;
        let reading = resolve(text, &here, sense, calendar)?;
        return offset::checked(reading, &zone, calendar);
    }
    let mut reading = if let Some(shift) = &settled.shift {
        shift::resolve(&settled, shift, &frame)?
    } else {
        plain(&settled, &frame)?
    };
    reading.remarks.extend(settled.remarks);
    frame.checked(reading)
}

/// The phrase with its numbers settled: which is the day, the month, the time.
fn settled(phrase: &Phrase, frame: &Frame<'_>) -> Result<Phrase, Refusal> {
    let mut phrase = phrase.clone();
    as_written(&mut phrase);
    if let Some(bare) = phrase.bare.take() {
        settle_bare(&mut phrase, &bare, frame)?;
    }
    whole_day(&phrase)?;
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
        value:
            Day::Slashed {
                first,
                second,
                year,
                dot,
            },
        span,
    }) = phrase.day.clone()
    {
        let both = slashed(first, second, year, &span, frame)
            .map_err(|refusal| dotted::or_time(refusal, &phrase, (first, second), dot))?;
        if dotted::could_be_time(&phrase, dot, frame) {
            return Err(dotted::refusal(&phrase, &both, (first, second), frame));
        }
        let [one] = both.as_slice() else {
            return Err(both_ways(&phrase, &both, frame));
        };
        phrase
            .remarks
            .extend(dotted::remark(one, dot, &span, frame));
        phrase.day = Some(Spot {
            value: one.clone(),
            span,
        });
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

/// Makes the hour of a time in figures that of twenty-four hours, where it is written so: after
/// an ISO date, and before an offset with two digits.
fn as_written(phrase: &mut Phrase) {
    let Some(seconds) = phrase.figures.filter(|_| phrase.part.is_none()) else {
        return;
    };
    let has_offset = matches!(
        phrase.zone.as_ref().map(|zone| &zone.value),
        Some(ZoneRef::Fixed(_))
    );
    let (Some(time), day) = (&mut phrase.time, &phrase.day) else {
        return;
    };
    let is_after_iso = phrase.is_iso
        && day
            .as_ref()
            .is_some_and(|day| day.span.start < time.span.start);
    if matches!(time.value, Time::Half(_)) && (is_after_iso || has_offset && seconds >= 10 * 3600) {
        time.value = Time::Exact(seconds);
    }
}

/// Refuses "all day" beside anything but a day.
fn whole_day(phrase: &Phrase) -> Result<(), Refusal> {
    let Some(whole) = &phrase.whole else {
        return Ok(());
    };
    let time = phrase.time.as_ref().map(|time| &time.span);
    let part = phrase.part.as_ref().map(|part| &part.span);
    let shift = phrase.shift.as_ref().filter(|shift| !shift.value.is_days());
    let shift = shift.map(|shift| &shift.span);
    if let Some(span) = time.or(part).or(shift) {
        return Err(
            Refusal::not_understood(span.clone(), "this does not fit a whole day")
                .hint("say the day with a time, or the day alone"),
        );
    }
    let day = phrase.day.as_ref();
    if let Some(day) = day.filter(|day| phrase.weekday.is_none() && spans::is_open(&day.value)) {
        return Err(
            Refusal::not_understood(day.span.clone(), "this is more than a day")
                .hint("say it without \"all day\", or say the day"),
        );
    }
    if day.is_none() && phrase.weekday.is_none() && phrase.shift.is_none() {
        return Err(Refusal::not_understood(whole.clone(), "which day?")
            .hint("say \"today\" or \"friday all day\""));
    }
    Ok(())
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

/// The remark that shows a deadline of another zone by the user's clock.
fn here_and_there(deadline: &Deadline, frame: &Frame<'_>) -> String {
    let here = Deadline::instant(deadline.at(), frame.calendar.zone);
    let place = match frame.their_name() {
        Some(name) => format!("for {} ({})", harmless(name), deadline.zone()),
        None => format!("in {}", deadline.zone()),
    };
    format!(
        "{} {place} is {} here ({})",
        show::timed(deadline),
        show::timed(&here),
        here.zone()
    )
}
