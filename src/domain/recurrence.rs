//! Rules of promises that repeat: on which days, and at which time on the wall clock.
//!
//! A rule knows no zone: it gives local dates, and the zone of the series makes deadlines of
//! them. So a recurring 09:00 stays 09:00 across clock changes, and a time that one skip moved
//! is back at its place in the next occurrence.

mod text;

use chrono::{
    Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _,
    Weekday, WeekdaySet,
};

use crate::domain::deadline::Deadline;
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::{ClockChange, Zone};

/// The longest interval, in units of its rule.
pub const MOST: u32 = 1000;

/// The latest working day of a month that can be counted to: few months have more.
pub const MOST_WORKING_DAYS: u32 = 20;

/// The last year that an occurrence lies in.
const LAST_YEAR: i32 = 9999;

/// So many months in a row may lack the day of a rule, as those without a working day do,
/// before the series ends.
const BARREN_MONTHS: i64 = 120;

/// On which days a promise repeats. The number is the interval: 2 for every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// "3 days".
    Days(u32),
    /// "weekday", "2 working days": days of work as the config has them, holidays skipped.
    /// Counted from the occurrence before.
    WorkingDays(u32),
    /// "2 weeks", "monday and thursday". Without a day of the week, that of the first
    /// occurrence. Every so many weeks are counted from the first, each from Monday to Sunday.
    Weeks(u32, WeekdaySet),
    /// "month on the 15th". Without a day, that of the first occurrence, or the last of a month
    /// that lacks it.
    Months(u32, Option<MonthDay>),
    /// "year on 3 dec": month and day. Without them, those of the first occurrence.
    /// 29 February is 28 February in a year that lacks it.
    Years(u32, Option<(u32, u32)>),
}

/// Which day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDay {
    /// A day, or the last of a month that lacks it.
    Day(Nth),
    /// A working day, or the last of a month that has fewer. Months without any are left out.
    WorkingDay(Nth),
    /// A day of the week.
    Weekday(Nth, Weekday),
}

/// Which of several days in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// Counted from the start of the month, the first as 1.
    Number(u32),
    /// The last.
    Last,
}

/// What repeats, and when on its day: at a wall time, or within the whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    repeats: Repeats,
    time: Option<NaiveTime>,
}

/// One of the days of a series, in local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The scheduled day: what [`Rule::next`] counts from, whatever becomes of the deadline.
    pub date: NaiveDate,
    /// The scheduled time; without one, the whole day.
    pub time: Option<NaiveTime>,
}

impl Occurrence {
    /// The deadline that this is in the zone of its series, and what a clock change made of it.
    /// `None` outside the years that can be represented.
    #[must_use]
    pub fn deadline(&self, zone: &Zone) -> Option<(Deadline, ClockChange)> {
        match self.time {
            Some(time) => Deadline::wall(self.date.and_time(time), zone),
            None => Some((Deadline::day(self.date, zone)?, ClockChange::None)),
        }
    }
}

impl Rule {
    /// A rule from its parts, the time cut to whole seconds. `None` for an interval outside
    /// 1 to [`MOST`], for a working day beyond [`MOST_WORKING_DAYS`], for a fifth weekday, which
    /// most months lack, and for a day that no month or year has.
    #[must_use]
    pub fn new(repeats: Repeats, time: Option<NaiveTime>) -> Option<Self> {
        let (interval, is_valid) = match repeats {
            Repeats::Days(n) | Repeats::WorkingDays(n) | Repeats::Weeks(n, _) => (n, true),
            Repeats::Months(n, on) => (n, on.is_none_or(MonthDay::is_valid)),
            Repeats::Years(n, on) => (n, on.is_none_or(|on| in_year(2000, on).is_some())),
        };
        let rule = Self {
            repeats,
            time: time.and_then(|time| time.with_nanosecond(0)),
        };
        (is_valid && (1..=MOST).contains(&interval)).then_some(rule)
    }

    /// The days that the rule names.
    #[must_use]
    pub fn repeats(&self) -> Repeats {
        self.repeats
    }

