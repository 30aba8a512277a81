//! Which of the candidates the sense takes.

use chrono::{Datelike as _, NaiveDate};

use super::super::refusal::Refusal;
use super::super::words::weekday_name;
use super::super::{Edge, Reading, Sense};
use super::clock::{Clock, undecided};
use super::days::{Choices, Cycle, Stretch};
use super::frame::Frame;
use crate::domain::deadline::Deadline;

/// The reading of days at a time.
pub(super) fn pick(
    choices: &Choices,
    clock: &Clock,
    frame: &Frame<'_>,
) -> Result<Reading, Refusal> {
    match *clock {
        Clock::WholeDay => whole(choices, false, frame),
        Clock::Evening => whole(choices, true, frame),
        Clock::At { seconds, from } => timed(choices, seconds, from, frame),
        Clock::Half { waking, other } => half(choices, waking, other, frame),
        Clock::Either(first, second) => {
            let one = timed(choices, first, first, frame);
            let two = timed(choices, second, second, frame);
            let hint = format!(
                "say \"{:02}:{:02}\" or \"{:02}:{:02}\"",
                first / 3600,
                first / 60 % 60,
                second / 3600,
                second / 60 % 60
            );
            either(one, two, &hint, frame)
        }
        Clock::Midnight => midnight(choices, frame),
    }
}

/// Refuses two readings, unless one of them is impossible.
fn either(
    one: Result<Reading, Refusal>,
    two: Result<Reading, Refusal>,
    hint: &str,
    frame: &Frame<'_>,
) -> Result<Reading, Refusal> {
    match (one, two) {
        (Ok(one), Ok(two)) => {
            let readings = [one.deadline, two.deadline];
            if !readings.iter().all(|reading| frame.is_on_side(reading)) {
                return Err(undecided(frame).hint(hint));
            }
            Err(frame.ambiguous(readings, hint))
        }
        // Which half of the day is open even where only one of them is ahead.
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => Err(undecided(frame).hint(hint)),
        (Err(refusal), Err(_)) => Err(refusal),
    }
}

/// Midnight is either end of a day that is named; alone it is the next one.
fn midnight(choices: &Choices, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    if choices.cycle == Cycle::Daily {
        return timed(choices, 0, 0, frame);
    }
    let start = timed(choices, 0, 0, frame);
    let end = timed(choices, 24 * 3600, 24 * 3600, frame);
    match (start, end) {
        (Ok(start), Ok(end)) => {
            let name = |deadline: &Deadline| {
                let date = deadline.date();
                date.format("%Y-%m-%d 00:00").to_string()
            };
            let hint = format!(
                "say \"{}\" or \"{}\"",
                name(&start.deadline),
                name(&end.deadline)
            );
            Err(frame.ambiguous([start.deadline, end.deadline], &hint))
        }
        // "midnight today": the other end has passed.
        (Err(_), Ok(reading)) | (Ok(reading), Err(_)) => Ok(reading),
        (Err(refusal), Err(_)) => Err(refusal),
    }
}

/// A day or a longer stretch without a time.
fn whole(choices: &Choices, with_today: bool, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    let today = frame.today();
    let is_due_in_filters = matches!(frame.sense, Sense::PastSpan(_) | Sense::Span(_));
    let end = |stretch: &Stretch| {
        if is_due_in_filters {
            stretch.last
        } else {
            stretch.due
        }
    };
    let chosen = if frame.looks_back() {
        choices
            .list
            .iter()
            .rev()
            .find(|stretch| stretch.first <= today)
    } else {
        let is_ahead = |stretch: &&Stretch| {
            end(stretch) >= today
                && (with_today || choices.cycle != Cycle::Weekly || stretch.first > today)
        };
        choices.list.iter().find(is_ahead)
    };
    let once = choices.list.last().filter(|_| choices.cycle == Cycle::Once);
    let last_passed = choices.list.iter().rev().find(|s| end(s) < today);
    let named_past = if frame.looks_back() {
        None
    } else {
        match choices.cycle {
            Cycle::Once if chosen.is_none() => once,
            Cycle::Yearly { grace } => {
                last_passed.filter(|passed| is_recent(end(passed), today, grace))
            }
            _ => None,
        }
    };
    if let Some(past) = named_past {
        if !frame.allows_past() {
            let hint = instead(choices, end(past), frame);
            return Err(frame.past(&frame.day(end(past))?, &hint));
        }
        return edge(past, end(past), frame);
    }
    let Some(chosen) = chosen else {
        if let Some(once) = once
            && frame.looks_back()
        {
            return Err(frame.future(&frame.day(once.due)?));
        }
        return Err(none(frame));
    };
    let mut reading = edge(chosen, end(chosen), frame)?;
    reading.remarks.extend(remark(choices, chosen.due, frame));
    Ok(reading)
}

