//! What has `promise remind` run every minute: a line for crontab, units for systemd.

use std::ffi::OsString;

use clap::Args;

use crate::commands::remind::RemindArgs;
use crate::commands::shared::print;
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::render::schedule::{cron, systemd};

/// What is printed instead of reminders.
#[derive(Args, Debug)]
pub(super) struct ScheduleArgs {
    /// Print a line for crontab that runs this every minute
    #[arg(long, conflicts_with_all = ["dry_run", "again"])]
    print_cron: bool,
    /// Print a service and a timer for systemd that run this every minute
    #[arg(long, conflicts_with_all = ["dry_run", "again", "print_cron"])]
    print_systemd: bool,
}

impl ScheduleArgs {
    /// Whether anything is.
    pub(super) fn is_asked(&self) -> bool {
        self.print_cron || self.print_systemd
    }
}

impl RemindArgs {
    /// Prints one of them, with the files that are in use here.
    pub(super) fn print_schedule(&self, context: &Context) -> anyhow::Result<()> {
        let mut words = vec![context.program()?];
        for (flag, path) in context.named_files()? {
            words.extend([OsString::from(flag), path]);
        }
        words.push("remind".into());
        if self.notify {
            words.push("--notify".into());
        }
        if !self.exec.is_empty() {
            words.push(format!("--time-limit={}", self.time_limit).into());
            words.push("--exec".into());
            words.extend(self.exec.iter().cloned());
        }
        let mut texts = Vec::new();
        for word in words {
            let unfit = |word: OsString| {
                let message = format!("{} cannot stand in a schedule", word.display());
                Failure::new(Kind::Failed, message).hint("it is not UTF-8 text on one line")
            };
            let text = word.into_string().map_err(unfit)?;
            if text.contains(char::is_control) {
                return Err(unfit(text.into()).into());
            }
            texts.push(text);
        }
        if self.schedule.print_cron {
            print::text(context, "crontab", &cron(&texts))
        } else {
            print::text(context, "units", &systemd(&texts))
        }
    }
}
