//! What is due: overdue, today, coming, and what others owe.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::deadline::Deadline;
use crate::query::Field;
use crate::render::amounts::push_number;
use crate::render::cells::Cells;
use crate::render::harmless::harmless;
use crate::render::promises::values;
use crate::render::table::sections;
use crate::render::{Look, View};

/// What is due, in the sections of `promise due`: whole, or the lines of a table alone.
#[derive(Clone, Debug, Default)]
pub struct Due<T> {
    /// Mine, the most overdue first.
    pub overdue: T,
    /// Mine, due later today.
    pub today: T,
    /// Mine, due after today and within the horizon.
    pub coming: T,
    /// Promises made to me, within the horizon.
    pub waiting_on: T,
    /// Mine, kept, and to be checked with their person within the horizon.
    pub checks: T,
}

impl<T> Due<T> {
    fn parts(&self) -> [(&'static str, &'static str, &T); 5] {
        [
            ("overdue", "Overdue", &self.overdue),
            ("today", "Due today", &self.today),
            ("coming", "Coming", &self.coming),
            ("waiting_on", "Waiting on", &self.waiting_on),
            ("checks", "Ask: did we follow through?", &self.checks),
        ]
    }
}

impl Due<Vec<View>> {
    /// An object of lists, one a section.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut object = serde_json::Map::new();
        for (key, _, views) in self.parts() {
            object.insert(key.to_owned(), json!(values(views, &Field::ALL)));
        }
        Value::Object(object)
    }

    /// Every promise with the key of its section, for formats of one record a line.
    #[must_use]
    pub fn records(&self) -> Vec<Value> {
        let mut records = Vec::new();
        for (key, _, views) in self.parts() {
            for mut record in values(views, &Field::ALL) {
                record["section"] = json!(key);
                records.push(record);
            }
        }
        records
    }
}

impl Due<Cells> {
    /// Whether nothing is due at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|(_, _, part)| part.is_empty())
    }

    /// The page for people, of lines that [`Row::push_to`] made.
    #[must_use]
    pub fn text(&self, look: &Look) -> String {
        let groups = self.parts().map(|(key, title, rows)| {
            let heading = if key == "overdue" {
                look.alarm(title)
            } else {
                look.heading(title)
            };
            (heading, rows)
        });
        sections(&groups, look)
    }
}

/// What a line of the page tells of a promise.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its number.
    pub id: i64,
    /// The deadline, or when its person is to be asked.
    pub due: &'a Deadline,
    /// The date in the deadline's zone.
    pub today: NaiveDate,
    /// The name of its person.
    pub person: &'a str,
    /// What was promised.
    pub what: &'a str,
    /// Who answers for it, where that is not me.
    pub owner: Option<&'a str>,
    /// Why it is at risk.
    pub risks: &'a [String],
}

impl<'a> Row<'a> {
    /// The line of a view, which may be of a check.
    #[must_use]
    pub fn of(view: &'a View, is_check: bool) -> Self {
        let promise = &view.promise;
        Self {
            id: promise.id,
            due: match &promise.check.due {
                Some(check) if is_check => check,
                _ => &promise.due,
            },
            today: view.today,
            person: &view.person,
            what: &promise.what,
            owner: promise.owner.as_deref(),
            risks: &view.standing.risks,
        }
    }

    /// What was promised, with what is to be known beside it.
    #[must_use]
    pub fn description(&self) -> String {
        let mut text = String::new();
        self.describe(|part| text.push_str(part));
        text
    }

    /// Hands over the same part by part.
    fn describe(&self, mut push: impl FnMut(&str)) {
        push(self.what);
        if let Some(owner) = self.owner {
            push(" (owner ");
            push(owner);
            push(")");
        }
        for risk in self.risks {
            push(" [at risk: ");
            push(risk);
            push("]");
        }
    }

    /// Appends number, deadline, distance, person, description.
    pub fn push_to(&self, cells: &mut Cells, look: &Look) {
        cells.push_ours(|text| push_number(text, self.id));
        let clock = look.clock;
        cells.push_ours(|text| clock.push_short(text, self.due, self.today, &look.home));
        cells.push_ours(|text| clock.push_distance(text, self.due, self.today));
        cells.push(self.person);
        cells.push_ours(|text| self.describe(|part| text.push_str(&harmless(part))));
        cells.end_row();
    }
}
