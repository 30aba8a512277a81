//! A number by itself: a time beside a day, and nothing alone.

use super::super::ast::Spot;
use super::super::refusal::Refusal;
use super::super::words::cardinal;
use super::{Reader, Taken, twice};

/// "tomorrow 5", "eight tonight", "friday 1430".
pub(super) fn bare(reader: &mut Reader<'_>) -> Taken {
    if reader.lead.is_inside() || reader.lead.end.is_some() {
        return Ok(false);
    }
    let mut here = reader.cursor;
    let Some(count) = cardinal(&mut here) else {
        return Ok(false);
    };
    let span = reader.cursor.span_to(&here);
    if here.is_glued() && !here.is_at_end() && here.mark() != Some(',') {
        return Ok(false);
    }
    if reader.phrase.time.is_some() || reader.phrase.bare.is_some() {
        return Err(twice(span, "time"));
    }
    if count.digits.is_some_and(|digits| digits > 4) {
        return Err(Refusal::not_understood(
            span,
            format!("the number {} means nothing here", count.value),
        ));
    }
    reader.phrase.bare = Some(Spot { value: count, span });
    reader.leap(here);
    Ok(true)
}
