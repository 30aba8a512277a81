//! What the columns of a spreadsheet can say, and the names for it.

use crate::query::Field;

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The description.
    What,
    /// The person it is made to.
    To,
    /// The person it comes from.
    From,
    /// The deadline.
    Due,
    /// Whether that is a whole day.
    DueWholeDay,
    /// Its zone.
    Zone,
    /// When it was made.
    Made,
    /// What became of it.
    State,
    /// When it was settled.
    Settled,
    /// The colleague who answers for it.
    Owner,
    /// The channel.
    Via,
    /// Tags.
    Tags,
    /// The work it takes.
    Effort,
    /// Notes.
    Notes,
    /// A script's own key.
    Key,
    /// The identity.
    Uuid,
    /// The standard.
    Standard,
    /// How it repeats.
    Every,
    /// The last day that it may repeat on.
    Until,
    /// How often it repeats in all.
    Times,
    /// When to remind of it.
    Remind,
    /// What it depends on.
    Needs,
    /// What is worked out, or belongs to the history: left out.
    LeftOut,
}

/// The words for a column; the first is the one for `--map`.
pub(super) const NAMES: [(Column, &[&str]); 22] = [
    (
        Column::What,
        &[
            "what",
            "subject",
            "description",
            "task",
            "title",
            "summary",
            "promise",
            "item",
            "todo",
        ],
    ),
    (
        Column::To,
        &[
            "to",
            "customer",
            "client",
            "person",
            "contact",
            "who",
            "to whom",
            "promised to",
            "for",
        ],
    ),
    (
        Column::From,
        &[
            "from",
            "waiting on",
            "waiting for",
            "promised by",
            "supplier",
            "vendor",
        ],
    ),
    (
        Column::Due,
        &[
            "due", "deadline", "due date", "due at", "due by", "due on", "by", "by when",
        ],
    ),
    (Column::DueWholeDay, &["due_whole_day"]),
    (Column::Zone, &["zone", "time zone", "timezone"]),
    (
        Column::Made,
        &[
            "made",
            "made_at",
            "made on",
            "created",
            "created at",
            "created on",
            "creation date",
            "date created",
            "promised on",
            "entry",
        ],
    ),
    (Column::State, &["state", "status", "done"]),
    (
        Column::Settled,
        &[
            "settled",
            "settled_at",
            "completed",
            "completed at",
            "completed on",
            "completion date",
            "date completed",
            "closed",
            "closed at",
            "closed on",
            "done on",
            "finished",
            "end",
        ],
    ),
    (
        Column::Owner,
        &["owner", "assignee", "assigned to", "responsible", "agent"],
    ),
    (Column::Via, &["via", "channel"]),
    (
        Column::Tags,
        &[
            "tags",
            "tag",
            "labels",
            "label",
            "category",
            "categories",
            "project",
        ],
    ),
    (
        Column::Effort,
        &["effort", "effort_minutes", "estimate", "duration"],
    ),
    (
        Column::Notes,
        &["notes", "note", "comment", "comments", "remark", "remarks"],
    ),
    (Column::Key, &["key", "reference", "ref", "ticket"]),
    (Column::Uuid, &["uuid", "uid"]),
    (Column::Standard, &["standard"]),
    (Column::Every, &["every", "repeats", "recurrence"]),
    (Column::Until, &["every_until", "until"]),
    (Column::Times, &["every_times", "times"]),
    (Column::Remind, &["remind", "reminder", "reminders"]),
    (Column::Needs, &["needs", "depends", "depends on"]),
];

impl Column {
    /// The column that a header names, if it is a name that is known.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = plain(name);
        let known = |words: &&[&str]| words.iter().any(|word| plain(word) == name);
        let found = NAMES
            .iter()
            .find(|(_, words)| known(words))
            .map(|(column, _)| *column);
        let is_ours = || Field::ALL.iter().any(|field| plain(field.word()) == name);
        found.or_else(|| is_ours().then_some(Self::LeftOut))
    }

    /// The name for `--map`.
    #[must_use]
    pub fn word(self) -> &'static str {
        let names = NAMES.iter().find(|(column, _)| *column == self);
        names
            .and_then(|(_, words)| words.first())
            .copied()
            .unwrap_or_default()
    }

    /// Whether several columns may say it together.
    pub(super) fn is_many(self) -> bool {
        matches!(self, Self::Tags | Self::Notes | Self::LeftOut)
    }
}

/// A name as it is compared: small letters, and blanks for whatever else is between words.
pub(super) fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
