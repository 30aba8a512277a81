//! The commands by name.

use clap::error::ErrorKind;
use clap::{ArgMatches, Args, FromArgMatches, Subcommand};

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
use crate::commands::show::ShowArgs;
use crate::commands::standards::StandardsArgs;
use crate::commands::status::StatusArgs;
use crate::commands::stop::StopArgs;
use crate::commands::sync::SyncArgs;
use crate::commands::undo::{RedoArgs, UndoArgs};
use crate::commands::void::VoidArgs;
use crate::context::Context;

/// Declares the commands: a line each gives the names, the variant and what reads the arguments.
macro_rules! commands {
    ($($name:literal $(| $alias:literal)* => $variant:ident($args:ty),)+) => {
        /// A command with its arguments.
        #[derive(Debug)]
        pub(super) enum Command {
            $($variant($args),)+
        }

        /// Every name of a command, without aliases.
        const NAMES: &[&str] = &[$($name),+];

        /// The parser of the command that a word names, by itself.
        pub(super) fn parser(word: &str) -> Option<clap::Command> {
            match word {
                $($name $(| $alias)* => {
                    let parser = <$args>::augment_args(clap::Command::new($name));
                    Some(parser$(.visible_alias($alias))*)
                })+
                _ => None,
            }
        }

        impl Command {
            pub(super) fn run(self, context: &Context) -> anyhow::Result<()> {
                match self {
                    $(Self::$variant(args) => args.run(context),)+
                }
            }
        }

        impl FromArgMatches for Command {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                match matches.subcommand() {
                    $(Some(($name, matches)) => {
                        FromArgMatches::from_arg_matches(matches).map(Self::$variant)
                    })+
                    _ => Err(clap::Error::new(ErrorKind::InvalidSubcommand)),
                }
            }

            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
                *self = Self::from_arg_matches(matches)?;
                Ok(())
            }
        }
    };
}

commands! {
    "add" => Add(AddArgs),
    "due" => Due(DueArgs),
    "overdue" => Overdue(OverdueArgs),
    "list" | "ls" => List(Box<ListArgs>),
    "show" => Show(ShowArgs),
    "keep" | "done" | "complete" => Keep(KeepArgs),
    "break" => Break(BreakArgs),
    "reschedule" | "move" => Reschedule(RescheduleArgs),
    "handoff" => Handoff(HandoffArgs),
    "release" => Release(ReleaseArgs),
    "reopen" => Reopen(ReopenArgs),
    "check" => Check(CheckArgs),
    "edit" => Edit(EditArgs),
    "note" => Note(NoteArgs),
    "void" => Void(VoidArgs),
    "undo" => Undo(UndoArgs),
    "redo" => Redo(RedoArgs),
    "log" => Log(LogArgs),
    "stop" => Stop(StopArgs),
    "free" => Free(FreeArgs),
    "report" | "stats" => Report(Box<ReportArgs>),
    "review" => Review(ReviewArgs),
    "calendar" | "cal" => Calendar(CalendarArgs),
    "standards" => Standards(StandardsArgs),
    "status" => Status(StatusArgs),
    "remind" => Remind(RemindArgs),
    "date" => Date(DateArgs),
    "people" => People(PeopleArgs),
    "export" => Export(Box<ExportArgs>),
    "import" => Import(Box<ImportArgs>),
    "sync" => Sync(SyncArgs),
    "doctor" => Doctor(DoctorArgs),
    "backup" => Backup(BackupArgs),
    "restore" => Restore(RestoreArgs),
    "config" => Config(ConfigArgs),
    "schema" => Schema(SchemaArgs),
    "completions" => Completions(CompletionsArgs),
    "man" => Man(ManArgs),
}

impl Subcommand for Command {
    fn augment_subcommands(root: clap::Command) -> clap::Command {
        root.subcommands(NAMES.iter().copied().filter_map(parser))
    }

    fn augment_subcommands_for_update(root: clap::Command) -> clap::Command {
        Self::augment_subcommands(root)
    }

    fn has_subcommand(name: &str) -> bool {
        NAMES.contains(&name)
    }
}
