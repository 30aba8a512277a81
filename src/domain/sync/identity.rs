//! Identities that two machines give the same thing without asking each other.

use uuid::{Builder, Uuid};

use crate::domain::event::Value;
use crate::domain::record::EventRecord;

/// The UUID of what these parts name: of version 8, from their FNV-1a hash of 128 bits
/// (<https://www.rfc-editor.org/rfc/rfc9923>). It is no secret and keeps none.
#[must_use]
pub fn identity(parts: &[&str]) -> Uuid {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut hash = BASIS;
    for part in parts {
        // With its length, so that no two lists differ only in where one part ends.
        let length = (part.len() as u64).to_le_bytes();
        for byte in length.iter().chain(part.as_bytes()) {
            hash = (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    }
    Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid()
}

/// The promise that a UID of RFC 5545 stands for: the UUID that it is, or one made of it.
#[must_use]
pub fn of_uid(uid: &str) -> Uuid {
    let written = Uuid::try_parse(uid).ok().filter(|_| uid.len() == 36);
    written.unwrap_or_else(|| identity(&["uid", uid]))
}

/// The identity of an event that was found out, not recorded: whoever finds out the same gives it
/// the same one.
#[must_use]
pub fn of_event(promise: Uuid, rank: i64, event: &EventRecord) -> Uuid {
    let mut parts = vec![
        promise.to_string(),
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
    identity(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_has_the_same_identity_for_ever() {
        let table = [
            (
                "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
                "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
            ),
            (
                "6BA7B810-9DAD-41D1-80B4-00C04FD430C8",
                "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
            ),
        ];
        for (uid, uuid) in table {
            assert_eq!(of_uid(uid).to_string(), uuid);
        }
        let made = of_uid("19970901T130000Z-123401@example.com");
        assert_eq!(made.get_version_num(), 8);
        assert_eq!(made, of_uid("19970901T130000Z-123401@example.com"));
        assert_ne!(made, of_uid("19970901T130000Z-123402@example.com"));
        assert_ne!(identity(&["ab", "c"]), identity(&["a", "bc"]));
    }
}
