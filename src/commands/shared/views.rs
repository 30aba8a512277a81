//! From rows to what is shown of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::promise::{Direction, State};
use crate::domain::reckoning::{Around, standing};
use crate::render::View;
use crate::store::{Entry, Reader};

/// Views of promises; their notes are read only where they will be shown.
pub fn views(
    context: &Context,
    reader: Reader<'_>,
    entries: Vec<Entry>,
    with_notes: bool,
) -> anyhow::Result<Vec<View>> {
    let overbooked = overbooked(context, reader, &entries)?;
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

/// The days of open promises on which more is promised than the day can hold.
fn overbooked(
    context: &Context,
    reader: Reader<'_>,
    entries: &[Entry],
) -> anyhow::Result<BTreeSet<NaiveDate>> {
    let capacity = &context.settings()?.capacity;
    let zone = context.zone()?;
    let open = entries.iter().filter(|entry| {
        let promise = &entry.promise;
        promise.state == State::Open && promise.direction == Direction::Mine
    });
    let dates: BTreeSet<NaiveDate> = open.map(|entry| entry.promise.due.date_in(zone)).collect();
    let (Some(first), Some(last), true) = (dates.first(), dates.last(), capacity.is_limited())
    else {
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
    let overbooked = overbooked(context, reader, std::slice::from_ref(&entry))?;
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
    let mut needs = Vec::new();
    for need in &entry.promise.needs {
        needs.extend(reader.promise_by_uuid(*need)?.map(|need| need.promise));
    }
    needs.sort_by_key(|need| need.id);
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
