//! What `remind` keeps: when each deadline is next to be spoken of, and what was said of it.
//!
//! None of it is an event, and none of it a step. Something is said in three moves: it is leased
//! in one transaction, sent, and confirmed in another. A process that is killed in between leaves
//! a lease that ends, and then it is said again rather than never.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use crate::domain::event::StepKind;
use crate::domain::promise::Promise;
use crate::domain::reminder::{About, Milestone, Outlook, Told};
use crate::store::Store;
use crate::store::commit::Writing;
use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::rows::{self, Entry};

/// A promise that something may have to be said of.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The promise.
    pub entry: Entry,
    /// What of it is spoken of.
    pub about: About,
    /// What was said of it.
    pub told: Told,
    /// Until when another process may be about to say it.
    leased_until: Option<DateTime<Utc>>,
}

impl Candidate {
    /// Whether another process may be about to say it.
    #[must_use]
    pub fn is_leased(&self, now: DateTime<Utc>) -> bool {
        self.leased_until.is_some_and(|until| until > now)
    }

    fn due_at(&self) -> i64 {
        let due = self.about.deadline(&self.entry.promise);
        due.map_or(0, |due| due.at().timestamp())
    }
}

/// Something that this process alone is about to say.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Of what.
    pub candidate: Candidate,
    /// The stage that is said.
    pub milestone: Milestone,
    /// When something is to be said of it next.
    next: Option<DateTime<Utc>>,
}

/// Which promises are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Those that may have something new to be said.
    New,
    /// Every one that is open or to be checked.
    All,
    /// The one with this number.
    One(i64),
}

/// How claims are made.
#[derive(Clone, Copy)]
pub struct Claiming<'a> {
    /// The moment of the command.
    pub now: DateTime<Utc>,
    /// When others may say it, unless it is confirmed before.
    pub leased_until: DateTime<Utc>,
    /// The leads and the working time in effect.
    pub rules: &'a str,
    /// Which promises are looked at.
    pub among: Among,
    /// What is to be said of one.
    pub look: &'a dyn Fn(&Candidate) -> Outlook,
}

impl Reader<'_> {
    /// The promises that may have something to be said by a moment, the nearest deadline first.
    /// Every `next_at` counts only under the rules that it was computed with.
    pub fn reminders(
        &self,
        now: DateTime<Utc>,
        rules: &str,
        among: Among,
    ) -> Result<Vec<Candidate>, StoreError> {
        let since = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, rows::instant(row, 1)?));
        let found = match among {
            Among::New if self.has_rules(rules)? => self.all(NEW, [now.timestamp()], since)?,
            Among::New | Among::All => self.all(
                "SELECT promise, since FROM reminders ORDER BY due_at, promise",
                [],
                since,
            )?,
            Among::One(promise) => self.all(
                "SELECT promise, since FROM reminders WHERE promise = ?1",
                [promise],
                since,
            )?,
        };
        let mut candidates = Vec::with_capacity(found.len());
        for (promise, since) in found {
            if let Some(entry) = self.promise(promise)? {
                candidates.extend(self.candidate(entry, since)?);
            }
        }
        Ok(candidates)
    }

    /// Whether these are the rules that every `next_at` was computed with.
    fn has_rules(&self, rules: &str) -> Result<bool, StoreError> {
        self.value(
            "SELECT EXISTS (SELECT 1 FROM reminder_rules WHERE text = ?1)",
            [rules],
        )
    }

    /// The promises of which the bookkeeping is not what their rows make it: nothing is kept of a
    /// deadline, another one is, or one of a promise that is settled.
    pub(super) fn unreminded(&self) -> Result<Vec<i64>, StoreError> {
        self.all(UNREMINDED, [], |row| row.get(0))
    }

    fn candidate(
        &self,
        entry: Entry,
        since: DateTime<Utc>,
    ) -> Result<Option<Candidate>, StoreError> {
        let Some(about) = About::of(&entry.promise) else {
            return Ok(None);
        };
        let mut candidate = Candidate {
            entry,
            about,
            told: Told { since, until: None },
            leased_until: None,
        };
        let said = self.one(
            "SELECT said_at, leased_until FROM said
             WHERE promise = ?1 AND about = ?2 AND due_at = ?3",
            params![candidate.entry.promise.id, about.word(), candidate.due_at()],
            |row| {
                let said_at = rows::optional_instant(row, 0)?;
                Ok((said_at, rows::optional_instant(row, 1)?))
            },
        )?;
        if let Some((said_at, leased_until)) = said {
            candidate.told.until = said_at;
            candidate.leased_until = leased_until;
        }
        Ok(Some(candidate))
    }
}

