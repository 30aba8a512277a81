//! A report as Markdown (GitHub Flavored Markdown, for its tables).

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::{Rate, Report};
use crate::render::records::markdown_table;
use crate::render::report::text::{GROUP_COLUMNS, group_row, reason_words};
use crate::render::report::{
    amount, change, days, flow_text, rate_and_doubt, rate_text, realism, spread_text, title,
};

/// The whole report.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut text = format!("# {}, {}\n", title(report), days(report.period));
    let mut section = |heading: &str, headers: &[&str], rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            text.push_str(&format!("\n## {heading}\n\n"));
            text.push_str(&markdown_table(headers, &rows));
        }
    };
    let figures = FIGURES.iter().map(|figure| {
        let now = (figure.value)(&report.figures);
        let before = (figure.value)(&report.figures_before);
        let changed = change(now, before).unwrap_or_default();
        vec![
            figure.title.to_owned(),
            amount(now),
            amount(before),
            changed,
        ]
    });
    let before = format!("{} (before)", days(report.before));
    section(
        "Figures",
        &["figure", "now", &before, "change"],
        figures.collect(),
    );
    let of = report.figures.slips();
    for (heading, reasons) in [
        ("Causes", &report.figures.causes),
        ("Roots", &report.figures.roots),
    ] {
        let rows = reasons.iter().map(|reason| {
            let rate = Rate {
                count: reason.count(),
                of,
            };
            let name = reason.name.as_deref().unwrap_or("(no cause given)");
            vec![name.to_owned(), reason_words(reason, rate)]
        });
        section(heading, &["why", "how often"], rows.collect());
    }
    let weekdays = report.weekdays.iter();
    let rows = weekdays.map(|(day, kept)| vec![(*day).to_owned(), rate_and_doubt(*kept)]);
    section(
        "Kept, by the day it was due",
        &["day", "kept"],
        rows.collect(),
    );
    let people = report.let_down.iter();
    let rows = people.map(|(name, missed)| vec![name.clone(), rate_text(*missed)]);
    section("Who was let down", &["person", "not kept"], rows.collect());
    let points = report.flow.points.iter().map(|point| {
        vec![
            point.start.to_string(),
            point.day.made.to_string(),
            point.day.settled.to_string(),
            point.backlog.to_string(),
        ]
    });
    section(
        &format!("In and out, by {}", report.flow.step.word()),
        &["from", "made", "settled", "backlog"],
        points.collect(),
    );
    let standards = report.standards.iter().map(|standard| {
        vec![
            standard.name.clone(),
            amount(Amount::Rate(standard.met)),
            spread_text(standard.allowed),
            spread_text(standard.took),
            realism(standard.is_realistic()).to_owned(),
        ]
    });
    section(
        "Standards",
        &["standard", "met", "allows", "took", ""],
        standards.collect(),
    );
    if let Some((all, people)) = &report.theirs {
        let named = people.iter().map(|(name, all)| (name.as_str(), all));
        let rows = std::iter::once(("all", all))
            .chain(named)
            .map(|(name, all)| {
                vec![
                    name.to_owned(),
                    rate_and_doubt(all.first),
                    rate_and_doubt(all.negotiated),
                    all.overdue.to_string(),
                ]
            });
        let rows: Vec<Vec<String>> = rows.collect();
        let known = !all.is_empty();
        section(
            "Promised to me",
            &["person", "as first promised", "as negotiated", "overdue"],
            if known { rows } else { Vec::new() },
        );
    }
    let groups = report.groups.iter().flatten();
    let rows = groups.map(|(name, all)| group_row(name.as_deref(), all));
    section("Groups", &GROUP_COLUMNS, rows.collect());
    text.push_str(&format!("\n{}.\n", flow_text(report)));
    text
}
