//! The page of the terminal, from the JSON that is expected: its words, its bars and its lines.

use serde_json::Value;

use crate::lines::{FIGURES, at, list, text};
use crate::words::{amount, change, days, doubted, flow, group, realism, reason, seconds};

/// The lines that hold anything, with one space between words. Each bar is written as `[1/2]`,
/// each line of heights as the heights.
pub fn expected(report: &Value) -> Vec<String> {
    let whose = match text(&report["direction"]) {
        "mine" => "our word was",
        _ => "their word to me was",
    };
    let mut page = vec![format!("How {whose} kept, {}", days(report))];
    word(&mut page, report);
    figures(&mut page, report);
    for (heading, key, name) in [("causes", "causes", "cause"), ("roots", "roots", "root")] {
        let rows = list(&report[key]).iter().map(|found| {
            let name = found[name].as_str().unwrap_or("(no cause given)");
            (name, &found["share"], reason(found))
        });
        block(
            &mut page,
            &format!("What breaks it: {heading}"),
            &rows.collect::<Vec<_>>(),
        );
    }
    let rows = list(&report["weekdays"]).iter();
    let rows = rows.map(|day| {
        (
            text(&day["name"]),
            &day["kept_rate"],
            doubted(&day["kept_rate"]),
        )
    });
    block(
        &mut page,
        "Kept, by the day it was due",
        &rows.collect::<Vec<_>>(),
    );
    let rows = list(&report["let_down"]).iter().map(|person| {
        let missed = &person["missed"];
        let words = format!("{} of {} not kept", missed["count"], missed["of"]);
        (text(&person["name"]), missed, words)
    });
    block(&mut page, let_down(report), &rows.collect::<Vec<_>>());
    in_and_out(&mut page, report);
    let rows = list(&report["standards"]).iter().map(|standard| {
        let (took, allowed) = (&standard["took"], &standard["allowed"]);
        let words = format!(
            "{} met; took {} of {}: {}",
            amount(&standard["met"]),
            seconds(took, "median_seconds"),
            seconds(allowed, "median_seconds"),
            realism(standard)
        );
        (text(&standard["name"]), &standard["met"], words)
    });
    block(&mut page, "Standards", &rows.collect::<Vec<_>>());
    if let Some(people) = report["theirs"]["people"]
        .as_array()
        .filter(|people| !people.is_empty())
    {
        let mut rows = Vec::new();
        let all = [("all", &report["theirs"])].into_iter();
        for (name, figures) in all.chain(people.iter().map(|one| (text(&one["name"]), one))) {
            let rate = &figures["kept_rate"]["negotiated"];
            let words = format!(
                "{}, {} overdue",
                doubted(rate),
                figures["counts"]["overdue"]
            );
            rows.push((name, rate, words));
        }
        block(&mut page, "Promised to me: kept as negotiated", &rows);
    }
    if let Some(groups) = report["groups"].as_array() {
        page.push("group made kept late broken open overdue first negotiated".to_owned());
        page.extend(groups.iter().map(|found| group(found).join(" ")));
    }
    page
}

fn word(page: &mut Vec<String>, report: &Value) {
    let rates = &report["kept_rate"];
    let rows = [
        ("as first promised", "first"),
        ("as negotiated", "negotiated"),
    ];
    let rows = rows.map(|(name, key)| (name, &rates[key], doubted(&rates[key])));
    block(page, "Was the word kept?", &rows);
    let enough = |rate: &Value| rate["of"].as_u64() >= Some(5);
    let told = enough(&rates["first"]) && enough(&rates["negotiated"]);
    if let Some(gap) = rates["gap"].as_f64().filter(|gap| told && *gap >= 0.005) {
        page.push(format!(
            "renegotiation hides {} points",
            (gap * 100.0).round()
        ));
    }
    for (key, done) in [("voided_late", "voided"), ("corrected_late", "edited")] {
        if report[key] != 0 {
            page.push(format!("{} {done} after the deadline", report[key]));
        }
    }
}

fn figures(page: &mut Vec<String>, report: &Value) {
    page.push("now before change".to_owned());
    let before = &report["before"];
    for (key, title, part) in FIGURES {
        let (now, before) = (at(report, key), at(before, key));
        let known = |value: &Value| match value.as_i64() {
            Some(count) => count > 0,
            None => value["of"] != 0,
        };
        if part != 1 && !known(now) && !known(before) {
            continue;
        }
        let changed = change(now, before);
        if now.get("median_seconds").is_none() {
            page.push(format!(
                "{title} {} {} {changed}",
                amount(now),
                amount(before)
            ));
            continue;
        }
        let rows = [
            ("median", "median_seconds", &*changed),
            ("9 of 10", "p90_seconds", ""),
        ];
        for (name, key, changed) in rows {
            let [now, before] = [now, before].map(|spread| match spread["of"].as_i64() {
                Some(0) => "no data".to_owned(),
                _ => format!("{} (of {})", seconds(spread, key), spread["of"]),
            });
            page.push(format!("{title}, {name} {now} {before} {changed}"));
        }
    }
    page.push(format!("before: {}", days(before)));
}

