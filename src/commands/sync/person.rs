//! Whom a task is for, where another program names somebody else since one of us wrote it.

use crate::commands::shared::names;
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::domain::event::{Draft, EventKind};
use crate::domain::person::fold;
use crate::domain::promise::{LONGEST_WORD, Promise, State, check_text};
use crate::domain::sync::{Left, Shared, squeezed};
use crate::domain::transitions;
use crate::exchange::ical::{line_of_person, sayable};
use crate::exchange::plain;
use crate::store::Writing;

/// What a task says of its person.
#[derive(Default)]
pub struct Named {
    /// That it is for somebody else.
    pub draft: Option<Draft>,
    /// What of it is not taken over.
    pub left: Option<Left>,
    /// DESCRIPTION without the line that names the person.
    pub description: String,
}

/// Finds out whom a task names that showed a promise before. The name is found or recorded as that
/// of a new task is; one that stands in DESCRIPTION alone may be any text, and has to be known.
/// `texts` are the lines that are known of the promise.
pub fn named(
    run: &Run<'_>,
    writing: &mut Writing<'_>,
    task: &Task,
    (before, shared): (&Promise, Option<&Shared>),
    texts: &[String],
) -> anyhow::Result<Named> {
    let todo = &task.found.todo;
    let mut named = Named {
        description: todo.notes.clone().unwrap_or_default(),
        ..Named::default()
    };
    let old_names = names_before(run, writing, task, (before, shared))?;
    let is_before = |name: &str| old_names.contains(&fold(name));
    let shown = task.found.named.as_deref().map(str::trim);
    let mut wanted = shown.filter(|name| !name.is_empty() && !is_before(name));
    if let Some((name, rest)) = line_of_person(todo.direction, todo.notes.as_deref()) {
        let is_said = is_before(name) || wanted.is_some_and(|wanted| fold(wanted) == fold(name));
        let line = named.description.lines().next().map(squeezed);
        let is_text = || {
            let mut lines = texts.iter().flat_map(|text| text.lines());
            lines.any(|text| Some(squeezed(text)) == line)
        };
        if is_said {
            rest.clone_into(&mut named.description);
        } else if wanted.is_none() && !is_text() && writing.reader().person_named(name)?.is_some() {
            wanted = Some(name);
            rest.clone_into(&mut named.description);
        }
    }
    let Some(name) = wanted else {
        named.left = left_to_attend(run, task, before.id);
        return Ok(named);
    };
    if before.state == State::Void {
        named.left = Some(Left::Void);
        return Ok(named);
    }
    if check_text(name, LONGEST_WORD).is_err() {
        named.left = Some(Left::Person);
        return Ok(named);
    }
    let person = match writing.reader().person_named(name)? {
        Some(person) => person,
        None => names::add(writing, name)?,
    };
    let after = Promise {
        person: person.id,
        ..before.clone()
    };
    let draft = transitions::draft(EventKind::Edited, before, &after);
    named.draft = Some(draft).filter(|draft| !draft.changes.is_empty());
    Ok(named)
}

/// What the person was called in the file when one of us wrote it, as names are compared.
fn names_before(
    run: &Run<'_>,
    writing: &Writing<'_>,
    task: &Task,
    (before, shared): (&Promise, Option<&Shared>),
) -> anyhow::Result<Vec<String>> {
    if let Some(own) = &task.found.own_name {
        return Ok(vec![fold(own)]);
    }
    let synced = run.known.get(&before.id).map(|known| &known.synced.name);
    if let (None, Some(name)) = (shared, synced) {
        return Ok(vec![fold(&sayable(name))]);
    }
    let Some(person) = writing.reader().person(before.person)? else {
        return Ok(Vec::new());
    };
    let told = shared.and_then(|shared| shared.people.get(&person.uuid));
    let names = std::iter::once(&person.name).chain(told);
    Ok(names.map(|name| fold(&sayable(name))).collect())
}

/// Whether somebody else attends since it was last synced: that is between those programs, and
/// told.
fn left_to_attend(run: &Run<'_>, task: &Task, promise: i64) -> Option<Left> {
    let known = run.known.get(&promise)?;
    let before = plain::kept(&known.synced.plain)?.attends?;
    let now = task.found.attends.as_deref()?;
    (fold(now) != fold(&before)).then_some(Left::Attends)
}
