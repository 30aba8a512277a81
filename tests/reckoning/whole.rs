//! A whole report, as JSON has it, from the ledger.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate};
use serde_json::{Map, Value, json};

use crate::clock::{Place, weekday};
use crate::figures::{Window, figures, share, spread, verdict};
use crate::ledger::{Entry, Move, State};

/// What a report was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub window: Window,
    pub before: (NaiveDate, NaiveDate),
    pub group: Option<&'static str>,
    pub theirs: bool,
    pub both: bool,
}

const ALL: &dyn Fn(&Entry, i64, Option<&Move>) -> bool = &|_, _, _| true;

pub fn report(entries: &[Entry], asked: &Asked) -> Value {
    let window = &asked.window;
    let side = |theirs: bool| -> Vec<&Entry> {
        entries
            .iter()
            .filter(|entry| entry.theirs == theirs)
            .collect()
    };
    let mine = side(asked.theirs);
    let (since, until) = asked.before;
    let window_before = Window::new(since, until, window.now);
    let mut before = period(since, until);
    before.append(&mut figures(&mine, &window_before, ALL));
    let mut report = period(window.since, window.until);
    report.insert("zone".into(), "Europe/Berlin".into());
    report.insert(
        "direction".into(),
        if asked.theirs { "theirs" } else { "mine" }.into(),
    );
    report.append(&mut figures(&mine, window, ALL));
    let theirs = asked.both.then(|| theirs(&side(!asked.theirs), window));
    let rest = json!({
        "flow": flow(&mine, window),
        "days": days(&mine, window),
        "standards": standards(&mine, window),
        "let_down": let_down(&mine, window),
        "weekdays": weekdays(&mine, window),
        "theirs": theirs,
        "before": before,
        "groups": asked.group.map(|group| groups(&mine, window, group)),
    });
    if let Value::Object(mut rest) = rest {
        report.append(&mut rest);
    }
    report.into()
}

fn period(since: NaiveDate, until: NaiveDate) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("since".into(), since.to_string().into());
    map.insert("until".into(), until.to_string().into());
    map
}

/// What was made and settled between two moments, and how both rates were in it.
fn happened(entries: &[&Entry], from: i64, to: i64, now: i64) -> Map<String, Value> {
    let inside = |at: i64| from <= at && at <= to;
    let valid = || entries.iter().filter(|entry| entry.state != State::Void);
    let made = valid().filter(|entry| inside(entry.made)).count();
    let settled = valid().filter(|entry| entry.settled.is_some_and(inside));
    let rate = |first: bool| {
        let due = |entry: &'_ Entry| {
            let due = if first {
                entry.first()
            } else {
                &entry.negotiated
            };
            due.clone()
        };
        let due_then = valid().filter(|entry| inside(due(entry).end));
        let kept: Vec<bool> = due_then
            .filter_map(|entry| verdict(entry, &due(entry), now))
            .collect();
        share(kept.iter().filter(|kept| **kept).count(), kept.len())
    };
    let (first, negotiated) = (rate(true), rate(false));
    let mut map = Map::new();
    map.insert("made".into(), made.into());
    map.insert("settled".into(), settled.count().into());
    map.insert(
        "kept_rate".into(),
        json!({"first": first, "negotiated": negotiated}),
    );
    map
}

fn open_at(entries: &[&Entry], at: i64) -> i64 {
    entries.iter().filter(|entry| entry.is_open_at(at)).count() as i64
}

fn flow(entries: &[&Entry], window: &Window) -> Value {
    let length = (window.until - window.since).num_days() + 1;
    let by = if length <= 35 {
        "day"
    } else if length <= 750 {
        "week"
    } else {
        "month"
    };
    let last = window.until.min(Place::Berlin.date(window.now));
    let mut points = Vec::new();
    let mut start = window.since;
    while start <= last {
        let next = match by {
            "day" => start + Days::new(1),
            "week" => start + Days::new(7 - u64::from(weekday(start).0)),
            _ => (start + Days::new(31)).with_day(1).expect("the first"),
        };
        let end = (next - Days::new(1)).min(window.until);
        let (from, to) = (Place::Berlin.start(start), Place::Berlin.end(end));
        let mut point = happened(entries, from, to, window.now);
        point.insert("start".into(), start.to_string().into());
        point.insert(
            "backlog".into(),
            open_at(entries, to.min(window.now)).into(),
        );
        points.push(Value::from(point));
        start = next;
    }
    let backlog_before = open_at(entries, window.from - 1);
    let backlog = points
        .last()
        .map_or(backlog_before, |point| point["backlog"].as_i64().unwrap());
    let count =
        |point: &Value| point["made"].as_i64().unwrap() + point["settled"].as_i64().unwrap();
    let enough = points.iter().map(count).sum::<i64>() >= 5;
    json!({
        "by": by,
        "backlog_before": backlog_before,
        "backlog": backlog,
        "grows": enough.then_some(backlog > backlog_before),
        "points": points,
    })
}

