//! Steps: what one command did, as `log` shows it and `undo` takes it back.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::domain::event::{Draft, Event, EventKind, StepKind, Subject};
use crate::domain::person::Person;
use crate::domain::promise::Promise;
use crate::domain::replay;
use crate::store::commit::Writing;
use crate::store::error::{Fault, StoreError};
use crate::store::read::Reader;
use crate::store::{Store, rows};

/// What one command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub id: i64,
    /// Whether it did, undid or redid something.
    pub kind: StepKind,
    /// The command.
    pub command: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The step that it undid or redid.
    pub target: Option<i64>,
    /// The step that undid it, while that is so.
    pub undone_by: Option<i64>,
    /// The import that brought it.
    pub imported_by: Option<i64>,
}

/// The effect of undoing or redoing a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The step that was undone or redone.
    pub step: Step,
    /// The promises concerned, as they are now.
    pub promises: Vec<Promise>,
    /// The people concerned, as they are now.
    pub people: Vec<Person>,
}

/// The columns that [`step`] reads.
pub(super) const STEP: &str = "id, kind, command, at, target, undone_by, imported_by FROM steps";

pub(super) fn step(row: &rusqlite::Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        id: row.get(0)?,
        kind: rows::word(row, 1, StepKind::from_word)?,
        command: row.get(2)?,
        at: rows::instant(row, 3)?,
        target: row.get(4)?,
        undone_by: row.get(5)?,
        imported_by: row.get(6)?,
    })
}

impl Reader<'_> {
    /// The newest steps, newest first, without those that an import brought.
    pub fn steps(&self, limit: u32) -> Result<Vec<Step>, StoreError> {
        let statement =
            format!("SELECT {STEP} WHERE imported_by IS NULL ORDER BY id DESC LIMIT ?1");
        self.all(&statement, [limit], step)
    }

    /// What a step concerned: at most so many subjects, in the order of its events, or of those of
    /// the steps that an import brought. A step that concerns one of them very often may name
    /// fewer.
    pub fn subjects(&self, step: i64, limit: u32) -> Result<Vec<Subject>, StoreError> {
        // In the order of an index, so that the first few of a million are not sorted out of all.
        const OWN: &str = "SELECT promise, person FROM events WHERE step = ?1
                           ORDER BY seq LIMIT ?2";
        const IMPORTED: &str = "SELECT promise, person FROM steps
                                JOIN events ON events.step = steps.id
                                WHERE imported_by = ?1 ORDER BY steps.id, seq LIMIT ?2";
        // Most events of a step concern subjects of their own.
        let read = limit.saturating_mul(8);
        let mut subjects = Vec::new();
        for statement in [OWN, IMPORTED] {
            let found = self.all(statement, (step, read), |row| {
                let promise: Option<i64> = row.get(0)?;
                match promise {
                    Some(id) => Ok(Subject::Promise(id)),
                    None => Ok(Subject::Person(row.get(1)?)),
                }
            })?;
            let mut seen = BTreeSet::new();
            subjects.extend(found.into_iter().filter(|subject| seen.insert(*subject)));
            if !subjects.is_empty() {
                break;
            }
        }
        subjects.truncate(limit as usize);
        Ok(subjects)
    }

    /// The step with a number.
    pub fn step(&self, id: i64) -> Result<Option<Step>, StoreError> {
        let statement = format!("SELECT {STEP} WHERE id = ?1");
        self.one(&statement, [id], step)
    }

    /// The step that `undo` takes back: the newest that stands.
    fn step_to_undo(&self) -> Result<Option<Step>, StoreError> {
        let statement = format!(
            "SELECT {STEP} WHERE kind = 'do' AND undone_by IS NULL AND imported_by IS NULL
             ORDER BY id DESC LIMIT 1"
        );
        self.one(&statement, [], step)
    }

    /// The step that `redo` puts back: the one undone last, unless something was done since.
    fn step_to_redo(&self) -> Result<Option<Step>, StoreError> {
        let statement = format!(
            "SELECT {STEP} WHERE id = (
                 SELECT target FROM steps AS undo WHERE kind = 'undo' AND imported_by IS NULL
                 AND EXISTS (SELECT 1 FROM steps AS undone
                             WHERE undone.id = undo.target AND undone.undone_by = undo.id)
                 AND NOT EXISTS (SELECT 1 FROM steps AS later WHERE later.id > undo.id
                                 AND later.kind = 'do' AND later.imported_by IS NULL)
                 ORDER BY id DESC LIMIT 1)"
        );
        self.one(&statement, [], step)
    }
}

