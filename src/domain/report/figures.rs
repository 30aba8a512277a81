//! The figures of a report, and how marks are counted into them.

use std::cmp::Reverse;

use crate::domain::reckoning::Outcome;
use crate::domain::report::rate::{Length, Lengths, Mean, Rate, Spread};
use crate::domain::report::row::{Against, Cause, Mark, Slip};

/// What is known of a set of promises in a period. What each figure means stands in
/// [`crate::domain::report::definitions`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Promises made.
    pub made: u64,
    /// Kept on an earlier day than promised.
    pub kept_early: u64,
    /// Kept on the day promised, and in time.
    pub kept_on_time: u64,
    /// Kept after the deadline.
    pub kept_late: u64,
    /// Given up on.
    pub broken: u64,
    /// Let off.
    pub released: u64,
    /// Open at the end of the period.
    pub open: u64,
    /// Those of them whose deadline had passed.
    pub overdue: u64,
    /// Kept by the deadline as first promised.
    pub first: Rate,
    /// Kept by the deadline as negotiated.
    pub negotiated: Rate,
    /// Declared mistakes after the deadline.
    pub voided_late: u64,
    /// Edited after the deadline.
    pub corrected_late: u64,
    /// How late what was late was.
    pub lateness: Spread,
    /// How far ahead what was early was.
    pub head_start: Spread,
    /// From the promise to its fulfilment.
    pub time_to_keep: Spread,
    /// New deadlines, and those of which the person was told before the old one passed.
    pub told_before: Rate,
    /// Changes of the owner.
    pub handoffs: Mean,
    /// Promises of which the person heard more than one version.
    pub heard_more: Rate,
    /// Kept promises whose person was asked.
    pub asked: Rate,
    /// Satisfied people, of those asked.
    pub satisfied: Rate,
    /// Satisfied people, of all that was kept.
    pub confirmed: Rate,
    /// What they gave, from 1 to 5.
    pub ratings: Mean,
    /// How often each rating was given, the lowest first.
    pub rating_counts: [u64; 5],
    /// Kept promises whose person is still to be asked.
    pub to_check: u64,
    /// Misses that had something promised to me, and late, behind them.
    pub behind_theirs: Rate,
    /// Why it came to slips, the most frequent first; slips without a cause last.
    pub causes: Vec<Reason>,
    /// The last answers to "why?", the most frequent first.
    pub roots: Vec<Reason>,
    /// How late each late one was, in seconds, the least first.
    pub late_seconds: Vec<i64>,
}

/// How often something stood behind slips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The cause or root; nothing where none was given.
    pub name: Option<Box<str>>,
    /// Promises kept late.
    pub late: u64,
    /// Promises broken.
    pub broken: u64,
    /// New deadlines.
    pub rescheduled: u64,
}

impl Reason {
    /// All of them.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.late + self.broken + self.rescheduled
    }
}

impl Figures {
    /// Promises kept, in time or not.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.kept_early + self.kept_on_time + self.kept_late
    }

    /// Promises settled.
    #[must_use]
    pub fn settled(&self) -> u64 {
        self.kept() + self.broken + self.released
    }

    /// What renegotiation hides: the kept rate against the negotiated deadline without that
    /// against the first. Nothing without data for both.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        Some(self.negotiated.share()? - self.first.share()?)
    }

    /// The slips that could have a cause.
    #[must_use]
    pub fn slips(&self) -> u64 {
        self.kept_late + self.broken + self.told_before.of
    }

    /// Whether nothing at all is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Marks counted into as little room as that takes: a report can hold one for each person, on
/// either side. Nobody makes as many promises as a `u32` holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    made: u32,
    kept_on_time: u32,
    broken: u32,
    released: u32,
    open: u32,
    overdue: u32,
    first: Share,
    negotiated: Share,
    voided_late: u32,
    corrected_late: u32,
    told_before: Share,
    handled: u32,
    handoffs: u32,
    heard_more: u32,
    satisfied: Share,
    rating_counts: [u32; 5],
    to_check: u32,
    behind_theirs: u32,
    /// One for each kept promise, and another for each that was early or late.
    lengths: Lengths,
    /// By name.
    causes: Vec<Reason>,
    roots: Vec<Reason>,
}

/// A [`Rate`] in less room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Share {
    count: u32,
    of: u32,
}

impl Share {
    fn add(&mut self, is_true: bool) {
        self.of += 1;
        self.count += u32::from(is_true);
    }

    fn absorb(&mut self, more: Self) {
        self.count += more.count;
        self.of += more.of;
    }

    fn rate(self) -> Rate {
        Rate {
            count: self.count.into(),
            of: self.of.into(),
        }
    }
}

