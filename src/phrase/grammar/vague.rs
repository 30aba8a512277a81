//! Words that set no deadline, and what to say in their place.

use super::super::cursor::Cursor;
use super::super::refusal::Refusal;

const NO_TIME: &str = "is no time that can be kept or missed";
const SAY_A_TIME: &str = "say a time, such as \"in 30 min\" or \"today 5pm\"";

/// Words, why they are refused, what to say instead.
const TABLE: &[(&[&str], &str, &str)] = &[
    (
        &[
            "asap",
            "soon",
            "shortly",
            "immediately",
            "later",
            "sometime",
            "someday",
            "eventually",
            "whenever",
            "anytime",
            "presently",
            "instantly",
            "promptly",
            "quickly",
            "urgently",
            "once",
            "momentarily",
            "while",
            "moment",
            "bit",
            "jiffy",
        ],
        NO_TIME,
        SAY_A_TIME,
    ),
    (
        &["early", "late", "mid", "middle", "beginning"],
        "has no clear end",
        "say a day, such as \"the 15th\", or \"end of next month\"",
    ),
    (
        &["after", "from", "since", "following", "between"],
        "sets no end",
        "say until when, such as \"friday 5pm\"",
    ),
    (
        &["several", "some", "many"],
        "is no number",
        "say how many, such as \"in 3 days\"",
    ),
    (
        &[
            "lunch",
            "lunchtime",
            "dinner",
            "breakfast",
            "teatime",
            "sunset",
            "sunrise",
            "dusk",
            "dawn",
        ],
        "has no set time",
        "say a time, such as \"noon\" or \"1pm\"",
    ),
    (
        &["spring", "summer", "autumn", "fall", "winter"],
        "has no set end",
        "say a month, such as \"end of september\"",
    ),
    (
        &["every", "each", "daily", "weekly", "monthly", "yearly"],
        "is more than one deadline",
        "say the first one",
    ),
    (
        &["or", "maybe", "perhaps", "possibly"],
        "leaves the deadline open",
        "say one deadline",
    ),
    (
        &["never"],
        "is no deadline",
        "say a day, such as \"end of next month\"",
    ),
    (
        &["dmy", "mdy", "ymd"],
        "belongs in the config, as date_order",
        "say the month by name, such as \"3 Dec\"",
    ),
];

/// Refuses a word of the table that stands here.
pub(super) fn refuse(cursor: &Cursor<'_>) -> Result<(), Refusal> {
    let mut here = *cursor;
    here.eat(&["a", "the"]);
    let Some(word) = here.word() else {
        return Ok(());
    };
    for words in ["right away", "straight away", "right off"] {
        let start = here;
        if here.eat_all(words) {
            let refusal =
                Refusal::not_understood(start.span_to(&here), format!("\"{words}\" {NO_TIME}"));
            return Err(refusal.hint(SAY_A_TIME));
        }
    }
    // "mid day" is noon.
    if word == "mid" && here.ahead(1).word() == Some("day") {
        return Ok(());
    }
    for (words, why, instead) in TABLE {
        // "following week" is next week.
        let names_span = word == "following" && !here.ahead(1).is_at_end();
        if words.contains(&word) && !names_span {
            let refusal = Refusal::not_understood(here.span(), format!("\"{word}\" {why}"));
            return Err(refusal.hint(*instead));
        }
    }
    Ok(())
}
