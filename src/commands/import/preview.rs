//! The promises that an import would bring, as JSON.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Seek as _, Write as _};

use crate::commands::import::source::scratch;
use crate::commands::shared::views::views;
use crate::config::Format;
use crate::context::Context;
use crate::query::Field;
use crate::render::promises;
use crate::store::Reader;

/// How many are put into words at a time, and how much is printed at a time.
const BATCH: usize = 500;
const BLOCK: usize = 64 * 1024;

/// The promises of an import that is to be taken back, put aside: nothing is printed while the
/// database is locked.
pub(super) struct Preview(File);

impl Preview {
    /// Puts them aside, where JSON is asked for.
    pub(super) fn new(
        context: &Context,
        reader: Reader<'_>,
        ids: &[i64],
    ) -> anyhow::Result<Option<Self>> {
        let (opening, separator, closing) = match context.format()? {
            Format::Json => ("[", ",\n", "]\n"),
            Format::JsonLines => ("", "\n", "\n"),
            _ => return Ok(None),
        };
        let mut file = BufWriter::new(scratch(context)?);
        file.write_all(opening.as_bytes())?;
        let mut between = "";
        for ids in ids.chunks(BATCH) {
            let mut entries = Vec::new();
            for id in ids {
                entries.extend(reader.promise(*id)?);
            }
            for value in promises::values(&views(context, reader, entries, true)?, &Field::ALL) {
                write!(file, "{between}{value}")?;
                between = separator;
            }
        }
        if !between.is_empty() || !opening.is_empty() {
            file.write_all(closing.as_bytes())?;
        }
        let mut file = file.into_inner()?;
        file.rewind()?;
        Ok(Some(Self(file)))
    }

    /// Prints them.
    pub(super) fn print(self, context: &Context) -> anyhow::Result<()> {
        let mut lines = BufReader::new(self.0);
        let mut text = String::new();
        while lines.read_line(&mut text)? > 0 {
            if text.len() >= BLOCK {
                context.output.print(&std::mem::take(&mut text))?;
            }
        }
        Ok(context.output.print(&text)?)
    }
}
