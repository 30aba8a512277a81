//! Offsets in figures, whole days said as such, and that what the program prints reads back.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::{Sense, TUESDAY, World, deadlines};
use crate::domain::deadline::Deadline;
use crate::domain::zone::Zone;

#[test]
fn an_offset_after_a_time_is_a_fixed_one() {
    deadlines(
        TUESDAY,
        &[
            (
                "Wed 25 Nov 2026 12:00 -06:00",
                "instant 2026-11-25T19:00+01:00 | Wed 25 Nov 12:00 -06:00 is Wed 25 Nov 19:00 here \
                 (Europe/Berlin)",
            ),
            (
                "friday 3pm +0530",
                "instant 2026-11-27T10:30+01:00 | Fri 27 Nov 15:00 +05:30 is Fri 27 Nov 10:30 here \
                 (Europe/Berlin)",
            ),
            (
                "friday 1pm GMT-6",
                "instant 2026-11-27T20:00+01:00 | Fri 27 Nov 13:00 -06:00 is Fri 27 Nov 20:00 here \
                 (Europe/Berlin)",
            ),
            ("friday 1pm +01:00", "instant 2026-11-27T13:00+01:00"),
            ("friday 10:30 +01:00", "instant 2026-11-27T10:30+01:00"),
            (
                "friday 16:00:01 +01:00",
                "instant 2026-11-27T16:00:01+01:00",
            ),
            // The first second of the day, as a clock of twelve hours prints it.
            ("friday 12:00 am +01:00", "instant 2026-11-27T00:00+01:00"),
            (
                "friday 12:00 am",
                "several [friday 12:00 am] wall 2026-11-27T00:00+01:00, wall \
                 2026-11-28T00:00+01:00",
            ),
            // Ranges, or nearly.
            (
                "9:00 -10:00",
                "no [-] this looks like a range, not a deadline",
            ),
            (
                "9am -10am",
                "no [-] this looks like a range, not a deadline",
            ),
            (
                "14:00 -16:00",
                "no [-] this looks like a range, not a deadline",
            ),
            (
                "12:00-06:00",
                "no [-] this looks like a range, not a deadline",
            ),
            (
                "09:00 \u{2013}10:00",
                "no [\u{2013}] this looks like a range, not a deadline",
            ),
            (
                "friday 5 -06:00",
                "no [-] this looks like a range, not a deadline",
            ),
            (
                "dec 3 -0900",
                "no [-] this looks like a range, not a deadline",
            ),
            ("1pm +2", "no [+] '+' means nothing here"),
            ("1pm +01:00 +01:00", "no [+01:00] this is a second zone"),
        ],
    );
}

#[test]
fn a_whole_day_may_have_the_users_offset() {
    deadlines(
        TUESDAY,
        &[
            ("Fri 27 Nov 2026 all day +01:00", "day 2026-11-27"),
            ("Fri 27 Nov 2026 +01:00", "day 2026-11-27"),
            ("friday UTC+1", "day 2026-11-27"),
            ("tonight +01:00", "day 2026-11-24"),
            ("2027-07-01 +02:00", "day 2027-07-01"),
            (
                "2027-07-01 +01:00",
                "no [+01:00] a whole day has no offset of its own: it ends at +02:00 here",
            ),
            (
                "friday all day -06:00",
                "no [-06:00] a whole day has no offset of its own: it ends at +01:00 here",
            ),
            (
                "friday -06:00",
                "no [-06:00] a whole day has no offset of its own: it ends at +01:00 here",
            ),
            (
                "friday UTC+2",
                "no [UTC+2] a whole day has no offset of its own: it ends at +01:00 here",
            ),
        ],
    );
    let mut world = World::berlin(TUESDAY);
    world.zone = Zone::bundled("America/Chicago").unwrap();
    world.check(
        Sense::Deadline,
        &[
            ("Fri 27 Nov 2026 all day -06:00", "day 2026-11-27"),
            ("Fri 27 Nov 2026 -06:00", "day 2026-11-27"),
        ],
    );
}

