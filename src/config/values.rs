//! The values that mean more than their type: names, zones, phrases, days, times, fields.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};

use crate::config::entry::{Complaint, Entry, Found, quoted, text_or_time, unexpected};
use crate::config::parts::Effort;
use crate::config::suggest::{did_you_mean, listed, nearest_text};
use crate::domain::reminder::Lead;
use crate::domain::working_time::Holiday;

/// The days of the week as the config names them.
pub(super) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// The names of the days of the week, as a table can have them: first those that the config uses.
pub(super) const WEEKDAY_NAMES: [&str; 14] = [
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The most promises that a day can be said to hold: more is no limit, but a slip of the finger.
const MOST_PROMISES: u32 = 1000;

/// A person's name.
pub(super) fn name(entry: &Entry<'_>) -> Result<String, Complaint> {
    let name = entry.text()?.trim();
    if name.is_empty() || name.contains(char::is_control) {
        return Err(entry.unexpected(None));
    }
    Ok(name.to_owned())
}

/// The name of a time zone that exists.
pub(super) fn zone(entry: &Entry<'_>) -> Result<String, Complaint> {
    let text = entry.text()?;
    if (entry.checks.zone)(text) {
        return Ok(text.to_owned());
    }
    let names = (entry.checks.zone_names)();
    // People know their city better than the continent that it is filed under.
    let city = names.iter().find(|name| {
        let city = name.rsplit('/').next().unwrap_or(name);
        city.eq_ignore_ascii_case(&text.replace(' ', "_"))
    });
    let hint = match city {
        Some(name) => Some(did_you_mean(&format!("\"{name}\""))),
        None => nearest_text(text, names.iter().map(String::as_str)),
    };
    Err(entry.unexpected(hint))
}

/// The abbreviation of a zone, in upper case, from the name of the key.
pub(super) fn abbreviation(entry: &Entry<'_>) -> Result<String, Complaint> {
    let name = entry.name();
    let letters = name.chars().all(|letter| letter.is_ascii_alphabetic());
    if name.is_empty() || !letters {
        let expected = "an abbreviation made of letters, such as CST";
        return Err(entry.unexpected_name(expected, None));
    }
    Ok(name.to_ascii_uppercase())
}

/// A deadline phrase that is understood.
pub(super) fn phrase(entry: &Entry<'_>) -> Result<String, Complaint> {
    let text = entry.text()?;
    match (entry.checks.phrase)(text) {
        Ok(()) => Ok(text.to_owned()),
        Err(reason) => Err(Complaint {
            at: entry.value.span().start,
            message: format!("cannot read {} as a deadline: {reason}", quoted(text)),
            hint: None,
        }),
    }
}

/// An amount of work, of a minute or more.
pub(super) fn effort(entry: &Entry<'_>) -> Result<Effort, Complaint> {
    let text = entry.text()?;
    let hint = "write it as \"45m\", \"1h30m\" or \"1.5 hours\"".to_owned();
    match (entry.checks.minutes)(text) {
        Ok(0) => Err(entry.unexpected(None)),
        Ok(minutes) => Ok(Effort {
            text: text.to_owned(),
            minutes,
        }),
        Err(reason) => Err(Complaint {
            at: entry.value.span().start,
            message: format!(
                "cannot read {} as an amount of work: {reason}",
                quoted(text)
            ),
            hint: Some(hint),
        }),
    }
}

/// A program and its arguments.
pub(super) fn program(entry: &Entry<'_>) -> Result<Vec<String>, Complaint> {
    let mut words = Vec::new();
    for found in entry.list()? {
        let word = found.get_ref().as_str().filter(|word| !word.contains('\0'));
        let word = word.ok_or_else(|| unexpected(found, "text", None))?;
        words.push(word.to_owned());
    }
    match words.first() {
        Some(name) if !name.trim().is_empty() => Ok(words),
        _ => Err(entry.unexpected(Some("name the program first".to_owned()))),
    }
}

/// A length of time in seconds, up to an hour.
pub(super) fn seconds(entry: &Entry<'_>) -> Result<u32, Complaint> {
    entry.count(1..=3600)
}

/// How many promises a day can hold.
pub(super) fn promises(entry: &Entry<'_>) -> Result<u32, Complaint> {
    entry.count(1..=MOST_PROMISES)
}

/// The day of the week that the table of a key is named after, counted from Monday.
pub(super) fn weekday_of_table(entry: &Entry<'_>) -> Result<usize, Complaint> {
    let day = entry.name().parse::<Weekday>();
    day.map(|day| day.num_days_from_monday() as usize)
        .map_err(|_| entry.unexpected_name("a day of the week", None))
}

/// The name of a standard, from the name of its table.
pub(super) fn standard_name(entry: &Entry<'_>) -> Result<String, Complaint> {
    let name = entry.name();
    if is_word(name) {
        return Ok(name.to_owned());
    }
    let hint = "write words together: call-back".to_owned();
    Err(entry.unexpected_name("a word as the name of a standard", Some(hint)))
}

/// A day of the week.
pub(super) fn weekday(entry: &Entry<'_>) -> Result<Weekday, Complaint> {
    weekday_in(entry.value)
}

/// Days of the week, at least one, in the order of the week.
pub(super) fn weekdays(entry: &Entry<'_>) -> Result<Vec<Weekday>, Complaint> {
    let mut days = entry
        .list()?
        .iter()
        .map(weekday_in)
        .collect::<Result<Vec<_>, _>>()?;
    if days.is_empty() {
        return Err(entry.unexpected(Some("name at least one working day".to_owned())));
    }
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Ok(days)
}

fn weekday_in(found: &Found<'_>) -> Result<Weekday, Complaint> {
    let text = found.get_ref().as_str();
    text.and_then(|text| text.parse().ok()).ok_or_else(|| {
        let names = || WEEKDAYS.iter().map(|(name, _)| *name);
        let hint = text.and_then(|text| nearest_text(text, names()));
        let expected = names().map(|name| format!("\"{name}\"")).collect();
        unexpected(found, &format!("one of {}", listed(expected)), hint)
    })
}

/// A time of day, to the minute.
pub(super) fn time(entry: &Entry<'_>) -> Result<NaiveTime, Complaint> {
    let text = text_or_time(entry.value.get_ref()).ok_or_else(|| entry.unexpected(None))?;
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| entry.unexpected(None))
}

