//! Numbers alone, lengths and dates that are none.

use super::{SATURDAY, TUESDAY, deadlines};

#[test]
fn numbers_alone_are_refused() {
    deadlines(
        TUESDAY,
        &[
            (
                "5",
                "several [5] wall 2026-11-24T17:00+01:00, instant 2026-11-24T21:40+01:00, \
             day 2026-12-05",
            ),
            (
                "12",
                "several [12] instant 2026-11-25T04:40+01:00, wall 2026-11-25T12:00+01:00, \
             day 2026-12-12",
            ),
            (
                "one",
                "several [one] instant 2026-11-24T17:40+01:00, wall \
             2026-11-25T13:00+01:00, day 2026-12-01",
            ),
            ("27", "no [27] the number 27 means nothing alone"),
            ("99", "no [99] the number 99 means nothing alone"),
            ("900", "no [900] the number 900 means nothing alone"),
            (
                "2030",
                "several [2030] wall 2026-11-24T20:30+01:00, day 2030-12-31",
            ),
            (
                "2027",
                "several [2027] wall 2026-11-24T20:27+01:00, day 2027-12-31",
            ),
            (
                "by 2027",
                "several [2027] wall 2026-11-24T20:27+01:00, day 2027-12-31",
            ),
            ("by 27", "no [27] the number 27 means nothing alone"),
            ("friday 99", "no [99] no such day falls within two months"),
            ("tomorrow 25", "no [25] this is no time of the day"),
            (
                "2h",
                "several [2h] instant 2026-11-24T18:40+01:00, wall 2026-11-25T14:00+01:00",
            ),
            (
                "8h",
                "several [8h] wall 2026-11-24T20:00+01:00, instant 2026-11-25T00:40+01:00, \
             wall 2026-11-25T08:00+01:00",
            ),
            (
                "1h30",
                "several [1h30] instant 2026-11-24T18:10+01:00, wall \
             2026-11-25T13:30+01:00",
            ),
            (
                "3h30",
                "several [3h30] instant 2026-11-24T20:10+01:00, wall \
             2026-11-25T15:30+01:00",
            ),
            (
                "tomorrow 3h30",
                "several [tomorrow 3h30] wall 2026-11-25T03:30+01:00, wall \
             2026-11-25T15:30+01:00",
            ),
            (
                "friday 4",
                "several [friday 4] wall 2026-11-27T16:00+01:00, day 2026-12-04",
            ),
            (
                "friday 15",
                "several [friday 15] wall 2026-11-27T15:00+01:00, day 2027-01-15",
            ),
            (
                "monday 7",
                "several [monday 7] wall 2026-11-30T07:00+01:00, day 2026-12-07",
            ),
            ("monday 9", "wall 2026-11-30T09:00+01:00"),
            ("2 friday", "no [2] no such day falls within two months"),
            ("9 friday", "no [9] no such day falls within two months"),
            // Counted, or the day of the month.
            ("2nd friday", "several [2nd friday] "),
            ("the first friday", "several [first friday] "),
            ("march second tuesday", "several [march second tuesday] "),
            ("december 3rd thursday", "several [december 3rd thursday] "),
            (
                "5 dec 3",
                "no [3] a number after a date could be one of several things",
            ),
            (
                "dec 3 5",
                "no [5] a number after a date could be one of several things",
            ),
            (
                "in 2 days 3",
                "several [3] instant 2026-11-24T19:40+01:00, wall 2026-11-25T15:00+01:00, \
             day 2026-12-03",
            ),
            ("in 5", "no [5] the number 5 means nothing here"),
        ],
    );
}

#[test]
fn lengths_that_are_none() {
    deadlines(
        TUESDAY,
        &[
            ("in 0 days", "no [0 days] this is no time at all"),
            ("0 minutes", "no [0 minutes] this is no time at all"),
            (
                "in half a day",
                "no [half a day] this is no whole number of days",
            ),
            (
                "in 1.5 days",
                "no [1.5 days] this is no whole number of days",
            ),
            (
                "in a week and a half",
                "no [a week and a half] this is no whole number of days",
            ),
            (
                "in 2 days and 3 business hours",
                "no [2 days and 3 business hours] working time is not mixed with other \
             time",
            ),
            (
                "in 99999999999 days",
                "no [99999999999 days] this is too long a time",
            ),
            (
                "in 99999999999999999999999999 days",
                "no [99999999999999999999999999] the number 99999999999999999999999999 \
             means nothing here",
            ),
            (
                "in 99999999999 hours",
                "no [99999999999 hours] this is too long a time",
            ),
            (
                "in 4294967295 days",
                "no [in 4294967295 days] \"in 4294967295 days\" is too far away",
            ),
            (
                "in 4294967295 months",
                "no [in 4294967295 months] \"in 4294967295 months\" is too far away",
            ),
            (
                "in 200 years",
                "no [in 200 years] \"in 200 years\" is too far away",
            ),
            ("101 years", "no [101 years] \"101 years\" is too far away"),
        ],
    );
}

