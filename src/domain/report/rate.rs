//! Figures and what they are out of: no figure stands alone.

/// Below this many, a share says nothing about the next promise.
pub const ENOUGH: u64 = 5;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// How many it is true of.
    pub count: u64,
    /// Out of how many.
    pub of: u64,
}

impl Rate {
    /// Counts one more, for which it is true or not.
    pub fn add(&mut self, is_true: bool) {
        self.of += 1;
        self.count += u64::from(is_true);
    }

    /// The share, from 0 to 1; nothing without any data.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| ratio(self.count, self.of))
    }

    /// Whether there are too few to tell.
    #[must_use]
    pub fn is_few(self) -> bool {
        self.of < ENOUGH
    }

    /// The other rate subtracted from this one, in the same unit; nothing where either has too
    /// few to tell.
    #[must_use]
    pub fn change_from(self, before: Self) -> Option<f64> {
        if self.is_few() || before.is_few() {
            return None;
        }
        Some(self.share()? - before.share()?)
    }
}

/// A total over so many, which may be more than one for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    /// The total.
    pub sum: u64,
    /// Over how many.
    pub of: u64,
}

impl Mean {
    /// Adds one with its share of the total.
    pub fn add(&mut self, amount: u64) {
        self.sum += amount;
        self.of += 1;
    }

    /// The mean; nothing without any data.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| ratio(self.sum, self.of))
    }
}

/// How long something took, over many: seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// How many.
    pub of: u64,
    /// The one in the middle; between the two in the middle where their number is even.
    pub median: Option<i64>,
    /// The least that nine of ten do not exceed (nearest rank).
    pub p90: Option<i64>,
}

/// Lengths in seconds. There may be one for each promise, so that each takes as little room as
/// nearly all of them need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    usual: Vec<u32>,
    /// Below none, and above some 136 years.
    other: Vec<i64>,
}

impl Lengths {
    /// Adds one.
    pub fn push(&mut self, seconds: i64) {
        match u32::try_from(seconds) {
            Ok(seconds) => self.usual.push(seconds),
            Err(_) => self.other.push(seconds),
        }
    }

    /// Puts them in order, and gives their spread.
    pub fn spread(&mut self) -> Spread {
        self.usual.sort_unstable();
        self.other.sort_unstable();
        let count = self.usual.len() + self.other.len();
        let at = |place: usize| self.at(place);
        let median = match (count % 2, at(count / 2)) {
            (1, middle) => middle,
            (_, upper) => count
                .checked_sub(1)
                .and_then(|last| at(last / 2))
                .zip(upper)
                .map(|(lower, upper)| lower + (upper - lower) / 2),
        };
        Spread {
            of: count as u64,
            median,
            p90: at((count * 9).div_ceil(10).saturating_sub(1)),
        }
    }

    /// All of them, in order once the spread was asked for.
    pub fn iter(&self) -> impl Iterator<Item = i64> {
        let (below, above) = self.others();
        let usual = self.usual.iter().map(|length| i64::from(*length));
        let below = below.iter().copied();
        below.chain(usual).chain(above.iter().copied())
    }

    /// Those below the usual ones, and those above.
    fn others(&self) -> (&[i64], &[i64]) {
        self.other
            .split_at(self.other.partition_point(|length| *length < 0))
    }

    fn at(&self, place: usize) -> Option<i64> {
        let (below, above) = self.others();
        let Some(place) = place.checked_sub(below.len()) else {
            return below.get(place).copied();
        };
        match place.checked_sub(self.usual.len()) {
            None => self.usual.get(place).map(|length| i64::from(*length)),
            Some(place) => above.get(place).copied(),
        }
    }
}

impl Extend<i64> for Lengths {
    fn extend<T: IntoIterator<Item = i64>>(&mut self, lengths: T) {
        for length in lengths {
            self.push(length);
        }
    }
}

impl FromIterator<i64> for Lengths {
    fn from_iter<T: IntoIterator<Item = i64>>(lengths: T) -> Self {
        let mut all = Self::default();
        all.extend(lengths);
        all
    }
}

// Counts of promises are far below the 2^52 that a double holds exactly.
#[allow(clippy::cast_precision_loss)]
fn ratio(count: u64, of: u64) -> f64 {
    count as f64 / of as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_ninetieth_percentiles() {
        let ten: Vec<i64> = (1..=10).rev().collect();
        let age = i64::from(u32::MAX);
        let table: [(&[i64], Option<i64>, Option<i64>); 9] = [
            (&[], None, None),
            (&[7], Some(7), Some(7)),
            (&[1, 4], Some(2), Some(4)),
            (&[9, 1, 5], Some(5), Some(9)),
            (&[1, 2, 3, 100], Some(2), Some(100)),
            (&ten, Some(5), Some(9)),
            (&[age + 9, -3, 7], Some(7), Some(age + 9)),
            (&[-1, -5], Some(-3), Some(-1)),
            (&[age + 1, age + 3], Some(age + 2), Some(age + 3)),
        ];
        for (lengths, median, p90) in table {
            let mut all: Lengths = lengths.iter().copied().collect();
            let found = all.spread();
            assert!(all.iter().is_sorted(), "{lengths:?}");
            assert_eq!((found.median, found.p90), (median, p90), "{lengths:?}");
            assert_eq!(found.of, lengths.len() as u64);
        }
    }

    #[test]
    fn few_are_no_comparison() {
        let rate = |count, of| Rate { count, of };
        assert_eq!(rate(0, 0).share(), None);
        assert_eq!(rate(1, 4).share(), Some(0.25));
        assert_eq!(rate(4, 8).change_from(rate(2, 8)), Some(0.25));
        assert_eq!(rate(4, 8).change_from(rate(2, 4)), None);
        assert_eq!(rate(4, 4).change_from(rate(2, 8)), None);
    }
}
