//! Histories that several machines write.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::record::EventRecord;

/// An event and its place in a history that several machines write. The order is that of ranks,
/// then of identities; the first machine that passes an event on gives it its rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Seconds since 1970 where clocks agree, and always more than the ranks of what was known
    /// when the event was recorded.
    pub rank: i64,
    /// The event; its step is not passed on.
    pub event: EventRecord,
}

/// The history of a promise as it is passed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The people that its events name, by what they were called last.
    pub people: BTreeMap<Uuid, String>,
    /// In order.
    pub events: Vec<Ranked>,
}

impl Shared {
    /// The greatest rank.
    #[must_use]
    pub fn last_rank(&self) -> Option<i64> {
        self.events.iter().map(|ranked| ranked.rank).max()
    }

    /// Whether an event is in it.
    #[must_use]
    pub fn has(&self, uuid: Uuid) -> bool {
        self.events.iter().any(|ranked| ranked.event.uuid == uuid)
    }
}

/// The rank of an event recorded at a moment, with all that has a rank up to `last` known: clocks
/// that disagree never put an effect before its cause (a hybrid logical clock, after Kulkarni and
/// others, 2014).
#[must_use]
pub fn next_rank(last: Option<i64>, at: DateTime<Utc>) -> i64 {
    let after = last.map_or(i64::MIN, |last| last.saturating_add(1));
    at.timestamp().max(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_follow_the_clock_and_never_turn_back() {
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let table = [
            (None, 100, 100),
            (Some(90), 100, 100),
            (Some(100), 100, 101),
            (Some(700), 100, 701),
            (Some(i64::MAX), 100, i64::MAX),
        ];
        for (last, seconds, rank) in table {
            assert_eq!(next_rank(last, at(seconds)), rank);
        }
    }
}
