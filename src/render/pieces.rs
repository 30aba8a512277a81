//! Long texts, written piece by piece: nobody holds them as a whole.

use std::fmt::{self, Display, Formatter, Write as _};

use serde_json::Value;

use crate::domain::spelled::spelled_out;

/// A text that a function writes.
pub struct Pieces<F>(pub F);

impl<F: Fn(&mut Formatter<'_>) -> fmt::Result> Display for Pieces<F> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        (self.0)(out)
    }
}

/// JSON of which some lists are long: written as [`crate::render::records`] would write the whole.
pub enum Tree<'a> {
    /// A value that is held.
    Whole(Value),
    /// The members of an object, in order.
    Object(Vec<(String, Tree<'a>)>),
    /// A list whose values are made as they are written.
    List(Box<dyn Iterator<Item = Value> + 'a>),
}

impl Tree<'_> {
    /// Writes it over as many lines as it takes, and a line break.
    pub fn write_pretty(self, out: &mut Formatter<'_>) -> fmt::Result {
        self.write(out, Some(0))?;
        out.write_char('\n')
    }

    /// Writes it in one line, and a line break.
    pub fn write_line(self, out: &mut Formatter<'_>) -> fmt::Result {
        self.write(out, None)?;
        out.write_char('\n')
    }

    /// Writes it as deep in as given; without a depth, in one line.
    fn write(self, out: &mut Formatter<'_>, depth: Option<usize>) -> fmt::Result {
        let deeper = depth.map(|depth| depth + 1);
        match self {
            Self::Whole(value) => out.write_str(&text_of(&value, depth)),
            Self::Object(members) => {
                let mut written = List::begin(out, ['{', '}'], depth)?;
                for (key, member) in members {
                    let out = written.next()?;
                    out.write_str(&text_of(&key.into(), None))?;
                    out.write_str(if depth.is_some() { ": " } else { ":" })?;
                    member.write(out, deeper)?;
                }
                written.end()
            }
            Self::List(values) => {
                let mut written = List::begin(out, ['[', ']'], depth)?;
                for value in values {
                    let text = text_of(&value, deeper);
                    written.next()?.write_str(&text)?;
                }
                written.end()
            }
        }
    }
}

/// A value as text that goes on as deep in as given.
fn text_of(value: &Value, depth: Option<usize>) -> String {
    let text = match depth {
        None => value.to_string(),
        // No line break stands within a string.
        Some(depth) => format!("{value:#}").replace('\n', &line_break(depth)),
    };
    spelled_out(text)
}

fn line_break(depth: usize) -> String {
    format!("\n{}", "  ".repeat(depth))
}

/// What stands between two brackets.
struct List<'o, 'f> {
    out: &'o mut Formatter<'f>,
    closing: char,
    depth: Option<usize>,
    is_empty: bool,
}

impl<'o, 'f> List<'o, 'f> {
    fn begin(
        out: &'o mut Formatter<'f>,
        [opening, closing]: [char; 2],
        depth: Option<usize>,
    ) -> Result<Self, fmt::Error> {
        out.write_char(opening)?;
        Ok(Self {
            out,
            closing,
            depth,
            is_empty: true,
        })
    }

    /// Where the next one is written.
    fn next(&mut self) -> Result<&mut Formatter<'f>, fmt::Error> {
        if !std::mem::replace(&mut self.is_empty, false) {
            self.out.write_char(',')?;
        }
        if let Some(depth) = self.depth {
            self.out.write_str(&line_break(depth + 1))?;
        }
        Ok(self.out)
    }

    fn end(self) -> fmt::Result {
        if let Some(depth) = self.depth.filter(|_| !self.is_empty) {
            self.out.write_str(&line_break(depth))?;
        }
        self.out.write_char(self.closing)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::render::records::{json_lines, one_json};

    /// The tree of a value, every list and object of it taken apart.
    fn tree(value: &Value) -> Tree<'_> {
        match value {
            Value::Object(members) => {
                let members = members.iter();
                let members = members.map(|(key, member)| (key.clone(), tree(member)));
                Tree::Object(members.collect())
            }
            Value::Array(values) => Tree::List(Box::new(values.iter().cloned())),
            value => Tree::Whole(value.clone()),
        }
    }

    #[test]
    fn in_pieces_as_in_one() {
        let deep = json!({"a": [], "b": {}, "\u{9b}\n": [1, {"c": [2, "\u{202e}x\n"]}, [[3]], []]});
        for value in [json!({}), json!([]), json!(null), json!([deep]), deep] {
            let pretty = Pieces(|out: &mut Formatter<'_>| tree(&value).write_pretty(out));
            assert_eq!(pretty.to_string(), one_json(&value));
            let line = Pieces(|out: &mut Formatter<'_>| tree(&value).write_line(out));
            assert_eq!(line.to_string(), json_lines(&[value]));
        }
    }
}
