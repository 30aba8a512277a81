//! What JSON holds, record by record, as JSON Schema: a file a record, each a declared list of
//! keys. A new record is a file here and its line in [`RECORDS`].

mod amount;
mod calendar;
mod config;
mod date;
mod doctor;
mod due;
mod error;
mod event;
mod free;
mod log;
mod person;
mod promise;
mod reminder;
mod report;
mod review;
mod standards;
mod status;
mod text;
mod transfer;

use serde_json::{Map, Value, json};

pub use error::KINDS;

use crate::query::{Kind, Shape};

/// A record, as some command prints it.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// The word that `promise schema` takes.
    pub name: &'static str,
    /// What it is, and which commands print it.
    pub about: &'static str,
    /// Its keys, in their order.
    pub keys: fn() -> Vec<Key>,
}

/// A key of a record.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The word.
    pub name: &'static str,
    /// What stands there.
    pub shape: Shape,
    /// When it is there, unless it always is.
    pub only: Option<&'static str>,
}

/// Every record.
pub const RECORDS: [&Record; 54] = [
    &promise::PROMISE,
    &promise::NOTE,
    &promise::HEARD,
    &event::EVENT,
    &event::CHANGE,
    &person::PERSON,
    &person::ACCOUNT,
    &person::LAST,
    &person::LAST_CHECK,
    &person::FORGOTTEN,
    &due::DUE,
    &status::STATUS,
    &reminder::REMINDER,
    &calendar::CALENDAR,
    &review::REVIEW,
    &review::MOVED,
    &free::FREE,
    &report::REPORT,
    &report::THEIRS,
    &report::BEFORE,
    &report::GROUP,
    &report::KEPT_RATE,
    &report::KEPT,
    &report::COUNTS,
    &report::RESCHEDULES,
    &report::CHECKS,
    &report::RATING_COUNTS,
    &amount::RATE,
    &amount::MEAN,
    &amount::SPREAD,
    &report::CAUSE,
    &report::ROOT,
    &report::FLOW,
    &report::POINT,
    &report::RECKONED_DAY,
    &report::RECKONED_STANDARD,
    &report::LET_DOWN,
    &report::WEEKDAY,
    &report::DEFINITION,
    &log::LOG,
    &standards::STANDARDS,
    &date::DATE,
    &config::CONFIG,
    &doctor::DOCTOR,
    &transfer::IMPORT,
    &transfer::SYNC,
    &transfer::BACKUP,
    &transfer::RESTORE,
    &transfer::LOST,
    &transfer::NEWEST_STEP,
    &text::TEXT,
    &error::ERROR,
    &error::FAILURE,
    &error::MESSAGE,
];

/// A key that is always there.
const fn key(name: &'static str, shape: Shape) -> Key {
    Key {
        name,
        shape,
        only: None,
    }
}

/// A key that is there under a condition.
const fn key_only(name: &'static str, shape: Shape, only: &'static str) -> Key {
    Key {
        name,
        shape,
        only: Some(only),
    }
}

/// The record with a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Record> {
    RECORDS.into_iter().find(|record| record.name == name)
}

/// The schema of a record, with those of the records inside it.
#[must_use]
pub fn schema(record: &Record) -> Value {
    let mut inside = Vec::new();
    gather(record, &mut inside);
    let mut schema = document();
    if let Value::Object(described) = object(record) {
        schema.extend(described);
    }
    let inside: Vec<&Record> = inside.iter().filter_map(|name| find(name)).collect();
    if !inside.is_empty() {
        schema.insert("$defs".to_owned(), definitions(&inside));
    }
    Value::Object(schema)
}

/// The schemas of every record, as definitions to refer to.
#[must_use]
pub fn every() -> Value {
    let mut schema = document();
    schema.insert("$defs".to_owned(), definitions(&RECORDS));
    Value::Object(schema)
}

fn document() -> Map<String, Value> {
    let dialect = json!("https://json-schema.org/draft/2020-12/schema");
    Map::from_iter([("$schema".to_owned(), dialect)])
}

