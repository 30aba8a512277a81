//! A weekday so many weeks ahead: "friday in two weeks".

use chrono::Weekday;

use super::super::Reading;
use super::super::ast::{Amount, Phrase, Spot, Which};
use super::super::refusal::Refusal;
use super::days::{self, Choices};
use super::frame::Frame;
use super::spans::move_days;
use super::{clock, pick};

/// The weekday of the week that the count names, where it is also as many weeks after the
/// coming one; else both are shown.
pub(super) fn resolve(
    phrase: &Phrase,
    weekday: &Spot<(Weekday, Which)>,
    amount: Amount,
    frame: &Frame<'_>,
) -> Result<Reading, Refusal> {
    let (name, which) = weekday.value;
    let only_weeks = amount.months == 0 && amount.working_days == 0;
    if which != Which::Coming || !only_weeks || !amount.days.is_multiple_of(7) {
        return Err(Refusal::not_understood(
            weekday.span.clone(),
            "this weekday and a length of time do not go together",
        )
        .hint("say \"2 weeks from monday\", or the day alone"));
    }
    let spot = |which| Spot {
        value: (name, which),
        span: weekday.span.clone(),
    };
    let week = days::weekdays(&spot(Which::InWeek(i64::from(amount.days / 7))), frame)?;
    let coming = days::weekdays(weekday, frame)?.list;
    let coming = coming
        .iter()
        .find(|stretch| stretch.due > frame.today())
        .and_then(|coming| move_days(coming.due, amount.days.into()))
        .map(Choices::once)
        .ok_or_else(|| frame.too_far())?;
    let time = clock::clock(phrase, frame)?;
    let by_week = pick::pick(&week, &time, frame)?;
    let by_count = pick::pick(&coming, &time, frame)?;
    if by_week.deadline == by_count.deadline {
        return Ok(by_week);
    }
    let readings = [by_week.deadline, by_count.deadline];
    let date = |at: usize| {
        readings
            .get(at)
            .map_or_else(String::new, |d| d.date().to_string())
    };
    let hint = format!("say \"{}\" or \"{}\"", date(0), date(1));
    Err(frame.ambiguous(readings.clone(), &hint))
}
