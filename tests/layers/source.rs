//! Reads source files: what in them is code, and which modules their paths lead to.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file with everything that is no code blanked out.
pub struct Source {
    /// Where it lies, from the root of the package.
    pub path: String,
    /// The code: no comments, no texts, no tests; line breaks stay.
    code: String,
    /// The same with the texts.
    with_texts: String,
}

impl Source {
    pub fn new(path: String, text: &str) -> Self {
        let (code, with_texts) = blanked(text);
        let mut source = Self {
            path,
            code,
            with_texts,
        };
        source.blank_tests();
        source
    }

    /// The top-level module that the file belongs to.
    pub fn top(&self) -> String {
        let inside = self.path.trim_start_matches("src/");
        let first = inside.split('/').next().expect("a name");
        first.trim_end_matches(".rs").to_owned()
    }

    /// How deep the module lies under the crate's root.
    fn depth(&self) -> usize {
        let inside = self.path.trim_start_matches("src/");
        let inside = inside.trim_end_matches("/mod.rs").trim_end_matches(".rs");
        inside.split('/').count()
    }

    /// The top-level modules that paths in the code lead to.
    pub fn uses(&self) -> BTreeSet<String> {
        let prefix = if self.top() == "main" {
            "promise::"
        } else {
            "crate::"
        };
        let mut found = BTreeSet::new();
        for (at, _) in self.code.match_indices(prefix) {
            let rest = &self.code[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(heads(group)),
                None => found.extend(head(rest)),
            }
        }
        found
    }

    /// Paths that leave the module upwards, past the root of its own layer.
    pub fn escapes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (number, line) in (1..).zip(self.code.lines()) {
            let supers = line.matches("super::").count();
            if supers > 0 && supers >= self.depth() {
                found.push(format!("{}:{number}: super:: leads to the root", self.path));
            }
        }
        found
    }

    /// The lines in which a text stands as code, and not as the end of a longer word.
    pub fn lines_with(&self, text: &str) -> Vec<usize> {
        (1..)
            .zip(self.code.lines())
            .filter(|(_, line)| {
                line.match_indices(text).any(|(at, _)| {
                    // Not the end of a longer word: `eprint!` is no `print!`.
                    let before = line[..at].chars().next_back();
                    let word = text.starts_with(char::is_alphabetic);
                    !word || before.is_none_or(|char| !char.is_alphanumeric() && char != '_')
                })
            })
            .map(|(number, _)| number)
            .collect()
    }

    /// What stands between the brackets of every `format!`, with its line.
    pub fn formats(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("format!(") {
            let begin = at + "format!(".len();
            let end = begin + closing(&self.code[begin..], '(', ')');
            let line = self.code[..at].matches('\n').count() + 1;
            found.push((line, self.with_texts[begin..end].to_owned()));
        }
        found
    }

    /// Blanks `#[cfg(test)] mod name { … }`.
    fn blank_tests(&mut self) {
        while let Some(at) = self.code.find("#[cfg(test)]") {
            let open = self.code[at..].find(['{', ';']).map(|open| at + open);
            let Some(open) = open else { break };
            let end = if self.code[open..].starts_with('{') {
                open + 1 + closing(&self.code[open + 1..], '{', '}')
            } else {
                open
            };
            for text in [&mut self.code, &mut self.with_texts] {
                let blank: String = text[at..end].chars().map(blank).collect();
                text.replace_range(at..end, &blank);
            }
        }
    }
}

/// Every source file that is no test.
pub fn sources() -> Vec<Source> {
    let mut tests = BTreeSet::new();
    let mut sources = Vec::new();
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).expect("a source file");
        let is_root = path.ends_with("mod.rs") || path.ends_with("lib.rs");
        let folder = path.with_extension("");
        let folder = if is_root {
            folder.parent()
        } else {
            Some(&*folder)
        };
        tests.extend(test_modules(&text).map(|name| folder.expect("a folder").join(name)));
        let inside = path.strip_prefix(root()).expect("a path inside");
        let inside = inside.to_string_lossy().replace('\\', "/");
        sources.push((path, Source::new(inside, &text)));
    }
    let is_test = |path: &Path| {
        tests
            .iter()
            .any(|test| path.with_extension("").starts_with(test))
    };
    sources.retain(|(path, _)| !is_test(path));
    let sources: Vec<Source> = sources.into_iter().map(|(_, source)| source).collect();
    assert!(sources.len() > 20, "only {} sources found", sources.len());
    sources
}

