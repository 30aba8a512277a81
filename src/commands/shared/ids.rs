//! The promises that a command is about: their numbers, typed or read from standard input.

use std::collections::BTreeSet;
use std::io::{self, Read as _};

use anyhow::Context as _;
use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::{complete, settle};
use crate::failure::Failure;

/// What stands where numbers are expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// The number of a promise.
    Number(i64),
    /// "-": the numbers are on standard input.
    Input,
}

/// The numbers in one argument, where another argument follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdList(Vec<Id>);

impl IdList {
    /// The numbers in the order given, each once.
    pub fn read(&self) -> anyhow::Result<Vec<i64>> {
        read(&self.0)
    }
}

/// The promises that a command is about, all of them or none.
#[derive(Args, Clone, Debug)]
pub struct IdArgs {
    /// The numbers of the promises; "-" reads them from standard input
    #[arg(value_name = "ID", required = true, value_delimiter = ',', value_parser = parse, add = ArgValueCompleter::new(complete::open_ids))]
    ids: Vec<Id>,
}

impl IdArgs {
    /// The numbers in the order given, each once.
    pub fn read(&self) -> anyhow::Result<Vec<i64>> {
        read(&self.ids)
    }
}

/// The most that is read of standard input, in bytes: a million numbers and more.
const MOST: u64 = 16 * 1024 * 1024;

/// What was typed where numbers are expected.
pub fn parse(text: &str) -> Result<Id, String> {
    match text {
        "-" => Ok(Id::Input),
        _ => settle::number(text).map(Id::Number),
    }
}

/// Numbers with commas between them, or "-".
pub fn parse_list(text: &str) -> Result<IdList, String> {
    text.split(',')
        .map(parse)
        .collect::<Result<_, _>>()
        .map(IdList)
}

/// The numbers in the order given, each once; those on standard input where "-" stands.
pub fn read(ids: &[Id]) -> anyhow::Result<Vec<i64>> {
    if ids.contains(&Id::Input) {
        if ids.len() > 1 {
            return Err(
                Failure::usage("\"-\" stands alone: the numbers are on standard input")
                    .hint("give the numbers, or \"-\", but not both")
                    .into(),
            );
        }
        let wrong = "could not read standard input";
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .take(MOST + 1)
            .read_to_end(&mut bytes)
            .context(wrong)?;
        if bytes.len() as u64 > MOST {
            let message = format!("more than {MOST} bytes of numbers on standard input");
            return Err(Failure::usage(message).into());
        }
        return Ok(listed(&String::from_utf8_lossy(&bytes))?);
    }
    let mut seen = BTreeSet::new();
    let typed = ids.iter().filter_map(|id| match id {
        Id::Number(number) => Some(*number),
        Id::Input => None,
    });
    Ok(typed.filter(|id| seen.insert(*id)).collect())
}

/// The numbers that a text lists with space or line breaks between them, each once.
fn listed(text: &str) -> Result<Vec<i64>, Failure> {
    let mut seen = BTreeSet::new();
    let mut ids = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        for word in text.split_whitespace() {
            let id = settle::number(word).map_err(|why| {
                let place = format!("standard input, line {line}");
                Failure::usage(format!("{place}: \"{word}\" is no number: {why}"))
            })?;
            if seen.insert(id) {
                ids.push(id);
            }
        }
    }
    if ids.is_empty() {
        return Err(Failure::usage("standard input names no promise")
            .hint("\"-\" reads numbers from there, with spaces or line breaks between them"));
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_on_standard_input() {
        let table = [
            ("12", vec![12]),
            ("12\n14\n", vec![12, 14]),
            ("#12  14\t#12\r\n\n 3", vec![12, 14, 3]),
        ];
        for (text, ids) in table {
            assert_eq!(listed(text), Ok(ids), "{text:?}");
        }
        let refused = [
            ("", "standard input names no promise"),
            (" \n\n", "standard input names no promise"),
            (
                "1\n2 x",
                "standard input, line 2: \"x\" is no number: promises have numbers, such as 12",
            ),
            (
                "1,2",
                "standard input, line 1: \"1,2\" is no number: promises have numbers, such as 12",
            ),
            (
                "0",
                "standard input, line 1: \"0\" is no number: promises have numbers, such as 12",
            ),
        ];
        for (text, message) in refused {
            let failure = listed(text).map_err(|failure| failure.message);
            assert_eq!(failure, Err(message.to_owned()), "{text:?}");
        }
    }
}
