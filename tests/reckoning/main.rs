//! A written history of two hundred promises, whose figures are counted here once more, by other
//! rules than the program's, and compared with every number of every format.

// A test that cannot go on says so by panicking; counts are far below what a double holds; a row
// of a file has as many flags as it has.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::struct_excessive_bools
)]

mod clock;
mod figures;
mod history;
mod laws;
mod ledger;
mod lines;
mod markdown;
#[path = "../shared/memory.rs"]
mod memory;
mod page;
mod program;
mod stories;
mod whole;
mod words;

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::Value;

use clock::moment;
use figures::Window;
use history::History;
use ledger::Entry;
use program::Program;
use whole::Asked;

/// The fixture in the program, and what it comes to here, at a moment.
struct Stage {
    program: Program,
    entries: Vec<Entry>,
    now: i64,
}

impl Stage {
    fn new(now: &str) -> Self {
        let now = moment(now);
        let history = History::read();
        let program = Program::new();
        program.record(&history, i64::MIN, now);
        let entries = ledger::at(&history, now);
        Self {
            program,
            entries,
            now,
        }
    }

    fn asked(&self, period: &Period) -> Asked {
        let date = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let [since, until, since_before, until_before] = period.days.map(date);
        Asked {
            window: Window::new(since, until, self.now),
            before: (since_before, until_before),
            group: None,
            theirs: false,
            both: true,
        }
    }
}

/// What is typed, and the days that it means: of the period, and of the one before.
struct Period {
    words: &'static [&'static str],
    days: [&'static str; 4],
}

/// The end of the fixture: Wednesday 20 January 2027.
static LAST: LazyLock<Stage> = LazyLock::new(|| Stage::new("01-20 11:00"));

const PERIODS: [Period; 9] = [
    Period {
        words: &[],
        days: ["2027-01-01", "2027-01-20", "2026-12-01", "2026-12-20"],
    },
    Period {
        words: &["--period", "month", "--until", "2026-11-30"],
        days: ["2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
    },
    Period {
        words: &["--period", "month", "--until", "2026-11-17"],
        days: ["2026-11-01", "2026-11-17", "2026-10-01", "2026-10-17"],
    },
    Period {
        words: &["--period", "quarter", "--until", "2026-12-31"],
        days: ["2026-10-01", "2026-12-31", "2026-07-01", "2026-09-30"],
    },
    // The clocks go back on its Sunday.
    Period {
        words: &["--period", "week", "--until", "2026-10-25"],
        days: ["2026-10-19", "2026-10-25", "2026-10-12", "2026-10-18"],
    },
    Period {
        words: &["--since", "2026-10-25", "--until", "2026-10-25"],
        days: ["2026-10-25", "2026-10-25", "2026-10-24", "2026-10-24"],
    },
    Period {
        words: &["--since", "2026-12-28", "--until", "2027-01-03"],
        days: ["2026-12-28", "2027-01-03", "2026-12-21", "2026-12-27"],
    },
    Period {
        words: &["--since", "2026-02-01", "--until", "2027-01-31"],
        days: ["2026-02-01", "2027-01-31", "2025-02-01", "2026-01-31"],
    },
    Period {
        words: &["--since", "2024-12-01"],
        days: ["2024-12-01", "2027-01-20", "2022-10-12", "2024-11-30"],
    },
];

const GROUPS: [&str; 10] = [
    "person",
    "organisation",
    "owner",
    "cause",
    "standard",
    "via",
    "tag",
    "weekday",
    "week",
    "month",
];

/// Compares what was found with what was expected, wherever it stands.
fn same(found: &Value, expected: &Value, place: &str) -> Vec<String> {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let mut differences = Vec::new();
            for (key, value) in expected {
                let place = format!("{place}.{key}");
                match found.get(key) {
                    Some(found) => differences.extend(same(found, value, &place)),
                    None => differences.push(format!("{place} is missing")),
                }
            }
            for key in found.keys().filter(|key| !expected.contains_key(*key)) {
                differences.push(format!("{place}.{key} is not expected"));
            }
            differences
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            let pairs = found.iter().zip(expected).enumerate();
            pairs
                .flat_map(|(index, (found, expected))| {
                    same(found, expected, &format!("{place}[{index}]"))
                })
                .collect()
        }
        (Value::Number(a), Value::Number(b)) if near(a.as_f64(), b.as_f64()) => Vec::new(),
        _ if found == expected => Vec::new(),
        _ => vec![format!("{place}: found {found}, expected {expected}")],
    }
}

fn near(found: Option<f64>, expected: Option<f64>) -> bool {
    found
        .zip(expected)
        .is_some_and(|(found, expected)| (found - expected).abs() < 1e-9)
}

fn assert_same(found: &Value, expected: &Value, what: &str) {
    let differences = same(found, expected, "");
    assert!(
        differences.is_empty(),
        "{what}:\n{}",
        differences.join("\n")
    );
}

#[test]
fn every_period_in_json() {
    for period in &PERIODS {
        let found = LAST.program.json(LAST.now, period.words);
        let expected = whole::report(&LAST.entries, &LAST.asked(period));
        assert_same(&found, &expected, &format!("{:?}", period.words));
    }
}

#[test]
fn every_group_in_json() {
    for period in [&PERIODS[1], &PERIODS[4], &PERIODS[7]] {
        for group in GROUPS {
            let words = [period.words, &["--group", group]].concat();
            let found = LAST.program.json(LAST.now, &words);
            let asked = Asked {
                group: Some(group),
                ..LAST.asked(period)
            };
            let expected = whole::report(&LAST.entries, &asked);
            assert_same(&found, &expected, &format!("{words:?}"));
        }
    }
}

