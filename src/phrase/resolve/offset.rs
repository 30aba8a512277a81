//! Offsets from UTC: of a whole day, and what their times are by the user's clock.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::super::Reading;
use super::super::ast::{Part, Phrase, Spot, ZoneRef};
use super::super::refusal::Refusal;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::Deadline;
use crate::domain::zone::Zone;

/// The offset in figures that a phrase says of a whole day.
pub(super) fn of_whole_day(phrase: &Phrase) -> Option<Spot<i32>> {
    let zone = phrase.zone.as_ref()?;
    let ZoneRef::Fixed(seconds) = zone.value else {
        return None;
    };
    let part = phrase.part.as_ref().map(|part| part.value);
    let is_whole = phrase.time.is_none()
        && matches!(part, None | Some(Part::Evening | Part::Night | Part::Pm))
        && phrase
            .shift
            .as_ref()
            .is_none_or(|shift| shift.value.is_days());
    is_whole.then(|| Spot {
        value: seconds,
        span: zone.span.clone(),
    })
}

/// The reading of a whole day of the user's, if it ends at the offset that was said.
pub(super) fn checked(
    reading: Reading,
    said: &Spot<i32>,
    calendar: &Calendar<'_>,
) -> Result<Reading, Refusal> {
    let date = reading.deadline.date();
    let end = calendar.zone.end_of_day(date);
    let own = end.map(|end| calendar.zone.offset(end).local_minus_utc());
    if own == Some(said.value) {
        return Ok(reading);
    }
    let here = own.map_or_else(String::new, |own| {
        format!(": it ends at {} here", shown(own))
    });
    let message = format!("a whole day has no offset of its own{here}");
    let hint = format!(
        "say a time, such as \"17:00 {}\", or a zone, as in \"friday Europe/London\"",
        shown(said.value)
    );
    Err(Refusal::not_understood(said.span.clone(), message).hint(hint))
}

/// What a zone that is an offset is called: as it was said.
pub(super) fn label(zone: &Spot<ZoneRef>) -> String {
    match &zone.value {
        ZoneRef::Named(name) => name.to_uppercase(),
        ZoneRef::Fixed(seconds) => shown(*seconds),
        ZoneRef::Their | ZoneRef::Mine => String::new(),
    }
}

fn shown(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The remark that shows a point in time by the user's clock, where that is another.
pub(super) fn here(
    deadline: &Deadline,
    zone: &Zone,
    label: &str,
    calendar: &Calendar<'_>,
) -> Option<String> {
    let at: DateTime<Utc> = deadline.at();
    if zone.offset(at) == calendar.zone.offset(at) {
        return None;
    }
    let clock = |local: NaiveDateTime| {
        let is_even = local.and_utc().timestamp() % 60 == 0;
        let form = if is_even {
            "%a %-d %b %H:%M"
        } else {
            "%a %-d %b %H:%M:%S"
        };
        local.format(form).to_string()
    };
    Some(format!(
        "{} {label} is {} here ({})",
        clock(zone.local(at)),
        clock(calendar.zone.local(at)),
        calendar.zone.name()
    ))
}
