//! From arguments to a promise: checked, its phrases understood, recorded.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::commands::add::AddArgs;
use crate::commands::shared::fields::check_what;
use crate::commands::shared::{capacity, names, series};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::Draft;
use crate::domain::person::Person;
use crate::domain::promise::{Check, Direction, Promise, State};
use crate::domain::recurrence::Rule;
use crate::domain::standard::Standard;
use crate::failure::Failure;
use crate::store::{Entry, Writing};

/// What arguments ask for, checked as far as that needs no clock and no database.
pub(super) struct Wanted<'a> {
    pub(super) args: &'a AddArgs,
    pub(super) what: String,
    pub(super) direction: Direction,
    /// The person's name.
    pub(super) name: &'a str,
    standard: Option<&'a Standard>,
    effort_minutes: Option<u32>,
}

/// The same with its phrases understood: all but the database has agreed to it.
pub(super) struct Plan<'a> {
    pub(super) wanted: Wanted<'a>,
    owner: Option<String>,
    made_at: DateTime<Utc>,
    due: Deadline,
    every: Option<(Rule, Option<NaiveDate>)>,
}

/// What need not be told again, or looked up again and again, as one batch is recorded.
#[derive(Default)]
pub(super) struct Told {
    /// The days that a warning said are full.
    full: BTreeSet<NaiveDate>,
    /// How many names were new.
    pub(super) names: usize,
}

/// The most new names of one batch that are compared with all known ones.
pub(super) const COMPARED: usize = 500;

impl Told {
    /// Records a person, with the known name that theirs is close to.
    fn add_person(
        &mut self,
        writing: &mut Writing<'_>,
        name: &str,
    ) -> anyhow::Result<(Person, Option<String>)> {
        self.names += 1;
        let close = if self.names <= COMPARED {
            names::close_to(writing.reader(), name)?
        } else {
            None
        };
        Ok((names::add(writing, name)?, close))
    }
}

/// What came of it.
pub(super) enum Added {
    /// It is recorded; perhaps its person is new, and close to a known one.
    New(Entry, Option<String>),
    /// Another one has the key.
    Present(Entry),
}

impl<'a> Wanted<'a> {
    /// Checks what needs no phrase read.
    pub(super) fn new(context: &'a Context, args: &'a AddArgs) -> anyhow::Result<Self> {
        if args.what.is_empty() {
            return Err(Failure::usage("say what is promised")
                .hint("promise add \"Send the quote\" --to NAME --due PHRASE")
                .into());
        }
        let what = args.what.join(" ");
        check_what(&what)?;
        args.fields.check()?;
        let standard = args.standard(context)?;
        let (direction, name) = args.person()?;
        let effort_minutes = args.fields.effort_minutes()?;
        Ok(Self {
            args,
            what,
            direction,
            name,
            standard,
            effort_minutes: effort_minutes
                .or_else(|| standard.and_then(|standard| standard.effort_minutes)),
        })
    }

    /// Reads the phrases.
    pub(super) fn plan(self, context: &Context) -> anyhow::Result<Plan<'a>> {
        let args = self.args;
        let owner = args.fields.owner(context)?;
        let made_at = args.fields.made_at(context)?;
        let rule = args.every.as_deref().map(series::rule).transpose()?;
        let due = match rule {
            Some(rule) if args.fields.due.is_none() => series::first_deadline(context, rule)?,
            _ => args.deadline(context, self.name, made_at.is_some(), self.standard)?,
        };
        let until = args.until(context, &due)?;
        let made_at = made_at.unwrap_or(context.now);
        if due.at() < made_at {
            let message = "the deadline lies before the promise was made";
            return Err(Failure::usage(message)
                .hint("promise date PHRASE shows how a phrase is understood")
                .into());
        }
        Ok(Plan {
            wanted: self,
            owner,
            made_at,
            due,
            every: rule.map(|rule| (rule, until)),
        })
    }
}

impl Plan<'_> {
    /// Records it, where the key has not been taken meanwhile.
    pub(super) fn record(
        &self,
        context: &Context,
        writing: &mut Writing<'_>,
        told: &mut Told,
    ) -> anyhow::Result<Added> {
        let wanted = &self.wanted;
        let args = wanted.args;
        let due = &self.due;
        // Another process may have been first.
        if let Some(key) = args.fields.key.as_deref()
            && let Some(entry) = writing.reader().promise_by_key(key)?
        {
            return Ok(Added::Present(entry));
        }
        let (person, close) = match writing.reader().person_named(wanted.name)? {
            Some(person) => (person, None),
            None => told.add_person(writing, wanted.name)?,
        };
        let uuid = writing.new_uuid();
        let promise = Promise {
            id: 0,
            uuid,
            what: wanted.what.clone(),
            direction: wanted.direction,
            person: person.id,
            owner: self.owner.clone(),
            state: State::Open,
            first_due: due.clone(),
            negotiated_due: due.clone(),
            due: due.clone(),
            made_at: self.made_at,
            settled_at: None,
            via: args.fields.via.clone(),
            tags: args.tags(wanted.standard),
            effort_minutes: wanted.effort_minutes,
            standard: args.standard.clone(),
            key: args.fields.key.clone(),
            check: Check::default(),
            needs: args.fields.needs(writing.reader(), None)?,
            reminders: args.reminders(wanted.standard)?,
            series: self
                .every
                .map(|(rule, until)| args.series(rule, uuid, due, until)),
            corrections: 0,
            reschedules: 0,
            handoffs: 0,
            recorded_at: context.now,
        };
        let day = due.date_in(context.zone()?);
        let put = std::slice::from_ref(&promise);
        if !told.full.contains(&day) && capacity::check(context, writing.reader(), due, put)? {
            told.full.insert(day);
        }
        let mut promise = writing.add_promise(promise)?;
        if let Some(note) = &args.fields.note {
            promise = writing.record(&promise, Draft::note(note))?;
        }
        let person = person.name;
        Ok(Added::New(Entry { promise, person }, close))
    }
}
