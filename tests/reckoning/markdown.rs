//! The page as Markdown, from the JSON that is expected.

use serde_json::Value;

use crate::lines::{FIGURES, at, list, text};
use crate::words::{amount, change, days, doubted, flow, group, realism, reason};

/// The lines that hold anything.
pub fn expected(report: &Value) -> Vec<String> {
    let whose = match text(&report["direction"]) {
        "mine" => "our word was",
        _ => "their word to me was",
    };
    let mut page = vec![format!("# How {whose} kept, {}", days(report))];
    let before = &report["before"];
    let heading = format!("{} (before)", days(before));
    let rows = FIGURES.iter().map(|(key, title, _)| {
        let (now, before) = (at(report, key), at(before, key));
        vec![
            (*title).to_owned(),
            amount(now),
            amount(before),
            change(now, before),
        ]
    });
    table(
        &mut page,
        "Figures",
        &["figure", "now", &heading, "change"],
        rows.collect(),
    );
    for (title, key, name) in [("Causes", "causes", "cause"), ("Roots", "roots", "root")] {
        let rows = list(&report[key]).iter().map(|found| {
            let name = found[name].as_str().unwrap_or("(no cause given)");
            vec![name.to_owned(), reason(found)]
        });
        table(&mut page, title, &["why", "how often"], rows.collect());
    }
    let rows = list(&report["weekdays"]).iter();
    let rows = rows.map(|day| vec![text(&day["name"]).to_owned(), doubted(&day["kept_rate"])]);
    table(
        &mut page,
        "Kept, by the day it was due",
        &["day", "kept"],
        rows.collect(),
    );
    let rows = list(&report["let_down"]).iter();
    let rows = rows.map(|person| vec![text(&person["name"]).to_owned(), amount(&person["missed"])]);
    table(
        &mut page,
        crate::page::let_down(report),
        &["person", "not kept"],
        rows.collect(),
    );
    let rows = list(&report["flow"]["points"]).iter().map(|point| {
        let counts = ["made", "settled", "backlog"].map(|key| point[key].to_string());
        [vec![text(&point["start"]).to_owned()], counts.to_vec()].concat()
    });
    let heading = format!("In and out, by {}", text(&report["flow"]["by"]));
    table(
        &mut page,
        &heading,
        &["from", "made", "settled", "backlog"],
        rows.collect(),
    );
    page.push(format!("{}.", flow(report).join(": ")));
    let rows = list(&report["standards"]).iter().map(|standard| {
        let amounts = ["met", "allowed", "took"].map(|key| amount(&standard[key]));
        let name = vec![text(&standard["name"]).to_owned()];
        [name, amounts.to_vec(), vec![realism(standard).to_owned()]].concat()
    });
    let headers = ["standard", "met", "allows", "took", ""];
    table(&mut page, "Standards", &headers, rows.collect());
    if let Some(people) = report["theirs"]["people"].as_array() {
        let row = |name: &str, figures: &Value| {
            let rates = &figures["kept_rate"];
            vec![
                name.to_owned(),
                doubted(&rates["first"]),
                doubted(&rates["negotiated"]),
                figures["counts"]["overdue"].to_string(),
            ]
        };
        let mut rows = vec![row("all", &report["theirs"])];
        rows.extend(
            people
                .iter()
                .map(|person| row(text(&person["name"]), person)),
        );
        let headers = ["person", "as first promised", "as negotiated", "overdue"];
        let rows = if people.is_empty() { Vec::new() } else { rows };
        table(&mut page, "Promised to me", &headers, rows);
    }
    let headers = [
        "group",
        "made",
        "kept",
        "late",
        "broken",
        "open",
        "overdue",
        "first",
        "negotiated",
    ];
    let groups = report["groups"].as_array().into_iter().flatten();
    table(&mut page, "Groups", &headers, groups.map(group).collect());
    page
}

fn table(page: &mut Vec<String>, heading: &str, headers: &[&str], rows: Vec<Vec<String>>) {
    if rows.is_empty() {
        return;
    }
    page.push(format!("## {heading}"));
    page.push(format!("| {} |", headers.join(" | ")));
    page.push(format!("| {} |", vec!["---"; headers.len()].join(" | ")));
    // Of what Markdown would read, the fixture has only this.
    let line = |row: Vec<String>| format!("| {} |", row.join(" | ").replace('&', "&amp;"));
    page.extend(rows.into_iter().map(line));
}
