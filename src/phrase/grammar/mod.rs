//! Tokens into a phrase: rules tried in a fixed order at each place, until nothing is left.

mod amount;
mod clock;
mod date;
mod lead;
mod month;
mod number;
mod relative;
mod shift;
mod span;
mod spoken;
mod unknown;
mod vague;
mod weekday;
mod whole;
mod zone;

use std::ops::Range;

use super::ast::{Day, Part, Phrase, Shift, Spot, Time, ZoneRef};
use super::cursor::Cursor;
use super::refusal::Refusal;
use super::token::Token;
use crate::domain::calendar::Calendar;
use lead::Lead;

pub(super) use amount::{amount, misspelt_unit};
pub(super) use clock::beside_day;

/// A place in the phrase, and what was read before it.
struct Reader<'a> {
    cursor: Cursor<'a>,
    lead: Lead,
    phrase: Phrase,
    /// Where the abbreviations of zones are that the config settles, and zones by name.
    calendar: &'a Calendar<'a>,
}

/// Whether a rule took something.
type Taken = Result<bool, Refusal>;

/// In this order: the longer and the more particular before what could be a piece of it.
const RULES: [fn(&mut Reader<'_>) -> Taken; 18] = [
    date::iso,
    whole::whole_day,
    date::feast,
    spoken::relative,
    span::within_unit,
    shift::weekdays_from_now,
    shift::shift,
    span::nth,
    spoken::named,
    clock::plain,
    date::slashed,
    month::month_day,
    span::span,
    relative::relative,
    weekday::weekday,
    date::monthly,
    zone::zone,
    number::bare,
];

/// Reads a whole phrase.
pub(super) fn phrase(tokens: &[Token], calendar: &Calendar<'_>) -> Result<Phrase, Refusal> {
    let mut reader = Reader {
        cursor: Cursor::new(tokens),
        lead: Lead::default(),
        phrase: Phrase::default(),
        calendar,
    };
    while !reader.cursor.is_at_end() {
        reader.part()?;
    }
    Ok(reader.phrase)
}

impl Reader<'_> {
    /// Reads one part with the words before and after it.
    fn part(&mut self) -> Result<(), Refusal> {
        if !self.cursor.is_at_start() {
            while self.cursor.eat_mark(',') {}
        }
        let start = self.cursor;
        self.lead = Lead::read(&mut self.cursor, &self.phrase);
        if self.cursor.is_at_end() {
            let span = start.span_to(&self.cursor);
            return Err(Refusal::not_understood(
                span,
                "the phrase ends where a day or a time should follow",
            ));
        }
        vague::refuse(&self.cursor)?;
        for rule in RULES {
            if rule(self)? {
                self.lead.check(&start, &self.cursor)?;
                lead::trailers(&mut self.cursor);
                return Ok(());
            }
        }
        Err(self.unknown())
    }

    /// Keeps the day read up to `end`.
    fn take_day(&mut self, end: Cursor<'_>, day: Day) -> Taken {
        let span = self.cursor.span_to(&end);
        if self.phrase.day.is_some() {
            return Err(twice(span, "day"));
        }
        // "before the end of the month" is its end.
        let is_end = self.lead.end.is_some() || matches!(day, Day::Span { end: true, .. });
        if !is_end && self.lead.before.is_some() {
            self.phrase.before.clone_from(&self.lead.before);
        }
        self.phrase.day = Some(Spot { value: day, span });
        self.leap(end);
        Ok(true)
    }

    /// Keeps the part of the day read up to `end`.
    fn take_part(&mut self, end: Cursor<'_>, part: Part) -> Taken {
        self.keep_part(self.cursor.span_to(&end), part)?;
        self.leap(end);
        Ok(true)
    }

    /// Keeps a part of the day that was said with its day: "tonight".
    fn keep_part(&mut self, span: Range<usize>, part: Part) -> Result<(), Refusal> {
        if self.phrase.part.is_some() {
            return Err(twice(span, "part of the day"));
        }
        if let Some(before) = &self.lead.before {
            return Err(Refusal::not_understood(
                before.start..span.end,
                "\"before\" with a part of the day sets no clear end",
            )
            .hint("say a time, such as \"tomorrow 9am\""));
        }
        self.phrase.part = Some(Spot { value: part, span });
        Ok(())
    }

    /// Keeps the time read up to `end`.
    fn take_time(&mut self, end: Cursor<'_>, time: Time) -> Taken {
        let span = self.cursor.span_to(&end);
        if self.phrase.time.is_some() || self.phrase.bare.is_some() {
            return Err(twice(span, "time"));
        }
        self.phrase.time = Some(Spot { value: time, span });
        self.leap(end);
        Ok(true)
    }

    /// Keeps the zone read up to `end`.
    fn take_zone(&mut self, end: Cursor<'_>, zone: ZoneRef) -> Taken {
        let span = self.cursor.span_to(&end);
        if self.phrase.zone.is_some() {
            return Err(twice(span, "zone"));
        }
        self.phrase.zone = Some(Spot { value: zone, span });
        self.leap(end);
        Ok(true)
    }

    /// Keeps the move read up to `end`.
    fn take_shift(&mut self, end: Cursor<'_>, shift: Shift) -> Taken {
        let span = self.cursor.span_to(&end);
        if self.phrase.shift.is_some() {
            return Err(twice(span, "length of time"));
        }
        if let Some(before) = &self.lead.before {
            return Err(Refusal::not_understood(
                before.start..span.end,
                "\"before\" with a length of time is not clear",
            )
            .hint("say \"in 2 days\" or \"2 days before friday\""));
        }
        self.phrase.shift = Some(Spot { value: shift, span });
        self.leap(end);
        Ok(true)
    }

    fn leap(&mut self, end: Cursor<'_>) {
        let steps = self.cursor.steps_to(&end);
        self.cursor = self.cursor.ahead(steps);
    }
}

fn twice(span: Range<usize>, what: &str) -> Refusal {
    Refusal::not_understood(span, format!("this is a second {what}"))
}
