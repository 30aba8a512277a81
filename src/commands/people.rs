//! `promise people`: whom promises are made to, and from whom they come.

use std::collections::BTreeSet;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::commands::shared::names::check_word;
use crate::commands::shared::print;
use crate::context::Context;
use crate::domain::person::{Person, fold};
use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;
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
    /// Record a person; add and --to do so by themselves, with the name alone
    Add(AddPersonArgs),
}

/// A person as `people add` takes them.
#[derive(Args, Debug)]
struct AddPersonArgs {
    /// The name; quotes are optional
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,
    /// The time zone they live in, as Europe/London: what "their time" means
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// The firm or body they speak for
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// An address for mail
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// A number to call
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// Another name they go by; may be repeated
    #[arg(long = "alias", value_name = "NAME")]
    aliases: Vec<String>,
}

impl PeopleArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.command {
            None => list(context),
            Some(PeopleCommand::Add(args)) => args.run(context),
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

fn print_people(
    context: &Context,
    people: &[(Person, i64)],
    text: impl FnOnce(&crate::render::Look) -> String,
) -> anyhow::Result<()> {
    let values: Vec<Value> = people
        .iter()
        .map(|(person, open)| {
            json!({
                "id": person.id,
                "uuid": person.uuid.to_string(),
                "name": person.name,
                "organisation": person.organisation,
                "zone": person.zone,
                "email": person.email,
                "phone": person.phone,
                "aliases": person.aliases,
                "open": open,
            })
        })
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

impl AddPersonArgs {
    fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.name.join(" ");
        let words = [
            ("--organisation", &self.organisation),
            ("--email", &self.email),
            ("--phone", &self.phone),
        ];
        check_word("NAME", &name)?;
        for (flag, value) in words {
            if let Some(value) = value {
                check_word(flag, value)?;
            }
        }
        for alias in &self.aliases {
            check_word("--alias", alias)?;
        }
        let zone = self.zone(context)?;
        let mut store = context.open_to_write()?;
        let person = store.write("people add", context.now, |writing| {
            let names = std::iter::once(&name).chain(&self.aliases);
            for name in names.clone() {
                if let Some(namesake) = writing.reader().person_named(name)? {
                    let message = format!("\"{name}\" is known already, as {}", namesake.name);
                    return Err(Failure::new(Kind::NotAllowed, message).into());
                }
            }
            let own = fold(&name);
            let mut person = Person::named(&name, writing.new_uuid(), context.now);
            person.zone = zone;
            person.organisation.clone_from(&self.organisation);
            person.email.clone_from(&self.email);
            person.phone.clone_from(&self.phone);
            let mut seen = BTreeSet::from([own]);
            person.aliases = self
                .aliases
                .iter()
                .filter(|alias| seen.insert(fold(alias)))
                .cloned()
                .collect();
            anyhow::Ok(writing.add_person(person)?)
        })?;
        context.output.mark_saved();
        let line = format!("Added {}\n", harmless(&person.name));
        print_people(context, &[(person, 0)], |_| line)
    }

    fn zone(&self, context: &Context) -> anyhow::Result<Option<String>> {
        let Some(name) = &self.zone else {
            return Ok(None);
        };
        match context.find_zone_named(name) {
            Some(zone) => Ok(Some(zone.name().to_owned())),
            None => Err(Failure::usage(format!("no time zone is called \"{name}\""))
                .hint("name one as Europe/London or America/Chicago")
                .into()),
        }
    }
}
