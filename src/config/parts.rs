//! What settings are put together from, each part kept to show where it comes from.

use chrono::{NaiveTime, Weekday};

use crate::config::settings::{Origin, Setting};
use crate::config::values::WEEKDAYS;
use crate::domain::capacity::{Capacity, Limit};
use crate::domain::reminder::Lead;
use crate::domain::standard::Standard;
use crate::domain::working_time::{Holiday, WorkingTime};

/// The parts of `[workday]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Workday {
    pub(super) days: Setting<Vec<Weekday>>,
    pub(super) start: Setting<NaiveTime>,
    pub(super) end: Setting<NaiveTime>,
    pub(super) holidays: Setting<Vec<Holiday>>,
}

impl Workday {
    /// The parts as they are until somebody sets them.
    pub(super) fn of(days: &[Weekday], work: &WorkingTime) -> Self {
        Self {
            days: Setting::default(days.to_vec()),
            start: Setting::default(work.start()),
            end: Setting::default(work.end()),
            holidays: Setting::default(Vec::new()),
        }
    }

    /// The parts as one, unless the start and the end do not fit each other; otherwise line, key
    /// and reason.
    pub(super) fn put_together(
        &self,
    ) -> Result<WorkingTime, (Option<usize>, &'static str, String)> {
        let (start, end) = (&self.start, &self.end);
        let holidays = self.holidays.value.iter().copied();
        let work = WorkingTime::new(&self.days.value, start.value, end.value, holidays);
        // Whichever of the two the file sets is to blame; of both, the end.
        work.ok_or_else(|| {
            if end.origin == Origin::Default {
                clash("workday.start", start, "before the end", end)
            } else {
                clash("workday.end", end, "after the start", start)
            }
        })
    }
}

fn clash(
    key: &'static str,
    wrong: &Setting<NaiveTime>,
    expected: &str,
    other: &Setting<NaiveTime>,
) -> (Option<usize>, &'static str, String) {
    let message = format!(
        "\"{key}\": expected a time {expected} of work, {}, found {}",
        other.value.format("%H:%M"),
        wrong.value.format("%H:%M")
    );
    (wrong.origin.line(), key, message)
}

/// An amount of work, and how the file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Effort {
    pub(super) text: String,
    pub(super) minutes: u32,
}

/// What a day can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LimitParts {
    pub(super) promises: Option<Setting<u32>>,
    pub(super) effort: Option<Setting<Effort>>,
}

impl LimitParts {
    fn put_together(&self) -> Limit {
        Limit {
            promises: self.promises.as_ref().map(|promises| promises.value),
            effort_minutes: self.effort.as_ref().map(|effort| effort.value.minutes),
        }
    }
}

/// The parts of `[capacity]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CapacityParts {
    pub(super) everyday: LimitParts,
    /// Monday first.
    pub(super) weekdays: [LimitParts; 7],
    pub(super) strict: Setting<bool>,
}

impl Default for CapacityParts {
    fn default() -> Self {
        Self {
            everyday: LimitParts::default(),
            weekdays: <[LimitParts; 7]>::default(),
            strict: Setting::default(false),
        }
    }
}

impl CapacityParts {
    /// The parts of the days of the week, each with the name of its day.
    pub(super) fn by_name(&self) -> impl Iterator<Item = (&'static str, &LimitParts)> {
        let names = WEEKDAYS.iter().map(|(name, _)| *name);
        names.zip(&self.weekdays)
    }

    /// The parts as one.
    pub(super) fn put_together(&self) -> Capacity {
        let own = |parts: &LimitParts| {
            let is_set = *parts != LimitParts::default();
            is_set.then(|| parts.put_together())
        };
        let weekdays = self.weekdays.each_ref().map(own);
        Capacity::new(self.everyday.put_together(), weekdays, self.strict.value)
    }
}

/// The parts of a `[standard.NAME]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StandardParts {
    pub(super) due: Option<Setting<String>>,
    pub(super) effort: Option<Setting<Effort>>,
    pub(super) tags: Option<Setting<Vec<String>>>,
    pub(super) remind: Option<Setting<Vec<Lead>>>,
}

impl StandardParts {
    /// The parts as one; nothing without a deadline.
    pub(super) fn put_together(&self, name: &str) -> Option<Standard> {
        let tags = self.tags.iter().flat_map(|tags| tags.value.iter().cloned());
        Some(Standard {
            name: name.to_owned(),
            due: self.due.as_ref()?.value.clone(),
            effort_minutes: self.effort.as_ref().map(|effort| effort.value.minutes),
            tags: tags.collect(),
            remind: self
                .remind
                .as_ref()
                .map_or_else(Vec::new, |remind| remind.value.clone()),
        })
    }
}
