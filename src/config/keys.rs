//! What a declared setting is, and how paths find theirs.

use toml::Value;

use crate::config::declared::KEYS;
use crate::config::entry::{Complaint, Entry};
use crate::config::settings::{Origin, Row, Settings};

/// One declared setting.
pub struct Key {
    /// The dotted path; a `*` in it stands for any name.
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

/// A value of a setting as it is shown; the name only where the key is declared as `*`.
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

    /// Whether the setting stands in this table and nowhere deeper.
    pub(super) fn is_in(&self, table: &[&str]) -> bool {
        self.depth() == table.len() + 1 && self.begins_with(table)
    }

    /// Whether a path is this one or leads to it.
    fn begins_with(&self, path: &[&str]) -> bool {
        let mut parts = self.path.split('.');
        path.iter().all(|name| {
            let part = parts.next();
            part.is_some_and(|part| part == "*" || part == *name)
        })
    }

    fn depth(&self) -> usize {
        self.path.split('.').count()
    }

    /// The rows of this key in some settings: one, or as many as there are where it is open.
    pub(super) fn rows(&self, settings: &Settings) -> Vec<Row> {
        let row = |shown: Shown| Row {
            key: match shown.name {
                Some(name) => self.path.replace('*', &name),
                None => self.path.to_owned(),
            },
            value: shown.value,
            origin: shown.origin,
        };
        (self.show)(settings).into_iter().map(row).collect()
    }

    /// The line that sets this key to its default, or an example where there is none.
    pub(super) fn line(&self) -> String {
        match self.rows(&Settings::default()).first() {
            Some(Row {
                value: Some(value), ..
            }) => format!("{} = {value}", self.name()),
            _ => self.example.to_owned(),
        }
    }

    /// Whether the setting has a value before anybody sets one.
    pub(super) fn has_default(&self) -> bool {
        let rows = self.rows(&Settings::default());
        rows.iter().any(|row| row.value.is_some())
    }
}

/// Every setting there is, table by table, in the order in which they are shown.
#[must_use]
pub fn keys() -> &'static [Key] {
    KEYS
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
