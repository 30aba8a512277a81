//! The settings in effect, each with where it comes from.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use chrono::Weekday;
use toml::Value;

use crate::config::hooks::Hooks;
use crate::config::interval::Interval;
use crate::config::keys::{keys, rows_of_table};
use crate::config::parts::{CapacityParts, StandardParts, Workday};
use crate::domain::calendar::DateOrder;
use crate::domain::capacity::Capacity;
use crate::domain::reminder::Lead;
use crate::domain::standard::Standard;
use crate::domain::working_time::WorkingTime;

/// Where the value of a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program's own default.
    Default,
    /// The config file, at this line.
    File(usize),
    /// An environment variable of this name.
    Environment(&'static str),
    /// The operating system.
    System,
    /// A flag of this name.
    Flag(&'static str),
}

impl Origin {
    /// The kind of the origin in one word, for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::File(_) => "file",
            Self::Environment(_) => "environment",
            Self::System => "system",
            Self::Flag(_) => "flag",
        }
    }

    /// The line of the config file, where it is one.
    #[must_use]
    pub fn line(self) -> Option<usize> {
        match self {
            Self::File(line) => Some(line),
            _ => None,
        }
    }
}

impl Display for Origin {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => formatter.write_str("default"),
            Self::File(line) => write!(formatter, "config file, line {line}"),
            Self::Environment(name) => write!(formatter, "environment, {name}"),
            Self::System => formatter.write_str("system"),
            Self::Flag(name) => write!(formatter, "flag, {name}"),
        }
    }
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// What is in effect.
    pub value: T,
    /// Where that was said.
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// A value that nobody has set.
    pub(super) fn default(value: T) -> Self {
        Self {
            value,
            origin: Origin::Default,
        }
    }
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Columns for people.
    Table,
    /// One record a line, separated by tabs.
    Plain,
    /// One JSON value.
    Json,
    /// One JSON value a line.
    JsonLines,
    /// Comma-separated values.
    Csv,
    /// A table as GitHub Flavored Markdown.
    Markdown,
    /// A page for a browser.
    Html,
}

/// When output is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// On a terminal that has not asked for none.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Every setting in effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whose promises these are.
    pub me: Setting<Option<String>>,
    /// The name of the zone that deadlines are read in.
    pub time_zone: Setting<Option<String>>,
    /// How a date written with slashes is read.
    pub date_order: Setting<Option<DateOrder>>,
    /// The day that weeks begin on.
    pub week_start: Setting<Weekday>,
    /// The causes that a broken, late or rescheduled promise can have.
    pub causes: Setting<Vec<String>>,
    /// What abbreviations of zones mean: upper case to IANA name.
    pub zones: BTreeMap<String, String>,
    /// Working days and hours, put together from the whole of `[workday]`.
    pub work: WorkingTime,
    /// How far ahead `due` looks, as a phrase; without one, to the end of the next working day.
    pub due_horizon: Setting<Option<String>>,
    /// The deadline of a promise that is added without one, as a phrase.
    pub due_default: Setting<Option<String>>,
    /// When customers are asked whether a kept promise satisfied them, as a phrase.
    pub check_after: Setting<Option<String>>,
    /// How long before a deadline it is spoken of, unless the promise has leads of its own.
    pub remind_before: Setting<Vec<Lead>>,
    /// Rules of service by name, put together from `[standard.NAME]`.
    pub standards: BTreeMap<String, Standard>,
    /// How much a day can hold, put together from the whole of `[capacity]`.
    pub capacity: Capacity,
    /// The columns of `list`.
    pub list_columns: Setting<Vec<String>>,
    /// The field that `list` sorts by.
    pub list_sort: Setting<String>,
    /// How results are printed.
    pub format: Setting<Format>,
    /// When output is coloured.
    pub color: Setting<Color>,
    /// Whether times are shown as 15:30 rather than 3:30 pm.
    pub clock_24h: Setting<bool>,
    /// Programs that run after something was recorded.
    pub hooks: Hooks,
    /// How many automatic backups are kept.
    pub backup_keep: Setting<u32>,
    /// How long there is none after the last.
    pub backup_every: Setting<Interval>,
    /// The folder of tasks that promises are synced with, as the file writes it.
    pub sync_vdir: Setting<Option<String>>,
    /// To whom a task is promised that names nobody.
    pub sync_to: Setting<Option<String>>,
    /// How a task names its person: patterns with NAME in them.
    pub sync_names: Setting<Vec<String>>,
    /// How long what is settled stays there.
    pub sync_settled: Setting<Interval>,
    pub(super) zone_lines: BTreeMap<String, usize>,
    pub(super) workday: Workday,
    pub(super) capacity_parts: CapacityParts,
    pub(super) standard_parts: BTreeMap<String, StandardParts>,
}

/// What breaks most promises.
const DEFAULT_CAUSES: [&str; 8] = [
    "overbooked",
    "not-scheduled",
    "waiting-on-others",
    "underestimated",
    "forgot",
    "handed-off-badly",
    "customer-changed",
    "other",
];

/// "Call back @Jane", "to Jane: call back".
const DEFAULT_PATTERNS: [&str; 2] = ["@NAME", "to NAME:"];

/// Early enough to do something about it, and once more before it is too late.
const DEFAULT_LEADS: [Lead; 2] = [Lead::WorkingDays(1), Lead::Minutes(30)];

impl Default for Settings {
    fn default() -> Self {
        let work = WorkingTime::default();
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ];
        let workday = Workday::of(&days, &work);
        let columns = ["id", "due", "to", "from", "what"];
        Self {
            me: Setting::default(None),
            time_zone: Setting::default(None),
            date_order: Setting::default(None),
            week_start: Setting::default(Weekday::Mon),
            causes: Setting::default(DEFAULT_CAUSES.map(str::to_owned).to_vec()),
            zones: BTreeMap::new(),
            work,
            due_horizon: Setting::default(None),
            due_default: Setting::default(None),
            check_after: Setting::default(None),
            remind_before: Setting::default(DEFAULT_LEADS.to_vec()),
            standards: BTreeMap::new(),
            capacity: Capacity::default(),
            list_columns: Setting::default(columns.map(str::to_owned).to_vec()),
            list_sort: Setting::default("due".to_owned()),
            format: Setting::default(Format::Table),
            color: Setting::default(Color::Auto),
            clock_24h: Setting::default(true),
            hooks: Hooks::default(),
            backup_keep: Setting::default(10),
            backup_every: Setting::default(Interval::daily()),
            sync_vdir: Setting::default(None),
            sync_to: Setting::default(None),
            sync_names: Setting::default(DEFAULT_PATTERNS.map(str::to_owned).to_vec()),
            sync_settled: Setting::default(Interval::monthly()),
            zone_lines: BTreeMap::new(),
            workday,
            capacity_parts: CapacityParts::default(),
            standard_parts: BTreeMap::new(),
        }
    }
}

/// One line of `promise config`.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The dotted key.
    pub key: String,
    /// The value in effect; nothing where there is none.
    pub value: Option<Value>,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Row {
    /// The value as it would be written in the config file.
    #[must_use]
    pub fn toml(&self) -> Option<String> {
        self.value.as_ref().map(Value::to_string)
    }
}

impl Settings {
    /// The parts of a standard.
    pub(super) fn standard(&mut self, name: String) -> &mut StandardParts {
        self.standard_parts.entry(name).or_default()
    }

    /// Every setting in effect, in the order of the default file.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        keys()
            .chunk_by(|key, next| key.table() == next.table())
            .flat_map(|table| rows_of_table(table, self))
            .collect()
    }
}
