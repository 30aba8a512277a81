//! Phrases that look back, and filters.

use super::{FRIDAY, SATURDAY, Sense, TUESDAY, World};
use crate::phrase::Edge;

#[test]
fn the_past_takes_the_latest_that_has_come() {
    let world = World::berlin(SATURDAY);
    world.check(
        Sense::Past,
        &[
            ("now", "instant 2026-11-21T16:40+01:00"),
            ("today", "instant 2026-11-21T16:40+01:00"),
            ("friday", "day 2026-11-20"),
            ("saturday", "instant 2026-11-21T16:40+01:00"),
            ("sunday", "day 2026-11-15"),
            ("9am", "wall 2026-11-21T09:00+01:00"),
            ("6pm", "wall 2026-11-20T18:00+01:00"),
            ("at 3", "wall 2026-11-21T15:00+01:00"),
            ("at 8", "wall 2026-11-21T08:00+01:00"),
            ("at 4", "wall 2026-11-21T16:00+01:00"),
            ("at 12", "wall 2026-11-21T12:00+01:00"),
            ("noon", "wall 2026-11-21T12:00+01:00"),
            ("2 hours ago", "instant 2026-11-21T14:40+01:00"),
            ("20 minutes ago", "instant 2026-11-21T16:20+01:00"),
            ("half an hour ago", "instant 2026-11-21T16:10+01:00"),
            ("yesterday", "day 2026-11-20"),
            ("yesterday 3pm", "wall 2026-11-20T15:00+01:00"),
            ("yesterday at 9", "wall 2026-11-20T09:00+01:00"),
            ("friday 3pm", "wall 2026-11-20T15:00+01:00"),
            ("saturday 9am", "wall 2026-11-21T09:00+01:00"),
            ("saturday 6pm", "wall 2026-11-14T18:00+01:00"),
            ("last night", "day 2026-11-20"),
            ("this morning", "wall 2026-11-21T12:00+01:00"),
            ("this afternoon", "instant 2026-11-21T16:40+01:00"),
            ("tonight", "instant 2026-11-21T16:40+01:00"),
            ("this week", "day 2026-11-20"),
            ("last week", "day 2026-11-13"),
            ("friday of last week", "day 2026-11-13"),
            ("this month", "instant 2026-11-21T16:40+01:00"),
            ("last month", "day 2026-10-31"),
            ("january", "day 2026-01-31"),
            ("december", "day 2025-12-31"),
            ("19 nov", "day 2026-11-19"),
            ("3 dec", "day 2025-12-03"),
            ("3 dec 2025", "day 2025-12-03"),
            ("the 15th", "day 2026-11-15"),
            ("the 25th", "day 2026-10-25"),
            ("3 days ago", "day 2026-11-18"),
            ("a week ago", "day 2026-11-14"),
            ("two months ago", "day 2026-09-21"),
            ("3 business days ago", "day 2026-11-18"),
            ("eod yesterday", "wall 2026-11-20T17:00+01:00"),
            ("midnight", "wall 2026-11-21T00:00+01:00"),
            ("q1", "day 2026-03-31"),
            ("in 2025", "day 2025-12-31"),
            ("last year", "day 2025-12-31"),
            ("christmas", "day 2025-12-25"),
            ("last christmas", "day 2025-12-25"),
            ("1/12", "several [1/12] day 2025-12-01, day 2026-01-12"),
            ("2026-11-20", "day 2026-11-20"),
            ("2026-11-21T10:00", "wall 2026-11-21T10:00+01:00"),
            // Both Fridays are called the last one.
            (
                "last friday",
                "several [last friday] day 2026-11-13, day 2026-11-20",
            ),
            (
                "last monday",
                "several [last monday] day 2026-11-09, day 2026-11-16",
            ),
            (
                "yesterday midnight",
                "several [yesterday midnight] wall 2026-11-20T00:00+01:00, wall \
             2026-11-21T00:00+01:00",
            ),
            // What has not come.
            ("tomorrow", "future [tomorrow]"),
            ("in 2 hours", "future [in 2 hours]"),
            ("2 weeks", "future [2 weeks]"),
            ("next friday", "future [next friday]"),
            ("2026-11-22", "future [2026-11-22]"),
            ("today 6pm", "future [today 6pm]"),
            ("eod", "future [eod]"),
            ("4 business hours", "future [4 business hours]"),
        ],
    );
}

