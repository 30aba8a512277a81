//! The server and its transport, as vdirsyncer has it: items by UID, each side against what it was
//! when they last met; where both changed, the server wins, and a change beats a removal.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::machine::files;

#[derive(Default)]
pub struct Server {
    /// The items by UID.
    pub items: BTreeMap<String, Vec<u8>>,
}

/// What a machine and the server had in common last.
pub type Met = BTreeMap<String, Vec<u8>>;

impl Server {
    /// Carries items to and fro. Of two files with one UID, which vdirsyncer refuses, the first
    /// one is taken.
    pub fn carry(&mut self, folder: &Path, met: &mut Met) {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut local: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (name, bytes) in files(folder) {
            let uid = uid(&bytes);
            names.entry(uid.clone()).or_insert(name);
            local.entry(uid).or_insert(bytes);
        }
        let uids: BTreeSet<String> = local
            .keys()
            .chain(self.items.keys())
            .chain(met.keys())
            .cloned()
            .collect();
        for uid in uids {
            let (here, there, was) = (local.get(&uid), self.items.get(&uid), met.get(&uid));
            let (here_new, there_new) = (here != was, there != was);
            let result = match (here_new, there_new) {
                (false, false) => continue,
                (true, false) => here,
                (false, true) => there,
                (true, true) => there.or(here),
            };
            let result = result.cloned();
            let path = match names.get(&uid) {
                Some(name) => folder.join(name),
                None => folder.join(format!("{}.ics", uid.replace('/', "_"))),
            };
            if let Some(bytes) = &result {
                if here != Some(bytes) {
                    fs::write(path, bytes).expect("a file");
                }
                self.items.insert(uid.clone(), bytes.clone());
                met.insert(uid, bytes.clone());
            } else {
                if here.is_some() {
                    fs::remove_file(path).expect("a file");
                }
                self.items.remove(&uid);
                met.remove(&uid);
            }
        }
    }
}

/// The UID of a task.
pub fn uid(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let line = text.lines().find(|line| line.starts_with("UID:"));
    line.expect("a UID")["UID:".len()..].to_owned()
}
