//! `promise people`: whom promises are made to, and from whom they come.

mod account;
mod add;
mod details;
mod edit;
mod forget;
mod merge;
mod show;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::commands::people::add::AddPersonArgs;
use crate::commands::people::edit::{EditPersonArgs, RenameArgs};
use crate::commands::people::forget::ForgetArgs;
use crate::commands::people::merge::MergeArgs;
use crate::commands::people::show::ShowPersonArgs;
use crate::commands::shared::block::Records;
use crate::commands::shared::print;
use crate::config::Format;
use crate::context::Context;
use crate::domain::person::Person;
use crate::render::table::{filled, table};
use crate::render::{Look, rfc3339};
use crate::store::{Between, Store};

/// List people, with how many promises are open between us
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people
  promise people add \"Jane Ortiz\" --zone America/Chicago --organisation \"Beta Corp\"")]
pub struct PeopleArgs {
    #[command(subcommand)]
    command: Option<PeopleCommand>,
}

#[derive(Debug, Subcommand)]
enum PeopleCommand {
    Add(AddPersonArgs),
    Show(ShowPersonArgs),
    Edit(EditPersonArgs),
    Rename(RenameArgs),
    Merge(MergeArgs),
    Forget(ForgetArgs),
}

impl PeopleArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.command {
            None => list(context),
            Some(PeopleCommand::Add(args)) => args.run(context),
            Some(PeopleCommand::Show(args)) => args.run(context),
            Some(PeopleCommand::Edit(args)) => args.run(context),
            Some(PeopleCommand::Rename(args)) => args.run(context),
            Some(PeopleCommand::Merge(args)) => args.run(context),
            Some(PeopleCommand::Forget(args)) => args.run(context),
        }
    }
}

fn list(context: &Context) -> anyhow::Result<()> {
    let people = match context.open_to_read()? {
        Some(store) => store.reader().people(context.now)?,
        None => Vec::new(),
    };
    print_people(context, &people, |look| {
        if people.is_empty() {
            return "Nobody is known yet.\n".to_owned();
        }
        let rows: Vec<Vec<String>> = people
            .iter()
            .map(|(person, between)| row(person, *between, look))
            .collect();
        // What is known of nobody needs no column.
        let (headers, rows) = filled(&COLUMNS, rows);
        table(&headers, &rows, look)
    })
}

const COLUMNS: [&str; 9] = [
    "name",
    "open",
    "overdue",
    "kept",
    "late",
    "last promise",
    "organisation",
    "zone",
    "aliases",
];

fn row(person: &Person, between: Between, look: &Look) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let aliases: Vec<&str> = person.aliases.iter().map(String::as_str).collect();
    let last = between.last.map(|last| look.date(last));
    vec![
        person.name.clone(),
        between.open.to_string(),
        between.overdue.to_string(),
        between.kept.to_string(),
        between.late.to_string(),
        last.unwrap_or_default(),
        text(&person.organisation),
        text(&person.zone),
        aliases.join(", "),
    ]
}

/// A person in JSON, with how we stand.
fn value(context: &Context, person: &Person, between: Between) -> anyhow::Result<Value> {
    let zone = context.zone()?;
    let last = between
        .last
        .map(|last| rfc3339(last.with_timezone(&zone.offset(last))));
    Ok(json!({
        "id": person.id,
        "uuid": person.uuid.to_string(),
        "name": person.name,
        "organisation": person.organisation,
        "zone": person.zone,
        "email": person.email,
        "phone": person.phone,
        "note": person.note,
        "aliases": person.aliases,
        "open": between.open,
                "overdue": between.overdue,
                "kept": between.kept,
                "late": between.late,
                "last_promise": last,
    }))
}

/// Prints a person that a command changed, after that is saved.
fn print_changed(
    context: &Context,
    store: &Store,
    person: Person,
    line: String,
) -> anyhow::Result<()> {
    context.output.mark_saved();
    if context.quiet() {
        return print::ids(context, std::iter::once(person.id));
    }
    let between = store.reader().between(person.id, context.now)?;
    print_people(context, &[(person, between)], |_| line)
}

fn print_people(
    context: &Context,
    people: &[(Person, Between)],
    text: impl FnOnce(&Look) -> String,
) -> anyhow::Result<()> {
    let format = context.format()?;
    if format == Format::Table {
        return Ok(context.output.print(&text(&context.look()?))?);
    }
    let fields = vec![
        "id",
        "name",
        "open",
        "overdue",
        "kept",
        "late",
        "last_promise",
        "organisation",
        "zone",
        "email",
        "phone",
        "aliases",
    ];
    let mut records = Records::new(context, format, fields)?;
    for (person, between) in people {
        records.push(&value(context, person, *between)?)?;
    }
    records.finish()
}
