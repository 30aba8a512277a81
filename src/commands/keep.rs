//! `promise keep`: what was promised is done.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::account::AccountArgs;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{complete, print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::phrase::Sense;
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
    /// The numbers of the promises
    #[arg(value_name = "ID", required = true, value_parser = clap::value_parser!(i64).range(1..), add = ArgValueCompleter::new(complete::open_ids))]
    ids: Vec<i64>,
    /// When it was kept, if not now: "yesterday 4pm", "9:30", "20 minutes ago"
    #[arg(long, value_name = "PHRASE")]
    at: Option<String>,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    account: AccountArgs,
}

impl KeepArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let at = match &self.at {
            Some(text) => {
                let reading = context.read_phrase("--at", text, Sense::Past, None)?;
                reading.deadline.at()
            }
            None => context.now,
        };
        let said = Said {
            note: self.note.as_deref(),
            account: self.account.account(context, false)?,
        };
        let (store, entries) = settle::transition(
            context,
            "keep",
            &self.ids,
            EventKind::Kept,
            &said,
            |promise| {
                if self.account.is_empty() {
                    transitions::keep(promise, at)
                } else {
                    transitions::keep_late(promise, at)
                }
            },
        )?;
        print::changed(context, store.reader(), entries, kept)
    }
}
