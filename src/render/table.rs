//! Columns for people.

use std::borrow::Borrow;
use std::fmt;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use unicode_width::UnicodeWidthStr as _;

use crate::render::Look;
use crate::render::cells::{Cells, columns_of};

/// Rows of cells in aligned columns, each row indented, the last column wrapped where the width
/// of the terminal is known. Every cell is made harmless.
#[must_use]
pub fn table(
    headers: &[&str],
    rows: impl IntoIterator<Item = impl AsRef<[String]>>,
    look: &Look,
) -> String {
    let mut text = String::new();
    // Writing to memory cannot fail.
    let _ = write_table(&mut text, headers, rows, look);
    text
}

/// The same, written line by line.
pub fn write_table(
    out: &mut impl fmt::Write,
    headers: &[&str],
    rows: impl IntoIterator<Item = impl AsRef<[String]>>,
    look: &Look,
) -> fmt::Result {
    let cells: Cells = rows.into_iter().collect();
    let mut widths: Vec<usize> = headers.iter().map(|header| header.width()).collect();
    widen(&mut widths, &cells.widths);
    if !fit(&widths, look.width) {
        return out.write_str(&wrapped_table(headers, &cells, &widths, look));
    }
    let mut line = String::new();
    push_line(&mut line, headers.iter().copied(), &widths, "");
    writeln!(out, "{}", look.heading(line.trim_end()))?;
    cells.rows().try_for_each(|row| {
        line.clear();
        push_line(&mut line, row, &widths, "");
        out.write_str(&line)
    })
}

/// Columns and their rows without the columns of which every cell is empty.
#[must_use]
pub fn filled<'h>(
    headers: &[&'h str],
    mut rows: Vec<Vec<String>>,
) -> (Vec<&'h str>, Vec<Vec<String>>) {
    let is_filled = |place: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(place));
        cells.any(|cell| !cell.is_empty())
    };
    let kept: Vec<bool> = (0..headers.len()).map(is_filled).collect();
    for row in &mut rows {
        let mut kept = kept.iter();
        row.retain(|_| kept.next() == Some(&true));
    }
    let headers = headers.iter().zip(&kept).filter(|(_, kept)| **kept);
    (headers.map(|(header, _)| *header).collect(), rows)
}

/// Groups of rows under headings, the columns aligned from group to group.
#[must_use]
pub fn sections<C: Borrow<Cells>>(sections: &[(String, C)], look: &Look) -> String {
    let groups = || sections.iter().map(|(head, group)| (head, group.borrow()));
    let mut widths = Vec::new();
    for (_, group) in groups() {
        widen(&mut widths, &group.widths);
    }
    let width = look.width.map(within_indent);
    let fit = fit(&widths, width);
    let longest = groups().map(|(_, group)| longest(group, &widths)).sum();
    let mut text = String::with_capacity(longest);
    for (heading, group) in groups().filter(|(_, group)| !group.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(heading);
        text.push('\n');
        if fit {
            for row in group.rows() {
                push_line(&mut text, row, &widths, INDENT);
            }
        } else {
            push_wrapped(&mut text, group, &widths, look);
        }
    }
    text
}

const INDENT: &str = "  ";

/// The space between two columns.
const GAP: usize = 2;

/// Nothing is laid out in less.
const NARROWEST: u16 = 20;

/// What is left of a width beside the indent.
fn within_indent(width: u16) -> u16 {
    let indent = u16::try_from(INDENT.len()).unwrap_or(0);
    width.saturating_sub(indent).max(NARROWEST)
}

/// At least as many bytes as the lines of a page take of some rows, none of which is wrapped.
fn longest(cells: &Cells, widths: &[usize]) -> usize {
    let padded = widths
        .split_last()
        .map_or(0, |(_, padded)| padded.iter().sum());
    let beside = INDENT.len() + GAP * widths.len() + "\n".len();
    let (rows, bytes) = cells.size();
    bytes + rows * (padded + beside)
}

/// Makes columns as wide as others.
fn widen(widths: &mut Vec<usize>, others: &[usize]) {
    widths.resize(widths.len().max(others.len()), 0);
    for (width, other) in widths.iter_mut().zip(others) {
        *width = (*other).max(*width);
    }
}

/// Whether nothing has to be wrapped, so that lines can be put together as they are.
fn fit(widths: &[usize], width: Option<u16>) -> bool {
    let Some(width) = width else {
        return true;
    };
    let gaps = widths.len().saturating_sub(1) * GAP;
    let fit = widths.iter().sum::<usize>() + gaps <= usize::from(width);
    let longest_kept = longest_kept(Some(width));
    let others = widths.split_last().map_or(&[][..], |(_, others)| others);
    fit && others.iter().all(|width| *width <= longest_kept)
}

/// Appends a line of cells, without spaces at its end.
fn push_line<'a>(
    text: &mut String,
    row: impl ExactSizeIterator<Item = &'a str>,
    widths: &[usize],
    indent: &str,
) {
    text.push_str(indent);
    let start = text.len();
    let last = row.len().saturating_sub(1);
    for (place, (cell, width)) in row.zip(widths).enumerate() {
        text.push_str(cell);
        if place < last {
            let mut spaces = width.saturating_sub(columns_of(cell)) + GAP;
            while spaces > 0 {
                let some = spaces.min(SPACES.len());
                text.push_str(&SPACES[..some]);
                spaces -= some;
            }
        }
    }
    let end = start + text[start..].trim_end().len();
    text.truncate(end);
    text.push('\n');
}

