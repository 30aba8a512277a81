//! JSON Lines whose keys are the names of flags: one promise a line, as `add --batch` reads it.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// What some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What a flag takes, as far as JSON tells it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A text.
    Text,
    /// A whole number, or a text that holds one.
    Number,
    /// Nothing: it is said or not.
    Nothing,
}

/// A flag as a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The names that it goes by, the usual one first.
    pub names: Vec<String>,
    /// What it takes.
    pub takes: Takes,
    /// Whether it may be repeated, and then takes a list.
    pub many: bool,
}

/// A key of a line, by its usual name, with each value given; none for a flag that takes none.
pub type Given = Vec<(String, Option<String>)>;

/// Why a line makes no sense, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong.
    pub reason: String,
    /// What to write instead.
    pub hint: Option<String>,
}

impl Mistake {
    fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            hint: None,
        }
    }
}

/// An object with its keys in their order, those that are there twice included.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// Reads a line: nothing where it is blank.
pub fn line(bytes: &[u8], keys: &[Key]) -> Result<Option<Given>, Mistake> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let bytes = bytes.trim_ascii_end();
    if bytes.is_empty() {
        return Ok(None);
    }
    let Pairs(pairs) = serde_json::from_slice(bytes).map_err(|error| {
        // It counts lines too, and there is one.
        let words = error.to_string();
        let (words, _) = words.split_once(" at line ").unwrap_or((&words, ""));
        let place = match error.column() {
            0 => String::new(),
            column => format!(", at column {column}"),
        };
        Mistake::new(format!("not a JSON object: {words}{place}"))
    })?;
    let mut given = Given::new();
    let mut seen: Vec<&str> = Vec::new();
    for (name, value) in &pairs {
        let key = keys
            .iter()
            .find(|key| key.names.iter().any(|known| known == name))
            .ok_or_else(|| unknown(name, keys))?;
        let usual = usual(key);
        if seen.contains(&usual) {
            return Err(Mistake::new(format!("\"{usual}\" is there twice")));
        }
        seen.push(usual);
        match value {
            // What a program has no value for.
            Value::Null => {}
            Value::Array(values) if key.many => {
                for value in values {
                    one(key, value, &mut given)?;
                }
            }
            value => one(key, value, &mut given)?,
        }
    }
    Ok(Some(given))
}

fn usual(key: &Key) -> &str {
    key.names.first().map_or("", String::as_str)
}

fn one(key: &Key, value: &Value, given: &mut Given) -> Result<(), Mistake> {
    let name = usual(key);
    let value = match (key.takes, value) {
        (Takes::Text | Takes::Number, Value::String(text)) => Some(text.clone()),
        (Takes::Number, Value::Number(number)) if !number.is_f64() => Some(number.to_string()),
        (Takes::Nothing, Value::Bool(true)) => None,
        (Takes::Nothing, Value::Bool(false)) => return Ok(()),
        (takes, value) => {
            let takes = match takes {
                Takes::Text => "a text",
                Takes::Number => "a whole number",
                Takes::Nothing => "true or false",
            };
            let list = if key.many { " or a list of them" } else { "" };
            let found = match value {
                Value::Null => "null",
                Value::Bool(_) => "true or false",
                Value::Number(_) => "a number",
                Value::String(_) => "a text",
                Value::Array(_) => "a list",
                Value::Object(_) => "an object",
            };
            return Err(Mistake::new(format!(
                "\"{name}\" takes {takes}{list}, and this is {found}"
            )));
        }
    };
    given.push((name.to_owned(), value));
    Ok(())
}

