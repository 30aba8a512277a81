//! A real cron runs the line that `promise remind --print-cron` prints.
//!
//! It is skipped, and says why, where no cron is installed, and where the user has a crontab:
//! that is not ours to touch. By the clock of the machine it lasts three minutes.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::Home;

/// Where a program is, in `PATH` or where systems keep those of root.
fn find(program: &str) -> Option<PathBuf> {
    let folders = std::env::var("PATH").unwrap_or_default();
    folders
        .split(':')
        .chain(["/usr/sbin", "/sbin"])
        .map(|folder| PathBuf::from(folder).join(program))
        .find(|path| path.exists())
}

/// A crontab, and a cron where none was running; both are gone when this is dropped.
struct Cron {
    crontab: PathBuf,
    daemon: Option<Child>,
}

impl Cron {
    /// Installs a crontab; the reason where that cannot be.
    fn run(text: &str) -> Result<Self, String> {
        let crontab = find("crontab").ok_or("crontab is not installed")?;
        let daemon = find("cron").ok_or("cron is not installed")?;
        let has_one = Command::new(&crontab).arg("-l").output();
        if has_one.map_err(|error| error.to_string())?.status.success() {
            return Err("the user has a crontab".to_owned());
        }
        let mut cron = Self {
            crontab,
            daemon: None,
        };
        let mut child = Command::new(&cron.crontab)
            .arg("-")
            .stdin(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        if let Some(mut stdin) = child.stdin.take() {
            let written = stdin.write_all(text.as_bytes());
            written.map_err(|error| error.to_string())?;
        }
        let installed = child.wait().map_err(|error| error.to_string())?;
        if !installed.success() {
            return Err("crontab takes nothing from this user".to_owned());
        }
        // After the crontab: a cron overlooks one that comes in the second in which it starts.
        if !is_running() {
            let started = Command::new(daemon).arg("-f").stdout(Stdio::null()).spawn();
            let started = started.map_err(|error| format!("cron does not start: {error}"));
            cron.daemon = Some(started?);
            thread::sleep(Duration::from_secs(1));
        }
        if !is_running() {
            return Err("cron does not run for this user".to_owned());
        }
        Ok(cron)
    }
}

impl Drop for Cron {
    fn drop(&mut self) {
        let _ = Command::new(&self.crontab).arg("-r").status();
        if let Some(daemon) = &mut self.daemon {
            let _ = daemon.kill();
            let _ = daemon.wait();
        }
    }
}

/// Whether a cron runs, by the processes that Linux lists.
fn is_running() -> bool {
    let Ok(processes) = fs::read_dir("/proc") else {
        return false;
    };
    processes.filter_map(Result::ok).any(|process| {
        let name = fs::read_to_string(process.path().join("comm"));
        name.is_ok_and(|name| ["cron", "crond"].contains(&name.trim()))
    })
}

#[test]
fn cron_says_it_once() {
    const MINUTE: Duration = Duration::from_secs(60);
    let home = Home::new();
    let said = home.path().join("said");
    let database = home.database().display().to_string();
    let line = home.ok(&["--db", &database, "remind", "--print-cron"]);
    let text = format!(
        "MAILTO=\"\"\n{} >> {} 2>&1\n",
        line.trim_end(),
        said.display()
    );
    let _cron = match Cron::run(&text) {
        Ok(cron) => cron,
        Err(reason) => {
            eprintln!("skipped: {reason}");
            return;
        }
    };
    let add = [
        "add",
        "Call Jane back",
        "--to",
        "Jane",
        "--due",
        "in 10 seconds",
    ];
    // The clock of cron is the machine's.
    let mut command = home.command(&add);
    command.env_remove("PROMISE_NOW");
    assert!(command.output().expect("it runs").status.success());
    let begun = Instant::now();
    let text = || fs::read_to_string(&said).unwrap_or_default();
    while !text().contains("Call Jane back") && begun.elapsed() < MINUTE * 3 {
        thread::sleep(Duration::from_millis(500));
    }
    thread::sleep(MINUTE + Duration::from_secs(10));
    let said = text();
    assert_eq!(said.matches("Call Jane back").count(), 1, "{said}");
    assert!(said.starts_with("Overdue\n  1  "), "{said}");
}
