//! Times of the day: "3pm", "15h30", "at 3 15", "330 p.m.".

use super::super::ast::{Part, Time};
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::words::{Count, cardinal, month, weekday, weekdays};
use super::lead::Preposition;
use super::{Reader, Taken, zone};

/// Seconds of half a day.
pub(super) const NOON: u32 = 12 * 3600;
/// Seconds of a day.
pub(super) const DAY: u32 = 24 * 3600;

/// "3pm", "15:30", "at 3", "15h".
pub(super) fn plain(reader: &mut Reader<'_>) -> Taken {
    let lead = &reader.lead;
    if lead.is_inside() {
        return Ok(false);
    }
    let mut here = reader.cursor;
    let is_start = here.is_at_start();
    let is_until = lead.is(Preposition::By) || lead.is(Preposition::Before);
    let said = lead.says_time()
        || is_until && !lead.the && small_number(&here) && !super::date::is_dotted_date(&here);
    let Some(time) = clock(&mut here, said)? else {
        return Ok(false);
    };
    if lead.end.is_some() {
        let span = reader.cursor.span_to(&here);
        return Err(Refusal::not_understood(span, "a time has no end"));
    }
    let time = match time {
        Time::HourSign { seconds, .. } => Time::HourSign {
            seconds,
            alone: is_start && here.is_at_end(),
        },
        // So the program writes the first second of a day on a clock of twelve hours.
        Time::Midnight if reader.cursor.ahead(1).mark() == Some(':') && zone::is_offset(&here) => {
            Time::Exact(0)
        }
        other => other,
    };
    reader.phrase.figures = figures(reader.cursor, &here);
    reader.take_time(here, time)
}

/// "2:30" in seconds from midnight, where nothing but figures stands up to `end`.
fn figures(mut here: Cursor<'_>, end: &Cursor<'_>) -> Option<u32> {
    let (hour, _) = here.eat_digits()?;
    let minute = here.eat_tight(':').then(|| here.eat_digits()).flatten()?.0;
    let second = here.eat_tight(':').then(|| here.eat_digits()).flatten();
    let second = second.map_or(0, |(second, _)| second);
    (here.steps_to(end) == 0).then_some(hour * 3600 + minute * 60 + second)
}

/// After "by" and "before" a number up to 12 is a time, unless a month or a unit follows.
fn small_number(here: &Cursor<'_>) -> bool {
    let mut ahead = *here;
    cardinal(&mut ahead).is_some_and(|count| count.value <= 12)
}

/// The parts of a time as read.
struct Written {
    hour: u32,
    minute: u32,
    second: u32,
    padded: bool,
    /// A colon or four digits: minutes were written.
    has_minutes: bool,
    hour_sign: bool,
}

/// A time, where `said` is whether the words before it call it one.
pub(super) fn clock(cursor: &mut Cursor<'_>, said: bool) -> Result<Option<Time>, Refusal> {
    let start = *cursor;
    let mut here = *cursor;
    let Some(count) = cardinal(&mut here) else {
        return Ok(None);
    };
    let Some(written) = written(&mut here, count, said) else {
        return Ok(None);
    };
    let o_clock = here.eat(&["oclock"]) || here.eat_all("o clock");
    let ish = here.eat(&["ish"]);
    let half = meridiem(&mut here);
    let marked = written.has_minutes || written.hour_sign || o_clock || ish || half.is_some();
    if !marked && (!said || is_counted(&here)) {
        return Ok(None);
    }
    if half.is_none() && followed_by_date(&here, &written) {
        return Ok(None);
    }
    let time = checked(&written, half).map_err(|why| {
        let refusal = Refusal::not_understood(start.span_to(&here), why);
        refusal.hint("say a time such as \"1pm\", \"13:00\" or \"noon\"")
    })?;
    *cursor = here;
    Ok(Some(time))
}

/// Hours and minutes in one of their forms; `None` where it is something else.
fn written(here: &mut Cursor<'_>, count: Count, said: bool) -> Option<Written> {
    let mut written = Written {
        hour: count.value,
        minute: 0,
        second: 0,
        padded: count.padded,
        has_minutes: false,
        hour_sign: false,
    };
    if count.digits.is_some_and(|digits| digits > 4) {
        return None;
    }
    if count.digits.is_some() && here.eat_tight(':') {
        let (minute, 2) = here.eat_digits()? else {
            return None;
        };
        written.minute = minute;
        written.has_minutes = true;
        if here.eat_tight(':') {
            let (second, 2) = here.eat_digits()? else {
                return None;
            };
            written.second = second;
        }
        return (count.digits? <= 2).then_some(written);
    }
    if count.digits.is_some_and(|digits| digits <= 2) && here.is_glued() && here.eat(&["h"]) {
        written.hour_sign = true;
        if here.is_glued() {
            let (minute, 2) = here.eat_digits()? else {
                return None;
            };
            written.minute = minute;
            written.has_minutes = true;
            // "1h30m" is a length of time.
            if here.is_glued() && here.word() != Some("h") && !is_meridiem(here) {
                return None;
            }
        }
        return Some(written);
    }
    if count.digits.is_some_and(|digits| digits >= 3) {
        // "330 p.m.", "at 1030"
        let is_hours = said && here.eat(&["hours", "hrs"]) || here.eat(&["hrs"]);
        written.hour = count.value / 100;
        written.minute = count.value % 100;
        written.has_minutes = said || is_hours;
        return (said || is_hours || is_meridiem(here)).then_some(written);
    }
    if here.mark() == Some('.') {
        // "3.30pm", "at 3.30": elsewhere it could be a date.
        let mut ahead = *here;
        if ahead.eat_tight('.')
            && let Some((minute, 2)) = ahead.eat_digits()
            && ahead.mark() != Some('.')
            && (said || is_meridiem(&ahead))
        {
            *here = ahead;
            written.minute = minute;
            written.has_minutes = true;
            return Some(written);
        }
        return None;
    }
    // "at 3 15", "three thirty pm"
    let mut ahead = *here;
    if let Some(minutes) = cardinal(&mut ahead)
        && minutes.digits.is_none_or(|digits| digits == 2)
        && (minutes.value >= 10 || minutes.padded)
        && (said || is_meridiem(&ahead) || in_words(count, minutes))
        && !is_counted(&ahead)
        && !ahead.is_glued_mark()
        && count.value <= 24
    {
        *here = ahead;
        written.minute = minutes.value;
        written.has_minutes = true;
    }
    Some(written)
}

