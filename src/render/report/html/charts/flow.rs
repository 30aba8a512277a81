//! What came in, what went out, and what was left.

use crate::domain::report::Flow;
use crate::render::amounts::plural;
use crate::render::report::html::charts::rates::{dates, middle};
use crate::render::report::html::charts::{Chart, WIDTH, figure, length, place, short_date, ticks};
use crate::render::report::html::{escape, table};

const LEFT: f64 = 44.0;
const RIGHT: f64 = WIDTH - 8.0;
const ZERO: f64 = 85.0;
const REACH: f64 = 60.0;
const TOP: f64 = 186.0;
const BOTTOM: f64 = 256.0;

/// The chart of a flow, and its table.
pub fn in_and_out(flow: &Flow) -> String {
    let word = flow.step.word();
    let title = format!("In and out, by {word}");
    let description = format!(
        "Bars up for what was made in each {word} and, hatched, down for what was settled; below \
         them a line for the backlog, what was open at its end: from {} to {}.",
        flow.backlog_before,
        flow.backlog()
    );
    let mut chart = Chart::new("flow", &title, &description, 284.0);
    bars(&mut chart, flow);
    backlog(&mut chart, flow);
    dates(&mut chart, &flow.points, BOTTOM + 16.0);
    let rows: Vec<Vec<String>> = flow
        .points
        .iter()
        .map(|point| {
            vec![
                table::day(point.start),
                point.day.made.to_string(),
                point.day.settled.to_string(),
                point.backlog.to_string(),
            ]
        })
        .collect();
    figure(
        &chart.finish(),
        "Settled: kept, broken or released. Backlog: what was open at the end of each step.",
        &table::table(&title, &["from", "#made", "#settled", "#backlog"], &rows),
    )
}

fn bars(chart: &mut Chart, flow: &Flow) {
    let points = &flow.points;
    let amounts = points
        .iter()
        .flat_map(|point| [point.day.made, point.day.settled]);
    let ticks = ticks(amounts.max().unwrap_or(0));
    let most = length(ticks.last().copied().unwrap_or(1));
    chart.rect("one edge", [LEFT, 4.0, 12.0, 10.0], "");
    chart.words("", LEFT + 18.0, 13.0, "made, up");
    chart.rect("two-hatch edge", [LEFT + 110.0, 4.0, 12.0, 10.0], "");
    chart.words("", LEFT + 128.0, 13.0, "settled, down");
    for tick in ticks.iter().filter(|tick| **tick > 0) {
        let reach = REACH * length(*tick) / most;
        for y in [ZERO - reach, ZERO + reach] {
            chart.line("grid", &[(LEFT, y), (RIGHT, y)]);
            chart.words("label end", LEFT - 4.0, y + 3.5, &tick.to_string());
        }
    }
    let step = (RIGHT - LEFT) / place(points.len().max(1));
    let width = step * 0.7;
    for (index, point) in points.iter().enumerate() {
        let x = middle(index, points.len()) - width / 2.0;
        let from = short_date(point.start);
        for (amount, class, done, up) in [
            (point.day.made, "one", "made", true),
            (point.day.settled, "two-hatch", "settled", false),
        ] {
            let reach = REACH * length(amount) / most;
            let y = if up { ZERO - reach } else { ZERO };
            let tip = format!("{} from {from}: {amount} {done}", flow.step.word());
            chart.rect(class, [x, y, width, reach], &tip);
        }
    }
    chart.line("axis", &[(LEFT, ZERO), (RIGHT, ZERO)]);
    chart.words("label end", LEFT - 4.0, ZERO + 3.5, "0");
}

fn backlog(chart: &mut Chart, flow: &Flow) {
    let points = &flow.points;
    let open = |count: i64| u64::try_from(count).unwrap_or(0);
    let most = points.iter().map(|point| open(point.backlog)).max();
    let ticks = ticks(most.unwrap_or(0).max(open(flow.backlog_before)));
    let most = length(ticks.last().copied().unwrap_or(1));
    let height = |count: u64| BOTTOM - (BOTTOM - TOP) * length(count) / most;
    let words = format!("backlog: {} at the end", plural(flow.backlog(), "promise"));
    chart.words("", LEFT, TOP - 12.0, &escape::text(&words));
    for tick in &ticks {
        let y = height(*tick);
        let class = if *tick == 0 { "axis" } else { "grid" };
        chart.line(class, &[(LEFT, y), (RIGHT, y)]);
        chart.words("label end", LEFT - 4.0, y + 3.5, &tick.to_string());
    }
    let mut line = vec![(LEFT, height(open(flow.backlog_before)))];
    for (index, point) in points.iter().enumerate() {
        line.push((middle(index, points.len()), height(open(point.backlog))));
    }
    chart.line("one-line", &line);
    // Where marks would touch, the line alone is clearer.
    if points.len() <= 40 {
        for (point, (x, y)) in points.iter().zip(line.iter().skip(1)) {
            let from = short_date(point.start);
            let tip = format!("{} from {from}: {} open", flow.step.word(), point.backlog);
            chart.circle("one-dot", *x, *y, &tip);
        }
    }
}
