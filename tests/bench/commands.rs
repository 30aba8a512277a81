//! Whole commands, from the start of the process to its end, over small and large databases.
//!
//! ```text
//! cargo bench --bench commands
//! cargo bench --bench commands -- --sizes 100,10000 --rounds 21 --only due,keep
//! ```
//!
//! Beside each command stand a program of the same build that opens the same file and reads one
//! number (the floor), one that runs the same statements through rusqlite, the `sqlite3` shell
//! doing so, and a program that does nothing. All of them run in turn in every round, so that
//! whatever else the machine does meets all alike. Read the ratios: the times are of one machine,
//! and of one hour. Of what lasts long a few rounds are enough.
//!
//! `--instructions` counts instructions instead, and compares them with what they were.
//! `--peers` measures other programs of this kind instead, those that are installed. `--order`
//! finds out which functions the linker is to put first.

#![allow(clippy::expect_used)] // A benchmark that cannot do its work has nobody to report to.

mod data;
mod files;
mod instructions;
mod measure;
mod order;
mod peers;
mod programs;
mod statements;
mod subjects;
mod table;
mod words;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use crate::files::Files;
use crate::measure::Variant;
use crate::subjects::{LONG, NAMES, Subjects};
use crate::table::Row;

/// Whether 5 % of a size can be open, and the rest closed.
fn fits(size: u32) -> bool {
    size > 0 && size.is_multiple_of(100)
}

/// What was asked for on the command line.
struct Options {
    sizes: Vec<u32>,
    rounds: Option<usize>,
    only: Vec<String>,
    work: Work,
    bless: bool,
}

/// What is to be found out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Times,
    Peers,
    Instructions,
    Order,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            sizes: vec![100, 10_000, 1_000_000],
            rounds: None,
            only: NAMES.map(str::to_owned).to_vec(),
            work: Work::Times,
            bless: false,
        };
        while let Some(flag) = arguments.next() {
            // Cargo says this to every benchmark.
            if flag == "--bench" {
                continue;
            }
            let work = match flag.as_str() {
                "--peers" => Some(Work::Peers),
                "--instructions" => Some(Work::Instructions),
                "--order" => Some(Work::Order),
                _ => None,
            };
            if let Some(work) = work {
                options.work = work;
                continue;
            }
            if flag == "--bless" {
                options.bless = true;
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
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    if let Some(code) = programs::run(&arguments) {
        return code;
    }
    let options = match Options::read(env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    match options.work {
        Work::Instructions => return instructions::run(options.bless),
        Work::Order => return order::run(),
        Work::Times | Work::Peers => {}
    }
    let peers_alone = options.work == Work::Peers;
    let shell = statements::shell();
    let mut rows = Vec::new();
    let mut peers = Vec::new();
    for size in &options.sizes {
        let rounds = options.rounds(*size);
        eprintln!("{size} promises, {rounds} rounds");
        let files = Files::of_size(*size);
        let mut subjects = Subjects::new(&files, shell.as_deref());
        if peers_alone {
            peers.extend(peers::measured(&files, &mut subjects, rounds));
        } else {
            rows.extend(measured(&options.only, &mut subjects, *size, rounds));
        }
    }
    if peers_alone {
        print!("{}", table::peers(&peers));
    } else {
        print!("{}", table::text(&rows));
    }
    if shell.is_none() {
        println!("sqlite3 is not installed here, so nothing stands in its column.");
    }
    ExitCode::SUCCESS
}

/// Measures commands over one database, and what stands beside them.
fn measured(names: &[String], subjects: &mut Subjects<'_>, size: u32, rounds: usize) -> Vec<Row> {
    let mut variants = vec![
        Variant::new(subjects.nothing()),
        Variant::new(subjects.floor()),
    ];
    let mut beside = Vec::new();
    for name in names {
        let long = LONG.contains(&&**name);
        let [rusqlite, shell] = [subjects.rusqlite(name), subjects.shell(name)];
        beside.push([rusqlite.is_some(), shell.is_some()]);
        let all = [Some(subjects.promise(name)), rusqlite, shell];
        let all = all.into_iter().flatten();
        variants.extend(all.map(|prepare| Variant::new(prepare).long(long)));
    }
    measure::run(&mut variants, rounds);
    let mut variants = variants.iter_mut();
    let mut next = || variants.next().expect("as many as were made");
    let [empty, floor] = [next().median(), next().median()];
    let mut rows = Vec::new();
    for (name, [rusqlite, shell]) in names.iter().zip(beside) {
        let promise = next();
        rows.push(Row {
            size,
            command: name.clone(),
            promise: promise.median(),
            peak: promise.peak(),
            rusqlite: rusqlite.then(|| next().median()),
            shell: shell.then(|| next().median()),
            floor,
            empty,
        });
    }
    rows
}
