//! How the values of settings are shown.

use chrono::NaiveTime;
use toml::Value;

use crate::config::keys::Shown;
use crate::config::parts::Effort;
use crate::config::settings::{Origin, Setting};
use crate::domain::reminder::Lead;

/// The value of a setting, which may be none.
pub(super) fn one<T>(setting: &Setting<T>, value: impl Fn(&T) -> Option<Value>) -> Vec<Shown> {
    vec![Shown {
        name: None,
        value: value(&setting.value),
        origin: setting.origin,
    }]
}

/// A text that may be unset.
pub(super) fn optional(setting: &Setting<Option<String>>) -> Vec<Shown> {
    one(setting, |text| text.as_deref().map(Value::from))
}

/// A time of day.
pub(super) fn time(setting: &Setting<NaiveTime>) -> Vec<Shown> {
    one(setting, |time| {
        Some(Value::from(time.format("%H:%M").to_string()))
    })
}

/// A list of values.
pub(super) fn list<T: Into<Value>>(items: impl Iterator<Item = T>) -> Value {
    Value::Array(items.map(Into::into).collect())
}

/// A program and its arguments; nothing where none is set.
pub(super) fn program(setting: &Setting<Vec<String>>) -> Vec<Shown> {
    one(setting, |words| {
        (!words.is_empty()).then(|| list(words.iter().cloned()))
    })
}

/// The word for a value among the words that a setting takes.
pub(super) fn name_of<T: PartialEq>(choices: &[(&'static str, T)], value: &T) -> &'static str {
    let found = choices.iter().find(|(_, choice)| choice == value);
    found.map_or("", |(name, _)| name)
}

/// A part of what several keys make, as a value of the file.
pub(super) trait Part {
    /// The value.
    fn value(&self) -> Value;
}

impl Part for u32 {
    fn value(&self) -> Value {
        Value::from(*self)
    }
}

impl Part for String {
    fn value(&self) -> Value {
        Value::from(self.as_str())
    }
}

impl Part for Vec<String> {
    fn value(&self) -> Value {
        list(self.iter().cloned())
    }
}

impl Part for Vec<Lead> {
    fn value(&self) -> Value {
        list(self.iter().map(ToString::to_string))
    }
}

impl Part for Effort {
    /// As it was written: "90m" stays "90m".
    fn value(&self) -> Value {
        Value::from(self.text.as_str())
    }
}

/// A part, which may be unset.
pub(super) fn unnamed<T: Part>(part: Option<&Setting<T>>) -> Vec<Shown> {
    vec![Shown {
        name: None,
        value: part.map(|part| part.value.value()),
        origin: part.map_or(Origin::Default, |part| part.origin),
    }]
}

/// One part of everything that has a name, where it is set.
pub(super) fn named<'p, P: 'p, T: Part + 'p>(
    all: impl IntoIterator<Item = (impl Into<String>, &'p P)>,
    part: fn(&P) -> Option<&Setting<T>>,
) -> Vec<Shown> {
    let mut shown = Vec::new();
    for (name, parts) in all {
        shown.extend(part(parts).map(|part| Shown {
            name: Some(name.into()),
            value: Some(part.value.value()),
            origin: part.origin,
        }));
    }
    shown
}
