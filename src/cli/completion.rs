//! The answer to a shell that asks for completions.

use std::ffi::OsString;

use clap::{Args as _, CommandFactory as _};
use clap_complete::CompleteEnv;
use clap_complete::env::{Elvish, Fish, Powershell, Shells, Zsh};

use crate::cli::{Cli, GlobalArgs, commands};
use crate::commands::shared::bash::QuotingBash;
use crate::context;

/// Answers a shell that asks for completions, and ends; otherwise does nothing. The arguments are
/// those of the process.
pub fn complete<I: Iterator<Item = OsString>>(arguments: impl Fn() -> I) {
    let parser = || {
        let line = arguments().skip_while(|word| word != "--").skip(1);
        parser(&line.collect::<Vec<_>>(), context::completed_word())
    };
    CompleteEnv::with_factory(parser)
        .bin("promise")
        .shells(Shells(&[&QuotingBash, &Elvish, &Fish, &Powershell, &Zsh]))
        .complete();
}

/// What a line is completed by: all commands take longer to put together than to ask for a name,
/// so only the one that stands before the cursor. Without a line, the shell wants the script,
/// which holds none of them.
fn parser(line: &[OsString], cursor: Option<usize>) -> clap::Command {
    let root = || GlobalArgs::augment_args(clap::Command::new("promise"));
    if line.is_empty() {
        return root();
    }
    let cursor = cursor.unwrap_or(line.len() - 1);
    let mut words = line.iter().take(cursor).skip(1);
    // As the crate does it: whatever word names a command first, wherever it stands.
    let named = words.find_map(|word| match word.to_str()? {
        "help" => Some(None),
        word => commands::parser(word).map(Some),
    });
    match named {
        Some(Some(command)) => root().subcommand(command),
        _ => Cli::command(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commands_for(line: &[&str], cursor: Option<usize>) -> Vec<String> {
        let line: Vec<OsString> = line.iter().map(OsString::from).collect();
        let parser = parser(&line, cursor);
        let commands = parser.get_subcommands();
        commands
            .map(|command| command.get_name().to_owned())
            .collect()
    }

    #[test]
    fn the_command_before_the_cursor_alone() {
        let table: [(&[&str], Option<usize>, &[&str]); 7] = [
            (&[], None, &[]),
            (&["promise", "list", "--to", ""], None, &["list"]),
            (&["promise", "list", "--to", ""], Some(3), &["list"]),
            (&["promise", "--db", "x", "ls", ""], Some(4), &["list"]),
            (&["promise", "add", "list", ""], Some(3), &["add"]),
            (&["promise", "keep"], Some(2), &["keep"]),
            (&["list", "due", "1"], Some(2), &["due"]),
        ];
        for (line, cursor, commands) in table {
            assert_eq!(commands_for(line, cursor), commands, "{line:?}");
        }
    }

    #[test]
    fn all_where_none_is_named_yet() {
        let table: [(&[&str], Option<usize>); 5] = [
            (&["promise", ""], Some(1)),
            (&["promise", "list"], Some(1)),
            (&["promise", "list", "--to"], Some(1)),
            (&["promise", "help", "list"], None),
            (&["promise", "--quiet", "li"], None),
        ];
        for (line, cursor) in table {
            assert!(commands_for(line, cursor).len() > 1, "{line:?}");
        }
    }
}