/// What came of undoing or redoing a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turned {
    /// It was done.
    Done(Box<Effect>),
    /// There is no such step.
    NoStep,
    /// The step is not one that can be turned: it is undone already, or was never undone, or it
    /// is an undo itself.
    NotThat(Step),
    /// These later steps depend on it.
    Needed(Vec<Step>),
    /// These earlier steps, which are undone, must be redone first.
    Missing(Vec<Step>),
    /// A person was forgotten since, in this step: nothing before that can be turned.
    Forgotten(i64),
}

impl Store {
    /// Takes a step back, by appending: the newest where none is named.
    pub fn undo(&mut self, at: DateTime<Utc>, step: Option<i64>) -> Result<Turned, StoreError> {
        self.write_step(StepKind::Undo, "undo", at, |writing| {
            let reader = writing.reader();
            let step = match step {
                None => reader.step_to_undo()?,
                Some(id) => reader.step(id)?,
            };
            let Some(step) = step else {
                return Ok(Turned::NoStep);
            };
            let is_standing = step.kind == StepKind::Do && step.undone_by.is_none();
            if !is_standing || step.imported_by.is_some() {
                return Ok(Turned::NotThat(step));
            }
            writing.turn_if_free(step, EventKind::Undone)
        })
    }

    /// Puts an undone step back into effect: the one undone last where none is named. Refused as
    /// a conflict where a name or key has been given to another since.
    pub fn redo(&mut self, at: DateTime<Utc>, step: Option<i64>) -> Result<Turned, StoreError> {
        self.write_step(StepKind::Redo, "redo", at, |writing| {
            let reader = writing.reader();
            let step = match step {
                None => reader.step_to_redo()?,
                Some(id) => reader.step(id)?,
            };
            let Some(step) = step else {
                return Ok(Turned::NoStep);
            };
            if step.undone_by.is_none() {
                return Ok(Turned::NotThat(step));
            }
            writing.turn_if_free(step, EventKind::Redone)
        })
    }
}

/// A promise whose row was mended.
struct Mended {
    before: Promise,
    after: Promise,
    events: Vec<Event>,
}

