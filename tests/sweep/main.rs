//! Killed, or refused by the system, at every call that changes the disk: what was acknowledged is
//! there, nothing is there by half, nothing is damaged, and the message says what was saved.
//!
//! Random kills are too weak to show it: they passed with journals switched off. Each call of each
//! command is a point of its own here. `cargo test` tries some points of some commands. All of
//! them, with figures:
//!
//! ```text
//! cargo test --test sweep -- --ignored --nocapture --test-threads=1
//! ```
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
mod state;
mod strace;
mod subjects;

use points::{Pace, sweep};
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
    for subject in subjects {
        sweep(subject, KILL, Pace::Some(3));
        sweep(subject, &[Fault::Once("ENOSPC")], Pace::Some(2));
        sweep(subject, &[Fault::FromThenOn("EIO")], Pace::Some(2));
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
    println!("{word}: points tried, and survived");
    let mut tried = 0;
    for subject in SUBJECTS {
        match sweep(subject, faults, Pace::All) {
            None => println!("{:>24}  skipped: not a command of this program", subject.name),
            Some(points) => {
                println!("{:>24}  {points} of {points}", subject.name);
                tried += points;
            }
        }
    }
    println!("{:>24}  {tried} of {tried}", "all");
}
