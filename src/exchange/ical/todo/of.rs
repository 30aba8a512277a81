//! The task of a promise.

use std::collections::BTreeSet;

use chrono::{DateTime, SubsecRound as _, Utc};

use super::Todo;
use crate::domain::person::Person;
use crate::domain::promise::{Promise, State};
use crate::exchange::ical::text::sayable;

impl Todo {
    /// What of a promise travels. `notes` is what `DESCRIPTION` says, `events` what else is to
    /// travel.
    #[must_use]
    pub fn of(
        promise: &Promise,
        person: &Person,
        notes: Option<String>,
        events: Vec<String>,
    ) -> Self {
        let todo = Self {
            uid: promise.uuid.to_string(),
            what: promise.what.clone(),
            notes,
            direction: promise.direction,
            person: Some(person.name.clone()),
            email: person.email.clone(),
            owner: promise.owner.clone(),
            state: promise.state,
            settled_at: promise.settled_at,
            due: Some(promise.due.clone()),
            first_due: Some(promise.first_due.clone()),
            negotiated_due: Some(promise.negotiated_due.clone()),
            made_at: Some(promise.made_at),
            via: promise.via.clone(),
            tags: promise.tags.clone(),
            effort_minutes: promise.effort_minutes,
            standard: promise.standard.clone(),
            key: promise.key.clone(),
            check: promise.check.clone(),
            needs: promise.needs.clone(),
            reminders: promise.reminders.clone(),
            series: promise.series.clone(),
            events,
        };
        todo.sayable()
    }

    /// The same as it reads back once it is written: texts without control characters, moments
    /// in whole seconds, nothing where a text is empty.
    #[must_use]
    pub fn sayable(self) -> Self {
        let said = |text: Option<String>| {
            let text = text.map(|text| sayable(&text));
            text.filter(|text| !text.is_empty())
        };
        let whole = |at: Option<DateTime<Utc>>| at.map(|at| at.trunc_subsecs(0));
        let tags = self.tags.iter().map(|tag| sayable(tag).trim().to_owned());
        let tags: BTreeSet<String> = tags.filter(|tag| !tag.is_empty()).collect();
        let series = self.series.map(|mut series| {
            series.every = said(series.every);
            series
        });
        let person = said(self.person);
        // An address stands with the name it belongs to.
        let email = said(self.email.filter(|_| person.is_some()));
        let email = email.map(|email| email.trim().to_owned());
        Self {
            what: sayable(&self.what),
            notes: said(self.notes),
            person,
            email: email.filter(|email| !email.is_empty()),
            owner: said(self.owner),
            settled_at: whole(self.settled_at).filter(|_| self.state != State::Open),
            made_at: whole(self.made_at),
            via: said(self.via),
            tags,
            standard: said(self.standard),
            key: said(self.key),
            series,
            events: self.events.iter().map(|event| sayable(event)).collect(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::deadline::Deadline;
    use crate::domain::promise::{Check, Direction};

    #[test]
    fn of_a_promise() {
        let due = Deadline::parse("wall 2026-11-24T12:00:00+00:00[Europe/London]").unwrap();
        let at = due.at();
        let uuid = Uuid::from_u128(1);
        let promise = Promise {
            id: 3,
            uuid,
            what: "Ring\u{7}\r\nback".to_owned(),
            direction: Direction::Mine,
            person: 1,
            owner: None,
            state: State::Open,
            due: due.clone(),
            first_due: due.clone(),
            negotiated_due: due.clone(),
            made_at: at,
            settled_at: None,
            via: Some(String::new()),
            tags: [" a ".to_owned(), "\t".to_owned()].into(),
            effort_minutes: Some(5),
            standard: None,
            key: None,
            check: Check::default(),
            needs: BTreeSet::new(),
            reminders: ["2h".to_owned()].into(),
            series: None,
            corrections: 0,
            reschedules: 0,
            handoffs: 0,
            recorded_at: at,
        };
        let person = Person::named("Jane", uuid, at);
        let todo = Todo::of(&promise, &person, None, vec!["x\u{2028}y".to_owned()]);
        let expected = Todo {
            what: "Ring\u{2407}\nback".to_owned(),
            person: Some("Jane".to_owned()),
            due: Some(due.clone()),
            first_due: Some(due.clone()),
            negotiated_due: Some(due),
            made_at: Some(at),
            tags: ["a".to_owned()].into(),
            effort_minutes: Some(5),
            reminders: ["2h".to_owned()].into(),
            events: vec!["x\ny".to_owned()],
            ..Todo::new(&uuid.to_string())
        };
        assert_eq!(todo, expected);
    }
}
