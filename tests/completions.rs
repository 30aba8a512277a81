//! The scripts and manual pages in `completions/` are what the program prints.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap_complete::Shell;
use promise::commands::{completions, man};

/// Set to 1, the files are written anew in place of being compared.
const BLESS: &str = "PROMISE_BLESS";

/// Every file that should lie in the folder, by its path there.
fn expected() -> BTreeMap<PathBuf, String> {
    let scripts = [
        (Shell::Bash, "promise.bash"),
        (Shell::Zsh, "_promise"),
        (Shell::Fish, "promise.fish"),
        (Shell::PowerShell, "_promise.ps1"),
    ];
    let scripts = scripts.map(|(shell, name)| (PathBuf::from(name), completions::script(shell)));
    let pages = man::pages().expect("the manual pages");
    let pages = pages
        .into_iter()
        .map(|(name, page)| (Path::new("man").join(name), page));
    scripts.into_iter().chain(pages).collect()
}

/// Every file that lies in the folder.
fn found(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for inner in ["", "man"] {
        let Ok(entries) = fs::read_dir(folder.join(inner)) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let text = fs::read_to_string(&path).expect("a text file");
                let inside = path.strip_prefix(folder).expect("a path inside").to_owned();
                files.insert(inside, text);
            }
        }
    }
    files
}

#[test]
fn generated_files_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    let expected = expected();
    if std::env::var_os(BLESS).is_some_and(|value| value == "1") {
        for path in found(&folder).keys() {
            fs::remove_file(folder.join(path)).expect("an old file goes");
        }
        fs::create_dir_all(folder.join("man")).expect("a folder");
        for (path, text) in &expected {
            fs::write(folder.join(path), text).expect("a new file");
        }
    }
    let found = found(&folder);
    let paths: std::collections::BTreeSet<&PathBuf> = expected.keys().chain(found.keys()).collect();
    let stale: Vec<String> = paths
        .into_iter()
        .filter(|path| expected.get(*path) != found.get(*path))
        .map(|path| format!("completions/{}", path.display()))
        .collect();
    assert!(
        stale.is_empty(),
        "these are not what the program prints now:\n{}\n\
         {BLESS}=1 cargo test --test completions writes them anew",
        stale.join("\n")
    );
}
