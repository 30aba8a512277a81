//! `promise reschedule`: a new agreement about the deadline.

use clap::Args;

use crate::commands::shared::account::AccountArgs;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::rescheduled;

/// Set a new deadline for promises
///
/// The first deadline stays, and so does a miss: a deadline agreed after the old one had passed
/// is a new plan. Say with --told that the person knows of it.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise reschedule 12 --due \"thursday noon\" --cause underestimated --told
  promise move 12 --due friday --because \"the part is late\" --cause waiting-on-others")]
pub struct RescheduleArgs {
    #[command(flatten)]
    ids: IdArgs,
    /// The new deadline
    #[arg(long, visible_alias = "by", value_name = "PHRASE", required = true)]
    due: String,
    #[command(flatten)]
    account: AccountArgs,
    /// The person was told of it
    #[arg(long)]
    told: bool,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl RescheduleArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let ids = self.ids.read()?;
        let due = settle::new_deadline(context, &self.due, &ids)?;
        if context.can_ask() {
            settle::rehearse(context, &ids, Some(&due), |promise| {
                transitions::reschedule(promise, &due)
            })?;
        }
        let mut account = self.account.account(context, true)?;
        account.told = Some(self.told);
        let said = Said {
            note: self.note.as_deref(),
            account,
            put_on: Some(&due),
        };
        let (store, entries) = settle::transition(
            context,
            "reschedule",
            &ids,
            EventKind::Rescheduled,
            &said,
            |promise| transitions::reschedule(promise, &due),
        )?;
        print::changed_on(context, Occasion::Reschedule, store, entries, rescheduled)
    }
}
