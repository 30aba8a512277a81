//! A report as lines of one shape, for spreadsheets and scripts.

use std::fmt::{Display, Formatter};

use serde_json::{Map, Value, json};

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::figures::Reason;
use crate::domain::report::{Figures, Rate, Report};
use crate::render::pieces::Pieces;
use crate::render::records;
use crate::render::report::json::amount;

/// The columns: where a figure belongs, whose it is, which it is, and what it holds.
const LINE_FIELDS: [&str; 9] = [
    "section",
    "name",
    "figure",
    "count",
    "of",
    "rate",
    "mean",
    "median_seconds",
    "p90_seconds",
];

/// Every figure of a report, one a line, in columns separated by tabs.
#[must_use]
pub fn plain(report: &Report) -> impl Display + '_ {
    Pieces(move |out: &mut Formatter<'_>| {
        lines(report).try_for_each(|lines| out.write_str(&records::plain(&LINE_FIELDS, &lines)))
    })
}

/// The same as CSV.
#[must_use]
pub fn csv(report: &Report) -> impl Display + '_ {
    Pieces(move |out: &mut Formatter<'_>| {
        out.write_str(&records::csv(&LINE_FIELDS, &[]))?;
        lines(report)
            .try_for_each(|lines| out.write_str(&records::csv_part(false, &LINE_FIELDS, &lines)))
    })
}

/// The lines, of one set of figures after the other.
fn lines(report: &Report) -> impl Iterator<Item = Vec<Value>> {
    let all = [("all", &report.figures), ("before", &report.figures_before)];
    let all = all.into_iter();
    let all = all.map(|(section, all)| figures(section, None, all));
    let theirs = report.theirs.iter().flat_map(|(all, people)| {
        let people = people.iter();
        let people = people.map(|(name, tally)| figures("theirs", Some(name), &tally.figures()));
        std::iter::once_with(|| figures("theirs", None, &all.figures())).chain(people)
    });
    let groups = report.groups.iter().flatten();
    let groups = groups.map(|(name, tally)| figures("groups", name.as_deref(), &tally.figures()));
    let beside = std::iter::once_with(|| beside(report));
    all.chain(beside).chain(theirs).chain(groups)
}

/// What is reckoned beside the figures.
fn beside(report: &Report) -> Vec<Value> {
    let mut lines = Vec::new();
    for point in &report.flow.points {
        let start = point.start.to_string();
        let amounts: [(&str, Value); 3] = [
            ("made", point.day.made.into()),
            ("settled", point.day.settled.into()),
            ("backlog", point.backlog.into()),
        ];
        for (figure, count) in amounts {
            lines.push(line("flow", Some(&start), figure, json!({"count": count})));
        }
    }
    for standard in &report.standards {
        let name = Some(standard.name.as_str());
        let spread = |spread| amount(Amount::Spread(spread));
        lines.push(line("standards", name, "met", rate(standard.met)));
        lines.push(line("standards", name, "allowed", spread(standard.allowed)));
        lines.push(line("standards", name, "took", spread(standard.took)));
    }
    lines
}

fn figures(section: &str, name: Option<&str>, all: &Figures) -> Vec<Value> {
    let mut lines = Vec::new();
    for figure in &FIGURES {
        let amount = amount((figure.value)(all));
        lines.push(line(section, name, figure.key, amount));
    }
    for (kind, reasons) in [("cause", &all.causes), ("root", &all.roots)] {
        for reason in reasons {
            reason_lines(&mut lines, section, name, kind, reason, all.slips());
        }
    }
    lines
}

fn reason_lines(
    lines: &mut Vec<Value>,
    section: &str,
    name: Option<&str>,
    kind: &str,
    reason: &Reason,
    slips: u64,
) {
    let called = reason.name.as_deref().unwrap_or_default();
    let counts = [
        ("late", reason.late),
        ("broken", reason.broken),
        ("rescheduled", reason.rescheduled),
        ("all", reason.count()),
    ];
    for (what, count) in counts {
        let of = slips;
        let figure = format!("{kind}.{what}: {called}");
        let amount = rate(Rate { count, of });
        lines.push(line(section, name, &figure, amount));
    }
}

fn rate(rate: Rate) -> Value {
    amount(Amount::Rate(rate))
}

fn line(section: &str, name: Option<&str>, figure: &str, amount: Value) -> Value {
    let mut line: Map<String, Value> = LINE_FIELDS
        .iter()
        .map(|field| ((*field).to_owned(), Value::Null))
        .collect();
    line.insert("section".into(), section.into());
    line.insert("name".into(), name.into());
    line.insert("figure".into(), figure.into());
    match amount {
        Value::Object(parts) => {
            for (key, value) in parts {
                let key = if key == "sum" { "count".into() } else { key };
                line.insert(key, value);
            }
        }
        count => {
            line.insert("count".into(), count);
        }
    }
    line.into()
}
