//! Zones: "Europe/London", "CET", "UTC+2", "their time".

use super::super::ast::{Time, ZoneRef};
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::token::Lexeme;
use super::super::zones::abbreviation;
use super::{Reader, Taken};

/// A zone.
pub(super) fn zone(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    if let Some(Lexeme::Name(name)) = here.token().map(|token| &token.lexeme) {
        here.advance();
        return reader.take_zone(here, ZoneRef::Named(name.clone()));
    }
    for (words, zone) in [
        ("their time", ZoneRef::Their),
        ("their zone", ZoneRef::Their),
        ("their time zone", ZoneRef::Their),
        ("his time", ZoneRef::Their),
        ("her time", ZoneRef::Their),
        ("my time", ZoneRef::Mine),
        ("our time", ZoneRef::Mine),
    ] {
        if here.eat_all(words) {
            if words == "their time" {
                here.eat(&["zone"]);
            }
            return reader.take_zone(here, zone);
        }
    }
    if here.mark() == Some('+') && reader.time_right_before().is_some() {
        return offset(reader);
    }
    let Some(word) = here.word() else {
        return Ok(false);
    };
    let is_settled = reader
        .abbreviations
        .keys()
        .any(|name| name.to_lowercase() == word);
    if word == "z" && reader.time_right_before().is_some_and(is_exact) {
        here.advance();
        return reader.take_zone(here, ZoneRef::Fixed(0));
    }
    if abbreviation(word).is_none() && !is_settled {
        return Ok(false);
    }
    here.advance();
    if matches!(word, "utc" | "gmt") && matches!(here.mark(), Some('+' | '-')) {
        let at = here;
        return match signed(&mut here) {
            Some(seconds) => reader.take_offset(here, seconds),
            None => Err(no_offset(&reader.cursor, &at)),
        };
    }
    let name = word.to_uppercase();
    reader.take_zone(here, ZoneRef::Named(name))
}

fn is_exact(time: &super::super::ast::Spot<Time>) -> bool {
    matches!(time.value, Time::Exact(_) | Time::Half(_))
}

/// "+01:00" right after a time.
pub(super) fn offset(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    match signed(&mut here) {
        Some(seconds) => reader.take_offset(here, seconds),
        None => Err(no_offset(&reader.cursor, &reader.cursor)),
    }
}

fn no_offset(start: &Cursor<'_>, at: &Cursor<'_>) -> Refusal {
    Refusal::not_understood(
        start.span_to(&at.ahead(2)),
        "there is no such offset from UTC",
    )
    .hint("an offset reads +02:00")
}

/// Seconds east of UTC: "+2", "+02:00", "-0530".
fn signed(here: &mut Cursor<'_>) -> Option<i32> {
    let sign = match here.mark()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    here.advance();
    if !here.is_glued() {
        return None;
    }
    let (value, length) = here.eat_digits()?;
    let (hours, minutes) = match length {
        1 | 2 => {
            if here.eat_tight(':') {
                let (minutes, 2) = here.eat_digits()? else {
                    return None;
                };
                (value, minutes)
            } else {
                (value, 0)
            }
        }
        4 => (value / 100, value % 100),
        _ => return None,
    };
    if hours > 14 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    Some(sign * seconds)
}
