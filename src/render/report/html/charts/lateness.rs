//! How early and how late promises were kept.

use crate::domain::report::{Figures, Rate};
use crate::render::report::html::charts::{Chart, WIDTH, figure, length, place, ticks};
use crate::render::report::html::table;
use crate::render::report::rate_text;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Where lateness is divided: up to so many seconds, in two words, and in a sentence.
const LIMITS: [(i64, [&str; 2], &str); 6] = [
    (HOUR, ["up to", "1 h"], "late by up to 1 h"),
    (4 * HOUR, ["up to", "4 h"], "late by more, up to 4 h"),
    (DAY, ["up to", "1 d"], "late by more, up to 1 day"),
    (3 * DAY, ["up to", "3 d"], "late by more, up to 3 days"),
    (7 * DAY, ["up to", "7 d"], "late by more, up to 7 days"),
    (i64::MAX, ["over", "7 d"], "late by more than 7 days"),
];

const LEFT: f64 = 30.0;
const TOP: f64 = 18.0;
const BOTTOM: f64 = 160.0;

/// One bar: how many, the two words below it, and what it counts.
struct Bar {
    count: u64,
    words: [&'static str; 2],
    counts: &'static str,
    is_late: bool,
}

/// The chart of what was kept, and its table; nothing where nothing was.
pub fn distribution(figures: &Figures) -> String {
    let kept = figures.kept();
    if kept == 0 {
        return String::new();
    }
    let bars = bars(figures);
    let title = "How early or late it was kept";
    let description = format!(
        "Bars for {kept} kept promises: {} early and {} on time, solid; {} late, hatched, by how \
         long.",
        figures.kept_early, figures.kept_on_time, figures.kept_late
    );
    let mut chart = Chart::new("lateness", title, &description, 194.0);
    let ticks = ticks(bars.iter().map(|bar| bar.count).max().unwrap_or(0));
    let most = length(ticks.last().copied().unwrap_or(1));
    for tick in &ticks {
        let y = BOTTOM - (BOTTOM - TOP) * length(*tick) / most;
        let class = if *tick == 0 { "axis" } else { "grid" };
        chart.line(class, &[(LEFT, y), (WIDTH - 4.0, y)]);
        chart.words("label end", LEFT - 4.0, y + 3.5, &tick.to_string());
    }
    let step = (WIDTH - 4.0 - LEFT) / place(bars.len());
    for (index, bar) in bars.iter().enumerate() {
        let x = LEFT + step * place(index);
        let reach = (BOTTOM - TOP) * length(bar.count) / most;
        let class = if bar.is_late {
            "bad-hatch edge"
        } else {
            "good edge"
        };
        let tip = format!("{}: {}", bar.counts, bar.count);
        let middle = x + step / 2.0;
        if bar.count > 0 {
            chart.rect(class, [x + 5.0, BOTTOM - reach, step - 10.0, reach], &tip);
        }
        let above = BOTTOM - reach - 4.0;
        chart.words("mid", middle, above, &bar.count.to_string());
        for (line, word) in bar.words.iter().enumerate() {
            let y = BOTTOM + 14.0 + 12.0 * place(line);
            chart.words("label mid", middle, y, word);
        }
    }
    let rows: Vec<Vec<String>> = bars
        .iter()
        .map(|bar| {
            let share = Rate {
                count: bar.count,
                of: kept,
            };
            vec![bar.counts.to_owned(), rate_text(share)]
        })
        .collect();
    figure(
        &chart.finish(),
        "Against the negotiated deadline. Early: on an earlier day. On time: on the same day and \
         not after it.",
        &table::table(title, &["kept", "how many"], &rows),
    )
}

fn bars(figures: &Figures) -> Vec<Bar> {
    let mut bars = vec![
        Bar {
            count: figures.kept_early,
            words: ["early", ""],
            counts: "early",
            is_late: false,
        },
        Bar {
            count: figures.kept_on_time,
            words: ["on", "time"],
            counts: "on time",
            is_late: false,
        },
    ];
    let mut longer = figures.late_seconds.iter().peekable();
    for (limit, words, counts) in LIMITS {
        let mut count = 0;
        while longer.next_if(|seconds| **seconds <= limit).is_some() {
            count += 1;
        }
        bars.push(Bar {
            count,
            words,
            counts,
            is_late: true,
        });
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_late_one_is_in_one_bar() {
        let figures = Figures {
            kept_early: 3,
            kept_on_time: 2,
            kept_late: 8,
            late_seconds: vec![
                1,
                HOUR,
                HOUR + 1,
                DAY,
                DAY + 1,
                7 * DAY,
                7 * DAY + 1,
                400 * DAY,
            ],
            ..Figures::default()
        };
        let counts: Vec<u64> = bars(&figures).iter().map(|bar| bar.count).collect();
        assert_eq!(counts, [3, 2, 2, 1, 1, 1, 1, 2]);
        assert_eq!(counts.iter().sum::<u64>(), figures.kept());
        assert_eq!(distribution(&Figures::default()), "");
    }
}
