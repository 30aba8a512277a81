//! Days of the week: "mon, wed and fri", "mon-fri".

use chrono::WeekdaySet;

use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::words::weekdays;
use super::what::Read;

/// Weekdays: "mondays", "mon, wed and fri", "mon-fri", "monday to thursday".
pub(super) fn days(text: &str, cursor: &mut Cursor<'_>) -> Read<WeekdaySet> {
    let start = *cursor;
    let mut here = start;
    let Some(mut last) = weekdays(&mut here) else {
        return Ok(None);
    };
    let mut found = WeekdaySet::single(last);
    *cursor = here;
    loop {
        // "mon-fri" is two words, but not two days.
        let gap = gap_before(text, &here);
        let dashed = gap.contains(['-', '\u{2010}', '\u{2011}']) || here.eat_mark('-');
        let is_range = dashed || here.eat(&["to", "through", "thru"]);
        if !is_range {
            while here.eat(&["and"]) || here.eat_mark('&') || here.eat_mark(',') {}
        }
        let Some(next) = weekdays(&mut here) else {
            return Ok(Some(found));
        };
        if is_range {
            if next == last {
                return Err(Refusal::not_understood(
                    start.span_to(&here),
                    "this goes from a day to itself",
                )
                .hint("say \"day\" for every day"));
            }
            while last != next {
                last = last.succ();
                found.insert(last);
            }
        }
        found.insert(next);
        last = next;
        *cursor = here;
    }
}

/// What stands in the text between a place and the token before it.
fn gap_before<'a>(text: &'a str, here: &Cursor<'_>) -> &'a str {
    let before = here.back(1).map_or(0, |before| before.span().end);
    text.get(before..here.span().start).unwrap_or_default()
}