impl Tally {
    /// Counts a mark.
    pub fn count(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Made => self.made += 1,
            Mark::Kept {
                outcome,
                took,
                margin,
                check,
            } => {
                self.lengths.push(Length::Took, took);
                match outcome {
                    Outcome::Early => self.lengths.push(Length::Early, margin),
                    Outcome::OnTime => self.kept_on_time += 1,
                    Outcome::Late => self.lengths.push(Length::Late, margin),
                }
                if let Some(satisfied) = check.satisfied {
                    self.satisfied.add(satisfied);
                } else if check.has_time {
                    self.to_check += 1;
                }
                if let Some(rating) = check.rating {
                    let place = usize::from(rating.saturating_sub(1));
                    if let Some(count) = self.rating_counts.get_mut(place) {
                        *count += 1;
                    }
                }
            }
            Mark::Broken => self.broken += 1,
            Mark::Released => self.released += 1,
            Mark::Open { overdue } => {
                self.open += 1;
                self.overdue += u32::from(overdue);
            }
            Mark::Judged {
                against,
                kept,
                behind_theirs,
            } => match against {
                Against::First => self.first.add(kept),
                Against::Negotiated => {
                    self.negotiated.add(kept);
                    self.behind_theirs += u32::from(!kept && behind_theirs);
                }
            },
            Mark::Handled {
                handoffs,
                heard_more,
            } => {
                self.handled += 1;
                self.handoffs = self.handoffs.saturating_add(handoffs);
                self.heard_more += u32::from(heard_more);
            }
            Mark::VoidedLate => self.voided_late += 1,
            Mark::CorrectedLate => self.corrected_late += 1,
            Mark::Moved { told_before } => self.told_before.add(told_before),
            Mark::Because(slip, Cause { cause, root }) => {
                tally_reason(&mut self.causes, cause, slip);
                if root.is_some() {
                    tally_reason(&mut self.roots, root, slip);
                }
            }
        }
    }

    /// Counts all that another counted. Neither is in order yet.
    pub fn absorb(&mut self, more: &Self) {
        self.made += more.made;
        self.kept_on_time += more.kept_on_time;
        self.broken += more.broken;
        self.released += more.released;
        self.open += more.open;
        self.overdue += more.overdue;
        self.first.absorb(more.first);
        self.negotiated.absorb(more.negotiated);
        self.voided_late += more.voided_late;
        self.corrected_late += more.corrected_late;
        self.told_before.absorb(more.told_before);
        self.handled += more.handled;
        self.handoffs = self.handoffs.saturating_add(more.handoffs);
        self.heard_more += more.heard_more;
        self.satisfied.absorb(more.satisfied);
        for (count, more) in self.rating_counts.iter_mut().zip(more.rating_counts) {
            *count += more;
        }
        self.to_check += more.to_check;
        self.behind_theirs += more.behind_theirs;
        self.lengths.absorb(&more.lengths);
        let causes = (&mut self.causes, &more.causes);
        for (reasons, more) in [causes, (&mut self.roots, &more.roots)] {
            for more in more {
                let reason = reason_named(reasons, more.name.as_deref());
                reason.late += more.late;
                reason.broken += more.broken;
                reason.rescheduled += more.rescheduled;
            }
        }
    }

    /// Puts in order what was counted, after which it can be looked at.
    pub fn sort(&mut self) {
        self.lengths.sort();
        for reasons in [&mut self.causes, &mut self.roots] {
            // A stable sort: equals stay in the order of their names.
            reasons.sort_by_key(|reason| (reason.name.is_none(), Reverse(reason.count())));
        }
    }

    /// Whether nothing at all was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The promises that were to be kept by the negotiated deadline, and were not.
    #[must_use]
    pub fn missed(&self) -> u32 {
        self.negotiated.of - self.negotiated.count
    }

    /// The figures of all that was counted.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let spread = |kind| self.lengths.spread(kind);
        let time_to_keep = spread(Length::Took);
        let of_kept = |count: u32| Rate {
            count: count.into(),
            of: time_to_keep.of,
        };
        let (lateness, head_start) = (spread(Length::Late), spread(Length::Early));
        let rated = (1..).zip(self.rating_counts.map(u64::from));
        let ratings = rated.fold(Mean::default(), |mean, (rating, count)| Mean {
            sum: mean.sum + rating * count,
            of: mean.of + count,
        });
        let handled = u64::from(self.handled);
        Figures {
            made: self.made.into(),
            kept_early: head_start.of,
            kept_on_time: self.kept_on_time.into(),
            kept_late: lateness.of,
            broken: self.broken.into(),
            released: self.released.into(),
            open: self.open.into(),
            overdue: self.overdue.into(),
            first: self.first.rate(),
            negotiated: self.negotiated.rate(),
            voided_late: self.voided_late.into(),
            corrected_late: self.corrected_late.into(),
            lateness,
            head_start,
            time_to_keep,
            told_before: self.told_before.rate(),
            handoffs: Mean {
                sum: self.handoffs.into(),
                of: handled,
            },
            heard_more: Rate {
                count: self.heard_more.into(),
                of: handled,
            },
            asked: of_kept(self.satisfied.of),
            satisfied: self.satisfied.rate(),
            confirmed: of_kept(self.satisfied.count),
            ratings,
            rating_counts: self.rating_counts.map(u64::from),
            to_check: self.to_check.into(),
            behind_theirs: Rate {
                count: self.behind_theirs.into(),
                of: self.missed().into(),
            },
            causes: self.causes.clone(),
            roots: self.roots.clone(),
            late_seconds: self.lengths.iter(Length::Late).collect(),
        }
    }
}

fn tally_reason(reasons: &mut Vec<Reason>, name: Option<&str>, slip: Slip) {
    let reason = reason_named(reasons, name);
    match slip {
        Slip::Late => reason.late += 1,
        Slip::Broken => reason.broken += 1,
        Slip::Rescheduled => reason.rescheduled += 1,
    }
}

/// The reason of a name, among those in the order of their names.
fn reason_named<'r>(reasons: &'r mut Vec<Reason>, name: Option<&str>) -> &'r mut Reason {
    let known = reasons.binary_search_by(|reason| reason.name.as_deref().cmp(&name));
    let place = known.unwrap_or_else(|place| {
        let reason = Reason {
            name: name.map(Box::from),
            ..Reason::default()
        };
        if reasons.is_empty() {
            // Most have no other.
            reasons.reserve_exact(1);
        }
        reasons.insert(place, reason);
        place
    });
    &mut reasons[place]
}
