//! The calendar that a phrase is read against: now, where, and by whose customs.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc, Weekday};

use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

/// How a date written with slashes is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 1/12 is the first of December.
    DayMonth,
    /// 1/12 is the twelfth of January.
    MonthDay,
}

/// A person whose clock a phrase may refer to ("1pm their time").
#[derive(Clone, Debug)]
pub struct Their {
    /// The person's name.
    pub name: String,
    /// The person's zone, where it is known.
    pub zone: Option<Zone>,
}

/// Everything that the meaning of a deadline phrase depends on.
#[derive(Clone, Copy)]
pub struct Calendar<'a> {
    /// The moment of the command, whole seconds.
    pub now: DateTime<Utc>,
    /// The user's zone.
    pub zone: &'a Zone,
    /// The day that weeks begin on.
    pub week_start: Weekday,
    /// How slashed dates are read; without one, those with two readings are refused.
    pub date_order: Option<DateOrder>,
    /// Working days and hours.
    pub work: &'a WorkingTime,
    /// What the config says that abbreviations of zones mean: upper case to IANA name.
    pub abbreviations: &'a BTreeMap<String, String>,
    /// The person behind "their time", where the command names one.
    pub their: Option<&'a Their>,
    /// Finds a zone by its IANA name, whatever the case.
    pub zone_named: &'a dyn Fn(&str) -> Option<Zone>,
}

impl Calendar<'_> {
    /// What the user's clock shows now.
    #[must_use]
    pub fn local_now(&self) -> NaiveDateTime {
        self.zone.local(self.now)
    }
}