#[test]
fn a_whole_day_may_be_said_as_one() {
    deadlines(
        TUESDAY,
        &[
            ("friday all day", "day 2026-11-27"),
            ("all day friday", "day 2026-11-27"),
            ("all-day tomorrow", "day 2026-11-25"),
            ("the whole day tomorrow", "day 2026-11-25"),
            ("the whole of friday", "day 2026-11-27"),
            ("for the whole of the 27th", "day 2026-11-27"),
            ("in 2 days all day", "day 2026-11-26"),
            ("all day", "no [all day] which day?"),
            (
                "friday 3pm all day",
                "no [3pm] this does not fit a whole day",
            ),
            (
                "all day tomorrow morning",
                "no [morning] this does not fit a whole day",
            ),
            (
                "in 2 hours all day",
                "no [2 hours] this does not fit a whole day",
            ),
            (
                "all day next week",
                "no [next week] this is more than a day",
            ),
            ("the whole", "no [whole] \"whole\" is not understood here"),
            (
                "all day friday all day",
                "no [all day] this is a second \"all day\"",
            ),
        ],
    );
}

#[test]
fn filters_take_offsets_too() {
    let world = World::berlin(TUESDAY);
    world.check(
        Sense::Past,
        &[
            (
                "Mon 23 Nov 2026 10:30 +01:00",
                "instant 2026-11-23T10:30+01:00",
            ),
            ("Mon 23 Nov 2026 all day +01:00", "day 2026-11-23"),
            (
                "23 Nov 2026 all day +02:00",
                "no [+02:00] a whole day has no offset of its own: it ends at +01:00 here",
            ),
        ],
    );
}

/// As `render::times::Clock::moment` writes it, which this layer does not use.
fn printed(deadline: &Deadline, h24: bool) -> String {
    let seconds = deadline.local().and_utc().timestamp() % 60 != 0;
    let form = match (deadline.is_whole_day(), h24, seconds) {
        (true, _, _) => "%a %-d %b %Y all day %:z",
        (_, true, false) => "%a %-d %b %Y %H:%M %:z",
        (_, true, true) => "%a %-d %b %Y %H:%M:%S %:z",
        (_, false, false) => "%a %-d %b %Y %-I:%M %P %:z",
        (_, false, true) => "%a %-d %b %Y %-I:%M:%S %P %:z",
    };
    deadline.with_offset().format(form).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_printed_reads_back(
        zone in prop::sample::select(vec![
            "Europe/Berlin", "America/New_York", "America/Chicago", "America/St_Johns",
            "Pacific/Honolulu", "Pacific/Apia", "Pacific/Marquesas", "Australia/Lord_Howe",
            "Asia/Kathmandu", "UTC",
        ]),
        now in 1_700_000_000_i64..1_900_000_000,
        ahead in 0_i64..200_000_000,
        // Whole hours and minutes meet midnight, noon and the clock changes.
        step in prop::sample::select(vec![1_i64, 60, 900, 3600]),
        h24 in any::<bool>(),
    ) {
        let instant = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap();
        let mut world = World::berlin(&instant(now).to_rfc3339());
        world.zone = Zone::bundled(zone).unwrap();
        let later = now + ahead + step;
        let at = instant(later - later % step);
        let timed = Deadline::instant(at, &world.zone);
        let day = Deadline::day(timed.date(), &world.zone).unwrap();
        for deadline in [timed, day] {
            let text = printed(&deadline, h24);
            let read = world.read(&text, Sense::Deadline).unwrap().deadline;
            prop_assert_eq!(read.at(), deadline.at(), "{}", text);
            prop_assert_eq!(read.is_whole_day(), deadline.is_whole_day(), "{}", text);
            prop_assert_eq!(printed(&read, h24), text);
        }
        // Looking back, the same words name the same past moment.
        let past = Deadline::instant(instant(now - ahead), &world.zone);
        let text = printed(&past, h24);
        let read = world.read(&text, Sense::Past).unwrap().deadline;
        prop_assert_eq!(read.at(), past.at(), "{}", text);
    }
}
