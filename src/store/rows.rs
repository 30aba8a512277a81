//! Rows of the tables as values of the domain.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rusqlite::types::{FromSql, FromSqlResult, Type, ValueRef};
use rusqlite::{Row, ToSql};
use uuid::Uuid;

use crate::domain::deadline::{Deadline, Kind};
use crate::domain::event::{Account, Change, Draft, Event, EventKind, Field, Subject, Value};
use crate::domain::person::Person;
use crate::domain::promise::{Check, Direction, Promise, Series, State};

/// A promise with the name of its person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The promise.
    pub promise: Promise,
    /// The name of the person it is made to, or comes from.
    pub person: String,
}

/// Separates the tags in one column; tags hold no control characters.
pub const TAG_SEPARATOR: char = '\u{1f}';

/// The columns that [`entry`] reads, with what stands for the tags and for the leads. They begin as
/// [`promise`] reads those of the table alone, with the name of the person for the checksum.
macro_rules! columns {
    ($tags:literal, $leads:literal) => {
        concat!(
            "promises.id, promises.uuid, what, direction, person, owner, state, \
             due_kind, due_local, due_zone, due_at, first_kind, first_local, first_zone, first_at, \
             negotiated_kind, negotiated_local, negotiated_zone, negotiated_at, made_at, \
             settled_at, via, effort_minutes, standard, key, corrections, promises.recorded_at, \
             people.name, reschedules, handoffs, \
             check_kind, check_local, check_zone, check_at, satisfied, rating, \
             every, series, occurrence, every_until, every_times, \
             (SELECT group_concat(hex(need)) FROM needs WHERE promise = promises.id), ",
            $tags,
            ", ",
            $leads,
            " FROM promises JOIN people ON people.id = person"
        )
    };
}

/// The columns that [`entry`] reads, from `promises` joined with `people`.
pub const ENTRY: &str = columns!(
    "(SELECT group_concat(tag, char(31)) FROM tags WHERE promise = promises.id)",
    "(SELECT group_concat(lead, char(31)) FROM leads WHERE promise = promises.id)"
);

/// The same without tags and leads, each of which is looked up in another place of the file: for
/// long lists that show neither.
pub const BARE: &str = columns!("NULL", "NULL");

/// The number alone, from the same.
pub const NUMBER: &str = "promises.id FROM promises JOIN people ON people.id = person";

pub fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let mut promise = promise(row)?;
    promise.needs = needs(row, 41)?;
    promise.tags = words(row, 42)?;
    promise.reminders = words(row, 43)?;
    Ok(Entry {
        promise,
        person: row.get(27)?,
    })
}

/// A promise from its row, all columns in the order of the table, without what stands beside it.
pub fn promise(row: &Row<'_>) -> rusqlite::Result<Promise> {
    let due = deadline(row, 7)?;
    Ok(Promise {
        id: row.get(0)?,
        uuid: identity(row, 1)?,
        what: row.get(2)?,
        direction: word(row, 3, Direction::from_word)?,
        person: row.get(4)?,
        owner: row.get(5)?,
        state: word(row, 6, State::from_word)?,
        first_due: deadline_like(row, 11, 7, &due)?,
        negotiated_due: deadline_like(row, 15, 7, &due)?,
        due,
        made_at: instant(row, 19)?,
        settled_at: optional_instant(row, 20)?,
        via: row.get(21)?,
        effort_minutes: row.get(22)?,
        standard: row.get(23)?,
        key: row.get(24)?,
        corrections: row.get(25)?,
        recorded_at: instant(row, 26)?,
        reschedules: row.get(28)?,
        handoffs: row.get(29)?,
        check: Check {
            due: match row.get_ref(30)? {
                ValueRef::Null => None,
                _ => Some(deadline(row, 30)?),
            },
            satisfied: row.get(34)?,
            rating: row.get(35)?,
        },
        series: series(row, 36)?,
        needs: BTreeSet::new(),
        reminders: BTreeSet::new(),
        tags: BTreeSet::new(),
    })
}

/// Words that stand in one column.
fn words(row: &Row<'_>, column: usize) -> rusqlite::Result<BTreeSet<String>> {
    let words: Option<String> = row.get(column)?;
    Ok(words.map_or_else(BTreeSet::new, |words| {
        words.split(TAG_SEPARATOR).map(str::to_owned).collect()
    }))
}

