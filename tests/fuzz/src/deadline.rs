//! Deadline phrases, in every sense, at home in several places: understood whole or refused at a
//! place of their own, and never on the wrong side of now.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, Utc, Weekday};
use promise::domain::calendar::{Calendar, DateOrder, Their};
use promise::domain::deadline::Deadline;
use promise::domain::working_time::{Holiday, WorkingTime};
use promise::domain::zone::Zone;
use promise::phrase::{self, Edge, RefusalKind, Sense};

const SENSES: [Sense; 7] = [
    Sense::Deadline,
    Sense::DeadlineMaybePast,
    Sense::Past,
    Sense::PastSpan(Edge::Start),
    Sense::PastSpan(Edge::End),
    Sense::Span(Edge::Start),
    Sense::Span(Edge::End),
];

const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "UTC",
];

/// Both ends of the years that count, leap days, clock changes, ends of years.
const MOMENTS: [&str; 8] = [
    "2026-11-23T15:00:00Z",
    "2026-03-29T00:59:59Z",
    "2026-10-25T00:30:00Z",
    "2028-02-29T23:00:00Z",
    "2026-12-31T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T12:00:00Z",
    "2011-12-29T20:00:00Z",
];

thread_local! {
    static KNOWN: RefCell<BTreeMap<String, Option<Zone>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A zone by name; each is read once, which takes longer than reading a phrase.
fn zone_named(name: &str) -> Option<Zone> {
    KNOWN.with_borrow_mut(|known| {
        if known.len() > 10_000 {
            known.clear();
        }
        let zone = known.entry(name.to_owned());
        zone.or_insert_with(|| Zone::bundled(name)).clone()
    })
}

/// The first byte says where and when, the second by whose customs; the rest is the phrase.
pub fn check(data: &[u8]) {
    let [place, customs, text @ ..] = data else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let place = usize::from(*place);
    let zone = zone_named(ZONES[place % ZONES.len()]).expect("a zone");
    let now: DateTime<Utc> = MOMENTS[place / ZONES.len() % MOMENTS.len()]
        .parse()
        .expect("a moment");
    let work = if customs & 1 == 0 {
        WorkingTime::default()
    } else {
        other_work()
    };
    let abbreviations = if customs & 2 == 0 {
        BTreeMap::new()
    } else {
        BTreeMap::from([("CST".to_owned(), "Asia/Shanghai".to_owned())])
    };
    let their = (customs & 4 != 0).then(|| Their {
        name: "Jane".to_owned(),
        zone: zone_named("Asia/Tokyo").filter(|_| customs & 8 != 0),
    });
    let calendar = Calendar {
        now,
        zone: &zone,
        week_start: [Weekday::Mon, Weekday::Sun, Weekday::Sat][usize::from(customs >> 4) % 3],
        date_order: [None, Some(DateOrder::DayMonth), Some(DateOrder::MonthDay)]
            [usize::from(customs >> 6) % 3],
        work: &work,
        abbreviations: &abbreviations,
        their: their.as_ref(),
        zone_named: &zone_named,
    };
    for sense in SENSES {
        holds(&text, sense, &calendar);
    }
}

fn holds(text: &str, sense: Sense, calendar: &Calendar<'_>) {
    match phrase::read(text, sense, calendar) {
        Ok(reading) => {
            let deadline = reading.deadline;
            let written = deadline.to_string();
            assert_eq!(Deadline::parse(&written).as_ref(), Some(&deadline));
            let late = deadline.has_passed(calendar.now);
            assert!(sense != Sense::Deadline || !late, "{deadline}");
            let back = matches!(sense, Sense::Past | Sense::PastSpan(Edge::Start));
            assert!(!back || deadline.at() <= calendar.now, "{deadline}");
        }
        Err(refusal) => {
            assert!(text.get(refusal.span.clone()).is_some(), "no such place");
            assert!(!refusal.message.is_empty());
            assert_eq!(refusal.pointer(text).lines().count(), 2);
            match sense {
                Sense::Deadline => assert_ne!(refusal.kind, RefusalKind::Future),
                Sense::Past | Sense::PastSpan(_) => assert_ne!(refusal.kind, RefusalKind::Past),
                _ => {}
            }
        }
    }
}

/// Sunday to Thursday, with days off.
fn other_work() -> WorkingTime {
    let days = [
        Weekday::Sun,
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
    ];
    let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    let holidays = [
        Holiday::Once("2026-11-26".parse().expect("a date")),
        Holiday::Yearly { month: 12, day: 25 },
    ];
    WorkingTime::new(&days, time(7), time(19), holidays).expect("working time")
}
