//! A folder of tasks for the tests of `promise sync`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::Home;

/// A home with two promises and a folder that holds them.
pub fn synced() -> (Home, PathBuf) {
    let mut home = Home::with_config("[sync]\nvdir = \"tasks\"\nto = \"Customers\"\n");
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane",
        "--due",
        "tomorrow 1pm",
        "--tag",
        "x",
    ]);
    home.at("2026-11-23T16:01:00+01:00");
    home.ok(&[
        "add",
        "Signed contract",
        "--from",
        "Beta",
        "--due",
        "friday",
    ]);
    home.run(&["sync"])
        .stdout("Synced 2 promises: 2 files written.\n")
        .stderr("")
        .status(0);
    (home, folder)
}

/// What stands in a folder, by name.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<(String, String)> = entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("a name");
            (name, fs::read_to_string(entry.path()).expect("a file"))
        })
        .collect();
    files.sort();
    files
}

/// Changes the one file that holds a text.
pub fn change(folder: &Path, holds: &str, from: &str, to: &str) {
    let (name, text) = files(folder)
        .into_iter()
        .find(|(_, text)| text.contains(holds))
        .expect("the file");
    assert!(text.contains(from), "{text}");
    let path = folder.join(name);
    fs::write(&path, text.replacen(from, to, 1)).expect("a file");
    // Nothing hangs on the clock of whoever runs this.
    let moment = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_795_447_200);
    let file = fs::File::options().append(true).open(path);
    file.expect("the file")
        .set_modified(moment)
        .expect("a time");
}
