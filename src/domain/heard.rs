//! What the person behind a promise was told, version by version.

use chrono::{DateTime, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::event::{Event, EventKind, Field, Value};
use crate::domain::replay;

/// One version that the person heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// When.
    pub at: DateTime<Utc>,
    /// From whom; nobody means me.
    pub by: Option<String>,
    /// The deadline that they were given, if it was about that.
    pub due: Option<Deadline>,
    /// The words, where they were noted.
    pub text: Option<String>,
}

/// Every version that the person heard, in order: the promise as it was made, each new deadline
/// and owner that they were told of, each note of what they were told.
#[must_use]
pub fn versions(events: &[Event]) -> Vec<Heard> {
    let mut heard = Vec::new();
    let mut corrected: Option<usize> = None;
    for event in replay::in_effect(events) {
        let draft = &event.draft;
        let new_due = draft.changes.iter().find_map(|change| {
            let value = change.new.as_ref().filter(|_| change.field == Field::Due)?;
            Deadline::parse(value.text()?)
        });
        let told = draft.account.told == Some(true);
        match draft.kind {
            EventKind::Added => {
                corrected = Some(heard.len());
                let made_at = draft.changes.iter().find_map(|change| {
                    let value = change
                        .new
                        .as_ref()
                        .filter(|_| change.field == Field::MadeAt)?;
                    DateTime::from_timestamp(value.number()?, 0)
                });
                heard.push(Heard {
                    at: made_at.unwrap_or(event.at),
                    ..version(event, new_due)
                });
            }
            // A mistake in typing was never said.
            EventKind::Edited => {
                if let (Some(place), Some(due)) = (corrected, new_due)
                    && let Some(version) = heard.get_mut(place)
                {
                    version.due = Some(due);
                }
            }
            EventKind::Rescheduled => {
                corrected = told.then_some(heard.len());
                if told {
                    heard.push(version(event, new_due));
                }
            }
            _ if told => heard.push(version(event, None)),
            _ => {}
        }
    }
    heard
}

/// The deadlines that were heard, each once, where they do not agree.
#[must_use]
pub fn disagreement(heard: &[Heard]) -> Vec<&Deadline> {
    let mut deadlines: Vec<&Deadline> = Vec::new();
    for due in heard.iter().filter_map(|version| version.due.as_ref()) {
        if !deadlines.iter().any(|known| known.at() == due.at()) {
            deadlines.push(due);
        }
    }
    if deadlines.len() < 2 {
        deadlines.clear();
    }
    deadlines
}

fn version(event: &Event, due: Option<Deadline>) -> Heard {
    let draft = &event.draft;
    let owner = draft.changes.iter().find_map(|change| {
        let value = change
            .new
            .as_ref()
            .filter(|_| change.field == Field::Owner)?;
        value.text().map(str::to_owned)
    });
    // Who makes the promise says so first; later it is said who told.
    let by = match draft.kind {
        EventKind::Added => owner,
        _ => draft.account.teller.clone(),
    };
    let handed_to = match (draft.kind, draft.changes.first()) {
        (EventKind::HandedOff, Some(change)) => match change.new.as_ref().and_then(Value::text) {
            Some(name) => Some(format!("{name} answers for it now")),
            None => Some("I answer for it now".to_owned()),
        },
        _ => None,
    };
    Heard {
        at: event.at,
        by,
        due,
        text: draft.text.clone().or(handed_to),
    }
}
