//! From a task to a component: only what differs is touched.

use super::{Todo, Writing, alarms, lists, names, read, series, state};
use crate::domain::deadline::{Deadline, Kind};
use crate::domain::promise::Direction;
use crate::exchange::ical::component::Component;
use crate::exchange::ical::date::Stamp;
use crate::exchange::ical::property::Property;

impl Todo {
    /// Makes a component say this task, and tells whether it said anything else before. What is
    /// the same stays as it is written there, and so does all that a promise does not have; the
    /// second time nothing changes. A component without `UID` is a new one.
    ///
    /// A changed one gets `DTSTAMP` and `LAST-MODIFIED`, and the next `SEQUENCE` where its
    /// summary, deadline or state is another.
    pub fn write_into(&self, component: &mut Component, writing: &Writing<'_>) -> bool {
        let before = component.clone();
        let is_new = component.first("UID").is_none();
        if is_new {
            component.set(Property::of_text("UID", &self.uid));
            stamp(component, "DTSTAMP", writing.now);
            stamp(component, "CREATED", writing.created);
            stamp(component, "LAST-MODIFIED", writing.modified);
        }
        let what = Some(self.what.as_str()).filter(|what| !what.is_empty());
        if component.text("SUMMARY").as_deref() != what {
            component.set_text("SUMMARY", what);
        }
        if is_new {
            component.set_value("STATUS", state::status(self.state));
        }
        state::write(component, self.state, self.settled_at);
        self.write_due(component, writing);
        self.write_person(component);
        self.write_notes(component, writing);
        lists::write_tags(component, &self.tags);
        lists::write_needs(component, &self.needs, writing.uids);
        self.write_own_words(component);
        series::write(component, self.series.as_ref());
        lists::write_events(component, &self.events);
        alarms::write(component, self, writing);
        let changed = *component != before;
        if changed && !is_new {
            stamp(component, "DTSTAMP", writing.now);
            stamp(component, "LAST-MODIFIED", writing.modified);
            if is_another(&before, component) {
                next_sequence(component);
            }
        }
        changed
    }

    fn write_due(&self, component: &mut Component, writing: &Writing<'_>) {
        let present = read::due(component, writing.reading, &mut Vec::new());
        if present.as_ref().is_ok_and(|present| *present == self.due) {
            // Whoever reads its history in another zone is to find the same moment.
            let is_unsaid = !self.events.is_empty() && component.first(names::ZONE).is_none();
            if is_unsaid && writing.reading.is_anywhere(component) {
                component.set_text(names::ZONE, self.due.as_ref().map(Deadline::zone));
            }
            return;
        }
        let Some(due) = &self.due else {
            for name in ["DUE", "DURATION", names::ZONE, names::KIND] {
                component.remove(name);
            }
            return;
        };
        let present = present.ok().flatten();
        let is_same = present.is_some_and(|present| {
            let whole = (present.is_whole_day(), due.is_whole_day());
            match whole {
                (true, true) => present.date() == due.date(),
                (false, false) => present.at() == due.at(),
                _ => false,
            }
        });
        if !is_same {
            let end = end(component, due, writing);
            component.set(end);
            component.remove("DURATION");
            keep_start_before(component, due, writing);
        }
        component.set_text(names::ZONE, Some(due.zone()));
        let kind = Some(due.kind().word()).filter(|_| due.kind() == Kind::Instant);
        component.set_text(names::KIND, kind);
    }

    fn write_person(&self, component: &mut Component) {
        let person = read::person(component);
        let contact = component.text("CONTACT");
        let is_named = contact.is_none() || contact == self.person;
        if person == self.person && is_named && read::email(component) == self.email {
            return;
        }
        if person != self.person {
            component.set_text(names::TO, self.person.as_deref());
        }
        let Some(person) = &self.person else {
            component.remove("CONTACT");
            return;
        };
        component.set_text("CONTACT", Some(person));
        if read::email(component) != self.email {
            let contact = component.first("CONTACT").cloned();
            let contact = contact.unwrap_or_else(|| Property::of_text("CONTACT", person));
            component.set(match &self.email {
                None => contact.without_param("ALTREP"),
                // A parameter that holds a link stands in quotes: the colon sees to it.
                Some(email) => contact.with_param("ALTREP", &format!("mailto:{email}")),
            });
        }
    }

