//! `promise people add`: a person, or what is missing of one.

use clap::Args;

use crate::commands::people::details::DetailArgs;
use crate::commands::people::print_changed;
use crate::commands::shared::names::check_word;
use crate::context::Context;
use crate::domain::person::{Person, fold};
use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;
use crate::store::Writing;

/// Record a person, or what is missing of a known one; add does so by itself, with the name alone
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people add \"Jane Ortiz\" --zone America/Chicago --organisation \"Beta Corp\"
  promise people add Jane Ortiz --alias JO --phone \"+1 312 555 0134\"")]
pub struct AddPersonArgs {
    /// The name; quotes are optional
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,
    #[command(flatten)]
    details: DetailArgs,
}

impl AddPersonArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.name.join(" ");
        check_word("NAME", &name)?;
        self.details.check()?;
        let zone = self.details.zone_name(context)?;
        let mut store = context.open_to_record()?;
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
        let line = format!("{done} {}\n", harmless(&person.name));
        print_changed(context, &store, person, line)
    }

    /// The person with what was said of them; what is known and different is not replaced.
    fn complete(&self, mut person: Person, zone: Option<&str>) -> Result<Person, Failure> {
        let zone = zone.map(str::to_owned);
        let fields = [
            ("--zone", &zone, &mut person.zone),
            (
                "--organisation",
                &self.details.organisation,
                &mut person.organisation,
            ),
            ("--email", &self.details.email, &mut person.email),
            ("--phone", &self.details.phone, &mut person.phone),
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
        let aliases = self.details.aliases.iter();
        let new = aliases.filter(|alias| seen.insert(fold(alias))).cloned();
        person.aliases.extend(new.collect::<Vec<_>>());
        Ok(person)
    }

    fn refuse_taken_aliases(&self, writing: &Writing<'_>, name: &str) -> anyhow::Result<()> {
        for alias in &self.details.aliases {
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
}
