//! The filters and the order of `list`, which `export` takes too.

use clap::Args;

use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::names::check_word;
use crate::context::Context;
use crate::domain::promise::State;
use crate::failure::Failure;
use crate::phrase::{Edge, Sense};
use crate::query::{Query, Sort, Span};
use crate::store::Reader;

/// Which promises, in which order.
#[derive(Args, Debug)]
pub struct QueryArgs {
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
}

impl QueryArgs {
    /// Checks what needs no phrase read.
    pub fn check(&self) -> Result<(), Failure> {
        let blank = |text: &str| text.trim().is_empty();
        if self.search.as_deref().is_some_and(blank) {
            return Err(Failure::usage("--search needs a word to look for"));
        }
        self.via
            .as_deref()
            .map_or(Ok(()), |via| check_word("--via", via))
    }

    /// Whether every state is asked for, or some are.
    #[must_use]
    pub fn names_states(&self) -> bool {
        self.all || !self.state.is_empty()
    }

    /// Whether everything is asked for: nothing but `--all` is said.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        let texts = [
            &self.via,
            &self.due_before,
            &self.due_after,
            &self.made_before,
            &self.made_after,
            &self.search,
            &self.sort,
        ];
        self.state.is_empty()
            && self.filter.is_empty()
            && texts.iter().all(|text| text.is_none())
            && !self.reverse
            && self.limit.is_none()
    }

    /// The query but for the people, who are looked up later: in these states and this order,
    /// where none is said.
    pub fn query(&self, context: &Context, states: &[State], sort: Sort) -> anyhow::Result<Query> {
        let states = if self.all {
            Vec::new()
        } else if self.state.is_empty() {
            states.to_vec()
        } else {
            let words = self.state.iter();
            words.filter_map(|word| State::from_word(word)).collect()
        };
        let edge = |flag: &str, phrase: &Option<String>, sense: Sense| match phrase {
            None => anyhow::Ok(None),
            Some(phrase) => {
                let reading = context.read_phrase(flag, phrase, sense, None)?;
                Ok(Some(reading.deadline.at()))
            }
        };
        let said = self.sort.as_deref().and_then(Sort::from_word);
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
            sort: said.unwrap_or(sort),
            reverse: self.reverse,
            limit: self.limit,
            ..Query::default()
        })
    }

    /// Narrows a query down to the people, owners and tags that were named.
    pub fn narrow(
        &self,
        context: &Context,
        reader: Reader<'_>,
        query: &mut Query,
    ) -> anyhow::Result<()> {
        self.filter.narrow(context, reader, query)
    }
}
