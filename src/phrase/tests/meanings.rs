//! What the design promises that phrases mean, sentence by sentence.

use super::{FRIDAY, FRIDAY_EVENING, SATURDAY, TUESDAY, deadlines};

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
            ("this weekend", "day 2026-11-29"),
            ("weekend", "day 2026-11-29"),
            ("next weekend", "day 2026-12-06"),
            ("by the weekend", "day 2026-11-27"),
            ("before the weekend", "day 2026-11-27"),
            ("end of month", "day 2026-11-30"),
            ("eom", "day 2026-11-30"),
            ("end of the month", "day 2026-11-30"),
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
                "no [before tomorrow morning] \"before\" with a part of the day sets no clear end",
            ),
            (
                "before 2 days",
                "no [before 2 days] \"before\" with a length of time is not clear",
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
                "several [friday midnight] wall 2026-11-27T00:00+01:00, wall 2026-11-28T00:00+01:00",
            ),
            (
                "midnight friday",
                "several [midnight friday] wall 2026-11-27T00:00+01:00, wall 2026-11-28T00:00+01:00",
            ),
            (
                "midnight tomorrow",
                "several [midnight tomorrow] wall 2026-11-25T00:00+01:00, wall 2026-11-26T00:00+01:00",
            ),
            (
                "tomorrow at midnight",
                "several [tomorrow at midnight] wall 2026-11-25T00:00+01:00, wall 2026-11-26T00:00+01:00",
            ),
            (
                "friday 12am",
                "several [friday 12am] wall 2026-11-27T00:00+01:00, wall 2026-11-28T00:00+01:00",
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
            ("10 past midnight", "wall 2026-11-25T00:10+01:00"),
            ("quarter to midnight", "wall 2026-11-24T23:45+01:00"),
        ],
    );
}

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
                "day 2026-12-01 | today is Tuesday: Tue 01 Dec 2026 is taken",
            ),
            (
                "this tuesday",
                "day 2026-12-01 | today is Tuesday: Tue 01 Dec 2026 is taken",
            ),
            ("next tuesday", "day 2026-12-01"),
            (
                "tuesday 18:00",
                "wall 2026-11-24T18:00+01:00 | today is Tuesday: today is taken",
            ),
            (
                "tuesday 9am",
                "wall 2026-12-01T09:00+01:00 | today is Tuesday: Tue 01 Dec 2026 is taken",
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
            ("next friday 4 dec", "day 2026-12-04"),
            (
                "next friday 27 nov",
                "no [next friday 27 nov] that weekday is Fri 04 Dec 2026, another day",
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
                "day 2026-12-04 | today is Friday: Fri 04 Dec 2026 is taken",
            ),
            (
                "this friday",
                "day 2026-12-04 | today is Friday: Fri 04 Dec 2026 is taken",
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
                "wall 2026-12-04T08:00+01:00 | today is Friday: Fri 04 Dec 2026 is taken",
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
                "day 2026-12-04 | today is Friday: Fri 04 Dec 2026 is taken",
            ),
            (
                "friday 9am",
                "wall 2026-12-04T09:00+01:00 | today is Friday: Fri 04 Dec 2026 is taken",
            ),
            (
                "friday 9pm",
                "wall 2026-11-27T21:00+01:00 | today is Friday: today is taken",
            ),
            (
                "friday at 8",
                "several [friday at 8] wall 2026-11-27T20:00+01:00, wall 2026-12-04T08:00+01:00",
            ),
            (
                "friday at 3",
                "wall 2026-12-04T15:00+01:00 | today is Friday: Fri 04 Dec 2026 is taken",
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
            ("4 business hours", "wall 2026-11-25T12:40+01:00"),
            ("30 business hours", "wall 2026-11-30T14:40+01:00"),
            ("2 business days after friday", "day 2026-12-01"),
            ("2 business days before friday", "day 2026-11-25"),
            ("3 business days from tomorrow", "day 2026-11-30"),
            (
                "2 business hours after tomorrow 4pm",
                "wall 2026-11-26T10:00+01:00",
            ),
            ("in 1 day and 3 hours", "instant 2026-11-25T19:40+01:00"),
            ("in 1 month and 2 days", "day 2026-12-26"),
            ("in 7 days at 5pm", "wall 2026-12-01T17:00+01:00"),
            ("in 2 weeks at noon", "wall 2026-12-08T12:00+01:00"),
        ],
    );
}

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
                "several [12] wall 2026-11-27T12:00+01:00, instant 2026-11-27T21:00+01:00, day 2026-12-12",
            ),
            ("at 12", "wall 2026-11-27T12:00+01:00"),
            ("12:30", "wall 2026-11-27T12:30+01:00"),
            ("8 tonight", "wall 2026-11-27T20:00+01:00"),
            ("at 8 tonight", "wall 2026-11-27T20:00+01:00"),
            ("tonight at 8", "wall 2026-11-27T20:00+01:00"),
            ("tonight at 8:30", "wall 2026-11-27T20:30+01:00"),
            ("8 in the morning", "wall 2026-11-28T08:00+01:00"),
            ("tomorrow at 8", "wall 2026-11-28T08:00+01:00"),
            ("tomorrow at 7", "wall 2026-11-28T07:00+01:00"),
            ("tomorrow at 6", "wall 2026-11-28T18:00+01:00"),
            (
                "today at 8",
                "several [today at 8] wall 2026-11-27T08:00+01:00, wall 2026-11-27T20:00+01:00",
            ),
            ("today at 10", "wall 2026-11-27T10:00+01:00"),
            ("03:30", "wall 2026-11-28T03:30+01:00"),
            ("15:30", "wall 2026-11-27T15:30+01:00"),
            ("07:00", "wall 2026-11-28T07:00+01:00"),
            ("08:00", "wall 2026-11-28T08:00+01:00"),
            ("at 1", "wall 2026-11-27T13:00+01:00"),
            ("quarter to 7", "wall 2026-11-27T18:45+01:00"),
            (
                "quarter past 7",
                "several [quarter past 7] wall 2026-11-27T19:15+01:00, wall 2026-11-28T07:15+01:00",
            ),
        ],
    );
}

