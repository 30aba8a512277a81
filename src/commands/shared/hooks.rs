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
    settings.is_ok_and(|settings| !hook(&settings.hooks, occasion).1.is_empty())
}

/// The key of an occasion in the config, the program there with its arguments, empty where there
/// is none, and the state of what it is about.
fn hook(hooks: &Hooks, occasion: Occasion) -> (&'static str, &[String], &'static str) {
    let (key, hook, state) = match occasion {
        Occasion::Add => ("after_add", &hooks.after_add, "open"),
        Occasion::Keep => ("after_keep", &hooks.after_keep, "kept"),
        Occasion::Break => ("after_break", &hooks.after_break, "broken"),
        Occasion::Reschedule => ("after_reschedule", &hooks.after_reschedule, "open"),
    };
    (key, &hook.value, state)
}

/// Runs the hook of an occasion for each of the promises that it was about; the database must not
/// be in use. What goes wrong is said, and changes nothing.
pub fn run(context: &Context, occasion: Occasion, records: &[Value]) {
    let Ok(settings) = context.settings() else {
        return;
    };
    let hooks = &settings.hooks;
    let (key, command, state) = hook(hooks, occasion);
    let Some((name, arguments)) = command.split_first() else {
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