#[test]
fn an_hour_that_has_not_come_may_be_the_night() {
    let world = World::berlin(FRIDAY);
    world.check(
        Sense::Past,
        &[
            ("at 8", "wall 2026-11-27T08:00+01:00"),
            (
                "at 3",
                "several [at 3] wall 2026-11-26T15:00+01:00, wall 2026-11-27T03:00+01:00",
            ),
            ("at 10", "wall 2026-11-26T10:00+01:00"),
            ("last friday", "day 2026-11-20"),
            ("friday", "instant 2026-11-27T09:00+01:00"),
            ("thursday", "day 2026-11-26"),
            ("tuesday", "day 2026-11-24"),
            (
                "last tuesday",
                "several [last tuesday] day 2026-11-17, day 2026-11-24",
            ),
            ("yesterday at 3", "wall 2026-11-26T15:00+01:00"),
        ],
    );
}

#[test]
fn a_past_filter_starts_where_the_span_does() {
    let world = World::berlin(SATURDAY);
    world.check(
        Sense::PastSpan(Edge::Start),
        &[
            ("today", "instant 2026-11-21T00:00+01:00"),
            ("yesterday", "instant 2026-11-20T00:00+01:00"),
            ("friday", "instant 2026-11-20T00:00+01:00"),
            ("saturday", "instant 2026-11-21T00:00+01:00"),
            ("this week", "instant 2026-11-16T00:00+01:00"),
            ("last week", "instant 2026-11-09T00:00+01:00"),
            ("this month", "instant 2026-11-01T00:00+01:00"),
            ("last month", "instant 2026-10-01T00:00+02:00"),
            ("this year", "instant 2026-01-01T00:00+01:00"),
            ("january", "instant 2026-01-01T00:00+01:00"),
            ("december", "instant 2025-12-01T00:00+01:00"),
            ("q1", "instant 2026-01-01T00:00+01:00"),
            ("19 nov", "instant 2026-11-19T00:00+01:00"),
            ("3 days ago", "instant 2026-11-18T00:00+01:00"),
            // In filters about the past a length of time goes back.
            ("2 weeks", "instant 2026-11-07T00:00+01:00"),
            ("2 weeks ago", "instant 2026-11-07T00:00+01:00"),
            ("last 2 weeks", "instant 2026-11-07T00:00+01:00"),
            ("past 3 days", "instant 2026-11-18T00:00+01:00"),
            ("2 hours", "instant 2026-11-21T14:40+01:00"),
            ("2 hours ago", "instant 2026-11-21T14:40+01:00"),
            ("9am", "wall 2026-11-21T09:00+01:00"),
            ("this morning", "wall 2026-11-21T00:00+01:00"),
            ("this afternoon", "wall 2026-11-21T12:00+01:00"),
            ("yesterday 3pm", "wall 2026-11-20T15:00+01:00"),
            ("this weekend", "instant 2026-11-21T00:00+01:00"),
            (
                "last friday",
                "several [last friday] day 2026-11-13, day 2026-11-20",
            ),
            ("tomorrow", "future [tomorrow]"),
            ("next week", "future [next week]"),
            ("in 2 hours", "future [in 2 hours]"),
            ("in 2 days", "future [in 2 days]"),
        ],
    );
}

#[test]
fn a_past_filter_ends_where_the_span_does() {
    let world = World::berlin(SATURDAY);
    world.check(
        Sense::PastSpan(Edge::End),
        &[
            ("today", "day 2026-11-21"),
            ("yesterday", "day 2026-11-20"),
            ("friday", "day 2026-11-20"),
            ("this week", "day 2026-11-22"),
            ("last week", "day 2026-11-15"),
            ("last month", "day 2026-10-31"),
            ("january", "day 2026-01-31"),
            ("19 nov", "day 2026-11-19"),
            ("3 days ago", "day 2026-11-18"),
            ("9am", "wall 2026-11-21T09:00+01:00"),
            ("this morning", "wall 2026-11-21T12:00+01:00"),
            ("yesterday 3pm", "wall 2026-11-20T15:00+01:00"),
            ("tomorrow", "future [tomorrow]"),
        ],
    );
}

