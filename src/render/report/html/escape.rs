//! Foreign text inside markup: names, causes, roots, standards, tags.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::render::harmless::harmless;

/// Text as it may stand between tags and inside a quoted attribute: what could steer the reader
/// is spelled out, and what could end the text is escaped.
pub fn text(text: &str) -> String {
    let text = harmless(text);
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(char),
        }
    }
    escaped
}

/// A name in running text: its direction of writing turns nothing around it.
pub fn name(name: &str) -> String {
    format!("<bdi>{}</bdi>", text(name))
}

/// A name cut to so many columns, for a chart, where nothing wraps; the table behind it has all.
pub fn short(name: &str, columns: usize) -> String {
    let name = harmless(name);
    if name.width() <= columns {
        return text(&name);
    }
    let mut cut = String::new();
    let mut width = 1;
    for letter in name.chars() {
        width += letter.width().unwrap_or(0);
        if width > columns {
            break;
        }
        cut.push(letter);
    }
    text(&format!("{cut}…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_end_the_text_is_escaped() {
        let table = [
            ("Jane Ortiz", "Jane Ortiz"),
            (
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            ),
            ("\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;"),
            ("a\u{202e}b\u{1b}[1m\n", "a\\u{202e}b\\x1b[1m\\n"),
        ];
        for (foreign, escaped) in table {
            assert_eq!(text(foreign), escaped);
        }
    }

    #[test]
    fn long_names_are_cut_before_they_are_escaped() {
        assert_eq!(short("Jane & Co", 9), "Jane &amp; Co");
        assert_eq!(short("Jane & Co", 8), "Jane &amp; …");
        assert_eq!(short(&"山".repeat(200), 9), "山山山山…");
    }
}
