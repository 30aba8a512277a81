//! From a row to a promise and what happened to it: checked, its times and phrases understood.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::commands::import::times::Reading;
use crate::commands::shared::names::is_me;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, EventKind};
use crate::domain::promise::{
    Check, Direction, LONGEST_TEXT, LONGEST_WORD, Promise, Series, State, check_text,
};
use crate::domain::recurrence::Rule;
use crate::domain::transitions;
use crate::exchange::row::{Row, When};
use crate::phrase::{self, Edge};
use crate::store::Happened;

/// What is taken where a row lacks it.
#[derive(Clone, Debug, Default)]
pub(super) struct Defaults {
    /// The person.
    pub(super) to: Option<String>,
    /// The deadline, as a phrase.
    pub(super) due: Option<String>,
}

/// Why a row cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bad {
    /// It names nobody.
    NoPerson,
    /// It has no deadline.
    NoDeadline,
    /// Something else.
    Because(String),
}

impl From<String> for Bad {
    fn from(reason: String) -> Self {
        Self::Because(reason)
    }
}

impl Bad {
    /// The reason in words.
    pub(super) fn reason(self) -> String {
        match self {
            Self::NoPerson => "no person is named".to_owned(),
            Self::NoDeadline => "there is no deadline".to_owned(),
            Self::Because(reason) => reason,
        }
    }
}

/// A promise that a row makes, but for what the database has to say.
pub(super) struct Plan {
    /// As it was made: open, of nobody yet.
    pub(super) made: Promise,
    /// The name of its person.
    pub(super) person: String,
    /// What happened to it since.
    pub(super) since: Vec<Happened>,
    /// What became of it.
    pub(super) state: State,
    /// The deadline in force.
    pub(super) due: Deadline,
    /// What is to be said of how that was understood.
    pub(super) remarks: Vec<String>,
}

/// What a row comes to under an identity.
pub(super) fn plan(
    context: &Context,
    row: Row,
    uuid: Uuid,
    defaults: &Defaults,
) -> anyhow::Result<Result<Plan, Bad>> {
    let reader = Reading {
        context,
        home: context.zone()?,
    };
    let owner = match row.owner {
        Some(owner) if is_me(context, &owner)? => None,
        owner => owner,
    };
    let row = Row { owner, ..row };
    Ok(reader.plan(row, uuid, defaults))
}

impl Reading<'_> {
    fn plan(&self, mut row: Row, uuid: Uuid, defaults: &Defaults) -> Result<Plan, Bad> {
        check(&row)?;
        let now = self.context.now;
        let state = row.state.unwrap_or(State::Open);
        let said = row
            .made
            .as_ref()
            .map(|made| self.past("made", made, Edge::Start));
        let said = said.transpose()?;
        if said.is_some_and(|made| made > now) {
            return Err("it was made in the future".to_owned().into());
        }
        let settled = self.settled(state, row.settled.as_ref())?;
        let (direction, person) = match row.person.take() {
            Some((direction, name)) => (direction, name),
            None => (Direction::Mine, defaults.to.clone().ok_or(Bad::NoPerson)?),
        };
        let configured = self
            .context
            .settings()
            .map_err(|error| format!("{error:#}"))?;
        let default = defaults
            .due
            .as_ref()
            .or(configured.due_default.value.as_ref());
        let phrase = default.map(|phrase| When::Phrase(phrase.clone()));
        let due = row.due.take().or(phrase).ok_or(Bad::NoDeadline)?;
        let (due, remarks) = self.deadline(&due, said.unwrap_or(now))?;
        let first = row
            .first_due
            .as_ref()
            .map(|first| self.deadline(first, now));
        let first = first
            .transpose()?
            .map_or_else(|| due.clone(), |(first, _)| first);
        let negotiated = row.negotiated_due.as_ref();
        let negotiated = negotiated
            .map(|negotiated| self.deadline(negotiated, now))
            .transpose()?
            .map(|(negotiated, _)| negotiated);
        // Where nobody says when, not after anything that is known of it.
        let known = [first.at(), due.at()].into_iter().chain(settled);
        let made_at = said.unwrap_or_else(|| known.fold(now, Ord::min));
        let notes = std::mem::take(&mut row.notes);
        let mut made = made(row, uuid, direction, due.clone(), made_at)?;
        let mut since: Vec<Happened> = notes
            .into_iter()
            .map(|(at, text)| Happened {
                at: at.unwrap_or(made_at),
                draft: Draft::note(&text),
            })
            .collect();
        made.first_due = first.clone();
        made.negotiated_due = first.clone();
        let due = std::mem::replace(&mut made.due, first);
        since.extend(moved(&made, negotiated, due.clone()));
        if let Some(at) = settled {
            since.push(settle(&made, state, at)?);
        }
        // In the order in which it happened; notes of one moment in that of the row.
        since.sort_by_key(|happened| happened.at);
        Ok(Plan {
            made,
            person,
            since,
            state,
            due,
            remarks,
        })
    }
}

