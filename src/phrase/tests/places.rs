//! Zones: by name, by abbreviation, and of a person.

use super::{Sense, TUESDAY, World, deadlines};
use crate::domain::calendar::Their;
use crate::domain::zone::Zone;

/// A config that settles abbreviations.
fn settled() -> World {
    let mut world = World::berlin(TUESDAY);
    world.abbreviations = [
        ("CST", "America/Chicago"),
        ("xyz", "Asia/Tokyo"),
        ("BST", "No/Where"),
    ]
    .map(|(name, zone)| (name.to_owned(), zone.to_owned()))
    .into();
    world
}

/// A promise to somebody whose zone is known, or not.
fn with_their(zone: Option<&str>) -> World {
    let mut world = World::berlin(TUESDAY);
    world.their = Some(Their {
        name: "Jane Ortiz".into(),
        zone: zone.and_then(Zone::bundled),
    });
    world
}

#[test]
fn a_zone_may_follow() {
    deadlines(
        TUESDAY,
        &[
            (
                "1pm Europe/London",
                "wall 2026-11-25T13:00+00:00[Europe/London] | 13:00 has passed there today: \
             tomorrow is taken | Wed 25 Nov 13:00 in Europe/London is Wed 25 Nov 14:00 here \
             (Europe/Berlin)",
            ),
            (
                "1pm europe/london",
                "wall 2026-11-25T13:00+00:00[Europe/London] | 13:00 has passed there today: \
             tomorrow is taken | Wed 25 Nov 13:00 in Europe/London is Wed 25 Nov 14:00 here \
             (Europe/Berlin)",
            ),
            (
                "tomorrow 1pm Europe/London",
                "wall 2026-11-25T13:00+00:00[Europe/London] | Wed 25 Nov 13:00 in \
             Europe/London is Wed 25 Nov 14:00 here (Europe/Berlin)",
            ),
            (
                "6pm Europe/London",
                "wall 2026-11-24T18:00+00:00[Europe/London] | Tue 24 Nov 18:00 in \
             Europe/London is Tue 24 Nov 19:00 here (Europe/Berlin)",
            ),
            (
                "Europe/London 6pm",
                "wall 2026-11-24T18:00+00:00[Europe/London] | Tue 24 Nov 18:00 in \
             Europe/London is Tue 24 Nov 19:00 here (Europe/Berlin)",
            ),
            (
                "friday Europe/London",
                "day 2026-11-27[Europe/London] | the end of Fri 27 Nov in Europe/London is \
             Sat 28 Nov 00:59 here (Europe/Berlin)",
            ),
            (
                "tomorrow 1pm America/New_York",
                "wall 2026-11-25T13:00-05:00[America/New_York] | Wed 25 Nov 13:00 in \
             America/New_York is Wed 25 Nov 19:00 here (Europe/Berlin)",
            ),
            (
                "tomorrow 8am Asia/Tokyo",
                "wall 2026-11-26T08:00+09:00[Asia/Tokyo] | Thu 26 Nov 08:00 in Asia/Tokyo \
             is Thu 26 Nov 00:00 here (Europe/Berlin)",
            ),
            (
                "9am America/Argentina/Buenos_Aires",
                "wall 2026-11-25T09:00-03:00[America/Argentina/Buenos_Aires] | 9:00 has passed \
             there today: tomorrow is taken | Wed 25 Nov 09:00 in \
             America/Argentina/Buenos_Aires is Wed 25 Nov 13:00 here (Europe/Berlin)",
            ),
        ],
    );
}