/// The formats for programs and for people have the same numbers.
#[test]
fn every_number_of_the_other_formats() {
    let groups = [
        None,
        Some("person"),
        Some("tag"),
        Some("week"),
        Some("owner"),
    ];
    for period in &PERIODS {
        for group in groups {
            let mut words = period.words.to_vec();
            words.extend(group.iter().flat_map(|group| ["--group", group]));
            let asked = Asked {
                group,
                ..LAST.asked(period)
            };
            let report = whole::report(&LAST.entries, &asked);
            let what = format!("{words:?}");
            let found = |format: &str| LAST.program.report(LAST.now, format, &words);
            let expected = lines::expected(&report);
            lines::assert_same(&lines::csv(&found("csv")), &expected, &what);
            lines::assert_same(&lines::plain(&found("plain")), &expected, &what);
            let page = found("markdown");
            let filled: Vec<&str> = page.lines().filter(|line| !line.is_empty()).collect();
            assert_lines(&filled, &markdown::expected(&report), &what);
            let expected = page::expected(&report);
            assert_lines(&page::read(&found("table"), &expected), &expected, &what);
        }
    }
}

fn assert_lines<T: AsRef<str>>(found: &[T], expected: &[String], what: &str) {
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found.as_ref().trim(), expected.trim(), "{what}");
    }
    assert_eq!(found.len(), expected.len(), "{what}");
}

/// The month so far, in the middle of it; then the month once it is over, and seen from later: what
/// is dated stays as it was, whatever happens after.
#[test]
fn a_period_as_time_goes_on() {
    let history = History::read();
    let program = Program::new();
    let mut recorded = i64::MIN;
    let mut seen_at = |now: &str, words: &[&str], days: [&str; 4]| {
        let now = moment(now);
        program.record(&history, recorded, now);
        recorded = now;
        let [since, until, since_before, until_before] =
            days.map(|day| -> NaiveDate { day.parse().unwrap() });
        let asked = Asked {
            window: Window::new(since, until, now),
            before: (since_before, until_before),
            group: None,
            theirs: false,
            both: true,
        };
        let found = program.json(now, words);
        let expected = whole::report(&ledger::at(&history, now), &asked);
        assert_same(&found, &expected, &format!("{words:?} at {now}"));
        found
    };
    let to_date = ["2026-11-01", "2026-11-13", "2026-10-01", "2026-10-13"];
    seen_at("11-13 12:00", &[], to_date);
    let words = ["--period", "month", "--until", "2026-11-30"];
    let november = ["2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"];
    // What happened by the end was recorded by then.
    let closed = seen_at("12-02 09:30", &words, november);
    let later = LAST.program.json(LAST.now, &words);
    for key in [
        "kept_rate",
        "counts",
        "voided_late",
        "lateness",
        "head_start",
        "time_to_keep",
        "reschedules",
        "causes",
        "roots",
        "flow",
        "days",
        "let_down",
        "weekdays",
    ] {
        assert_same(&later[key], &closed[key], key);
    }
    // How long the late ones took is known when they are kept.
    let met = |report: &Value| -> Vec<Value> {
        let standards = report["standards"].as_array().unwrap().iter();
        standards.map(|standard| standard["met"].clone()).collect()
    };
    assert_eq!(met(&later), met(&closed));
}

/// What others promised to me, and one side alone.
#[test]
fn the_other_side() {
    for period in &PERIODS {
        for (flag, theirs) in [("--theirs", true), ("--mine", false)] {
            let words = [period.words, &[flag]].concat();
            let asked = Asked {
                theirs,
                both: false,
                ..LAST.asked(period)
            };
            let expected = whole::report(&LAST.entries, &asked);
            let found = LAST.program.json(LAST.now, &words);
            assert_same(&found, &expected, &format!("{words:?}"));
        }
    }
}

/// A filter leaves out what it does not name, and nothing else.
#[test]
fn filters() {
    type Keeps = fn(&Entry) -> bool;
    let filters: [(&[&str], bool, Keeps); 9] = [
        (&["--to", "jane"], false, |entry| {
            !entry.theirs && entry.who == "Jane Roe"
        }),
        (&["--from", "Ida"], true, |entry| {
            entry.theirs && entry.who == "Ida Holm"
        }),
        (&["--owner", "me"], false, |entry| entry.owner.is_none()),
        (&["--owner", "ann lee"], false, |entry| {
            entry.owner.as_deref() == Some("Ann Lee")
        }),
        (&["--tag", "warranty"], false, |entry| {
            entry.tags.iter().any(|tag| tag == "warranty")
        }),
        (&["--tag", "warranty", "--tag", "urgent"], false, |entry| {
            ["warranty", "urgent"]
                .iter()
                .all(|tag| entry.tags.iter().any(|known| known == tag))
        }),
        (&["--mine", "--via", "call"], false, |entry| {
            entry.via.as_deref() == Some("call")
        }),
        (&["--theirs", "--via", "email"], true, |entry| {
            entry.via.as_deref() == Some("email")
        }),
        (&["--mine", "--standard", "callback"], false, |entry| {
            entry.standard.as_deref() == Some("callback")
        }),
    ];
    let period = &PERIODS[3];
    for (flags, theirs, keeps) in filters {
        let words = [period.words, flags].concat();
        let entries: Vec<Entry> = LAST
            .entries
            .iter()
            .filter(|entry| keeps(entry))
            .cloned()
            .collect();
        let asked = Asked {
            theirs,
            both: false,
            ..LAST.asked(period)
        };
        let expected = whole::report(&entries, &asked);
        assert_ne!(expected["counts"]["made"], 0, "{words:?}");
        let found = LAST.program.json(LAST.now, &words);
        assert_same(&found, &expected, &format!("{words:?}"));
    }
}
