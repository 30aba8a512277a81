//! The times of a row, understood: moments in the past, and deadlines.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::commands::import::plan::Bad;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::promise::State;
use crate::domain::zone::{ClockChange, Zone};
use crate::exchange::row::{When, Whole};
use crate::phrase::{Edge, Sense};

/// What times depend on.
pub(super) struct Reading<'a> {
    pub(super) context: &'a Context,
    pub(super) home: &'a Zone,
}

impl Reading<'_> {
    /// When it was settled, where it was. A day alone counts to its end: what was done in time on
    /// that day is for its own program to say.
    pub(super) fn settled(
        &self,
        state: State,
        settled: Option<&When>,
    ) -> Result<Option<DateTime<Utc>>, Bad> {
        if state == State::Open {
            return Ok(None);
        }
        let Some(settled) = settled else {
            return Err(format!("it is {}, and nothing says since when", state.word()).into());
        };
        let at = self.past("settled", settled, Edge::End)?;
        let day = matches!(settled, When::Day(_) | When::Phrase(_));
        let now = self.context.now;
        if day && self.home.local(at).date() == self.home.local(now).date() {
            return Ok(Some(at.min(now)));
        }
        if at > now {
            return Err("it was settled in the future".to_owned().into());
        }
        Ok(Some(at))
    }

    /// A moment in the past; of a day, its first or last second.
    pub(super) fn past(
        &self,
        name: &str,
        when: &When,
        edge: Edge,
    ) -> Result<DateTime<Utc>, String> {
        let beyond = || format!("{name}: a time out of range");
        match when {
            When::Moment { at, .. } => Ok(whole_seconds(at.to_utc())),
            When::Day(day) => match edge {
                Edge::Start => self.home.start_of_day(*day).ok_or_else(beyond),
                Edge::End => self.home.end_of_day(*day).ok_or_else(beyond),
            },
            When::Local(at, zone) => {
                let zone = self.zone(zone.as_deref())?;
                Ok(zone.resolve(*at).ok_or_else(beyond)?.at)
            }
            When::Exact(text) => self.exact(text).map(|due| due.at()),
            When::Phrase(text) => {
                let sense = Sense::PastSpan(edge);
                let read = self.context.understand(text, sense, None);
                let read = read.map_err(|error| format!("{error:#}"))?;
                let read = read.map_err(|refusal| format!("{name}: {}", refusal.message))?;
                Ok(read.deadline.at())
            }
        }
    }

    /// A deadline, as it was meant when the promise was made, and what is to be said of how it
    /// was understood.
    pub(super) fn deadline(
        &self,
        when: &When,
        made: DateTime<Utc>,
    ) -> Result<(Deadline, Vec<String>), String> {
        let mut remarks = Vec::new();
        let deadline = self.understood(when, made, &mut remarks)?;
        match deadline.unfit() {
            Some(reason) => Err(format!("due: {reason}")),
            None => Ok((deadline, remarks)),
        }
    }

    fn understood(
        &self,
        when: &When,
        made: DateTime<Utc>,
        remarks: &mut Vec<String>,
    ) -> Result<Deadline, String> {
        let beyond = || "due: a time out of range".to_owned();
        match when {
            When::Day(day) => Deadline::day(*day, self.home).ok_or_else(beyond),
            When::Local(at, zone) => {
                let zone = self.zone(zone.as_deref())?;
                let (deadline, change) = Deadline::wall(*at, &zone).ok_or_else(beyond)?;
                let taken = deadline.with_offset().to_rfc3339();
                let change = match change {
                    ClockChange::None => None,
                    ClockChange::Skipped => Some("is skipped by a clock change"),
                    ClockChange::Twice => Some("happens twice"),
                };
                remarks.extend(change.map(|what| format!("due {at} {what}: {taken} was taken")));
                Ok(deadline)
            }
            When::Moment { at, zone, day } => {
                let zone = self.zone(zone.as_deref())?;
                let at = whole_seconds(at.to_utc());
                let local = zone.local(at);
                if is_whole(*day, local, at, &zone) {
                    return Deadline::day(local.date(), &zone).ok_or_else(beyond);
                }
                let wall = Deadline::wall(local, &zone).map(|(wall, _)| wall);
                // Of a time that happens twice, the second is no wall time.
                let wall = wall.filter(|wall| wall.at() == at);
                Ok(wall.unwrap_or_else(|| Deadline::instant(at, &zone)))
            }
            When::Exact(text) => self.exact(text),
            When::Phrase(text) => {
                let sense = Sense::DeadlineMaybePast;
                let read = self.context.understand_then(made, text, sense, None);
                let read = read.map_err(|error| format!("{error:#}"))?;
                let read = read.map_err(|refusal| {
                    let hint = refusal
                        .hint
                        .map_or_else(String::new, |hint| format!("; {hint}"));
                    format!("due {text:?}: {}{hint}", refusal.message)
                })?;
                remarks.extend(read.remarks);
                Ok(read.deadline)
            }
        }
    }

    fn exact(&self, text: &str) -> Result<Deadline, String> {
        let due = Deadline::parse(text).ok_or_else(|| format!("{text:?} is no deadline"))?;
        let zone = self.zone(Some(due.zone()))?;
        due.unfit_in(&zone).map_or(Ok(due), Err)
    }

    fn zone(&self, name: Option<&str>) -> Result<Zone, String> {
        match name {
            None => Ok(self.home.clone()),
            Some(name) => self
                .context
                .find_zone_named(name)
                .ok_or_else(|| format!("no time zone is called {name:?}")),
        }
    }
}

fn is_whole(day: Whole, local: NaiveDateTime, at: DateTime<Utc>, zone: &Zone) -> bool {
    let begins = || zone.start_of_day(local.date()) == Some(at);
    let ends = || zone.end_of_day(local.date()) == Some(at);
    match day {
        Whole::Yes => true,
        Whole::No => false,
        Whole::AtTheEnd => ends(),
        Whole::AtAnEnd => begins() || ends(),
    }
}

fn whole_seconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}
