//! How often each standard was met, and whether it can be.

use std::collections::BTreeMap;

use crate::domain::report::rate::{ENOUGH, Length, Lengths, Rate, Spread};

/// How a standard did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardFigures {
    /// Its name.
    pub name: String,
    /// Kept by the deadline that it set, of those whose deadline fell in the period.
    pub met: Rate,
    /// What it allows, in seconds from the promise to the deadline.
    pub allowed: Spread,
    /// What it took, in seconds from the promise to its fulfilment.
    pub took: Spread,
}

impl StandardFigures {
    /// Whether it can be met as things are: at least half of what was promised under it was, and
    /// the usual one takes no longer than allowed. Nothing where there are too few to tell.
    #[must_use]
    pub fn is_realistic(&self) -> Option<bool> {
        if self.met.of < ENOUGH {
            return None;
        }
        let half = self.met.count * 2 >= self.met.of;
        let in_time = match (self.took.median, self.allowed.median) {
            (Some(took), Some(allowed)) => took <= allowed,
            _ => false,
        };
        Some(half && in_time)
    }
}

/// Standards while promises are counted.
#[derive(Clone, Debug, Default)]
pub struct Standards(BTreeMap<String, Tally>);

#[derive(Clone, Debug, Default)]
struct Tally {
    met: Rate,
    lengths: Lengths,
}

impl Standards {
    /// Counts a promise under a standard: whether it was met, what it allowed and, where the
    /// promise was kept, what it took, in seconds.
    pub fn count(&mut self, name: &str, met: bool, allowed: i64, took: Option<i64>) {
        let tally = match self.0.get_mut(name) {
            Some(tally) => tally,
            None => self.0.entry(name.to_owned()).or_default(),
        };
        tally.met.add(met);
        tally.lengths.push(Length::Allowed, allowed);
        if let Some(took) = took {
            tally.lengths.push(Length::Took, took);
        }
    }

    /// The figures, by name.
    #[must_use]
    pub fn finish(self) -> Vec<StandardFigures> {
        let figures = self.0.into_iter().map(|(name, mut tally)| {
            tally.lengths.sort();
            StandardFigures {
                name,
                met: tally.met,
                allowed: tally.lengths.spread(Length::Allowed),
                took: tally.lengths.spread(Length::Took),
            }
        });
        figures.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_met() {
        type Kept<'a> = &'a [(bool, i64)];
        let table: [(Kept<'_>, Option<bool>); 5] = [
            (&[(true, 1); 4], None),
            (&[(true, 1); 5], Some(true)),
            (
                &[(true, 1), (true, 1), (true, 1), (false, 9), (false, 9)],
                Some(true),
            ),
            (
                &[(true, 1), (true, 1), (false, 9), (false, 9), (false, 9)],
                Some(false),
            ),
            (&[(false, 9); 6], Some(false)),
        ];
        for (kept, realistic) in table {
            let mut standards = Standards::default();
            for (met, took) in kept {
                standards.count("callback", *met, 4, Some(*took));
            }
            let figures = standards.finish();
            assert_eq!(figures[0].is_realistic(), realistic, "{kept:?}");
        }
    }
}
