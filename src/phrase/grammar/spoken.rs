//! Times as they are spoken: "noon", "eod", "quarter past 3pm", "half three".

use super::super::ast::Time;
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::words::cardinal;
use super::clock::{DAY, NOON, clock};
use super::{Reader, Taken};

/// The working day, as it is said after "end of" and "start of".
const WORKDAY: &[&str] = &[
    "day",
    "the day",
    "business day",
    "working day",
    "workday",
    "work day",
    "business",
    "work",
    "play",
];

/// "noon", "midnight", "eod", "first thing".
pub(super) fn named(reader: &mut Reader<'_>) -> Taken {
    let lead = &reader.lead;
    let mut here = reader.cursor;
    if lead.end.is_some() || lead.start.is_some() {
        let is_end = lead.end.is_some();
        let day = WORKDAY.iter().filter(|day| {
            let mut ahead = here;
            ahead.eat_all(day)
        });
        if let Some(day) = day.max_by_key(|day| day.len()) {
            here.eat_all(day);
            reader.lead.used = true;
            let time = if is_end {
                Time::EndOfWork
            } else {
                Time::StartOfWork
            };
            return reader.take_time(here, time);
        }
        return Ok(false);
    }
    let twelve = here;
    let is_twelve = here.eat_digits().is_some_and(|(hour, _)| hour == 12) || {
        here = twelve;
        here.eat(&["twelve"])
    };
    if !is_twelve {
        here = twelve;
    }
    let time = if here.eat(&["noon", "midday"]) || here.eat_all("mid day") {
        Time::Exact(NOON)
    } else if here.eat(&["midnight"]) {
        Time::Midnight
    } else if is_twelve {
        return Ok(false);
    } else if here.eat(&["eod", "eob", "cob", "cop"])
        || here.eat_all("close of business")
        || here.eat_all("close of play")
        || here.eat_all("close of day")
    {
        Time::EndOfWork
    } else if here.eat_all("first thing in the morning") || here.eat_all("first thing") {
        Time::StartOfWork
    } else {
        return Ok(false);
    };
    reader.take_time(here, time)
}

/// "quarter past 3pm", "20 minutes to noon", "half three".
pub(super) fn relative(reader: &mut Reader<'_>) -> Taken {
    if reader.lead.is_inside() {
        return Ok(false);
    }
    let mut here = reader.cursor;
    here.eat(&["a"]);
    let (minutes, is_certain) = if here.eat(&["quarter"]) {
        (15, true)
    } else if here.eat(&["half"]) {
        return half(reader, here);
    } else {
        let Some(count) = cardinal(&mut here) else {
            return Ok(false);
        };
        let said = here.eat(&["minutes", "minute", "mins", "min"]);
        (count.value, said)
    };
    let forward = if here.eat(&["past", "after"]) {
        true
    } else if here.eat(&["to", "till", "til", "before"]) {
        false
    } else {
        return Ok(false);
    };
    // "9 to 5" is a working day, "ten to 5" a time.
    if minutes >= 60 || (!is_certain && minutes % 5 != 0) {
        return Ok(false);
    }
    let Some(base) = hour(&mut here)? else {
        return Ok(false);
    };
    let seconds = minutes * 60;
    match moved(base, if forward { seconds } else { DAY - seconds }) {
        Some(time) => reader.take_time(here, time),
        None => Ok(false),
    }
}

/// "half past three", and "half three", which is the same.
fn half(reader: &mut Reader<'_>, mut here: Cursor<'_>) -> Taken {
    here.eat(&["past"]);
    let Some(base) = hour(&mut here)? else {
        return Ok(false);
    };
    match moved(base, 1800) {
        Some(time) => reader.take_time(here, time),
        None => Ok(false),
    }
}

/// A whole hour, with or without what marks it as a time.
fn hour(here: &mut Cursor<'_>) -> Result<Option<Time>, Refusal> {
    let mut ahead = *here;
    let time = if ahead.eat(&["noon", "midday"]) {
        Time::Exact(NOON)
    } else if ahead.eat(&["midnight"]) {
        Time::Exact(0)
    } else if let Some(time) = clock(&mut ahead, true)? {
        time
    } else {
        return Ok(None);
    };
    let is_whole = match time {
        Time::Exact(seconds) | Time::Half(seconds) | Time::HourSign { seconds, .. } => {
            seconds % 3600 == 0
        }
        Time::Midnight => true,
        _ => false,
    };
    if is_whole {
        *here = ahead;
    }
    Ok(is_whole.then_some(time))
}

fn moved(base: Time, by: u32) -> Option<Time> {
    Some(match base {
        Time::Exact(seconds) => Time::Exact((seconds + by) % DAY),
        Time::Midnight => Time::Exact(by % DAY),
        Time::Half(seconds) => Time::Half((seconds + by) % NOON),
        Time::HourSign { seconds, .. } => Time::HourSign {
            seconds: (seconds + by) % DAY,
            alone: false,
        },
        Time::EndOfWork | Time::StartOfWork => return None,
    })
}
