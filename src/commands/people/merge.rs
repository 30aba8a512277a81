//! `promise people merge`: two entries that are one person.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::people::print_changed;
use crate::commands::shared::complete;
use crate::commands::shared::names::{self, check_word};
use crate::context::Context;
use crate::domain::changes;
use crate::domain::event::{Draft, EventKind};
use crate::domain::person::{Person, fold};
use crate::failure::Failure;
use crate::query::Query;
use crate::render::amounts::plural;
use crate::render::harmless::harmless;

/// Make two people one: the second's promises and names go to the first
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people merge \"Jane Ortiz\" \"Jane Ortis\"")]
pub struct MergeArgs {
    /// The person who stays; a part of the name will do
    #[arg(value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    name: String,
    /// The person who turned out to be the same
    #[arg(value_name = "OTHER", add = ArgValueCompleter::new(complete::people))]
    other: String,
}

impl MergeArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        check_word("NAME", &self.name)?;
        check_word("OTHER", &self.other)?;
        let mut store = context
            .open_to_change()?
            .ok_or_else(|| names::unknown(&self.name))?;
        let (person, moved) = store.write("people merge", context.now, |writing| {
            let stays = names::find(writing.reader(), &self.name)?;
            let goes = names::find(writing.reader(), &self.other)?;
            if stays.id == goes.id {
                let message = format!("{} is one person already", stays.name);
                return Err(Failure::usage(message).into());
            }
            let query = Query {
                people: Some(vec![goes.id]),
                ..Query::default()
            };
            let entries = writing.reader().list(&query)?;
            let gone = Person {
                merged_into: Some(stays.uuid),
                known: false,
                ..goes.clone()
            };
            let merged = changes::person(&goes, &gone);
            writing.record_person(gone, Draft::new(EventKind::Merged, merged))?;
            let after = together(&stays, &goes);
            let changes = changes::person(&stays, &after);
            let after = writing.record_person(after, Draft::new(EventKind::Merged, changes))?;
            let moved = entries.len();
            for entry in entries {
                let mut promise = entry.promise.clone();
                promise.person = stays.id;
                let changes = changes::promise(&entry.promise, &promise);
                writing.record(&entry.promise, Draft::new(EventKind::Merged, changes))?;
            }
            anyhow::Ok((after, moved))
        })?;
        let moved = plural(i64::try_from(moved).unwrap_or(i64::MAX), "promise");
        let line = format!("Merged into {}: {moved} moved\n", harmless(&person.name));
        print_changed(context, &store, person, line)
    }
}

/// What is known of both: the first's word stands where they differ.
fn together(stays: &Person, goes: &Person) -> Person {
    let mut after = stays.clone();
    let fields = [
        (&mut after.organisation, &goes.organisation),
        (&mut after.zone, &goes.zone),
        (&mut after.email, &goes.email),
        (&mut after.phone, &goes.phone),
        (&mut after.note, &goes.note),
    ];
    for (known, other) in fields {
        if known.is_none() {
            known.clone_from(other);
        }
    }
    let mut seen = after.folded_names();
    for name in std::iter::once(&goes.name).chain(&goes.aliases) {
        if seen.insert(fold(name)) {
            after.aliases.insert(name.clone());
        }
    }
    after
}
