//! Shows a page in the user's browser.

use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use tempfile::NamedTempFile;

use crate::context::Context;
use crate::failure::{Failure, Kind};

/// How long a program is watched for failing. One that opens nothing ends at once; a browser
/// that was not running yet may stay as long as its window.
const WATCHED: Duration = Duration::from_millis(1_500);

impl Context {
    /// Writes a page where only the user can read it, over the one before, and opens it in the
    /// browser that `BROWSER` names, or in the platform's. Gives the file.
    pub fn open_page(&self, file_name: &str, text: &str) -> anyhow::Result<PathBuf> {
        let path = self.paths.cache_folder()?.join(file_name);
        write_privately(&path, text)
            .with_context(|| format!("could not write the page {}", path.display()))?;
        if programs(&path).into_iter().any(shows) {
            return Ok(path);
        }
        let message = format!("no browser opened the page {}", path.display());
        Err(Failure::new(Kind::Failed, message)
            .hint("open that file yourself, or name a browser in BROWSER")
            .into())
    }
}

/// The folder is made 0700, and the file, 0600, is there as a whole or not at all.
fn write_privately(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// What to try, in this order: a program and its arguments, without a shell between.
fn programs(path: &Path) -> Vec<Command> {
    let browser = env::var("BROWSER").unwrap_or_default();
    let named = browser.split(':').filter_map(|browser| {
        let mut words = browser.split_whitespace();
        let mut command = Command::new(words.next()?);
        let mut placed = false;
        for word in words {
            placed |= word == "%s";
            if word == "%s" {
                command.arg(path);
            } else {
                command.arg(word);
            }
        }
        if !placed {
            command.arg(path);
        }
        Some(command)
    });
    named.chain(open::commands(path)).collect()
}

/// Starts a program; whether it went on, or ended well.
fn shows(mut command: Command) -> bool {
    let started = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = started else {
        return false;
    };
    let begun = Instant::now();
    while begun.elapsed() < WATCHED {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(10)),
            Err(_) => return false,
        }
    }
    true
}
