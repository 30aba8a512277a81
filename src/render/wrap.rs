//! Texts in lines of a given width.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The lines of a text of at most so many columns: broken between words, and inside one that is
/// wider than a line.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ if word.width() <= width => lines.push(word.to_owned()),
            _ => lines.extend(broken(word, width)),
        }
    }
    lines
}

/// The pieces of a word that is wider than a line.
fn broken(word: &str, width: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut used = 0;
    for letter in word.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide > width && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
            used = 0;
        }
        piece.push(letter);
        used += wide;
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let table: [(&str, usize, &[&str]); 7] = [
            ("", 10, &[]),
            ("one two three", 7, &["one two", "three"]),
            ("one  two", 8, &["one two"]),
            ("a abcdefgh b", 3, &["a", "abc", "def", "gh", "b"]),
            ("王小明 王", 4, &["王小", "明", "王"]),
            ("王", 1, &["王"]),
            ("ab", 0, &["a", "b"]),
        ];
        for (text, width, expected) in table {
            assert_eq!(wrapped(text, width), expected, "{text} in {width}");
        }
    }
}
