//! Working days and hours: which days count, from when to when.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// A day on which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holiday {
    /// One date.
    Once(NaiveDate),
    /// The same month and day of every year.
    Yearly {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
}

/// The days and hours in which work is done, in local time.
///
/// Invariants: at least one day of the week is worked, and the start lies before the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingTime {
    /// Monday first.
    days: [bool; 7],
    start: NaiveTime,
    end: NaiveTime,
    holidays: BTreeSet<Holiday>,
}

/// The longest run of days searched for a working one, so that a year made of holidays ends the
/// search rather than the calendar.
const SEARCHED_DAYS: u64 = 3660;

impl Default for WorkingTime {
    /// Monday to Friday, 09:00–17:00, no holidays.
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            days: [true, true, true, true, true, false, false],
            start: hour(9),
            end: hour(17),
            holidays: BTreeSet::new(),
        }
    }
}

impl WorkingTime {
    /// Working time from its parts; `None` without a working day, or where the start is not
    /// before the end.
    #[must_use]
    pub fn new(
        days: &[Weekday],
        start: NaiveTime,
        end: NaiveTime,
        holidays: impl IntoIterator<Item = Holiday>,
    ) -> Option<Self> {
        if days.is_empty() || start >= end {
            return None;
        }
        let mut worked = [false; 7];
        for day in days {
            worked[day.num_days_from_monday() as usize] = true;
        }
        Some(Self {
            days: worked,
            start,
            end,
            holidays: holidays.into_iter().collect(),
        })
    }

    /// When work begins.
    #[must_use]
    pub fn start(&self) -> NaiveTime {
        self.start
    }

    /// When work ends.
    #[must_use]
    pub fn end(&self) -> NaiveTime {
        self.end
    }

