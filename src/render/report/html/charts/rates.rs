//! Both kept rates, week by week.

use crate::domain::report::definitions::Amount;
use crate::domain::report::flow::Point;
use crate::domain::report::{Flow, Rate};
use crate::render::report::html::charts::{Chart, WIDTH, figure, length, place, short_date};
use crate::render::report::html::table;
use crate::render::report::rate_and_doubt;

const LEFT: f64 = 44.0;
const RIGHT: f64 = WIDTH - 8.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 180.0;

/// The chart of the weeks, and its table.
pub fn by_week(weeks: &Flow) -> String {
    let points = &weeks.points;
    let judged = points
        .iter()
        .filter(|point| point.day.first.of + point.day.negotiated.of > 0);
    let description = format!(
        "Two lines over {} weeks, {} of them with a deadline: the share kept as first promised, \
         dashed with squares, and as negotiated, solid with circles.",
        points.len(),
        judged.count()
    );
    let title = "Kept rate by the week of the deadline";
    let mut chart = Chart::new("weeks", title, &description, 204.0);
    for percent in [0_u64, 25, 50, 75, 100] {
        let y = height(Rate {
            count: percent,
            of: 100,
        });
        chart.line("grid", &[(LEFT, y), (RIGHT, y)]);
        chart.words("label end", LEFT - 4.0, y + 3.5, &format!("{percent} %"));
    }
    legend(&mut chart);
    dates(&mut chart, points, BOTTOM + 16.0);
    series(&mut chart, points, "two", "as first promised", |point| {
        point.day.first
    });
    series(&mut chart, points, "one", "as negotiated", |point| {
        point.day.negotiated
    });
    let rows: Vec<Vec<String>> = points
        .iter()
        .map(|point| {
            vec![
                table::day(point.start),
                table::cell(Amount::Rate(point.day.first)),
                table::cell(Amount::Rate(point.day.negotiated)),
            ]
        })
        .collect();
    figure(
        &chart.finish(),
        "A hollow mark is out of fewer than five: too few to tell. A week without a deadline has \
         none.",
        &table::table(
            title,
            &["week from", "as first promised", "as negotiated"],
            &rows,
        ),
    )
}

/// The days at which steps begin, as many as there is room for.
pub fn dates(chart: &mut Chart, points: &[Point], y: f64) {
    let every = points.len().div_ceil(6).max(1);
    let ends = points.first().zip(points.last());
    let is_long = ends.is_some_and(|(first, last)| (last.start - first.start).num_days() > 300);
    for (index, point) in points.iter().enumerate().step_by(every) {
        let x = middle(index, points.len());
        let date = if is_long {
            point.start.format("%b %Y").to_string()
        } else {
            short_date(point.start)
        };
        chart.words("label mid", x, y, &date);
    }
}

/// The middle of a step.
pub fn middle(index: usize, count: usize) -> f64 {
    LEFT + (RIGHT - LEFT) * (place(index) + 0.5) / place(count.max(1))
}

fn height(rate: Rate) -> f64 {
    BOTTOM - (BOTTOM - TOP) * length(rate.count) / length(rate.of.max(1))
}

fn legend(chart: &mut Chart) {
    let y = 10.0;
    chart.line("two-line", &[(LEFT, y), (LEFT + 24.0, y)]);
    chart.square("two-dot", LEFT + 12.0, y, "");
    chart.words("", LEFT + 29.0, y + 4.0, "as first promised");
    chart.line("one-line", &[(LEFT + 152.0, y), (LEFT + 176.0, y)]);
    chart.circle("one-dot", LEFT + 164.0, y, "");
    chart.words("", LEFT + 181.0, y + 4.0, "as negotiated");
}

/// A line that breaks where nothing is known.
fn series(
    chart: &mut Chart,
    points: &[Point],
    class: &str,
    called: &str,
    rate: impl Fn(&Point) -> Rate,
) {
    let known: Vec<(f64, Option<Rate>)> = points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let rate = rate(point);
            (middle(index, points.len()), (rate.of > 0).then_some(rate))
        })
        .collect();
    for run in known.split(|(_, rate)| rate.is_none()) {
        let run: Vec<(f64, f64)> = run
            .iter()
            .filter_map(|(x, rate)| Some((*x, height((*rate)?))))
            .collect();
        if run.len() > 1 {
            chart.line(&format!("{class}-line"), &run);
        }
    }
    for (point, (x, rate)) in points.iter().zip(known) {
        let Some(rate) = rate else { continue };
        let few = if rate.is_few() { " few" } else { "" };
        let class = format!("{class}-dot{few}");
        let week = short_date(point.start);
        let tip = format!("week from {week}, {called}: {}", rate_and_doubt(rate));
        if class.starts_with("one") {
            chart.circle(&class, x, height(rate), &tip);
        } else {
            chart.square(&class, x, height(rate), &tip);
        }
    }
}
