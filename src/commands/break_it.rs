//! `promise break`: given up on, with its causes.

use clap::Args;

use crate::commands::shared::account::AccountArgs;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::settle::{Said, moment};
use crate::commands::shared::{print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::settled;

/// Mark promises as broken, with what broke them
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise break 12 --cause overbooked
  promise break 12 --because \"truck broke down\" --because \"service was skipped\" \\
    --because \"nobody had it on the schedule\" --cause not-scheduled")]
pub struct BreakArgs {
    #[command(flatten)]
    ids: IdArgs,
    #[command(flatten)]
    account: AccountArgs,
    /// When it was given up on, if not now
    #[arg(long, value_name = "PHRASE")]
    at: Option<String>,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl BreakArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let ids = self.ids.read()?;
        let at = moment(context, self.at.as_deref())?;
        if context.can_ask() {
            settle::rehearse(context, &ids, None, |promise| {
                transitions::break_it(promise, at.at)
            })?;
        }
        let said = Said {
            note: self.note.as_deref(),
            account: self.account.account(context, true)?,
            ..Said::default()
        };
        let (store, entries) = settle::transition(
            context,
            "break",
            &ids,
            EventKind::Broken,
            &said,
            |promise| transitions::break_it(promise, at.at),
        )?;
        print::changed_on(context, Occasion::Break, store, entries, |view, look| {
            settled("Broke", view, look)
        })
    }
}
