//! A report as Markdown (GitHub Flavored Markdown, for its tables).

use std::fmt::{self, Display, Formatter};

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::{Figures, Rate, Report};
use crate::render::pieces::Pieces;
use crate::render::records::{markdown_header, markdown_row};
use crate::render::report::text::{GROUP_COLUMNS, group_row, reason_words};
use crate::render::report::{
    NO_CAUSE, amount, change, days, flow_text, flow_verdict, let_down_title, rate_and_doubt,
    rate_text, realism, spread_text, title,
};

/// The whole report.
#[must_use]
pub fn markdown(report: &Report) -> impl Display + '_ {
    Pieces(move |out: &mut Formatter<'_>| {
        writeln!(out, "# {}, {}", title(report), days(report.period))?;
        let mut page = Page(out);
        page.figures(report)?;
        page.reasons(report)?;
        page.days_and_people(report)?;
        page.flow(report)?;
        page.standards(report)?;
        page.theirs(report)?;
        let groups = report.groups.iter().flatten();
        let rows = groups.map(|(name, tally)| group_row(name.as_deref(), &tally.figures()));
        page.section("Groups", &GROUP_COLUMNS, rows)
    })
}

struct Page<'o, 'f>(&'o mut Formatter<'f>);

impl Page<'_, '_> {
    fn section(
        &mut self,
        heading: &str,
        headers: &[&str],
        rows: impl Iterator<Item = Vec<String>>,
    ) -> fmt::Result {
        let mut rows = rows.peekable();
        if rows.peek().is_some() {
            write!(self.0, "\n## {heading}\n\n{}", markdown_header(headers))?;
        }
        rows.try_for_each(|row| self.0.write_str(&markdown_row(&row)))
    }

    fn figures(&mut self, report: &Report) -> fmt::Result {
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
        self.section("Figures", &["figure", "now", &before, "change"], rows)
    }

    fn reasons(&mut self, report: &Report) -> fmt::Result {
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
            self.section(heading, &["why", "how often"], rows)?;
        }
        Ok(())
    }

    fn days_and_people(&mut self, report: &Report) -> fmt::Result {
        let weekdays = report.weekdays.iter();
        let rows = weekdays.map(|(day, kept)| vec![(*day).to_owned(), rate_and_doubt(*kept)]);
        self.section("Kept, by the day it was due", &["day", "kept"], rows)?;
        let people = report.let_down.iter();
        let rows = people.map(|(name, missed)| vec![name.to_string(), rate_text(*missed)]);
        self.section(let_down_title(report), &["person", "not kept"], rows)
    }

    fn flow(&mut self, report: &Report) -> fmt::Result {
        let rows = report.flow.points.iter().map(|point| {
            vec![
                point.start.to_string(),
                point.day.made.to_string(),
                point.day.settled.to_string(),
                point.backlog.to_string(),
            ]
        });
        let heading = format!("In and out, by {}", report.flow.step.word());
        self.section(&heading, &["from", "made", "settled", "backlog"], rows)?;
        let (facts, verdict) = (flow_text(report), flow_verdict(report));
        writeln!(self.0, "\n{facts}: {verdict}.")
    }

    fn standards(&mut self, report: &Report) -> fmt::Result {
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
        self.section("Standards", &headers, rows)
    }

    fn theirs(&mut self, report: &Report) -> fmt::Result {
        let Some((all, people)) = report.theirs.as_ref().filter(|(all, _)| !all.is_empty()) else {
            return Ok(());
        };
        let row = |name: &str, all: &Figures| {
            vec![
                name.to_owned(),
                rate_and_doubt(all.first),
                rate_and_doubt(all.negotiated),
                all.overdue.to_string(),
            ]
        };
        let named = people.iter();
        let rows = std::iter::once_with(|| row("all", &all.figures()))
            .chain(named.map(|(name, tally)| row(name, &tally.figures())));
        let headers = ["person", "as first promised", "as negotiated", "overdue"];
        self.section("Promised to me", &headers, rows)
    }
}
