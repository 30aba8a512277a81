//! Today, its neighbours, and the parts of the day.

use super::super::ast::{Day, Part, Shift, Toward};
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::lead::Preposition;
use super::{Reader, Taken, clock};

/// "today", "tmrw", "tonight", "this morning", "in the evening", "now".
pub(super) fn relative(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    if !reader.lead.is_inside() {
        if here.eat(&["now"]) || here.eat_all("right now") {
            let shift: Shift = super::shift::whole(0, Toward::Ahead, false);
            return reader.take_shift(here, shift);
        }
        if let Some((day, part)) = day(&mut here) {
            let end = here;
            // "tomorrow week" is a week after tomorrow.
            if part.is_none() && (0..=1).contains(&day) && here.eat(&["week"]) {
                reader.take_day(end, Day::Relative(day))?;
                reader.lead.before = None;
                return reader.take_shift(here, super::shift::whole(7, Toward::Ahead, true));
            }
            let start = reader.cursor;
            reader.take_day(end, Day::Relative(day))?;
            if let Some(part) = part {
                reader.keep_part(start.span_to(&end), part)?;
            }
            return Ok(true);
        }
    }
    if reader.lead.is(Preposition::On) || reader.lead.is(Preposition::Within) {
        return Ok(false);
    }
    let part = match part(&mut here) {
        Some(part) => Some(part),
        None if reader.lead.is(Preposition::In) && reader.lead.the => {
            clock::half_as_part(&mut here)
        }
        None => None,
    };
    let Some(part) = part else {
        return Ok(false);
    };
    if reader.lead.start.is_some() {
        return Err(Refusal::not_understood(
            reader.cursor.span_to(&here),
            "a part of the day has no set start",
        )
        .hint("say a time, such as \"tomorrow 9am\""));
    }
    reader.take_part(here, part)
}

fn day(cursor: &mut Cursor<'_>) -> Option<(i64, Option<Part>)> {
    const DAYS: &[(&[&str], i64, Option<Part>)] = &[
        (&["today", "2day", "tday"], 0, None),
        (
            &["tomorrow", "tomorrows", "tmrw", "tmr", "tmw", "tomo"],
            1,
            None,
        ),
        (&["overmorrow"], 2, None),
        (&["yesterday", "yday"], -1, None),
        (&["tonight", "tonite"], 0, Some(Part::Night)),
    ];
    for (names, days, part) in DAYS {
        if cursor.eat(names) {
            return Some((*days, *part));
        }
    }
    let mut here = *cursor;
    let days = if here.eat(&["this"]) {
        0
    } else if here.eat(&["last"]) {
        -1
    } else {
        return None;
    };
    let part = part(&mut here)?;
    // "last morning" is not said.
    if days < 0 && part != Part::Night {
        return None;
    }
    *cursor = here;
    Some((days, Some(part)))
}

fn part(here: &mut Cursor<'_>) -> Option<Part> {
    let part = match here.word()? {
        "morning" | "mornings" => Part::Morning,
        "afternoon" | "arvo" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" | "nite" => Part::Night,
        _ => return None,
    };
    here.advance();
    Some(part)
}
