//! The flags of `promise add` as keys of JSON, read off their declaration.

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, Args as _, Command, FromArgMatches as _, value_parser};

use crate::commands::add::AddArgs;
use crate::exchange::batch::{Key, Takes, line};
use crate::failure::Failure;

/// The flags of `add` as keys, and the parser that reads them.
pub(super) struct Flags {
    command: Command,
    keys: Vec<Key>,
}

impl Flags {
    /// The flags as they are declared.
    pub(super) fn new() -> Self {
        let command = Command::new("add")
            .no_binary_name(true)
            .disable_help_flag(true)
            .disable_version_flag(true);
        let command = AddArgs::augment_args(command);
        let arguments = command.get_arguments();
        let keys = arguments
            .filter(|argument| argument.get_id() != "batch")
            .map(key)
            .collect();
        Self { command, keys }
    }

    /// What a line says, as if it had been typed; nothing where it is blank.
    pub(super) fn parse(&mut self, bytes: &[u8]) -> anyhow::Result<Option<AddArgs>> {
        let given = line(bytes, &self.keys).map_err(|mistake| {
            let mut failure = Failure::usage(mistake.reason);
            failure.hints.extend(mistake.hint);
            failure
        })?;
        let Some(given) = given else {
            return Ok(None);
        };
        let mut words = Vec::new();
        let mut what = Vec::new();
        for (name, value) in given {
            match value {
                Some(value) if name == WHAT => what.push(value),
                Some(value) => words.push(format!("--{name}={value}")),
                None => words.push(format!("--{name}")),
            }
        }
        // Whatever it begins with, it is no flag.
        words.push("--".to_owned());
        words.extend(what);
        let matches = self.command.try_get_matches_from_mut(words)?;
        Ok(Some(AddArgs::from_arg_matches(&matches)?))
    }
}

/// The key of what stands without a flag.
const WHAT: &str = "what";

fn key(argument: &Arg) -> Key {
    let numbers = [
        ValueParser::from(value_parser!(i64)).type_id(),
        ValueParser::from(value_parser!(u32)).type_id(),
    ];
    let takes = match argument.get_action() {
        ArgAction::SetTrue => Takes::Nothing,
        _ if numbers.contains(&argument.get_value_parser().type_id()) => Takes::Number,
        _ => Takes::Text,
    };
    let long = argument.get_long().unwrap_or(WHAT);
    let aliases = argument.get_visible_aliases().unwrap_or_default();
    let names = std::iter::once(long).chain(aliases).map(str::to_owned);
    Key {
        names: names.collect(),
        takes,
        // Several words of a description are for typing without quotes.
        many: matches!(argument.get_action(), ArgAction::Append) && !argument.is_positional(),
    }
}
