//! The root parser and the dispatch.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::CompleteEnv;
use clap_complete::env::{Elvish, Fish, Powershell, Shells, Zsh};

use crate::commands::add::AddArgs;
use crate::commands::break_it::BreakArgs;
use crate::commands::calendar::CalendarArgs;
use crate::commands::check::CheckArgs;
use crate::commands::completions::CompletionsArgs;
use crate::commands::config::ConfigArgs;
use crate::commands::date::DateArgs;
use crate::commands::doctor::DoctorArgs;
use crate::commands::due::{DueArgs, OverdueArgs};
use crate::commands::edit::EditArgs;
use crate::commands::export::ExportArgs;
use crate::commands::free::FreeArgs;
use crate::commands::handoff::HandoffArgs;
use crate::commands::import::ImportArgs;
use crate::commands::keep::KeepArgs;
use crate::commands::list::ListArgs;
use crate::commands::log::LogArgs;
use crate::commands::man::ManArgs;
use crate::commands::note::NoteArgs;
use crate::commands::people::PeopleArgs;
use crate::commands::release::ReleaseArgs;
use crate::commands::reopen::ReopenArgs;
use crate::commands::report::ReportArgs;
use crate::commands::reschedule::RescheduleArgs;
use crate::commands::shared::bash::QuotingBash;
use crate::commands::shared::{print, standing};
use crate::commands::show::ShowArgs;
use crate::commands::standards::StandardsArgs;
use crate::commands::stop::StopArgs;
use crate::commands::undo::{RedoArgs, UndoArgs};
use crate::commands::void::VoidArgs;
use crate::config::{Color, Format};
use crate::context::{Context, Globals, Output};
use crate::failure::Failure;

/// Keep track of what was promised, to whom, by when, and whether it was kept
///
/// A task is work; a promise has a person waiting at the other end. Without a command, shows what
/// is due.
#[derive(Debug, Parser)]
#[command(
    name = "promise",
    version,
    after_help = "\
Examples:
  promise add \"Send the revised quote\" --to \"Jane Ortiz\" --due \"tomorrow 1pm\"
  promise due
  promise keep 1"
)]
pub struct Cli {
    /// The database file
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "Global options"
    )]
    db: Option<PathBuf>,
    /// The config file
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "Global options"
    )]
    config: Option<PathBuf>,
    /// When to use colour; auto means on a terminal
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        help_heading = "Global options"
    )]
    color: Option<ColorFlag>,
    /// The format of the results; plain is one record a line with tabs between its fields
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        help_heading = "Global options"
    )]
    format: Option<FormatFlag>,
    /// The same as --format json
    #[arg(
        long,
        global = true,
        conflicts_with = "format",
        help_heading = "Global options"
    )]
    json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(AddArgs),
    Due(DueArgs),
    Overdue(OverdueArgs),
    #[command(visible_alias = "ls")]
    List(Box<ListArgs>),
    Show(ShowArgs),
    #[command(visible_aliases = ["done", "complete"])]
    Keep(KeepArgs),
    #[command(name = "break")]
    Break(BreakArgs),
    #[command(visible_alias = "move")]
    Reschedule(RescheduleArgs),
    Handoff(HandoffArgs),
    Release(ReleaseArgs),
    Reopen(ReopenArgs),
    Check(CheckArgs),
    Edit(EditArgs),
    Note(NoteArgs),
    Void(VoidArgs),
    Undo(UndoArgs),
    Redo(RedoArgs),
    Log(LogArgs),
    Stop(StopArgs),
    Free(FreeArgs),
    #[command(visible_alias = "stats")]
    Report(Box<ReportArgs>),
    #[command(visible_alias = "cal")]
    Calendar(CalendarArgs),
    Standards(StandardsArgs),
    Date(DateArgs),
    People(PeopleArgs),
    Export(ExportArgs),
    Import(ImportArgs),
    Doctor(DoctorArgs),
    Config(ConfigArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ColorFlag {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatFlag {
    #[value(alias = "text")]
    Table,
    Plain,
    Json,
    Jsonl,
    Csv,
    #[value(alias = "md")]
    Markdown,
    /// Of promise report alone
    Html,
}

/// What people type who come from other programs, and what it is called here.
const MEANT: [(&[&str], &str); 10] = [
    (
        &["delete", "rm", "remove", "del", "cancel"],
        "promise void for a mistaken entry, promise release where the person let you off",
    ),
    (&["search", "find", "grep"], "promise list --search TEXT"),
    (
        &["today", "next", "agenda", "status", "overview"],
        "promise due",
    ),
    (&["month", "planner"], "promise calendar"),
    (
        &["finish", "close", "resolve", "fulfil", "fulfill"],
        "promise keep",
    ),
    (
        &["postpone", "delay", "snooze", "defer", "renegotiate"],
        "promise reschedule",
    ),
    (&["assign", "delegate", "transfer"], "promise handoff"),
    (&["fail", "miss"], "promise break"),
    (&["annotate", "comment"], "promise note"),
    (
        &["modify", "update", "change"],
        "promise edit, or promise reschedule for a new deadline",
    ),
];

/// A word of another program where a command should stand, with the command it means.
fn meant(error: &clap::Error) -> Option<Failure> {
    use clap::error::{ContextKind, ContextValue, ErrorKind};
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    let (_, command) = MEANT
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()))?;
    Some(
        Failure::usage(format!("there is no command {word}"))
            .hint(format!("you may mean {command}")),
    )
}

