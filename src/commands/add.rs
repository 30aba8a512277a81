//! `promise add`: records a promise.

use clap::Args;

use crate::commands::shared::fields::{FieldArgs, check_what};
use crate::commands::shared::{ask, names, print};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, EventKind};
use crate::domain::person::fold;
use crate::domain::promise::{Direction, Promise, State};
use crate::failure::Failure;
use crate::phrase::Sense;
use crate::render::promises::card;
use crate::store::{Entry, Writing};

/// Record a promise
///
/// Prints the number that it is known by from now on, and the deadline as understood. A promise
/// without a deadline is a wish: say one with --due, or set a default in the config. Without any
/// argument, on a terminal, it asks what, to whom and by when.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise add \"Send the revised quote\" --to \"Jane Ortiz\" --due \"tomorrow 1pm\"
  promise add Call back about the invoice --to Jane --due \"4 business hours\" --via call
  promise add \"Signed contract\" --from \"Beta Corp\" --due \"end of month\"
  promise add \"Refund order 1184\" --to Ann --by friday --key order-1184-refund")]
pub struct AddArgs {
    /// What is promised, taken literally; quotes are optional
    #[arg(value_name = "WHAT")]
    what: Vec<String>,
    #[command(flatten)]
    fields: FieldArgs,
}

/// What came of it.
enum Added {
    New {
        entry: Entry,
        close: Option<String>,
    },
    Present {
        entry: Entry,
        differences: Vec<String>,
    },
}

impl AddArgs {
    /// Runs the command.
    pub fn run(mut self, context: &Context) -> anyhow::Result<()> {
        let mut what = self.what.join(" ");
        if self.what.is_empty() && self.fields.is_empty() && context.can_ask() {
            what = self.ask(context)?;
        }
        if what.is_empty() && self.what.is_empty() {
            return Err(Failure::usage("say what is promised")
                .hint("promise add \"Send the quote\" --to NAME --due PHRASE")
                .into());
        }
        check_what(&what)?;
        self.fields.check()?;
        let (direction, name) = self.person()?;
        let effort_minutes = self.fields.effort_minutes()?;
        let made_at = self.fields.made_at(context)?;
        let due = self.deadline(context, name, made_at.is_some())?;
        let made_at = made_at.unwrap_or(context.now);
        if due.at() < made_at {
            let message = "the deadline lies before the promise was made";
            return Err(Failure::usage(message)
                .hint("promise date PHRASE shows how a phrase is understood")
                .into());
        }
        let mut store = context.open_to_write()?;
        let added = store.write("add", context.now, |writing| {
            let key = self.fields.key.as_deref();
            let present = match key {
                Some(key) => writing.reader().promise_by_key(key)?,
                None => None,
            };
            if let Some(entry) = present {
                let differences = self.differences(&entry, &what, direction, name, &due);
                return anyhow::Ok(Added::Present { entry, differences });
            }
            let (person, close) = names::find_or_add(writing, name)?;
            let promise = Promise {
                id: 0,
                uuid: writing.new_uuid(),
                what: what.clone(),
                direction,
                person: person.id,
                owner: self.fields.owner.clone(),
                state: State::Open,
                first_due: due.clone(),
                negotiated_due: due.clone(),
                due: due.clone(),
                made_at,
                settled_at: None,
                via: self.fields.via.clone(),
                tags: self.fields.tags(),
                effort_minutes,
                standard: None,
                key: self.fields.key.clone(),
                corrections: 0,
                recorded_at: context.now,
            };
            let promise = self.record(writing, promise)?;
            let person = person.name;
            Ok(Added::New {
                entry: Entry { promise, person },
                close,
            })
        })?;
        match added {
            Added::New { entry, close } => {
                let id = entry.promise.id;
                print::changed(context, store.reader(), vec![entry], |view, look| {
                    card("Added", view, look)
                })?;
                if let Some(close) = close {
                    context.output.hint(&format!(
                        "\"{name}\" is new, and close to \"{close}\"; if they are one, \
                         promise edit {id} --to \"{close}\""
                    ));
                }
            }
            Added::Present { entry, differences } => {
                let id = entry.promise.id;
                for difference in differences {
                    context.output.warn(&format!(
                        "promise {id} has this key, and stays: {difference}"
                    ));
                }
                print::changed(context, store.reader(), vec![entry], |view, look| {
                    card("Already there:", view, look)
                })?;
            }
        }
        Ok(())
    }

