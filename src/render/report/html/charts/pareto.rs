//! Why promises slipped, the most frequent first, with the share of all that they add up to.

use crate::domain::report::figures::Reason;
use crate::domain::report::{Figures, Rate};
use crate::render::amounts::plural;
use crate::render::report::html::charts::{Chart, WIDTH, figure, length, place};
use crate::render::report::html::{escape, table};
use crate::render::report::text::reason_words;
use crate::render::report::{NO_CAUSE, percent};

/// How many are drawn; the table has all.
const DRAWN: usize = 10;

const LEFT: f64 = 8.0;
const RIGHT: f64 = WIDTH - 42.0;
const TOP: f64 = 44.0;
const ROW: f64 = 36.0;

/// The chart of causes or roots, and its table; nothing where there are none.
pub fn reasons(id: &str, called: &str, reasons: &[Reason], figures: &Figures) -> String {
    if reasons.is_empty() {
        return String::new();
    }
    let slips = figures.slips();
    let title = format!("What breaks it: {called}");
    let drawn = reasons.len().min(DRAWN);
    let description = format!(
        "A bar for each of {drawn} {called}, as long as its share of {}, divided into late, \
         broken and rescheduled; a line adds the shares up.",
        plural(i64::try_from(slips).unwrap_or(i64::MAX), "slip")
    );
    let rows = place(drawn);
    let mut chart = Chart::new(id, &title, &description, TOP + rows * ROW + 4.0);
    axis(&mut chart, TOP + rows * ROW);
    let across = |count: u64| (RIGHT - LEFT) * length(count) / length(slips.max(1));
    let mut sum = 0;
    let mut line = Vec::new();
    for (index, reason) in reasons.iter().take(DRAWN).enumerate() {
        let y = TOP + place(index) * ROW;
        let name = reason_name(reason);
        let mut x = LEFT;
        for (count, class, what) in [
            (reason.late, "one", "late"),
            (reason.broken, "bad-hatch", "broken"),
            (reason.rescheduled, "dots", "rescheduled"),
        ] {
            if count > 0 {
                let tip = format!("{name}: {count} {what}");
                let class = format!("{class} edge");
                chart.rect(&class, [x, y + 18.0, across(count), 12.0], &tip);
            }
            x += across(count);
        }
        sum += reason.count();
        line.push((LEFT + across(sum), y + 24.0, sum));
    }
    let points: Vec<(f64, f64)> = line.iter().map(|(x, y, _)| (*x, *y)).collect();
    chart.line("two-line", &points);
    for (x, y, sum) in line {
        let share = Rate {
            count: sum,
            of: slips,
        };
        let words = format!("{} %", percent(share).unwrap_or_default());
        chart.square("two-dot", x, y, &format!("{sum} of {slips} up to here"));
        chart.words("label halo", x + 7.0, y + 3.5, &words);
    }
    for (index, reason) in reasons.iter().take(DRAWN).enumerate() {
        let name = escape::short(reason_name(reason), 34);
        let words = format!("{} {name}", reason.count());
        chart.words("halo", LEFT + 2.0, TOP + place(index) * ROW + 14.0, &words);
    }
    let more = reasons.len() - drawn;
    let rest = if more > 0 {
        format!(" {more} more stand in the table.")
    } else {
        String::new()
    };
    figure(
        &chart.finish(),
        &format!("Bars and line are shares of all that was late, broken or rescheduled.{rest}"),
        &numbers(&title, reasons, slips),
    )
}

/// What a cause or root is called.
pub fn reason_name(reason: &Reason) -> &str {
    reason.name.as_deref().unwrap_or(NO_CAUSE)
}

fn axis(chart: &mut Chart, bottom: f64) {
    for (x, class, what) in [
        (LEFT, "one", "late"),
        (LEFT + 50.0, "bad-hatch", "broken"),
        (LEFT + 116.0, "dots", "rescheduled"),
    ] {
        chart.rect(&format!("{class} edge"), [x, 4.0, 12.0, 10.0], "");
        chart.words("", x + 17.0, 13.0, what);
    }
    chart.line("two-line", &[(LEFT + 212.0, 9.0), (LEFT + 232.0, 9.0)]);
    chart.square("two-dot", LEFT + 222.0, 9.0, "");
    chart.words("", LEFT + 238.0, 13.0, "added up");
    for percent in [0_u64, 25, 50, 75, 100] {
        let x = LEFT + (RIGHT - LEFT) * length(percent) / 100.0;
        let class = if percent == 0 { "axis" } else { "grid" };
        chart.line(class, &[(x, TOP - 4.0), (x, bottom)]);
        let anchor = if percent == 0 { "label" } else { "label mid" };
        chart.words(anchor, x, TOP - 8.0, &format!("{percent} %"));
    }
}

fn numbers(title: &str, reasons: &[Reason], of: u64) -> String {
    let mut sum = 0;
    let rows: Vec<Vec<String>> = reasons
        .iter()
        .map(|reason| {
            sum += reason.count();
            let rate = |count| Rate { count, of };
            let share = |count| percent(rate(count)).unwrap_or_default();
            vec![
                escape::name(reason_name(reason)),
                escape::text(&reason_words(reason, rate(reason.count()))),
                format!("{sum} of {of}, {} %", share(sum)),
            ]
        })
        .collect();
    table::table(title, &["why", "how often", "added up"], &rows)
}
