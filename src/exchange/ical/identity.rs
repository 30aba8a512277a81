//! The identity of a promise that another program named.

use uuid::Uuid;

/// The UUID that a `UID` stands for: itself where it is one, whatever its case; otherwise one
/// that follows from its text (version 5 of RFC 9562), the same on every machine.
#[must_use]
pub fn identity(uid: &str) -> Uuid {
    let uid = uid.trim();
    Uuid::try_parse(uid)
        .unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("ical:{uid}").as_bytes()))
}
