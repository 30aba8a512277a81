//! What holds of every task and every text.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Home, lines, parsed};
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Check, Direction, Series, State};
use crate::domain::zone::Zone;
use crate::exchange::ical::component::{Component, Item};
use crate::exchange::ical::property::Property;
use crate::exchange::ical::{Calendar, Limits, Todo, sayable, text};

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..4_102_444_800).prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

fn deadline() -> impl Strategy<Value = Deadline> {
    let zones = [
        "Europe/Berlin",
        "America/New_York",
        "Pacific/Apia",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "UTC",
    ];
    (moment(), 0..zones.len(), 0..3).prop_map(move |(at, zone, kind)| {
        let zone = Zone::bundled(zones[zone]).unwrap();
        match kind {
            0 => Deadline::day(zone.local(at).date(), &zone).unwrap(),
            1 => Deadline::wall(zone.local(at), &zone).unwrap().0,
            _ => Deadline::instant(at, &zone),
        }
    })
}

fn series() -> impl Strategy<Value = Series> {
    let day = (0_i64..50_000).prop_map(|days| {
        let start = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        start + chrono::TimeDelta::days(days)
    });
    let parts = (
        any::<u128>(),
        any::<u32>(),
        option::of(any::<String>()),
        option::of(day),
        option::of(any::<u32>()),
    );
    parts.prop_map(|(uuid, occurrence, every, until, times)| Series {
        uuid: Uuid::from_u128(uuid),
        occurrence,
        every,
        until,
        times,
    })
}

fn state() -> impl Strategy<Value = (State, Option<DateTime<Utc>>)> {
    (0..State::ALL.len(), moment()).prop_map(|(state, at)| {
        let state = State::ALL[state];
        (state, Some(at).filter(|_| state != State::Open))
    })
}

fn leads() -> impl Strategy<Value = BTreeSet<String>> {
    let leads = ["30m", "2h", "1 day", "2 business days", "1 business hour"];
    let lead = (0..leads.len()).prop_map(move |lead| leads[lead].to_owned());
    btree_set(lead, 0..3)
}

/// Any task, in the form that can be said.
fn todo() -> impl Strategy<Value = Todo> {
    let text = || option::of(any::<String>());
    // A person's line may stand in the notes already.
    let notes = prop_oneof![text(), Just(Some("To: Jane\nTo: Jane".to_owned()))];
    let person = prop_oneof![any::<String>(), Just("Jane".to_owned())];
    let said = (
        any::<String>(),
        notes,
        any::<bool>(),
        option::of(person),
        text(),
        text(),
        state(),
    );
    let dates = (
        deadline(),
        option::of(deadline()),
        option::of(deadline()),
        option::of(moment()),
        option::of(deadline()),
    );
    let more = (
        text(),
        btree_set(any::<String>(), 0..4),
        option::of(any::<u32>()),
        text(),
        text(),
        option::of(any::<bool>()),
        option::of(1_u8..=5),
    );
    let sets = (
        btree_set(any::<u128>(), 0..3),
        leads(),
        option::of(series()),
        vec(any::<String>(), 0..4),
    );
    (said, dates, more, sets).prop_map(|(said, dates, more, sets)| {
        let (what, notes, theirs, person, email, owner, (state, settled_at)) = said;
        let (due, first_due, negotiated_due, made_at, check_due) = dates;
        let (via, tags, effort_minutes, standard, key, satisfied, rating) = more;
        let (needs, reminders, series, events) = sets;
        let todo = Todo {
            uid: Uuid::from_u128(1).to_string(),
            what,
            notes,
            direction: if theirs {
                Direction::Theirs
            } else {
                Direction::Mine
            },
            email: email.filter(|_| person.is_some()),
            person,
            owner,
            state,
            settled_at,
            due: Some(due),
            first_due,
            negotiated_due,
            made_at,
            via,
            tags,
            effort_minutes,
            standard,
            key,
            check: Check {
                due: check_due,
                satisfied,
                rating,
            },
            needs: needs.into_iter().map(Uuid::from_u128).collect(),
            reminders,
            series,
            events,
        };
        todo.sayable()
    })
}

