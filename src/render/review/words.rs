//! What happened to a promise, in words.

use chrono::{DateTime, Utc};

use crate::domain::promise::Direction;
use crate::domain::reckoning::Outcome;
use crate::domain::review::Happened;
use crate::render::amounts::span;
use crate::render::promises::answer;
use crate::render::review::Row;
use crate::render::{Look, View, times};

/// "kept on Tue 17 Nov, on time", "rescheduled to Fri 27 Nov, underestimated; put off twice before".
pub fn words(row: &Row, days: bool, look: &Look) -> String {
    let moved = &row.moved;
    let mine = row.view.promise.direction == Direction::Mine;
    let rescheduled = moved.happened == Happened::Rescheduled;
    let mut parts = vec![happened(row, days, look)];
    match (&moved.cause, &moved.root) {
        (Some(cause), Some(root)) => parts.push(format!("{cause}: {root}")),
        (Some(why), None) | (None, Some(why)) => parts.push(why.clone()),
        (None, None) if rescheduled || moved.happened == Happened::Broken => {
            parts.push("no cause given".to_owned());
        }
        (None, None) => {}
    }
    if rescheduled && mine && moved.told != Some(true) {
        parts.push("not told".to_owned());
    }
    let mut text = parts.join(", ");
    match moved.put_off_before {
        0 if rescheduled => text.push_str("; for the first time"),
        0 => {}
        times => text.push_str(&format!("; {} before", put_off(times))),
    }
    text
}

/// How often it was put off: "put off twice".
pub fn put_off(times: u32) -> String {
    match times {
        1 => "put off once".to_owned(),
        2 => "put off twice".to_owned(),
        times => format!("put off {times} times"),
    }
}

fn happened(row: &Row, days: bool, look: &Look) -> String {
    let view = &row.view;
    let promise = &view.promise;
    let at = row.moved.at.filter(|_| days);
    let on = at.map_or_else(String::new, |at| format!(" on {}", day(at, look)));
    match row.moved.happened {
        Happened::Kept => {
            let late = view.standing.seconds_late;
            let outcome = view.standing.outcome.map_or("", Outcome::words);
            match view.standing.outcome {
                Some(Outcome::Late) if late > 0 => format!("kept{on}, late by {}", span(late)),
                Some(_) if days => format!("kept{on}, {outcome}"),
                Some(_) => format!("kept {outcome}"),
                None => format!("kept{on}"),
            }
        }
        Happened::Checked => match answer(view) {
            Some(answer) => format!("checked{on}: {answer}"),
            None => format!("checked{on}"),
        },
        Happened::Released => format!("released{on}"),
        Happened::HandedOff => match &promise.owner {
            Some(owner) => format!("handed to {owner}{on}"),
            None => format!("taken back{on}"),
        },
        Happened::Told => {
            let text = row.moved.text.as_deref().unwrap_or_default();
            format!("told{on}: {text}")
        }
        Happened::Rescheduled => {
            let due = look.short(&promise.due, view.today);
            format!("rescheduled{on} to {due}")
        }
        Happened::Broken => format!("broken{on}"),
        Happened::Skipped => format!("skipped, {}", standing(view, look)),
        Happened::Overdue => format!("{}, nothing moved it", standing(view, look)),
    }
}

/// How far away the deadline is, or that there is somebody to ask.
fn standing(view: &View, look: &Look) -> String {
    match &view.promise.check.due {
        Some(check) if view.promise.settled_at.is_some() => {
            let late = look.clock.distance(check, view.today);
            format!("not asked ({late})")
        }
        _ => {
            let distance = look.clock.distance(&view.promise.due, view.today);
            if view.standing.overdue {
                distance
            } else {
                format!("due {distance}")
            }
        }
    }
}

/// A day on the user's own calendar, its year only where it is not this one.
fn day(at: DateTime<Utc>, look: &Look) -> String {
    let [date, today] = [at, look.clock.now].map(|at| look.home.local(at).date());
    times::day(date, today)
}
