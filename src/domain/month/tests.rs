//! Months, and their days as they would be counted by hand.

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn months_and_their_weeks() {
    let table = [
        // a day, the last of its month, days before it in its first week from Monday and Sunday
        ("2026-11-23", 30, 6, 0),
        ("2026-12-31", 31, 1, 2),
        ("2027-01-01", 31, 4, 5),
        ("2027-02-14", 28, 0, 1),
        ("2028-02-29", 29, 1, 2),
        ("2100-02-01", 28, 0, 1),
    ];
    for (day, last, from_monday, from_sunday) in table {
        let day = date(day);
        let month = Month::of(day);
        assert_eq!(month.first(), day.with_day(1).unwrap(), "{day}");
        assert_eq!(month.last(), day.with_day(last).unwrap(), "{day}");
        assert_eq!(month.dates().count(), last as usize, "{day}");
        assert_eq!(month.days_before(Weekday::Mon), from_monday, "{day}");
        assert_eq!(month.days_before(Weekday::Sun), from_sunday, "{day}");
        assert!(month.contains(day));
        assert!(!month.contains(month.last().succ_opt().unwrap()));
        assert!(!month.contains(month.first().pred_opt().unwrap()));
    }
    // The calendar's own last month ends with it.
    assert!(Month::of(NaiveDate::MAX).dates().count() <= 31);
}

/// Wherever a whole day begins or ends first or last, its deadline is in reach.
#[test]
fn no_zone_lies_out_of_reach() {
    let month = Month::of(date("2026-11-23"));
    let (from, until) = month.reach();
    for name in ["Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin"] {
        let zone = Zone::bundled(name).unwrap();
        assert!(from <= zone.start_of_day(month.first()).unwrap(), "{name}");
        let end = Deadline::day(month.first(), &zone).unwrap();
        assert!(from <= end.at(), "{name}");
        let end = Deadline::day(month.last(), &zone).unwrap();
        assert!(end.at() <= until, "{name}");
    }
}

const NOW: &str = "2026-11-23T15:00:00Z";

fn entry(id: i64, due: Deadline) -> Entry {
    Entry {
        id,
        direction: Direction::Mine,
        of_colleague: false,
        state: State::Open,
        due,
        effort_minutes: None,
        settled_late: false,
    }
}

struct World {
    zone: Zone,
    capacity: Capacity,
    booked: BTreeMap<NaiveDate, Load>,
}

impl World {
    fn new(zone: &str) -> Self {
        Self {
            zone: Zone::bundled(zone).unwrap(),
            capacity: Capacity::default(),
            booked: BTreeMap::new(),
        }
    }

    fn day(&self, text: &str) -> Deadline {
        Deadline::day(date(text), &self.zone).unwrap()
    }

    fn wall(&self, text: &str) -> Deadline {
        Deadline::wall(text.parse().unwrap(), &self.zone).unwrap().0
    }

    fn days(&self, month: &str, entries: &[Entry]) -> Vec<Day> {
        self.judge(&WorkingTime::default(), |judge| {
            judge.days(Month::of(date(month)), entries)
        })
    }

