//! A file of calendar components.

use super::component::{Component, Item};
use super::parse::{self, Limits, Mistake};
use super::property::Property;
use super::write;

/// Who wrote the file (RFC 5545, section 3.7.3).
const PRODUCT: &str = "-//promise//promise//EN";

/// Everything in a file, as it is there. Usually one `VCALENDAR`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    outer: Vec<Component>,
}

impl Calendar {
    /// An empty calendar of ours.
    #[must_use]
    pub fn new() -> Self {
        let mut calendar = Component::new("VCALENDAR");
        calendar.add(Property::new("VERSION", "2.0"));
        calendar.add(Property::new("PRODID", PRODUCT));
        Self {
            outer: vec![calendar],
        }
    }

    /// Reads a file. A byte-order mark, LF line ends and blank lines are taken; what is cut off,
    /// not UTF-8, or larger than the limits is refused.
    pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Self, Mistake> {
        let outer = parse::parse(bytes, limits)?;
        if outer.is_empty() {
            return Err(Mistake::new(0, "the file holds no BEGIN:VCALENDAR"));
        }
        Ok(Self { outer })
    }

    /// The text of the file.
    #[must_use]
    pub fn write(&self) -> String {
        write::write(&self.outer)
    }

    /// Every task. An exception to a repeating one (`RECURRENCE-ID`) is none of its own.
    pub fn todos(&self) -> impl Iterator<Item = &Component> {
        self.of("VTODO")
    }

    /// Every appointment. An exception to a repeating one is none of its own.
    pub fn events(&self) -> impl Iterator<Item = &Component> {
        self.of("VEVENT")
    }

    /// What stands outermost, usually one `VCALENDAR`.
    pub fn outer(&self) -> impl Iterator<Item = &Component> {
        self.outer.iter()
    }

    /// The zones that the file explains.
    pub(super) fn timezones(&self) -> impl Iterator<Item = &Component> {
        self.of("VTIMEZONE")
    }

    /// The first task, to change it.
    pub fn todo_mut(&mut self) -> Option<&mut Component> {
        let is_todo = |component: &Component| is_of(component, "VTODO");
        self.outer.iter_mut().find_map(|outer| {
            if is_todo(outer) {
                return Some(outer);
            }
            outer.components_mut().find(|inner| is_todo(inner))
        })
    }

    /// Adds a component to the first calendar.
    pub fn add(&mut self, component: Component) {
        match self.outer.first_mut() {
            Some(outer) => outer.items.push(Item::Component(component)),
            None => self.outer.push(component),
        }
    }

    fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Component> {
        self.outer
            .iter()
            .flat_map(|outer| std::iter::once(outer).chain(outer.components()))
            .filter(move |component| is_of(component, name))
    }
}

impl Default for Calendar {
    fn default() -> Self {
        Self::new()
    }
}

fn is_of(component: &Component, name: &str) -> bool {
    component.is(name) && component.first("RECURRENCE-ID").is_none()
}
