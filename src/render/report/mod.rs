//! The pages of a report: for the terminal, for programs, as Markdown, as HTML.

mod beside;
mod explain;
mod fold;
mod html;
mod json;
mod lines;
mod markdown;
mod marks;
mod text;

pub use explain::{explain, explained};
pub use html::html;
pub use json::{json, json_line, kept_rate};
pub use lines::{csv, plain};
pub use markdown::markdown;
pub use text::text;

use chrono::NaiveDate;

use crate::domain::promise::Direction;
use crate::domain::report::definitions::Amount;
use crate::domain::report::{Mean, Period, Rate, Report, Spread};
use crate::render::amounts::span;

/// The columns of a page where the terminal's are not known.
const WIDTH: usize = 80;

/// The columns of the narrowest page; in a terminal that has less, lines run over.
const NARROWEST: usize = 40;

/// What stands beside a comparison of too few.
pub const TOO_FEW: &str = "too few to tell";

/// What stands where nothing is known.
pub const NO_DATA: &str = "no data";

/// What stands for slips without a cause.
pub const NO_CAUSE: &str = "(no cause given)";

/// What stands for promises without what they are grouped by.
pub const NONE: &str = "(none)";

/// Whose word it is about, as a heading.
fn title(report: &Report) -> &'static str {
    match report.direction {
        Direction::Mine => "How our word was kept",
        Direction::Theirs => "How their word to me was kept",
    }
}

/// Whom the list of missed promises is about, as a heading.
fn let_down_title(report: &Report) -> &'static str {
    match report.direction {
        Direction::Mine => "Who was let down",
        Direction::Theirs => "Who let me down",
    }
}

/// The days of a period: "1 – 21 Nov 2026", without weekdays.
fn days(period: Period) -> String {
    let day = |date: NaiveDate| date.format("%-d %b %Y").to_string();
    if period.since == period.until {
        return day(period.since);
    }
    format!("{} to {}", day(period.since), day(period.until))
}

/// An amount in words, with what it is out of.
fn amount(amount: Amount) -> String {
    match amount {
        Amount::Count(count) => count.to_string(),
        Amount::Rate(rate) => rate_text(rate),
        Amount::Mean(mean) => mean_text(mean),
        Amount::Spread(spread) => spread_text(spread),
    }
}

fn rate_text(rate: Rate) -> String {
    match percent(rate) {
        None => NO_DATA.to_owned(),
        Some(percent) => format!("{} of {}, {percent} %", rate.count, rate.of),
    }
}

fn mean_text(mean: Mean) -> String {
    match mean.value() {
        None => NO_DATA.to_owned(),
        Some(value) => format!("{value:.2} ({} over {})", mean.sum, mean.of),
    }
}

fn spread_text(spread: Spread) -> String {
    match (spread.median, spread.p90) {
        (Some(median), Some(p90)) => format!(
            "median {}, 90 % within {} (of {})",
            span(median),
            span(p90),
            spread.of
        ),
        _ => NO_DATA.to_owned(),
    }
}

/// A share in whole percent. What is not all is never rounded up to all, nor what is not nothing
/// down to nothing.
fn percent(rate: Rate) -> Option<u64> {
    let nearest = (rate.count * 200 + rate.of).checked_div(rate.of * 2)?;
    Some(match nearest {
        100 if rate.count < rate.of => 99,
        0 if rate.count > 0 => 1,
        nearest => nearest,
    })
}

/// How an amount differs from the one before; nothing where nothing can be said.
fn change(now: Amount, before: Amount) -> Option<String> {
    match (now, before) {
        (Amount::Count(now), Amount::Count(before)) => {
            let sign = if now < before { "-" } else { "+" };
            Some(match now.abs_diff(before) {
                0 => "=".to_owned(),
                difference => format!("{sign}{difference}"),
            })
        }
        (Amount::Rate(now), Amount::Rate(before)) => {
            if now.of == 0 || before.of == 0 {
                return None;
            }
            if now.is_few() || before.is_few() {
                return Some(TOO_FEW.to_owned());
            }
            now.change_from(before).map(points)
        }
        (Amount::Spread(now), Amount::Spread(before)) => {
            let difference = now.median? - before.median?;
            if now.of < 5 || before.of < 5 {
                return Some(TOO_FEW.to_owned());
            }
            Some(match difference {
                0 => "=".to_owned(),
                1.. => format!("+{}", span(difference)),
                _ => format!("-{}", span(-difference)),
            })
        }
        _ => None,
    }
}

/// A difference of shares in points of a hundred.
fn points(difference: f64) -> String {
    let points = (difference * 100.0).round();
    if points == 0.0 {
        "=".to_owned()
    } else {
        format!("{points:+.0} points")
    }
}

/// A rate and whether it is out of too few.
#[must_use]
pub fn rate_and_doubt(rate: Rate) -> String {
    let doubt = if rate.of > 0 && rate.is_few() {
        format!(" ({TOO_FEW})")
    } else {
        String::new()
    };
    format!("{}{doubt}", rate_text(rate))
}

/// What came in, went out and was left.
fn flow_text(report: &Report) -> String {
    format!(
        "{} made, {} settled; {} open before, {} at the end",
        report.figures.made,
        report.figures.settled(),
        report.flow.backlog_before,
        report.flow.backlog()
    )
}

/// What the flow comes to.
fn flow_verdict(report: &Report) -> &'static str {
    match report.flow.grows() {
        None => TOO_FEW,
        Some(true) => "more comes in than goes out: the backlog grows",
        Some(false) if report.flow.backlog() < report.flow.backlog_before => {
            "more goes out than comes in: the backlog shrinks"
        }
        Some(false) => "as much goes out as comes in",
    }
}

/// Whether a standard is realistic, in words.
fn realism(realistic: Option<bool>) -> &'static str {
    match realistic {
        None => TOO_FEW,
        Some(true) => "realistic",
        Some(false) => "not realistic",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_share_is_flattered() {
        let table = [
            (0, 0, None),
            (0, 7, Some(0)),
            (1, 1000, Some(1)),
            (999, 1000, Some(99)),
            (1000, 1000, Some(100)),
            (1, 2, Some(50)),
            (2, 3, Some(67)),
        ];
        for (count, of, expected) in table {
            assert_eq!(percent(Rate { count, of }), expected, "{count} of {of}");
        }
    }

    #[test]
    fn changes_need_enough_on_both_sides() {
        let rate = |count, of| Amount::Rate(Rate { count, of });
        let table = [
            (rate(8, 10), rate(5, 10), Some("+30 points")),
            (rate(5, 10), rate(8, 10), Some("-30 points")),
            (rate(5, 10), rate(5, 10), Some("=")),
            (rate(4, 4), rate(5, 10), Some(TOO_FEW)),
            (rate(0, 0), rate(5, 10), None),
            (Amount::Count(3), Amount::Count(5), Some("-2")),
            (Amount::Count(5), Amount::Count(5), Some("=")),
        ];
        for (now, before, expected) in table {
            assert_eq!(
                change(now, before).as_deref(),
                expected,
                "{now:?} {before:?}"
            );
        }
    }
}
