//! A report as lines of one shape, for spreadsheets and scripts.

use serde_json::{Map, Value, json};

use crate::domain::report::definitions::FIGURES;
use crate::domain::report::figures::Reason;
use crate::domain::report::{Figures, Rate, Report};
use crate::render::report::json::amount;

/// The columns: where a figure belongs, whose it is, which it is, and what it holds.
pub const LINE_FIELDS: [&str; 9] = [
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

/// Every figure of a report, one a line.
#[must_use]
pub fn lines(report: &Report) -> Vec<Value> {
    let mut lines = Vec::new();
    figures(&mut lines, "all", None, &report.figures);
    figures(&mut lines, "before", None, &report.figures_before);
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
        let spread = |spread| amount(crate::domain::report::definitions::Amount::Spread(spread));
        lines.push(line("standards", name, "met", rate(standard.met)));
        lines.push(line("standards", name, "allowed", spread(standard.allowed)));
        lines.push(line("standards", name, "took", spread(standard.took)));
    }
    if let Some((all, people)) = &report.theirs {
        figures(&mut lines, "theirs", None, all);
        for (name, all) in people {
            figures(&mut lines, "theirs", Some(name), all);
        }
    }
    for (name, all) in report.groups.iter().flatten() {
        figures(&mut lines, "groups", name.as_deref(), all);
    }
    lines
}

fn figures(lines: &mut Vec<Value>, section: &str, name: Option<&str>, all: &Figures) {
    for figure in &FIGURES {
        let amount = amount((figure.value)(all));
        lines.push(line(section, name, figure.key, amount));
    }
    for (kind, reasons) in [("cause", &all.causes), ("root", &all.roots)] {
        for reason in reasons {
            reason_lines(lines, section, name, kind, reason, all.slips());
        }
    }
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
    amount(crate::domain::report::definitions::Amount::Rate(rate))
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
