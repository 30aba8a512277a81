//! Tables of markup, and figures as their cells.

use chrono::NaiveDate;

use crate::domain::report::definitions::Amount;
use crate::domain::report::{Rate, Spread};
use crate::render::amounts::span;
use crate::render::report::html::escape;
use crate::render::report::{NO_DATA, amount, rate_and_doubt};
use crate::render::times;

/// How many rows of a long list stand open; the others can be unfolded.
const OPEN: usize = 12;

/// A table of which the first cell of a row is its heading. Cells are markup. Columns whose
/// heading begins with `#` hold numbers.
pub fn table(caption: &str, headings: &[&str], rows: &[Vec<String>]) -> String {
    let number = |place: usize| {
        let heading = headings.get(place);
        heading.is_some_and(|heading| heading.starts_with('#'))
    };
    let class = |place| if number(place) { " class=\"n\"" } else { "" };
    let head = headings.iter().enumerate().map(|(place, heading)| {
        let heading = escape::text(heading.trim_start_matches('#'));
        format!("<th scope=\"col\"{}>{heading}</th>", class(place))
    });
    let body = rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, cell)| match place {
            0 => format!("<th scope=\"row\">{cell}</th>"),
            _ => format!("<td{}>{cell}</td>", class(place)),
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    });
    format!(
        "<table>\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
        escape::text(caption),
        head.collect::<String>(),
        body.collect::<String>()
    )
}

/// The same, wider than a page: it is scrolled, with the keyboard too.
pub fn wide(caption: &str, headings: &[&str], rows: &[Vec<String>]) -> String {
    format!(
        "<div class=\"scroll wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
        escape::text(caption),
        table(caption, headings, rows)
    )
}

/// The same of any length: a long rest is folded away.
pub fn long(
    caption: &str,
    rows: &[Vec<String>],
    table: &dyn Fn(&str, &[Vec<String>]) -> String,
) -> String {
    let (open, rest) = rows.split_at(rows.len().min(OPEN));
    let mut markup = table(caption, open);
    if !rest.is_empty() {
        let more = format!("{} more", rest.len());
        let caption = format!("{caption} ({more})");
        markup.push_str(&folded(&more, &table(&caption, rest)));
    }
    markup
}

/// What is seen when it is asked for, and on paper.
pub fn folded(summary: &str, markup: &str) -> String {
    format!(
        "<details>\n<summary>{}</summary>\n{markup}</details>\n",
        escape::text(summary)
    )
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