#[test]
fn an_offset_or_an_abbreviation_may_follow() {
    deadlines(
        TUESDAY,
        &[
            // An abbreviation is its offset, exactly as written, and a point in time.
            (
                "1pm CET",
                "instant 2026-11-25T13:00+01:00 | 13:00 has passed today: tomorrow is taken",
            ),
            (
                "1pm CEST",
                "instant 2026-11-25T12:00+01:00 | 13:00 has passed there today: tomorrow is \
             taken | Wed 25 Nov 13:00 CEST is Wed 25 Nov 12:00 here (Europe/Berlin)",
            ),
            (
                "1pm cet",
                "instant 2026-11-25T13:00+01:00 | 13:00 has passed today: tomorrow is taken",
            ),
            (
                "6pm GMT",
                "instant 2026-11-24T19:00+01:00 | Tue 24 Nov 18:00 GMT is Tue 24 Nov 19:00 here \
             (Europe/Berlin)",
            ),
            (
                "friday 9am PST",
                "instant 2026-11-27T18:00+01:00 | Fri 27 Nov 09:00 PST is Fri 27 Nov 18:00 here \
             (Europe/Berlin)",
            ),
            (
                "tomorrow 9am EDT",
                "instant 2026-11-25T14:00+01:00 | Wed 25 Nov 09:00 EDT is Wed 25 Nov 14:00 here \
             (Europe/Berlin)",
            ),
            ("friday CET", "instant 2026-11-27T23:59:59+01:00"),
            // ET and PT are said of the clock on the wall.
            (
                "noon ET",
                "wall 2026-11-24T12:00-05:00[America/New_York] | Tue 24 Nov 12:00 in \
             America/New_York is Tue 24 Nov 18:00 here (Europe/Berlin)",
            ),
            (
                "9am PT friday",
                "wall 2026-11-27T09:00-08:00[America/Los_Angeles] | Fri 27 Nov 09:00 in \
             America/Los_Angeles is Fri 27 Nov 18:00 here (Europe/Berlin)",
            ),
            (
                "1pm UTC+2",
                "instant 2026-11-25T12:00+01:00 | 13:00 has passed there today: tomorrow is \
             taken | Wed 25 Nov 13:00 +02:00 is Wed 25 Nov 12:00 here (Europe/Berlin)",
            ),
            (
                "1pm UTC-03:30",
                "instant 2026-11-24T17:30+01:00 | Tue 24 Nov 13:00 -03:30 is Tue 24 Nov 17:30 \
             here (Europe/Berlin)",
            ),
            (
                "6pm gmt+0",
                "instant 2026-11-24T19:00+01:00 | Tue 24 Nov 18:00 +00:00 is Tue 24 Nov 19:00 \
             here (Europe/Berlin)",
            ),
            (
                "15:00Z",
                "instant 2026-11-25T16:00+01:00 | 15:00 has passed there today: tomorrow is \
             taken | Wed 25 Nov 15:00 +00:00 is Wed 25 Nov 16:00 here (Europe/Berlin)",
            ),
            (
                "15:00+02:00",
                "instant 2026-11-25T14:00+01:00 | 15:00 has passed there today: tomorrow is \
             taken | Wed 25 Nov 15:00 +02:00 is Wed 25 Nov 14:00 here (Europe/Berlin)",
            ),
            (
                "3pm+01:00",
                "instant 2026-11-25T15:00+01:00 | 15:00 has passed today: tomorrow is taken",
            ),
            ("friday 15:00 my time", "wall 2026-11-27T15:00+01:00"),
            // In another zone it is another day already, and another hour has passed.
            (
                "tomorrow 1am Asia/Tokyo",
                "wall 2026-11-26T01:00+09:00[Asia/Tokyo] | Thu 26 Nov 01:00 in Asia/Tokyo \
             is Wed 25 Nov 17:00 here (Europe/Berlin)",
            ),
            (
                "today 11pm Asia/Tokyo",
                "wall 2026-11-25T23:00+09:00[Asia/Tokyo] | Wed 25 Nov 23:00 in Asia/Tokyo \
             is Wed 25 Nov 15:00 here (Europe/Berlin)",
            ),
            (
                "at 8 America/New_York",
                "several [at 8 America/New_York] wall \
             2026-11-24T20:00-05:00[America/New_York], wall \
             2026-11-25T08:00-05:00[America/New_York]",
            ),
        ],
    );
}

