//! Hooks: programs of the config that run after something was recorded.

use std::ffi::OsStr;
use std::time::Duration;

use serde_json::Value;

use crate::config::Hooks;
use crate::context::{Context, IN_HOOK, Program};
use crate::domain::spelled::spelled_out;

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// A promise was added.
    Add,
    /// It was kept.
    Keep,
    /// It was broken.
    Break,
    /// It was rescheduled.
    Reschedule,
}

/// Whether the config names a hook for an occasion.
pub fn is_set(context: &Context, occasion: Occasion) -> bool {
    let settings = context.settings();
    settings.is_ok_and(|settings| !command(&settings.hooks, occasion).is_empty())
}

/// The program of an occasion and its arguments; empty where there is none.
fn command(hooks: &Hooks, occasion: Occasion) -> &[String] {
    let hook = match occasion {
        Occasion::Add => &hooks.after_add,
        Occasion::Keep => &hooks.after_keep,
        Occasion::Break => &hooks.after_break,
        Occasion::Reschedule => &hooks.after_reschedule,
    };
    &hook.value
}

/// Runs the hook of an occasion for each of the promises that it was about; the database must not
/// be in use. What goes wrong is said, and changes nothing.
pub fn run(context: &Context, occasion: Occasion, records: &[Value]) {
    let Ok(settings) = context.settings() else {
        return;
    };
    let hooks = &settings.hooks;
    let (key, state) = match occasion {
        Occasion::Add => ("after_add", "open"),
        Occasion::Keep => ("after_keep", "kept"),
        Occasion::Break => ("after_break", "broken"),
        Occasion::Reschedule => ("after_reschedule", "open"),
    };
    let Some((name, arguments)) = command(hooks, occasion).split_first() else {
        return;
    };
    if !context.runs_hooks() {
        return;
    }
    if let Some(reason) = context.distrust() {
        let warning = format!("the hook {key} is not run: {reason}");
        context.output.warn(&warning);
        context.output.hint("chmod go-w makes the file yours alone");
        return;
    }
    let arguments: Vec<&OsStr> = arguments.iter().map(AsRef::as_ref).collect();
    // The next occurrence of one that repeats stands after it, and is no occasion.
    for record in records.iter().filter(|record| record["state"] == state) {
        let program = Program {
            name: name.as_ref(),
            arguments: &arguments,
            input: spelled_out(format!("{record}\n")),
            variable: Some((IN_HOOK, "1")),
            // Our stdout is the result of the command.
            aside: true,
            limit: Duration::from_secs(hooks.time_limit.value.into()),
        };
        if let Err(trouble) = program.run() {
            let warning = format!("the hook {key} failed: {name}: {trouble}");
            context.output.warn(&warning);
        }
    }
}
