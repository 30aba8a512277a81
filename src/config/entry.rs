//! One key as it stands in a config file, and how plain values are taken from it.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::DeValue;

use crate::config::checks::Checks;
use crate::config::keys::{Key, is_open};
use crate::config::settings::{Origin, Setting};
use crate::config::suggest::nearest_text;

/// The longest piece of a wrong value that is shown, in characters.
const SHOWN_CHARACTERS: usize = 40;

/// A value as the TOML parser found it: alone, or in a list.
pub(super) type Found<'a> = Spanned<DeValue<'a>>;

/// A declared key, the value that the file gives it, and what is needed to judge that.
pub(super) struct Entry<'a> {
    pub(super) key: &'static Key,
    /// The path as typed, which matters where the declared one has an open part.
    pub(super) path: &'a [&'a str],
    /// Where the path ends, in bytes.
    pub(super) at: usize,
    pub(super) line: usize,
    pub(super) value: &'a Found<'a>,
    pub(super) checks: &'a Checks<'a>,
}

/// Why a value is refused.
#[derive(Debug)]
pub(super) struct Complaint {
    /// Where in the file, in bytes.
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

impl<'a> Entry<'a> {
    /// A value as a setting that comes from this place.
    pub(super) fn setting<T>(&self, value: T) -> Setting<T> {
        Setting {
            value,
            origin: Origin::File(self.line),
        }
    }

    /// The complaint that the value is not what the key is declared to take.
    pub(super) fn unexpected(&self, hint: Option<String>) -> Complaint {
        unexpected(self.value, self.key.expected, hint)
    }

    /// The name that stands in the open part of the path.
    pub(super) fn name(&self) -> &'a str {
        let mut parts = self.key.path.split('.').zip(self.path);
        let open = parts.find(|(part, _)| is_open(part));
        open.map_or("", |(_, name)| name)
    }

    /// The complaint that the name in the path is not what it should be.
    pub(super) fn unexpected_name(&self, expected: &str, hint: Option<String>) -> Complaint {
        Complaint {
            at: self.at,
            message: format!("expected {expected}, found {}", quoted(self.name())),
            hint,
        }
    }

    /// Keeps a value that a key can be given under several spellings, of which one is enough.
    pub(super) fn set_once<T>(
        &self,
        place: &mut Option<Setting<T>>,
        value: T,
    ) -> Result<(), Complaint> {
        if let Some(line) = place.as_ref().and_then(|earlier| earlier.origin.line()) {
            return Err(Complaint {
                at: self.at,
                message: format!("it is set already, in line {line}"),
                hint: None,
            });
        }
        *place = Some(self.setting(value));
        Ok(())
    }

    /// The value, which has to be text.
    pub(super) fn text(&self) -> Result<&'a str, Complaint> {
        let text = self.value.get_ref().as_str();
        text.ok_or_else(|| self.unexpected(None))
    }

    /// The value, which has to be true or false.
    pub(super) fn flag(&self) -> Result<bool, Complaint> {
        let value = self.value.get_ref();
        value.as_bool().ok_or_else(|| {
            let quoted = value.as_str().filter(|text| text.parse::<bool>().is_ok());
            self.unexpected(quoted.map(|text| format!("write {text} without quotes")))
        })
    }

    /// The value, which has to be a whole number within bounds.
    pub(super) fn count(&self, bounds: RangeInclusive<u32>) -> Result<u32, Complaint> {
        let value = self.value.get_ref();
        let number = value
            .as_integer()
            .and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        number
            .filter(|number| bounds.contains(number))
            .ok_or_else(|| {
                let quoted = value.as_str().filter(|text| text.parse::<u32>().is_ok());
                self.unexpected(quoted.map(|text| format!("write {text} without quotes")))
            })
    }

    /// The value, which has to be one of these words.
    pub(super) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, Complaint> {
        let text = self.text()?;
        let chosen = choices.iter().find(|(name, _)| *name == text);
        chosen.map(|(_, value)| *value).ok_or_else(|| {
            let names = choices.iter().map(|(name, _)| *name);
            self.unexpected(nearest_text(text, names))
        })
    }

    /// The values of a list, each still to be judged.
    pub(super) fn list(&self) -> Result<&'a [Found<'a>], Complaint> {
        match self.value.get_ref() {
            DeValue::Array(values) => Ok(values),
            DeValue::String(_) => {
                let hint = format!("write it as a list: [{}]", shown(self.value.get_ref()));
                Err(self.unexpected(Some(hint)))
            }
            _ => Err(self.unexpected(None)),
        }
    }
}

/// The complaint that a value is not what it should be.
pub(super) fn unexpected(found: &Found<'_>, expected: &str, hint: Option<String>) -> Complaint {
    Complaint {
        at: found.span().start,
        message: format!("expected {expected}, found {}", shown(found.get_ref())),
        hint,
    }
}

/// Text, or a date or time that was written without quotes.
pub(super) fn text_or_time<'v>(value: &'v DeValue<'_>) -> Option<Cow<'v, str>> {
    match value {
        DeValue::String(text) => Some(Cow::Borrowed(text)),
        DeValue::Datetime(time) => Some(Cow::Owned(time.to_string())),
        _ => None,
    }
}

/// A value for an error message: short, on one line and harmless.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => quoted(text),
        DeValue::Integer(number) => shortened(&number.to_string()),
        DeValue::Float(number) => shortened(&number.to_string()),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(time) => time.to_string(),
        DeValue::Array(values) if values.is_empty() => "an empty list".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// Text in quotes, with what could disturb a terminal escaped.
pub(super) fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

/// The beginning of a text that is too long to be shown.
pub(super) fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_CHARACTERS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
