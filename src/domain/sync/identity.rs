//! Identities that two machines give the same thing without asking each other.

use uuid::Uuid;

use crate::domain::event::Value;
use crate::domain::record::EventRecord;

/// The UUID of what these parts name within a space: version 5 of RFC 9562.
#[must_use]
pub fn identity(space: Uuid, parts: &[&str]) -> Uuid {
    let mut name = Vec::new();
    for part in parts {
        // With its length, so that no two lists differ only in where one part ends.
        name.extend_from_slice(&(part.len() as u64).to_le_bytes());
        name.extend_from_slice(part.as_bytes());
    }
    Uuid::new_v5(&space, &name)
}

/// The identity of an event that was found out, not recorded: whoever finds out the same gives it
/// the same one.
#[must_use]
pub fn of_event(promise: Uuid, rank: i64, event: &EventRecord) -> Uuid {
    let mut parts = vec![
        rank.to_string(),
        event.at.timestamp().to_string(),
        event.kind.word().to_owned(),
        event.text.clone().unwrap_or_default(),
    ];
    for change in &event.changes {
        parts.push(change.field.word().to_owned());
        for value in [&change.old, &change.new] {
            parts.push(match value {
                None => "-".to_owned(),
                Some(Value::Text(text)) => format!("t{text}"),
                Some(Value::Number(number)) => format!("n{number}"),
            });
        }
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    identity(promise, &parts)
}

/// The identity of an occurrence of a series, so that two machines that open the next one open
/// the same.
#[must_use]
pub fn of_occurrence(series: Uuid, occurrence: u32, attempt: u32) -> Uuid {
    let (occurrence, attempt) = (occurrence.to_string(), attempt.to_string());
    identity(series, &["occurrence", &occurrence, &attempt])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart() {
        let space = Uuid::NAMESPACE_OID;
        let same = identity(space, &["ab", "c"]);
        assert_eq!(same, identity(space, &["ab", "c"]));
        assert_eq!(same.get_version_num(), 5);
        for other in [&["a", "bc"][..], &["abc"], &["ab", "c", ""]] {
            assert_ne!(same, identity(space, other));
        }
        assert_ne!(same, identity(Uuid::NAMESPACE_URL, &["ab", "c"]));
        // For ever the same: what is out there was made with it.
        assert_eq!(
            of_occurrence(space, 2, 0).to_string(),
            of_occurrence(space, 2, 0).to_string()
        );
        assert_ne!(of_occurrence(space, 2, 0), of_occurrence(space, 2, 1));
    }
}
