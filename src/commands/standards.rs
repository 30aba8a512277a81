//! `promise standards`: the rules of service in the config.

use clap::Args;
use serde_json::json;

use crate::commands::shared::print;
use crate::context::Context;
use crate::render::amounts::effort;
use crate::render::table::table;

/// List the standards of the config: promises that are made the same way every time
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise standards
  promise add \"Call back about the invoice\" --to Jane --standard callback")]
pub struct StandardsArgs {}

impl StandardsArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let standards = &context.settings()?.standards;
        let values: Vec<_> = standards
            .values()
            .map(|standard| {
                json!({
                    "name": standard.name,
                    "due": standard.due,
                    "effort_minutes": standard.effort_minutes,
                    "tags": standard.tags,
                    "remind": standard.reminders(),
                })
            })
            .collect();
        let fields = ["name", "due", "effort_minutes", "tags"];
        print::records(context, &fields, &values, |look| {
            if standards.is_empty() {
                return "The config has no standards: write a table [standard.NAME] there.\n"
                    .to_owned();
            }
            let rows: Vec<Vec<String>> = standards
                .values()
                .map(|standard| {
                    let tags: Vec<&str> = standard.tags.iter().map(String::as_str).collect();
                    vec![
                        standard.name.clone(),
                        standard.due.clone(),
                        standard.effort_minutes.map_or_else(String::new, effort),
                        tags.join(", "),
                    ]
                })
                .collect();
            table(&["name", "due", "effort", "tags"], &rows, look)
        })
    }
}