/// What may be new; the index leads to it whatever else is open.
const NEW: &str = "SELECT promise, since FROM reminders
    WHERE next_at <= ?1 AND next_at IS NOT NULL ORDER BY due_at, promise";

/// What each promise should have, against what there is.
const UNREMINDED: &str = "WITH wanted (promise, due_at) AS (
        SELECT id, due_at FROM promises WHERE state = 'open'
        UNION ALL
        SELECT id, check_at FROM promises
        WHERE state = 'kept' AND check_at IS NOT NULL AND satisfied IS NULL)
    SELECT promise FROM wanted LEFT JOIN reminders USING (promise)
    WHERE reminders.due_at IS NOT wanted.due_at
    UNION
    SELECT promise FROM reminders WHERE promise NOT IN (SELECT promise FROM wanted)
    ORDER BY promise";

impl Store {
    /// Takes what is to be said for this process alone, and notes for the others when there is
    /// something to be said of them.
    pub fn claim(&mut self, claiming: &Claiming<'_>) -> Result<Vec<Claim>, StoreError> {
        self.keep_reminders(claiming.now, |writing| writing.claim(claiming))
    }

    /// Records that what was claimed is said.
    pub fn confirm(&mut self, claims: &[Claim], claiming: &Claiming<'_>) -> Result<(), StoreError> {
        let lease = claiming.leased_until.timestamp();
        self.keep_reminders(claiming.now, |writing| {
            for claim in claims {
                let id = claim.candidate.entry.promise.id;
                let due_at = claim.candidate.due_at();
                writing.execute(
                    "UPDATE said SET said_at = ?5, leased_until = NULL WHERE promise = ?1
                     AND about = ?2 AND due_at = ?3 AND leased_until = ?4",
                    params![
                        id,
                        claim.candidate.about.word(),
                        due_at,
                        lease,
                        claiming.now.timestamp()
                    ],
                )?;
                // Unless the promise was written since, and has to be looked at again.
                let next = claim.next.map(|next| next.timestamp());
                writing.execute(
                    "UPDATE reminders SET next_at = ?4
                     WHERE promise = ?1 AND due_at = ?2 AND next_at = ?3",
                    params![id, due_at, lease, next],
                )?;
            }
            Ok(())
        })
    }

    /// Gives back what was claimed and could not be said: it is tried again next time.
    pub fn release(&mut self, claims: &[Claim], claiming: &Claiming<'_>) -> Result<(), StoreError> {
        let lease = claiming.leased_until.timestamp();
        self.keep_reminders(claiming.now, |writing| {
            for claim in claims {
                let id = claim.candidate.entry.promise.id;
                writing.execute(
                    "UPDATE said SET leased_until = NULL WHERE promise = ?1 AND about = ?2
                     AND due_at = ?3 AND leased_until = ?4",
                    params![
                        id,
                        claim.candidate.about.word(),
                        claim.candidate.due_at(),
                        lease
                    ],
                )?;
                writing.execute(
                    "UPDATE reminders SET next_at = 0 WHERE promise = ?1 AND next_at = ?2",
                    [id, lease],
                )?;
            }
            Ok(())
        })
    }

