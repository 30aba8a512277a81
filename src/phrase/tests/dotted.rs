//! Dates with dots, as German and others write them, and the times that they could be.

use super::{Sense, TUESDAY, World, deadlines};
use crate::domain::calendar::DateOrder;

fn ordered(order: DateOrder, table: &[(&str, &str)]) {
    let mut world = World::berlin(TUESDAY);
    world.date_order = Some(order);
    world.check(Sense::Deadline, table);
}

#[test]
fn where_the_day_comes_first_dots_part_a_date() {
    ordered(
        DateOrder::DayMonth,
        &[
            ("24.12.", "day 2026-12-24"),
            ("24.12", "day 2026-12-24"),
            ("1.12.", "day 2026-12-01"),
            ("1.12", "day 2026-12-01"),
            ("01.12.", "day 2026-12-01"),
            ("13.12", "day 2026-12-13"),
            ("24.12. 2027", "day 2027-12-24"),
            ("24.12. 15:00", "wall 2026-12-24T15:00+01:00"),
            ("24.12. 1430", "wall 2026-12-24T14:30+01:00"),
            ("24.12 at 3", "wall 2026-12-24T15:00+01:00"),
            ("thursday 24.12.", "day 2026-12-24"),
            ("by 24.12.", "day 2026-12-24"),
            ("by 3.12.", "day 2026-12-03"),
            ("before 24.12.", "day 2026-12-23"),
            ("2 days before 24.12.", "day 2026-12-22"),
            ("fri 24.12.", "no [fri 24.12] 24 Dec 2026 is a Thursday"),
            // After "by" a number is a time as well.
            (
                "by 3.12",
                "several [by 3.12] wall 2026-11-25T15:12+01:00, day 2026-12-03",
            ),
            (
                "by 3.30",
                "wall 2026-11-25T15:30+01:00 | 15:30 has passed today: tomorrow is taken",
            ),
            ("at 5.10", "wall 2026-11-24T17:10+01:00"),
            ("5.10 pm", "wall 2026-11-24T17:10+01:00"),
            ("1.5 hours", "instant 2026-11-24T18:10+01:00"),
            (
                "Thursday 13.00",
                "no [13.00] there is no such date, read as day and month",
            ),
            (
                "10.30",
                "no [10.30] there is no such date, read as day and month",
            ),
            ("tomorrow 8.10", "no [8.10] this is a second day"),
            (
                "8.12 in the evening",
                "several [8.12 in the evening] wall 2026-11-24T20:12+01:00, day 2026-12-08",
            ),
            ("in 3.12", "no [3] the number 3 means nothing here"),
        ],
    );
}

#[test]
fn without_an_order_one_reading_is_taken() {
    deadlines(
        TUESDAY,
        &[
            (
                "24.12.",
                "day 2026-12-24 | \"24.12\" is taken as 24 Dec: date_order in the config settles \
                 such dates",
            ),
            (
                "24.12",
                "day 2026-12-24 | \"24.12\" is taken as 24 Dec: date_order in the config settles \
                 such dates",
            ),
            ("24.12.2026", "day 2026-12-24"),
            ("1.12.", "several [1.12.] day 2026-12-01, day 2027-01-12"),
            (
                "1.12",
                "several [1.12] wall 2026-11-25T13:12+01:00, day 2026-12-01, day 2027-01-12",
            ),
            // Also a time.
            (
                "13.12",
                "several [13.12] wall 2026-11-25T13:12+01:00, day 2026-12-13",
            ),
            (
                "13.12.",
                "day 2026-12-13 | \"13.12\" is taken as 13 Dec: date_order in the config settles \
                 such dates",
            ),
            ("Thursday 13.00", "no [13.00] there is no such date"),
            (
                "by 1.12.",
                "several [by 1.12.] day 2026-12-01, day 2027-01-12",
            ),
        ],
    );
    // Who writes the month first writes it with other marks.
    ordered(
        DateOrder::MonthDay,
        &[
            (
                "3.12",
                "several [3.12] wall 2026-11-25T15:12+01:00, day 2027-03-12",
            ),
            ("12.24.", "day 2026-12-24"),
            (
                "24.12.",
                "no [24.12] there is no such date, read as month and day",
            ),
        ],
    );
}

#[test]
fn filters_read_them_too() {
    let mut world = World::berlin(TUESDAY);
    world.date_order = Some(DateOrder::DayMonth);
    world.check(
        Sense::Past,
        &[
            ("23.11.", "day 2026-11-23"),
            ("24.12.", "day 2025-12-24"),
            (
                "thursday 13.00",
                "no [13.00] there is no such date, read as day and month",
            ),
        ],
    );
}

#[test]
fn what_could_be_a_time_is_told_how_to_be_one() {
    let mut world = World::berlin(TUESDAY);
    for (order, phrase, expected) in [
        (
            Some(DateOrder::DayMonth),
            "Thursday 13.00",
            "write a time as \"13:00\"",
        ),
        (None, "Thursday 13.00", "write a time as \"13:00\""),
        (
            Some(DateOrder::DayMonth),
            "tonight 8.30",
            "write a time as \"8:30\"",
        ),
        (
            Some(DateOrder::DayMonth),
            "by 3.12",
            "say \"3 Dec\" or \"3:12\"",
        ),
        (
            None,
            "13.12",
            "say \"13 Dec\" or \"13:12\", or set date_order in the config",
        ),
        (
            None,
            "1.12.",
            "name the month, as in \"3 Dec\", or set date_order in the config",
        ),
    ] {
        world.date_order = order;
        let refusal = world.read(phrase, Sense::Deadline).unwrap_err();
        assert_eq!(refusal.hint.as_deref(), Some(expected), "{phrase}");
    }
}
