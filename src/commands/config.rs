//! `promise config`: the settings in effect, and their file.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use serde_json::json;
use tempfile::NamedTempFile;

use crate::commands::shared::print;
use crate::config;
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::render::table::table;

/// Show the settings in effect, and where each comes from
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise config
  promise config init
  promise config edit")]
pub struct ConfigArgs {
    #[command(subcommand)]
    command: Option<ConfigCommand>,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Print the path of the config file, whether it exists or not
    Path,
    /// Write a config file with every setting explained; never over an existing one
    Init,
    /// Open the config file in the editor that VISUAL or EDITOR names, and check it after
    Edit,
}

impl ConfigArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        match self.command {
            None => show(context),
            Some(ConfigCommand::Path) => {
                let path = context.paths.config_file()?.display().to_string();
                print::text(context, "path", &format!("{path}\n"))
            }
            Some(ConfigCommand::Init) => init(context),
            Some(ConfigCommand::Edit) => edit(context),
        }
    }
}

fn show(context: &Context) -> anyhow::Result<()> {
    let settings = context.effective_settings()?;
    let rows = settings.rows();
    let values: Vec<_> = rows
        .iter()
        .map(|row| {
            json!({
                "key": row.key,
                "value": row.value,
                "origin": row.origin.name(),
                "line": row.origin.line(),
            })
        })
        .collect();
    print::records(context, &["key", "value", "origin"], &values, |look| {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let value = row.toml().unwrap_or_else(|| "(not set)".to_owned());
                vec![row.key.clone(), value, row.origin.to_string()]
            })
            .collect();
        table(&["key", "value", "from"], &rows, look)
    })
}

fn init(context: &Context) -> anyhow::Result<()> {
    let path = context.paths.config_file()?;
    if path.exists() {
        let message = format!("the config file is there already: {}", path.display());
        return Err(Failure::new(Kind::NotAllowed, message)
            .hint("promise config edit opens it")
            .into());
    }
    write_default(path)?;
    context.output.mark_saved();
    if context.quiet() {
        return Ok(());
    }
    print::text(context, "done", &format!("Wrote {}\n", path.display()))
}

fn write_default(path: &Path) -> anyhow::Result<()> {
    let wrong = || format!("could not write the config file {}", path.display());
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::create_dir_all(folder).with_context(wrong)?;
    }
    let folder = folder.unwrap_or(Path::new("."));
    // Whole or not at all: the name is given when the text is on the disk, and never taken over.
    let mut file = NamedTempFile::new_in(folder).with_context(wrong)?;
    file.write_all(config::default_file().as_bytes())
        .and_then(|()| file.as_file().sync_all())
        .with_context(wrong)?;
    file.persist_noclobber(path).with_context(wrong)?;
    Ok(())
}

/// The editor where none was chosen.
const DEFAULT_EDITOR: &str = "vi";

fn edit(context: &Context) -> anyhow::Result<()> {
    let path = context.paths.config_file()?;
    let editor = match context.editor() {
        Some(editor) if !context.forbids_input() => editor,
        None if context.is_attended() => DEFAULT_EDITOR.to_owned(),
        _ => {
            let message = "nobody is there to edit the config file";
            return Err(Failure::usage(message)
                .hint(format!("the file is {}", path.display()))
                .into());
        }
    };
    if !path.exists() {
        write_default(path)?;
    }
    // A program and its arguments, without a shell between.
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or(DEFAULT_EDITOR);
    let input = if context.is_attended() {
        Stdio::inherit()
    } else {
        Stdio::null()
    };
    let status = Command::new(program)
        .args(words)
        .arg(path)
        .stdin(input)
        .status()
        .with_context(|| format!("could not run the editor {editor}"))?;
    if !status.success() {
        let message = format!("the editor {editor} ended with {status}");
        return Err(Failure::new(Kind::Failed, message).into());
    }
    context.read_settings()?;
    Ok(())
}
