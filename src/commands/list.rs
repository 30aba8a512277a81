//! `promise list`: any selection of promises.

use clap::Args;

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::names::check_word;
use crate::commands::shared::views::views;
use crate::commands::shared::{print, template};
use crate::config::{Format, Origin};
use crate::context::Context;
use crate::domain::promise::State;
use crate::failure::Failure;
use crate::phrase::{Edge, Sense};
use crate::query::{Field, Query, Sort, Span};
use crate::render::promises;

/// List promises: the open ones, or those that the filters name
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise list
  promise list --to Jane --all
  promise ls --state kept --sort settled --reverse --limit 20
  promise list --search \"quote vat\" --fields id,what,due
  promise list --due-before friday --format csv > due.csv
  promise list --template '{id}\\t{to}\\t{due:%F %H:%M}'")]
pub struct ListArgs {
    /// Only promises in this state; several with commas between them
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(State::ALL.map(State::word)), conflicts_with = "all")]
    state: Vec<String>,
    /// Promises in every state
    #[arg(long, short)]
    all: bool,
    #[command(flatten)]
    filter: FilterArgs,
    /// Only promises made through this channel
    #[arg(long, value_name = "CHANNEL", help_heading = "Filters")]
    via: Option<String>,
    /// Only promises due by the end of this
    #[arg(long, value_name = "PHRASE", help_heading = "Filters")]
    due_before: Option<String>,
    /// Only promises due from the start of this
    #[arg(long, value_name = "PHRASE", help_heading = "Filters")]
    due_after: Option<String>,
    /// Only promises made by the end of this
    #[arg(long, value_name = "PHRASE", help_heading = "Filters")]
    made_before: Option<String>,
    /// Only promises made from the start of this
    #[arg(long, value_name = "PHRASE", help_heading = "Filters")]
    made_after: Option<String>,
    /// Only promises with these words in the description, the notes or the name
    #[arg(long, value_name = "TEXT", help_heading = "Filters")]
    search: Option<String>,
    /// The order
    #[arg(long, value_name = "ORDER", value_parser = clap::builder::PossibleValuesParser::new(Sort::ALL.map(Sort::word)))]
    sort: Option<String>,
    /// The order turned round
    #[arg(long, short)]
    reverse: bool,
    /// At most so many
    #[arg(long, short = 'n', value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// The fields to show, with commas between them
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(Field::ALL.map(Field::word)))]
    fields: Vec<String>,
    /// A line for each promise, its fields in braces: '{id}\t{to}\t{due:%F %H:%M}'. After a colon
    /// stands the format of a time; {{ and }} are braces, \t, \n and \\ as usual
    #[arg(long, value_name = "TEXT", conflicts_with = "fields")]
    template: Option<String>,
}

impl ListArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        if self
            .search
            .as_deref()
            .is_some_and(|text| text.trim().is_empty())
        {
            return Err(Failure::usage("--search needs a word to look for").into());
        }
        if let Some(via) = &self.via {
            check_word("--via", via)?;
        }
        let mut query = self.query(context)?;
        let format = context.format()?;
        let template = match &self.template {
            Some(text) => Some(template::read(context, text)?),
            None => None,
        };
        let fields = match &template {
            Some(template) => template::fields(template),
            None => self.fields(context, format)?,
        };
        let store = context.open_to_read()?;
        let views = match &store {
            None => Vec::new(),
            Some(store) => {
                let reader = store.reader();
                self.filter.narrow(context, reader, &mut query)?;
                let entries = reader.list(&query)?;
                views(context, reader, entries, fields.contains(&Field::Notes))?
            }
        };
        let any_database = store.is_some();
        drop(store);
        if let Some(template) = &template {
            return Ok(context
                .output
                .print(&promises::templated(&views, template))?);
        }
        let values = promises::values(&views, &fields);
        let words: Vec<&str> = fields.iter().map(|field| field.word()).collect();
        if views.is_empty() && format == Format::Table {
            if any_database {
                context.output.note("no promise matches");
            }
            return Ok(());
        }
        let named = !self.fields.is_empty();
        print::records(context, &words, &values, |look| {
            promises::list(&views, &fields, named, look)
        })
    }

    fn query(&self, context: &Context) -> anyhow::Result<Query> {
        let states = if self.all {
            Vec::new()
        } else if self.state.is_empty() {
            vec![State::Open]
        } else {
            self.state
                .iter()
                .filter_map(|word| State::from_word(word))
                .collect()
        };
        let edge = |flag: &str, phrase: &Option<String>, sense: Sense| match phrase {
            None => anyhow::Ok(None),
            Some(phrase) => {
                let reading = context.read_phrase(flag, phrase, sense, None)?;
                Ok(Some(reading.deadline.at()))
            }
        };
        let sort = match &self.sort {
            Some(word) => word,
            None => &context.settings()?.list_sort.value,
        };
        Ok(Query {
            states,
            via: self.via.clone(),
            due: Span {
                from: edge("--due-after", &self.due_after, Sense::Span(Edge::Start))?,
                to: edge("--due-before", &self.due_before, Sense::Span(Edge::End))?,
            },
            made: Span {
                from: edge(
                    "--made-after",
                    &self.made_after,
                    Sense::PastSpan(Edge::Start),
                )?,
                to: edge(
                    "--made-before",
                    &self.made_before,
                    Sense::PastSpan(Edge::End),
                )?,
            },
            search: self.search.clone(),
            sort: Sort::from_word(sort).unwrap_or_default(),
            reverse: self.reverse,
            limit: self.limit,
            ..Query::default()
        })
    }

    /// The fields asked for; else all in JSON, and the columns of the config for people.
    fn fields(&self, context: &Context, format: Format) -> anyhow::Result<Vec<Field>> {
        let words = match format {
            _ if !self.fields.is_empty() => &self.fields,
            Format::Json | Format::JsonLines => return Ok(Field::ALL.to_vec()),
            Format::Table => {
                let columns = &context.settings()?.list_columns;
                let mut fields = known_fields(&columns.value);
                // Open and settled promises side by side must not look alike.
                if columns.origin == Origin::Default && (self.all || !self.state.is_empty()) {
                    fields.insert(1, Field::State);
                }
                return Ok(fields);
            }
            Format::Plain | Format::Csv | Format::Markdown | Format::Html => {
                return Ok(print::LINE_FIELDS.to_vec());
            }
        };
        Ok(known_fields(words))
    }
}

fn known_fields(words: &[String]) -> Vec<Field> {
    words
        .iter()
        .filter_map(|word| Field::from_word(word))
        .collect()
}
