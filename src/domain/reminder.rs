//! Reminders: when a deadline is spoken of, and what of that is still to be said.
//!
//! A deadline has stages: each lead time before it, the moment it is due, the moment it has
//! passed. A stage is said once. When several were reached since something was last said, the
//! most urgent stands for them all.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::promise::{Promise, State};
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

/// How long before a deadline it is spoken of. Never nothing.
///
/// Days count back from the day of the deadline, and keep its time; of a whole day they lead to
/// the start of work. Hours and minutes count back from its time; of a whole day, from the end
/// of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lead {
    /// Minutes on the clock.
    Minutes(u32),
    /// Minutes of working time.
    WorkingMinutes(u32),
    /// Days of the calendar.
    Days(u32),
    /// Working days.
    WorkingDays(u32),
}

/// The form that is stored, shown, and read again: "1h30m", "2 business days".
impl fmt::Display for Lead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counted = |count: u32, unit: &str| {
            let s = if count == 1 { "" } else { "s" };
            write!(f, "{count} {unit}{s}")
        };
        match *self {
            Self::WorkingMinutes(minutes) if minutes % 60 == 0 => {
                counted(minutes / 60, "business hour")
            }
            Self::WorkingMinutes(minutes) => counted(minutes, "business minute"),
            Self::Days(days) => counted(days, "day"),
            Self::WorkingDays(days) => counted(days, "business day"),
            Self::Minutes(minutes) => match (minutes / 60, minutes % 60) {
                (0, minutes) => write!(f, "{minutes}m"),
                (hours, 0) => write!(f, "{hours}h"),
                (hours, minutes) => write!(f, "{hours}h{minutes}m"),
            },
        }
    }
}

/// What of a promise is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The deadline of an open promise.
    Deadline,
    /// The moment to ask the person of a kept one whether they were satisfied.
    Check,
}

impl About {
    /// What of a promise is spoken of now; nothing where it is settled and needs no answer.
    #[must_use]
    pub fn of(promise: &Promise) -> Option<Self> {
        let check = &promise.check;
        match promise.state {
            State::Open => Some(Self::Deadline),
            State::Kept if check.due.is_some() && check.satisfied.is_none() => Some(Self::Check),
            _ => None,
        }
    }

    /// That deadline of a promise.
    #[must_use]
    pub fn deadline(self, promise: &Promise) -> Option<&Deadline> {
        match self {
            Self::Deadline => Some(&promise.due),
            Self::Check => promise.check.due.as_ref(),
        }
    }

    /// The word stored, and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Check => "check",
        }
    }
}

/// How urgent it is, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A lead time has begun.
    Lead,
    /// The moment has come; of a whole day, the start of work on it.
    Due,
    /// The deadline has passed.
    Overdue,
}

impl Stage {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Due => "due",
            Self::Overdue => "overdue",
        }
    }
}

/// A stage of one deadline, and when it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Which stage.
    pub stage: Stage,
    /// The lead time that begins, where it is one.
    pub lead: Option<Lead>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The stages of a deadline, in no order. `zone` is the deadline's. A lead that would begin
/// outside the years that can be represented has no stage.
#[must_use]
pub fn milestones(
    deadline: &Deadline,
    leads: &[Lead],
    work: &WorkingTime,
    zone: &Zone,
) -> Vec<Milestone> {
    let moment = |local: NaiveDateTime| Some(zone.resolve(local)?.at);
    let due = if deadline.is_whole_day() {
        moment(deadline.date().and_time(work.start()))
    } else {
        Some(deadline.at())
    };
    let passed = deadline.at().checked_add_signed(TimeDelta::seconds(1));
    let mut milestones: Vec<Milestone> = leads
        .iter()
        .filter_map(|lead| {
            Some(Milestone {
                stage: Stage::Lead,
                lead: Some(*lead),
                at: begins(*lead, deadline, work, &moment)?,
            })
        })
        .collect();
    for (stage, at) in [(Stage::Due, due), (Stage::Overdue, passed)] {
        let lead = None;
        milestones.extend(at.map(|at| Milestone { stage, lead, at }));
    }
    milestones
}

/// When a lead time begins.
fn begins(
    lead: Lead,
    deadline: &Deadline,
    work: &WorkingTime,
    moment: &dyn Fn(NaiveDateTime) -> Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    let date = deadline.date();
    let whole = deadline.is_whole_day();
    let on = |date: NaiveDate| {
        let time = if whole {
            work.start()
        } else {
            deadline.local().time()
        };
        moment(date.and_time(time))
    };
    let end = date.and_time(work.end());
    match lead {
        Lead::Days(days) => on(date.checked_sub_days(Days::new(days.into()))?),
        Lead::WorkingDays(days) => on(work.days_before(date, days)?),
        Lead::Minutes(minutes) => {
            let from = if whole { moment(end)? } else { deadline.at() };
            from.checked_sub_signed(TimeDelta::minutes(minutes.into()))
        }
        Lead::WorkingMinutes(minutes) => {
            let from = if whole { end } else { deadline.local() };
            moment(work.minutes_before(from, minutes.into())?)
        }
    }
}

/// What was already said of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Since when the deadline stands: leads that had begun by then are never said.
    pub since: DateTime<Utc>,
    /// When something was last said of it: every stage reached by then counts as said.
    pub until: Option<DateTime<Utc>>,
}

/// What is to be said of a deadline, and when to look again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The most urgent stage that was reached and not said.
    pub say: Option<Milestone>,
    /// When the next stage is reached; nothing where none is left.
    pub next: Option<DateTime<Utc>>,
}

/// What is to be said now of a deadline with these stages.
#[must_use]
pub fn outlook(milestones: &[Milestone], told: Told, now: DateTime<Utc>) -> Outlook {
    let unsaid = || {
        milestones.iter().filter(|milestone| {
            let fresh = milestone.stage != Stage::Lead || milestone.at > told.since;
            fresh && told.until.is_none_or(|until| milestone.at > until)
        })
    };
    Outlook {
        say: unsaid()
            .filter(|milestone| milestone.at <= now)
            .max_by_key(|milestone| (milestone.stage, milestone.at))
            .copied(),
        next: unsaid()
            .map(|milestone| milestone.at)
            .filter(|at| *at > now)
            .min(),
    }
}

#[cfg(test)]
mod tests;
