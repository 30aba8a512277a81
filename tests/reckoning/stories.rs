//! Promises made up at random, and the report over them.

use chrono::{DateTime, Days, NaiveDate, Weekday};
use promise::domain::promise::{Direction, State};
use promise::domain::report::row::{Cause, Check, Due, Moved, Row};
use promise::domain::report::{Group, Period, Reckoning, Report, Scope};
use promise::domain::zone::Zone;
use proptest::prelude::*;

/// Thursday 1 October 2026, midnight in Berlin; the clocks go back on the 25th.
pub const START: i64 = 1_790_805_600;
pub const HOUR: i64 = 3_600;
pub const DAY: i64 = 24 * HOUR;

/// A promise with everything that happens to it, sooner or later.
#[derive(Clone, Debug)]
pub struct Story {
    pub made: i64,
    pub due: i64,
    /// New deadlines, and when they were set.
    pub moves: Vec<(i64, i64)>,
    pub settled: Option<(State, i64)>,
    pub theirs: bool,
    pub whole_day: bool,
    pub told: bool,
    pub flags: [bool; 3],
    pub person: usize,
    pub cause: Option<usize>,
    pub answer: Option<(bool, u8)>,
    pub group: Option<usize>,
}

const NAMES: [&str; 3] = ["Ann", "Bea", "Cem"];

fn story() -> impl Strategy<Value = Story> {
    let settled = prop_oneof![
        5 => Just(Some(State::Kept)),
        1 => Just(Some(State::Broken)),
        1 => Just(Some(State::Released)),
        1 => Just(Some(State::Void)),
        2 => Just(None),
    ];
    let hours = 0_i64..(20 * 24);
    let moves = proptest::collection::vec((hours.clone(), hours.clone()), 0..3);
    let times = (0_i64..(90 * 24), hours.clone(), moves, (settled, hours));
    let flags = (any::<[bool; 3]>(), any::<[bool; 3]>());
    let names = (
        0..NAMES.len(),
        proptest::option::of(0..NAMES.len()),
        proptest::option::of(0..NAMES.len()),
    );
    let answer = proptest::option::of((any::<bool>(), 1_u8..6));
    (times, flags, names, answer).prop_map(
        |((made, due, moves, (state, after)), (which, flags), (person, cause, group), answer)| {
            let made = START + made * HOUR;
            let settled = state.map(|state| (state, made + after * HOUR));
            let mut at = made;
            let mut moves: Vec<(i64, i64)> = moves
                .into_iter()
                .map(|(after, due)| {
                    at += after * HOUR / 3;
                    (at, at + due * HOUR)
                })
                .collect();
            moves.retain(|(at, _)| settled.is_none_or(|(_, settled)| *at <= settled));
            Story {
                made,
                due: made + due * HOUR,
                moves,
                settled,
                theirs: which[0],
                whole_day: which[1],
                told: which[2],
                flags,
                person,
                cause,
                answer,
                group,
            }
        },
    )
}

pub fn stories() -> impl Strategy<Value = Vec<Story>> {
    proptest::collection::vec(story(), 0..40)
}

impl Story {
    /// What is recorded of it at a moment; nothing before it was made.
    fn at(&self, now: i64, id: i64) -> Option<(Row<'static>, Vec<Moved<'static>>)> {
        if self.made > now {
            return None;
        }
        let direction = if self.theirs {
            Direction::Theirs
        } else {
            Direction::Mine
        };
        let settled = self.settled.filter(|(_, at)| *at <= now);
        let cause = Cause {
            cause: self.cause.map(|place| NAMES[place]),
            root: self.group.map(|place| NAMES[place]),
        };
        let person = self.person as i64;
        let group = self.group.map(|place| NAMES[place]);
        let (mut due, mut negotiated, mut in_time) = (self.due, self.due, true);
        let mut moved = Vec::new();
        for (at, new) in self.moves.iter().filter(|(at, _)| *at <= now) {
            in_time &= *at <= due;
            moved.push(Moved {
                id,
                direction,
                at: *at,
                old_due: due,
                told: self.told,
                cause,
                person,
                group,
            });
            due = *new;
            if in_time {
                negotiated = due;
            }
        }
        let state = settled.map_or(State::Open, |(state, _)| state);
        if state == State::Void {
            moved.clear();
        }
        let deadline = |at| Due {
            at,
            zone: "Europe/Berlin",
            whole_day: self.whole_day,
        };
        let row = Row {
            id,
            direction,
            state,
            made_at: self.made,
            settled_at: settled.map(|(_, at)| at),
            due_at: due,
            first: deadline(self.due),
            negotiated: deadline(negotiated),
            standard: group,
            check: Check {
                has_time: self.flags[0],
                satisfied: self.answer.map(|(satisfied, _)| satisfied),
                rating: self.answer.map(|(_, rating)| rating),
            },
            handoffs: u32::from(self.flags[1]),
            heard_more: self.told,
            behind_theirs: self.flags[2],
            corrected_late: self.flags[1],
            cause,
            person,
            group,
        };
        Some((row, moved))
    }
}

pub fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + Days::new(days)
}

/// The report over stories as they stand at a moment, from one day of October to another.
pub fn report(stories: &[Story], days: (u64, u64), now: i64, group: Option<Group>) -> Report {
    report_of(stories, days, now, group, NAMES)
}

/// The same where people have other names.
pub fn report_of(
    stories: &[Story],
    (since, until): (u64, u64),
    now: i64,
    group: Option<Group>,
    names: [&str; NAMES.len()],
) -> Report {
    let zone = Zone::bundled("Europe/Berlin").unwrap();
    let zone_of = |name: &str| Zone::bundled(name).unwrap();
    let scope = Scope {
        now: DateTime::from_timestamp(now, 0).unwrap(),
        period: Period {
            since: day(since),
            until: day(until),
            unit: None,
        },
        direction: Direction::Mine,
        with_theirs: true,
        group,
        zone: &zone,
        week_start: Weekday::Mon,
        zone_of: &zone_of,
    };
    let mut reckoning = Reckoning::new(scope).unwrap();
    let recorded: Vec<_> = stories
        .iter()
        .zip(1..)
        .filter_map(|(story, id)| story.at(now, id))
        .collect();
    for moved in recorded.iter().flat_map(|(_, moved)| moved) {
        reckoning.moved(moved);
    }
    for (row, _) in &recorded {
        reckoning.promise(row);
    }
    for (name, person) in names.iter().zip(0..) {
        reckoning.name(person, name);
    }
    reckoning.finish()
}
