//! `promise void`: a mistaken entry.

use clap::Args;

use crate::commands::shared::fields::check_note;
use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{print, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::card;

/// Mark promises as mistaken entries, counted nowhere
///
/// For what was never promised: a double entry, a slip. Its number stays used, its key is free
/// again. To take back the last command, use promise undo.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise void 12
  promise void 12 --note \"entered twice\"")]
pub struct VoidArgs {
    #[command(flatten)]
    ids: IdArgs,
    /// Why
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl VoidArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let (store, entries) = settle::transition(
            context,
            "void",
            &self.ids.read()?,
            EventKind::Voided,
            &Said {
                note: self.note.as_deref(),
                ..Said::default()
            },
            |promise| transitions::void(promise, context.now),
        )?;
        for entry in &entries {
            let series = entry.promise.series.as_ref();
            if let Some(every) = series.and_then(|series| series.every.as_ref()) {
                let id = entry.promise.id;
                context.output.note(&format!(
                    "promise {id} repeated ({every}); no other occurrence is opened by this"
                ));
            }
        }
        print::changed(context, store.reader(), entries, |view, look| {
            card("Voided", view, look)
        })
    }
}
