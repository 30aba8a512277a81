//! Moves: "in 2 days", "3 weeks from monday", "4 business hours", "20 minutes ago".

use chrono::{Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

use super::super::ast::{Amount, Day, Phrase, Shift, Span, Spot, Toward, Unit};
use super::super::refusal::{Refusal, RefusalKind};
use super::super::{Reading, Sense};
use super::clock;
use super::days::{self, Choices, Cycle, Stretch};
use super::frame::Frame;
use super::{RECENT, pick, plain, spans, weeks};
use crate::domain::deadline::Deadline;
use crate::domain::working_time::WorkingTime;

/// The longest count of working days that is walked: more than there are in a hundred years.
const MOST_WORKING_DAYS: u32 = 30_000;

/// The longest count of working minutes that is walked.
const MOST_WORKING_MINUTES: u64 = 30_000 * 24 * 60;

/// A phrase that moves.
pub(super) fn resolve(
    phrase: &Phrase,
    shift: &Spot<Shift>,
    frame: &Frame<'_>,
) -> Result<Reading, Refusal> {
    let moved = shift.value;
    if let Some(before) = &phrase.before {
        return Err(Refusal::not_understood(
            before.clone(),
            "\"before\" with a length of time is not clear",
        )
        .hint("say \"in 2 days\" or \"2 days before friday\""));
    }
    if moved.from_rest {
        return from_rest(phrase, shift, frame);
    }
    let amount = moved.amount;
    if moved.is_days() {
        if let Some(weekday) = &phrase.weekday
            && moved.in_weeks
            && phrase.day.is_none()
        {
            return weeks::resolve(phrase, weekday, amount, frame);
        }
        return from_today(phrase, shift, frame);
    }
    if let Some(time) = phrase.time.as_ref().map(|time| time.span.clone()) {
        return Err(Refusal::not_understood(
            time,
            "a length of time and a time of the day do not go together",
        ));
    }
    if let Some(part) = phrase.part.as_ref().map(|part| part.span.clone()) {
        return Err(Refusal::not_understood(
            part,
            "this does not fit a length of time",
        ));
    }
    let reading = from_now(&moved, shift, frame)?;
    if frame.looks_back() && reading.deadline.at() > frame.calendar.now {
        return Err(frame.future(&reading.deadline));
    }
    same_day(phrase, &reading.deadline, frame)?;
    Ok(reading)
}

/// Hours and minutes from now.
fn from_now(moved: &Shift, shift: &Spot<Shift>, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    let back = is_back(moved, shift, frame)?;
    let amount = moved.amount;
    if amount.working_minutes > 0 {
        if back {
            return Err(Refusal::not_understood(
                shift.span.clone(),
                "working hours are counted ahead only",
            ));
        }
        return frame.wall(working(amount, frame.now(), frame)?);
    }
    let seconds = signed(amount.seconds, back).ok_or_else(|| frame.too_far())?;
    if amount.months == 0 && amount.days == 0 {
        return Ok(Reading {
            deadline: frame.after_seconds(seconds)?,
            remarks: Vec::new(),
        });
    }
    // Days are counted on the calendar, the hours after them on the clock.
    let date = civil(amount, frame.today(), back).ok_or_else(|| frame.too_far())?;
    let reading = frame.wall(date.and_time(frame.now().time()))?;
    later(&reading, seconds, frame)
}

/// Days from today, which may have a time.
fn from_today(phrase: &Phrase, shift: &Spot<Shift>, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    if let Some(span) = beside(phrase) {
        return Err(
            Refusal::not_understood(span, "a day and a number of days do not go together")
                .hint("say \"2 weeks from monday\", or the day alone"),
        );
    }
    let back = is_back(&shift.value, shift, frame)?;
    let date = day_moved(shift.value.amount, frame.today(), back, frame)?;
    if shift.value.or_whole
        && let Some(span) = whole_spans(shift.value.amount)
    {
        let whole = spans::choices(span, frame)?.list;
        if whole.iter().any(|stretch| stretch.due != date) {
            let mut readings = vec![frame.day(date)?];
            for stretch in whole {
                readings.push(frame.day(stretch.due)?);
            }
            let hint = "say \"in 2 weeks\", or the end as in \"end of next week\"";
            return Err(frame.ambiguous(readings, hint));
        }
    }
    let clock = clock::clock(phrase, frame)?;
    pick::pick(&Choices::once(date), &clock, frame)
}

/// The last of the whole weeks, months or years that a length of time could stand for.
fn whole_spans(amount: Amount) -> Option<Span> {
    let (unit, count) = match amount {
        Amount {
            months: 0, days, ..
        } => (Unit::Week, days / 7),
        Amount {
            months, days: 0, ..
        } if months.is_multiple_of(12) => (Unit::Year, months / 12),
        Amount {
            months, days: 0, ..
        } => (Unit::Month, months),
        _ => return None,
    };
    Some(Span::Relative(unit, count.into()))
}

/// A move from the day or the time that the rest of the phrase names.
fn from_rest(phrase: &Phrase, shift: &Spot<Shift>, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    let amount = shift.value.amount;
    let back = shift.value.toward == Toward::Back;
    let mut rest = phrase.clone();
    rest.shift = None;
    let has_day = rest.day.is_some() || rest.weekday.is_some();
    if amount.seconds > 0 || amount.working_minutes > 0 {
        if rest.time.is_none() {
            return Err(Refusal::not_understood(
                shift.span.clone(),
                "hours are counted from a time, and none is named",
            )
            .hint("say \"2 hours after friday 3pm\""));
        }
        let base = plain(&rest, frame)?;
        if amount.working_minutes > 0 {
            if back {
                return Err(Refusal::not_understood(
                    shift.span.clone(),
                    "working hours are counted ahead only",
                ));
            }
            let local = frame.local(base.deadline.at());
            return frame.wall(working(amount, local, frame)?);
        }
        let seconds = signed(amount.seconds, back).ok_or_else(|| frame.too_far())?;
        if amount.months > 0 || amount.days > 0 {
            return Err(Refusal::not_understood(
                shift.span.clone(),
                "days and hours together are counted from now only",
            ));
        }
        return later(&base, seconds, frame);
    }
    if !has_day {
        return Err(Refusal::not_understood(
            shift.span.clone(),
            "the day that this counts from is missing",
        )
        .hint("say \"3 weeks from monday\" or \"in 3 weeks\""));
    }
    if let Some(day) = rest.day.as_ref().filter(|day| spans::is_open(&day.value)) {
        return Err(Refusal::not_understood(
            day.span.clone(),
            "this is more than a day to count from",
        )
        .hint("say \"2 days after end of month\""));
    }
    let clock = clock::clock(&rest, frame)?;
    let bases = bases(days::choices(&rest, frame)?, frame);
    let mut moved = Vec::new();
    for base in &bases.list {
        moved.push(Stretch::from(day_moved(amount, base.due, back, frame)?));
    }
    let choices = Choices {
        list: moved,
        cycle: match bases.cycle {
            Cycle::Yearly { .. } => Cycle::Yearly { grace: RECENT },
            _ => Cycle::Once,
        },
        skipped: None,
    };
    pick::pick(&choices, &clock, frame)
}

/// The days that are counted from: the coming one, and for what comes once a year also the
/// last if it is recent, since "a week after christmas" may still lie ahead at New Year.
fn bases(choices: Choices, frame: &Frame<'_>) -> Choices {
    let today = frame.today();
    let keep = |stretch: &&Stretch| match choices.cycle {
        Cycle::Weekly => stretch.due > today,
        _ => stretch.due >= today,
    };
    let list = match choices.cycle {
        Cycle::Once => choices.list,
        Cycle::Yearly { .. } => {
            // As recent as a date without a year still means the past one.
            let recent = |s: &&Stretch| s.due < today && (today - s.due).num_days() <= RECENT;
            let last = choices.list.iter().rev().find(recent);
            let next = choices.list.iter().filter(keep).take(2);
            last.into_iter().chain(next).copied().collect()
        }
        _ if frame.looks_back() => {
            let last = choices.list.iter().rev().find(|s| s.due <= today);
            last.copied().into_iter().collect()
        }
        _ => choices
            .list
            .iter()
            .find(keep)
            .copied()
            .into_iter()
            .collect(),
    };
    Choices {
        list,
        cycle: choices.cycle,
        skipped: None,
    }
}

/// Whether the move goes back; a length of time alone does only in filters about the past.
fn is_back(moved: &Shift, shift: &Spot<Shift>, frame: &Frame<'_>) -> Result<bool, Refusal> {
    match (moved.toward, frame.sense) {
        (Toward::Back, _) | (Toward::Open, Sense::PastSpan(_)) => Ok(true),
        (Toward::Open, Sense::Past) => Err(Refusal::new(
            RefusalKind::Future,
            shift.span.clone(),
            "a length of time alone lies ahead",
        )
        .hint(format!("say \"{} ago\"", frame.said()))),
        (Toward::Ahead | Toward::Open, _) => Ok(false),
    }
}

/// A day or weekday said beside a length of time.
fn beside(phrase: &Phrase) -> Option<std::ops::Range<usize>> {
    let day = phrase.day.as_ref().map(|day| day.span.clone());
    day.or_else(|| phrase.weekday.as_ref().map(|day| day.span.clone()))
}

/// "today in one hour" must end today.
fn same_day(phrase: &Phrase, deadline: &Deadline, frame: &Frame<'_>) -> Result<(), Refusal> {
    let Some(span) = beside(phrase) else {
        return Ok(());
    };
    let is_same = match phrase.day.as_ref().map(|day| &day.value) {
        Some(Day::Relative(days)) => {
            spans::move_days(frame.today(), *days) == Some(deadline.date())
                && phrase.weekday.is_none()
        }
        _ => false,
    };
    if is_same {
        return Ok(());
    }
    Err(Refusal::not_understood(
        span,
        "the length of time does not end on this day",
    ))
}

fn later(base: &Reading, seconds: i64, frame: &Frame<'_>) -> Result<Reading, Refusal> {
    let at = TimeDelta::try_seconds(seconds)
        .and_then(|delta| base.deadline.at().checked_add_signed(delta))
        .ok_or_else(|| frame.too_far())?;
    Ok(Reading {
        deadline: Deadline::instant(at, frame.shown_zone()),
        remarks: base.remarks.clone(),
    })
}

fn day_moved(
    amount: Amount,
    from: NaiveDate,
    back: bool,
    frame: &Frame<'_>,
) -> Result<NaiveDate, Refusal> {
    let work = frame.calendar.work;
    let date = match amount.working_days {
        0 => civil(amount, from, back),
        days if days > MOST_WORKING_DAYS => None,
        days if back => working_days_before(work, from, days),
        days => work.add_days(from, days),
    };
    date.ok_or_else(|| frame.too_far())
}

fn working_days_before(work: &WorkingTime, from: NaiveDate, count: u32) -> Option<NaiveDate> {
    (0..count).try_fold(from, |date, _| {
        let before = date.pred_opt()?;
        work.last_working_day(before.checked_sub_days(Days::new(3660))?, before)
    })
}

fn civil(amount: Amount, from: NaiveDate, back: bool) -> Option<NaiveDate> {
    let (months, days) = (Months::new(amount.months), Days::new(amount.days.into()));
    if back {
        from.checked_sub_months(months)?.checked_sub_days(days)
    } else {
        from.checked_add_months(months)?.checked_add_days(days)
    }
}

fn working(
    amount: Amount,
    from: NaiveDateTime,
    frame: &Frame<'_>,
) -> Result<NaiveDateTime, Refusal> {
    Some(amount.working_minutes)
        .filter(|minutes| *minutes <= MOST_WORKING_MINUTES)
        .and_then(|minutes| frame.calendar.work.add_minutes(from, minutes))
        .ok_or_else(|| frame.too_far())
}

fn signed(seconds: u64, back: bool) -> Option<i64> {
    let seconds = i64::try_from(seconds).ok()?;
    Some(if back { -seconds } else { seconds })
}
