//! Tables of people, weekdays, standards and groups.

use std::fmt::{self, Formatter};
use std::rc::Rc;

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::standards::StandardFigures;
use crate::domain::report::{Figures, Rate, Reason, Report, Tally};
use crate::render::pieces::Pieces;
use crate::render::report::html::charts::pareto::reason_name;
use crate::render::report::html::table::{Table, write_folded};
use crate::render::report::html::{Markup, escape, table};
use crate::render::report::text::{GROUP_COLUMNS, group_row, reason_words};
use crate::render::report::{NONE, rate_and_doubt, realism};

/// Who was let down, most often first.
pub fn let_down(report: &Report) -> Option<Markup<'_>> {
    let cells = |(name, missed): &(Rc<str>, Rate)| {
        let few = if missed.is_few() {
            format!(" ({})", crate::render::report::TOO_FEW)
        } else {
            String::new()
        };
        let words = format!("{} of {} not kept{few}", missed.count, missed.of);
        vec![escape::name(name), table::missed_cell(*missed, &words)]
    };
    let write = move |out: &mut Formatter<'_>| {
        let table = Table {
            caption: "Promises to them not kept by the negotiated deadline",
            headings: &["person", "not kept"],
            wide: false,
            items: &report.let_down,
            cells: &cells,
        };
        table.write_long(out)
    };
    (!report.let_down.is_empty()).then(|| -> Markup<'_> { Box::new(Pieces(write)) })
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
pub fn standards(report: &Report) -> Option<Markup<'_>> {
    let cells = |standard: &StandardFigures| {
        vec![
            escape::name(&standard.name),
            table::bar_cell(standard.met, &rate_and_doubt(standard.met)),
            table::cell(Amount::Spread(standard.allowed)),
            table::cell(Amount::Spread(standard.took)),
            realism(standard.is_realistic()).to_owned(),
        ]
    };
    let write = move |out: &mut Formatter<'_>| {
        let table = Table {
            caption: "Met: kept by the first deadline",
            headings: &["standard", "met", "allows", "took", "verdict"],
            wide: true,
            items: &report.standards,
            cells: &cells,
        };
        table.write_long(out)
    };
    (!report.standards.is_empty()).then(|| -> Markup<'_> { Box::new(Pieces(write)) })
}

/// Somebody or something, and what was counted of it.
type Named<'a> = (Option<&'a str>, &'a Tally);

/// What others promised, in all and by person.
pub fn theirs(report: &Report) -> Option<Markup<'_>> {
    let (all, people) = report.theirs.as_ref().filter(|(all, _)| !all.is_empty())?;
    let name = |name: Option<&str>| name.map_or_else(|| "all".to_owned(), escape::name);
    let cells = move |(named, tally): &Named<'_>| {
        let figures = tally.figures();
        let bar = |rate: Rate| table::bar_cell(rate, &rate_and_doubt(rate));
        vec![
            name(*named),
            bar(figures.first),
            bar(figures.negotiated),
            figures.overdue.to_string(),
        ]
    };
    Some(Box::new(Pieces(move |out: &mut Formatter<'_>| {
        let people = people.iter().map(|(name, tally)| (Some(&**name), &**tally));
        let items: Vec<Named<'_>> = std::iter::once((None, all)).chain(people).collect();
        let table = Table {
            caption: "Kept by others",
            headings: &["person", "as first promised", "as negotiated", "#overdue"],
            wide: true,
            items: &items,
            cells: &cells,
        };
        table.write_long(out)?;
        write_every_figure(out, "Every figure of each person", &items, &name)
    })))
}

/// Groups side by side.
pub fn groups(report: &Report) -> Option<Markup<'_>> {
    let groups = report.groups.as_ref().filter(|groups| !groups.is_empty())?;
    let name = |name: Option<&str>| name.map_or_else(|| NONE.to_owned(), escape::name);
    let cells = move |(named, tally): &Named<'_>| {
        let cells = group_row(None, &tally.figures());
        let cells = cells.iter().skip(1).map(|cell| escape::text(cell));
        std::iter::once(name(*named)).chain(cells).collect()
    };
    Some(Box::new(Pieces(move |out: &mut Formatter<'_>| {
        let headings = GROUP_COLUMNS.map(|column| match column {
            "group" | "first" | "negotiated" => column.to_owned(),
            _ => format!("#{column}"),
        });
        let groups = groups.iter();
        let items: Vec<Named<'_>> = groups
            .map(|(name, tally)| (name.as_deref(), &**tally))
            .collect();
        let table = Table {
            caption: "What happened, and the rates",
            headings: &headings.each_ref().map(String::as_str),
            wide: true,
            items: &items,
            cells: &cells,
        };
        table.write_long(out)?;
        write_every_figure(out, "Every figure of each group", &items, &name)
    })))
}

/// All figures, one row for each name; the table is folded away, as it is wide.
fn write_every_figure(
    out: &mut Formatter<'_>,
    caption: &str,
    items: &[Named<'_>],
    name: &dyn Fn(Option<&str>) -> String,
) -> fmt::Result {
    let mut headings = vec!["name"];
    headings.extend(FIGURES.iter().map(|figure| figure.title));
    headings.extend(["ratings from 1 to 5", "causes", "roots"]);
    let cells = |(named, tally): &Named<'_>| {
        let figures = tally.figures();
        let mut row = vec![name(*named)];
        let amounts = FIGURES.iter().map(|figure| (figure.value)(&figures));
        row.extend(amounts.map(table::cell));
        let ratings = figures.rating_counts.map(|count| count.to_string());
        row.push(ratings.join(", "));
        row.push(reasons(&figures, &figures.causes));
        row.push(reasons(&figures, &figures.roots));
        row
    };
    let all = Table {
        caption,
        headings: &headings,
        wide: true,
        items,
        cells: &cells,
    };
    write_folded(out, caption, |out| {
        write!(out, "<div class=\"all\">\n{all}</div>\n")
    })
}

fn reasons(figures: &Figures, reasons: &[Reason]) -> String {
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
