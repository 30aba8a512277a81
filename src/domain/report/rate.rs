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

    /// Counts all that another counted.
    pub fn absorb(&mut self, more: Self) {
        self.of += more.of;
        self.count += more.count;
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

/// What a length is measured from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// From the deadline to the fulfilment after it.
    Late,
    /// From the fulfilment to the deadline after it.
    Early,
    /// From the promise to its fulfilment.
    Took,
    /// From the promise to its deadline.
    Allowed,
}

/// Lengths in seconds, of each kind. There may be several for each promise, so that each takes as
/// little room as nearly all of them need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// The kind in the first bits, the seconds in the others: in order by both.
    usual: Vec<u32>,
    /// Below none, and above some 34 years.
    other: Vec<(Length, i64)>,
}

/// The bits that hold the seconds of a usual length.
const SECONDS: u32 = 30;

impl Lengths {
    /// Adds one.
    pub fn push(&mut self, kind: Length, seconds: i64) {
        match u32::try_from(seconds) {
            Ok(few) if few >> SECONDS == 0 => self.usual.push((kind as u32) << SECONDS | few),
            _ => self.other.push((kind, seconds)),
        }
    }

    /// Adds all of others.
    pub fn absorb(&mut self, more: &Self) {
        self.usual.extend_from_slice(&more.usual);
        self.other.extend_from_slice(&more.other);
    }

    /// Puts them in order, after which they can be looked at.
    pub fn sort(&mut self) {
        self.usual.sort_unstable();
        self.other.sort_unstable();
    }

    /// The spread of a kind.
    #[must_use]
    pub fn spread(&self, kind: Length) -> Spread {
        let parts = self.of_kind(kind);
        let count = parts.iter().map(Part::len).sum::<usize>();
        let at = |place: usize| at(&parts, place);
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

    /// All of a kind, in order.
    pub fn iter(&self, kind: Length) -> impl Iterator<Item = i64> {
        let parts = self.of_kind(kind);
        parts
            .into_iter()
            .flat_map(|part| (0..part.len()).filter_map(move |place| part.at(place)))
    }

    /// Those of a kind below the usual ones, those, and those above.
    fn of_kind(&self, kind: Length) -> [Part<'_>; 3] {
        let first = |least: u32| {
            self.usual
                .partition_point(|length| length >> SECONDS < least)
        };
        let usual = &self.usual[first(kind as u32)..first(kind as u32 + 1)];
        let place = |after: (Length, i64)| self.other.partition_point(|length| *length < after);
        let [start, middle] = [i64::MIN, 0].map(|least| place((kind, least)));
        let end = self.other.partition_point(|(other, _)| *other <= kind);
        [
            Part::Other(&self.other[start..middle]),
            Part::Usual(usual),
            Part::Other(&self.other[middle..end]),
        ]
    }
}

/// Lengths of one kind that stand together.
#[derive(Clone, Copy)]
enum Part<'a> {
    Usual(&'a [u32]),
    Other(&'a [(Length, i64)]),
}

impl Part<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Usual(lengths) => lengths.len(),
            Self::Other(lengths) => lengths.len(),
        }
    }

    fn at(&self, place: usize) -> Option<i64> {
        match self {
            Self::Usual(lengths) => {
                let seconds = lengths.get(place)? & ((1 << SECONDS) - 1);
                Some(seconds.into())
            }
            Self::Other(lengths) => lengths.get(place).map(|(_, seconds)| *seconds),
        }
    }
}

/// The length at a place in parts that follow each other.
fn at(parts: &[Part<'_>], mut place: usize) -> Option<i64> {
    for part in parts {
        if place < part.len() {
            return part.at(place);
        }
        place -= part.len();
    }
    None
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
        let age = i64::from(u32::MAX >> 2);
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
            let mut all = Lengths::default();
            for length in lengths {
                all.push(Length::Took, *length);
                // Those of other kinds are not among them.
                for (kind, by) in [(Length::Late, 1), (Length::Allowed, -1)] {
                    all.push(kind, length + by);
                    all.push(kind, (length + by) << 33);
                }
            }
            all.sort();
            let found = all.spread(Length::Took);
            assert_eq!((found.median, found.p90), (median, p90), "{lengths:?}");
            assert_eq!(found.of, lengths.len() as u64);
            let mut sorted = lengths.to_vec();
            sorted.sort_unstable();
            assert!(all.iter(Length::Took).eq(sorted), "{lengths:?}");
            assert_eq!(all.spread(Length::Late).of, 2 * found.of);
            assert_eq!(all.spread(Length::Early), Spread::default());
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
