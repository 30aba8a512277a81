//! The root parser and the dispatch.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::CompleteEnv;
use clap_complete::env::{Elvish, Fish, Powershell, Shells, Zsh};

use crate::commands::add::AddArgs;
use crate::commands::backup::BackupArgs;
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
use crate::commands::remind::RemindArgs;
use crate::commands::reopen::ReopenArgs;
use crate::commands::report::ReportArgs;
use crate::commands::reschedule::RescheduleArgs;
use crate::commands::restore::RestoreArgs;
use crate::commands::review::ReviewArgs;
use crate::commands::schema::SchemaArgs;
use crate::commands::shared::bash::QuotingBash;
use crate::commands::shared::meant::meant;
use crate::commands::shared::{print, remedy, standing};
use crate::commands::show::ShowArgs;
use crate::commands::standards::StandardsArgs;
use crate::commands::status::StatusArgs;
use crate::commands::stop::StopArgs;
use crate::commands::sync::SyncArgs;
use crate::commands::undo::{RedoArgs, UndoArgs};
use crate::commands::void::VoidArgs;
use crate::config::{Color, Format};
use crate::context::{Context, Globals, Output, form_beside};
use crate::failure::{Failure, Form};

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
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
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
    /// The same as --format json. What is said on standard error is JSON too then: an object a
    /// line, with the key error, warning, note or hint
    #[arg(
        long,
        global = true,
        conflicts_with = "format",
        help_heading = "Global options"
    )]
    json: bool,
    /// Print numbers alone, one a line, on commands that change something; notes and hints are
    /// left out everywhere, warnings and errors stay
    #[arg(long, short, global = true, help_heading = "Global options")]
    quiet: bool,
    /// Ask nothing, on a terminal too
    #[arg(long, global = true, help_heading = "Global options")]
    no_input: bool,
    /// Run no hooks of the config
    #[arg(long, global = true, help_heading = "Global options")]
    no_hooks: bool,
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
    Review(ReviewArgs),
    #[command(visible_alias = "cal")]
    Calendar(CalendarArgs),
    Standards(StandardsArgs),
    Status(StatusArgs),
    Remind(RemindArgs),
    Date(DateArgs),
    People(PeopleArgs),
    Export(ExportArgs),
    Import(ImportArgs),
    Sync(SyncArgs),
    Doctor(DoctorArgs),
    Backup(BackupArgs),
    Restore(RestoreArgs),
    Config(ConfigArgs),
    Schema(SchemaArgs),
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

impl FormatFlag {
    fn format(self) -> Format {
        match self {
            Self::Table => Format::Table,
            Self::Plain => Format::Plain,
            Self::Json => Format::Json,
            Self::Jsonl => Format::JsonLines,
            Self::Csv => Format::Csv,
            Self::Markdown => Format::Markdown,
            Self::Html => Format::Html,
        }
    }
}

/// Answers a shell that asks for completions, and ends; otherwise does nothing.
pub fn complete() {
    CompleteEnv::with_factory(Cli::command)
        .bin("promise")
        .shells(Shells(&[&QuotingBash, &Elvish, &Fish, &Powershell, &Zsh]))
        .complete();
}

/// How a command that failed ended.
#[derive(Debug)]
pub struct Ended {
    /// What went wrong.
    pub error: anyhow::Error,
    /// The form in which it is told.
    pub form: Form,
}

/// Runs the command that the arguments name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<(), Ended> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        // Help and version are results.
        Err(error) if !error.use_stderr() => {
            let form = form_asked_for(&arguments);
            let written = Output::default().written(error.print());
            return written.map_err(|failure| Ended {
                error: failure.into(),
                form,
            });
        }
        Err(error) => {
            return Err(Ended {
                error: meant(&error).map_or_else(|| error.into(), Into::into),
                form: form_asked_for(&arguments),
            });
        }
    };
    let globals = cli.globals();
    let form = globals.format.map_or(Form::Text, form_beside);
    let is_report = matches!(cli.command, Some(Command::Report(_)));
    if globals.format == Some(Format::Html) && !is_report {
        // Before anything is saved that could not be printed.
        let error = print::no_html().into();
        return Err(Ended { error, form });
    }
    let context = Context::new(globals).map_err(|error| Ended { error, form })?;
    context.output.speak(context.form());
    cli.run(&context).map_err(|error| Ended {
        error: remedy::named(&context, standing::said(&context, error)),
        form: context.output.form(),
    })
}

/// The form that arguments ask for which could not be parsed, else that of the config.
fn form_asked_for(arguments: &[OsString]) -> Form {
    let mut config = None;
    let mut words = arguments.iter().skip(1).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        let (flag, value) = match text.split_once('=') {
            Some((flag, value)) => (flag, Some(OsString::from(value))),
            None => (&*text, None),
        };
        match flag {
            "--json" => return Form::Json,
            "--format" => {
                let value = value.or_else(|| words.next().cloned());
                let format = value.and_then(|value| {
                    let value = value.to_string_lossy();
                    FormatFlag::from_str(&value, false).ok()
                });
                if let Some(format) = format {
                    return form_beside(format.format());
                }
            }
            "--config" => config = value.or_else(|| words.next().cloned()),
            _ => {}
        }
    }
    let globals = Globals {
        config: config.map(PathBuf::from),
        ..Globals::default()
    };
    Context::new(globals).map_or(Form::Text, |context| context.form())
}

impl Cli {
    fn globals(&self) -> Globals {
        Globals {
            db: self.db.clone(),
            config: self.config.clone(),
            color: self.color.map(|color| match color {
                ColorFlag::Auto => Color::Auto,
                ColorFlag::Always => Color::Always,
                ColorFlag::Never => Color::Never,
            }),
            format: if self.json {
                Some(Format::Json)
            } else {
                self.format.map(FormatFlag::format)
            },
            quiet: self.quiet,
            no_input: self.no_input,
            no_hooks: self.no_hooks,
        }
    }

    fn run(self, context: &Context) -> anyhow::Result<()> {
        // The parser sees no conflict between a flag before the command and one after it.
        if self.quiet && context.asked_format().is_some() {
            let message =
                "--quiet prints numbers alone, and cannot be used with --json or --format";
            return Err(Failure::usage(message).hint("leave one of them out").into());
        }
        match self.command {
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
            Some(Command::Review(args)) => args.run(context),
            Some(Command::Calendar(args)) => args.run(context),
            Some(Command::Standards(args)) => args.run(context),
            Some(Command::Status(args)) => args.run(context),
            Some(Command::Remind(args)) => args.run(context),
            Some(Command::Date(args)) => args.run(context),
            Some(Command::People(args)) => args.run(context),
            Some(Command::Export(args)) => args.run(context),
            Some(Command::Import(args)) => args.run(context),
            Some(Command::Sync(args)) => args.run(context),
            Some(Command::Backup(args)) => args.run(context),
            Some(Command::Restore(args)) => args.run(context),
            Some(Command::Doctor(args)) => args.run(context),
            Some(Command::Config(args)) => args.run(context),
            Some(Command::Schema(args)) => args.run(context),
            Some(Command::Completions(args)) => args.run(context),
            Some(Command::Man(args)) => args.run(context),
        }
    }
}
