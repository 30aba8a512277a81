//! Results on stdout, everything else on stderr.

use std::cell::{Cell, RefCell};
use std::env;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};

use serde_json::{Map, Value};

use crate::domain::spelled::spelled_out;
use crate::failure::{Failure, Form, Kind};
use crate::render::harmless::harmless;

/// How much of a long result is gathered before it is written: as much as a pipe holds.
const BLOCK: usize = 64 * 1024;

/// The two streams, and whether anything was saved before something is printed.
#[derive(Debug, Default)]
pub struct Output {
    saved: Cell<bool>,
    writing: Cell<bool>,
    form: Cell<Form>,
    place: RefCell<Option<String>>,
    quiet: bool,
}

impl Output {
    /// The two streams; `quiet` leaves out what is neither a result nor a warning.
    #[must_use]
    pub fn new(quiet: bool) -> Self {
        Self {
            quiet,
            ..Self::default()
        }
    }

    /// The form of what is said on stderr from here on.
    pub fn speak(&self, form: Form) {
        self.form.set(form);
    }

    /// The form of what is said on stderr.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form.get()
    }

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

    /// Writes a long result while it is made.
    pub fn print_as_made(&self, text: &dyn Display) -> Result<(), Failure> {
        let mut stdout = BufWriter::with_capacity(BLOCK, io::stdout().lock());
        self.written(write!(stdout, "{text}").and_then(|()| stdout.flush()))
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
        if !self.quiet {
            self.tell("note", text);
        }
    }

    /// Tells the user what to do.
    pub fn hint(&self, text: &str) {
        if !self.quiet {
            self.tell("hint", text);
        }
    }

    /// Warns the user.
    pub fn warn(&self, text: &str) {
        self.tell("warning", text);
    }

    /// Puts a place in a file before whatever is said while something runs.
    pub fn at<T>(&self, place: &str, run: impl FnOnce() -> T) -> T {
        self.place.replace(Some(place.to_owned()));
        let done = run();
        self.place.replace(None);
        done
    }

    fn tell(&self, word: &str, text: &str) {
        let text = match &*self.place.borrow() {
            Some(place) => &format!("{place}: {text}"),
            None => text,
        };
        let line = match self.form.get() {
            Form::Text => format!("{word}: {}", harmless(text)),
            Form::Json => {
                let said = [(word.to_owned(), Value::from(text))];
                spelled_out(Value::Object(Map::from_iter(said)).to_string())
            }
        };
        // Where stderr is gone too there is nobody to tell.
        let _ = writeln!(io::stderr(), "{line}");
    }

    /// Whether results are shown on a terminal.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        io::stdout().is_terminal()
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
