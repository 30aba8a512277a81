//! Whatever the meaning of dates depends on: the user's zone, the zones that are known, and
//! those that the file explains.

use chrono::{DateTime, Datelike as _, Days, NaiveDateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::component::Component;
use super::date::{Span, Stamp};
use super::parse::Mistake;
use super::property::Property;
use super::timezone;
use super::windows;
use crate::domain::deadline::{Deadline, Kind};
use crate::domain::zone::{ClockChange, Zone};

/// The longest name of a zone that is looked up, in bytes.
const LONGEST_NAME: usize = 64;

/// The most zones of a file that are read.
const MOST_ZONES: usize = 200;

/// How the dates of a file are understood.
pub struct Reading<'a> {
    zone: &'a Zone,
    find: &'a dyn Fn(&str) -> Option<Zone>,
    /// What the file explains, by `TZID`.
    own: Vec<(String, Zone)>,
}

impl<'a> Reading<'a> {
    /// For a file: `zone` is the user's, for times that name none; `find` gives the zone of an
    /// IANA name, and is asked for nothing that is no such name by its form.
    #[must_use]
    pub fn of(calendar: &Calendar, zone: &'a Zone, find: &'a dyn Fn(&str) -> Option<Zone>) -> Self {
        let mut reading = Self {
            zone,
            find,
            own: Vec::new(),
        };
        for component in calendar.timezones().take(MOST_ZONES) {
            let Some(name) = component.text("TZID") else {
                continue;
            };
            let known = component
                .text("X-LIC-LOCATION")
                .and_then(|place| reading.known(&place));
            if let Some(zone) = known.or_else(|| timezone::zone(component)) {
                reading.own.push((name, zone));
            }
        }
        reading
    }

