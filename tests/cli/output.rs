//! When the output cannot be written, or nobody reads it.
#![cfg(unix)]

use std::fs::{self, OpenOptions};
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;

use crate::faults::recorded;
use crate::harness::Home;
use crate::usage::shell;

/// Runs a command with a device on stdout that is always full; gives status and stderr.
fn onto_a_full_device(home: &Home, arguments: &[&str]) -> Option<(Option<i32>, String)> {
    let device = Path::new("/dev/full");
    if !device.exists() {
        println!("skipped: there is no /dev/full here");
        return None;
    }
    let device = OpenOptions::new()
        .write(true)
        .open(device)
        .expect("the device");
    let output = home
        .command(arguments)
        .stdin(Stdio::null())
        .stdout(device)
        .output()
        .expect("the program runs");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    Some((output.status.code(), stderr))
}

const SAVED: &str = "error: saved, but the output could not be written: \
                     No space left on device (os error 28)\nhint: do not do it again\n";

const LOST: &str = "error: the output could not be written: \
                    No space left on device (os error 28)\n";

/// What was saved is saved: a script that sees the status must not do it again.
#[test]
fn a_full_device_after_a_write() {
    let table: [&[&str]; 14] = [
        &["add", "x", "--to", "Zoe", "--due", "friday"],
        &["keep", "1"],
        &["edit", "1", "other words"],
        &["note", "1", "y"],
        &["void", "1"],
        &["break", "1", "--cause", "forgot"],
        &["release", "1"],
        &["reschedule", "1", "--due", "next week"],
        &["handoff", "1", "--owner", "Ann"],
        &["undo"],
        &["undo", "--format", "plain"],
        &["people", "add", "Zoe", "--format", "plain"],
        &["import", "/dev/null"],
        &["config", "init"],
    ];
    for command in table {
        let home = recorded();
        let before = home.ok(&["log"]);
        let Some(ended) = onto_a_full_device(&home, command) else {
            return;
        };
        // What undo says that it did is no record, and goes to stderr where records are asked for.
        assert_eq!(ended.0, Some(6), "{command:?}");
        assert!(ended.1.ends_with(SAVED), "{command:?}: {}", ended.1);
        let notes = ended.1.trim_end_matches(SAVED);
        assert!(
            notes.lines().all(|line| line.starts_with("note: ")),
            "{command:?}: {notes}"
        );
        let changed = home.ok(&["log"]) != before;
        let recorded_nothing = matches!(command[0], "import" | "config");
        assert_eq!(changed, !recorded_nothing, "{command:?}");
        assert!(command[0] != "config" || home.config().exists());
    }
}

/// A script that asked for JSON learns of it in JSON.
#[test]
fn a_full_device_in_json() {
    let home = recorded();
    for (command, kind) in [
        (&["keep", "1", "--json"][..], "unprinted"),
        (&["list", "--json"], "failed"),
    ] {
        let Some((_, stderr)) = onto_a_full_device(&home, command) else {
            return;
        };
        let said: serde_json::Value = serde_json::from_str(&stderr).expect("JSON");
        assert_eq!(said["error"]["kind"], kind, "{stderr}");
    }
}

#[test]
fn a_full_device_after_a_read() {
    let home = recorded();
    let table: [&[&str]; 14] = [
        &[],
        &["due"],
        &["list", "--format", "csv"],
        &["show", "1"],
        &["log"],
        &["people"],
        &["date", "friday"],
        &["export"],
        &["config"],
        &["config", "path"],
        &["completions", "bash"],
        &["man"],
        &["--version"],
        &["keep", "--help"],
    ];
    for command in table {
        let Some(ended) = onto_a_full_device(&home, command) else {
            return;
        };
        assert_eq!(ended, (Some(1), LOST.to_owned()), "{command:?}");
    }
}

/// `promise … | head -1` ends quietly, whatever was left to say.
#[test]
fn a_reader_that_has_gone() {
    let home = recorded();
    for number in 0..300 {
        let text = format!("note {number} {}", "x".repeat(500));
        if number % 100 == 0 {
            home.ok(&["note", "1", &text]);
        }
    }
    for command in [
        "show 1",
        "export",
        "list --json",
        "--help",
        "man",
        "completions bash",
    ] {
        let (status, stdout, stderr) = shell(
            &home,
            &format!("{{ \"$PROMISE\" {command}; echo $? > status; }} | head -n 1 | wc -l"),
        );
        assert_eq!(
            (status, stdout.trim(), stderr.as_str()),
            (0, "1", ""),
            "{command}"
        );
        let own = fs::read_to_string(home.path().join("status")).expect("a status");
        assert_eq!(own, "0\n", "{command}");
    }
}

/// The same where nobody reads from the first byte on; what was asked for is still saved.
#[test]
fn a_reader_that_never_was() {
    let home = recorded();
    for command in [&["list"][..], &["note", "1", "still saved"], &["--help"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut child = home
            .command(command)
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stderr = String::new();
        let mut pipe = child.stderr.take().expect("a pipe");
        pipe.read_to_string(&mut stderr).expect("text");
        let status = child.wait().expect("the end").code();
        assert_eq!((status, stderr.as_str()), (Some(0), ""), "{command:?}");
    }
    assert_eq!(
        home.json(&["show", "1"])[0]["notes"][0]["text"],
        "still saved"
    );
}

/// Where the folder cannot be written, what is there can still be read.
#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    let home = recorded();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
    };
    let folder = home.database().with_file_name("");
    // As somebody who is not root, to whom permissions mean something.
    let root = fs::metadata("/proc/self").is_ok_and(|meta| meta.uid() == 0);
    let run = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        if root {
            command.uid(65534).gid(65534);
        }
        command.stdin(Stdio::null()).output()
    };
    let inside = |path: &&Path| path.starts_with(home.path());
    let folders: Vec<&Path> = folder.ancestors().take_while(inside).collect();
    for folder in &folders {
        mode(folder, 0o555);
    }
    mode(&home.database(), 0o444);
    let before = home.bytes();
    let Ok(listed) = run(&["list", "--format", "plain", "--fields", "id,what"]) else {
        for folder in &folders {
            mode(folder, 0o755);
        }
        println!("skipped: the program cannot be run as another user here");
        return;
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let read = (
        listed.status.code(),
        text(&listed.stdout),
        text(&listed.stderr),
    );
    let written = run(&["note", "1", "x"]).expect("it ran before");
    let wrote = (written.status.code(), text(&written.stdout));
    let stderr = text(&written.stderr);
    // So that the folder can be removed.
    for folder in &folders {
        mode(folder, 0o755);
    }
    assert_eq!(
        read,
        (
            Some(0),
            "1\tSend the quote\n2\tCall back\n".to_owned(),
            String::new()
        )
    );
    assert_eq!(wrote, (Some(5), String::new()), "{stderr}");
    let path = home.database().display().to_string();
    assert!(
        stderr.starts_with(&format!("error: could not write the database: {path}")),
        "{stderr}"
    );
    assert!(home.bytes() == before);
}
