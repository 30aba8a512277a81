//! Measuring: every variant once in each round, and the median of each.

use std::process::Command;
use std::time::{Duration, Instant};

/// Prepares one run. What it takes to prepare is not measured.
pub type Prepare<'a> = Box<dyn FnMut() -> Command + 'a>;

/// One thing to be measured.
pub struct Variant<'a> {
    prepare: Prepare<'a>,
    times: Vec<Duration>,
}

impl<'a> Variant<'a> {
    pub fn new(prepare: Prepare<'a>) -> Self {
        Self {
            prepare,
            times: Vec::new(),
        }
    }

    /// The time that half of the runs were faster than.
    pub fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
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
    for variant in &mut *variants {
        variant.run();
    }
    for _ in 0..rounds {
        for variant in &mut *variants {
            let time = variant.run();
            variant.times.push(time);
        }
    }
}
