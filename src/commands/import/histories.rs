//! What `promise export` wrote: histories, line by line.

use std::io::{BufRead, Read as _};

use anyhow::Context as _;

use crate::commands::import::tally::Tally;
use crate::commands::shared::histories::{ahead, check_times};
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Field, Value};
use crate::domain::record::Record;
use crate::exchange::jsonl;
use crate::store::{Import, Imported, Writing};

/// The longest line, in bytes: a promise with its whole history.
const LONGEST_LINE: u64 = 16 * 1024 * 1024;

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The record, if every zone that it names is known here, and its times can be meant.
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
    check_times(context, history.events.iter())?;
    Ok(record)
}

/// Takes in a whole file.
pub(super) fn take_all(
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
        let ahead = match &record {
            Record::Promise(history) => ahead(context.now, history.events.iter()),
            _ => None,
        };
        let noun = match &record {
            Record::Step(_) => None,
            Record::Person(_) => Some("person"),
            Record::Promise(_) => Some("promise"),
        };
        match (import.take(record)?, noun) {
            (Imported::Added, Some("promise")) => {
                tally.ids.extend(import.last());
                if let Some(ahead) = ahead {
                    tally.warnings.push(format!("{place}: {ahead}"));
                }
            }
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
