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
    if let Some(seconds) = apart(&mut here).filter(|seconds| may_follow(reader, *seconds)) {
        return reader.take_offset(here, seconds);
    }
    let Some(word) = here.word() else {
        return Ok(false);
    };
    let is_settled = reader
        .calendar
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

/// "+01:00", "-0600" after a space, as the program writes it: hours in two digits and minutes.
fn apart(here: &mut Cursor<'_>) -> Option<i32> {
    // A longer dash joins the ends of a range.
    let is_sign = matches!(here.mark(), Some('+' | '-')) && here.span().len() == 1;
    let is_full = matches!(here.ahead(1).digits()?.len(), 2 | 4);
    let has_minutes = here.ahead(1).digits()?.len() == 4 || here.ahead(2).mark() == Some(':');
    if here.is_glued() || !is_sign || !is_full || !has_minutes {
        return None;
    }
    let mut ahead = *here;
    let seconds = signed(&mut ahead)?;
    // "+0530pm" is something else.
    if !ahead.is_at_end() && ahead.is_glued() && ahead.mark() != Some(',') {
        return None;
    }
    *here = ahead;
    Some(seconds)
}

/// Whether an offset apart can belong to what was read.
fn may_follow(reader: &Reader<'_>, seconds: i32) -> bool {
    let phrase = &reader.phrase;
    if seconds >= 0 && reader.cursor.mark() == Some('+') {
        return !phrase.is_empty();
    }
    // "9:00 -10:00" looks like a range. What the program prints has two digits, or am and pm,
    // and half hours at most, as the offsets that somebody lives by do.
    let is_offset = seconds >= -12 * 3600 && seconds % 1800 == 0;
    let is_after_number = phrase.bare.is_some();
    // "dec 3 -0900" is a day and a time to some.
    let has_colon = reader.cursor.ahead(2).mark() == Some(':');
    let is_clear = phrase.time.is_some() || has_colon;
    let is_after_hour = phrase
        .time
        .as_ref()
        .is_some_and(|time| matches!(time.value, Time::Half(_)) && time.span.len() < "10:00".len());
    is_offset && !phrase.is_empty() && is_clear && !is_after_number && !is_after_hour
}

/// Whether a plus sign follows a time.
pub(super) fn is_sign_after_time(reader: &Reader<'_>) -> bool {
    reader.cursor.mark() == Some('+') && reader.phrase.time.is_some()
}

/// Whether the program's way of writing an offset stands here.
pub(super) fn is_offset(here: &Cursor<'_>) -> bool {
    apart(&mut here.clone()).is_some()
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
