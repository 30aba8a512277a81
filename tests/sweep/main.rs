//! Killed, or refused by the system, at every call that changes the disk: what was acknowledged is
//! there, nothing is there by half, nothing is damaged, and the message says what was saved.
//!
//! Random kills are too weak to show it: they passed with journals switched off. Each call of each
//! command is a point of its own here. `cargo test` tries some points of some commands. All of
//! them, with figures:
//!
//! ```text
//! cargo test --release --test sweep -- --ignored --nocapture --test-threads=1
//! ```
//!
//! `TMPDIR=/dev/shm` before it makes it several times faster. `SWEEP=forget,repair` tries these
//! commands alone, and `SWEEP_FEW=3` so many points of each kind of call.
#![cfg(target_os = "linux")]
// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

#[allow(
    dead_code,
    reason = "shared with the end-to-end tests, which use all of it"
)]
#[path = "../cli/harness.rs"]
mod harness;

mod load;
mod points;
mod restore;
mod state;
mod strace;
mod subjects;

use points::{Pace, Swept, sweep};
use strace::Fault;
use subjects::SUBJECTS;

const KILL: &[Fault] = &[Fault::Kill];

/// Each once, and from some call on.
const ERRORS: &[Fault] = &[
    Fault::Once("ENOSPC"),
    Fault::Once("EIO"),
    Fault::Once("EACCES"),
    Fault::FromThenOn("ENOSPC"),
    Fault::FromThenOn("EIO"),
    Fault::FromThenOn("EACCES"),
];

#[test]
fn some_points_of_some_commands() {
    if !strace::works() {
        return;
    }
    let some = ["first run", "add", "keep", "forget", "old file"];
    let subjects = SUBJECTS.iter().filter(|one| some.contains(&one.name));
    let tries: [(&[Fault], usize); 3] = [
        (KILL, 3),
        (&[Fault::Once("ENOSPC")], 2),
        (&[Fault::FromThenOn("EIO")], 2),
    ];
    for subject in subjects {
        for (faults, few) in tries {
            let swept = sweep(subject, faults, Pace::Some(few));
            assert!(swept.tried > 0, "{}", subject.name);
            assert_eq!(swept.failures, [""; 0], "{}", subject.name);
        }
    }
}

#[test]
#[ignore = "some minutes: every point of every command"]
fn killed_at_every_point() {
    everywhere("killed", KILL);
}

#[test]
#[ignore = "some minutes: every point of every command, six times"]
fn refused_at_every_point() {
    everywhere("refused", ERRORS);
}

fn everywhere(word: &str, faults: &[Fault]) {
    if !strace::works() {
        return;
    }
    let wanted = std::env::var("SWEEP").ok();
    let few = std::env::var("SWEEP_FEW").ok();
    let pace = few.map_or(Pace::All, |few| Pace::Some(few.parse().expect("a number")));
    println!("{word}: points survived, of those tried");
    let mut all = Swept::default();
    for subject in SUBJECTS {
        let name = subject.name;
        let chosen = |names: &String| names.split(',').any(|one| one == name);
        if !wanted.as_ref().is_none_or(chosen) {
            continue;
        }
        let swept = sweep(subject, faults, pace);
        let survived = swept.tried - swept.failures.len();
        println!("{name:>24}  {survived} of {}", swept.tried);
        for failure in &swept.failures {
            println!("{failure}");
        }
        all.tried += swept.tried;
        all.failures.extend(swept.failures);
    }
    let survived = all.tried - all.failures.len();
    println!("{:>24}  {survived} of {}", "all", all.tried);
    assert!(all.failures.is_empty(), "{}", all.failures.join("\n"));
}
