//! Appointments (`VEVENT`), for an import: what was arranged with whom for when.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::component::Component;
use super::parse::Mistake;
use super::reading::{Reading, only};
use super::todo;
use crate::domain::deadline::Deadline;

/// What of an appointment makes a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The `UID`; empty where there is none.
    pub uid: String,
    /// The line of the file that it began on, from 1.
    pub line: usize,
    /// `SUMMARY`; empty where there is none.
    pub what: String,
    /// `DESCRIPTION`.
    pub notes: Option<String>,
    /// `LOCATION`.
    pub place: Option<String>,
    /// Who else attends: the first who is not the organiser.
    pub person: Option<String>,
    /// The person's address for mail.
    pub email: Option<String>,
    /// `CATEGORIES`.
    pub tags: BTreeSet<String>,
    /// Until when the promise can be kept: the start of an appointment with a time, the last
    /// day of one of whole days.
    pub due: Option<Deadline>,
    /// Whether it was called off (`STATUS:CANCELLED`).
    pub cancelled: bool,
    /// When it was made: `CREATED`.
    pub created: Option<DateTime<Utc>>,
    /// The rule by which it repeats: `RRULE`, as it stands there. [`super::repeat`] reads the
    /// simple ones.
    pub rrule: Option<String>,
    /// What was guessed.
    pub warnings: Vec<Mistake>,
}

impl Event {
    /// Reads an appointment of any program. Refused where a date makes no sense.
    pub fn read(component: &Component, reading: &Reading<'_>) -> Result<Self, Mistake> {
        let mut warnings = Vec::new();
        let status = component.first("STATUS").map(|own| own.value().trim());
        Ok(Self {
            uid: component.text("UID").unwrap_or_default(),
            line: component.line(),
            what: component.text("SUMMARY").unwrap_or_default(),
            notes: component.text("DESCRIPTION"),
            place: component.text("LOCATION"),
            person: todo::person(component),
            email: todo::email(component),
            tags: todo::tags(component),
            due: due(component, reading, &mut warnings)?,
            cancelled: status.is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")),
            created: todo::moment(component, "CREATED"),
            rrule: component.first("RRULE").map(|rule| rule.value().to_owned()),
            warnings,
        })
    }
}

fn due(
    component: &Component,
    reading: &Reading<'_>,
    warnings: &mut Vec<Mistake>,
) -> Result<Option<Deadline>, Mistake> {
    let Some(start) = only(component, "DTSTART", warnings) else {
        return Ok(None);
    };
    let start = reading.deadline(start, None, warnings)?;
    if !start.is_whole_day() {
        return Ok(Some(start));
    }
    // The end is the day after the last one.
    let end = reading.end(component, "DTEND", None, warnings)?;
    let last = end.filter(|end| end.is_whole_day() && end.date() > start.date());
    Ok(last
        .and_then(|end| Deadline::day(end.date().pred_opt()?, reading.zone()))
        .or(Some(start)))
}
