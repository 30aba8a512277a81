//! The days that a phrase can mean, seen from today.

use chrono::{Datelike as _, Months, NaiveDate, Weekday};

use super::super::ast::{Counted, Day, Phrase, Span, Spot, Time, Unit, Which, Year};
use super::super::feasts::Feast;
use super::super::refusal::Refusal;
use super::super::words::weekday_name;
use super::agree::agreeing;
use super::frame::Frame;
use super::spans::{self, move_days};
use super::{RECENT, is_year, said_year};

/// A run of days, and the one of them that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) due: NaiveDate,
}

/// How the days of a phrase come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cycle {
    /// They do not: a past one is named as such.
    Once,
    /// A time of the day alone.
    Daily,
    /// A weekday: today only with a time that is still ahead.
    Weekly,
    /// A day of the month.
    Monthly,
    /// A date without a year; so many days after it, the past one is meant.
    Yearly { grace: i64 },
}

/// The candidates, in order.
#[derive(Clone, Debug)]
pub(super) struct Choices {
    pub(super) list: Vec<Stretch>,
    pub(super) cycle: Cycle,
    /// The coming date, which was passed over because it falls on another weekday.
    pub(super) skipped: Option<NaiveDate>,
}

impl From<NaiveDate> for Stretch {
    fn from(date: NaiveDate) -> Self {
        Self {
            first: date,
            last: date,
            due: date,
        }
    }
}

impl Choices {
    /// The one that is named.
    pub(super) fn once(stretch: impl Into<Stretch>) -> Self {
        Self {
            list: vec![stretch.into()],
            cycle: Cycle::Once,
            skipped: None,
        }
    }

    /// The days before, for "before friday".
    pub(super) fn eves(mut self, frame: &Frame<'_>) -> Self {
        // Said on a Thursday this is today: it is the Friday that must lie ahead.
        if self.cycle == Cycle::Weekly && !frame.looks_back() {
            self.list.retain(|stretch| stretch.first > frame.today());
            self.cycle = Cycle::Monthly;
        }
        self.list = self
            .list
            .iter()
            .filter_map(|stretch| stretch.first.pred_opt())
            .map(Stretch::from)
            .collect();
        self
    }
}

/// The days that a phrase can mean.
pub(super) fn choices(phrase: &Phrase, frame: &Frame<'_>) -> Result<Choices, Refusal> {
    match (&phrase.day, &phrase.weekday) {
        (None, None) => Ok(match phrase.time.as_ref().map(|time| time.value) {
            // "eod" is today's, passed or not.
            Some(Time::EndOfWork) => Choices::once(frame.today()),
            Some(Time::StartOfWork) if !frame.looks_back() => working_days(frame),
            _ => daily(frame),
        }),
        (None, Some(weekday)) => weekdays(weekday, frame),
        (Some(day), None) => of_day(&day.value, &day.span, frame),
        (Some(day), Some(weekday)) => {
            let choices = of_day(&day.value, &day.span, frame)?;
            agreeing(choices, day, weekday, frame)
        }
    }
}

/// Yesterday, today and tomorrow, for a time alone.
fn daily(frame: &Frame<'_>) -> Choices {
    let list = [-1, 0, 1]
        .into_iter()
        .filter_map(|days| move_days(frame.today(), days))
        .map(Stretch::from)
        .collect();
    Choices {
        list,
        cycle: Cycle::Daily,
        skipped: None,
    }
}

/// Today and the next working days, for "first thing" alone.
fn working_days(frame: &Frame<'_>) -> Choices {
    let work = frame.calendar.work;
    let today = frame.today();
    let list = [
        Some(today).filter(|today| work.is_working_day(*today)),
        work.next_working_day(today),
    ];
    Choices {
        list: list.into_iter().flatten().map(Stretch::from).collect(),
        cycle: Cycle::Daily,
        skipped: None,
    }
}

