//! How a promise stands: early, on time or late, overdue, at risk.

use chrono::{DateTime, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::promise::{Promise, State};
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

/// How a kept promise stands against a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On an earlier local day.
    Early,
    /// On the same local day, and not after the deadline.
    OnTime,
    /// After the deadline.
    Late,
}

impl Outcome {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::OnTime => "on_time",
            Self::Late => "late",
        }
    }

    /// The words in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::OnTime => "on time",
            Self::Late => "late",
        }
    }
}

/// How something done at a moment stands against a deadline; `zone` is the deadline's.
#[must_use]
pub fn outcome(done_at: DateTime<Utc>, deadline: &Deadline, zone: &Zone) -> Outcome {
    outcome_by(done_at, deadline.at(), zone)
}

/// How something done at a moment stands against the last second that is in time, on the clock of
/// the deadline's zone.
#[must_use]
pub fn outcome_by(done_at: DateTime<Utc>, last: DateTime<Utc>, zone: &Zone) -> Outcome {
    if done_at > last {
        Outcome::Late
    } else if zone.local(done_at).date() < zone.local(last).date() {
        Outcome::Early
    } else {
        Outcome::OnTime
    }
}

/// What else bears on whether a promise can be kept.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// Working days and hours.
    pub work: &'a WorkingTime,
    /// The promises that it depends on.
    pub needs: &'a [Promise],
    /// Whether more is promised for its day than the day can hold.
    pub overbooked: bool,
}

/// How a promise stands at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Open, and its deadline has passed.
    pub overdue: bool,
    /// Seconds after the deadline: until now where it is open, until it was kept where it was
    /// kept late, else 0.
    pub seconds_late: i64,
    /// Against the first deadline, where it was kept.
    pub first_outcome: Option<Outcome>,
    /// Against the negotiated deadline, where it was kept.
    pub outcome: Option<Outcome>,
    /// Why it is at risk; empty where it is not.
    pub risks: Vec<String>,
}

/// How a promise stands at a moment. `zone_of` finds the zone of a deadline by name.
#[must_use]
pub fn standing(
    promise: &Promise,
    now: DateTime<Utc>,
    around: &Around<'_>,
    zone_of: &dyn Fn(&str) -> Zone,
) -> Standing {
    let open = promise.state == State::Open;
    let overdue = open && promise.due.has_passed(now);
    let kept_at = promise.settled_at.filter(|_| promise.state == State::Kept);
    let against =
        |deadline: &Deadline| kept_at.map(|at| outcome(at, deadline, &zone_of(deadline.zone())));
    let seconds_late = match kept_at {
        Some(at) => promise.negotiated_due.seconds_late(at),
        None if open => promise.due.seconds_late(now),
        None => 0,
    };
    let risks = if open {
        risks(&promise.due, promise.effort_minutes, now, around, zone_of)
    } else {
        Vec::new()
    };
    Standing {
        overdue,
        seconds_late,
        first_outcome: against(&promise.first_due),
        outcome: against(&promise.negotiated_due),
        risks,
    }
}

/// Why an open promise may not be kept that is due then and takes so much work; none where it is
/// overdue. `zone_of` finds the zone of a deadline by name.
#[must_use]
pub fn risks(
    due: &Deadline,
    effort_minutes: Option<u32>,
    now: DateTime<Utc>,
    around: &Around<'_>,
    zone_of: &dyn Fn(&str) -> Zone,
) -> Vec<String> {
    let mut risks = Vec::new();
    if due.has_passed(now) {
        return risks;
    }
    if around.overbooked {
        risks.push("its day is overbooked".to_owned());
    }
    for need in around.needs {
        let id = need.id;
        match need.state {
            State::Open => {}
            State::Broken | State::Released => {
                risks.push(format!("needs {id}, which is {}", need.state.word()));
                continue;
            }
            State::Kept | State::Void => continue,
        }
        if need.due.has_passed(now) {
            risks.push(format!("needs {id}, which is overdue"));
        } else if need.due.at() > due.at() {
            risks.push(format!("needs {id}, which is due after it"));
        }
    }
    if let Some(effort) = effort_minutes {
        let local_now = zone_of(due.zone()).local(now);
        // Working time is enough when the effort, begun now, ends by the deadline.
        let done = around.work.add_minutes(local_now, effort.into());
        if done.is_none_or(|done| done > due.local()) {
            risks.push("less working time is left than its effort".to_owned());
        }
    }
    risks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deadline::Deadline;

    #[test]
    fn outcomes() {
        let zone = Zone::bundled("Europe/Berlin").unwrap();
        let wall = Deadline::wall("2026-11-24T13:00:00".parse().unwrap(), &zone)
            .unwrap()
            .0;
        let day = Deadline::day("2026-11-24".parse().unwrap(), &zone).unwrap();
        let table = [
            ("2026-11-23T22:59:59Z", Outcome::Early, Outcome::Early),
            ("2026-11-23T23:00:00Z", Outcome::OnTime, Outcome::OnTime),
            ("2026-11-24T12:00:00Z", Outcome::OnTime, Outcome::OnTime),
            ("2026-11-24T12:00:01Z", Outcome::Late, Outcome::OnTime),
            ("2026-11-24T22:59:59Z", Outcome::Late, Outcome::OnTime),
            ("2026-11-24T23:00:00Z", Outcome::Late, Outcome::Late),
        ];
        for (at, against_wall, against_day) in table {
            let at = at.parse().unwrap();
            assert_eq!(outcome(at, &wall, &zone), against_wall, "{at}");
            assert_eq!(outcome(at, &day, &zone), against_day, "{at}");
        }
    }
}
