//! `promise people`: whom promises are made to, and from whom they come.

mod add;
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
use crate::commands::shared::print;
use crate::context::Context;
use crate::domain::person::Person;
use crate::render::Look;
use crate::render::table::table;

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
        Some(store) => store.reader().people()?,
        None => Vec::new(),
    };
    print_people(context, &people, |look| {
        if people.is_empty() {
            return "Nobody is known yet.\n".to_owned();
        }
        let rows: Vec<Vec<String>> = people
            .iter()
            .map(|(person, open)| {
                let text = |value: &Option<String>| value.clone().unwrap_or_default();
                vec![
                    person.name.clone(),
                    open.to_string(),
                    text(&person.organisation),
                    text(&person.zone),
                    person
                        .aliases
                        .iter()
                        .cloned()
                        .collect::<Vec<_>>()
                        .join(", "),
                ]
            })
            .collect();
        let headers = ["name", "open", "organisation", "zone", "aliases"];
        table(&headers, &rows, look)
    })
}

/// A person in JSON, with the number of promises open between us.
fn value(person: &Person, open: i64) -> Value {
    json!({
        "id": person.id,
        "uuid": person.uuid.to_string(),
        "name": person.name,
        "organisation": person.organisation,
        "zone": person.zone,
        "email": person.email,
        "phone": person.phone,
        "note": person.note,
        "aliases": person.aliases,
        "open": open,
    })
}

fn print_people(
    context: &Context,
    people: &[(Person, i64)],
    text: impl FnOnce(&Look) -> String,
) -> anyhow::Result<()> {
    let values: Vec<Value> = people
        .iter()
        .map(|(person, open)| value(person, *open))
        .collect();
    let fields = [
        "id",
        "name",
        "open",
        "organisation",
        "zone",
        "email",
        "phone",
        "aliases",
    ];
    print::records(context, &fields, &values, text)
}
