//! Tables of markup, and figures as their cells.

use std::fmt::{self, Display, Formatter};

use chrono::NaiveDate;

use crate::domain::report::definitions::Amount;
use crate::domain::report::{Rate, Spread};
use crate::render::amounts::span;
use crate::render::pieces::Pieces;
use crate::render::report::html::escape;
use crate::render::report::{NO_DATA, amount, rate_and_doubt};
use crate::render::times;

/// How many rows of a long list stand open; the others can be unfolded.
const OPEN: usize = 12;

/// A table of which the first cell of a row is its heading. Its rows are made as they are written.
pub struct Table<'a, T> {
    /// What it is about.
    pub caption: &'a str,
    /// Those of columns of numbers begin with `#`.
    pub headings: &'a [&'a str],
    /// Whether it is wider than a page: then it is scrolled, with the keyboard too.
    pub wide: bool,
    /// What the rows are of.
    pub items: &'a [T],
    /// The cells of a row, as markup.
    pub cells: &'a dyn Fn(&T) -> Vec<String>,
}

impl<T> Table<'_, T> {
    /// Writes it with a long rest folded away.
    pub fn write_long(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let (open, rest) = self.items.split_at(self.items.len().min(OPEN));
        self.write(out, self.caption, open)?;
        if rest.is_empty() {
            return Ok(());
        }
        let more = format!("{} more", rest.len());
        let caption = format!("{} ({more})", self.caption);
        write_folded(out, &more, |out| self.write(out, &caption, rest))
    }

    fn write(&self, out: &mut Formatter<'_>, caption: &str, items: &[T]) -> fmt::Result {
        let caption = escape::text(caption);
        if self.wide {
            writeln!(
                out,
                "<div class=\"scroll wide\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">"
            )?;
        }
        write!(out, "<table>\n<caption>{caption}</caption>\n<thead><tr>")?;
        for (place, heading) in self.headings.iter().enumerate() {
            let heading = escape::text(heading.trim_start_matches('#'));
            write!(out, "<th scope=\"col\"{}>{heading}</th>", self.class(place))?;
        }
        out.write_str("</tr></thead>\n<tbody>\n")?;
        for item in items {
            out.write_str("<tr>")?;
            for (place, cell) in (self.cells)(item).iter().enumerate() {
                match place {
                    0 => write!(out, "<th scope=\"row\">{cell}</th>")?,
                    _ => write!(out, "<td{}>{cell}</td>", self.class(place))?,
                }
            }
            out.write_str("</tr>\n")?;
        }
        out.write_str("</tbody>\n</table>\n")?;
        out.write_str(if self.wide { "</div>\n" } else { "" })
    }

    fn class(&self, place: usize) -> &'static str {
        match self.headings.get(place) {
            Some(heading) if heading.starts_with('#') => " class=\"n\"",
            _ => "",
        }
    }
}

impl<T> Display for Table<'_, T> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.write(out, self.caption, self.items)
    }
}

/// A table of cells that are there.
pub fn table(caption: &str, headings: &[&str], rows: &[Vec<String>]) -> String {
    held(caption, headings, rows, false)
}

/// The same, wider than a page.
pub fn wide(caption: &str, headings: &[&str], rows: &[Vec<String>]) -> String {
    held(caption, headings, rows, true)
}

fn held(caption: &str, headings: &[&str], rows: &[Vec<String>], wide: bool) -> String {
    let table = Table {
        caption,
        headings,
        wide,
        items: rows,
        cells: &Clone::clone,
    };
    table.to_string()
}

/// What is seen when it is asked for, and on paper.
pub fn folded(summary: &str, markup: &str) -> String {
    let folded = |out: &mut Formatter<'_>| write_folded(out, summary, |out| out.write_str(markup));
    Pieces(folded).to_string()
}

/// The same, written by a function.
pub fn write_folded(
    out: &mut Formatter<'_>,
    summary: &str,
    write: impl FnOnce(&mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    let summary = escape::text(summary);
    writeln!(out, "<details>\n<summary>{summary}</summary>")?;
    write(out)?;
    out.write_str("</details>\n")
}

/// An amount with what it is out of, and whether that is too few.
pub fn cell(of: Amount) -> String {
    match of {
        Amount::Rate(rate) => firm(&rate_and_doubt(rate)),
        Amount::Spread(spread) => spread_cell(spread),
        _ => firm(&amount(of)),
    }
}

/// A rate and a bar as long.
pub fn bar_cell(rate: Rate, words: &str) -> String {
    format!("{}{}", bar(rate, "bar"), firm(words))
}

/// What was not kept, and a bar as long.
pub fn missed_cell(missed: Rate, words: &str) -> String {
    format!("{}{}", bar(missed, "bar missed"), firm(words))
}

fn bar(rate: Rate, class: &str) -> String {
    let percent = rate.share().unwrap_or_default() * 100.0;
    format!(
        "<span class=\"{class}\" aria-hidden=\"true\"><i style=\"width:{percent:.1}%\"></i></span>"
    )
}

/// A length of time, to the second for machines.
pub fn time(seconds: i64) -> String {
    format!(
        "<time datetime=\"PT{seconds}S\">{}</time>",
        span(seconds).replace(' ', "\u{a0}")
    )
}

fn spread_cell(spread: Spread) -> String {
    match (spread.median, spread.p90) {
        (Some(median), Some(p90)) => format!(
            "median {}, 90\u{a0}% within {} (of\u{a0}{})",
            time(median),
            time(p90),
            spread.of
        ),
        _ => NO_DATA.to_owned(),
    }
}

/// Words about figures, whose parts stay on one line: "43 of 85".
pub fn firm(words: &str) -> String {
    let firm = words
        .replace(" of ", "\u{a0}of\u{a0}")
        .replace(" %", "\u{a0}%");
    escape::text(&firm)
}

/// A day, with its weekday.
pub fn day(date: NaiveDate) -> String {
    format!("<time datetime=\"{date}\">{}</time>", times::date(date))
}
