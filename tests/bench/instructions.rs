//! Instructions of each command, counted: the same on a busy machine as on an idle one.
//!
//! They are compared with those of `instructions.txt`, and more than a tenth above is a failure.
//! What makes them more on purpose moves the baseline: `-- --instructions --bless` writes it.
//! Compilers, C libraries and processors differ by a few in a hundred; another architecture is
//! not compared at all.

use std::collections::BTreeMap;
use std::env::consts::{ARCH, OS};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::files::Files;
use crate::statements::in_path;
use crate::subjects::{NAMES, Subjects};

/// How many promises there are.
pub const SIZE: u32 = 10_000;

/// What takes seconds, and would take minutes to count.
const LEFT_OUT: [&str; 3] = ["import", "export", "report-all"];

/// So many hundredths of the baseline are too much.
const TOO_MUCH: u64 = 110;

/// Counts, and compares or writes the baseline.
pub fn run(bless: bool) -> ExitCode {
    let Some(valgrind) = in_path("valgrind") else {
        println!("valgrind is not installed here: no instructions are counted.");
        return ExitCode::SUCCESS;
    };
    let files = Files::of_size(SIZE);
    let mut subjects = Subjects::new(&files, None);
    let names = NAMES.into_iter().filter(|name| !LEFT_OUT.contains(name));
    let counts: Vec<(&str, u64)> = names
        .map(|name| (name, counted(&valgrind, &subjects.promise(name)())))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/instructions.txt");
    let machine = format!("{ARCH} {OS}");
    if bless {
        let lines = counts
            .iter()
            .map(|(name, count)| format!("{name} {count}\n"));
        let text = format!("{machine}\n{}", lines.collect::<String>());
        fs::write(&path, text).expect("the baseline is written");
        return ExitCode::SUCCESS;
    }
    let text = fs::read_to_string(&path).expect("a baseline");
    let (counted_on, lines) = text.split_once('\n').expect("the machine, then the counts");
    if counted_on != machine {
        println!("The baseline is of {counted_on}: nothing to compare on {machine}.");
        return ExitCode::SUCCESS;
    }
    compare(&counts, &baseline(lines))
}

fn baseline(lines: &str) -> BTreeMap<&str, u64> {
    let known = lines.lines().map(|line| {
        let (name, count) = line.split_once(' ').expect("a name and a count");
        (name, count.parse().expect("a count"))
    });
    known.collect()
}

fn compare(counts: &[(&str, u64)], baseline: &BTreeMap<&str, u64>) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    println!("{:<14}{:>14}{:>14}{:>8}", "command", "baseline", "now", "%");
    for (name, count) in counts {
        let Some(known) = baseline.get(name).copied() else {
            println!("{name:<14}{:>14}{count:>14}  not in the baseline", "-");
            code = ExitCode::FAILURE;
            continue;
        };
        let percent = count * 100 / known;
        let verdict = if percent > TOO_MUCH { "  too much" } else { "" };
        println!("{name:<14}{known:>14}{count:>14}{percent:>8}{verdict}");
        if percent > TOO_MUCH {
            code = ExitCode::FAILURE;
        }
    }
    if code != ExitCode::SUCCESS {
        println!(
            "Where it is meant to be so: cargo bench --bench commands -- --instructions --bless"
        );
    }
    code
}

/// The instructions of one run.
fn counted(valgrind: &Path, command: &Command) -> u64 {
    let said = callgrind(valgrind, command, Path::new("/dev/null"));
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.expect("a count");
    count.trim().parse().expect("a number")
}

/// Runs a command under callgrind, which writes its profile into a file and says how many
/// instructions it was.
pub fn callgrind(valgrind: &Path, command: &Command, profile: &Path) -> String {
    let mut option = OsString::from("--callgrind-out-file=");
    option.push(profile);
    let mut counting = Command::new(valgrind);
    counting
        .env_clear()
        .args(["--tool=callgrind", "--demangle=no"])
        .arg(option)
        .arg(command.get_program())
        .args(command.get_args());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            counting.env(name, value);
        }
    }
    let output = counting.output().expect("valgrind starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
    said
}
