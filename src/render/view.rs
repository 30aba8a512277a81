//! What is shown of a promise, and its fields as values.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde_json::{Map, Value, json};

use crate::domain::deadline::Deadline;
use crate::domain::event::Note;
use crate::domain::promise::{Direction, Promise};
use crate::domain::reckoning::{Outcome, Standing};
use crate::domain::zone::Zone;
use crate::query::Field;
use crate::render::rfc3339;

/// A promise with all that is needed to show it.
#[derive(Clone, Debug)]
pub struct View {
    /// The promise.
    pub promise: Promise,
    /// The name of its person.
    pub person: String,
    /// Its owner's name, mine where nobody else is named.
    pub owner: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// Its notes, oldest first.
    pub notes: Vec<Note>,
    /// The numbers of the promises that it depends on.
    pub needs: Vec<i64>,
    /// The deadline's zone, in which its times are shown.
    pub zone: Zone,
    /// The date there.
    pub today: NaiveDate,
}

impl View {
    /// A moment in the deadline's zone.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.zone.offset(at))
    }

    /// The value of a field as JSON has it.
    #[must_use]
    pub fn value(&self, field: Field) -> Value {
        let promise = &self.promise;
        let named = |direction| (promise.direction == direction).then_some(&self.person);
        let due = |deadline: &Deadline| json!(rfc3339(deadline.with_offset()));
        let at = |at: DateTime<Utc>| rfc3339(self.local(at));
        let series = promise.series.as_ref();
        match field {
            Field::Id => json!(promise.id),
            Field::Uuid => json!(promise.uuid.to_string()),
            Field::What => json!(promise.what),
            Field::Direction => json!(promise.direction.word()),
            Field::To => json!(named(Direction::Mine)),
            Field::From => json!(named(Direction::Theirs)),
            Field::Owner => json!(self.owner),
            Field::State => json!(promise.state.word()),
            Field::Due => due(&promise.due),
            Field::DueWholeDay => json!(promise.due.is_whole_day()),
            Field::Zone => json!(promise.due.zone()),
            Field::FirstDue => due(&promise.first_due),
            Field::FirstDueWholeDay => json!(promise.first_due.is_whole_day()),
            Field::MadeAt => json!(at(promise.made_at)),
            Field::SettledAt => json!(promise.settled_at.map(at)),
            Field::FirstOutcome => json!(self.standing.first_outcome.map(Outcome::word)),
            Field::Outcome => json!(self.standing.outcome.map(Outcome::word)),
            Field::Overdue => json!(self.standing.overdue),
            Field::SecondsLate => json!(self.standing.seconds_late),
            Field::AtRisk => json!(!self.standing.risks.is_empty()),
            Field::RiskReasons => json!(self.standing.risks),
            Field::Via => json!(promise.via),
            Field::Tags => json!(promise.tags),
            Field::EffortMinutes => json!(promise.effort_minutes),
            Field::Standard => json!(promise.standard),
            Field::Key => json!(promise.key),
            Field::Corrections => json!(promise.corrections),
            Field::Needs => json!(self.needs),
            Field::CheckDue => json!(
                promise
                    .check
                    .due
                    .as_ref()
                    .map(|due| rfc3339(due.with_offset()))
            ),
            Field::Satisfied => json!(promise.check.satisfied),
            Field::Rating => json!(promise.check.rating),
            Field::Every => json!(series.and_then(|series| series.every.as_ref())),
            Field::Series => json!(series.map(|series| series.uuid.to_string())),
            Field::Occurrence => json!(series.map(|series| series.occurrence)),
            Field::EveryUntil => json!(
                series
                    .and_then(|series| series.until)
                    .map(|date| date.to_string())
            ),
            Field::EveryTimes => json!(series.and_then(|series| series.times)),
            Field::Remind => json!(promise.reminders),
            Field::Reschedules => json!(promise.reschedules),
            Field::Handoffs => json!(promise.handoffs),
            Field::Notes => {
                let notes = self.notes.iter();
                notes
                    .map(|note| {
                        json!({
                            "at": at(note.at),
                            "text": note.text,
                            "told": note.told,
                            "teller": note.teller,
                        })
                    })
                    .collect()
            }
        }
    }

    /// The promise in JSON, with the fields asked for in their order.
    #[must_use]
    pub fn json(&self, fields: &[Field]) -> Value {
        let pairs = fields
            .iter()
            .map(|field| (field.word().to_owned(), self.value(*field)));
        Value::Object(pairs.collect::<Map<_, _>>())
    }
}
