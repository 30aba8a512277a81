//! The steps of an import, put aside in a table that lasts as long as the connection: a file can
//! hold more of them than should be in memory, and what is there already must leave no trace.

use uuid::Uuid;

use crate::domain::record::StepRecord;
use crate::store::commit::Writing;
use crate::store::error::StoreError;

/// The steps of the file that is being taken in.
pub(super) struct Steps {
    /// How many were met.
    met: i64,
    /// How many of them are recorded.
    recorded: i64,
    /// The number of the step before the first of them.
    before: i64,
}

impl Steps {
    /// Begins without any.
    pub(super) fn begin(writing: &Writing<'_>) -> Result<Self, StoreError> {
        writing.execute(
            "CREATE TEMP TABLE steps_met (
                 place INTEGER PRIMARY KEY,
                 uuid BLOB NOT NULL UNIQUE,
                 kind TEXT NOT NULL,
                 command TEXT NOT NULL,
                 at INTEGER NOT NULL
             ) STRICT",
            [],
        )?;
        Ok(Self {
            met: 0,
            recorded: 0,
            before: 0,
        })
    }

    /// Remembers a step; false where it was met before.
    pub(super) fn meet(
        &mut self,
        writing: &Writing<'_>,
        step: &StepRecord,
    ) -> Result<bool, StoreError> {
        if self.place(writing, step.uuid)?.is_some() {
            return Ok(false);
        }
        self.met += 1;
        writing.execute(
            "INSERT INTO steps_met (place, uuid, kind, command, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                self.met,
                step.uuid.as_bytes(),
                step.kind.word(),
                &step.command,
                step.at.timestamp(),
            ),
        )?;
        Ok(true)
    }

    /// The number of the step at a place of the file, once it is recorded.
    pub(super) fn number(&self, place: i64) -> i64 {
        self.before + place
    }

    /// Records what was met since the last time, in its order: numbers follow places.
    pub(super) fn record(&mut self, writing: &mut Writing<'_>) -> Result<(), StoreError> {
        if self.recorded == self.met {
            return Ok(());
        }
        let import = writing.step()?;
        if self.recorded == 0 {
            let last = "SELECT max(id) FROM steps";
            self.before = writing.reader().value(last, [])?;
        }
        writing.execute(
            "INSERT INTO steps (id, uuid, kind, command, at, imported_by)
             SELECT ?1 + place, uuid, kind, command, at, ?2 FROM steps_met
             WHERE place > ?3 ORDER BY place",
            (self.before, import, self.recorded),
        )?;
        self.recorded = self.met;
        Ok(())
    }

    /// Ends the import: steps of which nothing was recorded are not kept.
    pub(super) fn finish(writing: &Writing<'_>) -> Result<(), StoreError> {
        writing.execute("DROP TABLE temp.steps_met", [])?;
        match writing.step {
            None => Ok(()),
            Some(import) => writing.execute(
                "DELETE FROM steps WHERE imported_by = ?1
                 AND NOT EXISTS (SELECT 1 FROM events WHERE step = steps.id)",
                [import],
            ),
        }
    }

    /// The place of a step in the file; nothing where it was not met.
    pub(super) fn place(
        &self,
        writing: &Writing<'_>,
        uuid: Uuid,
    ) -> Result<Option<i64>, StoreError> {
        if self.met == 0 {
            return Ok(None);
        }
        writing.reader().one(
            "SELECT place FROM steps_met WHERE uuid = ?1",
            [uuid.as_bytes()],
            |row| row.get(0),
        )
    }
}
