//! From rows to what is shown of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, Promise, State};
use crate::domain::reckoning::{Around, risks, standing};
use crate::render::View;
use crate::store::error::StoreError;
use crate::store::{Entry, Line, Reader};

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

/// Lines of open promises, each with why it is at risk.
pub fn lines(
    context: &Context,
    reader: Reader<'_>,
    lines: Vec<Line>,
) -> anyhow::Result<Vec<(Line, Vec<String>)>> {
    let mine = lines
        .iter()
        .filter(|line| line.direction == Direction::Mine);
    let overbooked = overbooked(context, reader, mine.map(|line| &line.due))?;
    let work = &context.settings()?.work;
    let zone = context.zone()?;
    let at_risk = |line: &Line| {
        let mut needs = Vec::new();
        if line.has_needs {
            needs = needed(reader, reader.needs(line.id)?.iter())?;
        }
        let around = Around {
            work,
            needs: &needs,
            overbooked: line.direction == Direction::Mine
                && line.owner.is_none()
                && !overbooked.is_empty()
                && overbooked.contains(&line.due.date_in(zone)),
        };
        let zone_of = |name: &str| context.zone_named(name);
        let effort = line.effort_minutes;
        anyhow::Ok(risks(&line.due, effort, context.now, &around, &zone_of))
    };
    let pairs = lines.into_iter().map(|line| {
        let risks = at_risk(&line)?;
        Ok((line, risks))
    });
    pairs.collect()
}

/// The deadline of a promise of mine that is open.
fn mine(entry: &Entry) -> Option<&Deadline> {
    let promise = &entry.promise;
    let is_mine = promise.state == State::Open && promise.direction == Direction::Mine;
    is_mine.then_some(&promise.due)
}

/// The promises that these UUIDs name, as far as they are recorded here.
fn needed<'u>(
    reader: Reader<'_>,
    uuids: impl Iterator<Item = &'u Uuid>,
) -> Result<Vec<Promise>, StoreError> {
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
    let needs = needed(reader, entry.promise.needs.iter())?;
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
