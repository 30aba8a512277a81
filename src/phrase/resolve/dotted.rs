//! Dates of two numbers with a dot between them, "24.12", some of which are times to others.

use std::ops::Range;

use super::super::ast::{Day, Dot, Phrase, Spot};
use super::super::grammar::beside_day;
use super::super::refusal::Refusal;
use super::super::words::{Count, month_name};
use super::frame::Frame;
use super::numbers::readings_of;
use super::plain;
use crate::domain::calendar::DateOrder;

/// Whether nothing settles that a date is meant and no time.
pub(super) fn could_be_time(phrase: &Phrase, dot: Dot, frame: &Frame<'_>) -> bool {
    // Who writes the day first writes dates with dots.
    let is_custom = frame.calendar.date_order == Some(DateOrder::DayMonth);
    let is_open = match dot {
        Dot::None | Dot::Date => false,
        Dot::Time => !is_custom || phrase.part.is_some(),
        Dot::Either => true,
    };
    is_open && phrase.time.is_none()
}

/// The refusal that shows the time beside the dates.
pub(super) fn refusal(
    phrase: &Phrase,
    dates: &[Day],
    numbers: (u32, u32),
    frame: &Frame<'_>,
) -> Refusal {
    let frame = frame.lenient();
    let mut readings = readings_of(phrase, dates, &frame);
    let (hour, minute) = numbers;
    let written = Count {
        value: hour * 100 + minute,
        digits: Some(4),
        padded: false,
    };
    let mut timed = phrase.clone();
    timed.shift = None;
    timed.time = phrase.day.as_ref().and_then(|day| {
        let value = beside_day(written)?;
        let span = day.span.clone();
        Some(Spot { value, span })
    });
    timed.day = None;
    match plain(&timed, &frame) {
        Ok(reading) => readings.push(reading.deadline),
        Err(refusal) => readings.extend(refusal.readings),
    }
    let date = dates.first().and_then(named).unwrap_or_default();
    let order = match frame.calendar.date_order {
        Some(_) => "",
        None => ", or set date_order in the config",
    };
    let hint = format!("say \"{date}\" or \"{}\"{order}", time(numbers));
    frame.ambiguous(readings, &hint)
}

/// A refusal of what is no date, where it may be a time.
pub(super) fn or_time(refusal: Refusal, phrase: &Phrase, numbers: (u32, u32), dot: Dot) -> Refusal {
    if phrase.time.is_none() && matches!(dot, Dot::Time | Dot::Either) {
        return refusal.hint(format!("write a time as \"{}\"", time(numbers)));
    }
    refusal
}

/// What is said of a date in the only order that there is for it.
pub(super) fn remark(
    date: &Day,
    dot: Dot,
    span: &Range<usize>,
    frame: &Frame<'_>,
) -> Option<String> {
    if dot == Dot::None || frame.calendar.date_order.is_some() {
        return None;
    }
    let said = frame.part(span);
    let date = named(date)?;
    Some(format!(
        "\"{said}\" is taken as {date}: date_order in the config settles such dates"
    ))
}

/// "3 Dec".
fn named(date: &Day) -> Option<String> {
    let Day::Date { month, day, .. } = date else {
        return None;
    };
    let month = month_name(*month).get(..3)?;
    Some(format!("{day} {month}"))
}

fn time((hour, minute): (u32, u32)) -> String {
    format!("{hour}:{minute:02}")
}
