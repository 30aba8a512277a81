//! Texts as values and parameters write them (RFC 5545, section 3.3.11; RFC 6868).

/// A text as every calendar program can carry it: one kind of line break, and signs in place of
/// control characters, which XML (and so `CalDAV`) cannot hold. What was written reads back as
/// this.
#[must_use]
pub fn sayable(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        said.push(match char {
            '\r' if chars.peek() == Some(&'\n') => continue,
            // Some programs end a line at each of these.
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\n' | '\t' => char,
            // The signs for control characters.
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(char)).unwrap_or(' '),
            '\u{7f}' => '\u{2421}',
            '\u{80}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => char,
        });
    }
    said
}

/// A text as a value.
pub fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for char in sayable(text).chars() {
        match char {
            '\\' => value.push_str("\\\\"),
            ';' => value.push_str("\\;"),
            ',' => value.push_str("\\,"),
            '\n' => value.push_str("\\n"),
            char => value.push(char),
        }
    }
    value
}

/// The text that a value means. A backslash that escapes nothing stays.
pub fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(char) = chars.next() {
        let meant = match (char, chars.peek()) {
            ('\\', Some('n' | 'N')) => Some('\n'),
            ('\\', Some(next @ ('\\' | ';' | ','))) => Some(*next),
            _ => None,
        };
        if meant.is_some() {
            chars.next();
        }
        text.push(meant.unwrap_or(char));
    }
    text
}

/// The values of a list, each as written: parted by commas that nothing escapes.
pub fn listed(value: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut begin = 0;
    let mut escaped = false;
    for (at, byte) in value.bytes().enumerate() {
        if byte == b',' && !escaped {
            parts.push(value.get(begin..at).unwrap_or_default());
            begin = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    parts.push(value.get(begin..).unwrap_or_default());
    parts
}

/// A text as the value of a parameter.
pub fn careted(text: &str) -> String {
    sayable(text)
        .replace('^', "^^")
        .replace('\n', "^n")
        .replace('"', "^'")
}

/// The text that the value of a parameter means.
pub fn uncareted(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(char) = chars.next() {
        let meant = match (char, chars.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('^')) => Some('^'),
            ('^', Some('\'')) => Some('"'),
            _ => None,
        };
        if meant.is_some() {
            chars.next();
        }
        text.push(meant.unwrap_or(char));
    }
    text
}
