//! What came in, what went out, and what was left: day by day.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::domain::report::period::{Period, Unit};
use crate::domain::report::rate::{ENOUGH, Rate};
use crate::domain::report::row::{Against, Mark};

/// What happened on one day, or in several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Promises made.
    pub made: u64,
    /// Promises kept, broken or released.
    pub settled: u64,
    /// Kept by the first deadline, of those whose first deadline fell then.
    pub first: Rate,
    /// Kept by the negotiated deadline, of those whose negotiated deadline fell then.
    pub negotiated: Rate,
}

impl Day {
    /// Whether a mark is counted on its day.
    #[must_use]
    pub fn concerns(mark: Mark<'_>) -> bool {
        matches!(
            mark,
            Mark::Made | Mark::Kept { .. } | Mark::Broken | Mark::Released | Mark::Judged { .. }
        )
    }

    /// Counts a mark of the day.
    pub fn count(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Made => self.made += 1,
            Mark::Kept { .. } | Mark::Broken | Mark::Released => self.settled += 1,
            Mark::Judged { against, kept, .. } => match against {
                Against::First => self.first.add(kept),
                Against::Negotiated => self.negotiated.add(kept),
            },
            _ => {}
        }
    }

    fn absorb(&mut self, day: Self) {
        self.made += day.made;
        self.settled += day.settled;
        self.first.absorb(day.first);
        self.negotiated.absorb(day.negotiated);
    }
}

/// The length of the steps of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A week, or what of it lies in the period.
    Week,
    /// A month, or what of it lies in the period.
    Month,
}

impl Step {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// The step in which a period of this many days is still read at a glance.
    #[must_use]
    pub fn fitting(days: i64) -> Self {
        match days {
            ..=35 => Self::Day,
            36..=750 => Self::Week,
            _ => Self::Month,
        }
    }
}

/// One step of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its first day inside the period.
    pub start: NaiveDate,
    /// What happened in it.
    pub day: Day,
    /// What was open at its end.
    pub backlog: i64,
}

/// What came in and went out over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The length of the steps.
    pub step: Step,
    /// What was open when the period began.
    pub backlog_before: i64,
    /// The steps, one after the other, without gaps.
    pub points: Vec<Point>,
}

impl Flow {
    /// The flow of a period from its days, up to a last day where the period has not ended.
    #[must_use]
    pub fn new(
        days: &BTreeMap<NaiveDate, Day>,
        period: Period,
        last: NaiveDate,
        backlog_before: i64,
        step: Step,
        week_start: Weekday,
    ) -> Self {
        let mut points: Vec<Point> = Vec::new();
        let mut bucket = None;
        let mut backlog = backlog_before;
        let end = period.until.min(last);
        let dates = std::iter::successors(Some(period.since), NaiveDate::succ_opt);
        for date in dates.take_while(|date| *date <= end) {
            let day = days.get(&date).copied().unwrap_or_default();
            let first = match step {
                Step::Day => date,
                Step::Week => Unit::Week.first_day(date, week_start),
                Step::Month => Unit::Month.first_day(date, week_start),
            };
            if bucket != Some(first) {
                bucket = Some(first);
                points.push(Point {
                    start: date,
                    day: Day::default(),
                    backlog,
                });
            }
            let made = i64::try_from(day.made).unwrap_or(i64::MAX);
            let settled = i64::try_from(day.settled).unwrap_or(i64::MAX);
            backlog = backlog.saturating_add(made).saturating_sub(settled);
            if let Some(point) = points.last_mut() {
                point.day.absorb(day);
                point.backlog = backlog;
            }
        }
        Self {
            step,
            backlog_before,
            points,
        }
    }

    /// What is open at the end.
    #[must_use]
    pub fn backlog(&self) -> i64 {
        self.points
            .last()
            .map_or(self.backlog_before, |point| point.backlog)
    }

    /// Whether more came in than went out; nothing where too little happened to tell.
    #[must_use]
    pub fn grows(&self) -> Option<bool> {
        let happened: u64 = self
            .points
            .iter()
            .map(|point| point.day.made + point.day.settled)
            .sum();
        (happened >= ENOUGH).then(|| self.backlog() > self.backlog_before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn steps_have_no_gaps_and_sum_to_the_whole() {
        let day = |made, settled| Day {
            made,
            settled,
            ..Day::default()
        };
        let days = BTreeMap::from([
            (date("2026-12-30"), day(3, 0)),
            (date("2026-12-31"), day(1, 2)),
            (date("2027-01-04"), day(0, 1)),
        ]);
        let period = Period {
            since: date("2026-12-29"),
            until: date("2027-01-10"),
            unit: None,
        };
        let flow = |step, last: &str| {
            let last = date(last);
            Flow::new(&days, period, last, 4, step, Weekday::Mon)
        };
        let table = [
            (Step::Day, 7, vec![4, 7, 6, 6, 6, 6, 5]),
            (Step::Week, 2, vec![6, 5]),
            (Step::Month, 2, vec![6, 5]),
        ];
        for (step, count, backlogs) in table {
            let flow = flow(step, "2027-01-04");
            assert_eq!(flow.points.len(), count, "{step:?}");
            let found: Vec<i64> = flow.points.iter().map(|point| point.backlog).collect();
            assert_eq!(found, backlogs, "{step:?}");
            let made: u64 = flow.points.iter().map(|point| point.day.made).sum();
            assert_eq!(made, 4, "{step:?}");
            assert_eq!(flow.grows(), Some(true));
        }
        assert_eq!(flow(Step::Day, "2027-03-01").points.len(), 13);
        assert_eq!(flow(Step::Day, "2026-12-29").grows(), None);
        assert_eq!(flow(Step::Day, "2026-01-01").backlog(), 4);
    }
}
