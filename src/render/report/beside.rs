//! The figures of a report beside those of the period before.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::report::Report;
use crate::domain::report::definitions::{Amount, FIGURES, Part};
use crate::render::Look;
use crate::render::amounts::span;
use crate::render::report::{NO_DATA, amount, change, days};
use crate::render::wrap::wrapped;

/// What stands left of the columns and between them.
const MARGINS: usize = 2 + 3 * 2;

/// The narrowest column of titles, which go on in a second line where they are longer.
const LEAST_TITLE: usize = 22;

/// What stands before the second line of a title.
const FURTHER_IN: &str = "  ";

/// Every figure that is known, in columns where the page has room for them.
pub fn beside(report: &Report, width: usize, look: &Look) -> String {
    let mut rows: Vec<Option<[String; 4]>> = Vec::new();
    for part in Part::ALL {
        let mut of_part: Vec<[String; 4]> = Vec::new();
        for figure in FIGURES.iter().filter(|figure| figure.part == part) {
            let now = (figure.value)(&report.figures);
            let before = (figure.value)(&report.figures_before);
            if is_known(now) || is_known(before) || part == Part::Counts {
                of_part.extend(compared(figure.title, now, before));
            }
        }
        if !of_part.is_empty() {
            if !rows.is_empty() {
                rows.push(None);
            }
            rows.extend(of_part.into_iter().map(Some));
        }
    }
    let before = format!("  before: {}\n", days(report.before));
    let header = ["", "now", "before", "change"].map(str::to_owned);
    let all = rows.iter().flatten().chain([&header]);
    let mut widths = [0; 4];
    for row in all {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let [widest, amounts @ ..] = widths;
    let room = width.saturating_sub(MARGINS + amounts.iter().sum::<usize>());
    if room < widest.min(LEAST_TITLE) {
        return stacked(&rows) + &before;
    }
    let column = widest.min(room);
    let line = |[title, cells @ ..]: &[String; 4]| {
        let cells = cells.iter().zip(amounts);
        let cells = cells.map(|(cell, width)| format!("  {cell:<width$}"));
        let title = title_in(title, column);
        let line = format!("{title}{}", cells.collect::<String>());
        line.trim_end().to_owned()
    };
    let mut text = format!("  {}\n", look.heading(&line(&header)));
    for row in &rows {
        match row {
            None => text.push('\n'),
            Some(row) => text.push_str(&format!("  {}\n", line(row))),
        }
    }
    text + &before
}

/// A title that takes a column of its own, as many lines as it needs.
fn title_in(title: &str, column: usize) -> String {
    if title.width() <= column {
        return format!("{title:<column$}");
    }
    let mut lines = wrapped(title, column - FURTHER_IN.len());
    let last = lines.pop().unwrap_or_default();
    let last = format!("{:<column$}", format!("{FURTHER_IN}{last}"));
    lines.push(last);
    lines.join("\n  ")
}

/// The figures below each other, for a page too narrow for columns.
fn stacked(rows: &[Option<[String; 4]>]) -> String {
    let mut text = String::new();
    for row in rows {
        if let Some([title, now, before, changed]) = row {
            let changed = match changed.as_str() {
                "" => String::new(),
                changed => format!("; {changed}"),
            };
            text.push_str(&format!("  {title}\n    {now}; before {before}{changed}\n"));
        } else {
            text.push('\n');
        }
    }
    text
}

fn is_known(amount: Amount) -> bool {
    match amount {
        Amount::Count(count) => count > 0,
        Amount::Rate(rate) => rate.of > 0,
        Amount::Mean(mean) => mean.of > 0,
        Amount::Spread(spread) => spread.of > 0,
    }
}

/// The lines of a figure now and before: one, or one for the median and one for most.
fn compared(title: &str, now: Amount, before: Amount) -> Vec<[String; 4]> {
    let changed = change(now, before).unwrap_or_default();
    if let (Amount::Spread(now), Amount::Spread(before)) = (now, before) {
        let of = |length: Option<i64>, of: u64| match length {
            Some(length) => format!("{} (of {of})", span(length)),
            None => NO_DATA.to_owned(),
        };
        return vec![
            [
                format!("{title}, median"),
                of(now.median, now.of),
                of(before.median, before.of),
                changed,
            ],
            [
                format!("{title}, 9 of 10"),
                of(now.p90, now.of),
                of(before.p90, before.of),
                String::new(),
            ],
        ];
    }
    vec![[title.to_owned(), amount(now), amount(before), changed]]
}
