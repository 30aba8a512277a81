//! One task and its promise, brought together.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::commands::shared::series;
use crate::commands::sync::outcome::{Agreed, Did, Done, Job};
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::commands::sync::{erase, new, write};
use crate::domain::event::{Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::promise::{LONGEST_TEXT, Promise, State};
use crate::domain::replay;
use crate::domain::sync::{Clash, Edits, Plain, Shared, clashes, edits, in_parts, unknown_lines};
use crate::exchange::history::Found;
use crate::exchange::ical::{Todo, sayable};
use crate::exchange::plain;
use crate::store::{Brought, Entry, Synced, Taken, Writing};

/// Something about a promise.
pub fn about(entry: &Entry, did: Did) -> Done {
    Done {
        id: Some(entry.promise.id),
        uuid: Some(entry.promise.uuid),
        what: Some(entry.promise.what.clone()),
        agreed: Some(Agreed {
            direction: entry.promise.direction,
            person: entry.person.clone(),
            due: entry.promise.due.clone(),
        }),
        ..Done::new(did)
    }
}

/// What a file showed before another program changed it.
struct Before {
    /// The promise that it showed.
    promise: Promise,
    /// The same as any program saw it.
    plain: Plain,
    /// What was known when it was written: the greatest rank, and the last moment.
    rank: i64,
    at: Option<DateTime<Utc>>,
}

/// Brings a task and its promise together.
pub fn task(run: &mut Run<'_>, writing: &mut Writing<'_>, task: &Task) -> anyhow::Result<()> {
    let Some(entry) = writing.reader().promise_by_uuid(task.uuid)? else {
        return unknown(run, writing, task);
    };
    let id = entry.promise.id;
    run.there.insert(id);
    let name = task.item.name.clone();
    let left = |reason: String| Done {
        file: Some(name.clone()),
        reason: Some(reason),
        ..about(&entry, Did::Left)
    };
    let person = writing.reader().person(entry.promise.person)?;
    if person.is_some_and(|person| person.forgotten) {
        if task.history != Found::Erased {
            erase::task(run, task)?;
        }
        return Ok(());
    }
    let shared = match &task.history {
        Found::Newer(what) => {
            let reason = format!("a newer program wrote its history ({what})");
            run.outcome.done.push(left(reason));
            return Ok(());
        }
        Found::Erased => {
            run.outcome.done.push(left(format!(
                "\"{}\" was forgotten on another machine: promise people forget does it here",
                entry.person
            )));
            let synced = write::synced(writing, &entry, &name, &task.found.todo)?;
            let hash = task.item.hash;
            let synced = Synced { hash, ..synced };
            writing.keep_synced(&run.folder, &synced)?;
            return Ok(());
        }
        Found::Nothing => None,
        Found::History(shared) => Some(shared),
    };
    writing.rank(id)?;
    let mine = mine(run, writing, id, shared)?;
    let mut new = BTreeSet::new();
    if let Some(shared) = shared {
        match understood(writing.take_history(task.uuid, shared)?) {
            Ok((_, taken)) => new.extend(taken),
            Err(reason) => {
                run.outcome.done.push(left(reason));
                return Ok(());
            }
        }
    }
    let (entry, edits, found) = take_edits(run, writing, task, entry, shared)?;
    let was_ticked = edits
        .drafts
        .iter()
        .any(|draft| matches!(draft.kind, EventKind::Kept | EventKind::Released));
    if was_ticked && !found.is_empty() && entry.promise.state != State::Open {
        series::open_next(run.context, writing, &entry.promise)?;
    }
    new.extend(found);
    tell(run, writing, &entry, &mine, &new)?;
    finish(run, writing, &entry, task, !edits.left.is_empty())
}

/// A task that stands for no promise here.
fn unknown(run: &mut Run<'_>, writing: &mut Writing<'_>, task: &Task) -> anyhow::Result<()> {
    let left = |reason: String| Done::left(&task.item.name, reason);
    let shared = match &task.history {
        Found::Nothing => return new::task(run, writing, task),
        Found::Erased => return Ok(()),
        Found::Newer(what) => {
            let reason = format!("a newer program wrote its history ({what})");
            run.outcome.done.push(left(reason));
            return Ok(());
        }
        Found::History(shared) => shared,
    };
    let id = match understood(writing.take_history(task.uuid, shared)?) {
        Ok((id, _)) => id,
        Err(reason) => {
            run.outcome.done.push(left(reason));
            return Ok(());
        }
    };
    let Some(entry) = writing.entry(id)? else {
        return Ok(());
    };
    run.there.insert(id);
    run.outcome.done.push(Done {
        file: Some(task.item.name.clone()),
        ..about(&entry, Did::Here(EventKind::Added))
    });
    // A program may have changed it since.
    let (entry, edits, found) = take_edits(run, writing, task, entry, Some(shared))?;
    tell(run, writing, &entry, &BTreeSet::new(), &found)?;
    finish(run, writing, &entry, task, !edits.left.is_empty())
}

/// The promise and the events that a history brought; else why it did not.
fn understood(taken: Taken) -> Result<(i64, BTreeSet<i64>), String> {
    match taken {
        Taken::Done(id, new) => Ok((id, new)),
        Taken::Forgotten => Err("it names a person who was forgotten here".to_owned()),
        Taken::Bad(reason) => Err(format!("its history makes no sense: {reason}")),
    }
}

/// Records what another program did to a task, and tells what of it is left as it is. Gives the
/// promise as it is then, and the events that are new.
fn take_edits(
    run: &mut Run<'_>,
    writing: &mut Writing<'_>,
    task: &Task,
    entry: Entry,
    shared: Option<&Shared>,
) -> anyhow::Result<(Entry, Edits, BTreeSet<i64>)> {
    let before = before(run, writing, &entry, shared)?;
    let (edits, brought) = found_out(run, writing, task, &before)?;
    let found = writing.bring(&entry.promise, brought)?;
    for left in &edits.left {
        run.outcome.done.push(Done {
            file: Some(task.item.name.clone()),
            reason: Some(left.reason().to_owned()),
            ..about(&entry, Did::Left)
        });
    }
    let entry = writing.entry(entry.promise.id)?.unwrap_or(entry);
    Ok((entry, edits, found))
}

/// The events that only this machine knows.
fn mine(
    run: &Run<'_>,
    writing: &Writing<'_>,
    id: i64,
    shared: Option<&Shared>,
) -> anyhow::Result<BTreeSet<i64>> {
    let events = writing.reader().events(Subject::Promise(id))?;
    let synced = run
        .known
        .get(&id)
        .map_or(i64::MAX, |known| known.synced.last_event);
    let is_mine = |event: &&Event| match shared {
        Some(shared) => !shared.has(event.uuid),
        None => event.seq > synced,
    };
    Ok(events
        .iter()
        .filter(is_mine)
        .map(|event| event.seq)
        .collect())
}

/// What the file showed when one of us wrote it: what the history in it says, or else what was
/// kept here.
fn before(
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

/// What another program did to a task, as events.
fn found_out(
    run: &Run<'_>,
    writing: &Writing<'_>,
    task: &Task,
    before: &Before,
) -> anyhow::Result<(Edits, Vec<Brought>)> {
    let at = task.changed_at(before.at, run.context.now);
    let seen = task.seen(run.context.now);
    let check = run.options.check.as_ref();
    let mut edits = edits(&before.promise, &before.plain, &seen, at, check);
    let events = writing
        .reader()
        .events(Subject::Promise(before.promise.id))?;
    let known: Vec<String> = events
        .iter()
        .filter_map(|event| event.draft.text.as_deref())
        .map(sayable)
        .collect();
    let lines = unknown_lines(&seen.description, known.iter().map(String::as_str));
    let notes = lines.map(|lines| in_parts(&lines, LONGEST_TEXT));
    for note in notes.into_iter().flatten() {
        edits.drafts.push(Draft::note(&note));
    }
    let first = at.timestamp().max(before.rank.saturating_add(1));
    let brought = (first..)
        .zip(&edits.drafts)
        .map(|(rank, draft)| Brought {
            rank,
            at,
            draft: draft.clone(),
        })
        .collect();
    Ok((edits, brought))
}

/// Tells what came from there, and where both sides changed one field.
fn tell(
    run: &mut Run<'_>,
    writing: &Writing<'_>,
    entry: &Entry,
    mine: &BTreeSet<i64>,
    new: &BTreeSet<i64>,
) -> anyhow::Result<()> {
    let events = writing
        .reader()
        .events(Subject::Promise(entry.promise.id))?;
    for event in events.iter().filter(|event| new.contains(&event.seq)) {
        run.outcome.done.push(Done {
            reason: event.draft.text.clone(),
            ..about(entry, Did::Here(event.draft.kind))
        });
    }
    let side = |event: &Event| match (mine.contains(&event.seq), new.contains(&event.seq)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    for clash in clashes(&events, &side) {
        let whose = if clash.mine_stands { "here" } else { "there" };
        run.outcome.done.push(Done {
            clash: Some(named(writing, clash)?),
            reason: Some(format!("changed later {whose}")),
            ..about(entry, Did::Clash)
        });
    }
    Ok(())
}

/// The same with people by name: their numbers say nothing.
fn named(writing: &Writing<'_>, mut clash: Clash) -> anyhow::Result<Clash> {
    if clash.field == Field::Person {
        for value in [&mut clash.stands, &mut clash.yields].into_iter().flatten() {
            let id = value.number().unwrap_or_default();
            let person = writing.reader().person(id)?;
            *value = Value::Text(person.map_or_else(String::new, |person| person.name));
        }
    }
    Ok(clash)
}

/// Writes the file where it lacks anything, takes it away where its time is over, and otherwise
/// keeps in mind how it is.
pub fn finish(
    run: &mut Run<'_>,
    writing: &mut Writing<'_>,
    entry: &Entry,
    task: &Task,
    stale: bool,
) -> anyhow::Result<()> {
    let promise = &entry.promise;
    writing.rank(promise.id)?;
    let shared = writing.reader().shared(promise.id)?;
    let told = match &task.history {
        Found::History(told) => Some(told),
        _ => None,
    };
    let lacks = shared
        .events
        .iter()
        .any(|ranked| !told.is_some_and(|told| told.has(ranked.event.uuid)));
    let known = run.known.get(&promise.id).map(|known| &known.synced);
    let renamed = known.is_some_and(|synced| synced.name != entry.person);
    let uid = task.uid().to_owned();
    let name = task.item.name.clone();
    let hash = task.item.hash;
    let is_over = promise.state != State::Open
        && promise.settled_at.is_some_and(|at| at < run.since)
        && uid == promise.uuid.to_string();
    if is_over && !lacks && !stale {
        run.outcome.done.push(Done {
            file: Some(name.clone()),
            ..about(entry, Did::Removed)
        });
        run.outcome.jobs.push(Job::Remove {
            name,
            before: hash,
            promise: promise.id,
        });
        return Ok(());
    }
    if lacks || stale || renamed {
        let (text, todo) = run.text(writing, entry, &uid, &shared, task.calendar.clone())?;
        if text.as_bytes() != task.item.bytes {
            // Its UID is to be known before its file is written: a kill between the two must not
            // make a second task of a promise that another program began.
            if known.is_none() {
                let found = write::synced(writing, entry, &name, &task.found.todo)?;
                writing.keep_synced(&run.folder, &found)?;
            }
            return run.put(writing, entry, (&name, Some(hash)), text, &todo);
        }
    }
    let synced = write::synced(writing, entry, &name, &task.found.todo)?;
    let synced = Synced { hash, ..synced };
    writing.keep_synced(&run.folder, &synced)?;
    Ok(())
}
