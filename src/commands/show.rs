//! `promise show`: everything about a promise, with its history.

use std::collections::BTreeSet;

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::commands::shared::ids::IdArgs;
use crate::commands::shared::views::view;
use crate::commands::shared::{print, settle};
use crate::config::Format;
use crate::context::Context;
use crate::domain::event::{Event, EventKind, Subject};
use crate::domain::heard::{self, Heard};
use crate::domain::replay;
use crate::query::Field;
use crate::render::history::Lens;
use crate::render::show::show;
use crate::render::{Look, View, rfc3339};
use crate::store::Reader;

/// Show everything about promises, with their history
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise show 12
  promise show 12 14 --json")]
pub struct ShowArgs {
    #[command(flatten)]
    ids: IdArgs,
}

impl ShowArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let ids = self.ids.read()?;
        let Some(store) = context.open_to_read()? else {
            return Err(settle::unknown(ids.first().copied().unwrap_or_default()).into());
        };
        let reader = store.reader();
        let look = context.look()?;
        let is_page = context.format()? == Format::Table;
        let mut values = Vec::new();
        let mut texts = Vec::new();
        for id in ids {
            let entry = reader.verified(id)?.ok_or_else(|| settle::unknown(id))?;
            let events = reader.events(Subject::Promise(id))?;
            let mut view = view(context, reader, entry)?;
            view.notes = replay::notes(&events);
            let heard = heard::versions(&events);
            if is_page {
                let history = told(reader, &view, &events, &look, |lens, event, stands| {
                    (look.stamp(event.at), lens.words(event, &events, stands))
                });
                texts.push(show(&view, &history, &heard, &look));
                continue;
            }
            let mut record = view.json(&Field::ALL);
            let history = told(reader, &view, &events, &look, |lens, event, stands| {
                lens.json(event, stands)
            });
            record["events"] = history.into();
            let heard = heard.iter().map(|version| heard_json(&view, version));
            record["heard"] = heard.collect();
            values.push(record);
        }
        drop(store);
        let fields = print::LINE_FIELDS.map(Field::word);
        print::records(context, &fields, &values, |_| texts.join("\n"))
    }
}

/// A version that the person heard.
fn heard_json(view: &View, heard: &Heard) -> Value {
    json!({
        "at": rfc3339(view.local(heard.at)),
        "by": heard.by,
        "due": heard.due.as_ref().map(|due| rfc3339(due.with_offset())),
        "text": heard.text,
    })
}

/// What is told of each event, which stands or was undone.
fn told<T>(
    reader: Reader<'_>,
    view: &View,
    events: &[Event],
    look: &Look,
    tell: impl Fn(&Lens<'_>, &Event, bool) -> T,
) -> Vec<T> {
    let in_effect: BTreeSet<i64> = replay::in_effect(events).map(|event| event.seq).collect();
    let lens = Lens {
        clock: look.clock,
        local: &|at| view.local(at),
        name: &|id| {
            let name = reader.name(id).ok().flatten();
            name.unwrap_or_else(|| id.to_string())
        },
        number: &|uuid| {
            let need = reader.promise_by_uuid(Uuid::parse_str(uuid).ok()?).ok()?;
            Some(need?.promise.id)
        },
    };
    let turns = |kind| matches!(kind, EventKind::Undone | EventKind::Redone);
    let stands = |event: &Event| in_effect.contains(&event.seq) || turns(event.draft.kind);
    let told = events.iter().map(|event| tell(&lens, event, stands(event)));
    told.collect()
}
