//! What is said beside a deadline, and times as they are written.

use super::{Sense, TUESDAY, World, deadlines};

/// Monday 23 November 2026, 09:00 in Berlin.
const MONDAY: &str = "2026-11-23T08:00:00Z";

#[test]
fn what_was_decided_is_said() {
    deadlines(
        MONDAY,
        &[
            (
                "8am",
                "wall 2026-11-24T08:00+01:00 | 8:00 has passed today: tomorrow is taken",
            ),
            (
                "08:59",
                "wall 2026-11-24T08:59+01:00 | 8:59 has passed today: tomorrow is taken",
            ),
            ("9am", "wall 2026-11-23T09:00+01:00"),
            ("friday 8am", "wall 2026-11-27T08:00+01:00"),
            ("tomorrow 8am", "wall 2026-11-24T08:00+01:00"),
            ("midnight", "wall 2026-11-24T00:00+01:00"),
            (
                "at 8",
                "several [at 8] wall 2026-11-23T20:00+01:00, wall 2026-11-24T08:00+01:00",
            ),
            ("in a few days", "day 2026-11-26 | a few is taken as 3"),
            (
                "the next few hours",
                "instant 2026-11-23T12:00+01:00 | a few is taken as 3",
            ),
            ("in a couple of days", "day 2026-11-25"),
            ("around 3pm", "wall 2026-11-23T15:00+01:00"),
            ("wed or so", "day 2026-11-25"),
            ("3ish", "wall 2026-11-23T15:00+01:00"),
            (
                "thursday 1pm EST",
                "instant 2026-11-26T19:00+01:00 | Thu 26 Nov 13:00 EST is Thu 26 Nov 19:00 here \
                 (Europe/Berlin)",
            ),
            ("thursday 1pm CET", "instant 2026-11-26T13:00+01:00"),
        ],
    );
    World::berlin(MONDAY).check(
        Sense::Past,
        &[
            ("10am", "wall 2026-11-22T10:00+01:00"),
            ("a few days ago", "day 2026-11-20 | a few is taken as 3"),
            (
                "friday 1pm EST",
                "instant 2026-11-20T19:00+01:00 | Fri 20 Nov 13:00 EST is Fri 20 Nov 19:00 here \
                 (Europe/Berlin)",
            ),
        ],
    );
}

#[test]
fn after_an_iso_date_a_time_is_as_written() {
    deadlines(
        TUESDAY,
        &[
            (
                "2027-03-28 2:30",
                "wall 2027-03-28T03:00+02:00 | clocks in Europe/Berlin skip 02:30 on Sun 28 Mar \
                 2027: the first moment after it is taken, Sun 28 Mar 2027 03:00 +02:00",
            ),
            ("2026-12-03 2:30", "wall 2026-12-03T02:30+01:00"),
            ("2026-12-03 at 2:30", "wall 2026-12-03T02:30+01:00"),
            ("2026-12-03 12:30", "wall 2026-12-03T12:30+01:00"),
            ("2026-12-03T9:00", "wall 2026-12-03T09:00+01:00"),
            ("2026-12-03 2:30pm", "wall 2026-12-03T14:30+01:00"),
            // As it is spoken.
            (
                "2026-12-03 8:30 in the evening",
                "wall 2026-12-03T20:30+01:00",
            ),
            ("2026-12-03 at 3", "wall 2026-12-03T15:00+01:00"),
            ("3 dec 2:30", "wall 2026-12-03T14:30+01:00"),
            ("2026-12-03T9", "no [9] there is no such time"),
        ],
    );
    World::berlin(TUESDAY).check(
        Sense::Past,
        &[("2026-11-24 2:30", "wall 2026-11-24T02:30+01:00")],
    );
}

#[test]
fn before_a_number_is_as_by_it() {
    deadlines(
        MONDAY,
        &[
            ("before 5", "wall 2026-11-23T17:00+01:00"),
            ("by 5", "wall 2026-11-23T17:00+01:00"),
            ("before 5 tomorrow", "wall 2026-11-24T17:00+01:00"),
            ("before friday 5", "wall 2026-11-27T17:00+01:00"),
            ("before 5 dec", "day 2026-12-04"),
            ("before the 5th", "day 2026-12-04"),
            ("by the 5", "day 2026-12-05"),
            (
                "before 5 days",
                "no [before 5 days] \"before\" with a length of time is not clear",
            ),
            ("before 13", "no [13] the number 13 means nothing alone"),
        ],
    );
}

#[test]
fn a_date_just_passed_with_its_weekday_is_told_what_to_say() {
    let world = World::berlin("2026-11-30T08:00:00Z");
    for sense in [Sense::Deadline, Sense::DeadlineMaybePast] {
        let read = world.read("sat 28 nov", sense);
        if sense == Sense::DeadlineMaybePast {
            assert!(read.is_ok());
            continue;
        }
        let hint = read.unwrap_err().hint.unwrap();
        assert_eq!(
            hint,
            "for the next one say the year and no weekday, \"28 Nov 2027\"; for a promise made \
             earlier add --made"
        );
        assert!(world.read("28 Nov 2027", sense).is_ok());
    }
}

#[test]
fn a_weekday_beside_a_whole_date_must_be_its_own() {
    deadlines(
        TUESDAY,
        &[
            (
                "Fri, Jul 18, 2027 7 pm",
                "no [Fri, Jul 18, 2027] 18 Jul 2027 is a Sunday",
            ),
            (
                "right away",
                "no [right away] \"right away\" is no time that can be kept or missed",
            ),
            (
                "at once",
                "no [once] \"once\" is no time that can be kept or missed",
            ),
            ("right now", "instant 2026-11-24T16:40+01:00"),
        ],
    );
}
