//! From a component to a task.

use chrono::{DateTime, Utc};

use super::{Found, Part, Todo, alarms, lists, names, series, state};
use crate::domain::deadline::{Deadline, Kind};
use crate::domain::promise::{Check, Direction};
use crate::exchange::ical::component::Component;
use crate::exchange::ical::date::utc;
use crate::exchange::ical::parse::Mistake;
use crate::exchange::ical::property::Property;
use crate::exchange::ical::reading::Reading;
use crate::exchange::ical::text::sayable;

impl Todo {
    /// Reads a task of any program. Refused where a date makes no sense; what else makes none is
    /// left out.
    pub fn read(component: &Component, reading: &Reading<'_>) -> Result<Found, Mistake> {
        let mut warnings = Vec::new();
        let person = person(component);
        let own_name = component.text(names::TO);
        let named = match own_name {
            Some(_) => component.text("CONTACT"),
            None => person.clone(),
        };
        let email = email(component);
        let direction = direction(component);
        let notes = component.text("DESCRIPTION");
        let (state, settled_at) = state::read(component);
        let todo = Self {
            uid: component.text("UID").unwrap_or_default(),
            what: component.text("SUMMARY").unwrap_or_default(),
            notes: notes.and_then(|notes| without_line(&notes, direction, person.as_deref())),
            direction,
            person,
            email,
            owner: component.text(names::OWNER),
            state,
            settled_at,
            due: due(component, reading, &mut warnings)?,
            first_due: deadline(component, names::FIRST_DUE, reading),
            negotiated_due: deadline(component, names::NEGOTIATED_DUE, reading),
            made_at: moment(component, names::MADE),
            via: component.text(names::VIA),
            tags: lists::tags(component),
            effort_minutes: number(component, names::EFFORT),
            standard: component.text(names::STANDARD),
            key: component.text(names::KEY),
            check: check(component, reading),
            needs: lists::needs(component),
            reminders: alarms::read(component),
            series: series::read(component),
            events: lists::events(component),
        };
        Ok(Found {
            todo,
            ours: is_ours(component),
            own_name,
            named,
            attends: attending(component),
            line: component.line(),
            created: moment(component, "CREATED"),
            modified: moment(component, "LAST-MODIFIED").or_else(|| moment(component, "DTSTAMP")),
            rrule: component.first("RRULE").map(|rule| rule.value().to_owned()),
            warnings,
        })
    }
}

/// Whether RFC 5545 has a word for a part that every program keeps.
pub fn has_own_word(part: Part) -> bool {
    match part {
        Part::What | Part::Notes | Part::State | Part::Due | Part::Tags => true,
        Part::Direction
        | Part::Person
        | Part::Email
        | Part::Owner
        | Part::FirstDue
        | Part::NegotiatedDue
        | Part::MadeAt
        | Part::Via
        | Part::Effort
        | Part::Standard
        | Part::Key
        | Part::Check
        | Part::Needs
        | Part::Reminders
        | Part::Series
        | Part::Events => false,
    }
}

fn is_ours(component: &Component) -> bool {
    let is_own = |property: &Property| {
        let start = property.name().get(..names::PREFIX.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(names::PREFIX))
    };
    let inner = component.components().flat_map(Component::properties);
    component.properties().chain(inner).any(is_own)
}

/// A moment in UTC.
pub fn moment(component: &Component, name: &str) -> Option<DateTime<Utc>> {
    component.first(name).and_then(utc)
}

fn number(component: &Component, name: &str) -> Option<u32> {
    component.text(name)?.trim().parse().ok()
}

/// Whose promise it is.
pub fn direction(component: &Component) -> Direction {
    let word = component.text(names::DIRECTION);
    let direction = word.and_then(|word| Direction::from_word(&word));
    direction.unwrap_or(Direction::Mine)
}

/// The person's name: ours, or the contact, or whoever attends.
pub fn person(component: &Component) -> Option<String> {
    let named = component.text(names::TO);
    named
        .or_else(|| component.text("CONTACT"))
        .or_else(|| attending(component))
}

/// The name of the first who attends, or else the address.
fn attending(component: &Component) -> Option<String> {
    let attendee = attendee(component)?;
    let name = attendee.param("CN").map(|name| name.trim().to_owned());
    name.filter(|name| !name.is_empty())
        .or_else(|| address(attendee.value()))
}

/// The person's address: of the contact, or of whoever attends where nobody is named otherwise.
pub fn email(component: &Component) -> Option<String> {
    person(component)?;
    if let Some(contact) = component.first("CONTACT") {
        return address(&contact.param("ALTREP")?);
    }
    if component.first(names::TO).is_some() {
        return None;
    }
    address(attendee(component)?.value())
}

