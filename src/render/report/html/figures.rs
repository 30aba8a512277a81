//! The rates that it is all about, every figure beside the one before, and what each means.

use crate::domain::report::definitions::{Amount, BESIDE, FIGURES, Figure, Part};
use crate::domain::report::{Figures, Rate, Report};
use crate::render::report::html::{escape, table};
use crate::render::report::{NO_DATA, TOO_FEW, change, percent, points, rate_and_doubt};

/// Both rates, large, and what they leave out.
pub fn word(report: &Report) -> String {
    let (now, before) = (&report.figures, &report.figures_before);
    let mut markup = String::from("<div>\n");
    if now.is_empty() {
        markup.push_str("<p>No data: nothing was promised, due or settled in this time.</p>\n");
    }
    markup.push_str("<div class=\"rates\">\n");
    for (called, key, now, before) in [
        (
            "as first promised",
            "kept_rate.first",
            now.first,
            before.first,
        ),
        (
            "as negotiated",
            "kept_rate.negotiated",
            now.negotiated,
            before.negotiated,
        ),
    ] {
        markup.push_str(&rate(called, key, now, before));
    }
    markup.push_str("</div>\n");
    let hidden = now.negotiated.change_from(now.first);
    if let Some(gap) = hidden.filter(|gap| *gap >= 0.005) {
        let gap = points(gap).replace('+', "");
        markup.push_str(&format!(
            "<p><a href=\"#{}\">Renegotiation hides</a> {gap}.</p>\n",
            place("kept_rate.gap")
        ));
    }
    for (count, done, key) in [
        (now.voided_late, "voided", "voided_late"),
        (now.corrected_late, "edited", "corrected_late"),
    ] {
        if count > 0 {
            let place = place(key);
            markup.push_str(&format!(
                "<p>{count} <a href=\"#{place}\">{done} after the deadline</a>.</p>\n"
            ));
        }
    }
    markup.push_str("</div>\n");
    markup
}

fn rate(called: &str, key: &str, now: Rate, before: Rate) -> String {
    let changed = change(Amount::Rate(now), Amount::Rate(before));
    let changed = changed.map_or_else(String::new, |changed| format!(" (change: {changed})"));
    let share = percent(now).map_or_else(|| NO_DATA.to_owned(), |share| format!("{share}\u{a0}%"));
    let few = if now.is_few() && now.of > 0 {
        format!(" ({TOO_FEW})")
    } else {
        String::new()
    };
    format!(
        "<div class=\"rate\">\n<p><a href=\"#{}\">Kept, {called}</a></p>\n\
         <p class=\"big\">{share}</p>\n<p>{}</p>\n<p class=\"soft\">before: {}{changed}</p>\n</div>\n",
        place(key),
        table::bar_cell(now, &format!("{} of {}{few}", now.count, now.of)),
        escape::text(&rate_and_doubt(before)),
    )
}

/// Every figure beside the one before, part by part.
pub fn all(report: &Report) -> String {
    let mut markup = String::new();
    for part in Part::ALL {
        let rows: Vec<Vec<String>> = FIGURES
            .iter()
            .filter(|figure| figure.part == part)
            .map(|figure| row(figure, report))
            .collect();
        let headings = ["figure", "now", "before", "change"];
        markup.push_str(&table::table(part.title(), &headings, &rows));
    }
    markup.push_str(&ratings(report));
    format!("<div class=\"two\">\n{markup}</div>\n")
}

fn row(figure: &Figure, report: &Report) -> Vec<String> {
    let now = (figure.value)(&report.figures);
    let before = (figure.value)(&report.figures_before);
    vec![
        link(figure),
        table::cell(now),
        table::cell(before),
        escape::text(&change(now, before).unwrap_or_default()),
    ]
}

/// The name of a figure, which leads to its definition.
pub fn link(figure: &Figure) -> String {
    let title = escape::text(figure.title);
    format!("<a href=\"#{}\">{title}</a>", place(figure.key))
}

fn ratings(report: &Report) -> String {
    let counts = |figures: &Figures| figures.rating_counts;
    let (now, before) = (counts(&report.figures), counts(&report.figures_before));
    if now.iter().chain(&before).all(|count| *count == 0) {
        return String::new();
    }
    let rows = (1..).zip(now.iter().zip(&before));
    let rows = rows.map(|(rating, (now, before))| {
        let rating: u8 = rating;
        vec![rating.to_string(), now.to_string(), before.to_string()]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table::table(
        "How often each rating was given",
        &["rating", "#now", "#before"],
        &rows,
    )
}

/// Every definition, where the names of figures lead to.
pub fn meaning() -> String {
    let mut markup = String::from("<dl class=\"two\">\n");
    for figure in &FIGURES {
        let of = match figure.of {
            "" => String::new(),
            of => format!(" Out of: {of}."),
        };
        let meaning = format!("Counts: {}.{of}", figure.counts);
        markup.push_str(&definition(figure.key, figure.title, &meaning));
    }
    for (key, title, meaning) in BESIDE {
        markup.push_str(&definition(key, title, &format!("{meaning}.")));
    }
    markup.push_str("</dl>\n");
    markup
}

fn definition(key: &str, title: &str, meaning: &str) -> String {
    let key_shown = if key == title {
        String::new()
    } else {
        format!(" <code>{}</code>", escape::text(key))
    };
    format!(
        "<div id=\"{}\"><dt>{}{key_shown}</dt><dd>{}</dd></div>\n",
        place(key),
        escape::text(title),
        escape::text(meaning)
    )
}

/// Where on the page a figure is defined.
fn place(key: &str) -> String {
    let plain = key.replace(['.', '_', ' '], "-");
    format!("means-{plain}")
}
