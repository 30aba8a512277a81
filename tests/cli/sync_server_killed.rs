//! Two homes and a server, with `promise sync` and vdirsyncer killed at the calls that change the
//! disk: once both have synced again, both show what they would show without the kill.
#![cfg(target_os = "linux")]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::caldav::{Machine, Server};
use crate::sync_folder::change;

/// What changes the disk, or leaves the machine.
const CALLS: &str = "write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,\
                     linkat,unlink,unlinkat,sendto,sendmsg";

/// What happens, in its order, as on which machine. Each first brings in what clients of its folder
/// did, before the server's version of a file can take its place.
const DAY: [(usize, Step); 14] = [
    (0, Step::Sync),
    (0, Step::Carry),
    (1, Step::Sync),
    (1, Step::Carry),
    (1, Step::Sync),
    (1, Step::Carry),
    (0, Step::Carry),
    (0, Step::Sync),
    (0, Step::Carry),
    (1, Step::Carry),
    (1, Step::Sync),
    (1, Step::Carry),
    (0, Step::Carry),
    (0, Step::Sync),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Sync,
    Carry,
}

/// Two machines of one person, and what stands between them.
struct World {
    _server: Server,
    machines: [Machine; 2],
    /// Everything that they change.
    folders: Vec<PathBuf>,
}

impl World {
    /// Everything synced once, and then changed on both sides and in both folders.
    fn changed() -> Option<Self> {
        if !is_traceable() {
            eprintln!("skipped: strace is not installed, or may not be used");
            return None;
        }
        let server = Server::start()?;
        let mut machines = [server.home(), server.home()];
        before(&machines);
        for (machine, now) in machines.iter_mut().zip([
            "2026-11-23T17:00:00+01:00",
            // Ten minutes off.
            "2026-11-23T17:10:00+01:00",
        ]) {
            machine.home.at(now);
        }
        changes(&machines);
        let homes = machines
            .iter()
            .map(|machine| machine.home.path().to_owned());
        let folders = std::iter::once(server.kept()).chain(homes).collect();
        Some(Self {
            _server: server,
            machines,
            folders,
        })
    }

    /// A copy of everything as it is now.
    fn keep(&self) -> TempDir {
        let kept = TempDir::new().expect("a folder");
        for (number, folder) in self.folders.iter().enumerate() {
            copied(folder, &kept.path().join(number.to_string()));
        }
        kept
    }

    /// As it was when this was kept.
    fn begin_again(&self, kept: &TempDir) {
        for (number, folder) in self.folders.iter().enumerate() {
            let entries = fs::read_dir(folder).expect("a folder");
            for path in entries.map(|entry| entry.expect("an entry").path()) {
                if path.is_dir() {
                    fs::remove_dir_all(path).expect("gone");
                } else {
                    fs::remove_file(path).expect("gone");
                }
            }
            copied(&kept.path().join(number.to_string()), folder);
        }
    }

    /// Some of the steps.
    fn go_on(&self, steps: Range<usize>) {
        for (place, step) in &DAY[steps] {
            self.take(*place, *step);
        }
    }

    fn take(&self, place: usize, step: Step) {
        match step {
            Step::Sync => {
                self.machines[place].home.ok(sync(place));
            }
            Step::Carry => self.machines[place].carry(),
        }
    }