#[test]
fn an_abbreviation_with_two_meanings_is_refused() {
    deadlines(
        TUESDAY,
        &[
            ("1pm CST", "several [CST] "),
            ("1pm IST", "several [IST] "),
            ("1pm BST", "several [BST] "),
            (
                "1pm Europe/Nowhere",
                "no [Europe/Nowhere] \"Europe/Nowhere\" is no time zone that is known",
            ),
            (
                "1pm London time",
                "no [London] \"London\" alone names no zone",
            ),
            (
                "tomorrow London",
                "no [London] \"London\" alone names no zone",
            ),
            ("1pm their time", "no [their time] their time: whose?"),
            ("1pm UTC+15", "no [UTC+15] there is no such offset from UTC"),
            ("1pm UTC+", "no [UTC+] there is no such offset from UTC"),
            (
                "Europe/London",
                "no [Europe/London] a zone without a day or a time",
            ),
            ("1pm CET PST", "no [PST] this is a second zone"),
        ],
    );
}

#[test]
fn the_config_settles_an_abbreviation() {
    let world = settled();
    world.check(
        Sense::Deadline,
        &[
            (
                "1pm CST",
                "wall 2026-11-24T13:00-06:00[America/Chicago] | Tue 24 Nov 13:00 in \
             America/Chicago is Tue 24 Nov 20:00 here (Europe/Berlin)",
            ),
            (
                "tomorrow 9am cst",
                "wall 2026-11-25T09:00-06:00[America/Chicago] | Wed 25 Nov 09:00 in \
             America/Chicago is Wed 25 Nov 16:00 here (Europe/Berlin)",
            ),
            (
                "1pm CET",
                "instant 2026-11-25T13:00+01:00 | 13:00 has passed today: tomorrow is taken",
            ),
            (
                "1pm XYZ",
                "wall 2026-11-25T13:00+09:00[Asia/Tokyo] | Wed 25 Nov 13:00 in Asia/Tokyo \
             is Wed 25 Nov 05:00 here (Europe/Berlin)",
            ),
            (
                "1pm BST",
                "no [BST] the config says that BST is No/Where, which is no zone",
            ),
        ],
    );
}

#[test]
fn their_time_is_their_day() {
    let world = with_their(Some("America/New_York"));
    world.check(
        Sense::Deadline,
        &[
            (
                "tomorrow 1pm their time",
                "wall 2026-11-25T13:00-05:00[America/New_York] | Wed 25 Nov 13:00 for Jane \
             Ortiz (America/New_York) is Wed 25 Nov 19:00 here (Europe/Berlin)",
            ),
            (
                "1pm their time",
                "wall 2026-11-24T13:00-05:00[America/New_York] | Tue 24 Nov 13:00 for Jane \
             Ortiz (America/New_York) is Tue 24 Nov 19:00 here (Europe/Berlin)",
            ),
            (
                "9am their time",
                "wall 2026-11-25T09:00-05:00[America/New_York] | 9:00 has passed there today: \
             tomorrow is taken | Wed 25 Nov 09:00 for Jane Ortiz (America/New_York) is Wed \
             25 Nov 15:00 here (Europe/Berlin)",
            ),
            (
                "friday their time",
                "day 2026-11-27[America/New_York] | the end of Fri 27 Nov for Jane Ortiz \
             (America/New_York) is Sat 28 Nov 05:59 here (Europe/Berlin)",
            ),
            (
                "today 5pm their time",
                "wall 2026-11-24T17:00-05:00[America/New_York] | Tue 24 Nov 17:00 for Jane \
             Ortiz (America/New_York) is Tue 24 Nov 23:00 here (Europe/Berlin)",
            ),
            (
                "3pm my time",
                "wall 2026-11-25T15:00+01:00 | 15:00 has passed today: tomorrow is taken",
            ),
            (
                "tomorrow noon their time",
                "wall 2026-11-25T12:00-05:00[America/New_York] | Wed 25 Nov 12:00 for Jane \
             Ortiz (America/New_York) is Wed 25 Nov 18:00 here (Europe/Berlin)",
            ),
        ],
    );
}

#[test]
fn their_zone_must_be_known() {
    let world = with_their(None);
    world.check(
        Sense::Deadline,
        &[(
            "tomorrow 1pm their time",
            "no [their time] no time zone is known for Jane Ortiz",
        )],
    );
}
