//! `promise remind`: says what has come up since it was last run, each thing once.

mod schedule;
mod send;

use std::ffi::OsString;
use std::time::Duration;

use chrono::TimeDelta;
use clap::Args;

use crate::commands::remind::schedule::ScheduleArgs;
use crate::commands::shared::print;
use crate::commands::shared::views::views;
use crate::config::Format;
use crate::context::Context;
use crate::domain::reminder::{About, Lead, Milestone, Outlook, Told, milestones, outlook};
use crate::phrase;
use crate::query::Field;
use crate::render::reminders::{self, Reminder};
use crate::store::{Among, Candidate, Claim, Claiming, Entry, Reader, Store};

/// Say what has come up since this was last run: for cron
///
/// Says once of each promise that a lead time before its deadline has begun, that it is due, and
/// that it is overdue; after days of being off, the most urgent of these in one message. Of what
/// was promised to me, and of customers who are to be asked, too. Prints nothing where there is
/// nothing to say, so that cron mails only when it matters.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise remind
  promise remind --dry-run
  promise remind --notify
  promise remind --exec /usr/local/bin/page-me --urgent
  promise remind --print-cron | crontab -

The lead times are those of the promise (add --remind), or of [remind] in the config. Reminders
are no steps: undo does not take them back. One that is cut off between sending and recording is
sent again five minutes later, rather than never.")]
pub struct RemindArgs {
    /// Show what would be said, and count nothing as said
    #[arg(long)]
    dry_run: bool,
    /// Say again what was said before and still holds
    #[arg(long)]
    again: bool,
    /// Show it on the desktop; where that fails, print it
    #[arg(long)]
    notify: bool,
    /// Run this program for each reminder, with the record as JSON on its standard input; all
    /// that follows are its arguments
    #[arg(long, value_name = "CMD", num_args = 1.., allow_hyphen_values = true, conflicts_with = "notify")]
    exec: Vec<OsString>,
    /// Seconds after which such a program is ended; then it is run again next time
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=3600))]
    time_limit: u16,
    #[command(flatten)]
    schedule: ScheduleArgs,
}

/// How long a process has to say what it claimed, before another one may.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// More than this have to be looked at in vain before it is noted for the next time.
const STALE: usize = 200;

impl RemindArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        if self.schedule.is_asked() {
            return self.print_schedule(context);
        }
        let Some(store) = context.open_to_read()? else {
            return show(context, &[]);
        };
        let rules = rules(context)?;
        let among = if self.again { Among::All } else { Among::New };
        let reader = store.reader();
        let mut candidates = reader.reminders(context.now, &rules, among)?;
        let stale = candidates.len() > STALE;
        candidates.retain(|candidate| !candidate.is_leased(context.now));
        let mut found = Vec::new();
        for candidate in candidates {
            if let Some(say) = self.look(context, &candidate)?.say {
                found.push((candidate, say));
            }
        }
        if self.dry_run {
            let reminders = reminders(context, reader, found)?;
            drop(store);
            return show(context, &reminders);
        }
        drop(store);
        if found.is_empty() && !stale {
            return show(context, &[]);
        }
        let Some(mut store) = context.open_to_change()? else {
            return show(context, &[]);
        };
        if self.exec.is_empty() {
            self.say(context, &mut store, &rules, among)
        } else {
            let ids = found.iter().map(|(found, _)| found.entry.promise.id);
            self.execute(context, &mut store, &rules, ids)
        }
    }

    /// Says all of it in one message.
    fn say(
        &self,
        context: &Context,
        store: &mut Store,
        rules: &str,
        among: Among,
    ) -> anyhow::Result<()> {
        let look = |candidate: &Candidate| self.look(context, candidate).unwrap_or(NOTHING);
        let claiming = Claiming {
            now: context.now,
            leased_until: context.after(LEASE),
            rules,
            among,
            look: &look,
        };
        let claims = store.claim(&claiming)?;
        let sent = claimed(context, store.reader(), &claims)
            .and_then(|reminders| self.send(context, &reminders));
        match sent {
            Ok(trouble) => {
                store.confirm(&claims, &claiming)?;
                trouble.map_or(Ok(()), |trouble| Err(trouble.into()))
            }
            Err(error) => {
                store.release(&claims, &claiming)?;
                Err(error)
            }
        }
    }

    /// What is to be said of a promise.
    fn look(&self, context: &Context, candidate: &Candidate) -> anyhow::Result<Outlook> {
        let promise = &candidate.entry.promise;
        let Some(deadline) = candidate.about.deadline(promise) else {
            return Ok(NOTHING);
        };
        let settings = context.settings()?;
        let own: Vec<Lead> = promise
            .reminders
            .iter()
            .filter_map(|lead| phrase::lead(lead).ok())
            .collect();
        let leads = match candidate.about {
            // Whom to ask is no deadline to work towards.
            About::Check => &[],
            About::Deadline if own.is_empty() => settings.remind_before.value.as_slice(),
            About::Deadline => own.as_slice(),
        };
        let zone = context.zone_named(deadline.zone());
        let stages = milestones(deadline, leads, &settings.work, &zone);
        let told = match candidate.told {
            told if told.until.is_some() && self.again => Told {
                until: None,
                ..told
            },
            told => told,
        };
        Ok(outlook(&stages, told, context.now))
    }

    fn time_limit(&self) -> Duration {
        Duration::from_secs(self.time_limit.into())
    }
}

const NOTHING: Outlook = Outlook {
    say: None,
    next: None,
};

/// What the moments of all stages depend on, beside the promise.
fn rules(context: &Context) -> anyhow::Result<String> {
    let settings = context.settings()?;
    let leads = &settings.remind_before.value;
    Ok(format!("{leads:?} {:?}", settings.work))
}

/// What was claimed, as it is said.
fn claimed(
    context: &Context,
    reader: Reader<'_>,
    claims: &[Claim],
) -> anyhow::Result<Vec<Reminder>> {
    let found = claims
        .iter()
        .map(|claim| (claim.candidate.clone(), claim.milestone));
    reminders(context, reader, found.collect())
}

fn reminders(
    context: &Context,
    reader: Reader<'_>,
    found: Vec<(Candidate, Milestone)>,
) -> anyhow::Result<Vec<Reminder>> {
    let entries: Vec<Entry> = found.iter().map(|(found, _)| found.entry.clone()).collect();
    let views = views(context, reader, entries, true)?;
    let found = found.into_iter().zip(views);
    Ok(found
        .map(|((found, milestone), view)| Reminder {
            view,
            about: found.about,
            milestone,
        })
        .collect())
}

/// Prints reminders; for people nothing at all where there are none.
fn show(context: &Context, reminders: &[Reminder]) -> anyhow::Result<()> {
    if reminders.is_empty() && context.format()? == Format::Table {
        return Ok(());
    }
    let values: Vec<_> = reminders.iter().map(Reminder::json).collect();
    let mut fields = vec!["stage"];
    fields.extend(print::LINE_FIELDS.map(Field::word));
    print::records(context, &fields, &values, |look| {
        reminders::text(reminders, look)
    })
}
