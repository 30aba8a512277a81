//! Where the program's own backups are, and what they are called.
//!
//! When one was made stands in its name, as file times are lost by copying. The automatic ones are
//! numbered too: a clock set back must not make the newest look like the oldest.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::store::backup::temporary::folder_of;

/// The folder for backups, beside the database.
const FOLDER: &str = "backups";

const AUTOMATIC: &str = "auto-";
const REPLACED: &str = "before-restore-";
const DAMAGED: &str = "damaged-";
const REPAIRED: &str = "before-repair";

/// How a moment stands in a name.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// The folder of a database's own backups.
#[must_use]
pub fn folder(database: &Path) -> PathBuf {
    folder_of(database).join(FOLDER)
}

/// A name, and the same numbered from 2: an earlier copy may be the better one.
fn numbered(folder: PathBuf, name: String) -> impl Iterator<Item = PathBuf> {
    let first = folder.join(format!("{name}.db"));
    let more = (2..10_000).map(move |copy| folder.join(format!("{name}-{copy}.db")));
    std::iter::once(first).chain(more)
}

/// Names for a copy that somebody asked for.
pub fn asked_for(folder: &Path, at: DateTime<Utc>) -> impl Iterator<Item = PathBuf> + use<> {
    numbered(folder.to_owned(), format!("promise-{}", at.format(STAMP)))
}

/// Names for the copy made before a file of a version is migrated.
pub fn before_migration(database: &Path, version: i64) -> impl Iterator<Item = PathBuf> + use<> {
    let name = format!("before-version-{}", version + 1);
    numbered(folder(database), name)
}

/// Names for the copy of what is repaired, byte for byte.
pub fn before_repair(database: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    numbered(folder(database), REPAIRED.to_owned())
}

/// The copies of what was repaired.
pub fn before_repairs(database: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    all(database).into_iter().filter(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        name.starts_with(REPAIRED)
    })
}

/// Names for the copy of what a restore replaces.
pub fn before_restore(database: &Path, at: DateTime<Utc>) -> impl Iterator<Item = PathBuf> + use<> {
    let name = format!("{REPLACED}{}", at.format(STAMP));
    numbered(folder(database), name)
}

/// Names for a file that cannot be read, as it was.
pub fn damaged(database: &Path, at: DateTime<Utc>) -> impl Iterator<Item = PathBuf> + use<> {
    let name = format!("{DAMAGED}{}", at.format(STAMP));
    numbered(folder(database), name)
}

/// An automatic backup, as its name tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Automatic {
    /// Counts up, whatever the clock says.
    pub number: u64,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub path: PathBuf,
}

impl Automatic {
    fn of(path: PathBuf) -> Option<Self> {
        let stem = path.file_stem()?.to_str()?;
        let (number, stamp) = stem.strip_prefix(AUTOMATIC)?.split_once('-')?;
        let number = number.parse().ok()?;
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc();
        Some(Self { number, at, path })
    }

    /// The one after these, made at a moment.
    #[must_use]
    pub fn after(existing: &[Self], database: &Path, at: DateTime<Utc>) -> Self {
        let last = existing.iter().map(|backup| backup.number).max();
        let number = last.unwrap_or(0).saturating_add(1);
        let name = format!("{AUTOMATIC}{number:06}-{}.db", at.format(STAMP));
        Self {
            number,
            at,
            path: folder(database).join(name),
        }
    }
}

/// The automatic backups of a database, in the order in which they were made.
#[must_use]
pub fn automatic(database: &Path) -> Vec<Automatic> {
    let mut found: Vec<Automatic> = all(database)
        .into_iter()
        .filter_map(Automatic::of)
        .collect();
    found.sort();
    found
}

/// Whether it is time for another one. A twentieth too soon will do: cron is not exact, and a day
/// has 23 hours when the clocks go forward. One that was made in the future was made by a wrong
/// clock, and says nothing.
#[must_use]
pub fn is_due(existing: &[Automatic], minutes: u32, now: DateTime<Utc>) -> bool {
    let wait = i64::from(minutes) * 60;
    let last = existing.iter().map(|backup| backup.at);
    let last = last.filter(|at| *at <= now).max();
    last.is_none_or(|last| now.timestamp() - last.timestamp() >= wait - wait / 20)
}

/// Removes the oldest automatic backups but so many, and tells which, and which would not go.
#[must_use]
pub fn prune(database: &Path, keep: u32) -> (Vec<PathBuf>, Vec<(PathBuf, io::Error)>) {
    let existing = automatic(database);
    let too_many = existing.len().saturating_sub(keep.max(1) as usize);
    let (mut removed, mut stayed) = (Vec::new(), Vec::new());
    for backup in existing.into_iter().take(too_many) {
        match fs::remove_file(&backup.path) {
            Ok(()) => removed.push(backup.path),
            // Another program was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => stayed.push((backup.path, error)),
        }
    }
    (removed, stayed)
}

