//! What names a past moment, and dates that do not agree or have two readings.

use super::{FRIDAY_EVENING, TUESDAY, deadlines};

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
            (
                "first thing",
                "wall 2026-11-30T09:00+01:00 | 9:00 has passed today: Mon 30 Nov 2026 is taken",
            ),
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
            ("Thu Dec 3rd", "day 2026-12-03"),
            ("the 27th, friday", "day 2026-11-27"),
            ("friday the 4th", "day 2026-12-04"),
            ("fri 3 dec", "no [fri 3 dec] 3 Dec 2026 is a Thursday"),
            ("friday 3 dec 2027", "day 2027-12-03"),
            (
                "fri 3 dec 2026",
                "no [fri 3 dec 2026] 3 Dec 2026 is a Thursday",
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
                "several [1/12 3pm] wall 2026-12-01T15:00+01:00, wall \
             2027-01-12T15:00+01:00",
            ),
            ("2026-12-01", "day 2026-12-01"),
            ("2026/12/01", "day 2026-12-01"),
            (
                "3.12",
                "several [3.12] wall 2026-11-25T15:12+01:00, day 2026-12-03, day 2027-03-12",
            ),
        ],
    );
}
