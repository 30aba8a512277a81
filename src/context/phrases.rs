//! Phrases read by the clock, the zone and the settings of the command.

use chrono::{DateTime, Utc};

use crate::context::Context;
use crate::domain::calendar::{Calendar, Their};
use crate::failure::Failure;
use crate::phrase::{self, Reading, Sense};

impl Context {
    /// Reads a phrase that a flag gave. Remarks go to stderr.
    pub fn read_phrase(
        &self,
        flag: &str,
        text: &str,
        sense: Sense,
        their: Option<&Their>,
    ) -> anyhow::Result<Reading> {
        let reading = self
            .understand(text, sense, their)?
            .map_err(|refusal| Failure::phrase(flag, text, &refusal))?;
        for remark in &reading.remarks {
            self.output.note(remark);
        }
        Ok(reading)
    }

    /// Reads the deadline of something that is agreed now, and was not made earlier.
    pub fn read_new_deadline(
        &self,
        flag: &str,
        text: &str,
        their: Option<&Their>,
    ) -> anyhow::Result<Reading> {
        let understood = self.understand(text, Sense::Deadline, their)?;
        let reading = understood.map_err(|mut refusal| {
            // There is no --made to add.
            refusal.hint = refusal.hint.map(|hint| {
                let now = hint.split_once("; for a promise made earlier");
                now.map_or(hint.clone(), |(now, _)| now.to_owned())
            });
            Failure::phrase(flag, text, &refusal)
        })?;
        for remark in &reading.remarks {
            self.output.note(remark);
        }
        Ok(reading)
    }

    /// What a phrase means, or why it was refused.
    pub fn understand(
        &self,
        text: &str,
        sense: Sense,
        their: Option<&Their>,
    ) -> anyhow::Result<Result<Reading, phrase::Refusal>> {
        self.understand_then(self.now, text, sense, their)
    }

    /// What a phrase meant when it was said.
    pub fn understand_then(
        &self,
        now: DateTime<Utc>,
        text: &str,
        sense: Sense,
        their: Option<&Their>,
    ) -> anyhow::Result<Result<Reading, phrase::Refusal>> {
        let settings = self.settings()?;
        let calendar = Calendar {
            now,
            zone: self.zone()?,
            week_start: settings.week_start.value,
            date_order: settings.date_order.value,
            work: &settings.work,
            abbreviations: &settings.zones,
            their,
            zone_named: &|name| self.zones.named(name),
        };
        Ok(phrase::read(text, sense, &calendar))
    }
}
