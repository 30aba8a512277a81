//! Deadlines: until when a promise can be kept.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{
    DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _, Utc,
};

use crate::domain::zone::{ClockChange, Zone};

/// The years that a deadline lies in: in every zone, and in every format that it is written in.
pub const YEARS: RangeInclusive<i32> = 1900..=9998;

/// What stays fixed when the rules of a zone change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A whole local day: missed when that day ends.
    Day,
    /// A time on the wall clock of the zone.
    Wall,
    /// A point of the world's time line ("in 2 hours").
    Instant,
}

impl Kind {
    /// The word stored and exported.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Wall => "wall",
            Self::Instant => "instant",
        }
    }

    /// The kind that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Day, Self::Wall, Self::Instant]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// A deadline: a local time in a zone, and the instant that this is.
///
/// Whole days hold the last second of the day, so that for every kind the deadline has passed
/// when the clock shows a later second than [`Deadline::at`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    kind: Kind,
    local: NaiveDateTime,
    zone: Arc<str>,
    at: DateTime<Utc>,
}

impl Deadline {
    /// A whole day. `None` outside the years that can be represented.
    #[must_use]
    pub fn day(date: NaiveDate, zone: &Zone) -> Option<Self> {
        Some(Self {
            kind: Kind::Day,
            local: date.and_hms_opt(23, 59, 59)?,
            zone: zone.shared_name(),
            at: zone.end_of_day(date)?,
        })
    }

    /// A time on the wall clock, and what a clock change made of it.
    #[must_use]
    pub fn wall(local: NaiveDateTime, zone: &Zone) -> Option<(Self, ClockChange)> {
        let resolved = zone.resolve(local)?;
        let deadline = Self {
            kind: Kind::Wall,
            local: resolved.local,
            zone: zone.shared_name(),
            at: resolved.at,
        };
        Some((deadline, resolved.change))
    }

    /// A point in time, shown in a zone. Fractions of a second are cut off.
    #[must_use]
    pub fn instant(at: DateTime<Utc>, zone: &Zone) -> Self {
        let at = DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at);
        Self {
            kind: Kind::Instant,
            local: zone.local(at),
            zone: zone.shared_name(),
            at,
        }
    }

    /// A deadline as it was stored, its instant as computed then.
    #[must_use]
    pub fn stored(kind: Kind, local: NaiveDateTime, zone: Arc<str>, at: DateTime<Utc>) -> Self {
        Self {
            kind,
            local,
            zone,
            at,
        }
    }

    /// Day, wall time or instant.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the whole day is meant.
    #[must_use]
    pub fn is_whole_day(&self) -> bool {
        self.kind == Kind::Day
    }

    /// The local time in the deadline's zone; 23:59:59 for a whole day.
    #[must_use]
    pub fn local(&self) -> NaiveDateTime {
        self.local
    }

    /// The local day.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.local.date()
    }

    /// The day that it takes on a calendar in another zone; a whole day is that day everywhere.
    #[must_use]
    pub fn date_in(&self, zone: &Zone) -> NaiveDate {
        if self.is_whole_day() {
            self.date()
        } else {
            zone.local(self.at).date()
        }
    }

    /// The zone's IANA name.
    #[must_use]
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// The last second at which the promise is still on time.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The offset from UTC at the deadline, as it was when the deadline was understood.
    #[must_use]
    pub fn offset(&self) -> FixedOffset {
        let seconds = (self.local - self.at.naive_utc()).num_seconds();
        i32::try_from(seconds)
            .ok()
            .and_then(FixedOffset::east_opt)
            .unwrap_or_else(|| {
                use chrono::Offset as _;
                Utc.fix()
            })
    }

    /// The deadline with its offset, for RFC 3339.
    #[must_use]
    pub fn with_offset(&self) -> DateTime<FixedOffset> {
        self.at.with_timezone(&self.offset())
    }

    /// Why it cannot be taken in from elsewhere, as what is written of it would not read back: it
    /// lies beyond [`YEARS`], or in times when clocks were no whole number of minutes from UTC,
    /// which RFC 3339 cannot say.
    #[must_use]
    pub fn unfit(&self) -> Option<String> {
        if !YEARS.contains(&self.local.year()) {
            let (first, last) = (YEARS.start(), YEARS.end());
            return Some(format!("a deadline lies in the years {first} to {last}"));
        }
        let is_whole = (self.local - self.at.naive_utc()).num_seconds() % 60 == 0;
        let reason = "the clocks of its zone were no whole number of minutes from UTC then";
        (!is_whole).then(|| reason.to_owned())
    }

    /// The same for a deadline that another machine wrote down, and for an offset that its zone
    /// never had.
    #[must_use]
    pub fn unfit_in(&self, zone: &Zone) -> Option<String> {
        let offset = self.offset();
        let is_odd = || zone.offset(self.at) != offset && !zone.ever_had(offset);
        let reason = "clocks there never had that offset";
        self.unfit()
            .or_else(|| is_odd().then(|| reason.to_owned()))
            .map(|reason| format!("{self}: {reason}"))
    }

    /// Whether the deadline has passed.
    #[must_use]
    pub fn has_passed(&self, now: DateTime<Utc>) -> bool {
        now.timestamp() > self.at.timestamp()
    }

    /// Seconds after the deadline, 0 while it has not passed. The lateness of a whole day counts
    /// from the midnight that ends it.
    #[must_use]
    pub fn seconds_late(&self, now: DateTime<Utc>) -> i64 {
        let midnight = i64::from(self.is_whole_day());
        (now.timestamp() - self.at.timestamp() - midnight).max(0)
    }

    /// Reads what [`fmt::Display`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once(' ')?;
        let (stamp, zone) = rest.strip_suffix(']')?.split_once('[')?;
        let stamp = DateTime::parse_from_rfc3339(stamp).ok()?;
        let kind = Kind::from_word(kind)?;
        let local = stamp.naive_local();
        // A whole day ends with its last second: nothing else is kept of its time.
        let last = NaiveTime::from_hms_opt(23, 59, 59)?;
        if local.nanosecond() != 0 || (kind == Kind::Day && local.time() != last) {
            return None;
        }
        Some(Self {
            kind,
            local,
            zone: zone.into(),
            at: stamp.with_timezone(&Utc),
        })
    }
}

