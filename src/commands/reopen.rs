//! `promise reopen`: settled too early.

use clap::Args;

use crate::commands::shared::fields::check_note;
use crate::commands::shared::ids::Id;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{ids, print, series, settle};
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::transitions;
use crate::render::promises::card;

/// Open promises again that were kept, broken or released
///
/// The deadlines stay as they were. A step that was a mistake is better taken back with promise
/// undo.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise reopen 12 --note \"the repair did not hold\"")]
pub struct ReopenArgs {
    /// The numbers of the promises; "-" reads them from standard input
    #[arg(value_name = "ID", required = true, value_delimiter = ',', value_parser = ids::parse)]
    ids: Vec<Id>,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl ReopenArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        let said = Said {
            note: self.note.as_deref(),
            ..Said::default()
        };
        let ids = ids::read(&self.ids)?;
        refuse_second_occurrence(context, &ids)?;
        let (store, entries) = settle::transition(
            context,
            "reopen",
            &ids,
            EventKind::Reopened,
            &said,
            transitions::reopen,
        )?;
        print::changed(context, store.reader(), entries, |view, look| {
            card("Reopened", view, look)
        })
    }
}

/// Exactly one occurrence of a series is open at a time.
fn refuse_second_occurrence(context: &Context, ids: &[i64]) -> anyhow::Result<()> {
    let store = settle::open_existing(context, ids)?;
    let reader = store.reader();
    for id in ids {
        let promise = settle::find(reader, *id)?.promise;
        series::refuse_second(context, reader, &promise)?;
    }
    Ok(())
}
