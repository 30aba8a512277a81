//! What a home holds, so that it can be compared: the state before a command, after it, and none
//! between the two.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::harness::Home;

/// Everything recorded, and whether it is sound.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    /// The status of `doctor`.
    pub doctor: Option<i32>,
    /// The status of `export`, and what it wrote, with identities numbered as they come.
    pub export: (Option<i32>, String),
    /// The config file.
    pub config: Option<String>,
}

impl State {
    /// Looks, first without changing anything.
    pub fn of(home: &Home) -> Self {
        let doctor = home.run(&["doctor"]).status;
        let export = home.run(&["export"]);
        Self {
            doctor,
            export: (export.status, numbered(&export.stdout)),
            config: fs::read_to_string(home.config()).ok(),
        }
    }
}

/// Each UUID as the number of its first place: new ones are random.
fn numbered(text: &str) -> String {
    let mut known: Vec<String> = Vec::new();
    let mut out = String::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        if let Some(uuid) = uuid_at_start(rest) {
            let place = known.iter().position(|one| one == uuid);
            let place = place.unwrap_or_else(|| {
                known.push(uuid.to_owned());
                known.len() - 1
            });
            out.push_str(&format!("#{place}"));
            rest = &rest[uuid.len()..];
        } else {
            out.push(char);
            rest = &rest[char.len_utf8()..];
        }
    }
    out
}

fn uuid_at_start(text: &str) -> Option<&str> {
    const DASHES: [usize; 4] = [8, 13, 18, 23];
    let found = text.get(..36)?;
    let fits = found.char_indices().all(|(place, char)| {
        if DASHES.contains(&place) {
            char == '-'
        } else {
            char.is_ascii_hexdigit()
        }
    });
    fits.then_some(found)
}

/// Files in the data folder under names that are not final.
pub fn unnamed(home: &Home) -> Vec<PathBuf> {
    files(home)
        .into_iter()
        .filter(|path| has_no_name(path))
        .collect()
}

/// What is wrong with what lies in the data folder under a final name: nothing, one hopes.
/// Copies of a damaged file may be as damaged as that was.
pub fn half_made(home: &Home, sound: bool) -> Option<String> {
    for path in files(home) {
        let name = path.file_name().expect("a name").to_string_lossy();
        let ending = path.extension().map(|ending| ending.to_string_lossy());
        match ending.as_deref() {
            Some("db-wal" | "db-shm") => {}
            _ if has_no_name(&path) => {}
            // Looked at as a whole.
            Some("db") if path == home.database() => {}
            Some("db") if is_known_sound(&path) => {}
            Some("db") => {
                let sound_files = fingerprint_of(&with_journal(&path), &path);
                let ran = home.run(&["--db", &path.to_string_lossy(), "doctor"]);
                let whole = ran.stdout.contains("database has version")
                    || ran
                        .stdout
                        .contains("integrity    pages, indexes and constraints agree");
                if !whole || (sound && ran.status != Some(0)) {
                    return Some(format!("{name}: {ran:?}"));
                }
                if ran.status == Some(0) {
                    SOUND.lock().expect("the list").insert(sound_files);
                }
            }
            _ => return Some(format!("a stray file: {name}")),
        }
    }
    None
}

/// Copies that the doctor found to be sound, by their fingerprints. Most homes have the same ones.
static SOUND: Mutex<BTreeSet<u64>> = Mutex::new(BTreeSet::new());

fn is_known_sound(path: &Path) -> bool {
    let sound = SOUND.lock().expect("the list");
    sound.contains(&fingerprint_of(&with_journal(path), path))
}

fn with_journal(path: &Path) -> Vec<PathBuf> {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    vec![path.to_owned(), journal.into()]
}

/// A number for everything in a home: names, bytes and permissions. What commands do next depends
/// on nothing else.
pub fn fingerprint(home: &Home) -> u64 {
    let mut found = Vec::new();
    below(home.path(), &mut found);
    found.sort();
    fingerprint_of(&found, home.path())
}

fn fingerprint_of(paths: &[PathBuf], base: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        let Ok(meta) = fs::metadata(path) else {
            continue;
        };
        path.strip_prefix(base).unwrap_or(path).hash(&mut hasher);
        meta.mode().hash(&mut hasher);
        fs::read(path).expect("a file").hash(&mut hasher);
    }
    hasher.finish()
}

/// Whether it is one that is not finished, or what lies beside it.
fn has_no_name(path: &Path) -> bool {
    let name = path.file_name().expect("a name").to_string_lossy();
    name.starts_with('.') && name.contains(".part")
}

/// Every file below the data folder.
pub fn files(home: &Home) -> Vec<PathBuf> {
    let mut found = Vec::new();
    below(&home.database().with_file_name(""), &mut found);
    found.sort();
    found
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            below(&path, found);
        } else {
            found.push(path);
        }
    }
}
