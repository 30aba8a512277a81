//! Alarms: one for each lead time, told from those of other programs by our own mark.

use std::collections::BTreeSet;

use super::{Todo, Writing, names};
use crate::domain::deadline::Deadline;
use crate::domain::reminder::{Lead, Stage, milestones};
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;
use crate::exchange::ical::component::{Component, Item};
use crate::exchange::ical::date::Span;
use crate::exchange::ical::property::Property;
use crate::phrase;

/// The most lead times that are read of one task.
const MOST: usize = 100;

/// The promise's own lead times: those of alarms that bear our mark.
pub fn read(component: &Component) -> BTreeSet<String> {
    let alarms = component.components().filter(|inner| inner.is("VALARM"));
    let marks = alarms.filter_map(|alarm| alarm.text(names::LEAD));
    marks
        .take(MOST)
        .filter_map(|mark| Some(phrase::lead(&mark).ok()?.to_string()))
        .collect()
}

/// One alarm as it should be.
struct Wanted {
    mark: &'static str,
    lead: String,
    trigger: i64,
}

/// Makes a task have an alarm for each lead time. Alarms without our mark stay, and one that is
/// there at the moment of a missing one gets it: a program that keeps none of our words had
/// dropped it.
pub fn write(component: &mut Component, todo: &Todo, writing: &Writing<'_>) {
    let mut wanted = wanted(todo, writing);
    component.items.retain_mut(|item| {
        let Some((alarm, (mark, lead))) = alarm(item).and_then(|alarm| {
            let mark = mark(alarm)?;
            Some((alarm, mark))
        }) else {
            return true;
        };
        let is_it = |wanted: &Wanted| wanted.mark == mark && wanted.lead == lead;
        let Some(place) = wanted.iter().position(is_it) else {
            return false;
        };
        let wanted = wanted.swap_remove(place);
        if trigger(alarm) != Some(wanted.trigger) {
            alarm.set(trigger_of(wanted.trigger));
        }
        true
    });
    for alarm in component.items.iter_mut().filter_map(alarm) {
        let moment = trigger(alarm).filter(|_| mark(alarm).is_none());
        let place = wanted
            .iter()
            .position(|wanted| Some(wanted.trigger) == moment);
        if let Some(place) = place {
            let wanted = wanted.swap_remove(place);
            alarm.set_text(wanted.mark, Some(&wanted.lead));
        }
    }
    wanted.sort_by(|one, other| (one.trigger, &one.lead).cmp(&(other.trigger, &other.lead)));
    for wanted in wanted {
        let mut alarm = Component::new("VALARM");
        alarm.add(Property::new("ACTION", "DISPLAY"));
        alarm.add(Property::of_text("DESCRIPTION", &todo.what));
        alarm.add(trigger_of(wanted.trigger));
        alarm.add(Property::of_text(wanted.mark, &wanted.lead));
        component.items.push(Item::Component(alarm));
    }
}

fn alarm(item: &mut Item) -> Option<&mut Component> {
    match item {
        Item::Component(component) if component.is("VALARM") => Some(component),
        _ => None,
    }
}

/// Our mark, and the lead time that it names.
fn mark(alarm: &Component) -> Option<(&'static str, String)> {
    [names::LEAD, names::USUAL_LEAD]
        .into_iter()
        .find_map(|mark| Some((mark, alarm.text(mark)?)))
}

fn wanted(todo: &Todo, writing: &Writing<'_>) -> Vec<Wanted> {
    let Some(due) = &todo.due else {
        return Vec::new();
    };
    let zone = writing.reading.known(due.zone());
    let zone = zone.as_ref().unwrap_or(writing.reading.zone());
    let own: Vec<Lead> = todo
        .reminders
        .iter()
        .filter_map(|lead| phrase::lead(lead).ok())
        .collect();
    let (mark, leads) = if own.is_empty() {
        (names::USUAL_LEAD, writing.usual)
    } else {
        (names::LEAD, own.as_slice())
    };
    let leads: BTreeSet<Lead> = leads.iter().copied().collect();
    leads
        .into_iter()
        .filter_map(|lead| {
            Some(Wanted {
                mark,
                lead: lead.to_string(),
                trigger: seconds(lead, due, writing.work, zone)?,
            })
        })
        .collect()
}

/// How long after the value of `DUE` a lead time begins, in seconds: of a whole day, after the
/// midnight that begins it.
fn seconds(lead: Lead, due: &Deadline, work: &WorkingTime, zone: &Zone) -> Option<i64> {
    let from = if due.is_whole_day() {
        zone.start_of_day(due.date())?
    } else {
        due.at()
    };
    let stages = milestones(due, &[lead], work, zone);
    let begins = stages.iter().find(|stage| stage.stage == Stage::Lead)?.at;
    Some((begins - from).num_seconds())
}

/// The moment of an alarm against `DUE`, in seconds; nothing where it hangs on something else.
fn trigger(alarm: &Component) -> Option<i64> {
    let trigger = alarm.first("TRIGGER")?;
    let related = trigger.param("RELATED");
    let at_end = related.is_some_and(|related| related.eq_ignore_ascii_case("END"));
    let span = Span::parse(trigger.value()).filter(|_| at_end)?;
    Some(span.days * 86_400 + span.seconds)
}

fn trigger_of(seconds: i64) -> Property {
    Property::new("TRIGGER", &Span::value_of(seconds)).with_param("RELATED", "END")
}
