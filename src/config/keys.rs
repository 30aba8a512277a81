//! What a declared setting is, and how paths find theirs.

use toml::Value;

use crate::config::declared::{KEYS, NAMED_TABLES};
use crate::config::entry::{Complaint, Entry};
use crate::config::parse::dotted;
use crate::config::settings::{Origin, Row, Settings};

/// One declared setting.
#[derive(Clone, Copy)]
pub struct Key {
    /// The dotted path; a part in angle brackets, as in `zones.<abbreviation>`, is open: it stands
    /// for a name that the user chooses.
    pub path: &'static str,
    /// What a value looks like, to follow "expected".
    pub expected: &'static str,
    /// What it does, in one or two sentences.
    pub doc: &'static str,
    /// The line that the default file shows where there is no default.
    pub(super) example: &'static str,
    pub(super) read: fn(&mut Settings, &Entry<'_>) -> Result<(), Complaint>,
    pub(super) show: fn(&Settings) -> Vec<Shown>,
}

/// Tables with an open part in their path.
pub(super) struct NamedTable {
    /// The open part, as it stands in the paths of its keys.
    pub(super) part: &'static str,
    /// The name that the default file shows in its place.
    pub(super) example: &'static str,
    /// The names that it can stand for, in the order in which they are shown; any name where
    /// there are none here.
    pub(super) names: &'static [&'static str],
    /// The last parts of the keys without which such a table means nothing.
    pub(super) needs: &'static [&'static str],
    /// What such a table is, in one or two sentences.
    pub(super) doc: &'static str,
}

/// A value of a setting as it is shown; the name only where the path of the key has an open part.
pub(super) struct Shown {
    pub(super) name: Option<String>,
    pub(super) value: Option<Value>,
    pub(super) origin: Origin,
}

/// What a path that stands in a file is.
pub(super) enum Place {
    /// A setting.
    Setting(&'static Key),
    /// A table that holds settings.
    Table,
    /// Neither.
    Unknown,
}

impl Key {
    /// The last part of the path.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// The path of the table that the setting stands in, empty where it stands in none.
    #[must_use]
    pub fn table(&self) -> &'static str {
        self.path.rsplit_once('.').map_or("", |(table, _)| table)
    }

    /// What is declared about the table that the setting stands in, where that has an open part.
    pub(super) fn named_table(&self) -> Option<&'static NamedTable> {
        self.table().split('.').find_map(named_table)
    }

    /// Whether the table that the setting stands in means nothing without it.
    pub(super) fn is_needed(&self) -> bool {
        let table = self.named_table();
        table.is_some_and(|table| table.needs.contains(&self.name()))
    }

    /// Whether the setting stands in this table and nowhere deeper.
    pub(super) fn is_in(&self, table: &[&str]) -> bool {
        self.depth() == table.len() + 1 && self.begins_with(table)
    }

    /// Whether the setting stands in a table that stands in this one.
    pub(super) fn leads_through(&self, table: &[&str]) -> bool {
        self.depth() > table.len() + 1 && self.begins_with(table)
    }

    /// Whether a path is this one or leads to it.
    fn begins_with(&self, path: &[&str]) -> bool {
        let mut parts = self.path.split('.');
        path.iter().all(|name| {
            let part = parts.next();
            part.is_some_and(|part| fits(part, name))
        })
    }

    fn depth(&self) -> usize {
        self.path.split('.').count()
    }

    /// The row of this key for one of its values.
    fn row(&self, shown: Shown) -> Row {
        let part = |part: &str| match &shown.name {
            Some(name) if is_open(part) => dotted(&[name]),
            _ => part.to_owned(),
        };
        Row {
            key: self.path.split('.').map(part).collect::<Vec<_>>().join("."),
            value: shown.value,
            origin: shown.origin,
        }
    }

    fn default_value(&self) -> Option<Value> {
        let shown = (self.show)(&Settings::default());
        shown.into_iter().find_map(|shown| shown.value)
    }

    /// The line that sets this key to its default, or an example where there is none.
    pub(super) fn line(&self) -> String {
        match self.default_value() {
            Some(value) => format!("{} = {value}", self.name()),
            None => self.example.to_owned(),
        }
    }

    /// Whether the setting has a value before anybody sets one.
    pub(super) fn has_default(&self) -> bool {
        self.default_value().is_some()
    }
}

/// Whether a part of a path stands for a name.
pub(super) fn is_open(part: &str) -> bool {
    part.starts_with('<')
}

/// What is declared about the tables with this open part.
pub(super) fn named_table(part: &str) -> Option<&'static NamedTable> {
    NAMED_TABLES.iter().find(|table| table.part == part)
}

/// Whether a name can stand where a part is declared.
fn fits(part: &str, name: &str) -> bool {
    if !is_open(part) {
        return part == name;
    }
    let names = named_table(part).map_or_else(Default::default, |table| table.names);
    names.is_empty()
        || names
            .iter()
            .any(|fitting| fitting.eq_ignore_ascii_case(name))
}

/// The rows of the keys of one table. Those of one name stand together, where there are names.
pub(super) fn rows_of_table(table: &[Key], settings: &Settings) -> Vec<Row> {
    let names = table.first().and_then(Key::named_table);
    let names = names.map_or_else(Default::default, |table| table.names);
    let mut rows: Vec<(&Key, Shown)> = Vec::new();
    for key in table {
        rows.extend((key.show)(settings).into_iter().map(|shown| (key, shown)));
    }
    rows.sort_by_cached_key(|(_, shown)| {
        let name = shown.name.clone();
        (
            names
                .iter()
                .position(|known| name.as_deref() == Some(known)),
            name,
        )
    });
    rows.into_iter()
        .map(|(key, shown)| key.row(shown))
        .collect()
}

/// Every setting there is, table by table, in the order in which they are shown.
#[must_use]
pub fn keys() -> &'static [Key] {
    &KEYS
}

/// What stands at a path.
pub(super) fn place(path: &[&str]) -> Place {
    let mut fitting = KEYS.iter().filter(|key| key.begins_with(path)).peekable();
    if fitting.peek().is_none() {
        return Place::Unknown;
    }
    fitting
        .find(|key| key.depth() == path.len())
        .map_or(Place::Table, Place::Setting)
}

/// The settings without which the table at a path means nothing.
pub(super) fn needed_in(table: &[&str]) -> impl Iterator<Item = &'static Key> {
    KEYS.iter()
        .filter(|key| key.is_needed() && key.is_in(table))
}
