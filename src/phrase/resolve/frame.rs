//! Where and when a phrase is read: the zone it names or the user's, and now in it.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, TimeDelta};

use super::super::ast::{Phrase, Spot, ZoneRef};
use super::super::refusal::{Refusal, RefusalKind, harmless};
use super::super::show;
use super::super::zones::{Abbreviation, abbreviation};
use super::super::{Edge, Reading, Sense};
use super::{here_and_there, offset};
use crate::domain::calendar::Calendar;
use crate::domain::deadline::Deadline;
use crate::domain::person::as_argument;
use crate::domain::zone::{ClockChange, Zone};

/// The longest way ahead that is taken for meant, in days: a hundred years.
const FARTHEST: i64 = 36_525;

/// The last year that a deadline lies in.
const LAST_YEAR: i32 = 9999;

/// A place and a moment to read from.
#[derive(Clone)]
pub(super) struct Frame<'a> {
    pub(super) calendar: &'a Calendar<'a>,
    pub(super) sense: Sense,
    text: &'a str,
    zone: Zone,
    /// The zone is an offset and no place: results are points in time, shown in the user's zone.
    is_fixed: bool,
    /// What the zone is called where it is an offset.
    label: String,
    their: Option<&'a str>,
    now: NaiveDateTime,
}

impl<'a> Frame<'a> {
    /// The frame of a phrase.
    pub(super) fn new(
        text: &'a str,
        phrase: &Phrase,
        sense: Sense,
        calendar: &'a Calendar<'a>,
    ) -> Result<Self, Refusal> {
        let (zone, is_fixed, their) = match &phrase.zone {
            None => (calendar.zone.clone(), false, None),
            Some(spot) => named(spot, calendar)?,
        };
        let label = phrase.zone.as_ref().map(offset::label).unwrap_or_default();
        let now = zone.local(calendar.now);
        Ok(Self {
            calendar,
            sense,
            text,
            zone,
            is_fixed,
            label,
            their,
            now,
        })
    }

    /// The same, where past moments may be named: for showing what was refused.
    pub(super) fn lenient(&self) -> Self {
        let mut lenient = self.clone();
        if self.sense == Sense::Deadline {
            lenient.sense = Sense::DeadlineMaybePast;
        }
        lenient
    }

    /// What the clock shows.
    pub(super) fn now(&self) -> NaiveDateTime {
        self.now
    }

