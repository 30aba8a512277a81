//! Other customs: weeks from Sunday, short weeks, holidays, the order of dates.

use super::{Sense, TUESDAY, World};
use crate::domain::calendar::DateOrder;

fn day_first() -> World {
    let mut world = World::berlin(TUESDAY);
    world.date_order = Some(DateOrder::DayMonth);
    world
}

#[test]
fn weeks_from_sunday_and_holidays() {
    let world = World::new_york("2026-11-24T15:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            ("this week", "day 2026-11-25"),
            ("eow", "day 2026-11-25"),
            ("next week", "day 2026-12-03"),
            ("next friday", "day 2026-12-04"),
            ("next sunday", "day 2026-11-29"),
            ("next saturday", "day 2026-12-05"),
            ("sunday", "day 2026-11-29"),
            ("this weekend", "day 2026-11-29"),
            ("by the weekend", "day 2026-11-27"),
            ("2 business days", "day 2026-11-30"),
            ("next business day", "day 2026-11-25"),
            ("4 business hours", "wall 2026-11-24T14:00-05:00"),
            ("12 business hours", "wall 2026-11-25T12:00-05:00"),
            ("eod", "wall 2026-11-24T18:00-05:00"),
            ("first thing tomorrow", "wall 2026-11-25T08:00-05:00"),
            ("this afternoon", "wall 2026-11-24T18:00-05:00"),
            ("last working day of the month", "day 2026-11-30"),
            ("christmas", "day 2026-12-25"),
            ("5 business days after 24 dec", "day 2027-01-04"),
            ("1/12", "day 2027-01-12"),
            (
                "13/12",
                "no [13/12] there is no such date, read as month and day",
            ),
            ("12/13/2026", "day 2026-12-13"),
            ("2/3/27", "day 2027-02-03"),
            ("monday of next week", "day 2026-11-30"),
            ("sunday of this week", "past [sunday of this week]"),
            ("start of next week", "day 2026-11-30"),
        ],
    );
}

#[test]
fn on_a_sunday_a_new_week_begins() {
    let world = World::new_york("2026-11-29T15:00:00Z");
    world.check(
        Sense::Deadline,
        &[
            ("next friday", "day 2026-12-11"),
            ("friday", "day 2026-12-04"),
            ("this week", "day 2026-12-03"),
            (
                "sunday",
                "day 2026-12-06 | today is Sunday: Sun 6 Dec 2026 is taken",
            ),
            ("next sunday", "day 2026-12-06"),
            ("this weekend", "day 2026-11-29"),
        ],
    );
}

#[test]
fn a_slashed_date_follows_the_config() {
    let world = day_first();
    world.check(
        Sense::Deadline,
        &[
            ("1/12", "day 2026-12-01"),
            ("13/12", "day 2026-12-13"),
            (
                "12/13",
                "no [12/13] there is no such date, read as day and month",
            ),
            ("1/12/2026", "day 2026-12-01"),
            ("1.12.2026", "day 2026-12-01"),
        ],
    );
}
