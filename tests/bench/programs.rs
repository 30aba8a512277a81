//! The programs that stand beside the commands: the bench itself, told to be one of them. So they
//! are of the same profile, linked alike and with the same SQLite as the commands are.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use rusqlite::fallible_iterator::FallibleIterator as _;
use rusqlite::types::ValueRef;
use rusqlite::{Batch, Connection, OpenFlags};

/// Does nothing: what a process takes.
const NOTHING: &str = "--do-nothing";

/// Opens a database and reads `user_version`: the floor under every command.
const FLOOR: &str = "--floor";

/// Runs statements through rusqlite and prints their rows: the floor under one command.
const STATEMENTS: &str = "--statements";

/// Runs a program and prints how many KiB it held at most. A process of its own, as the system
/// keeps only the greatest of all children, and counts what the parent held when it began.
const PEAK: &str = "--peak";

/// Is one of the programs, where the arguments ask for one.
pub fn run(arguments: &[OsString]) -> Option<ExitCode> {
    let word = |place: usize| arguments.get(place).map(OsString::as_os_str);
    let path = || Path::new(word(1).expect("a path"));
    match word(0)?.to_str()? {
        NOTHING => {}
        FLOOR => floor(path()).expect("a database"),
        STATEMENTS => {
            let text = word(2).and_then(|text| text.to_str()).expect("statements");
            statements(path(), text).expect("statements that run");
        }
        PEAK => println!("{}", peak_of_child(&arguments[1..]).unwrap_or_default()),
        _ => return None,
    }
    Some(ExitCode::SUCCESS)
}

fn floor(path: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    println!("{version}");
    Ok(())
}

fn statements(path: &Path, text: &str) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    let mut out = Vec::new();
    let mut batch = Batch::new(&connection, text);
    while let Some(mut statement) = batch.next()? {
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            for place in 0..columns {
                // Writing to memory cannot fail.
                let _ = match row.get_ref(place)? {
                    ValueRef::Null => Ok(()),
                    ValueRef::Integer(number) => write!(out, "{number}"),
                    ValueRef::Real(number) => write!(out, "{number}"),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => out.write_all(bytes),
                };
                out.push(if place + 1 < columns { b'|' } else { b'\n' });
            }
        }
    }
    io::stdout().write_all(&out).expect("stdout");
    Ok(())
}

#[cfg(unix)]
fn peak_of_child(words: &[OsString]) -> Option<u64> {
    use nix::sys::resource::{UsageWho, getrusage};
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null());
    assert!(command.status().ok()?.success(), "{words:?}");
    let held = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?.max_rss();
    // Bytes there, KiB elsewhere.
    let unit = if cfg!(target_os = "macos") { 1024 } else { 1 };
    u64::try_from(held).ok().map(|held| held / unit)
}

#[cfg(not(unix))]
fn peak_of_child(_: &[OsString]) -> Option<u64> {
    None
}

/// The programs that are measured, as an installation leaves them: copied. A linker writes a file
/// here and there, and the system then holds it in small pieces; from these a program starts up to
/// a quarter slower than from a copy, or than from what was read from the disk.
pub struct Installed {
    promise: PathBuf,
    bench: PathBuf,
}

impl Installed {
    /// Copies the programs into a folder.
    pub fn into(folder: &Path) -> Self {
        let copied = |program: &Path, name: &str| {
            let copy = folder.join(name);
            fs::copy(program, &copy).expect("a copy of a program");
            copy
        };
        Self {
            promise: copied(Path::new(env!("CARGO_BIN_EXE_promise")), "promise"),
            bench: copied(&own_path(), "bench"),
        }
    }

    /// The program whose commands are measured.
    pub fn promise(&self) -> &Path {
        &self.promise
    }

    /// The program that does nothing.
    pub fn nothing(&self) -> Command {
        running(&self.bench, &[NOTHING.as_ref()])
    }

    /// The program that opens a database and reads a number.
    pub fn reads_version(&self, path: &Path) -> Command {
        running(&self.bench, &[FLOOR.as_ref(), path.as_os_str()])
    }

    /// The program that runs statements and prints what they give.
    pub fn runs_statements(&self, path: &Path, text: &str) -> Command {
        let words = [STATEMENTS.as_ref(), path.as_os_str(), text.as_ref()];
        running(&self.bench, &words)
    }
}

/// How many KiB a command holds at most; nothing where the system does not tell.
pub fn peak(command: &Command) -> Option<u64> {
    let mut words = vec![PEAK.as_ref(), command.get_program()];
    words.extend(command.get_args());
    let mut wrapper = running(&own_path(), &words);
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            wrapper.env(name, value);
        }
    }
    let output = wrapper.output().expect("the bench starts");
    assert!(output.status.success(), "{command:?}: {output:?}");
    let held = String::from_utf8(output.stdout).expect("a number");
    held.trim().parse().ok().filter(|held| *held > 0)
}

fn own_path() -> PathBuf {
    env::current_exe().expect("the bench's own path")
}

fn running(program: &Path, words: &[&OsStr]) -> Command {
    let mut command = Command::new(program);
    command.env_clear().args(words);
    command
}
