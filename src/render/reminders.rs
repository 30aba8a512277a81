//! Reminders, for people, programs and the desktop.

use serde_json::{Value, json};

use crate::domain::promise::Direction;
use crate::domain::reminder::{About, Milestone, Stage};
use crate::query::Field;
use crate::render::cells::Cells;
use crate::render::due::Row;
use crate::render::harmless::harmless;
use crate::render::table::sections;
use crate::render::{Look, View, rfc3339};

/// What is said of one promise.
#[derive(Clone, Debug)]
pub struct Reminder {
    /// The promise.
    pub view: View,
    /// What of it is spoken of.
    pub about: About,
    /// The stage that was reached.
    pub milestone: Milestone,
}

/// The keys that a reminder has beside those of its promise.
pub const FIELDS: [&str; 4] = ["about", "stage", "lead", "stage_at"];

impl Reminder {
    /// The promise in JSON, with what is said of it.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut record = self.view.json(&Field::ALL);
        let lead = self.milestone.lead.map(|lead| lead.to_string());
        let at = rfc3339(self.view.local(self.milestone.at));
        let values = [
            json!(self.about.word()),
            json!(self.milestone.stage.word()),
            json!(lead),
            json!(at),
        ];
        for (key, value) in FIELDS.into_iter().zip(values) {
            record[key] = value;
        }
        record
    }

    fn section(&self) -> Section {
        match (self.about, self.view.promise.direction) {
            (About::Check, _) => Section::Ask,
            (About::Deadline, Direction::Theirs) => Section::WaitingOn,
            (About::Deadline, Direction::Mine) => match self.milestone.stage {
                Stage::Overdue => Section::Overdue,
                Stage::Due => Section::Due,
                Stage::Lead => Section::Coming,
            },
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Overdue,
    Due,
    Coming,
    WaitingOn,
    Ask,
}

impl Section {
    const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Due,
        Self::Coming,
        Self::WaitingOn,
        Self::Ask,
    ];

    fn title(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Due => "Due",
            Self::Coming => "Coming",
            Self::WaitingOn => "Waiting on",
            Self::Ask => "Ask: did we follow through?",
        }
    }
}

/// The message for people, under the headings of `promise due`.
#[must_use]
pub fn text(reminders: &[Reminder], look: &Look) -> String {
    let groups: Vec<(String, Cells)> = Section::ALL
        .into_iter()
        .map(|section| {
            let title = section.title();
            let heading = match section {
                Section::Overdue => look.alarm(title),
                _ => look.heading(title),
            };
            let mut cells = Cells::default();
            for one in reminders.iter().filter(|one| one.section() == section) {
                Row::of(&one.view, section == Section::Ask).push_to(&mut cells, look);
            }
            (heading, cells)
        })
        .collect();
    sections(&groups, look)
}

/// How many lines a desktop notification has.
const LINES: usize = 8;

/// The title and the body of one desktop notification. Bodies may hold markup
/// (<https://specifications.freedesktop.org/notification-spec/latest/markup.html>), so what is
/// foreign is escaped.
#[must_use]
pub fn notification(reminders: &[Reminder], look: &Look) -> (String, String) {
    let counts: Vec<String> = Section::ALL
        .into_iter()
        .filter_map(|section| {
            let count = reminders.iter().filter(|one| one.section() == section);
            let count = count.count();
            let word = match section {
                Section::Ask => "to ask".to_owned(),
                _ => section.title().to_lowercase(),
            };
            (count > 0).then(|| format!("{count} {word}"))
        })
        .collect();
    let mut lines: Vec<String> = reminders
        .iter()
        .take(LINES)
        .map(|one| {
            let row = Row::of(&one.view, one.about == About::Check);
            let due = look.short(row.due, row.today);
            let distance = look.clock.distance(row.due, row.today);
            let (id, what, person) = (row.id, row.description(), row.person);
            escaped(&format!("{id} {what}: {person}, {due}, {distance}"))
        })
        .collect();
    let more = reminders.len().saturating_sub(LINES);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    (format!("Promises: {}", counts.join(", ")), lines.join("\n"))
}

fn escaped(text: &str) -> String {
    harmless(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