/// "three thirty" is a time, "3 30" could be anything.
fn in_words(hour: Count, minutes: Count) -> bool {
    hour.digits.is_none() && minutes.digits.is_none() && (1..=12).contains(&hour.value)
}

/// Whether the number before is one of something: "at 5 dec", "by 3 weeks".
fn is_counted(here: &Cursor<'_>) -> bool {
    let mut ahead = *here;
    if ahead.is_glued_mark() || matches!(here.mark(), Some('-' | '/' | '.')) {
        return true;
    }
    if ahead.is_glued() && !is_meridiem(&ahead) && ahead.word().is_some_and(|w| w != "ish") {
        return true;
    }
    ahead.eat(&["of", "st", "nd", "rd", "th"])
        || super::amount::is_unit(&ahead)
        || month(&mut ahead.clone()).is_some()
        || weekday(&mut ahead.clone()).is_none() && weekdays(&mut ahead).is_some()
}

/// Whether the "time" is the start of a date: "2-15", "3/4".
fn followed_by_date(here: &Cursor<'_>, written: &Written) -> bool {
    !written.has_minutes && here.is_glued() && matches!(here.mark(), Some('-' | '/' | ':'))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum HalfOfDay {
    Am,
    Pm,
}

fn is_meridiem(here: &Cursor<'_>) -> bool {
    meridiem(&mut here.clone()).is_some()
}

fn meridiem(here: &mut Cursor<'_>) -> Option<HalfOfDay> {
    let is_glued = here.is_glued();
    for (half, long, short) in [(HalfOfDay::Am, "am", "a"), (HalfOfDay::Pm, "pm", "p")] {
        let mut ahead = *here;
        if ahead.eat(&[long]) || ahead.eat(&[short]) && (is_glued || ahead.word() == Some("m")) {
            if here.word() == Some(short) {
                ahead.eat(&["m"]);
            }
            *here = ahead;
            return Some(half);
        }
    }
    None
}

fn checked(written: &Written, half: Option<HalfOfDay>) -> Result<Time, String> {
    let Written {
        hour,
        minute,
        second,
        ..
    } = *written;
    if minute > 59 {
        return Err(format!("there is no minute {minute}"));
    }
    if second > 59 {
        return Err(format!("there is no second {second}"));
    }
    let below = minute * 60 + second;
    if let Some(half) = half {
        let name = if half == HalfOfDay::Am { "am" } else { "pm" };
        if !(1..=12).contains(&hour) {
            return Err(format!("hour {hour} with {name}"));
        }
        let seconds = hour % 12 * 3600 + below;
        return Ok(match half {
            // Said of a day, midnight is either end of it.
            HalfOfDay::Am if seconds == 0 => Time::Midnight,
            HalfOfDay::Am => Time::Exact(seconds),
            HalfOfDay::Pm => Time::Exact(seconds + NOON),
        });
    }
    if hour > 24 || (hour == 24 && below > 0) {
        return Err(format!("there is no hour {hour}"));
    }
    let seconds = hour * 3600 + below;
    if hour == 0 || hour > 12 || written.padded {
        return Ok(Time::Exact(seconds));
    }
    Ok(if written.hour_sign {
        Time::HourSign {
            seconds,
            alone: false,
        }
    } else {
        Time::Half(seconds % NOON)
    })
}

/// "in the am", for the part of the day.
pub(super) fn half_as_part(here: &mut Cursor<'_>) -> Option<Part> {
    meridiem(here).map(|half| match half {
        HalfOfDay::Am => Part::Am,
        HalfOfDay::Pm => Part::Pm,
    })
}

/// The time that a number beside a day is: "tomorrow 5", "friday 1430".
pub(in crate::phrase) fn beside_day(count: Count) -> Option<Time> {
    let (hour, minute) = match count.digits {
        Some(3 | 4) => (count.value / 100, count.value % 100),
        Some(1 | 2) | None => (count.value, 0),
        Some(_) => return None,
    };
    let written = Written {
        hour,
        minute,
        second: 0,
        padded: count.padded,
        has_minutes: true,
        hour_sign: false,
    };
    checked(&written, None).ok()
}
