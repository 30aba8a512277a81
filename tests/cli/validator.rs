//! A small judge of JSON Schema: the words that `promise schema` uses, and no others.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::harness::Home;

/// What stands against a schema; keys that it does not know are too many. A word of a schema that
/// is not checked here must not stand in one.
fn check(value: &Value, schema: &Value, whole: &Value, place: &str, wrong: &mut Vec<String>) {
    let against = |why: String| format!("{place}: {why}: {value}");
    for (word, rule) in schema.as_object().expect("a schema") {
        match word.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "type" => {
                let types = rule.as_array().cloned().unwrap_or(vec![rule.clone()]);
                let is = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(number) if number.is_f64() => "number",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                // A whole number is a number, too.
                let fits = is == "integer" && types.contains(&json!("number"));
                if !fits && !types.contains(&json!(is)) {
                    wrong.push(against(format!("{is} is not {rule}")));
                }
            }
            "format" => {
                // A digit for each digit: the forms differ in nothing else.
                let form = |text: &str| -> String {
                    let digit = |char: char| if char.is_ascii_digit() { '0' } else { char };
                    text.chars().map(digit).collect()
                };
                let fits = |text: &str| match rule.as_str() {
                    Some("date-time") => {
                        form(text).replace('-', "+") == "0000+00+00T00:00:00+00:00"
                    }
                    Some("date") => form(text) == "0000-00-00",
                    Some("uuid") => text.len() == 36 && text.matches('-').count() == 4,
                    _ => panic!("{rule} is not checked"),
                };
                if value.as_str().is_some_and(|text| !fits(text)) {
                    wrong.push(against(format!("not {rule}")));
                }
            }
            "enum" => {
                if !rule.as_array().expect("a list").contains(value) {
                    wrong.push(against(format!("none of {rule}")));
                }
            }
            "properties" => {
                let known = rule.as_object().expect("properties");
                let empty = Map::new();
                for (key, inner) in value.as_object().unwrap_or(&empty) {
                    match known.get(key) {
                        Some(rule) => check(inner, rule, whole, &format!("{place}.{key}"), wrong),
                        None => wrong.push(format!("{place}.{key} is not in the schema")),
                    }
                }
            }
            "required" => {
                for key in rule.as_array().expect("a list") {
                    if value.get(key.as_str().expect("a key")).is_none() {
                        wrong.push(against(format!("{key} is missing")));
                    }
                }
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(item, rule, whole, &format!("{place}[{number}]"), wrong);
                }
            }
            "$ref" => {
                let name = rule.as_str().expect("a reference");
                let inner = whole.pointer(name.trim_start_matches('#'));
                let inner = inner.unwrap_or_else(|| panic!("{name} leads nowhere"));
                check(value, inner, whole, place, wrong);
            }
            "anyOf" => {
                let found = rule.as_array().expect("a list").iter().map(|rule| {
                    let mut wrong = Vec::new();
                    check(value, rule, whole, place, &mut wrong);
                    wrong
                });
                let found: Vec<_> = found.collect();
                if found.iter().all(|wrong| !wrong.is_empty()) {
                    // The first says what a value was meant to be; null stands last.
                    wrong.extend(found.into_iter().next().unwrap_or_default());
                }
            }
            other => panic!("{other} is not checked"),
        }
    }
}

/// The names of the records that a value holds.
fn gather(value: &Value, schema: &Value, whole: &Value, met: &mut BTreeSet<String>) {
    if value.is_null() {
        return;
    }
    if let Some(name) = schema["$ref"].as_str() {
        met.insert(name.trim_start_matches("#/$defs/").to_owned());
        let inner = whole.pointer(name.trim_start_matches('#'));
        gather(value, inner.expect("a record"), whole, met);
    }
    for schema in schema["anyOf"].as_array().into_iter().flatten() {
        gather(value, schema, whole, met);
    }
    for item in value.as_array().into_iter().flatten() {
        gather(item, &schema["items"], whole, met);
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        gather(inner, &schema["properties"][key], whole, met);
    }
}

/// The names of the records that a value holds which is one itself.
pub fn records_in(home: &Home, record: &str, value: &Value) -> BTreeSet<String> {
    let schema = home.json(&["schema", record]);
    let mut met = BTreeSet::from([record.to_owned()]);
    gather(value, &schema, &schema, &mut met);
    met
}

/// What is wrong with a value as a record.
pub fn mistakes(home: &Home, record: &str, value: &Value) -> Vec<String> {
    let schema = home.json(&["schema", record]);
    let mut wrong = Vec::new();
    check(value, &schema, &schema, record, &mut wrong);
    wrong
}
