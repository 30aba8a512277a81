//! From the text of a config file to settings.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::config::broken::Broken;
use crate::config::checks::Checks;
use crate::config::entry::{Complaint, Entry, Found, quoted, shortened, unexpected};
use crate::config::error::ConfigError;
use crate::config::keys::{Key, Place, needed_in, place};
use crate::config::settings::Settings;
use crate::config::suggest::{for_no_table, for_unknown};

/// The settings that a config file asks for, over the defaults. The first mistake in the file, by
/// line, is the error.
pub fn parse(text: &str, file: &Path, checks: &Checks<'_>) -> Result<Settings, ConfigError> {
    let lines = Lines::of(text);
    let fail = |at: Option<usize>, key: Option<String>, message: String, hint| ConfigError {
        file: file.to_owned(),
        line: at.map(|at| lines.at(at)),
        key,
        message,
        hint,
    };
    let document = DeTable::parse(text).map_err(|error| {
        let at = error.span().map(|span| span.start);
        let place = at.map(|at| Broken::at(text, at)).unwrap_or_default();
        let reason = if place.unquoted.is_some() {
            "text has to stand in quotes"
        } else {
            error.message()
        };
        let message = match &place.key {
            Some(key) => format!("\"{key}\" is not valid TOML: {reason}"),
            None => format!("not valid TOML: {reason}"),
        };
        let hint = place.unquoted.map(|text| format!("write {}", quoted(text)));
        fail(at, place.key, message, hint)
    })?;

    let mut items = Vec::new();
    collect(document.get_ref(), &mut Vec::new(), &mut items);
    // What is missing may be what is misspelt, so that is said first.
    items.sort_by_key(|item| (matches!(item.kind, Kind::Lacks(_)), item.at));

    let mut settings = Settings::default();
    for item in &items {
        let path = dotted(&item.path);
        let refuse = |complaint: Complaint| {
            let message = format!("\"{path}\": {}", complaint.message);
            fail(
                Some(complaint.at),
                Some(path.clone()),
                message,
                complaint.hint,
            )
        };
        match item.kind {
            Kind::Setting(key) => {
                let entry = Entry {
                    key,
                    path: &item.path,
                    at: item.at,
                    line: lines.at(item.at),
                    value: item.value,
                    checks,
                };
                (key.read)(&mut settings, &entry).map_err(refuse)?;
            }
            Kind::NoTable => {
                let expected = format!("a table, [{path}]");
                let hint = for_no_table(&item.path);
                return Err(refuse(unexpected(item.value, &expected, hint)));
            }
            Kind::Lacks(key) => {
                let message = format!("[{path}] has no \"{}\"", key.name());
                let hint = format!("set it, as in {}", key.line());
                return Err(fail(Some(item.at), Some(path), message, Some(hint)));
            }
            Kind::Unknown => {
                let is_table = matches!(item.value.get_ref(), DeValue::Table(_));
                let message = if is_table {
                    format!("unknown table [{path}]")
                } else {
                    format!("unknown key \"{path}\"")
                };
                let hint = for_unknown(&item.path, is_table);
                return Err(fail(Some(item.at), Some(path), message, Some(hint)));
            }
        }
    }
    put_together(&mut settings).map_err(|(line, key, message)| ConfigError {
        line,
        ..fail(None, Some(key.to_owned()), message, None)
    })?;
    Ok(settings)
}

/// Something in the file that has to be judged.
struct Item<'a> {
    path: Vec<&'a str>,
    at: usize,
    value: &'a Found<'a>,
    kind: Kind,
}

enum Kind {
    Setting(&'static Key),
    /// A value where a table is declared.
    NoTable,
    /// A table without a setting that it needs.
    Lacks(&'static Key),
    Unknown,
}

/// Walks the declared tables; an unknown one is not entered, so depth is bounded by the keys.
fn collect<'a>(table: &'a DeTable<'a>, path: &mut Vec<&'a str>, items: &mut Vec<Item<'a>>) {
    for (key, value) in table {
        path.push(key.get_ref());
        let kind = match (place(path), value.get_ref()) {
            (Place::Table, DeValue::Table(inner)) => {
                collect(inner, path, items);
                needed_in(path)
                    .find(|key| !inner.contains_key(key.name()))
                    .map(Kind::Lacks)
            }
            (Place::Table, _) => Some(Kind::NoTable),
            (Place::Setting(key), _) => Some(Kind::Setting(key)),
            (Place::Unknown, _) => Some(Kind::Unknown),
        };
        items.extend(kind.map(|kind| Item {
            path: path.clone(),
            at: key.span().start,
            value,
            kind,
        }));
        path.pop();
    }
}

/// Makes the settings that take several keys.
fn put_together(settings: &mut Settings) -> Result<(), (Option<usize>, &'static str, String)> {
    settings.work = settings.workday.put_together()?;
    settings.capacity = settings.capacity_parts.put_together();
    let parts = settings.standard_parts.iter();
    settings.standards = parts
        .filter_map(|(name, parts)| Some((name.clone(), parts.put_together(name)?)))
        .collect();
    Ok(())
}

/// A path as it would be typed: dotted, with quotes where TOML needs them.
pub(super) fn dotted(path: &[&str]) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    let part = |name: &&str| {
        if !name.is_empty() && name.chars().all(plain) {
            shortened(name)
        } else {
            quoted(name)
        }
    };
    path.iter().map(part).collect::<Vec<_>>().join(".")
}

/// Where the lines of a text end.
struct Lines {
    newlines: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        Self {
            newlines: text.match_indices('\n').map(|(at, _)| at).collect(),
        }
    }

    /// The line that a byte stands in, counted from 1.
    fn at(&self, offset: usize) -> usize {
        self.newlines.partition_point(|newline| *newline < offset) + 1
    }
}
