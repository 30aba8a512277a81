//! What can still be told about a place in a file that is not TOML.

use crate::config::keys::{Place, place};
use crate::config::parse::dotted;

/// The surroundings of a syntax error, as well as they can be told from lines: a file that is not
/// TOML has no keys.
#[derive(Default)]
pub(super) struct Broken<'a> {
    /// The declared key that the line sets.
    pub(super) key: Option<String>,
    /// The words that the line sets it to without quotes.
    pub(super) unquoted: Option<&'a str>,
}

impl<'a> Broken<'a> {
    /// The surroundings of a byte.
    pub(super) fn at(text: &'a str, at: usize) -> Self {
        Self::find(text, at).unwrap_or_default()
    }

    fn find(text: &'a str, at: usize) -> Option<Self> {
        let before = text.get(..at)?;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let (name, value) = text.get(start..)?.lines().next()?.split_once('=')?;
        let in_value = at > start + name.len();
        let header = before.lines().rev().find_map(|line| {
            let header = line.trim_start().strip_prefix('[')?;
            header.split_once(']').map(|(table, _)| table.trim())
        });
        let parts = header.into_iter().flat_map(|table| table.split('.'));
        let path: Vec<&str> = parts.chain(name.split('.')).map(str::trim).collect();
        let declared = in_value && matches!(place(&path), Place::Setting(_));
        let value = value.split('#').next().unwrap_or_default().trim();
        let words = value.starts_with(char::is_alphabetic) && !value.contains(['"', '\'']);
        Some(Self {
            key: declared.then(|| dotted(&path)),
            unquoted: (in_value && words).then_some(value),
        })
    }
}
