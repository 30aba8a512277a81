//! What any program reads in a task: taken from it, compared, and kept for the next time.

use chrono::DateTime;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::domain::sync::{Due, Plain, Seen, Status};
use crate::exchange::ical::Todo;

/// What any program sees in a task.
#[must_use]
pub fn seen(todo: &Todo) -> Seen {
    Seen {
        what: todo.what.clone(),
        due: todo.due.clone(),
        status: Status::of(todo.state),
        completed_at: todo.settled_at,
        tags: todo.tags.clone(),
        needs: todo.needs.clone(),
        description: todo.notes.clone().unwrap_or_default(),
    }
}

/// The same, as it is compared.
#[must_use]
pub fn of(todo: &Todo) -> Plain {
    Plain::seen(&seen(todo))
}

/// What is kept of a task in the database.
#[must_use]
pub fn text(plain: &Plain) -> String {
    let due = match plain.due {
        None => Value::Null,
        Some(Due::Day(date)) => json!(date.to_string()),
        Some(Due::At(at)) => json!(at.timestamp()),
    };
    json!({
        "what": plain.what,
        "due": due,
        "status": plain.status.word(),
        "completed": plain.completed_at.map(|at| at.timestamp()),
        "tags": plain.tags,
        "needs": plain.needs.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "attends": plain.attends,
    })
    .to_string()
}

/// What was kept of one; nothing where it makes no sense.
#[must_use]
pub fn kept(text: &str) -> Option<Plain> {
    let value: Value = serde_json::from_str(text).ok()?;
    let due = match &value["due"] {
        Value::Null => None,
        Value::String(date) => Some(Due::Day(date.parse().ok()?)),
        at => Some(Due::At(DateTime::from_timestamp(at.as_i64()?, 0)?)),
    };
    let tags = value["tags"].as_array()?.iter();
    // These three are not kept by older versions.
    let completed = value["completed"].as_i64();
    let needs = value["needs"].as_array();
    Some(Plain {
        what: value["what"].as_str()?.to_owned(),
        due,
        status: Status::from_word(value["status"].as_str()?)?,
        completed_at: completed.and_then(|at| DateTime::from_timestamp(at, 0)),
        tags: tags
            .map(|tag| tag.as_str().map(str::to_owned))
            .collect::<Option<_>>()?,
        needs: needs
            .into_iter()
            .flatten()
            .map(|need| Uuid::try_parse(need.as_str()?).ok())
            .collect::<Option<_>>()?,
        attends: value["attends"].as_str().map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back() {
        let dues = [
            None,
            Some(Due::Day("2026-11-27".parse().unwrap())),
            Some(Due::At("2026-11-27T15:00:00Z".parse().unwrap())),
        ];
        for due in dues {
            let plain = Plain {
                what: "Send \"the\" quote".to_owned(),
                due,
                status: Status::Done,
                completed_at: Some("2026-11-26T15:00:00Z".parse().unwrap()),
                tags: ["a,b".to_owned(), "c".to_owned()].into(),
                needs: [Uuid::from_u128(3)].into(),
                attends: Some("Jane".to_owned()),
            };
            assert_eq!(kept(&text(&plain)), Some(plain));
        }
        let older = r#"{"what":"x","due":null,"status":"open","tags":[]}"#;
        let older = kept(older).unwrap();
        assert!(older.needs.is_empty() && older.completed_at.is_none());
        for nothing in ["", "{}", "[]", r#"{"what":1}"#] {
            assert_eq!(kept(nothing), None);
        }
    }
}
