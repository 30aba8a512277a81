//! A report as one HTML file that needs nothing else: no network, no script. It is written so
//! that it is well-formed XML too, and reads the same on a phone, on paper and aloud.

mod charts;
mod escape;
mod figures;
mod people;
mod style;
mod table;

use std::fmt::{self, Display, Formatter};

use chrono::Weekday;

use crate::domain::report::Report;
use crate::render::Look;
use crate::render::pieces::Pieces;
use crate::render::report::html::charts::{calendar, flow, lateness, pareto, rates};
use crate::render::report::{days, flow_verdict, let_down_title, title};

/// What stands in a section.
type Markup<'a> = Box<dyn Display + 'a>;

/// A part of the page: its place, its heading, what stands there.
struct Section<'a> {
    id: &'static str,
    heading: String,
    /// Nothing where there is nothing to say.
    markup: Option<Markup<'a>>,
}

/// The whole page. `look` gives the clock and the zone.
#[must_use]
pub fn html<'a>(report: &'a Report, week_start: Weekday, look: &'a Look) -> impl Display + 'a {
    Pieces(move |out: &mut Formatter<'_>| write_page(out, report, week_start, look))
}

fn write_page(
    out: &mut Formatter<'_>,
    report: &Report,
    week_start: Weekday,
    look: &Look,
) -> fmt::Result {
    let heading = format!("{}, {}", title(report), days(report.period));
    let heading = escape::text(&heading);
    let sections = sections(report, week_start).into_iter();
    let sections: Vec<(&str, String, Markup<'_>)> = sections
        .filter_map(|section| {
            let heading = escape::text(&section.heading);
            Some((section.id, heading, section.markup?))
        })
        .collect();
    let links = sections
        .iter()
        .map(|(id, heading, _)| format!("<li><a href=\"#{id}\">{heading}</a></li>\n"));
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n\
         <title>{heading}</title>\n<style>{}</style>\n</head>\n<body>\n{}\
         <header>\n<h1>{heading}</h1>\n\
         <p class=\"soft\">As of {}; days are those of {}. Before: {}.</p>\n\
         <nav aria-label=\"On this page\">\n<ul>\n{}</ul>\n</nav>\n</header>\n\
         <main>\n",
        style::STYLE,
        style::PATTERNS,
        escape::text(&look.stamp(look.clock.now)),
        escape::text(look.home.name()),
        escape::text(&days(report.before)),
        links.collect::<String>(),
    )?;
    for (id, heading, markup) in &sections {
        write!(
            out,
            "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>\n{markup}</section>\n"
        )?;
    }
    out.write_str(
        "</main>\n\
         <footer><p>Made by promise, from what was recorded by then.</p></footer>\n\
         </body>\n</html>\n",
    )
}

/// Every section, in the order of the page.
fn sections(report: &Report, week_start: Weekday) -> Vec<Section<'_>> {
    let section = |id, heading: &str, markup| Section {
        id,
        heading: heading.to_owned(),
        markup,
    };
    let known = !report.figures.is_empty();
    // Nothing is drawn where nothing is known.
    let if_known = |markup: &dyn Fn() -> String| if known { markup() } else { String::new() };
    let word = figures::word(report);
    vec![
        section(
            "word",
            "Was the word kept?",
            held(two(&word, &if_known(&|| rates::by_week(&report.weeks)))),
        ),
        section(
            "figures",
            "The figures, beside those before",
            held(figures::all(report)),
        ),
        section(
            "causes",
            "What breaks it",
            held(if_known(&|| breaks(report))),
        ),
        section(
            "when",
            "When it was kept",
            held(if_known(&|| when(report, week_start))),
        ),
        section("let-down", let_down_title(report), people::let_down(report)),
        section("flow", "In and out", held(if_known(&|| in_and_out(report)))),
        section("standards", "Standards", people::standards(report)),
        section("theirs", "Promised to me", people::theirs(report)),
        section("groups", "Groups", people::groups(report)),
        section("meaning", "What the figures mean", held(figures::meaning())),
    ]
}

/// Markup that is short enough to be held.
fn held<'a>(markup: String) -> Option<Markup<'a>> {
    (!markup.is_empty()).then(|| -> Markup<'a> { Box::new(markup) })
}

fn breaks(report: &Report) -> String {
    let all = &report.figures;
    let causes = pareto::reasons("cause-chart", "causes", &all.causes, all);
    let roots = pareto::reasons("root-chart", "roots", &all.roots, all);
    two(
        &part("Causes", &causes),
        &part("Roots: the last answer to “why?”", &roots),
    )
}

fn when(report: &Report, week_start: Weekday) -> String {
    let lateness = part(
        "How early or late",
        &lateness::distribution(&report.figures),
    );
    let weekdays = part("By the day it was due", &people::weekdays(report));
    let days = part("Day by day", &calendar::by_day(report, week_start));
    format!("{}{days}", two(&lateness, &weekdays))
}

fn in_and_out(report: &Report) -> String {
    let flow = &report.flow;
    let sums = [
        ("made", report.figures.made.to_string()),
        ("settled", report.figures.settled().to_string()),
        ("open before", flow.backlog_before.to_string()),
        ("open at the end", flow.backlog().to_string()),
    ];
    let rows: Vec<Vec<String>> = sums
        .map(|(what, count)| vec![what.to_owned(), count])
        .into();
    let sums = table::table("In all", &["promises", "#count"], &rows);
    two(
        &format!(
            "<div>\n<p>{}.</p>\n{sums}</div>\n",
            capital(flow_verdict(report))
        ),
        &flow::in_and_out(flow),
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A part of a section under its own heading; nothing where there is nothing to show.
fn part(heading: &str, markup: &str) -> String {
    if markup.is_empty() {
        return String::new();
    }
    format!("<div>\n<h3>{heading}</h3>\n{markup}</div>\n")
}

/// Two parts, side by side where there is room.
fn two(left: &str, right: &str) -> String {
    if left.is_empty() && right.is_empty() {
        return String::new();
    }
    format!("<div class=\"two\">\n{left}{right}</div>\n")
}
