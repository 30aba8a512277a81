//! What is not understood, and the place where reading stopped.

use super::{TUESDAY, deadlines};

#[test]
fn the_place_is_pointed_at() {
    deadlines(
        TUESDAY,
        &[
            ("tomorrow 13pm", "no [13pm] hour 13 with pm"),
            ("tomorrow at 13pm", "no [13pm] hour 13 with pm"),
            ("0am", "no [0am] hour 0 with am"),
            ("25:00", "no [25:00] there is no hour 25"),
            ("at 25", "no [25] there is no hour 25"),
            ("9:75", "no [9:75] there is no minute 75"),
            ("9:30:99", "no [9:30:99] there is no second 99"),
            ("24:30", "no [24:30] there is no hour 24"),
            ("tomorow", "no [tomorow] \"tomorow\" is not understood here"),
            (
                "fridya at noon",
                "no [fridya] \"fridya\" is not understood here",
            ),
            ("blah", "no [blah] \"blah\" is not understood here"),
            ("tomorrow blah", "no [blah] \"blah\" is not understood here"),
            (
                "tomorrow at",
                "no [at] the phrase ends where a day or a time should follow",
            ),
            (
                "friday by",
                "no [by] the phrase ends where a day or a time should follow",
            ),
            (
                "by",
                "no [by] the phrase ends where a day or a time should follow",
            ),
            (
                "the",
                "no [the] the phrase ends where a day or a time should follow",
            ),
            (
                "in",
                "no [in] the phrase ends where a day or a time should follow",
            ),
            ("tomorrow 3pm 4pm", "no [4pm] this is a second time"),
            ("friday monday", "no [monday] this is a second weekday"),
            (
                "tomorrow friday saturday",
                "no [saturday] this is a second weekday",
            ),
            (
                "friday in the morning evening",
                "no [evening] this is a second part of the day",
            ),
            ("tomorrow today", "no [today] this is a second day"),
            (
                "in 2 days in 3 hours",
                "no [3 hours] this is a second length of time",
            ),
            ("3pm noon", "no [noon] this is a second time"),
            ("1pm CET CET", "no [CET] this is a second zone"),
            ("😀", "no [😀] '😀' means nothing here"),
            ("friday 😀", "no [😀] '😀' means nothing here"),
            ("friday; saturday", "no [;] ';' means nothing here"),
            ("(friday)", "no [(] '(' means nothing here"),
            ("-5 days", "no [-] '-' means nothing here"),
            ("in -2 days", "no [-] '-' means nothing here"),
            ("+2d", "no [+] '+' means nothing here"),
            ("3..5", "no [.] '.' means nothing here"),
            ("1,500 minutes", "no [500] this is a second time"),
            ("in .5 hours", "no [.] '.' means nothing here"),
        ],
    );
}

#[test]
fn ranges_and_openings_are_refused() {
    deadlines(
        TUESDAY,
        &[
            ("between 3 and 5", "no [between] \"between\" sets no end"),
            ("from 3 to 5", "no [from] \"from\" sets no end"),
            ("3-5pm", "no [3] this looks like a range, not a deadline"),
            ("9am-10am", "no [-] this looks like a range, not a deadline"),
            ("mon-fri", "no [fri] this is a second weekday"),
            ("dec 3-5", "no [3-5] this is a second day"),
            ("after 5pm", "no [after] \"after\" sets no end"),
            ("after friday", "no [after] \"after\" sets no end"),
            (
                "monday or tuesday",
                "no [or] \"or\" leaves the deadline open",
            ),
            (
                "2026-12-03 09:00-10:00",
                "no [-] this looks like a range, not a deadline",
            ),
            (
                "every friday",
                "no [every] \"every\" is more than one deadline",
            ),
            ("mondays", "no [mondays] \"mondays\" is not understood here"),
            ("9 to 5", "no [to] \"to\" is not understood here"),
        ],
    );
}

#[test]
fn vague_phrases_are_refused() {
    deadlines(
        TUESDAY,
        &[
            (
                "asap",
                "no [asap] \"asap\" is no time that can be kept or missed",
            ),
            (
                "soon",
                "no [soon] \"soon\" is no time that can be kept or missed",
            ),
            (
                "later",
                "no [later] \"later\" is no time that can be kept or missed",
            ),
            (
                "later today",
                "no [later] \"later\" is no time that can be kept or missed",
            ),
            (
                "sometime tomorrow",
                "no [sometime] \"sometime\" is no time that can be kept or missed",
            ),
            (
                "immediately",
                "no [immediately] \"immediately\" is no time that can be kept or missed",
            ),
            ("mid-month", "no [mid] \"mid\" has no clear end"),
            ("mid december", "no [mid] \"mid\" has no clear end"),
            ("early next week", "no [early] \"early\" has no clear end"),
            ("late friday", "no [late] \"late\" has no clear end"),
            (
                "beginning of next month",
                "no [beginning] \"beginning\" has no clear end",
            ),
            ("by lunch", "no [lunch] \"lunch\" has no set time"),
            ("tomorrow lunch", "no [lunch] \"lunch\" has no set time"),
            ("in the summer", "no [summer] \"summer\" has no set end"),
            ("in several days", "no [several] \"several\" is no number"),
            ("in some days", "no [some] \"some\" is no number"),
            (
                "in a while",
                "no [while] \"while\" is no time that can be kept or missed",
            ),
            (
                "in a moment",
                "no [moment] \"moment\" is no time that can be kept or missed",
            ),
            ("2 days later", "no [2 days later] later than what?"),
            ("never", "no [never] \"never\" is no deadline"),
            (
                "the ides of march",
                "no [ides] \"ides\" is not understood here",
            ),
            (
                "first week of december",
                "no [first] \"first\" is not understood here",
            ),
            (
                "around",
                "no [around] the phrase ends where a day or a time should follow",
            ),
        ],
    );
}
