//! `promise remind --print-cron` and `--print-systemd`: what they print works as it is.

use std::fs;
use std::process::Command;

use crate::harness::Home;

const PROGRAM: &str = env!("CARGO_BIN_EXE_promise");

/// Whether a program is installed; says so where it is not.
fn installed(program: &str) -> bool {
    let folders = std::env::var("PATH").unwrap_or_default();
    let found = folders
        .split(':')
        .chain(["/usr/sbin", "/sbin"])
        .any(|folder| std::path::Path::new(folder).join(program).exists());
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

/// The units that were printed, each with the name of its file.
fn units(text: &str) -> Vec<(String, String)> {
    let parts = text.split("# ~/.config/systemd/user/").skip(1);
    parts
        .map(|part| {
            let (name, unit) = part.split_once('\n').expect("a name");
            (name.to_owned(), unit.to_owned())
        })
        .collect()
}

#[test]
fn a_line_for_crontab() {
    let mut home = Home::new();
    let line = format!("* * * * * {PROGRAM} remind\n");
    home.run(&["remind", "--print-cron"])
        .stdout(&line)
        .stderr("")
        .status(0);
    assert!(home.bytes().is_empty());
    home.write_config("");
    let config = home.config().display().to_string();
    let arguments = [
        "--db",
        "a b%.db",
        "--config",
        &config,
        "remind",
        "--print-cron",
        "--notify",
    ];
    home.run(&arguments).stdout(&format!(
        "* * * * * {PROGRAM} --db '~/a b\\%.db' --config ~/.config/promise/config.toml remind \
         --notify\n"
    ));
    home.set("PROMISE_DB", "/srv/p.db");
    let arguments = [
        "remind",
        "--print-cron",
        "--exec",
        "mail",
        "-s",
        "it's due",
        "me",
    ];
    home.run(&arguments).stdout(&format!(
        "* * * * * {PROGRAM} --db /srv/p.db remind --time-limit=30 --exec mail -s 'it'\\''s due' me\n"
    ));
    home.run(&["remind", "--print-cron", "--exec", "a\nb"])
        .stdout("")
        .stderr("error: a\\nb cannot stand in a schedule\nhint: it is not UTF-8 text on one line\n")
        .status(1);
}

/// The line is what cron would hand to sh, with nothing but HOME in the environment.
#[test]
fn the_line_runs_in_the_environment_of_cron() {
    let mut home = Home::new();
    let database = home.path().join("it's a \"db\" 50%.db");
    home.set("PROMISE_DB", &database.display().to_string());
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "today 17:00"]);
    let line = home.ok(&["remind", "--print-cron"]);
    let line = line.strip_prefix("* * * * * ").expect("five fields");
    let run = |now: &str| {
        let output = Command::new("/bin/sh")
            .args(["-c", line.replace("\\%", "%").trim_end()])
            .env_clear()
            .env("HOME", "/")
            .env("PROMISE_NOW", now)
            .output()
            .expect("sh runs");
        (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let (said, _) = run("2026-11-23T18:00:00+01:00");
    assert!(said.contains("Quote"), "{said}");
    assert_eq!(
        run("2026-11-23T18:01:00+01:00"),
        (String::new(), String::new())
    );
}

#[test]
fn units_for_systemd() {
    let home = Home::new();
    let arguments = ["--db", "a b%$x.db", "remind", "--print-systemd", "--notify"];
    let text = home.ok(&arguments);
    let units = units(&text);
    let names: Vec<&str> = units.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["promise-remind.service", "promise-remind.timer"]);
    let folder = home.path().display();
    let line = format!("ExecStart={PROGRAM} --db \"{folder}/a b%%$$x.db\" remind --notify\n");
    assert!(units[0].1.contains(&line), "{text}");
    if !installed("systemd-analyze") {
        return;
    }
    let mut files = Vec::new();
    for (name, unit) in &units {
        let file = home.path().join(name);
        fs::write(&file, unit).expect("a unit");
        files.push(file);
    }
    let output = Command::new("systemd-analyze")
        .args(["--user", "verify"])
        .args(&files)
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .output()
        .expect("it runs");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    assert!(!stderr.contains("promise-remind"), "{stderr}");
}
