//! Who uses whom: the layers that `src/lib.rs` maps out, read off the source.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod source;

use std::fs;

use source::{Source, first_literal, is_constant, placeholders, root, rust_files, sources};

/// Each top-level module and the ones it may use, itself apart.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("phrase", &["domain"]),
    ("query", &["domain"]),
    ("store", &["phrase", "query", "domain"]),
    ("render", &["phrase", "query", "domain"]),
    ("exchange", &["phrase", "query", "domain"]),
    ("config", &["phrase", "query", "domain"]),
    (
        "failure",
        &[
            "store", "render", "exchange", "config", "phrase", "query", "domain",
        ],
    ),
    (
        "context",
        &[
            "failure", "store", "render", "exchange", "config", "phrase", "query", "domain",
        ],
    ),
    // The scripts and pages that two commands print are made from the root parser.
    (
        "commands",
        &[
            "cli", "context", "failure", "store", "render", "exchange", "config", "phrase",
            "query", "domain",
        ],
    ),
    (
        "cli",
        &[
            "commands", "context", "failure", "config", "phrase", "query", "domain",
        ],
    ),
    ("lib", &[]),
    ("main", &["cli", "failure"]),
];

/// What stands in code only under certain paths; an empty list allows it nowhere.
const ONLY_IN: &[(&str, &[&str])] = &[
    // The environment and the clock are read in one place.
    ("std::env", &["src/context/", "src/main.rs"]),
    // Each on a line of its own, so that none hides in a group.
    ("std::{", &[]),
    ("SystemTime", &["src/context/"]),
    ("Utc::now", &["src/context/"]),
    ("Local::now", &[]),
    ("Zoned::now", &[]),
    ("Timestamp::now", &[]),
    ("Instant::now", &["src/context/"]),
    // What touches the disk, a stream or another program.
    (
        "std::fs",
        &[
            "src/commands/",
            "src/config/file.rs",
            "src/context/",
            "src/store/",
        ],
    ),
    (
        "std::io",
        &[
            "src/commands/",
            "src/config/file.rs",
            "src/context/",
            "src/main.rs",
            "src/store/",
        ],
    ),
    (
        "std::process",
        &[
            "src/commands/config.rs",
            "src/context/program.rs",
            "src/failure.rs",
            "src/main.rs",
        ],
    ),
    ("std::net", &[]),
    ("stdin()", &["src/commands/", "src/context/"]),
    // Everything that is printed goes through one place.
    ("println!", &[]),
    ("print!", &[]),
    ("eprintln!", &[]),
    ("eprint!", &[]),
    ("stdout()", &["src/context/output.rs", "src/context/mod.rs"]),
    // A failure is returned, never raised.
    ("panic!", &[]),
    ("unreachable!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("dbg!", &[]),
    (".unwrap()", &[]),
    (".expect(", &[]),
    ("process::exit", &[]),
    // Each crate serves one layer.
    ("rusqlite", &["src/store/"]),
    (
        "clap::",
        &["src/cli", "src/commands/", "src/failure.rs", "src/main.rs"],
    ),
    ("clap_complete::", &["src/cli", "src/commands/"]),
    ("clap_mangen::", &["src/commands/man.rs"]),
    ("comfy_table::", &["src/render/"]),
    ("jiff::", &["src/domain/zone.rs"]),
    ("toml::", &["src/config/"]),
    ("notify_rust::", &["src/context/desktop.rs"]),
    (
        "rustix::",
        &[
            "src/commands/shared/key.rs",
            "src/context/machine.rs",
            "src/context/program.rs",
            "src/context/trust.rs",
            "src/context/vdir.rs",
            "src/store/create.rs",
        ],
    ),
    ("directories::", &["src/context/paths.rs"]),
    ("open::that", &["src/context/browser.rs"]),
    ("open::with", &["src/context/browser.rs"]),
    ("signal_hook::", &["src/commands/shared/key.rs"]),
    ("crc32fast::", &["src/store/checksum.rs"]),
    ("csv::", &["src/render/", "src/exchange/"]),
    (
        "anyhow::",
        &["src/cli", "src/commands/", "src/context/", "src/failure.rs"],
    ),
];

/// Words that a statement begins with.
const STATEMENTS: &[&str] = &[
    "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "PRAGMA ", "CREATE ", "ALTER ", "DROP ",
];

/// Placeholders in statements that are filled with fixed text, though their names do not show it:
/// the file, and the name.
const FIXED_FRAGMENTS: &[(&str, &str)] = &[
    ("src/store/people.rs", "condition"),
    ("src/store/put.rs", "changed"),
    ("src/store/put.rs", "marks"),
    ("src/store/put.rs", "names"),
    ("src/store/read.rs", "condition"),
    ("src/store/report.rs", "group"),
];

#[test]
fn every_module_uses_only_what_lies_below_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        let own = source.top();
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == own) else {
            wrong.push(format!("{}: the module is in no layer", source.path));
            continue;
        };
        for used in source.uses() {
            if used != own && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: {own} uses {used}", source.path));
            }
        }
        wrong.extend(source.escapes());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_stands_in_certain_places_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (text, places) in ONLY_IN {
            let allowed = places.iter().any(|place| source.path.starts_with(place));
            if !allowed {
                let lines = source.lines_with(text);
                wrong.extend(
                    lines
                        .iter()
                        .map(|line| format!("{}:{line}: {text}", source.path)),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A statement may be put together from constants; a value is always a bound parameter.
#[test]
fn no_value_becomes_part_of_a_statement() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (line, arguments) in source.formats() {
            let Some((literal, rest)) = first_literal(&arguments) else {
                continue;
            };
            let statement = literal.trim_start();
            if !STATEMENTS.iter().any(|word| statement.starts_with(word)) {
                continue;
            }
            let named = placeholders(literal);
            let filled = rest
                .split(',')
                .map(str::trim)
                .filter(|text| !text.is_empty());
            for name in named.iter().map(String::as_str).chain(filled) {
                let known = FIXED_FRAGMENTS.contains(&(source.path.as_str(), name));
                if !known && !is_constant(name) {
                    wrong.push(format!("{}:{line}: {name} in {literal}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_say_what_they_are_for_and_stay_short() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")).chain(rust_files(&root().join("tests"))) {
        let text = fs::read_to_string(&path).expect("a source file");
        let shown = path.strip_prefix(root()).expect("a path inside").display();
        if !text.starts_with("//!") {
            wrong.push(format!("{shown}: does not begin with a doc comment"));
        }
        let lines = text.lines().count();
        if lines > 400 {
            wrong.push(format!("{shown}: {lines} lines are more than 400"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The reader of sources itself: what it must not overlook, and what it must.
#[test]
fn code_is_told_from_text() {
    let text = r##"
use crate::{store::Store, render}; // crate::exchange
/* crate::phrase */ let a = "crate::query"; let b = 'x'; let c = '"';
let d = r#"crate::config "quoted" "#; fn e<'a>(x: &'a str) {}
/// crate::failure
let f = super::super::g;
#[cfg(test)]
mod tests {
    use crate::exchange::X; const A: &str = "}";
}
fn later() { crate::domain::h() }
"##;
    let source = Source::new("src/commands/shared/x.rs".to_owned(), text);
    let uses: Vec<String> = source.uses().into_iter().collect();
    assert_eq!(uses, ["domain", "render", "store"]);
    assert_eq!(source.escapes(), Vec::<String>::new());
    let source = Source::new("src/store/x.rs".to_owned(), text);
    assert_eq!(source.escapes().len(), 1);
    assert_eq!(source.lines_with("later"), [11]);
    assert_eq!(placeholders("SELECT {STEP} {} {{x}} {a:?}"), ["STEP", "a"]);
    assert!(is_constant("rows::ENTRY") && is_constant("$condition") && !is_constant("id"));
}
