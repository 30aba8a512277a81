//! What may happen to a promise in which state.
//!
//! Every transition takes the promise as it is and gives it as it would be, or says why not;
//! the event is the difference between the two.

use chrono::{DateTime, Utc};

use crate::domain::changes;
use crate::domain::event::{Draft, EventKind};
use crate::domain::promise::{Promise, State};

/// Why a transition is not allowed as things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Only an open promise can be kept.
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
    /// A deadline that has passed is no mistake in typing any more.
    DeadlinePassed,
    /// It cannot have been made after it was settled.
    MadeAfterSettled {
        /// When it was settled.
        settled_at: DateTime<Utc>,
    },
}

/// The promise kept at a moment that is not in the future.
pub fn keep(promise: &Promise, at: DateTime<Utc>) -> Result<Promise, Refused> {
    if promise.state != State::Open {
        return Err(Refused::NotOpen {
            state: promise.state,
            since: promise.settled_at,
        });
    }
    if at < promise.made_at {
        return Err(Refused::BeforeMade {
            made_at: promise.made_at,
        });
    }
    Ok(Promise {
        state: State::Kept,
        settled_at: Some(at),
        ..promise.clone()
    })
}

/// The promise taken for a mistaken entry, whatever became of it.
pub fn void(promise: &Promise, now: DateTime<Utc>) -> Result<Promise, Refused> {
    if promise.state == State::Void {
        return Err(Refused::NotOpen {
            state: promise.state,
            since: promise.settled_at,
        });
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
        return Err(Refused::NotOpen {
            state: from.state,
            since: from.settled_at,
        });
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
