//! The figures of a period, counted from the ledger: each by its definition, in a line or two.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::clock::Place;
use crate::history::Due;
use crate::ledger::{Entry, Move, State};

/// A period, and the moment from which it is seen.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub since: NaiveDate,
    pub until: NaiveDate,
    pub from: i64,
    pub to: i64,
    pub now: i64,
}

impl Window {
    pub fn new(since: NaiveDate, until: NaiveDate, now: i64) -> Self {
        let (from, to) = (Place::Berlin.start(since), Place::Berlin.end(until));
        Self {
            since,
            until,
            from,
            to,
            now,
        }
    }

    pub fn contains(&self, at: i64) -> bool {
        self.from <= at && at <= self.to
    }

    /// The last moment of it that has come.
    pub fn end(&self) -> i64 {
        self.to.min(self.now)
    }
}

/// What belongs to a group: something of a promise that counts at a moment; of a new deadline
/// there is more to know than of the promise.
pub type Select<'a> = &'a dyn Fn(&Entry, i64, Option<&Move>) -> bool;

/// Whether the word was kept by a deadline, where that is to be judged at all.
pub fn verdict(entry: &Entry, due: &Due, now: i64) -> Option<bool> {
    let in_time = entry.settled.is_some_and(|at| at <= due.end);
    match entry.state {
        State::Kept => Some(in_time),
        State::Broken => Some(false),
        State::Open if due.end < now => Some(false),
        State::Released if !in_time => Some(false),
        State::Open | State::Released | State::Void => None,
    }
}

fn rate(verdicts: &[bool]) -> Value {
    let count = verdicts.iter().filter(|kept| **kept).count();
    share(count, verdicts.len())
}

pub fn share(count: usize, of: usize) -> Value {
    let rate = (of > 0).then(|| count as f64 / of as f64);
    json!({"count": count, "of": of, "rate": rate})
}

pub fn spread(mut lengths: Vec<i64>) -> Value {
    lengths.sort_unstable();
    let n = lengths.len();
    let median = match n {
        0 => None,
        n if n % 2 == 1 => Some(lengths[n / 2]),
        n => Some(lengths[n / 2 - 1].midpoint(lengths[n / 2])),
    };
    // The least that nine of ten do not exceed.
    let enough =
        |length: &&i64| lengths.iter().filter(|other| other <= length).count() * 10 >= n * 9;
    let p90 = lengths.iter().find(enough);
    json!({"of": n, "median_seconds": median, "p90_seconds": p90})
}

fn mean(amounts: &[u64]) -> Value {
    let (sum, of) = (amounts.iter().sum::<u64>(), amounts.len());
    let mean = (of > 0).then(|| sum as f64 / of as f64);
    json!({"sum": sum, "of": of, "mean": mean})
}

/// Promises kept in a window, with when, and how against the negotiated deadline.
fn kept<'e>(
    entries: &[&'e Entry],
    window: &Window,
    select: Select<'_>,
) -> Vec<(&'e Entry, i64, &'static str)> {
    let settled = settled(entries, window, State::Kept, select);
    let how = |(entry, at): (&'e Entry, i64)| {
        let due = &entry.negotiated;
        let how = if at > due.end {
            "late"
        } else if due.place.date(at) < due.place.date(due.end) {
            "early"
        } else {
            "on_time"
        };
        (entry, at, how)
    };
    settled.into_iter().map(how).collect()
}

fn settled<'e>(
    entries: &[&'e Entry],
    window: &Window,
    state: State,
    select: Select<'_>,
) -> Vec<(&'e Entry, i64)> {
    let entries = entries.iter().filter(|entry| entry.state == state);
    let settled = entries.filter_map(|entry| Some((*entry, entry.settled?)));
    settled
        .filter(|(entry, at)| window.contains(*at) && select(entry, *at, None))
        .collect()
}

