//! The time that a report is about, and the time before it.

use std::ops::Range;

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Utc, Weekday};

use crate::domain::words::words;
use crate::domain::zone::Zone;

words! {
    /// A part of the calendar, as long as it has lasted.
    Unit {
        /// From the day that weeks begin on.
        Week = "week",
        /// From the first.
        Month = "month",
        /// From the first of January, April, July or October.
        Quarter = "quarter",
        /// From the first of January.
        Year = "year",
    }
}

impl Unit {
    /// The first day of the unit that a date lies in.
    #[must_use]
    pub fn first_day(self, date: NaiveDate, week_start: Weekday) -> NaiveDate {
        let month = match self {
            Self::Week => {
                let behind = date.weekday().days_since(week_start);
                return date
                    .checked_sub_days(Days::new(behind.into()))
                    .unwrap_or(date);
            }
            Self::Month => date.month(),
            Self::Quarter => (date.month() - 1) / 3 * 3 + 1,
            Self::Year => 1,
        };
        NaiveDate::from_ymd_opt(date.year(), month, 1).unwrap_or(date)
    }

    /// The same day in the unit before; the last of a month that is too short for it.
    fn before(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Week => date.checked_sub_days(Days::new(7)),
            Self::Month => date.checked_sub_months(Months::new(1)),
            Self::Quarter => date.checked_sub_months(Months::new(3)),
            Self::Year => date.checked_sub_months(Months::new(12)),
        }
    }
}

/// Seconds of the world's time line, since 1970 in UTC; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first second.
    pub from: i64,
    /// The last second.
    pub to: i64,
}

impl Span {
    /// Whether a moment lies in it.
    #[must_use]
    pub fn contains(self, at: i64) -> bool {
        self.from <= at && at <= self.to
    }
}

/// The time that a report is about: days of the user's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub since: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The part of the calendar that it belongs to, where it was given as one.
    pub unit: Option<Unit>,
}

impl Period {
    /// A part of the calendar up to a day.
    #[must_use]
    pub fn to_date(unit: Unit, until: NaiveDate, week_start: Weekday) -> Self {
        Self {
            since: unit.first_day(until, week_start),
            until,
            unit: Some(unit),
        }
    }

    /// The period to compare with: as much of the unit before, all of it where this one is
    /// complete; as many days just before, where it is none.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        let until = self.since.pred_opt()?;
        let Some(unit) = self.unit else {
            let days = self.until.signed_duration_since(self.since).num_days();
            let days = Days::new(u64::try_from(days).ok()?);
            let since = until.checked_sub_days(days)?;
            return Some(Self {
                since,
                until,
                ..self
            });
        };
        let since = unit.before(self.since)?;
        let tomorrow = self.until.succ_opt()?;
        let complete = unit.before(tomorrow)? == self.since;
        let as_far = unit.before(self.until)?;
        Some(Self {
            since,
            until: if complete { until } else { as_far.min(until) },
            ..self
        })
    }

    /// The seconds from the first day's first to the last day's last, on the clock of a zone.
    #[must_use]
    pub fn span(self, zone: &Zone) -> Option<Span> {
        Some(Span {
            from: zone.start_of_day(self.since)?.timestamp(),
            to: zone.end_of_day(self.until)?.timestamp(),
        })
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i64 {
        self.until.signed_duration_since(self.since).num_days() + 1
    }
}

/// Tells on which days seconds fall, on the clock of a zone. Of many there are few between which
/// clocks changed.
pub struct Dates<'a> {
    zone: &'a Zone,
    /// The offsets met so far, with the seconds of which each is.
    offsets: Vec<(Range<i64>, i64)>,
}

impl<'a> Dates<'a> {
    /// Those of a zone.
    #[must_use]
    pub fn new(zone: &'a Zone) -> Self {
        Self {
            zone,
            offsets: Vec::new(),
        }
    }

