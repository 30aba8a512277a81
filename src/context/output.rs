//! Results on stdout, everything else on stderr.

use std::cell::Cell;
use std::env;
use std::io::{self, IsTerminal as _, Write as _};

use crate::failure::{Failure, Kind};
use crate::render::harmless::harmless;

/// The two streams, and whether anything was saved before something is printed.
#[derive(Debug, Default)]
pub struct Output {
    saved: Cell<bool>,
    writing: Cell<bool>,
}

impl Output {
    /// From here on, the command means to save something.
    pub fn mark_writing(&self) {
        self.writing.set(true);
    }

    /// Whether the command means to save something.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.writing.get()
    }

    /// Whether something was saved.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved.get()
    }

    /// From here on, what was asked for is durable: output that fails must not look as if it
    /// were not.
    pub fn mark_saved(&self) {
        self.saved.set(true);
    }

    /// Writes a result.
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        self.written(
            stdout
                .write_all(text.as_bytes())
                .and_then(|()| stdout.flush()),
        )
    }

    /// What it means that a result was written, or was not.
    pub fn written(&self, written: io::Result<()>) -> Result<(), Failure> {
        match written {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                Err(Failure::new(Kind::ReaderGone, ""))
            }
            Err(error) if self.saved.get() => {
                let message = format!("saved, but the output could not be written: {error}");
                Err(Failure::new(Kind::Unprinted, message).hint("do not do it again"))
            }
            Err(error) => {
                let message = format!("the output could not be written: {error}");
                Err(Failure::new(Kind::Failed, message))
            }
        }
    }

    /// Tells the user something that is no result.
    pub fn note(&self, text: &str) {
        tell("note", text);
    }

    /// Tells the user what to do.
    pub fn hint(&self, text: &str) {
        tell("hint", text);
    }

    /// Warns the user.
    pub fn warn(&self, text: &str) {
        tell("warning", text);
    }

    /// The columns of the terminal; `COLUMNS` goes before what the terminal says. None where
    /// stdout is no terminal: what is piped is not wrapped.
    #[must_use]
    pub fn width(&self) -> Option<u16> {
        let columns = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        let terminal = || {
            let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
            Some(width.0)
        };
        if io::stdout().is_terminal() {
            columns.filter(|width| *width > 0).or_else(terminal)
        } else {
            None
        }
    }

    /// Shows how far lasting work has come, on a terminal only.
    #[must_use]
    pub fn progress(&self, noun: &'static str) -> Progress {
        Progress {
            shown: io::stderr().is_terminal(),
            noun,
            count: 0,
            begun: std::time::Instant::now(),
            last: None,
        }
    }
}

fn tell(word: &str, text: &str) {
    // Where stderr is gone too there is nobody to tell.
    let _ = writeln!(io::stderr(), "{word}: {}", harmless(text));
}

/// The progress of lasting work.
pub struct Progress {
    shown: bool,
    noun: &'static str,
    count: u64,
    begun: std::time::Instant,
    last: Option<std::time::Instant>,
}

impl Progress {
    /// Work shorter than this shows nothing.
    const QUIET: std::time::Duration = std::time::Duration::from_secs(1);

    /// One more is done.
    pub fn step(&mut self) {
        self.count += 1;
        // The clock is looked at now and then, as it costs more than most steps.
        if !self.shown || !self.count.is_multiple_of(256) {
            return;
        }
        let since = self.last.unwrap_or(self.begun);
        if since.elapsed() >= Self::QUIET {
            self.last = Some(std::time::Instant::now());
            let _ = write!(io::stderr(), "\r{} {} …", self.count, self.noun);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.last.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
