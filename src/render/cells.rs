//! What stands in the columns of a page.

use unicode_width::UnicodeWidthStr as _;

use crate::render::harmless::harmless;

/// Rows of cells, made harmless. All of them stand in one piece of memory, as pages can be long.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    text: String,
    /// Where in the text each cell ends.
    ends: Vec<usize>,
    /// Up to which of the cells each row goes.
    rows: Vec<usize>,
    /// The widest cell of each column.
    pub(super) widths: Vec<usize>,
}

impl Cells {
    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Appends a cell to the row that is not ended yet. It is made harmless.
    pub fn push(&mut self, text: &str) {
        self.push_ours(|all| all.push_str(&harmless(text)));
    }

    /// Appends a cell that holds nothing foreign.
    pub fn push_ours(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        let width = columns_of(&self.text[start..]);
        let place = self.ends.len() - self.rows.last().copied().unwrap_or(0);
        self.ends.push(self.text.len());
        match self.widths.get_mut(place) {
            Some(widest) => *widest = width.max(*widest),
            None => self.widths.push(width),
        }
    }

    /// How many rows there are, and how many bytes their cells have.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.text.len())
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.rows.push(self.ends.len());
    }

    /// The cells of each row.
    pub(super) fn rows(&self) -> impl Iterator<Item = impl ExactSizeIterator<Item = &str>> {
        let mut first = 0;
        self.rows.iter().map(move |last| {
            let start = std::mem::replace(&mut first, *last);
            (start..*last).map(|place| {
                let from = place.checked_sub(1).map_or(0, |before| self.ends[before]);
                &self.text[from..self.ends[place]]
            })
        })
    }
}

impl<R: AsRef<[String]>> FromIterator<R> for Cells {
    fn from_iter<I: IntoIterator<Item = R>>(rows: I) -> Self {
        let mut cells = Self::default();
        for row in rows {
            for cell in row.as_ref() {
                cells.push(cell);
            }
            cells.end_row();
        }
        cells
    }
}

/// The columns that a harmless text takes.
pub(super) fn columns_of(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.width()
    }
}
