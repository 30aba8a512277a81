//! Deadline phrases: text → tokens → phrase → deadline. Pure: whatever the meaning depends on
//! comes in through [`Calendar`].
//!
//! A phrase is understood whole or refused, with the place where reading stopped; one with two
//! readings is refused with both.

mod ast;
mod before;
mod cursor;
mod duration;
mod every;
mod feasts;
mod grammar;
mod refusal;
mod resolve;
mod show;
mod token;
mod words;
mod zones;

use crate::domain::calendar::Calendar;
use crate::domain::deadline::Deadline;

pub use before::lead;
pub use duration::minutes;
pub use every::every;
pub use refusal::{Refusal, RefusalKind};

/// Which end of a span a filter compares with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its first second.
    Start,
    /// Its last second.
    End,
}

/// What a phrase is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A deadline: looks ahead, a span means its end, never past.
    Deadline,
    /// A deadline of a promise made earlier: as [`Sense::Deadline`], but what names a past
    /// moment is taken.
    DeadlineMaybePast,
    /// A moment in the past: the latest reading that is not in the future. A span or whole day
    /// means its end, or now where that has not come yet.
    Past,
    /// A filter about the past: the edge of the latest reading that is not in the future.
    PastSpan(Edge),
    /// A filter over deadlines: the edge of a span ahead; what names a past moment is taken.
    Span(Edge),
}

/// What a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The deadline; for filters its instant is what to compare with.
    pub deadline: Deadline,
    /// What the user should be told on stderr, in lower case, one line each.
    pub remarks: Vec<String>,
}

/// Reads a deadline phrase.
pub fn read(text: &str, sense: Sense, calendar: &Calendar<'_>) -> Result<Reading, Refusal> {
    let tokens = token::tokens(text)?;
    let phrase = grammar::phrase(&tokens, calendar)?;
    resolve::resolve(text, &phrase, sense, calendar)
}

#[cfg(test)]
mod tests;
