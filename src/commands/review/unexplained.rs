//! Deadlines that another program moved, where nobody said why.

use chrono::{DateTime, Days, Utc};

use crate::commands::shared::filter::FilterArgs;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Field, Subject};
use crate::query::Query;
use crate::store::{Reader, Store};

/// For how long after a promise was settled its moves are asked about.
const DAYS: Days = Days::new(30);

/// The numbers of the promises with such a move; none where the config knows no causes.
pub fn promises(context: &Context, filter: &FilterArgs) -> anyhow::Result<Vec<i64>> {
    if context.settings()?.causes.value.is_empty() {
        return Ok(Vec::new());
    }
    // That there is no database was said already.
    let Some(store) = Store::open_to_read(context.paths.database()?)? else {
        return Ok(Vec::new());
    };
    let reader = store.reader();
    let mut query = Query::default();
    filter.narrow(context, reader, &mut query)?;
    let since = context.now.checked_sub_days(DAYS).unwrap_or(context.now);
    Ok(reader.unexplained(&query, since)?)
}

/// Such moves of one promise, oldest first.
pub fn moves(context: &Context, reader: Reader<'_>, promise: i64) -> anyhow::Result<Vec<i64>> {
    if context.settings()?.causes.value.is_empty() {
        return Ok(Vec::new());
    }
    Ok(reader.unexplained_moves(promise)?)
}

/// When the first of such moves was recorded, and the deadline before it.
pub fn first(
    reader: Reader<'_>,
    promise: i64,
    moves: &[i64],
) -> anyhow::Result<Option<(DateTime<Utc>, Option<Deadline>)>> {
    let Some(first) = moves.first() else {
        return Ok(None);
    };
    let events = reader.events(Subject::Promise(promise))?;
    let found = events.iter().find(|event| event.seq == *first);
    Ok(found.map(|event| {
        let mut changes = event.draft.changes.iter();
        let change = changes.find(|change| change.field == Field::Due);
        let old = change.and_then(|change| change.old.as_ref()?.text());
        (event.at, old.and_then(Deadline::parse))
    }))
}
