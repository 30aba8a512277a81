//! How reminders are sent: on stdout, to the desktop, to a program.

use chrono::TimeDelta;
use std::ffi::OsStr;

use crate::commands::remind::{LEASE, RemindArgs, claimed, show};
use crate::config::Format;
use crate::context::{Context, Program, notify};
use crate::failure::{Failure, Kind};
use crate::render::reminders::{Reminder, notification};
use crate::store::{Among, Candidate, Claiming, Store};

impl RemindArgs {
    /// Sends all of it; the failure is that of a way for which there is another.
    pub(super) fn send(
        &self,
        context: &Context,
        reminders: &[Reminder],
    ) -> anyhow::Result<Option<Failure>> {
        if !self.notify || reminders.is_empty() {
            show(context, reminders)?;
            return Ok(None);
        }
        let (title, body) = notification(reminders, &context.look()?);
        match notify(&title, &body) {
            Ok(()) if context.format()? == Format::Table => Ok(None),
            shown => {
                show(context, reminders)?;
                Ok(shown.err())
            }
        }
    }

    /// Runs the program for one promise after the other. Each is claimed just before and
    /// confirmed right after, so that one that fails is tried again, and only that one.
    pub(super) fn execute(
        &self,
        context: &Context,
        store: &mut Store,
        rules: &str,
        ids: impl Iterator<Item = i64>,
    ) -> anyhow::Result<()> {
        let look = |candidate: &Candidate| self.look(context, candidate).unwrap_or(super::NOTHING);
        let limit = TimeDelta::seconds(self.time_limit.into());
        let aside = context.format()? != Format::Table;
        let mut sent = Vec::new();
        let mut failed = 0_usize;
        for id in ids {
            let claiming = Claiming {
                now: context.now,
                leased_until: context.after(LEASE + limit),
                rules,
                among: Among::One(id),
                look: &look,
            };
            let claims = store.claim(&claiming)?;
            for reminder in claimed(context, store.reader(), &claims)? {
                match self.run_program(&reminder, aside) {
                    Ok(()) => {
                        store.confirm(&claims, &claiming)?;
                        sent.push(reminder);
                    }
                    Err(message) => {
                        store.release(&claims, &claiming)?;
                        context.output.warn(&format!("promise {id}: {message}"));
                        failed += 1;
                    }
                }
            }
        }
        if aside {
            show(context, &sent)?;
        }
        if failed == 0 {
            return Ok(());
        }
        let reminders = crate::render::amounts::plural(i64::try_from(failed)?, "reminder");
        let message = format!("{reminders} could not be sent");
        Err(Failure::new(Kind::Failed, message)
            .hint("promise remind tries again next time")
            .into())
    }

    fn run_program(&self, reminder: &Reminder, aside: bool) -> Result<(), String> {
        let Some((name, arguments)) = self.exec.split_first() else {
            return Ok(());
        };
        let arguments: Vec<&OsStr> = arguments.iter().map(AsRef::as_ref).collect();
        let program = Program {
            name,
            arguments: &arguments,
            input: format!("{}\n", reminder.json()),
            variable: None,
            aside,
            limit: self.time_limit(),
        };
        let name = name.display();
        program
            .run()
            .map_err(|trouble| format!("{name}: {trouble}"))
    }
}