    fn judge<T>(&self, work: &WorkingTime, ask: impl Fn(Judge<'_>) -> T) -> T {
        ask(Judge {
            now: NOW.parse().unwrap(),
            zone: &self.zone,
            work,
            capacity: &self.capacity,
            booked: &self.booked,
        })
    }
}

#[test]
fn what_is_due_and_what_became_of_it() {
    let world = World::new("Europe/Berlin");
    let with = |id, day: &str, change: &dyn Fn(&mut Entry)| {
        let mut entry = entry(id, world.day(day));
        change(&mut entry);
        entry
    };
    let settled = |state, late| {
        move |entry: &mut Entry| {
            entry.state = state;
            entry.settled_late = late;
        }
    };
    let entries = [
        with(1, "2026-10-31", &|_| {}),
        with(2, "2026-11-02", &settled(State::Kept, false)),
        with(3, "2026-11-02", &settled(State::Kept, true)),
        with(4, "2026-11-02", &settled(State::Broken, true)),
        with(5, "2026-11-02", &settled(State::Released, false)),
        with(6, "2026-11-02", &settled(State::Void, false)),
        with(7, "2026-11-02", &|_| {}),
        entry(8, world.wall("2026-11-23T15:59:59")),
        with(9, "2026-11-23", &|entry| entry.effort_minutes = Some(90)),
        with(10, "2026-11-23", &|entry| entry.of_colleague = true),
        with(11, "2026-11-23", &|entry| {
            entry.direction = Direction::Theirs;
        }),
        with(12, "2026-11-23", &|entry| {
            entry.direction = Direction::Theirs;
            entry.state = State::Kept;
        }),
        with(13, "2026-12-01", &|_| {}),
    ];
    let days = world.days("2026-11-23", &entries);
    let counts = |day: &Day| {
        [
            day.open.promises,
            day.open.effort_minutes,
            day.colleagues,
            day.kept,
            day.kept_late,
            day.broken,
            day.released,
            day.waiting_on,
        ]
    };
    let mut shown = days.clone();
    shown.retain(|day| counts(day) != [0; 8]);
    let dates: Vec<String> = shown.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(dates, ["2026-11-02", "2026-11-23"]);
    assert_eq!(counts(&shown[0]), [1, 0, 0, 2, 1, 1, 1, 0]);
    assert_eq!((&shown[0].ids, &shown[0].late_ids), (&vec![7], &vec![7]));
    assert_eq!(counts(&shown[1]), [2, 90, 1, 0, 0, 0, 0, 1]);
    assert_eq!(shown[1].ids, [8, 9, 10]);
    assert_eq!(shown[1].late_ids, [8]);
    let today: Vec<NaiveDate> = days
        .iter()
        .filter(|day| day.is_today)
        .map(|day| day.date)
        .collect();
    assert_eq!(today, [date("2026-11-23")]);
    let off = days.iter().filter(|day| !day.is_working_day).count();
    assert_eq!(off, 9);
    let late = world.judge(&WorkingTime::default(), |judge| {
        judge.late_before(Month::of(date("2026-11-23")), &entries)
    });
    assert_eq!(late, [1]);
}

/// A day that is full today and tomorrow is overbooked; one that has passed is not.
#[test]
fn overbooked_days() {
    let mut world = World::new("Europe/Berlin");
    let limit = Limit {
        promises: Some(1),
        effort_minutes: Some(60),
    };
    world.capacity = Capacity::new(limit, [None; 7], false);
    let load = |promises, effort_minutes| Load {
        promises,
        effort_minutes,
    };
    for (day, load) in [
        ("2026-11-20", load(2, 0)),
        ("2026-11-23", load(2, 0)),
        ("2026-11-24", load(1, 60)),
        ("2026-11-25", load(1, 61)),
    ] {
        world.booked.insert(date(day), load);
    }
    // Nothing that was asked for is due: a day is judged by all that is.
    let days = world.days("2026-11-01", &[]);
    let over: Vec<u32> = days
        .iter()
        .filter(|day| day.is_overbooked)
        .map(|day| day.date.day())
        .collect();
    assert_eq!(over, [23, 25]);
    assert_eq!(days[24].booked, load(1, 61));
    assert_eq!(days[24].open, Load::default());
    assert_eq!(days[24].limit, limit);
}

/// A time falls on the user's day, a whole day on its own; the hour of a clock change on its day.
#[test]
fn days_of_other_zones_and_clock_changes() {
    let berlin = World::new("Europe/Berlin");
    let tokyo = Zone::bundled("Asia/Tokyo").unwrap();
    let morning = Deadline::wall("2026-11-01T07:00:00".parse().unwrap(), &tokyo)
        .unwrap()
        .0;
    let whole = Deadline::day(date("2026-11-01"), &tokyo).unwrap();
    let entries = [entry(1, morning), entry(2, whole)];
    let of = |world: &World, month: &str| -> Vec<(u32, Vec<i64>)> {
        let days = world.days(month, &entries).into_iter();
        let days = days.filter(|day| !day.ids.is_empty());
        days.map(|day| (day.date.day(), day.ids)).collect()
    };
    assert_eq!(of(&berlin, "2026-10-01"), [(31, vec![1])]);
    assert_eq!(of(&berlin, "2026-11-01"), [(1, vec![2])]);
    assert_eq!(
        of(&World::new("Asia/Tokyo"), "2026-11-01"),
        [(1, vec![1, 2])]
    );
    // 25 October has 25 hours in Berlin, 29 March has 23.
    for (day, month, count) in [
        ("2026-10-25", "2026-10-01", 31),
        ("2026-03-29", "2026-03-01", 31),
    ] {
        let entries = [
            entry(1, berlin.wall(&format!("{day}T00:00:00"))),
            entry(2, berlin.wall(&format!("{day}T02:30:00"))),
            entry(3, berlin.wall(&format!("{day}T23:59:59"))),
            entry(4, berlin.day(day)),
        ];
        let days = berlin.days(month, &entries);
        assert_eq!(days.len(), count);
        let full: Vec<&Day> = days.iter().filter(|day| !day.ids.is_empty()).collect();
        assert_eq!(full.len(), 1, "{day}");
        assert_eq!(full[0].date, date(day));
        assert_eq!(full[0].ids, [1, 2, 3, 4]);
    }
}
