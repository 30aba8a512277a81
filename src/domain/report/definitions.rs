//! What each figure is called and means, in one place: `report --explain`, the keys of JSON and
//! CSV, and the README come from this list.

use crate::domain::report::figures::Figures;
use crate::domain::report::rate::{Mean, Rate, Spread};

/// How much of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Count(u64),
    /// So many of so many.
    Rate(Rate),
    /// So many over so many.
    Mean(Mean),
    /// So long, over many.
    Spread(Spread),
}

/// Where figures stand together on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What happened.
    Counts,
    /// Whether the word was kept.
    Word,
    /// How long it took.
    Time,
    /// What the customer went through.
    Handling,
    /// What the customer said.
    Checks,
}

impl Part {
    /// Every one, in the order of a page.
    pub const ALL: [Self; 5] = [
        Self::Word,
        Self::Counts,
        Self::Time,
        Self::Handling,
        Self::Checks,
    ];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Counts => "What happened",
            Self::Word => "Was the word kept?",
            Self::Time => "How long it took",
            Self::Handling => "What they went through",
            Self::Checks => "What they said",
        }
    }
}

/// A figure of a report.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Where it stands in JSON: keys with dots between them.
    pub key: &'static str,
    /// Where it stands on a page.
    pub part: Part,
    /// What it is called.
    pub title: &'static str,
    /// What is counted: the numerator.
    pub counts: &'static str,
    /// Out of what: the denominator; empty for a plain count.
    pub of: &'static str,
    /// Its value.
    pub value: fn(&Figures) -> Amount,
}

macro_rules! figure {
    ($key:literal, $part:ident, $title:literal, $counts:literal, $of:literal,
     $amount:ident($field:ident)) => {
        Figure {
            key: $key,
            part: Part::$part,
            title: $title,
            counts: $counts,
            of: $of,
            value: |figures| Amount::$amount(figures.$field),
        }
    };
}

/// Every figure, in the order in which they are printed.
pub const FIGURES: [Figure; 26] = [
    figure!(
        "kept_rate.first",
        Word,
        "kept, as first promised",
        "promises kept early or on time against the deadline as first promised",
        "promises whose first deadline fell in the period: kept, broken, open and overdue, or \
         released only after it had passed. Void ones and those released in time are left out",
        Rate(first)
    ),
    figure!(
        "kept_rate.negotiated",
        Word,
        "kept, as negotiated",
        "promises kept early or on time against the last deadline agreed before the one before it \
         had passed",
        "promises whose negotiated deadline fell in the period, by the same rule",
        Rate(negotiated)
    ),
    figure!(
        "voided_late",
        Word,
        "voided after the deadline",
        "promises declared mistaken entries after their negotiated deadline; they count nowhere \
         else",
        "",
        Count(voided_late)
    ),
    figure!(
        "corrected_late",
        Word,
        "edited after the deadline",
        "promises whose description, person, owner, direction, standard or time of making was \
         edited after their negotiated deadline",
        "",
        Count(corrected_late)
    ),
    figure!(
        "counts.made",
        Counts,
        "made",
        "promises made in the period",
        "",
        Count(made)
    ),
    figure!(
        "counts.kept_early",
        Counts,
        "kept early",
        "promises kept in the period on a day before the negotiated deadline's",
        "",
        Count(kept_early)
    ),
    figure!(
        "counts.kept_on_time",
        Counts,
        "kept on time",
        "promises kept in the period on the day of the negotiated deadline and not after it",
        "",
        Count(kept_on_time)
    ),
    figure!(
        "counts.kept_late",
        Counts,
        "kept late",
        "promises kept in the period after the negotiated deadline",
        "",
        Count(kept_late)
    ),
    figure!(
        "counts.broken",
        Counts,
        "broken",
        "promises given up on in the period",
        "",
        Count(broken)
    ),
    figure!(
        "counts.released",
        Counts,
        "released",
        "promises that their person let me off in the period",
        "",
        Count(released)
    ),
    figure!(
        "counts.open",
        Counts,
        "still open",
        "promises open at the end of the period, or now where that is earlier",
        "",
        Count(open)
    ),
    figure!(
        "counts.overdue",
        Counts,
        "open and overdue",
        "those of them whose deadline in force had passed by then",
        "",
        Count(overdue)
    ),
    figure!(
        "lateness",
        Time,
        "late by",
        "seconds from the negotiated deadline to the fulfilment; of a whole day from the midnight \
         that ends it",
        "promises kept late in the period",
        Spread(lateness)
    ),
    figure!(
        "head_start",
        Time,
        "early by",
        "seconds from the fulfilment to the negotiated deadline",
        "promises kept early in the period",
        Spread(head_start)
    ),
    figure!(
        "time_to_keep",
        Time,
        "from promise to fulfilment",
        "seconds from making a promise to keeping it",
        "promises kept in the period",
        Spread(time_to_keep)
    ),
    Figure {
        key: "reschedules.count",
        part: Part::Handling,
        title: "rescheduled",
        counts: "new deadlines set in the period",
        of: "",
        value: |figures| Amount::Count(figures.told_before.of),
    },
    figure!(
        "reschedules.told_before",
        Handling,
        "told before the old deadline passed",
        "new deadlines of which the customer was told before the old one had passed",
        "new deadlines set in the period",
        Rate(told_before)
    ),
    figure!(
        "handoffs",
        Handling,
        "hand-offs per promise",
        "changes of the owner, ever",
        "promises whose negotiated deadline fell in the period",
        Mean(handoffs)
    ),
    figure!(
        "versions",
        Handling,
        "heard more than one version",
        "promises whose customer was told something more: a new deadline, a new owner, a note of \
         what they were told",
        "promises whose negotiated deadline fell in the period",
        Rate(heard_more)
    ),
    figure!(
        "behind_theirs",
        Handling,
        "another's lateness behind it",
        "missed promises that needed something promised to me which came late or not at all",
        "promises not kept by the negotiated deadline that fell in the period",
        Rate(behind_theirs)
    ),
    figure!(
        "checks.asked",
        Checks,
        "asked",
        "kept promises whose customer was asked whether they are satisfied",
        "promises kept in the period",
        Rate(asked)
    ),
    figure!(
        "checks.satisfied",
        Checks,
        "satisfied",
        "customers who said that they are satisfied",
        "customers asked about a promise kept in the period",
        Rate(satisfied)
    ),
    Figure {
        key: "checks.not_satisfied",
        part: Part::Checks,
        title: "not satisfied",
        counts: "customers who said that they are not",
        of: "customers asked about a promise kept in the period",
        value: |figures| {
            Amount::Rate(Rate {
                count: figures.satisfied.of - figures.satisfied.count,
                of: figures.satisfied.of,
            })
        },
    },
    figure!(
        "checks.confirmed",
        Checks,
        "confirmed by the customer",
        "kept promises whose customer said that they are satisfied",
        "promises kept in the period, asked about or not",
        Rate(confirmed)
    ),
    figure!(
        "checks.ratings",
        Checks,
        "rating, from 1 to 5",
        "the ratings given",
        "customers who gave one for a promise kept in the period",
        Mean(ratings)
    ),
    figure!(
        "checks.to_check",
        Checks,
        "still to be asked",
        "promises kept in the period whose customer is to be asked and was not yet",
        "",
        Count(to_check)
    ),
];

