//! `promise man`: the manual pages.

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, CommandFactory as _};

use crate::cli::Cli;
use crate::commands::shared::print;
use crate::context::Context;

/// Print the manual page, or write those of every command into a folder
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise man | man -l -
  promise man ~/.local/share/man/man1")]
pub struct ManArgs {
    /// The folder to write the pages into
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl ManArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let pages = pages()?;
        let Some(dir) = self.dir else {
            let page = pages.first().map_or("", |(_, page)| page);
            return print::text(context, "page", page);
        };
        let wrong = || format!("could not write the manual pages into {}", dir.display());
        fs::create_dir_all(&dir).with_context(wrong)?;
        for (name, page) in &pages {
            fs::write(dir.join(name), page).with_context(wrong)?;
        }
        context.output.mark_saved();
        let count = pages.len();
        let text = format!("Wrote {count} pages into {}\n", dir.display());
        print::text(context, "done", &text)
    }
}

/// The name and text of every page, the program's own first.
pub fn pages() -> anyhow::Result<Vec<(String, String)>> {
    let mut command = Cli::command();
    command.build();
    let mut pages = Vec::new();
    render(&command, "promise", &mut pages)?;
    Ok(pages)
}

fn render(
    command: &clap::Command,
    name: &str,
    pages: &mut Vec<(String, String)>,
) -> anyhow::Result<()> {
    let mut page = Vec::new();
    let source = concat!("promise ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command.clone())
        .source(source)
        .render(&mut page)?;
    pages.push((
        format!("{name}.1"),
        String::from_utf8_lossy(&page).into_owned(),
    ));
    for subcommand in command.get_subcommands() {
        if subcommand.get_name() != "help" && !subcommand.is_hide_set() {
            let name = format!("{name}-{}", subcommand.get_name());
            render(subcommand, &name, pages)?;
        }
    }
    Ok(())
}
