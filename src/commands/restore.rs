//! `promise restore`: a backup in the place of the database.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use serde_json::{Value, json};

use crate::commands::backup::{held, held_in_words, shown};
use crate::commands::shared::{ask, print};
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::render::amounts::plural;
use crate::render::harmless::harmless;
use crate::store::{Loss, Present, Restore, Restored};

/// Put a backup in the place of the database, which is kept in the folder backups
///
/// The backup is checked first, every row of it; one of an older version is brought up to date.
/// What others write meanwhile is not lost unseen: where the database knows of events that the
/// backup does not, promise restore asks, and in a script needs --yes. A restore is no step: undo
/// goes on from what was restored. To take a restore back, restore what it kept.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise restore /media/stick/promise.db
  promise restore backups/promise-20261123T150000Z.db --yes")]
pub struct RestoreArgs {
    /// The backup
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// Restore though the database holds what the backup does not
    #[arg(long)]
    yes: bool,
}

impl RestoreArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        // Whatever printing needs must be in order first.
        context.look()?;
        let database = context.paths.database()?;
        let mut progress = context.output.progress("records checked");
        let mut restore = Restore::prepare(database, &self.file, &mut || progress.step())?;
        drop(progress);
        let summary = restore.summary.clone();
        let restored = loop {
            let agreed = restore.loss()?;
            self.confirm(context, &agreed)?;
            let accept = |loss: &Loss| self.yes || !loss.matters() || *loss == agreed;
            match restore.carry_out(context.now, &accept)? {
                Ok(restored) => break restored,
                // Something was written meanwhile.
                Err(again) => restore = again,
            }
        };
        context.output.mark_saved();
        let file = shown(&std::path::absolute(&self.file)?);
        let mut value = json!({ "file": file, "database": shown(database) });
        let look = context.look()?;
        if let (Some(value), Value::Object(held)) = (value.as_object_mut(), held(&summary, &look)) {
            value.extend(held);
        }
        let kept: Vec<String> = restored.kept.iter().map(|path| shown(path)).collect();
        value["kept"] = json!(kept);
        value["lost"] = json!({
            "events": restored.lost.events,
            "promises": restored.lost.promises,
            "people_forgotten": restored.lost.forgotten,
        });
        let fields = ["file", "database", "promises", "people", "events", "kept"];
        print::records(context, &fields, &[value], |look| {
            let mut text = format!(
                "Restored {}\n  {}\n",
                harmless(&file),
                held_in_words(&summary, look)
            );
            text.push_str(&kept_in_words(&restored, &kept));
            text
        })
    }

    fn confirm(&self, context: &Context, loss: &Loss) -> anyhow::Result<()> {
        if !loss.matters() || self.yes {
            return Ok(());
        }
        let would = would_be_lost(context, loss)?;
        if !context.can_ask() {
            return Err(Failure::new(Kind::NotAllowed, would)
                .hint("restore it all the same with --yes; what is there now is kept in the folder backups")
                .into());
        }
        context.output.warn(&would);
        let answer = ask::line_or_nothing("Restore all the same? [y/N]")?;
        if ["y", "yes"].contains(&answer.to_lowercase().as_str()) {
            return Ok(());
        }
        Err(Failure::new(Kind::NotAllowed, "nothing was restored").into())
    }
}

fn would_be_lost(context: &Context, loss: &Loss) -> anyhow::Result<String> {
    Ok(match &loss.present {
        Present::Damaged(reason) => {
            format!("the database is damaged, and does not tell what the backup lacks: {reason}")
        }
        Present::NoDatabase(reason) => {
            format!("what is in the place of the database cannot be read: {reason}")
        }
        _ => {
            let look = context.look()?;
            let newest = loss.newest.as_ref().map_or_else(String::new, |step| {
                let at = look.stamp(step.at);
                format!(
                    "; the newest is of step {} ({}), {at}",
                    step.id, step.command
                )
            });
            let forgotten = match loss.forgotten {
                0 => String::new(),
                1 => "; 1 person who was forgotten would be known again".to_owned(),
                count => format!("; {count} people who were forgotten would be known again"),
            };
            format!(
                "the backup lacks {} about {}{newest}{forgotten}",
                plural(loss.events, "event"),
                plural(loss.promises, "promise"),
            )
        }
    })
}

fn kept_in_words(restored: &Restored, kept: &[String]) -> String {
    let mut text = String::new();
    for path in kept {
        text.push_str(&format!("  kept what was there as {}\n", harmless(path)));
    }
    if restored.lost.events > 0 {
        let events = plural(restored.lost.events, "event");
        text.push_str(&format!("  {events} of it are not in the backup\n"));
    }
    text
}
