//! What the parts make together.

mod files;
mod moments;
mod programs;
mod properties;
mod tasks;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::component::{Component, Item};
use super::{Calendar, Found, Limits, Mistake, Reading, Todo, Writing};
use crate::domain::reminder::Lead;
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;

/// Whatever reading and writing depend on; the user lives in Berlin.
struct Home {
    zone: Zone,
    work: WorkingTime,
    usual: Vec<Lead>,
    uids: BTreeMap<Uuid, String>,
    person_line: bool,
}

impl Home {
    fn new() -> Self {
        Self {
            zone: Zone::bundled("Europe/Berlin").unwrap(),
            work: WorkingTime::default(),
            usual: Vec::new(),
            uids: BTreeMap::new(),
            person_line: false,
        }
    }

    fn reading(&self, calendar: &Calendar) -> Reading<'_> {
        Reading::of(calendar, &self.zone, &|name| Zone::bundled(name))
    }

    fn writing<'a>(&'a self, reading: &'a Reading<'a>) -> Writing<'a> {
        Writing {
            reading,
            now: at("2026-11-23T15:00:00Z"),
            modified: at("2026-11-23T14:00:00Z"),
            created: at("2026-11-19T10:00:00Z"),
            work: &self.work,
            usual: &self.usual,
            uids: &self.uids,
            person_line: self.person_line,
        }
    }

    /// The task in a file.
    fn read(&self, calendar: &Calendar) -> Result<Found, Mistake> {
        let todo = calendar.todos().next().unwrap();
        Todo::read(todo, &self.reading(calendar))
    }

    /// A file of ours with that task.
    fn file(&self, todo: &Todo) -> Calendar {
        let mut calendar = Calendar::new();
        let reading = self.reading(&calendar);
        let mut component = Component::new("VTODO");
        assert!(todo.write_into(&mut component, &self.writing(&reading)));
        calendar.add(component);
        calendar
    }

    /// Writes a task into a file that is there.
    fn write(&self, todo: &Todo, calendar: &mut Calendar) -> bool {
        let reading = self.reading(calendar);
        todo.write_into(calendar.todo_mut().unwrap(), &self.writing(&reading))
    }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn parsed(text: &str) -> Calendar {
    Calendar::parse(text.as_bytes(), &Limits::FILE).unwrap()
}

/// A file with a task that has these lines.
fn task(lines: &str) -> Calendar {
    parsed(&format!(
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\n{lines}\nEND:VTODO\nEND:VCALENDAR\n"
    ))
}

/// Every line of a component, unfolded, in order.
fn lines(component: &Component) -> Vec<String> {
    let mut lines = vec![format!("BEGIN:{}", component.name())];
    for item in &component.items {
        match item {
            Item::Property(property) => lines.push(property.line_text().to_owned()),
            Item::Component(component) => lines.extend(self::lines(component)),
        }
    }
    lines.push(format!("END:{}", component.name()));
    lines
}
