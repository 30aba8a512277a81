//! Weekdays: "friday", "next friday", "friday week".

use super::super::ast::{Spot, Toward, Which};
use super::super::words::weekday as named;
use super::{Reader, Taken, twice};

/// A weekday and which one.
pub(super) fn weekday(reader: &mut Reader<'_>) -> Taken {
    if reader.lead.is_inside() {
        return Ok(false);
    }
    let mut here = reader.cursor;
    let which = if here.eat(&["next", "following"]) {
        Which::InWeek(1)
    } else if here.eat(&["last", "past", "previous"]) {
        Which::Last
    } else {
        here.eat(&["this"]);
        here.eat(&["coming", "upcoming"]);
        Which::Coming
    };
    let Some(weekday) = named(&mut here) else {
        return Ok(false);
    };
    // "monday after next", and not "monday after next week".
    let mut ahead = here;
    let after_next = which != Which::Last && ahead.eat_all("after next");
    let which = if after_next && !super::amount::is_unit(&ahead) {
        here = ahead;
        Which::AfterNext
    } else {
        which
    };
    let span = reader.cursor.span_to(&here);
    if reader.phrase.weekday.is_some() {
        return Err(twice(span, "weekday"));
    }
    let before = reader.lead.before.clone();
    let end = here;
    // "friday week": a week after friday.
    let days = if here.eat(&["week"]) {
        7
    } else if here.eat(&["fortnight"]) {
        14
    } else {
        0
    };
    if before.is_some() {
        reader.phrase.before = before;
    }
    reader.phrase.weekday = Some(Spot {
        value: (weekday, which),
        span,
    });
    reader.leap(end);
    if days > 0 {
        reader.lead.before = None;
        return reader.take_shift(here, super::shift::whole(days, Toward::Ahead, true));
    }
    Ok(true)
}
