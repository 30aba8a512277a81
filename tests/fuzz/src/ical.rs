//! Calendar files: one that reads is written as it was read; a task in it reads back as it was
//! written, over itself and anew, and writing it a second time changes nothing.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use chrono::DateTime;
use promise::domain::reminder::Lead;
use promise::domain::working_time::WorkingTime;
use promise::domain::zone::Zone;
use promise::exchange::ical::{
    Calendar, Component, Event, Found, Limits, Reading, Todo, Writing, identity, repeat, sayable,
};
use promise::phrase::every;

/// The first byte says how a task is written; the rest is the file.
pub fn check(data: &[u8]) {
    let [how, file @ ..] = data else {
        return;
    };
    let calendar = match Calendar::parse(file, &Limits::FILE) {
        Ok(calendar) => calendar,
        Err(mistake) => {
            assert!(!mistake.reason.is_empty());
            return;
        }
    };
    let written = calendar.write();
    assert!(written.split("\r\n").all(|line| line.len() <= 75));
    let again = Calendar::parse(written.as_bytes(), &Limits::IMPORT);
    assert_eq!(again.as_ref(), Ok(&calendar), "{written}");
    let zone = zone_named("Europe/Berlin").expect("a zone");
    let reading = Reading::of(&calendar, &zone, &zone_named);
    for event in calendar.events() {
        if let Ok(event) = Event::read(event, &reading) {
            rule(event.rrule.as_deref());
        }
    }
    for todo in calendar.todos() {
        match Todo::read(todo, &reading) {
            Ok(found) => task(todo, &found, &reading, *how),
            Err(mistake) => assert!(!mistake.reason.is_empty()),
        }
    }
}

thread_local! {
    static ZONES: RefCell<HashMap<String, Zone>> = RefCell::default();
}

/// A zone by its name, each looked up once.
fn zone_named(name: &str) -> Option<Zone> {
    let known = ZONES.with_borrow(|zones| zones.get(name).cloned());
    known.or_else(|| {
        let zone = Zone::bundled(name)?;
        ZONES.with_borrow_mut(|zones| zones.insert(name.to_owned(), zone.clone()));
        Some(zone)
    })
}

fn rule(text: Option<&str>) {
    if let Some(Ok(read)) = text.map(repeat) {
        let canonical = read.rule.to_string();
        assert_eq!(every(&canonical), Ok(read.rule), "{canonical}");
    }
}

fn task(component: &Component, found: &Found, reading: &Reading<'_>, how: u8) {
    rule(found.rrule.as_deref());
    let mut todo = found.todo.clone();
    assert_eq!(todo.clone().sayable(), todo);
    assert_eq!(sayable(&todo.what), todo.what);
    let _ = identity(&todo.uid);
    if todo.due.is_none() {
        // Without a deadline nothing can be before it.
        todo.reminders.clear();
    }
    let moment = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment");
    let usual = [Lead::Minutes(30), Lead::WorkingDays(1)];
    let writing = Writing {
        reading,
        now: moment,
        modified: moment,
        created: moment,
        work: &WorkingTime::default(),
        usual: if how & 1 == 0 { &[] } else { &usual },
        uids: &BTreeMap::new(),
        person_line: how & 2 == 0,
    };
    for mut component in [component.clone(), Component::new("VTODO")] {
        todo.write_into(&mut component, &writing);
        let read = Todo::read(&component, reading).map(|found| found.todo);
        assert_eq!(read.as_ref(), Ok(&todo), "{component:?}");
        let before = component.clone();
        assert!(!todo.write_into(&mut component, &writing), "{before:?}");
        assert_eq!(component, before);
    }
}
