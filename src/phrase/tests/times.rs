//! Times of the day: which half of it, and which day.

use super::{FRIDAY, TUESDAY, deadlines};

#[test]
fn a_time_of_twelve_hours_is_a_waking_one() {
    deadlines(
        FRIDAY,
        &[
            // 09:00: three has not come, eight has passed and twenty has not.
            ("at 3", "wall 2026-11-27T15:00+01:00"),
            ("3:30", "wall 2026-11-27T15:30+01:00"),
            ("half past three", "wall 2026-11-27T15:30+01:00"),
            (
                "at 7",
                "several [at 7] wall 2026-11-27T19:00+01:00, wall 2026-11-28T07:00+01:00",
            ),
            (
                "at 8",
                "several [at 8] wall 2026-11-27T20:00+01:00, wall 2026-11-28T08:00+01:00",
            ),
            ("at 9", "wall 2026-11-27T09:00+01:00"),
            ("at 10", "wall 2026-11-27T10:00+01:00"),
            ("at 6", "wall 2026-11-27T18:00+01:00"),
            (
                "12",
                "several [12] wall 2026-11-27T12:00+01:00, instant 2026-11-27T21:00+01:00, \
             day 2026-12-12",
            ),
            ("at 12", "wall 2026-11-27T12:00+01:00"),
            ("12:30", "wall 2026-11-27T12:30+01:00"),
            ("8 tonight", "wall 2026-11-27T20:00+01:00"),
            ("at 8 tonight", "wall 2026-11-27T20:00+01:00"),
            ("tonight at 8", "wall 2026-11-27T20:00+01:00"),
            ("tonight at 8:30", "wall 2026-11-27T20:30+01:00"),
            (
                "8 in the morning",
                "wall 2026-11-28T08:00+01:00 | 8:00 has passed today: tomorrow is taken",
            ),
            ("tomorrow at 8", "wall 2026-11-28T08:00+01:00"),
            ("tomorrow at 7", "wall 2026-11-28T07:00+01:00"),
            ("tomorrow at 6", "wall 2026-11-28T18:00+01:00"),
            (
                "today at 8",
                "several [today at 8] wall 2026-11-27T08:00+01:00, wall \
             2026-11-27T20:00+01:00",
            ),
            ("today at 10", "wall 2026-11-27T10:00+01:00"),
            (
                "03:30",
                "wall 2026-11-28T03:30+01:00 | 3:30 has passed today: tomorrow is taken",
            ),
            ("15:30", "wall 2026-11-27T15:30+01:00"),
            (
                "07:00",
                "wall 2026-11-28T07:00+01:00 | 7:00 has passed today: tomorrow is taken",
            ),
            (
                "08:00",
                "wall 2026-11-28T08:00+01:00 | 8:00 has passed today: tomorrow is taken",
            ),
            ("at 1", "wall 2026-11-27T13:00+01:00"),
            ("quarter to 7", "wall 2026-11-27T18:45+01:00"),
            (
                "quarter past 7",
                "several [quarter past 7] wall 2026-11-27T19:15+01:00, wall \
             2026-11-28T07:15+01:00",
            ),
        ],
    );
}

#[test]
fn a_time_of_twelve_hours_in_the_afternoon() {
    deadlines(
        TUESDAY,
        &[
            (
                "at 3",
                "wall 2026-11-25T15:00+01:00 | 15:00 has passed today: tomorrow is taken",
            ),
            ("at 5", "wall 2026-11-24T17:00+01:00"),
            (
                "at 4",
                "wall 2026-11-25T16:00+01:00 | 16:00 has passed today: tomorrow is taken",
            ),
            (
                "at 8",
                "several [at 8] wall 2026-11-24T20:00+01:00, wall 2026-11-25T08:00+01:00",
            ),
            (
                "today at 8",
                "several [today at 8] wall 2026-11-24T08:00+01:00, wall \
             2026-11-24T20:00+01:00",
            ),
            ("today at 3", "past [today at 3]"),
            (
                "tuesday at 8",
                "several [tuesday at 8] wall 2026-11-24T20:00+01:00, wall \
             2026-12-01T08:00+01:00",
            ),
            (
                "24 nov at 8",
                "several [24 nov at 8] wall 2026-11-24T08:00+01:00, wall \
             2026-11-24T20:00+01:00",
            ),
            (
                "9:30",
                "several [9:30] wall 2026-11-24T21:30+01:00, wall 2026-11-25T09:30+01:00",
            ),
            (
                "3:30",
                "wall 2026-11-25T15:30+01:00 | 15:30 has passed today: tomorrow is taken",
            ),
            (
                "at 12",
                "wall 2026-11-25T12:00+01:00 | 12:00 has passed today: tomorrow is taken",
            ),
            ("at 6", "wall 2026-11-24T18:00+01:00"),
            ("20:00", "wall 2026-11-24T20:00+01:00"),
            (
                "08:00",
                "wall 2026-11-25T08:00+01:00 | 8:00 has passed today: tomorrow is taken",
            ),
            (
                "half 9",
                "several [half 9] wall 2026-11-24T21:30+01:00, wall 2026-11-25T09:30+01:00",
            ),
            (
                "half 3",
                "wall 2026-11-25T15:30+01:00 | 15:30 has passed today: tomorrow is taken",
            ),
        ],
    );
}