fn unknown(name: &str, keys: &[Key]) -> Mistake {
    let names = keys.iter().flat_map(|key| &key.names);
    // No name is long, and distance costs the product of the lengths.
    let close = names
        .filter(|known| name.len() < 10 * known.len())
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .filter(|(distance, known)| *distance <= known.chars().count().div_ceil(2).min(2))
        .min();
    let hint = if let Some((_, close)) = close {
        format!("did you mean \"{close}\"?")
    } else {
        let names: Vec<&str> = keys.iter().map(usual).collect();
        format!("the keys are {}", names.join(", "))
    };
    Mistake {
        reason: format!("there is no key \"{name}\""),
        hint: Some(hint),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> Vec<Key> {
        let key = |names: &[&str], takes, many| Key {
            names: names.iter().map(ToString::to_string).collect(),
            takes,
            many,
        };
        vec![
            key(&["what"], Takes::Text, false),
            key(&["due", "by"], Takes::Text, false),
            key(&["tag"], Takes::Text, true),
            key(&["needs"], Takes::Number, true),
            key(&["told"], Takes::Nothing, false),
        ]
    }

    #[test]
    fn lines() {
        let given = |pairs: &[(&str, Option<&str>)]| {
            let pairs = pairs.iter();
            pairs
                .map(|(name, value)| ((*name).to_owned(), value.map(str::to_owned)))
                .collect::<Given>()
        };
        let table = [
            ("", None),
            (" \t\r\n", None),
            ("{}", Some(given(&[]))),
            (
                "\u{feff}{\"what\": \"--x\", \"by\": \"friday\"}\n",
                Some(given(&[("what", Some("--x")), ("due", Some("friday"))])),
            ),
            (
                "{\"tag\": [\"a\", \"b\"], \"needs\": [1, \"#2\"], \"told\": true}",
                Some(given(&[
                    ("tag", Some("a")),
                    ("tag", Some("b")),
                    ("needs", Some("1")),
                    ("needs", Some("#2")),
                    ("told", None),
                ])),
            ),
            (
                "{\"tag\": \"a\", \"needs\": 3, \"told\": false, \"due\": null}",
                Some(given(&[("tag", Some("a")), ("needs", Some("3"))])),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(line(text.as_bytes(), &keys()), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn mistakes() {
        let table = [
            (
                "[1]",
                "not a JSON object: invalid type: sequence, expected an object",
            ),
            (
                "{\"what\"",
                "not a JSON object: EOF while parsing an object, at column 7",
            ),
            (
                "{} {}",
                "not a JSON object: trailing characters, at column 4",
            ),
            ("{\"dew\": 1}", "there is no key \"dew\""),
            ("{\"due\": \"x\", \"by\": \"y\"}", "\"due\" is there twice"),
            ("{\"due\": 3}", "\"due\" takes a text, and this is a number"),
            (
                "{\"due\": [\"x\"]}",
                "\"due\" takes a text, and this is a list",
            ),
            (
                "{\"tag\": [\"x\", null]}",
                "\"tag\" takes a text or a list of them, and this is null",
            ),
            (
                "{\"needs\": 1.5}",
                "\"needs\" takes a whole number or a list of them, and this is a number",
            ),
            (
                "{\"told\": \"yes\"}",
                "\"told\" takes true or false, and this is a text",
            ),
        ];
        for (text, reason) in table {
            let found = line(text.as_bytes(), &keys()).map_err(|mistake| mistake.reason);
            assert_eq!(found, Err(reason.to_owned()), "{text:?}");
        }
        let hint = |text: &str| {
            line(text.as_bytes(), &keys())
                .err()
                .and_then(|mistake| mistake.hint)
        };
        assert_eq!(
            hint("{\"dew\": 1}").as_deref(),
            Some("did you mean \"due\"?")
        );
        assert_eq!(
            hint("{\"customer\": 1}").as_deref(),
            Some("the keys are what, due, tag, needs, told")
        );
    }

    proptest! {
        #[test]
        fn whatever_a_line_holds(bytes: Vec<u8>) {
            let _ = line(&bytes, &keys());
        }

        #[test]
        fn texts_come_as_they_are(text: String, tags: Vec<String>) {
            let written = serde_json::json!({"what": text, "tag": tags}).to_string();
            let given = line(written.as_bytes(), &keys()).unwrap().unwrap();
            let mut expected = vec![("what".to_owned(), Some(text))];
            expected.extend(tags.into_iter().map(|tag| ("tag".to_owned(), Some(tag))));
            prop_assert_eq!(given, expected);
        }
    }
}