    /// A transaction of its own, which is no step.
    fn keep_reminders<T>(
        &mut self,
        at: DateTime<Utc>,
        change: impl FnOnce(&Writing<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.transact(
            StepKind::Do,
            "remind",
            at,
            |_| true,
            |writing| change(writing),
        )
    }
}

impl Writing<'_> {
    fn claim(&self, claiming: &Claiming<'_>) -> Result<Vec<Claim>, StoreError> {
        let mut claims = Vec::new();
        let lease = claiming.leased_until.timestamp();
        let Claiming { now, rules, .. } = *claiming;
        for candidate in self.reader().reminders(now, rules, claiming.among)? {
            let id = candidate.entry.promise.id;
            if candidate.is_leased(now) {
                let until = candidate.leased_until.map(|until| until.timestamp());
                self.look_next(id, until)?;
                continue;
            }
            let outlook = (claiming.look)(&candidate);
            let Some(milestone) = outlook.say else {
                self.look_next(id, outlook.next.map(|next| next.timestamp()))?;
                continue;
            };
            self.execute(
                "INSERT INTO said (promise, about, due_at, leased_until) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET leased_until = excluded.leased_until",
                params![id, candidate.about.word(), candidate.due_at(), lease],
            )?;
            self.look_next(id, Some(lease))?;
            claims.push(Claim {
                candidate,
                milestone,
                next: outlook.next,
            });
        }
        if !matches!(claiming.among, Among::One(_)) {
            self.execute(
                "INSERT INTO reminder_rules (id, text) VALUES (1, ?1)
                 ON CONFLICT DO UPDATE SET text = excluded.text",
                [rules],
            )?;
        }
        Ok(claims)
    }

    fn look_next(&self, promise: i64, next_at: Option<i64>) -> Result<(), StoreError> {
        self.execute(
            "UPDATE reminders SET next_at = ?2 WHERE promise = ?1",
            params![promise, next_at],
        )
    }

    /// Makes the bookkeeping of a promise again, as if it stood since the promise was recorded: what
    /// was said of it is kept elsewhere.
    pub(super) fn remake_reminder(&self, id: i64) -> Result<(), StoreError> {
        let Some(entry) = self.reader().promise(id)? else {
            return self.execute("DELETE FROM reminders WHERE promise = ?1", [id]);
        };
        self.update_reminder(&entry.promise.reminders, &entry.promise)?;
        self.execute(
            "UPDATE reminders SET since = ?2 WHERE promise = ?1",
            [id, entry.promise.recorded_at.timestamp()],
        )
    }

    /// Brings the leads of a promise up to date, of which it had others before, and has the next
    /// `remind` look at it.
    pub(super) fn update_reminder(
        &self,
        before: &BTreeSet<String>,
        promise: &Promise,
    ) -> Result<(), StoreError> {
        for lead in before.difference(&promise.reminders) {
            self.execute(
                "DELETE FROM leads WHERE promise = ?1 AND lead = ?2",
                params![promise.id, lead],
            )?;
        }
        for lead in promise.reminders.difference(before) {
            self.execute(
                "INSERT INTO leads (promise, lead) VALUES (?1, ?2)",
                params![promise.id, lead],
            )?;
        }
        let about = About::of(promise).and_then(|about| about.deadline(promise));
        let Some(due) = about else {
            return self.execute("DELETE FROM reminders WHERE promise = ?1", [promise.id]);
        };
        self.execute(
            "INSERT INTO reminders (promise, due_at, since, next_at) VALUES (?1, ?2, ?3, 0)
             ON CONFLICT DO UPDATE SET next_at = 0, due_at = excluded.due_at,
             since = CASE WHEN ?4 OR due_at <> excluded.due_at THEN excluded.since ELSE since END",
            params![
                promise.id,
                due.at().timestamp(),
                self.at.timestamp(),
                *before != promise.reminders
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::NEW;
    use crate::store::migrations;

    /// A quiet minute costs the same however much is open.
    #[test]
    fn what_is_new_is_found_by_its_index() {
        let connection = migrations::fresh().unwrap();
        let plan = migrations::plan(&connection, NEW, vec![0_i64.into()]);
        assert!(
            plan.contains("INDEX reminders_next (next_at>? AND next_at<?)"),
            "{plan}"
        );
    }
}
