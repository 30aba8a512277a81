//! What may happen to a promise in which state.
//!
//! Every transition takes the promise as it is and gives it as it would be, or says why not;
//! the event is the difference between the two.

use chrono::{DateTime, Utc};

use crate::domain::changes;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, EventKind};
use crate::domain::person::fold;
use crate::domain::promise::{Check, Promise, Series, State};

/// Why a transition is not allowed as things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Only an open promise can be settled, rescheduled or handed on.
    NotOpen {
        /// What it is instead.
        state: State,
        /// Since when.
        since: Option<DateTime<Utc>>,
    },
    /// It cannot be settled before it was made.
    BeforeMade {
        /// When it was made.
        made_at: DateTime<Utc>,
    },
    /// It is open, and has nothing to be reopened from.
    Open,
    /// Only a kept promise can be checked.
    NotKept {
        /// What it is instead.
        state: State,
        /// Since when.
        since: Option<DateTime<Utc>>,
    },
    /// The person was asked already.
    Checked {
        /// What they said.
        satisfied: bool,
    },
    /// A day alone does not tell whether it was in time: the deadline falls inside that day.
    TimeMatters,
    /// It does not repeat.
    NotRepeating,
    /// The next occurrence is open: it cannot be open twice.
    NextIsOpen {
        /// The number of the next.
        next: i64,
    },
    /// It was made to me: there is nobody to ask.
    Theirs,
    /// It is not late, so that nothing has made it late.
    NotLate,
    /// The new deadline is the one in force.
    SameDeadline,
    /// The new owner has it already.
    SameOwner,
    /// A deadline that has passed is no mistake in typing any more.
    DeadlinePassed,
    /// It cannot have been made after it was settled.
    MadeAfterSettled {
        /// When it was settled.
        settled_at: DateTime<Utc>,
    },
}

impl Refused {
    fn not_open(promise: &Promise) -> Self {
        Self::NotOpen {
            state: promise.state,
            since: promise.settled_at,
        }
    }
}

/// The promise kept at a moment that is not in the future.
pub fn keep(promise: &Promise, at: DateTime<Utc>) -> Result<Promise, Refused> {
    let kept = settle(promise, State::Kept, at)?;
    Ok(Promise {
        check: Check::default(),
        ..kept
    })
}

/// The kept promise with the answer to whether the person was satisfied.
pub fn check(promise: &Promise, satisfied: bool, rating: Option<u8>) -> Result<Promise, Refused> {
    if promise.state != State::Kept {
        return Err(Refused::NotKept {
            state: promise.state,
            since: promise.settled_at,
        });
    }
    if let Some(satisfied) = promise.check.satisfied {
        return Err(Refused::Checked { satisfied });
    }
    Ok(Promise {
        check: Check {
            due: promise.check.due.clone(),
            satisfied: Some(satisfied),
            rating,
        },
        ..promise.clone()
    })
}

/// The open occurrence of a series as its last.
pub fn stop(promise: &Promise) -> Result<Promise, Refused> {
    if promise.state != State::Open {
        return Err(Refused::not_open(promise));
    }
    let series = promise
        .series
        .clone()
        .filter(|series| series.every.is_some());
    let series = series.ok_or(Refused::NotRepeating)?;
    Ok(Promise {
        series: Some(Series {
            every: None,
            ..series
        }),
        ..promise.clone()
    })
}

/// The kept promise, to be checked with its person at a time.
#[must_use]
pub fn to_be_checked(kept: Promise, due: Option<Deadline>) -> Promise {
    Promise {
        check: Check {
            due,
            ..Check::default()
        },
        ..kept
    }
}

/// The promise kept late, so that there is a cause to name.
pub fn keep_late(promise: &Promise, at: DateTime<Utc>) -> Result<Promise, Refused> {
    let kept = keep(promise, at)?;
    if promise.first_due.has_passed(at) || promise.negotiated_due.has_passed(at) {
        Ok(kept)
    } else {
        Err(Refused::NotLate)
    }
}

/// The promise given up on.
pub fn break_it(promise: &Promise, at: DateTime<Utc>) -> Result<Promise, Refused> {
    settle(promise, State::Broken, at)
}

/// The promise that its person has let me off.
pub fn release(promise: &Promise, at: DateTime<Utc>) -> Result<Promise, Refused> {
    settle(promise, State::Released, at)
}

/// A settled promise open again; what was undone or void is put back by other means.
pub fn reopen(promise: &Promise) -> Result<Promise, Refused> {
    match promise.state {
        State::Open => Err(Refused::Open),
        State::Void => Err(Refused::not_open(promise)),
        State::Kept | State::Broken | State::Released => Ok(Promise {
            state: State::Open,
            settled_at: None,
            ..promise.clone()
        }),
    }
}

/// The promise with a new deadline.
pub fn reschedule(promise: &Promise, due: &Deadline) -> Result<Promise, Refused> {
    if promise.state != State::Open {
        return Err(Refused::not_open(promise));
    }
    if promise.due == *due {
        return Err(Refused::SameDeadline);
    }
    Ok(Promise {
        due: due.clone(),
        ..promise.clone()
    })
}

/// The promise in other hands; nobody means me.
pub fn hand_off(promise: &Promise, owner: Option<&str>) -> Result<Promise, Refused> {
    if promise.state != State::Open {
        return Err(Refused::not_open(promise));
    }
    if promise.owner.as_deref().map(fold) == owner.map(fold) {
        return Err(Refused::SameOwner);
    }
    Ok(Promise {
        owner: owner.map(str::to_owned),
        ..promise.clone()
    })
}

fn settle(promise: &Promise, state: State, at: DateTime<Utc>) -> Result<Promise, Refused> {
    if promise.state != State::Open {
        return Err(Refused::not_open(promise));
    }
    if at < promise.made_at {
        return Err(Refused::BeforeMade {
            made_at: promise.made_at,
        });
    }
    Ok(Promise {
        state,
        settled_at: Some(at),
        ..promise.clone()
    })
}

/// The promise taken for a mistaken entry, whatever became of it.
pub fn void(promise: &Promise, now: DateTime<Utc>) -> Result<Promise, Refused> {
    if promise.state == State::Void {
        return Err(Refused::not_open(promise));
    }
    Ok(Promise {
        state: State::Void,
        settled_at: Some(now),
        ..promise.clone()
    })
}

/// Checks that one version of a promise may be typed over by another: a mistake in typing can be
/// corrected, a deadline only until it has passed (a new agreement is a reschedule).
pub fn edit(from: &Promise, to: &Promise, now: DateTime<Utc>) -> Result<(), Refused> {
    if from.state == State::Void {
        return Err(Refused::not_open(from));
    }
    if from.due != to.due {
        correct_deadline(from, now)?;
    }
    match to.settled_at {
        Some(settled_at) if to.made_at > settled_at => {
            Err(Refused::MadeAfterSettled { settled_at })
        }
        _ => Ok(()),
    }
}

/// Whether a mistyped deadline can still be corrected.
pub fn correct_deadline(promise: &Promise, now: DateTime<Utc>) -> Result<(), Refused> {
    if promise.state == State::Open && !promise.due.has_passed(now) {
        Ok(())
    } else {
        Err(Refused::DeadlinePassed)
    }
}

/// The event that leads from one version of a promise to the next.
#[must_use]
pub fn draft(kind: EventKind, from: &Promise, to: &Promise) -> Draft {
    Draft::new(kind, changes::promise(from, to))
}
