//! `promise people edit` and `promise people rename`: what is known of a person.

use clap::{Args, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

use crate::commands::people::add::zone_name;
use crate::commands::people::print_people;
use crate::commands::shared::complete;
use crate::commands::shared::names::{self, check_word};
use crate::context::Context;
use crate::domain::person::{Person, fold};
use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;
use crate::store::Writing;

/// Correct or complete what is known of a person
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people edit jane --zone America/New_York --phone \"+1 212 555 0100\"
  promise people edit jane --alias JO --clear email")]
pub struct EditPersonArgs {
    /// The person; a part of the name will do
    #[arg(value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    name: String,
    /// The time zone they live in, as Europe/London
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
    /// Something to remember of them
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Another name they go by; may be repeated
    #[arg(long = "alias", value_name = "NAME")]
    aliases: Vec<String>,
    /// A name they do not go by; may be repeated
    #[arg(long = "remove-alias", value_name = "NAME")]
    remove_aliases: Vec<String>,
    /// What to leave empty; several with commas between them
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    clear: Vec<Clearable>,
}

/// What can be left empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Clearable {
    Zone,
    Organisation,
    Email,
    Phone,
    Note,
    Aliases,
}

/// Give a person another name; the one before stays an alias
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people rename \"Jane Ortis\" \"Jane Ortiz\"")]
pub struct RenameArgs {
    /// The person; a part of the name will do
    #[arg(value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    name: String,
    /// The name as it should be
    #[arg(value_name = "NEW-NAME")]
    new_name: String,
}

impl EditPersonArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let words = [
            ("--organisation", &self.organisation),
            ("--email", &self.email),
            ("--phone", &self.phone),
            ("--note", &self.note),
        ];
        for (flag, value) in words {
            if let Some(value) = value {
                check_word(flag, value)?;
            }
        }
        for alias in &self.aliases {
            check_word("--alias", alias)?;
        }
        let said = words.iter().any(|(_, value)| value.is_some()) || self.zone.is_some();
        let lists = [&self.aliases, &self.remove_aliases];
        if !said && self.clear.is_empty() && lists.iter().all(|list| list.is_empty()) {
            return Err(
                Failure::usage(format!("say what to correct of {}", self.name))
                    .hint("promise people edit --help lists the flags")
                    .into(),
            );
        }
        let zone = zone_name(context, self.zone.as_deref())?;
        change(context, "people edit", &self.name, |writing, person| {
            let mut after = person.clone();
            self.clear(&mut after);
            let fields = [
                (&zone, &mut after.zone),
                (&self.organisation, &mut after.organisation),
                (&self.email, &mut after.email),
                (&self.phone, &mut after.phone),
                (&self.note, &mut after.note),
            ];
            for (new, old) in fields {
                if new.is_some() {
                    old.clone_from(new);
                }
            }
            let gone: Vec<String> = self.remove_aliases.iter().map(|name| fold(name)).collect();
            after.aliases.retain(|alias| !gone.contains(&fold(alias)));
            for alias in &self.aliases {
                refuse_taken(writing, &after, alias)?;
                if !after.folded_names().contains(&fold(alias)) {
                    after.aliases.insert(alias.clone());
                }
            }
            Ok(after)
        })
    }

    fn clear(&self, person: &mut Person) {
        for field in &self.clear {
            match field {
                Clearable::Zone => person.zone = None,
                Clearable::Organisation => person.organisation = None,
                Clearable::Email => person.email = None,
                Clearable::Phone => person.phone = None,
                Clearable::Note => person.note = None,
                Clearable::Aliases => person.aliases.clear(),
            }
        }
    }
}

impl RenameArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        check_word("NEW-NAME", &self.new_name)?;
        let new_name = self.new_name.as_str();
        change(context, "people rename", &self.name, |writing, person| {
            refuse_taken(writing, person, new_name)?;
            let mut after = person.clone();
            after.aliases.retain(|alias| fold(alias) != fold(new_name));
            let before = std::mem::replace(&mut after.name, new_name.to_owned());
            if fold(&before) != fold(new_name) {
                after.aliases.insert(before);
            }
            Ok(after)
        })
    }
}

fn refuse_taken(writing: &Writing<'_>, person: &Person, name: &str) -> anyhow::Result<()> {
    match writing.reader().person_named(name)? {
        Some(other) if other.id != person.id => {
            let message = format!("\"{name}\" is {} already", other.name);
            Err(Failure::new(Kind::NotAllowed, message)
                .hint("promise people merge makes two people one")
                .into())
        }
        _ => Ok(()),
    }
}

/// Records a change of one person, as one step.
fn change(
    context: &Context,
    command: &'static str,
    name: &str,
    edit: impl FnOnce(&mut Writing<'_>, &Person) -> anyhow::Result<Person>,
) -> anyhow::Result<()> {
    check_word("NAME", name)?;
    let mut store = context
        .open_to_change()?
        .ok_or_else(|| names::unknown(name))?;
    let (person, done) = store.write(command, context.now, |writing| {
        let before = names::find(writing.reader(), name)?;
        let after = edit(writing, &before)?;
        if after == before {
            return anyhow::Ok((after, "Unchanged:".to_owned()));
        }
        let after = writing.edit_person(&before, after)?;
        if after.name == before.name {
            return Ok((after, "Edited".to_owned()));
        }
        writing.index_person(after.id)?;
        Ok((after, format!("Renamed {} to", before.name)))
    })?;
    context.output.mark_saved();
    let line = format!("{} {}\n", harmless(&done), harmless(&person.name));
    let between = store.reader().between(person.id, context.now)?;
    print_people(context, &[(person, between)], |_| line)
}
