//! A task that another program made, as a promise.

use std::collections::BTreeSet;

use crate::commands::shared::names;
use crate::commands::sync::doubt;
use crate::commands::sync::merge::{about, rank_after, remark};
use crate::commands::sync::met::Met;
use crate::commands::sync::outcome::{Did, Done};
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::EventKind;
use crate::domain::person::fold;
use crate::domain::promise::{
    Check, Direction, LONGEST_TEXT, LONGEST_WORD, Promise, State, check_text,
};
use crate::domain::sync::{Status, in_parts, named, next_rank};
use crate::phrase::Sense;
use crate::store::{Entry, Writing};

/// Records the promise that a task of another program is, or says why not.
pub fn task<'t>(
    run: &mut Run<'_>,
    writing: &mut Writing<'_>,
    task: &'t Task,
) -> anyhow::Result<Option<Met<'t>>> {
    let todo = &task.found.todo;
    if Status::of(todo.state) != Status::Open {
        // What was settled before anybody here knew of it was never promised here.
        return Ok(None);
    }
    let wanted = match wanted(run.context, writing, task)? {
        Ok(wanted) => wanted,
        Err(reason) => {
            run.outcome.done.push(Done::left(&task.item.name, reason));
            return Ok(None);
        }
    };
    let known = writing.reader().person_named(&wanted.name)?;
    let person = match known {
        Some(person) => person,
        None => names::add(writing, &wanted.name)?,
    };
    let at = task.changed_at(None, run.context.now);
    let made_at = task
        .found
        .created
        .unwrap_or(at)
        .min(at)
        .min(wanted.due.at());
    let promise = Promise {
        id: 0,
        uuid: task.uuid,
        what: todo.what.clone(),
        direction: Direction::Mine,
        person: person.id,
        owner: None,
        state: State::Open,
        first_due: wanted.due.clone(),
        negotiated_due: wanted.due.clone(),
        due: wanted.due,
        made_at,
        settled_at: None,
        via: None,
        tags: todo.tags.clone(),
        effort_minutes: None,
        standard: None,
        key: None,
        check: Check::default(),
        needs: BTreeSet::new(),
        reminders: BTreeSet::new(),
        series: None,
        corrections: 0,
        reschedules: 0,
        handoffs: 0,
        recorded_at: at,
    };
    let notes = todo.notes.as_deref().unwrap_or_default();
    let notes = in_parts(notes, LONGEST_TEXT);
    let promise = writing.bring_promise(promise, &notes)?;
    let names = person.folded_names();
    let person = person.name;
    let entry = Entry { promise, person };
    run.there.insert(entry.promise.id);
    if entry.promise.uuid.to_string() != task.uid() {
        run.uids.insert(entry.promise.uuid, task.uid().to_owned());
    }
    run.outcome.done.push(Done {
        file: Some(task.item.name.clone()),
        ..about(&entry, Did::Here(EventKind::Added))
    });
    doubt::guessed(run, task, &entry);
    if let Some(other) = &todo.person
        && !names.contains(&fold(other))
    {
        let counts = &entry.person;
        let reason = format!("its title names \"{counts}\", who counts, and not \"{other}\"");
        let left = remark(task, &entry, Did::Left, &reason);
        run.outcome.done.push(left);
    }
    Ok(Some(Met {
        task,
        promise: entry.promise.id,
        stale: false,
        needs: BTreeSet::new(),
        at,
        rank: rank_after(next_rank(None, at), notes.len() + 1),
    }))
}

/// What a task lacks until it is looked for.
struct Wanted {
    name: String,
    due: Deadline,
}

fn wanted(
    context: &Context,
    writing: &Writing<'_>,
    task: &Task,
) -> anyhow::Result<Result<Wanted, String>> {
    let settings = context.settings()?;
    let todo = &task.found.todo;
    if task.found.ours {
        // Without its history it would be another promise of the same identity, and poorer.
        let file = &task.item.name;
        return Ok(Err(format!(
            "promise wrote it, and its history is gone: promise import {file} takes it in"
        )));
    }
    if let Some(rule) = &task.found.rrule {
        return Ok(Err(format!(
            "it repeats by the rules of another program ({rule}): promise add --every"
        )));
    }
    if let Err(reason) = check_text(&todo.what, LONGEST_TEXT) {
        return Ok(Err(format!("its summary {reason}")));
    }
    for tag in &todo.tags {
        if let Err(reason) = check_text(tag, LONGEST_WORD) {
            return Ok(Err(format!("one of its categories {reason}")));
        }
    }
    let mut known = |name: &str| anyhow::Ok(writing.reader().person_named(name)?.is_some());
    let named = named(&todo.what, &settings.sync_names.value, &mut known)?;
    let name = named
        .or_else(|| todo.person.clone())
        .or_else(|| settings.sync_to.value.clone());
    let Some(name) = name.map(|name| name.trim().to_owned()) else {
        let remedy = settings.sync_names.value.first().map_or_else(
            || "set names or to in [sync]".to_owned(),
            |rule| format!("write {rule} there, or set to in [sync]"),
        );
        return Ok(Err(format!(
            "it does not say to whom it is promised: {remedy}"
        )));
    };
    if let Err(reason) = check_text(&name, LONGEST_WORD) {
        return Ok(Err(format!("the name of its person {reason}")));
    }
    let due = match (todo.due.clone(), &settings.due_default.value) {
        (Some(due), _) => due,
        (None, Some(phrase)) => {
            let flag = "due.default in the config";
            context
                .read_phrase(flag, phrase, Sense::Deadline, None)?
                .deadline
        }
        (None, None) => {
            return Ok(Err(
                "it has no deadline, and a promise needs one: set default in [due]".to_owned(),
            ));
        }
    };
    Ok(Ok(Wanted { name, due }))
}