/// Answers a shell that asks for completions, and ends; otherwise does nothing.
pub fn complete() {
    CompleteEnv::with_factory(Cli::command)
        .bin("promise")
        .shells(Shells(&[&QuotingBash, &Elvish, &Fish, &Powershell, &Zsh]))
        .complete();
}

/// Runs the command that the arguments name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> anyhow::Result<()> {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        // Help and version are results.
        Err(error) if !error.use_stderr() => {
            return Output::default().written(error.print()).map_err(Into::into);
        }
        Err(error) => return Err(meant(&error).map_or_else(|| error.into(), Into::into)),
    };
    let globals = Globals {
        db: cli.db,
        config: cli.config,
        color: cli.color.map(|color| match color {
            ColorFlag::Auto => Color::Auto,
            ColorFlag::Always => Color::Always,
            ColorFlag::Never => Color::Never,
        }),
        format: if cli.json {
            Some(Format::Json)
        } else {
            cli.format.map(|format| match format {
                FormatFlag::Table => Format::Table,
                FormatFlag::Plain => Format::Plain,
                FormatFlag::Json => Format::Json,
                FormatFlag::Jsonl => Format::JsonLines,
                FormatFlag::Csv => Format::Csv,
                FormatFlag::Markdown => Format::Markdown,
                FormatFlag::Html => Format::Html,
            })
        },
    };
    let is_report = matches!(cli.command, Some(Command::Report(_)));
    if globals.format == Some(Format::Html) && !is_report {
        // Before anything is saved that could not be printed.
        return Err(print::no_html().into());
    }
    let context = Context::new(globals)?;
    dispatch(cli.command, &context).map_err(|error| standing::said(&context, error))
}

fn dispatch(command: Option<Command>, context: &Context) -> anyhow::Result<()> {
    match command {
        None => DueArgs::default().run(context),
        Some(Command::Add(args)) => args.run(context),
        Some(Command::Due(args)) => args.run(context),
        Some(Command::Overdue(args)) => args.run(context),
        Some(Command::List(args)) => args.run(context),
        Some(Command::Show(args)) => args.run(context),
        Some(Command::Keep(args)) => args.run(context),
        Some(Command::Break(args)) => args.run(context),
        Some(Command::Reschedule(args)) => args.run(context),
        Some(Command::Handoff(args)) => args.run(context),
        Some(Command::Release(args)) => args.run(context),
        Some(Command::Reopen(args)) => args.run(context),
        Some(Command::Check(args)) => args.run(context),
        Some(Command::Edit(args)) => args.run(context),
        Some(Command::Note(args)) => args.run(context),
        Some(Command::Void(args)) => args.run(context),
        Some(Command::Undo(args)) => args.run(context),
        Some(Command::Redo(args)) => args.run(context),
        Some(Command::Log(args)) => args.run(context),
        Some(Command::Stop(args)) => args.run(context),
        Some(Command::Free(args)) => args.run(context),
        Some(Command::Report(args)) => args.run(context),
        Some(Command::Calendar(args)) => args.run(context),
        Some(Command::Standards(args)) => args.run(context),
        Some(Command::Date(args)) => args.run(context),
        Some(Command::People(args)) => args.run(context),
        Some(Command::Export(args)) => args.run(context),
        Some(Command::Import(args)) => args.run(context),
        Some(Command::Doctor(args)) => args.run(context),
        Some(Command::Config(args)) => args.run(context),
        Some(Command::Completions(args)) => args.run(context),
        Some(Command::Man(args)) => args.run(context),
    }
}
