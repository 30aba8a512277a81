//! `promise undo` and `promise redo`: the newest step, taken back and put back.

use clap::Args;

use crate::commands::shared::print;
use crate::config::Format;
use crate::context::Context;
use crate::domain::event::{EventKind, Subject};
use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;
use crate::render::promises::direction;
use crate::render::{Look, View};
use crate::store::{Effect, Entry, Store};

/// Take back the newest step, whichever command or script made it
///
/// Nothing is erased: the history shows both. An undone add is void. promise log lists the steps,
/// promise redo puts the step back.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise undo
  promise log --limit 5 && promise undo")]
pub struct UndoArgs {}

/// Put back the step that undo took back last
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise undo && promise redo")]
pub struct RedoArgs {}

impl UndoArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        turn(context, EventKind::Undone)
    }
}

impl RedoArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        turn(context, EventKind::Redone)
    }
}

fn turn(context: &Context, kind: EventKind) -> anyhow::Result<()> {
    let (command, done) = match kind {
        EventKind::Undone => ("undo", "Undid"),
        _ => ("redo", "Redid"),
    };
    let nothing = || {
        Failure::new(Kind::NotAllowed, format!("there is nothing to {command}"))
            .hint("promise log lists the steps")
    };
    let mut store = context.open_to_change()?.ok_or_else(nothing)?;
    let effect = match kind {
        EventKind::Undone => store.undo(context.now)?,
        _ => store.redo(context.now)?,
    };
    let effect = effect.ok_or_else(nothing)?;
    say(context, &store, &effect, done)
}

fn say(context: &Context, store: &Store, effect: &Effect, done: &str) -> anyhow::Result<()> {
    let reader = store.reader();
    let mut entries = Vec::new();
    for promise in &effect.promises {
        let person = reader.person(promise.person)?;
        entries.push(Entry {
            promise: promise.clone(),
            person: person.map_or_else(String::new, |person| person.name),
        });
    }
    context.output.mark_saved();
    let step = &effect.step;
    let title = format!("{done} step {} ({})", step.id, step.command);
    let people: Vec<String> = effect
        .people
        .iter()
        .map(|person| {
            let state = if person.known {
                "known"
            } else {
                "no longer known"
            };
            format!("{} is {state}", person.name)
        })
        .collect();
    if context.format()? == Format::Table {
        let lines = people.iter().map(|line| format!("  {}\n", harmless(line)));
        let text = format!("{}\n{}", harmless(&title), lines.collect::<String>());
        context.output.print(&text)?;
    } else {
        // Records are of promises alone; what else was done is said beside them.
        context.output.note(&title);
        for line in &people {
            context.output.note(line);
        }
    }
    print::changed(context, reader, entries, line)
}

fn line(view: &View, look: &Look) -> String {
    let promise = &view.promise;
    let (word, person) = direction(view);
    format!(
        "  promise {} is {}: {}, {word} {}, due {}\n",
        promise.id,
        promise.state.word(),
        harmless(&promise.what),
        harmless(person),
        look.clock.moment(&promise.due),
    )
}

/// The promises and people that a step concerned, in a few words.
pub fn subjects(store: &Store, step: i64, shown: usize) -> anyhow::Result<Subjects> {
    let reader = store.reader();
    let mut subjects = Subjects::default();
    let limit = u32::try_from(shown + 1).unwrap_or(u32::MAX);
    for subject in reader.subjects(step, limit)? {
        match subject {
            Subject::Promise(id) => {
                if let Some(entry) = reader.promise(id)? {
                    subjects.promises.push((id, entry.promise.what));
                }
            }
            Subject::Person(id) => {
                subjects
                    .people
                    .extend(reader.person(id)?.map(|person| person.name));
            }
        }
    }
    Ok(subjects)
}

/// What a step concerned.
#[derive(Debug, Default)]
pub struct Subjects {
    /// Numbers and descriptions.
    pub promises: Vec<(i64, String)>,
    /// Names.
    pub people: Vec<String>,
}
