//! Long outputs, written piece by piece.

use serde_json::Value;

use crate::commands::shared::print;
use crate::config::Format;
use crate::context::Context;
use crate::render::records;

/// How much is gathered before it is written. What is shorter is written when the database is
/// closed, so that whoever reads slowly keeps no lock on it.
const BLOCK: usize = 256 * 1024;

/// What is gathered before it is written.
pub struct Block<'c> {
    context: &'c Context,
    text: String,
}

impl<'c> Block<'c> {
    /// A block that begins with a text.
    pub fn new(context: &'c Context, opening: &str) -> Self {
        Self {
            context,
            text: opening.to_owned(),
        }
    }

    /// Goes on with a text.
    pub fn push(&mut self, text: &str) -> anyhow::Result<()> {
        self.text.push_str(text);
        if self.text.len() >= BLOCK {
            self.context.output.print(&self.text)?;
            self.text.clear();
        }
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(self) -> anyhow::Result<()> {
        Ok(self.context.output.print(&self.text)?)
    }
}

/// Records in a format of one after the other: in any but the table.
pub struct Records<'c> {
    block: Block<'c>,
    format: Format,
    fields: Vec<&'static str>,
    begun: bool,
}

impl<'c> Records<'c> {
    /// Records by line with the fields given; as JSON whole.
    pub fn new(
        context: &'c Context,
        format: Format,
        fields: Vec<&'static str>,
    ) -> anyhow::Result<Self> {
        let opening = match format {
            Format::Csv => records::csv(&fields, &[]),
            Format::Markdown => records::markdown(&fields, &[]),
            Format::Html => return Err(print::no_html().into()),
            Format::Table | Format::Json | Format::JsonLines | Format::Plain => String::new(),
        };
        Ok(Self {
            block: Block::new(context, &opening),
            format,
            fields,
            begun: false,
        })
    }

    /// Goes on with a record.
    pub fn push(&mut self, record: &Value) -> anyhow::Result<()> {
        let begun = std::mem::replace(&mut self.begun, true);
        let fields = &self.fields;
        let alone = std::slice::from_ref(record);
        let text = match self.format {
            Format::Json => records::json_part(begun, record),
            Format::Csv => records::csv_part(false, fields, alone),
            Format::Markdown => records::markdown_rows(fields, alone),
            Format::JsonLines => records::json_lines(alone),
            Format::Plain | Format::Table | Format::Html => records::plain(fields, alone),
        };
        self.block.push(&text)
    }

    /// Writes what is left.
    pub fn finish(mut self) -> anyhow::Result<()> {
        if self.format == Format::Json {
            self.block.push(records::json_end(self.begun))?;
        }
        self.block.finish()
    }
}