#[test]
fn parts_of_the_day_name_the_half() {
    deadlines(
        FRIDAY,
        &[
            ("8 tonight", "wall 2026-11-27T20:00+01:00"),
            ("tonight at 11", "wall 2026-11-27T23:00+01:00"),
            ("tomorrow evening at 5", "wall 2026-11-28T17:00+01:00"),
            ("9 tomorrow evening", "wall 2026-11-28T21:00+01:00"),
            ("9 tomorrow morning", "wall 2026-11-28T09:00+01:00"),
            ("tomorrow morning at 9", "wall 2026-11-28T09:00+01:00"),
            ("saturday morning at 10:30", "wall 2026-11-28T10:30+01:00"),
            ("tomorrow afternoon at 5", "wall 2026-11-28T17:00+01:00"),
            ("3 in the afternoon", "wall 2026-11-27T15:00+01:00"),
            (
                "3 in the morning",
                "wall 2026-11-28T03:00+01:00 | 3:00 has passed today: tomorrow is taken",
            ),
            ("at 8 in the evening", "wall 2026-11-27T20:00+01:00"),
            ("in the evening at eight", "wall 2026-11-27T20:00+01:00"),
            (
                "3 in the am",
                "wall 2026-11-28T03:00+01:00 | 3:00 has passed today: tomorrow is taken",
            ),
            ("3 in the pm", "wall 2026-11-27T15:00+01:00"),
            ("tomorrow morning 9:30", "wall 2026-11-28T09:30+01:00"),
            ("tonight 21:00", "wall 2026-11-27T21:00+01:00"),
            (
                "tonight at 3",
                "no [tonight at 3] the time does not fit the part of the day",
            ),
            (
                "tomorrow afternoon at 8",
                "no [afternoon at 8] the time does not fit the part of the day",
            ),
            (
                "tomorrow morning at 3pm",
                "no [morning at 3pm] the time does not fit the part of the day",
            ),
            (
                "tonight 9am",
                "no [tonight 9am] the time does not fit the part of the day",
            ),
            (
                "this morning at 12",
                "no [this morning at 12] the time does not fit the part of the day",
            ),
            (
                "tomorrow morning eod",
                "no [morning eod] the time does not fit the part of the day",
            ),
            (
                "first thing tomorrow morning",
                "wall 2026-11-28T09:00+01:00",
            ),
            (
                "12 in the morning",
                "no [12 in the morning] the time does not fit the part of the day",
            ),
        ],
    );
}

#[test]
fn a_clock_time_that_has_passed_is_tomorrows() {
    deadlines(
        TUESDAY,
        &[
            (
                "9am",
                "wall 2026-11-25T09:00+01:00 | 9:00 has passed today: tomorrow is taken",
            ),
            (
                "noon",
                "wall 2026-11-25T12:00+01:00 | 12:00 has passed today: tomorrow is taken",
            ),
            ("16:40", "wall 2026-11-24T16:40+01:00"),
            (
                "16:39",
                "wall 2026-11-25T16:39+01:00 | 16:39 has passed today: tomorrow is taken",
            ),
            ("16:41", "wall 2026-11-24T16:41+01:00"),
            (
                "3pm",
                "wall 2026-11-25T15:00+01:00 | 15:00 has passed today: tomorrow is taken",
            ),
            ("5pm", "wall 2026-11-24T17:00+01:00"),
            (
                "03:30",
                "wall 2026-11-25T03:30+01:00 | 3:30 has passed today: tomorrow is taken",
            ),
            ("in the morning", "wall 2026-11-25T12:00+01:00"),
            ("afternoon", "wall 2026-11-24T17:00+01:00"),
        ],
    );
}