fn in_and_out(page: &mut Vec<String>, report: &Value) {
    page.push(format!("In and out, by {}", text(&report["flow"]["by"])));
    let points = list(&report["flow"]["points"]);
    // At eighty columns the latest fifty are shown.
    let points = &points[points.len().saturating_sub(50)..];
    for key in ["made", "settled", "backlog"] {
        let counts: Vec<i64> = points
            .iter()
            .map(|point| point[key].as_i64().unwrap())
            .collect();
        let (least, most) = (*counts.iter().min().unwrap(), *counts.iter().max().unwrap());
        let heights = counts.iter().map(|count| {
            // The lowest for nothing, the next for the least that there is.
            let height = (*count as f64 * 7.0 / most.max(1) as f64).ceil() as usize;
            "▁▂▃▄▅▆▇█".chars().nth(height).unwrap()
        });
        let heights: String = heights.collect();
        page.push(format!("{key} {heights} {least} to {most}"));
    }
    page.extend(flow(report));
}

fn block(page: &mut Vec<String>, heading: &str, rows: &[(&str, &Value, String)]) {
    if rows.is_empty() {
        return;
    }
    page.push(heading.to_owned());
    let more = rows
        .len()
        .saturating_sub(if heading.starts_with("Promised") {
            8
        } else {
            7
        });
    let shown = rows.len() - more;
    let endless = ["Kept, by", "Standards"]
        .iter()
        .any(|start| heading.starts_with(start));
    for (name, rate, words) in &rows[..if endless { rows.len() } else { shown }] {
        page.push(format!("{name} [{}/{}] {words}", rate["count"], rate["of"]));
    }
    if more > 0 && !endless {
        page.push(format!("and {more} more: --json has all"));
    }
}

/// The lines of a page in the same form, those put together that go on in a second one; bars are
/// read against what they should show.
pub fn read(page: &str, expected: &[String]) -> Vec<String> {
    let mut lines = page
        .lines()
        .filter(|line| !line.trim().is_empty())
        .peekable();
    let mut read = Vec::new();
    while lines.peek().is_some() {
        let expected = expected.get(read.len()).map_or("", String::as_str);
        let mut line = String::new();
        while line.is_empty()
            || (expected.starts_with(&format!("{line} ")) && expected.trim() != line)
        {
            let Some(next) = lines.next() else { break };
            let words = next.split_whitespace().map(|word| word_of(word, expected));
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&words.collect::<Vec<_>>().join(" "));
        }
        read.push(line);
    }
    read
}

fn word_of(word: &str, expected: &str) -> String {
    let is_bar = word.chars().count() > 5 && word.chars().all(|mark| "█▉▊▋▌▍▎▏·".contains(mark));
    if is_bar && expected.contains('[') {
        drawn(word, expected)
    } else {
        word.to_owned()
    }
}

/// What a bar says: the fraction that is expected, where it is as long as that.
fn drawn(bar: &str, expected: &str) -> String {
    let (Some(open), Some(close)) = (expected.find('['), expected.find(']')) else {
        return bar.to_owned();
    };
    let fraction = &expected[open + 1..close];
    let Some((count, of)) = fraction.split_once('/') else {
        return bar.to_owned();
    };
    let (count, of): (f64, f64) = (count.parse().unwrap(), of.parse().unwrap());
    let eighths = |mark| match "▏▎▍▌▋▊▉█".chars().position(|known| known == mark) {
        Some(place) => place as f64 + 1.0,
        None => 0.0,
    };
    let filled: f64 = bar.chars().map(eighths).sum();
    let whole = bar.chars().count() as f64 * 8.0;
    let exact = if of == 0.0 { 0.0 } else { whole * count / of };
    if (filled - exact).abs() <= 1.0 {
        format!("[{fraction}]")
    } else {
        format!("[{filled} of {whole}]")
    }
}

/// Whom the list of missed promises is about.
pub fn let_down(report: &Value) -> &'static str {
    if report["direction"] == "theirs" {
        "Who let me down"
    } else {
        "Who was let down"
    }
}
