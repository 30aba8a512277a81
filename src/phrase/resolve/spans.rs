//! Weeks, weekends, months, quarters and years as stretches of days.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::super::ast::{Day, Span, Unit, Year};
use super::super::refusal::Refusal;
use super::days::{Choices, Cycle, Stretch};
use super::frame::Frame;
use super::{RECENT, is_year, said_year};

/// The week that a day part names without naming its day.
pub(super) fn week_of(day: &Day) -> Option<i64> {
    match day {
        Day::Span {
            span: Span::Relative(Unit::Week, week),
            ..
        } => Some(*week),
        _ => None,
    }
}

/// Whether a day part names more than a day and not its last.
pub(super) fn is_open(day: &Day) -> bool {
    matches!(day, Day::Span { end: false, .. })
}

/// What a span can be, seen from today.
pub(super) fn choices(span: Span, frame: &Frame<'_>) -> Result<Choices, Refusal> {
    let too_far = || frame.too_far();
    Ok(match span {
        Span::Relative(unit, offset) => {
            Choices::once(relative(unit, offset, frame).ok_or_else(too_far)?)
        }
        Span::Year(year) => {
            let year = Some(year).filter(|year| is_year(*year));
            Choices::once(
                year.and_then(|year| months(year, 1, 12))
                    .ok_or_else(too_far)?,
            )
        }
        Span::IsoWeek(year, week) => {
            let first = NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon);
            let stretch = first
                .filter(|_| is_year(year))
                .and_then(|first| week_from(first, frame));
            Choices::once(stretch.ok_or_else(too_far)?)
        }
        Span::Month(month, year) => {
            in_years(year, frame, |year| months(year, month, 1)).ok_or_else(too_far)?
        }
        Span::Quarter(number, year) => {
            in_years(year, frame, |year| months(year, number * 3 - 2, 3)).ok_or_else(too_far)?
        }
    })
}

/// One stretch in the year that is said, or one in each of the years around.
fn in_years(
    year: Year,
    frame: &Frame<'_>,
    stretch: impl Fn(i32) -> Option<Stretch>,
) -> Option<Choices> {
    if let Some(year) = said_year(year, frame) {
        return Some(year)
            .filter(|year| is_year(*year))
            .and_then(stretch)
            .map(Choices::once);
    }
    let this = frame.today().year();
    Some(Choices {
        list: (this - 2..=this + 2).filter_map(stretch).collect(),
        cycle: Cycle::Yearly { grace: RECENT },
        skipped: None,
    })
}

/// Whole months of a year.
fn months(year: i32, first: u32, count: u32) -> Option<Stretch> {
    let first = NaiveDate::from_ymd_opt(year, first, 1)?;
    let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
    Some(Stretch {
        first,
        last,
        due: last,
    })
}

fn relative(unit: Unit, offset: i64, frame: &Frame<'_>) -> Option<Stretch> {
    let today = frame.today();
    match unit {
        Unit::Week => {
            let first = week_start(frame)?;
            week_from(move_days(first, offset.checked_mul(7)?)?, frame)
        }
        Unit::Weekend => {
            // Saturday and Sunday belong together, whatever day weeks begin on.
            let monday = today.week(chrono::Weekday::Mon).checked_first_day()?;
            let first = move_days(monday, offset.checked_mul(7)?.checked_add(5)?)?;
            let last = first.succ_opt()?;
            Some(Stretch {
                first,
                last,
                due: last,
            })
        }
        Unit::Month => {
            let months_from_0 = i64::from(today.year()) * 12 + i64::from(today.month0()) + offset;
            let year = i32::try_from(months_from_0.div_euclid(12)).ok()?;
            months(
                year,
                u32::try_from(months_from_0.rem_euclid(12)).ok()? + 1,
                1,
            )
        }
        Unit::Quarter => {
            let quarters = i64::from(today.year()) * 4 + i64::from(today.month0() / 3) + offset;
            let year = i32::try_from(quarters.div_euclid(4)).ok()?;
            months(year, u32::try_from(quarters.rem_euclid(4)).ok()? * 3 + 1, 3)
        }
        Unit::Year => months(
            today.year().checked_add(i32::try_from(offset).ok()?)?,
            1,
            12,
        ),
    }
}

/// The week that begins on a day, due on its last working one.
fn week_from(first: NaiveDate, frame: &Frame<'_>) -> Option<Stretch> {
    let last = move_days(first, 6)?;
    let due = frame.calendar.work.last_working_day(first, last);
    Some(Stretch {
        first,
        last,
        due: due.unwrap_or(last),
    })
}

/// The first day of this week.
pub(super) fn week_start(frame: &Frame<'_>) -> Option<NaiveDate> {
    frame
        .today()
        .week(frame.calendar.week_start)
        .checked_first_day()
}

/// A date moved by days, back where negative.
pub(super) fn move_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(count)
    } else {
        date.checked_add_days(count)
    }
}
