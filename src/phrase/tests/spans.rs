//! Spans mean their end; before a day is the day before; midnight has two ends.

use super::{TUESDAY, deadlines};

#[test]
fn a_named_span_means_its_end() {
    deadlines(
        TUESDAY,
        &[
            ("friday", "day 2026-11-27"),
            ("tomorrow morning", "wall 2026-11-25T12:00+01:00"),
            ("this afternoon", "wall 2026-11-24T17:00+01:00"),
            ("eod", "wall 2026-11-24T17:00+01:00"),
            ("cob", "wall 2026-11-24T17:00+01:00"),
            ("end of day", "wall 2026-11-24T17:00+01:00"),
            ("end of the day", "wall 2026-11-24T17:00+01:00"),
            ("close of business", "wall 2026-11-24T17:00+01:00"),
            ("end of business friday", "wall 2026-11-27T17:00+01:00"),
            ("eod friday", "wall 2026-11-27T17:00+01:00"),
            ("cob thursday", "wall 2026-11-26T17:00+01:00"),
            ("by close of business friday", "wall 2026-11-27T17:00+01:00"),
            ("tonight", "day 2026-11-24"),
            // An evening and a night end with their day, as "tonight" does.
            ("this evening", "day 2026-11-24"),
            ("tomorrow evening", "day 2026-11-25"),
            ("tomorrow night", "day 2026-11-25"),
            ("this week", "day 2026-11-27"),
            ("eow", "day 2026-11-27"),
            ("end of week", "day 2026-11-27"),
            ("end of the week", "day 2026-11-27"),
            ("next week", "day 2026-12-04"),
            ("end of next week", "day 2026-12-04"),
            ("the week after next", "day 2026-12-11"),
            // A weekend is Saturday and Sunday, whatever day weeks begin on.
            ("this weekend", "day 2026-11-29"),
            ("weekend", "day 2026-11-29"),
            ("next weekend", "day 2026-12-06"),
            ("by the weekend", "day 2026-11-27"),
            ("before the weekend", "day 2026-11-27"),
            ("end of month", "day 2026-11-30"),
            ("eom", "day 2026-11-30"),
            ("end of the month", "day 2026-11-30"),
            // Months, quarters and years end on their last day, worked or not.
            ("this month", "day 2026-11-30"),
            ("next month", "day 2026-12-31"),
            ("the month after next", "day 2027-01-31"),
            ("december", "day 2026-12-31"),
            ("end of december", "day 2026-12-31"),
            ("january 2027", "day 2027-01-31"),
            ("december next year", "day 2027-12-31"),
            ("q1", "day 2027-03-31"),
            ("end of q1", "day 2027-03-31"),
            ("q1 2027", "day 2027-03-31"),
            ("this quarter", "day 2026-12-31"),
            ("next quarter", "day 2027-03-31"),
            ("eoq", "day 2026-12-31"),
            ("third quarter 2027", "day 2027-09-30"),
            ("eoy", "day 2026-12-31"),
            ("end of year", "day 2026-12-31"),
            ("this year", "day 2026-12-31"),
            ("next year", "day 2027-12-31"),
            ("in 2027", "day 2027-12-31"),
            ("end of 2027", "day 2027-12-31"),
            ("month end", "day 2026-11-30"),
            ("today", "day 2026-11-24"),
            ("yesterday", "past [yesterday]"),
        ],
    );
}

#[test]
fn before_a_day_is_the_day_before() {
    deadlines(
        TUESDAY,
        &[
            ("before friday", "day 2026-11-26"),
            ("before wednesday", "day 2026-11-24"),
            ("before tomorrow", "day 2026-11-24"),
            ("before 1 december", "day 2026-11-30"),
            ("before december", "day 2026-11-30"),
            ("before next week", "day 2026-11-29"),
            ("before christmas", "day 2026-12-24"),
            ("before 2027", "day 2026-12-31"),
            // Of a time, "before" is the time.
            ("before noon tomorrow", "wall 2026-11-25T12:00+01:00"),
            ("before friday 3pm", "wall 2026-11-27T15:00+01:00"),
            ("before eod friday", "wall 2026-11-27T17:00+01:00"),
            // The end of something is its end.
            ("before the end of the month", "day 2026-11-30"),
            ("before end of day", "wall 2026-11-24T17:00+01:00"),
            (
                "3pm before friday",
                "no [before] a time before a day: which day?",
            ),
            (
                "before tomorrow morning",
                "no [before tomorrow morning] \"before\" with a part of the day sets no \
             clear end",
            ),
            (
                "before 2 days",
                "no [before 2 days] \"before\" with a length of time is not clear",
            ),
            (
                "before friday week",
                "no [before] \"before\" with a length of time is not clear",
            ),
            (
                "a week from before friday",
                "no [before] \"before\" with a length of time is not clear",
            ),
        ],
    );
}

#[test]
fn midnight_has_two_ends() {
    deadlines(
        TUESDAY,
        &[
            (
                "friday midnight",
                "several [friday midnight] wall 2026-11-27T00:00+01:00, wall \
             2026-11-28T00:00+01:00",
            ),
            (
                "midnight friday",
                "several [midnight friday] wall 2026-11-27T00:00+01:00, wall \
             2026-11-28T00:00+01:00",
            ),
            (
                "midnight tomorrow",
                "several [midnight tomorrow] wall 2026-11-25T00:00+01:00, wall \
             2026-11-26T00:00+01:00",
            ),
            (
                "tomorrow at midnight",
                "several [tomorrow at midnight] wall 2026-11-25T00:00+01:00, wall \
             2026-11-26T00:00+01:00",
            ),
            // Many who say 12am of a day mean its other end.
            (
                "friday 12am",
                "several [friday 12am] wall 2026-11-27T00:00+01:00, wall \
             2026-11-28T00:00+01:00",
            ),
            // One of them has passed, or is named.
            ("midnight", "wall 2026-11-25T00:00+01:00"),
            ("at midnight", "wall 2026-11-25T00:00+01:00"),
            ("12am", "wall 2026-11-25T00:00+01:00"),
            ("12 midnight", "wall 2026-11-25T00:00+01:00"),
            ("tonight at midnight", "wall 2026-11-25T00:00+01:00"),
            ("midnight today", "wall 2026-11-25T00:00+01:00"),
            ("this evening at 12", "wall 2026-11-25T00:00+01:00"),
            ("friday 00:00", "wall 2026-11-27T00:00+01:00"),
            ("friday 24:00", "wall 2026-11-28T00:00+01:00"),
            ("friday 23:59", "wall 2026-11-27T23:59+01:00"),
            (
                "10 past midnight",
                "wall 2026-11-25T00:10+01:00 | 0:10 has passed today: tomorrow is taken",
            ),
            ("quarter to midnight", "wall 2026-11-24T23:45+01:00"),
        ],
    );
}