#[test]
fn lengths_that_are_not_clear() {
    deadlines(
        TUESDAY,
        &[
            (
                "2 hours before friday",
                "no [2 hours before] hours are counted from a time, and none is named",
            ),
            (
                "3 weeks from",
                "no [3 weeks from] the day that this counts from is missing",
            ),
            (
                "friday 3pm a week from",
                "no [a week from] the day that this counts from is missing",
            ),
            (
                "a week after",
                "no [a week after] the day that this counts from is missing",
            ),
            (
                "2 days after 3pm",
                "no [2 days after] the day that this counts from is missing",
            ),
            (
                "2 weeks after next week",
                "no [next week] this is more than a day to count from",
            ),
            ("in 2 weeks on friday", "day 2026-12-11"),
            ("friday in 2 weeks", "day 2026-12-11"),
            (
                "tomorrow in 2 hours",
                "no [tomorrow] the length of time does not end on this day",
            ),
            (
                "in 2 hours at 3pm",
                "no [3pm] a length of time and a time of the day do not go together",
            ),
            (
                "next 2 weeks",
                "several [next 2 weeks] day 2026-12-08, day 2026-12-11",
            ),
            (
                "upcoming two weeks",
                "several [upcoming two weeks] day 2026-12-08, day 2026-12-11",
            ),
            ("within the week", "several [week] "),
            (
                "in the next week",
                "several [in the next week] day 2026-12-01, day 2026-12-04",
            ),
            ("1400 hours", "no [hours] \"hours\" is not understood here"),
            (
                "999999999 business days",
                "no [999999999 business days] \"999999999 business days\" is too far away",
            ),
            (
                "999999999 business hours",
                "no [999999999 business hours] this is too long a time",
            ),
            (
                "2 business hours ago",
                "no [2 business hours ago] working hours are counted ahead only",
            ),
        ],
    );
}

#[test]
fn dates_that_are_none() {
    deadlines(
        TUESDAY,
        &[
            ("30 feb", "no [30 feb] February has no day 30"),
            ("31 april", "no [31 april] April has no day 31"),
            ("dec 32", "no [dec 32] December has no day 32"),
            ("the 32nd", "no [32nd] no month has a day 32"),
            ("feb 29", "no [feb 29] there is no such day within a year"),
            (
                "29 feb 2027",
                "no [29 feb 2027] February 2027 has no day 29",
            ),
            (
                "3 dec 1801",
                "no [3 dec 1801] \"3 dec 1801\" is too far away",
            ),
            (
                "3 dec 2199",
                "no [3 dec 2199] \"3 dec 2199\" is too far away",
            ),
            (
                "3 dec 2126",
                "no [3 dec 2126] \"3 dec 2126\" is too far away",
            ),
            ("2026-02-30", "no [2026-02-30] there is no such day"),
            (
                "0001-01-01",
                "no [0001-01-01] \"0001-01-01\" is too far away",
            ),
            (
                "9999-12-31",
                "no [9999-12-31] \"9999-12-31\" is too far away",
            ),
            (
                "fifth friday of february 2027",
                "no [fifth friday of february 2027] there is no such day in it",
            ),
            (
                "sixth monday of december 2026",
                "no [sixth monday of december 2026] there is no such day in it",
            ),
            (
                "next week 9am",
                "no [next week] this is more than a day, so a time does not fit it",
            ),
            (
                "december 5pm",
                "no [december] this is more than a day, so a time does not fit it",
            ),
            (
                "this weekend 3pm",
                "no [this weekend] this is more than a day, so a time does not fit it",
            ),
            (
                "friday next week noon tomorrow",
                "no [tomorrow] this is a second day",
            ),
            (
                "start of tomorrow",
                "no [start of tomorrow] this has no start to be due at",
            ),
            ("end of 3pm", "no [3pm] a time has no end"),
            (
                "last of the month",
                "no [last] \"last\" is not understood here",
            ),
        ],
    );
}

#[test]
fn phrases_that_stay_harmless() {
    deadlines(
        SATURDAY,
        &[
            ("tomorrow\tnoon", "wall 2026-11-22T12:00+01:00"),
            ("friday,,, 3pm", "wall 2026-11-27T15:00+01:00"),
            (" , friday", "day 2026-11-27"),
            ("...friday", "day 2026-11-27"),
            ("for 2 hours", "no [hours] \"hours\" is not understood here"),
            ("by 2 weeks", "day 2026-12-05"),
            (
                "2 hours friday",
                "no [friday] the length of time does not end on this day",
            ),
            (
                "in a bit",
                "no [bit] \"bit\" is no time that can be kept or missed",
            ),
            ("in a quarter", "no [a] \"a\" is not understood here"),
            (
                "at 5 dec",
                "no [dec] this is more than a day, so a time does not fit it",
            ),
        ],
    );
}
