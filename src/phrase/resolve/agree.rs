//! A weekday said beside a date: "Tuesday the 19th", "Jul 18, Fri".

use chrono::{Datelike as _, Months, Weekday};

use super::super::ast::{Day, Spot, Which};
use super::super::refusal::Refusal;
use super::super::words::weekday_name;
use super::days::{Choices, Cycle, Stretch, weekdays};
use super::frame::Frame;

/// The candidates that fall on a weekday said beside them.
pub(super) fn agreeing(
    mut choices: Choices,
    day: &Spot<Day>,
    weekday: &Spot<(Weekday, Which)>,
    frame: &Frame<'_>,
) -> Result<Choices, Refusal> {
    let span = weekday.span.start.min(day.span.start)..weekday.span.end.max(day.span.end);
    let (named, which) = weekday.value;
    if matches!(
        day.value,
        Day::Span { .. } | Day::StartOf(_) | Day::EveOfWeekend
    ) {
        return Err(Refusal::not_understood(span, "which of these days?")
            .hint("say \"friday of next week\" or \"last friday of october\""));
    }
    if which != Which::Coming {
        let week = weekdays(weekday, frame)?;
        choices.list.retain(|stretch| week.list.contains(stretch));
        if let (true, Some(said)) = (choices.list.is_empty(), week.list.first()) {
            let date = said.due.format("%a %-d %b %Y");
            let message = format!("that weekday is {date}, another day");
            return Err(
                Refusal::not_understood(span, message).hint("say the weekday or the date alone")
            );
        }
    }
    let today = frame.today();
    let span = &span;
    let near = |stretch: &Stretch| {
        let months = Months::new(2);
        match choices.cycle {
            // "Thu 15th" far ahead is a slip.
            Cycle::Monthly if frame.looks_back() => {
                let start = today.checked_sub_months(months);
                start.is_some_and(|start| (start..=today).contains(&stretch.due))
            }
            Cycle::Monthly => {
                let end = today.checked_add_months(months);
                end.is_some_and(|end| (today..=end).contains(&stretch.due))
            }
            // The coming one or the one after it.
            Cycle::Yearly { grace } => {
                let days = (stretch.due - today).num_days();
                let days = if frame.looks_back() { -days } else { days };
                let behind = if frame.looks_back() { 0 } else { grace };
                (-behind..=2 * 366).contains(&days)
            }
            _ => true,
        }
    };
    let is_named = |stretch: &&Stretch| stretch.due.weekday() == named;
    // A date near now is meant, even with the wrong weekday.
    let is_close = |stretch: &&Stretch, grace| (stretch.due - today).num_days().abs() <= grace;
    let slip = match choices.cycle {
        Cycle::Once => choices.list.first(),
        Cycle::Yearly { grace } if !frame.looks_back() => {
            choices.list.iter().find(|stretch| is_close(stretch, grace))
        }
        _ => None,
    };
    if let Some(slip) = slip.filter(|stretch| !is_named(stretch)) {
        return Err(wrong_weekday(slip, span));
    }
    let coming = choices.list.iter().find(|stretch| stretch.due >= today);
    let skipped = coming
        .filter(|stretch| !is_named(stretch))
        .map(|stretch| stretch.due);
    let list: Vec<Stretch> = choices
        .list
        .iter()
        .filter(|stretch| is_named(stretch) && near(stretch))
        .copied()
        .collect();
    choices.list = list;
    choices.skipped = skipped.filter(|_| matches!(choices.cycle, Cycle::Yearly { .. }));
    if !choices.list.is_empty() {
        return Ok(choices);
    }
    let message = match choices.cycle {
        Cycle::Monthly => "no such day falls within two months".to_owned(),
        _ => format!("no {} falls on that date", weekday_name(named)),
    };
    Err(Refusal::not_understood(span.clone(), message).hint("say the weekday or the date alone"))
}

fn wrong_weekday(stretch: &Stretch, span: &std::ops::Range<usize>) -> Refusal {
    let message = format!(
        "{} is a {}",
        stretch.due.format("%-d %b %Y"),
        weekday_name(stretch.due.weekday())
    );
    Refusal::not_understood(span.clone(), message).hint("say the weekday or the date alone")
}