    /// Whether work is done on a date.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        let yearly = Holiday::Yearly {
            month: date.month(),
            day: date.day(),
        };
        self.days[date.weekday().num_days_from_monday() as usize]
            && !self.holidays.contains(&Holiday::Once(date))
            && !self.holidays.contains(&yearly)
    }

    /// The first working day after a date.
    #[must_use]
    pub fn next_working_day(&self, after: NaiveDate) -> Option<NaiveDate> {
        (1..=SEARCHED_DAYS)
            .map_while(|days| after.checked_add_days(Days::new(days)))
            .find(|date| self.is_working_day(*date))
    }

    /// The last working day in a span, both ends included.
    #[must_use]
    pub fn last_working_day(&self, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
        std::iter::successors(Some(last), NaiveDate::pred_opt)
            .take_while(|date| *date >= first)
            .find(|date| self.is_working_day(*date))
    }

    /// The `count`-th working day after a date.
    #[must_use]
    pub fn add_days(&self, from: NaiveDate, count: u32) -> Option<NaiveDate> {
        (0..count).try_fold(from, |date, _| self.next_working_day(date))
    }

    /// The first working day before a date.
    fn previous_working_day(&self, before: NaiveDate) -> Option<NaiveDate> {
        (1..=SEARCHED_DAYS)
            .map_while(|days| before.checked_sub_days(Days::new(days)))
            .find(|date| self.is_working_day(*date))
    }

    /// The `count`-th working day before a date.
    #[must_use]
    pub fn days_before(&self, to: NaiveDate, count: u32) -> Option<NaiveDate> {
        (0..count).try_fold(to, |date, _| self.previous_working_day(date))
    }

    /// The local time from which `minutes` of working time are left until `to`.
    #[must_use]
    pub fn minutes_before(&self, to: NaiveDateTime, minutes: u64) -> Option<NaiveDateTime> {
        let mut left = TimeDelta::try_minutes(i64::try_from(minutes).ok()?)?;
        let mut date = to.date();
        let mut time = to.time().min(self.end);
        if !self.is_working_day(date) || time <= self.start {
            date = self.previous_working_day(date)?;
            time = self.end;
        }
        loop {
            let room = time - self.start;
            if left <= room {
                return Some(date.and_time(time - left));
            }
            left -= room;
            date = self.previous_working_day(date)?;
            time = self.end;
        }
    }

    /// The local time at which `minutes` of working time have been worked since `from`.
    /// A span that is used up exactly when work ends, ends there and not at the next start.
    #[must_use]
    pub fn add_minutes(&self, from: NaiveDateTime, minutes: u64) -> Option<NaiveDateTime> {
        let mut left = TimeDelta::try_minutes(i64::try_from(minutes).ok()?)?;
        let mut date = from.date();
        let mut time = from.time().max(self.start);
        if !self.is_working_day(date) || time >= self.end {
            date = self.next_working_day(date)?;
            time = self.start;
        }
        loop {
            let room = self.end - time;
            if left <= room {
                return Some(date.and_time(time + left));
            }
            left -= room;
            date = self.next_working_day(date)?;
            time = self.start;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn with_holidays() -> WorkingTime {
        WorkingTime {
            holidays: BTreeSet::from([
                Holiday::Once(date("2026-11-26")),
                Holiday::Yearly { month: 12, day: 25 },
            ]),
            ..WorkingTime::default()
        }
    }

    #[test]
    fn working_days() {
        let work = with_holidays();
        let table = [
            // from, count, result
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-11-23", 2, "2026-11-25"),
            ("2026-11-25", 1, "2026-11-27"),
            ("2026-12-24", 1, "2026-12-28"),
            ("2026-11-23", 0, "2026-11-23"),
        ];
        for (from, count, result) in table {
            assert_eq!(
                work.add_days(date(from), count),
                Some(date(result)),
                "{from} + {count}"
            );
        }
        assert_eq!(
            work.last_working_day(date("2026-11-23"), date("2026-11-29")),
            Some(date("2026-11-27"))
        );
        assert_eq!(
            work.last_working_day(date("2026-11-28"), date("2026-11-29")),
            None
        );
    }

    #[test]
    fn working_minutes() {
        let work = with_holidays();
        let table = [
            ("2026-11-23T10:00:00", 60, "2026-11-23T11:00:00"),
            ("2026-11-23T16:00:00", 60, "2026-11-23T17:00:00"),
            ("2026-11-23T16:00:00", 61, "2026-11-24T09:01:00"),
            ("2026-11-20T16:00:00", 240, "2026-11-23T12:00:00"),
            ("2026-11-21T03:00:00", 30, "2026-11-23T09:30:00"),
            ("2026-11-25T17:00:00", 30, "2026-11-27T09:30:00"),
            ("2026-11-23T07:00:00", 960, "2026-11-24T17:00:00"),
        ];
        for (from, minutes, result) in table {
            assert_eq!(
                work.add_minutes(from.parse().unwrap(), minutes),
                Some(result.parse().unwrap()),
                "{from} + {minutes} min"
            );
        }
    }

    #[test]
    fn working_time_before() {
        let work = with_holidays();
        let days = [
            ("2026-11-24", 1, "2026-11-23"),
            ("2026-11-23", 1, "2026-11-20"),
            ("2026-11-22", 1, "2026-11-20"),
            ("2026-11-27", 2, "2026-11-24"),
            ("2026-12-28", 1, "2026-12-24"),
        ];
        for (to, count, result) in days {
            let result = Some(date(result));
            assert_eq!(
                work.days_before(date(to), count),
                result,
                "{count} before {to}"
            );
        }
        let minutes = [
            ("2026-11-23T11:00:00", 60, "2026-11-23T10:00:00"),
            ("2026-11-23T17:00:00", 480, "2026-11-23T09:00:00"),
            ("2026-11-23T10:00:00", 61, "2026-11-20T16:59:00"),
            ("2026-11-23T08:00:00", 30, "2026-11-20T16:30:00"),
            ("2026-11-22T12:00:00", 30, "2026-11-20T16:30:00"),
            ("2026-11-27T09:30:00", 60, "2026-11-25T16:30:00"),
            ("2026-11-23T23:59:59", 30, "2026-11-23T16:30:00"),
        ];
        for (to, minutes, result) in minutes {
            assert_eq!(
                work.minutes_before(to.parse().unwrap(), minutes),
                Some(result.parse().unwrap()),
                "{minutes} min before {to}"
            );
        }
    }

    #[test]
    fn a_life_of_holidays_ends_the_search() {
        let all_year = (1..=12)
            .flat_map(|month| (1..=31).map(move |day| Holiday::Yearly { month, day }))
            .collect();
        let work = WorkingTime {
            holidays: all_year,
            ..WorkingTime::default()
        };
        assert_eq!(work.next_working_day(date("2026-11-23")), None);
        assert_eq!(work.days_before(date("2026-11-23"), 1), None);
    }
}