/// The backups of a database, in no order.
pub fn all(database: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder(database)) else {
        return Vec::new();
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect()
}

/// What kind of copy a file is, best first, when it is to take the place of its database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A copy of what was in use.
    InUse,
    /// A copy of what somebody replaced.
    Replaced,
    /// What could not be read once.
    Damaged,
}

/// What the name of a copy says: its kind, and when it was made.
pub fn told_by_name(path: &Path) -> (Rank, Option<DateTime<Utc>>) {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let rank = if name.starts_with(REPLACED) {
        Rank::Replaced
    } else if [DAMAGED, REPAIRED]
        .iter()
        .any(|kind| name.starts_with(kind))
    {
        Rank::Damaged
    } else {
        Rank::InUse
    };
    let stamp = name.split('-').find_map(|part| {
        let at = NaiveDateTime::parse_from_str(part, STAMP).ok()?;
        Some(at.and_utc())
    });
    (rank, stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn made(number: u64, moment: &str) -> Automatic {
        Automatic {
            number,
            at: at(moment),
            path: PathBuf::new(),
        }
    }

    #[test]
    fn names_tell_when() {
        let database = Path::new("/data/promise.db");
        let next = Automatic::after(
            &[made(41, "2030-01-01T00:00:00Z")],
            database,
            at("2026-11-23T15:00:00Z"),
        );
        assert_eq!(
            next.path,
            Path::new("/data/backups/auto-000042-20261123T150000Z.db")
        );
        assert_eq!(Automatic::of(next.path.clone()), Some(next));
        let table = [
            ("promise-20261123T150000Z.db", Rank::InUse, true),
            ("promise-20261123T150000Z-2.db", Rank::InUse, true),
            ("before-version-2.db", Rank::InUse, false),
            ("before-restore-20261123T150000Z.db", Rank::Replaced, true),
            ("damaged-20261123T150000Z-3.db", Rank::Damaged, true),
            ("monday.db", Rank::InUse, false),
            ("auto-x-20261123T150000Z.db", Rank::InUse, true),
        ];
        for (name, rank, stamped) in table {
            let found = told_by_name(Path::new(name));
            assert_eq!((found.0, found.1.is_some()), (rank, stamped), "{name}");
            assert_eq!(Automatic::of(PathBuf::from(name)), None, "{name}");
        }
    }

    #[test]
    fn when_it_is_time() {
        let now = at("2026-11-23T15:00:00Z");
        let table: [(&[&str], bool); 7] = [
            (&[], true),
            (&["2026-11-23T15:00:00Z"], false),
            (&["2026-11-22T16:13:00Z"], false),
            (&["2026-11-22T16:11:00Z"], true),
            (&["2026-11-22T15:00:00Z"], true),
            // The clock was ahead once.
            (&["2030-01-01T00:00:00Z"], true),
            (&["2030-01-01T00:00:00Z", "2026-11-23T14:00:00Z"], false),
        ];
        for (moments, due) in table {
            let existing: Vec<Automatic> = (1..).zip(moments).map(|(n, at)| made(n, at)).collect();
            assert_eq!(is_due(&existing, 24 * 60, now), due, "{moments:?}");
        }
    }

    /// A clock set back gives the newest backup the oldest time; it stays all the same.
    #[test]
    fn the_oldest_go_by_number() {
        let data = tempfile::tempdir().unwrap();
        let database = data.path().join("promise.db");
        fs::create_dir(folder(&database)).unwrap();
        let moments = ["2026-11-21", "2026-11-22", "2030-01-01", "1999-01-01"];
        for moment in moments {
            let existing = automatic(&database);
            let moment = at(&format!("{moment}T00:00:00Z"));
            let next = Automatic::after(&existing, &database, moment);
            fs::write(next.path, "").unwrap();
        }
        for name in ["mine.db", "auto-mine.db", "before-version-2.db"] {
            fs::write(folder(&database).join(name), "").unwrap();
        }
        let (removed, stayed) = prune(&database, 2);
        assert_eq!((removed.len(), stayed.len()), (2, 0));
        let left: Vec<u64> = automatic(&database)
            .iter()
            .map(|kept| kept.number)
            .collect();
        assert_eq!(left, [3, 4]);
        assert_eq!(all(&database).len(), 5);
    }
}