    /// Kills a step at a call; whether it was reached.
    fn killed(&self, at: usize, call: usize) -> bool {
        let (place, step) = DAY[at];
        let machine = &self.machines[place];
        let command = match step {
            Step::Sync => machine.home.command(sync(place)),
            Step::Carry => machine.command("vdirsyncer", &["sync", "promises"]),
        };
        let mut traced = Command::new("strace");
        traced
            .args(["-f", "-qq", "-o", "/dev/null", "-e"])
            .arg(format!("trace={CALLS}"))
            .arg("-e")
            .arg(format!("inject={CALLS}:signal=SIGKILL:when={call}"))
            .arg(command.get_program())
            .args(command.get_args())
            .env_clear()
            .envs(
                command
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .current_dir(machine.home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let ended = traced.status().expect("strace runs");
        !ended.success()
    }

    /// What both show, which must be the same.
    fn shown(&self, after: &str) -> Vec<Value> {
        let [one, other] = &self.machines;
        let mut shown = one.promises();
        same(&shown, &other.promises(), after);
        for machine in &self.machines {
            assert_eq!(machine.home.json(&["sync"]), json!([]), "{after}");
            machine.home.ok(&["doctor"]);
        }
        // What a machine records by itself has another identity each time.
        for event in shown
            .iter_mut()
            .filter_map(|row| row["events"].as_array_mut())
            .flatten()
        {
            event["uuid"] = Value::Null;
        }
        shown
    }
}

/// As cron says it on one machine, and somebody who is asked on the other.
fn sync(place: usize) -> &'static [&'static str] {
    match place {
        0 => &["sync", "--quiet"],
        _ => &["sync", "--quiet", "--deleted", "void"],
    }
}

/// Compares promises one by one: all of them at once would fill a screen.
#[track_caller]
fn same(one: &[Value], other: &[Value], after: &str) {
    let names = |rows: &[Value]| {
        rows.iter()
            .map(|row| row["what"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(one), names(other), "{after}");
    for (one, other) in one.iter().zip(other) {
        for (key, value) in one.as_object().expect("a promise") {
            assert_eq!(value, &other[key], "{after}: {key} of {}", one["what"]);
        }
    }
}

fn is_traceable() -> bool {
    let works = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    works.is_ok_and(|status| status.success())
}

fn copied(from: &Path, to: &Path) {
    let done = Command::new("cp")
        .args(["-a", "-T"])
        .arg(from)
        .arg(to)
        .status();
    assert!(done.expect("cp runs").success());
}

/// What both know.
fn before(machines: &[Machine; 2]) {
    let [a, b] = machines;
    for (what, person) in [
        ("Send the quote", "Jane"),
        ("Call back", "Bob"),
        ("Fix it", "Ann"),
        ("Water the plants", "Zoe"),
    ] {
        let due = ["--due", "friday 3pm", "--tag", "work", "--remind", "1h"];
        a.home
            .ok(&[&["add", what, "--to", person], &due[..]].concat());
    }
    a.home.ok(&["sync"]);
    a.carry();
    b.carry();
    b.home.ok(&["sync"]);
}

/// Added, ticked, moved and deleted on both sides; one field changed on both.
fn changes(machines: &[Machine; 2]) {
    let [a, b] = machines;
    let id = |machine: &Machine, what: &str| {
        machine.home.json(&["list", "--search", what])[0]["id"].to_string()
    };
    let (call, fix) = (id(a, "Call"), id(a, "Fix"));
    a.home.ok(&[
        "add",
        "Bring the keys",
        "--to",
        "Max",
        "--due",
        "friday",
        "--every",
        "friday",
    ]);
    a.home.ok(&[
        "move",
        &call,
        "--due",
        "2026-12-07 12:00",
        "--because",
        "waiting",
    ]);
    a.home.ok(&["edit", &fix, "Fix the gate"]);
    let task = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:from-the-phone\r\nSUMMARY:Ring @Zoe\r\n\
                DUE:20261125T090000Z\r\nLAST-MODIFIED:20261123T152000Z\r\nDESCRIPTION:soon\r\n\
                END:VTODO\r\nEND:VCALENDAR\r\n";
    fs::write(a.folder.join("from-the-phone.ics"), task).expect("a file");

    b.home.ok(&[
        "add",
        "Measure the door",
        "--to",
        "Ann",
        "--due",
        "2026-11-30",
    ]);
    b.home.ok(&["edit", &id(b, "Fix"), "Fix the door"]);
    change(
        &b.folder,
        "quote",
        "STATUS:NEEDS-ACTION",
        "STATUS:COMPLETED\r\nCOMPLETED:20261123T151500Z",
    );
    change(
        &b.folder,
        "Call back",
        "DUE:20261127T140000Z",
        "DUE:20261203T080000Z",
    );
    let plants = b.one("Water the plants")["uuid"].clone();
    let plants = format!("{}.ics", plants.as_str().expect("a UUID"));
    fs::remove_file(b.folder.join(plants)).expect("a file");
}

/// Kills each of these steps, which are in their order, at some of its calls, and goes on from its
/// beginning.
fn killed_at(steps: &[usize], calls: &dyn Fn(Step) -> Vec<usize>) {
    let Some(world) = World::changed() else {
        return;
    };
    let (mut expected, mut reached) = (None, 0);
    let mut before = world.keep();
    for at in steps {
        world.begin_again(&before);
        world.go_on(reached..*at);
        (before, reached) = (world.keep(), *at);
        let expected = expected.get_or_insert_with(|| {
            world.go_on(*at..DAY.len());
            world.shown("without a kill")
        });
        let mut points = 0;
        for call in calls(DAY[*at].1) {
            world.begin_again(&before);
            let after = format!("step {at}, call {call}");
            let was_reached = world.killed(*at, call);
            world.go_on(*at..DAY.len());
            same(&world.shown(&after), expected, &after);
            if !was_reached {
                break;
            }
            points += 1;
        }
        println!("step {at} ({:?}): killed at {points} calls", DAY[*at]);
    }
}

/// One point, which is the same in every run.
#[test]
fn both_machines_end_the_same() {
    killed_at(&[4], &|_| vec![25]);
}

/// All of them: `cargo test --test cli -- --ignored --nocapture sync_server_killed`; every seventh
/// with `PROMISE_EVERY=7`. Of vdirsyncer, which is not ours, a few.
fn wherever(steps: &[usize]) {
    let every = std::env::var("PROMISE_EVERY").ok();
    let every = every.map_or(1, |every| every.parse().expect("a number"));
    killed_at(steps, &|step| match step {
        Step::Sync => (1..1_000).step_by(every).collect(),
        Step::Carry => (1..1_000).step_by(9).collect(),
    });
}

#[test]
#[ignore = "an hour"]
fn wherever_the_first_is_killed() {
    wherever(&[0, 1]);
}

#[test]
#[ignore = "an hour"]
fn wherever_the_second_is_killed() {
    wherever(&[2, 3, 4, 5]);
}

#[test]
#[ignore = "an hour"]
fn wherever_they_are_killed_again() {
    wherever(&[7, 8, 10]);
}
