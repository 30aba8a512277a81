//! Measuring: every variant once in each round, and the median of each.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::programs;

/// Prepares one run. What it takes to prepare is not measured.
pub type Prepare<'a> = Box<dyn FnMut() -> Command + 'a>;

/// One thing to be measured.
pub struct Variant<'a> {
    prepare: Prepare<'a>,
    /// Whether one run lasts so long that a few are enough.
    long: bool,
    times: Vec<Duration>,
}

/// How often what lasts long is run.
const FEW: usize = 3;

impl<'a> Variant<'a> {
    pub fn new(prepare: Prepare<'a>) -> Self {
        Self {
            prepare,
            long: false,
            times: Vec::new(),
        }
    }

    /// The same, run a few times alone.
    pub fn long(self, long: bool) -> Self {
        Self { long, ..self }
    }

    /// The time that half of the runs were faster than.
    pub fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    }

    /// How many KiB a run of it holds at most.
    pub fn peak(&mut self) -> Option<u64> {
        programs::peak(&(self.prepare)())
    }

    fn run(&mut self) -> Duration {
        let mut command = (self.prepare)();
        let begun = Instant::now();
        let output = command.output().expect("the program starts");
        let time = begun.elapsed();
        // What fails is fast, and would stand in the table as an improvement.
        assert!(output.status.success(), "{command:?}: {output:?}");
        time
    }
}

/// Runs every variant in turn, round by round, after one round that only warms up.
pub fn run(variants: &mut [Variant<'_>], rounds: usize) {
    for round in 0..=rounds {
        for variant in &mut *variants {
            if variant.long && round > FEW.min(rounds) {
                continue;
            }
            let time = variant.run();
            if round > 0 {
                variant.times.push(time);
            }
        }
    }
}
