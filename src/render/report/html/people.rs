//! Tables of people, weekdays, standards and groups.

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::{Figures, Rate, Report};
use crate::render::report::html::charts::pareto::reason_name;
use crate::render::report::html::{escape, table};
use crate::render::report::text::{GROUP_COLUMNS, group_row, reason_words};
use crate::render::report::{NONE, rate_and_doubt, realism};

/// Who was let down, most often first.
pub fn let_down(report: &Report) -> String {
    if report.let_down.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = report
        .let_down
        .iter()
        .map(|(name, missed)| {
            let few = if missed.is_few() {
                format!(" ({})", crate::render::report::TOO_FEW)
            } else {
                String::new()
            };
            let words = format!("{} of {} not kept{few}", missed.count, missed.of);
            vec![escape::name(name), table::missed_cell(*missed, &words)]
        })
        .collect();
    let caption = "Promises to them not kept by the negotiated deadline";
    table::long(caption, &rows, &|caption, rows| {
        table::table(caption, &["person", "not kept"], rows)
    })
}

/// Kept, by the day of the week of the deadline.
pub fn weekdays(report: &Report) -> String {
    if report.weekdays.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = report
        .weekdays
        .iter()
        .map(|(day, kept)| {
            vec![
                escape::text(day),
                table::bar_cell(*kept, &rate_and_doubt(*kept)),
            ]
        })
        .collect();
    table::table(
        "Kept as negotiated, by the day it was due",
        &["day", "kept"],
        &rows,
    )
}

/// How each standard did.
pub fn standards(report: &Report) -> String {
    if report.standards.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = report
        .standards
        .iter()
        .map(|standard| {
            vec![
                escape::name(&standard.name),
                table::bar_cell(standard.met, &rate_and_doubt(standard.met)),
                table::cell(Amount::Spread(standard.allowed)),
                table::cell(Amount::Spread(standard.took)),
                realism(standard.is_realistic()).to_owned(),
            ]
        })
        .collect();
    let headings = ["standard", "met", "allows", "took", "verdict"];
    let caption = "Met: kept by the first deadline";
    table::long(caption, &rows, &|caption, rows| {
        table::wide(caption, &headings, rows)
    })
}

/// What others promised, in all and by person.
pub fn theirs(report: &Report) -> String {
    let Some((all, people)) = report.theirs.as_ref().filter(|(all, _)| !all.is_empty()) else {
        return String::new();
    };
    let mut named = vec![("all".to_owned(), all)];
    let people = people.iter();
    named.extend(people.map(|(name, figures)| (escape::name(name), figures)));
    let rows: Vec<Vec<String>> = named
        .iter()
        .map(|(name, figures)| {
            let bar = |rate: Rate| table::bar_cell(rate, &rate_and_doubt(rate));
            vec![
                name.clone(),
                bar(figures.first),
                bar(figures.negotiated),
                figures.overdue.to_string(),
            ]
        })
        .collect();
    let headings = ["person", "as first promised", "as negotiated", "#overdue"];
    let mut markup = table::long("Kept by others", &rows, &|caption, rows| {
        table::wide(caption, &headings, rows)
    });
    markup.push_str(&every_figure("Every figure of each person", &named));
    markup
}

/// Groups side by side.
pub fn groups(report: &Report) -> String {
    let Some(groups) = report.groups.as_ref().filter(|groups| !groups.is_empty()) else {
        return String::new();
    };
    let named: Vec<(String, &Figures)> = groups
        .iter()
        .map(|(name, figures)| {
            let name = name.as_deref();
            (name.map_or_else(|| NONE.to_owned(), escape::name), figures)
        })
        .collect();
    let rows: Vec<Vec<String>> = named
        .iter()
        .map(|(name, figures)| {
            let cells = group_row(None, figures);
            let cells = cells.iter().skip(1).map(|cell| escape::text(cell));
            std::iter::once(name.clone()).chain(cells).collect()
        })
        .collect();
    let headings = GROUP_COLUMNS.map(|column| match column {
        "group" | "first" | "negotiated" => column.to_owned(),
        _ => format!("#{column}"),
    });
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut markup = table::long("What happened, and the rates", &rows, &|caption, rows| {
        table::wide(caption, &headings, rows)
    });
    markup.push_str(&every_figure("Every figure of each group", &named));
    markup
}

/// All figures, one row for each name; the table is folded away, as it is wide.
fn every_figure(caption: &str, named: &[(String, &Figures)]) -> String {
    let mut headings = vec!["name"];
    headings.extend(FIGURES.iter().map(|figure| figure.title));
    headings.extend(["ratings from 1 to 5", "causes", "roots"]);
    let rows: Vec<Vec<String>> = named
        .iter()
        .map(|(name, figures)| {
            let mut row = vec![name.clone()];
            let amounts = FIGURES.iter().map(|figure| (figure.value)(figures));
            row.extend(amounts.map(table::cell));
            let ratings = figures.rating_counts.map(|count| count.to_string());
            row.push(ratings.join(", "));
            row.push(reasons(figures, &figures.causes));
            row.push(reasons(figures, &figures.roots));
            row
        })
        .collect();
    let all = table::wide(caption, &headings, &rows);
    table::folded(caption, &format!("<div class=\"all\">\n{all}</div>\n"))
}

fn reasons(figures: &Figures, reasons: &[crate::domain::report::Reason]) -> String {
    let of = figures.slips();
    let reasons = reasons.iter().map(|reason| {
        let rate = Rate {
            count: reason.count(),
            of,
        };
        let words = escape::text(&reason_words(reason, rate));
        format!("{}: {words}", escape::name(reason_name(reason)))
    });
    let reasons: Vec<String> = reasons.collect();
    reasons.join("<br/>")
}