impl Writing<'_> {
    /// Turns a step on which no later one depends.
    fn turn_if_free(&mut self, step: Step, kind: EventKind) -> Result<Turned, StoreError> {
        let after = step.undone_by.unwrap_or(step.id);
        if let Some(forgetting) = self.reader().forgetting_since(after)? {
            return Ok(Turned::Forgotten(forgetting));
        }
        let later = self.reader().steps_depending_on(step.id, after)?;
        if !later.is_empty() {
            return Ok(Turned::Needed(later));
        }
        if kind == EventKind::Redone {
            let missing = self.reader().undone_before(step.id)?;
            if !missing.is_empty() {
                return Ok(Turned::Missing(missing));
            }
        }
        Ok(Turned::Done(Box::new(self.turn(step, kind)?)))
    }

    /// Takes a step out of effect or back into it, and rebuilds whatever it concerned.
    fn turn(&mut self, step: Step, kind: EventKind) -> Result<Effect, StoreError> {
        let turning = self.step()?;
        let targets = match kind {
            EventKind::Undone => self.standing_events(step.id)?,
            // What the undo left out of effect as it was, stays so.
            _ => self.undone_events(step.undone_by.unwrap_or_default())?,
        };
        let mut subjects = BTreeSet::new();
        for (subject, target) in targets {
            self.append(subject, Draft::turning(kind, target))?;
            subjects.insert(subject);
        }
        let undone_by = (kind == EventKind::Undone).then_some(turning);
        self.execute(
            "UPDATE steps SET undone_by = ?2 WHERE id = ?1",
            (step.id, undone_by),
        )?;
        self.execute(
            "UPDATE steps SET target = ?2 WHERE id = ?1",
            (turning, step.id),
        )?;
        let mut effect = Effect {
            step,
            promises: Vec::new(),
            people: Vec::new(),
        };
        // People first: the names of promises are looked up in their rows.
        // A name may go from one of them to another, so that all are taken away before any is given.
        for subject in &subjects {
            if let Subject::Person(id) = subject {
                self.execute("DELETE FROM names WHERE person = ?1", [id])?;
            }
        }
        for subject in &subjects {
            if let Subject::Person(id) = subject {
                effect.people.extend(self.rebuild_person(*id)?);
            }
        }
        for subject in &subjects {
            if let Subject::Promise(id) = subject {
                effect.promises.extend(self.turn_promise(*id, turning)?);
            }
        }
        for promise in &effect.promises {
            self.refuse_circle(promise)?;
        }
        Ok(effect)
    }

    /// What is put back may have become a circle of needs in the meantime.
    fn refuse_circle(&self, promise: &Promise) -> Result<(), StoreError> {
        for need in &promise.needs {
            if self.reader().depends_on(*need, promise.uuid)? {
                let detail = format!("promise {} would need itself", promise.id);
                return Err(StoreError::new(self.path, Fault::Conflict(detail)));
            }
        }
        Ok(())
    }

    /// The events of a step that are in effect, in order.
    fn standing_events(&self, step: i64) -> Result<Vec<(Subject, i64)>, StoreError> {
        let mut histories = BTreeMap::new();
        let mut standing = Vec::new();
        for event in self.reader().events_of_step(step)? {
            let in_effect = match histories.entry(event.subject) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => {
                    let events = self.reader().events(event.subject)?;
                    let seqs = replay::in_effect(&events).map(|event| event.seq);
                    unknown.insert(seqs.collect::<BTreeSet<i64>>())
                }
            };
            if in_effect.contains(&event.seq) {
                standing.push((event.subject, event.seq));
            }
        }
        Ok(standing)
    }

    /// The events that an undo took out of effect, in order.
    fn undone_events(&self, undo: i64) -> Result<Vec<(Subject, i64)>, StoreError> {
        let events = self.reader().events_of_step(undo)?;
        let undone = events
            .iter()
            .filter_map(|event| Some((event.subject, event.draft.target?)));
        Ok(undone.collect())
    }

    pub(super) fn rebuild_promise(&self, id: i64) -> Result<Option<Promise>, StoreError> {
        let Some(Mended { after, events, .. }) = self.mended(id)? else {
            return Ok(None);
        };
        self.index_words_with(&after, &replay::notes(&events))?;
        Ok(Some(after))
    }

    /// The same where nothing but the events of a turning step came to those that the row knows:
    /// few of them are of words, and to enter those costs most of what is left to write.
    fn turn_promise(&self, id: i64, turning: i64) -> Result<Option<Promise>, StoreError> {
        let Some(mended) = self.mended(id)? else {
            return Ok(None);
        };
        let Mended {
            before,
            after,
            events,
        } = mended;
        let is_new = |event: &Event| event.step == turning;
        let known = events.iter().position(is_new).unwrap_or(events.len());
        let notes = replay::notes(&events);
        if (&before.what, before.person) != (&after.what, after.person)
            || notes != replay::notes(&events[..known])
        {
            self.index_words_with(&after, &notes)?;
        }
        Ok(Some(after))
    }

    /// Makes the row of a promise what its events make of it.
    fn mended(&self, id: i64) -> Result<Option<Mended>, StoreError> {
        let Some(entry) = self.reader().promise(id)? else {
            return Ok(None);
        };
        let before = entry.promise;
        let events = self.reader().events(Subject::Promise(id))?;
        let after = replay::promise(id, before.uuid, &events)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        self.mend_promise(&before, &after)?;
        Ok(Some(Mended {
            before,
            after,
            events,
        }))
    }

    pub(super) fn rebuild_person(&self, id: i64) -> Result<Option<Person>, StoreError> {
        let Some(before) = self.reader().person(id)? else {
            return Ok(None);
        };
        let events = self.reader().events(Subject::Person(id))?;
        let person = replay::person(id, before.uuid, &events)
            .map_err(|bad| StoreError::from_history(self.path, &bad))?;
        self.update_person(&person)?;
        if person.name != before.name {
            self.index_person(person.id)?;
        }
        Ok(Some(person))
    }
}
