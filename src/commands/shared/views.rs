//! From rows to what is shown of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, Promise, State};
use crate::domain::reckoning::{Around, risks, standing};
use crate::domain::zone::Zone;
use crate::render::View;
use crate::store::error::StoreError;
use crate::store::{Entry, Line, Needs, Reader};

/// Views of promises; their notes are read only where they will be shown.
pub fn views(
    context: &Context,
    reader: Reader<'_>,
    entries: Vec<Entry>,
    with_notes: bool,
) -> anyhow::Result<Vec<View>> {
    let overbooked = overbooked(context, reader, entries.iter().filter_map(mine))?;
    entries
        .into_iter()
        .map(|entry| {
            let notes = if with_notes {
                reader.notes(entry.promise.id)?
            } else {
                Vec::new()
            };
            let day = overbooked.contains(&entry.promise.due.date_in(context.zone()?));
            let mut view = view_on(context, reader, entry, day)?;
            view.notes = notes;
            Ok(view)
        })
        .collect()
}

/// Tells of one promise after the other what day it is where its deadline stands.
pub struct Days<'c> {
    context: &'c Context,
    /// The zone of the one before: most stand in the same.
    zone: Zone,
    today: NaiveDate,
}

impl<'c> Days<'c> {
    /// Begins in the user's zone.
    pub fn new(context: &'c Context) -> anyhow::Result<Self> {
        let zone = context.zone()?.clone();
        let today = zone.local(context.now).date();
        Ok(Self {
            context,
            zone,
            today,
        })
    }

    /// The date in a deadline's zone.
    pub fn today(&mut self, due: &Deadline) -> NaiveDate {
        if self.zone.name() != due.zone() {
            self.zone = self.context.zone_named(due.zone());
            self.today = self.zone.local(self.context.now).date();
        }
        self.today
    }
}

/// Tells of open promises, one after the other, why they are at risk.
pub struct Risks<'c, 'r> {
    context: &'c Context,
    reader: Reader<'r>,
    /// Nothing until a line is ahead.
    needs: Option<Needs<'r>>,
    /// The days looked at so far, and whether they are overbooked: few, as nothing is said of what
    /// is overdue.
    days: BTreeMap<NaiveDate, bool>,
}

impl<'c, 'r> Risks<'c, 'r> {
    /// Nothing is looked at yet.
    pub fn new(context: &'c Context, reader: Reader<'r>) -> Self {
        Self {
            context,
            reader,
            needs: None,
            days: BTreeMap::new(),
        }
    }

    /// Why the promise of a line is at risk.
    pub fn of(&mut self, line: &Line<'_>) -> anyhow::Result<Vec<String>> {
        let context = self.context;
        if line.due.has_passed(context.now) {
            return Ok(Vec::new());
        }
        let needs = match &mut self.needs {
            Some(needs) => needs,
            none => none.insert(self.reader.needs()?),
        };
        let needs = needed(self.reader, &needs.of(line.id)?)?;
        let around = Around {
            work: &context.settings()?.work,
            needs: &needs,
            overbooked: line.direction == Direction::Mine
                && line.owner.is_none()
                && self.is_overbooked(&line.due)?,
        };
        let zone_of = |name: &str| context.zone_named(name);
        let effort = line.effort_minutes;
        Ok(risks(&line.due, effort, context.now, &around, &zone_of))
    }

    fn is_overbooked(&mut self, due: &Deadline) -> anyhow::Result<bool> {
        if !self.context.settings()?.capacity.is_limited() {
            return Ok(false);
        }
        let date = due.date_in(self.context.zone()?);
        if let Some(known) = self.days.get(&date) {
            return Ok(*known);
        }
        let days = overbooked(self.context, self.reader, std::iter::once(due))?;
        let is_overbooked = days.contains(&date);
        self.days.insert(date, is_overbooked);
        Ok(is_overbooked)
    }
}

/// The deadline of a promise of mine that is open.
fn mine(entry: &Entry) -> Option<&Deadline> {
    let promise = &entry.promise;
    let is_mine = promise.state == State::Open && promise.direction == Direction::Mine;
    is_mine.then_some(&promise.due)
}

/// The promises that these UUIDs name, as far as they are recorded here.
fn needed(reader: Reader<'_>, uuids: &BTreeSet<Uuid>) -> Result<Vec<Promise>, StoreError> {
    let mut needs = Vec::new();
    for uuid in uuids {
        needs.extend(reader.promise_by_uuid(*uuid)?.map(|need| need.promise));
    }
    needs.sort_by_key(|need| need.id);
    Ok(needs)
}

/// The days of deadlines on which more is promised than the day can hold.
fn overbooked<'d>(
    context: &Context,
    reader: Reader<'_>,
    deadlines: impl Iterator<Item = &'d Deadline>,
) -> anyhow::Result<BTreeSet<NaiveDate>> {
    let capacity = &context.settings()?.capacity;
    if !capacity.is_limited() {
        return Ok(BTreeSet::new());
    }
    let zone = context.zone()?;
    let dates: BTreeSet<NaiveDate> = deadlines.map(|due| due.date_in(zone)).collect();
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
        return Ok(BTreeSet::new());
    };
    let loads = reader.loads(*first, *last, zone, &[])?;
    let over = loads
        .into_iter()
        .filter(|(date, load)| capacity.limit(*date).is_overbooked(*load));
    Ok(over.map(|(date, _)| date).collect())
}

/// The view of a promise, without its notes.
pub fn view(context: &Context, reader: Reader<'_>, entry: Entry) -> anyhow::Result<View> {
    let overbooked = overbooked(context, reader, mine(&entry).into_iter())?;
    let day = overbooked.contains(&entry.promise.due.date_in(context.zone()?));
    view_on(context, reader, entry, day)
}

fn view_on(
    context: &Context,
    reader: Reader<'_>,
    entry: Entry,
    overbooked: bool,
) -> anyhow::Result<View> {
    let settings = context.settings()?;
    let zone = context.zone_named(entry.promise.due.zone());
    let needs = needed(reader, &entry.promise.needs)?;
    let around = Around {
        work: &settings.work,
        needs: &needs,
        overbooked: overbooked
            && entry.promise.direction == Direction::Mine
            && entry.promise.owner.is_none(),
    };
    let standing = standing(&entry.promise, context.now, &around, &|name| {
        context.zone_named(name)
    });
    Ok(View {
        owner: entry
            .promise
            .owner
            .clone()
            .or_else(|| settings.me.value.clone()),
        standing,
        notes: Vec::new(),
        needs: needs.iter().map(|need| need.id).collect(),
        today: zone.local(context.now).date(),
        zone,
        promise: entry.promise,
        person: entry.person,
    })
}
