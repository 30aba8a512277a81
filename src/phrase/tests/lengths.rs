//! Lengths of time, from now and from a day, and days with names.

use super::{FRIDAY_EVENING, Sense, TUESDAY, World, deadlines};

#[test]
fn forms_of_lengths() {
    deadlines(
        TUESDAY,
        &[
            ("in 1h30m", "instant 2026-11-24T18:10+01:00"),
            ("in 1h30", "instant 2026-11-24T18:10+01:00"),
            ("in 1h 30min", "instant 2026-11-24T18:10+01:00"),
            ("1h30m", "instant 2026-11-24T18:10+01:00"),
            ("90 min", "instant 2026-11-24T18:10+01:00"),
            ("90 minutes", "instant 2026-11-24T18:10+01:00"),
            ("in 90 mins.", "instant 2026-11-24T18:10+01:00"),
            ("half an hour", "instant 2026-11-24T17:10+01:00"),
            ("in half an hour", "instant 2026-11-24T17:10+01:00"),
            ("in about half an hour", "instant 2026-11-24T17:10+01:00"),
            ("an hour and a half", "instant 2026-11-24T18:10+01:00"),
            ("in an hour", "instant 2026-11-24T17:40+01:00"),
            ("in an hour's time", "instant 2026-11-24T17:40+01:00"),
            ("in 1 hour and 45 minutes", "instant 2026-11-24T18:25+01:00"),
            ("in 1 hour, 45 minutes", "instant 2026-11-24T18:25+01:00"),
            ("in two and a half hours", "instant 2026-11-24T19:10+01:00"),
            ("in 2.5 hours", "instant 2026-11-24T19:10+01:00"),
            ("in 2,5 hours", "instant 2026-11-24T19:10+01:00"),
            ("in 1 1/2 hours", "instant 2026-11-24T18:10+01:00"),
            ("in 1/4h", "instant 2026-11-24T16:55+01:00"),
            ("in 3/4 hour", "instant 2026-11-24T17:25+01:00"),
            ("in ½ h", "instant 2026-11-24T17:10+01:00"),
            ("in a quarter of an hour", "instant 2026-11-24T16:55+01:00"),
            (
                "in three quarters of an hour",
                "instant 2026-11-24T17:25+01:00",
            ),
            ("in a couple of hours", "instant 2026-11-24T18:40+01:00"),
            ("in a couple hours", "instant 2026-11-24T18:40+01:00"),
            ("in a pair of minutes", "instant 2026-11-24T16:42+01:00"),
            // As few as make a few.
            (
                "in a few hours",
                "instant 2026-11-24T19:40+01:00 | a few is taken as 3",
            ),
            ("in 2 more minutes", "instant 2026-11-24T16:42+01:00"),
            ("in thirty minutes", "instant 2026-11-24T17:10+01:00"),
            ("in forty-five minutes", "instant 2026-11-24T17:25+01:00"),
            ("in 90 seconds", "instant 2026-11-24T16:41:30+01:00"),
            ("in one minute", "instant 2026-11-24T16:41+01:00"),
            ("5m", "instant 2026-11-24T16:45+01:00"),
            ("in 5m", "instant 2026-11-24T16:45+01:00"),
            ("48h", "instant 2026-11-26T16:40+01:00"),
            ("24 hours", "instant 2026-11-25T16:40+01:00"),
            ("2 weeks", "day 2026-12-08"),
            ("2 weeks from now", "day 2026-12-08"),
            ("two weeks hence", "day 2026-12-08"),
            ("a week hence", "day 2026-12-01"),
            ("in two weeks' time", "day 2026-12-08"),
            ("within 3 days", "day 2026-11-27"),
            ("within the hour", "instant 2026-11-24T17:40+01:00"),
            ("in the next 2 hours", "instant 2026-11-24T18:40+01:00"),
            ("in the next hour", "instant 2026-11-24T17:40+01:00"),
            // The next days are counted from today; the next weeks could be calendar weeks.
            ("next 3 days", "day 2026-11-27"),
            ("upcoming 2 days", "day 2026-11-26"),
            ("two upcoming days", "day 2026-11-26"),
            ("in a fortnight", "day 2026-12-08"),
            ("in half a year", "day 2027-05-24"),
            ("in a year and a half", "day 2028-05-24"),
            ("three months hence", "day 2027-02-24"),
            ("in 2 quarters", "day 2027-05-24"),
            ("2d", "day 2026-11-26"),
            ("3w", "day 2026-12-15"),
            ("10 days from now", "day 2026-12-04"),
            ("today in one hour", "instant 2026-11-24T17:40+01:00"),
            ("now", "instant 2026-11-24T16:40+01:00"),
            ("right now", "instant 2026-11-24T16:40+01:00"),
        ],
    );
}