#[test]
fn a_deadline_filter_starts_where_the_span_does() {
    let world = World::berlin(SATURDAY);
    world.check(
        Sense::Span(Edge::Start),
        &[
            ("today", "instant 2026-11-21T00:00+01:00"),
            ("tomorrow", "instant 2026-11-22T00:00+01:00"),
            ("friday", "instant 2026-11-27T00:00+01:00"),
            ("next week", "instant 2026-11-23T00:00+01:00"),
            ("this week", "instant 2026-11-16T00:00+01:00"),
            ("next month", "instant 2026-12-01T00:00+01:00"),
            ("december", "instant 2026-12-01T00:00+01:00"),
            ("19 nov", "instant 2026-11-19T00:00+01:00"),
            ("yesterday", "instant 2026-11-20T00:00+01:00"),
            ("last week", "instant 2026-11-09T00:00+01:00"),
            ("2026-01-01", "instant 2026-01-01T00:00+01:00"),
            ("in 3 days", "instant 2026-11-24T00:00+01:00"),
            ("friday 3pm", "wall 2026-11-27T15:00+01:00"),
            (
                "9am",
                "wall 2026-11-22T09:00+01:00 | 9:00 has passed today: tomorrow is taken",
            ),
            ("tomorrow morning", "wall 2026-11-22T00:00+01:00"),
            (
                "last friday",
                "several [last friday] day 2026-11-13, day 2026-11-20",
            ),
        ],
    );
}

#[test]
fn a_deadline_filter_ends_where_the_span_does() {
    let world = World::berlin(SATURDAY);
    world.check(
        Sense::Span(Edge::End),
        &[
            ("today", "day 2026-11-21"),
            ("tomorrow", "day 2026-11-22"),
            ("friday", "day 2026-11-27"),
            ("next week", "day 2026-11-29"),
            ("this week", "day 2026-11-22"),
            ("next month", "day 2026-12-31"),
            ("december", "day 2026-12-31"),
            ("19 nov", "day 2026-11-19"),
            ("yesterday", "day 2026-11-20"),
            ("2026-01-01", "day 2026-01-01"),
            ("in 3 days", "day 2026-11-24"),
            ("3 days", "day 2026-11-24"),
            ("in 2 hours", "instant 2026-11-21T18:40+01:00"),
            ("friday 3pm", "wall 2026-11-27T15:00+01:00"),
            ("tomorrow morning", "wall 2026-11-22T12:00+01:00"),
            ("before friday", "day 2026-11-26"),
        ],
    );
}

#[test]
fn a_deadline_of_an_earlier_promise_may_be_past() {
    let world = World::berlin(SATURDAY);
    world.check(
        Sense::DeadlineMaybePast,
        &[
            ("today 9am", "wall 2026-11-21T09:00+01:00"),
            ("yesterday", "day 2026-11-20"),
            ("yesterday 5pm", "wall 2026-11-20T17:00+01:00"),
            // What names no past moment still looks ahead.
            ("friday", "day 2026-11-27"),
            ("friday 3pm", "wall 2026-11-27T15:00+01:00"),
            (
                "9am",
                "wall 2026-11-22T09:00+01:00 | 9:00 has passed today: tomorrow is taken",
            ),
            ("19 nov", "day 2026-11-19"),
            ("19 aug", "day 2027-08-19"),
            ("2026-01-01", "day 2026-01-01"),
            ("2 hours ago", "instant 2026-11-21T14:40+01:00"),
            ("3 days ago", "day 2026-11-18"),
            ("this morning", "wall 2026-11-21T12:00+01:00"),
            ("eow", "day 2026-11-20"),
            ("this week", "day 2026-11-20"),
            ("last week", "day 2026-11-13"),
            ("october", "day 2026-10-31"),
            ("january", "day 2027-01-31"),
            (
                "today at 8",
                "several [today at 8] wall 2026-11-21T08:00+01:00, wall \
             2026-11-21T20:00+01:00",
            ),
            ("fri 20 nov", "day 2026-11-20"),
        ],
    );
}

#[test]
fn at_the_end_of_a_working_day() {
    let world = World::berlin(TUESDAY);
    world.check(
        Sense::Past,
        &[
            // "eod" is today's, passed or not.
            ("eod", "future [eod]"),
            ("first thing", "wall 2026-11-24T09:00+01:00"),
            ("this morning", "wall 2026-11-24T12:00+01:00"),
            ("last tuesday", "day 2026-11-17"),
            ("this week", "instant 2026-11-24T16:40+01:00"),
        ],
    );
}