/// Any component, as deep as a file may be.
fn component() -> impl Strategy<Value = Component> {
    let property =
        ("[A-Z-]{1,90}", "[^\n\0]{0,120}", "[^\n\0\r]{0,20}").prop_map(|(name, value, param)| {
            let name = format!("X{name}");
            let property = Property::of_text(&name, &value);
            property.with_param("P", &param)
        });
    let items = vec(property.prop_map(Item::Property), 0..6);
    let leaf = ("[A-Z-]{1,20}", items).prop_map(|(name, items)| {
        let mut component = Component::new(&name);
        component.items = items;
        component
    });
    leaf.prop_recursive(10, 40, 4, |inner| {
        let inner = vec(inner.prop_map(Item::Component), 0..4);
        ("[A-Z-]{1,20}", inner).prop_map(|(name, items)| {
            let mut component = Component::new(&name);
            component.items = items;
            component
        })
    })
}

proptest! {
    #[test]
    fn whatever_a_file_holds(bytes: Vec<u8>) {
        let _ = Calendar::parse(&bytes, &Limits::FILE);
    }

    #[test]
    fn texts_read_back(value: String) {
        let said = sayable(&value);
        prop_assert_eq!(sayable(&said), said.clone());
        prop_assert_eq!(text::unescaped(&text::escaped(&value)), said.clone());
        prop_assert_eq!(text::uncareted(&text::careted(&value)), said.clone());
        prop_assert!(!said.contains(|char: char| char.is_control() && !"\n\t".contains(char)));
        let parameter = Property::new("X", "v").with_param("P", &value);
        prop_assert_eq!(parameter.param("P"), Some(said));
        prop_assert_eq!(parameter.value(), "v");
    }

    #[test]
    fn lists_read_back(values in vec(any::<String>(), 1..5)) {
        let written: Vec<String> = values.iter().map(|value| text::escaped(value)).collect();
        let joined = written.join(",");
        prop_assert_eq!(text::listed(&joined), written);
    }

    #[test]
    fn components_read_back(component in component()) {
        let mut calendar = Calendar::new();
        calendar.add(component);
        let written = calendar.write();
        prop_assert!(written.split("\r\n").all(|line| line.len() <= 75));
        prop_assert_eq!(parsed(&written), calendar);
    }

    #[test]
    fn tasks_read_back(todo in todo(), person_line: bool) {
        let home = Home { person_line, ..Home::new() };
        let mut calendar = parsed(&home.file(&todo).write());
        let found = home.read(&calendar).unwrap();
        prop_assert_eq!(&found.todo, &todo);
        let before = calendar.write();
        prop_assert!(!home.write(&todo, &mut calendar));
        prop_assert_eq!(calendar.write(), before);
    }

    /// Whatever was there before, the task is what was written last, and foreign lines stay.
    #[test]
    fn tasks_replace_each_other(one in todo(), other in todo(), person_line: bool) {
        let home = Home { person_line, ..Home::new() };
        let mut calendar = home.file(&one);
        let foreign = ["PRIORITY:3", "X-APPLE-SORT-ORDER;X=1:7", "RELATED-TO:parent"];
        for line in foreign {
            let (name, value) = line.split_once(':').unwrap();
            calendar.todo_mut().unwrap().add(Property::new(name, value));
        }
        let mut alarm = Component::new("VALARM");
        alarm.add(Property::new("TRIGGER", "-PT1M"));
        calendar.todo_mut().unwrap().items.push(Item::Component(alarm));
        home.write(&other, &mut calendar);
        let mut calendar = parsed(&calendar.write());
        let found = home.read(&calendar).unwrap();
        prop_assert_eq!(&found.todo, &other);
        prop_assert!(!home.write(&other, &mut calendar));
        let written = lines(calendar.todos().next().unwrap());
        let theirs: Vec<&String> =
            written.iter().filter(|line| foreign.contains(&line.as_str())).collect();
        prop_assert_eq!(theirs, foreign);
        prop_assert!(written.contains(&"TRIGGER:-PT1M".to_owned()));
    }
}
