//! `promise completions`: scripts that complete commands and flags.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::cli::Cli;
use crate::commands::shared::print;
use crate::context::Context;

/// Print a script that completes commands and flags in a shell
///
/// For values from the database, such as names and numbers, let the shell ask the program itself:
/// put `eval "$(COMPLETE=bash promise)"` into ~/.bashrc, or the like for zsh and fish.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise completions bash > ~/.local/share/bash-completion/completions/promise
  promise completions fish > ~/.config/fish/completions/promise.fish")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl CompletionsArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        print::text(context, "script", &script(self.shell))
    }
}

/// The script for a shell.
#[must_use]
pub fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "promise", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