/// The name of a day of the week, as the config writes it.
pub(super) fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize].0
}

/// Days on which nobody works.
pub(super) fn holidays(entry: &Entry<'_>) -> Result<Vec<Holiday>, Complaint> {
    let expected = "a date such as \"2026-12-24\", or \"12-25\" for every year";
    entry
        .list()?
        .iter()
        .map(|found| {
            let text = text_or_time(found.get_ref());
            let holiday = text.and_then(|text| holiday_from(&text));
            holiday.ok_or_else(|| unexpected(found, expected, None))
        })
        .collect()
}

fn holiday_from(text: &str) -> Option<Holiday> {
    let digits: Vec<usize> = text.split('-').map(str::len).collect();
    match digits.as_slice() {
        [4, _, _] => text.parse().ok().map(Holiday::Once),
        [1 | 2, 1 | 2] => {
            // A leap year, so that the 29th of February can be a holiday where it exists.
            let date: NaiveDate = format!("2024-{text}").parse().ok()?;
            Some(Holiday::Yearly {
                month: date.month(),
                day: date.day(),
            })
        }
        _ => None,
    }
}

/// A holiday as the config writes it.
pub(super) fn holiday_text(holiday: &Holiday) -> String {
    match holiday {
        Holiday::Once(date) => date.to_string(),
        Holiday::Yearly { month, day } => format!("{month:02}-{day:02}"),
    }
}

/// Names of columns, at least one, none twice.
pub(super) fn columns(entry: &Entry<'_>) -> Result<Vec<String>, Complaint> {
    let mut seen = BTreeSet::new();
    let mut columns = Vec::new();
    for found in entry.list()? {
        let column = field(found, entry.checks.fields)?;
        if !seen.insert(column) {
            return Err(Complaint {
                at: found.span().start,
                message: format!("the column {} is named twice", quoted(column)),
                hint: None,
            });
        }
        columns.push(column.to_owned());
    }
    if columns.is_empty() {
        return Err(entry.unexpected(Some("name at least one column".to_owned())));
    }
    Ok(columns)
}