/// The promise as it was made: open, and with the deadline in force as if it had never moved.
fn made(
    row: Row,
    uuid: Uuid,
    direction: Direction,
    due: Deadline,
    made_at: DateTime<Utc>,
) -> Result<Promise, String> {
    let effort = row.effort.as_deref().map(|text| {
        phrase::minutes(text).map_err(|refusal| format!("effort: {}", refusal.message))
    });
    let lead = |text: &String| {
        phrase::lead(text)
            .map(|lead| lead.to_string())
            .map_err(|refusal| format!("reminder: {}", refusal.message))
    };
    let reminders = row
        .reminders
        .iter()
        .map(lead)
        .collect::<Result<BTreeSet<_>, _>>()?;
    let series = row.every.map(|rule| Series {
        uuid,
        occurrence: 1,
        every: Some(at_the_time_of(rule, &due).to_string()),
        until: row.every_until,
        times: row.every_times,
    });
    Ok(Promise {
        id: 0,
        uuid,
        what: row.what,
        direction,
        person: 0,
        owner: row.owner,
        state: State::Open,
        first_due: due.clone(),
        negotiated_due: due.clone(),
        due,
        made_at,
        settled_at: None,
        via: row.via,
        tags: row.tags,
        effort_minutes: effort.transpose()?,
        standard: row.standard,
        key: row.key,
        check: Check::default(),
        needs: row.needs,
        reminders,
        series,
        corrections: 0,
        reschedules: 0,
        handoffs: 0,
        recorded_at: made_at,
    })
}

/// A rule without a time repeats at the time of the first.
fn at_the_time_of(rule: Rule, due: &Deadline) -> Rule {
    match (rule.time(), due.is_whole_day()) {
        (None, false) => rule.at(Some(due.local().time())),
        _ => rule,
    }
}

/// How the deadline moved, as far as that is known: to the last that was agreed in time, and,
/// when that had passed, to the one in force. No miss is lost, though nobody knows when it moved.
fn moved(made: &Promise, negotiated: Option<Deadline>, due: Deadline) -> Vec<Happened> {
    let agreed = negotiated.unwrap_or_else(|| due.clone());
    let mut steps = Vec::new();
    let mut before = made.clone();
    let in_time = made.made_at.min(before.due.at());
    let after = agreed.at() + TimeDelta::seconds(1);
    for (at, next) in [(in_time, agreed), (after, due)] {
        if let Ok(moved) = transitions::reschedule(&before, &next) {
            let draft = transitions::draft(EventKind::Rescheduled, &before, &moved);
            steps.push(Happened { at, draft });
            before = moved;
        }
    }
    steps
}

/// What settled a promise.
fn settle(made: &Promise, state: State, at: DateTime<Utc>) -> Result<Happened, Bad> {
    if at < made.made_at {
        return Err("it was settled before it was made".to_owned().into());
    }
    let (kind, after) = match state {
        State::Kept => (EventKind::Kept, transitions::keep(made, at)),
        State::Broken => (EventKind::Broken, transitions::break_it(made, at)),
        State::Released => (EventKind::Released, transitions::release(made, at)),
        State::Void | State::Open => (EventKind::Voided, transitions::void(made, at)),
    };
    let after = after.map_err(|refused| format!("{refused:?}"))?;
    Ok(Happened {
        at,
        draft: transitions::draft(kind, made, &after),
    })
}

/// Checks every text against its limits.
fn check(row: &Row) -> Result<(), String> {
    let named = |name: &str, text: &str, limit| {
        check_text(text, limit).map_err(|reason| format!("{name} {reason}"))
    };
    named("the description", &row.what, LONGEST_TEXT)?;
    for (_, note) in &row.notes {
        named("a note", note, LONGEST_TEXT)?;
    }
    if let Some((_, name)) = &row.person {
        named("the name", name, LONGEST_WORD)?;
    }
    let words = [&row.owner, &row.via, &row.standard, &row.key];
    for word in words.into_iter().flatten().chain(&row.tags) {
        named("a short text", word, LONGEST_WORD)?;
    }
    let parts = |char: char| char.is_whitespace() || char.is_control() || char == ',';
    match row.tags.iter().find(|tag| tag.contains(parts)) {
        Some(tag) => Err(format!("{tag:?} is no tag: a tag is one word")),
        None => Ok(()),
    }
}
