//! JSON Lines: one record a line, each with everything that ever happened to it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::domain::event::{Account, Change, EventKind, Field, StepKind, Value};
use crate::domain::record::{EventRecord, History, Record, StepRecord};
use crate::domain::spelled::spelled_out;

#[derive(Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Step {
        uuid: String,
        kind: String,
        command: String,
        at: String,
    },
    Person(Subject),
    Promise(Subject),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    id: i64,
    uuid: String,
    events: Vec<EventLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventLine {
    uuid: String,
    step: String,
    at: String,
    kind: String,
    text: Option<String>,
    // What older versions did not know may be missing, and is left out where it is not set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    because: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    teller: Option<String>,
    target: Option<String>,
    changes: Vec<ChangeLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeLine {
    field: String,
    old: Json,
    new: Json,
}

/// What the records of all kinds hold, read straight from the line. Where the kind of a record is
/// told by one of its fields, serde puts all of them aside as values first, which takes as long as
/// all the rest; so [`Line`] is written, and says what is wrong, and this is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    record: Word,
    uuid: String,
    #[serde(default, deserialize_with = "present")]
    kind: Option<String>,
    #[serde(default, deserialize_with = "present")]
    command: Option<String>,
    #[serde(default, deserialize_with = "present")]
    at: Option<String>,
    #[serde(default, deserialize_with = "present")]
    id: Option<i64>,
    #[serde(default, deserialize_with = "present")]
    events: Option<Vec<EventLine>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Step,
    Person,
    Promise,
}

/// A field that is there; null is nothing that a field could be.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    field: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(field).map(Some)
}

impl Fields {
    /// The record, where it has the fields of its kind and no others.
    fn line(self) -> Option<Line> {
        let uuid = self.uuid;
        let step = (self.kind, self.command, self.at);
        Some(match (self.record, step, self.id, self.events) {
            (Word::Step, (Some(kind), Some(command), Some(at)), None, None) => Line::Step {
                uuid,
                kind,
                command,
                at,
            },
            (Word::Person, (None, None, None), Some(id), Some(events)) => {
                Line::Person(Subject { id, uuid, events })
            }
            (Word::Promise, (None, None, None), Some(id), Some(events)) => {
                Line::Promise(Subject { id, uuid, events })
            }
            _ => return None,
        })
    }
}

/// A record as one line of JSON, without a line break.
#[must_use]
pub fn line(record: &Record) -> String {
    let line = match record {
        Record::Step(step) => Line::Step {
            uuid: step.uuid.to_string(),
            kind: step.kind.word().to_owned(),
            command: step.command.clone(),
            at: moment(step.at),
        },
        Record::Person(history) => Line::Person(subject(history)),
        Record::Promise(history) => Line::Promise(subject(history)),
    };
    // Strings, numbers and lists: nothing that JSON could refuse.
    spelled_out(serde_json::to_string(&line).unwrap_or_default())
}

/// The record that a line holds, or why it holds none.
pub fn record(line: &[u8]) -> Result<Record, String> {
    let fields = serde_json::from_slice(line).ok().and_then(Fields::line);
    let read = match fields {
        Some(read) => read,
        None => serde_json::from_slice(line).map_err(|error| reason(&error))?,
    };
    Ok(match read {
        Line::Step {
            uuid,
            kind,
            command,
            at,
        } => Record::Step(StepRecord {
            uuid: read_uuid(&uuid)?,
            kind: read_word(&kind, "kind", StepKind::from_word)?,
            command,
            at: read_moment(&at)?,
        }),
        Line::Person(subject) => Record::Person(read_subject(subject)?),
        Line::Promise(subject) => Record::Promise(read_subject(subject)?),
    })
}

/// Why a line is no record, without the parser's own count of lines.
fn reason(error: &serde_json::Error) -> String {
    if error.is_data() {
        let text = error.to_string();
        let text = text
            .rsplit_once(" at line ")
            .map_or(text.as_str(), |(text, _)| text);
        if text.contains("internally tagged") || text.contains("variant identifier") {
            return "not a record that promise export wrote".to_owned();
        }
        return text.replace('`', "\"");
    }
    format!("not valid JSON, at column {}", error.column().max(1))
}

fn subject(history: &History) -> Subject {
    Subject {
        id: history.id,
        uuid: history.uuid.to_string(),
        events: history.events.iter().map(event).collect(),
    }
}

fn event(event: &EventRecord) -> EventLine {
    let json = |value: &Option<Value>| match value {
        None => Json::Null,
        Some(Value::Text(text)) => Json::from(text.as_str()),
        Some(Value::Number(number)) => Json::from(*number),
    };
    EventLine {
        uuid: event.uuid.to_string(),
        step: event.step.to_string(),
        at: moment(event.at),
        kind: event.kind.word().to_owned(),
        text: event.text.clone(),
        cause: event.account.cause.clone(),
        because: event.account.because.clone(),
        told: event.account.told,
        teller: event.account.teller.clone(),
        target: event.target.map(|target| target.to_string()),
        changes: event
            .changes
            .iter()
            .map(|change| ChangeLine {
                field: change.field.word().to_owned(),
                old: json(&change.old),
                new: json(&change.new),
            })
            .collect(),
    }
}

