//! What fits on a day, and on which days something does.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use proptest::prelude::*;

use super::*;
use crate::domain::working_time::Holiday;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn limit(promises: impl Into<Option<u32>>, effort_minutes: impl Into<Option<u32>>) -> Limit {
    Limit {
        promises: promises.into(),
        effort_minutes: effort_minutes.into(),
    }
}

fn load(promises: u32, effort_minutes: u32) -> Load {
    Load {
        promises,
        effort_minutes,
    }
}

#[test]
fn room_and_overbooking() {
    let table = [
        // limit, load, overbooked, room for 0 and for 60 minutes
        (limit(None, None), load(900, 90_000), false, true, true),
        (limit(6, None), load(5, 90_000), false, true, true),
        (limit(6, None), load(6, 0), false, false, false),
        (limit(6, None), load(7, 0), true, false, false),
        (limit(None, 360), load(90, 300), false, true, true),
        (limit(None, 360), load(90, 301), false, true, false),
        (limit(None, 360), load(90, 360), false, true, false),
        (limit(None, 360), load(90, 361), true, false, false),
        (limit(1, 60), load(0, 0), false, true, true),
        (limit(1, 60), load(1, 0), false, false, false),
        (limit(None, 360), load(0, u32::MAX), true, false, false),
    ];
    for (limit, load, overbooked, any, hour) in table {
        assert_eq!(limit.is_overbooked(load), overbooked, "{limit:?} {load:?}");
        assert_eq!(limit.has_room(load, 0), any, "{limit:?} {load:?}");
        assert_eq!(limit.has_room(load, 60), hour, "{limit:?} {load:?}");
    }
}

#[test]
fn a_day_of_the_week_replaces_what_it_says() {
    let mut weekdays = [None; 7];
    weekdays[0] = Some(limit(2, None));
    weekdays[5] = Some(limit(None, 120));
    weekdays[6] = Some(limit(1, 30));
    let capacity = Capacity::new(limit(6, 360), weekdays, false);
    let table = [
        ("2026-11-23", limit(2, 360)),
        ("2026-11-24", limit(6, 360)),
        ("2026-11-28", limit(6, 120)),
        ("2026-11-29", limit(1, 30)),
    ];
    for (day, expected) in table {
        assert_eq!(capacity.limit(date(day)), expected, "{day}");
    }
}

#[test]
fn what_is_a_limit() {
    let none = limit(None, None);
    let on_monday = |limit| {
        let mut weekdays = [None; 7];
        weekdays[0] = Some(limit);
        weekdays
    };
    let table = [
        (Capacity::default(), false),
        (Capacity::new(none, [None; 7], true), false),
        (Capacity::new(none, on_monday(none), false), false),
        (Capacity::new(limit(1, None), [None; 7], false), true),
        (Capacity::new(none, on_monday(limit(None, 1)), false), true),
    ];
    for (capacity, expected) in table {
        assert_eq!(capacity.is_limited(), expected, "{capacity:?}");
    }
    assert!(Capacity::new(none, [None; 7], true).strict());
    assert!(!Capacity::default().strict());
}

/// Monday to Friday, 09:00–17:00, with Thursday off.
fn work() -> WorkingTime {
    let week = WorkingTime::default();
    let days = ["mon", "tue", "wed", "thu", "fri"].map(|day| day.parse().unwrap());
    let thursday = Holiday::Once(date("2026-11-26"));
    WorkingTime::new(&days, week.start(), week.end(), [thursday]).unwrap()
}

#[test]
fn free_days_of_a_week() {
    let loads = |date: NaiveDate| match date.day() {
        23 => load(2, 60),
        24 => load(6, 0),
        25 => load(1, 480),
        27 => load(1, 200),
        _ => load(0, 0),
    };
    let day = |day: u32, promises, minutes| {
        let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        (date, promises, minutes)
    };
    let (some, none) = (limit(6, 360), limit(None, None));
    let table = [
        // now, limit, effort, free days from the 22nd to the 29th
        (
            "2026-11-20T12:00:00",
            some,
            0,
            vec![day(23, Some(4), 300), day(27, Some(5), 160)],
        ),
        (
            "2026-11-20T12:00:00",
            none,
            0,
            vec![day(23, None, 420), day(24, None, 480), day(27, None, 280)],
        ),
        (
            "2026-11-20T12:00:00",
            some,
            161,
            vec![day(23, Some(4), 300)],
        ),
        (
            "2026-11-23T15:30:30",
            some,
            0,
            vec![day(23, Some(4), 29), day(27, Some(5), 160)],
        ),
        (
            "2026-11-23T07:00:00",
            none,
            420,
            vec![day(23, None, 420), day(24, None, 480)],
        ),
        ("2026-11-23T16:00:00", some, 0, vec![day(27, Some(5), 160)]),
        ("2026-11-27T18:00:00", some, 0, vec![]),
        ("2026-11-30T08:00:00", some, 0, vec![]),
    ];
    let work = work();
    for (now, everyday, effort, expected) in table {
        let schedule = Schedule {
            now: now.parse().unwrap(),
            work: &work,
            capacity: &Capacity::new(everyday, [None; 7], false),
            loads: &loads,
        };
        let found = schedule.free_days(date("2026-11-22"), date("2026-11-29"), effort);
        let found: Vec<_> = found
            .into_iter()
            .map(|day| (day.date, day.promises_left, day.minutes_left))
            .collect();
        assert_eq!(found, expected, "{now} {everyday:?} {effort}");
    }
}

