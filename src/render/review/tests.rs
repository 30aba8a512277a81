//! The columns and the cards of a review.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Columns, Row, Stop, stop};
use crate::domain::deadline::Deadline;
use crate::domain::event::Note;
use crate::domain::promise::{Check, Direction, Promise, State};
use crate::domain::reckoning::{Outcome, Standing};
use crate::domain::review::{Happened, Move};
use crate::domain::zone::Zone;
use crate::render::times::Clock;
use crate::render::{Look, View};

/// Friday 20 November 2026, 16:00 in Berlin.
const NOW: &str = "2026-11-20T15:00:00Z";

fn zone() -> Zone {
    Zone::bundled("Europe/Berlin").unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn look(width: Option<u16>) -> Look {
    Look {
        width,
        color: false,
        unicode: true,
        clock: Clock {
            now: at(NOW),
            h24: true,
        },
        home: zone(),
    }
}

/// A promise for Thursday, a day late and open.
fn view(id: i64, what: &str, person: &str) -> View {
    let due = Deadline::day("2026-11-19".parse().unwrap(), &zone()).unwrap();
    View {
        promise: Promise {
            id,
            uuid: Uuid::nil(),
            what: what.to_owned(),
            direction: Direction::Mine,
            person: 1,
            owner: None,
            state: State::Open,
            first_due: due.clone(),
            negotiated_due: due.clone(),
            due,
            made_at: at("2026-11-16T09:00:00Z"),
            settled_at: None,
            via: None,
            tags: std::collections::BTreeSet::new(),
            effort_minutes: None,
            standard: None,
            key: None,
            check: Check::default(),
            reminders: std::collections::BTreeSet::new(),
            needs: std::collections::BTreeSet::new(),
            series: None,
            corrections: 0,
            reschedules: 0,
            handoffs: 0,
            recorded_at: at("2026-11-16T09:00:00Z"),
        },
        person: person.to_owned(),
        owner: None,
        standing: Standing {
            overdue: true,
            seconds_late: 57_600,
            first_outcome: None,
            outcome: None,
            risks: Vec::new(),
        },
        notes: Vec::new(),
        needs: Vec::new(),
        zone: zone(),
        today: "2026-11-20".parse().unwrap(),
    }
}

fn row(id: i64, happened: Happened, before: u32) -> Row {
    let moved = Move {
        at: Some(at("2026-11-19T15:00:00Z")),
        ..Move::nothing(happened, before)
    };
    Row {
        view: view(id, "Send the quote", "Jane"),
        moved,
    }
}

fn said(row: Row, days: bool) -> String {
    let text = Columns::of(vec![row]).text(days, &look(Some(30)));
    let lines = text.lines().filter(|line| line.starts_with("     "));
    let words: Vec<&str> = lines.map(str::trim).collect();
    words.join(" ")
}

#[test]
fn what_happened_in_words() {
    use Happened::{
        Broken, Checked, HandedOff, Kept, Overdue, Released, Rescheduled, Skipped, Told,
    };
    let with = |happened, before, change: &dyn Fn(&mut Row)| {
        let mut row = row(1, happened, before);
        change(&mut row);
        row
    };
    let on_time = |row: &mut Row| row.view.standing.outcome = Some(Outcome::OnTime);
    let table = [
        (
            with(Kept, 0, &|row| {
                on_time(row);
                row.view.standing.seconds_late = 0;
            }),
            "to Jane: kept on Thu 19 Nov, on time",
            "to Jane: kept on time",
        ),
        (
            with(Kept, 2, &|row| {
                row.view.standing.outcome = Some(Outcome::Late);
                row.moved.cause = Some("forgot".to_owned());
            }),
            "to Jane: kept on Thu 19 Nov, late by 16 h, forgot; put off twice before",
            "to Jane: kept, late by 16 h, forgot; put off twice before",
        ),
        (
            with(Checked, 0, &|row| {
                row.view.promise.check.satisfied = Some(false);
                row.view.promise.check.rating = Some(2);
            }),
            "to Jane: checked on Thu 19 Nov: not satisfied, 2 of 5",
            "to Jane: checked: not satisfied, 2 of 5",
        ),
        (
            row(1, Released, 1),
            "to Jane: released on Thu 19 Nov; put off once before",
            "to Jane: released; put off once before",
        ),
        (
            with(HandedOff, 0, &|row| {
                row.view.promise.owner = Some("Bob".to_owned());
            }),
            "to Jane: handed to Bob on Thu 19 Nov",
            "to Jane: handed to Bob",
        ),
        (
            row(1, HandedOff, 0),
            "to Jane: taken back on Thu 19 Nov",
            "to Jane: taken back",
        ),
        (
            with(Told, 0, &|row| {
                row.moved.text = Some("on \u{1b}[2J Monday".to_owned());
            }),
            "to Jane: told on Thu 19 Nov: on \\x1b[2J Monday",
            "to Jane: told: on \\x1b[2J Monday",
        ),
        (
            row(1, Rescheduled, 0),
            "to Jane: rescheduled on Thu 19 Nov to Thu 19 Nov, no cause given, not told; for the \
             first time",
            "to Jane: rescheduled to Thu 19 Nov, no cause given, not told; for the first time",
        ),
        (
            with(Rescheduled, 3, &|row| {
                row.moved.told = Some(true);
                row.moved.cause = Some("overbooked".to_owned());
                row.moved.root = Some("nobody planned".to_owned());
            }),
            "to Jane: rescheduled on Thu 19 Nov to Thu 19 Nov, overbooked: nobody planned; put \
             off 3 times before",
            "to Jane: rescheduled to Thu 19 Nov, overbooked: nobody planned; put off 3 times \
             before",
        ),
        (
            row(1, Broken, 0),
            "to Jane: broken on Thu 19 Nov, no cause given",
            "to Jane: broken, no cause given",
        ),
        (
            row(1, Skipped, 1),
            "to Jane: skipped, 1 day late; put off once before",
            "to Jane: skipped, 1 day late; put off once before",
        ),
        (
            row(1, Overdue, 0),
            "to Jane: 1 day late, nothing moved it",
            "to Jane: 1 day late, nothing moved it",
        ),
    ];
    for (row, with_days, without) in table {
        assert_eq!(said(row.clone(), true), with_days);
        assert_eq!(said(row, false), without);
    }
}

#[test]
fn side_by_side_and_stacked() {
    let rows = || {
        let mut long = row(7, Happened::Told, 0);
        long.view.promise.what = "Explain why the couch cannot come up the stairs".to_owned();
        long.moved.text = Some("王小明王小明王小明王小明王小明王小明".to_owned());
        vec![
            row(12, Happened::Skipped, 0),
            long,
            row(3, Happened::Overdue, 2),
        ]
    };
    let columns = Columns::of(rows());
    assert_eq!(
        columns.text(true, &look(None)),
        "Progress                                 Put off\n\
         \x20 7  Explain why the couch cannot come     3   Send the quote\n\
         \x20    up the stairs                             to Jane: 1 day late, nothing\n\
         \x20    to Jane: told on Thu 19 Nov:              moved it; put off twice before\n\
         \x20    王小明王小明王小明王小明王小明王小    12  Send the quote\n\
         \x20    明                                        to Jane: skipped, 1 day late\n"
    );
    assert_eq!(
        columns.text(true, &look(Some(40))),
        "Progress\n\
         \x20 7  Explain why the couch cannot come\n\
         \x20    up the stairs\n\
         \x20    to Jane: told on Thu 19 Nov:\n\
         \x20    王小明王小明王小明王小明王小明王小\n\
         \x20    明\n\
         \n\
         Put off\n\
         \x20 3   Send the quote\n\
         \x20     to Jane: 1 day late, nothing moved\n\
         \x20     it; put off twice before\n\
         \x20 12  Send the quote\n\
         \x20     to Jane: skipped, 1 day late\n"
    );
    // Nothing is wider than the terminal, however narrow, down to what a word and a number need.
    for width in [14, 20, 59, 60, 61, 80, 139, 200, 500] {
        use unicode_width::UnicodeWidthStr;
        let text = columns.text(true, &look(Some(width)));
        let widest = text.lines().map(UnicodeWidthStr::width).max().unwrap();
        assert!(widest <= usize::from(width).max(20), "{width}: {text}");
    }
}

#[test]
fn an_empty_column_says_so() {
    let columns = Columns::of(vec![row(1, Happened::Overdue, 0)]);
    assert_eq!(
        columns.text(true, &look(Some(60))),
        "Progress                       Put off\n\
         \x20 nothing                        1  Send the quote\n\
         \x20                                   to Jane: 1 day late,\n\
         \x20                                   nothing moved it\n"
    );
    assert!(Columns::of(Vec::new()).is_empty());
}

/// What moved in its order, what was put off most often first.
#[test]
fn the_order_of_rows() {
    let mut first = row(9, Happened::Kept, 0);
    first.moved.at = Some(at("2026-11-18T15:00:00Z"));
    let columns = Columns::of(vec![
        row(5, Happened::Told, 0),
        row(2, Happened::Broken, 0),
        row(1, Happened::Overdue, 0),
        first,
        row(8, Happened::Rescheduled, 4),
    ]);
    let ids = |rows: &[Row]| -> Vec<i64> { rows.iter().map(|row| row.view.promise.id).collect() };
    assert_eq!(ids(&columns.progress), [9, 5]);
    assert_eq!(ids(&columns.put_off), [8, 1, 2]);
}

#[test]
fn cards() {
    let place = Stop {
        place: 3,
        of: 12,
        put_off: 2,
        unexplained: None,
    };
    let mut view = view(7, "Send the \u{1b}[2Jquote", "Jane");
    view.standing.risks = vec!["its day is overbooked".to_owned()];
    view.notes = vec![Note {
        at: at(NOW),
        text: "she asked".to_owned(),
        told: false,
        teller: None,
    }];
    assert_eq!(
        stop(&place, &view, &look(None)),
        "3 of 12: promise 7: Send the \\x1b[2Jquote\n\
         \x20 to    Jane\n\
         \x20 due   Thu 19 Nov 2026 all day +01:00 (1 day late)\n\
         \x20 moved put off twice\n\
         \x20 risk  its day is overbooked\n\
         \x20 note  she asked\n"
    );
    view.promise.state = State::Kept;
    view.promise.settled_at = Some(at(NOW));
    view.promise.check.due = Deadline::day("2026-11-20".parse().unwrap(), &zone());
    view.standing.risks.clear();
    view.notes.clear();
    let place = Stop {
        put_off: 0,
        unexplained: None,
        ..place
    };
    assert_eq!(
        stop(&place, &view, &look(None)),
        "3 of 12: promise 7: Send the \\x1b[2Jquote\n\
         \x20 to    Jane\n\
         \x20 due   Thu 19 Nov 2026 all day +01:00\n\
         \x20 ask   Fri 20 Nov 2026 all day +01:00 (today)\n"
    );
}
