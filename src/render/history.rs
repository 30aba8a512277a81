//! Events in words and in JSON.

use chrono::{DateTime, FixedOffset, Utc};
use serde_json::{Value as Json, json};

use crate::domain::deadline::Deadline;
use crate::domain::event::{Change, Event, EventKind, Field, Value};
use crate::render::amounts::effort;
use crate::render::rfc3339;
use crate::render::times::Clock;

/// How the values of events are put into words: names for numbers of people, and times in a zone.
pub struct Lens<'a> {
    /// How times are written.
    pub clock: Clock,
    /// The moment in the zone that the history is shown in.
    pub local: &'a dyn Fn(DateTime<Utc>) -> DateTime<FixedOffset>,
    /// The name of a person by number.
    pub name: &'a dyn Fn(i64) -> String,
    /// The number of a promise by UUID.
    pub number: &'a dyn Fn(&str) -> Option<i64>,
}

impl Lens<'_> {
    /// An event in JSON.
    #[must_use]
    pub fn json(&self, event: &Event, in_effect: bool) -> Json {
        let changes: Vec<Json> = event
            .draft
            .changes
            .iter()
            .map(|change| {
                json!({
                    "field": change.field.word(),
                    "old": change.old.as_ref().map(|value| self.value(change.field, value)),
                    "new": change.new.as_ref().map(|value| self.value(change.field, value)),
                })
            })
            .collect();
        json!({
            "seq": event.seq,
            "uuid": event.uuid.to_string(),
            "step": event.step,
            "at": rfc3339((self.local)(event.at)),
            "kind": event.draft.kind.word(),
            "text": event.draft.text,
            "cause": event.draft.account.cause,
            "because": event.draft.account.because,
            "told": event.draft.account.told,
            "teller": event.draft.account.teller,
            "target": event.draft.target,
            "in_effect": in_effect,
            "changes": changes,
        })
    }

    /// An event in a few words, without its moment; `events` are the history that it belongs to.
    #[must_use]
    pub fn words(&self, event: &Event, events: &[Event], in_effect: bool) -> String {
        let mut text = event.draft.kind.word().replace('_', " ");
        if let Some(target) = event.draft.target {
            let target = events.iter().find(|event| event.seq == target);
            let kind = target.map_or("something", |target| target.draft.kind.word());
            if event.draft.kind == EventKind::Noted {
                text.push_str(": why it was");
            } else {
                text.push(':');
            }
            text.push_str(&format!(" {}", kind.replace('_', " ")));
        }
        if event.draft.kind == EventKind::HandedOff {
            let owner = |value: Option<&Value>| {
                let name = value.and_then(Value::text).unwrap_or("me");
                name.to_owned()
            };
            let change = event.draft.changes.first();
            let from = owner(change.and_then(|change| change.old.as_ref()));
            let to = owner(change.and_then(|change| change.new.as_ref()));
            text.push_str(&format!(": from {from} to {to}"));
        }
        let shown = [EventKind::Edited, EventKind::Rescheduled];
        if shown.contains(&event.draft.kind) {
            let changes: Vec<String> = event
                .draft
                .changes
                .iter()
                .map(|change| self.change(change))
                .collect();
            text.push_str(": ");
            text.push_str(&changes.join("; "));
        }
        if let Some(note) = &event.draft.text {
            text.push_str(": ");
            text.push_str(note);
        }
        if event.draft.kind == EventKind::Checked {
            let answer = |field| {
                let changes = event.draft.changes.iter();
                let mut changes = changes.filter(move |change| change.field == field);
                changes.next()?.new.as_ref()?.number()
            };
            text.push_str(if answer(Field::Satisfied) == Some(1) {
                ": satisfied"
            } else {
                ": not satisfied"
            });
            if let Some(rating) = answer(Field::Rating) {
                text.push_str(&format!(", {rating} of 5"));
            }
        }
        for because in &event.draft.account.because {
            text.push_str(&format!("; because {because}"));
        }
        if let Some(cause) = &event.draft.account.cause {
            text.push_str(&format!(" [{cause}]"));
        }
        match (event.draft.account.told, &event.draft.account.teller) {
            (Some(true), Some(teller)) => text.push_str(&format!(" (told by {teller})")),
            (Some(true), None) if told_late(event) => {
                text.push_str(" (told after the deadline)");
            }
            (Some(true), None) => text.push_str(" (told)"),
            (Some(false), _) => text.push_str(" (not told)"),
            (None, _) => {}
        }
        if !in_effect {
            text.push_str(" (undone)");
        }
        text
    }

    fn change(&self, change: &Change) -> String {
        let field = noun(change.field);
        let shown = |value: &Value| self.shown(change.field, value);
        match (&change.old, &change.new) {
            (Some(old), Some(new)) => format!("{field} from {} to {}", shown(old), shown(new)),
            (None, Some(new)) => format!("{field} {} added", shown(new)),
            (Some(old), None) => format!("{field} {} removed", shown(old)),
            (None, None) => field.to_owned(),
        }
    }

    /// The value of a field in words.
    #[must_use]
    pub fn shown(&self, field: Field, value: &Value) -> String {
        match (field, value) {
            (Field::Due | Field::Check, Value::Text(text)) => {
                Deadline::parse(text).map_or_else(|| text.clone(), |due| self.clock.moment(&due))
            }
            (Field::Need, Value::Text(uuid)) => {
                (self.number)(uuid).map_or_else(|| uuid.clone(), |id| id.to_string())
            }
            (Field::MadeAt | Field::SettledAt, Value::Number(seconds)) => self
                .instant(*seconds)
                .map_or_else(String::new, |at| self.clock.stamp(at)),
            (Field::Effort, Value::Number(minutes)) => {
                u32::try_from(*minutes).map_or_else(|_| String::new(), effort)
            }
            (Field::Person, Value::Number(id)) => (self.name)(*id),
            (_, Value::Text(text)) => text.clone(),
            (_, Value::Number(number)) => number.to_string(),
        }
    }

    /// The value of a field in JSON.
    #[must_use]
    pub fn value(&self, field: Field, value: &Value) -> Json {
        match (field, value) {
            (Field::Satisfied, Value::Number(satisfied)) => json!(*satisfied == 1),
            (Field::Need, Value::Text(uuid)) => json!((self.number)(uuid)),
            (Field::Due | Field::Check, Value::Text(text)) => {
                json!(Deadline::parse(text).map(|due| rfc3339(due.with_offset())))
            }
            (Field::MadeAt | Field::SettledAt, Value::Number(seconds)) => {
                json!(self.instant(*seconds).map(rfc3339))
            }
            (Field::Person, Value::Number(id)) => json!((self.name)(*id)),
            (_, Value::Text(text)) => json!(text),
            (_, Value::Number(number)) => json!(number),
        }
    }

    fn instant(&self, seconds: i64) -> Option<DateTime<FixedOffset>> {
        DateTime::from_timestamp(seconds, 0).map(self.local)
    }
}

/// What people call a field.
#[must_use]
pub fn noun(field: Field) -> &'static str {
    match field {
        Field::What => "description",
        Field::Due => "deadline",
        Field::MadeAt => "making",
        Field::SettledAt => "settling",
        Field::Effort => "effort",
        Field::Via => "channel",
        other => other.word(),
    }
}

/// Whether a new deadline was told when the old one had passed.
fn told_late(event: &Event) -> bool {
    let old = event.draft.changes.iter().find_map(|change| {
        let old = change.old.as_ref().filter(|_| change.field == Field::Due)?;
        Deadline::parse(old.text()?)
    });
    old.is_some_and(|old| old.has_passed(event.at))
}
