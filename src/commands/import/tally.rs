//! What an import came to, and how that is said.

use std::collections::BTreeMap;

use crate::context::Context;
use crate::exchange::row::LeftOut;
use crate::render::amounts::plural;

/// The most bad or differing records that are named one by one.
const SHOWN: usize = 20;

/// Lines to be said, of which only the first few are.
#[derive(Debug, Default)]
pub(super) struct Lines {
    shown: Vec<String>,
    pub(super) count: usize,
}

impl Lines {
    pub(super) fn push(&mut self, line: String) {
        self.count += 1;
        if self.shown.len() < SHOWN {
            self.shown.push(line);
        }
    }

    /// Says them as warnings.
    pub(super) fn say(&self, context: &Context) {
        for line in &self.shown {
            context.output.warn(line);
        }
        if self.count > self.shown.len() {
            context
                .output
                .warn(&format!("and {} more", self.count - self.shown.len()));
        }
    }
}

/// What an import came to.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// The numbers of the promises that it brought.
    pub(super) ids: Vec<i64>,
    pub(super) people: i64,
    pub(super) present: i64,
    pub(super) forgotten: i64,
    pub(super) left_out: BTreeMap<LeftOut, i64>,
    pub(super) differing: Lines,
    pub(super) warnings: Lines,
    pub(super) bad: Lines,
    /// Whether a record lacks a person, or a deadline.
    pub(super) lacks_person: bool,
    pub(super) lacks_deadline: bool,
}

impl Tally {
    /// Says what was left out, and what is here already in another way.
    pub(super) fn say_left_out(&self, context: &Context) {
        if self.forgotten > 0 {
            let records = plural(self.forgotten, "record");
            let message = format!("{records} of forgotten people were left out");
            context.output.note(&message);
        }
        for (kind, count) in &self.left_out {
            let (noun, why) = match kind {
                LeftOut::Deleted => ("deleted task", "--deleted takes deleted ones in, as void"),
                LeftOut::Template => ("recurring template", "instances are taken in"),
                LeftOut::Cancelled => ("cancelled appointment", "nothing is promised there"),
            };
            let was = if *count == 1 { "was" } else { "were" };
            let message = format!("{} {was} left out; {why}", plural(*count, noun));
            context.output.note(&message);
        }
        self.warnings.say(context);
        self.differing.say(context);
    }

    /// How many were left out.
    pub(super) fn left_out(&self) -> i64 {
        self.forgotten + self.left_out.values().sum::<i64>()
    }

    /// "3 promises and 2 people".
    pub(super) fn counts(&self) -> String {
        let people = match self.people {
            1 => "1 person".to_owned(),
            count => format!("{count} people"),
        };
        let promises = i64::try_from(self.ids.len()).unwrap_or(i64::MAX);
        format!("{} and {people}", plural(promises, "promise"))
    }
}
