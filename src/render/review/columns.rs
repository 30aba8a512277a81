//! Two columns of text.

use unicode_width::UnicodeWidthStr as _;

use crate::render::Look;
use crate::render::harmless::harmless;
use crate::render::promises::direction;
use crate::render::review::words::words;
use crate::render::review::{Columns, Row};
use crate::render::wrap::wrapped;

/// The columns of a page without a terminal, as a mail has them.
const WIDTH: usize = 80;

/// Longer lines are hard to read.
const WIDEST: usize = 140;

/// Below this, one column stands under the other.
const SIDE_BY_SIDE: usize = 60;

/// The space between the columns.
const GAP: usize = 2;

/// Both columns.
pub fn text(columns: &Columns, days: bool, look: &Look) -> String {
    let width = look.width.map_or(WIDTH, usize::from).min(WIDEST);
    let parts = [
        ("Progress", &columns.progress),
        ("Put off", &columns.put_off),
    ];
    if width < SIDE_BY_SIDE {
        let texts = parts.map(|(title, rows)| {
            let lines: Vec<String> = lines(rows, days, width, look)
                .iter()
                .map(|line| format!("{line}\n"))
                .collect();
            format!("{}\n{}", look.heading(title), lines.concat())
        });
        return texts.join("\n");
    }
    let left_width = (width - GAP) / 2;
    let [(left_title, left), (right_title, right)] = parts;
    let left = lines(left, days, left_width, look);
    let right = lines(right, days, left_width, look);
    let pad = |used: usize| " ".repeat((left_width + GAP).saturating_sub(used));
    let mut text = format!(
        "{}{}{}\n",
        look.heading(left_title),
        pad(left_title.len()),
        look.heading(right_title)
    );
    for row in 0..left.len().max(right.len()) {
        let left = left.get(row).map_or("", String::as_str);
        let right = right.get(row).map_or("", String::as_str);
        let line = format!("{left}{}{right}", pad(left.width()));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The lines of a column: each promise with its number, under it the person and what happened.
fn lines(rows: &[Row], days: bool, width: usize, look: &Look) -> Vec<String> {
    if rows.is_empty() {
        return vec!["  nothing".to_owned()];
    }
    let ids = rows.iter().map(|row| row.view.promise.id.to_string().len());
    let number = ids.max().unwrap_or(0);
    let indent = " ".repeat(number + 4);
    let left = width.saturating_sub(indent.len()).max(10);
    let mut lines = Vec::new();
    for row in rows {
        let promise = &row.view.promise;
        let (word, person) = direction(&row.view);
        let said = format!("{word} {person}: {}", words(row, days, look));
        let what = wrapped(&harmless(&promise.what), left);
        for (place, line) in what.iter().enumerate() {
            if place == 0 {
                lines.push(format!("  {:<number$}  {line}", promise.id));
            } else {
                lines.push(format!("{indent}{line}"));
            }
        }
        for line in wrapped(&harmless(&said), left) {
            lines.push(format!("{indent}{line}"));
        }
    }
    lines
}
