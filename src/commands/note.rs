//! `promise note`: something to remember with a promise.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::fields::check_note;
use crate::commands::shared::ids::IdList;
use crate::commands::shared::names::{check_word, is_me};
use crate::commands::shared::{complete, ids, print, settle};
use crate::context::Context;
use crate::domain::event::{Account, Draft};
use crate::render::promises::card;
use crate::store::{Entry, Store};

/// Note something down with promises
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise note 12 \"she prefers a call to an email\"
  promise note 12 \"we come on Thursday after four\" --told --owner \"Ann Lee\"
  promise note 12,14 the supplier confirmed for Thursday")]
pub struct NoteArgs {
    /// The number of the promise; several with commas between them; "-" reads them from standard
    /// input
    #[arg(value_name = "ID", value_parser = ids::parse_list, add = ArgValueCompleter::new(complete::open_ids))]
    ids: IdList,
    /// The person was told this
    #[arg(long)]
    told: bool,
    /// The colleague who told them, where that was not me
    #[arg(long, value_name = "NAME", requires = "told", add = ArgValueCompleter::new(complete::owners))]
    owner: Option<String>,
    /// What to remember, taken literally; quotes are optional
    #[arg(value_name = "TEXT", required = true)]
    text: Vec<String>,
}

impl NoteArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let text = self.text.join(" ");
        check_note(&text)?;
        if let Some(owner) = &self.owner {
            check_word("--owner", owner)?;
        }
        let teller = match &self.owner {
            Some(owner) if !is_me(context, owner)? => Some(owner.clone()),
            _ => None,
        };
        let account = Account {
            told: self.told.then_some(true),
            teller,
            ..Account::default()
        };
        let ids = self.ids.read()?;
        let (store, entries) = note(context, &ids, &text, &account)?;
        print::changed(context, store.reader(), entries, |view, look| {
            card("Noted on", view, look)
        })
    }
}

/// Notes a text down with promises.
pub fn note(
    context: &Context,
    ids: &[i64],
    text: &str,
    account: &Account,
) -> anyhow::Result<(Store, Vec<Entry>)> {
    let mut store = settle::open_existing(context, ids)?;
    let entries = store.write("note", context.now, |writing| {
        let mut entries = Vec::new();
        for id in ids {
            let entry = settle::find(writing.reader(), *id)?;
            let draft = Draft::note(text).with_account(account.clone());
            writing.record(&entry.promise, draft)?;
            entries.push(entry);
        }
        anyhow::Ok(entries)
    })?;
    Ok((store, entries))
}