/// Every figure, as JSON has them: a list of definitions, however long.
#[allow(clippy::too_many_lines)]
pub fn figures(entries: &[&Entry], window: &Window, select: Select<'_>) -> Map<String, Value> {
    let one = |entry: &Entry, at: i64| window.contains(at) && select(entry, at, None);
    let valid: Vec<&Entry> = entries
        .iter()
        .copied()
        .filter(|entry| entry.state != State::Void)
        .collect();
    let kept = kept(entries, window, select);
    let broken = settled(entries, window, State::Broken, select);
    let released = settled(entries, window, State::Released, select);
    let how_many = |how: &str| kept.iter().filter(|(.., found)| *found == how).count();
    let made = valid.iter().filter(|entry| one(entry, entry.made)).count();
    let end = window.end();
    let open: Vec<i64> = valid
        .iter()
        .filter(|entry| entry.is_open_at(end))
        .map(|entry| (entry, entry.due_at(end).end))
        .filter(|(entry, due)| select(entry, *due, None))
        .map(|(_, due)| due)
        .collect();
    let judged = |due: fn(&Entry) -> &Due| -> Vec<(&Entry, bool)> {
        let entries = valid.iter().filter(|entry| one(entry, due(entry).end));
        let judged =
            entries.filter_map(|entry| Some((*entry, verdict(entry, due(entry), window.now)?)));
        judged.collect()
    };
    let (first, negotiated) = (judged(Entry::first), judged(|entry| &entry.negotiated));
    let verdicts =
        |judged: &[(&Entry, bool)]| -> Vec<bool> { judged.iter().map(|(_, kept)| *kept).collect() };
    let (first, word) = (rate(&verdicts(&first)), rate(&verdicts(&negotiated)));
    let gap = word["rate"].as_f64().zip(first["rate"].as_f64());
    let gap = gap.map(|(negotiated, first)| negotiated - first);
    let missed = negotiated.iter().filter(|(_, kept)| !kept);
    let behind: Vec<bool> = missed.map(|(entry, _)| entry.behind_theirs).collect();
    let voided = entries.iter().filter(|entry| {
        let due = entry.negotiated.end;
        entry.state == State::Void && entry.settled > Some(due) && one(entry, due)
    });
    let handled: Vec<&&Entry> = valid
        .iter()
        .filter(|entry| one(entry, entry.negotiated.end))
        .collect();
    let corrected = handled
        .iter()
        .filter(|entry| entry.edits.iter().any(|at| *at > entry.negotiated.end));
    let handoffs: Vec<u64> = handled.iter().map(|entry| entry.handoffs).collect();
    let heard_more: Vec<bool> = handled.iter().map(|entry| entry.heard_more).collect();
    let moves: Vec<&Move> = valid
        .iter()
        .flat_map(|entry| entry.moves.iter().map(move |moved| (entry, moved)))
        .filter(|(entry, moved)| window.contains(moved.at) && select(entry, moved.at, Some(moved)))
        .map(|(_, moved)| moved)
        .collect();
    let told_before: Vec<bool> = moves.iter().map(|moved| moved.told_before).collect();
    let answers: Vec<bool> = kept
        .iter()
        .filter_map(|(entry, ..)| entry.satisfied)
        .collect();
    let satisfied = answers.iter().filter(|yes| **yes).count();
    let to_check = kept
        .iter()
        .filter(|(entry, ..)| entry.to_check && entry.satisfied.is_none());
    let ratings: Vec<u64> = kept
        .iter()
        .filter_map(|(entry, ..)| entry.rating.map(u64::from))
        .collect();
    let stars = (1..=5_u64).map(|star| {
        let count = ratings.iter().filter(|rating| **rating == star).count();
        (star.to_string(), count.into())
    });
    let length = |how: &str, length: fn(&Entry, i64) -> i64| -> Value {
        let found = kept.iter().filter(|(.., found)| *found == how);
        spread(found.map(|(entry, at, _)| length(entry, *at)).collect())
    };
    let late_by = |entry: &Entry, at: i64| {
        let due = &entry.negotiated;
        // A whole day is late from the midnight that ends it.
        at - due.end - i64::from(due.whole_day)
    };
    let took = kept.iter().map(|(entry, at, _)| at - entry.made).collect();
    let mut slips: Vec<(&str, &Option<String>, &Option<String>)> = Vec::new();
    for (entry, _, how) in &kept {
        if *how == "late" {
            slips.push(("late", &entry.cause, &entry.root));
        }
    }
    slips.extend(
        broken
            .iter()
            .map(|(entry, _)| ("broken", &entry.cause, &entry.root)),
    );
    slips.extend(
        moves
            .iter()
            .map(|moved| ("rescheduled", &moved.cause, &moved.root)),
    );
    let figures = json!({
        "kept_rate": {"first": first, "negotiated": word, "gap": gap},
        "voided_late": voided.count(),
        "corrected_late": corrected.count(),
        "counts": {
            "made": made,
            "kept_early": how_many("early"),
            "kept_on_time": how_many("on_time"),
            "kept_late": how_many("late"),
            "broken": broken.len(),
            "released": released.len(),
            "open": open.len(),
            "overdue": open.iter().filter(|due| **due < end).count(),
        },
        "lateness": length("late", late_by),
        "head_start": length("early", |entry, at| entry.negotiated.end - at),
        "time_to_keep": spread(took),
        "reschedules": {"count": moves.len(), "told_before": rate(&told_before)},
        "handoffs": mean(&handoffs),
        "versions": rate(&heard_more),
        "behind_theirs": rate(&behind),
        "checks": {
            "asked": share(answers.len(), kept.len()),
            "satisfied": share(satisfied, answers.len()),
            "not_satisfied": share(answers.len() - satisfied, answers.len()),
            "confirmed": share(satisfied, kept.len()),
            "ratings": mean(&ratings),
            "to_check": to_check.count(),
            "rating_counts": stars.collect::<Map<String, Value>>(),
        },
        "causes": reasons("cause", &slips, |slip| Some(slip.1)),
        "roots": reasons("root", &slips, |slip| slip.2.is_some().then_some(slip.2)),
    });
    match figures {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

type Slip<'a> = (&'a str, &'a Option<String>, &'a Option<String>);

/// Slips by what stood behind them, the most frequent first, without a cause last.
fn reasons<'a>(
    key: &str,
    slips: &[Slip<'a>],
    name: fn(&Slip<'a>) -> Option<&'a Option<String>>,
) -> Value {
    let mut names: Vec<&Option<String>> = slips.iter().filter_map(name).collect();
    names.sort();
    names.dedup();
    let mut reasons: Vec<(usize, Value)> = Vec::new();
    for found in names {
        let of_it = |what: &str| {
            let found = slips.iter().filter(|slip| name(slip) == Some(found));
            found.filter(|slip| slip.0 == what).count()
        };
        let (late, broken, moved) = (of_it("late"), of_it("broken"), of_it("rescheduled"));
        let count = late + broken + moved;
        let share = share(count, slips.len());
        let reason = json!({
            key: found, "late": late, "broken": broken, "rescheduled": moved, "share": share,
        });
        reasons.push((count, reason));
    }
    reasons.sort_by_key(|(count, reason)| (reason[key].is_null(), std::cmp::Reverse(*count)));
    reasons.into_iter().map(|(_, reason)| reason).collect()
}
