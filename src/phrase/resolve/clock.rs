//! The time of the day that a phrase says, from its time and its part of the day.

use chrono::{NaiveTime, Timelike as _};

use super::super::ast::{Part, Phrase, Time};
use super::super::refusal::{Refusal, RefusalKind};
use super::frame::Frame;

const HOUR: u32 = 3600;
const NOON: u32 = 12 * HOUR;
const DAY: u32 = 24 * HOUR;

/// The hours that a time without am and pm lies in: 07:00–18:59.
const WAKING: std::ops::Range<u32> = 7 * HOUR..19 * HOUR;

/// When on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// Until it ends.
    WholeDay,
    /// The same, said of its last part: on a Friday "friday evening" is still ahead.
    Evening,
    /// Seconds into it; where a span was named, the second that it starts at.
    At { seconds: u32, from: u32 },
    /// Twelve-hour time: the one in waking hours, and the other.
    Half { waking: u32, other: u32 },
    /// Two readings of the same standing.
    Either(u32, u32),
    /// Either end of the day.
    Midnight,
}

fn at(seconds: u32) -> Clock {
    Clock::At {
        seconds,
        from: seconds,
    }
}

fn of_day(time: NaiveTime) -> u32 {
    time.num_seconds_from_midnight()
}

/// The time of a phrase.
pub(super) fn clock(phrase: &Phrase, frame: &Frame<'_>) -> Result<Clock, Refusal> {
    let work = frame.calendar.work;
    let (start, end) = (of_day(work.start()), of_day(work.end()));
    let Some(time) = &phrase.time else {
        return Ok(match phrase.part.as_ref().map(|part| part.value) {
            Some(Part::Morning | Part::Am) => Clock::At {
                seconds: NOON,
                from: 0,
            },
            Some(Part::Afternoon) => Clock::At {
                // Where work ends before noon, the afternoon still does not.
                seconds: end.max(NOON + HOUR),
                from: NOON,
            },
            // An evening and a night end with their day, as "tonight" does.
            Some(Part::Evening | Part::Night | Part::Pm) => Clock::Evening,
            None => Clock::WholeDay,
        });
    };
    let Some(part) = &phrase.part else {
        return Ok(match time.value {
            Time::Exact(seconds) => at(seconds),
            Time::Half(seconds) => half(seconds),
            Time::HourSign { seconds, .. } => hour_sign(seconds),
            Time::Midnight => Clock::Midnight,
            Time::EndOfWork => at(end),
            Time::StartOfWork => at(start),
        });
    };
    let misfit = || {
        let span = time.span.start.min(part.span.start)..time.span.end.max(part.span.end);
        let why = "the time does not fit the part of the day";
        Refusal::not_understood(span, why).hint("say the time with am or pm")
    };
    match time.value {
        Time::Exact(seconds) => fits(part.value, seconds)
            .then_some(at(seconds))
            .ok_or_else(misfit),
        Time::Half(seconds) | Time::HourSign { seconds, .. } => {
            half_in(part.value, seconds % NOON).ok_or_else(misfit)
        }
        Time::Midnight => match part.value {
            Part::Evening | Part::Night => Ok(at(DAY)),
            _ => Err(misfit()),
        },
        Time::StartOfWork if part.value == Part::Morning => Ok(at(start)),
        Time::EndOfWork if part.value == Part::Afternoon => Ok(at(end)),
        Time::StartOfWork | Time::EndOfWork => Err(misfit()),
    }
}

fn half(seconds: u32) -> Clock {
    let (morning, afternoon) = (seconds % NOON, seconds % NOON + NOON);
    if WAKING.contains(&morning) {
        Clock::Half {
            waking: morning,
            other: afternoon,
        }
    } else {
        Clock::Half {
            waking: afternoon,
            other: morning,
        }
    }
}

/// "8h30" reads the same by twelve hours and by twenty-four; "3h30" does not.
fn hour_sign(seconds: u32) -> Clock {
    if WAKING.contains(&seconds) {
        at(seconds)
    } else {
        Clock::Either(seconds, seconds % NOON + NOON)
    }
}

/// Whether a time of twenty-four hours lies in a part of the day.
fn fits(part: Part, seconds: u32) -> bool {
    let hours = match part {
        Part::Morning => 0..NOON + 1,
        Part::Am => 0..NOON,
        Part::Pm => NOON..DAY,
        Part::Afternoon => NOON..WAKING.end,
        Part::Evening => 16 * HOUR..DAY + 1,
        Part::Night => 17 * HOUR..DAY + 1,
    };
    hours.contains(&seconds)
}

/// The time of twelve hours that a part of the day names.
fn half_in(part: Part, seconds: u32) -> Option<Clock> {
    let is_twelve = seconds < HOUR;
    match part {
        // "12 in the morning" is either end of it.
        Part::Morning if is_twelve => None,
        Part::Am if seconds == 0 => Some(Clock::Midnight),
        Part::Morning | Part::Am => Some(at(seconds)),
        Part::Pm => Some(at(seconds + NOON)),
        Part::Evening | Part::Night if seconds == 0 => Some(at(DAY)),
        Part::Evening | Part::Night | Part::Afternoon => {
            let seconds = seconds + NOON;
            fits(part, seconds).then_some(at(seconds))
        }
    }
}

/// The refusal of a time with two readings that nothing decides between.
pub(super) fn undecided(frame: &Frame<'_>) -> Refusal {
    Refusal::new(
        RefusalKind::Ambiguous,
        frame.whole(),
        format!("\"{}\" has two readings", frame.said()),
    )
}
