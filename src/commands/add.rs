//! `promise add`: records a promise.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use clap::Args;
use clap_complete::engine::ArgValueCompleter;
use uuid::Uuid;

use crate::commands::shared::fields::{FieldArgs, check_what};
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::names::check_word;
use crate::commands::shared::{ask, capacity, complete, names, print, series};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::Draft;
use crate::domain::person::fold;
use crate::domain::promise::{Check, Direction, Promise, Series, State};
use crate::domain::recurrence::Rule;
use crate::domain::standard::Standard;
use crate::failure::Failure;
use crate::phrase::Sense;
use crate::render::promises::card;
use crate::store::{Entry, Store, Writing};

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
  promise add \"Refund order 1184\" --to Ann --by friday --key order-1184-refund
  promise add \"Call back about the invoice\" --to Jane --standard callback")]
pub struct AddArgs {
    /// What is promised, taken literally; quotes are optional
    #[arg(value_name = "WHAT")]
    what: Vec<String>,
    #[command(flatten)]
    fields: FieldArgs,
    /// The standard that it is made under: its deadline, effort, tags and reminders, unless others are given
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::standards))]
    standard: Option<String>,
    /// Promise it again each time: "friday 16:00", "2 weeks", "month on the 1st", "weekday 9:00";
    /// settling one opens the next
    #[arg(long, value_name = "RULE")]
    every: Option<String>,
    /// The last day that it may be promised for
    #[arg(long, value_name = "PHRASE", requires = "every")]
    until: Option<String>,
    /// How often it is promised in all
    #[arg(long, value_name = "COUNT", requires = "every", value_parser = clap::value_parser!(u32).range(1..))]
    times: Option<u32>,
}