    /// The day it is.
    pub(super) fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// Whether the phrase is read by another clock than the user's.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.zone != *self.calendar.zone
            && self.zone.offset(self.calendar.now) != self.calendar.zone.offset(self.calendar.now)
    }

    /// The person whose zone was asked for.
    pub(super) fn their_name(&self) -> Option<&str> {
        self.their
    }

    /// Whether the sense looks back.
    pub(super) fn looks_back(&self) -> bool {
        matches!(self.sense, Sense::Past | Sense::PastSpan(_))
    }

    /// Whether a named past moment is taken.
    pub(super) fn allows_past(&self) -> bool {
        self.sense != Sense::Deadline
    }

    /// The bytes of the whole phrase.
    pub(super) fn whole(&self) -> Range<usize> {
        let trimmed = self.text.trim();
        let start = self.text.len() - self.text.trim_start().len();
        start..start + trimmed.len()
    }

    /// The phrase as a message quotes it.
    pub(super) fn said(&self) -> String {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        harmless(&words.join(" "))
    }

    /// A part of the phrase as a message quotes it.
    pub(super) fn part(&self, span: &Range<usize>) -> String {
        harmless(self.text.get(span.clone()).unwrap_or_default())
    }

    /// A whole day here.
    pub(super) fn day(&self, date: NaiveDate) -> Result<Deadline, Refusal> {
        let day = Deadline::day(date, &self.zone).ok_or_else(|| self.too_far())?;
        Ok(if self.is_fixed {
            Deadline::instant(day.at(), self.calendar.zone)
        } else {
            day
        })
    }

    /// The first second of a day here.
    pub(super) fn start_of(&self, date: NaiveDate) -> Result<Deadline, Refusal> {
        let at = self.zone.start_of_day(date);
        let at = at.ok_or_else(|| self.too_far())?;
        Ok(Deadline::instant(at, self.calendar.zone))
    }

    /// A number of seconds into a day here, and what a clock change made of it.
    pub(super) fn at(&self, date: NaiveDate, seconds: u32) -> Result<Reading, Refusal> {
        let local = date
            .and_hms_opt(0, 0, 0)
            .and_then(|start| start.checked_add_signed(TimeDelta::seconds(seconds.into())))
            .ok_or_else(|| self.too_far())?;
        self.wall(local)
    }

    /// A time on the wall here.
    pub(super) fn wall(&self, local: NaiveDateTime) -> Result<Reading, Refusal> {
        let (wall, change) = Deadline::wall(local, &self.zone).ok_or_else(|| self.too_far())?;
        let asked = local.format("%H:%M on %a %-d %b %Y");
        let zone = self.zone.name();
        let remarks = match change {
            ClockChange::None => Vec::new(),
            ClockChange::Skipped => vec![format!(
                "clocks in {zone} skip {asked}: the first moment after it is taken, {}",
                show::deadline(&wall)
            )],
            ClockChange::Twice => vec![format!(
                "{asked} happens twice in {zone}: the first is taken, {}",
                show::deadline(&wall)
            )],
        };
        let deadline = if self.is_fixed {
            Deadline::instant(wall.at(), self.calendar.zone)
        } else {
            wall
        };
        Ok(Reading { deadline, remarks })
    }

    /// A number of seconds from now, which may be negative.
    pub(super) fn after_seconds(&self, seconds: i64) -> Result<Deadline, Refusal> {
        let at = TimeDelta::try_seconds(seconds)
            .and_then(|delta| self.calendar.now.checked_add_signed(delta))
            .ok_or_else(|| self.too_far())?;
        Ok(Deadline::instant(at, self.shown_zone()))
    }

    /// What the clock here shows at a moment.
    pub(super) fn local(&self, at: chrono::DateTime<chrono::Utc>) -> NaiveDateTime {
        self.zone.local(at)
    }

    /// Whether a reading lies on the side of now that the sense asks for.
    pub(super) fn is_on_side(&self, deadline: &Deadline) -> bool {
        match self.sense {
            Sense::Deadline => !deadline.has_passed(self.calendar.now),
            Sense::Past => deadline.at().timestamp() <= self.calendar.now.timestamp(),
            _ => true,
        }
    }

    /// The zone that points in time are shown in.
    pub(super) fn shown_zone(&self) -> &Zone {
        if self.is_fixed {
            self.calendar.zone
        } else {
            &self.zone
        }
    }

    /// The refusal of several readings.
    pub(super) fn ambiguous(
        &self,
        readings: impl IntoIterator<Item = Deadline>,
        hint: &str,
    ) -> Refusal {
        let mut readings: Vec<Deadline> = readings.into_iter().collect();
        readings.sort_by_key(Deadline::at);
        readings.dedup();
        let shown = show::either(&readings);
        let message = if readings.len() > 1 {
            format!("\"{}\" could be {shown}", self.said())
        } else {
            format!("\"{}\" has two readings", self.said())
        };
        Refusal::new(RefusalKind::Ambiguous, self.whole(), message)
            .readings(readings)
            .hint(hint)
    }

    /// The refusal of a moment that has passed.
    pub(super) fn past(&self, deadline: &Deadline, hint: &str) -> Refusal {
        let message = format!(
            "\"{}\" has passed: it is {}",
            self.said(),
            show::deadline(deadline)
        );
        Refusal::new(RefusalKind::Past, self.whole(), message).hint(hint)
    }

    /// The refusal of a moment that has not come.
    pub(super) fn future(&self, deadline: &Deadline) -> Refusal {
        let message = format!(
            "\"{}\" has not come yet: it is {}",
            self.said(),
            show::deadline(deadline)
        );
        Refusal::new(RefusalKind::Future, self.whole(), message)
            .hint("say a moment that has passed, such as \"today 9am\" or \"2 hours ago\"")
    }

    /// The refusal of what lies beyond any deadline.
    pub(super) fn too_far(&self) -> Refusal {
        Refusal::not_understood(self.whole(), format!("\"{}\" is too far away", self.said()))
            .hint("a deadline lies at most 100 years away")
    }

    /// The last look at a reading: not too far, on the right side of now, both clocks shown.
    pub(super) fn checked(&self, mut reading: Reading) -> Result<Reading, Refusal> {
        let at = reading.deadline.at();
        let days = (at - self.calendar.now).num_days();
        // A later year is stored in a form that does not read back.
        if days.abs() > FARTHEST || reading.deadline.date().year() > LAST_YEAR {
            return Err(self.too_far());
        }
        match self.sense {
            Sense::Deadline if reading.deadline.has_passed(self.calendar.now) => {
                return Err(self.past(
                    &reading.deadline,
                    "say a moment ahead, such as \"tomorrow 9am\"",
                ));
            }
            Sense::Past | Sense::PastSpan(Edge::Start)
                if at.timestamp() > self.calendar.now.timestamp() =>
            {
                return Err(self.future(&reading.deadline));
            }
            _ => {}
        }
        if self.is_fixed {
            let remark = offset::here(&reading.deadline, &self.zone, &self.label, self.calendar);
            reading.remarks.extend(remark);
        } else if self.zone != *self.calendar.zone {
            reading
                .remarks
                .push(here_and_there(&reading.deadline, self));
        }
        Ok(reading)
    }
}

