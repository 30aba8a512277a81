//! Times that clock changes skip or repeat.

use super::{Sense, World};

#[test]
fn clocks_skip_an_hour_in_spring() {
    let world = World::berlin("2026-03-28T11:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            ("tomorrow 01:59", "wall 2026-03-29T01:59+01:00"),
            (
                "tomorrow 2am",
                "wall 2026-03-29T03:00+02:00 | clocks in Europe/Berlin skip 02:00 on Sun \
             29 Mar 2026: the first moment after it is taken, Sun 29 Mar 2026 03:00 \
             +02:00",
            ),
            (
                "tomorrow 2:30am",
                "wall 2026-03-29T03:00+02:00 | clocks in Europe/Berlin skip 02:30 on Sun \
             29 Mar 2026: the first moment after it is taken, Sun 29 Mar 2026 03:00 \
             +02:00",
            ),
            (
                "tomorrow 02:30",
                "wall 2026-03-29T03:00+02:00 | clocks in Europe/Berlin skip 02:30 on Sun \
             29 Mar 2026: the first moment after it is taken, Sun 29 Mar 2026 03:00 \
             +02:00",
            ),
            ("tomorrow 03:00", "wall 2026-03-29T03:00+02:00"),
            (
                "2026-03-29T02:00",
                "wall 2026-03-29T03:00+02:00 | clocks in Europe/Berlin skip 02:00 on Sun \
             29 Mar 2026: the first moment after it is taken, Sun 29 Mar 2026 03:00 \
             +02:00",
            ),
            ("in 24 hours", "instant 2026-03-29T13:00+02:00"),
            ("in 1 day", "day 2026-03-29"),
            ("in 1 day and 1 hour", "instant 2026-03-29T13:00+02:00"),
            ("sunday", "day 2026-03-29"),
            (
                "tomorrow 02:30 Europe/London",
                "wall 2026-03-29T02:30+01:00[Europe/London] | Sun 29 Mar 02:30 in \
             Europe/London is Sun 29 Mar 03:30 here (Europe/Berlin)",
            ),
        ],
    );
}

#[test]
fn clocks_repeat_an_hour_in_autumn() {
    let world = World::berlin("2026-10-24T10:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            ("tomorrow 01:59", "wall 2026-10-25T01:59+02:00"),
            (
                "tomorrow 2am",
                "wall 2026-10-25T02:00+02:00 | 02:00 on Sun 25 Oct 2026 happens twice in \
             Europe/Berlin: the first is taken, Sun 25 Oct 2026 02:00 +02:00",
            ),
            (
                "tomorrow 02:30",
                "wall 2026-10-25T02:30+02:00 | 02:30 on Sun 25 Oct 2026 happens twice in \
             Europe/Berlin: the first is taken, Sun 25 Oct 2026 02:30 +02:00",
            ),
            ("tomorrow 03:00", "wall 2026-10-25T03:00+01:00"),
            ("sunday", "day 2026-10-25"),
            ("in 24 hours", "instant 2026-10-25T11:00+01:00"),
            ("in 1 day", "day 2026-10-25"),
            (
                "9am",
                "wall 2026-10-25T09:00+01:00 | 9:00 has passed today: tomorrow is taken",
            ),
        ],
    );
}

#[test]
fn clocks_change_in_new_york() {
    let world = World::new_york("2026-03-07T15:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            (
                "tomorrow 2:30am",
                "wall 2026-03-08T03:00-04:00 | clocks in America/New_York skip 02:30 on \
             Sun 8 Mar 2026: the first moment after it is taken, Sun 8 Mar 2026 \
             03:00 -04:00",
            ),
            ("tomorrow 3am", "wall 2026-03-08T03:00-04:00"),
            ("sunday", "day 2026-03-08"),
        ],
    );
}

#[test]
fn clocks_repeat_in_new_york() {
    let world = World::new_york("2026-10-31T15:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            (
                "tomorrow 1:30am",
                "wall 2026-11-01T01:30-04:00 | 01:30 on Sun 1 Nov 2026 happens twice in \
             America/New_York: the first is taken, Sun 1 Nov 2026 01:30 -04:00",
            ),
            ("tomorrow 2am", "wall 2026-11-01T02:00-05:00"),
            (
                "1:30am",
                "wall 2026-11-01T01:30-04:00 | 01:30 on Sun 1 Nov 2026 happens twice in \
             America/New_York: the first is taken, Sun 1 Nov 2026 01:30 -04:00 | 1:30 has \
             passed today: tomorrow is taken",
            ),
        ],
    );
}

/// What would be stored can be read back: no year has five figures.
#[test]
fn the_last_year() {
    let world = World::berlin("9999-12-20T12:00:00Z");
    let table = [
        ("in 5 hours", "instant 9999-12-20T18:00+01:00"),
        ("today", "day 9999-12-20"),
        (
            "in 322 hours",
            "no [in 322 hours] \"in 322 hours\" is too far away",
        ),
        (
            "322h,2second",
            "no [322h,2second] \"322h,2second\" is too far away",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(world.shown(text, Sense::Deadline), expected, "{text}");
    }
}
