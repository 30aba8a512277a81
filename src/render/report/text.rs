//! A report as a page of the terminal.

use std::fmt::{self, Display, Formatter};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::domain::report::definitions::{Amount, Part};
use crate::domain::report::figures::Reason;
use crate::domain::report::{Figures, Rate, Report};
use crate::render::Look;
use crate::render::amounts::span;
use crate::render::harmless::harmless;
use crate::render::pieces::Pieces;
use crate::render::report::beside::beside;
use crate::render::report::fold::folded;
use crate::render::report::marks::{bar, sparkline};
use crate::render::report::{
    NARROWEST, NO_CAUSE, NONE, WIDTH, amount, days, flow_text, flow_verdict, let_down_title,
    percent, points, rate_and_doubt, realism, title,
};
use crate::render::table::write_table;

/// The widest label of a bar.
const LABEL: usize = 26;

/// How many of a list are shown; the formats for programs have all.
const MOST: usize = 7;

/// The whole page.
#[must_use]
pub fn text<'a>(report: &'a Report, look: &'a Look) -> impl Display + 'a {
    let page = Page {
        look,
        width: look
            .width
            .map_or(WIDTH, |width| usize::from(width).clamp(NARROWEST, 200)),
    };
    Pieces(move |out: &mut Formatter<'_>| {
        out.write_str(&page.blocks(report).join("\n"))?;
        page.write_groups(out, report)
    })
}

/// How the page is laid out.
struct Page<'a> {
    look: &'a Look,
    width: usize,
}

