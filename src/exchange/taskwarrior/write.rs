//! A promise as a task.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::{PRIORITY_TAG, STAMP, own};
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::domain::spelled::spelled_out;
use crate::exchange::outgoing::Outgoing;

/// A promise as an object on one line, without the line break.
#[must_use]
pub fn write(outgoing: &Outgoing<'_>) -> String {
    let promise = outgoing.promise;
    let mut task = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            task.insert(name.to_owned(), value);
        }
    };
    put("uuid", json!(promise.uuid.to_string()));
    put("description", json!(promise.what));
    let status = match promise.state {
        State::Open => "pending",
        State::Kept => "completed",
        State::Broken | State::Released | State::Void => "deleted",
    };
    put("status", json!(status));
    put("entry", json!(stamp(promise.made_at)));
    put("end", json!(promise.settled_at.map(stamp)));
    let due = &promise.due;
    put("due", json!(day_begins(outgoing, due).map(stamp)));
    let (priorities, tags): (Vec<&String>, Vec<&String>) = promise
        .tags
        .iter()
        .partition(|tag| tag.starts_with(PRIORITY_TAG));
    let priority = priorities
        .first()
        .and_then(|tag| tag.strip_prefix(PRIORITY_TAG));
    put("priority", json!(priority));
    put(
        "tags",
        if tags.is_empty() {
            Value::Null
        } else {
            json!(tags)
        },
    );
    let needs: Vec<String> = promise.needs.iter().map(ToString::to_string).collect();
    put(
        "depends",
        if needs.is_empty() {
            Value::Null
        } else {
            json!(needs)
        },
    );
    let notes = outgoing.notes.iter();
    let notes: Vec<Value> = notes
        .map(|note| json!({ "entry": stamp(note.at), "description": note.text }))
        .collect();
    put(
        "annotations",
        if notes.is_empty() {
            Value::Null
        } else {
            json!(notes)
        },
    );
    let (to, from) = match promise.direction {
        Direction::Mine => (Some(outgoing.person), None),
        Direction::Theirs => (None, Some(outgoing.person)),
    };
    put(own::TO, json!(to));
    put(own::FROM, json!(from));
    put(own::OWNER, json!(promise.owner));
    put(own::VIA, json!(promise.via));
    put(own::KEY, json!(promise.key));
    put(own::DUE, json!(due.to_string()));
    let moved = |then: &Deadline| (then != due).then(|| then.to_string());
    put(own::FIRST, json!(moved(&promise.first_due)));
    put(own::NEGOTIATED, json!(moved(&promise.negotiated_due)));
    put(own::STANDARD, json!(promise.standard));
    put(
        own::EFFORT,
        json!(promise.effort_minutes.map(|minutes| format!("{minutes}m"))),
    );
    if status == "deleted" {
        put(own::STATE, json!(promise.state.word()));
    }
    let leads: Vec<&str> = promise.reminders.iter().map(String::as_str).collect();
    put(
        own::REMIND,
        if leads.is_empty() {
            Value::Null
        } else {
            json!(leads.join(","))
        },
    );
    if let (Some(series), Some(every)) = (&promise.series, outgoing.every()) {
        put(own::EVERY, json!(every));
        put(
            own::UNTIL,
            json!(series.until.map(|until| until.to_string())),
        );
        put(
            own::TIMES,
            json!(series.times.map(|times| times.to_string())),
        );
    }
    spelled_out(Value::Object(task).to_string())
}

/// Taskwarrior's day is its first second.
fn day_begins(outgoing: &Outgoing<'_>, due: &Deadline) -> Option<DateTime<Utc>> {
    if due.is_whole_day() {
        outgoing.home.start_of_day(due.date())
    } else {
        Some(due.at())
    }
}

fn stamp(at: DateTime<Utc>) -> String {
    at.format(STAMP).to_string()
}
