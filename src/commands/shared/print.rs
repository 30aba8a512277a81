//! Printing records in the format that was asked for.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::commands::shared::hooks::{self, Occasion};
use crate::commands::shared::views::views;
use crate::config::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::query::Field;
use crate::render::{Look, View, promises, records};
use crate::store::{Entry, Reader, Store};

/// The fields of a promise in the formats of one record a line.
pub const LINE_FIELDS: [Field; 6] = [
    Field::Id,
    Field::State,
    Field::Due,
    Field::To,
    Field::From,
    Field::What,
];

/// Prints records: as JSON whole, by line with the fields given, for people with `text`.
pub fn records(
    context: &Context,
    fields: &[&str],
    values: &[Value],
    text: impl FnOnce(&Look) -> String,
) -> anyhow::Result<()> {
    let text = match context.format()? {
        Format::Table => text(&context.look()?),
        Format::Json => records::json(values),
        Format::JsonLines => records::json_lines(values),
        Format::Plain => records::plain(fields, values),
        Format::Csv => records::csv(fields, values),
        Format::Markdown => records::markdown(fields, values),
        Format::Html => return Err(no_html().into()),
    };
    Ok(context.output.print(&text)?)
}

/// A page is made of a report alone.
pub fn no_html() -> Failure {
    Failure::usage("only promise report is printed as HTML")
        .hint("--format markdown, csv and json are for every command")
}

/// Prints a text that is no record: as it is, whatever the config says, unless a flag asks for
/// JSON, where it stands under a key.
pub fn text(context: &Context, key: &str, text: &str) -> anyhow::Result<()> {
    let text = match context.asked_format() {
        Some(Format::Json) => records::one_json(&json!({ key: text.trim_end() })),
        Some(Format::JsonLines) => records::json_lines(&[json!({ key: text.trim_end() })]),
        _ => text.to_owned(),
    };
    Ok(context.output.print(&text)?)
}

/// Prints numbers alone, one a line, as `--quiet` asks.
pub fn ids(context: &Context, ids: impl Iterator<Item = i64>) -> anyhow::Result<()> {
    let lines: String = ids.map(|id| format!("{id}\n")).collect();
    Ok(context.output.print(&lines)?)
}

/// Prints that no promise was changed: an empty list, where records are asked for.
pub fn none(context: &Context) -> anyhow::Result<()> {
    if context.quiet() {
        return Ok(());
    }
    let fields = LINE_FIELDS.map(Field::word);
    records(context, &fields, &[], |_| String::new())
}

/// Prints the promises that a command changed, after they are saved, then closes the database and
/// runs the hook of the occasion.
pub fn changed_on(
    context: &Context,
    occasion: Occasion,
    store: Store,
    entries: Vec<Entry>,
    text: impl Fn(&View, &Look) -> String,
) -> anyhow::Result<()> {
    let records = records_of(context, store.reader(), entries, Some(occasion), text);
    drop(store);
    let (values, printed) = records?;
    // They are saved, whether or not anybody reads about it.
    hooks::run(context, occasion, &values);
    printed
}

/// The same for promises of which only some were changed: the hook hears of those alone.
pub fn some_changed_on(
    context: &Context,
    occasion: Occasion,
    store: Store,
    (entries, changed): (Vec<Entry>, &BTreeSet<i64>),
    text: impl Fn(&View, &Look) -> String,
) -> anyhow::Result<()> {
    let records = records_of(context, store.reader(), entries, Some(occasion), text);
    drop(store);
    let (mut values, printed) = records?;
    let mut told = BTreeSet::new();
    values.retain(|value| {
        let id = value["id"].as_i64().unwrap_or_default();
        changed.contains(&id) && told.insert(id)
    });
    if !values.is_empty() {
        hooks::run(context, occasion, &values);
    }
    printed
}

/// Prints the promises that a command changed, after they are saved.
pub fn changed(
    context: &Context,
    reader: Reader<'_>,
    entries: Vec<Entry>,
    text: impl Fn(&View, &Look) -> String,
) -> anyhow::Result<()> {
    records_of(context, reader, entries, None, text)?.1
}

/// Prints promises that were changed; gives them as they are in JSON, where the hook of
/// the occasion is to hear of them, and whether they could be printed.
fn records_of(
    context: &Context,
    reader: Reader<'_>,
    entries: Vec<Entry>,
    occasion: Option<Occasion>,
    text: impl Fn(&View, &Look) -> String,
) -> anyhow::Result<(Vec<Value>, anyhow::Result<()>)> {
    context.output.mark_saved();
    let heard = occasion.is_some_and(|occasion| hooks::is_set(context, occasion));
    let is_record = heard || !(context.quiet() || context.format()? == Format::Table);
    let views = views(context, reader, entries, is_record)?;
    let values = if is_record {
        promises::values(&views, &Field::ALL)
    } else {
        Vec::new()
    };
    if context.quiet() {
        let printed = ids(context, views.iter().map(|view| view.promise.id));
        return Ok((values, printed));
    }
    let fields = LINE_FIELDS.map(Field::word);
    let printed = records(context, &fields, &values, |look| {
        let texts: Vec<String> = views.iter().map(|view| text(view, look)).collect();
        texts.concat()
    });
    Ok((values, printed))
}
