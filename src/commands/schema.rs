//! `promise schema`: what JSON holds.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::context::Context;
use crate::render::records::one_json;
use crate::render::schema::{RECORDS, every, find, schema};

/// Print the JSON Schema of a record, or of all of them
///
/// Keys are never removed or renamed, and keep their types; later versions may add some. With
/// --json, an error stands on standard error as the record "error".
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise schema promise
  promise schema > promise.schema.json")]
pub struct SchemaArgs {
    /// The record; all of them under "$defs" where none is named
    #[arg(value_name = "RECORD", value_parser = PossibleValuesParser::new(RECORDS.map(|record| record.name)))]
    record: Option<String>,
}

impl SchemaArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let record = self.record.as_deref().and_then(find);
        let schema = record.map_or_else(every, schema);
        Ok(context.output.print(&one_json(&schema))?)
    }
}
