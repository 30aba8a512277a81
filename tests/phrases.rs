//! The deadline grammar on phrases from a public corpus, which lies beside the project and is
//! not part of it. Where it is not there, this says so and passes.

// A case that cannot be read is a failure of the test.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc, Weekday};
use promise::domain::calendar::{Calendar, DateOrder};
use promise::domain::deadline::Deadline;
use promise::domain::working_time::WorkingTime;
use promise::domain::zone::Zone;
use promise::phrase::{self, Sense};

/// Phrases that the project gives another meaning than the corpus.
const EXCLUDED: &[(&str, &str)] = &[
    (
        "a day from right now",
        "a number of days is a whole day, not a time 24 hours ahead",
    ),
    (
        "this morning at 3",
        "names a moment that has passed, which is refused and not moved to tomorrow",
    ),
];

struct Case {
    phrase: String,
    now: NaiveDateTime,
    expected: NaiveDateTime,
    is_day: bool,
}

fn corpus() -> Option<String> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/phrases/public.jsonl");
    let path = std::env::var_os("PROMISE_PHRASES").map_or(beside, PathBuf::from);
    std::fs::read_to_string(path).ok()
}

fn cases(corpus: &str) -> Vec<Case> {
    let case = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| value[key].as_str().unwrap().to_owned();
        Case {
            phrase: text("phrase"),
            now: text("ref").parse().unwrap(),
            expected: text("expect").parse().unwrap(),
            is_day: text("grain") == "day",
        }
    };
    corpus
        .lines()
        .filter(|line| !line.is_empty())
        .map(case)
        .collect()
}

fn agrees(deadline: &Deadline, case: &Case) -> bool {
    if case.is_day {
        deadline.is_whole_day() && deadline.date() == case.expected.date()
    } else {
        !deadline.is_whole_day() && deadline.local() == case.expected
    }
}

#[test]
fn the_public_corpus_is_read() {
    let Some(corpus) = corpus() else {
        println!("skipped: ../shared/phrases/public.jsonl is not there");
        return;
    };
    let zone = Zone::from_posix("<-02>2").unwrap();
    let work = WorkingTime::default();
    let abbreviations = BTreeMap::new();
    let (mut right, mut wrong, mut refused) = (0, Vec::new(), Vec::new());
    let cases = cases(&corpus);
    let excluded = |case: &&Case| !EXCLUDED.iter().any(|(phrase, _)| *phrase == case.phrase);
    let cases: Vec<&Case> = cases.iter().filter(excluded).collect();
    for case in &cases {
        let now: DateTime<Utc> = (case.now + TimeDelta::hours(2)).and_utc();
        let calendar = Calendar {
            now,
            zone: &zone,
            week_start: Weekday::Mon,
            date_order: Some(DateOrder::MonthDay),
            work: &work,
            abbreviations: &abbreviations,
            their: None,
            zone_named: &Zone::bundled,
        };
        let phrase = &case.phrase;
        match phrase::read(phrase, Sense::Deadline, &calendar) {
            Ok(reading) if agrees(&reading.deadline, case) => right += 1,
            Ok(reading) => wrong.push(format!(
                "{phrase}: {}, expected {}",
                reading.deadline, case.expected
            )),
            Err(refusal) => refused.push(format!("{phrase}: {refusal}")),
        }
    }
    let total = cases.len();
    println!("{right} of {total} right, {} wrong", wrong.len());
    println!("wrong: {wrong:#?}\nrefused: {refused:#?}");
    assert!(right * 100 >= total * 90, "{right} of {total}");
    assert!(wrong.len() * 100 <= total, "{wrong:#?}");
}
