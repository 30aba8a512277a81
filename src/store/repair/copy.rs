//! The copy of a file as it was before it was mended, byte for byte.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::store::create::{private_file, private_folder};
use crate::store::presence::beside;

/// A name under which a copy is made until it is whole.
fn unfinished(folder: &Path) -> PathBuf {
    folder.join(format!(".promise-{}.part", Uuid::new_v4().simple()))
}

/// Copies a file that may be damaged, and its journal, byte for byte. The names are given when all
/// of it is durable, the file's last: without it the journal means nothing.
pub fn copy_as_it_is(path: &Path, target: &Path) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    private_folder(folder)?;
    let mut made = Vec::new();
    let copied = copy_parts(path, target, folder, &mut made);
    if copied.is_err() {
        for (temporary, _) in &made {
            // What is left has no meaning; the error that made it so is reported.
            let _ = fs::remove_file(temporary);
        }
    }
    copied
}

fn copy_parts(
    path: &Path,
    target: &Path,
    folder: &Path,
    made: &mut Vec<(PathBuf, PathBuf)>,
) -> io::Result<()> {
    for ending in ["-wal", ""] {
        let source = beside(path, ending);
        if fs::metadata(&source).is_ok_and(|meta| meta.len() > 0) {
            let temporary = unfinished(folder);
            let mut copy = private_file(&temporary)?;
            made.push((temporary, beside(target, ending)));
            io::copy(&mut File::open(source)?, &mut copy)?;
            copy.sync_all()?;
        }
    }
    for (temporary, name) in made {
        fs::rename(temporary, name)?;
    }
    File::open(folder)?.sync_all()
}
