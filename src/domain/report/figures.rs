//! The figures of a report, and how marks are counted into them.

use crate::domain::reckoning::Outcome;
use crate::domain::report::rate::{Lengths, Mean, Rate, Spread};
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
    pub late_seconds: Lengths,
}

/// How often something stood behind slips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The cause or root; nothing where none was given.
    pub name: Option<String>,
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

/// Figures while marks are counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    figures: Figures,
    early: Lengths,
    took: Lengths,
    /// By name.
    causes: Vec<Reason>,
    roots: Vec<Reason>,
}

impl Tally {
    /// Counts a mark.
    pub fn count(&mut self, mark: Mark<'_>) {
        let figures = &mut self.figures;
        match mark {
            Mark::Made => figures.made += 1,
            Mark::Kept {
                outcome,
                took,
                margin,
                check,
            } => {
                self.took.push(took);
                match outcome {
                    Outcome::Early => {
                        figures.kept_early += 1;
                        self.early.push(margin);
                    }
                    Outcome::OnTime => figures.kept_on_time += 1,
                    Outcome::Late => {
                        figures.kept_late += 1;
                        figures.late_seconds.push(margin);
                    }
                }
                figures.asked.add(check.satisfied.is_some());
                figures.confirmed.add(check.satisfied == Some(true));
                if let Some(satisfied) = check.satisfied {
                    figures.satisfied.add(satisfied);
                } else if check.has_time {
                    figures.to_check += 1;
                }
                if let Some(rating) = check.rating {
                    figures.ratings.add(rating.into());
                    let place = usize::from(rating.saturating_sub(1));
                    if let Some(count) = figures.rating_counts.get_mut(place) {
                        *count += 1;
                    }
                }
            }
            Mark::Broken => figures.broken += 1,
            Mark::Released => figures.released += 1,
            Mark::Open { overdue } => {
                figures.open += 1;
                figures.overdue += u64::from(overdue);
            }
            Mark::Judged {
                against,
                kept,
                behind_theirs,
            } => match against {
                Against::First => figures.first.add(kept),
                Against::Negotiated => {
                    figures.negotiated.add(kept);
                    if !kept {
                        figures.behind_theirs.add(behind_theirs);
                    }
                }
            },
            Mark::Handled {
                handoffs,
                heard_more,
            } => {
                figures.handoffs.add(handoffs.into());
                figures.heard_more.add(heard_more);
            }
            Mark::VoidedLate => figures.voided_late += 1,
            Mark::CorrectedLate => figures.corrected_late += 1,
            Mark::Moved { told_before } => figures.told_before.add(told_before),
            Mark::Because(slip, Cause { cause, root }) => {
                tally_reason(&mut self.causes, cause, slip);
                if root.is_some() {
                    tally_reason(&mut self.roots, root, slip);
                }
            }
        }
    }

    /// The figures of all that was counted.
    #[must_use]
    pub fn finish(mut self) -> Figures {
        let mut figures = self.figures;
        figures.lateness = figures.late_seconds.spread();
        figures.head_start = self.early.spread();
        figures.time_to_keep = self.took.spread();
        figures.causes = most_frequent_first(self.causes);
        figures.roots = most_frequent_first(self.roots);
        figures
    }
}

fn tally_reason(reasons: &mut Vec<Reason>, name: Option<&str>, slip: Slip) {
    let known = reasons.binary_search_by(|reason| reason.name.as_deref().cmp(&name));
    let place = known.unwrap_or_else(|place| {
        let reason = Reason {
            name: name.map(str::to_owned),
            ..Reason::default()
        };
        reasons.insert(place, reason);
        place
    });
    let reason = &mut reasons[place];
    match slip {
        Slip::Late => reason.late += 1,
        Slip::Broken => reason.broken += 1,
        Slip::Rescheduled => reason.rescheduled += 1,
    }
}

fn most_frequent_first(mut reasons: Vec<Reason>) -> Vec<Reason> {
    // A stable sort: equals stay in the order of their names.
    reasons.sort_by_key(|reason| (reason.name.is_none(), std::cmp::Reverse(reason.count())));
    reasons
}
