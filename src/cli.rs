//! The root parser and the dispatch.

mod commands;
mod completion;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, ValueEnum};

use crate::cli::commands::Command;
pub use crate::cli::completion::complete;
use crate::commands::due::DueArgs;
use crate::commands::shared::format::{self, FormatFlag};
use crate::commands::shared::meant::meant;
use crate::commands::shared::{print, remedy, standing};
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
pub struct Cli {
    #[command(flatten)]
    globals: GlobalArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command takes.
#[derive(Args, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
struct GlobalArgs {
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
        value_parser = format::results(),
        help_heading = "Global options"
    )]
    format: Option<FormatFlag>,
    /// The same as --format json. What is said on standard error is JSON too then: an object a
    /// line, with the key error, warning, note or hint
    #[arg(long, global = true, help_heading = "Global options")]
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
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ColorFlag {
    Auto,
    Always,
    Never,
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
    let parsed = Cli::parsed(&arguments);
    let checked = parsed.and_then(|cli| cli.check_formats().map(|()| cli));
    let cli = match checked {
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
    let globals = cli.globals.read(cli.reads_a_format());
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
                    FormatFlag::named(&value)?.of_results()
                });
                if let Some(format) = format {
                    return form_beside(format);
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
    /// Reads the arguments. Putting together the parsers of all commands takes longer than most
    /// commands do: the one that is named is tried alone, and all of them where that fails.
    fn parsed(arguments: &[OsString]) -> Result<Self, clap::Error> {
        let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
        let named = words.find_map(commands::parser);
        let parser = GlobalArgs::augment_args(clap::Command::new("promise")).subcommands(named);
        parser
            .try_get_matches_from(arguments)
            .and_then(|mut matches| Self::from_arg_matches_mut(&mut matches))
            .or_else(|_| Self::try_parse_from(arguments))
    }

    /// Whether `--format` is that of a file, and says nothing of the results.
    fn reads_a_format(&self) -> bool {
        matches!(self.command, Some(Command::Import(_)))
    }

    /// The parser cannot tell this, as a file that is read has a format too.
    fn check_formats(&self) -> Result<(), clap::Error> {
        if !self.globals.json || self.globals.format.is_none() || self.reads_a_format() {
            return Ok(());
        }
        let message = "the argument '--json' cannot be used with '--format <FORMAT>'";
        Err(Self::command().error(ErrorKind::ArgumentConflict, message))
    }

    fn run(self, context: &Context) -> anyhow::Result<()> {
        // The parser sees no conflict between a flag before the command and one after it.
        if self.globals.quiet && context.asked_format().is_some() {
            let message =
                "--quiet prints numbers alone, and cannot be used with --json or --format";
            return Err(Failure::usage(message).hint("leave one of them out").into());
        }
        match self.command {
            None => DueArgs::default().run(context),
            Some(command) => command.run(context),
        }
    }
}

impl GlobalArgs {
    /// What the flags say; `of_a_file` where `--format` is that of one.
    fn read(&self, of_a_file: bool) -> Globals {
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
                self.format
                    .filter(|_| !of_a_file)
                    .and_then(FormatFlag::of_results)
            },
            quiet: self.quiet,
            no_input: self.no_input,
            no_hooks: self.no_hooks,
        }
    }
}
