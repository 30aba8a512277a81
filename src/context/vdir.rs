//! A folder of files, one for each task, as vdirsyncer and others share it
//! (<https://vdirsyncer.pimutils.org/en/stable/vdir.html>).
//!
//! Whatever stands there was put there by others: links are not followed, only plain files of a
//! sane size are read, and no name leads out of the folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The most files that are read.
const MOST_FILES: usize = 100_000;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// The longest name that is made of a UID, in bytes, its ending not counted.
const LONGEST_NAME: usize = 100;

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name in the folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// A number that stands for the content.
    pub hash: i64,
    /// When it was written, as the system says; whole seconds.
    pub written_at: DateTime<Utc>,
}

/// What was found in a folder.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The files, by name.
    pub items: Vec<Item>,
    /// What was not read, and why.
    pub skipped: Vec<(String, String)>,
}

/// What became of a file that was to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is as it should be.
    Done,
    /// Somebody else changed it since it was read: it is left for the next time.
    Meanwhile,
}

/// A number that stands for a content: two that differ by accident have different ones.
#[must_use]
pub fn hash_of(bytes: &[u8]) -> i64 {
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, bytes);
    let (high, _) = uuid.as_u64_pair();
    high.cast_signed()
}

/// The name of a new file for a UID: the UID itself where any file system takes it, a hash of it
/// otherwise.
#[must_use]
pub fn name_for(uid: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@".contains(&byte);
    let is_plain = (1..=LONGEST_NAME).contains(&uid.len())
        && uid.bytes().all(plain)
        && uid.starts_with(|first: char| first.is_ascii_alphanumeric());
    if is_plain {
        format!("{uid}.ics")
    } else {
        let hash = Uuid::new_v5(&Uuid::NAMESPACE_OID, uid.as_bytes());
        format!("{hash}.ics")
    }
}

/// Reads the tasks of a folder.
pub fn read(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let Some(name) = name.to_str() else {
            let shown = name.display().to_string();
            listing
                .skipped
                .push((shown, "its name is not UTF-8".to_owned()));
            continue;
        };
        // Names with a dot first, and other endings, are not items of a vdir.
        if !name.starts_with('.') && Path::new(name).extension() == Some("ics".as_ref()) {
            names.push(name.to_owned());
        }
    }
    if names.len() > MOST_FILES {
        let message = format!("it holds more than {MOST_FILES} files");
        return Err(io::Error::other(message));
    }
    names.sort();
    for name in names {
        match read_item(folder, &name) {
            Ok(Ok(item)) => listing.items.push(item),
            Ok(Err(reason)) => listing.skipped.push((name, reason)),
            // Gone since the folder was listed: as if it had gone before.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => listing.skipped.push((name, error.to_string())),
        }
    }
    Ok(listing)
}

fn read_item(folder: &Path, name: &str) -> io::Result<Result<Item, String>> {
    let path = folder.join(name);
    if !fs::symlink_metadata(&path)?.is_file() {
        return Ok(Err("it is no plain file".to_owned()));
    }
    let mut file = open(&path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Ok(Err("it is no plain file".to_owned()));
    }
    let mut bytes = Vec::new();
    (&mut file).take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Ok(Err(format!("it is larger than {LARGEST} bytes")));
    }
    let written_at: DateTime<Utc> = meta.modified()?.into();
    Ok(Ok(Item {
        name: name.to_owned(),
        hash: hash_of(&bytes),
        bytes,
        written_at: DateTime::from_timestamp(written_at.timestamp(), 0).unwrap_or(written_at),
    }))
}

/// Opens a file to read it; never one that a link leads to, nor one that waits for a writer.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Puts a file in place as a whole, unless it is not what was read before; nothing was, where
/// `before` is none. What is half written has a name that no program takes for a task.
pub fn replace(
    folder: &Path,
    name: &str,
    before: Option<i64>,
    bytes: &[u8],
) -> io::Result<Changed> {
    let path = inside(folder, name)?;
    let mut temporary = tempfile::Builder::new();
    temporary.prefix(".promise-").suffix(".tmp");
    let mut file = temporary.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if found(folder, name)? != before {
        return Ok(Changed::Meanwhile);
    }
    match before {
        Some(_) => file.persist(&path),
        None => file.persist_noclobber(&path),
    }
    .map_err(|error| error.error)?;
    Ok(Changed::Done)
}