#[test]
fn a_time_of_twelve_hours_in_the_afternoon() {
    deadlines(
        TUESDAY,
        &[
            ("at 3", "wall 2026-11-25T15:00+01:00"),
            ("at 5", "wall 2026-11-24T17:00+01:00"),
            ("at 4", "wall 2026-11-25T16:00+01:00"),
            (
                "at 8",
                "several [at 8] wall 2026-11-24T20:00+01:00, wall 2026-11-25T08:00+01:00",
            ),
            (
                "today at 8",
                "several [today at 8] wall 2026-11-24T08:00+01:00, wall 2026-11-24T20:00+01:00",
            ),
            ("today at 3", "past [today at 3]"),
            (
                "tuesday at 8",
                "several [tuesday at 8] wall 2026-11-24T20:00+01:00, wall 2026-12-01T08:00+01:00",
            ),
            (
                "24 nov at 8",
                "several [24 nov at 8] wall 2026-11-24T08:00+01:00, wall 2026-11-24T20:00+01:00",
            ),
            (
                "9:30",
                "several [9:30] wall 2026-11-24T21:30+01:00, wall 2026-11-25T09:30+01:00",
            ),
            ("3:30", "wall 2026-11-25T15:30+01:00"),
            ("at 12", "wall 2026-11-25T12:00+01:00"),
            ("at 6", "wall 2026-11-24T18:00+01:00"),
            ("20:00", "wall 2026-11-24T20:00+01:00"),
            ("08:00", "wall 2026-11-25T08:00+01:00"),
            (
                "half 9",
                "several [half 9] wall 2026-11-24T21:30+01:00, wall 2026-11-25T09:30+01:00",
            ),
            ("half 3", "wall 2026-11-25T15:30+01:00"),
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
            ("3 in the morning", "wall 2026-11-28T03:00+01:00"),
            ("at 8 in the evening", "wall 2026-11-27T20:00+01:00"),
            ("in the evening at eight", "wall 2026-11-27T20:00+01:00"),
            ("3 in the am", "wall 2026-11-28T03:00+01:00"),
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
            ("9am", "wall 2026-11-25T09:00+01:00"),
            ("noon", "wall 2026-11-25T12:00+01:00"),
            ("16:40", "wall 2026-11-24T16:40+01:00"),
            ("16:39", "wall 2026-11-25T16:39+01:00"),
            ("16:41", "wall 2026-11-24T16:41+01:00"),
            ("3pm", "wall 2026-11-25T15:00+01:00"),
            ("5pm", "wall 2026-11-24T17:00+01:00"),
            ("03:30", "wall 2026-11-25T03:30+01:00"),
            ("in the morning", "wall 2026-11-25T12:00+01:00"),
            ("afternoon", "wall 2026-11-24T17:00+01:00"),
        ],
    );
}

