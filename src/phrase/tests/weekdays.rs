//! Weekdays, seen from other days and from their own; working time; lengths of time.

use super::{FRIDAY, FRIDAY_EVENING, SATURDAY, TUESDAY, deadlines};

#[test]
fn weekdays_from_a_tuesday() {
    deadlines(
        TUESDAY,
        &[
            ("friday", "day 2026-11-27"),
            ("this friday", "day 2026-11-27"),
            ("next friday", "day 2026-12-04"),
            ("coming friday", "day 2026-11-27"),
            ("monday", "day 2026-11-30"),
            ("next monday", "day 2026-11-30"),
            ("sunday", "day 2026-11-29"),
            ("next sunday", "day 2026-12-06"),
            (
                "tuesday",
                "day 2026-12-01 | today is Tuesday: Tue 1 Dec 2026 is taken",
            ),
            (
                "this tuesday",
                "day 2026-12-01 | today is Tuesday: Tue 1 Dec 2026 is taken",
            ),
            ("next tuesday", "day 2026-12-01"),
            (
                "tuesday 18:00",
                "wall 2026-11-24T18:00+01:00 | today is Tuesday: today is taken",
            ),
            (
                "tuesday 9am",
                "wall 2026-12-01T09:00+01:00 | today is Tuesday: Tue 1 Dec 2026 is taken",
            ),
            ("monday of next week", "day 2026-11-30"),
            ("next week wednesday", "day 2026-12-02"),
            ("friday next week", "day 2026-12-04"),
            ("thursday this week", "day 2026-11-26"),
            ("monday of the week after next", "day 2026-12-07"),
            ("tuesday of this week", "day 2026-11-24"),
            ("monday of this week", "past [monday of this week]"),
            ("friday week", "day 2026-12-04"),
            ("tuesday week", "day 2026-12-08"),
            ("tomorrow week", "day 2026-12-02"),
            ("today week", "day 2026-12-01"),
            ("friday fortnight", "day 2026-12-11"),
            // One of two weeks; or the same by either count.
            (
                "friday after next",
                "several [friday after next] day 2026-12-04, day 2026-12-11",
            ),
            ("monday after next", "day 2026-12-07"),
            ("monday after next week", "no [after] \"after\" sets no end"),
            ("next friday 4 dec", "day 2026-12-04"),
            (
                "next friday 27 nov",
                "no [next friday 27 nov] that weekday is Fri 4 Dec 2026, another day",
            ),
        ],
    );
}

#[test]
fn weekdays_from_their_own_day() {
    deadlines(
        FRIDAY,
        &[
            (
                "friday",
                "day 2026-12-04 | today is Friday: Fri 4 Dec 2026 is taken",
            ),
            (
                "this friday",
                "day 2026-12-04 | today is Friday: Fri 4 Dec 2026 is taken",
            ),
            (
                "friday 9am",
                "wall 2026-11-27T09:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday 10am",
                "wall 2026-11-27T10:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday 8am",
                "wall 2026-12-04T08:00+01:00 | today is Friday: Fri 4 Dec 2026 is taken",
            ),
            (
                "friday at 3",
                "wall 2026-11-27T15:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday noon",
                "wall 2026-11-27T12:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday morning",
                "wall 2026-11-27T12:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday afternoon",
                "wall 2026-11-27T17:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday evening",
                "day 2026-11-27 | today is Friday: today is taken",
            ),
            ("next friday", "day 2026-12-04"),
            ("before friday", "day 2026-12-03"),
            ("fri 27 nov", "day 2026-11-27"),
            ("friday the 27th", "day 2026-11-27"),
            ("today", "day 2026-11-27"),
        ],
    );
}

#[test]
fn weekdays_from_their_own_evening() {
    deadlines(
        FRIDAY_EVENING,
        &[
            (
                "friday",
                "day 2026-12-04 | today is Friday: Fri 4 Dec 2026 is taken",
            ),
            (
                "friday 9am",
                "wall 2026-12-04T09:00+01:00 | today is Friday: Fri 4 Dec 2026 is taken",
            ),
            (
                "friday 9pm",
                "wall 2026-11-27T21:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday at 8",
                "several [friday at 8] wall 2026-11-27T20:00+01:00, wall \
             2026-12-04T08:00+01:00",
            ),
            (
                "friday at 3",
                "wall 2026-12-04T15:00+01:00 | today is Friday: Fri 4 Dec 2026 is taken",
            ),
            ("by the weekend", "day 2026-11-27"),
            ("this week", "day 2026-11-27"),
            ("eow", "day 2026-11-27"),
            ("this weekend", "day 2026-11-29"),
        ],
    );
}

#[test]
fn on_a_saturday() {
    deadlines(
        SATURDAY,
        &[
            ("this week", "past [this week]"),
            ("eow", "past [eow]"),
            ("end of the week", "past [end of the week]"),
            ("by the weekend", "past [by the weekend]"),
            ("this weekend", "day 2026-11-22"),
            (
                "saturday",
                "day 2026-11-28 | today is Saturday: Sat 28 Nov 2026 is taken",
            ),
            ("sunday", "day 2026-11-22"),
            ("next friday", "day 2026-11-27"),
            ("friday", "day 2026-11-27"),
            ("2 business days", "day 2026-11-24"),
            ("4 business hours", "wall 2026-11-23T13:00+01:00"),
            ("next business day", "day 2026-11-23"),
            ("first thing", "wall 2026-11-23T09:00+01:00"),
            ("eod", "wall 2026-11-21T17:00+01:00"),
        ],
    );
}

#[test]
fn days_and_instants() {
    deadlines(
        TUESDAY,
        &[
            ("in 2 days", "day 2026-11-26"),
            ("in 2 hours", "instant 2026-11-24T18:40+01:00"),
            ("in 30 min", "instant 2026-11-24T17:10+01:00"),
            ("2 days", "day 2026-11-26"),
            ("2 hours", "instant 2026-11-24T18:40+01:00"),
            ("in a week", "day 2026-12-01"),
            ("in 1 month", "day 2026-12-24"),
            ("2 business days", "day 2026-11-26"),
            ("2 business days 10am", "wall 2026-11-26T10:00+01:00"),
            ("2 weeks 3pm", "wall 2026-12-08T15:00+01:00"),
            ("in 2 working days", "day 2026-11-26"),
            ("within 5 business days", "day 2026-12-01"),
            ("next business day", "day 2026-11-25"),
            ("next working day at noon", "wall 2026-11-25T12:00+01:00"),
            ("1 business day", "day 2026-11-25"),
            ("10 workdays", "day 2026-12-08"),
            // Working hours end at a time on the wall, since work keeps to it.
            ("4 business hours", "wall 2026-11-25T12:40+01:00"),
            ("30 business hours", "wall 2026-11-30T14:40+01:00"),
            ("2 business days after friday", "day 2026-12-01"),
            ("2 business days before friday", "day 2026-11-25"),
            ("3 business days from tomorrow", "day 2026-11-30"),
            (
                "2 business hours after tomorrow 4pm",
                "wall 2026-11-26T10:00+01:00",
            ),
            // Days on the calendar, then hours on the clock.
            ("in 1 day and 3 hours", "instant 2026-11-25T19:40+01:00"),
            ("in 1 month and 2 days", "day 2026-12-26"),
            ("in 7 days at 5pm", "wall 2026-12-01T17:00+01:00"),
            ("in 2 weeks at noon", "wall 2026-12-08T12:00+01:00"),
        ],
    );
}
