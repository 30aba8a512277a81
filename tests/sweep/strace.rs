//! Runs the program under strace(1), which kills it at a system call, or lets that call fail.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::harness::Home;

/// The calls that change a disk or print; those that a machine does not have are left out.
pub const CALLS: &[&str] = &[
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "mkdir",
    "mkdirat",
    "chmod",
    "fchmod",
    "fchmodat",
    "copy_file_range",
    "sendfile",
];

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The program is killed as it makes the call.
    Kill,
    /// The call fails with this error.
    Once(&'static str),
    /// The call fails with this error, and all of its kind after it.
    FromThenOn(&'static str),
}

/// A call of a kind, by its number, and what becomes of it.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// The name of the call.
    pub call: &'static str,
    /// Which of its kind, from 1.
    pub number: usize,
    /// What becomes of it.
    pub fault: Fault,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            call,
            number,
            fault,
        } = self;
        write!(f, "{fault:?} at {call} {number}")
    }
}

impl Point {
    fn injection(&self) -> String {
        let Self { call, number, .. } = self;
        match self.fault {
            Fault::Kill => format!("inject=?{call}:signal=SIGKILL:when={number}"),
            Fault::Once(error) => format!("inject=?{call}:error={error}:when={number}"),
            Fault::FromThenOn(error) => format!("inject=?{call}:error={error}:when={number}+"),
        }
    }
}

/// What a command printed, and how it ended: none where it was killed.
#[derive(Debug)]
pub struct Ended {
    /// The exit status.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Whether commands can be traced at all here; says so where they cannot.
pub fn works() -> bool {
    let found = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    let works = found.is_ok_and(|status| status.success());
    if !works {
        println!("skipped: strace is not installed, or may not trace here");
    }
    works
}

/// Runs a command that meets with a fault.
pub fn run(home: &Home, words: &[String], input: &str, point: &Point) -> Ended {
    traced(
        home,
        words,
        input,
        &[
            "-o",
            "/dev/null",
            "-e",
            &format!("trace=?{}", point.call),
            "-e",
            &point.injection(),
        ],
    )
}

/// Runs a command to its end, and counts its calls.
pub fn count(home: &Home, words: &[String], input: &str) -> (Ended, BTreeMap<&'static str, usize>) {
    let log = home.path().join("calls");
    let asked: Vec<String> = CALLS.iter().map(|call| format!("?{call}")).collect();
    let trace = format!("trace={}", asked.join(","));
    let ended = traced(
        home,
        words,
        input,
        &["-o", &log.to_string_lossy(), "-e", &trace],
    );
    let text = std::fs::read_to_string(&log).expect("what strace logged");
    std::fs::remove_file(log).expect("the log is removed");
    let mut counts = BTreeMap::new();
    for line in text.lines() {
        let call = line.trim_start_matches(|char: char| char.is_ascii_digit() || char == ' ');
        let name = call.split('(').next().expect("a name");
        if let Some(call) = CALLS.iter().find(|known| **known == name) {
            *counts.entry(*call).or_insert(0) += 1;
        }
    }
    (ended, counts)
}

fn traced(home: &Home, words: &[String], input: &str, flags: &[&str]) -> Ended {
    let template = home.command::<&str>(&[]);
    let mut command = Command::new("strace");
    command
        // Only what is traced stops; all else runs as fast as ever.
        .args(["-qq", "-f", "--seccomp-bpf"])
        .args(flags)
        .arg(env!("CARGO_BIN_EXE_promise"))
        .args(words)
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .current_dir(home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for (name, value) in template.get_envs() {
        command.env(name, value.expect("a value"));
    }
    let mut child = command.spawn().expect("strace starts");
    // A program that is killed does not read all of it.
    let _ = child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(input.as_bytes());
    let output = child.wait_with_output().expect("strace ends");
    Ended {
        status: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
