//! A report as JSON. The keys of figures come from their definitions.

use std::fmt::{Display, Formatter};

use serde_json::{Map, Value, json};

use crate::domain::report::definitions::{Amount, FIGURES};
use crate::domain::report::figures::Reason;
use crate::domain::report::standards::StandardFigures;
use crate::domain::report::{Figures, Flow, Mean, Period, Rate, Report, Spread};
use crate::render::pieces::{Pieces, Tree};

/// The whole report; `zone` names the zone of its days.
#[must_use]
pub fn json<'a>(report: &'a Report, zone: &'a str) -> impl Display + 'a {
    Pieces(move |out: &mut Formatter<'_>| tree(report, zone).write_pretty(out))
}

/// The same in one line.
#[must_use]
pub fn json_line<'a>(report: &'a Report, zone: &'a str) -> impl Display + 'a {
    Pieces(move |out: &mut Formatter<'_>| tree(report, zone).write_line(out))
}

fn tree<'a>(report: &'a Report, zone: &str) -> Tree<'a> {
    let mut map = period(report.period);
    map.insert("zone".into(), zone.into());
    map.insert("direction".into(), report.direction.word().into());
    map.append(&mut figures(&report.figures));
    map.insert("flow".into(), flow(&report.flow));
    map.insert("days".into(), days(report));
    let standards = report.standards.iter().map(standard);
    map.insert("standards".into(), standards.collect());
    let mut members = held(map);
    let let_down = report.let_down.iter();
    let let_down = let_down.map(|(name, missed)| json!({"name": **name, "missed": rate(*missed)}));
    members.push(("let_down".into(), Tree::List(Box::new(let_down))));
    let weekdays = report.weekdays.iter();
    let weekdays = weekdays.map(|(name, kept)| json!({"name": name, "kept_rate": rate(*kept)}));
    members.push(("weekdays".into(), Tree::Whole(weekdays.collect())));
    let theirs = report.theirs.as_ref().map(|(all, people)| {
        let mut members = held(figures(&all.figures()));
        let people = people.iter();
        let people = people.map(|(name, tally)| named(Some(name), &tally.figures()));
        members.push(("people".into(), Tree::List(Box::new(people))));
        Tree::Object(members)
    });
    members.push(("theirs".into(), theirs.unwrap_or(Tree::Whole(Value::Null))));
    let mut before = period(report.before);
    before.append(&mut figures(&report.figures_before));
    members.push(("before".into(), Tree::Whole(before.into())));
    let groups = report.groups.as_ref().map(|groups| {
        let groups = groups.iter();
        let groups = groups.map(|(name, tally)| named(name.as_deref(), &tally.figures()));
        Tree::List(Box::new(groups))
    });
    members.push(("groups".into(), groups.unwrap_or(Tree::Whole(Value::Null))));
    Tree::Object(members)
}

/// Members that are held.
fn held<'a>(map: Map<String, Value>) -> Vec<(String, Tree<'a>)> {
    let members = map.into_iter();
    members
        .map(|(key, value)| (key, Tree::Whole(value)))
        .collect()
}

fn period(period: Period) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("since".into(), period.since.to_string().into());
    map.insert("until".into(), period.until.to_string().into());
    map
}

/// Figures under a name.
fn named(name: Option<&str>, all: &Figures) -> Value {
    let mut map = Map::new();
    map.insert("name".into(), name.into());
    map.append(&mut figures(all));
    map.into()
}

/// Figures under their keys.
pub fn figures(all: &Figures) -> Map<String, Value> {
    let mut map = Map::new();
    for figure in &FIGURES {
        insert(&mut map, figure.key, amount((figure.value)(all)));
    }
    insert(&mut map, "kept_rate.gap", all.gap().into());
    let ratings = all.rating_counts.iter().enumerate();
    let counts: Map<String, Value> = ratings
        .map(|(place, count)| ((place + 1).to_string(), (*count).into()))
        .collect();
    insert(&mut map, "checks.rating_counts", counts.into());
    let slips = all.slips();
    for (key, reasons, name) in [
        ("causes", &all.causes, "cause"),
        ("roots", &all.roots, "root"),
    ] {
        let reasons = reasons
            .iter()
            .map(|reason| self::reason(reason, name, slips));
        map.insert(key.into(), reasons.collect());
    }
    map
}

/// The rates against the first deadline and the negotiated one, and the gap between them.
#[must_use]
pub fn kept_rate(all: &Figures) -> Value {
    json!({
        "first": rate(all.first),
        "negotiated": rate(all.negotiated),
        "gap": all.gap(),
    })
}

fn insert(map: &mut Map<String, Value>, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            map.insert(key.into(), value);
        }
        Some((first, rest)) => {
            let inner = map.entry(first).or_insert_with(|| json!({}));
            if let Value::Object(inner) = inner {
                insert(inner, rest, value);
            }
        }
    }
}

/// An amount with what it is out of.
pub fn amount(amount: Amount) -> Value {
    match amount {
        Amount::Count(count) => count.into(),
        Amount::Rate(rate) => self::rate(rate),
        Amount::Mean(Mean { sum, of }) => {
            json!({"sum": sum, "of": of, "mean": Mean { sum, of }.value()})
        }
        Amount::Spread(spread) => self::spread(spread),
    }
}

fn rate(rate: Rate) -> Value {
    json!({"count": rate.count, "of": rate.of, "rate": rate.share()})
}

fn spread(spread: Spread) -> Value {
    json!({"of": spread.of, "median_seconds": spread.median, "p90_seconds": spread.p90})
}

fn reason(reason: &Reason, name: &str, slips: u64) -> Value {
    let share = Rate {
        count: reason.count(),
        of: slips,
    };
    json!({
        name: reason.name,
        "late": reason.late,
        "broken": reason.broken,
        "rescheduled": reason.rescheduled,
        "share": rate(share),
    })
}

fn flow(flow: &Flow) -> Value {
    let points = flow.points.iter().map(|point| {
        json!({
            "start": point.start.to_string(),
            "made": point.day.made,
            "settled": point.day.settled,
            "backlog": point.backlog,
            "kept_rate": {
                "first": rate(point.day.first),
                "negotiated": rate(point.day.negotiated),
            },
        })
    });
    json!({
        "by": flow.step.word(),
        "backlog_before": flow.backlog_before,
        "backlog": flow.backlog(),
        "grows": flow.grows(),
        "points": points.collect::<Vec<_>>(),
    })
}

/// The days on which anything counts.
fn days(report: &Report) -> Value {
    let days = report.days.iter().map(|(date, day)| {
        json!({
            "date": date.to_string(),
            "made": day.made,
            "settled": day.settled,
            "kept_rate": {"first": rate(day.first), "negotiated": rate(day.negotiated)},
        })
    });
    days.collect()
}

fn standard(standard: &StandardFigures) -> Value {
    json!({
        "name": standard.name,
        "met": rate(standard.met),
        "allowed": spread(standard.allowed),
        "took": spread(standard.took),
        "realistic": standard.is_realistic(),
    })
}
