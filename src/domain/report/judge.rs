//! How moments stand against deadlines, for many of them.

use std::cell::RefCell;

use chrono::DateTime;

use crate::domain::reckoning::{Outcome, outcome_by};
use crate::domain::report::row::Due;
use crate::domain::zone::Zone;

/// Tells how moments stand against deadlines.
pub struct Judge<'a> {
    zone_of: &'a dyn Fn(&str) -> Zone,
    /// Those found so far.
    zones: RefCell<Vec<(String, Zone)>>,
}

impl<'a> Judge<'a> {
    /// One that finds zones by name so.
    pub fn new(zone_of: &'a dyn Fn(&str) -> Zone) -> Self {
        Self {
            zone_of,
            zones: RefCell::default(),
        }
    }

    /// How something done at a moment stands against a deadline.
    pub fn outcome(&self, at: i64, due: Due<'_>) -> Outcome {
        // A local day has at most 25 hours, or 26 where a country changed its zone.
        const CERTAINLY_EARLIER: i64 = 48 * 3_600;
        if at > due.at {
            return Outcome::Late;
        }
        if due.at - at > CERTAINLY_EARLIER {
            return Outcome::Early;
        }
        let instant = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        outcome_by(instant(at), instant(due.at), &self.zone(due.zone))
    }

    fn zone(&self, name: &str) -> Zone {
        let mut zones = self.zones.borrow_mut();
        if let Some((_, zone)) = zones.iter().find(|(known, _)| known == name) {
            return zone.clone();
        }
        let zone = (self.zone_of)(name);
        zones.push((name.to_owned(), zone.clone()));
        zone
    }
}
