//! The filters that `list` and `due` share.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::fields::check_tags;
use crate::commands::shared::{complete, names};
use crate::context::Context;
use crate::domain::person::fold;
use crate::domain::promise::Direction;
use crate::query::{Owner, Query};
use crate::store::Reader;

/// Whose promises, to whom, under which tags.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct FilterArgs {
    /// Only promises made to this person; a part of the name will do
    #[arg(long, value_name = "NAME", conflicts_with = "from", add = ArgValueCompleter::new(complete::people))]
    to: Option<String>,
    /// Only promises that this person made to me; a part of the name will do
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    from: Option<String>,
    /// Only promises of this owner; "me" for those that no colleague answers for
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::owners))]
    owner: Option<String>,
    /// Only promises with this tag; may be repeated, and then all are needed
    #[arg(long = "tag", value_name = "TAG", add = ArgValueCompleter::new(complete::tags))]
    tags: Vec<String>,
}

impl FilterArgs {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.to.is_none() && self.from.is_none() && self.owner.is_none() && self.tags.is_empty()
    }

    /// Narrows a query down.
    pub fn narrow(
        &self,
        context: &Context,
        reader: Reader<'_>,
        query: &mut Query,
    ) -> anyhow::Result<()> {
        let directions = [
            ("--to", &self.to, Direction::Mine),
            ("--from", &self.from, Direction::Theirs),
        ];
        for (flag, name, direction) in directions {
            if let Some(name) = name {
                names::check_word(flag, name)?;
                query.people = Some(vec![names::find(reader, name)?.id]);
                query.direction = Some(direction);
            }
        }
        if let Some(owner) = &self.owner {
            names::check_word("--owner", owner)?;
            query.owner = Some(named_owner(context, reader, owner)?);
        }
        check_tags(&self.tags)?;
        query.tags.extend(self.tags.iter().cloned());
        Ok(())
    }
}

/// Me by that word or by my own name, else every spelling of the name recorded.
fn named_owner(context: &Context, reader: Reader<'_>, name: &str) -> anyhow::Result<Owner> {
    let wanted = fold(name);
    if names::is_me(context, name)? {
        return Ok(Owner::Me);
    }
    let owners = reader.owners()?;
    let exact: Vec<String> = owners
        .iter()
        .filter(|owner| fold(owner) == wanted)
        .cloned()
        .collect();
    if !exact.is_empty() {
        return Ok(Owner::Named(exact));
    }
    let partly: Vec<String> = owners
        .into_iter()
        .filter(|owner| fold(owner).contains(&wanted))
        .collect();
    let mut folded: Vec<String> = partly.iter().map(|owner| fold(owner)).collect();
    folded.dedup();
    match folded.len() {
        1 => Ok(Owner::Named(partly)),
        0 => Err(crate::failure::Failure::new(
            crate::failure::Kind::NotFound,
            format!("no promise has the owner \"{name}\""),
        )
        .into()),
        _ => {
            let message = format!("\"{name}\" could be {}", partly.join(" or "));
            Err(crate::failure::Failure::usage(message)
                .hint("write more of the name")
                .into())
        }
    }
}
