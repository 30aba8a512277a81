//! The objects of a JSON file, one by one: an array of them, or one after another, on as many
//! lines as their program likes. Nothing but the object at hand is kept.

use crate::exchange::row::{LONGEST_RECORD, Records, too_long};

/// So many arrays may stand one in another: a program writes one, and files that were put together
/// may have a few.
const MOST_ARRAYS: usize = 8;

/// Splits a file, given in pieces, into its objects.
#[derive(Debug)]
pub struct Objects {
    line: u64,
    begun: u64,
    /// The lines on which the arrays began that have not ended; more than a few are not kept.
    arrays: Vec<u64>,
    depth: u32,
    in_text: bool,
    escaped: bool,
    /// Something was wrong between objects, and was said.
    lost: bool,
    object: Vec<u8>,
}

impl Default for Objects {
    fn default() -> Self {
        Self::new()
    }
}

impl Objects {
    /// At the start of a file.
    #[must_use]
    pub fn new() -> Self {
        Self {
            line: 1,
            begun: 1,
            arrays: Vec::new(),
            depth: 0,
            in_text: false,
            escaped: false,
            lost: false,
            object: Vec::new(),
        }
    }

    /// Takes the next piece of the file, and gives the objects that end in it.
    pub fn push(&mut self, bytes: &[u8], objects: &mut Records<Vec<u8>>) {
        for byte in bytes {
            if self.depth > 0 {
                self.inside(*byte, objects);
            } else {
                self.between(*byte, objects);
            }
            if *byte == b'\n' {
                self.line += 1;
            }
        }
    }

    /// The file has ended.
    pub fn finish(&mut self, objects: &mut Records<Vec<u8>>) {
        if self.depth > 0 {
            objects.push((self.begun, Err("the object does not end".to_owned())));
        } else if let Some(line) = self.arrays.first() {
            objects.push((*line, Err("the list does not end".to_owned())));
        }
        self.arrays = Vec::new();
        self.depth = 0;
        self.object = Vec::new();
    }

    fn between(&mut self, byte: u8, objects: &mut Records<Vec<u8>>) {
        match byte {
            b'{' => {
                self.begun = self.line;
                self.depth = 1;
                self.lost = false;
                self.object.clear();
                self.object.push(byte);
            }
            b'[' if self.arrays.len() < MOST_ARRAYS => self.arrays.push(self.line),
            b']' if self.arrays.pop().is_some() => {}
            b',' => {}
            byte if byte.is_ascii_whitespace() => {}
            _ if self.lost => {}
            _ => {
                self.lost = true;
                objects.push((self.line, Err("not a JSON object".to_owned())));
            }
        }
    }

    fn inside(&mut self, byte: u8, objects: &mut Records<Vec<u8>>) {
        if self.object.len() < LONGEST_RECORD {
            self.object.push(byte);
        }
        if self.in_text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_text = false,
                _ => {}
            }
            return;
        }
        match byte {
            b'"' => self.in_text = true,
            b'{' | b'[' => self.depth = self.depth.saturating_add(1),
            b'}' | b']' => self.depth -= 1,
            _ => {}
        }
        if self.depth == 0 {
            let object = std::mem::take(&mut self.object);
            let object = if object.len() < LONGEST_RECORD {
                Ok(object)
            } else {
                Err(too_long())
            };
            objects.push((self.begun, object));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str, size: usize) -> Vec<(u64, Result<String, String>)> {
        let mut objects = Objects::new();
        let mut found = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            objects.push(piece, &mut found);
        }
        objects.finish(&mut found);
        let found = found.into_iter();
        found
            .map(|(line, object)| {
                let text = object.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                (line, text)
            })
            .collect()
    }

    #[test]
    fn arrays_and_lines() {
        let ok = |line: u64, text: &str| (line, Ok(text.to_owned()));
        let bad = |line: u64, text: &str| (line, Err(text.to_owned()));
        let table = [
            ("", vec![]),
            ("[\n]\n", vec![]),
            (
                "[\n{\"a\":1},\n{\"b\":\"}\"}\n]",
                vec![ok(2, "{\"a\":1}"), ok(3, "{\"b\":\"}\"}")],
            ),
            ("{}\n{}{}", vec![ok(1, "{}"), ok(2, "{}"), ok(2, "{}")]),
            (
                "{\"a\":[{}],\n\"b\":\"\\\"}\"}",
                vec![ok(1, "{\"a\":[{}],\n\"b\":\"\\\"}\"}")],
            ),
            ("{\"a\":", vec![bad(1, "the object does not end")]),
            ("1\n2 {}", vec![bad(1, "not a JSON object"), ok(2, "{}")]),
            (
                "\n[{},\n{},\n",
                vec![ok(2, "{}"), ok(3, "{}"), bad(2, "the list does not end")],
            ),
            ("[", vec![bad(1, "the list does not end")]),
            ("[[{}]]\n[]", vec![ok(1, "{}")]),
            ("{}]", vec![ok(1, "{}"), bad(1, "not a JSON object")]),
            ("[{\"a\":", vec![bad(1, "the object does not end")]),
        ];
        for (text, expected) in table {
            for size in [1, 3, 100] {
                assert_eq!(split(text, size), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn what_is_too_long() {
        let long = format!("{{\"a\":\"{}\"}}{{}}", "x".repeat(LONGEST_RECORD));
        let found = split(&long, 1 << 16);
        assert_eq!(found, [(1, Err(too_long())), (1, Ok("{}".to_owned()))]);
    }

    proptest! {
        #[test]
        fn objects_come_as_they_were_written(texts: Vec<String>, array: bool) {
            let objects: Vec<String> =
                texts.iter().map(|text| serde_json::json!({ "a": text }).to_string()).collect();
            let file = if array { format!("[{}]", objects.join(",\n")) } else { objects.join("\n") };
            let found: Result<Vec<String>, String> =
                split(&file, 7).into_iter().map(|(_, object)| object).collect();
            prop_assert_eq!(found, Ok(objects));
        }
    }
}
