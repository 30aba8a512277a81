//! A sync in words and records.

use serde_json::{Value, json};

use crate::commands::shared::print;
use crate::commands::sync::counted;
use crate::commands::sync::outcome::{Did, Done, Outcome};
use crate::context::Context;
use crate::domain::event::{self, EventKind};
use crate::domain::promise::Direction;
use crate::render::harmless::harmless;
use crate::render::history::{Lens, noun};

/// The fields in the formats of one record a line.
const FIELDS: [&str; 6] = ["did", "id", "what", "file", "field", "reason"];

/// Prints what a sync did.
pub fn outcome(context: &Context, outcome: &Outcome, dry_run: bool) -> anyhow::Result<()> {
    // What was not done asks for attention, whatever is printed.
    for done in &outcome.done {
        if matches!(done.did, Did::Left | Did::Doubtful) {
            context.output.warn(&left(done));
        }
    }
    if context.quiet() {
        let here = outcome.done.iter().filter(|done| is_here(done));
        let mut ids: Vec<i64> = here.filter_map(|done| done.id).collect();
        ids.dedup();
        return print::ids(context, ids.into_iter());
    }
    let look = context.look()?;
    let home = context.zone()?;
    let lens = Lens {
        clock: look.clock,
        local: &|at| at.with_timezone(&home.offset(at)),
        // They stand there by name, and needs never clash.
        name: &|id| id.to_string(),
        number: &|_| None,
    };
    let values: Vec<Value> = outcome.done.iter().map(|done| value(done, &lens)).collect();
    print::records(context, &FIELDS, &values, |_| {
        let told = outcome
            .done
            .iter()
            .filter_map(|done| line(context, done, &lens));
        let lines: String = told.collect();
        format!("{lines}{}\n", summary(outcome, dry_run))
    })
}

fn is_here(done: &Done) -> bool {
    matches!(done.did, Did::Here(_))
}

fn value(done: &Done, lens: &Lens<'_>) -> Value {
    let clash = done.clash.as_ref();
    let text = |value: &Option<event::Value>| {
        let clash = clash?;
        match lens.value(clash.field, value.as_ref()?) {
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        }
    };
    json!({
        "did": done.did.word(),
        "id": done.id,
        "uuid": done.uuid.map(|uuid| uuid.to_string()),
        "what": done.what,
        "file": done.file,
        "field": clash.map(|clash| clash.field.word()),
        "stands": clash.and_then(|clash| text(&clash.stands)),
        "yields": clash.and_then(|clash| text(&clash.yields)),
        "reason": done.reason,
    })
}

/// What was left as it is or is to be looked at, and why.
fn left(done: &Done) -> String {
    let file = done.file.as_deref().unwrap_or_default();
    let reason = done.reason.as_deref().unwrap_or_default();
    match done.id {
        Some(id) => format!("promise {id} ({file}): {reason}"),
        None => format!("{file} is left alone: {reason}"),
    }
}

/// A line for people; files that were written are only counted.
fn line(context: &Context, done: &Done, lens: &Lens<'_>) -> Option<String> {
    let what = harmless(done.what.as_deref().unwrap_or_default());
    let id = done.id.unwrap_or_default();
    let line = match done.did {
        Did::Written | Did::Removed | Did::Doubtful | Did::Left => return None,
        Did::Here(kind) => {
            let mut word = kind.word().replace('_', " ");
            if let Some(first) = word.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            format!("{word} {id}: {what}{}", news(context, done, kind, lens))
        }
        Did::Restored => {
            let reason = done.reason.as_deref().unwrap_or_default();
            format!("Deleted there, but {reason}: {id}: {what}")
        }
        Did::Gone => format!("Deleted there, and settled here: {id}: {what}"),
        Did::Clash => {
            let clash = done.clash.as_ref()?;
            let shown = |value: &Option<event::Value>| match value {
                Some(value) => harmless(&lens.shown(clash.field, value)).into_owned(),
                None => "nothing".to_owned(),
            };
            format!(
                "Both sides changed the {} of {id}: {} stands ({}), not {}",
                noun(clash.field),
                shown(&clash.stands),
                done.reason.as_deref().unwrap_or_default(),
                shown(&clash.yields),
            )
        }
    };
    Some(format!("{line}\n"))
}

/// What was agreed to there, as it is understood here.
fn news(context: &Context, done: &Done, kind: EventKind, lens: &Lens<'_>) -> String {
    let (is_new, is_moved) = (kind == EventKind::Added, kind == EventKind::Rescheduled);
    let is_news = is_new || is_moved || done.is_for_another;
    let Some(agreed) = done.agreed.as_ref().filter(|_| is_news) else {
        return String::new();
    };
    let zone = context.zone_named(agreed.due.zone());
    let today = zone.local(context.now).date();
    let due = lens.clock.long(&agreed.due, today);
    let person = harmless(&agreed.person);
    match agreed.direction {
        _ if is_moved => format!("; due {due}"),
        Direction::Mine if !is_new => format!("; to {person}"),
        Direction::Theirs if !is_new => format!("; from {person}"),
        Direction::Mine => format!("; to {person}, due {due}"),
        Direction::Theirs => format!("; from {person}, due {due}"),
    }
}

fn summary(outcome: &Outcome, dry_run: bool) -> String {
    let count = |is: &dyn Fn(&Done) -> bool| outcome.done.iter().filter(|done| is(done)).count();
    let here = count(&is_here);
    let written = count(&|done| done.did == Did::Written);
    let removed = count(&|done| done.did == Did::Removed);
    let mut parts = Vec::new();
    if here > 0 {
        parts.push(format!("{} here", counted(here, "change")));
    }
    if written > 0 {
        parts.push(format!("{} written", counted(written, "file")));
    }
    if removed > 0 {
        parts.push(format!("{} taken away", counted(removed, "file")));
    }
    let promises = counted(outcome.promises, "promise");
    let would = if dry_run { "Would sync" } else { "Synced" };
    if parts.is_empty() {
        return format!("{would} {promises}: nothing new.");
    }
    format!("{would} {promises}: {}.", parts.join(", "))
}
