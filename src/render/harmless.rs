//! Foreign text made harmless: nothing that a customer's name holds may steer a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with everything that is not plainly visible spelled out: control characters, line
/// separators, marks that turn the direction of writing, characters without width, tags.
/// What joins and chooses the parts of an emoji, or the form of a letter, stays there alone.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    // Nearly every text is plain ASCII, which is told of many bytes at once where none ends it.
    let is_plain = text
        .bytes()
        .fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    if is_plain || !text.chars().any(|char| is_harmful(char) || selects(char)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    // Whether what was shown last is an emoji, with what chose its form.
    let mut in_emoji = false;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let stays = if char == JOINER {
            in_emoji && chars.peek().copied().is_some_and(is_emoji)
        } else if selects(char) {
            has_forms(before, char)
        } else {
            !is_harmful(char)
        };
        if stays {
            shown.push(char);
        } else {
            spell(&mut shown, char);
        }
        in_emoji = is_emoji(char) || (in_emoji && stays && selects(char));
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

/// Everything that Unicode lets programs ignore, save what chooses between forms, and what
/// separates lines (<https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt>).
fn is_harmful(char: char) -> bool {
    matches!(char,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether a character has no width and chooses between forms of the one before it.
fn selects(char: char) -> bool {
    matches!(char,
        '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character has the form that another chooses; elsewhere that one only hides.
fn has_forms(char: char, selector: char) -> bool {
    match selector {
        '\u{fe0e}' | '\u{fe0f}' => {
            is_emoji(char)
                || matches!(
                    char,
                    '0'..='9'
                        | '#'
                        | '*'
                        | '\u{a9}'
                        | '\u{ae}'
                        | '\u{203c}'
                        | '\u{2049}'
                        | '\u{2122}'
                        | '\u{2139}'
                        | '\u{3030}'
                        | '\u{303d}'
                        | '\u{3297}'
                        | '\u{3299}'
                )
        }
        '\u{180b}'..='\u{180f}' => matches!(char, '\u{1820}'..='\u{18aa}'),
        _ => matches!(char,
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'),
    }
}

fn is_emoji(char: char) -> bool {
    matches!(char, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            ("\0", "\\x00"),
            ("soft\u{ad}hyphen", "soft\\u{ad}hyphen"),
            ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("\u{1d173}\u{1bca0}", "\\u{1d173}\\u{1bca0}"),
            ("\u{e0fff}\u{fff0}", "\\u{e0fff}\\u{fff0}"),
        ];
        for (text, shown) in table {
            assert_eq!(harmless(text), shown);
        }
        assert_eq!(harmless_lines("one\ntwo\u{7}"), "one\ntwo\\x07");
    }

    /// What joins and chooses stays where there is something to join or choose.
    #[test]
    fn emoji_and_forms_of_letters() {
        let table = [
            ("❤\u{fe0f}\u{200d}🔥", "❤\u{fe0f}\u{200d}🔥"),
            ("👩🏽\u{200d}🚀", "👩🏽\u{200d}🚀"),
            ("1\u{fe0f}\u{20e3}", "1\u{fe0f}\u{20e3}"),
            ("葛\u{e0100}", "葛\u{e0100}"),
            ("\u{1820}\u{180b}", "\u{1820}\u{180b}"),
            ("🚀\u{200d}", "🚀\\u{200d}"),
            ("\u{200d}🚀", "\\u{200d}🚀"),
            ("🚀\u{200d}\u{200d}🚀", "🚀\\u{200d}\\u{200d}🚀"),
            ("1\u{fe0f}\u{200d}🚀", "1\u{fe0f}\\u{200d}🚀"),
            ("a\u{fe0f}\u{200d}\u{fe0f}", "a\\u{fe0f}\\u{200d}\\u{fe0f}"),
            ("🚀\u{fe0f}\u{fe0f}", "🚀\u{fe0f}\\u{fe0f}"),
            ("a\u{e0100}\u{e0101}", "a\\u{e0100}\\u{e0101}"),
            ("a\u{180b}", "a\\u{180b}"),
        ];
        for (text, shown) in table {
            assert_eq!(harmless(text), shown, "{text:?}");
        }
    }

    /// Characters that may hide something, and others that stand beside them.
    fn text() -> impl Strategy<Value = String> {
        let hiding = prop::sample::select(vec![
            '\0',
            '\u{7}',
            '\u{1b}',
            '\n',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\u{ad}',
            '\u{61c}',
            '\u{180b}',
            '\u{200b}',
            '\u{200d}',
            '\u{200e}',
            '\u{2028}',
            '\u{202e}',
            '\u{2066}',
            '\u{fe00}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{e0041}',
            '\u{e007f}',
            '\u{e0100}',
            '🚀',
            '👩',
            '❤',
            '1',
            '王',
            'a',
            ' ',
        ]);
        let char = prop_oneof![3 => hiding, 1 => any::<char>()];
        prop::collection::vec(char, 0..12).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn nothing_steers_or_hides(text in text()) {
            let shown = harmless(&text);
            for char in shown.chars() {
                prop_assert!(!char.is_control(), "{shown:?}");
                prop_assert!(char == JOINER || !is_harmful(char), "{shown:?}");
            }
            prop_assert!(!shown.starts_with(JOINER) && !shown.ends_with(JOINER));
            prop_assert!(!shown.starts_with(selects), "{shown:?}");
            prop_assert_eq!(harmless(&shown), &*shown);
            // Lines of our own stay lines.
            let lines = harmless_lines(&text);
            prop_assert_eq!(lines.split('\n').count(), text.split('\n').count());
        }

        #[test]
        fn what_is_tame_stays(text in text()) {
            let tame: String = text.chars().filter(|c| !is_harmful(*c) && !selects(*c)).collect();
            prop_assert_eq!(harmless(&tame), &*tame);
            // Nothing visible is lost from what is not.
            let kept: String = harmless(&text).chars().filter(|c| tame.contains(*c)).collect();
            prop_assert!(kept.len() >= tame.len());
        }
    }
}
