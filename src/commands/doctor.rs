//! `promise doctor`: whether all is well with the file, and around it.

use std::path::Path;

use clap::Args;
use serde_json::json;

use crate::commands::shared::print;
use crate::context::{Context, machine};
use crate::failure::{Failure, Kind};
use crate::render::Look;
use crate::render::harmless::harmless;
use crate::store::{Finding, Level, Repaired, Store};

/// Check the database and everything around it, and mend what can be mended
///
/// Changes nothing without --repair. Ends with status 5 where something recorded is damaged.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise doctor
  promise doctor --json | jq '.[] | select(.level != \"ok\")'
  promise doctor --repair")]
pub struct DoctorArgs {
    /// Make again what the events determine, after a copy of the file as it is
    #[arg(long)]
    repair: bool,
}

/// Less room than this is worth a word: a backup of a large file takes as much again.
const LITTLE_ROOM: u64 = 100 * 1024 * 1024;

impl DoctorArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        let path = context.paths.database()?.to_owned();
        let zone_of = |name: &str| context.find_zone_named(name);
        if self.repair {
            let mut store = context.open_to_change()?.ok_or_else(|| nothing(&path))?;
            let repaired = store.repair(context.now, &zone_of)?;
            context.output.mark_saved();
            for (file, _) in machine::place(&path).open_to_others {
                machine::make_private(&file).map_err(|error| {
                    let file = file.display();
                    let message = format!("saved, but others can still reach {file}: {error}");
                    Failure::new(Kind::Unprinted, message)
                        .hint("make it private by hand: chmod go= FILE")
                })?;
            }
            tell(context, &repaired);
        }
        let mut progress = context.output.progress("rows");
        let examined = Store::examine(&path, context.now, &zone_of, &mut || progress.step());
        drop(progress);
        let mut findings = match examined {
            Ok(Some(findings)) => findings,
            Ok(None) => vec![Finding::notice(
                "database",
                format!("there is none yet at {}", path.display()),
                "promise add makes it",
            )],
            Err(error) => vec![Finding::damage("database", error.to_string(), error.hint())],
        };
        findings.extend(around(context, &path));
        let values: Vec<_> = findings
            .iter()
            .map(|finding| {
                json!({
                    "check": finding.check,
                    "level": finding.level.word(),
                    "says": finding.says,
                    "remedy": finding.remedy,
                })
            })
            .collect();
        let fields = ["check", "level", "says", "remedy"];
        print::records(context, &fields, &values, |look| text(&findings, look))?;
        let damaged = findings.iter().filter(|one| one.level == Level::Damage);
        match damaged.count() {
            0 => Ok(()),
            count => {
                let message = format!("{count} of {} checks found damage", findings.len());
                Err(Failure::new(Kind::Database, message)
                    .hint("each says above what to do; keep the file until it is done")
                    .into())
            }
        }
    }
}

fn nothing(path: &Path) -> Failure {
    Failure::new(
        Kind::NotFound,
        format!("there is no database to repair at {}", path.display()),
    )
    .hint("name another file with --db or PROMISE_DB")
}

/// What was mended, on stderr: the findings that follow are the result.
fn tell(context: &Context, repaired: &Repaired) {
    let copy = repaired.backup.display();
    context.output.note(&format!("the file as it was: {copy}"));
    if repaired.mended.is_empty() {
        context.output.note("nothing had to be mended");
    }
    for what in &repaired.mended {
        context.output.note(&format!("made again: {what}"));
    }
    for path in &repaired.deleted {
        let path = path.display();
        let text = format!("deleted, as it held people who were forgotten: {path}");
        context.output.note(&text);
    }
    for what in &repaired.left {
        context.output.warn(&format!("could not be mended: {what}"));
    }
}

/// What is around the database.
fn around(context: &Context, path: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    let place = machine::place(path);
    let exists = path.exists();
    findings.push(match place.open_to_others.as_slice() {
        [] => Finding::good("permissions", "nobody else can read what is recorded"),
        open => {
            let files: Vec<String> = open
                .iter()
                .map(|(file, mode)| format!("{} ({mode:o})", file.display()))
                .collect();
            Finding::notice(
                "permissions",
                format!("others can reach {}", files.join(", ")),
                "promise doctor --repair makes them private",
            )
        }
    });
    if let Some(free) = place.free_bytes {
        let megabytes = free / 1024 / 1024;
        findings.push(if free < LITTLE_ROOM {
            let says = format!("{megabytes} MiB are free");
            Finding::notice("space", says, "make room on the medium")
        } else {
            Finding::good("space", format!("{megabytes} MiB are free"))
        });
    }
    findings.push(match place.doubtful {
        Some(kind) => Finding::notice(
            "file system",
            format!("the database lies on {kind}"),
            "keep it on a local disk, and let promise export or backup carry it elsewhere",
        ),
        None if exists => Finding::good("file system", "a local one"),
        None => Finding::good("file system", "nothing against it"),
    });
    findings.push(match context.settings() {
        Ok(_) => Finding::good("config", "every setting is understood"),
        Err(error) => Finding::notice("config", error.to_string(), "promise config edit"),
    });
    findings.push(match context.zone() {
        Ok(zone) => Finding::good("zone", format!("the local zone is {}", zone.name())),
        Err(error) => Finding::notice("zone", error.to_string(), "set TZ or time_zone"),
    });
    let others = machine::others();
    findings.push(if others.is_empty() {
        Finding::good("program", format!("promise {}", env!("CARGO_PKG_VERSION")))
    } else {
        let others: Vec<String> = others.iter().map(|one| one.display().to_string()).collect();
        Finding::notice(
            "program",
            format!("other programs of this name: {}", others.join(", ")),
            "an older one refuses a newer file; keep one",
        )
    });
    findings
}

/// One line each, with the remedy below.
fn text(findings: &[Finding], look: &Look) -> String {
    let mut text = String::new();
    for finding in findings {
        let word = format!("{:<6}", finding.level.word());
        let word = match finding.level {
            Level::Good => word,
            Level::Notice => look.heading(&word),
            Level::Damage => look.alarm(&word),
        };
        let says = harmless(&finding.says);
        text.push_str(&format!("{word}  {:<12} {says}\n", finding.check));
        if let Some(remedy) = &finding.remedy {
            text.push_str(&format!("{:<20} {}\n", "", harmless(remedy)));
        }
    }
    text
}