/// The days on which anything counts.
fn days(entries: &[&Entry], window: &Window) -> Value {
    let all = window
        .since
        .iter_days()
        .take_while(|day| *day <= window.until);
    let days = all.filter_map(|date| {
        let (from, to) = (Place::Berlin.start(date), Place::Berlin.end(date));
        let mut day = happened(entries, from, to, window.now);
        let empty = day["made"] == 0
            && day["settled"] == 0
            && day["kept_rate"]["first"]["of"] == 0
            && day["kept_rate"]["negotiated"]["of"] == 0;
        day.insert("date".into(), date.to_string().into());
        (!empty).then_some(Value::from(day))
    });
    days.collect()
}

fn standards(entries: &[&Entry], window: &Window) -> Value {
    let names: BTreeSet<&String> = entries
        .iter()
        .filter_map(|entry| entry.standard.as_ref())
        .collect();
    let standards = names.into_iter().filter_map(|name| {
        let under: Vec<(&&Entry, bool)> = entries
            .iter()
            .filter(|entry| entry.standard.as_ref() == Some(name))
            .filter(|entry| window.contains(entry.first().end))
            .filter_map(|entry| Some((entry, verdict(entry, entry.first(), window.now)?)))
            .collect();
        if under.is_empty() {
            return None;
        }
        let met = under.iter().filter(|(_, met)| *met).count();
        let allowed = under
            .iter()
            .map(|(entry, _)| entry.first().end - entry.made);
        let kept = under.iter().filter(|(entry, _)| entry.state == State::Kept);
        let took = kept.filter_map(|(entry, _)| Some(entry.settled? - entry.made));
        let (allowed, took) = (spread(allowed.collect()), spread(took.collect()));
        let median = |spread: &Value| spread["median_seconds"].as_i64();
        let in_time = median(&took).is_some_and(|took| Some(took) <= median(&allowed));
        let realistic = met * 2 >= under.len() && in_time;
        Some(json!({
            "name": name,
            "met": share(met, under.len()),
            "allowed": allowed,
            "took": took,
            "realistic": (under.len() >= 5).then_some(realistic),
        }))
    });
    standards.collect()
}

/// Those judged against their negotiated deadline, and whether that was kept.
fn judged<'e>(entries: &[&'e Entry], window: &Window) -> Vec<(&'e Entry, bool)> {
    entries
        .iter()
        .filter(|entry| window.contains(entry.negotiated.end))
        .filter_map(|entry| Some((*entry, verdict(entry, &entry.negotiated, window.now)?)))
        .collect()
}

fn let_down(entries: &[&Entry], window: &Window) -> Value {
    let judged = judged(entries, window);
    let names: BTreeSet<&String> = judged.iter().map(|(entry, _)| &entry.who).collect();
    let mut people: Vec<(usize, usize, &String)> = Vec::new();
    for name in names {
        let of: Vec<bool> = judged
            .iter()
            .filter(|(entry, _)| entry.who == *name)
            .map(|(_, kept)| *kept)
            .collect();
        people.push((of.iter().filter(|kept| !**kept).count(), of.len(), name));
    }
    people.retain(|(missed, ..)| *missed > 0);
    people.sort_by_key(|(missed, of, name)| (Reverse(*missed), *of, *name));
    let people = people.into_iter();
    people
        .map(|(missed, of, name)| json!({"name": name, "missed": share(missed, of)}))
        .collect()
}

fn weekdays(entries: &[&Entry], window: &Window) -> Value {
    let judged = judged(entries, window);
    let day = |entry: &Entry| weekday(Place::Berlin.date(entry.negotiated.end));
    let days: BTreeSet<(u32, &str)> = judged.iter().map(|(entry, _)| day(entry)).collect();
    let days = days.into_iter().map(|found| {
        let of: Vec<bool> = judged
            .iter()
            .filter(|(entry, _)| day(entry) == found)
            .map(|(_, kept)| *kept)
            .collect();
        let kept = of.iter().filter(|kept| **kept).count();
        json!({"name": found.1, "kept_rate": share(kept, of.len())})
    });
    days.collect()
}

