//! What was probably meant by what was typed.

use strsim::damerau_levenshtein;

use crate::config::keys::{Key, NamedTable, keys, named_table};

/// The shortest beginning of a word that counts as a hint at the whole.
const TELLING_PREFIX: usize = 3;

/// The longest word that is compared, in bytes: distance costs the product of the lengths, and no
/// name is this long.
const LONGEST_COMPARED: usize = 100;

/// The candidate that a misspelt word is closest to, or that it alone begins; unless none is close.
pub fn nearest<'c>(typed: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if typed.len() > LONGEST_COMPARED {
        return None;
    }
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    // One slip in three letters: more, and the suggestion is a guess.
    let cutoff = (length / 3).max(1);
    let mut near: Option<(usize, &str)> = None;
    let mut begun = Vec::new();
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        let distance = damerau_levenshtein(&typed, &lower);
        if distance <= cutoff && near.is_none_or(|(least, _)| distance < least) {
            near = Some((distance, candidate));
        }
        if length >= TELLING_PREFIX && lower.starts_with(&typed) {
            begun.push(candidate);
        }
    }
    match (near, begun.as_slice()) {
        (Some((_, candidate)), _) | (None, &[candidate]) => Some(candidate),
        _ => None,
    }
}

/// "did you mean …?" with what is already marked up as it should be typed.
pub(super) fn did_you_mean(what: &str) -> String {
    format!("did you mean {what}?")
}

/// "did you mean …?" for a text value.
pub(super) fn nearest_text<'c>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<String> {
    nearest(typed, candidates).map(|candidate| did_you_mean(&format!("\"{candidate}\"")))
}

/// What to say about a key that does not exist, in a table that does.
pub(super) fn for_unknown(path: &[&str], is_table: bool) -> String {
    let Some((last, table)) = path.split_last() else {
        return String::new();
    };
    if table.is_empty() && is_table {
        return for_unknown_table(last);
    }
    let siblings = || keys().iter().filter(|key| key.is_in(table));
    if let Some(name) = nearest(last, siblings().map(Key::name)) {
        let whole = [table, &[name]].concat().join(".");
        return did_you_mean(&format!("\"{whole}\""));
    }
    if let Some(name) = nearest(
        last,
        named_tables_in(table).flat_map(|inner| inner.names.iter().copied()),
    ) {
        return did_you_mean(&format!("[{}]", [table, &[name]].concat().join(".")));
    }
    if let Some(key) = keys().iter().find(|key| key.name() == *last) {
        let place = match key.path.rsplit_once('.') {
            Some((table, _)) => format!("in [{table}]"),
            None => "above the first [table]".to_owned(),
        };
        return format!("did you mean \"{}\"? It stands {place}", key.path);
    }
    if table.is_empty()
        && let Some(table) = nearest(last, tables())
    {
        return did_you_mean(&format!("[{table}]"));
    }
    let mut names: Vec<String> = siblings().map(|key| key.name().to_owned()).collect();
    if table.is_empty() {
        return format!("the settings outside a table are {}", listed(names));
    }
    let table_name = table.join(".");
    names.extend(named_tables_in(table).map(|inner| format!("[{table_name}.{}]", inner.part)));
    format!("[{table_name}] takes {}", listed(names))
}

/// What to say about a value that stands where a table is declared.
pub(super) fn for_no_table(path: &[&str]) -> Option<String> {
    let (last, table) = path.split_last().filter(|(_, table)| !table.is_empty())?;
    let meant = |key: &&Key| key.leads_through(table) && key.name() == *last;
    let key = keys().iter().find(meant)?;
    Some(did_you_mean(&format!("\"{}\"", key.path)))
}

/// The declarations of the tables in this one that the user gives names to, each once.
fn named_tables_in(table: &[&str]) -> impl Iterator<Item = &'static NamedTable> {
    let inner = keys().iter().filter(|key| key.leads_through(table));
    let mut parts: Vec<&str> = inner
        .filter_map(|key| key.path.split('.').nth(table.len()))
        .collect();
    parts.dedup();
    parts.into_iter().filter_map(named_table)
}

fn for_unknown_table(name: &str) -> String {
    if let Some(table) = nearest(name, tables()) {
        return did_you_mean(&format!("[{table}]"));
    }
    let names = tables().into_iter().map(|table| format!("[{table}]"));
    format!("the tables are {}", listed(names.collect()))
}

/// The first names of all declared tables, in order.
fn tables() -> Vec<&'static str> {
    let mut tables: Vec<&str> = keys()
        .iter()
        .filter_map(|key| key.path.split_once('.'))
        .map(|(table, _)| table)
        .collect();
    tables.dedup();
    tables
}

/// "a, b and c".
pub(super) fn listed(mut names: Vec<String>) -> String {
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_near() {
        let table = [
            ("horizn", Some("horizon")),
            ("HORIZON", Some("horizon")),
            ("hroizon", Some("horizon")),
            ("hor", Some("horizon")),
            ("defualt", Some("default")),
            ("horse", None),
            ("us", None),
            ("", None),
            ("defa", Some("default")),
        ];
        for (typed, expected) in table {
            assert_eq!(nearest(typed, ["default", "horizon"]), expected, "{typed}");
        }
    }

    #[test]
    fn a_beginning_that_several_share_suggests_none() {
        assert_eq!(nearest("America", ["America/Adak", "America/Lima"]), None);
        assert_eq!(nearest(&"a".repeat(101), ["a".repeat(101).as_str()]), None);
    }

    #[test]
    fn lists_read_right() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(listed(names(&[])), "");
        assert_eq!(listed(names(&["a"])), "a");
        assert_eq!(listed(names(&["a", "b"])), "a and b");
        assert_eq!(listed(names(&["a", "b", "c"])), "a, b and c");
    }
}
