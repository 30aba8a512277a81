//! Whether a day can hold what is promised for it.

use chrono::{Days, NaiveDate};

use crate::context::Context;
use crate::domain::capacity::{Load, Schedule};
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, Promise};
use crate::failure::{Failure, Kind};
use crate::render::amounts::effort as words;
use crate::render::times::date as day;
use crate::store::Reader;

/// How far ahead a day with room is looked for.
const AHEAD: Days = Days::new(366);

/// Warns where the day of a deadline cannot hold the promises that are put there, and names the
/// next that can; refuses it where the config says so. Promises that are there already, theirs,
/// and those that a colleague answers for take no room. Says whether it warned.
pub fn check(
    context: &Context,
    reader: Reader<'_>,
    due: &Deadline,
    put: &[Promise],
) -> anyhow::Result<bool> {
    let Some((full, hint)) = overbooking(context, reader, due, put)? else {
        return Ok(false);
    };
    if context.settings()?.capacity.strict() {
        let mut failure = Failure::new(Kind::NotAllowed, full);
        failure.hints.extend(hint);
        return Err(failure.into());
    }
    context.output.warn(&full);
    if let Some(hint) = hint {
        context.output.hint(&hint);
    }
    Ok(true)
}

/// The same before anything is asked: what would be refused, and no warning yet.
pub fn rehearse(
    context: &Context,
    reader: Reader<'_>,
    due: &Deadline,
    put: &[Promise],
) -> anyhow::Result<()> {
    if context.settings()?.capacity.strict() {
        check(context, reader, due, put)?;
    }
    Ok(())
}

/// What is wrong with the day, and the next one with room.
fn overbooking(
    context: &Context,
    reader: Reader<'_>,
    due: &Deadline,
    put: &[Promise],
) -> anyhow::Result<Option<(String, Option<String>)>> {
    let settings = context.settings()?;
    let capacity = &settings.capacity;
    let zone = context.zone()?;
    let date = due.date_in(zone);
    let counted = put
        .iter()
        .filter(|promise| promise.direction == Direction::Mine && promise.owner.is_none());
    let put: Vec<&Promise> = counted.collect();
    let comes = put
        .iter()
        .any(|promise| promise.id == 0 || promise.due.date_in(zone) != date);
    if !capacity.is_limited() || !comes {
        return Ok(None);
    }
    let ids: Vec<i64> = put.iter().map(|promise| promise.id).collect();
    let until = date.checked_add_days(AHEAD).unwrap_or(date);
    let loads = reader.loads(date, until, zone, &ids)?;
    let load_of = |date: NaiveDate| -> Load { loads.get(&date).copied().unwrap_or_default() };
    let before = load_of(date);
    let after = put.iter().fold(before, |load, promise| {
        load.with(promise.effort_minutes.unwrap_or(0))
    });
    if !capacity.limit(date).is_overbooked(after) {
        return Ok(None);
    }
    let schedule = Schedule {
        now: zone.local(context.now),
        work: &settings.work,
        capacity,
        loads: &load_of,
    };
    let effort = after.effort_minutes.saturating_sub(before.effort_minutes);
    let next = schedule.next_with_room(date, effort);
    let limit = capacity.limit(date);
    let by_number = limit.promises.is_some_and(|most| after.promises > most);
    let full = match limit.effort_minutes {
        Some(most) if !by_number => format!(
            "{} is full: {} of {} are promised already, and this takes {}",
            day(date),
            words(before.effort_minutes),
            words(most),
            words(effort)
        ),
        _ => format!(
            "{} is full: {} promised already",
            day(date),
            before.promises
        ),
    };
    let hint = next.map(|free| format!("the next day with room is {}", day(free.date)));
    Ok(Some((full, hint)))
}
