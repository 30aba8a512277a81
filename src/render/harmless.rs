//! Foreign text made harmless: nothing that a customer's name holds may steer a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with everything that is not plainly visible spelled out: control characters, line
/// separators, marks that turn the direction of writing, characters without width, tags.
/// The joiner inside an emoji stays.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.chars().all(|char| !is_harmful(char)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let joins =
            char == JOINER && is_emoji(before) && chars.peek().copied().is_some_and(is_emoji);
        if is_harmful(char) && !joins {
            spell(&mut shown, char);
        } else {
            shown.push(char);
        }
        before = char;
    }
    Cow::Owned(shown)
}

/// The same for a text of our own that may hold foreign parts: its line breaks stay.
#[must_use]
pub fn harmless_lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(harmless).collect();
    lines.join("\n")
}

const JOINER: char = '\u{200d}';

fn spell(shown: &mut String, char: char) {
    // Writing to a String cannot fail.
    let _ = match char {
        '\n' => shown.write_str("\\n"),
        '\t' => shown.write_str("\\t"),
        '\r' => shown.write_str("\\r"),
        '\0'..='\x7f' => write!(shown, "\\x{:02x}", u32::from(char)),
        _ => write!(shown, "\\u{{{:x}}}", u32::from(char)),
    };
}

fn is_harmful(char: char) -> bool {
    matches!(char,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

fn is_emoji(char: char) -> bool {
    matches!(char, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown() {
        let table = [
            ("Jane Ortiz", "Jane Ortiz"),
            ("Zoë 王 👩‍🚀", "Zoë 王 👩‍🚀"),
            ("a\u{200d}b", "a\\u{200d}b"),
            ("\u{1b}[31mred", "\\x1b[31mred"),
            ("two\nlines\ttab\r", "two\\nlines\\ttab\\r"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("abc\u{202e}fed", "abc\\u{202e}fed"),
            ("a\u{200b}b\u{feff}", "a\\u{200b}b\\u{feff}"),
            ("x\u{2028}y", "x\\u{2028}y"),
            ("\u{e0041}", "\\u{e0041}"),
            ("\u{7f}", "\\x7f"),
        ];
        for (text, shown) in table {
            assert_eq!(harmless(text), shown);
        }
        assert_eq!(harmless_lines("one\ntwo\u{7}"), "one\ntwo\\x07");
    }
}
