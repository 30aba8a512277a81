//! One promise on the way through a review.

use chrono::{DateTime, Utc};

use crate::domain::deadline::Deadline;
use crate::render::harmless::harmless;
use crate::render::promises::card;
use crate::render::review::words::put_off;
use crate::render::{Look, View};

/// Where a walk stands, and what is to be known there.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The place, from 1.
    pub place: usize,
    /// How many there are.
    pub of: usize,
    /// How often the promise was put off.
    pub put_off: u32,
    /// When another program moved the deadline and from what, where nobody said why.
    pub unexplained: Option<(DateTime<Utc>, Option<Deadline>)>,
}

/// The promise as a card, with what bears on the answer.
#[must_use]
pub fn stop(stop: &Stop, view: &View, look: &Look) -> String {
    let title = format!("{} of {}: promise", stop.place, stop.of);
    let mut text = card(&title, view, look);
    let mut line = |word: &str, value: &str| {
        text.push_str(&format!("  {word:<5} {}\n", harmless(value)));
    };
    if let Some(check) = &view.promise.check.due
        && view.promise.settled_at.is_some()
    {
        line("ask", &look.clock.long(check, view.today));
    }
    if stop.put_off > 0 {
        line("moved", &put_off(stop.put_off));
    }
    if let Some((at, from)) = &stop.unexplained {
        let from = from.as_ref().map_or_else(String::new, |from| {
            format!(" from {}", look.clock.moment(from))
        });
        let at = look.stamp(*at);
        line(
            "why?",
            &format!("another program moved the deadline{from}, on {at}"),
        );
    }
    for risk in &view.standing.risks {
        line("risk", risk);
    }
    if let Some(note) = view.notes.last() {
        let word = if note.told { "told" } else { "note" };
        line(word, &note.text);
    }
    text
}