pub(super) fn weekdays(
    spot: &Spot<(Weekday, Which)>,
    frame: &Frame<'_>,
) -> Result<Choices, Refusal> {
    let (weekday, which) = spot.value;
    let in_week = |week: i64| {
        let start = spans::week_start(frame)?;
        let days = weekday.days_since(frame.calendar.week_start);
        move_days(start, week.checked_mul(7)?.checked_add(days.into())?)
    };
    let too_far = || frame.too_far();
    Ok(match which {
        Which::InWeek(week) => Choices::once(in_week(week).ok_or_else(too_far)?),
        Which::Coming => {
            let today = frame.today();
            let since = i64::from(today.weekday().days_since(weekday));
            let list = [-since - 7, -since, 7 - since, 14 - since]
                .into_iter()
                .filter_map(|days| move_days(today, days))
                .map(Stretch::from)
                .collect();
            Choices {
                list,
                cycle: Cycle::Weekly,
                skipped: None,
            }
        }
        Which::AfterNext => {
            let name = weekday_name(weekday).to_lowercase();
            // After the one that comes next, or after that of next week.
            let coming = weekdays_from(frame.today(), weekday, 2).ok_or_else(too_far)?;
            let readings = [coming, in_week(2).ok_or_else(too_far)?];
            if readings.first() == readings.last() {
                return Ok(Choices::once(coming));
            }
            let hint = format!("say \"{name} of next week\" or \"{name} of the week after next\"");
            let [first, second] = readings.map(|date| frame.day(date));
            return Err(frame.ambiguous([first?, second?], &hint));
        }
        Which::Last => {
            let last = in_week(-1).ok_or_else(too_far)?;
            let this = in_week(0).ok_or_else(too_far)?;
            // On a Saturday "last friday" is yesterday to some and a week older to others.
            if this < frame.today() {
                if !frame.allows_past() {
                    let hint = "say \"next\" with the weekday, or the weekday alone";
                    return Err(frame.past(&frame.day(this)?, hint));
                }
                let name = weekday_name(weekday).to_lowercase();
                let readings = [frame.day(last)?, frame.day(this)?];
                return Err(frame.ambiguous(
                    readings,
                    &format!("say \"{name} of last week\" or \"{name} of this week\""),
                ));
            }
            Choices::once(last)
        }
    })
}

/// The candidates of a date part.
pub(super) fn of_day(
    day: &Day,
    span: &std::ops::Range<usize>,
    frame: &Frame<'_>,
) -> Result<Choices, Refusal> {
    let too_far = || frame.too_far();
    let today = frame.today();
    let once = |date: Option<NaiveDate>| date.map(Choices::once).ok_or_else(too_far);
    match day {
        Day::Relative(days) => once(move_days(today, *days)),
        Day::Date { year, month, day } => {
            let choices = yearly(*year, RECENT, frame, |year| {
                NaiveDate::from_ymd_opt(year, *month, *day)
            })?;
            let is_near = |stretch: &Stretch| (stretch.due - today).num_days().abs() <= 366;
            // 29 February, with none of them near: a slip more likely than a plan.
            if *year == Year::Any && !choices.list.iter().any(is_near) {
                return Err(Refusal::not_understood(
                    span.clone(),
                    "there is no such day within a year",
                )
                .hint("add the year"));
            }
            Ok(choices)
        }
        Day::Slashed { .. } => Err(Refusal::not_understood(
            span.clone(),
            "the month must be named here",
        )
        .hint("say it as in \"friday after 3 Dec\"")),
        Day::Monthly(day) => Ok(monthly(*day, frame)),
        Day::Nth(n, counted, within) => nth(*n, *counted, *within, span, frame),
        Day::NthFrom(n, weekday, base) => {
            let base = of_day(base, span, frame)?;
            let mapped = base
                .list
                .iter()
                .filter_map(|stretch| weekdays_from(stretch.due, *weekday, *n));
            Ok(Choices {
                list: mapped.map(Stretch::from).collect(),
                cycle: base.cycle,
                skipped: None,
            })
        }
        Day::Feast(feast, year) => yearly(*year, 14, frame, |year| feast.date(year)),
        Day::NextFeast(feast) => next_feast(feast, span, frame),
        Day::LastFeast(feast) => {
            let dates = [0, -1].map(|years| feast.date(today.year() + years));
            once(dates.into_iter().flatten().find(|date| *date < today))
        }
        Day::Span { span, .. } => spans::choices(*span, frame),
        Day::StartOf(span) => {
            let mut choices = spans::choices(*span, frame)?;
            for stretch in &mut choices.list {
                let is_week = matches!(span, Span::Relative(Unit::Week, _));
                let before = stretch.first.pred_opt().filter(|_| is_week);
                let working =
                    before.and_then(|before| frame.calendar.work.next_working_day(before));
                *stretch = working.unwrap_or(stretch.first).into();
            }
            Ok(choices)
        }
        Day::EveOfWeekend => {
            let weekend = spans::choices(Span::Relative(Unit::Weekend, 0), frame)?;
            Ok(weekend.eves(frame))
        }
        Day::Fridays(count, weekday) => once(weekdays_from(
            today,
            *weekday,
            i32::try_from(*count).unwrap_or(i32::MAX),
        )),
    }
}

