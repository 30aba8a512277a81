//! Sets and lists that are spread over several lines: tags, needs, what else travels.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::names;
use crate::exchange::ical::component::{Component, Item};
use crate::exchange::ical::identity;
use crate::exchange::ical::property::Property;
use crate::exchange::ical::text;

/// The tags.
pub fn tags(component: &Component) -> BTreeSet<String> {
    component.all("CATEGORIES").flat_map(tags_of).collect()
}

fn tags_of(property: &Property) -> impl Iterator<Item = String> {
    text::listed(property.value())
        .into_iter()
        .map(tag)
        .filter(|tag| !tag.is_empty())
}

fn tag(value: &str) -> String {
    text::sayable(&text::unescaped(value)).trim().to_owned()
}

/// Makes a task have these tags; those that stay are as they were.
pub fn write_tags(component: &mut Component, tags: &BTreeSet<String>) {
    let old = self::tags(component);
    let mut new: Vec<String> = tags
        .difference(&old)
        .map(|tag| text::escaped(tag))
        .collect();
    edit(component, "CATEGORIES", |property| {
        let gone = tags_of(property).any(|tag| !tags.contains(&tag));
        if !gone && new.is_empty() {
            return Some(property.clone());
        }
        let mut values: Vec<&str> = text::listed(property.value());
        values.retain(|value| tags.contains(&tag(value)));
        values.extend(new.iter().map(String::as_str));
        let value = values.join(",");
        new.clear();
        (!value.is_empty()).then(|| property.with_value(&value))
    });
    if !new.is_empty() {
        component.add(Property::new("CATEGORIES", &new.join(",")));
    }
}

/// Whether a relation is a need: RFC 9253, section 5. What RFC 5545 calls a parent is none.
fn is_need(property: &Property) -> bool {
    let kind = property.param("RELTYPE");
    property.is("RELATED-TO") && kind.is_some_and(|kind| kind.eq_ignore_ascii_case("DEPENDS-ON"))
}

/// The promises that it depends on.
pub fn needs(component: &Component) -> BTreeSet<Uuid> {
    let relations = component.properties().filter(|property| is_need(property));
    relations.map(|need| identity(&need.text())).collect()
}

/// Makes a task depend on these; other relations stay.
pub fn write_needs(
    component: &mut Component,
    needs: &BTreeSet<Uuid>,
    uids: &BTreeMap<Uuid, String>,
) {
    let old = self::needs(component);
    edit(component, "RELATED-TO", |property| {
        let stays = !is_need(property) || needs.contains(&identity(&property.text()));
        stays.then(|| property.clone())
    });
    for need in needs.difference(&old) {
        let uid = uids.get(need).cloned().unwrap_or_else(|| need.to_string());
        let relation = Property::of_text("RELATED-TO", &uid);
        component.add(relation.with_param("RELTYPE", "DEPENDS-ON"));
    }
}

/// What else travels.
pub fn events(component: &Component) -> Vec<String> {
    component.all(names::EVENT).map(event).collect()
}

fn event(property: &Property) -> String {
    text::sayable(&property.text())
}

/// Makes that travel with it; what begins the same stays.
pub fn write_events(component: &mut Component, events: &[String]) {
    let mut same = events.iter();
    let mut stands = true;
    edit(component, names::EVENT, |property| {
        stands = stands && same.next() == Some(&event(property));
        stands.then(|| property.clone())
    });
    let known = component.all(names::EVENT).count();
    for event in events.iter().skip(known) {
        component.add(Property::of_text(names::EVENT, event));
    }
}

/// Changes or takes away each property of a name, in its place.
fn edit(component: &mut Component, name: &str, mut new: impl FnMut(&Property) -> Option<Property>) {
    component.items.retain_mut(|item| match item {
        Item::Property(property) if property.is(name) => match new(property) {
            Some(changed) => {
                *property = changed;
                true
            }
            None => false,
        },
        _ => true,
    });
}