/// What came of it.
enum Added {
    /// It is recorded; perhaps its person is new, and close to a known one.
    New(Entry, Option<String>),
    /// Another one has the key.
    Present(Entry),
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
        let standard = self.standard(context)?;
        let (direction, name) = self.person()?;
        let effort_minutes = self.fields.effort_minutes()?;
        let effort_minutes =
            effort_minutes.or_else(|| standard.and_then(|standard| standard.effort_minutes));
        // A retry may come when the deadline has passed; the record that is there counts.
        if let Some(present) = self.present(context)? {
            return self.say_present(context, present, &what, direction, name);
        }
        let owner = self.fields.owner(context)?;
        let made_at = self.fields.made_at(context)?;
        let rule = self.every.as_deref().map(series::rule).transpose()?;
        let due = match rule {
            Some(rule) if self.fields.due.is_none() => series::first_deadline(context, rule)?,
            _ => self.deadline(context, name, made_at.is_some(), standard)?,
        };
        let until = self.until(context, &due)?;
        let made_at = made_at.unwrap_or(context.now);
        if due.at() < made_at {
            let message = "the deadline lies before the promise was made";
            return Err(Failure::usage(message)
                .hint("promise date PHRASE shows how a phrase is understood")
                .into());
        }
        let mut store = context.open_to_write()?;
        let added = store.write("add", context.now, |writing| {
            // Another process may have been first.
            if let Some(key) = self.fields.key.as_deref()
                && let Some(entry) = writing.reader().promise_by_key(key)?
            {
                return anyhow::Ok(Added::Present(entry));
            }
            let (person, close) = names::find_or_add(writing, name)?;
            let uuid = writing.new_uuid();
            let promise = Promise {
                id: 0,
                uuid,
                what: what.clone(),
                direction,
                person: person.id,
                owner: owner.clone(),
                state: State::Open,
                first_due: due.clone(),
                negotiated_due: due.clone(),
                due: due.clone(),
                made_at,
                settled_at: None,
                via: self.fields.via.clone(),
                tags: self.tags(standard),
                effort_minutes,
                standard: self.standard.clone(),
                key: self.fields.key.clone(),
                check: Check::default(),
                needs: self.fields.needs(writing.reader(), None)?,
                reminders: self.reminders(standard)?,
                series: rule.map(|rule| self.series(rule, uuid, &due, until)),
                corrections: 0,
                reschedules: 0,
                handoffs: 0,
                recorded_at: context.now,
            };
            capacity::check(
                context,
                writing.reader(),
                &due,
                std::slice::from_ref(&promise),
            )?;
            let promise = self.record(writing, promise)?;
            let person = person.name;
            Ok(Added::New(Entry { promise, person }, close))
        })?;
        match added {
            Added::Present(entry) => {
                self.say_present(context, (store, entry), &what, direction, name)
            }
            Added::New(entry, close) => {
                let id = entry.promise.id;
                if let Some(close) = close {
                    names::hint_close(context, id, name, &close);
                }
                let entries = vec![entry];
                print::changed_on(context, Occasion::Add, store, entries, |view, look| {
                    card("Added", view, look)
                })
            }
        }
    }

    fn series(&self, rule: Rule, uuid: Uuid, due: &Deadline, until: Option<NaiveDate>) -> Series {
        // At the time of the first, where the rule names none.
        let rule = match (rule.time(), due.is_whole_day()) {
            (None, false) => rule.at(Some(due.local().time())),
            _ => rule,
        };
        Series {
            uuid,
            occurrence: 1,
            every: Some(rule.to_string()),
            until,
            times: self.times,
        }
    }

    /// The last day of a series.
    fn until(&self, context: &Context, first: &Deadline) -> anyhow::Result<Option<NaiveDate>> {
        let Some(phrase) = &self.until else {
            return Ok(None);
        };
        let reading = context.read_phrase("--until", phrase, Sense::Deadline, None)?;
        let until = reading.deadline.date();
        if until < first.date() {
            let message = "--until lies before the first deadline";
            return Err(Failure::usage(message).into());
        }
        Ok(Some(until))
    }

    /// The record that has the key already, where there is one.
    fn present(&self, context: &Context) -> anyhow::Result<Option<(Store, Entry)>> {
        let Some(key) = self.fields.key.as_deref() else {
            return Ok(None);
        };
        let Some(store) = Store::open_to_read(context.paths.database()?)? else {
            return Ok(None);
        };
        let entry = store.reader().promise_by_key(key)?;
        Ok(entry.map(|entry| (store, entry)))
    }

    fn say_present(
        &self,
        context: &Context,
        (store, entry): (Store, Entry),
        what: &str,
        direction: Direction,
        name: &str,
    ) -> anyhow::Result<()> {
        let id = entry.promise.id;
        let reader = store.reader();
        let notes = reader.notes(id)?;
        let same_person = entry.promise.direction == direction && fold(&entry.person) == fold(name);
        let mut differences = self.differences(context, &entry.promise, what, name)?;
        differences.extend((!same_person).then_some("its person would be another"));
        let has = |text: &String| notes.iter().any(|note| note.text == *text);
        let note_differs = self.fields.note.as_ref().is_some_and(|note| !has(note));
        differences.extend(note_differs.then_some("it has no such note"));
        for difference in differences {
            let message = format!("promise {id} has this key and stays as it is: {difference}");
            context.output.warn(&message);
        }
        print::changed(context, reader, vec![entry], |view, look| {
            card("Already there as", view, look)
        })
    }

    fn ask(&mut self, context: &Context) -> anyhow::Result<String> {
        let what = ask::line("What is promised?", check_what)?;
        let name = ask::line("To whom?", |name| check_word("--to", name))?;
        let default = context.settings()?.due_default.value.as_ref();
        let question = match default {
            Some(default) => format!("By when? [{default}]"),
            None => "By when?".to_owned(),
        };
        loop {
            let phrase = ask::line_or_nothing(&question)?;
            if phrase.is_empty() && default.is_some() {
                break;
            }
            if phrase.is_empty() {
                continue;
            }
            let their = names::their(context, &phrase, &name)?;
            match context.understand(&phrase, Sense::Deadline, their.as_ref())? {
                Ok(_) => {
                    self.fields.due = Some(phrase);
                    break;
                }
                Err(refusal) => ask::say(&Failure::phrase("", &phrase, &refusal).into()),
            }
        }
        self.fields.to = Some(name);
        Ok(what)
    }

    fn person(&self) -> Result<(Direction, &str), Failure> {
        match (&self.fields.to, &self.fields.from) {
            (Some(to), _) => Ok((Direction::Mine, to)),
            (None, Some(from)) => Ok((Direction::Theirs, from)),
            (None, None) => Err(Failure::usage("say to whom it is promised")
                .hint("--to NAME, or --from NAME for a promise made to you")),
        }
    }

    /// The standard that was named.
    fn standard<'c>(&self, context: &'c Context) -> anyhow::Result<Option<&'c Standard>> {
        let Some(name) = &self.standard else {
            return Ok(None);
        };
        let standards = &context.settings()?.standards;
        if let Some(standard) = standards.get(name) {
            return Ok(Some(standard));
        }
        let known: Vec<&str> = standards.keys().map(String::as_str).collect();
        let hint = if known.is_empty() {
            "the config has none: write a table [standard.NAME] there".to_owned()
        } else {
            format!("the standards are {}", known.join(", "))
        };
        Err(Failure::usage(format!("no standard is called \"{name}\""))
            .hint(hint)
            .into())
    }

    fn tags(&self, standard: Option<&Standard>) -> BTreeSet<String> {
        let mut tags = self.fields.tags();
        tags.extend(
            standard
                .into_iter()
                .flat_map(|standard| standard.tags.clone()),
        );
        tags
    }

    fn reminders(&self, standard: Option<&Standard>) -> Result<BTreeSet<String>, Failure> {
        let own = self.fields.reminders()?;
        let standard = standard.filter(|_| own.is_empty());
        Ok(standard.map_or(own, Standard::reminders))
    }

    fn deadline(
        &self,
        context: &Context,
        name: &str,
        past: bool,
        standard: Option<&Standard>,
    ) -> anyhow::Result<Deadline> {
        let sense = if past {
            Sense::DeadlineMaybePast
        } else {
            Sense::Deadline
        };
        let default = context.settings()?.due_default.value.as_ref();
        let (flag, phrase) = match (&self.fields.due, standard, default) {
            (Some(phrase), _, _) => ("--due", phrase),
            (None, Some(standard), _) => ("the standard's due", &standard.due),
            (None, None, Some(phrase)) => ("due.default in the config", phrase),
            (None, None, None) => {
                return Err(Failure::usage("say by when: a promise needs a deadline")
                    .hint("--due PHRASE, or set default in [due] of the config")
                    .into());
            }
        };
        let their = names::their(context, phrase, name)?;
        let reading = context.read_phrase(flag, phrase, sense, their.as_ref())?;
        Ok(reading.deadline)
    }

    fn record(&self, writing: &mut Writing<'_>, promise: Promise) -> anyhow::Result<Promise> {
        let promise = writing.add_promise(promise)?;
        match &self.fields.note {
            None => Ok(promise),
            Some(note) => Ok(writing.record(&promise, Draft::note(note))?),
        }
    }

    /// What was asked for and is not so in the record that has the key.
    fn differences(
        &self,
        context: &Context,
        promise: &Promise,
        what: &str,
        name: &str,
    ) -> anyhow::Result<Vec<&'static str>> {
        let fields = &self.fields;
        let due = match &fields.due {
            None => None,
            Some(phrase) => {
                let their = names::their(context, phrase, name)?;
                let sense = Sense::DeadlineMaybePast;
                let reading = context.read_phrase("--due", phrase, sense, their.as_ref())?;
                Some(reading.deadline.at())
            }
        };
        let effort = fields.effort_minutes()?;
        let made_at = fields.made_at(context)?;
        let owner = fields.owner(context)?;
        let compared = [
            (promise.what != what, "its description would be another"),
            (
                due.is_some_and(|due| due != promise.due.at()),
                "its deadline would be another",
            ),
            (
                fields.owner.is_some() && owner != promise.owner,
                "its owner would be another",
            ),
            (
                fields.via.is_some() && fields.via != promise.via,
                "its channel would be another",
            ),
            (
                !fields.tags.is_empty() && fields.tags() != promise.tags,
                "its tags would be others",
            ),
            (
                effort.is_some() && effort != promise.effort_minutes,
                "its effort would be another",
            ),
            (
                made_at.is_some_and(|made_at| made_at != promise.made_at),
                "it was made at another time",
            ),
            (promise.state != State::Open, "it is no longer open"),
        ];
        let different = compared.into_iter().filter(|(differs, _)| *differs);
        Ok(different.map(|(_, words)| words).collect())
    }
}
