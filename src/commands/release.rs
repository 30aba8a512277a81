//! `promise release`: the person let me off.

use clap::Args;

use crate::commands::shared::fields::check_note;
use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::settled;

/// Mark promises as released: the person let me off
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise release 12
  promise release 12 --note \"she found one herself\"")]
pub struct ReleaseArgs {
    #[command(flatten)]
    ids: IdArgs,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl ReleaseArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let said = Said {
            note: self.note.as_deref(),
            ..Said::default()
        };
        let (store, entries) = settle::transition(
            context,
            "release",
            &self.ids.read()?,
            EventKind::Released,
            &said,
            |promise| transitions::release(promise, context.now),
        )?;
        print::changed(context, store.reader(), entries, |view, look| {
            settled("Released", view, look)
        })
    }
}