/// The deadline that a stretch stands for.
fn edge(stretch: &Stretch, end: NaiveDate, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    let deadline = match frame.sense {
        Sense::PastSpan(Edge::Start) | Sense::Span(Edge::Start) => frame.start_of(stretch.first)?,
        Sense::Past => {
            let day = frame.day(end)?;
            // What has not ended yet ends now.
            if day.at() > frame.calendar.now {
                frame.after_seconds(0)?
            } else {
                day
            }
        }
        _ => frame.day(end)?,
    };
    Ok(Reading {
        deadline,
        remarks: Vec::new(),
    })
}

fn is_recent(passed: NaiveDate, today: NaiveDate, grace: i64) -> bool {
    (today - passed).num_days() <= grace
}

/// A time on the candidates; `from` where a part of the day begins.
fn timed(
    choices: &Choices,
    seconds: u32,
    from: u32,
    frame: &Frame<'_>,
) -> Result<Reading, Refusal> {
    let now = frame.calendar.now.timestamp();
    let is_span = from != seconds;
    let read = |stretch: &Stretch, seconds| frame.at(stretch.due, seconds);
    let result = |stretch: &Stretch| -> Result<Reading, Refusal> {
        let starts = matches!(
            frame.sense,
            Sense::PastSpan(Edge::Start) | Sense::Span(Edge::Start)
        );
        let mut reading = read(stretch, if starts { from } else { seconds })?;
        if is_span && frame.sense == Sense::Past && reading.deadline.at().timestamp() > now {
            reading.deadline = frame.after_seconds(0)?;
        }
        reading.remarks.extend(remark(choices, stretch.due, frame));
        if !is_span {
            reading
                .remarks
                .extend(passed_today(choices, stretch.due, seconds, frame));
        }
        Ok(reading)
    };
    if frame.looks_back() {
        let mut coming = None;
        for stretch in choices.list.iter().rev() {
            let start = read(stretch, from)?.deadline;
            if start.at().timestamp() <= now {
                return result(stretch);
            }
            coming = Some(start);
        }
        return Err(match coming {
            Some(deadline) => frame.future(&deadline),
            None => none(frame),
        });
    }
    let mut previous = None;
    for stretch in &choices.list {
        let deadline = read(stretch, seconds)?.deadline;
        if deadline.at().timestamp() < now {
            previous = Some((deadline, stretch));
            continue;
        }
        if let (Cycle::Yearly { grace }, Some((passed, past))) = (choices.cycle, &previous)
            && is_recent(past.due, frame.today(), grace)
        {
            return named_past(choices, passed, past, frame, result);
        }
        return result(stretch);
    }
    match previous {
        Some((passed, past)) => named_past(choices, &passed, past, frame, result),
        None => Err(none(frame)),
    }
}

fn named_past(
    choices: &Choices,
    passed: &Deadline,
    stretch: &Stretch,
    frame: &Frame<'_>,
    result: impl Fn(&Stretch) -> Result<Reading, Refusal>,
) -> Result<Reading, Refusal> {
    if frame.allows_past() {
        return result(stretch);
    }
    Err(frame.past(passed, &instead(choices, stretch.due, frame)))
}