/// The zone of a phrase, whether it is an offset only, and whose it is.
fn named<'a>(
    spot: &Spot<ZoneRef>,
    calendar: &'a Calendar<'_>,
) -> Result<(Zone, bool, Option<&'a str>), Refusal> {
    let refuse = |message: String| Refusal::not_understood(spot.span.clone(), message);
    let find = |name: &str| (calendar.zone_named)(name);
    match &spot.value {
        ZoneRef::Mine => Ok((calendar.zone.clone(), false, None)),
        ZoneRef::Their => {
            let their = calendar.their.ok_or_else(|| {
                refuse("their time: whose?".into())
                    .hint("name the person with --to or --from, or the zone: \"1pm Europe/London\"")
            })?;
            let zone = their.zone.clone().ok_or_else(|| {
                let name = harmless(&their.name);
                refuse(format!("no time zone is known for {name}")).hint(format!(
                    "record it: promise people add {} --zone ZONE",
                    as_argument(&name)
                ))
            })?;
            Ok((zone, false, Some(&their.name)))
        }
        ZoneRef::Fixed(seconds) => {
            let zone = fixed(*seconds).ok_or_else(|| refuse("there is no such offset".into()))?;
            Ok((zone, true, None))
        }
        ZoneRef::Named(name) => {
            let upper = name.to_uppercase();
            let settled = calendar.abbreviations.iter();
            let mut settled = settled.filter(|(known, _)| known.to_uppercase() == upper);
            if let Some((_, iana)) = settled.next() {
                let zone = find(iana).ok_or_else(|| {
                    refuse(format!(
                        "the config says that {upper} is {iana}, which is no zone"
                    ))
                    .hint("correct it under [zones] in the config")
                })?;
                return Ok((zone, false, None));
            }
            abbreviated(&name.to_lowercase(), &upper, &refuse, &find).unwrap_or_else(|| {
                let zone = find(name).ok_or_else(|| {
                    refuse(format!("\"{name}\" is no time zone that is known"))
                        .hint("zones read as \"Europe/London\"")
                })?;
                Ok((zone, false, None))
            })
        }
    }
}

type Found<'a> = Result<(Zone, bool, Option<&'a str>), Refusal>;

fn abbreviated<'a>(
    word: &str,
    upper: &str,
    refuse: &impl Fn(String) -> Refusal,
    find: &impl Fn(&str) -> Option<Zone>,
) -> Option<Found<'a>> {
    Some(match abbreviation(word)? {
        Abbreviation::Offset(minutes) => fixed(minutes * 60)
            .map(|zone| (zone, true, None))
            .ok_or_else(|| refuse("there is no such offset".into())),
        Abbreviation::Clock(iana) => find(iana)
            .map(|zone| (zone, false, None))
            .ok_or_else(|| refuse(format!("the zone {iana} is not known here"))),
        Abbreviation::Several(zones) => {
            let mut refusal = refuse(format!("{upper} could be {}", zones.join(", ")));
            refusal.kind = RefusalKind::Ambiguous;
            let first = zones.first().copied().unwrap_or("Europe/London");
            Err(refusal.hint(format!(
                "name the zone, as in \"1pm {first}\", or set {upper} under [zones] in the config"
            )))
        }
    })
}

/// A zone that is an offset from UTC. POSIX counts west of it.
fn fixed(seconds: i32) -> Option<Zone> {
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let (name, posix) = if seconds < 0 { ('-', '+') } else { ('+', '-') };
    Zone::from_posix(&format!(
        "<{name}{hours:02}{minutes:02}>{posix}{hours}:{minutes:02}"
    ))
}
