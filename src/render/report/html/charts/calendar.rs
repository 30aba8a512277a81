//! The days of a period, month by month: what was due on each, and how much of it was kept.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::domain::report::definitions::Amount;
use crate::domain::report::flow::Day;
use crate::domain::report::{Report, Unit};
use crate::render::report::html::charts::{Chart, figure, place};
use crate::render::report::html::table;
use crate::render::report::rate_text;

/// How many months are drawn, the last ones; the table has every day.
const DRAWN: usize = 13;

const CELL: f64 = 32.0;
const TOP: f64 = 38.0;

/// The months of a report, and the table of its days; nothing where nothing happened.
pub fn by_day(report: &Report, week_start: Weekday) -> String {
    if report.days.is_empty() {
        return String::new();
    }
    let mut months: Vec<NaiveDate> = report
        .days
        .keys()
        .map(|date| Unit::Month.first_day(*date, week_start))
        .collect();
    months.dedup();
    let skipped = months.len().saturating_sub(DRAWN);
    let drawn: String = months
        .iter()
        .skip(skipped)
        .map(|first| month(report, *first, week_start))
        .collect();
    let earlier = if skipped > 0 {
        " Earlier months stand in the table."
    } else {
        ""
    };
    let caption = format!(
        "In each day: how many were kept of those due then, as negotiated. A thin border: all \
         kept; a dashed one: some; a thick one: none. A dot: nothing was due, and something was \
         made or settled.{earlier}"
    );
    let rows: Vec<Vec<String>> = report
        .days
        .iter()
        .map(|(date, day)| {
            vec![
                table::day(*date),
                day.made.to_string(),
                day.settled.to_string(),
                table::cell(Amount::Rate(day.first)),
                table::cell(Amount::Rate(day.negotiated)),
            ]
        })
        .collect();
    let headings = ["day", "#made", "#settled", "first promised", "negotiated"];
    figure(
        &format!("<div class=\"months\">\n{drawn}</div>\n"),
        &caption,
        &table::wide("Promises by day: kept of those due", &headings, &rows),
    )
}

fn month(report: &Report, first: NaiveDate, week_start: Weekday) -> String {
    let dates = first
        .iter_days()
        .take_while(|date| (date.year(), date.month()) == (first.year(), first.month()));
    let dates: Vec<NaiveDate> = dates.collect();
    let days: Vec<Day> = dates
        .iter()
        .filter_map(|date| report.days.get(date).copied())
        .collect();
    let due: u64 = days.iter().map(|day| day.negotiated.of).sum();
    let kept: u64 = days.iter().map(|day| day.negotiated.count).sum();
    let called = first.format("%B %Y").to_string();
    let description = format!("A calendar: {kept} kept of {due} due in this month.");
    let offset = column(first, week_start);
    let weeks = (offset + dates.len()).div_ceil(7);
    let id = first.format("month-%Y-%m").to_string();
    let height = TOP + place(weeks) * CELL + 2.0;
    let mut chart = Chart::new(&id, &called, &description, height).small("chart month", CELL * 7.0);
    chart.words("", 2.0, 12.0, &called);
    let mut weekday = week_start;
    for index in 0..7 {
        let x = CELL * (place(index) + 0.5);
        chart.words("label mid", x, TOP - 6.0, &weekday.to_string());
        weekday = weekday.succ();
    }
    let period = report.period;
    for (index, date) in dates.iter().enumerate() {
        let row = (offset + index) / 7;
        let x = CELL * place(column(*date, week_start));
        let y = TOP + CELL * place(row);
        if period.since <= *date && *date <= period.until {
            cell(&mut chart, *date, report.days.get(date), [x, y]);
        } else {
            let number = date.day().to_string();
            chart.words("label", x + 4.0, y + 12.0, &number);
        }
    }
    chart.finish()
}

/// How many columns stand before that of a date.
fn column(date: NaiveDate, week_start: Weekday) -> usize {
    usize::try_from(date.weekday().days_since(week_start)).unwrap_or_default()
}

fn cell(chart: &mut Chart, date: NaiveDate, day: Option<&Day>, [x, y]: [f64; 2]) {
    let due = day.map(|day| day.negotiated).unwrap_or_default();
    let class = match (due.count, due.of) {
        (_, 0) => "empty",
        (kept, of) if kept == of => "all",
        (0, _) => "none",
        _ => "some",
    };
    let tip = day.map_or_else(String::new, |day| {
        format!(
            "{}: {} made, {} settled; kept as negotiated: {}",
            date.format("%a %-d %b"),
            day.made,
            day.settled,
            rate_text(day.negotiated)
        )
    });
    chart.rect(class, [x + 1.5, y + 1.5, CELL - 3.0, CELL - 3.0], &tip);
    chart.words("label", x + 4.0, y + 12.0, &date.day().to_string());
    if due.of > 0 {
        let words = format!("{}/{}", due.count, due.of);
        chart.words("mid", x + CELL / 2.0, y + 26.0, &words);
    } else if day.is_some() {
        chart.words("mid", x + CELL / 2.0, y + 25.0, "·");
    }
}
