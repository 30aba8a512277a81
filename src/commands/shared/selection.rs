//! Which promises ask for attention: overdue, due, at risk, to be checked.

use chrono::{DateTime, TimeDelta, Utc};

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::sections::{Section, Sections};
use crate::commands::shared::views::{Days, Risks, views};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::query::{Owner, Query, Span};
use crate::render::cells::Cells;
use crate::render::due::{Due, Row};
use crate::render::{Look, View};
use crate::store::{Entry, Reader};

/// How far ahead is looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Only what is overdue.
    Overdue,
    /// What falls due by a moment, and who is to be asked by then.
    Until(DateTime<Utc>),
    /// Whatever is open, and who is to be asked by a moment.
    Open(DateTime<Utc>),
}

/// How much of each promise is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What a line of a table shows: no notes, no tags, and nothing of reminders.
    Line,
    /// All but the notes.
    Card,
    /// Everything.
    Record,
}

/// The open promises within reach and those to be checked, in sections; of each what `keep` makes
/// of it, which is told of those to be checked.
pub fn gather<T>(
    context: &Context,
    filter: &FilterArgs,
    reach: Reach,
    depth: Depth,
    keep: impl Fn(View, bool) -> T,
) -> anyhow::Result<Due<Vec<T>>> {
    let Some(store) = context.open_to_read()? else {
        return Ok(Due::default());
    };
    let reader = store.reader();
    let search = Search::new(context, filter, reader, reach)?;
    let with_notes = depth == Depth::Record;
    let mut due = Due::<Vec<T>>::default();
    reader.list_in_pieces(&search.query, depth != Depth::Line, |entries| {
        for view in views(context, reader, entries, with_notes)? {
            let promise = &view.promise;
            let section = search.section(&mut due, promise.direction, &promise.due);
            if let Some(section) = section {
                section.push(keep(view, false));
            }
        }
        anyhow::Ok(())
    })?;
    let checks = search.checks(context, reader, with_notes)?;
    due.checks = checks.into_iter().map(|view| keep(view, true)).collect();
    Ok(due)
}

/// The same as lines of a page. Long ones are waited for: no promise is read whole that shows no
/// more than a line.
pub fn gather_lines(
    context: &Context,
    filter: &FilterArgs,
    reach: Reach,
    look: &Look,
) -> anyhow::Result<Due<Cells>> {
    let Some(store) = context.open_to_read()? else {
        return Ok(Due::default());
    };
    let reader = store.reader();
    let search = Search::new(context, filter, reader, reach)?;
    let mut due = Due::default();
    let mut days = Days::new(context)?;
    let mut risks = Risks::new(context, reader);
    reader.lines(&search.query, |line| {
        let Some(section) = search.section(&mut due, line.direction, &line.due) else {
            return Ok(());
        };
        let row = Row {
            id: line.id,
            due: &line.due,
            today: days.today(&line.due),
            person: line.person,
            what: line.what,
            owner: line.owner,
            risks: &risks.of(line)?,
        };
        row.push_to(section, look);
        anyhow::Ok(())
    })?;
    for view in search.checks(context, reader, false)? {
        Row::of(&view, true).push_to(&mut due.checks, look);
    }
    Ok(due)
}

/// What is looked for, and where in the sections it belongs.
struct Search<'c> {
    query: Query,
    reach: Reach,
    now: DateTime<Utc>,
    sections: Sections<'c>,
    /// Who is to be asked by then is wanted too.
    ask_until: Option<DateTime<Utc>>,
}

impl<'c> Search<'c> {
    fn new(
        context: &'c Context,
        filter: &FilterArgs,
        reader: Reader<'_>,
        reach: Reach,
    ) -> anyhow::Result<Self> {
        // A day in another zone may end after the horizon and yet be today's there.
        let slack = TimeDelta::hours(26);
        let (to, ask_until) = match reach {
            Reach::Overdue => (Some(context.now), None),
            // What is overdue is due, however short the horizon.
            Reach::Until(horizon) => {
                let horizon = horizon.max(context.now);
                (horizon.checked_add_signed(slack), Some(horizon))
            }
            Reach::Open(horizon) => (None, Some(horizon.max(context.now))),
        };
        let mut query = Query {
            states: vec![State::Open],
            due: Span { from: None, to },
            ..Query::default()
        };
        filter.narrow(context, reader, &mut query)?;
        let horizon = match reach {
            Reach::Overdue => context.now,
            Reach::Until(horizon) => horizon,
            Reach::Open(_) => DateTime::<Utc>::MAX_UTC,
        };
        Ok(Self {
            query,
            reach,
            now: context.now,
            sections: Sections::until(horizon, context)?,
            ask_until,
        })
    }

    /// The section of an open promise; none beyond reach.
    fn section<'d, T>(
        &self,
        due: &'d mut Due<T>,
        direction: Direction,
        deadline: &Deadline,
    ) -> Option<&'d mut T> {
        if self.reach == Reach::Overdue && !deadline.has_passed(self.now) {
            return None;
        }
        Some(match self.sections.of(direction, deadline)? {
            Section::Overdue => &mut due.overdue,
            Section::Today => &mut due.today,
            Section::Coming => &mut due.coming,
            Section::WaitingOn => &mut due.waiting_on,
        })
    }

    /// The kept promises whose person is to be asked.
    fn checks(
        &self,
        context: &Context,
        reader: Reader<'_>,
        with_notes: bool,
    ) -> anyhow::Result<Vec<View>> {
        match self.ask_until {
            // Most of the time there is none, and counting costs a fifth of looking.
            Some(until) if reader.count_checks(until)? > 0 => {
                let mut entries = reader.checks(until)?;
                entries.retain(|entry| matches(&self.query, entry));
                views(context, reader, entries, with_notes)
            }
            _ => Ok(Vec::new()),
        }
    }
}

/// The last second of today.
pub fn end_of_today(context: &Context) -> anyhow::Result<DateTime<Utc>> {
    let zone = context.zone()?;
    let today = zone.local(context.now).date();
    Ok(zone.end_of_day(today).unwrap_or(context.now))
}

/// Whether a promise asks for attention today: it is overdue, due today, at risk, or its person is
/// to be asked.
pub fn is_pressing(context: &Context, view: &View) -> anyhow::Result<bool> {
    let check = &view.promise.check;
    Ok(match view.promise.state {
        State::Open => {
            let sections = Sections::until(context.now, context)?;
            let section = sections.of(view.promise.direction, &view.promise.due);
            section.is_some() || !view.standing.risks.is_empty()
        }
        State::Kept => {
            let due = check.due.as_ref().filter(|_| check.satisfied.is_none());
            let today = end_of_today(context)?;
            due.is_some_and(|due| due.at() <= today)
        }
        _ => false,
    })
}

/// Whether a kept promise is among those that the filters name.
fn matches(query: &Query, entry: &Entry) -> bool {
    let promise = &entry.promise;
    let people = query.people.as_ref();
    query
        .direction
        .is_none_or(|direction| direction == promise.direction)
        && people.is_none_or(|people| people.contains(&promise.person))
        && query.tags.iter().all(|tag| promise.tags.contains(tag))
        && match (&query.owner, &promise.owner) {
            (None, _) | (Some(Owner::Me), None) => true,
            (Some(Owner::Named(names)), Some(owner)) => names.contains(owner),
            _ => false,
        }
}
