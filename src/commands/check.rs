//! `promise check`: was the person satisfied?

use clap::{Args, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::fields::check_note;
use crate::commands::shared::ids::IdList;
use crate::commands::shared::settle::Said;
use crate::commands::shared::{ask, capacity, complete, ids, print, series, settle};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, EventKind};
use crate::domain::promise::Promise;
use crate::domain::transitions::{self, Refused};
use crate::failure::Failure;
use crate::phrase::Sense;
use crate::render::promises::card;
use crate::store::{Entry, Store};

/// Record whether the person was satisfied with what was kept
///
/// A "no" can open the promise again for a repair: on a terminal it asks by when, in a script say
/// --reopen --due PHRASE.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise check 12 yes --rating 5
  promise check 12,14 yes
  promise check 12 no --note \"the tap still drips\" --reopen --due \"tomorrow noon\"")]
pub struct CheckArgs {
    /// The number of the promise; several with commas between them; "-" reads them from standard
    /// input
    #[arg(value_name = "ID", value_parser = ids::parse_list, add = ArgValueCompleter::new(complete::checks))]
    ids: IdList,
    /// Whether they were satisfied
    #[arg(value_name = "ANSWER")]
    answer: Answer,
    /// How well, from 1 to 5
    #[arg(long, value_name = "1..5", value_parser = clap::value_parser!(u8).range(1..=5))]
    rating: Option<u8>,
    /// What they said
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Open the promise again for a repair
    #[arg(long, requires = "due")]
    reopen: bool,
    /// The deadline of the repair
    #[arg(long, visible_alias = "by", value_name = "PHRASE", requires = "reopen")]
    due: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Answer {
    Yes,
    No,
}

/// An event, and what it makes of the promise.
type Step<'a> = (EventKind, &'a dyn Fn(&Promise) -> Result<Promise, Refused>);

impl CheckArgs {
    /// Runs the command.
    pub fn run(mut self, context: &Context) -> anyhow::Result<()> {
        self.note.as_deref().map_or(Ok(()), check_note)?;
        if self.reopen && self.answer == Answer::Yes {
            return Err(Failure::usage("--reopen goes with no: a yes needs no repair").into());
        }
        let ids = self.ids.read()?;
        if self.answer == Answer::No && !self.reopen && context.can_ask() {
            self.ask(context, &ids)?;
        }
        let satisfied = self.answer == Answer::Yes;
        let rating = self.rating;
        let Some(phrase) = self.due.clone() else {
            let said = Said {
                note: self.note.as_deref(),
                ..Said::default()
            };
            let (store, entries) = settle::transition(
                context,
                "check",
                &ids,
                EventKind::Checked,
                &said,
                |promise| transitions::check(promise, satisfied, rating),
            )?;
            return print::changed(context, store.reader(), entries, |view, look| {
                card("Checked", view, look)
            });
        };
        let due = settle::new_deadline(context, &phrase, &ids)?;
        let note = self.note.as_deref();
        let (store, entries) = repair(context, &ids, rating, note, &due)?;
        print::changed(context, store.reader(), entries, |view, look| {
            card("Reopened", view, look)
        })
    }

    /// Asks for the deadline of a repair, once it is sure that the answer can be recorded.
    fn ask(&mut self, context: &Context, ids: &[i64]) -> anyhow::Result<()> {
        let store = settle::open_existing(context, ids)?;
        for id in ids {
            let promise = settle::find(store.reader(), *id)?.promise;
            transitions::check(&promise, false, self.rating)
                .map_err(|refused| settle::refusal(context, &promise, &refused))?;
            if series::refuse_second(context, store.reader(), &promise).is_err() {
                // There is nothing to ask: the repair would be a second occurrence.
                return Ok(());
            }
        }
        drop(store);
        let what = if ids.len() == 1 { "it" } else { "them" };
        let question = format!("Repair {what} by when? [nothing: no repair]");
        loop {
            let phrase = ask::line_or_nothing(&question)?;
            if phrase.is_empty() {
                return Ok(());
            }
            let their = settle::whose(context, &phrase, ids)?;
            match context.understand(&phrase, Sense::Deadline, their.as_ref())? {
                Ok(_) => {
                    self.due = Some(phrase);
                    return Ok(());
                }
                Err(refusal) => ask::say(&Failure::phrase("", &phrase, &refusal).into()),
            }
        }
    }
}

/// The answers, the reopening and the new deadline as one step.
pub fn repair(
    context: &Context,
    ids: &[i64],
    rating: Option<u8>,
    note: Option<&str>,
    due: &Deadline,
) -> anyhow::Result<(Store, Vec<Entry>)> {
    let steps: [Step<'_>; 3] = [
        (EventKind::Checked, &|promise| {
            transitions::check(promise, false, rating)
        }),
        (EventKind::Reopened, &transitions::reopen),
        (EventKind::Rescheduled, &|promise| {
            transitions::reschedule(promise, due)
        }),
    ];
    let mut store = settle::open_existing(context, ids)?;
    let entries = store.write("check", context.now, |writing| {
        // Whether all of it can be done comes before whether there is room for it.
        let mut planned = Vec::new();
        let mut put = Vec::new();
        for id in ids {
            let entry = settle::find(writing.reader(), *id)?;
            series::refuse_second(context, writing.reader(), &entry.promise)?;
            let mut promise = entry.promise.clone();
            for (kind, step) in steps {
                if kind == EventKind::Rescheduled {
                    put.push(promise.clone());
                }
                promise = step(&promise)
                    .map_err(|refused| settle::refusal(context, &promise, &refused))?;
            }
            planned.push(entry);
        }
        capacity::check(context, writing.reader(), due, &put)?;
        let mut entries = Vec::new();
        for Entry {
            mut promise,
            person,
        } in planned
        {
            for (kind, step) in steps {
                let after = step(&promise)
                    .map_err(|refused| settle::refusal(context, &promise, &refused))?;
                let mut draft = transitions::draft(kind, &promise, &after);
                // The new deadline is agreed with the person who says that they are not
                // satisfied.
                draft.account.told = (kind == EventKind::Rescheduled).then_some(true);
                promise = writing.record(&promise, draft)?;
            }
            if let Some(note) = note {
                promise = writing.record(&promise, Draft::note(note))?;
            }
            entries.push(Entry { promise, person });
        }
        anyhow::Ok(entries)
    })?;
    Ok((store, entries))
}
