//! The history of a promise as it travels in a task: one line of JSON, all of it or nothing, so
//! that a program which drops or cuts it cannot leave half a history behind.

use std::collections::BTreeMap;

use chrono::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::domain::event::{Account, Change, EventKind, Field, Value};
use crate::domain::record::EventRecord;
use crate::domain::spelled::spelled_out;
use crate::domain::sync::{Ranked, Shared};

/// What this program writes; a greater number is for a newer one to read.
const VERSION: u32 = 1;

/// What stands in place of a history whose person was forgotten.
pub const ERASED: &str = r#"{"v":1,"erased":true}"#;

/// What was found in place of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The history.
    History(Shared),
    /// Nothing that could be read: another program made the task, or dropped what it did not know.
    Nothing,
    /// The person was forgotten on some machine.
    Erased,
    /// A newer program wrote it: it is not to be overwritten. What is unknown.
    Newer(String),
}

#[derive(Serialize, Deserialize)]
struct Line {
    v: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    erased: bool,
    #[serde(default)]
    people: BTreeMap<Uuid, String>,
    #[serde(default)]
    events: Vec<EventLine>,
}

/// Members that are not set are left out; the rank, where it is the moment.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventLine {
    id: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rank: Option<i64>,
    at: i64,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    because: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    teller: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    changes: Vec<(String, Json, Json)>,
}

/// A history as one line.
#[must_use]
pub fn line(shared: &Shared) -> String {
    let line = Line {
        v: VERSION,
        erased: false,
        people: shared.people.clone(),
        events: shared.events.iter().map(event_line).collect(),
    };
    // Texts, numbers and lists: nothing that JSON could refuse.
    spelled_out(serde_json::to_string(&line).unwrap_or_default())
}

/// What a line holds.
#[must_use]
pub fn read(text: &str) -> Found {
    // Asked first, as what a newer program writes need not look like this at all.
    #[derive(Deserialize)]
    struct Version {
        v: u32,
    }
    let Ok(version) = serde_json::from_str::<Version>(text) else {
        return Found::Nothing;
    };
    if version.v > VERSION {
        return Found::Newer(format!("version {}", version.v));
    }
    let line: Line = match serde_json::from_str(text) {
        Ok(line) => line,
        Err(error) if error.is_data() => return Found::Newer(error.to_string()),
        Err(_) => return Found::Nothing,
    };
    if line.erased {
        return Found::Erased;
    }
    let mut events = Vec::with_capacity(line.events.len());
    for event in line.events {
        match ranked(event) {
            Ok(ranked) => events.push(ranked),
            Err(unknown) => return Found::Newer(unknown),
        }
    }
    if events.is_empty() {
        return Found::Nothing;
    }
    events.sort_by_key(|ranked| (ranked.rank, ranked.event.uuid));
    Found::History(Shared {
        people: line.people,
        events,
    })
}

fn event_line(ranked: &Ranked) -> EventLine {
    let event = &ranked.event;
    let at = event.at.timestamp();
    let json = |value: &Option<Value>| match value {
        None => Json::Null,
        Some(Value::Text(text)) => Json::from(text.as_str()),
        Some(Value::Number(number)) => Json::from(*number),
    };
    EventLine {
        id: event.uuid,
        rank: Some(ranked.rank).filter(|rank| *rank != at),
        at,
        kind: event.kind.word().to_owned(),
        text: event.text.clone(),
        cause: event.account.cause.clone(),
        because: event.account.because.clone(),
        told: event.account.told,
        teller: event.account.teller.clone(),
        target: event.target,
        changes: event
            .changes
            .iter()
            .map(|change| {
                let field = change.field.word().to_owned();
                (field, json(&change.old), json(&change.new))
            })
            .collect(),
    }
}

/// The greatest moment and rank, in seconds since 1970: the end of the year 9998. What follows
/// must have room behind it.
const LAST: i64 = 253_370_764_799;

fn ranked(line: EventLine) -> Result<Ranked, String> {
    let rank = line.rank.unwrap_or(line.at);
    if rank > LAST || line.at > LAST {
        return Err(format!("time {}", rank.max(line.at)));
    }
    let kind = EventKind::from_word(&line.kind).ok_or_else(|| format!("kind {:?}", line.kind))?;
    let at = DateTime::from_timestamp(line.at, 0).ok_or_else(|| format!("time {}", line.at))?;
    let changes = line.changes.into_iter().map(|(field, old, new)| {
        Ok(Change {
            field: Field::from_word(&field).ok_or_else(|| format!("field {field:?}"))?,
            old: value(old)?,
            new: value(new)?,
        })
    });
    Ok(Ranked {
        rank,
        event: EventRecord {
            uuid: line.id,
            step: Uuid::nil(),
            at,
            kind,
            text: line.text,
            account: Account {
                cause: line.cause,
                because: line.because,
                told: line.told,
                teller: line.teller,
            },
            target: line.target,
            changes: changes.collect::<Result<_, String>>()?,
        },
    })
}

fn value(json: Json) -> Result<Option<Value>, String> {
    match json {
        Json::Null => Ok(None),
        Json::String(text) => Ok(Some(Value::Text(text))),
        Json::Number(number) => number
            .as_i64()
            .map(|number| Some(Value::Number(number)))
            .ok_or_else(|| format!("number {number}")),
        other => Err(format!("value {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = concat!(
        r#"{"v":1,"people":{"0192f0c0-0000-7000-8000-000000000009":"Jane \"J\" Ortiz"},"events":["#,
        r#"{"id":"0192f0c0-0000-7000-8000-000000000001","at":100,"kind":"added","#,
        r#""changes":[["what",null,"Send \u001b, the quote\n"],["made_at",null,90]]},"#,
        r#"{"id":"0192f0c0-0000-7000-8000-000000000002","rank":101,"at":100,"kind":"noted","#,
        r#""text":"x","told":true}]}"#
    );

    #[test]
    fn histories_read_back() {
        let Found::History(shared) = read(LINE) else {
            panic!("{:?}", read(LINE));
        };
        assert_eq!(shared.events.len(), 2);
        assert_eq!(shared.last_rank(), Some(101));
        assert_eq!(line(&shared), LINE);
    }

    #[test]
    fn what_is_no_history_of_ours() {
        let newer = |text: &str| matches!(read(text), Found::Newer(_));
        assert_eq!(read(ERASED), Found::Erased);
        for nothing in ["", "x", "[]", "{}", &LINE[..80], r#"{"v":1}"#] {
            assert_eq!(read(nothing), Found::Nothing, "{nothing}");
        }
        assert!(newer(r#"{"v":2,"anything":[]}"#));
        assert!(newer(&LINE.replace("added", "dreamt")));
        assert!(newer(&LINE.replace("made_at", "dreamt_at")));
        assert!(newer(&LINE.replace("\"told\":", "\"sung\":")));
        assert!(newer(&LINE.replace("90", "1.5")));
        assert!(newer(
            &LINE.replace("\"rank\":101", "\"rank\":9223372036854775807")
        ));
        assert!(newer(&LINE.replace("\"at\":100", "\"at\":253402300800")));
    }
}