fn read_subject(subject: Subject) -> Result<History, String> {
    let events = subject.events.into_iter().map(read_event);
    Ok(History {
        id: subject.id,
        uuid: read_uuid(&subject.uuid)?,
        events: events.collect::<Result<_, _>>()?,
    })
}

fn read_event(event: EventLine) -> Result<EventRecord, String> {
    let target = event.target.as_deref().map(read_uuid).transpose()?;
    let changes = event.changes.into_iter().map(read_change);
    Ok(EventRecord {
        uuid: read_uuid(&event.uuid)?,
        step: read_uuid(&event.step)?,
        at: read_moment(&event.at)?,
        kind: read_word(&event.kind, "kind", EventKind::from_word)?,
        text: event.text,
        account: Account {
            cause: event.cause,
            because: event.because,
            told: event.told,
            teller: event.teller,
        },
        target,
        changes: changes.collect::<Result<_, _>>()?,
    })
}

fn read_change(change: ChangeLine) -> Result<Change, String> {
    let value = |json: Json| match json {
        Json::Null => Ok(None),
        Json::String(text) => Ok(Some(Value::Text(text))),
        Json::Number(number) => number
            .as_i64()
            .map(|number| Some(Value::Number(number)))
            .ok_or_else(|| format!("{number} is no whole number")),
        other => Err(format!("{other} is neither text nor number")),
    };
    Ok(Change {
        field: read_word(&change.field, "field", Field::from_word)?,
        old: value(change.old)?,
        new: value(change.new)?,
    })
}

fn read_uuid(text: &str) -> Result<Uuid, String> {
    Uuid::parse_str(text).map_err(|_| format!("{text:?} is no UUID"))
}

fn read_word<T>(
    word: &str,
    noun: &str,
    from_word: impl Fn(&str) -> Option<T>,
) -> Result<T, String> {
    from_word(word).ok_or_else(|| format!("unknown {noun} {word:?}"))
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

fn read_moment(text: &str) -> Result<DateTime<Utc>, String> {
    let at = DateTime::parse_from_rfc3339(text).map_err(|_| format!("{text:?} is no time"))?;
    DateTime::from_timestamp(at.timestamp(), 0).ok_or_else(|| format!("{text:?} is out of range"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = concat!(
        r#"{"record":"promise","id":3,"uuid":"0192f0c0-0000-7000-8000-000000000001","events":["#,
        r#"{"uuid":"0192f0c0-0000-7000-8000-000000000002","#,
        r#""step":"0192f0c0-0000-7000-8000-000000000003","at":"2026-11-23T15:00:00Z","#,
        r#""kind":"added","text":null,"target":null,"changes":["#,
        r#"{"field":"what","old":null,"new":"Send \u001b the quote"},"#,
        r#"{"field":"made_at","old":null,"new":1763910000}]}]}"#
    );

    #[test]
    fn lines_read_back() {
        let read = record(LINE.as_bytes()).unwrap();
        assert_eq!(line(&read), LINE);
    }

    /// Each kind of record is read without being put aside, and so is none of another shape.
    #[test]
    fn fields_of_each_kind() {
        let fields = |line: &str| {
            let fields = serde_json::from_str::<Fields>(line).ok();
            fields.and_then(Fields::line).is_some()
        };
        let step = r#"{"record":"step","uuid":"u","kind":"do","command":"add","at":"t"}"#;
        let person = r#"{"events":[],"id":1,"uuid":"u","record":"person"}"#;
        let table = [
            (LINE, true),
            (step, true),
            (person, true),
            (&step.replace("\"do\"", "null"), false),
            (&step.replace('{', r#"{"id":null,"#), false),
            (&step.replace('{', r#"{"id":1,"#), false),
            (&step.replace("step", "promise"), false),
            (&person.replace('{', r#"{"at":"t","#), false),
            (&person.replace("person", "step"), false),
            (&person.replace('{', r#"{"other":1,"#), false),
        ];
        for (line, is_read) in table {
            assert_eq!(fields(line), is_read, "{line}");
        }
    }

    #[test]
    fn what_makes_no_sense() {
        let table = [
            ("{", "not valid JSON, at column 1"),
            ("[1]", "not a record that promise export wrote"),
            ("null", "not a record that promise export wrote"),
            (r#"{"record":"task"}"#, "unknown variant \"task\""),
            (r#"{"record":"promise","id":1}"#, "missing field \"uuid\""),
            (&LINE.replace("-000000000002", ""), "is no UUID"),
            (&LINE.replace("2026-11-23T", "23 Nov "), "is no time"),
            (
                &LINE.replace("added", "removed"),
                "unknown kind \"removed\"",
            ),
            (
                &LINE.replace("\"what\"", "\"why\""),
                "unknown field \"why\"",
            ),
            (&LINE.replace("1763910000", "1.5"), "1.5 is no whole number"),
            (
                &LINE.replace("1763910000", "[]"),
                "[] is neither text nor number",
            ),
        ];
        for (text, reason) in table {
            let refused = record(text.as_bytes()).unwrap_err();
            assert!(refused.contains(reason), "{text}: {refused}");
        }
    }
}