#[test]
fn what_names_a_past_moment_is_refused() {
    deadlines(
        TUESDAY,
        &[
            ("today 9am", "past [today 9am]"),
            ("today at noon", "past [today at noon]"),
            ("this morning", "past [this morning]"),
            ("yesterday", "past [yesterday]"),
            ("yesterday 3pm", "past [yesterday 3pm]"),
            ("2 hours ago", "past [2 hours ago]"),
            ("3 days ago", "past [3 days ago]"),
            ("20 minutes ago", "past [20 minutes ago]"),
            ("last friday", "past [last friday]"),
            ("last week", "past [last week]"),
            ("last month", "past [last month]"),
            ("19 Nov", "past [19 Nov]"),
            ("1 Sep", "past [1 Sep]"),
            ("24 Aug", "past [24 Aug]"),
            ("fri 20 nov", "past [fri 20 nov]"),
            ("last friday of october", "past [last friday of october]"),
            ("october", "past [october]"),
            ("q3", "past [q3]"),
            ("1st of the month", "past [1st of the month]"),
            ("2026-11-23", "past [2026-11-23]"),
            ("2026-11-24T16:39", "past [2026-11-24T16:39]"),
            ("3 Dec 2025", "past [3 Dec 2025]"),
            ("christmas 2025", "past [christmas 2025]"),
            ("monday of this week", "past [monday of this week]"),
            ("31/12/99", "day 2099-12-31"),
            ("31/12/1999", "past [31/12/1999]"),
            // Three months and a day after it, the next one is meant.
            ("23 Aug", "day 2027-08-23"),
        ],
    );
}

#[test]
fn past_ends_of_spans_in_the_evening() {
    deadlines(
        FRIDAY_EVENING,
        &[
            ("eod", "past [eod]"),
            ("cob", "past [cob]"),
            ("end of the day", "past [end of the day]"),
            ("this afternoon", "past [this afternoon]"),
            ("today 9am", "past [today 9am]"),
            ("eow", "day 2026-11-27"),
            ("tonight", "day 2026-11-27"),
            ("first thing", "wall 2026-11-30T09:00+01:00"),
        ],
    );
}

#[test]
fn a_weekday_beside_a_date_must_agree() {
    deadlines(
        TUESDAY,
        &[
            ("Thu 26th", "day 2026-11-26"),
            ("Tuesday the 15th", "day 2026-12-15"),
            ("tue 15th", "day 2026-12-15"),
            (
                "Thu 15th",
                "no [Thu 15th] no such day falls within two months",
            ),
            (
                "Mon 25th",
                "no [Mon 25th] no such day falls within two months",
            ),
            ("thursday 3 dec", "day 2026-12-03"),
            ("Thu, Dec 3", "day 2026-12-03"),
            ("Dec 3, Thu", "day 2026-12-03"),
            ("fri 3 dec", "no [fri 3 dec] 03 Dec 2026 is a Thursday"),
            ("friday 3 dec 2027", "day 2027-12-03"),
            (
                "fri 3 dec 2026",
                "no [fri 3 dec 2026] 03 Dec 2026 is a Thursday",
            ),
            ("tomorrow wednesday", "day 2026-11-25"),
            (
                "tomorrow friday",
                "no [tomorrow friday] 25 Nov 2026 is a Wednesday",
            ),
            // A date that has just passed is a slip, not one of next year.
            ("fri 19 nov", "no [fri 19 nov] 19 Nov 2026 is a Thursday"),
            // Next year's; this year's is another weekday.
            ("thu 20 may", "day 2027-05-20"),
            (
                "sat 20 may",
                "day 2028-05-20 | 20 May 2027 is a Thursday: Sat 20 May 2028 is taken",
            ),
        ],
    );
}

#[test]
fn dates_with_two_readings() {
    deadlines(
        TUESDAY,
        &[
            ("1/12", "several [1/12] day 2026-12-01, day 2027-01-12"),
            (
                "1/12/2026",
                "several [1/12/2026] day 2026-01-12, day 2026-12-01",
            ),
            (
                "1/12/2027",
                "several [1/12/2027] day 2027-01-12, day 2027-12-01",
            ),
            ("2-3", "several [2-3] day 2027-02-03, day 2027-03-02"),
            (
                "3.4.2027",
                "several [3.4.2027] day 2027-03-04, day 2027-04-03",
            ),
            ("13/12", "day 2026-12-13"),
            ("12/13", "day 2026-12-13"),
            ("25-12", "day 2026-12-25"),
            ("3/3", "day 2027-03-03"),
            ("3/3/2027", "day 2027-03-03"),
            ("31/12/2026", "day 2026-12-31"),
            ("31.12.2026", "day 2026-12-31"),
            ("31.12.26", "day 2026-12-31"),
            ("13/13", "no [13/13] there is no such date"),
            ("0/5", "no [0/5] there is no such date"),
            (
                "1/12 3pm",
                "several [1/12 3pm] wall 2026-12-01T15:00+01:00, wall 2027-01-12T15:00+01:00",
            ),
            ("2026-12-01", "day 2026-12-01"),
            ("2026/12/01", "day 2026-12-01"),
            ("3.12", "no [3] the number 3 means nothing here"),
        ],
    );
}
