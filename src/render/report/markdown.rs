//! A report as Markdown (GitHub Flavored Markdown, for its tables).

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::{Rate, Report};
use crate::render::records::markdown_table;
use crate::render::report::text::{GROUP_COLUMNS, group_row, reason_words};
use crate::render::report::{
    NO_CAUSE, amount, change, days, flow_text, flow_verdict, let_down_title, rate_and_doubt,
    rate_text, realism, spread_text, title,
};

/// The whole report.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut page = Page(format!("# {}, {}\n", title(report), days(report.period)));
    page.figures(report);
    page.reasons(report);
    page.days_and_people(report);
    page.flow(report);
    page.standards(report);
    page.theirs(report);
    let groups = report.groups.iter().flatten();
    let rows = groups.map(|(name, all)| group_row(name.as_deref(), all));
    page.section("Groups", &GROUP_COLUMNS, rows);
    page.0
}

struct Page(String);

impl Page {
    fn section(
        &mut self,
        heading: &str,
        headers: &[&str],
        rows: impl Iterator<Item = Vec<String>>,
    ) {
        let rows: Vec<Vec<String>> = rows.collect();
        if !rows.is_empty() {
            self.0.push_str(&format!("\n## {heading}\n\n"));
            self.0.push_str(&markdown_table(headers, &rows));
        }
    }

    fn figures(&mut self, report: &Report) {
        let rows = FIGURES.iter().map(|figure| {
            let now = (figure.value)(&report.figures);
            let before = (figure.value)(&report.figures_before);
            vec![
                figure.title.to_owned(),
                amount(now),
                amount(before),
                change(now, before).unwrap_or_default(),
            ]
        });
        let before = format!("{} (before)", days(report.before));
        self.section("Figures", &["figure", "now", &before, "change"], rows);
    }

    fn reasons(&mut self, report: &Report) {
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
                let name = reason.name.as_deref().unwrap_or(NO_CAUSE);
                vec![name.to_owned(), reason_words(reason, rate)]
            });
            self.section(heading, &["why", "how often"], rows);
        }
    }

    fn days_and_people(&mut self, report: &Report) {
        let weekdays = report.weekdays.iter();
        let rows = weekdays.map(|(day, kept)| vec![(*day).to_owned(), rate_and_doubt(*kept)]);
        self.section("Kept, by the day it was due", &["day", "kept"], rows);
        let people = report.let_down.iter();
        let rows = people.map(|(name, missed)| vec![name.clone(), rate_text(*missed)]);
        self.section(let_down_title(report), &["person", "not kept"], rows);
    }

    fn flow(&mut self, report: &Report) {
        let rows = report.flow.points.iter().map(|point| {
            vec![
                point.start.to_string(),
                point.day.made.to_string(),
                point.day.settled.to_string(),
                point.backlog.to_string(),
            ]
        });
        let heading = format!("In and out, by {}", report.flow.step.word());
        self.section(&heading, &["from", "made", "settled", "backlog"], rows);
        let (facts, verdict) = (flow_text(report), flow_verdict(report));
        self.0.push_str(&format!("\n{facts}: {verdict}.\n"));
    }

    fn standards(&mut self, report: &Report) {
        let rows = report.standards.iter().map(|standard| {
            vec![
                standard.name.clone(),
                amount(Amount::Rate(standard.met)),
                spread_text(standard.allowed),
                spread_text(standard.took),
                realism(standard.is_realistic()).to_owned(),
            ]
        });
        let headers = ["standard", "met", "allows", "took", ""];
        self.section("Standards", &headers, rows);
    }

    fn theirs(&mut self, report: &Report) {
        let Some((all, people)) = report.theirs.as_ref().filter(|(all, _)| !all.is_empty()) else {
            return;
        };
        let named = people.iter().map(|(name, all)| (name.as_str(), all));
        let rows = std::iter::once(("all", all)).chain(named);
        let rows = rows.map(|(name, all)| {
            vec![
                name.to_owned(),
                rate_and_doubt(all.first),
                rate_and_doubt(all.negotiated),
                all.overdue.to_string(),
            ]
        });
        let headers = ["person", "as first promised", "as negotiated", "overdue"];
        self.section("Promised to me", &headers, rows);
    }
}