    /// The user's zone.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        self.zone
    }

    /// The zone of an IANA name, or of the names that other programs make of one.
    pub(super) fn known(&self, name: &str) -> Option<Zone> {
        let is_name = |name: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-/".contains(&byte);
            (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(plain)
        };
        let found = |name: &str| {
            if is_name(name) {
                (self.find)(name)
            } else {
                None
            }
        };
        if let Some(name) = windows::iana(name) {
            return found(name);
        }
        if !name.starts_with('/') {
            return found(name);
        }
        // "/freeassociation.sourceforge.net/Europe/Berlin"
        let mut rest = name.trim_start_matches('/');
        while let Some((_, tail)) = rest.split_once('/') {
            if let Some(zone) = found(tail) {
                return Some(zone);
            }
            rest = tail;
        }
        None
    }

    /// The zone that a `TZID` means, and whether it has a name of its own.
    fn named(&self, name: &str) -> Option<(Zone, bool)> {
        if let Some(zone) = self.known(name) {
            return Some((zone, true));
        }
        let (_, zone) = self.own.iter().find(|(own, _)| own == name)?;
        let zone = zone.clone();
        let is_known = self.known(zone.name()).is_some();
        Some((zone, is_known))
    }

    /// Whether the deadline of a task is a time of no zone, or of one that nobody knows: another
    /// moment wherever it is read.
    pub(super) fn is_anywhere(&self, component: &Component) -> bool {
        let own = component
            .first("DUE")
            .or_else(|| component.first("DTSTART"));
        own.is_some_and(|own| {
            let is_local = matches!(Stamp::parse(own.value()), Some(Stamp::Local(_)));
            is_local
                && own
                    .param("TZID")
                    .is_none_or(|name| self.named(&name).is_none())
        })
    }

    /// The deadline that a property holds. `home` is the zone that the promise is kept in, where
    /// the file says so. What had to be guessed is added to the warnings.
    pub(super) fn deadline(
        &self,
        property: &Property,
        home: Option<&Zone>,
        warnings: &mut Vec<Mistake>,
    ) -> Result<Deadline, Mistake> {
        self.shifted(property, Span::NONE, home, warnings)
    }

    /// The same, a length of time later, within the years that deadlines lie in.
    fn shifted(
        &self,
        property: &Property,
        span: Span,
        home: Option<&Zone>,
        warnings: &mut Vec<Mistake>,
    ) -> Result<Deadline, Mistake> {
        let deadline = self.later(property, span, home, warnings)?;
        if deadline.unfit().is_none() {
            return Ok(deadline);
        }
        let (name, value) = (property.name().to_uppercase(), property.value());
        let reason = format!("{name} {value:?} is out of range");
        Err(Mistake::new(property.line(), reason))
    }

    fn later(
        &self,
        property: &Property,
        span: Span,
        home: Option<&Zone>,
        warnings: &mut Vec<Mistake>,
    ) -> Result<Deadline, Mistake> {
        let (name, line) = (property.name().to_uppercase(), property.line());
        let value = property.value();
        let wrong = || Mistake::new(line, format!("{name} {value:?} is no date or time"));
        let far = || Mistake::new(line, format!("{name} {value:?} is out of range"));
        let shifted = |local: NaiveDateTime| -> Option<NaiveDateTime> {
            let days = Days::new(span.days.unsigned_abs());
            let local = if span.days < 0 {
                local.checked_sub_days(days)?
            } else {
                local.checked_add_days(days)?
            };
            let local = local.checked_add_signed(TimeDelta::try_seconds(span.seconds)?)?;
            (0..=9999).contains(&local.year()).then_some(local)
        };
        let usual = home.unwrap_or(self.zone);
        let stamp = Stamp::parse(value).ok_or_else(wrong)?;
        match stamp {
            Stamp::Day(date) if span.seconds == 0 => {
                let date = date.and_hms_opt(0, 0, 0).and_then(shifted);
                let deadline = date.and_then(|date| Deadline::day(date.date(), usual));
                deadline.ok_or_else(far)
            }
            Stamp::Day(date) => {
                let local = date.and_hms_opt(0, 0, 0).and_then(shifted);
                let deadline = local.and_then(|local| Deadline::wall(local, usual));
                Ok(deadline.ok_or_else(far)?.0)
            }
            Stamp::Utc(at) => {
                let at = shifted(at.naive_utc()).ok_or_else(far)?.and_utc();
                Ok(at_home(at, usual))
            }
            Stamp::Local(local) => {
                let local = shifted(local).ok_or_else(far)?;
                let tzid = property.param("TZID");
                let zone = match &tzid {
                    // Of the zone that the promise is kept in, on every machine.
                    None => Some((usual.clone(), true)),
                    Some(tzid) => self.named(tzid),
                };
                let (zone, has_name) = zone.unwrap_or_else(|| {
                    let own = usual.name();
                    let tzid = tzid.as_deref().unwrap_or_default();
                    let reason = format!("no time zone is called {tzid:?}: {own} was taken");
                    warnings.push(Mistake::new(line, reason));
                    (usual.clone(), true)
                });
                let (deadline, change) = Deadline::wall(local, &zone).ok_or_else(far)?;
                if change != ClockChange::None {
                    let what = match change {
                        ClockChange::Twice => "happens twice",
                        _ => "is skipped by a clock change",
                    };
                    let taken = deadline.with_offset().to_rfc3339();
                    let reason = format!("{name} {value} {what} there: {taken} was taken");
                    warnings.push(Mistake::new(line, reason));
                }
                match home {
                    Some(home) if home != &zone => Ok(at_home(deadline.at(), home)),
                    None if !has_name => Ok(at_home(deadline.at(), self.zone)),
                    _ => Ok(deadline),
                }
            }
        }
    }

    /// The deadline of a component: the end that one property names, or the other and `DURATION`.
    pub(super) fn end(
        &self,
        component: &Component,
        end: &str,
        home: Option<&Zone>,
        warnings: &mut Vec<Mistake>,
    ) -> Result<Option<Deadline>, Mistake> {
        if let Some(end) = only(component, end, warnings) {
            return self.deadline(end, home, warnings).map(Some);
        }
        let (Some(start), Some(length)) = (component.first("DTSTART"), component.first("DURATION"))
        else {
            return Ok(None);
        };
        let value = length.value();
        let Some(span) = Span::parse(value) else {
            let reason = format!("DURATION {value:?} is no length of time");
            return Err(Mistake::new(length.line(), reason));
        };
        self.shifted(start, span, home, warnings).map(Some)
    }
}

/// The first property of a name; another one that says something else is told.
pub(super) fn only<'c>(
    component: &'c Component,
    name: &str,
    warnings: &mut Vec<Mistake>,
) -> Option<&'c Property> {
    let mut all = component.properties().filter(|own| own.is(name));
    let first = all.next()?;
    let same = |own: &&Property| own.line_text() == first.line_text();
    if let Some(other) = all.find(|own| !same(own)) {
        let (taken, value) = (first.value(), other.value());
        let reason = format!("{name} stands there twice: {taken:?} was taken, not {value:?}");
        warnings.push(Mistake::new(other.line(), reason));
    }
    Some(first)
}

/// An instant as a time on the wall clock of a zone.
fn at_home(at: DateTime<Utc>, zone: &Zone) -> Deadline {
    Deadline::stored(Kind::Wall, zone.local(at), zone.shared_name(), at)
}
