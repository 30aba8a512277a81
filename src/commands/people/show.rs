//! `promise people show`: everything about a person.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::people::account::Account;
use crate::commands::people::value;
use crate::commands::shared::names::{self, check_word};
use crate::commands::shared::views::views;
use crate::commands::shared::{complete, print};
use crate::context::Context;
use crate::domain::person::Person;
use crate::query::{Field, Query};
use crate::render::harmless::harmless;
use crate::render::{Look, View, promises};

/// Show what is known of a person, how we keep our word to each other, and every promise between us
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise people show jane
  promise people show jane --json")]
pub struct ShowPersonArgs {
    /// The person; a part of the name will do
    #[arg(value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    name: String,
}

/// The columns of a person's promises.
const COLUMNS: [Field; 5] = [
    Field::Id,
    Field::State,
    Field::Due,
    Field::Direction,
    Field::What,
];

impl ShowPersonArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        check_word("NAME", &self.name)?;
        let store = context
            .open_to_read()?
            .ok_or_else(|| names::unknown(&self.name))?;
        let reader = store.reader();
        let person = names::find(reader, &self.name)?;
        reader.verify_person(&person)?;
        let between = reader.between(person.id, context.now)?;
        let query = Query {
            people: Some(vec![person.id]),
            ..Query::default()
        };
        let views = views(context, reader, reader.list(&query)?, true)?;
        let account = Account::new(context, reader, person.id, &views)?;
        drop(store);
        let mut record = value(context, &person, between)?;
        record["account"] = account.value(context)?;
        record["promises"] = promises::values(&views, &Field::ALL).into();
        let fields = [
            "id",
            "name",
            "organisation",
            "zone",
            "email",
            "phone",
            "aliases",
        ];
        print::records(context, &fields, &[record], |look| {
            page(&person, &account, &views, look)
        })
    }
}

fn page(person: &Person, account: &Account, views: &[View], look: &Look) -> String {
    let mut text = format!("{}\n", look.heading(&harmless(&person.name)));
    let aliases: Vec<&str> = person.aliases.iter().map(String::as_str).collect();
    let facts = [
        ("organisation", person.organisation.clone()),
        ("zone", person.zone.clone()),
        ("email", person.email.clone()),
        ("phone", person.phone.clone()),
        ("note", person.note.clone()),
        ("aliases", (!aliases.is_empty()).then(|| aliases.join(", "))),
    ];
    for (word, fact) in facts {
        if let Some(fact) = fact {
            text.push_str(&format!("  {word:<12} {}\n", harmless(&fact)));
        }
    }
    for (word, fact) in account.facts(look) {
        text.push_str(&format!("  {word:<12} {fact}\n"));
    }
    text.push('\n');
    if views.is_empty() {
        text.push_str("No promise stands between us.\n");
    } else {
        let lines = views.iter();
        let lines = lines.map(|view| promises::line(view, &COLUMNS, look));
        text.push_str(&promises::list(lines.collect(), &COLUMNS, true, look));
    }
    text
}
