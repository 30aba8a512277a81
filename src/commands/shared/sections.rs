//! The sections of what is due: the same wherever it is listed or counted.

use chrono::{DateTime, NaiveDate, Utc};

use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::Direction;
use crate::domain::zone::Zone;

/// Where an open promise stands on the page of `promise due`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Mine, and its deadline has passed.
    Overdue,
    /// Mine, due later today.
    Today,
    /// Mine, due after today and within the horizon.
    Coming,
    /// Made to me, within the horizon.
    WaitingOn,
}

/// What the sections are told apart by.
pub struct Sections<'a> {
    now: DateTime<Utc>,
    zone: &'a Zone,
    today: NaiveDate,
    /// The last moment that is looked at.
    horizon: DateTime<Utc>,
}

impl<'a> Sections<'a> {
    /// The sections as of now, up to a horizon.
    pub fn until(horizon: DateTime<Utc>, context: &'a Context) -> anyhow::Result<Self> {
        let zone = context.zone()?;
        Ok(Self {
            now: context.now,
            zone,
            today: zone.local(context.now).date(),
            horizon,
        })
    }

    /// The section of an open promise; none beyond the horizon.
    pub fn of(&self, direction: Direction, due: &Deadline) -> Option<Section> {
        let overdue = due.has_passed(self.now);
        let is_today = !overdue && self.day(due) <= self.today;
        if !overdue && !is_today && due.at() > self.horizon {
            return None;
        }
        Some(match direction {
            Direction::Theirs => Section::WaitingOn,
            Direction::Mine if overdue => Section::Overdue,
            Direction::Mine if is_today => Section::Today,
            Direction::Mine => Section::Coming,
        })
    }

    /// The day that a deadline belongs to: the earlier of its own and mine, so that none slips.
    fn day(&self, due: &Deadline) -> NaiveDate {
        self.zone.local(due.at()).date().min(due.date())
    }
}
