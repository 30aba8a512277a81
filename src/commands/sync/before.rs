//! What a file showed before another program changed it.

use chrono::{DateTime, Utc};

use crate::commands::sync::run::Run;
use crate::domain::event::Event;
use crate::domain::promise::Promise;
use crate::domain::replay;
use crate::domain::sync::{Plain, Shared};
use crate::exchange::ical::Todo;
use crate::exchange::plain;
use crate::store::{Entry, Writing};

/// What a file showed before another program changed it.
pub struct Before {
    /// The promise that it showed.
    pub promise: Promise,
    /// The same as any program saw it.
    pub plain: Plain,
    /// The greatest rank of what was known when it was written.
    pub rank: i64,
    /// The last moment of what was known then, in UTC.
    pub at: Option<DateTime<Utc>>,
}

/// What the file showed when one of us wrote it: what the history in it says, or else what was
/// kept here.
pub fn before(
    run: &Run<'_>,
    writing: &Writing<'_>,
    entry: &Entry,
    shared: Option<&Shared>,
) -> anyhow::Result<Before> {
    let promise = &entry.promise;
    let events = writing.reader().ranked_events(promise.id)?;
    let synced = run.known.get(&promise.id).map(|known| &known.synced);
    let told: Vec<&(Event, Option<i64>)> = events
        .iter()
        .enumerate()
        .filter(|(place, (event, _))| match (shared, synced) {
            (Some(shared), _) => shared.has(event.uuid),
            (None, Some(synced)) => event.seq <= synced.last_event,
            (None, None) => *place == 0,
        })
        .map(|(_, told)| told)
        .collect();
    let rank = told.iter().filter_map(|(_, rank)| *rank).max();
    let at = told.iter().map(|(event, _)| event.at).max();
    let now = entry.promise.clone();
    let (promise, plain) = match (shared, synced) {
        (Some(_), _) => {
            let told: Vec<Event> = told.iter().map(|(event, _)| event.clone()).collect();
            let shown = replay::promise(promise.id, promise.uuid, &told).unwrap_or(now);
            let plain = plain_of(writing, &shown)?;
            (shown, plain)
        }
        (None, Some(synced)) => {
            let plain = plain::kept(&synced.plain);
            let plain = plain.map_or_else(|| plain_of(writing, &now), Ok)?;
            (now, plain)
        }
        (None, None) => {
            let plain = plain_of(writing, &now)?;
            (now, plain)
        }
    };
    Ok(Before {
        promise,
        plain,
        rank: rank.unwrap_or_default(),
        at,
    })
}

/// A promise as any program sees it once it is written.
fn plain_of(writing: &Writing<'_>, promise: &Promise) -> anyhow::Result<Plain> {
    let person = writing.reader().person(promise.person)?;
    let todo = person.map(|person| Todo::of(promise, &person, None, Vec::new()));
    Ok(plain::of(&todo.unwrap_or_else(|| Todo::new(""))))
}
