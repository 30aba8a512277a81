//! `promise import`: what `promise export` wrote.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use serde_json::json;

use crate::commands::shared::print;
use crate::context::Context;
use crate::domain::record::Record;
use crate::exchange::jsonl;
use crate::failure::{Failure, Kind};
use crate::render::times::plural;
use crate::store::{Import, Imported, Writing};

/// Read what promise export wrote
///
/// One transaction: a line that makes no sense is reported with its file and line, and
/// nothing is saved. What is there already, by its UUID, is skipped, and named where it differs. An import
/// is one step, and promise undo takes it back whole.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise import promises.jsonl
  ssh desk promise export | promise import -")]
pub struct ImportArgs {
    /// The file; "-" reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// The longest line, in bytes: a promise with its whole history.
const LONGEST_LINE: u64 = 16 * 1024 * 1024;

/// What an import came to.
#[derive(Debug, Default)]
struct Tally {
    promises: i64,
    people: i64,
    present: i64,
    differing: Vec<String>,
    bad: Vec<String>,
}

impl ImportArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let mut input: Box<dyn BufRead> = if name == "-" {
            Box::new(io::stdin().lock())
        } else {
            let file = File::open(&self.file).with_context(|| format!("could not read {name}"))?;
            Box::new(BufReader::new(file))
        };
        let mut store = context.open_to_write()?;
        let tally = store.write("import", context.now, |writing| {
            let tally = take_all(context, writing, &mut *input, &name)?;
            for bad in &tally.bad {
                context.output.warn(bad);
            }
            if tally.bad.is_empty() {
                return anyhow::Ok(tally);
            }
            let count = i64::try_from(tally.bad.len()).unwrap_or(i64::MAX);
            let message = format!(
                "nothing was imported: {} made no sense",
                plural(count, "line")
            );
            Err(Failure::new(Kind::Failed, message).into())
        })?;
        context.output.mark_saved();
        for differing in &tally.differing {
            context.output.warn(differing);
        }
        let value = json!({
            "promises": tally.promises,
            "people": tally.people,
            "present": tally.present,
            "differing": tally.differing.len(),
        });
        let fields = ["promises", "people", "present", "differing"];
        print::records(context, &fields, &[value], |_| {
            let people = match tally.people {
                1 => "1 person".to_owned(),
                count => format!("{count} people"),
            };
            let promises = plural(tally.promises, "promise");
            let present = tally.present;
            format!("Imported {promises} and {people}; {present} were there already.\n")
        })
    }
}

fn take_all(
    context: &Context,
    writing: &mut Writing<'_>,
    input: &mut dyn BufRead,
    name: &str,
) -> anyhow::Result<Tally> {
    let mut import = Import::begin(writing)?;
    let mut progress = context.output.progress("records");
    let mut tally = Tally::default();
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = input
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .with_context(|| format!("could not read {name}"))?;
        if read == 0 {
            break;
        }
        let place = format!("{name}:{number}");
        if read as u64 == LONGEST_LINE {
            tally.bad.push(format!(
                "{place}: the line is longer than {LONGEST_LINE} bytes"
            ));
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        progress.step();
        let record = match jsonl::record(&line) {
            Ok(record) => record,
            Err(reason) => {
                tally.bad.push(format!("{place}: {reason}"));
                continue;
            }
        };
        let noun = match &record {
            Record::Step(_) => None,
            Record::Person(_) => Some("person"),
            Record::Promise(_) => Some("promise"),
        };
        match (import.take(record)?, noun) {
            (Imported::Added, Some("promise")) => tally.promises += 1,
            (Imported::Added, Some(_)) => tally.people += 1,
            (Imported::Present, _) => tally.present += 1,
            (Imported::Differs(id), noun) => {
                tally.present += 1;
                let noun = noun.unwrap_or("step");
                tally.differing.push(format!(
                    "{place}: {noun} {id} is here already with another history, and stays as it is"
                ));
            }
            (Imported::Bad(reason), _) => tally.bad.push(format!("{place}: {reason}")),
            (Imported::Added, None) => {}
        }
    }
    Ok(tally)
}
