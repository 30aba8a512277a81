//! Why a phrase was not taken, and where reading it stopped.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

use crate::domain::deadline::Deadline;

/// What is wrong with a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// Some of it means nothing here.
    NotUnderstood,
    /// It has several readings.
    Ambiguous,
    /// It names a moment that has passed where one ahead is needed.
    Past,
    /// It names a moment ahead where one that has passed is needed.
    Future,
}

/// A phrase that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub kind: RefusalKind,
    /// What is wrong, in lower case, for after `error: `.
    pub message: String,
    /// The bytes of the phrase that it is about.
    pub span: Range<usize>,
    /// What an ambiguous phrase could mean.
    pub readings: Vec<Deadline>,
    /// What to say instead, in lower case, for after `hint: `.
    pub hint: Option<String>,
}

impl Refusal {
    /// A refusal of something that means nothing here.
    #[must_use]
    pub fn not_understood(span: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(RefusalKind::NotUnderstood, span, message)
    }

    /// A refusal without readings and hint.
    #[must_use]
    pub fn new(kind: RefusalKind, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            span,
            readings: Vec::new(),
            hint: None,
        }
    }

    /// The same with what to say instead.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with what the phrase could mean.
    #[must_use]
    pub fn readings(mut self, readings: impl IntoIterator<Item = Deadline>) -> Self {
        self.readings = readings.into_iter().collect();
        self
    }

    /// The phrase, made harmless for a terminal, and under it a line of carets at the place.
    /// `text` is the phrase that was refused.
    #[must_use]
    pub fn pointer(&self, text: &str) -> String {
        let mut line = String::new();
        let mut carets = String::new();
        for (at, char) in text.char_indices() {
            let (shown, width) = visible(char);
            line.push(shown);
            let mark = if self.span.contains(&at) { '^' } else { ' ' };
            carets.extend(std::iter::repeat_n(mark, width));
        }
        if self.span.is_empty() {
            carets.push('^');
        }
        let carets = carets.trim_end();
        format!("{line}\n{carets}")
    }
}

/// A character and its width. One without a width of its own stands as a replacement character,
/// so that it is seen, turns nothing around, and carets stay under their place.
fn visible(char: char) -> (char, usize) {
    match char.width() {
        Some(width) if width > 0 => (char, width),
        _ => ('\u{fffd}', 1),
    }
}

/// Text from outside, made harmless for a message on a terminal.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(|char| visible(char).0).collect()
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carets_stand_under_the_place() {
        let table = [
            ("tomorrow 13pm", 9..13, "tomorrow 13pm\n         ^^^^"),
            ("日 x", 4..5, "日 x\n   ^"),
            ("a\u{202e}\nb", 5..6, "a\u{fffd}\u{fffd}b\n   ^"),
            ("at", 2..2, "at\n  ^"),
            ("", 0..0, "\n^"),
        ];
        for (text, span, picture) in table {
            let refusal = Refusal::not_understood(span, "no");
            assert_eq!(refusal.pointer(text), picture, "{text:?}");
        }
    }
}
