//! To whom a task is promised that another program made.

use crate::domain::person::fold;

/// The name that a task gives by one of the patterns, in their order. `known` tells whether a name
/// is somebody's; among names without an end in the pattern the longest known one counts, or else
/// the first word, in which "_" stands for a space.
pub fn named<E>(
    what: &str,
    patterns: &[String],
    known: &mut dyn FnMut(&str) -> Result<bool, E>,
) -> Result<Option<String>, E> {
    for pattern in patterns {
        let Some((before, after)) = pattern.split_once("NAME") else {
            continue;
        };
        for rest in beginnings(what, before) {
            let name = if after.is_empty() {
                open_end(rest, known)?
            } else {
                rest.split_once(after).map(|(name, _)| name.trim())
            };
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                return Ok(Some(name.replace('_', " ")));
            }
        }
    }
    Ok(None)
}

/// The rests of a text after each place where a word begins with something, whatever its case.
fn beginnings<'t>(text: &'t str, with: &str) -> Vec<&'t str> {
    let mut rests = Vec::new();
    let mut at_word = true;
    for (place, char) in text.char_indices() {
        let end = place + with.len();
        let begins = text.get(place..end);
        if at_word && begins.is_some_and(|begins| begins.to_lowercase() == with.to_lowercase()) {
            rests.extend(text.get(end..));
        }
        at_word = char.is_whitespace() || matches!(char, '(' | '[');
    }
    rests
}

/// The longest run of words that is a known name, or else the first word.
fn open_end<'t, E>(
    rest: &'t str,
    known: &mut dyn FnMut(&str) -> Result<bool, E>,
) -> Result<Option<&'t str>, E> {
    const MOST_WORDS: usize = 6;
    if rest.starts_with(char::is_whitespace) {
        return Ok(None);
    }
    let trimmed = |text: &'t str| text.trim_end_matches(|char| ".,;:!?)]".contains(char));
    let ends: Vec<usize> = rest
        .char_indices()
        .filter(|(_, char)| char.is_whitespace())
        .map(|(place, _)| place)
        .chain([rest.len()])
        .take(MOST_WORDS)
        .collect();
    for end in ends.iter().rev() {
        let name = trimmed(rest.get(..*end).unwrap_or_default());
        if !fold(name).is_empty() && known(name)? {
            return Ok(Some(name));
        }
    }
    Ok(ends.first().and_then(|end| rest.get(..*end)).map(trimmed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let patterns = ["@NAME", "to NAME:", "(NAME)"].map(str::to_owned);
        let table = [
            ("Call back @Jane", Some("Jane")),
            ("Call back @Jane Ortiz about it", Some("Jane Ortiz")),
            ("Call @Bob about @Jane Ortiz", Some("Bob")),
            ("@Jane_Smith: call", Some("Jane Smith")),
            ("to Beta Corp: send it", Some("Beta Corp")),
            ("To Beta Corp: send it", Some("Beta Corp")),
            ("Send it (Ann Lee)", Some("Ann Lee")),
            ("Mail jane@example.org", None),
            ("Send it to the office", None),
            ("@ five", None),
            ("to : x", None),
            ("", None),
            ("ẞ @Ünal.", Some("Ünal")),
        ];
        for (what, name) in table {
            let mut known = |name: &str| Ok::<_, ()>(fold(name) == "jane ortiz");
            let found = named(what, &patterns, &mut known).unwrap();
            assert_eq!(found.as_deref(), name, "{what}");
        }
    }
}
