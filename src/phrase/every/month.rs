//! Days of the month: "the 15th", "last friday", "first working day of the month".

use chrono::Weekday;

use super::super::cursor::Cursor;
use super::super::refusal::{Refusal, RefusalKind};
use super::super::words::{cardinal, ordinal, weekday, weekday_name};
use super::what::{unknown, working_day};
use crate::domain::recurrence::{MOST_WORKING_DAYS, MonthDay, Nth};

/// What an ordinal counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// "15th", "15th day".
    Day,
    WorkingDay,
    Weekday(Weekday),
}

/// "the last friday", "the 15th", "day 15", "second tuesday": after "month on".
pub(super) fn month_day(cursor: &mut Cursor<'_>) -> Result<MonthDay, Refusal> {
    let mut here = *cursor;
    here.eat(&["the"]);
    let start = here;
    let found = if here.eat(&["last"]) {
        let Some(counted) = counted(&mut here) else {
            return Err(unknown(&here));
        };
        day(&start, &here, Nth::Last, counted)?
    } else if let Some(n) = ordinal(&mut here) {
        let counted = counted(&mut here).unwrap_or(Counted::Day);
        day(&start, &here, Nth::Number(n), counted)?
    } else if let Some(weekday) = weekday(&mut here.clone()) {
        return Err(which(&here, weekday));
    } else {
        here.eat(&["day"]);
        let number_at = here;
        let number = cardinal(&mut here).filter(|number| number.digits.is_some_and(|n| n <= 2));
        // "on the 9:00" and "on the 9 am" are no days.
        let is_day = here.is_at_end() || here.word() == Some("at") || here.digits().is_some();
        let Some(number) = number.filter(|_| is_day && !here.is_glued()) else {
            return Err(unknown(&number_at));
        };
        day(&start, &here, Nth::Number(number.value), Counted::Day)?
    };
    *cursor = here;
    Ok(found)
}

/// What is counted here, if it is said: "day", "working day", "friday".
pub(super) fn counted(here: &mut Cursor<'_>) -> Option<Counted> {
    if working_day(here, false) {
        return Some(Counted::WorkingDay);
    }
    if here.eat(&["day"]) {
        return Some(Counted::Day);
    }
    weekday(here).map(Counted::Weekday)
}

/// The day that an ordinal from `start` to `here` names.
pub(super) fn day(
    start: &Cursor<'_>,
    here: &Cursor<'_>,
    nth: Nth,
    counted: Counted,
) -> Result<MonthDay, Refusal> {
    let refuse = |message: String, hint: &str| {
        Err(Refusal::not_understood(start.span_to(here), message).hint(hint))
    };
    match (counted, nth) {
        (Counted::Day, Nth::Number(n)) if !(1..=31).contains(&n) => {
            refuse(format!("no month has a day {n}"), "say \"the last day\"")
        }
        (Counted::WorkingDay, Nth::Number(n)) if !(1..=MOST_WORKING_DAYS).contains(&n) => refuse(
            format!("working days are counted from 1 to {MOST_WORKING_DAYS}"),
            "say \"the last working day\"",
        ),
        (Counted::Weekday(weekday), Nth::Number(n)) if !(1..=4).contains(&n) => {
            let name = weekday_name(weekday);
            refuse(
                format!("most months have no {name} number {n}"),
                &format!("say \"the last {}\"", name.to_lowercase()),
            )
        }
        (Counted::Day, nth) => Ok(MonthDay::Day(nth)),
        (Counted::WorkingDay, nth) => Ok(MonthDay::WorkingDay(nth)),
        (Counted::Weekday(weekday), nth) => Ok(MonthDay::Weekday(nth, weekday)),
    }
}

/// "of the month", "of every month", "in the month"; refuses other spans.
pub(super) fn of_month(cursor: &mut Cursor<'_>) -> Result<bool, Refusal> {
    let mut here = *cursor;
    if !here.eat(&["of", "in"]) {
        return Ok(false);
    }
    here.eat(&["the", "each", "every", "a"]);
    if here.eat(&["month"]) {
        *cursor = here;
        return Ok(true);
    }
    Err(
        Refusal::not_understood(here.span(), "days are counted within a month only")
            .hint("say it as \"3 months on the last friday\", with the first deadline in --due"),
    )
}

/// The refusal of "month on friday".
fn which(here: &Cursor<'_>, weekday: Weekday) -> Refusal {
    let name = weekday_name(weekday);
    Refusal::new(
        RefusalKind::Ambiguous,
        here.span(),
        format!("which {name} of the month?"),
    )
    .hint(format!(
        "say \"the first {0}\" or \"the last {0}\"",
        name.to_lowercase()
    ))
}