    /// The time on the wall clock; without one, whole days.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        self.time
    }

    /// The same days at another time, such as that of the deadline given for the first.
    #[must_use]
    pub fn at(self, time: Option<NaiveTime>) -> Self {
        let time = time.and_then(|time| time.with_nanosecond(0));
        Self { time, ..self }
    }

    /// The first occurrence strictly after a local moment.
    ///
    /// A rule that names its days begins on the first such day to come, today only with a time
    /// that is still ahead. One that names an interval alone ("2 weeks") begins that interval
    /// after today.
    #[must_use]
    pub fn first_after(&self, after: NaiveDateTime, work: &WorkingTime) -> Option<Occurrence> {
        let today = after.date();
        let eve = match self.time {
            Some(time) if time > after.time() => today.pred_opt()?,
            _ => today,
        };
        let date = match self.repeats {
            Repeats::Days(1) => eve.succ_opt(),
            Repeats::Days(n) => add_days(today, n.into()),
            Repeats::WorkingDays(1) => work.next_working_day(eve),
            Repeats::WorkingDays(n) => work.add_days(today, n),
            Repeats::Weeks(n, on) if on.is_empty() => add_days(today, i64::from(n) * 7),
            Repeats::Weeks(_, on) => (1..=7)
                .filter_map(|days| add_days(eve, days))
                .find(|date| on.contains(date.weekday())),
            Repeats::Months(n, None) => today.checked_add_months(Months::new(n)),
            Repeats::Months(_, Some(on)) => month_day_after(eve, 1, eve, on, work),
            Repeats::Years(n, None) => {
                let year = i32::try_from(n)
                    .ok()
                    .and_then(|n| today.year().checked_add(n));
                in_year(year?, (today.month(), today.day()))
            }
            Repeats::Years(_, Some(on)) => year_day_after(eve, 1, eve, on),
        };
        self.on(date?)
    }

    /// The occurrence that follows another of the same series, strictly after it.
    ///
    /// `first` is the scheduled date of the first one, which intervals and days of the month are
    /// counted from: what began on the 31st is back on the 31st after a February. It need not be
    /// a day that the rule names. `previous` is the scheduled date of the last one; before
    /// `first`, it is `first` that follows. The result may have passed: none is left out.
    #[must_use]
    pub fn next(
        &self,
        first: NaiveDate,
        previous: NaiveDate,
        work: &WorkingTime,
    ) -> Option<Occurrence> {
        if previous < first {
            return self.on(first);
        }
        let date = match self.repeats {
            Repeats::Days(n) => stepped(first, previous, n.into()),
            Repeats::WorkingDays(n) => work.add_days(previous, n),
            Repeats::Weeks(n, on) if on.is_empty() => stepped(first, previous, i64::from(n) * 7),
            Repeats::Weeks(n, on) => weekday_after(first, n, previous, on),
            Repeats::Months(n, on) => {
                let on = on.unwrap_or(MonthDay::Day(Nth::Number(first.day())));
                month_day_after(first, n, previous, on, work)
            }
            Repeats::Years(n, on) => {
                let on = on.unwrap_or((first.month(), first.day()));
                year_day_after(first, n, previous, on)
            }
        };
        self.on(date?)
    }

    /// The occurrence of a date, as far as years are written with four digits.
    fn on(&self, date: NaiveDate) -> Option<Occurrence> {
        let time = self.time;
        (date.year() <= LAST_YEAR).then_some(Occurrence { date, time })
    }
}

impl MonthDay {
    fn is_valid(self) -> bool {
        let (nth, most) = match self {
            Self::Day(nth) => (nth, 31),
            Self::WorkingDay(nth) => (nth, MOST_WORKING_DAYS),
            Self::Weekday(nth, _) => (nth, 4),
        };
        match nth {
            Nth::Number(n) => (1..=most).contains(&n),
            Nth::Last => true,
        }
    }