/// A time of twelve hours: the waking one, unless only the other is still to come today.
fn half(choices: &Choices, waking: u32, other: u32, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    let now = frame.calendar.now.timestamp();
    let today = frame.today();
    let back = frame.looks_back();
    let fits = |deadline: &Deadline| {
        let at = deadline.at().timestamp();
        if back { at <= now } else { at >= now }
    };
    if choices.list.iter().any(|stretch| stretch.due == today) {
        let first = frame.at(today, waking)?.deadline;
        let second = frame.at(today, other)?.deadline;
        // Noon is what 12 is said for.
        let is_noon = waking / 3600 == 12;
        if !fits(&first) && fits(&second) && !(is_noon && back) {
            let third = timed(choices, waking, waking, frame).map_or(first, |r| r.deadline);
            let hint = format!(
                "say \"{:02}:{:02}\" or \"{:02}:{:02}\"",
                waking / 3600,
                waking / 60 % 60,
                other / 3600,
                other / 60 % 60
            );
            return Err(frame.ambiguous([third, second], &hint));
        }
    }
    timed(choices, waking, waking, frame)
}

/// What to say in place of a past moment.
fn instead(choices: &Choices, past: NaiveDate, frame: &Frame<'_>) -> String {
    match choices.cycle {
        Cycle::Yearly { .. } => {
            let next = choices.list.iter().find(|stretch| stretch.due > past);
            match next {
                Some(next) => {
                    let date = next.due.format("%-d %b %Y");
                    format!("for the next one say the year, \"{date}\"")
                }
                None => without_weekday(past),
            }
        }
        _ if past == frame.today() => {
            "say \"tomorrow\" with the time; for a promise made earlier add --made".into()
        }
        _ => "say a day ahead, such as \"next week\" or \"monday\"; \
              for a promise made earlier add --made"
            .into(),
    }
}

/// What to say in place of "sat 28 nov" just after it: no year near has that weekday.
fn without_weekday(past: NaiveDate) -> String {
    let next = (1..=8).find_map(|years| past.with_year(past.year() + years));
    let date = next.map_or_else(String::new, |next| {
        format!(", \"{}\"", next.format("%-d %b %Y"))
    });
    format!(
        "for the next one say the year and no weekday{date}; for a promise made earlier add --made"
    )
}

/// What is said where a time alone is one of tomorrow because it has passed today.
fn passed_today(
    choices: &Choices,
    chosen: NaiveDate,
    seconds: u32,
    frame: &Frame<'_>,
) -> Option<String> {
    let today = frame.today();
    let had_today = choices.list.iter().any(|stretch| stretch.due == today);
    // Midnight is the coming one to everybody.
    let is_plain = choices.cycle == Cycle::Daily && seconds > 0;
    if !is_plain || !had_today || chosen <= today || frame.looks_back() {
        return None;
    }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let place = if frame.is_elsewhere() { " there" } else { "" };
    let day = if today.succ_opt() == Some(chosen) {
        "tomorrow".to_owned()
    } else {
        chosen.format("%a %-d %b %Y").to_string()
    };
    Some(format!(
        "{hours}:{minutes:02} has passed{place} today: {day} is taken"
    ))
}

fn none(frame: &Frame<'_>) -> Refusal {
    Refusal::not_understood(frame.whole(), format!("no day fits \"{}\"", frame.said()))
        .hint("say the whole date, such as \"3 Dec 2027\"")
}

/// What is said where today is the weekday that was named.
fn remark(choices: &Choices, chosen: NaiveDate, frame: &Frame<'_>) -> Option<String> {
    let today = frame.today();
    if let Some(skipped) = choices.skipped.filter(|_| !frame.looks_back()) {
        return Some(format!(
            "{} is a {}: {} is taken",
            skipped.format("%-d %b %Y"),
            weekday_name(skipped.weekday()),
            chosen.format("%a %-d %b %Y")
        ));
    }
    let weekday = today.weekday();
    if choices.cycle != Cycle::Weekly || chosen.weekday() != weekday || frame.looks_back() {
        return None;
    }
    let name = weekday_name(weekday);
    Some(if chosen == today {
        format!("today is {name}: today is taken")
    } else {
        format!(
            "today is {name}: {} is taken",
            chosen.format("%a %-d %b %Y")
        )
    })
}
