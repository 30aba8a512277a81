//! The place of a promise in a series. Never `RRULE`: a program that moved a repeating task on
//! by itself would double it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::names;
use crate::domain::promise::Series;
use crate::exchange::ical::component::Component;
use crate::exchange::ical::date::Stamp;

/// The series, where the identity that holds it together makes sense.
pub fn read(component: &Component) -> Option<Series> {
    let text = |name| component.text(name);
    let number = |name| text(name).and_then(|text| text.trim().parse::<u32>().ok());
    Some(Series {
        uuid: Uuid::try_parse(text(names::SERIES)?.trim()).ok()?,
        occurrence: number(names::OCCURRENCE).unwrap_or(1),
        every: text(names::EVERY),
        until: text(names::UNTIL).and_then(|text| day(&text)),
        times: number(names::TIMES),
    })
}

fn day(text: &str) -> Option<NaiveDate> {
    match Stamp::parse(text)? {
        Stamp::Day(date) => Some(date),
        _ => None,
    }
}

/// Makes a task belong to that series.
pub fn write(component: &mut Component, series: Option<&Series>) {
    if read(component).as_ref() == series {
        return;
    }
    let text = |of: &dyn Fn(&Series) -> Option<String>| series.and_then(of);
    let values = [
        (names::SERIES, text(&|series| Some(series.uuid.to_string()))),
        (
            names::OCCURRENCE,
            text(&|series| Some(series.occurrence.to_string())),
        ),
        (names::EVERY, text(&|series| series.every.clone())),
        (
            names::UNTIL,
            text(&|series| Some(Stamp::Day(series.until?).value())),
        ),
        (
            names::TIMES,
            text(&|series| Some(series.times?.to_string())),
        ),
    ];
    for (name, value) in values {
        component.set_text(name, value.as_deref());
    }
}
