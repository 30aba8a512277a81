//! The commented config file that `promise config init` writes.

use std::fmt::Write as _;

use crate::config::keys::keys;

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
        let own_table = key.path.rsplit_once('.').map_or("", |(table, _)| table);
        if own_table != table {
            table = own_table;
            // A header may stand above nothing: only the settings are comments.
            let _ = writeln!(text, "[{table}]\n");
        }
        comment(&mut text, key.doc);
        let default = if key.has_default() {
            ""
        } else {
            " Not set unless you do."
        };
        comment(&mut text, &format!("Takes {}.{default}", key.expected));
        let _ = writeln!(text, "#{}", key.line());
    }
    text
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
