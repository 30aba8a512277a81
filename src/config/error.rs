//! What is wrong with a config file, and where.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;

/// A mistake in a config file, or a file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1, where the mistake has one.
    pub line: Option<usize>,
    /// The dotted key, where the mistake has one.
    pub key: Option<String>,
    /// What is wrong, the key named in it.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Display for ConfigError {
    /// `FILE:LINE: message`, on one line and without the hint.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:", self.file.display())?;
        if let Some(line) = self.line {
            write!(formatter, "{line}:")?;
        }
        write!(formatter, " {}", self.message)
    }
}

impl Error for ConfigError {}
