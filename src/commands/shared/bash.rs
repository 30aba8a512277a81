//! Completion for bash: clap's own, except that a word begun with a quote is handed over with it,
//! so that names with spaces complete to something that works.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap_complete::env::{Bash, EnvCompleter};

/// Completes for bash.
pub struct QuotingBash;

/// Where clap's script takes the word as bash has stripped it of its quote.
const STRIPPED: &str = r#"if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        words[COMP_CWORD]="$2""#;

/// The same, unless the word begins with a quote.
const KEPT: &str = r#"if [[ "${BASH_VERSINFO[0]}" -ge 4 && "${words[COMP_CWORD]}" != [\"\']* ]]; then
        words[COMP_CWORD]="$2""#;

impl EnvCompleter for QuotingBash {
    fn name(&self) -> &'static str {
        Bash.name()
    }

    fn is(&self, name: &str) -> bool {
        Bash.is(name)
    }

    fn write_registration(
        &self,
        var: &str,
        name: &str,
        bin: &str,
        completer: &str,
        buf: &mut dyn io::Write,
    ) -> io::Result<()> {
        let mut script = Vec::new();
        Bash.write_registration(var, name, bin, completer, &mut script)?;
        let script = String::from_utf8_lossy(&script).replace(STRIPPED, KEPT);
        buf.write_all(script.as_bytes())
    }

    fn write_complete(
        &self,
        cmd: &mut clap::Command,
        args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn io::Write,
    ) -> io::Result<()> {
        Bash.write_complete(cmd, args, current_dir, buf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_still_there() {
        let mut script = Vec::new();
        QuotingBash
            .write_registration("COMPLETE", "promise", "promise", "promise", &mut script)
            .unwrap();
        assert!(String::from_utf8(script).unwrap().contains(KEPT));
    }
}