/// The day of a year that is said, or of each of the years around.
fn yearly(
    year: Year,
    grace: i64,
    frame: &Frame<'_>,
    date: impl Fn(i32) -> Option<NaiveDate>,
) -> Result<Choices, Refusal> {
    if let Some(year) = said_year(year, frame) {
        if !is_year(year) {
            return Err(frame.too_far());
        }
        let date = date(year);
        return date.map(Choices::once).ok_or_else(|| {
            Refusal::not_understood(frame.whole(), "there is no such day in that year")
        });
    }
    let this = frame.today().year();
    // 29 February may be eight years away.
    Ok(Choices {
        list: (this - 8..=this + 8)
            .filter_map(date)
            .map(Stretch::from)
            .collect(),
        cycle: Cycle::Yearly { grace },
        skipped: None,
    })
}

/// The day of the months around; of those months that have it.
fn monthly(day: u32, frame: &Frame<'_>) -> Choices {
    let today = frame.today();
    let first = today.with_day(1).unwrap_or(today);
    let back = (1..=3)
        .rev()
        .filter_map(|months| first.checked_sub_months(Months::new(months)));
    let ahead = (0..=3).filter_map(|months| first.checked_add_months(Months::new(months)));
    Choices {
        list: back
            .chain(ahead)
            .filter_map(|month| month.with_day(day))
            .map(Stretch::from)
            .collect(),
        cycle: Cycle::Monthly,
        skipped: None,
    }
}

fn nth(
    n: i32,
    counted: Counted,
    within: Span,
    span: &std::ops::Range<usize>,
    frame: &Frame<'_>,
) -> Result<Choices, Refusal> {
    let spans = spans::choices(within, frame)?;
    let list: Vec<Stretch> = spans
        .list
        .iter()
        .filter_map(|stretch| nth_in(*stretch, n, counted, frame))
        .map(Stretch::from)
        .collect();
    if list.is_empty() {
        return Err(Refusal::not_understood(
            span.clone(),
            "there is no such day in it",
        ));
    }
    Ok(Choices {
        list,
        cycle: spans.cycle,
        skipped: None,
    })
}

fn nth_in(stretch: Stretch, n: i32, counted: Counted, frame: &Frame<'_>) -> Option<NaiveDate> {
    let nth = usize::try_from(n.unsigned_abs()).ok()?.checked_sub(1)?;
    let counts = |date: &NaiveDate| match counted {
        Counted::Days => true,
        Counted::WorkingDays => frame.calendar.work.is_working_day(*date),
        Counted::Weekdays(weekday) => date.weekday() == weekday,
    };
    let days = stretch
        .first
        .iter_days()
        .take_while(|date| *date <= stretch.last);
    if n > 0 {
        return days.filter(counts).nth(nth);
    }
    let days: Vec<NaiveDate> = days.filter(counts).collect();
    days.into_iter().rev().nth(nth)
}

/// The n-th such weekday after a day, or before it where negative.
fn weekdays_from(date: NaiveDate, weekday: Weekday, n: i32) -> Option<NaiveDate> {
    let weeks = i64::from(n.unsigned_abs()).checked_sub(1)?.checked_mul(7)?;
    let gap = |days: u32| if days == 0 { 7 } else { i64::from(days) };
    if n > 0 {
        let days = gap(weekday.days_since(date.weekday()));
        move_days(date, days.checked_add(weeks)?)
    } else {
        let days = gap(date.weekday().days_since(weekday));
        move_days(date, -days.checked_add(weeks)?)
    }
}

/// "next christmas" said in December could be this one or the one after.
fn next_feast(
    feast: &Feast,
    span: &std::ops::Range<usize>,
    frame: &Frame<'_>,
) -> Result<Choices, Refusal> {
    let today = frame.today();
    let dates = (0..=2).filter_map(|years| feast.date(today.year() + years));
    let mut ahead = dates.filter(|date| *date >= today);
    let (Some(first), Some(second)) = (ahead.next(), ahead.next()) else {
        return Err(frame.too_far());
    };
    if (first - today).num_days() <= 60 {
        let readings = [frame.day(first)?, frame.day(second)?];
        let name = feast.names.first().copied().unwrap_or_default();
        let hint = format!("say \"{name} {}\"", first.year());
        let mut refusal = frame.ambiguous(readings, &hint);
        refusal.span = span.clone();
        return Err(refusal);
    }
    Ok(Choices::once(first))
}
