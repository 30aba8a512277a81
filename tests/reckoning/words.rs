//! Amounts as pages for people write them, from the JSON that is expected.

use promise::render::amounts::span;
use serde_json::Value;

/// An amount with what it is out of.
pub fn amount(value: &Value) -> String {
    let of = &value["of"];
    if let Some(count) = value.as_u64() {
        return count.to_string();
    }
    if of == 0 {
        return "no data".to_owned();
    }
    if value.get("median_seconds").is_some() {
        let (median, p90) = (
            seconds(value, "median_seconds"),
            seconds(value, "p90_seconds"),
        );
        return format!("median {median}, 90 % within {p90} (of {of})");
    }
    match value["mean"].as_f64() {
        Some(mean) => format!("{mean:.2} ({} over {of})", value["sum"]),
        None => format!("{} of {of}, {} %", value["count"], percent(value)),
    }
}

pub fn seconds(spread: &Value, key: &str) -> String {
    spread[key].as_i64().map_or("-".to_owned(), span)
}

/// The nearest whole percent, without flattery: 100 only where it is all, 0 only where it is none.
pub fn percent(rate: &Value) -> i64 {
    let (count, of) = (
        rate["count"].as_i64().unwrap(),
        rate["of"].as_i64().unwrap(),
    );
    let nearest = (count as f64 * 100.0 / of as f64).round() as i64;
    match nearest {
        100 if count < of => 99,
        0 if count > 0 => 1,
        nearest => nearest,
    }
}

/// A rate, and whether it is out of too few.
pub fn doubted(rate: &Value) -> String {
    let few = (1..5).contains(&rate["of"].as_i64().unwrap());
    let doubt = if few { " (too few to tell)" } else { "" };
    format!("{}{doubt}", amount(rate))
}

/// How an amount differs from the one before.
pub fn change(now: &Value, before: &Value) -> String {
    if let Some((now, before)) = now.as_i64().zip(before.as_i64()) {
        return signed(now - before, |difference| difference.to_string());
    }
    let number = |value: &Value, key: &str| value[key].as_f64();
    let few = now["of"].as_i64() < Some(5) || before["of"].as_i64() < Some(5);
    for key in ["rate", "median_seconds"] {
        let Some((now, before)) = number(now, key).zip(number(before, key)) else {
            continue;
        };
        if few {
            return "too few to tell".to_owned();
        }
        if key == "rate" {
            let points = ((now - before) * 100.0).round() as i64;
            return signed(points, |points| format!("{points} points"));
        }
        return signed((now - before) as i64, span);
    }
    String::new()
}

fn signed(difference: i64, words: fn(i64) -> String) -> String {
    match difference {
        0 => "=".to_owned(),
        1.. => format!("+{}", words(difference)),
        _ => format!("-{}", words(-difference)),
    }
}

/// "1 Nov 2026 to 30 Nov 2026".
pub fn days(period: &Value) -> String {
    let day = |key: &str| {
        let date: chrono::NaiveDate = period[key].as_str().unwrap().parse().unwrap();
        date.format("%-d %b %Y").to_string()
    };
    let (since, until) = (day("since"), day("until"));
    if since == until {
        since
    } else {
        format!("{since} to {until}")
    }
}

/// What came in, went out and was left, and what that comes to.
pub fn flow(report: &Value) -> [String; 2] {
    let (counts, flow) = (&report["counts"], &report["flow"]);
    let settled: i64 = [
        "kept_early",
        "kept_on_time",
        "kept_late",
        "broken",
        "released",
    ]
    .iter()
    .map(|key| counts[*key].as_i64().unwrap())
    .sum();
    let (before, after) = (&flow["backlog_before"], &flow["backlog"]);
    let facts = format!(
        "{} made, {settled} settled; {before} open before, {after} at the end",
        counts["made"]
    );
    let verdict = match (flow["grows"].as_bool(), before.as_i64() > after.as_i64()) {
        (None, _) => "too few to tell",
        (Some(true), _) => "more comes in than goes out: the backlog grows",
        (Some(false), true) => "more goes out than comes in: the backlog shrinks",
        (Some(false), false) => "as much goes out as comes in",
    };
    [facts, verdict.to_owned()]
}

/// How often a reason stood behind what.
pub fn reason(reason: &Value) -> String {
    let counts = ["late", "broken", "rescheduled"].map(|what| match reason[what].as_u64() {
        Some(0) | None => String::new(),
        Some(count) => format!("{count} {what}"),
    });
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    format!("{}: {}", amount(&reason["share"]), counts.join(", "))
}

pub fn realism(standard: &Value) -> &'static str {
    match standard["realistic"].as_bool() {
        None => "too few to tell",
        Some(true) => "realistic",
        Some(false) => "not realistic",
    }
}

/// The cells of a group.
pub fn group(group: &Value) -> Vec<String> {
    let counts = &group["counts"];
    let kept: i64 = ["kept_early", "kept_on_time", "kept_late"]
        .iter()
        .map(|key| counts[*key].as_i64().unwrap())
        .sum();
    let share = |rate: &Value| match rate["of"].as_i64() {
        Some(0) => "-".to_owned(),
        _ => format!("{}/{} {} %", rate["count"], rate["of"], percent(rate)),
    };
    let rate = &group["kept_rate"];
    let mut cells = vec![group["name"].as_str().unwrap_or("(none)").to_owned()];
    cells.extend(["made"].map(|key| counts[key].to_string()));
    cells.push(kept.to_string());
    cells.extend(["kept_late", "broken", "open", "overdue"].map(|key| counts[key].to_string()));
    cells.extend([share(&rate["first"]), share(&rate["negotiated"])]);
    cells
}
