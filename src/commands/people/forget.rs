//! `promise people forget`: erases what is known of a person, for good.

use std::path::PathBuf;

use clap::Args;
use clap_complete::engine::ArgValueCompleter;
use serde_json::json;

use crate::commands::report::PAGE;
use crate::commands::shared::names::{self, check_word};
use crate::commands::shared::{ask, complete, print};
use crate::context::Context;
use crate::domain::person::fold;
use crate::failure::{Failure, Kind};
use crate::render::amounts::plural;
use crate::render::harmless::harmless;

/// Erase what is known of a person, for good
///
/// Names, texts, notes and keys of everything that concerns them are erased in every table, event
/// and index, and in the program's own backups; the counts stay, and open promises are released.
/// It cannot be undone, and no import brings them back. Exports that you keep elsewhere are yours
/// to delete.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people forget \"Jane Ortiz\"
  promise people forget \"Jane Ortiz\" --yes")]
pub struct ForgetArgs {
    /// The person, by their whole name or an alias
    #[arg(value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    name: String,
    /// Do not ask for confirmation
    #[arg(long)]
    yes: bool,
}

impl ForgetArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        check_word("NAME", &self.name)?;
        let mut store = context
            .open_to_change()?
            .ok_or_else(|| names::unknown(&self.name))?;
        // A part of a name is too little to erase somebody by.
        let person = store
            .reader()
            .person_named(&self.name)?
            .ok_or_else(|| names::unknown(&self.name))?;
        self.confirm(context, &person.name)?;
        let forgotten = store.forget(context.now, &person)?;
        context.output.mark_saved();
        let shown = |paths: &[PathBuf]| -> Vec<String> {
            let paths = paths.iter();
            paths.map(|path| path.display().to_string()).collect()
        };
        let backups = shown(&forgotten.backups);
        let unread = shown(&forgotten.unread);
        for path in &unread {
            context.output.warn(&format!(
                "{path} is damaged, and nobody can tell whom it holds: delete it if you need it no more"
            ));
        }
        context.remove_page(PAGE).map_err(|error| {
            let message = format!("saved, but the page of the last report is left: {error:#}");
            Failure::new(Kind::Unprinted, message).hint("delete the file by hand")
        })?;
        if context.quiet() {
            return print::ids(context, std::iter::once(person.id));
        }
        let value = json!({
            "id": person.id,
            "uuid": person.uuid.to_string(),
            "promises": forgotten.promises,
            "released": forgotten.released,
            "backups_deleted": backups,
            "backups_unread": unread,
        });
        let fields = [
            "id",
            "promises",
            "released",
            "backups_deleted",
            "backups_unread",
        ];
        print::records(context, &fields, &[value], |_| {
            let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let promises = plural(count(forgotten.promises), "promise");
            let released = forgotten.released;
            let mut text = format!(
                "Forgot person {}: the texts of {promises} are erased, {released} released\n",
                person.id
            );
            for path in &backups {
                text.push_str(&format!("  deleted the backup {}\n", harmless(path)));
            }
            text
        })
    }

    fn confirm(&self, context: &Context, name: &str) -> anyhow::Result<()> {
        if self.yes {
            return Ok(());
        }
        if !context.can_ask() {
            let message = "forgetting a person cannot be undone, and needs --yes in a script";
            return Err(Failure::usage(message).into());
        }
        let question = format!(
            "Everything of {} is erased for good. Type the name to go on:",
            harmless(name)
        );
        let answer = ask::line_or_nothing(&question)?;
        if fold(&answer) == fold(name) {
            return Ok(());
        }
        Err(Failure::new(
            Kind::NotAllowed,
            "that is not the name, and nothing is erased",
        )
        .into())
    }
}
