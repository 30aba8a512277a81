//! `promise stop`: the end of a series.

use clap::Args;

use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::card;

/// Stop repeating promises: the open occurrence stays, and none follows it
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise stop 12")]
pub struct StopArgs {
    #[command(flatten)]
    ids: IdArgs,
}

impl StopArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let (store, entries) = settle::transition(
            context,
            "stop",
            &self.ids.read()?,
            EventKind::Stopped,
            &Said::default(),
            transitions::stop,
        )?;
        print::changed(context, store.reader(), entries, |view, look| {
            card("Stopped after", view, look)
        })
    }
}