#[test]
fn lengths_from_a_day() {
    deadlines(
        TUESDAY,
        &[
            ("3 weeks from monday", "day 2026-12-21"),
            ("a week on friday", "day 2026-12-04"),
            ("two weeks on monday", "day 2026-12-14"),
            ("a week from friday", "day 2026-12-04"),
            ("a week from tomorrow", "day 2026-12-02"),
            ("a week tomorrow", "day 2026-12-02"),
            ("8 days from tomorrow", "day 2026-12-03"),
            (
                "2 weeks from tomorrow at 3pm",
                "wall 2026-12-09T15:00+01:00",
            ),
            ("two weeks from today", "day 2026-12-08"),
            ("the day after friday", "day 2026-11-28"),
            ("the day before christmas", "day 2026-12-24"),
            ("2 days before friday", "day 2026-11-25"),
            ("3 days after christmas", "day 2026-12-28"),
            ("a week after 3 dec", "day 2026-12-10"),
            ("2 days after end of month", "day 2026-12-02"),
            ("2 hours after friday 3pm", "instant 2026-11-27T17:00+01:00"),
            (
                "2 hours before friday noon",
                "instant 2026-11-27T10:00+01:00",
            ),
            (
                "30 minutes before noon tomorrow",
                "wall 2026-11-25T11:30+01:00",
            ),
            ("an hour after 5pm", "instant 2026-11-24T18:00+01:00"),
            ("3 fridays from now", "day 2026-12-11"),
            ("two sundays from now", "day 2026-12-06"),
            ("a couple of mondays from now", "day 2026-12-07"),
        ],
    );
}

#[test]
fn feasts() {
    deadlines(
        TUESDAY,
        &[
            ("christmas", "day 2026-12-25"),
            ("christmas 2027", "day 2027-12-25"),
            ("xmas", "day 2026-12-25"),
            ("christmas eve", "day 2026-12-24"),
            ("new year's eve", "day 2026-12-31"),
            ("new years day", "day 2027-01-01"),
            ("new year’s eve 6pm", "wall 2026-12-31T18:00+01:00"),
            ("valentine's day", "day 2027-02-14"),
            ("easter", "day 2027-03-28"),
            ("easter monday", "day 2027-03-29"),
            ("good friday 2027", "day 2027-03-26"),
            ("good friday", "day 2027-03-26"),
            ("mother's day", "day 2027-05-09"),
            ("halloween", "day 2027-10-31"),
            // Where countries differ, the American day.
            ("thanksgiving", "day 2026-11-26"),
            ("black friday", "day 2026-11-27"),
            ("labor day", "day 2027-09-06"),
            // "next" is clear only where the coming one is far.
            ("next easter", "day 2027-03-28"),
            (
                "next christmas",
                "several [next christmas] day 2026-12-25, day 2027-12-25",
            ),
            ("this christmas", "day 2026-12-25"),
            ("christmas next year", "day 2027-12-25"),
            // Of what comes once a year, the first that lies ahead; the last one too if it is recent.
            ("three days after easter", "day 2027-03-31"),
            ("one year after christmas", "day 2027-12-25"),
            ("a week after christmas", "day 2027-01-01"),
            ("the friday after easter", "day 2027-04-02"),
            ("first monday after easter", "day 2027-03-29"),
            ("third tuesday after christmas", "day 2027-01-12"),
            ("monday before christmas", "day 2026-12-21"),
        ],
    );
}

#[test]
fn after_a_feast_that_has_just_passed() {
    let world = World::berlin("2027-01-03T11:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            ("a week after christmas", "past [a week after christmas]"),
            ("two weeks after christmas", "day 2027-01-08"),
            ("one year after christmas", "day 2027-12-25"),
            ("christmas", "past [christmas]"),
            ("christmas eve", "past [christmas eve]"),
            ("new year's day", "past [new year's day]"),
            ("halloween", "day 2027-10-31"),
        ],
    );
}

#[test]
fn evenings_of_the_day() {
    deadlines(
        FRIDAY_EVENING,
        &[
            (
                "friday evening",
                "day 2026-11-27 | today is Friday: today is taken",
            ),
            (
                "friday night",
                "day 2026-11-27 | today is Friday: today is taken",
            ),
            ("tonight", "day 2026-11-27"),
            ("in the evening", "day 2026-11-27"),
            ("this evening", "day 2026-11-27"),
        ],
    );
}
