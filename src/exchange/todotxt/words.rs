//! The words of a line, and texts as one word.

/// A text as one word: blanks are underscores, and what would part or mean something is written
/// by its bytes.
pub(super) fn encode(text: &str) -> String {
    let mut word = String::new();
    for char in text.chars() {
        match char {
            ' ' => word.push('_'),
            '_' | '%' => push_bytes(&mut word, char),
            char if char.is_whitespace() || char.is_control() => push_bytes(&mut word, char),
            char => word.push(char),
        }
    }
    word
}

fn push_bytes(word: &mut String, char: char) {
    for byte in char.encode_utf8(&mut [0; 4]).bytes() {
        word.push_str(&format!("%{byte:02X}"));
    }
}

/// The text that a word stands for; what stands for no byte is as written.
pub(super) fn decode(word: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = word.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = behind.get(..2).filter(|_| *first == b'%');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|hex| !hex.starts_with('+'));
        rest = behind;
        match byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None if *first == b'_' => bytes.push(b' '),
            None => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| word.to_owned())
}

/// A key and its value, where a word is that, and no address of a page.
pub(super) fn pair(word: &str) -> Option<(&str, &str)> {
    let (key, value) = word.split_once(':')?;
    let is_key = key.starts_with(|char: char| char.is_ascii_alphabetic())
        && key
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || "-_".contains(char));
    (is_key && !value.is_empty() && !value.starts_with("//")).then_some((key, value))
}

/// The name of a project or a context.
pub(super) fn label(word: &str) -> Option<&str> {
    let name = word.strip_prefix(['+', '@'])?;
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_words_are() {
        assert_eq!(pair("due:2026-11-27"), Some(("due", "2026-11-27")));
        for word in ["12:30", "http://x", "due:", ":x", "a b:c", "é:x", "x"] {
            assert_eq!(pair(word), None, "{word}");
        }
        assert_eq!(label("@home"), Some("home"));
        assert_eq!(label("+"), None);
        assert_eq!(encode("Jane Ortiz"), "Jane_Ortiz");
        assert_eq!(decode("100%_sure%+1%zz%"), "100% sure%+1%zz%");
    }

    proptest! {
        #[test]
        fn texts_come_back(text: String) {
            let word = encode(&text);
            prop_assert!(!word.contains(char::is_whitespace));
            prop_assert_eq!(decode(&word), text);
        }
    }
}
