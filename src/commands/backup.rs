//! `promise backup`: a whole copy of the database, checked.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use serde_json::{Value, json};

use crate::commands::shared::print;
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::render::amounts::plural;
use crate::render::harmless::harmless;
use crate::render::{Look, rfc3339};
use crate::store::Store;
use crate::store::backup::{self, Made, Summary, Target};

/// Write a checked copy of the database, whole or not at all, while others go on writing
///
/// Without FILE the copy goes to the folder backups beside the database, named by the time. A
/// folder as FILE gets the copy under such a name. Every row is checked against its checksum
/// first: a damaged database makes no backup.
///
/// With --auto, for cron, nothing is done before backup.every of the config has passed since the
/// last automatic backup, and but the newest backup.keep of these are removed.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise backup
  promise backup /media/stick/promise.db --force
  promise backup --auto")]
pub struct BackupArgs {
    /// The file to write, or a folder
    #[arg(value_name = "FILE", value_hint = ValueHint::AnyPath)]
    file: Option<PathBuf>,
    /// Replace FILE where it exists
    #[arg(long, requires = "file")]
    force: bool,
    /// Make a backup only when it is time for one, and remove the oldest
    #[arg(long, conflicts_with = "file")]
    auto: bool,
}

impl BackupArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        // Whatever printing needs must be in order first.
        context.look()?;
        let database = context.paths.database()?;
        if self.auto {
            return auto(context, database);
        }
        let store = opened(database)?;
        let target = match &self.file {
            None => Target::In(backup::folder(store.path())),
            Some(file) => target(file, self.force)?,
        };
        let mut progress = context.output.progress("records checked");
        let made = store.backup(context.now, &target, &mut || progress.step())?;
        drop(progress);
        context.output.mark_saved();
        print(context, Some(&made), &[])
    }
}

/// Where a copy goes that the user has named.
fn target(file: &Path, force: bool) -> anyhow::Result<Target> {
    let file = std::path::absolute(file)?;
    match fs::symlink_metadata(&file) {
        Err(_) => Ok(Target::New(file)),
        Ok(_) if file.is_dir() => Ok(Target::In(file)),
        Ok(_) if force => Ok(Target::Over(file)),
        Ok(_) => {
            let message = format!("there is a file already: {}", file.display());
            Err(Failure::new(Kind::Failed, message)
                .hint("name another file, or replace it with --force")
                .into())
        }
    }
}

fn opened(database: &Path) -> anyhow::Result<Store> {
    Store::open_to_read(database)?.ok_or_else(|| {
        let path = database.display();
        let message = format!("there is nothing to back up: no database at {path}");
        let hint = "promise add makes one; --db and PROMISE_DB name another file";
        Failure::new(Kind::Failed, message).hint(hint).into()
    })
}

fn auto(context: &Context, database: &Path) -> anyhow::Result<()> {
    let settings = context.settings()?;
    let (keep, every) = (
        settings.backup_keep.value,
        settings.backup_every.value.minutes,
    );
    let database = std::path::absolute(database)?;
    if !backup::is_due(&backup::automatic(&database), every, context.now) {
        return print(context, None, &[]);
    }
    let store = opened(&database)?;
    let mut progress = context.output.progress("records checked");
    let made = store.backup_automatically(context.now, every, &mut || progress.step())?;
    drop(progress);
    context.output.mark_saved();
    let mut removed = Vec::new();
    if made.is_some() {
        let (gone, stayed) = backup::prune(&database, keep);
        removed = gone;
        for (path, error) in stayed {
            let message = format!("could not remove the backup {}: {error}", path.display());
            context.output.warn(&message);
        }
    }
    print(context, made.as_ref(), &removed)
}

const FIELDS: [&str; 5] = ["path", "bytes", "promises", "people", "events"];

fn print(context: &Context, made: Option<&Made>, removed: &[PathBuf]) -> anyhow::Result<()> {
    let look = context.look()?;
    let values: Vec<Value> = made
        .iter()
        .map(|made| value(made, removed, &look))
        .collect();
    print::records(context, &FIELDS, &values, |look| {
        made.map_or_else(String::new, |made| text(made, removed, look))
    })
}

fn value(made: &Made, removed: &[PathBuf], look: &Look) -> Value {
    let removed: Vec<String> = removed.iter().map(|path| shown(path)).collect();
    let mut value = json!({ "path": shown(&made.path), "bytes": made.size });
    if let (Some(value), Value::Object(held)) = (value.as_object_mut(), held(&made.summary, look)) {
        value.extend(held);
        value.insert("removed".to_owned(), json!(removed));
    }
    value
}

/// What a database holds, as JSON.
#[must_use]
pub fn held(summary: &Summary, look: &Look) -> Value {
    let newest = summary.newest.as_ref().map(|step| {
        let at = step.at.with_timezone(&look.home.offset(step.at));
        json!({
            "id": step.id,
            "command": step.command,
            "at": rfc3339(at),
        })
    });
    json!({
        "promises": summary.promises,
        "people": summary.people,
        "events": summary.events,
        "newest_step": newest,
    })
}

/// The same in words.
#[must_use]
pub fn held_in_words(summary: &Summary, look: &Look) -> String {
    let people = match summary.people {
        1 => "1 person".to_owned(),
        count => format!("{count} people"),
    };
    let newest = summary.newest.as_ref().map_or_else(String::new, |step| {
        format!(
            "; the newest step is {} ({}), {}",
            step.id,
            harmless(&step.command),
            look.stamp(step.at)
        )
    });
    format!(
        "{}, {people}, {}{newest}",
        plural(summary.promises, "promise"),
        plural(summary.events, "event")
    )
}

fn text(made: &Made, removed: &[PathBuf], look: &Look) -> String {
    let path = shown(&made.path);
    let mut text = format!(
        "Backed up to {} ({})\n  {}\n",
        harmless(&path),
        size(made.size),
        held_in_words(&made.summary, look)
    );
    for path in removed {
        text.push_str(&format!("  removed {}\n", harmless(&shown(path))));
    }
    text
}

/// A size in the unit that fits it: "4 kB", "1.2 MB".
fn size(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    match bytes {
        ..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", tenths / 10, tenths % 10),
    }
}

/// A path as text.
#[must_use]
pub fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes() {
        let table = [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (126_976, "126 kB"),
            (1_260_000, "1.2 MB"),
            (104_857_600, "104.8 MB"),
        ];
        for (bytes, text) in table {
            assert_eq!(size(bytes), text);
        }
    }
}