fn definitions(records: &[&Record]) -> Value {
    let records = records.iter();
    Value::Object(
        records
            .map(|record| (record.name.to_owned(), object(record)))
            .collect(),
    )
}

/// The names of the records that one holds, each once.
fn gather(record: &Record, found: &mut Vec<&'static str>) {
    for key in (record.keys)() {
        if let Kind::Record(name) | Kind::Records(name) = key.shape.kind
            && !found.contains(&name)
        {
            found.push(name);
            if let Some(inner) = find(name) {
                gather(inner, found);
            }
        }
    }
}

/// A record without what stands around it. Later versions may add keys, and take none away.
fn object(record: &Record) -> Value {
    let keys = (record.keys)();
    let always = keys.iter().filter(|key| key.only.is_none());
    let required: Vec<&str> = always.map(|key| key.name).collect();
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut value = shape(key.shape);
            if let (Some(only), Value::Object(value)) = (key.only, &mut value) {
                value.insert("description".to_owned(), json!(only));
            }
            (key.name.to_owned(), value)
        })
        .collect();
    json!({
        "title": record.name,
        "description": record.about,
        "type": "object",
        "properties": properties,
        "required": required,
    })
}

fn shape(shape: Shape) -> Value {
    let named = |word: &str| {
        if shape.or_null {
            json!([word, "null"])
        } else {
            json!(word)
        }
    };
    let text = |format: &str| json!({"type": named("string"), "format": format});
    let list = |items: Value| json!({"type": named("array"), "items": items});
    let record = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    match shape.kind {
        Kind::Number => json!({"type": named("integer")}),
        Kind::Decimal => json!({"type": named("number")}),
        Kind::Text => json!({"type": named("string")}),
        Kind::YesNo => json!({"type": named("boolean")}),
        Kind::Time => text("date-time"),
        Kind::Date => text("date"),
        Kind::Uuid => text("uuid"),
        Kind::OneOf(words) => {
            let mut values: Vec<Value> = words.iter().map(|word| json!(word)).collect();
            values.extend(shape.or_null.then_some(Value::Null));
            json!({"enum": values})
        }
        Kind::Numbers => list(json!({"type": "integer"})),
        Kind::Texts => list(json!({"type": "string"})),
        Kind::Record(name) if shape.or_null => {
            json!({"anyOf": [record(name), {"type": "null"}]})
        }
        Kind::Record(name) => record(name),
        Kind::Records(name) => list(record(name)),
        Kind::Any => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name means one record, a key stands once in it, and what it refers to is there.
    #[test]
    fn the_list_is_sound() {
        let mut names: Vec<&str> = RECORDS.iter().map(|record| record.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RECORDS.len());
        for record in RECORDS {
            let keys = (record.keys)();
            let mut names: Vec<&str> = keys.iter().map(|key| key.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), keys.len(), "{}", record.name);
            for key in keys {
                if let Kind::Record(name) | Kind::Records(name) = key.shape.kind {
                    assert!(find(name).is_some(), "{name}");
                }
            }
        }
    }

    #[test]
    fn shapes() {
        let table = [
            (Kind::Number.always(), json!({"type": "integer"})),
            (Kind::Decimal.or_null(), json!({"type": ["number", "null"]})),
            (Kind::Text.or_null(), json!({"type": ["string", "null"]})),
            (
                Kind::Time.or_null(),
                json!({"type": ["string", "null"], "format": "date-time"}),
            ),
            (Kind::OneOf(&["a"]).always(), json!({"enum": ["a"]})),
            (Kind::OneOf(&["a"]).or_null(), json!({"enum": ["a", null]})),
            (
                Kind::Texts.always(),
                json!({"type": "array", "items": {"type": "string"}}),
            ),
            (
                Kind::Records("note").always(),
                json!({"type": "array", "items": {"$ref": "#/$defs/note"}}),
            ),
            (
                Kind::Record("note").or_null(),
                json!({"anyOf": [{"$ref": "#/$defs/note"}, {"type": "null"}]}),
            ),
            (Kind::Any.always(), json!({})),
        ];
        for (given, expected) in table {
            assert_eq!(shape(given), expected);
        }
    }
}