/// The causes that --cause takes, at least one.
pub(super) fn causes(entry: &Entry<'_>) -> Result<Vec<String>, Complaint> {
    let causes = words(entry, "cause", "not-scheduled")?;
    if causes.is_empty() {
        return Err(entry.unexpected(None));
    }
    Ok(causes)
}

/// Tags.
pub(super) fn tags(entry: &Entry<'_>) -> Result<Vec<String>, Complaint> {
    words(entry, "tag", "to-ship")
}

/// The path of a folder, as the file writes it.
pub(super) fn folder(entry: &Entry<'_>) -> Result<String, Complaint> {
    let path = entry.text()?;
    if path.trim().is_empty() || path.contains('\0') {
        return Err(entry.unexpected(None));
    }
    Ok(path.to_owned())
}

/// Patterns with a place for a name.
pub(super) fn patterns(entry: &Entry<'_>) -> Result<Vec<String>, Complaint> {
    let mut patterns = Vec::new();
    for found in entry.list()? {
        let parts = found
            .get_ref()
            .as_str()
            .and_then(|text| text.split_once("NAME"));
        match parts {
            Some((before, _)) if !before.trim().is_empty() => {
                patterns.extend(found.get_ref().as_str().map(str::to_owned));
            }
            _ => {
                let hint = "what comes before NAME tells where it begins".to_owned();
                return Err(unexpected(found, "a text such as \"@NAME\"", Some(hint)));
            }
        }
    }
    Ok(patterns)
}

/// Lead times, each once.
pub(super) fn leads(entry: &Entry<'_>) -> Result<Vec<Lead>, Complaint> {
    let mut leads: Vec<Lead> = Vec::new();
    for found in entry.list()? {
        let Some(text) = found.get_ref().as_str() else {
            return Err(unexpected(found, "a lead time such as \"30m\"", None));
        };
        let complain = |message: String| Complaint {
            at: found.span().start,
            message,
            hint: None,
        };
        let lead = (entry.checks.lead)(text).map_err(|reason| {
            let text = quoted(text);
            complain(format!("cannot read {text} as a lead time: {reason}"))
        })?;
        if leads.contains(&lead) {
            let text = quoted(text);
            return Err(complain(format!("the lead time {text} is named twice")));
        }
        leads.push(lead);
    }
    Ok(leads)
}

/// Words, each once.
fn words(entry: &Entry<'_>, noun: &str, example: &str) -> Result<Vec<String>, Complaint> {
    let mut words: Vec<String> = Vec::new();
    for found in entry.list()? {
        let word = found.get_ref().as_str().filter(|word| is_word(word));
        match word {
            Some(word) if words.iter().any(|earlier| earlier == word) => {
                return Err(Complaint {
                    at: found.span().start,
                    message: format!("the {noun} {} is named twice", quoted(word)),
                    hint: None,
                });
            }
            Some(word) => words.push(word.to_owned()),
            None => {
                let hint = format!("write words together: {example}");
                return Err(unexpected(found, "a word", Some(hint)));
            }
        }
    }
    Ok(words)
}

/// Whether a text can be typed as one word, and stand in a list with commas.
fn is_word(text: &str) -> bool {
    let unfit = |char: char| char.is_whitespace() || char.is_control() || char == ',';
    !text.is_empty() && !text.contains(unfit)
}

/// The name of a field that can be sorted by.
pub(super) fn sort_field(entry: &Entry<'_>) -> Result<String, Complaint> {
    field(entry.value, entry.checks.sort_fields).map(str::to_owned)
}

fn field<'f>(found: &'f Found<'_>, fields: &[&str]) -> Result<&'f str, Complaint> {
    let text = found.get_ref().as_str();
    text.filter(|text| fields.contains(text)).ok_or_else(|| {
        let near = text.and_then(|text| nearest_text(text, fields.iter().copied()));
        let all = || fields.iter().map(|field| (*field).to_owned()).collect();
        let hint = near.unwrap_or_else(|| format!("the fields are {}", listed(all())));
        unexpected(found, "the name of a field", Some(hint))
    })
}
