//! The small words before and after a part: "by the", "on", "no later than", "sharp".

use std::ops::Range;

use super::super::ast::Phrase;
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;

/// A preposition, as far as it tells what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preposition {
    /// A number is a time.
    At,
    /// "by", "until": a small number is a time.
    By,
    On,
    /// A length of time, a month, a part of the day.
    In,
    /// A length of time or a span.
    Within,
    Before,
    For,
}

/// What stood before a part.
#[derive(Clone, Debug, Default)]
pub(super) struct Lead {
    preposition: Option<Preposition>,
    /// "about": as if it were exact.
    pub(super) about: bool,
    /// "the".
    pub(super) the: bool,
    /// Where "before" stands.
    pub(super) before: Option<Range<usize>>,
    /// "end of", which a span means anyway.
    pub(super) end: Option<Range<usize>>,
    /// "start of".
    pub(super) start: Option<Range<usize>>,
    /// Whether the rule used "start of" for what it took.
    pub(super) used: bool,
}

const ABOUT: &[&str] = &[
    "about",
    "around",
    "approximately",
    "approx",
    "roughly",
    "circa",
    "ca",
    "exactly",
];

impl Lead {
    /// Reads the words before a part.
    pub(super) fn read(cursor: &mut Cursor<'_>, before: &Phrase) -> Self {
        let mut lead = Self::default();
        if cursor.is_at_start() {
            cursor.eat(&["due"]);
        }
        // "the morning of the 15th", "eod of friday".
        if before.part.is_some() || before.time.is_some() || before.weekday.is_some() {
            cursor.eat(&["of"]);
        }
        while cursor.eat(ABOUT) {
            lead.about = true;
        }
        let start = *cursor;
        lead.preposition = preposition(cursor);
        if lead.is(Preposition::Before) {
            lead.before = Some(start.span_to(cursor));
        }
        while cursor.eat(ABOUT) {
            lead.about = true;
        }
        lead.the = cursor.eat(&["the"]);
        lead.edge(cursor);
        lead
    }

    /// "end of the", "start of the".
    fn edge(&mut self, cursor: &mut Cursor<'_>) {
        let start = *cursor;
        cursor.eat(&["very"]);
        if cursor.eat_all("end of") {
            self.end = Some(start.span_to(cursor));
        } else if cursor.eat_all("start of") {
            self.start = Some(start.span_to(cursor));
        } else {
            *cursor = start;
            return;
        }
        self.the |= cursor.eat(&["the"]);
    }

    /// Whether this preposition stood before the part.
    pub(super) fn is(&self, preposition: Preposition) -> bool {
        self.preposition == Some(preposition)
    }

    /// Whether a number is a time by what stands before it.
    pub(super) fn says_time(&self) -> bool {
        self.is(Preposition::At) || self.about
    }

    /// Whether a moment and no length of time follows: "at", "on".
    pub(super) fn says_exact(&self) -> bool {
        self.is(Preposition::At)
            || self.is(Preposition::On)
            || self.is(Preposition::For)
            || self.end.is_some()
            || self.start.is_some()
    }

    /// Whether only a length of time or a span can follow.
    pub(super) fn is_inside(&self) -> bool {
        self.is(Preposition::In) || self.is(Preposition::Within)
    }

    /// Refuses "start of" before what has none.
    pub(super) fn check(&self, start: &Cursor<'_>, end: &Cursor<'_>) -> Result<(), Refusal> {
        if self.start.is_some() && !self.used {
            let span = start.span_to(end);
            return Err(
                Refusal::not_understood(span, "this has no start to be due at")
                    .hint("say a time, such as \"tomorrow 9am\""),
            );
        }
        Ok(())
    }
}

fn preposition(cursor: &mut Cursor<'_>) -> Option<Preposition> {
    const LATEST: [&str; 3] = ["on or before", "no later than", "not later than"];
    if LATEST.iter().any(|words| cursor.eat_all(words)) {
        return Some(Preposition::By);
    }
    let found = match cursor.word()? {
        "at" => Preposition::At,
        "by" | "until" | "till" | "til" => Preposition::By,
        "on" => Preposition::On,
        "in" | "during" => Preposition::In,
        "within" => Preposition::Within,
        "before" => Preposition::Before,
        "for" => Preposition::For,
        _ => return None,
    };
    cursor.advance();
    Some(found)
}

/// Steps over words after a part that change nothing.
pub(super) fn trailers(cursor: &mut Cursor<'_>) {
    loop {
        let found = cursor.eat_all("at the latest")
            || cursor.eat_all("at latest")
            || cursor.eat_all("or so")
            || cursor.eat(&[
                "sharp",
                "latest",
                "exactly",
                "approximately",
                "approx",
                "prompt",
            ]);
        if !found {
            return;
        }
    }
}