    fn write_notes(&self, component: &mut Component, writing: &Writing<'_>) {
        let notes = self.notes.as_deref();
        let line = self
            .person
            .as_deref()
            .map(|person| read::line(self.direction, person))
            .filter(|line| {
                // What begins like the line has it before it, so that reading leaves it alone.
                writing.person_line || notes.is_some_and(|notes| notes.starts_with(line.as_str()))
            });
        let text = match (line, notes) {
            (Some(line), Some(notes)) => Some(format!("{line}\n{notes}")),
            (Some(line), None) => Some(line),
            (None, notes) => notes.map(str::to_owned),
        };
        if component.text("DESCRIPTION") != text {
            component.set_text("DESCRIPTION", text.as_deref());
        }
    }

    fn write_own_words(&self, component: &mut Component) {
        let deadline = |due: &Option<Deadline>| due.as_ref().map(ToString::to_string);
        let direction = self.direction;
        let is_said = direction != Direction::Mine;
        let values = [
            (names::OWNER, self.owner.clone()),
            (
                names::DIRECTION,
                is_said.then(|| direction.word().to_owned()),
            ),
            (names::FIRST_DUE, deadline(&self.first_due)),
            (names::NEGOTIATED_DUE, deadline(&self.negotiated_due)),
            (names::MADE, self.made_at.map(|at| Stamp::Utc(at).value())),
            (names::VIA, self.via.clone()),
            (
                names::EFFORT,
                self.effort_minutes.map(|minutes| minutes.to_string()),
            ),
            (names::STANDARD, self.standard.clone()),
            (names::KEY, self.key.clone()),
            (names::CHECK, deadline(&self.check.due)),
            (
                names::SATISFIED,
                self.check
                    .satisfied
                    .map(|yes| if yes { "yes" } else { "no" }.to_owned()),
            ),
            (
                names::RATING,
                self.check.rating.map(|rating| rating.to_string()),
            ),
        ];
        for (name, value) in values {
            component.set_text(name, value.as_deref());
        }
    }
}

/// `DUE` of a deadline: a day, or a time in UTC. A time in the zone that stands there already
/// stays in it.
fn end(component: &Component, due: &Deadline, writing: &Writing<'_>) -> Property {
    let own = component.first("DUE").cloned();
    let own = own.unwrap_or_else(|| Property::new("DUE", ""));
    if due.is_whole_day() {
        let day = own.without_param("TZID").with_param("VALUE", "DATE");
        return day.with_value(&Stamp::Day(due.date()).value());
    }
    let zone = own
        .param("TZID")
        .and_then(|name| writing.reading.known(&name));
    if let Some(zone) = zone
        && let Some(resolved) = zone.resolve(zone.local(due.at()))
        && resolved.at == due.at()
    {
        let local = own.without_param("VALUE");
        return local.with_value(&Stamp::Local(resolved.local).value());
    }
    let utc = own.without_param("TZID").without_param("VALUE");
    utc.with_value(&Stamp::Utc(due.at()).value())
}

/// `DTSTART` is of the kind of `DUE`, and not after it (RFC 5545, section 3.8.2.3): where it no
/// longer is, it becomes the same.
fn keep_start_before(component: &mut Component, due: &Deadline, writing: &Writing<'_>) {
    let Some(start) = component.first("DTSTART") else {
        return;
    };
    let read = writing.reading.deadline(start, None, &mut Vec::new());
    let is_fit = read.is_ok_and(|start| {
        start.is_whole_day() == due.is_whole_day()
            && (start.at() <= due.at() || (start.is_whole_day() && start.date() <= due.date()))
    });
    let end = component.first("DUE");
    if let (false, Some(end)) = (is_fit, end) {
        let mut same = start.without_param("TZID").without_param("VALUE");
        for name in ["TZID", "VALUE"] {
            if let Some(value) = end.param(name) {
                same = same.with_param(name, &value);
            }
        }
        let same = same.with_value(end.value());
        component.set(same);
    }
}

fn stamp(component: &mut Component, name: &str, at: chrono::DateTime<chrono::Utc>) {
    component.set_value(name, &Stamp::Utc(at).value());
}

/// Whether what others must hear of has changed (RFC 5545, section 3.8.7.4).
fn is_another(before: &Component, after: &Component) -> bool {
    let same = |name: &str| before.first(name) == after.first(name);
    !["SUMMARY", "DUE", "STATUS"].into_iter().all(same)
}

fn next_sequence(component: &mut Component) {
    let number = component.first("SEQUENCE").map(|own| own.value().trim());
    let number: u32 = number.and_then(|own| own.parse().ok()).unwrap_or(0);
    component.set_value("SEQUENCE", &number.saturating_add(1).to_string());
}
