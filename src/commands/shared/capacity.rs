//! Whether a day can hold one more promise.

use chrono::{Days, NaiveDate};

use crate::context::Context;
use crate::domain::capacity::Schedule;
use crate::domain::deadline::Deadline;
use crate::failure::{Failure, Kind};
use crate::store::Reader;

/// How far ahead a day with room is looked for.
const AHEAD: Days = Days::new(366);

/// What is to be promised for which day.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    date: NaiveDate,
    effort_minutes: u32,
}

impl Day {
    /// A promise of some effort by a deadline.
    pub fn of(due: &Deadline, effort_minutes: Option<u32>) -> Self {
        Self {
            date: due.date(),
            effort_minutes: effort_minutes.unwrap_or(0),
        }
    }
}

/// Warns where a day cannot hold one more, and names the next that can; refuses it where the
/// config says so. Promises that are moved do not count where they were.
pub fn check(context: &Context, reader: Reader<'_>, day: Day, moved: &[i64]) -> anyhow::Result<()> {
    let settings = context.settings()?;
    let capacity = &settings.capacity;
    if !capacity.is_limited() {
        return Ok(());
    }
    let until = day.date.checked_add_days(AHEAD).unwrap_or(day.date);
    let loads = reader.loads(day.date, until, moved)?;
    let load_of = |date: NaiveDate| loads.get(&date).copied().unwrap_or_default();
    let load = load_of(day.date);
    if capacity.limit(day.date).has_room(load, day.effort_minutes) {
        return Ok(());
    }
    let schedule = Schedule {
        now: context.zone()?.local(context.now),
        work: &settings.work,
        capacity,
        loads: &load_of,
    };
    let next = schedule.next_with_room(day.date, day.effort_minutes);
    let full = format!(
        "{} is full: {} promised already",
        day.date.format("%a %-d %b %Y"),
        load.promises
    );
    let hint = next.map(|free| {
        format!(
            "the next day with room is {}",
            free.date.format("%a %-d %b %Y")
        )
    });
    if capacity.strict() {
        let mut failure = Failure::new(Kind::NotAllowed, full);
        failure.hints.extend(hint);
        return Err(failure.into());
    }
    context.output.warn(&full);
    if let Some(hint) = hint {
        context.output.hint(&hint);
    }
    Ok(())
}
