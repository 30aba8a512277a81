//! `promise log`: the steps, newest first.

use clap::Args;
use serde_json::json;

use crate::commands::shared::print;
use crate::commands::undo::{Subjects, subjects};
use crate::context::Context;
use crate::domain::event::StepKind;
use crate::render::rfc3339;
use crate::render::table::table;
use crate::store::Step;

/// List the steps, newest first: what each command did
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise log
  promise log --limit 100 --json")]
pub struct LogArgs {
    /// At most so many
    #[arg(long, short = 'n', value_name = "COUNT", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
}

/// How many promises of one step are named.
const NAMED: usize = 100;

impl LogArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let mut steps = Vec::new();
        if let Some(store) = context.open_to_read()? {
            for step in store.reader().steps(self.limit)? {
                let subjects = subjects(&store, step.id, NAMED)?;
                steps.push((step, subjects));
            }
        }
        let zone = context.zone()?;
        let local = |step: &Step| step.at.with_timezone(&zone.offset(step.at));
        let values: Vec<_> = steps
            .iter()
            .map(|(step, subjects)| {
                json!({
                    "step": step.id,
                    "at": rfc3339(local(step)),
                    "command": step.command,
                    "kind": step.kind.word(),
                    "target": step.target,
                    "undone_by": step.undone_by,
                    "promises": subjects.promises.iter().map(|(id, _)| id).collect::<Vec<_>>(),
                    "people": subjects.people,
                })
            })
            .collect();
        let fields = [
            "step",
            "at",
            "command",
            "target",
            "undone_by",
            "promises",
            "people",
        ];
        print::records(context, &fields, &values, |look| {
            if steps.is_empty() {
                return "Nothing has been done yet.\n".to_owned();
            }
            let rows: Vec<Vec<String>> = steps
                .iter()
                .map(|(step, subjects)| {
                    vec![
                        step.id.to_string(),
                        look.clock.stamp(local(step)),
                        command(step),
                        words(subjects),
                    ]
                })
                .collect();
            table(&["step", "at", "command", "what"], &rows, look)
        })
    }
}

fn command(step: &Step) -> String {
    match (step.kind, step.target, step.undone_by) {
        (StepKind::Undo, Some(target), _) => format!("undo of {target}"),
        (StepKind::Redo, Some(target), _) => format!("redo of {target}"),
        (_, _, Some(by)) => format!("{} (undone by {by})", step.command),
        _ => step.command.clone(),
    }
}

fn words(subjects: &Subjects) -> String {
    match subjects.promises.as_slice() {
        [] => subjects.people.join(", "),
        [(id, what)] => format!("{id} {what}"),
        many => {
            let ids: Vec<String> = many.iter().take(5).map(|(id, _)| id.to_string()).collect();
            let more = many.len().saturating_sub(5);
            let more = match more {
                0 => String::new(),
                _ if many.len() > NAMED => " and many more".to_owned(),
                more => format!(" and {more} more"),
            };
            format!("promises {}{more}", ids.join(", "))
        }
    }
}
