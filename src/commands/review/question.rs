//! The questions of a walk: lines of text, asked again until they are understood. An empty answer
//! says nothing.

use std::fmt;

use crate::commands::shared::account::check_cause;
use crate::commands::shared::settle::Moment;
use crate::commands::shared::{ask, names, settle};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::Account;
use crate::failure::{Failure, Kind};
use crate::store::error::StoreError;

/// The input ended at a question, and what was begun there is not saved.
#[derive(Debug)]
pub struct Ended;

impl fmt::Display for Ended {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the input ended")
    }
}

impl std::error::Error for Ended {}

/// Whether an error is about one answer, so that the walk can go on after telling it.
pub fn is_about_an_answer(error: &anyhow::Error) -> bool {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        let kinds = [
            Kind::Usage,
            Kind::NotFound,
            Kind::NotAllowed,
            Kind::Database,
        ];
        return kinds.contains(&failure.kind);
    }
    error.downcast_ref::<StoreError>().is_some()
}

/// A line, or nothing.
pub fn line(question: &str) -> anyhow::Result<Option<String>> {
    let answer = ask::line_or_end(question)?.ok_or(Ended)?;
    Ok(Some(answer).filter(|answer| !answer.is_empty()))
}

/// What a line means, or nothing; asked again where it means nothing.
fn understood<T>(
    question: &str,
    read: impl Fn(&str) -> anyhow::Result<T>,
) -> anyhow::Result<Option<T>> {
    while let Some(answer) = line(question)? {
        match read(&answer) {
            Ok(meant) => return Ok(Some(meant)),
            Err(error) if is_about_an_answer(&error) => ask::say(&error),
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// Yes or no, or nothing.
pub fn yes_or_no(question: &str) -> anyhow::Result<Option<bool>> {
    understood(question, |answer| match answer.to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "n" | "no" => Ok(false),
        _ => Err(Failure::usage("say y or n").into()),
    })
}

/// Whether the person was told; no where nothing is said.
pub fn told(person: &str) -> anyhow::Result<bool> {
    let person = crate::render::harmless::harmless(person);
    let told = yes_or_no(&format!("Was {person} told? [y/N]"))?;
    Ok(told.unwrap_or(false))
}

/// A number from 1 to 5, or nothing.
pub fn rating() -> anyhow::Result<Option<u8>> {
    understood("How well, from 1 to 5? [nothing: no rating]", |answer| {
        let rating = answer
            .parse()
            .ok()
            .filter(|rating| (1..=5).contains(rating));
        rating.ok_or_else(|| Failure::usage("say a number from 1 to 5").into())
    })
}

/// A new deadline, agreed at the moment of the answer.
pub fn deadline(
    context: &Context,
    question: &str,
    person: &str,
) -> anyhow::Result<Option<Deadline>> {
    understood(question, |phrase| {
        let context = context.renewed()?;
        let their = names::their(&context, phrase, person)?;
        let reading = context.read_new_deadline("", phrase, their.as_ref())?;
        Ok(reading.deadline)
    })
}

/// When something was settled; now where nothing is said.
pub fn moment(context: &Context, question: &str) -> anyhow::Result<Moment> {
    let moment = understood(question, |phrase| {
        settle::moment(&context.renewed()?, Some(phrase))
    })?;
    match moment {
        Some(moment) => Ok(moment),
        None => settle::moment(&context.renewed()?, None),
    }
}

/// Why it came to that: a word of the config's list or its number; none where nothing is said.
pub fn cause(context: &Context) -> anyhow::Result<Account> {
    let causes = &context.settings()?.causes.value;
    if causes.is_empty() {
        return Ok(Account::default());
    }
    let listed: Vec<String> = (1..)
        .zip(causes)
        .map(|(number, cause)| format!("{number} {cause}"))
        .collect();
    let question = format!("Why? [{}, or nothing]", listed.join(", "));
    let cause = understood(&question, |answer| {
        let number: Option<usize> = answer.parse().ok();
        let numbered = number.and_then(|number| causes.get(number.checked_sub(1)?));
        match numbered {
            Some(cause) if !causes.iter().any(|cause| cause == answer) => Ok(cause.clone()),
            _ => check_cause(context, answer).map(|()| answer.to_owned()),
        }
    })?;
    Ok(Account {
        cause,
        ..Account::default()
    })
}
