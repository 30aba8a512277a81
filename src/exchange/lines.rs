//! The lines of a file, one by one. Nothing but the line at hand is kept.

use crate::exchange::row::{LONGEST_RECORD, Records, too_long};

/// Splits a file, given in pieces, into lines.
#[derive(Debug, Default)]
pub struct Lines {
    number: u64,
    line: Vec<u8>,
}

impl Lines {
    /// Takes the next piece of the file, and gives the lines that end in it.
    pub fn push(&mut self, bytes: &[u8], lines: &mut Records<String>) {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            let room = LONGEST_RECORD.saturating_sub(self.line.len());
            self.line.extend(piece.iter().take(room));
            if piece.ends_with(b"\n") {
                self.end(lines);
            }
        }
    }

    /// The file has ended.
    pub fn finish(&mut self, lines: &mut Records<String>) {
        if !self.line.is_empty() {
            self.end(lines);
        }
    }

    fn end(&mut self, lines: &mut Records<String>) {
        self.number += 1;
        let line = std::mem::take(&mut self.line);
        let line = if line.len() >= LONGEST_RECORD {
            Err(too_long())
        } else {
            String::from_utf8(line).map_err(|_| "not UTF-8".to_owned())
        };
        lines.push((self.number, line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_numbers() {
        let text = b"one\r\n\ntwo \xff\nthree";
        for size in [1, 4, 100] {
            let (mut lines, mut found) = (Lines::default(), Vec::new());
            for piece in text.chunks(size) {
                lines.push(piece, &mut found);
            }
            lines.finish(&mut found);
            let expected = [
                (1, Ok("one\r\n".to_owned())),
                (2, Ok("\n".to_owned())),
                (3, Err("not UTF-8".to_owned())),
                (4, Ok("three".to_owned())),
            ];
            assert_eq!(found, expected);
        }
    }
}