/// The modules that a file declares for tests alone.
fn test_modules(text: &str) -> impl Iterator<Item = &str> {
    text.split("#[cfg(test)]").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix("mod ")?;
        let end = rest.find(['{', ';'])?;
        rest[end..].starts_with(';').then_some(&rest[..end])
    })
}

/// The package's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under a folder.
pub fn rust_files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files.into_iter()
}

/// The first name of a path.
fn head(path: &str) -> Option<String> {
    let end = path.find(|char: char| !char.is_alphanumeric() && char != '_');
    let name = &path[..end.unwrap_or(path.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// The first names of the paths in a group.
fn heads(group: &str) -> Vec<String> {
    let group = &group[..closing(group, '{', '}')];
    let mut depth = 0;
    let outer: String = group
        .chars()
        .filter(|char| {
            depth += i32::from(*char == '{');
            let keep = depth == 0;
            depth -= i32::from(*char == '}');
            keep
        })
        .collect();
    outer
        .split(',')
        .filter_map(|path| head(path.trim()))
        .collect()
}

/// Where a bracket that is open already closes.
fn closing(text: &str, open: char, close: char) -> usize {
    let mut depth = 1;
    for (at, char) in text.char_indices() {
        depth += i32::from(char == open) - i32::from(char == close);
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The first text in the arguments of `format!`, and what follows it.
pub fn first_literal(arguments: &str) -> Option<(&str, &str)> {
    let inner = arguments.trim_start().strip_prefix('"')?;
    let end = inner.find('"')?;
    Some((&inner[..end], &inner[end + 1..]))
}

/// The names in the braces of a format text.
pub fn placeholders(literal: &str) -> Vec<String> {
    let literal = literal.replace("{{", "").replace("}}", "");
    literal
        .split('{')
        .skip(1)
        .filter_map(|part| part.split(['}', ':']).next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a name is that of a constant, or of a literal that a macro takes. What is done to a
/// constant leaves it one.
pub fn is_constant(name: &str) -> bool {
    let last = name.split('.').next().unwrap_or(name);
    let last = last.rsplit("::").next().unwrap_or(last);
    let upper = |char: char| char.is_ascii_uppercase() || char.is_ascii_digit() || char == '_';
    name.starts_with('$') || (!last.is_empty() && last.chars().all(upper))
}

fn blank(char: char) -> char {
    if char == '\n' { '\n' } else { ' ' }
}

/// The code of a file without comments and texts, and without comments alone. Both are as long as
/// the file has characters, so that places in one are places in the other.
fn blanked(text: &str) -> (String, String) {
    let chars: Vec<char> = text
        .chars()
        .map(|char| if char.is_ascii() { char } else { '?' })
        .collect();
    let mut code = String::new();
    let mut with_texts = String::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let (length, is_text) = match rest {
            ['/', '/', ..] => (until(rest, |rest| rest[0] == '\n'), false),
            ['/', '*', ..] => (until(rest, |rest| rest.starts_with(&['*', '/'])) + 2, false),
            ['r', '"' | '#', ..] if !follows_word(&chars, at) => (raw_text(rest), true),
            ['"', ..] => (quoted(rest), true),
            ['\'', '\\', ..] => (until(&rest[2..], |rest| rest[0] == '\'') + 3, true),
            ['\'', _, '\'', ..] => (3, true),
            _ => (0, false),
        };
        if length == 0 {
            code.push(chars[at]);
            with_texts.push(chars[at]);
            at += 1;
            continue;
        }
        let end = (at + length).min(chars.len());
        for char in &chars[at..end] {
            code.push(blank(*char));
            with_texts.push(if is_text { *char } else { blank(*char) });
        }
        at = end;
    }
    (code, with_texts)
}

fn until(rest: &[char], found: impl Fn(&[char]) -> bool) -> usize {
    (0..rest.len())
        .find(|at| found(&rest[*at..]))
        .unwrap_or(rest.len())
}

fn follows_word(chars: &[char], at: usize) -> bool {
    at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_')
}

/// The length of a raw text, or 0 where it is a raw name.
fn raw_text(rest: &[char]) -> usize {
    let marks = until(&rest[1..], |rest| rest[0] != '#');
    if rest.get(1 + marks) != Some(&'"') {
        return 0;
    }
    let begin = marks + 2;
    let mut close = vec!['"'];
    close.extend(std::iter::repeat_n('#', marks));
    begin + until(&rest[begin..], |rest| rest.starts_with(&close)) + close.len()
}

/// The length of a text in quotes.
fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}