    /// The day on which a second falls.
    pub fn of(&mut self, seconds: i64) -> NaiveDate {
        let known = self
            .offsets
            .iter()
            .find(|(span, _)| span.contains(&seconds));
        let offset = if let Some((_, offset)) = known {
            *offset
        } else {
            let (span, offset) = self.zone.offset_around(seconds);
            let offset = offset.local_minus_utc().into();
            self.offsets.push((span, offset));
            offset
        };
        let local: Option<DateTime<Utc>> =
            DateTime::from_timestamp(seconds.saturating_add(offset), 0);
        local.unwrap_or_default().date_naive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_period_before() {
        let unit = |unit: Unit, until: &str| Period::to_date(unit, date(until), Weekday::Mon);
        let days = |since: &str, until: &str| Period {
            since: date(since),
            until: date(until),
            unit: None,
        };
        let table = [
            (
                unit(Unit::Month, "2026-11-21"),
                "2026-11-01",
                "2026-10-01",
                "2026-10-21",
            ),
            (
                unit(Unit::Month, "2026-11-30"),
                "2026-11-01",
                "2026-10-01",
                "2026-10-31",
            ),
            (
                unit(Unit::Month, "2026-03-30"),
                "2026-03-01",
                "2026-02-01",
                "2026-02-28",
            ),
            (
                unit(Unit::Month, "2026-02-28"),
                "2026-02-01",
                "2026-01-01",
                "2026-01-31",
            ),
            (
                unit(Unit::Month, "2026-01-02"),
                "2026-01-01",
                "2025-12-01",
                "2025-12-02",
            ),
            (
                unit(Unit::Week, "2026-11-21"),
                "2026-11-16",
                "2026-11-09",
                "2026-11-14",
            ),
            (
                unit(Unit::Week, "2026-11-22"),
                "2026-11-16",
                "2026-11-09",
                "2026-11-15",
            ),
            (
                unit(Unit::Quarter, "2026-11-21"),
                "2026-10-01",
                "2026-07-01",
                "2026-08-21",
            ),
            (
                unit(Unit::Year, "2026-12-31"),
                "2026-01-01",
                "2025-01-01",
                "2025-12-31",
            ),
            (
                unit(Unit::Year, "2024-02-29"),
                "2024-01-01",
                "2023-01-01",
                "2023-02-28",
            ),
            (
                days("2026-11-10", "2026-11-19"),
                "2026-11-10",
                "2026-10-31",
                "2026-11-09",
            ),
            (
                days("2026-11-10", "2026-11-10"),
                "2026-11-10",
                "2026-11-09",
                "2026-11-09",
            ),
        ];
        for (period, since, before_since, before_until) in table {
            assert_eq!(period.since, date(since));
            let before = period.before().unwrap();
            assert_eq!(
                (before.since, before.until),
                (date(before_since), date(before_until)),
                "{period:?}"
            );
        }
        let sunday = Period::to_date(Unit::Week, date("2026-11-21"), Weekday::Sun);
        assert_eq!(sunday.since, date("2026-11-15"));
    }

    #[test]
    fn a_span_is_as_long_as_its_days() {
        let berlin = Zone::bundled("Europe/Berlin").unwrap();
        let october = Period::to_date(Unit::Month, date("2026-10-31"), Weekday::Mon);
        let span = october.span(&berlin).unwrap();
        // The clocks go back in October: the month has an hour more.
        assert_eq!(span.to - span.from + 1, 31 * 86_400 + 3_600);
        assert!(span.contains(span.from) && span.contains(span.to));
        assert!(!span.contains(span.to + 1));
    }

    #[test]
    fn days_of_seconds() {
        for zone in ["Europe/Berlin", "America/Santiago", "Asia/Kolkata", "UTC"] {
            let zone = Zone::bundled(zone).unwrap();
            let mut dates = Dates::new(&zone);
            for day in 0..2000 {
                let start = date("1969-01-01") + Days::new(day * 31);
                let start = zone.start_of_day(start).unwrap().timestamp();
                for seconds in [start - 1, start, start + 12 * 3_600] {
                    let at = DateTime::from_timestamp(seconds, 0).unwrap();
                    assert_eq!(dates.of(seconds), zone.local(at).date(), "{at}");
                }
            }
            // In 170 years clocks changed twice a year at most.
            assert!(dates.offsets.len() < 400, "{}", dates.offsets.len());
        }
    }
}
