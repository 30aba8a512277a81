//! Which functions short commands run, in the order in which the linker is to put them: what most
//! of them run first. Names are those of a build that keeps them:
//!
//! ```text
//! CARGO_PROFILE_BENCH_STRIP=none cargo bench --bench commands -- --order
//! ```
//!
//! What a compiler adds to a name to tell crates and instances apart is left open, so that the
//! order outlives another version of the one or the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::files::Files;
use crate::instructions::{SIZE, callgrind};
use crate::statements::in_path;
use crate::subjects::{NAMES, Subjects};

/// What reads so much that it takes long wherever its functions lie.
const LEFT_OUT: [&str; 7] = [
    "import",
    "export",
    "people",
    "report",
    "report-year",
    "report-all",
    "list-search",
];

/// What callgrind calls an object that it does not know.
const UNKNOWN: &str = "???";

/// Runs each command under callgrind, and writes the order.
pub fn run() -> ExitCode {
    let Some(valgrind) = in_path("valgrind") else {
        println!("valgrind is not installed here: nobody knows what runs.");
        return ExitCode::FAILURE;
    };
    let files = Files::of_size(SIZE);
    let mut subjects = Subjects::new(&files, None);
    let names = NAMES.into_iter().filter(|name| !LEFT_OUT.contains(name));
    // As callgrind names it.
    let program = fs::canonicalize(files.programs().promise()).expect("a program");
    let ran: Vec<BTreeSet<String>> = names
        .map(|name| {
            let profile = files.home().join("profile");
            callgrind(&valgrind, &subjects.promise(name)(), &profile);
            let profile = fs::read(&profile).expect("a profile");
            patterns(&String::from_utf8_lossy(&profile), &program)
        })
        .collect();
    if ran.iter().any(BTreeSet::is_empty) {
        println!("the program has no names: CARGO_PROFILE_BENCH_STRIP=none keeps them");
        return ExitCode::FAILURE;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cargo/first.ld");
    fs::write(path, script(&ran)).expect("the order is written");
    ExitCode::SUCCESS
}

/// The functions of a program that a profile of callgrind counts, as patterns. Names are written
/// out once, and then called by a number (<https://valgrind.org/docs/manual/cl-format.html>). Of
/// what was put first already, and so stands in no `.text`, callgrind does not know whose it is.
fn patterns(profile: &str, program: &Path) -> BTreeSet<String> {
    let mut objects: BTreeMap<&str, PathBuf> = BTreeMap::new();
    let mut functions: BTreeMap<&str, &str> = BTreeMap::new();
    let mut is_ours = false;
    let mut found = BTreeSet::new();
    for line in profile.lines() {
        let Some((key, value)) = line.split_once("=(") else {
            continue;
        };
        let Some((number, name)) = value.split_once(')') else {
            continue;
        };
        let name = name.trim_start();
        match key {
            "ob" | "cob" => {
                if !name.is_empty() {
                    objects.insert(number, PathBuf::from(name));
                }
                if key == "ob" {
                    let object = objects.get(number);
                    is_ours = object.is_some_and(|path| path == program || path == UNKNOWN);
                }
            }
            "fn" | "cfn" => {
                if !name.is_empty() {
                    functions.insert(number, name);
                }
                if key == "fn" && is_ours {
                    found.extend(functions.get(number).and_then(|name| pattern(name)));
                }
            }
            _ => {}
        }
    }
    found
}

/// The sections of a function, whatever tells its crate and its instance apart; none where the name
/// is no name. What is run once stands in a section of `.text.unlikely`.
fn pattern(name: &str) -> Option<String> {
    // A call inside itself is counted apart: "name'2".
    let name = name.split('\'').next().unwrap_or_default();
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || "_.$".contains(letter);
    if name.is_empty() || name.starts_with("0x") || !name.chars().all(is_word) {
        return None;
    }
    if name.starts_with("_ZN") {
        // A hash ends the name, and a number after it where that came from another unit.
        let (path, _) = name.rsplit_once("17h")?;
        return Some(format!(".text*.{path}17h*"));
    }
    // The compilers cut parts off: "name.cold", "name.constprop.0".
    let name = name.split('.').next().unwrap_or_default();
    let mut whole = String::new();
    for (place, part) in name.split("Cs").enumerate() {
        // "Cs", a hash in base 62, an underscore, and the name of the crate.
        match part.split_once('_') {
            Some((_, rest)) if place > 0 && name.starts_with("_R") => {
                whole.push_str(&format!("Cs*_{rest}"));
            }
            _ if place > 0 => whole.push_str(&format!("Cs{part}")),
            _ => whole.push_str(part),
        }
    }
    Some(format!(".text*.{whole} .text*.{whole}.*"))
}

/// A linker script that puts these functions before all others: those of most commands first, then
/// those of each command together.
fn script(ran: &[BTreeSet<String>]) -> String {
    let mut users: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (command, patterns) in ran.iter().enumerate() {
        for pattern in patterns {
            users.entry(pattern).or_default().push(command);
        }
    }
    let mut order: Vec<(&str, Vec<usize>)> = users.into_iter().collect();
    order.sort_by_key(|(pattern, users)| (ran.len() - users.len(), users[0], *pattern));
    let mut text = "/* Written by: cargo bench --bench commands -- --order */\n\
                    SECTIONS {\n    .text.first : {\n"
        .to_owned();
    for (pattern, _) in order {
        text.push_str(&format!("        *({pattern})\n"));
    }
    text.push_str("    }\n} INSERT BEFORE .text;\n");
    text
}