    fn ask(&mut self, context: &Context) -> anyhow::Result<String> {
        let what = ask::line("What is promised?")?;
        self.fields.to = Some(ask::line("To whom?")?);
        loop {
            let phrase = ask::line("By when?")?;
            let name = self.fields.to.as_deref().unwrap_or_default();
            let their = names::their(context, &phrase, name)?;
            match context.understand(&phrase, Sense::Deadline, their.as_ref())? {
                Ok(_) => {
                    self.fields.due = Some(phrase);
                    return Ok(what);
                }
                Err(refusal) => {
                    context.output.warn(&refusal.message);
                    if let Some(hint) = &refusal.hint {
                        context.output.hint(hint);
                    }
                }
            }
        }
    }

    fn person(&self) -> Result<(Direction, &str), Failure> {
        match (&self.fields.to, &self.fields.from) {
            (Some(to), _) => Ok((Direction::Mine, to)),
            (None, Some(from)) => Ok((Direction::Theirs, from)),
            (None, None) => Err(Failure::usage("say to whom it is promised")
                .hint("--to NAME, or --from NAME for a promise made to you")),
        }
    }

    fn deadline(&self, context: &Context, name: &str, past: bool) -> anyhow::Result<Deadline> {
        let sense = if past {
            Sense::DeadlineMaybePast
        } else {
            Sense::Deadline
        };
        let (flag, phrase) = match &self.fields.due {
            Some(phrase) => ("--due", phrase.as_str()),
            None => match &context.settings()?.due_default.value {
                Some(phrase) => ("due.default in the config", phrase.as_str()),
                None => {
                    return Err(Failure::usage("say by when: a promise needs a deadline")
                        .hint("--due PHRASE, or set default in [due] of the config")
                        .into());
                }
            },
        };
        let their = names::their(context, phrase, name)?;
        let reading = context.read_phrase(flag, phrase, sense, their.as_ref())?;
        Ok(reading.deadline)
    }

    fn record(&self, writing: &mut Writing<'_>, promise: Promise) -> anyhow::Result<Promise> {
        let promise = writing.add_promise(promise)?;
        match &self.fields.note {
            None => Ok(promise),
            Some(note) => {
                let draft = Draft::new(EventKind::Noted, Vec::new());
                Ok(writing.record(&promise, draft.with_text(Some(note.clone())))?)
            }
        }
    }

    /// What was asked for and is not so in the record that has the key.
    fn differences(
        &self,
        entry: &Entry,
        what: &str,
        direction: Direction,
        name: &str,
        due: &Deadline,
    ) -> Vec<String> {
        let promise = &entry.promise;
        let optional = |value: &Option<String>| value.clone().unwrap_or_default();
        let effort = self.fields.effort_minutes().ok().flatten();
        let compared = [
            (promise.what != what, "its description differs"),
            (
                promise.direction != direction || fold(&entry.person) != fold(name),
                "its person differs",
            ),
            (promise.due.at() != due.at(), "its deadline differs"),
            (
                self.fields.owner.is_some()
                    && optional(&promise.owner) != optional(&self.fields.owner),
                "its owner differs",
            ),
            (
                self.fields.via.is_some() && promise.via != self.fields.via,
                "its channel differs",
            ),
            (
                !self.fields.tags.is_empty() && promise.tags != self.fields.tags(),
                "its tags differ",
            ),
            (
                effort.is_some() && promise.effort_minutes != effort,
                "its effort differs",
            ),
            (promise.state != State::Open, "it is no longer open"),
        ];
        compared
            .into_iter()
            .filter(|(differs, _)| *differs)
            .map(|(_, words)| words.to_owned())
            .collect()
    }
}
