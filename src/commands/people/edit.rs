//! `promise people edit` and `promise people rename`: what is known of a person.

use clap::{Args, ValueEnum};
use clap_complete::engine::ArgValueCompleter;

use crate::commands::people::details::DetailArgs;
use crate::commands::people::print_changed;
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
    #[command(flatten)]
    details: DetailArgs,
    /// Something to remember of them
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
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
        self.details.check()?;
        if let Some(note) = &self.note {
            check_word("--note", note)?;
        }
        let said = !self.details.is_empty() || self.note.is_some();
        if !said && self.clear.is_empty() && self.remove_aliases.is_empty() {
            return Err(
                Failure::usage(format!("say what to correct of {}", self.name))
                    .hint("promise people edit --help lists the flags")
                    .into(),
            );
        }
        let zone = self.details.zone_name(context)?;
        change(context, "people edit", &self.name, |writing, person| {
            let mut after = person.clone();
            self.clear(&mut after);
            let fields = [
                (&zone, &mut after.zone),
                (&self.details.organisation, &mut after.organisation),
                (&self.details.email, &mut after.email),
                (&self.details.phone, &mut after.phone),
                (&self.note, &mut after.note),
            ];
            for (new, old) in fields {
                if new.is_some() {
                    old.clone_from(new);
                }
            }
            let gone: Vec<String> = self.remove_aliases.iter().map(|name| fold(name)).collect();
            after.aliases.retain(|alias| !gone.contains(&fold(alias)));
            for alias in &self.details.aliases {
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
    let line = format!("{} {}\n", harmless(&done), harmless(&person.name));
    print_changed(context, &store, person, line)
}