/// What is reckoned beside the list, in the same form: a key, a title, what it means.
pub const BESIDE: [(&str, &str, &str); 10] = [
    (
        "kept_rate.gap",
        "what renegotiation hides",
        "the rate against the negotiated deadline without that against the first",
    ),
    (
        "causes",
        "causes",
        "why promises were kept late, broken or rescheduled in the period; the share is of all \
         three together, those without a cause included",
    ),
    (
        "roots",
        "roots",
        "the last answer to \"why?\" of each, counted in the same way",
    ),
    (
        "flow",
        "flow",
        "what was made and what was settled (kept, broken or released) in each day, week or \
         month, and what was open at its end: the backlog",
    ),
    (
        "standards",
        "standards",
        "met: kept by the first deadline, of those whose first deadline fell in the period. A \
         standard is realistic where at least half of them were met and the median time taken is \
         no more than the median time allowed",
    ),
    (
        "let_down",
        "who was let down",
        "promises to a person that were not kept by the negotiated deadline, of those whose \
         negotiated deadline fell in the period",
    ),
    (
        "weekdays",
        "by the day they were due",
        "kept by the negotiated deadline, by the day of the week on which that fell",
    ),
    (
        "theirs",
        "promised to me",
        "the same figures for what others promised to me, in all and by person",
    ),
    (
        "before",
        "the period before",
        "the same figures for as much of the week, month, quarter or year before; for other \
         periods, for as many days just before",
    ),
    (
        "too few to tell",
        "too few to tell",
        "stands beside a rate out of fewer than five, and no change is given for it",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_key_stands_once_and_means_something() {
        let keys: BTreeSet<&str> = FIGURES.iter().map(|figure| figure.key).collect();
        assert_eq!(keys.len(), FIGURES.len());
        for figure in &FIGURES {
            let counted = matches!((figure.value)(&Figures::default()), Amount::Count(_));
            assert_eq!(figure.of.is_empty(), counted, "{}", figure.key);
            assert!(!figure.counts.is_empty());
            assert!(Part::ALL.contains(&figure.part));
        }
    }
}
