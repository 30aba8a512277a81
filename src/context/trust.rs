//! Whether the config file may name programs that are run without being asked for.

use std::fs;

use crate::context::Context;

impl Context {
    /// Why the programs that the config file names are not to be run: nobody but the user may
    /// have chosen them.
    pub fn distrust(&self) -> Option<String> {
        let path = self.paths.config.as_ref()?;
        let meta = fs::metadata(path).ok()?;
        let reason = reason(&meta)?;
        Some(format!("{} {reason}", path.display()))
    }

    /// Whether hooks run at all: not where a flag forbids it, and not inside of one.
    #[must_use]
    pub fn runs_hooks(&self) -> bool {
        let inside = std::env::var_os(IN_HOOK).is_some_and(|value| !value.is_empty());
        !self.globals.no_hooks && !inside
    }
}

/// Set for hooks, so that what they record runs none.
pub const IN_HOOK: &str = "PROMISE_IN_HOOK";

#[cfg(unix)]
fn reason(meta: &fs::Metadata) -> Option<&'static str> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    const GROUP_AND_OTHERS_WRITE: u32 = 0o022;
    if meta.uid() != rustix::process::geteuid().as_raw() {
        Some("belongs to another user")
    } else if meta.permissions().mode() & GROUP_AND_OTHERS_WRITE != 0 {
        Some("can be written by other users")
    } else {
        None
    }
}

#[cfg(not(unix))]
fn reason(_: &fs::Metadata) -> Option<&'static str> {
    None
}
