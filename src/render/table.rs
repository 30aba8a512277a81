//! Columns for people.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::render::Look;
use crate::render::harmless::harmless;

/// Rows of cells in aligned columns, each row indented, the last column wrapped where the width
/// of the terminal is known. Every cell is made harmless.
#[must_use]
pub fn table(headers: &[&str], rows: &[Vec<String>], look: &Look) -> String {
    let widths = widths(headers, rows);
    let mut table = new_table(look, "");
    table.set_header(headers);
    add_rows(&mut table, rows, &widths, look);
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

/// Groups of rows under headings, the columns aligned from group to group.
#[must_use]
pub fn sections(sections: &[(String, Vec<Vec<String>>)], look: &Look) -> String {
    let rows: Vec<Vec<String>> = sections.iter().flat_map(|(_, rows)| rows.clone()).collect();
    let widths = widths(&[], &rows);
    let mut parts = Vec::new();
    for (heading, rows) in sections.iter().filter(|(_, rows)| !rows.is_empty()) {
        let mut table = new_table(look, INDENT);
        add_rows(&mut table, rows, &widths, look);
        let lines: Vec<String> = table
            .lines()
            .map(|line| format!("{INDENT}{}\n", line.trim_end()))
            .collect();
        parts.push(format!("{heading}\n{}", lines.concat()));
    }
    parts.join("\n")
}

const INDENT: &str = "  ";

/// The space between two columns.
const GAP: u16 = 2;

fn new_table(look: &Look, indent: &str) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    match look.width {
        Some(width) => {
            let indent = u16::try_from(indent.len()).unwrap_or(0);
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(width.saturating_sub(indent).max(20));
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    table
}

/// The widest cell of each column.
fn widths(headers: &[&str], rows: &[Vec<String>]) -> Vec<u16> {
    let columns = rows.first().map_or(headers.len(), Vec::len);
    let width = |text: &str| u16::try_from(unicode_width::UnicodeWidthStr::width(text)).ok();
    (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let header = headers.get(column).copied().and_then(width);
            cells
                .filter_map(|cell| width(&harmless(cell)))
                .chain(header)
                .max()
                .unwrap_or(0)
        })
        .collect()
}

fn add_rows(table: &mut Table, rows: &[Vec<String>], widths: &[u16], look: &Look) {
    for row in rows {
        table.add_row(row.iter().map(|cell| harmless(cell).into_owned()));
    }
    let last = widths.len().saturating_sub(1);
    let longest_kept = look.width.map_or(u16::MAX, |width| width / 3);
    for (place, width) in widths.iter().enumerate() {
        let Some(column) = table.column_mut(place) else {
            continue;
        };
        column.set_padding((0, if place == last { 0 } else { GAP }));
        // Columns of up to a third of the terminal keep their width, so that only long texts are
        // wrapped.
        if place != last && *width <= longest_kept {
            let width = Width::Fixed(width + GAP);
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

    #[test]
    fn groups_share_their_columns() {
        let groups = [
            ("Overdue".to_owned(), vec![row(&["100", "x"])]),
            ("Nothing".to_owned(), vec![]),
            ("Due today".to_owned(), vec![row(&["1", "y"])]),
        ];
        assert_eq!(
            sections(&groups, &look(None)),
            "Overdue\n  100  x\n\nDue today\n  1    y\n"
        );
    }
}
