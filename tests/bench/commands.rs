//! Whole commands, from the start of the process to its end, over small and large databases.
//!
//! ```text
//! cargo bench --bench commands
//! cargo bench --bench commands -- --sizes 100,10000 --rounds 21 --only due,keep
//! ```
//!
//! Beside each command stand the `sqlite3` shell doing the same on the same file, which is what
//! SQLite itself takes, and a program that does nothing, which is what a process takes. All of
//! them run in turn in every round, so that whatever else the machine does meets all alike.
//! Read the ratios: the times are of one machine, and of one hour.

#![allow(clippy::expect_used)] // A benchmark that cannot do its work has nobody to report to.

mod data;
mod files;
mod measure;
mod shell;
mod subjects;
mod table;
mod words;

use std::env;
use std::process::ExitCode;

use crate::files::Files;
use crate::measure::Variant;
use crate::subjects::{NAMES, Subjects};
use crate::table::Row;

/// Makes the bench itself the program that does nothing.
const NOTHING: &str = "--do-nothing";

/// Whether 5 % of a size can be open, and the rest closed.
fn fits(size: u32) -> bool {
    size > 0 && size.is_multiple_of(100)
}

/// What was asked for on the command line.
struct Options {
    sizes: Vec<u32>,
    rounds: Option<usize>,
    only: Vec<String>,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            sizes: vec![100, 10_000, 1_000_000],
            rounds: None,
            only: NAMES.map(str::to_owned).to_vec(),
        };
        while let Some(flag) = arguments.next() {
            // Cargo says this to every benchmark.
            if flag == "--bench" {
                continue;
            }
            let value = arguments.next().unwrap_or_default();
            let bad = || format!("{flag} {value}: not understood");
            match flag.as_str() {
                "--sizes" => {
                    options.sizes = value
                        .split(',')
                        .map(|size| size.parse().ok().filter(|size| fits(*size)))
                        .collect::<Option<_>>()
                        .ok_or("--sizes takes multiples of 100, with commas between them")?;
                }
                "--rounds" => {
                    let rounds = value.parse().ok().filter(|rounds| *rounds > 0);
                    options.rounds = Some(rounds.ok_or_else(bad)?);
                }
                "--only" => {
                    options.only = value.split(',').map(str::to_owned).collect();
                    if options.only.iter().any(|name| !NAMES.contains(&&**name)) {
                        return Err(format!("--only takes some of: {}", NAMES.join(", ")));
                    }
                }
                _ => return Err(bad()),
            }
        }
        Ok(options)
    }

    /// Fewer where each takes long, and the largest file has much to settle down from.
    fn rounds(&self, size: u32) -> usize {
        self.rounds
            .unwrap_or(if size < 1_000_000 { 51 } else { 21 })
    }
}

fn main() -> ExitCode {
    if env::args().nth(1).as_deref() == Some(NOTHING) {
        return ExitCode::SUCCESS;
    }
    let options = match Options::read(env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let shell = shell::find();
    let mut rows = Vec::new();
    for size in &options.sizes {
        let rounds = options.rounds(*size);
        eprintln!("{size} promises, {rounds} rounds");
        let files = Files::of_size(*size);
        let mut subjects = Subjects::new(&files, shell.as_deref());
        let mut variants = vec![Variant::new(subjects::nothing())];
        let mut beside = Vec::new();
        for name in &options.only {
            variants.push(Variant::new(subjects.promise(name)));
            let shell = subjects.shell(name);
            beside.push(shell.is_some());
            variants.extend(shell.map(Variant::new));
        }
        measure::run(&mut variants, rounds);
        let mut medians = variants.iter().map(Variant::median);
        let empty = medians.next().unwrap_or_default();
        for (name, beside) in options.only.iter().zip(beside) {
            rows.push(Row {
                size: *size,
                command: name.clone(),
                promise: medians.next().unwrap_or_default(),
                shell: if beside { medians.next() } else { None },
                empty,
            });
        }
    }
    print!("{}", table::text(&rows));
    if shell.is_none() {
        println!("sqlite3 is not installed here, so nothing stands in its column.");
    }
    ExitCode::SUCCESS
}
