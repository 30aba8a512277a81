//! `promise reschedule`: a new agreement about the deadline.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::account::AccountArgs;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{complete, names, print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::failure::Failure;
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
    /// The numbers of the promises
    #[arg(value_name = "ID", required = true, value_delimiter = ',', value_parser = settle::number, add = ArgValueCompleter::new(complete::open_ids))]
    ids: Vec<i64>,
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
        let due = {
            let their = self.their(context)?;
            let reading = context.read_new_deadline("--due", &self.due, their.as_ref())?;
            reading.deadline
        };
        if context.can_ask() {
            settle::rehearse(context, &self.ids, Some(&due), |promise| {
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
            &self.ids,
            EventKind::Rescheduled,
            &said,
            |promise| transitions::reschedule(promise, &due),
        )?;
        print::changed_on(context, Occasion::Reschedule, store, entries, rescheduled)
    }

    /// Whose clock "their time" means: that of the promise's person.
    fn their(&self, context: &Context) -> anyhow::Result<Option<crate::domain::calendar::Their>> {
        if !names::says_their(&self.due) {
            return Ok(None);
        }
        let Some(store) = context.open_to_read()? else {
            return Ok(None);
        };
        let mut people = std::collections::BTreeSet::new();
        for id in &self.ids {
            people.insert(settle::find(store.reader(), *id)?.person);
        }
        if people.len() > 1 {
            return Err(
                Failure::usage("\"their time\" of whom? The promises have several people")
                    .hint("reschedule them one by one")
                    .into(),
            );
        }
        let person = people.pop_first().unwrap_or_default();
        names::their(context, &self.due, &person)
    }
}