impl Page<'_> {
    /// All that has a length of its own.
    fn blocks(&self, report: &Report) -> Vec<String> {
        let heading = format!("{}, {}", title(report), days(report.period));
        let mut blocks = vec![format!("{}\n", self.look.heading(&heading))];
        if report.figures.is_empty() {
            blocks.push("No data: nothing was promised, due or settled in this time.\n".to_owned());
        } else {
            blocks.push(self.word(report));
            blocks.push(beside(report, self.width, self.look));
            blocks.push(self.reasons("What breaks it: causes", &report.figures.causes, report));
            blocks.push(self.reasons("What breaks it: roots", &report.figures.roots, report));
            blocks.push(self.weekdays(report));
            blocks.push(self.let_down(report));
            blocks.push(self.flow(report));
            blocks.push(self.standards(report));
        }
        blocks.push(self.theirs(report));
        for block in &mut blocks {
            *block = folded(block, self.width);
        }
        blocks.retain(|block| !block.is_empty());
        blocks
    }

    fn block(&self, heading: &str, lines: &[String]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
        format!("{}\n{lines}", self.look.heading(heading))
    }

    /// Lines with a label, a bar and words, the bars as long as the page allows.
    fn bars(&self, rows: &[(String, Rate, String)]) -> Vec<String> {
        let labels: Vec<String> = rows.iter().map(|(name, ..)| self.label(name)).collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
        let longest = rows.iter().map(|(.., words)| words.width()).max();
        let left = self.width.saturating_sub(widest + longest.unwrap_or(0) + 6);
        let columns = left.clamp(6, 60);
        let lines = rows.iter().zip(labels).map(|((_, rate, words), label)| {
            let pad = " ".repeat(widest.saturating_sub(label.width()));
            let bar = bar(rate.count, rate.of, columns, self.look.unicode);
            format!("{label}{pad}  {bar}  {words}")
        });
        lines.collect()
    }

    /// A name that may be foreign and long.
    fn label(&self, name: &str) -> String {
        let name = harmless(name);
        if name.width() <= LABEL {
            return name.into_owned();
        }
        let more = if self.look.unicode { "…" } else { "..." };
        let mut label = String::new();
        let mut width = more.width();
        for letter in name.chars() {
            width += letter.width().unwrap_or(0);
            if width > LABEL {
                break;
            }
            label.push(letter);
        }
        label + more
    }

    fn word(&self, report: &Report) -> String {
        let figures = &report.figures;
        let rates = [
            ("as first promised", figures.first),
            ("as negotiated", figures.negotiated),
        ];
        let rows = rates.map(|(name, rate)| (name.to_owned(), rate, rate_and_doubt(rate)));
        let mut lines = self.bars(&rows);
        let hidden = figures.negotiated.change_from(figures.first);
        if let Some(gap) = hidden.filter(|gap| *gap >= 0.005) {
            lines.push(format!(
                "renegotiation hides {}",
                points(gap).replace('+', "")
            ));
        }
        let late = [
            (figures.voided_late, "voided"),
            (figures.corrected_late, "edited"),
        ];
        for (count, done) in late.into_iter().filter(|(count, _)| *count > 0) {
            lines.push(format!("{count} {done} after the deadline"));
        }
        self.block(Part::Word.title(), &lines)
    }

    fn reasons(&self, heading: &str, reasons: &[Reason], report: &Report) -> String {
        let of = report.figures.slips();
        let rows: Vec<(String, Rate, String)> = reasons
            .iter()
            .take(MOST)
            .map(|reason| {
                let name = reason.name.as_deref().unwrap_or(NO_CAUSE);
                let rate = Rate {
                    count: reason.count(),
                    of,
                };
                (name.to_owned(), rate, reason_words(reason, rate))
            })
            .collect();
        let mut lines = self.bars(&rows);
        lines.extend(more(reasons.len()));
        self.block(heading, &lines)
    }

    fn weekdays(&self, report: &Report) -> String {
        let days = report.weekdays.iter();
        let rows: Vec<(String, Rate, String)> = days
            .map(|(day, kept)| ((*day).to_owned(), *kept, rate_and_doubt(*kept)))
            .collect();
        self.block("Kept, by the day it was due", &self.bars(&rows))
    }

    fn let_down(&self, report: &Report) -> String {
        let people = report.let_down.iter().take(MOST);
        let rows: Vec<(String, Rate, String)> = people
            .map(|(name, missed)| {
                let words = format!("{} of {} not kept", missed.count, missed.of);
                (name.to_string(), *missed, words)
            })
            .collect();
        let mut lines = self.bars(&rows);
        lines.extend(more(report.let_down.len()));
        self.block(let_down_title(report), &lines)
    }

    fn flow(&self, report: &Report) -> String {
        let points = &report.flow.points;
        let columns = self.width.saturating_sub(30).max(10);
        let shown = &points[points.len().saturating_sub(columns)..];
        let backlog = |count: i64| u64::try_from(count).unwrap_or(0);
        let amounts: [(&str, Vec<u64>); 3] = [
            ("made", shown.iter().map(|point| point.day.made).collect()),
            (
                "settled",
                shown.iter().map(|point| point.day.settled).collect(),
            ),
            (
                "backlog",
                shown.iter().map(|point| backlog(point.backlog)).collect(),
            ),
        ];
        let mut lines: Vec<String> = amounts
            .iter()
            .map(|(name, amounts)| {
                let least = amounts.iter().min().copied().unwrap_or(0);
                let most = amounts.iter().max().copied().unwrap_or(0);
                let line = sparkline(amounts, self.look.unicode);
                format!("{name:<8} {line}  {least} to {most}")
            })
            .collect();
        lines.push(flow_text(report));
        lines.push(flow_verdict(report).to_owned());
        let heading = format!("In and out, by {}", report.flow.step.word());
        self.block(&heading, &lines)
    }

    fn standards(&self, report: &Report) -> String {
        let standards = report.standards.iter();
        let rows: Vec<(String, Rate, String)> = standards
            .map(|standard| {
                let median = |median: Option<i64>| median.map_or("-".to_owned(), span);
                let words = format!(
                    "{} met; took {} of {}: {}",
                    amount(Amount::Rate(standard.met)),
                    median(standard.took.median),
                    median(standard.allowed.median),
                    realism(standard.is_realistic())
                );
                (standard.name.clone(), standard.met, words)
            })
            .collect();
        self.block("Standards", &self.bars(&rows))
    }

    fn theirs(&self, report: &Report) -> String {
        let Some((all, people)) = &report.theirs else {
            return String::new();
        };
        if all.is_empty() {
            return String::new();
        }
        let row = |name: &str, figures: &Figures| {
            let words = format!(
                "{}, {} overdue",
                rate_and_doubt(figures.negotiated),
                figures.overdue
            );
            (name.to_owned(), figures.negotiated, words)
        };
        let mut rows = vec![row("all", &all.figures())];
        let named = people.iter().take(MOST);
        rows.extend(named.map(|(name, tally)| row(name, &tally.figures())));
        let mut lines = self.bars(&rows);
        lines.extend(more(people.len()));
        self.block("Promised to me: kept as negotiated", &lines)
    }

    /// A table folds by itself.
    fn write_groups(&self, out: &mut Formatter<'_>, report: &Report) -> fmt::Result {
        let Some(groups) = report.groups.as_ref().filter(|groups| !groups.is_empty()) else {
            return Ok(());
        };
        let groups = groups.iter();
        let rows = groups.map(|(name, tally)| group_row(name.as_deref(), &tally.figures()));
        out.write_str("\n")?;
        write_table(out, &GROUP_COLUMNS, rows, self.look)
    }
}

/// The columns of groups side by side.
pub const GROUP_COLUMNS: [&str; 9] = [
    "group",
    "made",
    "kept",
    "late",
    "broken",
    "open",
    "overdue",
    "first",
    "negotiated",
];

/// The cells of a group.
pub fn group_row(name: Option<&str>, figures: &Figures) -> Vec<String> {
    let share = |rate: Rate| match percent(rate) {
        Some(percent) => format!("{}/{} {percent} %", rate.count, rate.of),
        None => "-".to_owned(),
    };
    vec![
        name.unwrap_or(NONE).to_owned(),
        figures.made.to_string(),
        figures.kept().to_string(),
        figures.kept_late.to_string(),
        figures.broken.to_string(),
        figures.open.to_string(),
        figures.overdue.to_string(),
        share(figures.first),
        share(figures.negotiated),
    ]
}

/// How often a reason stood behind what.
pub fn reason_words(reason: &Reason, rate: Rate) -> String {
    let counts = [
        (reason.late, "late"),
        (reason.broken, "broken"),
        (reason.rescheduled, "rescheduled"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("{}: {}", amount(Amount::Rate(rate)), counts.join(", "))
}

fn more(count: usize) -> Option<String> {
    let more = count.checked_sub(MOST).filter(|more| *more > 0)?;
    Some(format!("and {more} more: --json has all"))
}
