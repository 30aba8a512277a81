//! One command, at every point where it can be stopped.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::harness::Home;
use crate::state::{self, State};
use crate::strace::{self, Ended, Fault, Point};
use crate::subjects::{Start, Subject};

/// Which points are tried.
#[derive(Clone, Copy, Debug)]
pub enum Pace {
    /// Every one.
    All,
    /// So many of each kind of call, the last among them.
    Some(usize),
}

/// What became of a command at all its points.
#[derive(Debug, Default)]
pub struct Swept {
    /// How many points were tried.
    pub tried: usize,
    /// Those that it did not survive, and why.
    pub failures: Vec<String>,
}

/// Lets a command meet with faults.
pub fn sweep(subject: &Subject, faults: &[Fault], pace: Pace) -> Swept {
    let words = subject.words();
    let home = subject.home();
    let before = State::of(&subject.home());
    let (ended, counts) = strace::count(&home, &words, subject.input);
    assert_eq!(ended.status, Some(0), "{}: {ended:?}", subject.name);
    let after = State::of(&home);
    assert_eq!(after.doctor, Some(0), "{}", subject.name);
    let mut points = Vec::new();
    for (call, count) in counts {
        let step = match pace {
            Pace::All => 1,
            Pace::Some(few) => count.div_ceil(few),
        };
        let numbers = (1..=count).rev().step_by(step);
        points.extend(numbers.flat_map(|number| {
            faults.iter().map(move |fault| Point {
                call,
                number,
                fault: *fault,
            })
        }));
    }
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let trial = Trial {
        subject,
        words,
        before,
        after,
        looked_at: Mutex::default(),
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(why) = trial.survives(point) {
                        let why = format!("{}: {point}: {why}", subject.name);
                        failures.lock().expect("the list").push(why);
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().expect("the list");
    failures.sort();
    Swept {
        tried: points.len(),
        failures,
    }
}

/// What these write is no promise: a copy, a config file, that something was said and need not be
/// said again.
const RECORDS_NOTHING: [&str; 4] = ["list", "backup", "config", "remind"];

/// What a command says of what it did, and what must then be found.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// All of it is there.
    Saved,
    /// None of it is.
    Nothing,
    /// It did not come to say.
    Unknown,
}

fn said(subject: &Subject, ended: &Ended, point: &Point) -> Result<Said, String> {
    let Point { call, fault, .. } = *point;
    let killed = fault == Fault::Kill && ended.status.is_none();
    let nothing = ended.stderr.contains("nothing was saved");
    let saved = ended.stderr.contains("saved, but");
    match ended.status {
        None if killed && ended.stdout.is_empty() => Ok(Said::Unknown),
        None if killed => Ok(Said::Saved),
        Some(0) => Ok(Said::Saved),
        Some(6) if saved && !nothing => Ok(Said::Saved),
        // Where nothing can be written to standard error either, the status says it.
        Some(6) if call == "write" => Ok(Said::Saved),
        Some(5) if nothing && !saved => Ok(Said::Nothing),
        // Mended, and then the file could not be looked at any more.
        Some(5) if ended.stderr.contains("made again: ") => Ok(Said::Saved),
        Some(5) if ended.stderr.contains("whether it was saved is not known") => Ok(Said::Unknown),
        // It records nothing, and so has nothing to say of it; the doctor, and the config file,
        // show whether it left half of anything.
        Some(1 | 5)
            if RECORDS_NOTHING
                .iter()
                .any(|one| subject.words.starts_with(one)) =>
        {
            Ok(Said::Unknown)
        }
        _ => Err(format!("it does not say what was saved: {ended:?}")),
    }
}

/// A command, and what is known of the homes that it may leave.
struct Trial<'a> {
    subject: &'a Subject,
    words: Vec<String>,
    before: State,
    after: State,
    /// What was found in homes, by their fingerprints: the same files are not looked at twice.
    looked_at: Mutex<HashMap<u64, Arc<Look>>>,
}

/// What a home holds, and what is wrong with it, whatever the command said.
struct Look {
    found: State,
    wrong: Option<String>,
}

impl Trial<'_> {
    fn survives(&self, point: &Point) -> Result<(), String> {
        let Self { before, after, .. } = self;
        let home = self.subject.home();
        let ended = strace::run(&home, &self.words, self.subject.input, point);
        let said = said(self.subject, &ended, point)?;
        // Only a command that was killed, or that could not remove it, leaves what has no name.
        let may_leave = point.fault == Fault::Kill || point.call.starts_with("unlink");
        let left = state::unnamed(&home);
        if !may_leave && !left.is_empty() {
            return Err(format!("left behind: {left:?}"));
        }
        let look = self.look(&home);
        let found = &look.found;
        let expected: &[&State] = match said {
            Said::Saved => &[after],
            Said::Nothing => &[before],
            Said::Unknown => &[before, after],
        };
        if !expected.contains(&found) {
            let what = if [before, after].contains(&found) {
                "the other of the two states"
            } else {
                "half of it"
            };
            return Err(format!("{said:?}, but found {what}: {ended:?} {found:?}"));
        }
        look.wrong.clone().map_or(Ok(()), Err)
    }

    fn look(&self, home: &Home) -> Arc<Look> {
        let fingerprint = state::fingerprint(home);
        let known = |look: &Arc<Look>| Arc::clone(look);
        let looked_at = self.looked_at.lock().expect("the looks");
        if let Some(look) = looked_at.get(&fingerprint).map(known) {
            return look;
        }
        drop(looked_at);
        let found = State::of(home);
        let wrong = self.wrong(home, &found);
        let look = Arc::new(Look { found, wrong });
        let mut looked_at = self.looked_at.lock().expect("the looks");
        looked_at.insert(fingerprint, Arc::clone(&look));
        look
    }

    fn wrong(&self, home: &Home, found: &State) -> Option<String> {
        let half_made = state::half_made(home, self.subject.start != Start::Worn);
        half_made
            .or_else(|| next_command_works(home).err())
            .or_else(|| {
                let forgotten = self.subject.name == "forget" && *found == self.after;
                forgotten.then(|| traces(home).err()).flatten()
            })
    }
}

fn next_command_works(home: &Home) -> Result<(), String> {
    let next = home.run(&["add", "Next", "--to", "Max", "--due", "friday"]);
    if next.status != Some(0) {
        return Err(format!("the next command fails: {next:?}"));
    }
    let doctor = home.run(&["doctor"]);
    let known = doctor.stdout.contains("damage  promises");
    if doctor.status != Some(0) && !known {
        return Err(format!("damaged after the next command: {doctor:?}"));
    }
    Ok(())
}

/// Once somebody is forgotten, no file of the program holds anything of them.
fn traces(home: &Home) -> Result<(), String> {
    let found = |files: Vec<PathBuf>| {
        for path in files {
            let bytes = fs::read(&path).expect("a file");
            for trace in ["Ortiz", "Janey", "the quote"] {
                if bytes.windows(trace.len()).any(|at| at == trace.as_bytes()) {
                    return Err(format!("{trace} is still in {}", path.display()));
                }
            }
        }
        Ok(())
    };
    let database = home.database();
    let own = state::files(home).into_iter();
    found(
        own.filter(|path| path.parent() == database.parent())
            .collect(),
    )?;
    // A backup that was not deleted any more is found by the doctor.
    home.ok(&["doctor", "--repair"]);
    found(state::files(home))
}
