//! `promise note`: something to remember with a promise.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::fields::check_note;
use crate::commands::shared::{complete, print, settle};
use crate::context::Context;
use crate::domain::event::{Draft, EventKind};
use crate::render::promises::card;

/// Note something down with a promise
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise note 12 \"she prefers a call to an email\"
  promise note 12 the supplier confirmed for Thursday")]
pub struct NoteArgs {
    /// The number of the promise
    #[arg(value_name = "ID", value_parser = clap::value_parser!(i64).range(1..), add = ArgValueCompleter::new(complete::open_ids))]
    id: i64,
    /// What to remember, taken literally; quotes are optional
    #[arg(value_name = "TEXT", required = true)]
    text: Vec<String>,
}

impl NoteArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let text = self.text.join(" ");
        check_note(&text)?;
        let mut store = settle::open_existing(context, &[self.id])?;
        let entry = store.write("note", context.now, |writing| {
            let entry = settle::find(writing.reader(), self.id)?;
            let draft = Draft::new(EventKind::Noted, Vec::new()).with_text(Some(text));
            writing.record(&entry.promise, draft)?;
            anyhow::Ok(entry)
        })?;
        print::changed(context, store.reader(), vec![entry], |view, look| {
            card("Noted on", view, look)
        })
    }
}
