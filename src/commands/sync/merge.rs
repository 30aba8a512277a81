//! One task and its promise, brought together.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::commands::shared::series;
use crate::commands::sync::before::{Before, before};
use crate::commands::sync::met::Met;
use crate::commands::sync::outcome::{Agreed, Did, Done};
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::commands::sync::write::Beside;
use crate::commands::sync::{doubt, erase, new, person, write};
use crate::domain::event::{Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::promise::{LONGEST_TEXT, State};
use crate::domain::sync::{Clash, Edits, Shared, clashes, edits, unknown_lines};
use crate::exchange::history::Found;
use crate::exchange::ical::sayable;
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

/// The same, with the file of its task and what is to be said.
pub fn remark(task: &Task, entry: &Entry, did: Did, reason: &(impl ToString + ?Sized)) -> Done {
    Done {
        file: Some(task.item.name.clone()),
        reason: Some(reason.to_string()),
        ..about(entry, did)
    }
}

/// Brings a task and its promise together, but for its needs and its file; gives nothing where the
/// task is left alone.
pub fn task<'t>(
    run: &mut Run<'_>,
    writing: &mut Writing<'_>,
    task: &'t Task,
) -> anyhow::Result<Option<Met<'t>>> {
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
        return Ok(None);
    }
    let shared = match &task.history {
        Found::Newer(what) => {
            let reason = format!("a newer program wrote its history ({what})");
            run.outcome.done.push(left(reason));
            return Ok(None);
        }
        Found::Erased => {
            run.outcome.done.push(left(format!(
                "\"{}\" was forgotten on another machine: promise people forget does it here",
                entry.person
            )));
            let synced = write::synced(
                writing,
                &entry,
                &name,
                (&task.found.todo, &Beside::default()),
            )?;
            let hash = task.item.hash;
            let synced = Synced { hash, ..synced };
            writing.keep_synced(&run.folder, &synced)?;
            return Ok(None);
        }
        Found::Nothing => None,
        Found::History(shared) => Some(shared),
    };
    if let Err(reason) = doubt::check(run, shared) {
        run.outcome.done.push(left(reason));
        return Ok(None);
    }
    writing.rank(id)?;
    let mine = mine(run, writing, id, shared)?;
    let mut new = BTreeSet::new();
    if let Some(shared) = shared {
        match understood(writing.take_history(task.uuid, shared)?) {
            Ok((_, taken)) => {
                if !taken.is_empty() {
                    doubt::ahead(run, task, &entry, shared);
                }
                new.extend(taken);
            }
            Err(reason) => {
                run.outcome.done.push(left(reason));
                return Ok(None);
            }
        }
    }
    let (entry, edits, found, met) = take_edits(run, writing, task, entry, shared)?;
    if edits.settled && !found.is_empty() && entry.promise.state != State::Open {
        series::open_next(run.context, writing, &entry.promise)?;
    }
    new.extend(found);
    tell(run, writing, &entry, &mine, &new)?;
    Ok(Some(met))
}

