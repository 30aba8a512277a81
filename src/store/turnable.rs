//! What stands in the way of taking a step back, or of putting it back.

use crate::store::error::StoreError;
use crate::store::read::Reader;
use crate::store::steps::{STEP, Step, step};

impl Reader<'_> {
    /// The step that forgot a person, if that was at or after a step.
    pub(super) fn forgetting_since(&self, step: i64) -> Result<Option<i64>, StoreError> {
        self.value(
            "SELECT max(step) FROM events
             WHERE kind <> 'added' AND kind = 'forgotten' AND step >= ?1",
            [step],
        )
    }

    /// The standing steps after a moment that concern what a step concerned: its promises, its
    /// people, or promises to people that it recorded.
    pub(super) fn steps_depending_on(&self, of: i64, after: i64) -> Result<Vec<Step>, StoreError> {
        let any: bool = self.value(
            "SELECT EXISTS (SELECT 1 FROM steps WHERE id > ?1 AND kind = 'do'
                 AND undone_by IS NULL AND imported_by IS NULL)",
            [after],
        )?;
        if !any {
            return Ok(Vec::new());
        }
        let statement = format!(
            "WITH touched AS (
                 SELECT promise, person, kind FROM events
                 WHERE step = ?1 OR step IN (SELECT id FROM steps WHERE imported_by = ?1)
             ), later AS (
                 SELECT step FROM events
                 WHERE promise IN (SELECT promise FROM touched WHERE promise IS NOT NULL)
                 UNION SELECT step FROM events
                 WHERE promise IS NULL
                 AND person IN (SELECT person FROM touched WHERE person IS NOT NULL)
                 UNION SELECT events.step FROM touched
                 JOIN promises ON promises.person = touched.person AND touched.kind = 'added'
                 JOIN events ON events.promise = promises.id
                 UNION SELECT events.step FROM touched
                 JOIN promises ON promises.id = touched.promise AND touched.kind = 'added'
                 JOIN needs ON needs.need = promises.uuid
                 JOIN events ON events.promise = needs.promise
                 UNION SELECT events.step FROM touched
                 JOIN promises ON promises.id = touched.promise
                 JOIN promises AS other ON other.series = promises.series
                 JOIN events ON events.promise = other.id
             )
             SELECT {STEP} WHERE id > ?2 AND kind = 'do' AND undone_by IS NULL
             AND imported_by IS NULL AND id IN (SELECT step FROM later) ORDER BY id"
        );
        self.all(&statement, [of, after], step)
    }

    /// The steps before a step that were undone after it was done, and concern what it concerned:
    /// its promises, those of the same series, and their people. Nothing stands on a note.
    pub(super) fn undone_before(&self, step_id: i64) -> Result<Vec<Step>, StoreError> {
        // Most of the time there are none, and to find that out costs little.
        let any: bool = self.value(
            "SELECT EXISTS (SELECT 1 FROM steps AS undo JOIN steps AS undone
                 ON undone.id = undo.target AND undone.undone_by = undo.id
                 WHERE undo.id > ?1 AND undone.id < ?1)",
            [step_id],
        )?;
        if !any {
            return Ok(Vec::new());
        }
        let statement = format!(
            "WITH mine AS (
                 SELECT promise, person FROM events
                 WHERE step = ?1 OR step IN (SELECT id FROM steps WHERE imported_by = ?1)
             ), touched AS (
                 SELECT promise FROM mine WHERE promise IS NOT NULL
                 UNION SELECT other.id FROM mine
                 JOIN promises ON promises.id = mine.promise
                 JOIN promises AS other ON other.series = promises.series
             ), met AS (
                 SELECT person FROM mine WHERE person IS NOT NULL
                 UNION SELECT promises.person FROM mine
                 JOIN promises ON promises.id = mine.promise
             ), earlier AS (
                 SELECT step FROM events
                 WHERE promise IN (SELECT promise FROM touched) AND kind <> 'noted'
                 UNION SELECT step FROM events
                 WHERE promise IS NULL AND person IN (SELECT person FROM met)
             )
             SELECT {STEP} WHERE id < ?1 AND kind = 'do' AND undone_by > ?1
             AND imported_by IS NULL AND id IN (SELECT step FROM earlier) ORDER BY id"
        );
        self.all(&statement, [step_id], step)
    }
}