/// The form kept in the history: the kind, then the time as RFC 9557 writes it,
/// `wall 2026-11-24T13:00:00+01:00[Europe/Berlin]`.
impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stamp = self
            .with_offset()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        write!(f, "{} {stamp}[{}]", self.kind.word(), self.zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> Zone {
        Zone::bundled("Europe/Berlin").unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn what_cannot_be_written() {
        let berlin = Zone::bundled("Europe/Berlin").unwrap();
        let monrovia = Zone::bundled("Africa/Monrovia").unwrap();
        let table = [
            ("1850-06-01", &berlin, false),
            ("1899-12-31", &berlin, false),
            ("1900-01-01", &berlin, true),
            ("9998-12-31", &berlin, true),
            ("9999-01-01", &berlin, false),
            // 44 minutes and 30 seconds behind UTC.
            ("1971-06-01", &monrovia, false),
            ("1973-06-01", &monrovia, true),
        ];
        for (date, zone, fits) in table {
            let due = Deadline::day(date.parse().unwrap(), zone).unwrap();
            assert_eq!(due.unfit().is_none(), fits, "{date} {}", zone.name());
            let again = Deadline::parse(&due.to_string());
            assert!(!fits || again.as_ref() == Some(&due), "{due}");
        }
    }

    #[test]
    fn a_whole_day_is_missed_when_it_ends() {
        let day = Deadline::day("2026-11-24".parse().unwrap(), &berlin()).unwrap();
        let table = [
            ("2026-11-24T00:00:00Z", false, 0),
            ("2026-11-24T22:59:59Z", false, 0),
            ("2026-11-24T23:00:00Z", true, 0),
            ("2026-11-24T23:00:01Z", true, 1),
            ("2026-11-25T00:00:00Z", true, 3600),
        ];
        for (now, passed, late) in table {
            assert_eq!(day.has_passed(utc(now)), passed, "{now}");
            assert_eq!(day.seconds_late(utc(now)), late, "{now}");
        }
    }

    #[test]
    fn a_time_is_missed_a_second_after_it() {
        let local = "2026-11-24T13:00:00".parse().unwrap();
        let (wall, change) = Deadline::wall(local, &berlin()).unwrap();
        assert_eq!(change, ClockChange::None);
        assert!(!wall.has_passed(utc("2026-11-24T12:00:00Z")));
        assert!(wall.has_passed(utc("2026-11-24T12:00:01Z")));
        assert_eq!(wall.seconds_late(utc("2026-11-24T12:00:01Z")), 1);
    }

    #[test]
    fn text_form_reads_back() {
        let berlin = berlin();
        let local = "2026-07-24T13:00:00".parse().unwrap();
        let deadlines = [
            Deadline::day("2026-11-24".parse().unwrap(), &berlin).unwrap(),
            Deadline::wall(local, &berlin).unwrap().0,
            Deadline::instant(utc("2026-11-24T12:00:00.9Z"), &berlin),
        ];
        let texts = deadlines.each_ref().map(ToString::to_string);
        assert_eq!(
            texts,
            [
                "day 2026-11-24T23:59:59+01:00[Europe/Berlin]",
                "wall 2026-07-24T13:00:00+02:00[Europe/Berlin]",
                "instant 2026-11-24T13:00:00+01:00[Europe/Berlin]",
            ]
        );
        for (deadline, text) in deadlines.iter().zip(&texts) {
            assert_eq!(Deadline::parse(text).as_ref(), Some(deadline));
        }
        assert_eq!(Deadline::parse("day 2026-11-24"), None);
    }
}
