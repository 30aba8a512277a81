//! Shows a page in the user's browser.

use std::env;
use std::fmt::Display;
use std::fs;
use std::io::{self, BufWriter, IntoInnerError, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use tempfile::NamedTempFile;

use crate::context::Context;
use crate::failure::{Failure, Kind};

/// How long a program is watched for failing: one that finds no browser ends at once, and one
/// that is a browser may stay as long as its window.
const WATCHED: Duration = Duration::from_secs(2);

impl Context {
    /// Writes a page where only the user can read it, over the one before, and opens it in the
    /// browser that `BROWSER` names, or in the platform's. Gives the file.
    pub fn open_page(&self, file_name: &str, page: &dyn Display) -> anyhow::Result<PathBuf> {
        let path = self.paths.cache_folder()?.join(file_name);
        write_privately(&path, page)
            .with_context(|| format!("could not write the page {}", path.display()))?;
        let browsers = env::var("BROWSER").unwrap_or_default();
        let mut browsers = browsers.split(':').filter(|browser| !browser.is_empty());
        if browsers.any(|browser| open::with_detached(&path, browser).is_ok()) {
            return Ok(path);
        }
        open::that_detached_with_timeout(&path, WATCHED).map_err(|_| {
            let message = format!("no browser opened the page {}", path.display());
            Failure::new(Kind::Failed, message)
                .hint("open that file yourself, or name the program of a browser in BROWSER")
        })?;
        Ok(path)
    }
}

impl Context {
    /// Takes away a page that was written before: it may hold what is to be forgotten.
    pub fn remove_page(&self, file_name: &str) -> anyhow::Result<()> {
        let Ok(folder) = self.paths.cache_folder() else {
            return Ok(());
        };
        let path = folder.join(file_name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("could not delete {}", path.display()))
            }
            _ => Ok(()),
        }
    }
}

/// The folder is made 0700, and the file, 0600, is there as a whole or not at all.
fn write_privately(path: &Path, page: &dyn Display) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let mut file = BufWriter::new(NamedTempFile::new_in(folder)?);
    write!(file, "{page}")?;
    let file = file.into_inner().map_err(IntoInnerError::into_error)?;
    file.persist(path)?;
    Ok(())
}
