//! What a report reads, and what each piece of it is counted as, and when.
//!
//! Every figure of a report is a count of marks: a promise leaves one for being made, one for
//! being settled, one for each deadline that it is judged against, each at its own moment. So the
//! parts of a report sum to the whole however they are grouped.

use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, Promise, State};
use crate::domain::reckoning::Outcome;
use crate::domain::report::period::Span;

/// A deadline: the second after which it has passed, and its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// Seconds since 1970 in UTC.
    pub at: i64,
    /// The zone's name.
    pub zone: &'a str,
    /// Whether the whole day is meant, whose last second that is.
    pub whole_day: bool,
}

impl Due<'_> {
    /// Seconds between this and a moment, whichever comes first; the lateness of a whole day
    /// counts from the midnight that ends it.
    fn margin(self, at: i64) -> i64 {
        let midnight = i64::from(self.whole_day && at > self.at);
        (at - self.at).abs() - midnight
    }
}

/// Why it came to something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cause<'a> {
    /// The cause, a word of the config's list; nothing where none was given.
    pub cause: Option<&'a str>,
    /// The last answer to "why?".
    pub root: Option<&'a str>,
}

/// The follow-up after keeping a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Whether there is a time at which to ask the person.
    pub has_time: bool,
    /// Whether the person was satisfied.
    pub satisfied: Option<bool>,
    /// How well, from 1 to 5.
    pub rating: Option<u8>,
}

/// A promise as a report reads it; moments are seconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Its number.
    pub id: i64,
    /// Whose promise it is.
    pub direction: Direction,
    /// What became of it.
    pub state: State,
    /// When it was made.
    pub made_at: i64,
    /// When it was settled.
    pub settled_at: Option<i64>,
    /// The deadline in force.
    pub due_at: i64,
    /// The deadline as first promised.
    pub first: Due<'a>,
    /// The last deadline agreed before the one before it had passed.
    pub negotiated: Due<'a>,
    /// The standard it was made under.
    pub standard: Option<&'a str>,
    /// What the person said of it.
    pub check: Check,
    /// How often its owner changed.
    pub handoffs: u32,
    /// Whether the person was told anything after the promise itself.
    pub heard_more: bool,
    /// Whether it needed something promised to me that came late or not at all.
    pub behind_theirs: bool,
    /// Whether it was edited after the negotiated deadline in what a report counts by.
    pub corrected_late: bool,
    /// Why it was late or broken.
    pub cause: Cause<'a>,
    /// The person's number.
    pub person: i64,
    /// What it is grouped by, where that is something recorded; several tags are separated by
    /// NUL.
    pub group: Option<&'a str>,
}

/// A new deadline that was set for a promise that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved<'a> {
    /// The number of the promise.
    pub id: i64,
    /// Whose promise it is.
    pub direction: Direction,
    /// When.
    pub at: i64,
    /// The deadline before.
    pub old_due: i64,
    /// Whether the person was told.
    pub told: bool,
    /// Why.
    pub cause: Cause<'a>,
    /// The person's number.
    pub person: i64,
    /// What the promise is grouped by.
    pub group: Option<&'a str>,
}

/// Which deadline a promise is judged against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// As first promised.
    First,
    /// As agreed last before the one before it had passed.
    Negotiated,
}

/// What needed a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Kept late, against the negotiated deadline.
    Late,
    /// Broken.
    Broken,
    /// Rescheduled.
    Rescheduled,
}

/// What a promise counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark<'a> {
    /// It was made.
    Made,
    /// It was kept.
    Kept {
        /// How, against the negotiated deadline.
        outcome: Outcome,
        /// Seconds from making to keeping it.
        took: i64,
        /// Seconds between keeping it and the negotiated deadline, whichever came first.
        margin: i64,
        /// What the person said of it.
        check: Check,
    },
    /// It was broken.
    Broken,
    /// The person let me off.
    Released,
    /// It is open at the end of the period.
    Open {
        /// Whether its deadline had passed by then.
        overdue: bool,
    },
    /// A deadline tells whether the word was kept.
    Judged {
        /// Which deadline.
        against: Against,
        /// Whether it was kept by then.
        kept: bool,
        /// Whether something promised to me, and late itself, stood behind it.
        behind_theirs: bool,
    },
    /// What the person went through, with each promise judged against the negotiated deadline.
    Handled {
        /// How often the owner changed.
        handoffs: u32,
        /// Whether they were told anything after the promise itself.
        heard_more: bool,
    },
    /// It was declared a mistake after the negotiated deadline.
    VoidedLate,
    /// It was edited after the negotiated deadline in what a report counts by.
    CorrectedLate,
    /// A new deadline was set.
    Moved {
        /// Whether the person was told before the old deadline passed.
        told_before: bool,
    },
    /// Why it came to that.
    Because(Slip, Cause<'a>),
}

