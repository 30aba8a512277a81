//! What this run of the program is to other runs of it: how long it has lasted, and how it is
//! called with the same files.

use std::env;
use std::ffi::OsString;
use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};

use crate::context::Context;

impl Context {
    /// Whether the locale's characters are those of UTF-8 (POSIX, "Environment Variables").
    #[must_use]
    pub fn writes_utf8(&self) -> bool {
        let set = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(|name| env::var_os(name).filter(|value| !value.is_empty()));
        let locale = set.map_or_else(String::new, |set| set.to_string_lossy().to_lowercase());
        locale.contains("utf-8") || locale.contains("utf8")
    }

    /// A moment so long after this one: what a lease lasts counts from when it is taken, however
    /// long the command has been at work.
    #[must_use]
    pub fn after(&self, span: TimeDelta) -> DateTime<Utc> {
        let spent = TimeDelta::from_std(self.begun.elapsed()).unwrap_or_default();
        let whole = TimeDelta::seconds(spent.num_seconds());
        self.now
            .checked_add_signed(span + whole)
            .unwrap_or(self.now)
    }

    /// The path of this program, for other programs to run it by.
    pub fn program(&self) -> anyhow::Result<OsString> {
        let path = env::current_exe().context("the place of this program is unknown")?;
        Ok(path.into_os_string())
    }

    /// The files that a flag or the environment names, by their flags and as absolute paths: a
    /// program that is run with another environment needs them.
    pub fn named_files(&self) -> anyhow::Result<Vec<(&'static str, OsString)>> {
        let mut files = Vec::new();
        if self.paths.database_moved {
            files.push(("--db", absolute(self.paths.database()?)?));
        }
        if self.paths.config_moved {
            let path = self.paths.config_file()?;
            // One that was named must be there; there need not be any.
            if self.paths.config_named || path.exists() {
                files.push(("--config", absolute(path)?));
            }
        }
        Ok(files)
    }
}

fn absolute(path: &Path) -> anyhow::Result<OsString> {
    let path = std::path::absolute(path)
        .with_context(|| format!("the folder of {} is unknown", path.display()))?;
    Ok(path.into_os_string())
}