fn needs(row: &Row<'_>, column: usize) -> rusqlite::Result<BTreeSet<Uuid>> {
    let needs: Option<String> = row.get(column)?;
    let needs = needs.as_deref().unwrap_or_default();
    needs
        .split(',')
        .filter(|need| !need.is_empty())
        .map(|need| Uuid::parse_str(need).map_err(|error| unfit(column, error)))
        .collect()
}

/// The series from the columns `every, series, occurrence, every_until, every_times`.
fn series(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Series>> {
    let Some(uuid) = row.get::<_, Option<String>>(first + 1)? else {
        return Ok(None);
    };
    let until: Option<String> = row.get(first + 3)?;
    Ok(Some(Series {
        uuid: Uuid::parse_str(&uuid).map_err(|error| unfit(first + 1, error))?,
        occurrence: row.get(first + 2)?,
        every: row.get(first)?,
        until: match until {
            Some(date) => Some(date.parse().map_err(|error| unfit(first + 3, error))?),
            None => None,
        },
        times: row.get(first + 4)?,
    }))
}

/// The columns that [`person`] reads.
pub const PERSON: &str = "people.id, people.uuid, people.name, known, organisation, zone, email, \
     phone, recorded_at, \
     (SELECT json_group_array(typed) FROM names \
      WHERE names.person = people.id AND is_alias = 1), note, merged_into, forgotten \
     FROM people";

pub fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let aliases: String = row.get(9)?;
    Ok(Person {
        id: row.get(0)?,
        uuid: identity(row, 1)?,
        name: row.get(2)?,
        known: row.get(3)?,
        organisation: row.get(4)?,
        zone: row.get(5)?,
        email: row.get(6)?,
        phone: row.get(7)?,
        recorded_at: instant(row, 8)?,
        note: row.get(10)?,
        merged_into: match row.get::<_, Option<String>>(11)? {
            Some(uuid) => Some(Uuid::parse_str(&uuid).map_err(|error| unfit(11, error))?),
            None => None,
        },
        forgotten: row.get(12)?,
        aliases: serde_json::from_str(&aliases).map_err(|error| unfit(9, error))?,
    })
}

/// The columns that [`event`] reads.
pub const EVENT: &str = "seq, uuid, step, promise, person, kind, at, text, target, checksum, cause, told, teller \
     FROM events";

/// An event without its changes and reasons, and its checksum.
pub fn event(row: &Row<'_>) -> rusqlite::Result<(Event, i64)> {
    let promise: Option<i64> = row.get(3)?;
    let subject = match promise {
        Some(id) => Subject::Promise(id),
        None => Subject::Person(row.get(4)?),
    };
    let event = Event {
        seq: row.get(0)?,
        uuid: identity(row, 1)?,
        step: row.get(2)?,
        subject,
        at: instant(row, 6)?,
        draft: Draft {
            kind: word(row, 5, EventKind::from_word)?,
            text: row.get(7)?,
            account: Account {
                cause: row.get(10)?,
                because: Vec::new(),
                told: row.get(11)?,
                teller: row.get(12)?,
            },
            target: row.get(8)?,
            changes: Vec::new(),
        },
    };
    Ok((event, row.get(9)?))
}

/// A change, from the columns `field, old, new`.
pub fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        field: word(row, 0, Field::from_word)?,
        old: row.get(1)?,
        new: row.get(2)?,
    })
}

impl FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Integer(number) => Ok(Self::Number(number)),
            _ => value.as_str().map(|text| Self::Text(text.to_owned())),
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        match self {
            Self::Text(text) => text.to_sql(),
            Self::Number(number) => number.to_sql(),
        }
    }
}

