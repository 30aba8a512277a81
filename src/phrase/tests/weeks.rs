//! A weekday so many weeks ahead.

use super::{FRIDAY, SATURDAY, Sense, TUESDAY, World, deadlines};

#[test]
fn it_is_taken_where_both_counts_agree() {
    deadlines(
        TUESDAY,
        &[
            ("friday in two weeks", "day 2026-12-11"),
            ("in two weeks on friday", "day 2026-12-11"),
            ("friday in two weeks at 3pm", "wall 2026-12-11T15:00+01:00"),
            ("friday in a week", "day 2026-12-04"),
            ("friday in a fortnight", "day 2026-12-11"),
            // The Monday of this week is behind, so the counts differ.
            (
                "monday in two weeks",
                "several [monday in two weeks] day 2026-12-07, day 2026-12-14",
            ),
            (
                "friday in 14 days",
                "no [friday] a day and a number of days do not go together",
            ),
            (
                "friday within two weeks",
                "no [friday] a day and a number of days do not go together",
            ),
            (
                "friday in the next two weeks",
                "no [friday] a day and a number of days do not go together",
            ),
            (
                "friday in 2 months",
                "no [friday] a day and a number of days do not go together",
            ),
            (
                "next friday in two weeks",
                "no [next friday] this weekday and a length of time do not go together",
            ),
            (
                "before friday in two weeks",
                "no [before] \"before\" with a length of time is not clear",
            ),
        ],
    );
    deadlines(
        SATURDAY,
        &[
            (
                "friday in two weeks",
                "several [friday in two weeks] day 2026-12-04, day 2026-12-11",
            ),
            ("sunday in two weeks", "day 2026-12-06"),
        ],
    );
    deadlines(
        FRIDAY,
        &[(
            "friday in two weeks",
            "several [friday in two weeks] day 2026-12-11, day 2026-12-18",
        )],
    );
}

#[test]
fn the_dates_are_offered_and_it_lies_ahead() {
    let world = World::berlin(FRIDAY);
    let refusal = world
        .read("friday in two weeks", Sense::Deadline)
        .unwrap_err();
    assert_eq!(
        refusal.hint.as_deref(),
        Some("say \"2026-12-11\" or \"2026-12-18\"")
    );
    World::berlin(TUESDAY).check(
        Sense::Past,
        &[("friday in two weeks", "future [friday in two weeks]")],
    );
}
