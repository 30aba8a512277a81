//! A month of a calendar: what is due on each of its days, and what became of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Utc, Weekday};

use crate::domain::capacity::{Capacity, Limit, Load};
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    first: NaiveDate,
    last: NaiveDate,
}

/// More than any two zones lie apart.
const APART: Days = Days::new(2);

impl Month {
    /// The month that a date lies in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let first = date.with_day(1).unwrap_or(date);
        let next = first.checked_add_months(Months::new(1));
        let last = next.and_then(|next| next.pred_opt());
        Self {
            first,
            last: last.unwrap_or(NaiveDate::MAX),
        }
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether a date lies in it.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// Its days, in order.
    pub fn dates(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(move |date| {
            // The calendar's own end stops the days by itself.
            *date <= self.last
        })
    }

    /// The moments between which every deadline on its days lies, whatever the zones.
    #[must_use]
    pub fn reach(self) -> (DateTime<Utc>, DateTime<Utc>) {
        let from = self.first.checked_sub_days(APART).unwrap_or(self.first);
        let until = self.last.checked_add_days(APART).unwrap_or(self.last);
        let midnight = |date: NaiveDate| date.and_time(chrono::NaiveTime::MIN).and_utc();
        (midnight(from), midnight(until))
    }

    /// How many days of its first week, as weeks begin on a weekday, belong to the month before.
    #[must_use]
    pub fn days_before(self, week_start: Weekday) -> usize {
        self.first.weekday().days_since(week_start) as usize
    }
}

/// What a calendar needs to know of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number that the user types.
    pub id: i64,
    /// Whose promise it is.
    pub direction: Direction,
    /// Whether a colleague answers for it.
    pub of_colleague: bool,
    /// What became of it.
    pub state: State,
    /// The deadline in force.
    pub due: Deadline,
    /// The work it takes, in minutes.
    pub effort_minutes: Option<u32>,
    /// Whether it was settled after the negotiated deadline.
    pub settled_late: bool,
}

impl Entry {
    /// Whether it is mine and open after its deadline.
    fn is_late(&self, now: DateTime<Utc>) -> bool {
        self.direction == Direction::Mine && self.state == State::Open && self.due.has_passed(now)
    }
}

/// One day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Whether it is the user's today.
    pub is_today: bool,
    /// Whether work is done on it.
    pub is_working_day: bool,
    /// The open promises of mine that are due, and for which no colleague answers.
    pub open: Load,
    /// The open promises of mine that are due, and for which a colleague answers.
    pub colleagues: u32,
    /// What takes up room on the day: as `open`, but whatever the calendar was narrowed down to.
    pub booked: Load,
    /// How much the day can hold.
    pub limit: Limit,
    /// Whether it holds more than it can. A day that has passed is late, not overbooked.
    pub is_overbooked: bool,
    /// What of mine was due and kept, in time or not.
    pub kept: u32,
    /// The part of `kept` that was kept after the negotiated deadline.
    pub kept_late: u32,
    /// What of mine was due and broken.
    pub broken: u32,
    /// What of mine was due and released.
    pub released: u32,
    /// The open promises made to me that are due.
    pub waiting_on: u32,
    /// The numbers of the open promises of mine, colleagues' among them, by deadline.
    pub ids: Vec<i64>,
    /// The numbers of those whose deadline has passed.
    pub late_ids: Vec<i64>,
}

/// What the days of a month are judged by.
#[derive(Clone, Copy)]
pub struct Judge<'a> {
    /// The moment of the command.
    pub now: DateTime<Utc>,
    /// The user's zone.
    pub zone: &'a Zone,
    /// Working days and hours.
    pub work: &'a WorkingTime,
    /// How much each day can hold.
    pub capacity: &'a Capacity,
    /// What takes up room on each day.
    pub booked: &'a BTreeMap<NaiveDate, Load>,
}

impl Judge<'_> {
    /// Every day of a month, with what of these promises is due on it. Those due on other days
    /// are passed over; they come in the order of their deadlines.
    #[must_use]
    pub fn days(&self, month: Month, entries: &[Entry]) -> Vec<Day> {
        let mut due: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            let date = entry.due.date_in(self.zone);
            due.entry(date).or_default().push(entry);
        }
        let today = self.zone.local(self.now).date();
        let days = month.dates().map(|date| {
            let mut day = self.empty(date, today);
            for entry in due.get(&date).into_iter().flatten() {
                self.put(&mut day, entry);
            }
            day
        });
        days.collect()
    }

    /// The numbers of mine that are late, and were due before a month.
    #[must_use]
    pub fn late_before(&self, month: Month, entries: &[Entry]) -> Vec<i64> {
        let late = entries.iter().filter(|entry| {
            entry.is_late(self.now) && entry.due.date_in(self.zone) < month.first()
        });
        late.map(|entry| entry.id).collect()
    }

    fn empty(&self, date: NaiveDate, today: NaiveDate) -> Day {
        let booked = self.booked.get(&date).copied().unwrap_or_default();
        let limit = self.capacity.limit(date);
        Day {
            date,
            is_today: date == today,
            is_working_day: self.work.is_working_day(date),
            open: Load::default(),
            colleagues: 0,
            booked,
            limit,
            is_overbooked: date >= today && limit.is_overbooked(booked),
            kept: 0,
            kept_late: 0,
            broken: 0,
            released: 0,
            waiting_on: 0,
            ids: Vec::new(),
            late_ids: Vec::new(),
        }
    }

    fn put(&self, day: &mut Day, entry: &Entry) {
        match (entry.direction, entry.state) {
            (Direction::Theirs, State::Open) => day.waiting_on += 1,
            (Direction::Theirs, _) | (_, State::Void) => {}
            (Direction::Mine, State::Open) => {
                if entry.of_colleague {
                    day.colleagues += 1;
                } else {
                    day.open = day.open.with(entry.effort_minutes.unwrap_or(0));
                }
                day.ids.push(entry.id);
                if entry.is_late(self.now) {
                    day.late_ids.push(entry.id);
                }
            }
            (Direction::Mine, State::Kept) => {
                day.kept += 1;
                day.kept_late += u32::from(entry.settled_late);
            }
            (Direction::Mine, State::Broken) => day.broken += 1,
            (Direction::Mine, State::Released) => day.released += 1,
        }
    }
}

#[cfg(test)]
mod tests;
