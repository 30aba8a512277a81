//! Occurrences across clock changes.

use super::{every, series};
use crate::domain::deadline::Kind;
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::{ClockChange, Zone};

/// Checks the deadlines of a series, with what clock changes made of them.
fn check(zone: &str, now: &str, text: &str, expected: &[(&str, ClockChange)]) {
    let zone = Zone::bundled(zone).unwrap();
    let rule = every(text).unwrap();
    let found = series(&rule, now, &WorkingTime::default(), expected.len());
    assert_eq!(found.len(), expected.len(), "{text}");
    for (occurrence, (shown, change)) in found.iter().zip(expected) {
        let (deadline, found) = occurrence.deadline(&zone).unwrap();
        assert_eq!(
            deadline.to_string(),
            format!("{shown}[{}]", zone.name()),
            "{text}"
        );
        assert_eq!(found, *change, "{text}: {shown}");
        let is_day = deadline.kind() == Kind::Day;
        assert_eq!(is_day, rule.time().is_none(), "{text}: {shown}");
    }
}

use ClockChange::{None as Same, Skipped, Twice};

#[test]
fn nine_stays_nine() {
    check(
        "Europe/Berlin",
        "2026-03-27T12:00:00",
        "day 9:00",
        &[
            ("wall 2026-03-28T09:00:00+01:00", Same),
            ("wall 2026-03-29T09:00:00+02:00", Same),
            ("wall 2026-03-30T09:00:00+02:00", Same),
        ],
    );
    check(
        "Europe/Berlin",
        "2026-10-18T12:00:00",
        "sunday 9:00",
        &[
            ("wall 2026-10-25T09:00:00+01:00", Same),
            ("wall 2026-11-01T09:00:00+01:00", Same),
        ],
    );
    check(
        "Europe/Berlin",
        "2026-10-18T08:00:00",
        "week on sunday 9:00",
        &[
            ("wall 2026-10-18T09:00:00+02:00", Same),
            ("wall 2026-10-25T09:00:00+01:00", Same),
        ],
    );
}

#[test]
fn a_skipped_time_is_back_the_next_day() {
    check(
        "Europe/Berlin",
        "2026-03-27T12:00:00",
        "day 02:30",
        &[
            ("wall 2026-03-28T02:30:00+01:00", Same),
            ("wall 2026-03-29T03:00:00+02:00", Skipped),
            ("wall 2026-03-30T02:30:00+02:00", Same),
        ],
    );
}

#[test]
fn a_time_that_happens_twice_is_the_first() {
    check(
        "Europe/Berlin",
        "2026-10-23T12:00:00",
        "day 02:30",
        &[
            ("wall 2026-10-24T02:30:00+02:00", Same),
            ("wall 2026-10-25T02:30:00+02:00", Twice),
            ("wall 2026-10-26T02:30:00+01:00", Same),
        ],
    );
}

#[test]
fn whole_days_end_with_their_day() {
    check(
        "Europe/Berlin",
        "2026-03-27T12:00:00",
        "day",
        &[
            ("day 2026-03-28T23:59:59+01:00", Same),
            ("day 2026-03-29T23:59:59+02:00", Same),
        ],
    );
}

#[test]
fn a_day_that_a_zone_left_out_stops_no_series() {
    // Samoa had no 30 December 2011: its deadline is the start of the 31st, and the next
    // occurrence counts from the day that was scheduled.
    check(
        "Pacific/Apia",
        "2011-12-28T12:00:00",
        "day 9:00",
        &[
            ("wall 2011-12-29T09:00:00-10:00", Same),
            ("wall 2011-12-31T00:00:00+14:00", Skipped),
            ("wall 2011-12-31T09:00:00+14:00", Same),
        ],
    );
}