impl<'a> Due<'a> {
    /// The deadline as a report reads it.
    #[must_use]
    pub fn of(deadline: &'a Deadline) -> Self {
        Self {
            at: deadline.at().timestamp(),
            zone: deadline.zone(),
            whole_day: deadline.is_whole_day(),
        }
    }
}

impl<'a> Row<'a> {
    /// A promise as a report reads it, by itself: without its events.
    #[must_use]
    pub fn of(promise: &'a Promise) -> Self {
        Self {
            id: promise.id,
            direction: promise.direction,
            state: promise.state,
            made_at: promise.made_at.timestamp(),
            settled_at: promise.settled_at.map(|at| at.timestamp()),
            due_at: promise.due.at().timestamp(),
            first: Due::of(&promise.first_due),
            negotiated: Due::of(&promise.negotiated_due),
            standard: promise.standard.as_deref(),
            check: Check {
                has_time: promise.check.due.is_some(),
                satisfied: promise.check.satisfied,
                rating: promise.check.rating,
            },
            handoffs: promise.handoffs,
            heard_more: false,
            behind_theirs: false,
            corrected_late: false,
            cause: Cause::default(),
            person: promise.person,
            group: None,
        }
    }

    /// Whether it is open at a moment.
    #[must_use]
    pub fn is_open_at(&self, at: i64) -> bool {
        self.state != State::Void
            && self.made_at <= at
            && self.settled_at.is_none_or(|settled| settled > at)
    }

    /// What it counts as in a span of time, each with its moment. `now` ends a span that has not
    /// ended yet; `due_then` is the deadline in force at that end, and `judge` says how a moment
    /// stands against a deadline.
    pub fn marks(
        &self,
        span: Span,
        now: i64,
        due_then: i64,
        judge: &dyn Fn(i64, Due<'a>) -> Outcome,
        mark: &mut dyn FnMut(i64, Mark<'a>),
    ) {
        if self.state == State::Void {
            let negotiated = self.negotiated.at;
            let late = self.settled_at.is_some_and(|at| at > negotiated);
            if late && span.contains(negotiated) {
                mark(negotiated, Mark::VoidedLate);
            }
            return;
        }
        if span.contains(self.made_at) {
            mark(self.made_at, Mark::Made);
        }
        if let Some(settled) = self.settled_at.filter(|at| span.contains(*at)) {
            self.settled_marks(settled, judge, mark);
        }
        let end = span.to.min(now);
        if self.is_open_at(end) {
            let overdue = due_then < end;
            mark(due_then, Mark::Open { overdue });
        }
        for (against, due) in [
            (Against::First, self.first),
            (Against::Negotiated, self.negotiated),
        ] {
            let Some(kept) = self.verdict(due, now).filter(|_| span.contains(due.at)) else {
                continue;
            };
            let behind_theirs = self.behind_theirs;
            mark(
                due.at,
                Mark::Judged {
                    against,
                    kept,
                    behind_theirs,
                },
            );
        }
        if span.contains(self.negotiated.at) {
            mark(
                self.negotiated.at,
                Mark::Handled {
                    handoffs: self.handoffs,
                    heard_more: self.heard_more,
                },
            );
            if self.corrected_late {
                mark(self.negotiated.at, Mark::CorrectedLate);
            }
        }
    }

    fn settled_marks(
        &self,
        settled: i64,
        judge: &dyn Fn(i64, Due<'a>) -> Outcome,
        mark: &mut dyn FnMut(i64, Mark<'a>),
    ) {
        match self.state {
            State::Kept => {
                let outcome = judge(settled, self.negotiated);
                let kept = Mark::Kept {
                    outcome,
                    took: settled - self.made_at,
                    margin: self.negotiated.margin(settled),
                    check: self.check,
                };
                mark(settled, kept);
                if outcome == Outcome::Late {
                    mark(settled, Mark::Because(Slip::Late, self.cause));
                }
            }
            State::Broken => {
                mark(settled, Mark::Broken);
                mark(settled, Mark::Because(Slip::Broken, self.cause));
            }
            State::Released => mark(settled, Mark::Released),
            State::Open | State::Void => {}
        }
    }

    /// Whether the word was kept by a deadline; nothing where that is not to be judged: it is
    /// still to come, or the person let me off in time.
    #[must_use]
    pub fn verdict(&self, due: Due<'_>, now: i64) -> Option<bool> {
        let by_then = self.settled_at.is_some_and(|settled| settled <= due.at);
        match self.state {
            State::Kept => Some(by_then),
            State::Broken => Some(false),
            State::Open => (due.at < now).then_some(false),
            State::Released => (!by_then).then_some(false),
            State::Void => None,
        }
    }
}

impl<'a> Moved<'a> {
    /// What it counts as in a span of time.
    pub fn marks(&self, span: Span, mark: &mut dyn FnMut(i64, Mark<'a>)) {
        if span.contains(self.at) {
            let told_before = self.told && self.at <= self.old_due;
            mark(self.at, Mark::Moved { told_before });
            mark(self.at, Mark::Because(Slip::Rescheduled, self.cause));
        }
    }
}