#[test]
fn the_next_day_with_room() {
    let full_until = |last: &str| {
        let last = date(last);
        move |date| if date <= last { load(1, 0) } else { load(0, 0) }
    };
    let table = [
        // now, full until, after, effort, the day
        ("2026-11-23", "2026-11-22", "2026-11-23", 0, "2026-11-24"),
        ("2026-11-23", "2026-11-24", "2026-11-23", 0, "2026-11-25"),
        ("2026-11-23", "2026-11-25", "2026-11-23", 0, "2026-11-27"),
        ("2026-11-23", "2026-11-22", "2026-11-27", 0, "2026-11-30"),
        ("2026-11-23", "2026-11-22", "2026-11-01", 0, "2026-11-23"),
        ("2026-11-23", "2026-11-22", "2026-11-01", 481, ""),
        ("2026-11-23", "2027-11-22", "2026-11-23", 0, "2027-11-23"),
        ("2026-11-23", "2027-11-30", "2026-11-23", 0, ""),
    ];
    let work = work();
    for (today, full, after, effort, expected) in table {
        let schedule = Schedule {
            now: date(today).and_time(NaiveTime::MIN),
            work: &work,
            capacity: &Capacity::new(limit(1, None), [None; 7], false),
            loads: &full_until(full),
        };
        let found = schedule.next_with_room(date(after), effort);
        let found = found.map_or_else(String::new, |day| day.date.to_string());
        assert_eq!(found, expected, "{today} {full} {after} {effort}");
    }
    let schedule = Schedule {
        now: date("2026-11-23").and_time(NaiveTime::MIN),
        work: &work,
        capacity: &Capacity::default(),
        loads: &|_| Load::default(),
    };
    assert_eq!(schedule.next_with_room(NaiveDate::MAX, 0), None);
}

fn limits() -> impl Strategy<Value = Limit> {
    let fields = (prop::option::of(0u32..5), prop::option::of(0u32..500));
    fields.prop_map(|(promises, effort)| limit(promises, effort))
}

proptest! {
    #[test]
    fn what_fits_never_overbooks(
        everyday in limits(),
        weekdays in prop::array::uniform7(prop::option::of(limits())),
        held in prop::collection::vec((0u32..6, 0u32..600), 14),
        minute in 0u32..1440,
        effort in 0u32..600,
    ) {
        let monday = date("2026-11-23");
        let capacity = Capacity::new(everyday, weekdays, false);
        let loads: BTreeMap<NaiveDate, Load> = monday
            .iter_days()
            .zip(held)
            .map(|(date, (promises, minutes))| (date, load(promises, minutes)))
            .collect();
        let work = work();
        let schedule = Schedule {
            now: monday.and_hms_opt(minute / 60, minute % 60, 0).unwrap(),
            work: &work,
            capacity: &capacity,
            loads: &|date| loads.get(&date).copied().unwrap_or_default(),
        };
        let days = schedule.free_days(monday, date("2026-12-06"), effort);
        for day in &days {
            let limit = capacity.limit(day.date);
            let before = loads[&day.date];
            prop_assert!(work.is_working_day(day.date));
            prop_assert!(!limit.is_overbooked(before.with(effort)));
            // All that is said to be left can be used, and no promise more.
            prop_assert!(effort <= day.minutes_left);
            prop_assert!(!limit.is_overbooked(before.with(day.minutes_left)));
            if let Some(left) = day.promises_left {
                let full = (0..left).fold(before, |load, _| load.with(0));
                prop_assert!(!limit.is_overbooked(full));
                prop_assert!(limit.is_overbooked(full.with(0)));
            }
        }
        let yesterday = monday.pred_opt().unwrap();
        if let Some(first) = days.first() {
            prop_assert_eq!(schedule.next_with_room(yesterday, effort), Some(*first));
        }
    }
}
