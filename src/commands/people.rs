//! `promise people`: whom promises are made to, and from whom they come.

use clap::{Args, Subcommand};
use clap_complete::engine::ArgValueCompleter;
use serde_json::{Value, json};

use crate::commands::shared::names::check_word;
use crate::commands::shared::{complete, print};
use crate::context::Context;
use crate::domain::person::{Person, fold};
use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;
use crate::render::table::table;
use crate::store::Writing;

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
    /// Record a person, or what is missing of a known one; add does so by itself, with the name alone
    Add(AddPersonArgs),
}

/// A person as `people add` takes them.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people add \"Jane Ortiz\" --zone America/Chicago --organisation \"Beta Corp\"
  promise people add Jane Ortiz --alias JO --phone \"+1 312 555 0134\"")]
struct AddPersonArgs {
    /// The name; quotes are optional
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,
    /// The time zone they live in, as Europe/London: what "their time" means
    #[arg(long, value_name = "ZONE", add = ArgValueCompleter::new(complete::zones))]
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
        let (done, person) = store.write("people add", context.now, |writing| {
            self.refuse_taken_aliases(writing, &name)?;
            let Some(known) = writing.reader().person_named(&name)? else {
                let unnamed = Person::named(&name, writing.new_uuid(), context.now);
                let person = self.complete(unnamed, zone.as_deref())?;
                return anyhow::Ok(("Added", writing.add_person(person)?));
            };
            let person = self.complete(known.clone(), zone.as_deref())?;
            if person == known {
                let message = format!("\"{name}\" is known already");
                return Err(Failure::new(Kind::NotAllowed, message)
                    .hint("add what is missing, as --zone or --email")
                    .into());
            }
            Ok(("Completed", writing.edit_person(&known, person)?))
        })?;
        context.output.mark_saved();
        let line = format!("{done} {}\n", harmless(&person.name));
        let open = store.reader().open_with(person.id)?;
        print_people(context, &[(person, open)], |_| line)
    }

    /// The person with what was said of them; what is known and different is not replaced.
    fn complete(&self, mut person: Person, zone: Option<&str>) -> Result<Person, Failure> {
        let zone = zone.map(str::to_owned);
        let fields = [
            ("--zone", &zone, &mut person.zone),
            (
                "--organisation",
                &self.organisation,
                &mut person.organisation,
            ),
            ("--email", &self.email, &mut person.email),
            ("--phone", &self.phone, &mut person.phone),
        ];
        for (flag, new, known) in fields {
            match (new, known.as_deref()) {
                (Some(new), Some(known)) if new != known => {
                    let message = format!("{flag} of \"{}\" is known as {known}", person.name);
                    return Err(Failure::new(Kind::NotAllowed, message));
                }
                (Some(_), None) => known.clone_from(new),
                _ => {}
            }
        }
        let mut seen = person.folded_names();
        let aliases = self.aliases.iter();
        let new = aliases.filter(|alias| seen.insert(fold(alias))).cloned();
        person.aliases.extend(new.collect::<Vec<_>>());
        Ok(person)
    }

    fn refuse_taken_aliases(&self, writing: &Writing<'_>, name: &str) -> anyhow::Result<()> {
        for alias in &self.aliases {
            match writing.reader().person_named(alias)? {
                Some(other) if !other.folded_names().contains(&fold(name)) => {
                    let message = format!("\"{alias}\" is {} already", other.name);
                    return Err(Failure::new(Kind::NotAllowed, message).into());
                }
                _ => {}
            }
        }
        Ok(())
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
