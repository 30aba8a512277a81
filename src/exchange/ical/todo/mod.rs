//! What a promise and a task (`VTODO`) have in common, field by field.

mod alarms;
mod lists;
mod names;
mod of;
mod read;
mod series;
mod state;
mod write;

pub(super) use lists::tags;
pub use read::line_of_person;
pub(super) use read::{email, moment, person};

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::parse::Mistake;
use super::reading::Reading;
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Check, Direction, Series, State};
use crate::domain::reminder::Lead;
use crate::domain::words::words;
use crate::domain::working_time::WorkingTime;

/// Everything of a promise that travels in a `VTODO`. Texts as [`super::sayable`] makes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The `UID`; [`super::identity`] makes the promise's UUID of it. No part: it never changes.
    pub uid: String,
    /// The description: `SUMMARY`. Empty where there is none.
    pub what: String,
    /// More words: `DESCRIPTION`, without the line for the person.
    pub notes: Option<String>,
    /// Whose promise it is: `X-PROMISE-DIRECTION`; mine where nothing says so.
    pub direction: Direction,
    /// The person it is made to, or comes from: `X-PROMISE-TO`, or the `CONTACT` or the one
    /// `ATTENDEE` of another program.
    pub person: Option<String>,
    /// The person's address for mail.
    pub email: Option<String>,
    /// The colleague who answers for it: `X-PROMISE-OWNER`.
    pub owner: Option<String>,
    /// What became of it: `STATUS`, and `X-PROMISE-STATE` where that has no word for it.
    pub state: State,
    /// When it was settled: `COMPLETED`, or `X-PROMISE-SETTLED` where it was not kept.
    pub settled_at: Option<DateTime<Utc>>,
    /// The deadline in force: `DUE`, or `DTSTART` and `DURATION`; its zone in `X-PROMISE-ZONE`.
    pub due: Option<Deadline>,
    /// The deadline as first promised: `X-PROMISE-FIRST-DUE`.
    pub first_due: Option<Deadline>,
    /// The deadline as last negotiated: `X-PROMISE-NEGOTIATED-DUE`.
    pub negotiated_due: Option<Deadline>,
    /// When it was made: `X-PROMISE-MADE`.
    pub made_at: Option<DateTime<Utc>>,
    /// The channel it was made through: `X-PROMISE-VIA`.
    pub via: Option<String>,
    /// Its tags: `CATEGORIES`.
    pub tags: BTreeSet<String>,
    /// The work it takes, in minutes: `X-PROMISE-EFFORT`.
    pub effort_minutes: Option<u32>,
    /// The standard it was made under: `X-PROMISE-STANDARD`.
    pub standard: Option<String>,
    /// A script's own key: `X-PROMISE-KEY`.
    pub key: Option<String>,
    /// The follow-up after keeping: `X-PROMISE-CHECK`, `-SATISFIED` and `-RATING`.
    pub check: Check,
    /// The promises it depends on: `RELATED-TO;RELTYPE=DEPENDS-ON` (RFC 9253).
    pub needs: BTreeSet<Uuid>,
    /// Its own lead times, as [`Lead`] writes them: a `VALARM` each, with `X-PROMISE-LEAD`.
    pub reminders: BTreeSet<String>,
    /// The series it belongs to: `X-PROMISE-SERIES`, `-OCCURRENCE`, `-EVERY`, `-UNTIL`, `-TIMES`.
    pub series: Option<Series>,
    /// What else is to travel, each text opaque here and on a line of its own, in this order:
    /// `X-PROMISE-EVENT`.
    pub events: Vec<String>,
}