/// Takes a file away, unless it is not what was read before.
pub fn remove(folder: &Path, name: &str, before: i64) -> io::Result<Changed> {
    match found(folder, name)? {
        None => Ok(Changed::Done),
        Some(hash) if hash == before => {
            fs::remove_file(inside(folder, name)?)?;
            Ok(Changed::Done)
        }
        Some(_) => Ok(Changed::Meanwhile),
    }
}

/// Makes what was renamed in a folder durable, and takes away what a killed program left half
/// written there long ago.
pub fn settle(folder: &Path, now: DateTime<Utc>) -> io::Result<()> {
    const LONG_AGO: i64 = 3600;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_ours = name
            .to_str()
            .and_then(|name| name.strip_prefix(".promise-"))
            .is_some_and(|name| Path::new(name).extension() == Some("tmp".as_ref()));
        if is_ours
            && let Ok(written) = entry.metadata().and_then(|meta| meta.modified())
            && now.timestamp() - DateTime::<Utc>::from(written).timestamp() > LONG_AGO
        {
            let _ = fs::remove_file(entry.path());
        }
    }
    OpenOptions::new().read(true).open(folder)?.sync_all()
}

/// What stands under a name now: its hash, nothing where nothing does.
fn found(folder: &Path, name: &str) -> io::Result<Option<i64>> {
    match read_item(folder, name) {
        Ok(Ok(item)) => Ok(Some(item.hash)),
        Ok(Err(reason)) => Err(io::Error::other(reason)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The path of a name, which leads nowhere but into the folder.
fn inside(folder: &Path, name: &str) -> io::Result<PathBuf> {
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', '\0']) {
        let message = format!("{name:?} is no name of a file there");
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    Ok(folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_else() {
        let uuid = "0192f0c0-0000-7000-8000-000000000001";
        assert_eq!(name_for(uuid), format!("{uuid}.ics"));
        assert_eq!(name_for("a.b@example.org"), "a.b@example.org.ics");
        let long = "x".repeat(101);
        for uid in [
            "",
            "../x",
            "/etc/passwd",
            ".hidden",
            "a/b",
            "a b",
            "ü",
            &long,
        ] {
            let name = name_for(uid);
            assert_eq!(name.len(), uuid.len() + 4, "{uid}: {name}");
        }
        for name in ["../x.ics", "/x", ".x", "a/b.ics", ""] {
            assert!(inside(Path::new("/tmp"), name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_file_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        assert_eq!(
            replace(folder, "a.ics", None, b"one").unwrap(),
            Changed::Done
        );
        let read_before = read(folder).unwrap().items.remove(0);
        fs::write(folder.join("a.ics"), "two").unwrap();
        let done = replace(folder, "a.ics", Some(read_before.hash), b"three").unwrap();
        assert_eq!(done, Changed::Meanwhile);
        assert_eq!(
            remove(folder, "a.ics", read_before.hash).unwrap(),
            Changed::Meanwhile
        );
        assert_eq!(
            replace(folder, "a.ics", None, b"new").unwrap(),
            Changed::Meanwhile
        );
        assert_eq!(fs::read(folder.join("a.ics")).unwrap(), b"two");
        assert_eq!(
            remove(folder, "a.ics", hash_of(b"two")).unwrap(),
            Changed::Done
        );
        assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_giants_are_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let outside = tempfile::NamedTempFile::new().unwrap();
        std::os::unix::fs::symlink(outside.path(), folder.join("link.ics")).unwrap();
        fs::create_dir(folder.join("folder.ics")).unwrap();
        fs::write(folder.join("giant.ics"), vec![b'x'; (1 << 20) + 1]).unwrap();
        fs::write(folder.join(".hidden.ics"), "x").unwrap();
        fs::write(folder.join("half.ics.tmp"), "x").unwrap();
        let listing = read(folder).unwrap();
        assert_eq!(listing.items.len(), 0);
        let skipped: Vec<&str> = listing
            .skipped
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(skipped, ["folder.ics", "giant.ics", "link.ics"]);
        assert!(replace(folder, "link.ics", None, b"x").is_err());
        assert_eq!(fs::read(outside.path()).unwrap(), b"");
    }
}
