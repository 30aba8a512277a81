//! What the configuration has to ask of others.

use crate::domain::reminder::Lead;

/// Judges of the values that belong to layers which the configuration does not use.
#[derive(Clone, Copy)]
pub struct Checks<'a> {
    /// Whether a time zone of this name exists.
    pub zone: &'a dyn Fn(&str) -> bool,
    /// The names of all zones, to find the one that was meant; asked only when one is wrong.
    pub zone_names: &'a dyn Fn() -> Vec<String>,
    /// Whether a deadline phrase is understood; the reason where it is not.
    pub phrase: &'a dyn Fn(&str) -> Result<(), String>,
    /// An amount of work in minutes; the reason where it is not understood.
    pub minutes: &'a dyn Fn(&str) -> Result<u32, String>,
    /// A lead time; the reason where it is not understood.
    pub lead: &'a dyn Fn(&str) -> Result<Lead, String>,
    /// The fields that can be columns.
    pub fields: &'a [&'a str],
    /// The fields that can be sorted by.
    pub sort_fields: &'a [&'a str],
}
