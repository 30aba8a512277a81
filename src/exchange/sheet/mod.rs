//! Spreadsheets as CSV (RFC 4180), with a header, whatever parts the cells: a comma, a semicolon
//! or a tab.

mod cells;
mod columns;
mod header;
mod read;

pub use cells::Cells;
pub use columns::Column;
pub use header::{Header, Map, Wrong};

/// Whether a line is the header of such a file.
#[must_use]
pub fn is_header(line: &str) -> bool {
    let mut cells = Cells::new();
    let mut records = Vec::new();
    cells.push(line.as_bytes(), &mut records);
    cells.finish(&mut records);
    let Some((_, Ok(names))) = records.first() else {
        return false;
    };
    let known = names.iter().filter_map(|name| Column::named(name));
    let known: Vec<Column> = known.collect();
    names.len() > 1 && (known.contains(&Column::What) || known.len() > 1)
}
