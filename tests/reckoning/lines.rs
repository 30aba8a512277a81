//! The lines of CSV and plain, from the JSON that is expected.

use serde_json::Value;

/// Every figure, in the order in which it is printed: its key, its title, the part of the page.
pub const FIGURES: [(&str, &str, u8); 26] = [
    ("kept_rate.first", "kept, as first promised", 0),
    ("kept_rate.negotiated", "kept, as negotiated", 0),
    ("voided_late", "voided after the deadline", 0),
    ("corrected_late", "edited after the deadline", 0),
    ("counts.made", "made", 1),
    ("counts.kept_early", "kept early", 1),
    ("counts.kept_on_time", "kept on time", 1),
    ("counts.kept_late", "kept late", 1),
    ("counts.broken", "broken", 1),
    ("counts.released", "released", 1),
    ("counts.open", "still open", 1),
    ("counts.overdue", "open and overdue", 1),
    ("lateness", "late by", 2),
    ("head_start", "early by", 2),
    ("time_to_keep", "from promise to fulfilment", 2),
    ("reschedules.count", "rescheduled", 3),
    (
        "reschedules.told_before",
        "told before the old deadline passed",
        3,
    ),
    ("handoffs", "hand-offs per promise", 3),
    ("versions", "heard more than one version", 3),
    ("behind_theirs", "another's lateness behind it", 3),
    ("checks.asked", "asked", 4),
    ("checks.satisfied", "satisfied", 4),
    ("checks.not_satisfied", "not satisfied", 4),
    ("checks.confirmed", "confirmed by the customer", 4),
    ("checks.ratings", "rating, from 1 to 5", 4),
    ("checks.to_check", "still to be asked", 4),
];

/// A line: section, name, figure, count, of, rate, mean, median, ninetieth percentile.
pub type Line = (String, String, String, [Option<f64>; 6]);

/// What stands in JSON under keys with dots between them.
pub fn at<'a>(value: &'a Value, key: &str) -> &'a Value {
    key.split('.').fold(value, |value, key| &value[key])
}

/// Every line that a report of this JSON has.
pub fn expected(report: &Value) -> Vec<Line> {
    let mut lines = Vec::new();
    figures(&mut lines, "all", "", report);
    figures(&mut lines, "before", "", &report["before"]);
    for point in list(&report["flow"]["points"]) {
        for figure in ["made", "settled", "backlog"] {
            lines.push(line("flow", text(&point["start"]), figure, &point[figure]));
        }
    }
    for standard in list(&report["standards"]) {
        for figure in ["met", "allowed", "took"] {
            lines.push(line(
                "standards",
                text(&standard["name"]),
                figure,
                &standard[figure],
            ));
        }
    }
    if !report["theirs"].is_null() {
        figures(&mut lines, "theirs", "", &report["theirs"]);
        for person in list(&report["theirs"]["people"]) {
            figures(&mut lines, "theirs", text(&person["name"]), person);
        }
    }
    if !report["groups"].is_null() {
        for group in list(&report["groups"]) {
            figures(&mut lines, "groups", text(&group["name"]), group);
        }
    }
    lines
}

fn figures(lines: &mut Vec<Line>, section: &str, name: &str, report: &Value) {
    for (key, ..) in FIGURES {
        lines.push(line(section, name, key, at(report, key)));
    }
    for (key, kind) in [("causes", "cause"), ("roots", "root")] {
        for reason in list(&report[key]) {
            let called = text(&reason[kind]);
            let of = &reason["share"]["of"];
            let all = &reason["share"]["count"];
            for (what, count) in [
                ("late", &reason["late"]),
                ("broken", &reason["broken"]),
                ("rescheduled", &reason["rescheduled"]),
                ("all", all),
            ] {
                let rate = count
                    .as_f64()
                    .zip(of.as_f64())
                    .map(|(count, of)| count / of);
                let figure = format!("{kind}.{what}: {called}");
                let numbers = [count.as_f64(), of.as_f64(), rate, None, None, None];
                lines.push((section.to_owned(), name.to_owned(), figure, numbers));
            }
        }
    }
}

fn line(section: &str, name: &str, figure: &str, amount: &Value) -> Line {
    let number = |key: &str| amount[key].as_f64();
    let numbers = [
        amount.as_f64().or(number("count")).or(number("sum")),
        number("of"),
        number("rate"),
        number("mean"),
        number("median_seconds"),
        number("p90_seconds"),
    ];
    (
        section.to_owned(),
        name.to_owned(),
        figure.to_owned(),
        numbers,
    )
}

/// What a CSV holds, its header left out.
pub fn csv(text: &str) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader
        .headers()
        .expect("a header")
        .iter()
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(
        header,
        "section name figure count of rate mean median_seconds p90_seconds"
    );
    let records = reader.records().map(|record| record.expect("a record"));
    records
        .map(|record| read(&record.iter().collect::<Vec<_>>()))
        .collect()
}

/// What plain lines hold.
pub fn plain(text: &str) -> Vec<Line> {
    text.lines()
        .map(|line| read(&line.split('\t').collect::<Vec<_>>()))
        .collect()
}

fn read(cells: &[&str]) -> Line {
    let [section, name, figure, numbers @ ..] = cells else {
        panic!("{cells:?}");
    };
    let number = |cell: &&str| match *cell {
        "" => None,
        cell => Some(cell.parse().unwrap_or_else(|_| panic!("{cells:?}"))),
    };
    let numbers: Vec<Option<f64>> = numbers.iter().map(number).collect();
    let numbers = numbers.try_into().expect("six numbers");
    (
        (*section).to_owned(),
        (*name).to_owned(),
        (*figure).to_owned(),
        numbers,
    )
}

pub fn assert_same(found: &[Line], expected: &[Line], what: &str) {
    for (found, expected) in found.iter().zip(expected) {
        let near =
            found
                .3
                .iter()
                .zip(expected.3)
                .all(|(found, expected)| match (found, expected) {
                    (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
                    (found, expected) => found.is_none() && expected.is_none(),
                });
        let names = (&found.0, &found.1, &found.2) == (&expected.0, &expected.1, &expected.2);
        assert!(
            near && names,
            "{what}: found {found:?}, expected {expected:?}"
        );
    }
    assert_eq!(found.len(), expected.len(), "{what}");
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
