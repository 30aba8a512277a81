//! Components (RFC 5545, section 3.6): what stands between `BEGIN` and `END`.

use super::property::Property;
use super::text::{escaped, sayable};

/// What a component holds, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A line.
    Property(Property),
    /// A component inside, such as an alarm.
    Component(Component),
}

/// A component with everything in it, known or not.
#[derive(Clone, Debug)]
pub struct Component {
    name: String,
    /// What it holds, in order.
    pub items: Vec<Item>,
    /// The line of the file that it began on, from 1; 0 where it was made here.
    pub(super) line: usize,
}

impl PartialEq for Component {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.items == other.items
    }
}

impl Eq for Component {}

impl Component {
    /// An empty one.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            items: Vec::new(),
            line: 0,
        }
    }

    /// The name as written; case does not matter.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it has this name, whatever the case.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The line of the file that it began on, from 1; 0 where it was made here.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Its properties, those of the components inside not among them.
    pub fn properties(&self) -> impl Iterator<Item = &Property> {
        self.items.iter().filter_map(|item| match item {
            Item::Property(property) => Some(property),
            Item::Component(_) => None,
        })
    }

    /// The components inside.
    pub fn components(&self) -> impl Iterator<Item = &Component> {
        self.items.iter().filter_map(|item| match item {
            Item::Component(component) => Some(component),
            Item::Property(_) => None,
        })
    }

    /// The components inside, to change them.
    pub fn components_mut(&mut self) -> impl Iterator<Item = &mut Component> {
        self.items.iter_mut().filter_map(|item| match item {
            Item::Component(component) => Some(component),
            Item::Property(_) => None,
        })
    }

    /// The properties of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties().filter(move |property| property.is(name))
    }

    /// The first property of a name.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<&Property> {
        self.properties().find(|property| property.is(name))
    }

    /// The first property of a name as a text that can be said; nothing where it is empty.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        let text = sayable(&self.first(name)?.text());
        (!text.is_empty()).then_some(text)
    }

    /// Puts a property in place of the first of its name, or behind the last property where
    /// there is none.
    pub fn set(&mut self, property: Property) {
        let name = property.name();
        let place = self.items.iter_mut().find_map(|item| match item {
            Item::Property(own) if own.is(name) => Some(own),
            _ => None,
        });
        match place {
            Some(own) => *own = property,
            None => self.add(property),
        }
    }

    /// Makes a property mean this text, and leaves it alone where it does; without one, it goes.
    /// Parameters stay.
    pub fn set_text(&mut self, name: &str, text: Option<&str>) {
        match text {
            None => self.remove(name),
            Some(text) if self.text(name).as_deref() == Some(text) => {}
            Some(text) => self.set_value(name, &escaped(text)),
        }
    }

    /// Gives a property a value as it stands in the file. Parameters stay.
    pub fn set_value(&mut self, name: &str, value: &str) {
        let property = match self.first(name) {
            Some(own) => own.with_value(value),
            None => Property::new(name, value),
        };
        self.set(property);
    }

    /// Adds a property behind the last one: those of RFC 5545 stand before the components.
    pub fn add(&mut self, property: Property) {
        let is_property = |item: &Item| matches!(item, Item::Property(_));
        let last = self.items.iter().rposition(is_property);
        let at = last.map_or(0, |last| last + 1);
        self.items.insert(at, Item::Property(property));
    }

    /// Takes away every property of a name.
    pub fn remove(&mut self, name: &str) {
        self.items
            .retain(|item| !matches!(item, Item::Property(own) if own.is(name)));
    }
}