/// Makes the parts of a task of its fields: what is compared and taken over as one.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident = $word:literal: $($field:ident),+;)*) => {
        words! {
            /// A part of a task that changes as one, for a merge.
            Part { $($(#[$doc])* $part = $word),* }
        }

        impl Todo {
            /// Whether a part is the same in both.
            #[must_use]
            pub fn same(&self, other: &Self, part: Part) -> bool {
                match part {
                    $(Part::$part => $(self.$field == other.$field)&&+,)*
                }
            }

            /// Takes a part over from another.
            pub fn take(&mut self, part: Part, other: &Self) {
                match part {
                    $(Part::$part => { $(self.$field.clone_from(&other.$field);)+ })*
                }
            }
        }
    };
}

parts! {
    /// The description.
    What = "what": what;
    /// More words.
    Notes = "notes": notes;
    /// Whose promise it is.
    Direction = "direction": direction;
    /// The person's name.
    Person = "person": person;
    /// The person's address.
    Email = "email": email;
    /// The colleague who answers for it.
    Owner = "owner": owner;
    /// What became of it, and when.
    State = "state": state, settled_at;
    /// The deadline in force.
    Due = "due": due;
    /// The deadline as first promised.
    FirstDue = "first_due": first_due;
    /// The deadline as last negotiated.
    NegotiatedDue = "negotiated_due": negotiated_due;
    /// When it was made.
    MadeAt = "made_at": made_at;
    /// The channel.
    Via = "via": via;
    /// The tags.
    Tags = "tags": tags;
    /// The work it takes.
    Effort = "effort_minutes": effort_minutes;
    /// The standard.
    Standard = "standard": standard;
    /// A script's own key.
    Key = "key": key;
    /// The follow-up.
    Check = "check": check;
    /// What it depends on.
    Needs = "needs": needs;
    /// The lead times.
    Reminders = "remind": reminders;
    /// The series.
    Series = "series": series;
    /// What else travels.
    Events = "events": events;
}

impl Todo {
    /// A task with nothing in it: open, and mine.
    #[must_use]
    pub fn new(uid: &str) -> Self {
        Self {
            uid: uid.to_owned(),
            what: String::new(),
            notes: None,
            direction: Direction::Mine,
            person: None,
            email: None,
            owner: None,
            state: State::Open,
            settled_at: None,
            due: None,
            first_due: None,
            negotiated_due: None,
            made_at: None,
            via: None,
            tags: BTreeSet::new(),
            effort_minutes: None,
            standard: None,
            key: None,
            check: Check::default(),
            needs: BTreeSet::new(),
            reminders: BTreeSet::new(),
            series: None,
            events: Vec::new(),
        }
    }

    /// The parts that differ, in declaration order.
    #[must_use]
    pub fn differing(&self, other: &Self) -> Vec<Part> {
        let parts = Part::ALL.iter().copied();
        parts.filter(|part| !self.same(other, *part)).collect()
    }
}

/// A task as a component has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What a promise has too.
    pub todo: Todo,
    /// Whether anything there is in our own words (`X-PROMISE-…`). Where nothing is, another
    /// program made the task or dropped them, and [`Found::filled_from`] helps.
    pub ours: bool,
    /// The person in our own word: `X-PROMISE-TO`.
    pub own_name: Option<String>,
    /// The person as other programs read them: the `CONTACT`, or without our own word whoever
    /// else the task names.
    pub named: Option<String>,
    /// The first who attends and is not the organiser.
    pub attends: Option<String>,
    /// The line of the file that it began on, from 1.
    pub line: usize,
    /// When it was made in the file: `CREATED`.
    pub created: Option<DateTime<Utc>>,
    /// When it was last changed in the file: `LAST-MODIFIED`, or `DTSTAMP` without one.
    pub modified: Option<DateTime<Utc>>,
    /// The rule by which the other program repeats it: `RRULE`, as it stands there.
    /// [`super::repeat`] reads the simple ones.
    pub rrule: Option<String>,
    /// What was not understood and left out, or guessed.
    pub warnings: Vec<Mistake>,
}

impl Found {
    /// The task, where a program that keeps none of our words wrote it: what only they can say
    /// is as it was.
    #[must_use]
    pub fn filled_from(self, before: &Todo) -> Todo {
        if self.ours {
            return self.todo;
        }
        let mut todo = before.clone();
        for part in Part::ALL {
            if read::has_own_word(*part) {
                todo.take(*part, &self.todo);
            }
        }
        let named = |todo: &Todo| (todo.direction, todo.person.clone());
        if named(&self.todo) != named(before) {
            // Who the line names is our word too.
            let person = before.person.as_deref();
            let notes = self.todo.notes.as_deref();
            todo.notes =
                notes.and_then(|notes| read::without_line(notes, before.direction, person));
        }
        // The zone and the kind of a deadline are our words, its moment is not; nor is why
        // something was cancelled.
        if let (Some(old), Some(new)) = (&before.due, &self.todo.due)
            && old.is_whole_day() == new.is_whole_day()
            && (old.at() == new.at() || (old.is_whole_day() && old.date() == new.date()))
        {
            todo.due.clone_from(&before.due);
        }
        if state::status(before.state) == state::status(self.todo.state)
            && (before.state != State::Kept || self.todo.settled_at.is_none())
        {
            todo.take(Part::State, before);
        }
        todo
    }
}

/// What writing a task depends on.
pub struct Writing<'a> {
    /// How the file that it is written into is understood.
    pub reading: &'a Reading<'a>,
    /// The moment of writing: `DTSTAMP`.
    pub now: DateTime<Utc>,
    /// When the promise was last changed: `LAST-MODIFIED` of a task that is changed.
    pub modified: DateTime<Utc>,
    /// When the promise was recorded: `CREATED` of a new task.
    pub created: DateTime<Utc>,
    /// When work is done, for lead times that count it.
    pub work: &'a WorkingTime,
    /// The lead times of a promise that has none of its own. Their alarms are written, and not
    /// read as its own.
    pub usual: &'a [Lead],
    /// The `UID` of promises that are not called by their UUID there.
    pub uids: &'a BTreeMap<Uuid, String>,
    /// Whether the first line of `DESCRIPTION` names the person, for programs that show no
    /// `CONTACT`.
    pub person_line: bool,
}
