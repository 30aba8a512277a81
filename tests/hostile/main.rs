//! Damaged database files: whatever is wrong with one, the program says so and ends. It does not
//! panic, hang or take all memory, and does not write to what it only reads.
//!
//! A short version runs with every `cargo test`; all 10,000 files with
//! `cargo test --release --test hostile -- --ignored --nocapture`.
#![cfg(unix)]
// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used)]

mod mutation;
mod program;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use mutation::{Files, mutated};
use program::{Home, originals};

/// Commands that read, and their arguments.
const COMMANDS: [&[&str]; 7] = [
    &["list", "--all"],
    &["show", "1"],
    &["due"],
    &["report"],
    &["doctor"],
    &["export"],
    &["log"],
];

/// What a command may end with.
const STATUSES: [i32; 8] = [0, 1, 2, 3, 4, 5, 6, 10];

/// How often each command ended with each status, and what went wrong.
#[derive(Default)]
struct Tally {
    ended: BTreeMap<(&'static str, i32), u64>,
    wrong: Vec<String>,
    slowest: u128,
}

fn read_all(numbers: &[u64]) -> Tally {
    let originals = originals();
    let next = AtomicUsize::new(0);
    let tally = Mutex::new(Tally::default());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let home = Home::new();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(&number) = numbers.get(at) else {
                        break;
                    };
                    let files = mutated(&originals, number);
                    // Such a file is brought up to date first.
                    let may_write = originals.iter().any(|one| files.is_older_than(one));
                    read(&home, number, (&files, may_write), &tally);
                    if (number + 1).is_multiple_of(1000) {
                        let wrong = tally.lock().expect("the tally").wrong.len();
                        println!("{} files, {wrong} wrong", number + 1);
                    }
                }
            });
        }
    });
    tally.into_inner().expect("the tally")
}

fn read(home: &Home, number: u64, (files, may_write): (&Files, bool), tally: &Mutex<Tally>) {
    home.put(files);
    for arguments in COMMANDS {
        let name = arguments[0];
        let before = home.state();
        let mut ran = home.run(arguments);
        if ran.milliseconds > 2000 {
            // Once more: the machine may have been busy.
            ran = home.run(arguments);
        }
        let mut wrong = Vec::new();
        match ran.status {
            Some(status) if STATUSES.contains(&status) => {}
            status => wrong.push(format!("ended with {status:?}: {}", ran.stderr)),
        }
        if ran.milliseconds > 2000 {
            wrong.push(format!("took {} ms", ran.milliseconds));
        }
        if ran.status != Some(0) && ran.status != Some(10) && !ran.stderr.contains("error: ") {
            // The doctor's findings are its result.
            if name != "doctor" || ran.stdout.is_empty() {
                wrong.push(format!("says no error: {}", ran.stderr));
            }
        }
        if let Some(char) = ran.steers() {
            wrong.push(format!("prints {char:?}"));
        }
        if !may_write && home.state() != before {
            wrong.push("wrote to the database".to_owned());
        }
        let mut tally = tally.lock().expect("the tally");
        *tally
            .ended
            .entry((name, ran.status.unwrap_or(-1)))
            .or_default() += 1;
        tally.slowest = tally.slowest.max(ran.milliseconds);
        let wrong = wrong.into_iter();
        tally
            .wrong
            .extend(wrong.map(|wrong| format!("file {number}, {name}: {wrong}")));
    }
}

fn survives(files: u64) {
    let numbers: Vec<u64> = (0..files).collect();
    let tally = read_all(&numbers);
    for ((name, status), count) in &tally.ended {
        println!("{name:8} {status:4} {count:7}");
    }
    println!(
        "{files} files, slowest {} ms, {} wrong",
        tally.slowest,
        tally.wrong.len()
    );
    let first: Vec<&String> = tally.wrong.iter().take(40).collect();
    assert!(first.is_empty(), "{} wrong: {first:#?}", tally.wrong.len());
    // Most of the damage has to be where it is read.
    let damaged: u64 = tally
        .ended
        .iter()
        .filter(|(key, _)| key.1 == 5)
        .map(|(_, count)| count)
        .sum();
    let fine: u64 = tally
        .ended
        .iter()
        .filter(|(key, _)| key.1 == 0)
        .map(|(_, count)| count)
        .sum();
    assert!(
        damaged > files && fine > files,
        "{damaged} of {files} files refused, {fine} read"
    );
}

#[test]
fn two_hundred_damaged_files() {
    survives(200);
}

/// Pages that lead back to others: reading on from the last promise, or step, never ended.
#[test]
fn files_that_once_hung() {
    let tally = read_all(&[1824, 7008, 7244, 7313, 7324]);
    assert!(tally.wrong.is_empty(), "{:#?}", tally.wrong);
}

#[test]
#[ignore = "takes minutes"]
fn ten_thousand_damaged_files() {
    survives(10_000);
}
