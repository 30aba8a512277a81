//! `promise handoff`: somebody else answers for it now.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::account::AccountArgs;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::names::{check_word, is_me};
use crate::commands::shared::settle::Said;
use crate::commands::shared::{complete, print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::card;

/// Hand promises on to a colleague, or take them back with --owner me
///
/// They stay in promise due, marked with their owner, until they are kept: the person was
/// promised it by you.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise handoff 12 --owner \"Ann Lee\" --because \"on holiday next week\" --told
  promise handoff 12 --owner me")]
pub struct HandoffArgs {
    #[command(flatten)]
    ids: IdArgs,
    /// The colleague who answers for it now
    #[arg(long, value_name = "NAME", required = true, add = ArgValueCompleter::new(complete::owners))]
    owner: String,
    #[command(flatten)]
    account: AccountArgs,
    /// The person was told of it
    #[arg(long)]
    told: bool,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl HandoffArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        check_word("--owner", &self.owner)?;
        let mine = is_me(context, &self.owner)?;
        let owner = (!mine).then_some(self.owner.as_str());
        let mut account = self.account.account(context, false)?;
        account.told = Some(self.told);
        let said = Said {
            note: self.note.as_deref(),
            account,
            ..Said::default()
        };
        let (store, entries) = settle::transition(
            context,
            "handoff",
            &self.ids.read()?,
            EventKind::HandedOff,
            &said,
            |promise| transitions::hand_off(promise, owner),
        )?;
        print::changed(context, store.reader(), entries, |view, look| {
            card("Handed on", view, look)
        })
    }
}
