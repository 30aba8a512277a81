//! Histories that came from elsewhere: whether their times can be meant.

use chrono::{DateTime, Datelike as _, TimeDelta, Utc};

use crate::context::Context;
use crate::domain::deadline::{Deadline, YEARS};
use crate::domain::event::{Change, Field, Value};
use crate::domain::record::EventRecord;

/// Clocks of machines that work together differ by less: what lies further ahead is told.
const SKEW: TimeDelta = TimeDelta::hours(1);

/// Why the times of a history cannot be meant: a year that no format can say, or an offset that
/// its zone never had.
pub fn check_times<'e>(
    context: &Context,
    events: impl Iterator<Item = &'e EventRecord>,
) -> Result<(), String> {
    for event in events {
        check_moment("an event", event.at)?;
        for Change { field, new, .. } in &event.changes {
            let text = new.as_ref().and_then(Value::text);
            match (field, text, moment(*field, new.as_ref())) {
                (Field::Due | Field::Check, Some(text), _) => {
                    // What is no deadline at all the replay refuses.
                    if let Some(due) = Deadline::parse(text) {
                        check_deadline(context, &due)?;
                    }
                }
                (field, _, Some(at)) => check_moment(field.word(), at)?,
                _ => {}
            }
        }
    }
    Ok(())
}

fn check_deadline(context: &Context, due: &Deadline) -> Result<(), String> {
    let unfit = match context.find_zone_named(due.zone()) {
        Some(zone) => due.unfit_in(&zone),
        None => due.unfit(),
    };
    unfit.map_or(Ok(()), Err)
}

fn check_moment(what: &str, at: DateTime<Utc>) -> Result<(), String> {
    if YEARS.contains(&at.year()) {
        return Ok(());
    }
    Err(format!("{what} in the year {}", at.year()))
}

/// The moment that a change tells.
fn moment(field: Field, new: Option<&Value>) -> Option<DateTime<Utc>> {
    let is_moment = matches!(field, Field::MadeAt | Field::SettledAt);
    let seconds = new.and_then(Value::number).filter(|_| is_moment)?;
    DateTime::from_timestamp(seconds, 0)
}

/// What to say of a history that tells of times which have not come yet. It is taken in all the
/// same, as its order does not depend on clocks.
pub fn ahead<'e>(
    now: DateTime<Utc>,
    events: impl Iterator<Item = &'e EventRecord>,
) -> Option<String> {
    let moments = events.flat_map(|event| {
        let changes = event.changes.iter();
        let told = changes.filter_map(|change| moment(change.field, change.new.as_ref()));
        told.chain([event.at])
    });
    let last = moments.max().filter(|last| *last - now > SKEW)?;
    let last = last.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    Some(format!(
        "its history tells of {last}, which is in the future: look at the clocks of both machines"
    ))
}
