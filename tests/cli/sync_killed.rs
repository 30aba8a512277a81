//! `promise sync` killed at every call that changes the disk: the next sync ends what it began.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::Home;
use crate::sync_folder::{change, files, synced};

/// What changes the disk.
const CALLS: &str = "pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,\
                     unlink,unlinkat";

/// Changes on both sides: one ticked, moved and told of there, one corrected here, one new on each
/// side.
fn changed() -> (Home, PathBuf) {
    let (mut home, folder) = synced();
    change(
        &folder,
        "quote",
        "STATUS:NEEDS-ACTION",
        "STATUS:COMPLETED\r\nCOMPLETED:20261123T151500Z",
    );
    change(
        &folder,
        "contract",
        "DUE;VALUE=DATE:20261127",
        "DUE;VALUE=DATE:20261201",
    );
    let task = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:new\r\nSUMMARY:Ring @Zoe\r\n\
                DUE:20261125T090000Z\r\nLAST-MODIFIED:20261123T152000Z\r\nDESCRIPTION:soon\r\n\
                END:VTODO\r\nEND:VCALENDAR\r\n";
    fs::write(folder.join("new.ics"), task).expect("a file");
    home.at("2026-11-23T16:25:00+01:00");
    home.ok(&["edit", "2", "The signed contract"]);
    home.ok(&[
        "add", "Fix it", "--to", "Ann", "--due", "friday", "--every", "friday",
    ]);
    home.at("2026-11-23T16:30:00+01:00");
    (home, folder)
}

/// What both sides hold, without identities.
fn shown(home: &Home, folder: &std::path::Path) -> Value {
    let list = home.json(&["list", "--all", "--sort", "due"]);
    let rows = list.as_array().expect("a list").iter();
    let promises: Vec<Value> = rows
        .map(|row| {
            let shown = &home.json(&["show", &row["id"].to_string()])[0];
            let events = shown["events"].as_array().expect("events").iter();
            let kinds: Vec<&Value> = events.map(|event| &event["kind"]).collect();
            json!([
                row["what"],
                row["state"],
                row["due"],
                row["settled_at"],
                row["to"],
                kinds
            ])
        })
        .collect();
    let mut tasks: Vec<String> = files(folder)
        .into_iter()
        .map(|(_, text)| {
            let lines = text.lines().filter(|line| {
                ["SUMMARY", "DUE", "STATUS", "COMPLETED", "DESCRIPTION"]
                    .iter()
                    .any(|name| line.starts_with(name))
            });
            lines.collect::<Vec<_>>().join("\n")
        })
        .collect();
    tasks.sort();
    json!([promises, tasks])
}

/// Some of the points, which are the same in every run.
#[test]
fn the_next_sync_ends_it() {
    killed_at_every(9);
}

/// All of them: `cargo test --test cli -- --ignored sync_killed`.
#[test]
#[ignore = "some minutes"]
fn the_next_sync_ends_it_wherever() {
    killed_at_every(1);
}

fn killed_at_every(step: usize) {
    let works = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !works.is_ok_and(|status| status.success()) {
        eprintln!("skipped: strace is not installed, or may not be used");
        return;
    }
    let (home, folder) = changed();
    home.ok(&["sync"]);
    let expected = shown(&home, &folder);
    let mut points = 0;
    for point in (1..).step_by(step) {
        let (home, folder) = changed();
        let sync = home.command(&["sync"]);
        let mut traced = Command::new("strace");
        traced
            .args([
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                &format!("trace={CALLS}"),
                "-e",
            ])
            .arg(format!("inject={CALLS}:signal=SIGKILL:when={point}"))
            .arg(sync.get_program())
            .args(sync.get_args())
            .env_clear()
            .envs(
                sync.get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .current_dir(home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let ended = traced.status().expect("strace runs");
        home.ok(&["sync"]);
        assert_eq!(home.json(&["sync"]), json!([]), "after point {point}");
        assert_eq!(shown(&home, &folder), expected, "after point {point}");
        home.ok(&["doctor"]);
        if ended.success() {
            points = point;
            break;
        }
    }
    assert!(points > 10, "{points}");
}
