//! Files that were taken away there, and files that are not there yet.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::sync::outcome::{Did, Done};
use crate::commands::sync::run::{Deleted, Run};
use crate::commands::sync::{merge, write};
use crate::context::vdir;
use crate::domain::event::EventKind;
use crate::domain::sync::{Fate, Missing};
use crate::domain::transitions;
use crate::store::{Known, Synced, Writing};

impl Run<'_> {
    /// Promises whose files were taken away there.
    pub(super) fn gone(
        &mut self,
        writing: &mut Writing<'_>,
        answers: &BTreeMap<i64, Deleted>,
    ) -> anyhow::Result<()> {
        let known: Vec<Known> = self.known.values().cloned().collect();
        for Known {
            synced,
            last_event,
            state,
            settled_at,
            ..
        } in known
        {
            let id = synced.promise;
            if self.there.contains(&id) {
                continue;
            }
            let Some(entry) = writing.entry(id)? else {
                continue;
            };
            let about = |did| Done {
                file: Some(synced.file.clone()).filter(|file| !file.is_empty()),
                ..merge::about(&entry, did)
            };
            let missing = Missing {
                state,
                is_old: settled_at.is_some_and(|at| at < self.since),
                had_file: !synced.file.is_empty(),
                is_changed: last_event != synced.last_event,
            };
            let fate = missing.fate(answers.get(&id) == Some(&Deleted::Void));
            match fate {
                Fate::Drop => writing.drop_synced(&self.folder, id)?,
                Fate::Stay => {}
                Fate::Write => {
                    self.write_new(writing, &entry, &synced.uid, &vdir::name_for(&synced.uid))?;
                }
                Fate::Gone => {
                    self.outcome.done.push(about(Did::Gone));
                    self.detach(writing, synced)?;
                }
                Fate::Changed | Fate::Kept => {
                    let reason = match fate {
                        Fate::Changed => "it was changed here since",
                        _ => "it is kept",
                    };
                    self.outcome.done.push(Done {
                        reason: Some(reason.to_owned()),
                        ..about(Did::Restored)
                    });
                    self.write_new(writing, &entry, &synced.uid, &synced.file)?;
                }
                Fate::Void => {
                    let promise = &entry.promise;
                    if let Ok(void) = transitions::void(promise, self.context.now) {
                        let draft = transitions::draft(EventKind::Voided, promise, &void);
                        writing.record(promise, draft)?;
                    }
                    self.outcome.done.push(about(Did::Here(EventKind::Voided)));
                    self.detach(writing, synced)?;
                }
            }
        }
        Ok(())
    }

    /// Keeps in mind that a file is not to come back by itself.
    fn detach(&self, writing: &mut Writing<'_>, synced: Synced) -> anyhow::Result<()> {
        let last_event = write::last_event(writing, synced.promise)?;
        let detached = Synced {
            file: String::new(),
            hash: 0,
            last_event,
            ..synced
        };
        Ok(writing.keep_synced(&self.folder, &detached)?)
    }

    /// Promises that have no file yet.
    pub(super) fn missing(
        &mut self,
        writing: &mut Writing<'_>,
        names: &BTreeSet<String>,
    ) -> anyhow::Result<()> {
        for id in writing.reader().to_be_written(self.since)? {
            if self.there.contains(&id) || self.known.contains_key(&id) {
                continue;
            }
            let Some(entry) = writing.entry(id)? else {
                continue;
            };
            let person = writing.reader().person(entry.promise.person)?;
            if person.is_some_and(|person| person.forgotten) {
                continue;
            }
            let uid = entry.promise.uuid.to_string();
            let mut name = vdir::name_for(&uid);
            if names.contains(&name) {
                name = vdir::name_for(&format!("{uid}-promise"));
            }
            self.write_new(writing, &entry, &uid, &name)?;
        }
        Ok(())
    }
}
