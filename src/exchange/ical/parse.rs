//! From the bytes of a file to components. Nothing recurses, and everything is bounded.

use std::fmt;

use super::component::{Component, Item};
use super::property::Property;

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How much of a file is read before it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size, in bytes.
    pub bytes: usize,
    /// The lines as they stand in the file.
    pub lines: usize,
    /// How deep components lie in each other.
    pub depth: usize,
}

impl Limits {
    /// For a file that holds one task.
    pub const FILE: Self = Self {
        bytes: 1024 * 1024,
        lines: 50_000,
        depth: 16,
    };

    /// For a file that holds a whole calendar.
    pub const IMPORT: Self = Self {
        bytes: 256 * 1024 * 1024,
        lines: 8_000_000,
        depth: 16,
    };
}

/// Why a file, or a part of it, makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line of the file, from 1; 0 where it is not about one.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

impl Mistake {
    pub(super) fn new(line: usize, reason: impl Into<String>) -> Self {
        Self {
            line,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.reason),
            line => write!(f, "line {line}: {}", self.reason),
        }
    }
}

/// The outermost components of a file.
pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Vec<Component>, Mistake> {
    let (size, most) = (bytes.len(), limits.bytes);
    if size > most {
        let reason = format!("the file has {size} bytes; the limit is {most}");
        return Err(Mistake::new(0, reason));
    }
    let mut tree = Tree::new(limits.depth);
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let mut logical: Vec<u8> = Vec::new();
    let mut begun = 0;
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if number > limits.lines {
            let reason = format!("the file has more than {} lines", limits.lines);
            return Err(Mistake::new(number, reason));
        }
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line {
            [] => {}
            [b' ' | b'\t', rest @ ..] => {
                if begun == 0 {
                    let reason = "the file begins with the rest of a folded line";
                    return Err(Mistake::new(number, reason));
                }
                logical.extend_from_slice(rest);
            }
            line => {
                tree.take(std::mem::take(&mut logical), begun)?;
                logical.extend_from_slice(line);
                begun = number;
            }
        }
    }
    tree.take(logical, begun)?;
    tree.finish()
}

/// The components so far.
struct Tree {
    depth: usize,
    open: Vec<Component>,
    done: Vec<Component>,
}

impl Tree {
    fn new(depth: usize) -> Self {
        Self {
            depth,
            open: Vec::new(),
            done: Vec::new(),
        }
    }

    /// Takes in a line without its folds.
    fn take(&mut self, line: Vec<u8>, number: usize) -> Result<(), Mistake> {
        let wrong = |reason: &str| Mistake::new(number, reason);
        if number == 0 {
            return Ok(());
        }
        if line.contains(&0) {
            return Err(wrong("the line contains a NUL character"));
        }
        let text = String::from_utf8(line).map_err(|_| wrong("the line is not UTF-8"))?;
        let Some(property) = Property::parse(text, number) else {
            return Err(wrong("this is not NAME:value"));
        };
        let is_bare =
            property.line_text().len() == property.name().len() + 1 + property.value().len();
        if is_bare && property.is("BEGIN") {
            return self.begin(property.value().trim(), number);
        }
        if is_bare && property.is("END") {
            return self.end(property.value().trim(), number);
        }
        match self.open.last_mut() {
            Some(component) => component.items.push(Item::Property(property)),
            None => return Err(wrong("this is outside of BEGIN and END")),
        }
        Ok(())
    }

    fn begin(&mut self, name: &str, number: usize) -> Result<(), Mistake> {
        if self.open.len() >= self.depth {
            let reason = format!("components are nested deeper than {}", self.depth);
            return Err(Mistake::new(number, reason));
        }
        if name.is_empty() {
            return Err(Mistake::new(number, "BEGIN names nothing"));
        }
        let mut component = Component::new(name);
        component.line = number;
        self.open.push(component);
        Ok(())
    }

    fn end(&mut self, name: &str, number: usize) -> Result<(), Mistake> {
        let Some(component) = self.open.pop() else {
            return Err(Mistake::new(
                number,
                format!("END:{name} without its BEGIN"),
            ));
        };
        if !component.is(name) {
            let (own, line) = (component.name(), component.line());
            let reason = format!("END:{name} stands where BEGIN:{own} of line {line} is open");
            return Err(Mistake::new(number, reason));
        }
        match self.open.last_mut() {
            Some(outer) => outer.items.push(Item::Component(component)),
            None => self.done.push(component),
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<Component>, Mistake> {
        if let Some(open) = self.open.last() {
            let reason = format!("BEGIN:{} has no END: the file is cut off", open.name());
            return Err(Mistake::new(open.line(), reason));
        }
        Ok(self.done)
    }
}
