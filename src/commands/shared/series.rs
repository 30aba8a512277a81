//! Repeating promises: settling one occurrence opens the next.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::commands::shared::settle;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Check, Promise, Series, State};
use crate::domain::recurrence::{Occurrence, Rule};
use crate::domain::sync::of_occurrence;
use crate::domain::transitions::Refused;
use crate::domain::zone::{ClockChange, Zone};
use crate::failure::Failure;
use crate::phrase;
use crate::store::{Reader, Writing};

/// The rule that `--every` names.
pub fn rule(text: &str) -> Result<Rule, Failure> {
    phrase::every(text).map_err(|refusal| Failure::phrase("--every", text, &refusal))
}

/// The first deadline of a series that is not told one: the first day that the rule names.
pub fn first_deadline(context: &Context, rule: Rule) -> anyhow::Result<Deadline> {
    let zone = context.zone()?;
    let work = &context.settings()?.work;
    let first = rule.first_after(zone.local(context.now), work);
    first
        .and_then(|first| deadline(context, first, zone))
        .ok_or_else(|| Failure::usage("--every names no day that could come").into())
}

fn deadline(context: &Context, occurrence: Occurrence, zone: &Zone) -> Option<Deadline> {
    let (deadline, change) = occurrence.deadline(zone)?;
    let said = match change {
        ClockChange::None => return Some(deadline),
        ClockChange::Skipped => "clocks skip that time: the first moment after it is taken",
        ClockChange::Twice => "that time happens twice: the first is taken",
    };
    context.output.note(said);
    Some(deadline)
}

/// Opens the occurrence after one that was just settled, where the series goes on.
pub fn open_next(
    context: &Context,
    writing: &mut Writing<'_>,
    settled: &Promise,
) -> anyhow::Result<Option<Promise>> {
    let Some(series) = &settled.series else {
        return Ok(None);
    };
    let Some(every) = &series.every else {
        return Ok(None);
    };
    let next = series.occurrence + 1;
    if series.times.is_some_and(|times| next > times)
        || later(writing.reader(), series.uuid, series.occurrence)?.is_some()
    {
        return Ok(None);
    }
    let Ok(rule) = phrase::every(every) else {
        return Ok(None);
    };
    let first = first_date(writing.reader(), series.uuid)?.unwrap_or(settled.first_due.date());
    let work = &context.settings()?.work;
    // Counted from the first, so that a deadline that was corrected does not move the series.
    let mut occurrence = rule.next(first, first, work);
    for _ in 1..series.occurrence {
        occurrence = occurrence.and_then(|last| rule.next(first, last.date, work));
    }
    let Some(occurrence) = occurrence else {
        return Ok(None);
    };
    if series.until.is_some_and(|until| occurrence.date > until) {
        return Ok(None);
    }
    // A series lives in the zone that it was promised in, and keeps its wall time there.
    let zone = context.zone_named(settled.first_due.zone());
    let Some(due) = deadline(context, occurrence, &zone) else {
        return Ok(None);
    };
    let promise = Promise {
        id: 0,
        uuid: free_identity(writing.reader(), series.uuid, next)?,
        state: State::Open,
        first_due: due.clone(),
        negotiated_due: due.clone(),
        due,
        // It was promised when the series was; one that was missed can be settled for its day.
        settled_at: None,
        key: None,
        check: Check::default(),
        series: Some(Series {
            occurrence: next,
            ..series.clone()
        }),
        corrections: 0,
        reschedules: 0,
        handoffs: 0,
        recorded_at: context.now,
        ..settled.clone()
    };
    Ok(Some(writing.add_promise(promise)?))
}

/// Refuses to open a promise again whose next occurrence was opened: exactly one is open at a
/// time.
pub fn refuse_second(
    context: &Context,
    reader: Reader<'_>,
    promise: &Promise,
) -> anyhow::Result<()> {
    let Some(series) = &promise.series else {
        return Ok(());
    };
    match later(reader, series.uuid, series.occurrence)? {
        None => Ok(()),
        Some(next) => {
            let refused = Refused::NextIsOpen { next: next.id };
            Err(settle::refusal(context, promise, &refused))
        }
    }
}

/// The occurrence after another one of a series that is not void, if it was opened.
pub fn later(reader: Reader<'_>, series: Uuid, occurrence: u32) -> anyhow::Result<Option<Promise>> {
    let entries = reader.series(series)?;
    let later = entries
        .into_iter()
        .map(|entry| entry.promise)
        .find(|promise| {
            let place = promise
                .series
                .as_ref()
                .map_or(0, |series| series.occurrence);
            place > occurrence && promise.state != State::Void
        });
    Ok(later)
}

/// The identity of an occurrence: the same on every machine that opens it, and another once it
/// was void here.
fn free_identity(reader: Reader<'_>, series: Uuid, occurrence: u32) -> anyhow::Result<Uuid> {
    let mut attempt = 0;
    loop {
        let uuid = of_occurrence(series, occurrence, attempt);
        if reader.promise_by_uuid(uuid)?.is_none() {
            return Ok(uuid);
        }
        attempt += 1;
    }
}

fn first_date(reader: Reader<'_>, series: Uuid) -> anyhow::Result<Option<NaiveDate>> {
    let first = reader.promise_by_uuid(series)?;
    Ok(first.map(|first| first.promise.first_due.date()))
}
