//! `promise edit`: mistakes in typing.

use clap::{Args, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::fields::{FieldArgs, check_tags, check_what};
use crate::commands::shared::{capacity, complete, names, print, settle};
use crate::context::Context;
use crate::domain::event::{Draft, EventKind};
use crate::domain::promise::{Direction, Promise};
use crate::domain::transitions;
use crate::failure::{Failure, Kind};
use crate::phrase::Sense;
use crate::render::promises::card;
use crate::store::{Entry, Writing};

/// Correct a mistake in typing
///
/// Takes the flags of add. A mistyped deadline can be corrected until it has passed, and that it
/// was corrected is counted.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise edit 12 \"Send the revised quote, with VAT\"
  promise edit 12 --to \"Jane Ortiz\" --due \"friday 3pm\"
  promise edit 12 --tag urgent --remove-tag later --clear effort")]
pub struct EditArgs {
    /// The number of the promise
    #[arg(value_name = "ID", value_parser = settle::number, add = ArgValueCompleter::new(complete::open_ids))]
    id: i64,
    /// The description as it should be
    #[arg(value_name = "WHAT")]
    what: Vec<String>,
    #[command(flatten)]
    fields: FieldArgs,
    /// A tag to take away; may be repeated
    #[arg(long = "remove-tag", value_name = "TAG")]
    remove_tags: Vec<String>,
    /// The number of a promise that this one does not depend on any more; may be repeated
    #[arg(long = "remove-need", value_name = "ID", value_parser = settle::number)]
    remove_needs: Vec<i64>,
    /// What to leave empty; several with commas between them
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    clear: Vec<Clearable>,
}

/// What can be left empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Clearable {
    /// Mine again
    Owner,
    /// No channel
    Via,
    /// No tags
    Tags,
    /// No effort
    Effort,
    /// No key
    Key,
    /// Reminders as the config says
    Remind,
}

impl EditArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let what = self.what.join(" ");
        let renamed = !self.what.is_empty();
        if !renamed
            && self.fields.is_empty()
            && self.remove_tags.is_empty()
            && self.remove_needs.is_empty()
            && self.clear.is_empty()
        {
            return Err(
                Failure::usage(format!("say what to correct in promise {}", self.id))
                    .hint("promise edit --help lists the flags")
                    .into(),
            );
        }
        if renamed {
            check_what(&what)?;
        }
        self.fields.check()?;
        check_tags(&self.remove_tags)?;
        self.fields.effort_minutes()?;
        let mut store = settle::open_existing(context, &[self.id])?;
        let (entry, close, unchanged) = store.write("edit", context.now, |writing| {
            let before = settle::find(writing.reader(), self.id)?;
            let mut after = before.promise.clone();
            if renamed {
                after.what.clone_from(&what);
            }
            self.apply(context, &before, &mut after)?;
            after
                .needs
                .extend(self.fields.needs(writing.reader(), Some(&before.promise))?);
            for id in &self.remove_needs {
                let need = settle::find(writing.reader(), *id)?.promise.uuid;
                after.needs.remove(&need);
            }
            let mut person = before.person.clone();
            let mut close = None;
            if let Some((direction, name)) = self.person() {
                after.direction = direction;
                let (found, known) = names::find_or_add(writing, name)?;
                after.person = found.id;
                person = found.name;
                close = known;
            }
            self.refuse_taken_key(writing, &after)?;
            transitions::edit(&before.promise, &after, context.now)
                .map_err(|refused| settle::refusal(context, &before.promise, &refused))?;
            if after.due != before.promise.due {
                let put = std::slice::from_ref(&before.promise);
                capacity::check(context, writing.reader(), &after.due, put)?;
            }
            let draft = transitions::draft(EventKind::Edited, &before.promise, &after);
            let mut promise = before.promise;
            let unchanged = draft.changes.is_empty() && self.fields.note.is_none();
            if !draft.changes.is_empty() {
                promise = writing.record(&promise, draft)?;
            }
            if let Some(note) = &self.fields.note {
                promise = writing.record(&promise, Draft::note(note))?;
            }
            anyhow::Ok((Entry { promise, person }, close, unchanged))
        })?;
        let done = if unchanged { "Unchanged" } else { "Edited" };
        print::changed(context, store.reader(), vec![entry], |view, look| {
            card(done, view, look)
        })?;
        if let (Some(close), Some((_, name))) = (close, self.person()) {
            names::hint_close(context, self.id, name, &close);
        }
        Ok(())
    }

    fn person(&self) -> Option<(Direction, &str)> {
        let to = self
            .fields
            .to
            .as_deref()
            .map(|name| (Direction::Mine, name));
        let from = self.fields.from.as_deref();
        to.or_else(|| from.map(|name| (Direction::Theirs, name)))
    }

    fn apply(&self, context: &Context, before: &Entry, after: &mut Promise) -> anyhow::Result<()> {
        let fields = &self.fields;
        for field in &self.clear {
            match field {
                Clearable::Owner => after.owner = None,
                Clearable::Via => after.via = None,
                Clearable::Tags => after.tags.clear(),
                Clearable::Effort => after.effort_minutes = None,
                Clearable::Key => after.key = None,
                Clearable::Remind => after.reminders.clear(),
            }
        }
        for tag in &self.remove_tags {
            after.tags.remove(tag);
        }
        after.tags.extend(fields.tags());
        after.reminders.extend(fields.reminders()?);
        let replaced = [(&fields.via, &mut after.via), (&fields.key, &mut after.key)];
        for (new, old) in replaced {
            if new.is_some() {
                old.clone_from(new);
            }
        }
        if fields.owner.is_some() {
            after.owner = fields.owner(context)?;
        }
        if let Some(minutes) = fields.effort_minutes()? {
            after.effort_minutes = Some(minutes);
        }
        if let Some(made_at) = fields.made_at(context)? {
            after.made_at = made_at;
        }
        if let Some(phrase) = &fields.due {
            // Whether it can be corrected at all comes before what it would be.
            transitions::correct_deadline(&before.promise, context.now)
                .map_err(|refused| settle::refusal(context, &before.promise, &refused))?;
            let name = self
                .person()
                .map_or(before.person.as_str(), |(_, name)| name);
            let their = names::their(context, phrase, name)?;
            let sense = if fields.made.is_some() {
                Sense::DeadlineMaybePast
            } else {
                Sense::Deadline
            };
            let reading = context.read_phrase("--due", phrase, sense, their.as_ref())?;
            after.due = reading.deadline;
        }
        if after.due.at() < after.made_at {
            return Err(Failure::usage("the deadline lies before the promise was made").into());
        }
        Ok(())
    }

    fn refuse_taken_key(&self, writing: &Writing<'_>, after: &Promise) -> anyhow::Result<()> {
        let Some(key) = &self.fields.key else {
            return Ok(());
        };
        match writing.reader().promise_by_key(key)? {
            Some(holder) if holder.promise.id != after.id => {
                let id = holder.promise.id;
                let message = format!("the key \"{key}\" belongs to promise {id}");
                Err(Failure::new(Kind::NotAllowed, message)
                    .hint(format!("promise edit {id} --clear key frees it"))
                    .into())
            }
            _ => Ok(()),
        }
    }
}
