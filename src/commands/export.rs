//! `promise export`: everything, with its history.

use clap::Args;

use crate::context::Context;
use crate::exchange::jsonl;

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
        let Some(mut store) = context.open_to_read()? else {
            return Ok(());
        };
        let mut progress = context.output.progress("records");
        let mut block = String::new();
        store.export(|record| {
            block.push_str(&jsonl::line(&record));
            progress.step();
            if block.len() >= BLOCK {
                context.output.print(&block)?;
                block.clear();
            }
            anyhow::Ok(())
        })?;
        Ok(context.output.print(&block)?)
    }
}
