//! The commented config file that `promise config init` writes.

use std::fmt::Write as _;

use crate::config::keys::{Key, keys};

/// How wide the prose of the file is, its marks included.
const WIDTH: usize = 80;

/// How the file introduces itself.
const PREAMBLE: &str = "The settings of promise. Each stands here as a comment, with the value \
    that holds when nothing is set, or an example where there is no such value. Take away the # \
    in front of a setting to change it, and run `promise config` to see what is in effect and \
    where it comes from.";

/// A config file in which every setting is explained, and none is set.
#[must_use]
pub fn default_file() -> String {
    let mut text = String::new();
    comment(&mut text, PREAMBLE);
    let mut table = "";
    for key in keys() {
        text.push('\n');
        if key.table() != table {
            table = key.table();
            header(&mut text, key);
        }
        comment(&mut text, key.doc);
        let default = if key.is_needed() {
            " Such a table needs it."
        } else if key.has_default() {
            ""
        } else {
            " Not set unless you do."
        };
        comment(&mut text, &format!("Takes {}.{default}", key.expected));
        let _ = writeln!(text, "#{}", key.line());
    }
    text
}

/// The line above the first setting of a table.
fn header(text: &mut String, key: &Key) {
    let mut table = key.table().to_owned();
    let mut mark = "";
    if let Some(named) = key.named_table() {
        comment(text, named.doc);
        table = table.replace(named.part, named.example);
        // Other headers may stand above nothing. One that needs a setting would be a mistake.
        if !named.needs.is_empty() {
            mark = "#";
        }
    }
    let _ = writeln!(text, "{mark}[{table}]\n");
}

/// Prose as comment lines of even width.
fn comment(text: &mut String, prose: &str) {
    let mut line = String::from("#");
    for word in prose.split_whitespace() {
        if line.len() + 1 + word.len() > WIDTH {
            text.push_str(&line);
            text.push('\n');
            line.truncate(1);
        }
        line.push(' ');
        line.push_str(word);
    }
    text.push_str(&line);
    text.push('\n');
}