/// The first who attends and is not the organiser.
pub fn attendee(component: &Component) -> Option<&Property> {
    let organiser = component.first("ORGANIZER").map(Property::value);
    component
        .all("ATTENDEE")
        .find(|attendee| organiser.is_none_or(|own| !own.eq_ignore_ascii_case(attendee.value())))
}

/// The address of a `mailto:` link.
pub fn address(link: &str) -> Option<String> {
    let (scheme, address) = link.trim().split_once(':')?;
    let address = sayable(address).trim().to_owned();
    let is_mail = scheme.eq_ignore_ascii_case("mailto") && !address.is_empty();
    is_mail.then_some(address)
}

/// The line that names the person in `DESCRIPTION`.
pub fn line(direction: Direction, person: &str) -> String {
    match direction {
        Direction::Mine => format!("To: {person}"),
        Direction::Theirs => format!("From: {person}"),
    }
}

/// The name in a first line of a description that names somebody as [`line`] does, and the rest.
#[must_use]
pub fn line_of_person(direction: Direction, notes: Option<&str>) -> Option<(&str, &str)> {
    let notes = notes?;
    let (first, rest) = notes.split_once('\n').unwrap_or((notes, ""));
    let name = first.strip_prefix(line(direction, "").as_str())?.trim();
    (!name.is_empty()).then_some((name, rest))
}

/// A description without the line that names the person.
pub fn without_line(notes: &str, direction: Direction, person: Option<&str>) -> Option<String> {
    let line = person.map(|person| line(direction, person));
    let rest = line.and_then(|line| {
        let rest = notes.strip_prefix(&line)?;
        rest.strip_prefix('\n').or(rest.is_empty().then_some(rest))
    });
    let notes = rest.unwrap_or(notes);
    (!notes.is_empty()).then(|| notes.to_owned())
}

/// The deadline, in its zone and of its kind where the file says so.
pub fn due(
    component: &Component,
    reading: &Reading<'_>,
    warnings: &mut Vec<Mistake>,
) -> Result<Option<Deadline>, Mistake> {
    let home = component
        .text(names::ZONE)
        .and_then(|name| reading.known(&name));
    let due = reading.end(component, "DUE", home.as_ref(), warnings)?;
    let kind = component.text(names::KIND);
    Ok(match (due, kind.as_deref().and_then(Kind::from_word)) {
        (Some(due), Some(Kind::Instant)) if !due.is_whole_day() => Some(Deadline::stored(
            Kind::Instant,
            due.local(),
            due.zone().into(),
            due.at(),
        )),
        (due, _) => due,
    })
}

/// A deadline as the history writes it, where its zone is known. Of the times before zones had
/// offsets in whole minutes, which that form cannot say, there is none.
fn deadline(component: &Component, name: &str, reading: &Reading<'_>) -> Option<Deadline> {
    let written = Deadline::parse(&component.text(name)?)?;
    if written.unfit().is_some() {
        return None;
    }
    let zone = reading.known(written.zone())?;
    let deadline = if written.is_whole_day() {
        Deadline::day(written.date(), &zone)?
    } else {
        let at = Deadline::instant(written.at(), &zone);
        Deadline::stored(written.kind(), at.local(), zone.shared_name(), at.at())
    };
    let again = Deadline::parse(&deadline.to_string());
    (again.as_ref() == Some(&deadline)).then_some(deadline)
}

fn check(component: &Component, reading: &Reading<'_>) -> Check {
    let satisfied = component.text(names::SATISFIED);
    Check {
        due: deadline(component, names::CHECK, reading),
        satisfied: satisfied.and_then(|word| match word.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }),
        rating: number(component, names::RATING)
            .and_then(|rating| u8::try_from(rating).ok())
            .filter(|rating| (1..=5).contains(rating)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_names_the_person() {
        let table = [
            ("To: Jane\nabout it", Some("about it")),
            ("To: Jane", None),
            ("To: Jane\n", None),
            ("To: Janet\nabout it", Some("To: Janet\nabout it")),
            ("about it", Some("about it")),
        ];
        for (notes, rest) in table {
            let found = without_line(notes, Direction::Mine, Some("Jane"));
            assert_eq!(found.as_deref(), rest, "{notes:?}");
        }
        let named = [
            ("To: Jane\nabout it", Some(("Jane", "about it"))),
            ("To:  Jane ", Some(("Jane", ""))),
            ("To: \nabout it", None),
            ("From: Jane", None),
            ("about it\nTo: Jane", None),
        ];
        for (notes, name) in named {
            let found = line_of_person(Direction::Mine, Some(notes));
            assert_eq!(found, name, "{notes:?}");
        }
        let found = without_line("From: Jane\nx", Direction::Theirs, Some("Jane"));
        assert_eq!(found.as_deref(), Some("x"));
    }
}
