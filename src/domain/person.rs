//! People: whom promises are made to, and from whom they come.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;

/// What stands for a text that was erased.
pub const ERASED: &str = "(forgotten)";

/// A person as their events have made them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person's number on this machine.
    pub id: i64,
    /// The identity for interchange.
    pub uuid: Uuid,
    /// The name as typed.
    pub name: String,
    /// Whether the entry stands; not so once the step that recorded it is undone.
    pub known: bool,
    /// The firm or body they speak for.
    pub organisation: Option<String>,
    /// The IANA name of the time zone they live in.
    pub zone: Option<String>,
    /// An address for mail.
    pub email: Option<String>,
    /// A number to call.
    pub phone: Option<String>,
    /// Something to remember of them.
    pub note: Option<String>,
    /// Who they turned out to be.
    pub merged_into: Option<Uuid>,
    /// Whether everything that was known of them is erased.
    pub forgotten: bool,
    /// Other names they go by.
    pub aliases: BTreeSet<String>,
    /// When they were recorded.
    pub recorded_at: DateTime<Utc>,
}

impl Person {
    /// A person with a name and nothing else.
    #[must_use]
    pub fn named(name: &str, uuid: Uuid, recorded_at: DateTime<Utc>) -> Self {
        Self {
            id: 0,
            uuid,
            name: name.to_owned(),
            known: true,
            organisation: None,
            zone: None,
            email: None,
            phone: None,
            note: None,
            merged_into: None,
            forgotten: false,
            aliases: BTreeSet::new(),
            recorded_at,
        }
    }

    /// The name and the aliases, folded for comparison.
    #[must_use]
    pub fn folded_names(&self) -> BTreeSet<String> {
        std::iter::once(&self.name)
            .chain(&self.aliases)
            .map(|name| fold(name))
            .collect()
    }
}

/// The form in which names are compared: without regard to case and spacing, nor to how accents
/// are encoded (Unicode normalization form C).
#[must_use]
pub fn fold(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").nfc().collect()
}

/// The name as a shell takes it for one word, for commands that a message proposes.
#[must_use]
pub fn as_argument(name: &str) -> String {
    let plain = |char: char| char.is_alphanumeric() || " -_.@+".contains(char);
    if name.chars().all(plain) {
        format!("\"{name}\"")
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}

/// Whether one is part of the other ("jane", "ortiz"), or both end with the same surname while
/// one has no first name but a title ("mr ortiz").
fn share_a_name(one: &str, other: &str) -> bool {
    const TITLES: [&str; 8] = ["mr", "mrs", "ms", "dr", "herr", "frau", "mme", "prof"];
    let words = |name: &str| -> Vec<String> {
        name.split([' ', '.'])
            .filter(|word| !word.is_empty() && !TITLES.contains(word))
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// How far two folded names are apart, where one may be the other, mistyped or cut short: the
/// slips of a finger first, then a first name alone.
#[must_use]
pub fn closeness(one: &str, other: &str) -> Option<usize> {
    const CUT_SHORT: usize = 100;
    if one != other && share_a_name(one, other) {
        return Some(CUT_SHORT);
    }
    let without_digits = |name: &str| name.replace(|char: char| char.is_ascii_digit(), "");
    if without_digits(one) == without_digits(other) {
        // "Customer 1" and "Customer 2" are told apart by their numbers.
        return None;
    }
    let (length, other_length) = (one.chars().count(), other.chars().count());
    let allowed = match length.max(other_length) {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if one == other || length.abs_diff(other_length) > allowed {
        return None;
    }
    Some(strsim::damerau_levenshtein(one, other)).filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        let table = [
            ("Jane Ortiz", "jane ortiz"),
            ("  JANE\tortiz ", "jane ortiz"),
            ("Ünal ÖZ", "ünal öz"),
            ("Jose\u{301}", "jos\u{e9}"),
        ];
        for (name, folded) in table {
            assert_eq!(fold(name), folded);
        }
    }

    #[test]
    fn arguments() {
        let table = [
            ("Jane Ortiz", "\"Jane Ortiz\""),
            ("O'Neil $(x)", "'O'\\''Neil $(x)'"),
        ];
        for (name, argument) in table {
            assert_eq!(as_argument(name), argument);
        }
    }

    #[test]
    fn close_names() {
        let table = [
            ("jane ortiz", "jane ortis", Some(1)),
            ("jane ortiz", "jane ortiz", None),
            ("jane ortiz", "jnae ortiz", Some(1)),
            ("jane ortiz", "john smith", None),
            ("bob", "rob", None),
            ("anna", "anne", Some(1)),
            ("jane", "jane ortiz", Some(100)),
            ("jane ortiz", "jane", Some(100)),
            ("jan", "jane ortiz", None),
            ("novak", "jim novak", Some(100)),
            ("mr novak", "jim novak", Some(100)),
            ("customer 1", "customer 2", None),
        ];
        for (one, other, close) in table {
            assert_eq!(closeness(one, other), close, "{one} and {other}");
        }
    }
}
