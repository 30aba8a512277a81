//! What commands over promises by number share: finding them, and saying why not.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::commands::shared::{capacity, names, series};
use crate::context::Context;
use crate::domain::calendar::Their;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Account, Draft, EventKind};
use crate::domain::promise::{Promise, State};
use crate::domain::transitions::{self, Refused};
use crate::failure::{Failure, Kind};
use crate::phrase::Sense;
use crate::store::{Entry, Reader, Store};

/// The promise with a number, or a failure that names it.
pub fn find(reader: Reader<'_>, id: i64) -> anyhow::Result<Entry> {
    reader.promise(id)?.ok_or_else(|| unknown(id).into())
}

/// Opens the database for a command that changes promises that are there; it makes none.
pub fn open_existing(context: &Context, ids: &[i64]) -> anyhow::Result<Store> {
    let id = ids.first().copied().unwrap_or_default();
    let store = context.open_to_change()?;
    store.ok_or_else(|| unknown(id).into())
}

/// The number of a promise as typed: "12" or "#12".
pub fn number(text: &str) -> Result<i64, String> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    match digits.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("promises have numbers, such as 12".to_owned()),
    }
}

/// A failure that names a number that no promise has.
pub fn unknown(id: i64) -> Failure {
    Failure::new(Kind::NotFound, format!("no promise {id}"))
        .hint("promise list --all lists every one")
}

/// What is recorded beside a transition.
#[derive(Clone, Debug, Default)]
pub struct Said<'a> {
    /// Something to remember.
    pub note: Option<&'a str>,
    /// Why it came to that.
    pub account: Account,
    /// The deadline that promises are put on, whose day must have room.
    pub put_on: Option<&'a Deadline>,
}

/// When something was settled: now, or as `--at` says.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The moment; the end of the day where only that was said.
    pub at: DateTime<Utc>,
    /// The day, where only that was said.
    day: Option<NaiveDate>,
}

impl Moment {
    /// Refuses a day that does not tell whether a promise was kept in time.
    pub fn check(&self, promise: &Promise) -> Result<(), Refused> {
        let due = &promise.negotiated_due;
        if !due.is_whole_day() && self.day == Some(due.date()) && due.has_passed(self.at) {
            return Err(Refused::TimeMatters);
        }
        Ok(())
    }
}

/// When something was settled: now, or as `--at` says.
pub fn moment(context: &Context, at: Option<&str>) -> anyhow::Result<Moment> {
    let Some(text) = at else {
        return Ok(Moment {
            at: context.now,
            day: None,
        });
    };
    let reading = context.read_phrase("--at", text, Sense::Past, None)?;
    let deadline = reading.deadline;
    Ok(Moment {
        at: deadline.at(),
        day: deadline.is_whole_day().then(|| deadline.date()),
    })
}

/// Takes promises through a transition, all of them or none, each with a note where one is given.
/// After one that repeats stands the next occurrence, which settling it opened.
pub fn transition(
    context: &Context,
    command: &'static str,
    ids: &[i64],
    kind: EventKind,
    said: &Said<'_>,
    change: impl Fn(&Promise) -> Result<Promise, Refused>,
) -> anyhow::Result<(Store, Vec<Entry>)> {
    let mut store = open_existing(context, ids)?;
    let entries = store.write(command, context.now, |writing| {
        // Whether all of it can be done comes before whether there is room for it.
        let mut planned = Vec::new();
        for id in ids {
            let entry = find(writing.reader(), *id)?;
            let after = change(&entry.promise)
                .map_err(|refused| refusal(context, &entry.promise, &refused))?;
            planned.push((entry, after));
        }
        if let Some(due) = said.put_on {
            let put: Vec<Promise> = planned
                .iter()
                .map(|(entry, _)| entry.promise.clone())
                .collect();
            capacity::check(context, writing.reader(), due, &put)?;
        }
        let mut entries = Vec::new();
        for (entry, after) in planned {
            let before = entry.promise;
            let draft = transitions::draft(kind, &before, &after);
            let draft = draft.with_account(said.account.clone());
            let mut promise = writing.record(&before, draft)?;
            if let Some(note) = said.note {
                promise = writing.record(&promise, Draft::note(note))?;
            }
            let settled = [EventKind::Kept, EventKind::Broken, EventKind::Released];
            let next = if settled.contains(&kind) {
                series::open_next(context, writing, &promise)?
            } else {
                None
            };
            for promise in std::iter::once(promise).chain(next) {
                let person = entry.person.clone();
                entries.push(Entry { promise, person });
            }
        }
        anyhow::Ok(entries)
    })?;
    Ok((store, entries))
}

