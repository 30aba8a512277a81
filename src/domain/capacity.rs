//! How much a day can hold, and on which days there is room.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime};

use crate::domain::working_time::WorkingTime;

/// How far ahead room is searched for: who is booked for longer needs no date but help.
const SEARCHED_DAYS: u64 = 365;

/// The most that may be due on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limit {
    /// How many promises.
    pub promises: Option<u32>,
    /// How much effort, in minutes.
    pub effort_minutes: Option<u32>,
}

/// What is due on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many promises.
    pub promises: u32,
    /// Their effort, in minutes.
    pub effort_minutes: u32,
}

impl Load {
    /// The load with one more promise, of this effort; 0 where its effort is unknown.
    #[must_use]
    pub fn with(self, effort_minutes: u32) -> Self {
        Self {
            promises: self.promises.saturating_add(1),
            effort_minutes: self.effort_minutes.saturating_add(effort_minutes),
        }
    }
}

impl Limit {
    /// Whether a day holds more than it can.
    #[must_use]
    pub fn is_overbooked(self, load: Load) -> bool {
        self.promises.is_some_and(|most| load.promises > most)
            || self
                .effort_minutes
                .is_some_and(|most| load.effort_minutes > most)
    }

    /// Whether one more promise of this effort fits on a day.
    #[must_use]
    pub fn has_room(self, load: Load, effort_minutes: u32) -> bool {
        !self.is_overbooked(load.with(effort_minutes))
    }

    fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// How much each day can hold. By default, any amount.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    everyday: Limit,
    /// Monday first.
    weekdays: [Option<Limit>; 7],
    strict: bool,
}

impl Capacity {
    /// Capacity from its parts: the limit of every day, those of days of the week, Monday first,
    /// and whether a promise that does not fit is refused.
    #[must_use]
    pub fn new(everyday: Limit, weekdays: [Option<Limit>; 7], strict: bool) -> Self {
        Self {
            everyday,
            weekdays,
            strict,
        }
    }

    /// Whether any day has a limit.
    #[must_use]
    pub fn is_limited(&self) -> bool {
        let mut limits = self.weekdays.iter().flatten();
        !self.everyday.is_none() || limits.any(|limit| !limit.is_none())
    }

    /// Whether a promise that does not fit on its day is refused, rather than warned about.
    #[must_use]
    pub fn strict(&self) -> bool {
        self.strict
    }

    /// The most that may be due on a date. What its day of the week does not say, holds as on
    /// every day.
    #[must_use]
    pub fn limit(&self, date: NaiveDate) -> Limit {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let own = self.weekdays[weekday].unwrap_or_default();
        Limit {
            promises: own.promises.or(self.everyday.promises),
            effort_minutes: own.effort_minutes.or(self.everyday.effort_minutes),
        }
    }
}

/// A working day on which something can still be promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeDay {
    /// The day.
    pub date: NaiveDate,
    /// How many promises still fit; none where their number has no limit.
    pub promises_left: Option<u32>,
    /// How much effort still fits, in minutes: what is left of the working time or of the limit,
    /// whichever is less. Never 0.
    pub minutes_left: u32,
}

/// Everything that tells whether a day has room.
#[derive(Clone, Copy)]
pub struct Schedule<'a> {
    /// The user's local time: of today only the working time that is left counts, and of days
    /// before it none.
    pub now: NaiveDateTime,
    /// Working days and hours.
    pub work: &'a WorkingTime,
    /// How much each day can hold.
    pub capacity: &'a Capacity,
    /// What is due on a day already.
    pub loads: &'a dyn Fn(NaiveDate) -> Load,
}

impl Schedule<'_> {
    /// The days of a span, both ends included, on which a promise of this effort fits; 0 where
    /// its effort is unknown.
    #[must_use]
    pub fn free_days(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        effort_minutes: u32,
    ) -> Vec<FreeDay> {
        self.search(from, until, effort_minutes).collect()
    }

    /// The first day after a date on which a promise of this effort fits, unless that is more
    /// than a year away.
    #[must_use]
    pub fn next_with_room(&self, after: NaiveDate, effort_minutes: u32) -> Option<FreeDay> {
        let from = after.succ_opt()?.max(self.now.date());
        let until = from.checked_add_days(Days::new(SEARCHED_DAYS));
        self.search(from, until.unwrap_or(NaiveDate::MAX), effort_minutes)
            .next()
    }

    fn search(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        effort_minutes: u32,
    ) -> impl Iterator<Item = FreeDay> {
        let first = from.max(self.now.date());
        std::iter::successors(Some(first), NaiveDate::succ_opt)
            .take_while(move |date| *date <= until)
            .filter_map(move |date| self.free_day(date, effort_minutes))
    }

    fn free_day(&self, date: NaiveDate, effort_minutes: u32) -> Option<FreeDay> {
        let working_minutes = self.working_minutes(date);
        // Spares the question what is due where the answer does not matter.
        if working_minutes == 0 {
            return None;
        }
        let limit = self.capacity.limit(date);
        let load = (self.loads)(date);
        let most = limit.effort_minutes.unwrap_or(u32::MAX);
        let minutes_left = working_minutes
            .min(most)
            .saturating_sub(load.effort_minutes);
        let fits = limit.has_room(load, effort_minutes) && minutes_left >= effort_minutes.max(1);
        fits.then(|| FreeDay {
            date,
            promises_left: limit.promises.map(|most| most - load.promises),
            minutes_left,
        })
    }

    /// The whole minutes that a day is worked from now on.
    fn working_minutes(&self, date: NaiveDate) -> u32 {
        if date < self.now.date() || !self.work.is_working_day(date) {
            return 0;
        }
        let mut start = self.work.start();
        if date == self.now.date() {
            start = start.max(self.now.time());
        }
        u32::try_from((self.work.end() - start).num_minutes()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
