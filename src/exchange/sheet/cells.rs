//! The cells of a file, record by record. Nothing but the record at hand is kept.

use crate::exchange::row::{LONGEST_RECORD, Records, too_long};

/// What may part the cells; the header tells which does.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Splits a file, given in pieces, into records of cells.
#[derive(Debug, Default)]
pub struct Cells {
    separator: Option<u8>,
    line: u64,
    begun: u64,
    state: State,
    length: usize,
    record: Vec<Vec<u8>>,
    /// The header as it stands, until it is known what parts its cells.
    header: Vec<u8>,
}

/// Where in a cell the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: the end of the cell, or a quote if another follows.
    Quote,
}

impl Cells {
    /// At the start of a file.
    #[must_use]
    pub fn new() -> Self {
        Self {
            line: 1,
            begun: 1,
            ..Self::default()
        }
    }

    /// Takes the next piece of the file, and gives the records that end in it.
    pub fn push(&mut self, bytes: &[u8], records: &mut Records<Vec<String>>) {
        for byte in bytes {
            if self.separator.is_some() {
                self.take(*byte, records);
            } else {
                self.take_of_header(*byte, records);
            }
        }
    }

    /// The file has ended.
    pub fn finish(&mut self, records: &mut Records<Vec<String>>) {
        if self.separator.is_none() {
            self.read_header(records);
        }
        if self.state == State::Quoted {
            records.push((self.begun, Err("a quote is not closed".to_owned())));
        } else if self.length > 0 {
            self.end(records);
        }
    }

    /// The first record is kept until it is whole: only then is it known what parts its cells.
    fn take_of_header(&mut self, byte: u8, records: &mut Records<Vec<String>>) {
        self.header.push(byte);
        self.state = match (self.state, byte) {
            (State::Quoted, b'"') => State::Quote,
            (State::Quoted, _) | (State::Start | State::Quote, b'"') => State::Quoted,
            (_, b'\n') => {
                self.read_header(records);
                return;
            }
            (_, byte) if SEPARATORS.contains(&byte) => State::Start,
            _ => State::Plain,
        };
        if self.header.len() > LONGEST_RECORD {
            self.read_header(records);
        }
    }

    fn read_header(&mut self, records: &mut Records<Vec<String>>) {
        let header = std::mem::take(&mut self.header);
        let mut quoted = false;
        let mut counts = [0_usize; 3];
        for byte in &header {
            quoted ^= *byte == b'"';
            for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
                *count += usize::from(!quoted && *byte == separator);
            }
        }
        let most = counts.iter().max().copied().unwrap_or_default();
        let found = SEPARATORS
            .iter()
            .zip(counts)
            .find(|(_, count)| *count == most);
        self.separator = Some(found.map_or(b',', |(separator, _)| *separator));
        self.state = State::Start;
        for byte in header {
            self.take(byte, records);
        }
    }

    fn take(&mut self, byte: u8, records: &mut Records<Vec<String>>) {
        if byte == b'\n' {
            self.line += 1;
        }
        self.length += 1;
        let is_separator = self.separator == Some(byte);
        self.state = match (self.state, byte) {
            (State::Quoted, b'"') => State::Quote,
            (State::Quoted, _) | (State::Quote, b'"') => {
                self.put(byte);
                State::Quoted
            }
            (State::Start, b'"') => {
                self.put_nothing();
                State::Quoted
            }
            (_, b'\n') => {
                self.end(records);
                return;
            }
            _ if is_separator => {
                self.put_nothing();
                self.record.push(Vec::new());
                State::Start
            }
            // What ends a line in some files, and is no part of the cell.
            (state, b'\r') => state,
            _ => {
                self.put(byte);
                State::Plain
            }
        };
    }

    fn put_nothing(&mut self) {
        if self.record.is_empty() {
            self.record.push(Vec::new());
        }
    }

    fn put(&mut self, byte: u8) {
        self.put_nothing();
        if self.length <= LONGEST_RECORD
            && let Some(cell) = self.record.last_mut()
        {
            cell.push(byte);
        }
    }

    fn end(&mut self, records: &mut Records<Vec<String>>) {
        let cells = std::mem::take(&mut self.record);
        let texts = cells.into_iter().map(String::from_utf8);
        let record = match texts.collect::<Result<Vec<_>, _>>() {
            _ if self.length > LONGEST_RECORD => Err(too_long()),
            Ok(record) => Ok(record),
            Err(_) => Err("not UTF-8: save the file as \"CSV UTF-8\"".to_owned()),
        };
        if record.as_ref().map_or(true, |record| !record.is_empty()) {
            records.push((self.begun, record));
        }
        self.state = State::Start;
        self.length = 0;
        self.begun = self.line;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &[u8], size: usize) -> Vec<(u64, Result<Vec<String>, String>)> {
        let mut cells = Cells::new();
        let mut records = Vec::new();
        for piece in text.chunks(size) {
            cells.push(piece, &mut records);
        }
        cells.finish(&mut records);
        records
    }

    type Expected<'a> = &'a [(u64, &'a [&'a str])];

    #[test]
    fn records_and_their_lines() {
        let table: &[(&str, Expected<'_>)] = &[
            ("", &[]),
            ("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]),
            (
                "a;b,c;d\r\n1;\"x;\"\"y\"\"\n\";3",
                &[(1, &["a", "b,c", "d"]), (2, &["1", "x;\"y\"\n", "3"])],
            ),
            (
                "a\tb\n\n\t5\" pipe\n",
                &[(1, &["a", "b"]), (3, &["", "5\" pipe"])],
            ),
            ("\"a,b\";c\n", &[(1, &["a,b", "c"])]),
            ("what\n\"\"\n", &[(1, &["what"]), (2, &[""])]),
            (
                "a,b\n\"1\n2\",3\n4,5\n",
                &[(1, &["a", "b"]), (2, &["1\n2", "3"]), (4, &["4", "5"])],
            ),
        ];
        for (text, expected) in table {
            let expected: Vec<_> = expected
                .iter()
                .map(|(line, cells)| (*line, Ok(cells.iter().map(ToString::to_string).collect())))
                .collect();
            for size in [1, 2, 100] {
                assert_eq!(split(text.as_bytes(), size), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_read() {
        let reason = |text: &[u8]| split(text, 10).pop().unwrap().1.unwrap_err();
        assert_eq!(reason(b"a,b\n1,\"2\n"), "a quote is not closed");
        assert!(reason(b"a,b\n1,M\xfcller\n").starts_with("not UTF-8"));
    }

    proptest! {
        #[test]
        fn cells_come_as_they_were_written(
            rows in proptest::collection::vec(proptest::collection::vec("[a\"',;\t\n é=]*", 2), 1..6),
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["a", "b"]).unwrap();
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = writer.into_inner().unwrap();
            let read: Result<Vec<_>, _> = split(&text, 3).into_iter().map(|(_, row)| row).collect();
            prop_assert_eq!(&read.unwrap()[1..], rows.as_slice());
        }

        #[test]
        fn whatever_a_file_holds(bytes: Vec<u8>) {
            prop_assert_eq!(split(&bytes, 1), split(&bytes, 1000));
        }
    }
}
