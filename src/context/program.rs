//! Programs that the user has named: an argument vector without a shell, a record on standard
//! input, and a limit to their time.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program to be run.
pub struct Program<'a> {
    /// What is run; it is looked for in `PATH` where it is no path.
    pub name: &'a OsStr,
    /// Its arguments.
    pub arguments: &'a [&'a OsStr],
    /// What it reads on standard input.
    pub input: String,
    /// A variable that its environment has beside ours.
    pub variable: Option<(&'static str, &'static str)>,
    /// Whether what it prints goes to our stderr, as our stdout belongs to a result.
    pub aside: bool,
    /// It and what it started are killed after this.
    pub limit: Duration,
}

/// Why a program did not do its work.
#[derive(Debug)]
pub enum Trouble {
    /// It could not be started.
    Start(io::Error),
    /// It failed, or a signal ended it.
    Status(ExitStatus),
    /// It took longer than this.
    Time(Duration),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(error) => write!(f, "it could not be run: {error}"),
            Self::Status(status) => match status.code() {
                Some(code) => write!(f, "it ended with status {code}"),
                None => write!(f, "a signal ended it"),
            },
            Self::Time(limit) => write!(f, "it took longer than {} s", limit.as_secs()),
        }
    }
}

impl Program<'_> {
    /// Runs it to its end.
    pub fn run(self) -> Result<(), Trouble> {
        let mut command = Command::new(self.name);
        command.args(self.arguments).stdin(Stdio::piped());
        if self.aside {
            command.stdout(io::stderr());
        }
        command.envs(self.variable);
        // A group of its own, so that all that it starts can be ended with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let begun = Instant::now();
        let mut child = command.spawn().map_err(Trouble::Start)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program need not read it: neither a full pipe nor a closed one holds us up.
            thread::spawn(move || stdin.write_all(self.input.as_bytes()));
        }
        let mut pause = Duration::from_millis(1);
        loop {
            match child.try_wait().map_err(Trouble::Start)? {
                Some(status) if status.success() => return Ok(()),
                Some(status) => return Err(Trouble::Status(status)),
                None if begun.elapsed() >= self.limit => {
                    end(&mut child);
                    return Err(Trouble::Time(self.limit));
                }
                None => thread::sleep(pause),
            }
            pause = (pause * 2).min(Duration::from_millis(20));
        }
    }
}

/// Kills a program with its group.
fn end(child: &mut Child) {
    #[cfg(unix)]
    {
        let group = i32::try_from(child.id()).ok();
        let group = group.and_then(rustix::process::Pid::from_raw);
        // One that has just ended by itself is no fault.
        let _ = group
            .map(|group| rustix::process::kill_process_group(group, rustix::process::Signal::KILL));
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(script: &str, input: &str, limit: Duration) -> Result<(), Trouble> {
        let arguments = ["-c", script].map(OsStr::new);
        let program = Program {
            name: OsStr::new("/bin/sh"),
            arguments: &arguments,
            input: input.to_owned(),
            variable: Some(("MARK", "1")),
            aside: true,
            limit,
        };
        program.run()
    }

    #[test]
    fn how_programs_end() {
        let long = Duration::from_secs(60);
        assert!(
            run(
                "test \"$(cat)\" = record && test \"$MARK\" = 1",
                "record",
                long
            )
            .is_ok()
        );
        // More than a pipe holds, and nobody reads it.
        assert!(run("exit 0", &"x".repeat(1 << 20), long).is_ok());
        let table = [
            ("exit 3", long, "it ended with status 3"),
            ("kill -9 $$", long, "a signal ended it"),
            (
                "sleep 60 & sleep 60",
                Duration::ZERO,
                "it took longer than 0 s",
            ),
        ];
        for (script, limit, message) in table {
            let trouble = run(script, "", limit).unwrap_err();
            assert_eq!(trouble.to_string(), message);
        }
    }

    #[test]
    fn what_it_started_ends_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let script = format!(
            "(sleep 2; echo late > {0}) & echo begun > {0}.begun; wait",
            mark.display()
        );
        run(&script, "", Duration::from_millis(700)).unwrap_err();
        assert!(mark.with_extension("begun").exists());
        thread::sleep(Duration::from_millis(2300));
        assert!(!mark.exists());
    }
}