/// How many judged against the negotiated deadline were missed.
fn missed(figures: &Map<String, Value>) -> i64 {
    let rate = &figures["kept_rate"]["negotiated"];
    rate["of"].as_i64().unwrap() - rate["count"].as_i64().unwrap()
}

fn nothing_happened(figures: &Map<String, Value>) -> bool {
    fn empty(value: &Value) -> bool {
        match value {
            Value::Null => true,
            Value::Number(number) => number.as_f64() == Some(0.0),
            Value::Array(values) => values.iter().all(empty),
            Value::Object(map) => map.values().all(empty),
            Value::Bool(_) | Value::String(_) => false,
        }
    }
    figures.values().all(empty)
}

fn theirs(entries: &[&Entry], window: &Window) -> Value {
    let mut map = figures(entries, window, ALL);
    let names: BTreeSet<&String> = entries.iter().map(|entry| &entry.who).collect();
    let people = names.into_iter().map(|name| {
        let theirs: Vec<&Entry> = entries
            .iter()
            .copied()
            .filter(|entry| entry.who == *name)
            .collect();
        (name, figures(&theirs, window, ALL))
    });
    let mut people: Vec<(&String, Map<String, Value>)> = people
        .filter(|(_, figures)| !nothing_happened(figures))
        .collect();
    people.sort_by_key(|(name, figures)| (Reverse(missed(figures)), *name));
    let people = people
        .into_iter()
        .map(|(name, figures)| named(Some(name), figures));
    map.insert("people".into(), people.collect());
    map.into()
}

fn named(name: Option<&str>, mut figures: Map<String, Value>) -> Value {
    figures.insert("name".into(), name.into());
    figures.into()
}

/// The name of the group or groups that something belongs to.
fn names(group: &str, entry: &Entry, at: i64, moved: Option<&Move>) -> Vec<Option<String>> {
    let date = Place::Berlin.date(at);
    let one = match group {
        "person" => Some(entry.who.clone()),
        "organisation" => entry.organisation.clone(),
        "owner" => Some(entry.owner.clone().unwrap_or_else(|| "me".to_owned())),
        "standard" => entry.standard.clone(),
        "via" => entry.via.clone(),
        "cause" => match moved {
            Some(moved) => moved.cause.clone(),
            None if entry.state == State::Broken || entry.kept_late() => entry.cause.clone(),
            None => None,
        },
        "weekday" => Some(weekday(date).1.to_owned()),
        "week" => Some((date - Days::new(weekday(date).0.into())).to_string()),
        "month" => Some(date.format("%Y-%m").to_string()),
        "tag" if entry.tags.is_empty() => None,
        "tag" => return entry.tags.iter().cloned().map(Some).collect(),
        _ => panic!("no group {group}"),
    };
    vec![one]
}

fn groups(entries: &[&Entry], window: &Window, group: &'static str) -> Value {
    let found: std::cell::RefCell<BTreeSet<Option<String>>> = std::cell::RefCell::default();
    figures(entries, window, &|entry, at, moved| {
        found.borrow_mut().extend(names(group, entry, at, moved));
        true
    });
    let groups = found.into_inner().into_iter().map(|name| {
        let figures = figures(entries, window, &|entry, at, moved| {
            names(group, entry, at, moved).contains(&name)
        });
        (name, figures)
    });
    let mut groups: Vec<(Option<String>, Map<String, Value>)> = groups
        .filter(|(_, figures)| !nothing_happened(figures))
        .collect();
    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    groups.sort_by_key(|(name, figures)| match group {
        "week" | "month" => (0, false, 0),
        "weekday" => (
            0,
            false,
            days.iter()
                .position(|day| Some(*day) == name.as_deref())
                .unwrap_or(9),
        ),
        "owner" => (
            1,
            name.as_deref() == Some("me"),
            usize::MAX - missed(figures) as usize,
        ),
        _ => (1, name.is_none(), usize::MAX - missed(figures) as usize),
    });
    groups
        .into_iter()
        .map(|(name, figures)| named(name.as_deref(), figures))
        .collect()
}
