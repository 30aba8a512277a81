//! "all day", "the whole of friday": a day says so without them, and the program prints them.

use super::{Reader, Taken};

/// The words for a whole day, beside its name.
pub(super) fn whole_day(reader: &mut Reader<'_>) -> Taken {
    let lead = &reader.lead;
    if lead.before.is_some() || lead.end.is_some() || lead.start.is_some() {
        return Ok(false);
    }
    let mut here = reader.cursor;
    let is_alone = ["all day", "whole day", "entire day"]
        .iter()
        .any(|words| here.eat_all(words));
    let before_day = ["all of", "whole of"];
    let is_before_day = !is_alone && before_day.iter().any(|words| here.eat_all(words));
    if is_alone {
        here.eat(&["long"]);
        // "all day of friday"
        here.eat(&["of"]);
    } else if !is_before_day || here.is_at_end() {
        return Ok(false);
    }
    let span = reader.cursor.span_to(&here);
    if reader.phrase.whole.is_some() {
        return Err(super::twice(span, "\"all day\""));
    }
    reader.phrase.whole = Some(span);
    reader.leap(here);
    Ok(true)
}
