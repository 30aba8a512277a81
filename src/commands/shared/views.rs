//! From rows to what is shown of them.

use crate::context::Context;
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
    entries
        .into_iter()
        .map(|entry| {
            let notes = if with_notes {
                reader.notes(entry.promise.id)?
            } else {
                Vec::new()
            };
            let mut view = view(context, reader, entry)?;
            view.notes = notes;
            Ok(view)
        })
        .collect()
}

/// The view of a promise, without its notes.
pub fn view(context: &Context, reader: Reader<'_>, entry: Entry) -> anyhow::Result<View> {
    let settings = context.settings()?;
    let zone = context.zone_named(entry.promise.due.zone());
    let mut needs = Vec::new();
    for need in &entry.promise.needs {
        needs.extend(reader.promise_by_uuid(*need)?.map(|need| need.promise));
    }
    let around = Around {
        work: &settings.work,
        needs: &needs,
        overbooked: false,
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