/// The local time as a column holds it: a date for a whole day.
pub fn local_text(deadline: &Deadline) -> String {
    if deadline.is_whole_day() {
        deadline.date().to_string()
    } else {
        deadline.local().format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}

pub fn deadline(row: &Row<'_>, first: usize) -> rusqlite::Result<Deadline> {
    deadline_in(row, first, &mut None)
}

/// The same, which shares the name of its zone with the one read before where both have the same.
pub fn deadline_in(
    row: &Row<'_>,
    first: usize,
    zone: &mut Option<Arc<str>>,
) -> rusqlite::Result<Deadline> {
    let kind = word(row, first, Kind::from_word)?;
    let text = row.get_ref(first + 1)?.as_str()?;
    let local = match kind {
        Kind::Day => date(text)
            .map_or_else(|| text.parse(), Ok)
            .map_err(|error| unfit(first + 1, error))?
            .and_hms_opt(23, 59, 59),
        Kind::Wall | Kind::Instant => Some(
            date_and_time(text)
                .map_or_else(|| text.parse(), Ok)
                .map_err(|error| unfit(first + 1, error))?,
        ),
    };
    let name = row.get_ref(first + 2)?.as_str()?;
    if zone.as_deref() != Some(name) {
        *zone = Some(name.into());
    }
    let zone = zone.clone().unwrap_or_default();
    let at = instant(row, first + 3)?;
    Ok(Deadline::stored(kind, local.unwrap_or_default(), zone, at))
}

/// A deadline that most often is the same as another one of its row.
fn deadline_like(
    row: &Row<'_>,
    first: usize,
    other: usize,
    same: &Deadline,
) -> rusqlite::Result<Deadline> {
    for place in 0..4 {
        if row.get_ref(first + place)? != row.get_ref(other + place)? {
            return deadline(row, first);
        }
    }
    Ok(same.clone())
}

/// A date as it is stored, read faster than chrono reads any; nothing where it is written
/// otherwise.
fn date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let [century, year, month, day] = [[y1, y2], [y3, y4], [m1, m2], [d1, d2]].map(two_digits);
    let year = i32::try_from(century? * 100 + year?).ok()?;
    NaiveDate::from_ymd_opt(year, month?, day?)
}

/// The same for a date with its time.
fn date_and_time(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_at_checked(10)?;
    let &[b'T', h1, h2, b':', m1, m2, b':', s1, s2] = time.as_bytes() else {
        return None;
    };
    let [hour, minute, second] = [[h1, h2], [m1, m2], [s1, s2]].map(two_digits);
    date(day)?.and_hms_opt(hour?, minute?, second?)
}

fn two_digits([tens, ones]: [u8; 2]) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

pub fn identity(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    Uuid::from_slice(row.get_ref(column)?.as_blob()?).map_err(|error| unfit(column, error))
}

pub fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<Utc>> {
    let seconds = row.get(column)?;
    DateTime::from_timestamp(seconds, 0)
        .ok_or(rusqlite::Error::IntegralValueOutOfRange(column, seconds))
}

pub fn optional_instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => instant(row, column).map(Some),
    }
}

/// What a text stands for.
pub fn text_as<T>(
    row: &Row<'_>,
    column: usize,
    read: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    read(text).ok_or_else(|| unfit(column, format!("an unfit text {text:?}")))
}

/// A word of a closed list.
pub fn word<T>(
    row: &Row<'_>,
    column: usize,
    from_word: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    text_as(row, column, from_word)
}

fn unfit(
    column: usize,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_as_they_are_stored() {
        let table = [
            ("2026-11-24T13:00:59", true),
            ("0000-01-01T00:00:00", true),
            ("2026-11-24T13:00:60", false),
            ("2026-11-24T24:00:00", false),
            ("2026-02-29T00:00:00", false),
            ("2026-11-24 13:00:00", false),
            ("2026-11-2413:00:00", false),
            ("+2026-1-24T13:00:00", false),
            ("2026-11-24T13:00", false),
            ("2026-11-2\u{e9}T13:00", false),
            ("", false),
        ];
        for (text, is_one) in table {
            assert_eq!(date_and_time(text).is_some(), is_one, "{text}");
        }
    }

    proptest! {
        #[test]
        fn read_as_chrono_reads_them(seconds in -62_167_219_200_i64..253_402_300_800) {
            let local = DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
            let text = local.format("%Y-%m-%dT%H:%M:%S").to_string();
            prop_assert_eq!(date_and_time(&text), Some(local));
            prop_assert_eq!(date(&local.date().to_string()), Some(local.date()));
        }
    }
}
