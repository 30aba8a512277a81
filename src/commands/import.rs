//! `promise import`: what `promise export` wrote.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek as _};
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use serde_json::json;

use crate::commands::shared::print;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Field, Value};
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

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What an import came to.
#[derive(Debug, Default)]
struct Tally {
    promises: i64,
    people: i64,
    present: i64,
    forgotten: i64,
    differing: Vec<String>,
    bad: Vec<String>,
}

impl ImportArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let unreadable = || format!("could not read {name}");
        let file = if name == "-" {
            // Taken in whole before the database is locked: the other end may be slow.
            spool(context, &mut io::stdin().lock()).with_context(unreadable)?
        } else {
            File::open(&self.file).with_context(unreadable)?
        };
        let mut input = BufReader::new(file);
        let mut store = context.open_to_write()?;
        let tally = store.write("import", context.now, |writing| {
            let tally = take_all(context, writing, &mut input, &name)?;
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
        if tally.forgotten > 0 {
            let records = plural(tally.forgotten, "record");
            let message = format!("{records} of forgotten people were left out");
            context.output.note(&message);
        }
        for differing in &tally.differing {
            context.output.warn(differing);
        }
        if context.quiet() {
            return Ok(());
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

/// A copy of a stream in the database's folder, which only its owner can read, and which is gone
/// when it is closed.
fn spool(context: &Context, stream: &mut dyn Read) -> anyhow::Result<File> {
    let database = std::path::absolute(context.paths.database()?)?;
    let folder = database.ancestors().skip(1).find(|folder| folder.is_dir());
    let folder = folder.context("the folder of the database is not there")?;
    let mut file = tempfile::tempfile_in(folder)?;
    io::copy(stream, &mut file)?;
    file.rewind()?;
    Ok(file)
}

/// The record, if every zone that it names is known here.
fn known_zones(context: &Context, record: Record) -> Result<Record, String> {
    let history = match &record {
        Record::Step(_) => return Ok(record),
        Record::Person(history) | Record::Promise(history) => history,
    };
    let changes = history.events.iter().flat_map(|event| &event.changes);
    for change in changes {
        let text = change.new.as_ref().and_then(Value::text);
        let zone = match (change.field, text) {
            (Field::Zone, Some(zone)) => Some(zone.to_owned()),
            (Field::Due, Some(due)) => Deadline::parse(due).map(|due| due.zone().to_owned()),
            _ => None,
        };
        if let Some(zone) = zone
            && context.find_zone_named(&zone).is_none()
        {
            return Err(format!("no time zone is called {zone:?}"));
        }
    }
    Ok(record)
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
        let line = match number {
            1 => line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line),
            _ => &line,
        };
        let record = match jsonl::record(line).and_then(|record| known_zones(context, record)) {
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
            (Imported::Forgotten, _) => tally.forgotten += 1,
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
    import.finish()?;
    Ok(tally)
}
