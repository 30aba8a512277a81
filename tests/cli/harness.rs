//! Runs the built program in a home folder of its own, with nothing of the machine's: no
//! environment, a fixed clock, a fixed zone. Both streams and the status are compared exactly.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Monday 23 November 2026, 16:00 in Berlin: the moment at which tests begin.
pub const NOW: &str = "2026-11-23T16:00:00+01:00";

/// A home folder, and the moment and zone that commands run at there.
pub struct Home {
    folder: TempDir,
    now: String,
    variables: Vec<(String, String)>,
}

impl Home {
    /// An empty home folder.
    pub fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a temporary folder"),
            now: NOW.to_owned(),
            variables: vec![("TZ".to_owned(), "Europe/Berlin".to_owned())],
        }
    }

    /// A home folder with a config file.
    pub fn with_config(text: &str) -> Self {
        let home = Self::new();
        home.write_config(text);
        home
    }

    /// Moves the clock.
    pub fn at(&mut self, now: &str) -> &mut Self {
        now.clone_into(&mut self.now);
        self
    }

    /// Sets an environment variable for every later command; an empty value unsets it.
    pub fn set(&mut self, name: &str, value: &str) -> &mut Self {
        self.variables.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.variables.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.path().join(".local/share/promise/promise.db")
    }

    /// The config file.
    pub fn config(&self) -> PathBuf {
        self.path().join(".config/promise/config.toml")
    }

    /// Writes the config file.
    pub fn write_config(&self, text: &str) {
        let path = self.config();
        fs::create_dir_all(path.parent().expect("a folder")).expect("a config folder");
        fs::write(path, text).expect("a config file");
    }

    /// A command in this home that has not been started.
    pub fn command<A: AsRef<std::ffi::OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_promise"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.path())
            .env("PROMISE_NOW", &self.now)
            .envs(self.variables.iter().cloned())
            .current_dir(self.path());
        command
    }

    /// Starts a command that nobody has typed anything for; what it prints is kept for whoever
    /// waits for its end.
    pub fn start<A: AsRef<std::ffi::OsStr>>(&self, arguments: &[A]) -> Child {
        self.command(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    }

    /// Runs a command without input.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Runs a command with text on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A program that does not read its input may end before all of it is written.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        Ran {
            home: self.path().display().to_string(),
            arguments: arguments.iter().map(ToString::to_string).collect(),
            status: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Runs a command that must succeed, and gives what it printed.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.status, Some(0), "{ran:?}");
        ran.stdout
    }

    /// Runs a command with `--json` that must succeed, and gives what it printed.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        let text = self.ok(&arguments);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Every byte of the database, its journals included.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let folder = self.database();
        let Ok(entries) = fs::read_dir(folder.parent().expect("a folder")) else {
            return Vec::new();
        };
        let mut files: Vec<(PathBuf, Vec<u8>)> = entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
            .map(|path| (path.clone(), fs::read(path).expect("a file")))
            .filter(|(_, bytes)| !bytes.is_empty())
            .collect();
        files.sort();
        files
    }
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    home: String,
    /// What was typed after the program's name.
    pub arguments: Vec<String>,
    /// The exit status; none where a signal ended it.
    pub status: Option<i32>,
    /// Everything on standard output.
    pub stdout: String,
    /// Everything on standard error.
    pub stderr: String,
}

impl Ran {
    /// Compares standard output, with the home folder written as `~`.
    #[track_caller]
    pub fn stdout(&self, expected: &str) -> &Self {
        let found = self.stdout.replace(&self.home, "~");
        assert_eq!(found, expected, "stdout of {:?}", self.arguments);
        self
    }

    /// Compares standard error, with the home folder written as `~`. Where JSON was asked for it
    /// must be JSON, and is compared as the text that it would have been.
    #[track_caller]
    pub fn stderr(&self, expected: &str) -> &Self {
        let found = self.said().replace(&self.home, "~");
        assert_eq!(found, expected, "stderr of {:?}", self.arguments);
        self
    }

    /// Standard error in words, whatever its form.
    #[track_caller]
    pub fn said(&self) -> String {
        let json = |word: &String| ["--json", "--format=json", "--format=jsonl"].contains(&&**word);
        if !self.arguments.iter().any(json) {
            return self.stderr.clone();
        }
        let lines = self.stderr.lines().map(|line| {
            let said: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{self:?}"));
            let said = said.as_object().expect("an object");
            let (word, text) = said.iter().next().expect("a key");
            let Some(text) = text.as_str() else {
                let message = text["message"].as_str().expect("a message");
                let hints = text["hint"].as_str().unwrap_or_default();
                let hints = hints.lines().map(|hint| format!("hint: {hint}\n"));
                return format!("{word}: {message}\n{}", hints.collect::<String>());
            };
            format!("{word}: {text}\n")
        });
        lines.collect()
    }

    /// Compares the exit status.
    #[track_caller]
    pub fn status(&self, expected: i32) -> &Self {
        assert_eq!(
            self.status,
            Some(expected),
            "status of {:?}: {}",
            self.arguments,
            self.stderr
        );
        self
    }
}
