//! What to do about a damaged database: the newest good backup, and the command to restore it.

use std::path::Path;

use crate::context::Context;
use crate::store::backup;
use crate::store::error::{Fault, StoreError};

/// Adds the command to an error that says that the database is damaged or gone.
pub fn named(context: &Context, mut error: anyhow::Error) -> anyhow::Error {
    let Some(fault) = error.downcast_mut::<StoreError>() else {
        return error;
    };
    let helps = matches!(fault.fault, Fault::Damaged(_) | Fault::Emptied { .. });
    let ours = context
        .paths
        .database()
        .is_ok_and(|path| std::path::absolute(path).is_ok_and(|path| path == fault.path));
    if !helps || !ours {
        return error;
    }
    // Each is read whole: a backup that is damaged too is no help.
    if let Some(file) = backup::newest_good(&fault.path) {
        let db = if context.paths.database_flag {
            format!("--db {} ", quoted(&fault.path))
        } else {
            String::new()
        };
        fault.remedy = Some(format!(
            "put the newest good backup in its place: promise {db}restore {}",
            quoted(&file)
        ));
    }
    error
}

/// A path as a shell takes it for one word.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |char: char| char.is_ascii_alphanumeric() || "/._-+:@%".contains(char);
    if text.starts_with('-') {
        return quoted(&Path::new(".").join(path));
    }
    if !text.is_empty() && text.chars().all(plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_for_a_shell() {
        let table = [
            ("/home/jane/promise.db", "/home/jane/promise.db"),
            ("/a b/c.db", "'/a b/c.db'"),
            ("/it's", "'/it'\\''s'"),
            ("/$HOME;x", "'/$HOME;x'"),
            ("-x.db", "./-x.db"),
        ];
        for (path, word) in table {
            assert_eq!(quoted(Path::new(path)), word);
        }
    }
}
