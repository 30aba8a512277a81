//! One content line (RFC 5545, section 3.1): `NAME;PARAMETER=value:value`.

use std::ops::Range;

use super::text;

/// A line as it was written, unfolded, and where its parts are. Two are equal when their text is.
#[derive(Clone, Debug)]
pub struct Property {
    text: String,
    /// Where the name ends.
    name: usize,
    /// Where the value begins: after the colon.
    value: usize,
    /// The line of the file that it began on, from 1; 0 where it was made here.
    line: usize,
}

impl PartialEq for Property {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Property {}

impl Property {
    /// A property with a value as it stands in the file: neither escaped nor checked. A line
    /// break or NUL in it, which no line can hold, becomes a space.
    #[must_use]
    pub fn new(name: &str, value: &str) -> Self {
        let value = value.replace(['\r', '\n', '\0'], " ");
        Self {
            text: format!("{name}:{value}"),
            name: name.len(),
            value: name.len() + 1,
            line: 0,
        }
    }

    /// A property whose value is a text, escaped as such.
    #[must_use]
    pub fn of_text(name: &str, value: &str) -> Self {
        Self::new(name, &text::escaped(value))
    }

    /// A line of a file; nothing where it has no name or no colon.
    #[must_use]
    pub(super) fn parse(text: String, line: usize) -> Option<Self> {
        let name = text.find([':', ';']).filter(|end| *end > 0)?;
        let mut quoted = false;
        let colon = text.bytes().enumerate().skip(name).find(|(_, byte)| {
            quoted ^= *byte == b'"';
            !quoted && *byte == b':'
        });
        // A quote that is never closed: the first colon will do.
        let colon = colon.map(|(at, _)| at).or_else(|| text.find(':'))?;
        Some(Self {
            value: colon + 1,
            text,
            name,
            line,
        })
    }

    /// The whole line, unfolded.
    #[must_use]
    pub fn line_text(&self) -> &str {
        &self.text
    }

    /// The line of the file that it began on, from 1; 0 where it was made here.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The name as written; case does not matter.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text.get(..self.name).unwrap_or_default()
    }

    /// Whether it has this name, whatever the case.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The value as it stands in the file.
    #[must_use]
    pub fn value(&self) -> &str {
        self.text.get(self.value..).unwrap_or_default()
    }

    /// The value as a text, its escapes undone.
    #[must_use]
    pub fn text(&self) -> String {
        text::unescaped(self.value())
    }

    /// The value of a parameter as a text that can be said: without its quotes, RFC 6868 undone.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        let (_, value) = self
            .params()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        let plain = value
            .strip_prefix('"')
            .and_then(|value| value.strip_suffix('"'))
            .filter(|value| !value.contains('"'))
            .unwrap_or(value);
        Some(text::sayable(&text::uncareted(plain)))
    }

    /// The same with another value, its parameters kept.
    #[must_use]
    pub fn with_value(&self, value: &str) -> Self {
        let head = self.text.get(..self.value).unwrap_or_default();
        let value = value.replace(['\r', '\n', '\0'], " ");
        Self {
            text: format!("{head}{value}"),
            ..*self
        }
    }

    /// The same with a parameter, which replaces those of its name. Written as RFC 6868 says.
    #[must_use]
    pub fn with_param(&self, name: &str, value: &str) -> Self {
        let bare = self.without_param(name);
        let value = text::careted(value);
        let needs_quotes = value.contains([':', ';', ',']);
        let quote = if needs_quotes { "\"" } else { "" };
        let head = bare.text.get(..bare.value - 1).unwrap_or_default();
        let parameters = format!("{head};{name}={quote}{value}{quote}");
        Self {
            value: parameters.len() + 1,
            text: format!("{parameters}:{}", bare.value()),
            ..bare
        }
    }

    /// The same without the parameters of a name; without any, where a quote is never closed.
    #[must_use]
    pub fn without_param(&self, name: &str) -> Self {
        let mut head = self.name().to_owned();
        let quotes = self.written_params().matches('"').count();
        if quotes.is_multiple_of(2) {
            for part in self.parts() {
                if !named(part).0.eq_ignore_ascii_case(name) {
                    head.push(';');
                    head.push_str(part);
                }
            }
        }
        Self {
            value: head.len() + 1,
            text: format!("{head}:{}", self.value()),
            ..*self
        }
    }

    fn written_params(&self) -> &str {
        let end = self.value.saturating_sub(1);
        self.text.get(self.name..end).unwrap_or_default()
    }

    /// Each parameter as written.
    fn parts(&self) -> impl Iterator<Item = &str> {
        let text = self.written_params();
        split(text).filter_map(move |range| text.get(range))
    }

    /// Each parameter, its value as written.
    fn params(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts().map(named)
    }
}

fn named(part: &str) -> (&str, &str) {
    part.split_once('=').unwrap_or((part, ""))
}

/// Where the parts between semicolons lie, those in quotes overlooked; the first is before any.
fn split(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut quoted = false;
    let mut begin = 0;
    let mut ranges = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        quoted ^= byte == b'"';
        if byte == b';' && !quoted {
            ranges.push(begin..at);
            begin = at + 1;
        }
    }
    ranges.push(begin..text.len());
    ranges.into_iter().skip(1)
}
