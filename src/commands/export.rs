//! `promise export`: everything, with its history.

use clap::Args;

use crate::config::Format;
use crate::context::Context;
use crate::exchange::jsonl;
use crate::failure::Failure;

/// Write everything to standard output as JSON Lines, history included
///
/// promise import reads it back: into an empty database nothing is lost, not even the numbers.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise export > promises.jsonl
  promise export | ssh laptop promise import -")]
pub struct ExportArgs {}

/// How much is gathered before it is written.
const BLOCK: usize = 64 * 1024;

impl ExportArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let (opening, separator, closing) = match context.asked_format() {
            None | Some(Format::JsonLines) => ("", "\n", ""),
            Some(Format::Json) => ("[\n", ",\n", "]\n"),
            Some(_) => {
                return Err(Failure::usage("export writes JSON Lines, or JSON")
                    .hint("promise list --all has every format")
                    .into());
            }
        };
        let mut progress = context.output.progress("records");
        let mut block = opening.to_owned();
        let mut between = "";
        if let Some(store) = context.open_to_read()? {
            store.export(|record| {
                block.push_str(between);
                block.push_str(&jsonl::line(&record));
                between = separator;
                progress.step();
                if block.len() >= BLOCK {
                    context.output.print(&block)?;
                    block.clear();
                }
                anyhow::Ok(())
            })?;
        }
        if !between.is_empty() {
            block.push('\n');
        }
        block.push_str(closing);
        Ok(context.output.print(&block)?)
    }
}
