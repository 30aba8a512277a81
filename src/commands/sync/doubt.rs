//! What of a task is not believed, or is taken in and is to be looked at.

use crate::commands::shared::histories;
use crate::commands::sync::merge::remark;
use crate::commands::sync::outcome::Did;
use crate::commands::sync::run::Run;
use crate::commands::sync::task::Task;
use crate::domain::sync::Shared;
use crate::store::Entry;

/// Whether the times of a history can be meant.
pub fn check(run: &Run<'_>, shared: Option<&Shared>) -> Result<(), String> {
    let events = shared.into_iter().flat_map(|shared| &shared.events);
    let checked = histories::check_times(run.context, events.map(|ranked| &ranked.event));
    checked.map_err(|reason| format!("its history makes no sense: {reason}"))
}

/// Tells of a history that is ahead of the clock here.
pub fn ahead(run: &mut Run<'_>, task: &Task, entry: &Entry, shared: &Shared) {
    let events = shared.events.iter().map(|ranked| &ranked.event);
    if let Some(reason) = histories::ahead(run.context.now, events) {
        let doubt = remark(task, entry, Did::Doubtful, &reason);
        run.outcome.done.push(doubt);
    }
}

/// Tells what had to be guessed to understand the deadline of a task.
pub fn guessed(run: &mut Run<'_>, task: &Task, entry: &Entry) {
    for warning in &task.found.warnings {
        let doubt = remark(task, entry, Did::Doubtful, warning);
        run.outcome.done.push(doubt);
    }
}
