//! What repeats: "friday 16:00", "2 weeks", "last working day of the month".
//!
//! The days are read here; dates and times of the day by the grammar of deadlines, so that they
//! mean the same in both.

mod month;
mod time;
mod week;
mod what;

use std::ops::Range;

use super::ast::{Day, Phrase, Spot, Year};
use super::cursor::Cursor;
use super::grammar;
use super::refusal::Refusal;
use super::token::{Lexeme, Token, tokens};
use crate::domain::recurrence::{MOST, Repeats, Rule};
use what::What;

/// What to say where nothing else is known to be meant.
const EXAMPLES: &str = "say \"friday 16:00\", \"2 weeks on monday\", \"month on the 1st\" or \"last working day of the month\"";

/// Reads what repeats: days, and the time on them if one is said. Pure text: when the first
/// occurrence is, is said by [`Rule::first_after`].
///
/// "weekday" is a working day of the config, holidays skipped, and not Monday to Friday as such,
/// which is "mon-fri". A time from 1 to 12 is the one inside 07:00–18:59, as in deadlines; what
/// hangs on the hours of work ("eod") is refused, as they may change while the rule is stored.
pub fn every(text: &str) -> Result<Rule, Refusal> {
    let tokens = tokens(text).map_err(|refusal| refusal.hint(EXAMPLES))?;
    let (front, rest) = split(&tokens);
    let start = Cursor::new(rest);
    let mut here = start;
    let what = what::what(text, &mut here)?;
    let read = start.span_to(&here);
    let tail = rest.get(start.steps_to(&here)..).unwrap_or_default();
    let mut phrase = tail_of(tail)?;
    let (repeats, takes_number) = match what {
        What::Known(repeats) => (repeats, takes_number(repeats)),
        What::Dated(years) => {
            let on = date(&mut phrase, &here)?;
            (Repeats::Years(years, Some(on)), false)
        }
    };
    let time = time::time(phrase, takes_number)?;
    let time = match (front, time) {
        ([], time) => time,
        (front, None) => time::time(
            time::on_plain_calendar(|calendar| grammar::phrase(front, calendar))?,
            true,
        )?,
        (_, Some(_)) => {
            let span = Cursor::new(front).span();
            return Err(Refusal::not_understood(span, "two times are named")
                .hint("say one time, such as \"friday 16:00\""));
        }
    };
    Rule::new(repeats, time).ok_or_else(|| too_long(read))
}

/// The refusal of an interval that no rule has.
fn too_long(span: Range<usize>) -> Refusal {
    Refusal::not_understood(span, format!("an interval is 1 to {MOST}")).hint(EXAMPLES)
}

/// A time may stand in front: "9am every friday". The "every" of "first of every month" does not
/// part anything.
fn split(tokens: &[Token]) -> (&[Token], &[Token]) {
    let is = |at: usize, words: &[&str]| {
        let token = tokens.get(at).map(|token| &token.lexeme);
        matches!(token, Some(Lexeme::Word(word)) if words.contains(&word.as_str()))
    };
    let inner = |at: usize| is(at, &["of", "in", "once"]);
    let parts = |at: &usize| {
        is(*at, &["every", "each"]) && at.checked_sub(1).is_some_and(|before| !inner(before))
    };
    let Some(at) = (0..tokens.len()).find(parts) else {
        return (&[], tokens);
    };
    // "at 9am on every friday"
    let before = at.saturating_sub(1);
    let front = if before > 0 && is(before, &["on"]) {
        before
    } else {
        at
    };
    (
        tokens.get(..front).unwrap_or_default(),
        tokens.get(at..).unwrap_or_default(),
    )
}

/// What follows the days, which can only be a date or a time.
fn tail_of(tail: &[Token]) -> Result<Phrase, Refusal> {
    let here = Cursor::new(tail);
    if here.is_at_end() {
        return Ok(Phrase::default());
    }
    for (words, message, hint) in ELSEWHERE {
        if here.clone().eat(words) {
            // "friday until 16:00" is a time.
            if !only_time(tail) {
                return Err(Refusal::not_understood(here.span(), *message).hint(*hint));
            }
        }
    }
    let mut ahead = here;
    ahead.eat(&["for"]);
    if super::words::cardinal(&mut ahead).is_some() && ahead.eat(&["times", "time"]) {
        let span = here.span_to(&ahead);
        return Err(
            Refusal::not_understood(span, "how often is not part of what repeats")
                .hint("say it with --times"),
        );
    }
    time::on_plain_calendar(|calendar| grammar::phrase(tail, calendar))
}

/// What a series has beside its rule: words, what they say, where it goes.
const ELSEWHERE: &[(&[&str], &str, &str)] = &[
    (
        &["until", "till", "til", "ending"],
        "the end is not part of what repeats",
        "say it with --until",
    ),
    (
        &["starting", "from", "since", "beginning"],
        "the start is not part of what repeats",
        "say the first deadline with --due",
    ),
    (
        &["except", "but", "excluding", "without"],
        "exceptions are not part of what repeats",
        "name the days that it is on, such as \"mon, wed and fri\"; a \"weekday\" skips holidays",
    ),
];

/// Whether this is a time and no day.
fn only_time(tail: &[Token]) -> bool {
    time::on_plain_calendar(|calendar| grammar::phrase(tail, calendar)).is_ok_and(|phrase| {
        phrase.day.is_none() && phrase.weekday.is_none() && phrase.shift.is_none()
    })
}

/// Whether a number by itself can only be a time: after a month it could be a day.
fn takes_number(repeats: Repeats) -> bool {
    match repeats {
        Repeats::Days(_) | Repeats::WorkingDays(_) => true,
        Repeats::Weeks(_, on) => !on.is_empty(),
        Repeats::Months(..) | Repeats::Years(..) => false,
    }
}

/// Takes the date of every year out of the tail.
fn date(phrase: &mut Phrase, here: &Cursor<'_>) -> Result<(u32, u32), Refusal> {
    let unclear = |span: Range<usize>, message: &str| {
        Err(Refusal::not_understood(span, message).hint("say \"year on 3 dec\""))
    };
    match phrase.day.take() {
        Some(Spot {
            value: Day::Date { year, month, day },
            span,
        }) => match year {
            Year::Any => Ok((month, day)),
            _ => unclear(span, "a date with its year does not repeat"),
        },
        Some(other) => unclear(other.span, "this is no date of every year"),
        None => unclear(here.span(), "this is no date of every year"),
    }
}

#[cfg(test)]
mod tests;
