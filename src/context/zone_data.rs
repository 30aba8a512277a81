//! Zone data: the system's, and what is compiled in where the system has none.
//!
//! One zone is looked up by its name alone: walking the whole zone database costs more than all
//! the rest of a command.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::zone::Zone;

/// Where systems keep compiled zone files (RFC 8536).
const FOLDERS: [&str; 3] = [
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo",
];

const LOCAL_TIME: &str = "/etc/localtime";

/// The name under which a system's zone is kept when it does not tell its own.
const NAMELESS: &str = "localtime";

/// Zones by name, each read once.
pub struct ZoneData {
    folder: Option<PathBuf>,
    known: RefCell<HashMap<String, Option<Zone>>>,
}

impl ZoneData {
    /// Zone data, from a folder of the user's first.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            known: RefCell::new(HashMap::new()),
        }
    }

    /// A zone by its IANA name, whatever the case.
    pub fn named(&self, name: &str) -> Option<Zone> {
        if let Some(known) = self.known.borrow().get(name) {
            return known.clone();
        }
        let zone = self.find(name);
        self.known
            .borrow_mut()
            .insert(name.to_owned(), zone.clone());
        zone
    }

    fn find(&self, name: &str) -> Option<Zone> {
        if name == "UTC" {
            return Some(Zone::utc());
        }
        if name == NAMELESS {
            return Zone::from_tzif(NAMELESS, &fs::read(LOCAL_TIME).ok()?);
        }
        if is_zone_name(name) {
            // The compiled-in data knows how names are written; the system's rules are newer.
            let written = Zone::name_written(name).unwrap_or(name);
            return self.read(written).or_else(|| Zone::bundled(name));
        }
        Zone::from_posix(name)
    }

    fn read(&self, name: &str) -> Option<Zone> {
        let folders = self.folder.as_deref().into_iter();
        folders
            .chain(FOLDERS.into_iter().map(Path::new))
            .find_map(|folder| fs::read(folder.join(name)).ok())
            .and_then(|bytes| Zone::from_tzif(name, &bytes))
    }

    /// The zone that a value of `TZ` means (POSIX, "TZ"): a name, a rule, or nothing for UTC.
    pub fn of_tz(&self, text: &str) -> Option<Zone> {
        let text = text.strip_prefix(':').unwrap_or(text);
        if text.is_empty() {
            return Some(Zone::utc());
        }
        if let Some(name) = name_of_file(Path::new(text)) {
            return self.named(&name);
        }
        self.named(text)
    }

    /// The zone of the system: what the local-time link points at, or its content.
    pub fn of_system(&self) -> Zone {
        fs::read_link(LOCAL_TIME)
            .ok()
            .and_then(|target| name_of_file(&target))
            .or_else(|| fs::read_to_string("/etc/timezone").ok())
            .and_then(|name| self.named(name.trim()))
            .or_else(|| self.named(NAMELESS))
            .unwrap_or_else(Zone::utc)
    }
}

/// The names of all zones, for suggestions.
pub fn names() -> Vec<String> {
    Zone::bundled_names()
}

/// The zone that a path into a zone database names.
fn name_of_file(path: &Path) -> Option<String> {
    let path = path.to_str()?;
    let (_, name) = path.split_once("zoneinfo/")?;
    Some(name.to_owned())
}

/// Whether a name could be that of a zone file, and leads nowhere else. Abbreviations and POSIX
/// rules are none.
fn is_zone_name(name: &str) -> bool {
    let plain = |char: char| char.is_ascii_alphanumeric() || "_+-".contains(char);
    name.split('/')
        .all(|part| !part.is_empty() && part.chars().all(plain))
        && name.starts_with(|char: char| char.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_tz() {
        let data = ZoneData::new(None);
        let table = [
            ("Europe/Berlin", Some("Europe/Berlin")),
            (":Europe/Berlin", Some("Europe/Berlin")),
            ("europe/berlin", Some("Europe/Berlin")),
            ("/usr/share/zoneinfo/Europe/Berlin", Some("Europe/Berlin")),
            ("UTC", Some("UTC")),
            ("", Some("UTC")),
            ("<-02>2", Some("<-02>2")),
            (
                "CET-1CEST,M3.5.0,M10.5.0/3",
                Some("CET-1CEST,M3.5.0,M10.5.0/3"),
            ),
            ("Europe/Nowhere", None),
            ("../../etc/passwd", None),
            ("/etc/passwd", None),
        ];
        for (value, name) in table {
            let zone = data.of_tz(value);
            assert_eq!(zone.as_ref().map(Zone::name), name, "{value}");
        }
    }
}