/// Whether a transition would be allowed, before anything is asked.
pub fn rehearse(
    context: &Context,
    ids: &[i64],
    put_on: Option<&Deadline>,
    change: impl Fn(&Promise) -> Result<Promise, Refused>,
) -> anyhow::Result<()> {
    let store = open_existing(context, ids)?;
    let mut put = Vec::new();
    for id in ids {
        let promise = find(store.reader(), *id)?.promise;
        change(&promise).map_err(|refused| refusal(context, &promise, &refused))?;
        put.push(promise);
    }
    match put_on {
        Some(due) => capacity::rehearse(context, store.reader(), due, &put),
        None => Ok(()),
    }
}

/// The deadline that `--due` agrees anew for promises. "Their time" is that of their person, who
/// must be the same for all.
pub fn new_deadline(context: &Context, phrase: &str, ids: &[i64]) -> anyhow::Result<Deadline> {
    let their = whose(context, phrase, ids)?;
    let reading = context.read_new_deadline("--due", phrase, their.as_ref())?;
    Ok(reading.deadline)
}

/// Whose clock "their time" means.
pub fn whose(context: &Context, phrase: &str, ids: &[i64]) -> anyhow::Result<Option<Their>> {
    if !names::says_their(phrase) {
        return Ok(None);
    }
    let Some(store) = context.open_to_read()? else {
        return Ok(None);
    };
    let mut people = BTreeSet::new();
    for id in ids {
        people.insert(find(store.reader(), *id)?.person);
    }
    if people.len() > 1 {
        return Err(
            Failure::usage("\"their time\" of whom? The promises have several people")
                .hint("give them their deadlines one by one")
                .into(),
        );
    }
    let person = people.pop_first().unwrap_or_default();
    names::their(context, phrase, &person)
}

/// Why a transition is not allowed, in words.
pub fn refusal(context: &Context, promise: &Promise, refused: &Refused) -> anyhow::Error {
    let id = promise.id;
    let stamp = |at: DateTime<Utc>| anyhow::Ok(context.look()?.stamp(at));
    let described = || -> anyhow::Result<Failure> {
        let failure = |message: String| Failure::new(Kind::NotAllowed, message);
        Ok(match refused {
            Refused::NotOpen { state, since } => {
                let since = match since {
                    Some(since) => format!(", since {}", stamp(*since)?),
                    None => String::new(),
                };
                failure(format!("promise {id} is {}{since}", state.word()))
                    .hint(format!("promise show {id} tells how that came"))
            }
            Refused::BeforeMade { made_at } => failure(format!(
                "promise {id} cannot be settled before it was made, on {}",
                stamp(*made_at)?
            ))
            .hint(format!(
                "promise edit {id} --made corrects when it was made"
            )),
            Refused::Open => failure(format!("promise {id} is open already")),
            Refused::NotKept { state, since } => {
                let since = match since {
                    Some(since) => format!(", since {}", stamp(*since)?),
                    None => String::new(),
                };
                failure(format!(
                    "promise {id} is {}{since}, and only a kept one can be checked",
                    state.word()
                ))
            }
            Refused::Checked { satisfied } => failure(format!(
                "promise {id} was checked already: {}",
                if *satisfied { "yes" } else { "no" }
            ))
            .hint("promise undo takes back the newest step"),
            Refused::TimeMatters => Failure::usage(format!(
                "promise {id} was due that day at {}: the day alone does not tell whether it was in \
                 time",
                context.look()?.clock.time(promise.negotiated_due.local().time())
            ))
            .hint("say the time too: --at \"friday 4pm\""),
            Refused::NotRepeating => failure(format!("promise {id} does not repeat")),
            Refused::NextIsOpen { next } => failure(format!(
                "promise {id} repeats, and its next occurrence was opened: promise {next}"
            ))
            .hint("promise undo takes back the newest step"),
            Refused::Theirs => failure(format!(
                "promise {id} was made to me, so there is nobody to ask"
            ))
            .hint("leave --check out"),
            Refused::NotLate => {
                failure(format!("promise {id} is not late, so nothing made it late"))
                    .hint("leave --because and --cause out")
            }
            Refused::SameDeadline => failure(format!(
                "the deadline of promise {id} is {} already",
                context.look()?.clock.moment(&promise.due)
            )),
            Refused::SameOwner => failure(format!(
                "promise {id} is with {} already",
                promise.owner.as_deref().unwrap_or("me")
            )),
            Refused::DeadlinePassed => {
                let passed = match promise.state {
                    State::Open => {
                        format!("passed on {}", context.look()?.clock.moment(&promise.due))
                    }
                    state => format!("stands, as the promise is {}", state.word()),
                };
                let new = match promise.state {
                    State::Open => format!("promise reschedule {id}"),
                    _ => format!("promise reopen {id}, then promise reschedule {id}"),
                };
                failure(format!("the deadline of promise {id} {passed}")).hint(format!(
                    "a deadline can be corrected only until it has passed; for a new one, {new}"
                ))
            }
            Refused::MadeAfterSettled { settled_at } => failure(format!(
                "promise {id} was settled on {}, and cannot have been made after that",
                stamp(*settled_at)?
            )),
        })
    };
    described().map_or_else(|error| error, Into::into)
}
