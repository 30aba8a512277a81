//! `promise date`: how a deadline phrase is understood.

use std::io::{self, BufRead as _};

use anyhow::Context as _;
use clap::Args;
use clap_complete::engine::ArgValueCompleter;
use serde_json::{Value, json};

use crate::commands::shared::{complete, names};
use crate::config::Format;
use crate::context::Context;
use crate::domain::calendar::Their;
use crate::domain::deadline::Deadline;
use crate::failure::Failure;
use crate::phrase::Sense;
use crate::render::{records, rfc3339};

/// Show how a deadline phrase is understood, and record nothing
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise date tomorrow 1pm
  promise date \"1pm their time\" --to \"Jane Ortiz\"
  printf '%s\\n' friday \"in 2 hours\" | promise date -")]
pub struct DateArgs {
    /// The phrase; quotes are optional. "-" reads phrases from standard input, one a line
    #[arg(value_name = "PHRASE", required = true)]
    phrase: Vec<String>,
    /// The person whose clock "their time" means
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    to: Option<String>,
}

impl DateArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let name = self.to.as_deref();
        if self.phrase == ["-"] {
            return lines(context, name);
        }
        let phrase = self.phrase.join(" ");
        let their = whose(context, &phrase, name)?;
        let reading = context.read_phrase("", &phrase, Sense::Deadline, their.as_ref())?;
        let value = value(&phrase, &reading.deadline);
        if context.format()? == Format::Json {
            return Ok(context.output.print(&records::one_json(&value))?);
        }
        print(context, &[(phrase, reading.deadline)], &[value], false)
    }
}

/// The person whose clock "their time" means, where one is named.
fn whose(context: &Context, phrase: &str, name: Option<&str>) -> anyhow::Result<Option<Their>> {
    name.map_or(Ok(None), |name| names::their(context, phrase, name))
}

/// Every line of standard input; those that are refused are named, and the rest is shown.
fn lines(context: &Context, name: Option<&str>) -> anyhow::Result<()> {
    let mut understood = Vec::new();
    let mut values = Vec::new();
    let mut refused = 0;
    for (number, line) in (1..).zip(io::stdin().lock().split(b'\n')) {
        let line = line.context("could not read standard input")?;
        let phrase = String::from_utf8_lossy(&line)
            .trim_end_matches('\r')
            .to_owned();
        if phrase.trim().is_empty() {
            continue;
        }
        let their = whose(context, &phrase, name)?;
        match context.understand(&phrase, Sense::Deadline, their.as_ref())? {
            Ok(reading) => {
                for remark in &reading.remarks {
                    context.output.note(&format!("line {number}: {remark}"));
                }
                values.push(value(&phrase, &reading.deadline));
                understood.push((phrase, reading.deadline));
            }
            Err(refusal) => {
                refused += 1;
                let message = &refusal.message;
                let place = format!("line {number}: \"{phrase}\"");
                context.output.warn(&format!("{place}: {message}"));
            }
        }
    }
    print(context, &understood, &values, true)?;
    match refused {
        0 => Ok(()),
        1 => Err(Failure::usage("1 phrase was refused").into()),
        _ => Err(Failure::usage(format!("{refused} phrases were refused")).into()),
    }
}

fn value(phrase: &str, deadline: &Deadline) -> Value {
    json!({
        "phrase": phrase,
        "due": rfc3339(deadline.with_offset()),
        "whole_day": deadline.is_whole_day(),
        "zone": deadline.zone(),
        "kind": deadline.kind().word(),
    })
}

fn print(
    context: &Context,
    understood: &[(String, Deadline)],
    values: &[Value],
    many: bool,
) -> anyhow::Result<()> {
    let fields = ["phrase", "due", "whole_day", "zone", "kind"];
    crate::commands::shared::print::records(context, &fields, values, |look| {
        let lines: Vec<String> = understood
            .iter()
            .map(|(phrase, deadline)| {
                let zone = context.zone_named(deadline.zone());
                let words = look.clock.long(deadline, zone.local(context.now).date());
                let phrase = crate::render::harmless::harmless(phrase);
                if many {
                    format!("{phrase}: {words}\n")
                } else {
                    format!("{words}\n")
                }
            })
            .collect();
        lines.concat()
    })
}
