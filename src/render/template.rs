//! Lines as the user wants them: text with fields in braces, as `{id}\t{due:%F %H:%M}`.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// A template that was understood: text, and fields between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(Slot),
}

/// A field in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The name before the colon.
    pub name: String,
    /// How a time is written, where that is said.
    pub format: Option<String>,
}

impl Template {
    /// Reads a template. `{{` and `}}` are braces; `\t`, `\n` and `\\` a tab, a line break and a
    /// backslash.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '\\' => plain.push(match chars.next() {
                    Some('t') => '\t',
                    Some('n') => '\n',
                    Some('\\') => '\\',
                    Some(other) => {
                        return Err(format!("there is no \\{other}: only \\t, \\n and \\\\"));
                    }
                    None => return Err("it ends with a lone backslash".to_owned()),
                }),
                '{' | '}' if chars.next_if_eq(&char).is_some() => plain.push(char),
                '}' => return Err("a } closes nothing; a brace itself is }}".to_owned()),
                '{' => {
                    if !plain.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    }
                    let mut inside = String::new();
                    loop {
                        match chars.next() {
                            Some('}') => break,
                            Some(char) if char != '{' => inside.push(char),
                            _ => return Err("a { is not closed; a brace itself is {{".to_owned()),
                        }
                    }
                    pieces.push(Piece::Field(slot(&inside)?));
                }
                char => plain.push(char),
            }
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Ok(Self { pieces })
    }

    /// The fields, in their order.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Field(slot) => Some(slot),
        })
    }

    /// The text with a value for each field; harmless values are for the caller to give.
    #[must_use]
    pub fn fill<'v>(&self, mut value: impl FnMut(&Slot) -> Cow<'v, str>) -> String {
        let mut filled = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Field(slot) => filled.push_str(&value(slot)),
            }
        }
        filled
    }
}

fn slot(inside: &str) -> Result<Slot, String> {
    let (name, format) = match inside.split_once(':') {
        Some((name, format)) => (name, Some(format)),
        None => (inside, None),
    };
    if let Some(format) = format {
        let wrong = StrftimeItems::new(format).any(|item| matches!(item, Item::Error));
        let sample = DateTime::UNIX_EPOCH.fixed_offset();
        if wrong || time(sample, format).is_empty() {
            return Err(format!(
                "\"{format}\" is no format of a time, such as %F %H:%M"
            ));
        }
    }
    Ok(Slot {
        name: name.to_owned(),
        format: format.map(str::to_owned),
    })
}

/// A moment in a format; nothing where the format asks for what it does not have.
#[must_use]
pub fn time(at: DateTime<FixedOffset>, format: &str) -> String {
    written(&at.format(format))
}

/// A day in a format; nothing where the format asks for a time.
#[must_use]
pub fn day(date: NaiveDate, format: &str) -> String {
    written(&date.format(format))
}

/// `to_string` panics where a format asks for what is not there.
fn written(formatted: &dyn std::fmt::Display) -> String {
    let mut text = String::new();
    match write!(text, "{formatted}") {
        Ok(()) => text,
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named<'v>(slot: &Slot) -> Cow<'v, str> {
        Cow::Owned(match &slot.format {
            Some(format) => format!("<{} {format}>", slot.name),
            None => format!("<{}>", slot.name),
        })
    }

    #[test]
    fn templates() {
        let table = [
            ("", ""),
            ("plain", "plain"),
            ("{id}", "<id>"),
            ("{id}{to}", "<id><to>"),
            ("{id}\\t{to}\\n", "<id>\t<to>\n"),
            ("{{id}}", "{id}"),
            ("{{{id}}}", "{<id>}"),
            ("\\\\{due:%F %H:%M}", "\\<due %F %H:%M>"),
            ("{due:%T}", "<due %T>"),
            ("{ id }", "< id >"),
            ("{}", "<>"),
        ];
        for (text, filled) in table {
            let template = Template::read(text).unwrap();
            assert_eq!(template.fill(named), filled, "{text:?}");
        }
    }

    #[test]
    fn mistakes() {
        let table = [
            ("{id", "a { is not closed; a brace itself is {{"),
            ("{id {to}", "a { is not closed; a brace itself is {{"),
            ("id}", "a } closes nothing; a brace itself is }}"),
            ("\\x", "there is no \\x: only \\t, \\n and \\\\"),
            ("x\\", "it ends with a lone backslash"),
            ("{due:}", "\"\" is no format of a time, such as %F %H:%M"),
            (
                "{due:%Q}",
                "\"%Q\" is no format of a time, such as %F %H:%M",
            ),
            (
                "{due:%#z}",
                "\"%#z\" is no format of a time, such as %F %H:%M",
            ),
            ("{due:%}", "\"%\" is no format of a time, such as %F %H:%M"),
        ];
        for (text, reason) in table {
            assert_eq!(Template::read(text), Err(reason.to_owned()), "{text:?}");
        }
    }

    proptest! {
        /// Whatever is typed is understood or refused.
        #[test]
        fn nothing_panics(text: String, spec in "[%{}:a-zA-Z0-9 .+-]*") {
            let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap().fixed_offset();
            for text in [text, format!("{{due:%{spec}}}"), spec] {
                let Ok(template) = Template::read(&text) else { continue };
                let filled = template.fill(|slot| {
                    let format = slot.format.as_deref().unwrap_or("%F");
                    let _ = day(at.date_naive(), format);
                    Cow::Owned(time(at, format))
                });
                let _ = filled;
            }
        }

        /// Any text can be written as itself.
        #[test]
        fn what_is_escaped_comes_back(text: String) {
            let escaped = text
                .replace('\\', "\\\\")
                .replace('{', "{{")
                .replace('}', "}}");
            let template = Template::read(&escaped).unwrap();
            prop_assert_eq!(template.slots().count(), 0);
            prop_assert_eq!(template.fill(named), text);
        }

        /// Every format that is taken writes a moment.
        #[test]
        fn formats_write_moments(letter in "[a-zA-Z]") {
            let format = format!("%{letter}");
            let Ok(template) = Template::read(&format!("{{due:{format}}}")) else {
                return Ok(());
            };
            let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap().fixed_offset();
            prop_assert_eq!(template.slots().count(), 1);
            prop_assert!(!time(at, &format).is_empty());
        }
    }
}