    /// The day in the month of a date.
    fn within(self, month: NaiveDate, work: &WorkingTime) -> Option<NaiveDate> {
        let first = month.with_day(1)?;
        let last = month.with_day(month.num_days_in_month().into())?;
        match self {
            Self::Day(Nth::Number(day)) => first.with_day(day.min(last.day())),
            Self::Day(Nth::Last) => Some(last),
            Self::WorkingDay(Nth::Number(n)) => {
                let before = usize::try_from(n.checked_sub(1)?).ok()?;
                let days = first.iter_days().take_while(|date| *date <= last);
                days.filter(|date| work.is_working_day(*date))
                    .nth(before)
                    .or_else(|| work.last_working_day(first, last))
            }
            Self::WorkingDay(Nth::Last) => work.last_working_day(first, last),
            Self::Weekday(Nth::Number(n), weekday) => {
                let n = u8::try_from(n).ok()?;
                NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, n)
            }
            Self::Weekday(Nth::Last, weekday) => {
                let back = last.weekday().days_since(weekday);
                last.checked_sub_days(Days::new(back.into()))
            }
        }
    }
}

fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_signed(TimeDelta::try_days(days)?)
}

/// The first date after `previous` that is a whole number of steps from `first`.
fn stepped(first: NaiveDate, previous: NaiveDate, step: i64) -> Option<NaiveDate> {
    let gap = previous.signed_duration_since(first).num_days();
    let count = gap.checked_div_euclid(step)?.checked_add(1)?;
    add_days(first, count.checked_mul(step)?)
}

/// The first of these weekdays after `previous` in every `n`-th week from that of `first`.
fn weekday_after(
    first: NaiveDate,
    n: u32,
    previous: NaiveDate,
    on: WeekdaySet,
) -> Option<NaiveDate> {
    let monday = add_days(first, -i64::from(first.weekday().num_days_from_monday()))?;
    let step = i64::from(n).checked_mul(7)?;
    let gap = previous.signed_duration_since(monday).num_days();
    let week = add_days(monday, gap.checked_div_euclid(step)?.checked_mul(step)?)?;
    [Some(week), add_days(week, step)]
        .into_iter()
        .flatten()
        .flat_map(|week| (0..7).filter_map(move |days| add_days(week, days)))
        .find(|date| *date > previous && on.contains(date.weekday()))
}

/// Months since the year 0.
fn month_number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

/// The first day of the kind after `previous` in every `n`-th month from that of `first`.
fn month_day_after(
    first: NaiveDate,
    n: u32,
    previous: NaiveDate,
    on: MonthDay,
    work: &WorkingTime,
) -> Option<NaiveDate> {
    let n = i64::from(n);
    let start = month_number(first);
    let passed = month_number(previous)
        .checked_sub(start)?
        .checked_div_euclid(n)?;
    (0..=BARREN_MONTHS).find_map(|further| {
        let months = passed.checked_add(further)?.checked_mul(n)?;
        let month = start.checked_add(months)?;
        let year = i32::try_from(month.div_euclid(12)).ok()?;
        let number = u32::try_from(month.rem_euclid(12)).ok()?.checked_add(1)?;
        let month = NaiveDate::from_ymd_opt(year, number, 1)?;
        on.within(month, work).filter(|date| *date > previous)
    })
}

/// The first such day after `previous` in every `n`-th year from that of `first`.
fn year_day_after(
    first: NaiveDate,
    n: u32,
    previous: NaiveDate,
    on: (u32, u32),
) -> Option<NaiveDate> {
    let n = i32::try_from(n).ok()?;
    let gap = previous.year().checked_sub(first.year())?;
    let passed = gap.checked_div_euclid(n)?;
    (0..=1).find_map(|further| {
        let years = passed.checked_add(further)?.checked_mul(n)?;
        in_year(first.year().checked_add(years)?, on).filter(|date| *date > previous)
    })
}

/// A month and day in a year: 28 February for the 29th of a year that lacks it.
fn in_year(year: i32, (month, day): (u32, u32)) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(year, month, day);
    if (month, day) == (2, 29) {
        return date.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28));
    }
    date
}

#[cfg(test)]
mod tests;
