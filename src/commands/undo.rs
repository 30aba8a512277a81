//! `promise undo` and `promise redo`: the newest step, taken back and put back.

use clap::Args;

use crate::commands::shared::print;
use crate::config::Format;
use crate::context::Context;
use crate::domain::event::{EventKind, StepKind, Subject};
use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;
use crate::render::promises::direction;
use crate::render::{Look, View};
use crate::store::{Effect, Entry, Step, Store, Turned};

/// Take back the newest step, whichever command or script made it
///
/// Nothing is erased: the history shows both. An undone add is void. An older step can be named by
/// its number in promise log, where nothing later depends on it. promise redo puts a step back.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise undo
  promise log --limit 5
  promise undo 12")]
pub struct UndoArgs {
    /// The number of an older step
    #[arg(value_name = "STEP", value_parser = number)]
    step: Option<i64>,
}

/// Put back the step that undo took back last, or an older one by its number
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise undo && promise redo
  promise redo 12")]
pub struct RedoArgs {
    /// The number of the step that was undone
    #[arg(value_name = "STEP", value_parser = number)]
    step: Option<i64>,
}

impl UndoArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        turn(context, EventKind::Undone, self.step)
    }
}

impl RedoArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        turn(context, EventKind::Redone, self.step)
    }
}

/// The number of a step as typed.
fn number(text: &str) -> Result<i64, String> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "steps have numbers, such as 12: promise log".to_owned())
}

/// Takes a step back, or puts one back, the newest where none is named.
pub fn turn(context: &Context, kind: EventKind, step: Option<i64>) -> anyhow::Result<()> {
    let (command, done) = match kind {
        EventKind::Undone => ("undo", "Undid"),
        _ => ("redo", "Redid"),
    };
    let refused = |kind, message: String| {
        let failure = Failure::new(kind, message).hint("promise log lists the steps");
        anyhow::Error::from(failure)
    };
    let nothing = || match step {
        None => refused(Kind::NotAllowed, format!("there is nothing to {command}")),
        Some(step) => refused(Kind::NotFound, format!("there is no step {step}")),
    };
    let mut store = context.open_to_change()?.ok_or_else(nothing)?;
    let turned = match kind {
        EventKind::Undone => store.undo(context.now, step)?,
        _ => store.redo(context.now, step)?,
    };
    match turned {
        Turned::Done(effect) => say(context, &store, &effect, done),
        Turned::NoStep => Err(nothing()),
        Turned::NotThat(step) => {
            let id = step.id;
            let why = match (step.kind, step.undone_by, step.imported_by) {
                (StepKind::Do, _, Some(import)) => {
                    format!("step {id} came with the import {import}, and is undone with it alone")
                }
                (StepKind::Do, Some(by), None) => {
                    format!("step {id} is undone already, by step {by}")
                }
                (StepKind::Do, None, None) => format!("step {id} is not undone"),
                (StepKind::Undo, _, _) => format!("step {id} is an undo itself"),
                (StepKind::Redo, _, _) => format!("step {id} is a redo itself"),
            };
            Err(refused(Kind::NotAllowed, why))
        }
        Turned::Missing(earlier) => {
            let message = format!(
                "it stands on {}, which must be redone first",
                named(&earlier)
            );
            Err(refused(Kind::NotAllowed, message))
        }
        Turned::Forgotten(step) => {
            let message =
                format!("step {step} forgot a person, and nothing before it can be turned");
            Err(refused(Kind::NotAllowed, message))
        }
        Turned::Needed(later) => {
            let verb = if later.len() == 1 {
                "depends"
            } else {
                "depend"
            };
            let message = format!("{} {verb} on it", named(&later));
            Err(refused(Kind::NotAllowed, message))
        }
    }
}

/// Steps by number and command: "step 12 (add)", "steps 12 (add), 14 (keep) and 3 more".
fn named(steps: &[Step]) -> String {
    let noun = if steps.len() == 1 { "step" } else { "steps" };
    let shown: Vec<String> = steps
        .iter()
        .take(SHOWN)
        .map(|step| format!("{} ({})", step.id, step.command))
        .collect();
    let more = match steps.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{noun} {}{more}", shown.join(", "))
}

/// How many of the steps in the way are named.
const SHOWN: usize = 5;

fn say(context: &Context, store: &Store, effect: &Effect, done: &str) -> anyhow::Result<()> {
    let reader = store.reader();
    let mut entries = Vec::new();
    for promise in &effect.promises {
        let person = reader.name(promise.person)?;
        entries.push(Entry {
            promise: promise.clone(),
            person: person.unwrap_or_default(),
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
    if context.quiet() {
        return print::changed(context, reader, entries, line);
    }
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
                let what = reader.what(id)?;
                subjects.promises.extend(what.map(|what| (id, what)));
            }
            Subject::Person(id) => subjects.people.extend(reader.name(id)?),
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
