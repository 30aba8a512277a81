//! Lines that are too long for a narrow page, broken where words end.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// How much further in a line goes on.
const FURTHER_IN: usize = 4;

/// A page none of whose lines is wider than so many columns, where no single word is.
pub fn folded(page: &str, columns: usize) -> String {
    let mut folded = String::with_capacity(page.len());
    for line in page.split_inclusive('\n') {
        let (text, end) = match line.strip_suffix('\n') {
            Some(text) => (text, "\n"),
            None => (line, ""),
        };
        if columns_of(text) <= columns {
            folded.push_str(line);
            continue;
        }
        let words = text.trim_start();
        let indent = text.len() - words.len();
        folded.push_str(&" ".repeat(indent));
        let mut column = indent;
        for (place, word) in words.split_whitespace().enumerate() {
            let width = columns_of(word);
            if place > 0 && column + 1 + width > columns {
                folded.push('\n');
                column = indent + FURTHER_IN;
                folded.push_str(&" ".repeat(column));
            } else if place > 0 {
                folded.push(' ');
                column += 1;
            }
            folded.push_str(word);
            column += width;
        }
        folded.push_str(end);
    }
    folded
}

/// How many columns a line takes, the codes for colours left out.
fn columns_of(line: &str) -> usize {
    if !line.contains('\x1b') {
        return line.width();
    }
    let mut in_code = false;
    let columns = line.chars().map(|letter| {
        let shown = !in_code && letter != '\x1b';
        in_code = letter == '\x1b' || in_code && letter != 'm';
        if shown {
            letter.width().unwrap_or(0)
        } else {
            0
        }
    });
    columns.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_go_on_further_in() {
        let table = [
            ("", ""),
            ("short\n\n  in\n", "short\n\n  in\n"),
            (
                "  one two three four\n",
                "  one two\n      three\n      four\n",
            ),
            ("one two three", "one two\n    three"),
            ("  averyverylongword\n", "  averyverylongword\n"),
            ("王王 王王 王王", "王王 王王\n    王王"),
            ("\x1b[1mone two\x1b[0m x", "\x1b[1mone two\x1b[0m x"),
            (
                "\x1b[1mone two three\x1b[0m",
                "\x1b[1mone two\n    three\x1b[0m",
            ),
        ];
        for (page, expected) in table {
            assert_eq!(folded(page, 10), expected, "{page:?}");
        }
    }
}
