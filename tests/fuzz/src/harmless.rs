//! The sanitiser: nothing that steers a terminal or hides is left, twice is the same as once, and
//! what is tame stays as it is.

use promise::render::harmless::{harmless, harmless_lines};

/// The whole input is the text.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let shown = harmless(&text);
    assert!(!shown.chars().any(steers), "{shown:?}");
    assert_eq!(harmless(&shown), shown);
    if text.chars().all(is_plain) {
        assert_eq!(shown, text);
    }
    let lines = harmless_lines(&text);
    assert_eq!(lines.split('\n').count(), text.split('\n').count());
}

/// What no context makes harmless.
fn steers(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{61c}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
        )
        || ('\u{2028}'..='\u{202e}').contains(&char)
        || ('\u{2060}'..='\u{206f}').contains(&char)
        || ('\u{e0000}'..='\u{e007f}').contains(&char)
}

/// What stays in every context: letters and digits, blanks, punctuation.
fn is_plain(char: char) -> bool {
    char == ' ' || char.is_ascii_graphic() || ('\u{c0}'..='\u{24f}').contains(&char)
}
