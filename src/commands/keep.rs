//! `promise keep`: what was promised is done.

use clap::Args;

use crate::commands::shared::account::AccountArgs;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::settle::{Said, moment};
use crate::commands::shared::{print, settle};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::EventKind;
use crate::domain::promise::Direction;
use crate::domain::transitions::{self, Refused};
use crate::render::promises::kept;

/// Mark promises as kept
///
/// Says whether each was kept early, on time or late, and by how much. Several numbers are
/// settled together, all of them or none.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise keep 12
  promise keep 12 14 --note \"delivered by hand\"
  promise done 12 --at \"yesterday 4pm\"
  promise keep 14 --because \"the part came late\" --cause waiting-on-others")]
pub struct KeepArgs {
    #[command(flatten)]
    ids: IdArgs,
    /// When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"
    #[arg(long, value_name = "PHRASE")]
    at: Option<String>,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    account: AccountArgs,
    /// When to ask whether the person was satisfied: "in 3 days"; the config can
    /// set it for all
    #[arg(long, value_name = "PHRASE")]
    check: Option<String>,
}

impl KeepArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let ids = self.ids.read()?;
        let at = moment(context, self.at.as_deref())?;
        let said = Said {
            note: self.note.as_deref(),
            account: self.account.account(context, false)?,
            ..Said::default()
        };
        let check = check_due(context, self.check.as_deref())?;
        let (store, entries) =
            settle::transition(context, "keep", &ids, EventKind::Kept, &said, |promise| {
                at.check(promise)?;
                let at = at.at;
                let kept = if self.account.is_empty() {
                    transitions::keep(promise, at)?
                } else {
                    transitions::keep_late(promise, at)?
                };
                match promise.direction {
                    Direction::Mine => Ok(transitions::to_be_checked(kept, check.clone())),
                    Direction::Theirs if self.check.is_some() => Err(Refused::Theirs),
                    // What the config asks for is asked about mine alone.
                    Direction::Theirs => Ok(kept),
                }
            })?;
        print::changed_on(context, Occasion::Keep, store, entries, kept)
    }
}

/// When to ask whether the person was satisfied: as `--check` says, else as the config does.
pub fn check_due(context: &Context, phrase: Option<&str>) -> anyhow::Result<Option<Deadline>> {
    let (flag, phrase) = match (phrase, &context.settings()?.check_after.value) {
        (Some(phrase), _) => ("--check", phrase),
        (None, Some(phrase)) => ("check.after in the config", phrase.as_str()),
        (None, None) => return Ok(None),
    };
    let reading = context.read_new_deadline(flag, phrase, None)?;
    Ok(Some(reading.deadline))
}