const SPACES: &str = "                                ";

/// Columns of up to a third of the terminal keep their width, so that only long texts are wrapped.
fn longest_kept(width: Option<u16>) -> usize {
    width.map_or(usize::MAX, |width| usize::from(width / 3))
}

fn wrapped_table(headers: &[&str], cells: &Cells, widths: &[usize], look: &Look) -> String {
    let mut table = new_table(look.width.map(|width| width.max(NARROWEST)));
    table.set_header(headers);
    add_rows(&mut table, cells, widths, look);
    let mut text = String::new();
    for (number, line) in table.lines().enumerate() {
        let line = line.trim_end();
        if number == 0 {
            text.push_str(&look.heading(line));
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}

fn push_wrapped(text: &mut String, cells: &Cells, widths: &[usize], look: &Look) {
    let mut table = new_table(look.width.map(within_indent));
    add_rows(&mut table, cells, widths, look);
    for line in table.lines() {
        text.push_str(INDENT);
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

fn new_table(width: Option<u16>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    match width {
        Some(width) => {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(width);
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    table
}

fn add_rows(table: &mut Table, cells: &Cells, widths: &[usize], look: &Look) {
    for row in cells.rows() {
        table.add_row(row);
    }
    let gap = u16::try_from(GAP).unwrap_or_default();
    let last = widths.len().saturating_sub(1);
    let longest_kept = longest_kept(look.width);
    for (place, width) in widths.iter().enumerate() {
        let Some(column) = table.column_mut(place) else {
            continue;
        };
        column.set_padding((0, if place == last { 0 } else { gap }));
        if place != last && *width <= longest_kept {
            let width = u16::try_from(*width).unwrap_or(u16::MAX);
            let width = Width::Fixed(width.saturating_add(gap));
            column.set_constraint(ColumnConstraint::LowerBoundary(width));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::times::Clock;
    use chrono::Utc;

    fn look(width: Option<u16>) -> Look {
        Look {
            width,
            color: false,
            unicode: true,
            clock: Clock {
                now: chrono::DateTime::<Utc>::UNIX_EPOCH,
                h24: true,
            },
            home: crate::domain::zone::Zone::utc(),
        }
    }

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn columns() {
        let rows = [
            row(&["1", "Jane", "a \u{1b}[31m long description that wraps"]),
            row(&["10", "王小明", "short"]),
        ];
        assert_eq!(
            table(&["id", "to", "what"], &rows, &look(None)),
            "id  to      what\n\
             1   Jane    a \\x1b[31m long description that wraps\n\
             10  王小明  short\n"
        );
        assert_eq!(
            table(&["id", "to", "what"], &rows, &look(Some(36))),
            "id  to      what\n\
             1   Jane    a \\x1b[31m long\n\
             \u{20}           description that wraps\n\
             10  王小明  short\n"
        );
    }

    /// Lines that are put together here are those that the crate for tables makes.
    #[test]
    fn both_layouts_agree() {
        let rows = [
            row(&["1", "", "what \u{1b} is it", ""]),
            row(&["", "王小明", "", "short  "]),
            row(&["", "", "", ""]),
            row(&["10", "Zoë", "  x\u{3000}", "\u{a0}"]),
        ];
        let headers = ["id", "to", "a longer head", "what"];
        for width in [None, Some(60), Some(200)] {
            let look = look(width);
            let cells: Cells = rows.iter().collect();
            let mut widths = headers.map(str::len).to_vec();
            widen(&mut widths, &cells.widths);
            assert!(fit(&widths, width), "{width:?}");
            assert_eq!(
                table(&headers, &rows, &look),
                wrapped_table(&headers, &cells, &widths, &look)
            );
            let mut wrapped = "Overdue\n".to_owned();
            push_wrapped(&mut wrapped, &cells, &cells.widths, &look);
            let group = ("Overdue".to_owned(), cells);
            assert_eq!(sections(&[group], &look), wrapped);
        }
    }

    #[test]
    fn empty_columns_are_left_out() {
        let rows = vec![row(&["1", "", "x", ""]), row(&["", "", "y", ""])];
        let (headers, rows) = filled(&["a", "b", "c", "d"], rows);
        assert_eq!(headers, ["a", "c"]);
        assert_eq!(rows, [row(&["1", "x"]), row(&["", "y"])]);
        assert_eq!(filled(&["a"], Vec::new()), (Vec::new(), Vec::new()));
    }

    #[test]
    fn groups_share_their_columns() {
        let groups = [
            ("Overdue".to_owned(), [row(&["100", "x"])].iter().collect()),
            ("Nothing".to_owned(), Cells::default()),
            ("Due today".to_owned(), [row(&["1", "y"])].iter().collect()),
        ];
        assert_eq!(
            sections(&groups, &look(None)),
            "Overdue\n  100  x\n\nDue today\n  1    y\n"
        );
    }
}