/// A task that stands for no promise here.
fn unknown<'t>(
    run: &mut Run<'_>,
    writing: &mut Writing<'_>,
    task: &'t Task,
) -> anyhow::Result<Option<Met<'t>>> {
    let left = |reason: String| Done::left(&task.item.name, reason);
    let shared = match &task.history {
        Found::Nothing => return new::task(run, writing, task),
        Found::Erased => return Ok(None),
        Found::Newer(what) => {
            let reason = format!("a newer program wrote its history ({what})");
            run.outcome.done.push(left(reason));
            return Ok(None);
        }
        Found::History(shared) => shared,
    };
    if let Err(reason) = doubt::check(run, Some(shared)) {
        run.outcome.done.push(left(reason));
        return Ok(None);
    }
    let id = match understood(writing.take_history(task.uuid, shared)?) {
        Ok((id, _)) => id,
        Err(reason) => {
            run.outcome.done.push(left(reason));
            return Ok(None);
        }
    };
    let Some(entry) = writing.entry(id)? else {
        return Ok(None);
    };
    run.there.insert(id);
    run.outcome.done.push(Done {
        file: Some(task.item.name.clone()),
        ..about(&entry, Did::Here(EventKind::Added))
    });
    doubt::ahead(run, task, &entry, shared);
    // A program may have changed it since.
    let (entry, _, found, met) = take_edits(run, writing, task, entry, Some(shared))?;
    tell(run, writing, &entry, &BTreeSet::new(), &found)?;
    Ok(Some(met))
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
/// promise as it is then, the events that are new, and what is to come last.
fn take_edits<'t>(
    run: &mut Run<'_>,
    writing: &mut Writing<'_>,
    task: &'t Task,
    entry: Entry,
    shared: Option<&Shared>,
) -> anyhow::Result<(Entry, Edits, BTreeSet<i64>, Met<'t>)> {
    let before = before(run, writing, &entry, shared)?;
    let at = task.changed_at(before.at, run.context.now);
    let first = at.timestamp().max(before.rank.saturating_add(1));
    let (edits, brought) = found_out(run, writing, task, (&before, shared), (first, at))?;
    let met = Met {
        task,
        promise: entry.promise.id,
        stale: !edits.left.is_empty(),
        needs: before.plain.needs,
        at,
        rank: rank_after(first, brought.len()),
    };
    let found = writing.bring(&entry.promise, brought)?;
    let mut kinds = edits.drafts.iter().map(|draft| draft.kind);
    if !found.is_empty() && kinds.any(|kind| kind == EventKind::Rescheduled) {
        doubt::guessed(run, task, &entry);
    }
    for left in &edits.left {
        let left = remark(task, &entry, Did::Left, left.reason());
        run.outcome.done.push(left);
    }
    if let Some(rule) = &task.found.rrule {
        let reason = format!("it repeats there by a rule of that program alone ({rule})");
        let left = remark(task, &entry, Did::Left, &reason);
        run.outcome.done.push(left);
    }
    let entry = writing.entry(entry.promise.id)?.unwrap_or(entry);
    Ok((entry, edits, found, met))
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

/// The rank of what comes so many places after another.
pub fn rank_after(first: i64, places: usize) -> i64 {
    first.saturating_add(i64::try_from(places).unwrap_or(i64::MAX))
}

/// What another program did to a task, as events.
fn found_out(
    run: &Run<'_>,
    writing: &mut Writing<'_>,
    task: &Task,
    (before, shared): (&Before, Option<&Shared>),
    (first, at): (i64, DateTime<Utc>),
) -> anyhow::Result<(Edits, Vec<Brought>)> {
    let seen = task.seen();
    let check = run.options.check.as_ref();
    let mut edits = edits(
        &before.promise,
        &before.plain,
        &seen,
        (at, run.context.now),
        check,
    );
    let events = writing
        .reader()
        .events(Subject::Promise(before.promise.id))?;
    let known: Vec<String> = events
        .iter()
        .filter_map(|event| event.draft.text.as_deref())
        .map(sayable)
        .collect();
    let named = person::named(run, writing, task, (&before.promise, shared), &known)?;
    edits.drafts.extend(named.draft);
    let left = named.left.filter(|left| !edits.left.contains(left));
    edits.left.extend(left);
    let known = known.iter().map(String::as_str);
    for note in unknown_lines(&named.description, known, LONGEST_TEXT) {
        edits.drafts.push(Draft::note(&note));
    }
    let brought = edits.drafts.iter().enumerate();
    let brought = brought
        .map(|(place, draft)| Brought {
            rank: rank_after(first, place),
            at,
            draft: draft.clone(),
        })
        .collect();
    Ok((edits, brought))
}

/// Tells what came from there, and where both sides changed one field.
pub fn tell(
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
            is_for_another: names_person(event),
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

/// Whether a promise is somebody else's since an event.
fn names_person(event: &Event) -> bool {
    let mut changes = event.draft.changes.iter();
    event.draft.kind == EventKind::Edited && changes.any(|change| change.field == Field::Person)
}

/// The same with people by name: their numbers say nothing.
fn named(writing: &Writing<'_>, mut clash: Clash) -> anyhow::Result<Clash> {
    if clash.field == Field::Person {
        for value in [&mut clash.stands, &mut clash.yields].into_iter().flatten() {
            let id = value.number().unwrap_or_default();
            let name = writing.reader().name(id)?;
            *value = Value::Text(name.unwrap_or_default());
        }
    }
    Ok(clash)
}
